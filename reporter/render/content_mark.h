/* SPDX-License-Identifier: MIT */
#ifndef RENDER_CONTENT_MARK_H
#define RENDER_CONTENT_MARK_H

/**
 * A page's drawing instructions, as Cairo wrote them, held against the tags that were begun while
 * they were drawn.
 *
 * Each tag must stand there once, in order, under its number, and nothing may be painted outside of
 * one: a screen reader would never come to it. Only the page's ground lies before the first tag; it
 * becomes an artifact, and tags of artifacts are written anew as what they are. All other bytes
 * stay.
 */

#include <stdbool.h>
#include <stddef.h>

struct error;
struct tag;
struct text;

struct content {
    const char *bytes;
    size_t length;
    const struct tag *tags; /* those of the page */
    size_t tag_count;
    int page; /* for messages: counts from 1 */
};

/** Appends the new instructions. */
bool content_mark(const struct content *content, struct text *text, struct error *err);

#endif
