/* SPDX-License-Identifier: MIT */
#include "draw/display.h"

#include "base/arena.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct display *display_new(struct arena *arena)
{
    struct display *display = ARENA_NEW(arena, struct display);

    display->arena = arena;
    display->page = -1;
    display->last_leaf = -1;
    display->nodes = vector_grow(NULL, 0, &display->node_capacity, sizeof *display->nodes);
    display->nodes[0] = (struct structure){.role = ROLE_DOCUMENT, .parent = -1};
    display->node_count = 1;
    return display;
}

void display_free(struct display *display)
{
    if (!display)
        return;
    free(display->pages);
    free(display->marks);
    free(display->nodes);
    free(display->outline);
    display->pages = NULL;
    display->marks = NULL;
    display->nodes = NULL;
    display->outline = NULL;
}

int display_page_new(struct display *display, double width, double height)
{
    display->pages = vector_grow(display->pages, display->page_count, &display->page_capacity,
                                 sizeof *display->pages);
    display->pages[display->page_count] = (struct page){.width = width, .height = height};
    display->page = (int)display->page_count++;
    return display->page;
}

void display_page_select(struct display *display, int page)
{
    assert(page >= 0 && (size_t)page < display->page_count);
    display->page = page;
}

/* Of the open node only: its marks can be followed by nothing but artifacts (see add_to_leaf). */
static bool holds_marks(const struct display *display, int node)
{
    size_t i = display->mark_count;
    while (i > 0 && display->marks[i - 1].node == NODE_ARTIFACT)
        i--;
    return i > 0 && display->marks[i - 1].node == node;
}

int display_open(struct display *display, enum role role)
{
    assert(display->artifact_depth == 0);
    assert(!holds_marks(display, display->open));
    display->nodes = vector_grow(display->nodes, display->node_count, &display->node_capacity,
                                 sizeof *display->nodes);
    display->nodes[display->node_count] = (struct structure){.role = role, .parent = display->open};
    display->open = (int)display->node_count++;
    return display->open;
}

void display_close(struct display *display, int node)
{
    assert(node > 0 && node == display->open);
    assert(display->artifact_depth == 0);
    display->open = display->nodes[node].parent;
}

void display_alt(struct display *display, int node, const char *alt)
{
    assert(node > 0 && (size_t)node < display->node_count);
    display->nodes[node].alt = arena_text(display->arena, alt);
}

void display_scope(struct display *display, int node, enum scope scope)
{
    assert(node > 0 && (size_t)node < display->node_count);
    display->nodes[node].scope = scope;
}

void display_span(struct display *display, int node, int rows, int columns)
{
    assert(node > 0 && (size_t)node < display->node_count);
    assert(rows >= 1 && columns >= 1);
    display->nodes[node].row_span = rows;
    display->nodes[node].column_span = columns;
}

void display_artifact_begin(struct display *display)
{
    display->artifact_depth++;
}

void display_artifact_kind(struct display *display, enum artifact artifact)
{
    assert(display->artifact_depth > 0);
    display->artifact = artifact;
}

void display_artifact_end(struct display *display)
{
    assert(display->artifact_depth > 0);
    if (--display->artifact_depth == 0)
        display->artifact = ARTIFACT_LAYOUT;
}

/* The open node takes the mark. It has no children, as nodes opened after it stand behind it; it
 * has no marks yet, or the last mark was its own, on this page. */
static int add_to_leaf(struct display *display)
{
    int leaf = display->open;

    assert(leaf > 0);
    assert((size_t)leaf + 1 == display->node_count);
    if (display->last_leaf == leaf)
        assert(display->marks[display->mark_count - 1].page == display->page);
    else
        assert(!holds_marks(display, leaf));
    display->last_leaf = leaf;
    return leaf;
}

static struct mark *push_mark(struct display *display, enum mark_kind kind, int node)
{
    assert(display->page >= 0);
    display->marks = vector_grow(display->marks, display->mark_count, &display->mark_capacity,
                                 sizeof *display->marks);
    struct mark *mark = &display->marks[display->mark_count++];
    *mark = (struct mark){
        .kind = kind, .page = display->page, .node = node, .artifact = display->artifact};
    return mark;
}

static struct mark *add_mark(struct display *display, enum mark_kind kind)
{
    int node = NODE_ARTIFACT;

    if (display->artifact_depth > 0)
        display->last_leaf = -1;
    else
        node = add_to_leaf(display);
    return push_mark(display, kind, node);
}

static void set_line(struct mark *mark, const struct line *line, struct point baseline,
                     struct colour colour)
{
    assert(line->text);
    mark->text.line = *line;
    mark->text.baseline = baseline;
    mark->text.colour = colour;
    mark->box = (struct rect){baseline.x, baseline.y - line->ascent, line->width,
                              line->ascent + line->descent};
}

void display_text(struct display *display, const struct line *line, struct point baseline,
                  struct colour colour)
{
    set_line(add_mark(display, MARK_TEXT), line, baseline, colour);
}

size_t display_text_reserve(struct display *display)
{
    add_mark(display, MARK_TEXT);
    return display->mark_count - 1;
}

void display_text_set(struct display *display, size_t mark, const struct line *line,
                      struct point baseline, struct colour colour)
{
    assert(mark < display->mark_count && display->marks[mark].kind == MARK_TEXT);
    set_line(&display->marks[mark], line, baseline, colour);
}

struct extent {
    double left, top, right, bottom;
};

static void extend(struct extent *extent, struct point point)
{
    assert(isfinite(point.x) && isfinite(point.y));
    extent->left = fmin(extent->left, point.x);
    extent->top = fmin(extent->top, point.y);
    extent->right = fmax(extent->right, point.x);
    extent->bottom = fmax(extent->bottom, point.y);
}

static struct rect path_box(const struct path_point *points, size_t count)
{
    struct extent extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};

    for (size_t i = 0; i < count; i++) {
        if (points[i].step == PATH_CLOSE)
            continue;
        extend(&extent, points[i].to);
        if (points[i].step == PATH_CURVE) {
            extend(&extent, points[i].control[0]);
            extend(&extent, points[i].control[1]);
        }
    }
    return (struct rect){extent.left, extent.top, extent.right - extent.left,
                         extent.bottom - extent.top};
}

void display_path(struct display *display, const struct path_point *points, size_t count,
                  const struct paint *paint)
{
    assert(count > 0 && points[0].step == PATH_MOVE);
    struct path_point *copy = arena_array(display->arena, count, sizeof *copy);
    memcpy(copy, points, count * sizeof *copy);
    struct mark *mark = add_mark(display, MARK_PATH);
    mark->path.path = (struct path){.points = copy, .count = count};
    mark->path.paint = *paint;
    mark->box = path_box(points, count);
}

void display_line(struct display *display, struct point from, struct point to,
                  const struct paint *paint)
{
    struct path_point points[] = {{.step = PATH_MOVE, .to = from}, {.step = PATH_LINE, .to = to}};
    display_path(display, points, 2, paint);
}

void display_rect(struct display *display, struct rect rect, const struct paint *paint)
{
    double right = rect.x + rect.width;
    double bottom = rect.y + rect.height;
    struct path_point points[] = {{.step = PATH_MOVE, .to = {rect.x, rect.y}},
                                  {.step = PATH_LINE, .to = {right, rect.y}},
                                  {.step = PATH_LINE, .to = {right, bottom}},
                                  {.step = PATH_LINE, .to = {rect.x, bottom}},
                                  {.step = PATH_CLOSE}};
    display_path(display, points, 5, paint);
}

static struct path_point arc(struct point to, struct point first, struct point second)
{
    return (struct path_point){.step = PATH_CURVE, .to = to, .control = {first, second}};
}

void display_circle(struct display *display, struct point c, double radius,
                    const struct paint *paint)
{
    double r = radius;
    double b = 0.5522847498 * r; /* (4/3) tan(pi/8): a quarter circle as one Bezier curve */
    struct point right = {c.x + r, c.y}, bottom = {c.x, c.y + r};
    struct point left = {c.x - r, c.y}, top = {c.x, c.y - r};
    struct path_point points[] = {
        {.step = PATH_MOVE, .to = right},
        arc(bottom, (struct point){right.x, c.y + b}, (struct point){c.x + b, bottom.y}),
        arc(left, (struct point){c.x - b, bottom.y}, (struct point){left.x, c.y + b}),
        arc(top, (struct point){left.x, c.y - b}, (struct point){c.x - b, top.y}),
        arc(right, (struct point){c.x + b, top.y}, (struct point){right.x, c.y - b}),
        {.step = PATH_CLOSE}};
    display_path(display, points, 6, paint);
}

void display_image(struct display *display, struct rect box, const char *png, size_t length)
{
    struct mark *mark = add_mark(display, MARK_IMAGE);
    mark->image.bytes = png;
    mark->image.length = length;
    mark->box = box;
}

void display_link(struct display *display, struct rect box, const char *destination)
{
    struct mark *mark = add_mark(display, MARK_LINK);
    mark->link.destination = arena_text(display->arena, destination);
    mark->box = box;
}

/* A destination draws nothing: between marks of one leaf it goes with them, so that they stay
 * together; elsewhere it stands alone. */
void display_destination(struct display *display, const char *name, struct point at)
{
    bool inside = display->artifact_depth == 0 && display->last_leaf > 0 &&
                  display->last_leaf == display->open;
    struct mark *mark = inside ? add_mark(display, MARK_DESTINATION)
                               : push_mark(display, MARK_DESTINATION, NODE_ARTIFACT);
    mark->destination.name = arena_text(display->arena, name);
    mark->box = (struct rect){at.x, at.y, 0, 0};
}

void display_outline(struct display *display, int level, const char *title, const char *destination)
{
    assert(level >= 1 && level <= 3);
    display->outline = vector_grow(display->outline, display->outline_count,
                                   &display->outline_capacity, sizeof *display->outline);
    display->outline[display->outline_count++] = (struct outline_entry){
        .title = arena_text(display->arena, title),
        .destination = arena_text(display->arena, destination),
        .level = level,
    };
}

int display_find(const struct display *display, const char *destination)
{
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        if (mark->kind == MARK_DESTINATION && strcmp(mark->destination.name, destination) == 0)
            return mark->page;
    }
    return -1;
}
