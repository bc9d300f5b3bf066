/* SPDX-License-Identifier: MIT */
#include "layout/grid_builder.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"
#include "draw/style.h"

#define HEAD_LINES 3
#define HEAD_ONE_LINE 80.0 /* a heading up to that width is not wrapped */
#define SPANNER_LINES 3
#define SPANNER_AIR 3.0 /* around the rule below it */
#define PERCENT " (%)"

/* ---- Notes ---- */

static bool note_is_of(const char *note, const char *label)
{
    size_t length = strlen(label);
    return length > 0 && strncmp(note, label, length) == 0 && note[length] == ':';
}

/* Raised digits stand at one place of Unicode from 4 on, the first three elsewhere. */
const char *note_digits(struct arena *arena, size_t number)
{
    static const char *const DIGITS[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                         "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    if (number < 10)
        return DIGITS[number];
    return arena_printf(arena, "%s%s", note_digits(arena, number / 10), DIGITS[number % 10]);
}

const char *grid_note_mark(struct grid_builder *builder, const char *label)
{
    struct grid *grid = builder->grid;

    for (size_t n = 0; n < grid->table->note_count; n++) {
        if (!note_is_of(grid->table->notes[n], label))
            continue;
        if (grid->note_numbers[n] == 0)
            grid->note_numbers[n] = ++builder->marked;
        return note_digits(builder->arena, grid->note_numbers[n]);
    }
    return "";
}

/* ---- Headings ---- */

/* "Met (%)\u00B9" */
static const char *head_text(struct grid_builder *builder, size_t i)
{
    const char *heading = grid_column(builder->grid, i)->heading;
    const char *unit = builder->bare[i] && !strchr(heading, '%') ? PERCENT : "";

    return arena_printf(builder->arena, "%s%s%s", heading, unit, grid_note_mark(builder, heading));
}

void heads_read(struct grid_builder *builder)
{
    for (size_t i = 0; i < builder->grid->column_count; i++) {
        const char *spanner = grid_column(builder->grid, i)->spanner;
        if (spanner)
            grid_note_mark(builder, spanner); /* it stands above, and is numbered before */
        builder->bare[i] = cells_are_bare(builder, i);
        builder->heads[i] = head_text(builder, i);
    }
}

/* The least width at which a heading stands in so many lines without breaking a word. */
static double head_width(const struct grid_builder *builder, const char *heading, double word,
                         size_t lines)
{
    double one = measure_width(builder->measure, heading, FONT_TABLE_HEAD);
    double width = fmax(word, one / (double)lines);

    while (width < one &&
           measure_lines(builder->measure, heading, FONT_TABLE_HEAD, width).count > lines)
        width += fmax(1, one / 20);
    return fmin(width, one);
}

/** Headings are few and short: each word is measured ("open" is wider than "Still"). */
static double widest_word(const struct grid_builder *builder, const char *heading)
{
    double widest = 0;

    while (*heading) {
        size_t length = strcspn(heading, " ");
        const char *word = arena_bytes(builder->arena, heading, length);
        widest = fmax(widest, measure_width(builder->measure, word, FONT_TABLE_HEAD));
        heading += length + strspn(heading + length, " ");
    }
    return widest;
}

void heads_demand(struct grid_builder *builder, size_t i, struct demand *demand)
{
    const char *heading = builder->heads[i];
    double roomy = fmax(demand->natural, HEAD_ONE_LINE);
    double word = widest_word(builder, heading);

    demand->head_least = head_width(builder, heading, word, HEAD_LINES);
    for (size_t lines = 1; lines <= HEAD_LINES; lines++) {
        demand->head = head_width(builder, heading, word, lines);
        if (demand->head <= roomy)
            break;
    }
    demand->word = fmax(demand->word, word);
}

void heads_wrap(struct grid_builder *builder)
{
    struct grid *grid = builder->grid;
    size_t most = 1;

    grid->head.cells = arena_array(builder->arena, grid->column_count, sizeof *grid->head.cells);
    for (size_t i = 0; i < grid->column_count; i++) {
        struct grid_cell *cell = &grid->head.cells[i];
        /* A hair more than the measured width: rounding must not wrap what was measured to fit. */
        cell->lines = grid_wrap(builder, builder->heads[i], FONT_TABLE_HEAD, grid->widths[i] + 0.01,
                                GRID_HEAD_LINES);
        cell->right = column_is_numeric(grid_column(grid, i));
        if (cell->lines.count > most)
            most = cell->lines.count;
    }
    grid->head.height = (double)most * FONT_TABLE_HEAD.leading;
}

/* ---- Spanners ---- */

static bool shares_spanner(const struct grid *grid, size_t i, size_t k)
{
    return strcmp(grid_column(grid, i)->spanner, grid_column(grid, k)->spanner) == 0;
}

static size_t spanner_end(const struct grid *grid, size_t from)
{
    size_t to = from;

    while (to + 1 < grid->column_count && grid_column(grid, to + 1)->spanner &&
           shares_spanner(grid, from, to + 1))
        to++;
    return to;
}

static double span_width(const struct grid *grid, const struct grid_spanner *spanner)
{
    double width = (double)(spanner->to - spanner->from) * GRID_GAP;

    for (size_t i = spanner->from; i <= spanner->to; i++)
        width += grid->widths[i];
    return width;
}

static void set_spanner(struct grid_builder *builder, struct grid_spanner *spanner, double *room)
{
    struct grid *grid = builder->grid;
    const char *text = grid_column(grid, spanner->from)->spanner;
    text = arena_printf(builder->arena, "%s%s", text, grid_note_mark(builder, text));
    double wanted = fmin(measure_width(builder->measure, text, FONT_TABLE_HEAD),
                         fmax(HEAD_ONE_LINE, widest_word(builder, text)));
    double more = fmin(*room, fmax(0, wanted + 0.01 - span_width(grid, spanner)));

    for (size_t i = spanner->from; i <= spanner->to; i++)
        grid->widths[i] += more / (double)(spanner->to - spanner->from + 1);
    *room -= more;
    spanner->lines =
        grid_wrap(builder, text, FONT_TABLE_HEAD, span_width(grid, spanner), SPANNER_LINES);
    grid->spanner_height =
        fmax(grid->spanner_height,
             2 * SPANNER_AIR + (double)spanner->lines.count * FONT_TABLE_HEAD.leading);
}

void spanners_read(struct grid_builder *builder, double most)
{
    struct grid *grid = builder->grid;
    double room = fmax(0, most - grid->width);

    grid->spanners = arena_array(builder->arena, grid->column_count, sizeof *grid->spanners);
    for (size_t i = 0; i < grid->column_count; i++) {
        if (!grid_column(grid, i)->spanner)
            continue;
        struct grid_spanner *spanner = &grid->spanners[grid->spanner_count++];
        *spanner = (struct grid_spanner){.from = i, .to = spanner_end(grid, i)};
        set_spanner(builder, spanner, &room);
        i = spanner->to;
    }
}
