/* SPDX-License-Identifier: MIT */
#include "layout/grid_builder.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"
#include "draw/style.h"

#define ROW_PADDING 2.0
#define WRAPPED_PADDING 4.0 /* where many rows have several lines, more air tells them apart */
#define WRAPPED_SHARE 4     /* of the rows, the fourth part: from there on they are many */
#define SYMBOL_AIR 4.0
#define GROUP_LINES 3

static struct font cell_font(const struct grid_row *row)
{
    return row->total ? FONT_TABLE_TOTAL : FONT_TABLE;
}

static void note_words(struct grid_builder *builder, size_t i, const char *text)
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

/* A total's name stands in the first column, which the page does not print where it names groups.
 */
static size_t cell_column(const struct grid *grid, const struct grid_row *row, size_t i)
{
    const struct table *table = grid->table;

    return i == 0 && row->total && table->grouped && table->group_column == 0 ? 0
                                                                              : grid->columns[i];
}

/* "87" in a column whose heading says "%", or "87 [u]". */
static void print_bare(const struct grid_builder *builder, size_t i, struct text *text)
{
    const char *sign = strchr(text_string(text), '%');

    if (!builder->bare[i] || !sign)
        return;
    size_t before = (size_t)(sign - text_string(text));
    const char *number = arena_bytes(builder->arena, text_string(text), before);
    const char *behind = arena_text(builder->arena, sign + 1);
    text_clear(text);
    text_append(text, number);
    text_append(text, behind);
}

static const char *cell_string(struct grid_builder *builder, const struct grid_row *row, size_t i)
{
    const struct grid *grid = builder->grid;
    const struct cell *cell = table_cell(grid->table, row->row, cell_column(grid, row, i));
    struct text text = {0};

    if (cell->kind == CELL_TEXT)
        return grid_limit(builder, cell->text);
    cell_print(cell, grid_column(grid, i), &text);
    print_bare(builder, i, &text);
    const char *copy = arena_text(builder->arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static double symbol_room(const struct cell *cell)
{
    bool drawn = cell->kind == CELL_STATUS && cell->number != STATUS_NONE;
    return drawn ? GRID_SYMBOL + SYMBOL_AIR : 0;
}

static void read_cell(struct grid_builder *builder, struct grid_row *row, size_t i)
{
    const struct grid *grid = builder->grid;
    const char *text = cell_string(builder, row, i);
    const struct cell *cell = table_cell(grid->table, row->row, grid->columns[i]);

    const char *mark = i == 0 && !row->total ? grid_note_mark(builder, text) : "";

    if (*mark)
        text = arena_printf(builder->arena, "%s%s", text, mark);
    note_words(builder, i, text);
    row->cells[i] = (struct grid_cell){
        .lines = measure_lines(builder->measure, text, cell_font(row), 0),
        .indent = symbol_room(cell),
        .right = column_is_numeric(grid_column(grid, i)),
    };
}

/* ---- Units and decimals ---- */

/* Per cents alone, marks and blanks aside: "4 of 5" among them keeps its words, and so they their
 * signs. */
bool cells_are_bare(const struct grid_builder *builder, size_t i)
{
    const struct grid *grid = builder->grid;
    size_t rates = 0;

    for (size_t r = 0; r < grid->row_count; r++) {
        const struct cell *cell = table_cell(grid->table, grid->rows[r].row, grid->columns[i]);
        if (cell->kind == CELL_MARK || cell->kind == CELL_BLANK)
            continue;
        if (cell->kind != CELL_RATE || !cell_is_percent(cell))
            return false;
        rates++;
    }
    return rates > 0;
}

#define DIGITS "0123456789,+-\u2212"

/* A number alone or with a mark in brackets behind it. */
static bool is_number(const char *text)
{
    size_t length = strspn(text, DIGITS ".");
    return length > 0 && (!text[length] || strncmp(text + length, " [", 2) == 0);
}

/* The width of what stands from the point on; what is not there is right at the number's end. */
static double behind_point(struct grid_builder *builder, const struct grid_row *row, size_t i)
{
    const struct line *line = &row->cells[i].lines.items[0];
    size_t whole = strspn(line->text, DIGITS);

    if (!line->text[whole])
        return 0;
    return line->width - measure_width(builder->measure,
                                       arena_bytes(builder->arena, line->text, whole),
                                       cell_font(row));
}

/* Whether a cell counts for where points stand: marks and blanks do not. */
static bool is_valued(const struct grid *grid, const struct grid_row *row, size_t i)
{
    if (row->group)
        return false;
    const struct cell *cell = table_cell(grid->table, row->row, grid->columns[i]);
    return cell->kind != CELL_MARK && cell->kind != CELL_BLANK;
}

/* Numbers behind which less stands than behind others end further left, so that points align. Where
 * words or signs are among them, they have no points to align. */
static void align_points(struct grid_builder *builder, size_t i)
{
    struct grid *grid = builder->grid;
    double most = 0;

    for (size_t r = 0; r < grid->row_count; r++) {
        const struct grid_row *row = &grid->rows[r];
        if (!is_valued(grid, row, i))
            continue;
        if (!is_number(row->cells[i].lines.items[0].text))
            return;
        most = fmax(most, behind_point(builder, row, i));
    }
    for (size_t r = 0; r < grid->row_count && most > 0; r++)
        if (is_valued(grid, &grid->rows[r], i))
            grid->rows[r].cells[i].hang = most - behind_point(builder, &grid->rows[r], i);
}

/* ---- Bars ---- */

static void read_bar(struct grid_builder *builder, size_t i)
{
    struct grid *grid = builder->grid;
    const struct column *column = grid_column(grid, i);
    bool whole = column->unit == UNIT_PERCENT || column->unit == UNIT_SCORE;

    grid->bar_most = whole ? 100 : 0;
    for (size_t r = 0; r < grid->row_count; r++) {
        const struct grid_row *row = &grid->rows[r];
        if (row->group)
            continue;
        const struct grid_cell *cell = &row->cells[i];
        double value = cell_value(table_cell(grid->table, row->row, grid->columns[i]));
        grid->bar_number = fmax(grid->bar_number, cell->lines.items[0].width + cell->hang);
        if (!whole && !row->total)
            grid->bar_most = fmax(grid->bar_most, value); /* fmax passes over NAN */
    }
}

void cells_read(struct grid_builder *builder)
{
    struct grid *grid = builder->grid;

    for (size_t r = 0; r < grid->row_count; r++) {
        struct grid_row *row = &grid->rows[r];
        row->cells = arena_array(builder->arena, grid->column_count, sizeof *row->cells);
        for (size_t i = 0; i < grid->column_count && !row->group; i++)
            read_cell(builder, row, i);
    }
    for (size_t i = 0; i < grid->column_count; i++) {
        if (column_is_numeric(grid_column(grid, i)))
            align_points(builder, i);
        if (grid_column(grid, i)->graphic == GRAPHIC_BAR)
            read_bar(builder, i);
    }
}

/* ---- Widths ---- */

static double graphic_room(const struct grid *grid, size_t i)
{
    switch (grid_column(grid, i)->graphic) {
    case GRAPHIC_BAR:
        return GRID_BAR + GRID_BAR_AIR;
    case GRAPHIC_SPARKLINE:
        return GRID_SPARK_WIDTH;
    case GRAPHIC_NONE:
        break;
    }
    return 0;
}

static double longest_word(const struct grid_builder *builder, size_t i)
{
    size_t length = builder->longest_length[i];

    if (length == 0)
        return 0;
    return measure_width(builder->measure, arena_bytes(builder->arena, builder->longest[i], length),
                         FONT_TABLE_TOTAL);
}

void cells_demand(struct grid_builder *builder, size_t i, struct demand *demand)
{
    const struct grid *grid = builder->grid;
    const struct column *column = grid_column(grid, i);
    double indent = 0;

    demand->words = !column_is_numeric(column) && column->graphic != GRAPHIC_SPARKLINE;
    for (size_t r = 0; r < grid->row_count; r++) {
        if (grid->rows[r].group)
            continue;
        const struct grid_cell *cell = &grid->rows[r].cells[i];
        double width = cell->indent + cell->lines.items[0].width + cell->hang;
        demand->natural = fmax(demand->natural, width);
        indent = fmax(indent, cell->indent);
    }
    demand->natural += graphic_room(grid, i);
    demand->word = indent + longest_word(builder, i);
}

/* ---- Wrapping ---- */

static size_t wrap_row(struct grid_builder *builder, struct grid_row *row)
{
    const struct grid *grid = builder->grid;
    struct font font = cell_font(row);
    size_t most = 1;

    for (size_t i = 0; i < grid->column_count; i++) {
        struct grid_cell *cell = &row->cells[i];
        const struct line *line = &cell->lines.items[0];
        double width = grid->widths[i] - cell->indent;
        if (line->width > width + 0.01)
            cell->lines = grid_wrap(builder, line->text, font, width, GRID_CELL_LINES);
        if (cell->lines.count > most)
            most = cell->lines.count;
    }
    row->height = (double)most * font.leading;
    return most;
}

static void wrap_group(struct grid_builder *builder, struct grid_row *row)
{
    struct lines lines =
        grid_wrap(builder, row->group, FONT_TABLE_HEAD, builder->grid->width, GROUP_LINES);
    row->cells[0].lines = lines;
    row->height = (double)lines.count * FONT_TABLE_HEAD.leading;
}

void cells_wrap(struct grid_builder *builder)
{
    struct grid *grid = builder->grid;
    size_t wrapped = 0;

    for (size_t r = 0; r < grid->row_count; r++) {
        struct grid_row *row = &grid->rows[r];
        size_t lines = 1;
        if (row->group)
            wrap_group(builder, row);
        else
            lines = wrap_row(builder, row);
        wrapped += lines > 1;
    }
    bool many = wrapped * WRAPPED_SHARE > grid->row_count;
    for (size_t r = 0; r < grid->row_count; r++)
        grid->rows[r].height += many ? WRAPPED_PADDING : ROW_PADDING;
}
