/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_GRID_BUILDER_H
#define LAYOUT_GRID_BUILDER_H

/**
 * Inside of layout/: a grid while it is measured. grid.c picks columns and rows and shares the
 * width out, grid_cell.c measures cells, grid_head.c headings, spanners and marks of notes.
 */

#include "layout/cut.h"
#include "layout/grid.h"
#include "layout/grid_width.h"

struct column;

struct grid_builder {
    struct grid *grid;
    const struct measure *measure;
    struct arena *arena;
    struct cutter cutter;
    const char **longest;   /* a column's longest word, for its least width */
    size_t *longest_length; /* bytes */
    bool *bare;             /* a column of per cents alone: its heading says so, its cells do not */
    const char **heads;     /* headings as the page prints them */
    const char *group;      /* in which the last row stands */
    size_t group_start;     /* its first row */
    size_t marked;          /* notes with a number */
};

const struct column *grid_column(const struct grid *grid, size_t i);

/** A text in at most so many lines; what had to be cut is counted. */
struct lines grid_wrap(struct grid_builder *builder, const char *text, struct font font,
                       double width, size_t most);
const char *grid_limit(struct grid_builder *builder, const char *text);

/** Behind a word: the number of the note that begins with it, "\u00B9", else "". */
const char *grid_note_mark(struct grid_builder *builder, const char *label);

/** Whether a column holds per cents alone. */
bool cells_are_bare(const struct grid_builder *builder, size_t i);

/** The cells, what they ask for, and the cells set for the widths. */
void cells_read(struct grid_builder *builder);
void cells_demand(struct grid_builder *builder, size_t i, struct demand *demand);
void cells_wrap(struct grid_builder *builder);

/** The headings' texts, what they ask for, and the headings set for the widths. */
void heads_read(struct grid_builder *builder);
void heads_demand(struct grid_builder *builder, size_t i, struct demand *demand);
void heads_wrap(struct grid_builder *builder);

/** Spanners over the columns that stand; they widen what is too narrow for them, up to `most` for
 * the whole. */
void spanners_read(struct grid_builder *builder, double most);

#endif
