/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_BLOCKS_H
#define LAYOUT_BLOCKS_H

/**
 * The kinds of block, a file each. `_lead` is the height that a block needs at least where it
 * begins: if the page has less, the block (and the heading above it) goes to the next. `_place`
 * sets it down.
 *
 * To add a kind: its name in document.h, a file here, a line in flow.c.
 */

#include "draw/display.h"

#include <stddef.h>

struct block;
struct cursor;
struct fact;
struct figure;
struct lines;
struct setting;

/** The height that this block and what it must not be parted from need where they begin. */
double flow_lead(struct cursor *cursor, const struct block *block);

/** The space between two blocks, the first of which stands above the other. */
double flow_space(const struct cursor *cursor, const struct block *above,
                  const struct block *below);

/** Sets blocks down in their order, from the cursor on. */
void flow_blocks(struct cursor *cursor, const struct block *blocks, size_t count);
void flow_sequence(struct cursor *cursor, const struct block **items, size_t count);

/** The space below a heading, which is half of that above it. */
double heading_below(const struct block *block);

double heading_lead(struct cursor *cursor, const struct block *block);
void heading_place(struct cursor *cursor, const struct block *block);

/** The name under which a heading is linked to. */
const char *heading_destination(struct cursor *cursor, const struct block *block);

double paragraph_lead(struct cursor *cursor, const struct block *block);
void paragraph_place(struct cursor *cursor, const struct block *block);

/** Lines that may run over pages, as a leaf of that role or as its spans; never a single line
 * apart. */
void passage_place(struct cursor *cursor, const struct lines *lines, double indent, enum role role,
                   const struct setting *setting);

/** The height that so many lines need where they begin. */
double passage_lead(const struct lines *lines, double leading);

double tiles_lead(struct cursor *cursor, const struct block *block);
void tiles_place(struct cursor *cursor, const struct block *block);

double facts_lead(struct cursor *cursor, const struct block *block);
void facts_place(struct cursor *cursor, const struct block *block);
void facts_set(struct cursor *cursor, const struct fact *facts, size_t count);

double table_lead(struct cursor *cursor, const struct block *block);
void table_place(struct cursor *cursor, const struct block *block);

double figure_lead(struct cursor *cursor, const struct block *block);
void figure_place(struct cursor *cursor, const struct block *block);

/** The figure as one unit at the cursor; `most` limits the height of the whole. */
double figure_unit_height(struct cursor *cursor, const struct figure *figure);
void figure_unit_place(struct cursor *cursor, const struct figure *figure, double most);

double columns_lead(struct cursor *cursor, const struct block *block);
void columns_place(struct cursor *cursor, const struct block *block);

double cover_lead(struct cursor *cursor, const struct block *block);
void cover_place(struct cursor *cursor, const struct block *block);

double contents_lead(struct cursor *cursor, const struct block *block);
void contents_place(struct cursor *cursor, const struct block *block);

/** After the flow: page numbers and leader dots. */
void contents_finish(struct cursor *cursor);

/** The number that a page bears: "12", "A-3" in the annex. */
const char *running_label(struct cursor *cursor, size_t page);

/** After the flow: heads, feet and page numbers on all pages but the cover. */
void running_place(struct cursor *cursor);

#endif
