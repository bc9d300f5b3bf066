/* SPDX-License-Identifier: MIT */
#ifndef RUN_FILENAME_H
#define RUN_FILENAME_H

/**
 * The agencies' codes as parts of file names, for every disk and mail program: letters, digits, -
 * and _, no name that Windows keeps for itself, no two that differ in case only. What is anything
 * else becomes "a-" and 16 digits of the code's SHA-256.
 */

#include <stdbool.h>

struct arena;
struct reference;

/** Whether a name can be part of a file's as it is. */
bool filename_is_safe(const char *name);

/** By agency. The same register gives the same names, whichever agencies get documents. */
const char **filename_codes(const struct reference *reference, struct arena *arena);

#endif
