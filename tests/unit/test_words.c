/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "document/words.h"

#include <ctype.h>

static const char *headline(size_t body)
{
    fixture.build.body = body;
    return words_headline(&fixture.build);
}

START_TEST(a_judged_agency_reads_its_score_its_change_and_its_band)
{
    ck_assert_str_eq(headline(ALF),
                     "Score 92.5 of 100, up 2.1 points on Q2 2026 (90.4): band Sound.");
}
END_TEST

START_TEST(a_change_is_that_of_the_printed_figures)
{
    /* 61.25 prints 61.3; 70.0 - 61.3 = 8.7, while 70.0 - 61.25 would print 8.8 */
    ck_assert_str_eq(headline(BAD),
                     "Score 61.3 of 100, down 8.7 points on Q2 2026 (70.0): band Low.");
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
                     "Bar chart. Scores. Score: highest 92.5 (ALF), lowest 61.3 (BAD). "
                     "Score the quarter before: highest 90.4 (ALF), lowest 70.0 (BAD). "
                     "Data: Table 1.");
}
END_TEST

START_TEST(a_line_tells_its_latest_value_that_is_known)
{
    /* FRE and MUT have none. */
    ck_assert_str_eq(build_figure("kind: line, values: score")->alt,
                     "Line chart. Scores. Score: latest 61.3 (BAD), highest 92.5 (ALF), "
                     "lowest 61.3 (BAD). Data: Table 1.");
}
END_TEST

START_TEST(rows_that_are_not_drawn_are_not_told)
{
    ck_assert_str_eq(build_figure("kind: column, values: score, limit: 1")->alt,
                     "Column chart. Scores. Score: highest 92.5 (ALF), lowest 92.5 (ALF). "
                     "Data: Table 1.");
}
END_TEST

START_TEST(a_target_is_told_and_its_facts_are_filled_in)
{
    const char *alt =
        build_figure(
            "kind: bar, values: score, target: 90, target-label: \"Target of {{period.short}}\"")
            ->alt;
    ck_assert_ptr_nonnull(strstr(alt, "lowest 61.3 (BAD). Target of Q3 2026. Data"));
}
END_TEST

START_TEST(a_series_without_values_says_so)
{
    for (size_t a = 0; a < AGENCIES; a++)
        fixture.results.scores[a * PERIODS + NOW].band_uncapped = SIZE_MAX;
    ck_assert_str_eq(build_figure("kind: bar, values: score")->alt,
                     "Bar chart. Scores. Score: no data. Data: Table 1.");
}
END_TEST

START_TEST(the_template_can_give_the_alternative_text)
{
    ck_assert_str_eq(
        build_figure("kind: bar, values: score, alt: \"Bars of {{period.short}}\"")->alt,
        "Bars of Q3 2026");
}
END_TEST

/** Whether some cell of the table prints exactly these characters. */
static bool is_printed(const struct table *table, const char *number, size_t length)
{
    bool found = false;
    for (size_t i = 0; !found && i < table->row_count * table->column_count; i++) {
        struct text text = {0};
        cell_print(&table->cells[i], &table->columns[i % table->column_count], &text);
        found = text.length == length && memcmp(text_string(&text), number, length) == 0;
        text_finish(&text);
    }
    return found;
}

/** How many numbers the text holds; each must be a cell's. */
static size_t count_derived(const struct table *table, const char *at)
{
    size_t count = 0;
    while (*at) {
        size_t length = strspn(at, "0123456789.,%");
        if (length && isdigit((unsigned char)*at)) {
            ck_assert_msg(is_printed(table, at, length), "%.*s is no cell's", (int)length, at);
            count++;
        }
        at += length ? length : 1;
    }
    return count;
}

START_TEST(every_number_of_an_alternative_text_is_a_cells)
{
    const struct figure *figure = build_figure("kind: line, values: [score, score-before]");
    const char *end = strstr(figure->alt, " Data: Table 1.");
    const char *told = arena_bytes(fixture.arena, figure->alt, (size_t)(end - figure->alt));
    ck_assert_uint_eq(count_derived(figure->table, told), 6);
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
    tcase_add_test(t, bodies_that_are_not_judged_have_no_score_in_their_headline);
    tcase_add_test(t, encouraged_bodies_adopt);
    tcase_add_test(t, an_alternative_text_tells_highest_and_lowest_of_each_series);
    tcase_add_test(t, a_line_tells_its_latest_value_that_is_known);
    tcase_add_test(t, rows_that_are_not_drawn_are_not_told);
    tcase_add_test(t, a_target_is_told_and_its_facts_are_filled_in);
    tcase_add_test(t, a_series_without_values_says_so);
    tcase_add_test(t, the_template_can_give_the_alternative_text);
    tcase_add_test(t, every_number_of_an_alternative_text_is_a_cells);
    return t;
}
