/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/text.h"
#include "draw/display.h"
#include "render/pdf_links.h"
#include "render/tag.h"
#include "render/tagged_parts.h"

static void start_parents(struct tagged *tagged)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh tree = qpdf_oh_new_dictionary(qpdf);

    tagged->parent_tree = qpdf_oh_new_array(qpdf);
    object_put_same(qpdf, tree, "/Nums", tagged->parent_tree);
    object_put(qpdf, tagged->structure, "/ParentTree", tree);
}

static void add_parent(struct tagged *tagged, qpdf_oh item)
{
    object_append(tagged->qpdf, tagged->parent_tree,
                  qpdf_oh_new_integer(tagged->qpdf, (long long)tagged->parents++));
    qpdf_oh_append_item(tagged->qpdf, tagged->parent_tree, item);
}

/* The elements of a page's tags, each at its number; artifacts have none. */
static qpdf_oh page_parents(const struct tagged *tagged, size_t page)
{
    qpdf_oh array = qpdf_oh_new_array(tagged->qpdf);
    size_t count;
    const struct tag *tags = tags_of_page(tagged->job->tags, (int)page, &count);

    for (size_t i = 0; i < count; i++) {
        if (tags[i].node == NODE_ARTIFACT)
            object_append(tagged->qpdf, array, qpdf_oh_new_null(tagged->qpdf));
        else
            qpdf_oh_append_item(tagged->qpdf, array, tagged->elements[tags[i].node]);
    }
    return array;
}

static void add_page_parents(struct tagged *tagged)
{
    for (size_t page = 0; page < tagged->job->display->page_count; page++) {
        qpdf_oh array = page_parents(tagged, page);
        add_parent(tagged, array);
        qpdf_oh_release(tagged->qpdf, array);
    }
}

static qpdf_oh page_annotations(const struct tagged *tagged, int page)
{
    qpdf_oh object = tagged->pages[page];

    if (!qpdf_oh_has_key(tagged->qpdf, object, "/Annots"))
        object_put(tagged->qpdf, object, "/Annots", qpdf_oh_new_array(tagged->qpdf));
    return qpdf_oh_get_key(tagged->qpdf, object, "/Annots");
}

/* Printed with the page (F 4), without a frame. */
static qpdf_oh new_annotation(const struct tagged *tagged, const struct mark *mark)
{
    double height = tagged->job->display->pages[mark->page].height;
    struct rect box = mark->box;

    return object_parse(tagged->qpdf,
                        "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0]"
                        " /Rect [%.2f %.2f %.2f %.2f] >>",
                        box.x, height - box.y - box.height, box.x + box.width, height - box.y);
}

static bool describe(struct tagged *tagged, qpdf_oh annotation, const struct mark *mark,
                     struct error *err)
{
    struct text words = {0};
    struct text name = {0};

    node_words(tagged, mark->node, &words);
    pdf_links_name(&name, mark->link.destination);
    object_put_text(tagged->qpdf, annotation, "/Contents", text_string(&words));
    object_put(tagged->qpdf, annotation, "/Dest",
               qpdf_oh_new_string(tagged->qpdf, text_string(&name)));
    bool good = words.length > 0 ||
                error_set(err, ERROR_INTERNAL, "a link on page %d has no words", mark->page + 1);
    text_finish(&words);
    text_finish(&name);
    return good;
}

/* The element holds the area beside its words. */
static void refer(const struct tagged *tagged, qpdf_oh annotation, const struct mark *mark)
{
    qpdf_oh reference = object_parse(tagged->qpdf, "<< /Type /OBJR >>");

    object_put_same(tagged->qpdf, reference, "/Obj", annotation);
    object_put_same(tagged->qpdf, reference, "/Pg", tagged->pages[mark->page]);
    object_append(tagged->qpdf, tagged->kids[mark->node], reference);
}

static bool add_link(struct tagged *tagged, const struct mark *mark, struct error *err)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh fresh = new_annotation(tagged, mark);
    qpdf_oh annotation = qpdf_make_indirect_object(qpdf, fresh);
    qpdf_oh annotations = page_annotations(tagged, mark->page);

    qpdf_oh_release(qpdf, fresh);
    qpdf_oh_append_item(qpdf, annotations, annotation);
    qpdf_oh_release(qpdf, annotations);
    object_put_integer(qpdf, annotation, "/StructParent", (long long)tagged->parents);
    bool good = describe(tagged, annotation, mark, err);
    refer(tagged, annotation, mark);
    add_parent(tagged, tagged->elements[mark->node]);
    qpdf_oh_release(qpdf, annotation);
    return good;
}

static bool is_link(const struct tagged *tagged, const struct mark *mark)
{
    return mark->node != NODE_ARTIFACT && tagged->job->display->nodes[mark->node].role == ROLE_LINK;
}

bool tagged_links(struct tagged *tagged, struct error *err)
{
    const struct display *display = tagged->job->display;

    start_parents(tagged);
    add_page_parents(tagged);
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        if (mark->kind != MARK_LINK)
            continue;
        if (!is_link(tagged, mark))
            return error_set(err, ERROR_INTERNAL, "a link area on page %d is in no Link",
                             mark->page + 1);
        if (!add_link(tagged, mark, err))
            return false;
    }
    object_put_integer(tagged->qpdf, tagged->structure, "/ParentTreeNextKey",
                       (long long)tagged->parents);
    return tagged_check(tagged, "writing its links", err);
}
