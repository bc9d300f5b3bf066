/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TABLE_BUILD_H
#define DOCUMENT_TABLE_BUILD_H

/** Inside of document/: a template's table or figure block to a table or figure of the document. */

#include <stdbool.h>

struct build;
struct error;
struct figure;
struct node;
struct table;

bool table_build(const struct build *build, const struct node *block, struct table **ret_table,
                 struct error *err);

/** `table` is the one that the block names. */
struct figure *figure_build(const struct build *build, const struct node *block,
                            const struct table *table);

#endif
