/* SPDX-License-Identifier: MIT */
#ifndef RENDER_PDF_H
#define RENDER_PDF_H

/**
 * A display list to a PDF in memory, or to a PNG (Cairo). The same marks give the same bytes.
 *
 * Cairo 1.16 loses write errors at the end of a PDF: so it writes to memory only, and the bytes are
 * checked before anybody sees them (LIBRARIES.md section 3.1).
 */

#include <stdbool.h>
#include <stdint.h>

struct display;
struct error;
struct text;

struct pdf_info {
    const char *title;
    const char *author; /* the issuer */
    const char *subject;
    const char *keywords;
    int32_t created; /* a day: noon UTC of it becomes both dates */
};

/** Replaces `ret_bytes` with the file. */
bool pdf_render(const struct display *display, const struct pdf_info *info, struct text *ret_bytes,
                struct error *err);

/** One page as PNG, `scale` pixels a point, on white. */
bool png_render(const struct display *display, int page, double scale, struct text *ret_bytes,
                struct error *err);

#endif
