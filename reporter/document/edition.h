/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_EDITION_H
#define DOCUMENT_EDITION_H

/**
 * Which edition of a quarter's reports this is: a YAML file given with
 * --edition, or a draft without one. All days are days of date.h.
 */

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct error;
struct text;

struct edition {
    bool has_period;
    int32_t period;
    const char *name; /* "draft 1", "final", "revised 1"; "draft" without a file */
    bool draft;       /* anything but final and revised */
    bool final;
    const char *slug;     /* "draft1": for folders and file names */
    const char *replaces; /* of a revision: the slug of the edition that it replaces */
    int32_t as_of;
    bool has_deadline, has_comment_by, has_published, has_next;
    int32_t deadline; /* of submissions */
    int32_t comment_by;
    int32_t published_on;
    int32_t next_release;
    const char *issuer; /* NULL: the theme may say */
    const char *office;
    const char *contact;
    const char *signatory;
    const char *reason;         /* of a revision */
    const char *order_standing; /* of the Order */
    const char *path;           /* NULL: no file */
};

/** Reads the file. The as-of day is compulsory there. */
bool edition_load(const char *path, struct arena *arena, struct edition *ret_edition,
                  struct error *err);

/** Its name in the language of the run. */
const char *edition_title(const struct edition *edition);

/** A draft with the period's end as as-of day. */
void edition_draft(int32_t period, struct edition *ret_edition);

/** The day on which this edition tells the agencies: published, else as-of. */
int32_t edition_day(const struct edition *edition);

void edition_describe(struct text *text);

#endif
