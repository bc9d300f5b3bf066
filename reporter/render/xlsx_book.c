/* SPDX-License-Identifier: MIT */
#include "render/xlsx_book.h"

#include <string.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "base/error.h"
#include "base/text.h"
#include "document/document.h"
#include "render/xlsx.h"

#define PAPER_A4 9
#define BUILTIN_TEXT 49 /* Excel's own "@" */
#define TITLE_POINTS 26.0
#define SECTION_POINTS 34.0
#define HEADER_PART_UNITS 110 /* two parts and their codes stay below the limit of 255 */

bool book_fail(struct book *book, const char *what)
{
    book->failed = true;
    return error_set(book->err, ERROR_INTERNAL, "the workbook cannot be written: %s", what);
}

bool book_check(struct book *book, lxw_error answer)
{
    if (answer != LXW_NO_ERROR && !book->failed)
        book_fail(book, lxw_strerror(answer));
    return !book->failed;
}

static void format_dress(lxw_format *format, unsigned look, const char *number)
{
    format_set_font_name(format, "Arial");
    format_set_font_size(format, look & LOOK_TITLE ? 16 : look & LOOK_SECTION ? 14 : 12);
    if (strcmp(number, NUMBER_TEXT) == 0)
        format_set_num_format_index(format, BUILTIN_TEXT);
    else if (strcmp(number, NUMBER_GENERAL) != 0)
        format_set_num_format(format, number);
    format_set_align(format,
                     look & LOOK_SECTION ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP);
    format_set_align(format, look & LOOK_RIGHT ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
    if (look & LOOK_INDENT)
        format_set_indent(format, 1);
    if (look & LOOK_BOLD)
        format_set_bold(format);
    if (look & LOOK_WRAP)
        format_set_text_wrap(format);
    if (look & LOOK_RULE_BELOW)
        format_set_bottom(format, LXW_BORDER_THIN);
    if (look & LOOK_RULE_ABOVE)
        format_set_top(format, LXW_BORDER_THIN);
    if (look & LOOK_LINK) {
        format_set_font_color(format, 0x0563C1);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
}

lxw_format *book_format(struct book *book, unsigned look, const char *number)
{
    for (size_t i = 0; i < book->look_count; i++) {
        const struct look_entry *entry = &book->looks[i];
        if (entry->look == look && strcmp(entry->number, number) == 0)
            return entry->format;
    }
    lxw_format *format = book->failed ? NULL : workbook_add_format(book->workbook);
    if (!format || book->look_count == ARRAY_LENGTH(book->looks)) {
        book_fail(book, "no more cell formats");
        return NULL;
    }
    format_dress(format, look, number);
    book->looks[book->look_count++] = (struct look_entry){look, number, format};
    return format;
}

/* "&P" and "&N" are the spreadsheet's own. */
static const char *page_of(const struct book *book)
{
    return phrase_filled(book->arena, PHRASE_PAGE_OF, "page", "&P", "pages", "&N", NULL);
}

/* A printed sheet that has lost its cover still says what it is and for whom. */
static void sheet_paper(struct sheet *sheet)
{
    struct book *book = sheet->book;
    const struct document *document = book->job->document;
    worksheet_set_landscape(sheet->worksheet);
    worksheet_set_paper(sheet->worksheet, PAPER_A4);
    if (sheet->plan->kind != SHEET_CHARTS) /* pages that are fitted ignore their breaks */
        worksheet_fit_to_pages(sheet->worksheet, 1, 0);
    const char *title = xlsx_header_text(book->arena, document->short_title, HEADER_PART_UNITS);
    const char *said =
        arena_printf(book->arena, "%s. %s", document->audience ? document->audience : "",
                     document->edition ? document->edition : "");
    const char *audience = xlsx_header_text(book->arena, said, HEADER_PART_UNITS);
    const char *issuer = xlsx_header_text(book->arena, document->issuer, HEADER_PART_UNITS);
    book_check(book, worksheet_set_header(sheet->worksheet,
                                          arena_printf(book->arena, "&L%s&R%s", title, audience)));
    book_check(book, worksheet_set_footer(sheet->worksheet, arena_printf(book->arena, "&L%s&R%s",
                                                                         issuer, page_of(book))));
}

struct sheet sheet_begin(struct book *book, size_t index)
{
    const struct plan *plan = &book->plans[index];
    struct sheet sheet = {.book = book, .plan = plan, .written = &book->rows[index]};
    if (book->failed)
        return sheet;
    sheet.worksheet = workbook_add_worksheet(book->workbook, plan->name);
    if (!sheet.worksheet) {
        book_fail(book, "a worksheet's name was refused");
        return sheet;
    }
    worksheet_set_default_row(sheet.worksheet, ROW_POINTS, LXW_FALSE);
    sheet_paper(&sheet);
    return sheet;
}

void sheet_words(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const char *string,
                 lxw_format *format)
{
    struct book *book = sheet->book;
    if (book->failed)
        return;
    const char *text = xlsx_text(book->arena, string, XLSX_CELL_UNITS);
    book_check(book, *text ? worksheet_write_string(sheet->worksheet, row, column, text, format)
                           : worksheet_write_blank(sheet->worksheet, row, column, format));
}

void sheet_line(struct sheet *sheet, const char *string, unsigned look)
{
    if (look & (LOOK_TITLE | LOOK_SECTION) && !sheet->book->failed)
        book_check(sheet->book,
                   worksheet_set_row(sheet->worksheet, sheet->next,
                                     look & LOOK_TITLE ? TITLE_POINTS : SECTION_POINTS, NULL));
    sheet_words(sheet, sheet->next, 0, string, book_format(sheet->book, look, NUMBER_GENERAL));
    sheet->next++;
    (*sheet->written)++;
}

void sheet_link_at(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const char *target,
                   const char *words)
{
    struct book *book = sheet->book;
    lxw_format *format = book_format(book, LOOK_LINK, NUMBER_GENERAL);
    if (book->failed)
        return;
    const char *address = arena_printf(book->arena, "internal:'%s'!A1", target);
    const char *text = xlsx_text(book->arena, words, XLSX_PROPERTY_UNITS);
    book_check(book,
               worksheet_write_url_opt(sheet->worksheet, row, column, address, format, text, NULL));
}

void sheet_link(struct sheet *sheet, const char *target, const char *words)
{
    sheet_link_at(sheet, sheet->next, 0, target, words);
    sheet->next++;
    (*sheet->written)++;
}
