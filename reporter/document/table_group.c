/* SPDX-License-Identifier: MIT */

/* Rows whose cell in one column reads alike stand together, in the order in which the rows stood;
 * groups in the order of their first rows. */
#include "document/table_build.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "document/document.h"

#include <string.h>

struct grouping {
    const struct table *table;
    struct arena *arena;
    size_t rows;    /* without the total */
    size_t *groups; /* of each row */
    size_t *starts; /* of each group, in the new order; then where its next row goes */
    size_t count;   /* of groups */
};

static void find_groups(struct grouping *grouping)
{
    const struct table *table = grouping->table;
    struct map *map = map_new();
    struct text text = {0};

    for (size_t r = 0; r < grouping->rows; r++) {
        text_clear(&text);
        cell_print(table_cell(table, r, table->group_column), &table->columns[table->group_column],
                   &text);
        if (map_add(map, arena_text(grouping->arena, text_string(&text)), grouping->count))
            grouping->count++;
        grouping->groups[r] = map_find(map, text_string(&text));
        grouping->starts[grouping->groups[r] + 1]++;
    }
    for (size_t g = 0; g < grouping->count; g++)
        grouping->starts[g + 1] += grouping->starts[g];
    text_finish(&text);
    map_free(map);
}

void table_group(struct table *table, size_t column, struct arena *arena)
{
    struct grouping grouping = {
        .table = table, .arena = arena, .rows = table->row_count - (table->total_last ? 1 : 0)};
    size_t width = table->column_count;

    table->grouped = true;
    table->group_column = column;
    if (grouping.rows == 0)
        return;
    grouping.groups = arena_array(arena, grouping.rows, sizeof(size_t));
    grouping.starts = arena_array(arena, grouping.rows + 1, sizeof(size_t));
    find_groups(&grouping);
    struct cell *cells = arena_array(arena, table->row_count * width, sizeof *cells);
    for (size_t r = 0; r < grouping.rows; r++)
        memcpy(&cells[grouping.starts[grouping.groups[r]]++ * width], &table->cells[r * width],
               width * sizeof *cells);
    if (table->total_last)
        memcpy(&cells[grouping.rows * width], &table->cells[grouping.rows * width],
               width * sizeof *cells);
    table->cells = cells;
}
