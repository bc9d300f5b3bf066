/* SPDX-License-Identifier: MIT */
#include "run/figure_files.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "document/document.h"
#include "draw/display.h"
#include "draw/style.h"
#include "layout/flow.h"
#include "render/pdf.h"
#include "render/svg.h"
#include "run/output.h"
#include "run/publish.h"

#include <string.h>

#define PIXELS_A_POINT 3.0 /* 1446 across: sharp on a slide */

bool figure_kinds_parse(const char *list, struct figure_kinds *ret_kinds, struct error *err)
{
    *ret_kinds = (struct figure_kinds){0};
    for (const char *at = list;; at++) {
        size_t length = strcspn(at, ",");
        if (length == 3 && memcmp(at, "png", 3) == 0)
            ret_kinds->png = true;
        else if (length == 3 && memcmp(at, "svg", 3) == 0)
            ret_kinds->svg = true;
        else
            return error_set(err, ERROR_USAGE, "unknown kind of picture '%.*s'", (int)length, at) ||
                   error_hint(err, "write png, svg or png,svg");
        at += length;
        if (!*at)
            return true;
    }
}

static bool write_file(const struct output *output, const struct figure *figure, const char *ending,
                       const struct text *bytes, struct error *err)
{
    const char *audience = AUDIENCES[output->audience];
    struct publication_file file = {
        .path =
            arena_printf(output->arena, "%s/%s_%s.%s", audience, output->name, figure->id, ending),
        .audience = audience,
        .agency = output->agency,
    };
    return publish_write(output->publication, &file, bytes->data, bytes->length, err);
}

/* What a web page or a post needs beside the picture. */
static bool write_words(const struct output *output, const struct figure *figure, struct error *err)
{
    struct text text = {0};
    text_printf(&text, "%s\n", figure->title);
    if (figure->subtitle)
        text_printf(&text, "%s\n", figure->subtitle);
    text_printf(&text, "\n%s\n", figure->alt);
    if (figure->source)
        text_printf(&text, "\n%s\n", figure->source);
    bool good = write_file(output, figure, "txt", &text, err);
    text_finish(&text);
    return good;
}

static bool write_pictures(const struct output *output, const struct figure *figure,
                           const struct display *display, struct error *err)
{
    const struct svg_text words = {figure->title, figure->alt, output->document->language};
    struct text bytes = {0};
    bool good = true;
    if (output->figures.png)
        good = png_render(display, 0, PIXELS_A_POINT, &bytes, err) &&
               write_file(output, figure, "png", &bytes, err);
    if (good && output->figures.svg)
        good = svg_render(display, 0, &words, &bytes, err) &&
               write_file(output, figure, "svg", &bytes, err);
    text_finish(&bytes);
    return good && write_words(output, figure, err);
}

bool figure_files_write(const struct output *output, struct error *err)
{
    const struct document *document = output->document;
    const struct flow_options options = output_flow_options(output);
    bool good = true;
    if (!output->figures.png && !output->figures.svg)
        return true;
    for (size_t i = 0; i < document->figure_count && good; i++) {
        struct display *display = NULL;
        good = flow_figure(document, document->figures[i], style_span(PAGE_COLUMNS), &options,
                           &display, err) &&
               write_pictures(output, document->figures[i], display, err);
        display_free(display);
    }
    return good;
}
