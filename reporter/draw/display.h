/* SPDX-License-Identifier: MIT */
#ifndef DRAW_DISPLAY_H
#define DRAW_DISPLAY_H

/**
 * The display list: pages of marks, and the structure tree that says what each mark is.
 *
 * Layout and charts place marks; render/ draws them; tests dump them as text. Invariants
 * (asserted): every mark has a box in points and either a leaf of the structure tree or is an
 * artifact; marks stand in reading order; only leaves hold marks; a leaf's marks are contiguous and
 * on one page; an artifact closes the open leaf first. Things that fit none of this are a
 * programming mistake.
 *
 *     int p = display_open(display, ROLE_P);          // a node below the innermost open one
 *     display_text(display, line, point, colour);     // a mark of that leaf
 *     display_close(display, p);
 *     display_artifact_begin(display); ...rules, running heads... display_artifact_end(display);
 *
 * A paragraph that runs over pages is a P with a SPAN for each page's piece.
 */

#include "base/colour.h"
#include "base/geometry.h"
#include "draw/measure.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct text;

/** Roles are PDF's standard structure types. */
enum role {
    ROLE_DOCUMENT,
    ROLE_PART,
    ROLE_SECT,
    ROLE_DIV,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_P,
    ROLE_SPAN,
    ROLE_L,
    ROLE_LI,
    ROLE_LBL,
    ROLE_LBODY,
    ROLE_TABLE,
    ROLE_THEAD,
    ROLE_TBODY,
    ROLE_TR,
    ROLE_TH,
    ROLE_TD,
    ROLE_CAPTION,
    ROLE_FIGURE,
    ROLE_TOC,
    ROLE_TOCI,
    ROLE_REFERENCE,
    ROLE_LINK,
    ROLE_NOTE,
    ROLE_COUNT,
};
const char *role_name(enum role role); /* "H1" */

enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };

#define NODE_ARTIFACT (-1)

/** What a mark outside the structure tree is. */
enum artifact {
    ARTIFACT_LAYOUT,   /* rules, fills: unless another is said */
    ARTIFACT_HEAD,     /* the running head */
    ARTIFACT_FOOT,     /* the running foot */
    ARTIFACT_REPEATED, /* what a page says again: the head of a table that goes on */
};

struct structure {
    enum role role;
    int parent;                /* -1 for the document */
    const char *alt;           /* figures: compulsory */
    enum scope scope;          /* TH */
    int row_span, column_span; /* TH, TD; 0 is one */
};

enum mark_kind { MARK_TEXT, MARK_PATH, MARK_IMAGE, MARK_LINK, MARK_DESTINATION };

enum path_step { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };
struct path_point {
    enum path_step step;
    struct point to;         /* MOVE, LINE, CURVE */
    struct point control[2]; /* CURVE */
};

struct path {
    struct path_point *points;
    size_t count;
};

struct paint { /* zero: neither filled nor stroked */
    bool fill;
    struct colour fill_colour;
    bool stroke;
    struct colour stroke_colour;
    double width;   /* of the stroke, points */
    double dash[2]; /* on, off; 0 0: solid */
    bool round;     /* round caps and joins */
};

struct mark {
    enum mark_kind kind;
    int page;               /* index */
    int node;               /* a leaf, or NODE_ARTIFACT */
    enum artifact artifact; /* what kind of, where it is one */
    struct rect box;        /* text: width x (ascent + descent) */
    union {
        struct {
            struct line line;
            struct point baseline;
            struct colour colour;
        } text;
        struct {
            struct path path;
            struct paint paint;
        } path;
        struct {
            const char *bytes;
            size_t length;
        } image; /* PNG */
        struct {
            const char *destination;
        } link; /* a destination's name */
        struct {
            const char *name;
        } destination;
    };
};

struct outline_entry {
    const char *title;
    const char *destination;
    int level; /* 1, 2, 3 */
};

struct page {
    double width;
    double height;
    const char *label; /* printed number; NULL for none */
};

struct display {
    struct arena *arena;
    struct page *pages;
    size_t page_count, page_capacity;
    struct mark *marks;
    size_t mark_count, mark_capacity;
    struct structure *nodes; /* node 0 is the Document */
    size_t node_count, node_capacity;
    struct outline_entry *outline;
    size_t outline_count, outline_capacity;
    /* state while building */
    int page; /* marks go here; -1 before the first */
    int open; /* innermost open node */
    int artifact_depth;
    enum artifact artifact;
    int last_leaf; /* the leaf of the last mark, -1 after an artifact */
};

/** All memory but the arrays is the arena's. display_free() accepts NULL. */
struct display *display_new(struct arena *arena);
void display_free(struct display *display);

/** Begins a page after the last one and makes it current. Returns its index. */
int display_page_new(struct display *display, double width, double height);

/** Makes an earlier page current: for running heads and page numbers in the contents. */
void display_page_select(struct display *display, int page);

int display_open(struct display *display, enum role role);
void display_close(struct display *display, int node); /* must be the innermost open one */
void display_alt(struct display *display, int node, const char *alt);
void display_scope(struct display *display, int node, enum scope scope);
void display_span(struct display *display, int node, int rows, int columns);
void display_artifact_begin(struct display *display);
/** What the artifacts of the open run are, up to its end. */
void display_artifact_kind(struct display *display, enum artifact artifact);
void display_artifact_end(struct display *display);

/** A line with its left end and baseline at `baseline`. */
void display_text(struct display *display, const struct line *line, struct point baseline,
                  struct colour colour);

/** The path is copied. The box is its points' extent. */
void display_path(struct display *display, const struct path_point *points, size_t count,
                  const struct paint *paint);
void display_line(struct display *display, struct point from, struct point to,
                  const struct paint *paint);
void display_rect(struct display *display, struct rect rect, const struct paint *paint);
void display_circle(struct display *display, struct point centre, double radius,
                    const struct paint *paint);
void display_image(struct display *display, struct rect box, const char *png, size_t length);
void display_link(struct display *display, struct rect box, const char *destination);
void display_destination(struct display *display, const char *name, struct point at);
void display_outline(struct display *display, int level, const char *title,
                     const char *destination);

/** A text mark whose line is set later (page numbers of the contents): reserves its place in
 * reading order. display_text_set() must follow before rendering. Returns the mark's index. */
size_t display_text_reserve(struct display *display);
void display_text_set(struct display *display, size_t mark, const struct line *line,
                      struct point baseline, struct colour colour);

/** The page on which a destination stands, or -1. */
int display_find(const struct display *display, const char *destination);

/** Every link has its destination, no node is open, every reserved text is set, every figure has
 * its alternative text; else false and what is wrong. */
struct error;
bool display_check(const struct display *display, struct error *err);

/** The list as text that reads well in a diff: a mark a line, with page, box to 0.1 pt, the node's
 *  role path, and text or shape. */
void display_dump(const struct display *display, struct text *text);

#endif
