/* SPDX-License-Identifier: MIT */
#ifndef RENDER_PDF_H
#define RENDER_PDF_H

/**
 * A display list to a PDF in memory, or to a PNG. The same marks give the same bytes.
 *
 * The PDF is made to be read aloud and to be kept: PDF/UA-1 and PDF/A-2a, or PDF/A-3a where files
 * are attached (A-2 allows none). Cairo draws the pages; render/tagged.h makes of them what the
 * standards ask. Cairo 1.16 loses write errors at the end of a PDF: so it writes to memory only,
 * and the bytes are checked before anybody sees them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct display;
struct error;
struct text;

/** Data behind the pages, for programs. */
struct pdf_attachment {
    const char *name;        /* "Table_3.csv": ASCII, no two alike */
    const char *description; /* what it holds */
    const char *bytes;       /* CSV */
    size_t length;
};

struct pdf_info {
    const char *title;
    const char *author; /* the issuer */
    const char *subject;
    const char *keywords;
    const char *language; /* "en"; NULL is English */
    int32_t created;      /* a day: noon UTC of it becomes both dates */
    const struct pdf_attachment *attachments;
    size_t attachment_count;
};

/** Replaces `ret_bytes` with the file. Fails rather than write what a reader could not get at: text
 * without a place in the structure, a figure without words, a link to nowhere, a character that no
 * font has. */
bool pdf_render(const struct display *display, const struct pdf_info *info, struct text *ret_bytes,
                struct error *err);

/** One page as PNG, `scale` pixels a point, on white. */
bool png_render(const struct display *display, int page, double scale, struct text *ret_bytes,
                struct error *err);

#endif
