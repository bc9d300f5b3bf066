/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "render/pdf.h"
#include "render/tagged_parts.h"

#include <stdlib.h>
#include <string.h>

static qpdf_oh new_file(const struct tagged *tagged, const struct pdf_attachment *attachment)
{
    struct text dictionary = {0};

    /* libqpdf writes a slash within a name as #2F. */
    text_append(&dictionary, "<< /Type /EmbeddedFile /Subtype /text#2Fcsv /Params << /ModDate (");
    pdf_date(&dictionary, tagged->job->info->created);
    text_printf(&dictionary, ") /Size %zu >> >>", attachment->length);
    qpdf_oh file = object_stream(tagged->qpdf, text_string(&dictionary), attachment->bytes,
                                 attachment->length);
    text_finish(&dictionary);
    return file;
}

/* What the pages show, as data: to be found both by name and from the document. */
static void add_file(const struct tagged *tagged, const struct pdf_attachment *attachment,
                     qpdf_oh names, qpdf_oh associated)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh file = new_file(tagged, attachment);
    qpdf_oh fresh = object_parse(qpdf, "<< /Type /Filespec /AFRelationship /Data /EF << >> >>");
    qpdf_oh specification = qpdf_make_indirect_object(qpdf, fresh);
    qpdf_oh embedded = qpdf_oh_get_key(qpdf, specification, "/EF");

    object_put_same(qpdf, embedded, "/F", file);
    object_put_same(qpdf, embedded, "/UF", file);
    object_put_text(qpdf, specification, "/F", attachment->name);
    object_put_text(qpdf, specification, "/UF", attachment->name);
    object_put_text(qpdf, specification, "/Desc", attachment->description);
    object_append(qpdf, names, qpdf_oh_new_string(qpdf, attachment->name));
    qpdf_oh_append_item(qpdf, names, specification);
    qpdf_oh_append_item(qpdf, associated, specification);
    qpdf_oh_release(qpdf, embedded);
    qpdf_oh_release(qpdf, specification);
    qpdf_oh_release(qpdf, fresh);
    qpdf_oh_release(qpdf, file);
}

static int compare(const void *a, const void *b)
{
    const struct pdf_attachment *const *first = a, *const *second = b;
    return strcmp((*first)->name, (*second)->name);
}

static const struct pdf_attachment **sort(const struct pdf_info *info)
{
    size_t capacity = 0;
    const struct pdf_attachment **sorted =
        vector_grow(NULL, info->attachment_count, &capacity, sizeof(void *));

    for (size_t i = 0; i < info->attachment_count; i++)
        sorted[i] = &info->attachments[i];
    qsort(sorted, info->attachment_count, sizeof(void *), compare);
    return sorted;
}

/* Names must stand in their order, for readers search them by halves. */
static void add_files(const struct tagged *tagged, qpdf_oh names, qpdf_oh associated)
{
    const struct pdf_info *info = tagged->job->info;
    const struct pdf_attachment **sorted = sort(info);

    for (size_t i = 0; i < info->attachment_count; i++)
        add_file(tagged, sorted[i], names, associated);
    free(sorted);
}

/* Cairo's names hold the destinations. */
static qpdf_oh catalog_names(const struct tagged *tagged)
{
    if (!qpdf_oh_has_key(tagged->qpdf, tagged->catalog, "/Names"))
        object_put(tagged->qpdf, tagged->catalog, "/Names", qpdf_oh_new_dictionary(tagged->qpdf));
    return qpdf_oh_get_key(tagged->qpdf, tagged->catalog, "/Names");
}

bool tagged_files(struct tagged *tagged, struct error *err)
{
    qpdf_data qpdf = tagged->qpdf;

    if (tagged->job->info->attachment_count == 0)
        return true;
    qpdf_oh names = qpdf_oh_new_array(qpdf);
    qpdf_oh associated = qpdf_oh_new_array(qpdf);
    qpdf_oh tree = qpdf_oh_new_dictionary(qpdf);
    qpdf_oh all = catalog_names(tagged);
    add_files(tagged, names, associated);
    object_put(qpdf, tree, "/Names", names);
    object_put(qpdf, all, "/EmbeddedFiles", tree);
    object_put(qpdf, tagged->catalog, "/AF", associated);
    qpdf_oh_release(qpdf, all);
    return tagged_check(tagged, "attaching its data", err);
}
