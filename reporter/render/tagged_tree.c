/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/text.h"
#include "draw/display.h"
#include "render/tag.h"
#include "render/tagged_parts.h"

#include <assert.h>

static void new_kids(struct tagged *tagged, size_t node)
{
    tagged->kids[node] = qpdf_oh_new_array(tagged->qpdf);
    object_put_same(tagged->qpdf, tagged->elements[node], "/K", tagged->kids[node]);
}

/* What is drawn, by its number on its page. */
static void add_content(struct tagged *tagged, size_t node)
{
    const struct node_place *place = &tagged->places[node];
    qpdf_oh element = tagged->elements[node];

    if (place->tagged || place->linked)
        object_put_same(tagged->qpdf, element, "/Pg", tagged->pages[place->page]);
    if (place->tagged && !place->linked) {
        object_put_integer(tagged->qpdf, element, "/K", place->number);
        return;
    }
    new_kids(tagged, node);
    if (place->tagged)
        object_append(tagged->qpdf, tagged->kids[node],
                      qpdf_oh_new_integer(tagged->qpdf, place->number));
}

static void append_spans(const struct structure *node, struct text *text)
{
    if (node->row_span > 1)
        text_printf(text, " /RowSpan %d", node->row_span);
    if (node->column_span > 1)
        text_printf(text, " /ColSpan %d", node->column_span);
}

static void append_scope(const struct structure *node, struct text *text)
{
    if (node->scope != SCOPE_NONE)
        text_printf(text, " /Scope /%s", node->scope == SCOPE_ROW ? "Row" : "Column");
}

static void append_box(const struct tagged *tagged, size_t node, struct text *text)
{
    struct rect box = node_box(tagged, (int)node);
    double height = tagged->job->display->pages[tagged->places[node].page].height;

    text_printf(text, " /Placement /Block /BBox [%.2f %.2f %.2f %.2f]", box.x,
                height - box.y - box.height, box.x + box.width, height - box.y);
}

/* As an array even of one: some readers pass over a dictionary alone. */
static qpdf_oh new_attributes(const struct tagged *tagged, const char *owner, struct text *text)
{
    qpdf_oh array = object_parse(tagged->qpdf, "[<< /O /%s%s >>]", owner, text_string(text));
    text_finish(text);
    return array;
}

/* Most heads of rows and columns differ in nothing else. */
static qpdf_oh scope_attributes(struct tagged *tagged, const struct structure *node)
{
    qpdf_oh *shared = &tagged->scopes[node->scope];
    struct text text = {0};

    if (!*shared) {
        append_scope(node, &text);
        *shared = new_attributes(tagged, "Table", &text);
    }
    return qpdf_oh_new_object(tagged->qpdf, *shared);
}

static void add_attributes(struct tagged *tagged, size_t i)
{
    const struct structure *node = &tagged->job->display->nodes[i];
    struct text text = {0};
    qpdf_oh attributes = 0;

    if (node->role == ROLE_FIGURE && tagged->places[i].tagged) {
        append_box(tagged, i, &text);
        attributes = new_attributes(tagged, "Layout", &text);
    } else if (node->row_span > 1 || node->column_span > 1) {
        append_scope(node, &text);
        append_spans(node, &text);
        attributes = new_attributes(tagged, "Table", &text);
    } else if (node->scope != SCOPE_NONE) {
        attributes = scope_attributes(tagged, node);
    }
    if (attributes)
        object_put(tagged->qpdf, tagged->elements[i], "/A", attributes);
}

static qpdf_oh role_object(struct tagged *tagged, enum role role)
{
    struct text name = {0};

    if (!tagged->roles[role]) {
        text_printf(&name, "/%s", role_name(role));
        tagged->roles[role] = qpdf_oh_new_name(tagged->qpdf, text_string(&name));
        text_finish(&name);
    }
    return tagged->roles[role];
}

static void name_element(struct tagged *tagged, qpdf_oh element, enum role role)
{
    if (!tagged->type)
        tagged->type = qpdf_oh_new_name(tagged->qpdf, "/StructElem");
    object_put_same(tagged->qpdf, element, "/Type", tagged->type);
    object_put_same(tagged->qpdf, element, "/S", role_object(tagged, role));
}

static void add_element(struct tagged *tagged, size_t i)
{
    const struct structure *node = &tagged->job->display->nodes[i];
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh fresh = qpdf_oh_new_dictionary(qpdf);
    qpdf_oh element = qpdf_make_indirect_object(qpdf, fresh);
    qpdf_oh parent = i == 0 ? tagged->structure : tagged->elements[node->parent];

    assert(parent);
    qpdf_oh_release(qpdf, fresh);
    tagged->elements[i] = element;
    name_element(tagged, element, node->role);
    object_put_same(qpdf, element, "/P", parent);
    object_put_text(qpdf, element, "/Alt", node->alt);
    add_attributes(tagged, i);
    add_content(tagged, i);
    if (i > 0)
        qpdf_oh_append_item(qpdf, tagged->kids[node->parent], element);
}

/* A note is referred to by its name; the names stand sorted in a tree of their own. */
static void name_notes(struct tagged *tagged)
{
    const struct display *display = tagged->job->display;
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh names = 0;

    for (size_t i = 0; i < display->node_count; i++) {
        if (display->nodes[i].role != ROLE_NOTE || !tagged->elements[i])
            continue;
        names = names ? names : qpdf_oh_new_array(qpdf);
        object_append(qpdf, names, object_parse(qpdf, "(note-%09zu)", i));
        qpdf_oh_append_item(qpdf, names, tagged->elements[i]);
        object_put(qpdf, tagged->elements[i], "/ID", object_parse(qpdf, "(note-%09zu)", i));
    }
    if (!names)
        return;
    qpdf_oh tree = qpdf_oh_new_dictionary(qpdf);
    object_put(qpdf, tree, "/Names", names);
    object_put(qpdf, tagged->structure, "/IDTree", tree);
}

bool tagged_tree(struct tagged *tagged, struct error *err)
{
    const struct display *display = tagged->job->display;
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh fresh = qpdf_oh_new_dictionary(qpdf);

    tagged->structure = qpdf_make_indirect_object(qpdf, fresh);
    qpdf_oh_release(qpdf, fresh);
    object_put_name(qpdf, tagged->structure, "/Type", "/StructTreeRoot");
    object_put_same(qpdf, tagged->catalog, "/StructTreeRoot", tagged->structure);
    for (size_t i = 0; i < display->node_count; i++)
        if (tagged->places[i].kept)
            add_element(tagged, i);
    object_put_same(qpdf, tagged->structure, "/K", tagged->elements[0]);
    name_notes(tagged);
    return tagged_check(tagged, "writing its structure", err);
}
