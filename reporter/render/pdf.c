/* SPDX-License-Identifier: MIT */
#include "render/pdf.h"

#include "base/error.h"
#include "base/text.h"
#include "draw/display.h"
#include "render/pdf_links.h"
#include "render/replay.h"
#include "render/tag.h"
#include "render/tagged.h"

#include <cairo-pdf.h>
#include <string.h>

#define MOST_BYTES ((size_t)512 * 1024 * 1024)

/* Cairo forgets a write error at the end of a PDF, so this remembers it. */
struct sink {
    struct text *bytes;
    bool failed;
};

static cairo_status_t sink_write(void *closure, const unsigned char *data, unsigned length)
{
    struct sink *sink = closure;

    if (sink->failed || length > MOST_BYTES - sink->bytes->length) {
        sink->failed = true;
        return CAIRO_STATUS_WRITE_ERROR;
    }
    text_append_bytes(sink->bytes, (const char *)data, length);
    return CAIRO_STATUS_SUCCESS;
}

static bool draw_page(const struct replay *replay, int index, cairo_t *cr, struct error *err)
{
    const struct page *page = &replay->display->pages[index];
    cairo_surface_t *surface = cairo_get_target(cr);

    cairo_pdf_surface_set_size(surface, page->width, page->height);
    tags_page(replay->tags);
    if (!replay_page(replay, index, cr, err))
        return false;
    pdf_links_page(replay, index, cr);
    cairo_show_page(cr);
    if (cairo_status(cr) == CAIRO_STATUS_SUCCESS)
        return true;
    return error_set(err, ERROR_INTERNAL, "page %d cannot be drawn: %s", index + 1,
                     cairo_status_to_string(cairo_status(cr)));
}

static bool draw_pages(const struct display *display, cairo_surface_t *surface, struct tags *tags,
                       struct error *err)
{
    struct replay replay;
    cairo_t *cr = cairo_create(surface);
    bool drawn = true;

    replay_init(&replay, display);
    replay.tags = tags;
    for (size_t i = 0; i < display->page_count && drawn; i++)
        drawn = draw_page(&replay, (int)i, cr, err);
    replay_finish(&replay);
    cairo_destroy(cr);
    return drawn;
}

static bool check_bytes(const struct text *bytes, struct error *err)
{
    static const char head[] = "%PDF-";
    static const char tail[] = "%%EOF\n";
    size_t end = sizeof tail - 1;

    if (text_starts(text_string(bytes), head) && bytes->length > end &&
        memcmp(bytes->data + bytes->length - end, tail, end) == 0)
        return true;
    return error_set(err, ERROR_INTERNAL, "the PDF is not whole");
}

static bool finish(cairo_surface_t *surface, const struct sink *sink, struct error *err)
{
    cairo_surface_finish(surface);
    if (sink->failed)
        return error_set(err, ERROR_CREATE, "the PDF would be larger than %zu MiB",
                         MOST_BYTES / 1024 / 1024);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return error_set(err, ERROR_INTERNAL, "the PDF cannot be written: %s",
                         cairo_status_to_string(cairo_surface_status(surface)));
    return check_bytes(sink->bytes, err);
}

/* Cairo's file: pages, fonts, destinations, outline. */
static bool draw(const struct display *display, struct tags *tags, struct text *ret_bytes,
                 struct error *err)
{
    struct sink sink = {.bytes = ret_bytes};
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        sink_write, &sink, display->pages[0].width, display->pages[0].height);
    bool done = draw_pages(display, surface, tags, err);

    if (done) {
        pdf_links_outline(display, surface);
        done = finish(surface, &sink, err);
    }
    cairo_surface_destroy(surface);
    return done;
}

bool pdf_render(const struct display *display, const struct pdf_info *info, struct text *ret_bytes,
                struct error *err)
{
    struct tags tags = {0};
    const struct tagged_job job = {.display = display, .tags = &tags, .info = info};

    text_clear(ret_bytes);
    if (display->page_count == 0)
        return error_set(err, ERROR_INTERNAL, "a document without pages");
    bool done = display_check(display, err) && draw(display, &tags, ret_bytes, err) &&
                tagged_finish(&job, ret_bytes, err) && check_bytes(ret_bytes, err);
    if (!done)
        text_clear(ret_bytes);
    tags_finish(&tags);
    return done;
}
