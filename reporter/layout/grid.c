/* SPDX-License-Identifier: MIT */
#include "layout/grid_builder.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/document.h"
#include "draw/style.h"

const struct column *grid_column(const struct grid *grid, size_t i)
{
    return &grid->table->columns[grid->columns[i]];
}

struct lines grid_wrap(struct grid_builder *builder, const char *text, struct font font,
                       double width, size_t most)
{
    bool cut;
    struct lines lines = lines_cut(&builder->cutter, text, font, width, most, &cut);

    builder->grid->cut += cut ? 1 : 0;
    return lines;
}

/* Longer than anyone reads in a table, and long to measure. */
const char *grid_limit(struct grid_builder *builder, const char *text)
{
    size_t characters = 0;

    for (size_t i = 0; text[i]; i++) {
        if (((unsigned char)text[i] & 0xC0) == 0x80)
            continue;
        if (++characters > GRID_CELL_LENGTH) {
            builder->grid->cut++;
            return text_cut(&builder->cutter, text, i);
        }
    }
    return text;
}

static void pick_columns(struct grid *grid, struct arena *arena)
{
    const struct table *table = grid->table;

    grid->columns = arena_array(arena, table->column_count, sizeof *grid->columns);
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].where != COLUMN_WORKBOOK &&
            !(table->grouped && i == table->group_column))
            grid->columns[grid->column_count++] = i;
    assert(grid->column_count > 0);
}

/* The name of the group in which a row stands. */
static const char *group_name(struct grid_builder *builder, size_t row)
{
    const struct table *table = builder->grid->table;
    struct text text = {0};

    cell_print(table_cell(table, row, table->group_column), &table->columns[table->group_column],
               &text);
    const char *name = arena_text(builder->arena, text.length > 0 ? text_string(&text)
                                                                  : phrase(PHRASE_TABLE_NO_GROUP));
    text_finish(&text);
    return name;
}

/* The next row, below a row that names its group where a group begins. */
static void add_row(struct grid_builder *builder, size_t row)
{
    struct grid *grid = builder->grid;

    if (grid->table->grouped) {
        const char *name = group_name(builder, row);
        if (!builder->group || strcmp(builder->group, name) != 0) {
            grid->rows[grid->row_count++] =
                (struct grid_row){.row = row, .group = grid_limit(builder, name)};
            builder->group_start = row;
            builder->group = name;
        }
    }
    grid->rows[grid->row_count++] =
        (struct grid_row){.row = row, .place = row - builder->group_start};
}

static void pick_rows(struct grid_builder *builder, size_t row_limit)
{
    struct grid *grid = builder->grid;
    const struct table *table = grid->table;
    bool total = table->total_last && table->row_count > 0;
    size_t rows = table->row_count - (total ? 1 : 0);
    size_t shown = row_limit > 0 && row_limit < rows ? row_limit : rows;

    grid->left_out = rows - shown;
    grid->rows =
        arena_array(builder->arena, (table->grouped ? 2 : 1) * shown + 1, sizeof *grid->rows);
    for (size_t r = 0; r < shown; r++)
        add_row(builder, r);
    if (total)
        grid->rows[grid->row_count++] = (struct grid_row){.row = rows, .total = true};
}

static void set_offsets(struct grid *grid)
{
    size_t last = grid->column_count - 1;

    for (size_t i = 1; i <= last; i++)
        grid->offsets[i] = grid->offsets[i - 1] + grid->widths[i - 1] + GRID_GAP;
    grid->width = grid->offsets[last] + grid->widths[last];
}

static void place_columns(struct grid_builder *builder, double width)
{
    struct grid *grid = builder->grid;
    struct demand *demands = arena_array(builder->arena, grid->column_count, sizeof *demands);

    for (size_t i = 0; i < grid->column_count; i++) {
        cells_demand(builder, i, &demands[i]);
        heads_demand(builder, i, &demands[i]);
    }
    size_t most = widths_most(demands, grid->column_count, width);
    grid->columns_left_out = grid->column_count - most;
    grid->column_count = most;
    grid->widths = arena_array(builder->arena, most, sizeof *grid->widths);
    grid->offsets = arena_array(builder->arena, most, sizeof *grid->offsets);
    widths_share(demands, most, width, grid->widths);
    set_offsets(grid);
    spanners_read(builder, width);
    set_offsets(grid);
}

static struct grid_builder builder_new(struct grid *grid, const struct measure *measure,
                                       struct arena *arena)
{
    size_t count = grid->column_count;

    return (struct grid_builder){
        .grid = grid,
        .measure = measure,
        .arena = arena,
        .cutter = {measure, arena, phrase(PHRASE_XLSX_CUT)},
        .longest = arena_array(arena, count, sizeof(const char *)),
        .longest_length = arena_array(arena, count, sizeof(size_t)),
        .bare = arena_array(arena, count, sizeof(bool)),
        .heads = arena_array(arena, count, sizeof(const char *)),
    };
}

struct grid *grid_new(const struct table *table, size_t row_limit, double width,
                      const struct measure *measure, struct arena *arena)
{
    struct grid *grid = ARENA_NEW(arena, struct grid);

    grid->table = table;
    grid->note_numbers = arena_array(arena, table->note_count + 1, sizeof *grid->note_numbers);
    pick_columns(grid, arena);
    struct grid_builder builder = builder_new(grid, measure, arena);
    pick_rows(&builder, row_limit);
    heads_read(&builder);
    cells_read(&builder);
    place_columns(&builder, width);
    cells_wrap(&builder);
    heads_wrap(&builder);
    return grid;
}
