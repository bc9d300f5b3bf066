/* SPDX-License-Identifier: MIT */
#include "layout/cut.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

#define STEP 4 /* characters; finer steps would only measure more often */

static size_t step_back(const char *text, size_t at)
{
    for (size_t characters = 0; at > 0 && characters < STEP;) {
        at--;
        characters += ((unsigned char)text[at] & 0xC0) != 0x80;
    }
    return at;
}

const char *text_cut(const struct cutter *cutter, const char *text, size_t end)
{
    struct text shorter = {0};

    while (end > 0 && text[end - 1] == ' ')
        end--;
    text_append_bytes(&shorter, text, end);
    text_append(&shorter, cutter->mark);
    const char *copy = arena_text(cutter->arena, text_string(&shorter));
    text_finish(&shorter);
    return copy;
}

static bool ends_with(const char *text, const char *mark)
{
    size_t length = strlen(text);
    size_t tail = strlen(mark);
    return length >= tail && strcmp(text + length - tail, mark) == 0;
}

struct lines lines_cut(const struct cutter *cutter, const char *text, struct font font,
                       double width, size_t most, bool *ret_cut)
{
    struct lines lines = measure_lines(cutter->measure, text, font, width);

    *ret_cut = lines.count > most && !ends_with(text, cutter->mark);
    if (lines.count <= most)
        return lines;
    size_t end = lines.items[most - 1].to;
    do {
        end = step_back(text, end);
        lines = measure_lines(cutter->measure, text_cut(cutter, text, end), font, width);
    } while (lines.count > most && end > 0);
    return lines;
}
