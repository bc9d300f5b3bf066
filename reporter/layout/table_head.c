/* SPDX-License-Identifier: MIT */
#include "layout/spread.h"

#include "layout/cursor.h"
#include "layout/flow.h"
#include "layout/grid.h"

#define ABOVE_HEAD 4.0 /* from the caption to the top rule */
#define HEAD_AIR 3.0   /* on either side of the head */
#define SPANNER_RULE 0.3
#define SPANNER_RULE_AIR 3.0 /* on either side of it */
#define SPANNER_TRIM 3.0     /* at either end of it */

double head_height(const struct spread *spread)
{
    return ABOVE_HEAD + HEAD_AIR + spread->grid->spanner_height + spread->grid->head.height +
           HEAD_AIR + SPREAD_ROW_AIR;
}

/* Headings stand on the rule below them. */
static void heading_cell(const struct spread *spread, size_t i)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;
    const struct grid_cell *cell = &grid->head.cells[i];
    struct setting setting = {.font = FONT_TABLE_HEAD,
                              .colour = cursor->options->theme->ink,
                              .right = cell->right,
                              .width = grid->widths[i]};
    double drop = grid->head.height - lines_height(&cell->lines, FONT_TABLE_HEAD);

    lines_set(cursor, &cell->lines,
              (struct point){cursor->left + grid->offsets[i], cursor->y + drop}, &setting);
}

static void head_cells(const struct spread *spread, bool tagged)
{
    struct display *display = spread->cursor->display;

    for (size_t i = 0; i < spread->grid->column_count; i++) {
        if (!tagged) {
            heading_cell(spread, i);
            continue;
        }
        int leaf = display_open(display, ROLE_TH);
        display_scope(display, leaf, SCOPE_COLUMN);
        heading_cell(spread, i);
        display_close(display, leaf);
    }
}

/* ---- Spanners ---- */

static double spanner_width(const struct grid *grid, const struct grid_spanner *spanner)
{
    return grid->offsets[spanner->to] + grid->widths[spanner->to] - grid->offsets[spanner->from];
}

/* Each line stands in the middle above its columns, on the rule that spans them. */
static void spanner_text(const struct spread *spread, const struct grid_spanner *spanner)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;
    struct setting setting = {.font = FONT_TABLE_HEAD, .colour = cursor->options->theme->ink};
    double drop =
        grid->spanner_height - SPANNER_RULE_AIR - lines_height(&spanner->lines, FONT_TABLE_HEAD);

    for (size_t i = 0; i < spanner->lines.count; i++) {
        struct lines line = {.items = &spanner->lines.items[i], .count = 1};
        double shift = (spanner_width(grid, spanner) - line.items[0].width) / 2;
        struct point at = {cursor->left + grid->offsets[spanner->from] + shift,
                           cursor->y + drop - SPANNER_RULE_AIR +
                               (double)i * FONT_TABLE_HEAD.leading};
        lines_set(cursor, &line, at, &setting);
    }
}

static void spanner_rules(const struct spread *spread)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;

    for (size_t s = 0; s < grid->spanner_count; s++) {
        const struct grid_spanner *spanner = &grid->spanners[s];
        struct point from = {cursor->left + grid->offsets[spanner->from] + SPANNER_TRIM,
                             cursor->y + grid->spanner_height - SPANNER_RULE_AIR};
        rule_draw(cursor, from, spanner_width(grid, spanner) - 2 * SPANNER_TRIM, SPANNER_RULE,
                  cursor->options->theme->ink);
    }
}

static void spanner_cell(const struct spread *spread, const struct grid_spanner *spanner)
{
    struct display *display = spread->cursor->display;
    int leaf = display_open(display, spanner ? ROLE_TH : ROLE_TD);

    if (spanner) {
        display_scope(display, leaf, SCOPE_COLUMN);
        display_span(display, leaf, 1, (int)(spanner->to - spanner->from + 1));
        spanner_text(spread, spanner);
    }
    display_close(display, leaf);
}

/* A row as long as the others: a spanner is a cell over all the columns that it spans. */
static void spanners_tagged(const struct spread *spread)
{
    struct display *display = spread->cursor->display;
    const struct grid *grid = spread->grid;
    int row = display_open(display, ROLE_TR);
    size_t s = 0;

    for (size_t i = 0; i < grid->column_count; i++) {
        bool begins = s < grid->spanner_count && grid->spanners[s].from == i;
        const struct grid_spanner *spanner = begins ? &grid->spanners[s++] : NULL;
        spanner_cell(spread, spanner);
        i = spanner ? spanner->to : i;
    }
    display_close(display, row);
}

static void head_tagged(const struct spread *spread)
{
    struct cursor *cursor = spread->cursor;
    int head = display_open(cursor->display, ROLE_THEAD);

    if (spread->grid->spanner_count > 0)
        spanners_tagged(spread);
    cursor->y += spread->grid->spanner_height;
    int row = display_open(cursor->display, ROLE_TR);
    head_cells(spread, true);
    display_close(cursor->display, row);
    display_close(cursor->display, head);
}

static void head_repeated(const struct spread *spread)
{
    struct cursor *cursor = spread->cursor;

    display_artifact_begin(cursor->display);
    display_artifact_kind(cursor->display, ARTIFACT_REPEATED);
    for (size_t s = 0; s < spread->grid->spanner_count; s++)
        spanner_text(spread, &spread->grid->spanners[s]);
    cursor->y += spread->grid->spanner_height;
    head_cells(spread, false);
    display_artifact_end(cursor->display);
}

/* On the pages behind the first the head is told once already: there it is an artifact. */
void head_place(const struct spread *spread, bool first)
{
    struct cursor *cursor = spread->cursor;
    struct colour ink = cursor->options->theme->ink;
    double width = spread->grid->width;

    cursor->y += ABOVE_HEAD;
    rule_draw(cursor, (struct point){cursor->left, cursor->y}, width, SPREAD_RULE_OUTER, ink);
    cursor->y += HEAD_AIR;
    spanner_rules(spread);
    if (first)
        head_tagged(spread);
    else
        head_repeated(spread);
    cursor->y += spread->grid->head.height + HEAD_AIR;
    rule_draw(cursor, (struct point){cursor->left, cursor->y}, width, SPREAD_RULE_INNER, ink);
    cursor->y += SPREAD_ROW_AIR;
}
