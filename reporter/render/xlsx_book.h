/* SPDX-License-Identifier: MIT */
#ifndef RENDER_XLSX_BOOK_H
#define RENDER_XLSX_BOOK_H

/**
 * A workbook being written, private to render/xlsx*.c.
 *
 * Failures are sticky: the first one is kept in the book's error, and every later call does
 * nothing. So pages of writing calls need one check, at book_close().
 */

#include "render/xlsx_safe.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <xlsxwriter.h>

struct cell;
struct column;
struct table;
struct error;
struct xlsx_job;

enum look {
    LOOK_PLAIN = 0, /* Arial 12 */
    LOOK_BOLD = 1,
    LOOK_WRAP = 2,
    LOOK_RIGHT = 4,
    LOOK_LINK = 8,
    LOOK_RULE_BELOW = 16,
    LOOK_RULE_ABOVE = 32,
    LOOK_TITLE = 64,    /* 16 points */
    LOOK_SECTION = 128, /* 14 points */
    LOOK_INDENT = 256,
};

#define ROW_POINTS 16.0 /* the height of a row with one line of Arial 12 */

#define NUMBER_GENERAL "General"
#define NUMBER_TEXT "@" /* what is typed over a cell of words stays words */

struct look_entry {
    unsigned look;
    const char *number;
    lxw_format *format;
};

enum sheet_kind {
    SHEET_COVER,
    SHEET_CONTENTS,
    SHEET_NOTES,
    SHEET_TABLE,
    SHEET_CHARTS,
    SHEET_METADATA,
};

/** One sheet to be: known before the first is written, because the contents name them all. */
struct plan {
    enum sheet_kind kind;
    const char *name;          /* of the tab */
    const char *title;         /* cell A1 */
    const struct table *table; /* SHEET_TABLE */
};

struct note {
    const char *text;
    const char *applies_to;
};

struct book {
    const struct xlsx_job *job;
    struct arena *arena;
    struct error *err;
    bool failed;
    lxw_workbook *workbook;
    struct name_set sheet_names;
    struct name_set table_names;
    struct look_entry looks[96];
    size_t look_count;
    struct plan *plans;
    size_t plan_count;
    struct note *notes; /* note 1 first */
    size_t note_count;
    size_t *rows; /* rows written, a sheet each, in the order of `plans` */
};

struct sheet {
    struct book *book;
    lxw_worksheet *worksheet;
    const struct plan *plan;
    lxw_row_t next;  /* where the next row goes */
    size_t *written; /* rows that hold a cell */
};

/* ---- xlsx_book.c ---- */

/** Takes over the library's answer of any call; false once the book has failed. */
bool book_check(struct book *book, lxw_error answer);
bool book_fail(struct book *book, const char *what); /* always false */

/** The one format of that look and number format, which must be a literal or the arena's. */
lxw_format *book_format(struct book *book, unsigned look, const char *number);

/** The next sheet of the plan, set up for paper; on failure its worksheet is NULL. */
struct sheet sheet_begin(struct book *book, size_t index);

/** One line in column A, at the next row. The text is cleaned. */
void sheet_line(struct sheet *sheet, const char *string, unsigned look);

/** One line in column A that leads to cell A1 of the sheet `target`. */
void sheet_link(struct sheet *sheet, const char *target, const char *words);

/** A link in any cell, which does not count as a row of its own. */
void sheet_link_at(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const char *target,
                   const char *words);

/** Words in any cell, cleaned; does not count as a row of its own. */
void sheet_words(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const char *string,
                 lxw_format *format);

/* ---- xlsx_plan.c ---- */

/** Fills the book's plans and notes from its document. */
void book_plan(struct book *book);

/** The plan of a table, or NULL where it is not in the workbook. */
const struct plan *book_find(const struct book *book, const struct table *table);

/** The number of a note that reads `text`, from 1. */
/** The name of the workbook's own sheet of that kind, as links lead to it. */
const char *book_name(const struct book *book, enum sheet_kind kind);
size_t book_note(const struct book *book, const char *text);

/* ---- xlsx_cell.c ---- */

/** A table's cell: a number or date where Excel can hold it, else the words of the page. `look`
 *  says its side, and what a total adds. Does not count as a row of its own. */
void sheet_cell(struct sheet *sheet, lxw_row_t row, lxw_col_t place, const struct cell *cell,
                const struct column *column, unsigned look);

/* ---- one sheet each ---- */

/** A table object from column A of the next row on; `links` (may be NULL) are the tabs to which the
 * cells of the first column lead. */
void sheet_table(struct sheet *sheet, const struct table *table, const char *const *links);

/** Lines above the table, and the table: a sheet of the document's own. */
void sheet_table_write(struct sheet *sheet);

void sheet_cover_write(struct sheet *sheet);
void sheet_contents_write(struct sheet *sheet);
void sheet_notes_write(struct sheet *sheet);
void sheet_charts_write(struct sheet *sheet);
void sheet_metadata_write(struct sheet *sheet);

#endif
