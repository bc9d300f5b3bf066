/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SCHEMA_H
#define INPUT_SCHEMA_H

/**
 * Tables of allowed keys: they check what staff write, and they document it (`ulat list keys`).
 *
 * A reader first calls schema_check() on the whole tree; after that the node_* accessors below
 * cannot fail, so builders are straight lines. Unknown, duplicate, missing and mistyped keys are
 * errors (ERROR_CONFIG) with the place in the file, what was expected, and the nearest valid word.
 *
 *     static const struct schema_key BAND[] = {
 *         {.name = "name", .type = SCHEMA_TEXT, .required = true, .help = "what readers see"},
 *         {.name = "from", .type = SCHEMA_PERCENT, .required = true, .help = "lowest score of it"},
 *         {0}};
 */

#include "base/error.h"
#include "input/yaml.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum schema_type {
    SCHEMA_TEXT,    /* any scalar, not empty */
    SCHEMA_WORD,    /* one of `words` */
    SCHEMA_ID,      /* letters, digits, _ and -, starting with a letter */
    SCHEMA_INTEGER, /* least to most */
    SCHEMA_DECIMAL,
    SCHEMA_PERCENT,    /* "95%" or "95": a whole number of per cent, 0 to 100 */
    SCHEMA_YES_NO,     /* yes or no (true and false too) */
    SCHEMA_DATE,       /* YYYY-MM-DD */
    SCHEMA_DAYS,       /* "30 working days" or "30 days" */
    SCHEMA_PERIOD,     /* 2026-Q3 */
    SCHEMA_COLOUR,     /* "#12436D" */
    SCHEMA_MAP,        /* the keys of `of`; "key:" is an empty map */
    SCHEMA_NAMED,      /* a map of free keys (SCHEMA_ID) to text */
    SCHEMA_PAIRS,      /* a map of any texts to texts */
    SCHEMA_NAMED_MAPS, /* a map of free keys to maps with the keys of `of` */
    SCHEMA_TEXTS,      /* a list of scalars; a single scalar counts as a list of one */
    SCHEMA_WORDS,      /* the same, each one of `words` */
    SCHEMA_MAPS,       /* a list of maps with the keys of `of` */
    SCHEMA_VARIANTS,   /* a list of maps with exactly one key each, of the keys of `of` (tagged
                          union):
                          "- heading: Text" or "- table: {...}" */
};

struct schema_key {
    const char *name; /* NULL ends a table */
    enum schema_type type;
    bool required;
    const char *const *words;    /* NULL-terminated, for SCHEMA_WORD(S) */
    const struct schema_key *of; /* for the map types */
    int64_t least, most;         /* for SCHEMA_INTEGER; both 0: any */
    const char *help;            /* one line for `ulat list keys` */
};

/** Checks a map (and all below it) against a table. `what` names it in messages ("template"). */
bool schema_check(const struct node *map, const struct schema_key *keys, const char *what,
                  struct error *err);

/** "unknown NAME 'given'; did you mean 'near'?" at a node. Always returns false. */
bool schema_unknown(const struct node *node, const char *what, const char *const *words,
                    size_t count, struct error *err);

/** Hints at the word nearest to what was given, or else at all of them. Always returns false. */
bool schema_hint(const char *given, const char *const *words, size_t count, struct error *err);

/* Accessors for a checked map; each gives `otherwise` where the key is absent. */
const char *node_text(const struct node *map, const char *key, const char *otherwise);
int64_t node_integer(const struct node *map, const char *key, int64_t otherwise);
double node_decimal(const struct node *map, const char *key, double otherwise);
bool node_yes(const struct node *map, const char *key, bool otherwise);
int64_t node_percent(const struct node *map, const char *key, int64_t otherwise);
/** Index of the word in the table's `words`. */
size_t node_word(const struct node *map, const char *key, const char *const *words,
                 size_t otherwise);
bool node_date(const struct node *map, const char *key, int32_t *ret_day); /* false: absent */
/** Number of days, and whether working days. False: absent. */
bool node_days(const struct node *map, const char *key, int32_t *ret_days, bool *ret_working);
/** The list's scalars (or the one scalar), in the arena. Returns the count. */
size_t node_texts(const struct node *map, const char *key, struct arena *arena,
                  const char ***ret_texts);

/** Writes the table as text, a key a line: name, type, required, help. Each line begins with
 *  `indent` spaces; the keys of `of` follow theirs, indented by two more. */
struct text;
void schema_describe(const struct schema_key *keys, int indent, struct text *text);

#endif
