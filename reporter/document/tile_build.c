/* SPDX-License-Identifier: MIT */
#include "document/tile_build.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/block.h"
#include "document/build.h"
#include "document/change.h"
#include "document/fact.h"
#include "document/rows.h"
#include "input/schema.h"
#include "metrics/judge.h"

#include <string.h>

#define LAST (PERIODS - 1)

/** What a tile shows, as a cell in any period. */
struct shown {
    const struct build *build;
    const struct row_column *column; /* NULL: control or measure */
    size_t control, measure;
    size_t body;
    enum column_unit unit;
    int decimals;
};

static struct cell cell_at(const struct shown *shown, size_t period)
{
    struct row row = {.body = shown->body, .period = period};
    if (shown->column)
        return shown->column->cell(shown->build, &row);
    if (shown->control != SIZE_MAX)
        return row_control_cell(shown->build, shown->control, &row);
    return row_measure_cell(shown->build, shown->measure, &row);
}

static const char *keep(const struct build *build, struct text *text)
{
    const char *kept = arena_text(build->arena, text_string(text));
    text_finish(text);
    return kept;
}

static const char *print(const struct shown *shown, const struct cell *cell)
{
    struct text text = {0};
    struct column column = {.unit = shown->unit, .decimals = shown->decimals};
    struct cell plain = *cell;
    plain.unreliable = false; /* the flag stands as its unit */
    cell_print(&plain, &column, &text);
    return keep(shown->build, &text);
}

/** Low reliability is told beside the large number, in the letters of a unit. */
static void say_flag(const struct cell *cell, struct tile *tile)
{
    if (cell->kind == CELL_RATE && cell->unreliable && !tile->unit)
        tile->unit = phrase(PHRASE_CELL_UNRELIABLE);
}

static struct cell cell_in_words(const struct shown *shown, const char *column)
{
    struct row row = {.body = shown->body, .period = LAST, .control = shown->control};
    return row_column_find(column)->cell(shown->build, &row);
}

/** A control is told in items: a census neither rises nor falls. */
static void add_items(const struct shown *shown, struct tile *tile)
{
    struct arena *arena = shown->build->arena;
    struct cell met = cell_in_words(shown, "mended"), found = cell_in_words(shown, "appeared");
    if (met.kind == CELL_COUNT && found.kind == CELL_COUNT)
        tile->change =
            phrase_filled(arena, PHRASE_TILE_ITEMS, "met", phrase_number(arena, met.number),
                          "found", phrase_number(arena, found.number), NULL);
    else if (found.kind == CELL_COUNT) /* acts are only ever found */
        tile->change =
            phrase_filled(arena, PHRASE_ITEMS_FOUND, "n", phrase_number(arena, found.number), NULL);
}

/** "up on Q2 2026 (81.4%)"; rates across agencies move only when the interval says so. */
static void add_change(const struct shown *shown, struct tile *tile)
{
    static const enum phrase SAID[] = {[CHANGE_NONE] = PHRASE_TILE_SAME,
                                       [CHANGE_UNCLEAR] = PHRASE_TILE_UNCLEAR,
                                       [CHANGE_UP] = PHRASE_TILE_UP,
                                       [CHANGE_DOWN] = PHRASE_TILE_DOWN};
    const struct column column = {.unit = shown->unit, .decimals = shown->decimals};
    struct cell now = cell_at(shown, LAST), before = cell_at(shown, LAST - 1);
    enum change_kind change = change_between(&before, &now, &column);
    if (change == CHANGE_UNKNOWN)
        return;
    struct text period = {0};
    period_short(&period, shown->build->results->period - 1);
    tile->direction = change == CHANGE_UP ? 1 : change == CHANGE_DOWN ? -1 : 0;
    tile->change = phrase_filled(shown->build->arena, SAID[change], "period", text_string(&period),
                                 "before", print(shown, &before), NULL);
    text_finish(&period);
}

static void add_trend(const struct shown *shown, struct tile *tile)
{
    tile->trend = arena_array(shown->build->arena, PERIODS, sizeof *tile->trend);
    for (size_t p = 1; p < PERIODS; p++) {
        struct cell cell = cell_at(shown, p);
        tile->trend[tile->trend_count++] = cell_value(&cell);
    }
    if (shown->control != SIZE_MAX) {
        tile->has_target = true;
        tile->target = (double)shown->build->results->controls[shown->control]->target;
    }
}

static size_t body_of(const struct build *build, const struct node *block)
{
    if (build->body != SIZE_MAX && !node_find(block, "bodies"))
        return build->body;
    return results_group(build->results,
                         (enum group)node_word(block, "bodies", BLOCK_BODIES, GROUP_MANDATED));
}

/** Facts that have a column behind them, of the agency or of the mandated bodies, can show how they
 * changed. */
static const char *column_behind(const struct build *build, const char *fact, size_t *body)
{
    static const struct {
        const char *fact, *column;
        bool agency;
    } PAIRS[] = {
        {"score.value", "score", true},
        {"score.median", "score", false},
        {"reporting.rate", "response", false},
        {"controls.met", "controls-met", true},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(PAIRS); i++) {
        if (strcmp(PAIRS[i].fact, fact) != 0)
            continue;
        *body = PAIRS[i].agency ? build->body : results_group(build->results, GROUP_MANDATED);
        return PAIRS[i].column;
    }
    return NULL;
}

/** No key of the marks stands below a tile: it says in words that there is no number. */
static void say_mark(const struct cell *cell, struct tile *tile)
{
    static const enum phrase WORDS[] = {[CELL_CONFIDENTIAL] = PHRASE_MARK_CONFIDENTIAL,
                                        [CELL_NOT_AVAILABLE] = PHRASE_MARK_NOT_AVAILABLE,
                                        [CELL_NOT_APPLICABLE] = PHRASE_MARK_NOT_APPLICABLE};
    if (cell->kind != CELL_MARK)
        return;
    tile->value = phrase(WORDS[cell->number]);
    tile->unit = NULL;
}

static void show_fact(const struct build *build, const char *name, struct tile *tile)
{
    struct cell cell = {0};
    struct column column;
    struct text text = {0};
    if (fact_cell(build, name, &cell, &column)) {
        say_flag(&cell, tile);
        cell.unreliable = false;
        cell_print(&cell, &column, &text);
    }
    tile->value = keep(build, &text);
    say_mark(&cell, tile);
}

static void show(const struct shown *shown, const struct node *block, struct tile *tile)
{
    struct cell cell = cell_at(shown, LAST);
    tile->value = print(shown, &cell);
    say_flag(&cell, tile);
    say_mark(&cell, tile);
    if (shown->control != SIZE_MAX)
        add_items(shown, tile);
    else
        add_change(shown, tile);
    if (node_yes(block, "trend", false))
        add_trend(shown, tile);
    if (shown->control != SIZE_MAX && shown->body < shown->build->results->reference->agency_count)
        tile->status = judge_control(shown->build->results, shown->body, shown->control, LAST);
}

static void fill(const struct build *build, const struct node *block, struct tile *tile)
{
    const char *control = node_text(block, "control", NULL);
    const char *measure = node_text(block, "measure", NULL);
    const char *fact = node_text(block, "fact", NULL);
    struct shown shown = {build, NULL, SIZE_MAX, SIZE_MAX, body_of(build, block), UNIT_PERCENT, 0};
    const char *column = fact ? column_behind(build, fact, &shown.body) : NULL;
    *tile = (struct tile){
        .label = fact_fill(build, node_text(block, "label", NULL)),
        .unit = fact_fill(build, node_text(block, "unit", NULL)),
        .foot = fact_fill(build, node_text(block, "foot", NULL)),
    };
    if (fact && !column) {
        show_fact(build, fact, tile);
        return;
    }
    if (column) {
        shown.column = row_column_find(column);
        shown.unit = shown.column->unit;
        shown.decimals = shown.column->decimals;
    } else if (control) {
        shown.control = results_control(build->results, control);
    } else {
        shown.measure = results_measure(build->results, measure);
        shown.unit = row_measure_unit(build, shown.measure, &shown.decimals);
    }
    show(&shown, block, tile);
}

struct tile *tiles_build(const struct build *build, const struct node *block, size_t *ret_count)
{
    struct tile *tiles = arena_array(build->arena, block->count + 1, sizeof *tiles);
    for (size_t i = 0; i < block->count; i++)
        fill(build, block->items[i], &tiles[i]);
    *ret_count = block->count;
    return tiles;
}
