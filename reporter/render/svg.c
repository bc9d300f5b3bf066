/* SPDX-License-Identifier: MIT */
#include "render/svg.h"

#include "base/error.h"
#include "base/text.h"
#include "draw/display.h"
#include "render/replay.h"

#include <assert.h>
#include <cairo-svg.h>
#include <string.h>

static cairo_status_t sink_write(void *closure, const unsigned char *data, unsigned length)
{
    text_append_bytes(closure, (const char *)data, length);
    return CAIRO_STATUS_SUCCESS;
}

static bool draw(const struct display *display, int page, struct text *bytes, struct error *err)
{
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream(
        sink_write, bytes, display->pages[page].width, display->pages[page].height);
    cairo_t *cr = cairo_create(surface);
    struct replay replay;
    replay_init(&replay, display);
    bool drawn = replay_page(&replay, page, cr, err);
    replay_finish(&replay);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (drawn && status != CAIRO_STATUS_SUCCESS)
        drawn = error_set(err, ERROR_INTERNAL, "the SVG cannot be written: %s",
                          cairo_status_to_string(status));
    return drawn;
}

static void append_words(struct text *text, const struct svg_text *words)
{
    text_append(text, " role=\"img\" xml:lang=\"");
    text_append_xml(text, words->language);
    text_append(text, "\">\n<title>");
    text_append_xml(text, words->title);
    text_append(text, "</title>\n<desc>");
    text_append_xml(text, words->alternative);
    text_append(text, "</desc>");
}

bool svg_render(const struct display *display, int page, const struct svg_text *words,
                struct text *ret_bytes, struct error *err)
{
    assert(page >= 0 && (size_t)page < display->page_count);
    struct text drawn = {0};
    text_clear(ret_bytes);
    bool good = draw(display, page, &drawn, err);
    const char *root = good ? strstr(text_string(&drawn), "<svg ") : NULL;
    const char *end = root ? strchr(root, '>') : NULL;
    if (good && !end)
        good = error_set(err, ERROR_INTERNAL, "the SVG is not whole");
    if (good) {
        text_append_bytes(ret_bytes, drawn.data, (size_t)(end - drawn.data));
        append_words(ret_bytes, words);
        text_append(ret_bytes, end + 1);
    }
    text_finish(&drawn);
    return good;
}
