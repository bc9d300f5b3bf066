/* SPDX-License-Identifier: MIT */
#ifndef DRAW_STYLE_H
#define DRAW_STYLE_H

/**
 * How things look, in one place: the type scale and measures, and the colours
 * and family that templates/theme.yaml may change.
 */

#include "base/colour.h"
#include "draw/measure.h"
#include "metrics/status.h"

struct arena;
struct error;
struct text;

struct theme {
    const char *family;                       /* "Inter" */
    struct colour ink, secondary, faint;      /* text */
    struct colour rule, hairline, grid, band; /* lines; band: pale fills */
    struct colour brand;                      /* cover band, hero series */
    struct colour context;                    /* series that only give context */
    struct colour series[4];                  /* categorical, in their order */
    struct colour sequential[5];              /* from least (pale) to most (dark) */
    struct colour diverging[5];               /* from one end over a neutral middle to the other */
    struct colour status_fill[STATUS_COUNT];
    struct colour status_ink[STATUS_COUNT];
    struct colour white;
    const char *logo;                      /* a PNG's name in assets/; NULL: none */
    const char *issuer, *office, *contact; /* where an edition does not say; may be NULL */
};

/** The defaults, then what the file changes. Refuses text colours under 4.5:1 on white, the
 *  brand, the context and series under 3:1, fills on which neither ink nor white reaches that, and
 * sequential colours that do not darken. */
bool theme_load(const char *path, struct arena *arena, struct theme *ret_theme, struct error *err);

/** The defaults alone. */
void theme_default(struct theme *ret_theme);

void theme_describe(struct text *text); /* the keys, for `ulat list keys` */

/** The colour for text on a fill: ink or white, whichever contrasts more. */
struct colour theme_text_on(const struct theme *theme, struct colour fill);

/* The type scale. */
extern const struct font FONT_COVER, FONT_H1, FONT_H2, FONT_H3, FONT_LEAD, FONT_LEAD_COMPACT,
    FONT_BODY, FONT_FIGURE_TITLE, FONT_SUBTITLE, FONT_TABLE, FONT_TABLE_HEAD, FONT_TABLE_TOTAL,
    FONT_TICK, FONT_LABEL, FONT_NOTE, FONT_TILE_LABEL, FONT_TILE_NUMBER, FONT_TILE_UNIT,
    FONT_RUNNING, FONT_CELL, FONT_CELL_LABEL;

/* The page: A4 with 12 columns. All in points. */
#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.890
#define PAGE_MARGIN_SIDE 56.7
#define PAGE_MARGIN_TOP 68.0
#define PAGE_MARGIN_BOTTOM 62.0
#define PAGE_GUTTER 12.0
#define PAGE_COLUMNS 12

/** The width of n columns with the gutters between them. */
double style_span(int columns);

#endif
