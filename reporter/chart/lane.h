/* SPDX-License-Identifier: MIT */
#ifndef CHART_LANE_H
#define CHART_LANE_H

/**
 * Charts whose rows lie one below the other: names at the left, marks in the middle, columns of
 * figures at the right. What does not fit is counted in a last line, never squeezed.
 *
 *     struct lanes lanes = lanes_make(canvas, &(struct lane_style){...});
 *     lanes_add(&lanes, column); ...
 *     lanes_fit(canvas, &lanes);          // now lanes.left, lanes.right and lanes.pitch hold
 *     lanes_draw(canvas, &lanes);         // names, columns, "and 7 more"
 */

#include "base/colour.h"
#include "chart/label.h"

#include <stdbool.h>
#include <stddef.h>

struct figure;

/** How a kind of chart lays its rows; all lengths in points. */
struct lane_style {
    double head;  /* above the first row */
    double foot;  /* below the last one: an axis */
    double pitch; /* from row to row where the names have one line */
    double least; /* the smallest pitch at which the marks still show */
    double names; /* the share of the width that names may take */
};

/** The height that all rows need, at most a page's. An estimate, as nothing is measured yet. */
double lanes_height(const struct figure *figure, double width, const struct lane_style *style);

struct lane_column {
    const char *heading; /* NULL: none */
    const char **texts;  /* of each lane */
    bool *faint;         /* of each lane; NULL: none is */
    double right;        /* x of its right end; set by lanes_fit() */
};

#define LANE_COLUMNS 3

struct lanes {
    struct lane_style style;
    size_t *rows; /* of the table, in the order drawn */
    size_t count; /* drawn */
    size_t left_out;
    double top, pitch;
    double left, right; /* of the place for marks */
    struct lane_column columns[LANE_COLUMNS];
    size_t column_count;
};

/** Whether a row is the rest, called "Other". */
bool lanes_is_other(const struct figure *figure, size_t row);

/** The rows in the table's order, but the one called "Other" last. */
struct lanes lanes_make(const struct canvas *canvas, const struct lane_style *style);

/** An empty column of figures; its texts are to be filled for each lane. */
struct lane_column *lanes_add(const struct canvas *canvas, struct lanes *lanes,
                              const char *heading);

/** The column n, where the figure names one. */
void lanes_add_count(const struct canvas *canvas, struct lanes *lanes);

/** Finds the places of names and columns. Where the marks would get too little room, columns are
 *  given up from the last one on. */
void lanes_fit(const struct canvas *canvas, struct lanes *lanes);

double lane_middle(const struct lanes *lanes, size_t lane);
double lanes_bottom(const struct lanes *lanes);

/** Names, columns with their headings, and the line that counts what was left out. */
void lanes_draw(struct canvas *canvas, const struct lanes *lanes);

/** The target's dashed line through all lanes at `x`, with its name above it at the height `y`. */
void lanes_target(struct canvas *canvas, const struct lanes *lanes, double x, double y);

#endif
