/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TABLE_BUILD_H
#define DOCUMENT_TABLE_BUILD_H

/** Inside of document/: a template's table or figure block to a table or figure of the document. */

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct build;
struct error;
struct figure;
struct node;
struct table;

bool table_build(const struct build *build, const struct node *block, struct table **ret_table,
                 struct error *err);

/** Gives the columns of a table the headings, spanners and bars that the block asks for. */
void table_dress(const struct build *build, const struct node *block, struct table *table);

/** Puts rows with equal cells of that column together and marks the table as grouped by it. */
void table_group(struct table *table, size_t column, struct arena *arena);

/** Where the numbers of tables come from, unless a template says otherwise. */
const char *table_source(const struct build *build);

/** `table` is the one that the block names. */
struct figure *figure_build(const struct build *build, const struct node *block,
                            const struct table *table);

#endif
