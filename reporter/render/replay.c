/* SPDX-License-Identifier: MIT */
#include "render/replay.h"

#include "base/arena.h"
#include "base/error.h"
#include "draw/display.h"
#include "render/glyphs.h"
#include "render/tag.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static size_t *indices_new(size_t count)
{
    size_t capacity = 0;
    size_t *indices = vector_grow(NULL, count, &capacity, sizeof *indices);

    memset(indices, 0, (count + 1) * sizeof *indices);
    return indices;
}

/* A counting sort, which keeps the order within a page. */
void replay_init(struct replay *replay, const struct display *display)
{
    *replay = (struct replay){.display = display};
    replay->order = indices_new(display->mark_count);
    replay->starts = indices_new(display->page_count + 1);
    for (size_t i = 0; i < display->mark_count; i++)
        replay->starts[display->marks[i].page + 2]++;
    for (size_t page = 2; page <= display->page_count + 1; page++)
        replay->starts[page] += replay->starts[page - 1];
    for (size_t i = 0; i < display->mark_count; i++)
        replay->order[replay->starts[display->marks[i].page + 1]++] = i;
}

void replay_finish(struct replay *replay)
{
    free(replay->order);
    free(replay->starts);
    *replay = (struct replay){0};
}

const size_t *replay_marks(const struct replay *replay, int page, size_t *ret_count)
{
    assert(page >= 0 && (size_t)page < replay->display->page_count);
    *ret_count = replay->starts[page + 1] - replay->starts[page];
    return replay->order + replay->starts[page];
}

static void set_colour(cairo_t *cr, struct colour colour)
{
    cairo_set_source_rgb(cr, colour.red, colour.green, colour.blue);
}

/* The text's last line has no space at its end; those before it were wrapped there, or in a word.
 */
static bool ends_bare(const struct line *line)
{
    return line->to > line->from && !line->text[line->to] && line->text[line->to - 1] != ' ';
}

/** The marks of a page. */
struct sheet {
    const struct mark *marks; /* of all pages */
    const size_t *indices;
    size_t count;
};

/* Whether another text of the same leaf comes behind the page's mark `at`. */
static bool goes_on(const struct sheet *sheet, size_t at)
{
    const struct mark *mark = &sheet->marks[sheet->indices[at]];

    for (size_t i = at + 1; i < sheet->count && mark->node != NODE_ARTIFACT; i++) {
        const struct mark *next = &sheet->marks[sheet->indices[i]];
        if (next->node != mark->node)
            return false;
        if (next->kind == MARK_TEXT)
            return true;
    }
    return false;
}

static bool draw_text(const struct mark *mark, bool goes_on, cairo_t *cr, struct error *err)
{
    const struct glyphs *glyphs = mark->text.line.handle;

    assert(glyphs);
    if (!glyphs_check(glyphs, err))
        return false;
    set_colour(cr, mark->text.colour);
    glyphs_draw(glyphs, cr, mark->text.baseline, goes_on && ends_bare(&mark->text.line));
    return true;
}

static void trace(const struct path *path, cairo_t *cr)
{
    cairo_new_path(cr);
    for (size_t i = 0; i < path->count; i++) {
        const struct path_point *at = &path->points[i];
        switch (at->step) {
        case PATH_MOVE:
            cairo_move_to(cr, at->to.x, at->to.y);
            break;
        case PATH_LINE:
            cairo_line_to(cr, at->to.x, at->to.y);
            break;
        case PATH_CURVE:
            cairo_curve_to(cr, at->control[0].x, at->control[0].y, at->control[1].x,
                           at->control[1].y, at->to.x, at->to.y);
            break;
        case PATH_CLOSE:
            cairo_close_path(cr);
            break;
        }
    }
}

static void stroke(const struct paint *paint, cairo_t *cr)
{
    bool dashed = paint->dash[0] > 0 || paint->dash[1] > 0;

    set_colour(cr, paint->stroke_colour);
    cairo_set_line_width(cr, paint->width);
    cairo_set_dash(cr, paint->dash, dashed ? 2 : 0, 0);
    cairo_set_line_cap(cr, paint->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr, paint->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_stroke_preserve(cr);
}

static void draw_path(const struct mark *mark, cairo_t *cr)
{
    const struct paint *paint = &mark->path.paint;

    trace(&mark->path.path, cr);
    if (paint->fill) {
        set_colour(cr, paint->fill_colour);
        cairo_fill_preserve(cr);
    }
    if (paint->stroke)
        stroke(paint, cr);
    cairo_new_path(cr);
}

struct png_source {
    const char *bytes;
    size_t left;
};

static cairo_status_t png_read(void *closure, unsigned char *data, unsigned length)
{
    struct png_source *source = closure;

    if (length > source->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, source->bytes, length);
    source->bytes += length;
    source->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static bool draw_image(const struct mark *mark, cairo_t *cr, struct error *err)
{
    struct png_source source = {mark->image.bytes, mark->image.length};
    cairo_surface_t *image = cairo_image_surface_create_from_png_stream(png_read, &source);
    bool valid = cairo_surface_status(image) == CAIRO_STATUS_SUCCESS;

    if (valid) {
        cairo_save(cr);
        cairo_translate(cr, mark->box.x, mark->box.y);
        cairo_scale(cr, mark->box.width / cairo_image_surface_get_width(image),
                    mark->box.height / cairo_image_surface_get_height(image));
        cairo_set_source_surface(cr, image, 0, 0);
        /* Any other filter makes the PDF's reader smooth it, which an archive must not. */
        cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
        cairo_paint(cr);
        cairo_restore(cr);
    }
    cairo_surface_destroy(image);
    return valid ||
           error_set(err, ERROR_INTERNAL, "an image on page %d is no valid PNG", mark->page + 1);
}

static bool draw_mark(const struct sheet *sheet, size_t at, cairo_t *cr, struct error *err)
{
    const struct mark *mark = &sheet->marks[sheet->indices[at]];

    switch (mark->kind) {
    case MARK_TEXT:
        return draw_text(mark, goes_on(sheet, at), cr, err);
    case MARK_PATH:
        draw_path(mark, cr);
        return true;
    case MARK_IMAGE:
        return draw_image(mark, cr, err);
    case MARK_LINK:
    case MARK_DESTINATION:
        return true;
    }
    return true;
}

bool replay_page(const struct replay *replay, int page, cairo_t *cr, struct error *err)
{
    struct sheet sheet = {.marks = replay->display->marks};
    bool valid = true;

    sheet.indices = replay_marks(replay, page, &sheet.count);
    /* An opaque page first: without it Cairo's PDF surface takes quadratic time over scattered
     * marks. It stands before all tags: Cairo forgets what came before a paint of the whole page,
     * also the beginning of a tag, and then fails at its end. */
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    for (size_t i = 0; i < sheet.count && valid; i++) {
        if (replay->tags)
            tags_mark(replay->tags, cr, replay->display, &sheet.marks[sheet.indices[i]]);
        valid = draw_mark(&sheet, i, cr, err);
    }
    if (replay->tags)
        tags_end(replay->tags, cr);
    return valid;
}
