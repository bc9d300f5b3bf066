/* SPDX-License-Identifier: MIT */
#include "render/faces.h"

#include "base/arena.h"
#include "base/phrase.h"

#include <stdlib.h>

#define POINTS_PER_INCH 72.0

/* One character, one glyph: ligatures and contextual forms would be copied and searched badly, and
 * Inter's calt turns "->" into an arrow. */
#define FEATURES "liga=0,clig=0,dlig=0,calt=0"
#define FEATURES_TABULAR FEATURES ",tnum=1,lnum=1"

/* Positions at their true places on every device: without rounding, without hints. */
static void context_prepare(PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, POINTS_PER_INCH);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(language_tag()));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
}

void faces_init(struct faces *faces, const char *family)
{
    *faces = (struct faces){.family = family};
    faces->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(faces->map), POINTS_PER_INCH);
    faces->context = pango_font_map_create_context(faces->map);
    context_prepare(faces->context);
}

static void face_free(struct face *face)
{
    g_object_unref(face->layout);
    g_object_unref(face->pango);
    free(face);
}

void faces_finish(struct faces *faces)
{
    for (size_t i = 0; i < faces->count; i++)
        face_free(faces->items[i]);
    free(faces->items);
    if (faces->context)
        g_object_unref(faces->context);
    if (faces->map)
        g_object_unref(faces->map);
    *faces = (struct faces){0};
}

static PangoFontDescription *describe(const char *family, struct font font)
{
    PangoFontDescription *description = pango_font_description_new();

    pango_font_description_set_family(description, family);
    pango_font_description_set_weight(
        description, font.weight == WEIGHT_SEMIBOLD ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(description, font.size * PANGO_SCALE);
    return description;
}

static void layout_prepare(PangoLayout *layout, bool tabular)
{
    PangoAttrList *attributes = pango_attr_list_new();

    pango_attr_list_insert(attributes,
                           pango_attr_font_features_new(tabular ? FEATURES_TABULAR : FEATURES));
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_auto_dir(layout, FALSE);
}

static void face_measure(struct face *face, PangoLanguage *language)
{
    PangoFontMetrics *metrics = pango_font_get_metrics(face->pango, language);

    face->ascent = (double)pango_font_metrics_get_ascent(metrics) / PANGO_SCALE;
    face->descent = (double)pango_font_metrics_get_descent(metrics) / PANGO_SCALE;
    pango_font_metrics_unref(metrics);
}

static struct face *face_new(const struct faces *faces, struct font font)
{
    size_t capacity = 0;
    struct face *face = vector_grow(NULL, 0, &capacity, sizeof *face);
    PangoFontDescription *description = describe(faces->family, font);

    *face = (struct face){.font = font};
    face->layout = pango_layout_new(faces->context);
    pango_layout_set_font_description(face->layout, description);
    layout_prepare(face->layout, font.tabular);
    face->pango = pango_font_map_load_font(faces->map, faces->context, description);
    face_measure(face, pango_context_get_language(faces->context));
    pango_font_description_free(description);
    return face;
}

struct face *faces_find(struct faces *faces, struct font font)
{
    for (size_t i = 0; i < faces->count; i++) {
        const struct font *other = &faces->items[i]->font;
        if (other->weight == font.weight && other->size == font.size &&
            other->tabular == font.tabular)
            return faces->items[i];
    }
    faces->items = vector_grow(faces->items, faces->count, &faces->capacity, sizeof(struct face *));
    faces->items[faces->count] = face_new(faces, font);
    return faces->items[faces->count++];
}
