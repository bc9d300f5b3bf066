/* SPDX-License-Identifier: MIT */
#include "draw/display.h"

#include "base/text.h"

#include <assert.h>
#include <math.h>

static const char *const ROLE_NAMES[ROLE_COUNT] = {
    [ROLE_DOCUMENT] = "Document",
    [ROLE_PART] = "Part",
    [ROLE_SECT] = "Sect",
    [ROLE_DIV] = "Div",
    [ROLE_H1] = "H1",
    [ROLE_H2] = "H2",
    [ROLE_H3] = "H3",
    [ROLE_P] = "P",
    [ROLE_SPAN] = "Span",
    [ROLE_L] = "L",
    [ROLE_LI] = "LI",
    [ROLE_LBL] = "Lbl",
    [ROLE_LBODY] = "LBody",
    [ROLE_TABLE] = "Table",
    [ROLE_THEAD] = "THead",
    [ROLE_TBODY] = "TBody",
    [ROLE_TR] = "TR",
    [ROLE_TH] = "TH",
    [ROLE_TD] = "TD",
    [ROLE_CAPTION] = "Caption",
    [ROLE_FIGURE] = "Figure",
    [ROLE_TOC] = "TOC",
    [ROLE_TOCI] = "TOCI",
    [ROLE_REFERENCE] = "Reference",
    [ROLE_LINK] = "Link",
    [ROLE_NOTE] = "Note",
};

const char *role_name(enum role role)
{
    assert((unsigned)role < ROLE_COUNT);
    return ROLE_NAMES[role];
}

/* "Sect/P": the Document at the top goes without saying. */
static void dump_roles(const struct display *display, int node, struct text *text)
{
    const struct structure *structure = &display->nodes[node];
    if (structure->parent > 0) {
        dump_roles(display, structure->parent, text);
        text_append(text, "/");
    }
    text_append(text, role_name(structure->role));
    if (structure->scope != SCOPE_NONE)
        text_append(text, structure->scope == SCOPE_ROW ? "(row)" : "(column)");
}

/* Without this, a coordinate just below zero prints as "-0.0". */
static double tenth(double value)
{
    double rounded = round(value * 10) / 10;
    return rounded == 0 ? 0 : rounded;
}

static void dump_box(struct rect box, struct text *text)
{
    text_printf(text, "%.1f %.1f %.1fx%.1f", tenth(box.x), tenth(box.y), tenth(box.width),
                tenth(box.height));
}

static void dump_colour(struct colour colour, struct text *text)
{
    text_printf(text, "#%02X%02X%02X", (unsigned)lround(colour.red * 255),
                (unsigned)lround(colour.green * 255), (unsigned)lround(colour.blue * 255));
}

static void dump_text(const struct mark *mark, struct text *text)
{
    const struct line *line = &mark->text.line;
    size_t end = line->to;

    if (!line->text) {
        text_append(text, "text reserved");
        return;
    }
    while (end > line->from && line->text[end - 1] == ' ')
        end--;
    text_append(text, "text \"");
    text_append_bytes(text, line->text + line->from, end - line->from);
    text_append(text, "\" ");
    dump_colour(mark->text.colour, text);
}

static const char *shape(const struct path *path)
{
    if (path->count == 2)
        return "line";
    for (size_t i = 0; i < path->count; i++)
        if (path->points[i].step == PATH_CURVE)
            return path->count == 6 ? "circle" : "curve";
    return path->count == 5 && path->points[4].step == PATH_CLOSE ? "rect" : "path";
}

static void dump_paint(const struct paint *paint, struct text *text)
{
    if (paint->fill) {
        text_append(text, " fill ");
        dump_colour(paint->fill_colour, text);
    }
    if (paint->stroke) {
        text_append(text, " stroke ");
        dump_colour(paint->stroke_colour, text);
        text_printf(text, " %.1f", paint->width);
        if (paint->dash[0] > 0)
            text_printf(text, " dash %g-%g", paint->dash[0], paint->dash[1]);
    }
}

static void dump_path(const struct mark *mark, struct text *text)
{
    const char *name = shape(&mark->path.path);
    text_append(text, name);
    if (name[0] == 'p')
        text_printf(text, " of %zu points", mark->path.path.count);
    dump_paint(&mark->path.paint, text);
}

static void dump_content(const struct mark *mark, struct text *text)
{
    switch (mark->kind) {
    case MARK_TEXT:
        dump_text(mark, text);
        break;
    case MARK_PATH:
        dump_path(mark, text);
        break;
    case MARK_IMAGE:
        text_printf(text, "image of %zu bytes", mark->image.length);
        break;
    case MARK_LINK:
        text_printf(text, "link to %s", mark->link.destination);
        break;
    case MARK_DESTINATION:
        text_printf(text, "destination %s", mark->destination.name);
        break;
    }
}

static void dump_mark(const struct display *display, const struct mark *mark, struct text *text)
{
    text_printf(text, "%d  ", mark->page + 1);
    dump_box(mark->box, text);
    text_append(text, "  ");
    if (mark->node == NODE_ARTIFACT)
        text_append(text, mark->kind == MARK_DESTINATION ? "-" : "Artifact");
    else
        dump_roles(display, mark->node, text);
    text_append(text, "  ");
    dump_content(mark, text);
    text_append(text, "\n");
}

void display_dump(const struct display *display, struct text *text)
{
    for (size_t i = 0; i < display->page_count; i++) {
        const struct page *page = &display->pages[i];
        text_printf(text, "page %zu  %.1fx%.1f%s%s\n", i + 1, page->width, page->height,
                    page->label ? "  label " : "", page->label ? page->label : "");
    }
    for (size_t i = 0; i < display->mark_count; i++)
        dump_mark(display, &display->marks[i], text);
    for (size_t i = 0; i < display->node_count; i++)
        if (display->nodes[i].alt)
            text_printf(text, "alt %s: %s\n", role_name(display->nodes[i].role),
                        display->nodes[i].alt);
    for (size_t i = 0; i < display->outline_count; i++)
        text_printf(text, "outline %*s%s -> %s\n", 2 * (display->outline[i].level - 1), "",
                    display->outline[i].title, display->outline[i].destination);
}
