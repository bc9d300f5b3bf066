/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "document/words.h"

static const char *headline(size_t body)
{
    fixture.build.body = body;
    return words_headline(&fixture.build);
}

START_TEST(a_judged_agency_reads_its_score_its_change_and_its_band)
{
    ck_assert_str_eq(headline(ALF),
                     "Score 92.5 of 100, up 2.1 points on Q2 2026 (90.4): band Sound. "
                     "High begins at 95.");
}
END_TEST

START_TEST(a_change_is_that_of_the_printed_figures)
{
    /* 61.25 prints 61.3; 70.0 - 61.3 = 8.7, while 70.0 - 61.25 would print 8.8 */
    ck_assert_str_eq(headline(BAD),
                     "Score 61.3 of 100, down 8.7 points on Q2 2026 (70.0): band Low. "
                     "Developing begins at 75.");
    /* 92.46 and 92.54 both print 92.5 */
    fixture_score(ALF, BEFORE, 924600, 1);
    fixture_score(ALF, NOW, 925400, 1);
    fixture.build.body = ALF;
    ck_assert_str_eq(words_score_change(&fixture.build), "unchanged from Q2 2026 (92.5)");
}
END_TEST

START_TEST(without_a_score_before_there_is_no_comparison)
{
    fixture.results.scores[ALF * PERIODS + BEFORE].band_uncapped = SIZE_MAX;
    fixture.build.body = ALF;
    ck_assert_str_eq(words_score_change(&fixture.build), "no comparable score the quarter before");
}
END_TEST

START_TEST(government_changes_with_the_median_of_mandated_bodies)
{
    fixture.build.body = SIZE_MAX;
    ck_assert_str_eq(words_score_change(&fixture.build), "down 3.3 points on Q2 2026 (80.2)");
}
END_TEST

START_TEST(a_cap_is_told_with_its_reason_and_the_band_without_it)
{
    struct score *score = &fixture.results.scores[ALF * PERIODS + NOW];
    score->capped = true;
    score->band = 2;
    fixture.results.overdue_critical[ALF] = 1;
    ck_assert_str_eq(headline(ALF),
                     "Score 92.5 of 100, up 2.1 points on Q2 2026 (90.4): band Developing, "
                     "held there by 1 critical finding past the due date "
                     "(without the cap: Sound).");
    fixture.results.overdue_critical[ALF] = 2;
    ck_assert_ptr_nonnull(strstr(headline(ALF), "by 2 critical findings past the due date"));
}
END_TEST

START_TEST(what_fell_most_and_what_is_due_first_is_next)
{
    struct open_finding *items = arena_array(fixture.arena, 3, sizeof *items);
    items[0] = (struct open_finding){
        .finding = {.control = EML_1}, .has_due = true, .due_on = fixture_day("2026-11-05")};
    items[1] = (struct open_finding){.finding = {.control = EML_1},
                                     .has_due = true,
                                     .contested = true,
                                     .due_on = fixture_day("2026-10-01")};
    items[2] = (struct open_finding){.finding = {.control = SEC_1}};
    fixture.build.open = (struct open_findings){items, 3};
    fixture.build.body = ALF;
    ck_assert_str_eq(words_next(&fixture.build), "Next due: EML-1, by 5 November 2026.");
    items[2].has_due = items[2].overdue = true;
    items[2].due_on = fixture_day("2026-08-01");
    fixture.build.body = BAD;
    ck_assert_str_eq(words_next(&fixture.build),
                     "Largest fall: Accounts, down 8.7 points (70.0 to 61.3). "
                     "Overdue since 1 August 2026: SEC-1.");
    fixture.build.open.count = 0;
    fixture.build.body = ALF;
    ck_assert_str_eq(words_next(&fixture.build), "No section fell, and nothing is due.");
}
END_TEST

START_TEST(the_highest_band_has_nothing_above_it)
{
    fixture_score(ALF, NOW, 960000, 0);
    ck_assert_str_eq(headline(ALF),
                     "Score 96.0 of 100, up 5.6 points on Q2 2026 (90.4): band High.");
}
END_TEST

START_TEST(bodies_that_are_not_judged_have_no_score_in_their_headline)
{
    ck_assert_str_eq(headline(FRE), "New: in its grace period, not judged yet.");
    ck_assert_str_eq(headline(MUT),
                     "It did not report for the quarter: it is listed and not judged.");
    ck_assert_str_eq(headline(ODD), "Its class is not known: it is listed and not judged.");
    fixture.results.scores[ALF * PERIODS + NOW].band = SIZE_MAX;
    ck_assert_str_eq(headline(ALF), "Too little could be judged for a band.");
}
END_TEST

START_TEST(encouraged_bodies_adopt)
{
    ck_assert_str_eq(headline(CIT), "0 of 1 practices of the Order are adopted.");
    fixture_tally(CIT, SEC_1, NOW, (struct tally){.met = 3});
    ck_assert_str_eq(headline(CIT), "1 of 2 practices of the Order are adopted.");
}
END_TEST

#define TABLE "  - table: {id: t, title: T, rows: agencies, columns: [code, score, score-before]}\n"

static const struct figure *build_figure(const char *keys)
{
    const char *content = arena_printf(
        fixture.arena,
        HEAD "body:\n" TABLE "  - figure: {id: f, table: t, label: code, title: Scores, %s}\n",
        keys);
    return fixture_document(SIZE_MAX, content)->figures[0];
}

START_TEST(an_alternative_text_tells_highest_and_lowest_of_each_series)
{
    ck_assert_str_eq(build_figure("kind: bar, values: [score, score-before]")->alt,
                     "Bar chart: Scores. Score (2 values): highest ALF 92.5; lowest BAD 61.3. "
                     "No value for 2 of 4. Score the quarter before (2 values): highest ALF 90.4; "
                     "lowest BAD 70.0. Data: Table 1.");
}
END_TEST

START_TEST(rows_that_are_not_drawn_are_not_told)
{
    ck_assert_str_eq(build_figure("kind: column, values: score, limit: 1")->alt,
                     "Column chart: Scores. Score: 92.5 for ALF. Data: Table 1.");
}
END_TEST

START_TEST(a_target_is_told_with_how_many_reach_it)
{
    const char *alt =
        build_figure("kind: bar, values: score, target: 90, target-label: \"The target\"")->alt;
    ck_assert_ptr_nonnull(strstr(alt, "lowest BAD 61.3. At or above the target 90: 1 of 2. "));
}
END_TEST

START_TEST(a_series_without_values_says_so)
{
    for (size_t a = 0; a < AGENCIES; a++)
        fixture.results.scores[a * PERIODS + NOW].band_uncapped = SIZE_MAX;
    ck_assert_str_eq(build_figure("kind: bar, values: score")->alt,
                     "Bar chart: Scores. Score: no data. Data: Table 1.");
}
END_TEST

START_TEST(the_template_can_give_the_alternative_text)
{
    ck_assert_str_eq(
        build_figure("kind: bar, values: score, alt: \"Bars of {{period.short}}\"")->alt,
        "Bars of Q3 2026");
}
END_TEST

START_TEST(a_title_can_be_made_from_the_data)
{
    const char *content =
        HEAD_AGENCY "body:\n"
                    "  - table: {id: t, title: T, rows: periods, columns: [period, score]}\n"
                    "  - figure: {id: f, table: t, kind: line, label: period, values: score,"
                    " title: auto, says: \"Score of {{agency.code}}\", target: 95, in-words: yes,"
                    " note: Look.}\n";
    const struct figure *figure = fixture_document(ALF, content)->figures[0];
    ck_assert_str_eq(figure->title, "Score of ALF rose to 92.5 in Q3 2026, below target of 95");
    ck_assert_str_eq(figure->note, "Score rose from 90.4 in Q2 2026 to 92.5 in Q3 2026. "
                                   "It rose since Q2 2026 (90.4). "
                                   "Highest 92.5 in Q3 2026, lowest 90.4 in Q2 2026. "
                                   "Target 95 met in 0 of 2 quarters. No value for 6 of 8. Look.");
}
END_TEST

START_TEST(a_title_made_from_the_data_must_know_what_it_is_about)
{
    char *path = fixture_write(
        "given.yaml",
        HEAD "body:\n" TABLE "  - figure: {id: f, table: t, kind: bar, label: code, values: score,"
             " title: auto}\n");
    ck_assert(!template_load(path, &LISTING_LIST, fixture.arena, &fixture.template, &fixture.err));
    ck_assert_str_eq(fixture.err.message,
                     "a title made from the data needs 'says': what it is about");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("words");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, a_judged_agency_reads_its_score_its_change_and_its_band);
    tcase_add_test(t, a_change_is_that_of_the_printed_figures);
    tcase_add_test(t, without_a_score_before_there_is_no_comparison);
    tcase_add_test(t, government_changes_with_the_median_of_mandated_bodies);
    tcase_add_test(t, a_cap_is_told_with_its_reason_and_the_band_without_it);
    tcase_add_test(t, what_fell_most_and_what_is_due_first_is_next);
    tcase_add_test(t, the_highest_band_has_nothing_above_it);
    tcase_add_test(t, bodies_that_are_not_judged_have_no_score_in_their_headline);
    tcase_add_test(t, encouraged_bodies_adopt);
    tcase_add_test(t, an_alternative_text_tells_highest_and_lowest_of_each_series);
    tcase_add_test(t, rows_that_are_not_drawn_are_not_told);
    tcase_add_test(t, a_target_is_told_with_how_many_reach_it);
    tcase_add_test(t, a_series_without_values_says_so);
    tcase_add_test(t, the_template_can_give_the_alternative_text);
    tcase_add_test(t, a_title_can_be_made_from_the_data);
    tcase_add_test(t, a_title_made_from_the_data_must_know_what_it_is_about);
    return t;
}
