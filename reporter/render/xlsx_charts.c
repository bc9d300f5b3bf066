/* SPDX-License-Identifier: MIT */
#include "render/xlsx_book.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "document/document.h"
#include "render/xlsx.h"

#define SCREEN_DPI 96.0
#define POINTS_PER_INCH 72.0
#define METRES_PER_INCH 0.0254
#define PNG_HEAD 33    /* signature, and the chunk IHDR with its checksum */
#define CHUNK_FRAME 12 /* length, type, checksum */

struct png_size {
    double width, height; /* inches, as the library will take them */
};

static uint32_t big_endian(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* The pixels an inch that a PNG claims, or the screen's where it claims none. */
static void png_resolution(const struct picture *picture, double *ret_x, double *ret_y)
{
    *ret_x = *ret_y = SCREEN_DPI;
    size_t at = PNG_HEAD;
    while (at + CHUNK_FRAME <= picture->length) {
        const char *chunk = picture->png + at;
        size_t length = big_endian(chunk);
        if (length > picture->length - at - CHUNK_FRAME || memcmp(chunk + 4, "IDAT", 4) == 0)
            return;
        bool in_metres = memcmp(chunk + 4, "pHYs", 4) == 0 && length == 9 && chunk[16] == 1;
        if (in_metres && big_endian(chunk + 8) > 0 && big_endian(chunk + 12) > 0) {
            *ret_x = big_endian(chunk + 8) * METRES_PER_INCH;
            *ret_y = big_endian(chunk + 12) * METRES_PER_INCH;
        }
        at += length + CHUNK_FRAME;
    }
}

static bool png_measure(const struct picture *picture, struct png_size *ret_size)
{
    static const char SIGNATURE[] = "\x89PNG\r\n\x1a\n";
    if (picture->length < PNG_HEAD || memcmp(picture->png, SIGNATURE, 8) != 0)
        return false;
    uint32_t width = big_endian(picture->png + 16);
    uint32_t height = big_endian(picture->png + 20);
    if (width == 0 || height == 0)
        return false;
    double x, y;
    png_resolution(picture, &x, &y);
    *ret_size = (struct png_size){width / x, height / y};
    return true;
}

static void picture_place(struct sheet *sheet, const struct picture *picture)
{
    struct book *book = sheet->book;
    struct png_size size;
    if (book->failed)
        return;
    if (!picture->figure->alt || !*picture->figure->alt || !png_measure(picture, &size)) {
        book_fail(book, "a picture has no alternative text, or is no PNG");
        return;
    }
    const char *alt = xlsx_text(book->arena, picture->figure->alt, XLSX_ATTRIBUTE_UNITS);
    lxw_image_options options = {
        .x_scale = picture->width / POINTS_PER_INCH / size.width,
        .y_scale = picture->height / POINTS_PER_INCH / size.height,
        .description = arena_text(book->arena, alt),
    };
    book_check(book, worksheet_insert_image_buffer_opt(sheet->worksheet, sheet->next, 0,
                                                       (const unsigned char *)picture->png,
                                                       picture->length, &options));
    sheet->next += (lxw_row_t)ceil(picture->height / ROW_POINTS) + 1;
}

static void figure_write(struct sheet *sheet, const struct picture *picture)
{
    struct book *book = sheet->book;
    const struct figure *figure = picture->figure;
    const char *title = figure->number > 0
                            ? phrase_filled(book->arena, PHRASE_XLSX_FIGURE, "number",
                                            phrase_number(book->arena, figure->number), "title",
                                            figure->title, NULL)
                            : figure->title;
    sheet_line(sheet, title, LOOK_SECTION | LOOK_BOLD);
    if (figure->subtitle)
        sheet_line(sheet, figure->subtitle, LOOK_PLAIN);
    if (figure->note)
        sheet_line(sheet, figure->note, LOOK_PLAIN);
    if (figure->source)
        sheet_line(sheet, phrase_filled(book->arena, PHRASE_SOURCE, "source", figure->source, NULL),
                   LOOK_PLAIN);
    const struct plan *numbers = book_find(book, figure->table);
    if (numbers)
        sheet_link(sheet, numbers->name,
                   phrase_filled(book->arena, PHRASE_XLSX_NUMBERS, "sheet", numbers->name, NULL));
    picture_place(sheet, picture);
}

void sheet_charts_write(struct sheet *sheet)
{
    const struct xlsx_job *job = sheet->book->job;
    sheet_line(sheet, sheet->plan->title, LOOK_TITLE | LOOK_BOLD);
    sheet_line(sheet, phrase(PHRASE_XLSX_CHARTS), LOOK_PLAIN);
    sheet_link(sheet, book_name(sheet->book, SHEET_CONTENTS), phrase(PHRASE_XLSX_BACK));
    /* Breaks end with a zero; a picture is not cut by the end of a page. */
    lxw_row_t *breaks = arena_array(sheet->book->arena, job->picture_count + 1, sizeof *breaks);
    for (size_t i = 0; i < job->picture_count; i++) {
        if (i > 0 && i <= LXW_BREAKS_MAX)
            breaks[i - 1] = sheet->next;
        figure_write(sheet, &job->pictures[i]);
    }
    if (breaks[0] > 0 && !sheet->book->failed)
        book_check(sheet->book, worksheet_set_h_pagebreaks(sheet->worksheet, breaks));
}
