/* SPDX-License-Identifier: MIT */

/* Where a table's pages end: between groups if that leaves no more than a third of a page empty,
 * with three rows on either side, two of a group that is parted; the foot with the last rows. */
#include "layout/spread.h"

#include <math.h>

#include "document/document.h"
#include "layout/cursor.h"
#include "layout/grid.h"

#define LEAST_ROWS ((size_t)3)    /* on either side of a page's end */
#define LEAST_MEMBERS ((size_t)2) /* of a group, on either side */
#define FOOT_KEPT 120.0           /* so much of the foot stays with the last rows */
#define FILLED_SHARE 0.65         /* of the room, at least, where a group ends a page early */

static double row_step(const struct spread *spread, size_t row, size_t first)
{
    return row_above(spread, row, first) + spread->grid->rows[row].height;
}

double rows_height(const struct spread *spread, size_t count)
{
    double height = 0;

    for (size_t r = 0; r < count; r++)
        height += row_step(spread, r, 0);
    return height + SPREAD_ROW_AIR;
}

/* Rows without those that name groups. */
static size_t count_rows(const struct spread *spread, size_t from, size_t to)
{
    size_t count = 0;

    for (size_t r = from; r < to; r++)
        count += spread->grid->rows[r].group ? 0 : 1;
    return count;
}

bool rows_are_few(const struct spread *spread)
{
    return count_rows(spread, 0, spread->grid->row_count) < 2 * LEAST_ROWS;
}

double rows_least_height(const struct spread *spread)
{
    size_t count = 0, rows = spread->grid->row_count;

    while (count < rows && count_rows(spread, 0, count) < LEAST_ROWS)
        count++;
    return rows_height(spread, count);
}

double foot_kept(const struct spread *spread)
{
    return fmin(spread->foot.height, FOOT_KEPT);
}

static size_t rows_that_fit(const struct spread *spread, size_t from, double room)
{
    size_t fit = 0;

    while (from + fit < spread->grid->row_count) {
        room -= row_step(spread, from + fit, from);
        if (room < -0.01)
            break;
        fit++;
    }
    return fit;
}

/* How many rows of the group around a break stand on its two sides. */
static bool parts_group_well(const struct spread *spread, size_t at)
{
    const struct grid *grid = spread->grid;
    size_t before = 0, after = 0;

    if (!spread->table->grouped || grid->rows[at].group || grid->rows[at].total)
        return true;
    while (before < LEAST_MEMBERS && !grid->rows[at - 1 - before].group)
        before++;
    while (after < LEAST_MEMBERS && at + after < grid->row_count && !grid->rows[at + after].group)
        after++;
    return before >= LEAST_MEMBERS && after >= LEAST_MEMBERS;
}

/* Whether a page may end above the row `at`. */
static bool may_break(const struct spread *spread, size_t from, size_t at)
{
    return count_rows(spread, from, at) >= LEAST_ROWS &&
           count_rows(spread, at, spread->grid->row_count) >= LEAST_ROWS &&
           parts_group_well(spread, at);
}

static size_t last_break(const struct spread *spread, size_t from, size_t fit)
{
    for (size_t at = from + fit; at > from; at--)
        if (at < spread->grid->row_count && may_break(spread, from, at))
            return at;
    return from;
}

/* The last break between groups that leaves the page well filled, or `from`. */
static size_t last_group_break(const struct spread *spread, size_t from, size_t fit, double room)
{
    double height = 0;
    size_t found = from;

    for (size_t at = from; at < from + fit; at++) {
        if (spread->grid->rows[at].group && height >= FILLED_SHARE * room &&
            may_break(spread, from, at))
            found = at;
        height += row_step(spread, at, from);
    }
    return found;
}

/* Where no rule can be kept: as many as fit, at least one, and no name of a group alone. */
static size_t rows_at_least(const struct spread *spread, size_t from, size_t fit)
{
    const struct grid *grid = spread->grid;
    size_t here = fit > 0 ? fit : 1;

    while (here > 1 && from + here < grid->row_count && grid->rows[from + here - 1].group)
        here--;
    return here == 1 && grid->rows[from].group ? 2 : here;
}

size_t rows_here(const struct spread *spread, size_t from)
{
    double room = cursor_room(spread->cursor) - SPREAD_ROW_AIR;
    size_t left = spread->grid->row_count - from;
    size_t fit = rows_that_fit(spread, from, room);

    if (fit == left && rows_that_fit(spread, from, room - foot_kept(spread)) == left)
        return left;
    size_t at = last_group_break(spread, from, fit, room);
    if (at == from)
        at = last_break(spread, from, fit);
    return at > from ? at - from : rows_at_least(spread, from, fit);
}
