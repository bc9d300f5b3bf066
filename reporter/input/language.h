/* SPDX-License-Identifier: MIT */
#ifndef INPUT_LANGUAGE_H
#define INPUT_LANGUAGE_H

/**
 * A language file (templates/languages/fil.yaml): what readers read, in another language than
 * English. The program's own phrases stand there by their keys, the texts of templates, listings
 * and the method by their English (base/phrase.h; `ulat list strings` lists both).
 *
 * What the file leaves out stays English. A key that no phrase has, and a {name} or a {{fact}} that
 * the English does not name, are errors (ERROR_CONFIG) with their place. A text by an English that
 * stands nowhere is no error, as another home has other templates; `ulat list strings` marks it.
 */

#include "base/phrase.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct text;

struct translation {
    const char *english;
    const char *text;
};

struct language_file {
    struct language language; /* for language_use(); as long as the arena lives */
    const char *name;         /* "Filipino" */
    const char *phrases[PHRASE_COUNT];
    struct translation *texts; /* in the order of their English */
    size_t text_count;
};

bool language_read(const char *path, struct arena *arena, struct language_file **ret_file,
                   struct error *err);

/** The translation of a text of a file, or NULL. */
const char *language_find(const struct language_file *file, const char *english);

void language_describe(struct text *text); /* the keys, for `ulat list keys` */

#endif
