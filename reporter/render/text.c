/* SPDX-License-Identifier: MIT */
#include "render/text.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "render/faces.h"
#include "render/fonts.h"
#include "render/glyphs.h"
#include "render/legible.h"
#include "render/line_break.h"
#include "render/line_cache.h"

#include <stdlib.h>
#include <string.h>

#define NAMED_MOST 12 /* code points in a notice */

struct typesetter {
    struct measure measure;
    struct faces faces;
    char *family;
    struct arena *arena; /* lines and their texts, until the next clear */
    struct line_cache cache;
    struct glyphs *glyphs;
    struct missing missing;
};

/* The layout's only line, of exactly this text. */
static struct glyphs *glyphs_take(struct typesetter *typesetter, PangoLayout *layout,
                                  const char *text)
{
    struct glyphs *glyphs = ARENA_NEW(typesetter->arena, struct glyphs);

    glyphs->next = typesetter->glyphs;
    glyphs->text = text;
    glyphs->line = pango_layout_line_ref(pango_layout_get_line_readonly(layout, 0));
    typesetter->glyphs = glyphs;
    return glyphs;
}

static double line_width(PangoLayoutLine *line, const char *text, size_t length)
{
    int x;

    while (length > 0 && text[length - 1] == ' ')
        length--;
    pango_layout_line_index_to_x(line, (int)length, FALSE, &x);
    return (double)x / PANGO_SCALE;
}

static struct line line_take(struct typesetter *typesetter, const struct face *face,
                             const struct legible *legible, size_t from, size_t to)
{
    const char *text = legible->text + from;
    struct glyphs *glyphs = glyphs_take(typesetter, face->layout, text);

    return (struct line){
        .handle = glyphs,
        .from = legible_origin(legible, from),
        .to = legible_origin(legible, to),
        .width = line_width(glyphs->line, text, to - from),
        .ascent = face->ascent,
        .descent = face->descent,
    };
}

/* Each line of a paragraph is laid out again by itself: Pango takes away the glyph of the space at
 * a wrapped line's end, and the words would run together when the PDF's text is read. */
static struct line line_make(struct typesetter *typesetter, const struct face *face,
                             const struct legible *legible, size_t from, size_t to)
{
    pango_layout_set_width(face->layout, -1);
    pango_layout_set_text(face->layout, legible->text + from, (int)(to - from));
    return line_take(typesetter, face, legible, from, to);
}

static struct lines lines_make(struct typesetter *typesetter, const struct face *face,
                               const struct legible *legible, double width)
{
    struct line_breaks breaks = {0};
    struct lines lines;
    size_t from = 0;

    line_breaks_find(&breaks, face->layout, legible->text, legible->length, width);
    lines.count = breaks.count;
    lines.items = arena_array(typesetter->arena, lines.count, sizeof *lines.items);
    if (lines.count == 1)
        lines.items[0] = line_take(typesetter, face, legible, 0, legible->length);
    for (size_t i = 0; i < lines.count && lines.count > 1; i++) {
        lines.items[i] = line_make(typesetter, face, legible, from, breaks.ends[i]);
        from = breaks.ends[i];
    }
    line_breaks_finish(&breaks);
    return lines;
}

static struct lines lines_find(struct typesetter *typesetter, const struct line_key *key)
{
    const struct lines *known = line_cache_find(&typesetter->cache, key);

    if (known)
        return *known;
    struct legible legible =
        legible_make(typesetter->arena, key->face->pango, key->text, &typesetter->missing);
    struct lines lines = lines_make(typesetter, key->face, &legible, key->width);
    struct line_key lasting = *key;
    lasting.text =
        legible.origins ? arena_bytes(typesetter->arena, key->text, key->length) : legible.text;
    line_cache_add(&typesetter->cache, &lasting, lines);
    return lines;
}

static struct lines measured_lines(void *self, const char *text, struct font font, double width)
{
    struct typesetter *typesetter = self;
    const struct line_key key = {
        .text = text,
        .length = strlen(text),
        .face = faces_find(&typesetter->faces, font),
        .width = width > 0 ? width : 0,
    };
    const struct lines known = lines_find(typesetter, &key);
    struct lines lines = {
        .items = arena_array(typesetter->arena, known.count, sizeof *lines.items),
        .count = known.count,
    };
    memcpy(lines.items, known.items, known.count * sizeof *lines.items);
    for (size_t i = 0; i < lines.count; i++)
        lines.items[i].text = text;
    return lines;
}

bool typesetter_new(const char *fonts_conf, const char *family, struct typesetter **ret_typesetter,
                    struct error *err)
{
    size_t capacity = 0;

    *ret_typesetter = NULL;
    if (!fonts_open(fonts_conf, family, err))
        return false;
    struct typesetter *typesetter = vector_grow(NULL, 0, &capacity, sizeof *typesetter);
    *typesetter = (struct typesetter){.arena = arena_new()};
    typesetter->family = g_strdup(family);
    faces_init(&typesetter->faces, typesetter->family);
    typesetter->measure = (struct measure){.self = typesetter, .lines = measured_lines};
    *ret_typesetter = typesetter;
    return true;
}

void typesetter_free(struct typesetter *typesetter)
{
    if (!typesetter)
        return;
    glyphs_release(typesetter->glyphs);
    line_cache_clear(&typesetter->cache);
    faces_finish(&typesetter->faces);
    arena_free(typesetter->arena);
    g_free(typesetter->family);
    free(typesetter);
}

const struct measure *typesetter_measure(struct typesetter *typesetter)
{
    return &typesetter->measure;
}

void typesetter_clear(struct typesetter *typesetter)
{
    glyphs_release(typesetter->glyphs);
    typesetter->glyphs = NULL;
    line_cache_clear(&typesetter->cache);
    arena_free(typesetter->arena);
    typesetter->arena = arena_new();
    typesetter->missing.count = 0;
}

bool typesetter_report(struct typesetter *typesetter, const char *document, struct notices *notices)
{
    const struct missing *missing = &typesetter->missing;
    struct text points = {0};

    if (missing->count == 0)
        return true;
    for (size_t i = 0; i < missing->count && i < NAMED_MOST; i++)
        text_printf(&points, "%sU+%04X", i ? ", " : "", (unsigned)missing->points[i]);
    notices_add(notices, "%s: the font %s has no glyph for %s%s; a box is drawn instead", document,
                typesetter->family, text_string(&points),
                missing->count > NAMED_MOST ? " and others" : "");
    text_finish(&points);
    return false;
}
