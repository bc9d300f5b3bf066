/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#define TABLE(id, keys)                                                                            \
    "  - table: {id: " id ", title: T, rows: agencies, columns: [code, score], " keys "}\n"
#define FIGURE(table)                                                                              \
    "  - figure: {id: f, table: " table ", kind: bar, label: code, values: score, title: F}\n"

/* The fixture's method masks nothing. */
#define UNMASKED                                                                                   \
    "paragraph=Counts of persons (people who wrote, officers, cases) are not masked in this "      \
    "copy: "                                                                                       \
    "it is for the office only."

static const char *const KINDS[] = {
    [BLOCK_COVER] = "cover",         [BLOCK_CONTENTS] = "contents", [BLOCK_HEADING] = "heading",
    [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_TILES] = "tiles",       [BLOCK_FACTS] = "facts",
    [BLOCK_TABLE] = "table",         [BLOCK_FIGURE] = "figure",     [BLOCK_PAGE_BREAK] = "break",
    [BLOCK_COLUMNS] = "columns"};

static struct document *build(size_t body, const char *blocks)
{
    const char *head = body == SIZE_MAX ? HEAD : HEAD_AGENCY;
    return fixture_document(body, arena_printf(fixture.arena, "%sbody:\n%s", head, blocks));
}

/** "heading paragraph=Text table=1 figure=1": the blocks with their texts and numbers. */
static void assert_blocks(const struct document *document, const char *expected)
{
    struct text text = {0};
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        text_printf(&text, "%s%s", i ? " " : "", KINDS[block->kind]);
        if (block->text)
            text_printf(&text, "=%s", block->text);
        if (block->table)
            text_printf(&text, "=%d", block->table->number);
        if (block->figure)
            text_printf(&text, "=%d", block->figure->number);
    }
    ck_assert_str_eq(text_string(&text), expected);
    text_finish(&text);
}

START_TEST(blocks_stand_in_the_templates_order)
{
    struct document *document =
        build(SIZE_MAX, "  - cover:\n  - contents:\n  - page-break:\n"
                        "  - heading: {text: \"In {{period.short}}\", level: 2}\n"
                        "  - lead: Lead\n  - text: Text\n  - note: Note\n  - bullets: [One, Two]\n"
                        "  - bullets: Three\n  - tiles: [{label: L, fact: bodies.all}]\n");
    assert_blocks(document, "cover contents break heading=In Q3 2026 paragraph=Lead paragraph=Text "
                            "paragraph=Note paragraph=One paragraph=Two paragraph=Three tiles");
    ck_assert_int_eq(document->blocks[3].level, 2);
    ck_assert_int_eq(document->blocks[4].style, PARAGRAPH_LEAD);
    ck_assert_int_eq(document->blocks[5].style, PARAGRAPH_BODY);
    ck_assert_int_eq(document->blocks[6].style, PARAGRAPH_NOTE);
    ck_assert_int_eq(document->blocks[7].style, PARAGRAPH_BULLET);
}
END_TEST

START_TEST(printed_tables_and_figures_are_numbered_and_workbook_tables_are_not)
{
    struct document *document = build(SIZE_MAX, TABLE("a", "limit: 2") TABLE("b", "page: no") TABLE(
                                                    "c", "workbook: no") FIGURE("b") FIGURE("c"));
    assert_blocks(document, "table=1 table=2 figure=1 figure=2");
    ck_assert_uint_eq(document->table_count, 3);
    ck_assert_int_eq(document->tables[1]->number, 0);
    ck_assert(document->tables[1]->in_workbook && !document->tables[2]->in_workbook);
    ck_assert_uint_eq(document->blocks[0].row_limit, 2);
    ck_assert_uint_eq(document->blocks[1].row_limit, 0);
}
END_TEST

START_TEST(columns_hold_blocks_of_their_own_and_numbers_go_on_through_them)
{
    struct document *document = build(
        SIZE_MAX,
        TABLE("a", "span: 8, float: yes") "  - columns:\n      split: 8+4\n      left:\n"
                                          "      - heading: {text: H}\n    " TABLE(
                                              "b", "limit: 2") "      right:\n      - bullets: "
                                                               "[One, Two]\n    " FIGURE("c")
                                                                   TABLE("c", "landscape: yes"));
    assert_blocks(document, "table=1 columns table=3");
    const struct block *columns = &document->blocks[1];
    ck_assert_int_eq(columns->sides[0].span, 8);
    ck_assert_int_eq(columns->sides[1].span, 4);
    ck_assert_uint_eq(columns->sides[0].block_count, 2);
    ck_assert_int_eq(columns->sides[0].blocks[0].level, 3);
    ck_assert_int_eq(columns->sides[0].blocks[1].table->number, 2);
    ck_assert_uint_eq(columns->sides[0].blocks[1].row_limit, 2);
    ck_assert_uint_eq(columns->sides[1].block_count, 3);
    ck_assert_int_eq(columns->sides[1].blocks[2].figure->number, 1);
    ck_assert_int_eq(document->blocks[0].span, 8);
    ck_assert(document->blocks[0].floats && !document->blocks[0].landscape);
    ck_assert(document->blocks[2].landscape && !document->blocks[2].floats);
}
END_TEST

/* Nothing is printed of a table that is only in the workbook. */
START_TEST(columns_without_blocks_leave_none)
{
    struct document *document =
        build(SIZE_MAX, "  - columns:\n      left:\n    " TABLE(
                            "a", "page: no") "      right:\n    " TABLE("b", "page: no"));
    assert_blocks(document, "");
    ck_assert_uint_eq(document->table_count, 2);
}
END_TEST

START_TEST(a_figure_says_where_its_numbers_are)
{
    struct document *document =
        build(SIZE_MAX, TABLE("a", "") TABLE("b", "page: no") FIGURE("a") FIGURE("b"));
    ck_assert_ptr_nonnull(strstr(document->figures[0]->alt, " Data: Table 1."));
    ck_assert_ptr_nonnull(strstr(document->figures[1]->alt, " Data: in the workbook."));
    ck_assert_ptr_eq(document->figures[1]->table, document->tables[1]);
}
END_TEST

START_TEST(an_empty_table_gives_way_to_its_sentence_and_leaves_no_gap_in_the_numbers)
{
    fixture.results.states[MUT * PERIODS + NOW].reported = true;
    struct document *document =
        build(SIZE_MAX, TABLE("a", "state: not-reporting, empty: \"All of {{period.short}}\"")
                            TABLE("b", ""));
    assert_blocks(document, "paragraph=All of Q3 2026 table=1");
    ck_assert_uint_eq(document->table_count, 2);
    ck_assert_int_eq(document->tables[0]->number, 0);
}
END_TEST

START_TEST(a_table_without_rows_draws_no_figure)
{
    fixture.results.states[MUT * PERIODS + NOW].reported = true;
    struct document *document = build(SIZE_MAX, TABLE("a", "state: not-reporting, empty: None")
                                                    FIGURE("a") TABLE("b", "") FIGURE("b"));
    assert_blocks(document, "paragraph=None table=1 figure=1");
    ck_assert_uint_eq(document->figure_count, 1);
}
END_TEST

START_TEST(a_figure_without_values_gives_way_to_its_sentence_and_leaves_no_gap_in_the_numbers)
{
#define SCORES "  - table: {id: t, title: T, rows: periods, columns: [period, score]}\n"
#define LINE(keys)                                                                                 \
    "  - figure: {id: " keys ", table: t, kind: line, label: period, values: score, title: F}\n"
    const char *blocks = SCORES LINE("f, empty: \"{{agency.code}} has none\"") LINE("g");
    assert_blocks(build(CIT, blocks), "table=1 paragraph=CIT has none figure=1");
    assert_blocks(build(ALF, blocks), "table=1 figure=1 figure=2");
}
END_TEST

START_TEST(a_figures_subtitle_is_its_tables_and_is_filled_once)
{
    struct document *document = build(
        ODD, "  - table: {id: t, title: T, subtitle: \"{{agency.name}}\", rows: periods, "
             "columns: [period, score]}\n"
             "  - figure: {id: f, table: t, kind: line, label: period, values: score, title: F}\n");
    ck_assert_str_eq(document->figures[0]->subtitle, "Odd {{period.short}} Body");
    ck_assert_str_eq(document->subject, "Odd {{period.short}} Body");
}
END_TEST

START_TEST(notes_tell_who_was_silent_and_the_runs_warnings)
{
    struct notices notices = {0};
    notices_add(&notices, "tables were not supplied");
    fixture.build.notices = &notices;
    assert_blocks(build(SIZE_MAX, "  - notes:\n"),
                  "paragraph=Bodies that did not report for the quarter: 1. They are listed and "
                  "counted, and get no scorecard and no rank. "
                  "paragraph=Tables were not supplied. " UNMASKED);
    notices_finish(&notices);
}
END_TEST

START_TEST(without_anything_to_note_the_notes_say_so)
{
    fixture.results.states[MUT * PERIODS + NOW].reported = true;
    assert_blocks(build(SIZE_MAX, "  - notes:\n"), "paragraph=Nothing was left out. " UNMASKED);
}
END_TEST

START_TEST(methods_print_the_numbers_of_the_method)
{
    const struct document *document = build(SIZE_MAX, "  - methods:\n  - methods:\n");
    ck_assert_uint_eq(document->block_count, 10);
    ck_assert_ptr_nonnull(strstr(document->blocks[0].text, "Method version 1"));
    ck_assert_ptr_nonnull(strstr(document->blocks[1].text, "partly met from 50% of its items"));
    ck_assert_ptr_nonnull(strstr(document->blocks[1].text, "younger than 90 days"));
    ck_assert_ptr_nonnull(strstr(document->blocks[2].text,
                                 "Accounts (weight 3), Security (weight 2), Team (weight 1)."));
    ck_assert_ptr_nonnull(strstr(document->blocks[3].text,
                                 "High from 95, Sound from 90, Developing from 75, Low from 0."));
    ck_assert_ptr_nonnull(strstr(document->blocks[3].text, "less than 60% of the weight"));
    ck_assert_ptr_nonnull(
        strstr(document->blocks[3].text, "holds the band at Developing or below"));
}
END_TEST

START_TEST(the_cover_says_what_is_known_of_the_edition)
{
    struct document *document = build(SIZE_MAX, "  - cover:\n");
    struct text text = {0};
    for (size_t i = 0; i < document->cover_fact_count; i++)
        text_printf(&text, "%s: %s\n", document->cover_facts[i].label,
                    document->cover_facts[i].value);
    ck_assert_str_eq(text_string(&text),
                     "Edition: draft 1\nData as of: 30 September 2026\nMethod: 1\n"
                     "Counts of persons: not masked: exact, for the office only\n"
                     "Database: rows.db, SHA-256 0123456789ab\n");
    text_finish(&text);
    ck_assert_str_eq(document->subject, "Whole of government");
    ck_assert_str_eq(document->audience, "For oversight");
    ck_assert_str_eq(document->edition, "Draft 1");
    ck_assert_str_eq(document->period, "Quarter 3 2026, July to September");
    ck_assert(document->draft);
    ck_assert_int_eq(document->created, fixture_day("2026-09-30"));
}
END_TEST

static const struct tile *build_tile(size_t body, const char *keys)
{
    return build(body, arena_printf(fixture.arena, "  - tiles: [{label: L, %s}]\n", keys))
        ->blocks[0]
        .tiles;
}

START_TEST(a_tile_shows_a_score_its_change_and_its_trend)
{
    const struct tile *tile =
        build_tile(ALF, "fact: score.value, trend: yes, foot: \"{{score.band}}\"");
    ck_assert_str_eq(tile->value, "92.5");
    ck_assert_str_eq(tile->change, "up on Q2 2026 (90.4)");
    ck_assert_str_eq(tile->foot, "Sound");
    ck_assert_int_eq(tile->direction, 1);
    ck_assert_uint_eq(tile->trend_count, 8);
    ck_assert_double_eq(tile->trend[7], 92.5);
    ck_assert_double_nan(tile->trend[5]);
    ck_assert(!tile->has_target);
}
END_TEST

START_TEST(a_tile_with_the_trend_of_a_control_has_its_target)
{
    const struct tile *tile = build_tile(ALF, "control: APR-3, trend: yes");
    ck_assert(tile->has_target);
    ck_assert_double_eq(tile->target, 95); /* as the fixture's APR-3 has it */
    ck_assert(!build_tile(ALF, "control: APR-3")->has_target);
}
END_TEST

START_TEST(a_tile_says_in_words_that_a_body_has_no_score_and_no_controls_judged)
{
    const struct tile *tile = build_tile(CIT, "fact: score.value, unit: of 100");
    ck_assert_str_eq(tile->value, "not applicable");
    ck_assert_ptr_null(tile->unit);
    ck_assert_ptr_null(tile->change);
    tile = build_tile(FRE, "fact: controls.met, foot: \"{{score.band}}\"");
    ck_assert_str_eq(tile->value, "not applicable");
    ck_assert_str_eq(tile->foot, "none yet");
}
END_TEST

START_TEST(what_prints_alike_has_not_changed_in_a_tile)
{
    fixture_score(ALF, BEFORE, 925400, 1);
    const struct tile *tile = build_tile(ALF, "fact: score.value");
    ck_assert_str_eq(tile->change, "same as Q2 2026 (92.5)");
    ck_assert_int_eq(tile->direction, 0);
}
END_TEST

START_TEST(a_median_stays_the_governments_in_an_agencys_tile)
{
    ck_assert_str_eq(build_tile(ALF, "fact: score.median")->value, "76.9");
    ck_assert_str_eq(build_tile(ALF, "fact: reporting.rate")->value, "3 of 4");
}
END_TEST

START_TEST(a_tile_of_a_control_has_the_agencys_status_and_a_groups_has_none)
{
    const struct tile *tile = build_tile(BAD, "control: SEC-1");
    ck_assert_str_eq(tile->value, "0 of 3");
    ck_assert_int_eq(tile->status, STATUS_NOT_MET);
    tile = build_tile(BAD, "control: EML-1, bodies: mandated");
    ck_assert_str_eq(tile->value, "63%");
    ck_assert_int_eq(tile->status, STATUS_NONE);
    ck_assert_str_eq(build_tile(SIZE_MAX, "measure: on-time, bodies: all")->value,
                     "not applicable");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("build");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, blocks_stand_in_the_templates_order);
    tcase_add_test(t, printed_tables_and_figures_are_numbered_and_workbook_tables_are_not);
    tcase_add_test(t, a_figure_says_where_its_numbers_are);
    tcase_add_test(t, an_empty_table_gives_way_to_its_sentence_and_leaves_no_gap_in_the_numbers);
    tcase_add_test(t, a_table_without_rows_draws_no_figure);
    tcase_add_test(t, a_figures_subtitle_is_its_tables_and_is_filled_once);
    tcase_add_test(
        t, a_figure_without_values_gives_way_to_its_sentence_and_leaves_no_gap_in_the_numbers);
    tcase_add_test(t, notes_tell_who_was_silent_and_the_runs_warnings);
    tcase_add_test(t, without_anything_to_note_the_notes_say_so);
    tcase_add_test(t, methods_print_the_numbers_of_the_method);
    tcase_add_test(t, the_cover_says_what_is_known_of_the_edition);
    tcase_add_test(t, a_tile_shows_a_score_its_change_and_its_trend);
    tcase_add_test(t, a_tile_with_the_trend_of_a_control_has_its_target);
    tcase_add_test(t, a_tile_says_in_words_that_a_body_has_no_score_and_no_controls_judged);
    tcase_add_test(t, what_prints_alike_has_not_changed_in_a_tile);
    tcase_add_test(t, a_median_stays_the_governments_in_an_agencys_tile);
    tcase_add_test(t, a_tile_of_a_control_has_the_agencys_status_and_a_groups_has_none);
    tcase_add_test(t, columns_hold_blocks_of_their_own_and_numbers_go_on_through_them);
    tcase_add_test(t, columns_without_blocks_leave_none);
    return t;
}
