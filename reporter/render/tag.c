/* SPDX-License-Identifier: MIT */
#include "render/tag.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <cairo-pdf.h>
#include <stdlib.h>

/* Cairo has no artifacts: the later pass makes them of these. */
#define ARTIFACT_NAME "NonStruct"

void tags_finish(struct tags *tags)
{
    free(tags->items);
    free(tags->starts);
    *tags = (struct tags){0};
}

void tags_page(struct tags *tags)
{
    assert(!tags->open);
    tags->starts =
        vector_grow(tags->starts, tags->page_count, &tags->page_capacity, sizeof *tags->starts);
    tags->starts[tags->page_count++] = tags->count;
}

/* Cairo crashes on a tag begun in a group. */
static void begin(struct tags *tags, cairo_t *cr, const char *name, struct tag tag)
{
    assert(tags->page_count > 0);
    assert(cairo_get_group_target(cr) == cairo_get_target(cr));
    tags->items = vector_grow(tags->items, tags->count, &tags->capacity, sizeof *tags->items);
    tags->items[tags->count++] = tag;
    tags->open = name;
    cairo_tag_begin(cr, name, NULL);
}

static bool is_open(const struct tags *tags, struct tag tag)
{
    if (!tags->open)
        return false;
    const struct tag *last = &tags->items[tags->count - 1];
    return last->node == tag.node && (tag.node != NODE_ARTIFACT || last->artifact == tag.artifact);
}

static bool is_drawn(const struct mark *mark)
{
    return mark->kind != MARK_LINK && mark->kind != MARK_DESTINATION;
}

/* Cairo would make a link of a Link; the later pass does. */
static const char *name(const struct display *display, int node)
{
    enum role role = node == NODE_ARTIFACT ? ROLE_COUNT : display->nodes[node].role;

    if (role == ROLE_COUNT)
        return ARTIFACT_NAME;
    return role_name(role == ROLE_LINK ? ROLE_REFERENCE : role);
}

void tags_mark(struct tags *tags, cairo_t *cr, const struct display *display,
               const struct mark *mark)
{
    const struct tag tag = {.node = mark->node, .artifact = mark->artifact};

    if (!is_drawn(mark) || is_open(tags, tag))
        return;
    tags_end(tags, cr);
    begin(tags, cr, name(display, mark->node), tag);
}

void tags_end(struct tags *tags, cairo_t *cr)
{
    if (tags->open)
        cairo_tag_end(cr, tags->open);
    tags->open = NULL;
}

const struct tag *tags_of_page(const struct tags *tags, int page, size_t *ret_count)
{
    size_t next = (size_t)page + 1;

    assert(page >= 0 && next <= tags->page_count);
    size_t end = next < tags->page_count ? tags->starts[next] : tags->count;
    *ret_count = end - tags->starts[page];
    return tags->items + tags->starts[page];
}

void tag_destination(cairo_t *cr, const char *name, struct point at)
{
    struct text attributes = {0};

    text_printf(&attributes, "name='%s' x=%.3f y=%.3f", name, at.x, at.y);
    cairo_tag_begin(cr, CAIRO_TAG_DEST, text_string(&attributes));
    cairo_tag_end(cr, CAIRO_TAG_DEST);
    text_finish(&attributes);
}
