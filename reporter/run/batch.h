/* SPDX-License-Identifier: MIT */
#ifndef RUN_BATCH_H
#define RUN_BATCH_H

/**
 * All documents of a run, one after the other: of each report, for each agency or for government
 * as a whole. What cannot be made for one agency leaves no file of that agency and stops nobody
 * else's; what cannot be written at all (a full disk) ends the run.
 */

#include "document/document.h"
#include "run/figure_files.h"

#include <stdbool.h>
#include <stddef.h>

struct disclosure;
struct error;
struct progress;
struct publication;
struct session;
struct template;
struct theme;
struct typesetter;

struct batch_failure {
    const char *subject; /* the agency's code, or the report's name */
    const char *message;
};

struct batch {
    struct session *session;             /* evaluated; failures live in its arena */
    const struct disclosure *disclosure; /* of the session's results */
    struct publication *publication;
    const struct template *templates;
    size_t template_count;
    const char *source_name; /* of the database */
    const char *only;        /* agency code; NULL: all */
    const char *audience;    /* only the copies for it; NULL: all */
    const struct theme *theme;
    struct logo logo;
    struct figure_kinds figures; /* wanted as files of their own */
    bool attach_data;            /* the printed tables within the PDFs, as CSV */
    struct typesetter *typesetter;
    struct progress *progress;
    /* filled by batch_make() */
    const char **codes; /* the agencies' names in file names */
    size_t documents;   /* made */
    struct batch_failure *failures;
    size_t failure_count;
};

/** Whether an agency gets documents of its own: it exists in the reported quarter, reported, and
 *  its class is known. */
bool batch_includes(const struct session *session, size_t agency);

/** The session's notices get those of the pages behind them. */
bool batch_make(struct batch *batch, struct error *err);

#endif
