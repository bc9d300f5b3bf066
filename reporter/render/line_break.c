/* SPDX-License-Identifier: MIT */
#include "render/line_break.h"

#include "base/arena.h"

#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/*
 * Pango needs quadratic time for a long word and gives up on very long texts, so it never sees more
 * than this many bytes at once: all its lines but the last are final, and the last begins the next
 * piece.
 */
#define PIECE ((size_t)512)

/* A text measured before must fit its own width again after some arithmetic in floating point. */
#define SLACK 2

static int layout_width(double width)
{
    double units = round(width * PANGO_SCALE) + SLACK;

    if (!(width > 0))
        return -1;
    return units < INT_MAX ? (int)units : INT_MAX;
}

/* Not inside a character. */
static size_t piece_end(const char *text, size_t from, size_t length, size_t piece)
{
    if (length - from <= piece)
        return length;
    size_t end = from + piece;
    while (((unsigned char)text[end] & 0xC0) == 0x80)
        end--;
    return end;
}

static void add(struct line_breaks *breaks, size_t end)
{
    breaks->ends = vector_grow(breaks->ends, breaks->count, &breaks->capacity, sizeof(size_t));
    breaks->ends[breaks->count++] = end;
}

/* Adds the final lines of one piece; false where there are none. */
static bool add_lines(struct line_breaks *breaks, PangoLayout *layout, size_t from, bool last)
{
    int count = pango_layout_get_line_count(layout) - (last ? 0 : 1);

    for (int i = 0; i < count; i++) {
        const PangoLayoutLine *line = pango_layout_get_line_readonly(layout, i);
        add(breaks, from + (size_t)line->start_index + (size_t)line->length);
    }
    return count > 0;
}

void line_breaks_find(struct line_breaks *breaks, PangoLayout *layout, const char *text,
                      size_t length, double width)
{
    size_t from = 0;
    size_t piece = width > 0 ? PIECE : length;

    pango_layout_set_width(layout, layout_width(width));
    while (from < length || breaks->count == 0) {
        size_t end = piece_end(text, from, length, piece);
        pango_layout_set_text(layout, text + from, (int)(end - from));
        if (add_lines(breaks, layout, from, end == length))
            from = breaks->ends[breaks->count - 1];
        else
            piece *= 2; /* one line is longer than the piece */
    }
}

void line_breaks_finish(struct line_breaks *breaks)
{
    free(breaks->ends);
    *breaks = (struct line_breaks){0};
}
