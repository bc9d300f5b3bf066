/* SPDX-License-Identifier: MIT */
#include "render/xlsx_book.h"

#include <math.h>

#include "base/text.h"
#include "document/document.h"

#define FEWEST_FOR_PERCENT 10       /* below, "4 of 5" says more than a percentage */
#define EXACT_MOST 9007199254740992 /* 2^53: what a cell's double holds exactly */
#define SERIAL_OF_1970 25569        /* day 0 as Excel counts */
#define FIRST_SERIAL 61             /* 1 March 1900: before it Excel's calendar is wrong */
#define DECIMALS_MOST 6

static const char *const PLAIN[] = {"#,##0",      "#,##0.0",     "#,##0.00",    "#,##0.000",
                                    "#,##0.0000", "#,##0.00000", "#,##0.000000"};
static const char *const SIGNED[] = {"+#,##0;-#,##0;0",
                                     "+#,##0.0;-#,##0.0;0.0",
                                     "+#,##0.00;-#,##0.00;0.00",
                                     "+#,##0.000;-#,##0.000;0.000",
                                     "+#,##0.0000;-#,##0.0000;0.0000",
                                     "+#,##0.00000;-#,##0.00000;0.00000",
                                     "+#,##0.000000;-#,##0.000000;0.000000"};
static const char *const PERCENT[] = {"0%",      "0.0%",     "0.00%",    "0.000%",
                                      "0.0000%", "0.00000%", "0.000000%"};

static const char *number_format(const struct column *column, int decimals)
{
    int places = decimals < 0 ? 0 : decimals > DECIMALS_MOST ? DECIMALS_MOST : decimals;
    return column->unit == UNIT_POINTS ? SIGNED[places] : PLAIN[places];
}

/* The same of rates of low reliability: the value stays a number. */
static const char *const UNRELIABLE[] = {"0%\" [u]\"",       "0.0%\" [u]\"",    "0.00%\" [u]\"",
                                         "0.000%\" [u]\"",   "0.0000%\" [u]\"", "0.00000%\" [u]\"",
                                         "0.000000%\" [u]\""};

/* One decimal, and as many more as it takes not to show 100 % or 0 % where it is not. */
static const char *percent_format(const struct cell *cell)
{
    int64_t numerator = cell->number, denominator = cell->denominator;
    double share = (double)numerator / (double)denominator;
    int places = 1;
    for (double scale = 1000; places < DECIMALS_MOST; places++, scale *= 10) {
        double shown = round(share * scale);
        bool hides = (shown <= 0 && numerator > 0) || (shown >= scale && numerator < denominator);
        if (!hides)
            break;
    }
    return cell->unreliable ? UNRELIABLE[places] : PERCENT[places];
}

/* The value of a cell that Excel can hold as a number or date, and how to show it. */
static bool cell_number(const struct cell *cell, const struct column *column, double *ret_value,
                        const char **ret_format)
{
    switch (cell->kind) {
    case CELL_COUNT:
        *ret_value = (double)cell->number;
        *ret_format = number_format(column, 0);
        return cell->number >= -EXACT_MOST && cell->number <= EXACT_MOST;
    case CELL_RATE:
        *ret_value = (double)cell->number / (double)cell->denominator;
        *ret_format = percent_format(cell);
        return cell->denominator >= FEWEST_FOR_PERCENT;
    case CELL_RATIO:
        *ret_value = (double)cell->number / (double)cell->denominator;
        *ret_format = number_format(column, column->decimals);
        return true;
    case CELL_DATE:
        *ret_value = (double)(cell->number + SERIAL_OF_1970);
        *ret_format = "d mmm yyyy";
        return cell->number + SERIAL_OF_1970 >= FIRST_SERIAL;
    case CELL_BLANK:
    case CELL_TEXT:
    case CELL_STATUS:
    case CELL_MARK:
    case CELL_SERIES:
        break;
    }
    return false;
}

void sheet_cell(struct sheet *sheet, lxw_row_t row, lxw_col_t place, const struct cell *cell,
                const struct column *column, unsigned look)
{
    struct book *book = sheet->book;
    bool right = column_is_numeric(column);
    double value = 0;
    const char *format = NULL;
    unsigned dress = look | (right ? 0U : LOOK_WRAP);
    if (cell_number(cell, column, &value, &format)) {
        lxw_format *dressed = book_format(book, dress, format);
        if (!book->failed)
            book_check(book, worksheet_write_number(sheet->worksheet, row, place, value, dressed));
        return;
    }
    struct text words = {0};
    cell_print(cell, column, &words);
    sheet_words(sheet, row, place, text_string(&words),
                book_format(book, dress, right ? NUMBER_GENERAL : NUMBER_TEXT));
    text_finish(&words);
}
