/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_BLOCK_H
#define DOCUMENT_BLOCK_H

/** Inside of document/: the keys of a template's blocks. template.c checks them, build.c reads
 * them. */

#include "input/schema.h"
#include "input/yaml.h"

extern const struct schema_key BLOCK_KEYS[];

/** Words of "bodies:" and "period:", in the order of the enums. */
extern const char *const BLOCK_BODIES[]; /* mandated, encouraged, unknown, all */

/** Words of "show-categories:". */
extern const char *const BLOCK_CATEGORIES[]; /* counts, shares */

/** A list's entries, or the one scalar that stands for a list of one; NULL has none. */
size_t block_entries(const struct node *list);
const struct node *block_entry(const struct node *list, size_t index);

/** Words of "span:" and of "split:". */
extern const char *const BLOCK_SPANS[], *const BLOCK_SPLITS[];

#endif
