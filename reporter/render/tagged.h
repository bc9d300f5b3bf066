/* SPDX-License-Identifier: MIT */
#ifndef RENDER_TAGGED_H
#define RENDER_TAGGED_H

/**
 * From Cairo's pages to a PDF/UA-1 and PDF/A-2a file: one pass over the file in memory (libqpdf).
 *
 * Cairo's own structure tree holds neither alternative texts nor scopes and is left behind. The
 * tree is written from the display list, whose nodes are the elements; Cairo's tags give each leaf
 * its number on its page. Then come what the catalog, the links and the fonts lack.
 *
 * Each part checks what it relies on and fails rather than write a file that some readers could not
 * read: every tag must stand in its page, and all that is painted must stand in a tag.
 */

#include <stdbool.h>

struct display;
struct error;
struct pdf_info;
struct tags;
struct text;

struct tagged_job {
    const struct display *display;
    const struct tags *tags; /* as they were begun while the pages were drawn */
    const struct pdf_info *info;
};

/** Replaces the bytes of Cairo's file with those of the finished one. Undefined after a failure. */
bool tagged_finish(const struct tagged_job *job, struct text *bytes, struct error *err);

#endif
