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
    assert_filled(SIZE_MAX, "{{measure.on-time.value}}", "75%");
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
    return t;
}
