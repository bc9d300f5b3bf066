/* SPDX-License-Identifier: MIT */
#include "render/xlsx_book.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/document.h"

#define CELLS_SUFFIX "_cells" /* of the defined name: it may not be the table's own */

/* Widths in characters of the workbook's standard font, which is smaller than Arial 12. */
#define WIDTH_LEAST 16
#define WIDTH_LONG 32
#define WIDTH_SENTENCE 48
#define WIDTH_MOST 80
#define SENTENCE 150  /* characters from which a column is wider */
#define FEW_COLUMNS 3 /* where there is room for whole lines */
#define DIGIT_WIDTH 1.27
#define LETTER_WIDTH 1.1 /* on average, in sentences */
#define BOLD_WIDTH 1.3
#define FILTER_BUTTON 3

#define HEIGHT_MOST 409.0 /* points: Excel's limit */

/* The part of a table that goes to the workbook, and where. */
struct extent {
    const struct table *table;
    size_t *columns; /* indices of the table's */
    double *widths;
    size_t count;
    lxw_row_t head;
    lxw_row_t last;
    bool filter;
};

static bool extent_find(struct sheet *sheet, const struct table *table, struct extent *ret_extent)
{
    size_t *columns = arena_array(sheet->book->arena, table->column_count + 1, sizeof *columns);
    size_t count = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].where != COLUMN_PAGE)
            columns[count++] = i;
    }
    if (count == 0 || count > LXW_COL_MAX) {
        book_fail(sheet->book, "a table has no columns for it, or too many");
        return false;
    }
    size_t rows = table->row_count > 0 ? table->row_count : 1;
    *ret_extent = (struct extent){
        .table = table,
        .columns = columns,
        .widths = arena_array(sheet->book->arena, count, sizeof(double)),
        .count = count,
        .head = sheet->next,
        .last = sheet->next + (lxw_row_t)rows,
        .filter = table->sheet != NULL,
    };
    return true;
}

/* ---- Widths ---- */

static size_t longest_word(const char *string)
{
    size_t longest = 0;
    while (*string) {
        size_t length = strcspn(string, " ");
        longest = length > longest ? length : longest;
        string += length + strspn(string + length, " ");
    }
    return longest;
}

/* The longest cell of a column in characters. */
static size_t longest_cell(const struct table *table, size_t column)
{
    size_t longest = 0;
    struct text words = {0};
    for (size_t row = 0; row < table->row_count; row++) {
        const struct cell *cell = table_cell(table, row, column);
        text_clear(&words);
        if (cell->kind != CELL_TEXT)
            cell_print(cell, &table->columns[column], &words);
        size_t length = text_length(cell->kind == CELL_TEXT ? cell->text : text_string(&words));
        longest = length > longest ? length : longest;
    }
    text_finish(&words);
    return longest;
}

/* From which width on a column of words wraps. */
static double wrap_width(const struct extent *extent, size_t longest)
{
    if (extent->count <= FEW_COLUMNS)
        return WIDTH_MOST;
    return longest > SENTENCE ? WIDTH_SENTENCE : WIDTH_LONG;
}

static double column_width(const struct extent *extent, size_t index)
{
    const struct column *column = &extent->table->columns[index];
    size_t longest = longest_cell(extent->table, index);
    double cells = (double)longest * DIGIT_WIDTH + 3;
    if (!column_is_numeric(column)) /* words wrap, numbers turn to ##### */
        cells = fmin(cells, wrap_width(extent, longest));
    size_t word = longest_word(column->heading);
    size_t above = column->spanner ? longest_word(column->spanner) : 0;
    double head = (double)(word > above ? word : above) * BOLD_WIDTH + 3;
    if (extent->filter)
        head += FILTER_BUTTON;
    return fmin(fmax(fmax(cells, head), WIDTH_LEAST), WIDTH_MOST);
}

static void widths_set(struct sheet *sheet, struct extent *extent)
{
    for (size_t i = 0; i < extent->count && !sheet->book->failed; i++) {
        lxw_col_t place = (lxw_col_t)i;
        extent->widths[i] = column_width(extent, extent->columns[i]);
        book_check(sheet->book,
                   worksheet_set_column(sheet->worksheet, place, place, extent->widths[i], NULL));
    }
}

/* ---- Heights ---- */

/* How many lines a text takes, filled word by word. */
static size_t lines_of(const char *string, size_t line_length)
{
    size_t lines = 1;
    size_t used = 0;
    while (*string) {
        size_t word = strcspn(string, " ");
        if (used > 0 && used + 1 + word > line_length) {
            lines++;
            used = 0;
        }
        used += word + (used > 0 ? 1 : 0);
        for (; used > line_length; used -= line_length) /* a word longer than a line is broken */
            lines++;
        string += word + strspn(string + word, " ");
    }
    return lines;
}

static size_t line_length(const struct extent *extent, size_t place, double character_width)
{
    double room = extent->widths[place] - 1;
    if (extent->filter && character_width >= BOLD_WIDTH)
        room -= FILTER_BUTTON;
    return (size_t)(room / character_width);
}

/* Readers other than Excel take the heights as they are written, and Excel then does so too. */
static void height_set(struct sheet *sheet, lxw_row_t row, size_t lines)
{
    if (lines <= 1 || sheet->book->failed)
        return;
    double height = (double)lines * ROW_POINTS;
    book_check(sheet->book, worksheet_set_row(sheet->worksheet, row,
                                              height < HEIGHT_MOST ? height : HEIGHT_MOST, NULL));
}

static void head_height_set(struct sheet *sheet, const struct extent *extent)
{
    size_t most = 1;
    for (size_t i = 0; i < extent->count; i++) {
        const char *heading =
            column_title(&extent->table->columns[extent->columns[i]], sheet->book->arena);
        size_t lines = lines_of(heading, line_length(extent, i, BOLD_WIDTH));
        most = lines > most ? lines : most;
    }
    height_set(sheet, extent->head, most);
}

static size_t row_lines(const struct extent *extent, size_t row, double character_width)
{
    size_t most = 1;
    for (size_t i = 0; i < extent->count; i++) {
        const struct cell *cell = table_cell(extent->table, row, extent->columns[i]);
        if (cell->kind != CELL_TEXT)
            continue;
        size_t lines = lines_of(cell->text, line_length(extent, i, character_width));
        most = lines > most ? lines : most;
    }
    return most;
}

/* Where the words of a column stand: away from numbers that end right before them. */
static unsigned column_side(const struct extent *extent, size_t place)
{
    const struct column *columns = extent->table->columns;
    if (column_is_numeric(&columns[extent->columns[place]]))
        return LOOK_RIGHT;
    bool after_numbers = place > 0 && column_is_numeric(&columns[extent->columns[place - 1]]);
    return after_numbers ? LOOK_INDENT : LOOK_PLAIN;
}

/* ---- The object ---- */

static lxw_table_column **heads_make(struct sheet *sheet, const struct extent *extent)
{
    struct book *book = sheet->book;
    struct name_set taken = {0};
    lxw_table_column **heads = arena_array(book->arena, extent->count + 1, sizeof *heads);
    for (size_t i = 0; i < extent->count; i++) {
        const struct column *column = &extent->table->columns[extent->columns[i]];
        heads[i] = ARENA_NEW(book->arena, lxw_table_column);
        heads[i]->header = arena_text(
            book->arena, xlsx_heading(book->arena, column_title(column, book->arena), &taken));
        heads[i]->header_format = book_format(
            book, LOOK_BOLD | LOOK_WRAP | LOOK_RULE_BELOW | column_side(extent, i), NUMBER_GENERAL);
    }
    return heads;
}

static void name_define(struct sheet *sheet, const struct extent *extent, const char *name)
{
    struct book *book = sheet->book;
    char corner[LXW_MAX_CELL_RANGE_LENGTH] = {0};
    lxw_rowcol_to_range_abs(corner, extent->head, 0, extent->last, (lxw_col_t)(extent->count - 1));
    const char *formula = arena_printf(book->arena, "='%s'!%s", sheet->plan->name, corner);
    book_check(book,
               workbook_define_name(book->workbook,
                                    arena_printf(book->arena, "%s" CELLS_SUFFIX, name), formula));
}

static void object_make(struct sheet *sheet, const struct extent *extent)
{
    struct book *book = sheet->book;
    const char *name =
        xlsx_table_name(book->arena, extent->table->id, CELLS_SUFFIX, &book->table_names);
    lxw_table_options options = {
        .name = arena_text(book->arena, name),
        .no_autofilter = extent->filter ? LXW_FALSE : LXW_TRUE,
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
        .style_type_number = 0,
        .columns = heads_make(sheet, extent),
    };
    if (book->failed ||
        !book_check(book, worksheet_add_table(sheet->worksheet, extent->head, 0, extent->last,
                                              (lxw_col_t)(extent->count - 1), &options)))
        return;
    name_define(sheet, extent, name);
}

/* ---- Cells ---- */

static void row_write(struct sheet *sheet, const struct extent *extent, size_t row,
                      const char *link)
{
    const struct table *table = extent->table;
    bool total = table->total_last && row + 1 == table->row_count;
    unsigned look = total ? LOOK_BOLD | LOOK_RULE_ABOVE : LOOK_PLAIN;
    lxw_row_t place = extent->head + 1 + (lxw_row_t)row;
    height_set(sheet, place, row_lines(extent, row, total ? BOLD_WIDTH : LETTER_WIDTH));
    for (size_t i = 0; i < extent->count; i++) {
        const struct cell *cell = table_cell(table, row, extent->columns[i]);
        if (i == 0 && link)
            sheet_link_at(sheet, place, 0, link, cell->text);
        else
            sheet_cell(sheet, place, (lxw_col_t)i, cell, &table->columns[extent->columns[i]],
                       look | column_side(extent, i));
    }
}

/* A table object must have a row; an empty one says that it is. */
static void empty_row_write(struct sheet *sheet, const struct extent *extent)
{
    lxw_format *format = book_format(sheet->book, LOOK_WRAP, NUMBER_TEXT);
    for (size_t i = 0; i < extent->count; i++)
        sheet_words(sheet, extent->last, (lxw_col_t)i, i == 0 ? phrase(PHRASE_XLSX_NO_ROWS) : "",
                    format);
}

void sheet_table(struct sheet *sheet, const struct table *table, const char *const *links)
{
    struct extent extent = {0};
    if (sheet->book->failed || !extent_find(sheet, table, &extent))
        return;
    widths_set(sheet, &extent);
    head_height_set(sheet, &extent);
    object_make(sheet, &extent);
    for (size_t row = 0; row < table->row_count && !sheet->book->failed; row++)
        row_write(sheet, &extent, row, links ? links[row] : NULL);
    if (table->row_count == 0)
        empty_row_write(sheet, &extent);
    if (sheet->book->failed)
        return;
    book_check(sheet->book, worksheet_repeat_rows(sheet->worksheet, extent.head, extent.head));
    if (extent.filter)
        worksheet_freeze_panes(sheet->worksheet, extent.head + 1, 0);
    *sheet->written += extent.last - extent.head + 1;
    sheet->next = extent.last + 1;
}
