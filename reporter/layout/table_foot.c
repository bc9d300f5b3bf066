/* SPDX-License-Identifier: MIT */
#include "layout/table_foot.h"

#include <math.h>

#include "base/arena.h"
#include "base/phrase.h"
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
    enum phrase words;
} SHORTHAND[] = {
    {CELL_CONFIDENTIAL, PHRASE_FOOT_CONFIDENTIAL},
    {CELL_NOT_AVAILABLE, PHRASE_FOOT_NOT_AVAILABLE},
    {CELL_NOT_APPLICABLE, PHRASE_FOOT_NOT_APPLICABLE},
};

/* What was left out, by whether it stands in the workbook, and whether it is one. */
enum left_out { LEFT_ROWS, LEFT_COLUMNS };
static const enum phrase LEFT_OUT[2][2][2] = {
    [LEFT_ROWS] = {{PHRASE_FOOT_ROWS, PHRASE_FOOT_ROW},
                   {PHRASE_FOOT_ROWS_WORKBOOK, PHRASE_FOOT_ROW_WORKBOOK}},
    [LEFT_COLUMNS] = {{PHRASE_FOOT_COLUMNS, PHRASE_FOOT_COLUMN},
                      {PHRASE_FOOT_COLUMNS_WORKBOOK, PHRASE_FOOT_COLUMN_WORKBOOK}},
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
    return phrase_filled(writer->cursor->options->arena, PHRASE_SHEET_TABLE, "number",
                         phrase_number(writer->cursor->options->arena, table->number), NULL);
}

/* "12 more rows: see the workbook, sheet Table_3" */
static void add_left_out(struct writer *writer, size_t count, enum left_out what)
{
    bool in_workbook = writer->grid->table->in_workbook;
    struct text text = {0};

    if (count == 0)
        return;
    number_count(&text, (int64_t)count);
    add_line(writer,
             phrase_filled(writer->cursor->options->arena, LEFT_OUT[what][in_workbook][count == 1],
                           "count", text_string(&text), "sheet",
                           in_workbook ? sheet_name(writer) : "", NULL));
    text_finish(&text);
}

static void add_cut(struct writer *writer)
{
    if (writer->grid->cut == 0)
        return;
    if (writer->grid->table->in_workbook)
        add_line(writer, phrase_filled(writer->cursor->options->arena, PHRASE_FOOT_CUT_WORKBOOK,
                                       "sheet", sheet_name(writer), NULL));
    else
        add_line(writer, phrase(PHRASE_FOOT_CUT));
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

static bool has_unreliable(const struct grid *grid)
{
    for (size_t r = 0; r < grid->row_count; r++)
        for (size_t i = 0; i < grid->column_count && !grid->rows[r].group; i++)
            if (table_cell(grid->table, grid->rows[r].row, grid->columns[i])->unreliable)
                return true;
    return false;
}

static void add_shorthand(struct writer *writer)
{
    struct text text = {0};

    for (size_t i = 0; i < ARRAY_LENGTH(SHORTHAND); i++) {
        if (!has_mark(writer->grid, SHORTHAND[i].mark))
            continue;
        text_append(&text, text.length > 0 ? "; " : "");
        text_append(&text, phrase(SHORTHAND[i].words));
    }
    if (has_unreliable(writer->grid)) {
        text_append(&text, text.length > 0 ? "; " : "");
        text_append(&text, phrase(PHRASE_FOOT_UNRELIABLE));
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
        add_line(&writer, phrase(PHRASE_FOOT_EMPTY));
    add_left_out(&writer, grid->left_out, LEFT_ROWS);
    add_left_out(&writer, grid->columns_left_out, LEFT_COLUMNS);
    add_cut(&writer);
    add_shorthand(&writer);
    add_notes(&writer);
    if (table->source)
        add_line(&writer, phrase_filled(cursor->options->arena, PHRASE_SOURCE, "source",
                                        table->source, NULL));
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
