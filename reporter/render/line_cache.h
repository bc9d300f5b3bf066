/* SPDX-License-Identifier: MIT */
#ifndef RENDER_LINE_CACHE_H
#define RENDER_LINE_CACHE_H

/**
 * Lines that were typeset before: tables repeat their words, and layout measures a text more than
 * once.
 */

#include "draw/measure.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct face;

struct line_key {
    const char *text;
    size_t length;
    const struct face *face;
    double width;
};

struct line_entry {
    struct line_key key;
    uint64_t hash;
    struct lines lines; /* their `text` is not meant for use: each caller has its own */
};

struct line_cache {
    struct line_entry *slots; /* free ones have no key.text */
    size_t count, capacity;
};

/** Borrowed until the next line_cache_add(), or NULL. */
const struct lines *line_cache_find(const struct line_cache *cache, const struct line_key *key);

/** The key's text must live until line_cache_clear(). */
void line_cache_add(struct line_cache *cache, const struct line_key *key, struct lines lines);

void line_cache_clear(struct line_cache *cache); /* frees all; usable afterwards */

#endif
