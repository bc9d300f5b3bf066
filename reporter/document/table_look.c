/* SPDX-License-Identifier: MIT */

/* How a template wants a table's columns to look: other headings, spanners, bars. */
#include "document/table_build.h"

#include "base/text.h"
#include "document/build.h"
#include "document/document.h"
#include "document/fact.h"
#include "input/schema.h"

static struct column *find_column(struct table *table, const char *id)
{
    size_t column = table_column(table, id);
    return column == (size_t)-1 ? NULL : &table->columns[column];
}

static void read_headings(const struct build *build, const struct node *block, struct table *table)
{
    const struct node *headings = node_find(block, "headings");
    for (size_t i = 0; headings && i < headings->count; i++) {
        struct column *column = find_column(table, headings->keys[i]->text);
        if (column)
            column->heading = fact_fill(build, headings->items[i]->text);
    }
}

static void read_spanner(const struct build *build, const struct node *spanner, struct table *table)
{
    const char **ids;
    size_t count = node_texts(spanner, "columns", build->arena, &ids);
    const char *text = fact_fill(build, node_text(spanner, "text", NULL));
    for (size_t i = 0; i < count; i++) {
        struct column *column = find_column(table, ids[i]);
        if (column)
            column->spanner = text;
    }
}

void table_dress(const struct build *build, const struct node *block, struct table *table)
{
    const struct node *spanners = node_find(block, "spanners");
    const char *bar = node_text(block, "bar", NULL);
    struct column *column = bar ? find_column(table, bar) : NULL;
    read_headings(build, block, table);
    for (size_t i = 0; spanners && i < spanners->count; i++)
        read_spanner(build, spanners->items[i], table);
    if (column)
        column->graphic = GRAPHIC_BAR;
}
