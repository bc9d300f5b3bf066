/* SPDX-License-Identifier: MIT */
#include "run/attach.h"

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"
#include "render/pdf.h"
#include "render/table_csv.h"

static struct pdf_attachment attach(const struct table *table, struct arena *arena)
{
    struct text csv = {0};

    table_csv(table, &csv);
    struct pdf_attachment attachment = {
        .name = arena_printf(arena, "Table_%d.csv", table->number),
        .description = table->title,
        .bytes = arena_bytes(arena, text_string(&csv), csv.length),
        .length = csv.length,
    };
    text_finish(&csv);
    return attachment;
}

size_t attach_tables(const struct document *document, struct arena *arena,
                     struct pdf_attachment **ret_attachments)
{
    size_t count = 0;

    *ret_attachments = arena_array(arena, document->table_count + 1, sizeof **ret_attachments);
    for (size_t i = 0; i < document->table_count; i++)
        if (document->tables[i]->number > 0)
            (*ret_attachments)[count++] = attach(document->tables[i], arena);
    return count;
}
