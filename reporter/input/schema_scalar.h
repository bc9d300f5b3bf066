/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SCHEMA_SCALAR_H
#define INPUT_SCHEMA_SCALAR_H

/** Checks of one value: what schema.c needs for the leaves of the tree. */

#include "input/schema.h"

#include <stdbool.h>

struct text;

/** Whether a value of this type is one scalar. */
bool schema_is_scalar(enum schema_type type);

/** What a value must be: "a whole number from 1 to 10". `type` stands beside the key because the
 *  items of a list have a type of their own. */
void schema_expected(const struct schema_key *key, enum schema_type type, struct text *text);

bool schema_check_scalar(const struct node *node, const struct schema_key *key,
                         enum schema_type type, struct error *err);

/** "'NAME' must be EXPECTED, not GIVEN" at the node. Always returns false. */
bool schema_mistyped(const struct node *node, const char *name, const char *expected,
                     struct error *err);

#endif
