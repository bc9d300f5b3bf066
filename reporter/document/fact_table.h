/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_FACT_TABLE_H
#define DOCUMENT_FACT_TABLE_H

/**
 * Inside of document/: facts that are cells of the document's own tables, so that a title tells
 * what its table says:
 *
 *     {{most.kinds.value.category}}     the category in the row of table "kinds" of which the value
 * is
 *     {{least.kinds.value.category}}    the greatest (the least), a total left aside
 *     {{at.ages.share.121 or more}}     the share in the row whose first cell reads "121 or more"
 *
 * Tables are made before all other blocks; in the texts of a table they print [x].
 */

#include <stdbool.h>

struct build;
struct cell;
struct column;
struct error;
struct node;
struct template;

/** Whether a name has the form of such a fact. */
bool fact_table_is(const char *name);

/** Checks its table and columns. */
bool fact_table_check(const struct node *node, const char *name, const struct template *template,
                      struct error *err);

void fact_table_cell(const struct build *build, const char *name, struct cell *ret_cell,
                     struct column *ret_column);

#endif
