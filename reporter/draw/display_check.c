/* SPDX-License-Identifier: MIT */
#include "draw/display.h"

#include "base/error.h"
#include "base/map.h"

static bool gather_destinations(const struct display *display, struct map *map, struct error *err)
{
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        if (mark->kind == MARK_DESTINATION && !map_add(map, mark->destination.name, i))
            return error_set(err, ERROR_INTERNAL, "the destination '%s' stands twice",
                             mark->destination.name);
    }
    return true;
}

static bool check_destination(const struct map *map, const char *name, struct error *err)
{
    if (map_find(map, name) != MAP_NONE)
        return true;
    return error_set(err, ERROR_INTERNAL, "a link leads to '%s', which stands nowhere", name);
}

static bool check_links(const struct display *display, const struct map *map, struct error *err)
{
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        if (mark->kind == MARK_LINK && !check_destination(map, mark->link.destination, err))
            return false;
    }
    for (size_t i = 0; i < display->outline_count; i++) {
        if (!check_destination(map, display->outline[i].destination, err))
            return false;
    }
    return true;
}

static bool check_destinations(const struct display *display, struct error *err)
{
    struct map *map = map_new();
    bool valid = gather_destinations(display, map, err) && check_links(display, map, err);
    map_free(map);
    return valid;
}

static bool check_texts(const struct display *display, struct error *err)
{
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        if (mark->kind == MARK_TEXT && !mark->text.line.text)
            return error_set(err, ERROR_INTERNAL, "a text reserved on page %d was never set",
                             mark->page + 1);
    }
    return true;
}

static bool check_figures(const struct display *display, struct error *err)
{
    for (size_t i = 0; i < display->node_count; i++) {
        const struct structure *node = &display->nodes[i];
        if (node->role == ROLE_FIGURE && (!node->alt || !node->alt[0]))
            return error_set(err, ERROR_INTERNAL, "a figure has no alternative text");
    }
    return true;
}

bool display_check(const struct display *display, struct error *err)
{
    if (display->open != 0 || display->artifact_depth != 0)
        return error_set(err, ERROR_INTERNAL, "a %s was left open",
                         display->artifact_depth ? "run of artifacts"
                                                 : role_name(display->nodes[display->open].role));
    return check_texts(display, err) && check_figures(display, err) &&
           check_destinations(display, err);
}
