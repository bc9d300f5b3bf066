/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FAKE_MEASURE_H
#define TESTS_FAKE_MEASURE_H

/**
 * A measure without fonts: every code point is half its size wide, 0.75 of it stands above the
 * baseline and 0.25 below. Lines break at spaces; a word longer than a line is broken inside.
 *
 *     struct measure measure = fake_measure(arena);
 */

#include "base/arena.h"
#include "draw/measure.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define FAKE_ADVANCE 0.5

static inline size_t fake_length(const char *text, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* The byte behind the code point at `at`. */
static inline size_t fake_next(const char *text, size_t at)
{
    at++;
    while (((unsigned char)text[at] & 0xC0) == 0x80)
        at++;
    return at;
}

/* Where the line that begins at `from` ends: behind its trailing spaces. */
static inline size_t fake_break(const char *text, size_t from, size_t most)
{
    size_t at = from;
    size_t end = from; /* behind the last space that fits */
    size_t count = 0;
    while (text[at] && (count < most || text[at] == ' ')) {
        bool space = text[at] == ' ';
        at = fake_next(text, at);
        count++;
        if (space)
            end = at;
    }
    if (!text[at] || end == from)
        return at > from ? at : fake_next(text, from);
    return end;
}

static inline struct line fake_line(const char *text, size_t from, size_t to, double size)
{
    size_t end = to;
    while (end > from && text[end - 1] == ' ')
        end--;
    return (struct line){
        .text = text,
        .from = from,
        .to = to,
        .width = FAKE_ADVANCE * size * (double)fake_length(text, from, end),
        .ascent = 0.75 * size,
        .descent = 0.25 * size,
    };
}

static inline struct lines fake_lines(void *self, const char *text, struct font font, double width)
{
    size_t length = strlen(text);
    struct lines lines = {.items = arena_array(self, length + 1, sizeof(struct line))};
    double fits = (width + 1e-6) / (FAKE_ADVANCE * font.size);
    size_t most = width <= 0 || fits > (double)length ? length : (size_t)fits;
    if (most == 0)
        most = 1;
    size_t from = 0;
    do {
        size_t to = from < length ? fake_break(text, from, most) : length;
        lines.items[lines.count++] = fake_line(text, from, to, font.size);
        from = to;
    } while (from < length);
    return lines;
}

static inline struct measure fake_measure(struct arena *arena)
{
    return (struct measure){.self = arena, .lines = fake_lines};
}

#endif
