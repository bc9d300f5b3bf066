/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEMPLATE_BREAKDOWN_H
#define DOCUMENT_TEMPLATE_BREAKDOWN_H

/** Inside of document/: checks of what a table block says of a measure's breakdown. */

#include <stdbool.h>

struct error;
struct listings;
struct measure_definition;
struct node;
struct row_kind;

/** Rows and columns of categories name a breakdown that fits them; `measure` may be NULL. */
bool template_check_breakdown(const struct node *table, const struct row_kind *kind,
                              const struct measure_definition *measure, struct error *err);

/** Measures beside rows of categories have the same breakdown. */
bool template_check_beside(const struct node *table, const struct row_kind *kind,
                           const struct listings *listings, struct error *err);

#endif
