/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_ORDER_H
#define LAYOUT_ORDER_H

/**
 * In which order blocks are set down. They stand as they are written, but for tables and figures
 * columns that float: where one does not fit the rest of a page, what follows it up to the next
 * heading may stand before it. Tables never pass tables nor figures figures, so numbers stay in
 * order.
 */

#include <stdbool.h>
#include <stddef.h>

struct block;
struct cursor;
struct sequence;

/** What comes behind a block; NULL for the last one. */
const struct block *sequence_next(const struct sequence *sequence, const struct block *block);

/** Puts what shall be set down next to `sequence->at`. */
void order_next(struct cursor *cursor);

/** The height that must stand below a heading: of what follows it, or of what may pass that. */
double order_lead(struct cursor *cursor, const struct block *heading);

/** Whether a block stands on a turned page, or is the beginning of one that does. */
bool order_turns(const struct cursor *cursor, const struct block *block);

#endif
