/* SPDX-License-Identifier: MIT */
#include "layout/table_foot.h"

#include <math.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "document/document.h"
#include "layout/blocks.h"
#include "layout/cursor.h"
#include "layout/flow.h"
#include "layout/grid.h"

#define ABOVE_FOOT 4.0
#define TEXT_COLUMNS 8
#define FIXED_LINES 5 /* rows, columns, cut cells, shorthand, source */

static const struct {
    enum cell_mark mark;
    const char *words;
} SHORTHAND[] = {
    {CELL_CONFIDENTIAL, "[c] confidential"},
    {CELL_NOT_AVAILABLE, "[x] not available"},
    {CELL_NOT_APPLICABLE, "[z] not applicable"},
};

struct writer {
    struct cursor *cursor;
    const struct grid *grid;
    struct table_foot foot;
    double width;
};

static void add_line(struct writer *writer, const char *string)
{
    struct lines lines = cursor_lines(writer->cursor, string, FONT_NOTE, writer->width);

    writer->foot.items[writer->foot.count++] = lines;
    writer->foot.height += lines_height(&lines, FONT_NOTE);
}

static const char *sheet_name(const struct writer *writer)
{
    const struct table *table = writer->grid->table;

    if (table->sheet)
        return table->sheet;
    return arena_printf(writer->cursor->options->arena, "Table_%d", table->number);
}

/* "12 more rows: see the workbook, sheet Table_3" */
static void add_left_out(struct writer *writer, size_t count, const char *one, const char *many)
{
    struct text text = {0};

    if (count == 0)
        return;
    number_count(&text, (int64_t)count);
    text_printf(&text, " more %s", count == 1 ? one : many);
    if (writer->grid->table->in_workbook)
        text_printf(&text, ": see the workbook, sheet %s", sheet_name(writer));
    else
        text_append(&text, count == 1 ? " is not printed" : " are not printed");
    add_line(writer, arena_text(writer->cursor->options->arena, text_string(&text)));
    text_finish(&text);
}

static void add_cut(struct writer *writer)
{
    if (writer->grid->cut == 0)
        return;
    if (writer->grid->table->in_workbook)
        add_line(writer, arena_printf(writer->cursor->options->arena,
                                      "(cut): the workbook has the whole text, sheet %s",
                                      sheet_name(writer)));
    else
        add_line(writer, "(cut): the text is too long for a page");
}

static bool is_mark(const struct table *table, size_t row, size_t column, enum cell_mark mark)
{
    const struct cell *cell = table_cell(table, row, column);
    return cell->kind == CELL_MARK && cell->number == mark;
}

static bool has_mark(const struct grid *grid, enum cell_mark mark)
{
    for (size_t r = 0; r < grid->row_count; r++) {
        const struct grid_row *row = &grid->rows[r];
        if (row->group && is_mark(grid->table, row->row, grid->table->group_column, mark))
            return true;
        for (size_t i = 0; i < grid->column_count && !row->group; i++)
            if (is_mark(grid->table, row->row, grid->columns[i], mark))
                return true;
    }
    return false;
}

static void add_shorthand(struct writer *writer)
{
    struct text text = {0};

    for (size_t i = 0; i < ARRAY_LENGTH(SHORTHAND); i++) {
        if (!has_mark(writer->grid, SHORTHAND[i].mark))
            continue;
        text_append(&text, text.length > 0 ? "; " : "");
        text_append(&text, SHORTHAND[i].words);
    }
    if (text.length > 0)
        add_line(writer, arena_text(writer->cursor->options->arena, text_string(&text)));
    text_finish(&text);
}

/* First those to which a raised digit leads, then those of the whole table. */
static void add_notes(struct writer *writer)
{
    const struct table *table = writer->grid->table;
    const size_t *numbers = writer->grid->note_numbers;

    for (size_t number = 1; number <= table->note_count; number++)
        for (size_t i = 0; i < table->note_count; i++)
            if (numbers[i] == number)
                add_line(writer, arena_printf(writer->cursor->options->arena, "%s %s",
                                              note_digits(writer->cursor->options->arena, number),
                                              table->notes[i]));
    for (size_t i = 0; i < table->note_count; i++)
        if (numbers[i] == 0)
            add_line(writer, table->notes[i]);
}

struct table_foot table_foot_measure(struct cursor *cursor, const struct grid *grid)
{
    const struct table *table = grid->table;
    struct writer writer = {.cursor = cursor, .grid = grid};

    writer.width = fmax(cursor_span(cursor, TEXT_COLUMNS), grid->width);
    writer.foot.items = arena_array(cursor->options->arena, table->note_count + FIXED_LINES + 1,
                                    sizeof *writer.foot.items);
    if (table->row_count == 0)
        add_line(&writer, "There are no rows to show.");
    add_left_out(&writer, grid->left_out, "row", "rows");
    add_left_out(&writer, grid->columns_left_out, "column", "columns");
    add_cut(&writer);
    add_shorthand(&writer);
    add_notes(&writer);
    if (table->source)
        add_line(&writer, arena_printf(cursor->options->arena, "Source: %s", table->source));
    if (writer.foot.count > 0)
        writer.foot.height += ABOVE_FOOT;
    return writer.foot;
}

void table_foot_place(struct cursor *cursor, const struct table_foot *foot)
{
    struct setting setting = {.font = FONT_NOTE, .colour = cursor->options->theme->secondary};

    if (foot->count > 0)
        cursor->y += ABOVE_FOOT;
    for (size_t i = 0; i < foot->count; i++)
        passage_place(cursor, &foot->items[i], 0, ROLE_P, &setting);
}
