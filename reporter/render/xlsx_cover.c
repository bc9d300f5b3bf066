/* SPDX-License-Identifier: MIT */
#include "render/xlsx_book.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "document/document.h"
#include "render/xlsx.h"

#define COVER_WIDTH 90

static void fact_line(struct sheet *sheet, const char *label, const char *value)
{
    if (value && *value)
        sheet_line(sheet,
                   phrase_filled(sheet->book->arena, PHRASE_XLSX_FACT, "label", label, "value",
                                 value, NULL),
                   LOOK_WRAP);
}

static bool has_named_sheet(const struct book *book)
{
    for (size_t i = 0; i < book->plan_count; i++) {
        if (book->plans[i].table && book->plans[i].table->sheet)
            return true;
    }
    return false;
}

void sheet_cover_write(struct sheet *sheet)
{
    struct book *book = sheet->book;
    const struct document *document = book->job->document;
    if (book->failed)
        return;
    book_check(book, worksheet_set_column(sheet->worksheet, 0, 0, COVER_WIDTH, NULL));
    sheet_line(sheet, document->title, LOOK_TITLE | LOOK_BOLD | LOOK_WRAP);
    fact_line(sheet, phrase(PHRASE_METADATA_SUBJECT), document->subject);
    fact_line(sheet, phrase(PHRASE_METADATA_PERIOD), document->period);
    fact_line(sheet, phrase(PHRASE_METADATA_EDITION), document->edition);
    fact_line(sheet, phrase(PHRASE_METADATA_AUDIENCE), document->audience);
    fact_line(sheet, phrase(PHRASE_XLSX_ISSUED_BY), document->issuer);
    if (document->data_as_of)
        sheet_line(sheet, document->data_as_of, LOOK_WRAP);
    for (size_t i = 0; i < document->cover_fact_count; i++)
        fact_line(sheet, document->cover_facts[i].label, document->cover_facts[i].value);
    sheet_line(sheet, phrase(PHRASE_XLSX_ABOUT), LOOK_SECTION | LOOK_BOLD);
    sheet_line(sheet, phrase(PHRASE_XLSX_EACH_SHEET), LOOK_WRAP);
    if (has_named_sheet(book))
        sheet_line(sheet, phrase(PHRASE_XLSX_LONG_LISTS), LOOK_WRAP);
    sheet_link(sheet, book_name(book, SHEET_CONTENTS), phrase(PHRASE_XLSX_TO_CONTENTS));
}

/* A table of words that the workbook makes for itself, with two or three columns. */
static struct table *words_table(struct book *book, const char *id, size_t rows,
                                 const char *const *headings, size_t count)
{
    struct table *table = ARENA_NEW(book->arena, struct table);
    table->id = id;
    table->columns = arena_array(book->arena, count, sizeof *table->columns);
    table->cells = arena_array(book->arena, rows * count + 1, sizeof *table->cells);
    table->column_count = count;
    table->row_count = rows;
    for (size_t i = 0; i < count; i++)
        table->columns[i] = (struct column){.id = headings[i], .heading = headings[i]};
    return table;
}

static void front_begin(struct sheet *sheet)
{
    sheet_line(sheet, sheet->plan->title, LOOK_TITLE | LOOK_BOLD);
    sheet_line(sheet, phrase(PHRASE_XLSX_ONE_TABLE), LOOK_PLAIN);
}

void sheet_contents_write(struct sheet *sheet)
{
    const char *const headings[] = {phrase(PHRASE_XLSX_WORKSHEET), phrase(PHRASE_XLSX_TITLE)};
    struct book *book = sheet->book;
    size_t first = sheet->plan - book->plans + 1U; /* all that follow the contents */
    size_t rows = book->plan_count - first;
    const char **links = arena_array(book->arena, rows + 1, sizeof *links);
    struct table *table = words_table(book, "contents", rows, headings, ARRAY_LENGTH(headings));
    for (size_t i = 0; i < rows; i++) {
        const struct plan *plan = &book->plans[first + i];
        links[i] = plan->name;
        table->cells[2 * i] = cell_text(plan->name);
        table->cells[2 * i + 1] = cell_text(plan->title);
    }
    front_begin(sheet);
    sheet_link(sheet, book_name(book, SHEET_COVER), phrase(PHRASE_XLSX_TO_COVER));
    sheet_table(sheet, table, links);
}

void sheet_notes_write(struct sheet *sheet)
{
    const char *const headings[] = {phrase(PHRASE_XLSX_NOTE), phrase(PHRASE_XLSX_TEXT),
                                    phrase(PHRASE_XLSX_WORKSHEETS)};
    struct book *book = sheet->book;
    struct table *table =
        words_table(book, "notes", book->note_count, headings, ARRAY_LENGTH(headings));
    for (size_t i = 0; i < book->note_count; i++) {
        table->cells[3 * i] =
            cell_text(phrase_filled(book->arena, PHRASE_XLSX_NOTE_NUMBER, "number",
                                    phrase_number(book->arena, (int64_t)i + 1), NULL));
        table->cells[3 * i + 1] = cell_text(book->notes[i].text);
        table->cells[3 * i + 2] = cell_text(book->notes[i].applies_to);
    }
    front_begin(sheet);
    sheet_link(sheet, book_name(book, SHEET_CONTENTS), phrase(PHRASE_XLSX_BACK));
    sheet_table(sheet, table, NULL);
}

void sheet_metadata_write(struct sheet *sheet)
{
    const char *const headings[] = {phrase(PHRASE_XLSX_ITEM), phrase(PHRASE_XLSX_VALUE)};
    struct book *book = sheet->book;
    const struct document *document = book->job->document;
    struct table *table =
        words_table(book, "metadata", document->metadata_count, headings, ARRAY_LENGTH(headings));
    for (size_t i = 0; i < document->metadata_count; i++) {
        table->cells[2 * i] = cell_text(document->metadata[i].label);
        table->cells[2 * i + 1] = cell_text(document->metadata[i].value);
    }
    front_begin(sheet);
    sheet_link(sheet, book_name(book, SHEET_CONTENTS), phrase(PHRASE_XLSX_BACK));
    sheet_table(sheet, table, NULL);
}
