/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FLOW_FIXTURE_H
#define TESTS_FLOW_FIXTURE_H

/**
 * Documents to lay out, built in an arena. Agencies and numbers are made up.
 */

#include "base/arena.h"
#include "document/document.h"

#include <math.h>
#include <string.h>

#define FIXTURE_BLOCKS 64

struct fixture {
    struct arena *arena;
    struct document document;
    struct block blocks[FIXTURE_BLOCKS];
};

static inline void fixture_init(struct fixture *fixture, struct arena *arena)
{
    *fixture = (struct fixture){.arena = arena};
    fixture->document = (struct document){
        .title = "Social media in government",
        .short_title = "Social media in government",
        .subject = "Whole of government",
        .period = "Quarter 3 2026, July to September",
        .edition = "Draft 1",
        .draft = true,
        .audience = "For oversight",
        .issuer = "Communications Office",
        .data_as_of = "Data as of 30 September 2026",
        .language = "en",
    };
    fixture->document.blocks = fixture->blocks;
}

static inline struct block *fixture_add(struct fixture *fixture, enum block_kind kind)
{
    struct block *block = &fixture->blocks[fixture->document.block_count++];
    block->kind = kind;
    return block;
}

static inline void fixture_heading(struct fixture *fixture, int level, const char *text)
{
    struct block *block = fixture_add(fixture, BLOCK_HEADING);
    block->level = level;
    block->text = text;
}

static inline void fixture_paragraph(struct fixture *fixture, enum paragraph_style style,
                                     const char *text)
{
    struct block *block = fixture_add(fixture, BLOCK_PARAGRAPH);
    block->style = style;
    block->text = text;
}

/* "one word one word ...", so many times. */
static inline const char *fixture_words(struct fixture *fixture, const char *words, size_t times)
{
    size_t length = strlen(words);
    char *text = arena_array(fixture->arena, times * (length + 1) + 1, 1);
    for (size_t i = 0; i < times; i++) {
        memcpy(text + i * (length + 1), words, length);
        text[i * (length + 1) + length] = i + 1 < times ? ' ' : '\0';
    }
    return text;
}

/* Agency, accounts, share, status, due. */
static inline struct table *fixture_table(struct fixture *fixture, size_t rows)
{
    static const struct column columns[] = {
        {.id = "agency", .heading = "Agency", .unit = UNIT_TEXT},
        {.id = "accounts", .heading = "Accounts", .unit = UNIT_COUNT},
        {.id = "met", .heading = "Met", .unit = UNIT_PERCENT},
        {.id = "status", .heading = "Status", .unit = UNIT_STATUS},
        {.id = "due", .heading = "Due", .unit = UNIT_DATE},
    };
    struct table *table = ARENA_NEW(fixture->arena, struct table);
    *table = (struct table){.id = "agencies",
                            .number = 1,
                            .title = "Agencies and their accounts",
                            .subtitle = "Official accounts, all agencies, 2026-Q3",
                            .source = "account registry",
                            .column_count = 5,
                            .row_count = rows,
                            .in_workbook = true};
    table->columns = arena_array(fixture->arena, 5, sizeof *columns);
    memcpy(table->columns, columns, sizeof columns);
    table->cells = arena_array(fixture->arena, rows * 5 + 1, sizeof *table->cells);
    for (size_t r = 0; r < rows; r++) {
        struct cell *cells = &table->cells[r * 5];
        cells[0] = cell_text(arena_printf(fixture->arena, "Agency %zu", r + 1));
        cells[1] = cell_count((int64_t)(r * 37 % 200));
        cells[2] =
            r % 9 == 4 ? cell_marked(CELL_CONFIDENTIAL) : cell_rate((int64_t)(r * 7 % 90), 100);
        cells[3] = cell_status((enum status)(STATUS_MET + r % 4));
        cells[4] = cell_date(20726 + (int32_t)r);
    }
    return table;
}

static inline struct block *fixture_table_block(struct fixture *fixture, const struct table *table)
{
    struct block *block = fixture_add(fixture, BLOCK_TABLE);
    block->table = table;
    return block;
}

static const size_t FIXTURE_VALUES[] = {1};

static inline struct figure *fixture_figure(struct fixture *fixture)
{
    static const int64_t met[] = {61, 64, 66, 71, 70, 75, 78, 82};
    struct table *table = ARENA_NEW(fixture->arena, struct table);
    struct figure *figure = ARENA_NEW(fixture->arena, struct figure);

    *table = (struct table){.id = "trend", .title = "Trend", .column_count = 2, .row_count = 8};
    table->columns = arena_array(fixture->arena, 2, sizeof *table->columns);
    table->columns[0] = (struct column){.id = "period", .heading = "Period", .unit = UNIT_PERIOD};
    table->columns[1] = (struct column){.id = "met", .heading = "Met", .unit = UNIT_PERCENT};
    table->cells = arena_array(fixture->arena, 16, sizeof *table->cells);
    for (size_t r = 0; r < 8; r++) {
        int quarter = 4 * 2024 + 3 + (int)r; /* from 2024-Q4 */
        table->cells[2 * r] =
            cell_text(arena_printf(fixture->arena, "%d-Q%d", quarter / 4, quarter % 4 + 1));
        table->cells[2 * r + 1] = cell_rate(met[r], 100);
    }
    *figure =
        (struct figure){.id = "trend",
                        .number = 1,
                        .kind = FIGURE_LINE,
                        .title = "Four in five duties are met",
                        .source = "account registry",
                        .subtitle = "Share of duties met, all agencies, 2024-Q4 to 2026-Q3",
                        .note = "Recomputed on the current method.",
                        .alt = "Line chart of the share of duties met, which rose from 61% to 82%.",
                        .table = table,
                        .label_column = 0,
                        .value_columns = FIXTURE_VALUES,
                        .value_count = 1,
                        .before_column = FIGURE_NO_COLUMN,
                        .count_column = FIGURE_NO_COLUMN,
                        .lower_column = FIGURE_NO_COLUMN,
                        .upper_column = FIGURE_NO_COLUMN,
                        .group_column = FIGURE_NO_COLUMN,
                        .has_target = true,
                        .target = 90,
                        .target_label = "Target 90%",
                        .height = 190};
    return figure;
}

static inline void fixture_figure_block(struct fixture *fixture, const struct figure *figure)
{
    fixture_add(fixture, BLOCK_FIGURE)->figure = figure;
}

static inline void fixture_tiles(struct fixture *fixture)
{
    static double trend[] = {61, 64, 66, NAN, 70, 75, 78, 82};
    static struct tile tiles[] = {
        {.label = "Duties met",
         .value = "82",
         .unit = "%",
         .direction = 1,
         .trend = trend,
         .change = "up 4 pts on Q2 (78%)",
         .foot = "Target 90%",
         .status = STATUS_NOT_MET,
         .trend_count = 8},
        {.label = "Band", .value = "Sound", .change = "as in Q2"},
        {.label = "Accounts approved",
         .value = "4 of 5",
         .foot = "Target 100%",
         .status = STATUS_PARTLY,
         .direction = -1,
         .change = "down from 5 of 5"},
        {.label = "Incidents", .value = "not reporting in time"},
        {.label = "Median reply", .value = "71", .unit = "h", .trend = trend, .trend_count = 8},
    };
    struct block *block = fixture_add(fixture, BLOCK_TILES);
    block->tiles = tiles;
    block->tile_count = 5;
}

static inline void fixture_facts(struct fixture *fixture)
{
    static struct fact facts[] = {
        {"Published", "30 October 2026"},
        {"Data as of", "30 September 2026"},
        {"Contact", "Social Media Desk, Communications Office, desk@office.example"},
    };
    struct block *block = fixture_add(fixture, BLOCK_FACTS);
    block->facts = facts;
    block->fact_count = 3;
    fixture->document.cover_facts = facts;
    fixture->document.cover_fact_count = 3;
}

#endif
