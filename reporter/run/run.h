/* SPDX-License-Identifier: MIT */
#ifndef RUN_RUN_H
#define RUN_RUN_H

/**
 * One run of `ulat build`, which reads like the way of the data: open the database under one read
 * transaction; load the templates asked for and the listings that they need; step every listing
 * once; close the database; judge; then for each document build, lay out, render; publish the
 * folder whole.
 */

#include "data/reference.h"
#include "document/edition.h"
#include "document/published.h"
#include "document/template.h"
#include "metrics/quality.h"
#include "metrics/remedy.h"
#include "metrics/results.h"
#include "run/figure_files.h"
#include "run/home.h"

#include <stdbool.h>
#include <stddef.h>

struct error;
struct notices;
struct progress;
struct source;

struct run_options {
    const char *db;
    const char *mapping;  /* NULL: none */
    const char *home;     /* NULL: found */
    const char *period;   /* "2026-Q3"; NULL: the edition's, or the latest submitted */
    const char *edition;  /* path; NULL: draft */
    const char *previous; /* folder of an earlier edition; NULL: none */
    const char *out;      /* folder that exists; results go to OUT/PERIOD-EDITION */
    const char *only;     /* agency code; NULL: all */
    const char *audience; /* only reports for it; NULL: all */
    const char *language; /* a language file; NULL: English */
    const char **reports; /* names; count 0: all */
    size_t report_count;
    struct figure_kinds figures; /* pictures beside the documents */
    struct progress *progress;
};

/** The run as far as every command needs it: home, source, times, reference, results. */
struct session {
    struct arena *arena;
    struct home home;
    struct source *source;   /* NULL once closed */
    char digest[65];         /* of the database */
    const char *work_folder; /* private; removed by session_finish() */
    struct edition edition;
    int32_t period;
    struct reference reference;
    struct told told;
    const char *const *readers; /* see evaluation_options; NULL: not told */
    struct published published;
    bool has_published;
    struct results results;
    struct quality quality; /* what the checks found */
    bool inspects;          /* session_evaluate() runs the checks of data quality too */
    struct notices *notices;
};

/** Opens all up to the reference: nothing is stepped yet. On failure everything is released. */
bool session_open(const struct run_options *options, struct notices *notices,
                  struct session *ret_session, struct error *err);

/** Steps the wanted listings (NULL: all), closes the source, judges. */
bool session_evaluate(struct session *session, const bool *wanted, struct error *err);

void session_finish(struct session *session);

struct run_summary {
    const char *folder; /* where the reports lie; heap, freed by run_summary_finish() */
    size_t documents;   /* made */
    size_t failures;    /* agencies whose documents could not be made */
    char **failed;      /* "DEX: why", heap */
};

/** The whole run. False: nothing was published. True with failures: those are named. */
bool run_build(const struct run_options *options, struct notices *notices,
               struct run_summary *ret_summary, struct error *err);
void run_summary_finish(struct run_summary *summary);

#endif
