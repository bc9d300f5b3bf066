/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_CURSOR_H
#define LAYOUT_CURSOR_H

/**
 * Where the flow stands: the page, how far down it is filled, and what is open. Each kind of block
 * has one file that sets it down at the cursor and moves the cursor behind it.
 */

#include "base/colour.h"
#include "base/geometry.h"
#include "draw/display.h"
#include "draw/measure.h"
#include "draw/style.h"

#include <stdbool.h>
#include <stddef.h>

struct block;
struct columns;
struct contents;
struct document;
struct flow_options;
struct grid;

/** Blocks in the order in which they are set down. */
struct sequence {
    const struct block **items;
    size_t count;
    size_t at;                    /* of the one that is set down or asked about */
    const struct block *previous; /* what was set down last; NULL: nothing yet */
};

struct cursor {
    const struct document *document;
    const struct flow_options *options;
    struct display *display;
    double left, top, bottom, width; /* of the body */
    double y;                        /* the top of what comes next */
    bool has_cover;                  /* the first page */
    int section;                     /* open node of the section, or -1 */
    int told;                        /* level of the last heading in the structure; 0: none */
    int list;                        /* open node of the list of bullets, or -1 */
    struct contents *contents;       /* to be filled in after the flow */
    struct sequence *sequence;       /* the document's blocks, or a side's */
    bool landscape;                  /* the page is turned */
    bool aside;                      /* within one of two sides: the page does not end or turn */
    int annex;                       /* the page with which it begins, or -1 */
    const struct block *gridded;     /* the block that `grid` is of: heads ask ahead */
    double gridded_width;
    struct grid *grid;
    const struct block *measured; /* the columns that `columns` is of */
    double measured_width;
    struct columns *columns;
};

/** At the top of the first page's body. */
void cursor_start(struct cursor *cursor);
void cursor_break(struct cursor *cursor);       /* a new page, and its top */
bool cursor_fresh(const struct cursor *cursor); /* nothing stands on this page yet */
double cursor_room(const struct cursor *cursor);
double cursor_body(const struct cursor *cursor); /* the height of an empty page's body */

/** Goes on on a page that is turned, or turned back; a page on which nothing stands yet is turned
 * itself. */
void cursor_turn(struct cursor *cursor, bool landscape);

/** The width of a table or figure that takes so many of the page's columns (0: all). */
double cursor_span(const struct cursor *cursor, int span);

/** The page is full: what comes next begins a new one. */
void cursor_fill(struct cursor *cursor);

/* ---- Setting text ---- */

#define TITLE_LINES 4 /* of headings, captions, names */

struct setting {
    struct font font;
    struct colour colour;
    bool right;   /* lines end at x + width */
    double width; /* for `right` */
};

struct lines cursor_lines(const struct cursor *cursor, const char *text, struct font font,
                          double width);

/** As cursor_lines(), but a name or title that takes more lines than its place can give is cut, and
 * told. */
struct lines cursor_lines_most(const struct cursor *cursor, const char *text, struct font font,
                               double width, size_t most);
double lines_height(const struct lines *lines, struct font font);

/** From a line's top, as leading gives it, down to its baseline. */
double line_baseline(const struct line *line, struct font font);

/** Marks of the innermost open leaf, or artifacts; the first line's top at `at`. */
void lines_set(struct cursor *cursor, const struct lines *lines, struct point at,
               const struct setting *setting);

/** A whole leaf of that role at the cursor's left edge and height; moves down behind it. */
void lines_leaf(struct cursor *cursor, enum role role, const struct lines *lines,
                const struct setting *setting);

/** One line of at most `width`, shortened with an ellipsis where the text is longer. */
struct lines line_fitted(const struct cursor *cursor, const char *text, struct font font,
                         double width);

/** A rule from `x`, an artifact. */
void rule_draw(struct cursor *cursor, struct point from, double length, double weight,
               struct colour colour);

#endif
