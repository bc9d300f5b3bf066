/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEMPLATE_H
#define DOCUMENT_TEMPLATE_H

/**
 * A report's template: strict YAML, checked whole when it is loaded, so that no mistake is left for
 * the middle of a run. Unknown names of controls, measures, columns and facts are errors with their
 * place.
 */

#include "metrics/audience.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct listings;
struct node;
struct text;

struct template
{
    const char *name; /* of the file: "scorecard" */
    const char *path;
    const char *title;
    const char *short_title;
    bool audiences[AUDIENCE_COUNT]; /* a set of files for each that is true */
    bool each_agency;
    bool pdf, xlsx;
    const struct node *body; /* checked */
    bool *wanted;            /* by listing: what its blocks need */
};

bool template_load(const char *path, const struct listings *listings, struct arena *arena,
                   struct template *ret_template, struct error *err);

void template_describe(struct text *text);

#endif
