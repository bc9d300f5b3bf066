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
    bool compact;
    bool pdf, xlsx;
    const struct node *body;    /* checked */
    const struct node **blocks; /* all blocks as they are read, those side by side too */
    size_t block_count;
    bool *wanted; /* by listing: what its blocks need */
};

bool template_load(const char *path, const struct listings *listings, struct arena *arena,
                   struct template *ret_template, struct error *err);

void template_describe(struct text *text);

/* ---- For those that check and build blocks ---- */

/** "table", "figure", ... */
const char *block_tag(const struct node *block);

/** The blocks of a columns block's left (0) or right (1) side. */
const struct node *block_side(const struct node *columns, size_t side);

/** How blocks stand on pages; `template` is checked otherwise. */
bool template_check_look(const struct template *template, struct error *err);

/** Fills `blocks` from `body`. */
void template_gather(struct template *template, struct arena *arena);

/** The keys of the first table block with this id, or NULL. */
const struct node *template_table(const struct template *template, const char *id);

#endif
