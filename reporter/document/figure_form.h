/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_FIGURE_FORM_H
#define DOCUMENT_FIGURE_FORM_H

/**
 * What each kind of chart takes: the columns that a template must name for it. To add a kind: its
 * name in document.h, an entry here, and its file in chart/.
 */

#include "document/document.h"

#include <stdbool.h>
#include <stddef.h>

struct error;
struct node;

/** Columns beside the values, as a figure block names them; flags. */
enum figure_column {
    FIGURE_BEFORE = 1,
    FIGURE_COUNT = 2, /* n */
    FIGURE_LOWER = 4,
    FIGURE_UPPER = 8,
    FIGURE_GROUP = 16,
    FIGURE_LIMITS = 32, /* not a column: the list of limits */
    FIGURE_RATES = 64,  /* not a column: the values are rates, or counts beside their n */
};

struct figure_form {
    const char *word;    /* in templates: "line" */
    size_t least_values; /* columns */
    size_t most_values;
    bool statuses;  /* the values are statuses instead of numbers */
    unsigned needs; /* enum figure_column that must be there */
    unsigned takes; /* those that may be; the others are refused */
};
extern const struct figure_form FIGURE_FORMS[FIGURE_KIND_COUNT];

/** Checks the columns that a figure block names against its kind and the table block. */
bool figure_form_check(const struct node *figure, const struct node *table, struct error *err);

/** Whether a table block has a column of that word. */
bool figure_table_has(const struct node *table, const char *word);

/** Whether a figure block asks for a title made from the data (`title: auto`). */
bool figure_title_is_made(const struct node *figure);

#endif
