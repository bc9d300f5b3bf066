/* SPDX-License-Identifier: MIT */
#ifndef BASE_PHRASE_H
#define BASE_PHRASE_H

/**
 * What readers read, in the language of the run. phrases.def lists the program's own phrases, each
 * with a key and its English; a language file gives others by those keys. Texts that come from
 * files (templates, listings, the method) are translated by their English.
 *
 * The language is the process's, as a locale would be: set once, before the first document, and
 * never changed while documents are made. Without one everything is English.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct text;

enum phrase {
#define PHRASE(id, key, english) PHRASE_##id,
#include "base/phrases.def"
#undef PHRASE
    PHRASE_COUNT
};

/** The phrase as it is, with its {names} where it has any. */
const char *phrase(enum phrase phrase);

/** Appends a phrase with its {names} filled in: pairs of a name and its value (const char *), then
 * NULL. A name that the phrase does not use is passed over; one that is not given stays as it is
 * (asserted in the English). */
void phrase_say(struct text *text, enum phrase phrase, ...) __attribute__((sentinel));

/** The same with the pairs of a function that takes them itself. */
void phrase_vsay(struct text *text, enum phrase phrase, va_list arguments);

/** As phrase_say(), to a text in the arena. */
const char *phrase_filled(struct arena *arena, enum phrase phrase, ...) __attribute__((sentinel));

/** As phrase_say(), as a warning of the run (base/error.h): documents repeat it to readers. */
struct notices;
void notices_say(struct notices *notices, enum phrase phrase, ...) __attribute__((sentinel));

/** The first for one, the second for all other numbers; languages without a plural give both the
 * same words. */
enum phrase phrase_plural(int64_t count, enum phrase one, enum phrase many);

/** A number as the value of a {name}: plain digits, in the arena. */
const char *phrase_number(struct arena *arena, int64_t number);

const char *phrase_key(enum phrase phrase);     /* "status.met" */
const char *phrase_english(enum phrase phrase); /* "met" */

/** Whether `translation` names nothing but what the English names; else the first such name, of
 * `ret_length` bytes, is in `ret_name`. */
bool phrase_names_known(const char *english, const char *translation, const char **ret_name,
                        size_t *ret_length);

struct language {
    const char *tag;            /* BCP 47: "fil"; stands in the PDF */
    const char *const *phrases; /* PHRASE_COUNT of them; NULL: not translated */
    void *self;
    /** The translation of a text that comes from a file, or NULL. */
    const char *(*text)(void *self, const char *english);
};

/** Borrowed until the process ends or another is set; NULL is English. */
void language_use(const struct language *language);
const char *language_tag(void); /* "en" without a language */

/** The text of a file in the language of the run; NULL stays NULL. */
const char *language_text(const char *english);

#endif
