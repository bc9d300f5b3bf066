/* SPDX-License-Identifier: MIT */
#include "layout/grid_width.h"

#include <math.h>

#include "layout/grid.h"

#define NUMBER_MOST 160.0 /* a number wider than that may wrap after all */
#define COLUMN_LEAST 20.0 /* though it be blank: its heading must stand */
#define SHRINK_STEP 1.0

/* The least that a column can do with. */
static double least(const struct demand *demand)
{
    double most = demand->words ? GRID_TEXT_LEAST : NUMBER_MOST;
    return fmax(COLUMN_LEAST, fmin(demand->natural, most));
}

static double natural(const struct demand *demands, size_t i)
{
    return i == 0 && demands[i].words ? fmin(demands[i].natural, GRID_FIRST_MOST)
                                      : demands[i].natural;
}

size_t widths_most(const struct demand *demands, size_t count, double width)
{
    double total = 0;

    for (size_t i = 0; i < count; i++) {
        total += least(&demands[i]) + (i > 0 ? GRID_GAP : 0);
        if (total > width && i > 0)
            return i;
    }
    return count;
}

static double excess(const double *widths, size_t count, double width)
{
    double total = (double)(count - 1) * GRID_GAP;

    for (size_t i = 0; i < count; i++)
        total += widths[i];
    return total - width;
}

typedef double floor_of(const struct demand *demand, double width);

/* Words stay whole. */
static double whole_words(const struct demand *demand, double width)
{
    return demand->words ? fmin(width, fmax(demand->word, GRID_TEXT_LEAST)) : width;
}

static double broken_words(const struct demand *demand, double width)
{
    return demand->words ? fmin(width, GRID_TEXT_LEAST) : width;
}

static double bare(const struct demand *demand, double width)
{
    return fmin(width, least(demand));
}

static bool shrink_widest(const struct demand *demands, size_t count, double *widths,
                          floor_of *floor_at, double over)
{
    size_t widest = count;

    for (size_t i = 0; i < count; i++) {
        bool can = widths[i] - floor_at(&demands[i], widths[i]) > 0.001;
        if (can && (widest == count || widths[i] > widths[widest]))
            widest = i;
    }
    if (widest == count)
        return false;
    double least_width = floor_at(&demands[widest], widths[widest]);
    widths[widest] = fmax(least_width, widths[widest] - fmin(SHRINK_STEP, over));
    return true;
}

/* The widest gives way first, so that the columns of words end about equally wide. */
static void shrink(const struct demand *demands, size_t count, double width, double *widths,
                   floor_of *floor_at)
{
    double over;

    while ((over = excess(widths, count, width)) > 0.001)
        if (!shrink_widest(demands, count, widths, floor_at, over))
            return;
}

void widths_share(const struct demand *demands, size_t count, double width, double *widths)
{
    for (size_t i = 0; i < count; i++)
        widths[i] = fmin(width, fmax(natural(demands, i), demands[i].head));
    if (excess(widths, count, width) <= 0)
        return;
    for (size_t i = 0; i < count; i++)
        widths[i] = fmin(width, fmax(natural(demands, i), demands[i].head_least));
    shrink(demands, count, width, widths, whole_words);
    shrink(demands, count, width, widths, broken_words);
    shrink(demands, count, width, widths, bare);
}
