/* SPDX-License-Identifier: MIT */
#include "render/xlsx_book.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/document.h"

static const enum phrase MARK_WORDS[] = {
    [CELL_CONFIDENTIAL] = PHRASE_XLSX_CONFIDENTIAL,
    [CELL_NOT_AVAILABLE] = PHRASE_XLSX_NOT_AVAILABLE,
    [CELL_NOT_APPLICABLE] = PHRASE_XLSX_NOT_APPLICABLE,
};

/* What in a table's cells has to be explained above it. */
struct shorthand {
    bool marks[ARRAY_LENGTH(MARK_WORDS)];
    bool blank;
    bool unreliable;
};

static void shorthand_take(struct shorthand *found, const struct cell *cell)
{
    if (cell->kind == CELL_BLANK || (cell->kind == CELL_TEXT && !*cell->text))
        found->blank = true;
    if (cell->kind == CELL_MARK)
        found->marks[cell->number] = true;
    found->unreliable |= cell->kind == CELL_RATE && cell->unreliable;
}

static struct shorthand shorthand_find(const struct table *table)
{
    struct shorthand found = {0};
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t i = 0; i < table->column_count; i++) {
            if (table->columns[i].where != COLUMN_PAGE)
                shorthand_take(&found, table_cell(table, row, i));
        }
    }
    return found;
}

static void shorthand_write(struct sheet *sheet, const struct table *table)
{
    struct shorthand found = shorthand_find(table);
    struct text line = {0};
    for (size_t i = 0; i < ARRAY_LENGTH(MARK_WORDS); i++) {
        if (found.marks[i])
            text_printf(&line, "%s%s", line.length > 0 ? ", " : "", phrase(MARK_WORDS[i]));
    }
    if (found.unreliable)
        text_printf(&line, "%s%s", line.length > 0 ? ", " : "", phrase(PHRASE_XLSX_UNRELIABLE));
    if (line.length > 0)
        sheet_line(sheet,
                   phrase_filled(sheet->book->arena, PHRASE_XLSX_SHORTHAND, "marks",
                                 text_string(&line), NULL),
                   LOOK_PLAIN);
    text_finish(&line);
    if (found.blank)
        sheet_line(sheet, phrase(PHRASE_XLSX_BLANK), LOOK_PLAIN);
}

static void notes_name(struct sheet *sheet, const struct table *table)
{
    if (table->note_count == 0)
        return;
    struct text line = {0};
    struct arena *arena = sheet->book->arena;
    for (size_t i = 0; i < table->note_count; i++) {
        size_t number = book_note(sheet->book, table->notes[i]);
        text_append(&line, i > 0 ? ", " : "");
        phrase_say(&line, PHRASE_XLSX_NOTE_MARK, "number", phrase_number(arena, (int64_t)number),
                   NULL);
    }
    sheet_line(sheet, phrase_filled(arena, PHRASE_XLSX_NOTES, "notes", text_string(&line), NULL),
               LOOK_PLAIN);
    text_finish(&line);
}

void sheet_table_write(struct sheet *sheet)
{
    const struct table *table = sheet->plan->table;
    struct book *book = sheet->book;
    sheet_line(sheet, sheet->plan->title, LOOK_TITLE | LOOK_BOLD);
    sheet_line(sheet, phrase(PHRASE_XLSX_ONE_TABLE), LOOK_PLAIN);
    if (table->subtitle)
        sheet_line(sheet, table->subtitle, LOOK_PLAIN);
    notes_name(sheet, table);
    shorthand_write(sheet, table);
    if (table->source)
        sheet_line(sheet, phrase_filled(book->arena, PHRASE_SOURCE, "source", table->source, NULL),
                   LOOK_PLAIN);
    sheet_link(sheet, book_name(book, SHEET_CONTENTS), phrase(PHRASE_XLSX_BACK));
    sheet_table(sheet, table, NULL);
}
