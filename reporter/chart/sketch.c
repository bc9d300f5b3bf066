/* SPDX-License-Identifier: MIT */
#include "chart/sketch.h"

#include "base/arena.h"
#include "draw/display.h"

#include <string.h>

#define NO_END 100000.0
#define ASCENT 0.97 /* of the font's size, as the fonts of reports have it */
#define DESCENT 0.24

/* The advance of the code point that begins with a byte, in sizes of the font. */
static double advance(char byte)
{
    if (((unsigned char)byte & 0xC0) == 0x80)
        return 0; /* in the middle of a code point */
    if (strchr(" .,:;'!|()[]-/ijltfr", byte))
        return 0.4;
    if (strchr("mwMW%", byte))
        return 0.95;
    if ((byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9'))
        return 0.7;
    return 0.6;
}

/* Where the line from `from` on ends: behind its last space or hyphen that fits, or in a word that
 * is longer than a line. */
static struct line break_line(const char *text, size_t from, double size, double width)
{
    struct line line = {.text = text, .from = from, .to = from};
    double at = 0;       /* width up to here, spaces included */
    double inked = 0;    /* up to the last letter */
    double at_break = 0; /* inked width of what stands before the last break */
    size_t last = from;  /* break; `from`: none yet */
    size_t i = from;

    for (; text[i]; i++) {
        double wide = advance(text[i]) * size;
        bool space = text[i] == ' ';
        if (width > 0 && !space && wide > 0 && at + wide > width && i > from)
            break;
        at += wide;
        inked = space ? inked : at;
        if (space || text[i] == '-') {
            last = i + 1;
            at_break = inked;
        }
    }
    bool whole = !text[i] || last == from;
    line.to = whole ? i : last;
    line.width = whole ? inked : at_break;
    return line;
}

static struct lines rough_lines(void *self, const char *text, struct font font, double width)
{
    size_t length = strlen(text);
    struct lines lines = {.items = arena_array(self, length + 1, sizeof(struct line))};
    size_t from = 0;

    do {
        struct line line = break_line(text, from, font.size, width);
        line.ascent = ASCENT * font.size;
        line.descent = DESCENT * font.size;
        lines.items[lines.count++] = line;
        from = line.to;
    } while (from < length);
    return lines;
}

void sketch_open(struct sketch *sketch, const struct figure *figure, double width)
{
    *sketch = (struct sketch){.arena = arena_new()};
    sketch->measure = (struct measure){.self = sketch->arena, .lines = rough_lines};
    theme_default(&sketch->theme);
    sketch->plot = (struct plot){.figure = figure,
                                 .area = {.width = width, .height = NO_END},
                                 .theme = &sketch->theme,
                                 .measure = &sketch->measure,
                                 .display = display_new(sketch->arena)};
    sketch->canvas = canvas_new(&sketch->plot);
}

void sketch_close(struct sketch *sketch)
{
    canvas_finish(&sketch->canvas);
    display_free(sketch->plot.display);
    arena_free(sketch->arena);
}
