/* SPDX-License-Identifier: MIT */
#ifndef CLI_LIST_STRINGS_H
#define CLI_LIST_STRINGS_H

/** `ulat list strings`: whatever readers can read, and what a language file makes of it. */

#include <stdbool.h>

struct arena;
struct error;
struct home;
struct text;

/** A line a string: whether it is translated (done, missing; other: a text of the language file
 * that stands in no file of the home), its key or where it stands, its English, its translation,
 * parted by tabs. `language` is the path of a language file; NULL: English alone, marked "-". */
bool list_strings(const struct home *home, const char *language, struct arena *arena,
                  struct text *text, struct error *err);

#endif
