/* SPDX-License-Identifier: MIT */
#include "layout/spread.h"

#include "layout/cursor.h"
#include "layout/flow.h"
#include "layout/grid.h"

#define ABOVE_HEAD 4.0 /* from the caption to the top rule */
#define HEAD_AIR 3.0   /* on either side of the head */

double head_height(const struct spread *spread)
{
    return ABOVE_HEAD + HEAD_AIR + spread->grid->head.height + HEAD_AIR + SPREAD_ROW_AIR;
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

static void head_tagged(const struct spread *spread)
{
    struct display *display = spread->cursor->display;
    int head = display_open(display, ROLE_THEAD);
    int row = display_open(display, ROLE_TR);

    head_cells(spread, true);
    display_close(display, row);
    display_close(display, head);
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
    if (first) {
        head_tagged(spread);
    } else {
        display_artifact_begin(cursor->display);
        display_artifact_kind(cursor->display, ARTIFACT_REPEATED);
        head_cells(spread, false);
        display_artifact_end(cursor->display);
    }
    cursor->y += spread->grid->head.height + HEAD_AIR;
    rule_draw(cursor, (struct point){cursor->left, cursor->y}, width, SPREAD_RULE_INNER, ink);
    cursor->y += SPREAD_ROW_AIR;
}
