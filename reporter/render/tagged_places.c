/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "draw/display.h"
#include "render/tag.h"
#include "render/tagged_parts.h"

#include <math.h>

static void find_marks(struct tagged *tagged)
{
    const struct display *display = tagged->job->display;

    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        if (mark->node == NODE_ARTIFACT)
            continue;
        struct node_place *place = &tagged->places[mark->node];
        if (place->end == 0)
            place->first = i;
        place->end = i + 1;
        place->page = mark->page;
        place->linked = place->linked || mark->kind == MARK_LINK;
    }
}

static void find_tags(struct tagged *tagged)
{
    for (size_t page = 0; page < tagged->job->display->page_count; page++) {
        size_t count;
        const struct tag *tags = tags_of_page(tagged->job->tags, (int)page, &count);
        for (size_t i = 0; i < count; i++) {
            if (tags[i].node == NODE_ARTIFACT)
                continue;
            struct node_place *place = &tagged->places[tags[i].node];
            place->tagged = true;
            place->number = (int)i;
        }
    }
}

/* A blank cell keeps its place in the table's grid; anything else that holds nothing would only be
 * announced in vain. Children stand behind their parents. */
static void find_kept(struct tagged *tagged)
{
    const struct display *display = tagged->job->display;

    for (size_t i = display->node_count; i-- > 0;) {
        const struct structure *node = &display->nodes[i];
        struct node_place *place = &tagged->places[i];
        bool cell = node->role == ROLE_TH || node->role == ROLE_TD;
        place->kept = place->kept || place->tagged || place->linked || cell || i == 0;
        if (place->kept && node->parent >= 0)
            tagged->places[node->parent].kept = true;
    }
}

void tagged_places(struct tagged *tagged)
{
    find_marks(tagged);
    find_tags(tagged);
    find_kept(tagged);
}

static void append_line(struct text *text, const struct line *line)
{
    size_t end = line->to;

    while (end > line->from && line->text[end - 1] == ' ')
        end--;
    if (text->length > 0 && end > line->from)
        text_append(text, " ");
    text_append_bytes(text, line->text + line->from, end - line->from);
}

void node_words(const struct tagged *tagged, int node, struct text *text)
{
    const struct node_place *place = &tagged->places[node];

    for (size_t i = place->first; i < place->end; i++) {
        const struct mark *mark = &tagged->job->display->marks[i];
        if (mark->node == node && mark->kind == MARK_TEXT)
            append_line(text, &mark->text.line);
    }
}

struct rect node_box(const struct tagged *tagged, int node)
{
    const struct node_place *place = &tagged->places[node];
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

    for (size_t i = place->first; i < place->end; i++) {
        const struct mark *mark = &tagged->job->display->marks[i];
        if (mark->node != node)
            continue;
        left = fmin(left, mark->box.x);
        top = fmin(top, mark->box.y);
        right = fmax(right, mark->box.x + mark->box.width);
        bottom = fmax(bottom, mark->box.y + mark->box.height);
    }
    return (struct rect){left, top, right - left, bottom - top};
}
