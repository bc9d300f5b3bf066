/* SPDX-License-Identifier: MIT */
#include "render/xlsx_book.h"

#include <string.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/document.h"
#include "render/xlsx.h"

#define OWN_SHEETS 5 /* cover, contents, notes, charts, metadata */

static void plan_add(struct book *book, enum sheet_kind kind, const char *name, const char *title)
{
    book->plans[book->plan_count++] = (struct plan){
        .kind = kind,
        .name = xlsx_sheet_name(book->arena, name, &book->sheet_names),
        .title = title,
    };
}

/* A name is taken before the tables get theirs, so that no table named "Notes" pushes it aside. */
static const char *name_reserve(struct book *book, const char *name)
{
    return xlsx_sheet_name(book->arena, name, &book->sheet_names);
}

static const char *table_name(const struct book *book, size_t number)
{
    return phrase_filled(book->arena, PHRASE_SHEET_TABLE, "number",
                         phrase_number(book->arena, (int64_t)number), NULL);
}

static void plan_table(struct book *book, const struct table *table, size_t index)
{
    size_t number = table->number > 0 ? (size_t)table->number : index;
    const char *name = table->sheet ? table->sheet : table_name(book, number);
    const char *title = table->number > 0 ? phrase_filled(book->arena, PHRASE_XLSX_TABLE, "number",
                                                          phrase_number(book->arena, table->number),
                                                          "title", table->title, NULL)
                                          : table->title;
    plan_add(book, SHEET_TABLE, name, title);
    book->plans[book->plan_count - 1].table = table;
}

/* Tables without a number are counted on behind the numbered ones. */
static size_t highest_number(const struct document *document)
{
    size_t highest = 0;
    for (size_t i = 0; i < document->table_count; i++) {
        int number = document->tables[i]->number;
        if (number > 0 && (size_t)number > highest)
            highest = (size_t)number;
    }
    return highest;
}

static void plan_tables(struct book *book, bool named)
{
    const struct document *document = book->job->document;
    size_t index = highest_number(document);
    for (size_t i = 0; i < document->table_count; i++) {
        const struct table *table = document->tables[i];
        if (!table->in_workbook || (table->sheet != NULL) != named)
            continue;
        if (table->number <= 0)
            index++;
        plan_table(book, table, index);
    }
}

static void note_add(struct book *book, const char *text, const char *applies_to)
{
    size_t number = book_note(book, text);
    if (number == 0) {
        book->notes[book->note_count++] = (struct note){text, applies_to};
        return;
    }
    struct note *note = &book->notes[number - 1];
    note->applies_to = arena_printf(book->arena, "%s, %s", note->applies_to, applies_to);
}

static void plan_notes(struct book *book)
{
    const struct document *document = book->job->document;
    size_t most = document->note_count;
    for (size_t i = 0; i < book->plan_count; i++)
        most += book->plans[i].table ? book->plans[i].table->note_count : 0;
    book->notes = arena_array(book->arena, most + 1, sizeof *book->notes);
    for (size_t i = 0; i < document->note_count; i++)
        note_add(book, document->notes[i], phrase(PHRASE_XLSX_ALL_SHEETS));
    for (size_t i = 0; i < book->plan_count; i++) {
        const struct table *table = book->plans[i].table;
        for (size_t k = 0; table && k < table->note_count; k++)
            note_add(book, table->notes[k], book->plans[i].name);
    }
}

static bool has_notes(const struct document *document)
{
    bool found = document->note_count > 0;
    for (size_t i = 0; i < document->table_count; i++)
        found |= document->tables[i]->in_workbook && document->tables[i]->note_count > 0;
    return found;
}

void book_plan(struct book *book)
{
    const struct document *document = book->job->document;
    size_t most = document->table_count + OWN_SHEETS;
    book->plans = arena_array(book->arena, most, sizeof *book->plans);
    book->rows = arena_array(book->arena, most, sizeof *book->rows);
    plan_add(book, SHEET_COVER, phrase(PHRASE_SHEET_COVER), document->title);
    plan_add(book, SHEET_CONTENTS, phrase(PHRASE_SHEET_CONTENTS), phrase(PHRASE_SHEET_CONTENTS));
    if (has_notes(document))
        plan_add(book, SHEET_NOTES, phrase(PHRASE_SHEET_NOTES), phrase(PHRASE_SHEET_NOTES));
    const char *charts = name_reserve(book, phrase(PHRASE_SHEET_CHARTS));
    const char *metadata = name_reserve(book, phrase(PHRASE_SHEET_METADATA));
    plan_tables(book, false);
    plan_tables(book, true);
    if (book->job->picture_count > 0)
        book->plans[book->plan_count++] = (struct plan){
            .kind = SHEET_CHARTS, .name = charts, .title = phrase(PHRASE_SHEET_CHARTS)};
    if (document->metadata_count > 0)
        book->plans[book->plan_count++] = (struct plan){
            .kind = SHEET_METADATA, .name = metadata, .title = phrase(PHRASE_SHEET_METADATA)};
    plan_notes(book);
}

const struct plan *book_find(const struct book *book, const struct table *table)
{
    for (size_t i = 0; i < book->plan_count; i++) {
        if (table && book->plans[i].table == table)
            return &book->plans[i];
    }
    return NULL;
}

const char *book_name(const struct book *book, enum sheet_kind kind)
{
    for (size_t i = 0; i < book->plan_count; i++)
        if (book->plans[i].kind == kind)
            return book->plans[i].name;
    return NULL;
}

size_t book_note(const struct book *book, const char *text)
{
    for (size_t i = 0; i < book->note_count; i++) {
        if (strcmp(book->notes[i].text, text) == 0)
            return i + 1;
    }
    return 0;
}
