/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "document/published.h"

#include <math.h>

/** The first table of a report on a body, from the keys behind its id and title. */
static const struct table *build_table(size_t body, const char *keys)
{
    const char *head = body == SIZE_MAX ? HEAD : HEAD_AGENCY;
    struct document *document = fixture_document(
        body,
        arena_printf(fixture.arena, "%sbody:\n  - table: {id: t, title: T, %s}\n", head, keys));
    return document->tables[0];
}

static void assert_table(size_t body, const char *keys, const char *expected)
{
    ck_assert_str_eq(fixture_print(build_table(body, keys)), expected);
}

START_TEST(agencies_are_those_of_the_group_that_exist)
{
    assert_table(SIZE_MAX, "rows: agencies, columns: [code, name, region, state]",
                 "Code | Name | Region | Return\n"
                 "ALF | Alfa Office | central | reporting\n"
                 "BAD | Bad Bureau | III | reporting\n"
                 "FRE | Fresh Corporation | central | new\n"
                 "MUT | Mute Commission | central | not reporting");
    assert_table(SIZE_MAX, "rows: agencies, bodies: unknown, columns: [code, name, class]",
                 "Code | Name | Class\nODD | Odd {{period.short}} Body | XYZ");
    fixture.results.states[ALF * PERIODS + NOW].exists = false;
    ck_assert_uint_eq(build_table(SIZE_MAX, "rows: agencies, columns: [code]")->row_count, 3);
}
END_TEST

START_TEST(agencies_are_chosen_by_their_return)
{
    assert_table(SIZE_MAX, "rows: agencies, state: not-reporting, columns: [code]", "Code\nMUT");
    assert_table(SIZE_MAX, "rows: agencies, state: new, columns: [code]", "Code\nFRE");
    assert_table(SIZE_MAX, "rows: agencies, state: reporting, columns: [code]", "Code\nALF\nBAD");
}
END_TEST

START_TEST(rows_without_a_value_stand_last_in_both_directions)
{
    assert_table(
        SIZE_MAX, "rows: agencies, columns: [code, score, band], sort: score",
        "Code | Score | Band\nBAD | 61.3 | Low\nALF | 92.5 | Sound\nFRE | [z] | \nMUT | [z] | ");
    assert_table(
        SIZE_MAX, "rows: agencies, columns: [code, score, band], sort: score, descending: yes",
        "Code | Score | Band\nALF | 92.5 | Sound\nBAD | 61.3 | Low\nFRE | [z] | \nMUT | [z] | ");
}
END_TEST

START_TEST(ties_keep_their_order_and_words_are_sorted_too)
{
    assert_table(SIZE_MAX, "rows: agencies, columns: [code, bodies], sort: bodies, descending: yes",
                 "Code | Bodies\nALF | 1\nBAD | 1\nFRE | 1\nMUT | 1");
    assert_table(SIZE_MAX, "rows: agencies, columns: [code], sort: code, descending: yes",
                 "Code\nMUT\nFRE\nBAD\nALF");
}
END_TEST

START_TEST(dates_are_sorted_as_days)
{
    assert_table(BAD, "rows: findings, columns: [control, told], sort: told, descending: yes",
                 "Control | Told on\nEML-1 | 20 Oct 2026\nEML-1 | 20 Oct 2026\nSEC-1 | 1 Jul 2026");
}
END_TEST

START_TEST(controls_and_measures_stand_behind_the_columns_and_silent_and_new_bodies_have_no_rate)
{
    assert_table(SIZE_MAX,
                 "rows: agencies, columns: [code], show-controls: EML-1, "
                 "show-measures: [received, on-time, response], total: yes",
                 "Code | EML-1 Official address | Messages received | Answered in time | "
                 "Time to answer (hours)\n"
                 "ALF | 100% | 8 | 6 of 8 | 2.5\n"
                 "BAD | 25% | 2 | [z] | [z]\n"
                 "FRE | [x] | 0 | [z] | [z]\n"
                 "MUT | [x] | 0 | [z] | [z]\n"
                 "Mandated bodies | 63% | 10 | 75% [u] | [z]");
}
END_TEST

START_TEST(mandated_and_encouraged_bodies_share_counts_and_no_rate)
{
    const struct table *table = build_table(
        SIZE_MAX, "rows: agencies, bodies: all, columns: [code, score, response], "
                  "show-controls: EML-1, show-measures: [received, on-time], total: yes");
    ck_assert(table->total_last);
    ck_assert_uint_eq(table->row_count, AGENCIES + 1);
    ck_assert_str_eq(strrchr(fixture_print(table), '\n'),
                     "\nAll bodies | [z] | [z] | [z] | 11 | [z]");
}
END_TEST

START_TEST(sections_are_columns_and_their_total_is_the_median)
{
    /* medians of 92.5 and 61.25: 76.875; of 100 and 0: 50 */
    assert_table(SIZE_MAX,
                 "rows: agencies, columns: [code], sections: yes, sort: accounts, total: yes",
                 "Code | Accounts | Security | Team\n"
                 "BAD | 61 | 0 | [z]\nALF | 93 | 100 | [z]\nFRE | [z] | [z] | [z]\n"
                 "MUT | [z] | [z] | [z]\nMandated bodies | 77 | 50 | [z]");
}
END_TEST

START_TEST(a_total_whose_first_column_says_nothing_is_named_all_the_same)
{
    const struct table *table =
        build_table(SIZE_MAX, "rows: agencies, columns: [region, bodies], total: yes");
    ck_assert_str_eq(strrchr(fixture_print(table), '\n'), "\nMandated bodies | 4");
}
END_TEST

START_TEST(an_empty_table_has_no_total)
{
    fixture.results.states[MUT * PERIODS + NOW].reported = true;
    ck_assert_uint_eq(
        build_table(SIZE_MAX, "rows: agencies, state: not-reporting, columns: [code], total: yes")
            ->row_count,
        0);
}
END_TEST

START_TEST(classes_are_those_of_the_mandate_and_all_have_no_response)
{
    assert_table(SIZE_MAX,
                 "rows: classes, bodies: all, total: yes, "
                 "columns: [name, bodies, reporting, not-reporting, new, response]",
                 "Name | Bodies | Reported | Did not report | New | Response\n"
                 "National agencies | 3 | 2 | 1 | 0 | 2 of 3\n"
                 "Corporations | 1 | 1 | 0 | 1 | 1 of 1\n"
                 "Local governments | 1 | 1 | 0 | 0 | 1 of 1\n"
                 "All bodies | 6 | 5 | 1 | 1 | [z]");
    assert_table(SIZE_MAX, "rows: classes, columns: [name, score]",
                 "Name | Score\nNational agencies | 76.9\nCorporations | [z]");
    assert_table(SIZE_MAX, "rows: classes, bodies: encouraged, columns: [code, score]",
                 "Code | Score\n=class:LGU | [z]");
    assert_table(SIZE_MAX, "rows: classes, bodies: unknown, columns: [name]", "Name");
}
END_TEST

START_TEST(eight_quarters_stand_from_the_oldest_to_the_reported)
{
    assert_table(BAD, "rows: periods, columns: [period, score], show-measures: received",
                 "Quarter | Score | Messages received\n"
                 "2024-Q4 | [z] | 0\n2025-Q1 | [z] | 0\n2025-Q2 | [z] | 0\n2025-Q3 | [z] | 0\n"
                 "2025-Q4 | [z] | 0\n2026-Q1 | [z] | 0\n2026-Q2 | 70.0 | 0\n2026-Q3 | 61.3 | 2");
}
END_TEST

START_TEST(quarters_before_anybody_logged_are_not_zero)
{
    size_t since[MEASURES] = {[RECEIVED] = NOW - 1};
    fixture.results.measure_since = since;
    assert_table(BAD, "rows: periods, columns: [period], show-measures: received",
                 "Quarter | Messages received\n"
                 "2024-Q4 | [x]\n2025-Q1 | [x]\n2025-Q2 | [x]\n2025-Q3 | [x]\n"
                 "2025-Q4 | [x]\n2026-Q1 | [x]\n2026-Q2 | 0\n2026-Q3 | 2");
}
END_TEST

START_TEST(an_agencys_controls_have_a_status_each)
{
    assert_table(
        BAD,
        "rows: controls, columns: [control, status, rate, upper, no-evidence, appeared, stayed]",
        "Control | Status | Met | If all unknown were met | No evidence | New findings | "
        "Still open\n"
        "EML-1 | not met | 25% | 50% | 3 | 1 | 1\n"
        "APR-3 | not applicable | [z] | [z] | 0 | 0 | [z]\n"
        "SEC-1 | not met | 0 of 3 | 0 of 3 | 0 | 0 | 0\n"
        "TEM-2 | not measured | [x] | [x] | [x] | [x] | [z]");
    assert_table(BAD, "rows: controls, state: not-met, columns: [control]",
                 "Control\nEML-1\nSEC-1");
    assert_table(BAD, "rows: controls, state: changed, columns: [control]", "Control\nEML-1");
    /* a new body is not judged yet: nothing changed; a body without a score has no points to gain
     */
    fixture.results.changes[FRE * CONTROLS + EML_1] = (struct change){.appeared = 1};
    assert_table(FRE, "rows: controls, state: changed, columns: [control]", "Control");
    assert_table(CIT, "rows: controls, controls: EML-1, columns: [effect]", "Gain, points\n[z]");
}
END_TEST

START_TEST(silent_new_and_encouraged_bodies_keep_their_own_statuses)
{
    const char *keys = "rows: controls, controls: [EML-1], columns: [control, status, rate]";
    assert_table(MUT, keys, "Control | Status | Met\nEML-1 | not reporting | [x]");
    assert_table(FRE, keys, "Control | Status | Met\nEML-1 | new | [x]");
    assert_table(CIT, keys, "Control | Status | Met\nEML-1 | not yet adopted | 2 of 4");
}
END_TEST

START_TEST(a_groups_controls_are_its_members_together)
{
    const char *columns = "columns: [control, rate, met, items, exempt, section, target]";
    assert_table(SIZE_MAX, arena_printf(fixture.arena, "rows: controls, %s", columns),
                 "Control | Met | Items met | Judged | Exempt | Section | Target\n"
                 "EML-1 | 63% | 15 | 24 | 0 | Accounts | 100%\n"
                 "APR-3 | [z] | 0 | 0 | 0 | Accounts | 95%\n"
                 "SEC-1 | 2 of 5 | 2 | 5 | 1 | Security | 100%\n"
                 "TEM-2 | [x] | [x] | [x] | [x] | Team | 100%");
    assert_table(SIZE_MAX, "rows: controls, bodies: encouraged, controls: EML-1, columns: [rate]",
                 "Met\n2 of 4");
    assert_table(SIZE_MAX, "rows: controls, bodies: all, controls: EML-1, columns: [rate]",
                 "Met\n[z]");
}
END_TEST

START_TEST(a_named_group_takes_the_place_of_the_agency)
{
    assert_table(BAD, "rows: controls, controls: EML-1, bodies: mandated, columns: [rate]",
                 "Met\n63%");
    assert_table(BAD, "rows: measures, measures: received, bodies: all, columns: [value]",
                 "Value\n11");
}
END_TEST

START_TEST(categories_are_those_with_rows_and_add_up)
{
    const char *keys =
        "rows: categories, measure: received, by: kind, sort: value, "
        "descending: yes, total: yes, columns: [category, value, share, value-before]";
    assert_table(SIZE_MAX, keys,
                 "Kind of message | Value | Share of all | Quarter before\n"
                 "inquiry | 7 | 70% | 0\ncomplaint | 3 | 30% | 4\nAll | 10 |  | 4");
    assert_table(CIT, keys,
                 "Kind of message | Value | Share of all | Quarter before\n"
                 "complaint | 1 | 1 of 1 | 0\nAll | 1 |  | 0");
}
END_TEST

START_TEST(measures_that_were_supplied_stand_in_their_units)
{
    const char *keys = "rows: measures, columns: [measure, value, unit, value-before, n]";
    assert_table(ALF, keys,
                 "Measure id | Value | Unit | Quarter before | Rows behind it\n"
                 "received | 8 | messages | 4 | 8\non-time | 6 of 8 |  | [z] | 8\n"
                 "response | 2.5 | hours | [z] | 3");
    assert_table(SIZE_MAX, "rows: measures, measures: on-time, columns: [value]", "Value\n75% [u]");
    assert_table(SIZE_MAX, "rows: measures, bodies: all, measures: on-time, columns: [value]",
                 "Value\n[z]");
}
END_TEST

START_TEST(bands_count_judged_mandated_bodies)
{
    /* A quarter before MUT still reported, and had no band. */
    fixture.results.scores[ALF * PERIODS + NOW].band = 2;
    assert_table(
        SIZE_MAX,
        "rows: bands, columns: [band-name, band-from, in-band, in-band-share, "
        "in-band-uncapped, in-band-before]",
        "Band | From score | With cap | Share | Without cap | Quarter before, without cap\n"
        "High | 95 | 0 | 0 of 2 | 0 | 0\nSound | 90 | 0 | 0 of 2 | 1 | 1\n"
        "Developing | 75 | 1 | 1 of 2 | 0 | 0\nLow | 0 | 1 | 1 of 2 | 1 | 1\n"
        "No band | [z] | 0 | 0 of 2 | 0 | 1");
}
END_TEST

START_TEST(findings_stand_most_urgent_first_and_details_are_never_expanded)
{
    /* told on 1 July, ten days: due on 11 July, 81 days before 30 September */
    assert_table(
        BAD, "rows: findings, columns: [reference, reason, since, told, due, overdue]",
        "Reference | What is wrong | Since | Told on | Due | Days overdue\n"
        "SEC-1/BAD/bad-desk |  | new | 1 Jul 2026 | 11 Jul 2026 | 81\n"
        "EML-1/BAD/bad-page | mail {{edition.name}} is not a domain of the agency | new | "
        "20 Oct 2026 | [z] | [z]\n"
        "EML-1/BAD/bad-video | No address is recorded | open before | 20 Oct 2026 | [z] | [z]");
    assert_table(BAD, "rows: findings, controls: SEC-1, columns: [label, owner]",
                 "Item | Owner\nbad-desk | ");
}
END_TEST

START_TEST(data_has_a_row_an_agency_quarter_and_control)
{
    const char *keys =
        "rows: data, controls: EML-1, columns: [code, period, control, status, rate]";
    assert_table(FRE, keys,
                 "Code | Quarter | Control | Status | Met\nFRE | 2026-Q3 | EML-1 | new | [x]");
    assert_table(ALF, keys,
                 "Code | Quarter | Control | Status | Met\n"
                 "ALF | 2026-Q2 | EML-1 | partly met | 83%\nALF | 2026-Q3 | EML-1 | met | 100%");
    /* six agencies in two quarters, of which FRE existed in one; four controls */
    ck_assert_uint_eq(build_table(SIZE_MAX, "rows: data, columns: [code]")->row_count, 11 * 4);
}
END_TEST

#define RESULTS_HEAD                                                                               \
    "body,period,kind,id,category,met,not_met,no_evidence,exempt,status,"                          \
    "numerator,denominator,n,published,method\n"

START_TEST(revisions_are_published_figures_of_groups_that_came_out_otherwise)
{
    struct published published;
    fixture_write("results.csv",
                  RESULTS_HEAD "=mandated,2026-Q3,control,EML-1,,9,3,0,0,partly_met,9,12,12,,1\n"
                               "=mandated,2026-Q3,control,SEC-1,,2,3,0,1,not_met,2,5,5,,1\n"
                               "=mandated,2026-Q3,control,TEM-2,,2,3,0,1,not_met,2,5,5,,1\n"
                               "=mandated,2020-Q1,control,EML-1,,9,3,0,0,partly_met,9,12,12,,1\n"
                               "BAD,2026-Q3,control,EML-1,,9,3,0,0,partly_met,9,12,12,,1\n");
    ck_assert(published_load(fixture.folder, fixture.arena, &published, &fixture.err));
    fixture.build.published = &published;
    assert_table(SIZE_MAX, "rows: revisions, columns: [name, period, figure, published, computed]",
                 "Name | Quarter | Figure | Published then | Computed now\n"
                 "Mandated bodies | 2026-Q3 | EML-1 | 9 of 12 | 15 of 24");
    published_finish(&published);
}
END_TEST

START_TEST(scores_as_published_stand_beside_those_computed_now)
{
    struct published published;
    fixture_write("results.csv",
                  RESULTS_HEAD "BAD,2026-Q2,score,score,,,,,,Low,712345,1000000,,,1\n");
    ck_assert(published_load(fixture.folder, fixture.arena, &published, &fixture.err));
    fixture.build.published = &published;
    const char *printed =
        fixture_print(build_table(BAD, "rows: periods, columns: [period, score, score-published]"));
    ck_assert_ptr_nonnull(strstr(printed, "\n2026-Q2 | 70.0 | 71.2\n2026-Q3 | 61.3 | [x]"));
    published_finish(&published);
}
END_TEST

START_TEST(a_table_says_where_it_comes_from_and_its_texts_are_filled_once)
{
    const struct table *table =
        build_table(ODD, "subtitle: \"Of {{agency.name}}\", rows: controls, columns: [control], "
                         "notes: [\"As of {{edition.as-of}}\", \"{{agency.name}}\"]");
    ck_assert_str_eq(table->source, "Ulat from rows.db, data as of 30 September 2026");
    ck_assert_str_eq(table->subtitle, "Of Odd {{period.short}} Body");
    ck_assert_uint_eq(table->note_count, 2);
    ck_assert_str_eq(table->notes[0], "As of 30 September 2026");
    ck_assert_str_eq(table->notes[1], "Odd {{period.short}} Body");
    table =
        build_table(ODD, "rows: controls, columns: [control], source: \"A {{period.short}} file\"");
    ck_assert_str_eq(table->source, "A Q3 2026 file");
}
END_TEST

/* ---- How it looks on a page ---- */

START_TEST(rows_of_a_group_stand_together_in_the_order_of_the_table)
{
    const struct table *table = build_table(
        SIZE_MAX, "rows: agencies, columns: [code, state], group: state, sort: code, total: no");
    ck_assert(table->grouped);
    ck_assert_uint_eq(table->group_column, 1);
    ck_assert_str_eq(fixture_print(table), "Code | Return\n"
                                           "ALF | reporting\nBAD | reporting\n"
                                           "FRE | new\nMUT | not reporting");
    fixture.results.states[ALF * PERIODS + NOW].reported = false;
    assert_table(SIZE_MAX, "rows: agencies, columns: [code, state], group: state",
                 "Code | Return\n"
                 "ALF | not reporting\nMUT | not reporting\nBAD | reporting\nFRE | new");
}
END_TEST

START_TEST(a_total_stands_behind_all_groups)
{
    assert_table(SIZE_MAX, "rows: classes, columns: [name, bodies], group: bodies, total: yes",
                 "Name | Bodies\nNational agencies | 3\nCorporations | 1\nMandated bodies | 4");
}
END_TEST

START_TEST(columns_take_the_headings_spanners_and_bars_that_the_template_gives)
{
    const struct table *table =
        build_table(SIZE_MAX, "rows: agencies, columns: [code, score, score-before], bar: score, "
                              "headings: {score: \"{{period.short}}\", score-before: Before}, "
                              "spanners: [{text: Score, columns: [score, score-before]}]");
    ck_assert_str_eq(table->columns[1].heading, "Q3 2026");
    ck_assert_str_eq(table->columns[2].heading, "Before");
    ck_assert_ptr_null(table->columns[0].spanner);
    ck_assert_str_eq(column_title(&table->columns[1], fixture.arena), "Score: Q3 2026");
    ck_assert_str_eq(column_title(&table->columns[0], fixture.arena), "Code");
    ck_assert_int_eq(table->columns[1].graphic, GRAPHIC_BAR);
    ck_assert_int_eq(table->columns[2].graphic, GRAPHIC_NONE);
}
END_TEST

/* ALF scores 92.5 now and 90.4 in the quarter before (its fixture says so). */
START_TEST(a_trend_is_the_columns_own_values_of_eight_quarters_and_for_pages_only)
{
    const struct table *table = build_table(
        SIZE_MAX, "rows: agencies, columns: [code, score, region], trend: score, sort: code");
    ck_assert_uint_eq(table->column_count, 4);
    ck_assert_str_eq(table->columns[2].id, "score-trend");
    ck_assert_int_eq(table->columns[2].where, COLUMN_PAGE);
    ck_assert_str_eq(table->columns[3].id, "region");
    const struct cell *cell = table_cell(table, 0, 2);
    ck_assert_int_eq(cell->kind, CELL_SERIES);
    ck_assert_int_eq(cell->number, 8);
    ck_assert_double_eq_tol(cell->values[7], 92.5, 0.01);
    ck_assert_double_eq_tol(cell->values[6], 90.4, 0.05);
    ck_assert(isnan(table_cell(table, 2, 2)->values[7])); /* FRE is new and has no score */
}
END_TEST

/* 9 of 12: Wilson's interval is 46.8 to 91.1 %; 6 of 8 of one body are counts of its own. */
START_TEST(shares_across_bodies_have_an_interval_and_those_of_one_body_have_none)
{
    const char *keys = "rows: measures, measures: on-time, "
                       "columns: [measure, value, value-lower, value-upper]";
    const char *heads = "Measure id | Value | Value from, % (95% interval) | "
                        "Value to, % (95% interval)\n";
    assert_table(SIZE_MAX, keys,
                 arena_printf(fixture.arena, "%son-time | 75%% [u] | 46.8 | 91.1", heads));
    assert_table(ALF, keys, arena_printf(fixture.arena, "%son-time | 6 of 8 | [z] | [z]", heads));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("table_build");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, agencies_are_those_of_the_group_that_exist);
    tcase_add_test(t, agencies_are_chosen_by_their_return);
    tcase_add_test(t, rows_without_a_value_stand_last_in_both_directions);
    tcase_add_test(t, ties_keep_their_order_and_words_are_sorted_too);
    tcase_add_test(t, dates_are_sorted_as_days);
    tcase_add_test(
        t, controls_and_measures_stand_behind_the_columns_and_silent_and_new_bodies_have_no_rate);
    tcase_add_test(t, mandated_and_encouraged_bodies_share_counts_and_no_rate);
    tcase_add_test(t, sections_are_columns_and_their_total_is_the_median);
    tcase_add_test(t, a_total_whose_first_column_says_nothing_is_named_all_the_same);
    tcase_add_test(t, an_empty_table_has_no_total);
    tcase_add_test(t, classes_are_those_of_the_mandate_and_all_have_no_response);
    tcase_add_test(t, eight_quarters_stand_from_the_oldest_to_the_reported);
    tcase_add_test(t, quarters_before_anybody_logged_are_not_zero);
    tcase_add_test(t, an_agencys_controls_have_a_status_each);
    tcase_add_test(t, silent_new_and_encouraged_bodies_keep_their_own_statuses);
    tcase_add_test(t, a_groups_controls_are_its_members_together);
    tcase_add_test(t, a_named_group_takes_the_place_of_the_agency);
    tcase_add_test(t, categories_are_those_with_rows_and_add_up);
    tcase_add_test(t, measures_that_were_supplied_stand_in_their_units);
    tcase_add_test(t, bands_count_judged_mandated_bodies);
    tcase_add_test(t, findings_stand_most_urgent_first_and_details_are_never_expanded);
    tcase_add_test(t, data_has_a_row_an_agency_quarter_and_control);
    tcase_add_test(t, revisions_are_published_figures_of_groups_that_came_out_otherwise);
    tcase_add_test(t, scores_as_published_stand_beside_those_computed_now);
    tcase_add_test(t, a_table_says_where_it_comes_from_and_its_texts_are_filled_once);
    tcase_add_test(t, rows_of_a_group_stand_together_in_the_order_of_the_table);
    tcase_add_test(t, a_total_stands_behind_all_groups);
    tcase_add_test(t, columns_take_the_headings_spanners_and_bars_that_the_template_gives);
    tcase_add_test(t, a_trend_is_the_columns_own_values_of_eight_quarters_and_for_pages_only);
    tcase_add_test(t, shares_across_bodies_have_an_interval_and_those_of_one_body_have_none);
    return t;
}
