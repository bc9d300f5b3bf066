/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "document/fact.h"

static void assert_filled(size_t body, const char *text, const char *expected)
{
    struct document *document =
        fixture_document(body, body == SIZE_MAX ? HEAD "body:\n  - contents:\n"
                                                : HEAD_AGENCY "body:\n  - contents:\n");
    ck_assert_ptr_nonnull(document);
    ck_assert_str_eq(fact_fill(&fixture.build, text), expected);
}

START_TEST(texts_without_facts_stay)
{
    assert_filled(SIZE_MAX, "No fact { here } at 100%", "No fact { here } at 100%");
    ck_assert_ptr_null(fact_fill(&fixture.build, NULL));
}
END_TEST

START_TEST(facts_of_the_quarter_and_the_edition_are_filled_in)
{
    assert_filled(SIZE_MAX, "{{period.name}}, {{period.short}} after {{period.before}}",
                  "2026-Q3, Q3 2026 after Q2 2026");
    assert_filled(SIZE_MAX, "{{period.year-before}}: {{edition.name}} as of {{edition.as-of}}.",
                  "Q3 2025: draft 1 as of 30 September 2026.");
    assert_filled(SIZE_MAX, "{{report.title}} by {{edition.issuer}}", "Report by The Department");
}
END_TEST

START_TEST(a_missing_value_prints_its_mark)
{
    assert_filled(SIZE_MAX, "until {{edition.comment-by}}", "until [x]");
    assert_filled(CIT, "{{score.value}}", "[z]");
}
END_TEST

START_TEST(a_format_lowers_the_first_letter)
{
    assert_filled(SIZE_MAX, "{{period.title|lower}}", "quarter 3 2026, July to September");
}
END_TEST

START_TEST(facts_of_government_count_bodies_by_mandate)
{
    assert_filled(SIZE_MAX,
                  "{{bodies.mandated}} {{bodies.encouraged}} {{bodies.unknown}} {{bodies.all}}",
                  "4 1 1 6");
    /* MUT is silent, FRE new; the response is 3 of 4 and takes in new bodies. */
    assert_filled(SIZE_MAX, "{{reporting.mandated}} {{not-reporting.mandated}} {{new.mandated}}",
                  "3 1 1");
    assert_filled(SIZE_MAX, "{{reporting.rate}} {{reporting.all}}", "3 of 4 5");
}
END_TEST

START_TEST(the_median_score_is_that_of_judged_mandated_bodies)
{
    /* (92.5 + 61.25) / 2 = 76.875; a quarter before (90.4 + 70.0) / 2 = 80.2; 76.9 - 80.2 = -3.3 */
    assert_filled(SIZE_MAX, "{{score.median}}, {{score.change}}",
                  "76.9, down 3.3 points on Q2 2026 (80.2)");
    assert_filled(SIZE_MAX, "{{overdue.count}} {{capped.count}}", "1 0");
}
END_TEST

START_TEST(facts_of_an_agency_are_its_own)
{
    assert_filled(BAD, "{{agency.code}} {{agency.name}} {{agency.region}} {{agency.class}}",
                  "BAD Bad Bureau III National agencies");
    assert_filled(BAD, "{{score.value}} {{score.band}} {{score.judged}}", "61.3 Low 90");
    assert_filled(ODD, "{{agency.class}}", "class not known");
    assert_filled(BAD,
                  "{{findings.open}} {{findings.overdue}} {{findings.new}} {{findings.cleared}}",
                  "3 1 1 0");
}
END_TEST

START_TEST(what_the_database_holds_is_never_expanded)
{
    assert_filled(ODD, "{{agency.name}} in {{period.short}}",
                  "Odd {{period.short}} Body in Q3 2026");
}
END_TEST

START_TEST(facts_of_controls_are_the_bodys_or_the_mandated_bodies)
{
    /* 12 of 12 and 3 of 12 */
    assert_filled(SIZE_MAX, "{{control.EML-1.rate}} {{control.EML-1.met}} {{control.EML-1.items}}",
                  "63% 15 24");
    assert_filled(BAD, "{{control.SEC-1.title}} {{control.SEC-1.rate}} {{control.SEC-1.target}}",
                  "Second factor 0 of 3 100%");
    assert_filled(ALF, "{{control.EML-1.rate-before}}", "83%");
    assert_filled(SIZE_MAX, "{{control.TEM-2.rate}}", "[x]");
}
END_TEST

START_TEST(volumes_are_told_of_all_bodies_and_rates_of_the_mandated)
{
    assert_filled(SIZE_MAX, "{{measure.received.value}} {{measure.received.unit}}", "11 messages");
    assert_filled(SIZE_MAX, "{{measure.on-time.value}}", "75% [u]");
    assert_filled(SIZE_MAX, "{{measure.received.value-before}} {{measure.on-time.n}}", "0 12");
}
END_TEST

START_TEST(a_share_below_ten_rows_is_told_in_counts)
{
    assert_filled(ALF, "{{measure.on-time.value}}", "6 of 8");
    /* seconds 3600, 9000, 72000: the median is 2.5 hours */
    assert_filled(ALF, "{{measure.response.value}} {{measure.response.unit}}", "2.5 hours");
}
END_TEST

START_TEST(a_measure_changes_in_words_by_its_interval)
{
    const struct contribution yes = {1, 1}, no = {0, 1};
    assert_filled(ALF, "{{measure.received.change}}", "rose sharply from 4 to 8");
    assert_filled(ALF, "{{measure.on-time.change}}",
                  "cannot be compared: not applicable, then 6 of 8");
    /* 3 of 8 to 6 of 8: the interval of the difference begins at -.09 */
    fixture_measure(ALF, ON_TIME, BEFORE, yes, 3);
    fixture_measure(ALF, ON_TIME, BEFORE, no, 5);
    assert_filled(ALF, "{{measure.on-time.change}}", "had no clear change: 3 of 8, then 6 of 8");
}
END_TEST

START_TEST(a_control_changes_in_items)
{
    assert_filled(BAD, "{{control.EML-1.change}}", "1 newly not met, 1 still open");
    assert_filled(ALF, "{{control.EML-1.change}}", "no item newly met or not met, none open");
    fixture.results.changes[ALF * CONTROLS + EML_1] = (struct change){
        .cleared = 3, .met = 2, .left = 1, .appeared = 4, .reopened = 1, .stayed = 0};
    assert_filled(ALF, "{{control.EML-1.change}}",
                  "2 newly met, 4 newly not met, 1 of them reopened, 1 no longer judged");
    fixture.results.changes[ALF * CONTROLS + APR_3] = (struct change){.appeared = 2};
    assert_filled(ALF, "{{control.APR-3.change}}", "2 found in the quarter");
}
END_TEST

START_TEST(the_best_and_the_worst_are_named)
{
    assert_filled(ALF, "{{section.weakest}}; {{section.strongest}}",
                  "Accounts (92.5); Security (100.0)");
    assert_filled(BAD, "{{section.worsened}}; {{section.improved}}",
                  "Accounts, down 8.7 points (70.0 to 61.3); none");
    assert_filled(BAD, "{{control.weakest}}; {{control.strongest}}",
                  "Second factor (0 of 3); Official address (25%)");
    /* SEC-1 has 5 items of all bodies: too few for a rate */
    assert_filled(SIZE_MAX, "{{control.weakest}}", "Official address (63%)");
}
END_TEST

START_TEST(the_score_over_the_quarters_is_a_sentence)
{
    assert_filled(ALF, "{{score.trend}}", "The score rose from 90.4 in Q2 2026 to 92.5 in Q3 2026");
    assert_filled(FRE, "{{score.trend}}", "The score: no data");
    assert_filled(SIZE_MAX, "{{score.trend}}",
                  "The median score fell from 80.2 in Q2 2026 to 76.9 in Q3 2026");
}
END_TEST

START_TEST(bodies_that_rose_or_fell_a_band_are_counted)
{
    fixture_score(ALF, BEFORE, 780000, 2); /* Developing, now Sound */
    assert_filled(SIZE_MAX, "{{bands.rose}} {{bands.fell}} {{bands.same}}", "1 0 1");
    fixture_score(BAD, BEFORE, 780000, 2); /* Developing, now Low */
    assert_filled(SIZE_MAX, "{{bands.rose}} {{bands.fell}} {{bands.same}}", "1 1 0");
}
END_TEST

/* Received of all bodies: inquiry 7, complaint 3 of 10; of the quarters only the last two have any.
 */
START_TEST(cells_of_the_documents_tables_are_told)
{
    fixture_document(
        SIZE_MAX,
        HEAD "body:\n"
             "  - table: {id: kinds, title: T, rows: categories, measure: received, by: kind,\n"
             "      total: yes, columns: [category, value, share]}\n"
             "  - table: {id: scores, title: T, rows: agencies, columns: [code, score]}\n"
             "  - text: \"{{most.kinds.value.category}} {{most.kinds.value.share}}, "
             "{{least.kinds.value.category}} {{at.kinds.value.complaint}}, "
             "{{at.kinds.value.All}} in all, {{at.kinds.value.praise}}\"\n"
             "  - text: \"{{least.scores.score.code}} {{least.scores.score.score}}\"\n");
    const struct document *document = fixture.build.document;
    ck_assert_str_eq(document->blocks[document->block_count - 2].text,
                     "inquiry 70%, complaint 3, 10 in all, [x]");
    ck_assert_str_eq(document->blocks[document->block_count - 1].text, "BAD 61.3");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("fact");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, texts_without_facts_stay);
    tcase_add_test(t, facts_of_the_quarter_and_the_edition_are_filled_in);
    tcase_add_test(t, a_missing_value_prints_its_mark);
    tcase_add_test(t, a_format_lowers_the_first_letter);
    tcase_add_test(t, facts_of_government_count_bodies_by_mandate);
    tcase_add_test(t, the_median_score_is_that_of_judged_mandated_bodies);
    tcase_add_test(t, facts_of_an_agency_are_its_own);
    tcase_add_test(t, what_the_database_holds_is_never_expanded);
    tcase_add_test(t, facts_of_controls_are_the_bodys_or_the_mandated_bodies);
    tcase_add_test(t, volumes_are_told_of_all_bodies_and_rates_of_the_mandated);
    tcase_add_test(t, a_share_below_ten_rows_is_told_in_counts);
    tcase_add_test(t, a_measure_changes_in_words_by_its_interval);
    tcase_add_test(t, a_control_changes_in_items);
    tcase_add_test(t, the_best_and_the_worst_are_named);
    tcase_add_test(t, the_score_over_the_quarters_is_a_sentence);
    tcase_add_test(t, bodies_that_rose_or_fell_a_band_are_counted);
    tcase_add_test(t, cells_of_the_documents_tables_are_told);
    return t;
}
