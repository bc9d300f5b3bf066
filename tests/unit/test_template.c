/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "data/contract.h"
#include "data/source.h"

/* Blocks follow on the next line. */
#define BODY HEAD "body:\n"
#define BODY_AGENCY HEAD_AGENCY "body:\n"
#define AGENCY_TABLE "  - table: {id: t, title: T, rows: agencies, columns: [code, bodies]}\n"

/** The place of the first `at` in the file. */
static void assert_place(const struct error *err, const char *content, const char *at)
{
    const char *found = strstr(content, at);
    size_t line = 1, column = 1;
    ck_assert_ptr_nonnull(found);
    for (const char *c = content; c < found; c++) {
        column = *c == '\n' ? 1 : column + 1;
        line += *c == '\n';
    }
    ck_assert_uint_eq(err->line, line);
    ck_assert_uint_eq(err->column, column);
}

static void assert_refused(const char *content, const char *at, const char *message,
                           const char *hint)
{
    struct error err = {0};
    char *path = fixture_write("given.yaml", content);
    ck_assert(!template_load(path, &LISTING_LIST, fixture.arena, &fixture.template, &err));
    ck_assert_str_eq(err.message, message);
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_str_eq(err.file, path);
    assert_place(&err, content, at);
    if (hint)
        ck_assert_str_eq(err.hint, hint);
    else
        ck_assert_ptr_null(err.hint);
    error_finish(&err);
}

START_TEST(an_unknown_block_is_refused_with_the_nearest)
{
    assert_refused(BODY "  - haeding: {text: A}\n", "haeding", "unknown block 'haeding' in 'body'",
                   "did you mean 'heading'?");
}
END_TEST

START_TEST(an_unknown_key_is_refused_with_the_nearest)
{
    assert_refused(BODY "  - heading: {text: A, levle: 2}\n", "levle",
                   "unknown key 'levle' in a heading block", "did you mean 'level'?");
}
END_TEST

START_TEST(an_unknown_kind_of_rows_is_refused)
{
    assert_refused(BODY "  - table: {id: t, title: T, rows: agancies, columns: [code]}\n",
                   "agancies", "unknown kind of rows 'agancies'", "did you mean 'agencies'?");
}
END_TEST

START_TEST(an_unknown_column_is_refused)
{
    assert_refused(BODY "  - table: {id: t, title: T, rows: agencies, columns: [coed]}\n", "coed",
                   "unknown column for these rows 'coed'", "did you mean 'code'?");
    assert_refused(BODY "  - table: {id: t, title: T, rows: agencies, columns: coed}\n", "coed",
                   "unknown column for these rows 'coed'", "did you mean 'code'?");
}
END_TEST

START_TEST(a_column_that_these_rows_do_not_have_is_refused)
{
    assert_refused(
        BODY "  - table: {id: t, title: T, rows: controls, columns: [control, status]}\n",
        "status]", "unknown column for these rows 'status'",
        "use one of code, name, period, edition, bodies, reporting, not-reporting, new, "
        "response, score, score-before, score-published, control, title, clause, basis, "
        "section, item, rate, rate-before, upper, items, met, not-met, no-evidence, "
        "exempt, target, weight, critical, owner, appeared, cleared, stayed, "
        "mended, left, reopened, contested, score-p10, score-p25, score-p75, score-p90, scored, "
        "both, score-like, score-like-before, band-rose, band-fell, band-kept, control-change, "
        "response-lower, response-upper");
}
END_TEST

START_TEST(an_agencys_column_does_not_stand_beside_groups)
{
    const char *class = "  - table: {id: t, title: T, rows: classes, columns: [class]}\n";
    const char *status =
        "  - table: {id: t, title: T, rows: controls, bodies: all, columns: [status]}\n";
    struct error err = {0};
    const char *contents[] = {class, status};
    for (size_t i = 0; i < 2; i++) {
        char *path =
            fixture_write("given.yaml", arena_printf(fixture.arena, BODY_AGENCY "%s", contents[i]));
        ck_assert(!template_load(path, &LISTING_LIST, fixture.arena, &fixture.template, &err));
        ck_assert(text_starts(err.message, "unknown column for these rows"));
        ck_assert_uint_eq(err.line, 6);
        error_finish(&err);
    }
}
END_TEST

START_TEST(a_column_stands_once)
{
    assert_refused(BODY "  - table: {id: t, title: T, rows: agencies, columns: [code, code]}\n",
                   "code]}", "the column 'code' stands there already", NULL);
}
END_TEST

START_TEST(an_unknown_control_is_refused)
{
    assert_refused(
        BODY
        "  - table: {id: t, title: T, rows: controls, controls: [EML-2], columns: [control]}\n",
        "EML-2", "unknown control 'EML-2'", "did you mean 'EML-1'?");
    assert_refused(BODY "  - tiles: [{label: L, control: EML-2}]\n", "EML-2",
                   "unknown control 'EML-2'", "did you mean 'EML-1'?");
}
END_TEST

START_TEST(an_unknown_measure_is_refused)
{
    assert_refused(BODY "  - tiles: [{label: L, measure: recieved}]\n", "recieved",
                   "unknown measure 'recieved'", "did you mean 'received'?");
}
END_TEST

START_TEST(an_unknown_breakdown_is_refused)
{
    assert_refused(BODY "  - table: {id: t, title: T, rows: categories, measure: received, "
                        "by: kinds, columns: [category]}\n",
                   "kinds", "unknown breakdown of the measure 'kinds'", "did you mean 'kind'?");
}
END_TEST

START_TEST(categories_need_a_measure_and_its_breakdown)
{
    assert_refused(BODY "  - table: {id: t, title: T, rows: categories, columns: [category]}\n",
                   "{id", "rows: categories need 'measure'", NULL);
    assert_refused(BODY "  - table: {id: t, title: T, rows: categories, measure: received, "
                        "columns: [category]}\n",
                   "{id", "rows: categories need 'by', a breakdown of the measure", NULL);
}
END_TEST

START_TEST(an_unknown_fact_is_refused_wherever_it_stands)
{
    const char *hint = "did you mean 'period.short'?";
    assert_refused(BODY "  - text: \"In {{period.shrot}}\"\n", "\"In",
                   "unknown fact 'period.shrot'", hint);
    assert_refused(BODY "  - tiles: [{label: L, fact: period.shrot}]\n", "period.shrot",
                   "unknown fact 'period.shrot'", hint);
    assert_refused("title: \"{{period.shrot}}\"\nshort-title: S\naudience: oversight\n"
                   "body:\n  - contents:\n",
                   "\"{{period", "unknown fact 'period.shrot'", hint);
    assert_refused(BODY "  - table: {id: t, title: T, rows: agencies, columns: [code], "
                        "notes: [\"{{period.shrot}}\"]}\n",
                   "\"{{period", "unknown fact 'period.shrot'", hint);
}
END_TEST

START_TEST(a_fact_of_an_unknown_definition_or_part_is_refused)
{
    assert_refused(BODY "  - text: \"{{control.EML-9.rate}}\"\n", "\"{{control",
                   "unknown control 'EML-9' in a text", NULL);
    assert_refused(BODY "  - text: \"{{measure.nothing.value}}\"\n", "\"{{measure",
                   "unknown measure 'nothing' in a text", NULL);
    assert_refused(BODY "  - text: \"{{control.EML-1.rtae}}\"\n", "\"{{control",
                   "unknown part of a fact 'rtae'", "did you mean 'rate'?");
}
END_TEST

START_TEST(a_fact_of_a_table_names_one_that_there_is_and_its_columns)
{
    const char *table = "  - table: {id: t, title: T, rows: agencies, columns: [code, score]}\n";
    assert_refused(BODY "  - text: \"{{most.u.score.code}}\"\n", "\"{{most",
                   "no table block has the id 'u'", NULL);
    char *with =
        arena_printf(fixture.arena, BODY "%s  - text: \"{{least.t.score.name}}\"\n", table);
    assert_refused(with, "\"{{least", "the table 't' has no column 'name'", NULL);
    with = arena_printf(fixture.arena, BODY "%s  - text: \"{{at.t.band.DEX}}\"\n", table);
    assert_refused(with, "\"{{at", "the table 't' has no column 'band'", NULL);
}
END_TEST

START_TEST(an_unknown_format_is_refused)
{
    assert_refused(BODY "  - text: \"{{period.short|upper}}\"\n", "\"{{period",
                   "unknown format 'upper' of the fact 'period.short'; there is: lower", NULL);
}
END_TEST

START_TEST(an_unclosed_fact_is_refused)
{
    assert_refused(BODY "  - lead: \"{{period.short}} and {{period\"\n", "\"{{period",
                   "'{{' is not closed by '}}'", NULL);
    assert_refused(BODY "  - lead: \"{period.short}} came\"\n", "\"{period",
                   "'}}' has no '{{' before it", NULL);
    assert_refused(BODY "  - lead: \"{{period.short}} and}}\"\n", "\"{{period",
                   "'}}' has no '{{' before it", NULL);
}
END_TEST

START_TEST(facts_of_an_agency_need_a_report_for_each)
{
    assert_refused(BODY "  - text: \"{{agency.name}}\"\n", "\"{{agency",
                   "the fact 'agency.name' belongs to reports 'for-each: agency'", NULL);
    fixture_load(BODY_AGENCY "  - text: \"{{agency.name}}\"\n");
}
END_TEST

START_TEST(findings_need_a_report_for_each)
{
    const char *table = "  - table: {id: t, title: T, rows: findings, columns: [reference]}\n";
    assert_refused(arena_printf(fixture.arena, BODY "%s", table), "findings",
                   "findings are listed in reports 'for-each: agency' only", NULL);
    fixture_load(arena_printf(fixture.arena, BODY_AGENCY "%s", table));
}
END_TEST

START_TEST(a_figure_draws_a_table_of_the_template)
{
    const char *figure =
        "  - figure: {id: f, table: t, kind: bar, label: code, values: bodies, title: F}\n";
    const char *message = "no table block has the id 't'";
    assert_refused(arena_printf(fixture.arena, BODY "%s", figure), "t, kind", message, NULL);
    fixture_load(arena_printf(fixture.arena, BODY "%s%s", figure, AGENCY_TABLE));
    fixture_load(arena_printf(fixture.arena, BODY "%s%s", AGENCY_TABLE, figure));
}
END_TEST

START_TEST(a_figure_names_columns_of_its_table)
{
    assert_refused(
        BODY AGENCY_TABLE
        "  - figure: {id: f, table: t, kind: bar, label: name, values: bodies, title: F}\n",
        "name, values", "the table 't' has no column 'name'", "use one of code, bodies");
    assert_refused(
        BODY AGENCY_TABLE
        "  - figure: {id: f, table: t, kind: bar, label: code, values: [new], title: F}\n",
        "new]", "the table 't' has no column 'new'", "use one of code, bodies");
    assert_refused(
        BODY AGENCY_TABLE
        "  - figure: {id: f, table: t, kind: bar, label: code, values: code, title: F}\n",
        "code, title", "the column 'code' holds no numbers to draw", NULL);
}
END_TEST

START_TEST(a_grid_shows_statuses_and_a_map_of_regions_no_bare_counts)
{
    assert_refused(
        BODY AGENCY_TABLE
        "  - figure: {id: f, table: t, kind: grid, label: code, values: bodies, title: F}\n",
        "bodies, title", "the column 'bodies' holds no statuses to draw", NULL);
    assert_refused(
        BODY AGENCY_TABLE
        "  - figure: {id: f, table: t, kind: regions, label: code, values: bodies, title: F}\n",
        "bodies, title", "a regions figure shows rates; beside counts name their n by 'count'",
        NULL);
    fixture_load(BODY AGENCY_TABLE "  - figure: {id: f, table: t, kind: regions, label: code, "
                                   "values: bodies, count: bodies, title: F}\n");
}
END_TEST

START_TEST(a_bar_figure_shows_at_most_two_series)
{
    assert_refused(BODY "  - table: {id: t, title: T, rows: agencies, columns: "
                        "[code, bodies, reporting, not-reporting, new, controls-met]}\n"
                        "  - figure: {id: f, table: t, kind: bar, label: code, title: F,\n"
                        "      values: [bodies, reporting, not-reporting, new, controls-met]}\n",
                   "[bodies, reporting, not-reporting, new, controls-met]}",
                   "a bar figure shows 1 to 2 columns of values", NULL);
}
END_TEST

START_TEST(what_was_before_goes_with_one_series)
{
    assert_refused(BODY "  - table: {id: t, title: T, rows: agencies, columns: "
                        "[code, bodies, reporting, new]}\n"
                        "  - figure: {id: f, table: t, kind: bar, label: code, title: F,\n"
                        "      values: [bodies, reporting], before: new}\n",
                   "new}\n", "'before' goes with one column of values only", NULL);
}
END_TEST

START_TEST(two_tables_cannot_have_one_id)
{
    assert_refused(BODY AGENCY_TABLE
                   "  - table: {id: t, title: second, rows: bands, columns: [new]}\n",
                   "t, title: second", "another table has the id 't' already", NULL);
}
END_TEST

START_TEST(a_tile_shows_one_thing)
{
    assert_refused(BODY "  - tiles: [{label: L, control: EML-1, measure: received}]\n", "{label",
                   "a tile shows one of 'control', 'measure' and 'fact'", NULL);
    assert_refused(BODY "  - tiles: [{label: L}]\n", "{label",
                   "a tile shows one of 'control', 'measure' and 'fact'", NULL);
}
END_TEST

START_TEST(a_table_is_sorted_by_one_of_its_columns)
{
    assert_refused(BODY
                   "  - table: {id: t, title: T, rows: agencies, columns: [code], sort: name}\n",
                   "name}", "the table 't' has no column 'name'", NULL);
}
END_TEST

START_TEST(only_rows_that_add_up_have_a_total)
{
    assert_refused(BODY
                   "  - table: {id: t, title: T, rows: controls, columns: [control], total: yes}\n",
                   "yes}", "rows: controls do not add up to a total", NULL);
}
END_TEST

START_TEST(states_choose_among_rows_that_have_them)
{
    assert_refused(
        BODY "  - table: {id: t, title: T, rows: agencies, state: not-met, columns: [code]}\n",
        "not-met, columns", "unknown state of these rows 'not-met'",
        "use one of any, reporting, not-reporting, new");
    assert_refused(
        BODY "  - table: {id: t, title: T, rows: controls, state: not-met, columns: [control]}\n",
        "not-met, columns", "'state' chooses among agencies, or among the controls of an agency",
        NULL);
}
END_TEST

START_TEST(columns_of_bodies_do_not_stand_beside_categories)
{
    assert_refused(
        BODY "  - table: {id: t, title: T, rows: categories, measure: received, by: kind, "
             "columns: [category],\n      show-controls: [EML-1]}\n",
        "[EML-1]", "'show-controls' stands beside rows of agencies, classes and periods only",
        NULL);
    assert_refused(
        BODY "  - table: {id: t, title: T, rows: categories, measure: received, by: kind, "
             "columns: [category],\n      show-measures: [on-time]}\n",
        "on-time", "measure 'on-time' is not broken down by 'kind', as the rows are", NULL);
}
END_TEST

static void assert_wanted(const char *content, const char *expected)
{
    struct text text = {0};
    fixture_load(content);
    for (size_t l = 0; l < LISTINGS; l++)
        if (fixture.template.wanted[l])
            text_printf(&text, "%s ", LISTING_ITEMS[l].name);
    ck_assert_str_eq(text_string(&text), expected);
    text_finish(&text);
}

START_TEST(only_the_listings_that_blocks_name_are_wanted)
{
    assert_wanted(BODY AGENCY_TABLE, "");
    assert_wanted(BODY "  - tiles: [{label: L, control: SEC-1}]\n", "security ");
    assert_wanted(BODY "  - tiles: [{label: L, measure: on-time}]\n", "feedback ");
    assert_wanted(
        BODY
        "  - table: {id: t, title: T, rows: controls, controls: [TEM-2], columns: [control]}\n",
        "team ");
    assert_wanted(
        BODY
        "  - table: {id: t, title: T, rows: periods, columns: [period], show-measures: posts}\n",
        "posts ");
    assert_wanted(BODY
                  "  - table: {id: t, title: T, rows: categories, measure: received, by: kind, "
                  "columns: [category]}\n",
                  "feedback ");
}
END_TEST

START_TEST(all_definitions_of_a_kind_are_wanted_where_none_is_named)
{
    assert_wanted(BODY "  - table: {id: t, title: T, rows: controls, columns: [control]}\n",
                  "accounts security team ");
    assert_wanted(BODY "  - table: {id: t, title: T, rows: measures, columns: [measure]}\n",
                  "feedback posts ");
    assert_wanted(BODY "  - methods:\n", "accounts security team ");
}
END_TEST

START_TEST(facts_in_texts_want_their_listings)
{
    assert_wanted(BODY "  - text: \"{{control.SEC-1.rate}} and {{measure.posts.value}}\"\n",
                  "security posts ");
    assert_wanted(BODY "  - text: \"{{bodies.mandated}} of {{reporting.rate}}\"\n", "");
}
END_TEST

START_TEST(a_score_wants_every_control)
{
    const char *all = "accounts security team ";
    assert_wanted(BODY "  - table: {id: t, title: T, rows: agencies, columns: [code, score]}\n",
                  all);
    assert_wanted(BODY "  - text: \"{{score.median}}\"\n", all);
    assert_wanted(BODY "  - tiles: [{label: L, fact: capped.count}]\n", all);
    assert_wanted(
        BODY "  - table: {id: t, title: T, rows: agencies, columns: [code], sections: yes}\n", all);
}
END_TEST

START_TEST(outputs_are_both_unless_named)
{
    fixture_load(BODY "  - contents:\n");
    ck_assert(fixture.template.pdf && fixture.template.xlsx);
    ck_assert_str_eq(fixture.template.name, "given");
    ck_assert(fixture.template.audiences[AUDIENCE_OVERSIGHT]);
    ck_assert(!fixture.template.audiences[AUDIENCE_AGENCY]);
    ck_assert(!fixture.template.audiences[AUDIENCE_PUBLIC]);
    fixture_load(HEAD "outputs: xlsx\nbody:\n  - contents:\n");
    ck_assert(!fixture.template.pdf && fixture.template.xlsx);
}
END_TEST

START_TEST(the_shipped_templates_load)
{
    static const char *const NAMES[] = {"quarterly", "scorecard", "feedback"};
    struct contract contract;
    struct source *empty = NULL;
    struct listings listings;
    char *contract_path = source_path("queries/contract.sql"), *queries = source_path("queries");
    bool good = contract_load(contract_path, fixture.arena, &contract, &fixture.err) &&
                source_open_empty(&contract, fixture.arena, &empty, &fixture.err) &&
                listings_load(queries, empty, fixture.arena, &listings, &fixture.err);
    ck_assert_msg(good, "%s:%zu: %s", fixture.err.file, fixture.err.line, fixture.err.message);
    for (size_t i = 0; i < ARRAY_LENGTH(NAMES); i++) {
        char *path = source_path(arena_printf(fixture.arena, "templates/%s.yaml", NAMES[i]));
        good = template_load(path, &listings, fixture.arena, &fixture.template, &fixture.err);
        ck_assert_msg(good, "%s:%zu:%zu: %s (%s)", path, fixture.err.line, fixture.err.column,
                      fixture.err.message, fixture.err.hint);
        ck_assert_str_eq(fixture.template.name, NAMES[i]);
        free(path);
    }
    source_close(empty);
    free(contract_path);
    free(queries);
}
END_TEST

/* ---- How blocks look on pages ---- */

#define LOOK_TABLE(keys)                                                                           \
    BODY "  - table: {id: t, title: T, rows: agencies, columns: [code, score], " keys "}\n"

START_TEST(groups_headings_spanners_and_graphics_name_columns_of_the_table)
{
    static const char *const KEYS[] = {
        LOOK_TABLE("group: region"), LOOK_TABLE("headings: {region: R}"),
        LOOK_TABLE("spanners: [{text: S, columns: [score, region]}]"), LOOK_TABLE("bar: region"),
        LOOK_TABLE("trend: region")};
    assert_refused(KEYS[_i], "region", "the table 't' has no column 'region'", NULL);
}
END_TEST

START_TEST(a_graphic_is_of_numbers)
{
    assert_refused(LOOK_TABLE("bar: code"), "code}", "the column 'code' holds no numbers to draw",
                   NULL);
}
END_TEST

START_TEST(a_grouped_table_has_another_column)
{
    assert_refused(
        BODY "  - table: {id: t, title: T, rows: agencies, columns: region, group: region}\n",
        "region}", "the table 't' has no column beside the one that groups its rows", NULL);
}
END_TEST

START_TEST(an_annex_begins_with_a_heading_of_the_first_level)
{
    assert_refused(BODY "  - heading: {text: A, level: 2, annex: yes}\n", "yes}",
                   "an annex begins with a heading of level 1", NULL);
}
END_TEST

START_TEST(what_stands_side_by_side_neither_turns_nor_floats)
{
    assert_refused(BODY "  - columns:\n      left: [{text: A}]\n      right:\n"
                        "        - table: {id: t, title: T, rows: agencies, columns: code, "
                        "landscape: yes}\n",
                   "yes}", "'landscape' is for blocks that stand alone, not side by side", NULL);
}
END_TEST

START_TEST(blocks_side_by_side_are_checked_like_the_others)
{
    assert_refused(BODY "  - columns:\n      left: [{text: \"{{agency.code}}\"}]\n"
                        "      right: [{note: A}]\n",
                   "\"{{", "the fact 'agency.code' belongs to reports 'for-each: agency'", NULL);
    assert_refused(BODY AGENCY_TABLE "  - columns:\n      left: [{text: A}]\n      right:\n"
                                     "        - table: {id: t, title: B, rows: agencies, "
                                     "columns: code}\n",
                   "t, title: B", "another table has the id 't' already", NULL);
    assert_refused(BODY "  - columns:\n      left: [{heading: {text: A, level: 1}}]\n"
                        "      right: [{note: A}]\n",
                   "level", "unknown key 'level' in a heading block", "use text");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("template");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, an_unknown_block_is_refused_with_the_nearest);
    tcase_add_test(t, an_unknown_key_is_refused_with_the_nearest);
    tcase_add_test(t, an_unknown_kind_of_rows_is_refused);
    tcase_add_test(t, an_unknown_column_is_refused);
    tcase_add_test(t, a_column_that_these_rows_do_not_have_is_refused);
    tcase_add_test(t, an_agencys_column_does_not_stand_beside_groups);
    tcase_add_test(t, a_column_stands_once);
    tcase_add_test(t, an_unknown_control_is_refused);
    tcase_add_test(t, an_unknown_measure_is_refused);
    tcase_add_test(t, an_unknown_breakdown_is_refused);
    tcase_add_test(t, categories_need_a_measure_and_its_breakdown);
    tcase_add_test(t, an_unknown_fact_is_refused_wherever_it_stands);
    tcase_add_test(t, a_fact_of_an_unknown_definition_or_part_is_refused);
    tcase_add_test(t, a_fact_of_a_table_names_one_that_there_is_and_its_columns);
    tcase_add_test(t, an_unknown_format_is_refused);
    tcase_add_test(t, an_unclosed_fact_is_refused);
    tcase_add_test(t, facts_of_an_agency_need_a_report_for_each);
    tcase_add_test(t, findings_need_a_report_for_each);
    tcase_add_test(t, a_figure_draws_a_table_of_the_template);
    tcase_add_test(t, a_figure_names_columns_of_its_table);
    tcase_add_test(t, a_grid_shows_statuses_and_a_map_of_regions_no_bare_counts);
    tcase_add_test(t, a_bar_figure_shows_at_most_two_series);
    tcase_add_test(t, what_was_before_goes_with_one_series);
    tcase_add_test(t, two_tables_cannot_have_one_id);
    tcase_add_test(t, a_tile_shows_one_thing);
    tcase_add_test(t, a_table_is_sorted_by_one_of_its_columns);
    tcase_add_test(t, only_rows_that_add_up_have_a_total);
    tcase_add_test(t, states_choose_among_rows_that_have_them);
    tcase_add_test(t, columns_of_bodies_do_not_stand_beside_categories);
    tcase_add_test(t, only_the_listings_that_blocks_name_are_wanted);
    tcase_add_test(t, all_definitions_of_a_kind_are_wanted_where_none_is_named);
    tcase_add_test(t, facts_in_texts_want_their_listings);
    tcase_add_test(t, a_score_wants_every_control);
    tcase_add_test(t, outputs_are_both_unless_named);
    tcase_add_test(t, the_shipped_templates_load);
    tcase_add_loop_test(t, groups_headings_spanners_and_graphics_name_columns_of_the_table, 0, 5);
    tcase_add_test(t, a_graphic_is_of_numbers);
    tcase_add_test(t, a_grouped_table_has_another_column);
    tcase_add_test(t, an_annex_begins_with_a_heading_of_the_first_level);
    tcase_add_test(t, what_stands_side_by_side_neither_turns_nor_floats);
    tcase_add_test(t, blocks_side_by_side_are_checked_like_the_others);
    return t;
}
