/* SPDX-License-Identifier: MIT */
#ifndef RENDER_TAG_H
#define RENDER_TAG_H

/**
 * Which marks of a page belong together: the only file that calls cairo_tag_begin().
 *
 * Every mark is drawn in a tag, and only a page's ground before the first: those of one leaf of the
 * structure tree in one, those of a run of artifacts in one. Cairo numbers the tags of a page from
 * 0 (the MCID), in the order in which they are begun; which number is which leaf is remembered
 * here. What the leaves are, and the tree above them, is written by render/tagged.h: Cairo 1.16 can
 * express neither attributes nor artifacts, drops text that stands beside a child, and keeps silent
 * about it.
 *
 *     struct tags tags = {0};
 *     for each page: tags_page(&tags); for each mark: tags_mark(&tags, cr, mark), draw it;
 *                    tags_end(&tags, cr);
 */

#include "base/geometry.h"
#include "draw/display.h"

#include <cairo.h>
#include <stddef.h>

struct tag {
    int node; /* a leaf, or NODE_ARTIFACT */
    enum artifact artifact;
};

struct tags {
    struct tag *items; /* page by page, in the order of their MCIDs */
    size_t count, capacity;
    size_t *starts; /* of each page in `items` */
    size_t page_count, page_capacity;
    const char *open; /* Cairo's name of the open tag; NULL: none is open */
};

void tags_finish(struct tags *tags);

/** Begins the next page. */
void tags_page(struct tags *tags);

/** To be called before the mark is drawn: ends the open tag and begins another where the mark is of
 * another leaf, or of another kind of artifact. */
void tags_mark(struct tags *tags, cairo_t *cr, const struct display *display,
               const struct mark *mark);

/** At the end of a page at the latest. */
void tags_end(struct tags *tags, cairo_t *cr);

/** The tags of a page; the index of each is its MCID. */
const struct tag *tags_of_page(const struct tags *tags, int page, size_t *ret_count);

/** A place that links can lead to; no tag may be open. The name holds ASCII letters, digits and
 * "-._" alone: Cairo writes any other character in two ways. */
void tag_destination(cairo_t *cr, const char *name, struct point at);

#endif
