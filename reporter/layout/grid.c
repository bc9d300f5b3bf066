/* SPDX-License-Identifier: MIT */
#include "layout/grid.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"
#include "draw/style.h"
#include "layout/cut.h"
#include "layout/grid_width.h"

#define ROW_PADDING 2.0
#define WRAPPED_PADDING 6.0 /* where rows have several lines, they are told apart by more air */
#define SYMBOL_AIR 4.0
#define HEAD_LINES 3
#define NO_NAME "Not stated"
#define HEAD_ONE_LINE 80.0 /* a heading up to that width is not wrapped */

struct builder {
    struct grid *grid;
    const struct measure *measure;
    struct arena *arena;
    struct cutter cutter;
    const char **longest;   /* a column's longest word, for its least width */
    size_t *longest_length; /* bytes */
    const char *group;      /* in which the last row stands */
    size_t group_start;     /* its first row */
};

static struct font cell_font(const struct grid_row *row)
{
    return row->total ? FONT_TABLE_TOTAL : FONT_TABLE;
}

static const struct column *column_at(const struct grid *grid, size_t i)
{
    return &grid->table->columns[grid->columns[i]];
}

static void note_words(struct builder *builder, size_t i, const char *text)
{
    for (const char *word = text; *word;) {
        size_t length = strcspn(word, " ");
        if (length > builder->longest_length[i]) {
            builder->longest[i] = word;
            builder->longest_length[i] = length;
        }
        word += length + strspn(word + length, " ");
    }
}

/* Longer than anyone reads in a table, and long to measure. */
static const char *limit_text(struct builder *builder, const char *text)
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

/* A total's name stands in the first column, which the page does not print where it names groups.
 */
static size_t cell_column(const struct grid *grid, size_t row, size_t i)
{
    const struct table *table = grid->table;
    bool total = table->total_last && row + 1 == table->row_count;

    return i == 0 && total && table->grouped && table->group_column == 0 ? 0 : grid->columns[i];
}

static const char *cell_string(struct builder *builder, size_t row, size_t i)
{
    const struct grid *grid = builder->grid;
    const struct cell *cell = table_cell(grid->table, row, cell_column(grid, row, i));
    struct text text = {0};

    if (cell->kind == CELL_TEXT)
        return limit_text(builder, cell->text);
    cell_print(cell, column_at(grid, i), &text);
    const char *copy = arena_text(builder->arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static double symbol_room(const struct cell *cell)
{
    bool drawn = cell->kind == CELL_STATUS && cell->number != STATUS_NONE;
    return drawn ? GRID_SYMBOL + SYMBOL_AIR : 0;
}

static void read_cell(struct builder *builder, struct grid_row *row, size_t i)
{
    const struct grid *grid = builder->grid;
    const char *text = cell_string(builder, row->row, i);
    const struct cell *cell = table_cell(grid->table, row->row, grid->columns[i]);

    note_words(builder, i, text);
    row->cells[i] = (struct grid_cell){
        .lines = measure_lines(builder->measure, text, cell_font(row), 0),
        .indent = symbol_room(cell),
        .right = column_is_numeric(column_at(grid, i)),
    };
}

static void read_rows(struct builder *builder)
{
    struct grid *grid = builder->grid;

    for (size_t r = 0; r < grid->row_count; r++) {
        struct grid_row *row = &grid->rows[r];
        row->cells = arena_array(builder->arena, grid->column_count, sizeof *row->cells);
        for (size_t i = 0; i < grid->column_count && !row->group; i++)
            read_cell(builder, row, i);
    }
}

/* The least width at which a heading stands in so many lines without breaking a word. */
static double head_width(const struct builder *builder, const char *heading, double word,
                         size_t lines)
{
    double one = measure_width(builder->measure, heading, FONT_TABLE_HEAD);
    double width = fmax(word, one / (double)lines);

    while (width < one &&
           measure_lines(builder->measure, heading, FONT_TABLE_HEAD, width).count > lines)
        width += fmax(1, one / 20);
    return fmin(width, one);
}

static double longest_word(const struct builder *builder, const char *word, size_t length,
                           struct font font)
{
    if (length == 0)
        return 0;
    return measure_width(builder->measure, arena_bytes(builder->arena, word, length), font);
}

/** Headings are few and short: each word is measured ("open" is wider than "Still"). */
static double widest_word(const struct builder *builder, const char *heading)
{
    double widest = 0;

    while (*heading) {
        size_t length = strcspn(heading, " ");
        widest = fmax(widest, longest_word(builder, heading, length, FONT_TABLE_HEAD));
        heading += length + strspn(heading + length, " ");
    }
    return widest;
}

static void demand_head(struct builder *builder, size_t i, struct demand *demand)
{
    const char *heading = column_at(builder->grid, i)->heading;
    double roomy = fmax(demand->natural, HEAD_ONE_LINE);
    double word = widest_word(builder, heading);
    demand->head_least = head_width(builder, heading, word, HEAD_LINES);
    for (size_t lines = 1; lines <= HEAD_LINES; lines++) {
        demand->head = head_width(builder, heading, word, lines);
        if (demand->head <= roomy)
            break;
    }
    demand->word = fmax(demand->word, word);
}

static struct demand *demand_columns(struct builder *builder)
{
    const struct grid *grid = builder->grid;
    struct demand *demands = arena_array(builder->arena, grid->column_count, sizeof *demands);

    for (size_t i = 0; i < grid->column_count; i++) {
        double indent = 0;
        demands[i].words = !column_is_numeric(column_at(grid, i));
        for (size_t r = 0; r < grid->row_count; r++) {
            const struct grid_cell *cell = &grid->rows[r].cells[i];
            if (grid->rows[r].group)
                continue;
            double width = cell->indent + cell->lines.items[0].width;
            demands[i].natural = fmax(demands[i].natural, width);
            indent = fmax(indent, cell->indent);
        }
        demands[i].word = indent + longest_word(builder, builder->longest[i],
                                                builder->longest_length[i], FONT_TABLE_TOTAL);
        demand_head(builder, i, &demands[i]);
    }
    return demands;
}

static struct lines wrap(struct builder *builder, const char *text, struct font font, double width,
                         size_t most)
{
    bool cut;
    struct lines lines = lines_cut(&builder->cutter, text, font, width, most, &cut);

    builder->grid->cut += cut ? 1 : 0;
    return lines;
}

static size_t wrap_row(struct builder *builder, struct grid_row *row)
{
    const struct grid *grid = builder->grid;
    struct font font = cell_font(row);
    size_t most = 1;

    for (size_t i = 0; i < grid->column_count; i++) {
        struct grid_cell *cell = &row->cells[i];
        const struct line *line = &cell->lines.items[0];
        double width = grid->widths[i] - cell->indent;
        if (line->width > width + 0.01)
            cell->lines = wrap(builder, line->text, font, width, GRID_CELL_LINES);
        if (cell->lines.count > most)
            most = cell->lines.count;
    }
    row->height = (double)most * font.leading;
    return most;
}

static void wrap_groups(struct builder *builder)
{
    struct grid *grid = builder->grid;

    for (size_t r = 0; r < grid->row_count; r++) {
        struct grid_row *row = &grid->rows[r];
        if (!row->group)
            continue;
        row->cells[0].lines = wrap(builder, row->group, FONT_TABLE_HEAD, grid->width, HEAD_LINES);
        row->height = (double)row->cells[0].lines.count * FONT_TABLE_HEAD.leading;
    }
}

static void wrap_rows(struct builder *builder)
{
    struct grid *grid = builder->grid;
    size_t most = 1;

    for (size_t r = 0; r < grid->row_count; r++) {
        size_t lines = grid->rows[r].group ? 1 : wrap_row(builder, &grid->rows[r]);
        most = lines > most ? lines : most;
    }
    wrap_groups(builder);
    for (size_t r = 0; r < grid->row_count; r++)
        grid->rows[r].height += most > 1 ? WRAPPED_PADDING : ROW_PADDING;
}

static void wrap_head(struct builder *builder)
{
    struct grid *grid = builder->grid;
    size_t most = 1;

    grid->head.cells = arena_array(builder->arena, grid->column_count, sizeof *grid->head.cells);
    for (size_t i = 0; i < grid->column_count; i++) {
        struct grid_cell *cell = &grid->head.cells[i];
        /* A hair more than the measured width: rounding must not wrap what was measured to fit. */
        cell->lines = wrap(builder, column_at(grid, i)->heading, FONT_TABLE_HEAD,
                           grid->widths[i] + 0.01, GRID_HEAD_LINES);
        cell->right = column_is_numeric(column_at(grid, i));
        if (cell->lines.count > most)
            most = cell->lines.count;
    }
    grid->head.height = (double)most * FONT_TABLE_HEAD.leading;
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
static const char *group_name(struct builder *builder, size_t row)
{
    const struct table *table = builder->grid->table;
    struct text text = {0};

    cell_print(table_cell(table, row, table->group_column), &table->columns[table->group_column],
               &text);
    const char *name = arena_text(builder->arena, text.length > 0 ? text_string(&text) : NO_NAME);
    text_finish(&text);
    return limit_text(builder, name);
}

/* The next row, below a row that names its group where a group begins. */
static void add_row(struct builder *builder, size_t row)
{
    struct grid *grid = builder->grid;

    if (grid->table->grouped) {
        const char *name = group_name(builder, row);
        if (!builder->group || strcmp(builder->group, name) != 0) {
            grid->rows[grid->row_count++] = (struct grid_row){.row = row, .group = name};
            builder->group_start = row;
        }
        builder->group = name;
    }
    grid->rows[grid->row_count++] =
        (struct grid_row){.row = row, .place = row - builder->group_start};
}

static void pick_rows(struct builder *builder, size_t row_limit)
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

static void place_columns(struct builder *builder, double width)
{
    struct grid *grid = builder->grid;
    struct demand *demands = demand_columns(builder);
    size_t most = widths_most(demands, grid->column_count, width);

    grid->columns_left_out = grid->column_count - most;
    grid->column_count = most;
    grid->widths = arena_array(builder->arena, most, sizeof *grid->widths);
    grid->offsets = arena_array(builder->arena, most, sizeof *grid->offsets);
    widths_share(demands, most, width, grid->widths);
    for (size_t i = 1; i < most; i++)
        grid->offsets[i] = grid->offsets[i - 1] + grid->widths[i - 1] + GRID_GAP;
    grid->width = grid->offsets[most - 1] + grid->widths[most - 1];
}

struct grid *grid_new(const struct table *table, size_t row_limit, double width,
                      const struct measure *measure, struct arena *arena)
{
    struct grid *grid = ARENA_NEW(arena, struct grid);
    struct builder builder = {
        .grid = grid, .measure = measure, .arena = arena, .cutter = {measure, arena, GRID_CUT}};

    grid->table = table;
    pick_columns(grid, arena);
    pick_rows(&builder, row_limit);
    builder.longest = arena_array(arena, grid->column_count, sizeof *builder.longest);
    builder.longest_length = arena_array(arena, grid->column_count, sizeof *builder.longest_length);
    read_rows(&builder);
    place_columns(&builder, width);
    wrap_rows(&builder);
    wrap_head(&builder);
    return grid;
}
