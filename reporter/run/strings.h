/* SPDX-License-Identifier: MIT */
#ifndef RUN_STRINGS_H
#define RUN_STRINGS_H

/**
 * Every text of a home's files that readers can read: of its templates, method, clauses, listings
 * and checks. They are what a language file translates by its English (input/language.h); words of
 * the data, such as categories, are not among them.
 */

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct home;

struct string_found {
    const char *from; /* "template scorecard" */
    const char *english;
};

struct strings {
    struct string_found *items; /* each English once, where it stands first */
    size_t count;
    size_t capacity;
};

/** `strings_finish()` frees the list; the texts are the home's and the arena's. */
bool strings_collect(const struct home *home, struct arena *arena, struct strings *ret_strings,
                     struct error *err);
void strings_finish(struct strings *strings);

#endif
