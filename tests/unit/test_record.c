/* SPDX-License-Identifier: MIT */
#include "record_fixture.h"

#include "base/map.h"
#include "document/published.h"
#include "run/record.h"

#define HEAD                                                                                       \
    "body,period,kind,id,category,met,not_met,no_evidence,exempt,status,numerator,"                \
    "denominator,n,published,method\n"

/* What stands in the file of every agency, as EML-1 was not measured and TEM-2 has no items. */
#define BSM_NOW                                                                                    \
    "BSM,2026-Q3,control,EML-1,,0,0,0,0,not_measured,0,0,0,,1\n"                                   \
    "BSM,2026-Q3,control,TEM-2,,0,0,0,0,not_applicable,0,0,0,,1\n"
#define DEX_EML "DEX,2026-Q3,control,EML-1,,0,0,0,0,not_measured,0,0,0,,1\n"
#define DEX_NOW DEX_EML "DEX,2026-Q3,control,TEM-2,,0,0,0,0,not_applicable,0,0,0,,1\n"

static void assert_recorded(const struct published *published, const char *expected)
{
    struct text text = {0};
    record_results(&results, published, &text);
    ck_assert_str_eq(text_string(&text), expected);
    text_finish(&text);
}

START_TEST(controls_of_existing_bodies_stand_in_order_of_their_ids)
{
    assert_recorded(NULL, HEAD BSM_NOW DEX_NOW);
}
END_TEST

START_TEST(a_body_that_does_not_exist_has_no_rows)
{
    results.states[BSM * PERIODS + NOW].exists = false;
    assert_recorded(NULL, HEAD DEX_NOW);
}
END_TEST

START_TEST(tallies_stand_for_this_quarter_and_the_one_before)
{
    count_outcomes(DEX, NOW, (struct tally){.met = 4, .not_met = 1, .no_evidence = 2, .exempt = 3});
    count_outcomes(DEX, BEFORE, (struct tally){.exempt = 1});
    count_outcomes(DEX, BEFORE - 1, (struct tally){.met = 9});
    assert_recorded(NULL,
                    HEAD BSM_NOW "DEX,2026-Q2,control,TEM-2,,0,0,0,1,exempt,0,0,0,,1\n" DEX_EML
                                 "DEX,2026-Q3,control,TEM-2,,4,1,2,3,partly_met,4,7,7,,1\n");
}
END_TEST

START_TEST(groups_stand_behind_the_agencies_and_encouraged_ones_adopt)
{
    size_t mandated = results_group(&results, GROUP_MANDATED);
    size_t encouraged = results_group(&results, GROUP_ENCOURAGED);
    size_t local = results_group(&results, GROUP_CLASSES) + 1;
    count_outcomes(mandated, NOW, (struct tally){.met = 1, .not_met = 3});
    count_outcomes(encouraged, NOW, (struct tally){.met = 2});
    count_outcomes(local, NOW, (struct tally){.met = 1, .not_met = 1});
    assert_recorded(NULL, HEAD BSM_NOW DEX_NOW
                    "=mandated,2026-Q3,control,TEM-2,,1,3,0,0,not_met,1,4,4,,1\n"
                    "=encouraged,2026-Q3,control,TEM-2,,2,0,0,0,adopted,2,2,2,,1\n"
                    "=class:LGU,2026-Q3,control,TEM-2,,1,1,0,0,not_adopted,1,2,2,,1\n");
}
END_TEST

START_TEST(categories_of_a_measure_stand_behind_the_whole_by_name)
{
    count_messages(DEX, NOW, "inquiry", 2);
    count_messages(DEX, NOW, "complaint, \"late\"", 1);
    count_messages(DEX, NOW, NULL, 1);
    assert_recorded(NULL, HEAD BSM_NOW DEX_NOW
                    "DEX,2026-Q3,measure,feedback-received,,,,,,,4,1,4,,1\n"
                    "DEX,2026-Q3,measure,feedback-received,"
                    "\"kind=complaint, \"\"late\"\"\",,,,,,1,1,1,,1\n"
                    "DEX,2026-Q3,measure,feedback-received,kind=inquiry,,,,,,2,1,2,,1\n"
                    "DEX,2026-Q3,measure,feedback-received,kind=not recorded,,,,,,1,1,1,,1\n");
}
END_TEST

START_TEST(all_bodies_together_have_counts_but_no_rates)
{
    size_t all = results_group(&results, GROUP_ALL);
    struct contribution one = {1, 0};
    measurements_count(&results.measurements, (struct measurement_key){all, 0, NOW, 0, 0},
                       &FEEDBACK, one);
    measurements_count(&results.measurements, (struct measurement_key){all, 1, NOW, 0, 0}, &SHARE,
                       one);
    size_t mandated = results_group(&results, GROUP_MANDATED);
    measurements_count(&results.measurements, (struct measurement_key){mandated, 1, NOW, 0, 0},
                       &SHARE, one);
    assert_recorded(NULL,
                    HEAD BSM_NOW DEX_NOW "=mandated,2026-Q3,measure,on-time,,,,,,,1,1,1,,1\n"
                                         "=all,2026-Q3,measure,feedback-received,,,,,,,1,1,1,,1\n");
}
END_TEST

START_TEST(scores_of_all_quarters_stand_beside_what_was_published)
{
    struct published_value value = {.numerator = 910000};
    struct published published = {.values = &value, .count = 1, .index = map_new()};
    map_add(published.index, "DEX|2026-Q1|score|score|", 0);
    results.scores[DEX * PERIODS + NOW] =
        (struct score){.has_score = true, .millionths = 960000, .band = 0};
    results.scores[DEX * PERIODS + BEFORE - 1] =
        (struct score){.has_score = true, .millionths = 900000, .band = SIZE_MAX};
    assert_recorded(&published,
                    HEAD BSM_NOW "DEX,2026-Q1,score,score,,,,,,,900000,1000000,,910000,1\n" DEX_NOW
                                 "DEX,2026-Q3,score,score,,,,,,High,960000,1000000,,,1\n"
                                 /* Twice the median, of 2: the only mandated body's own. */
                                 "=mandated,2026-Q1,score,score,,,,,,,1800000,2000000,,,1\n"
                                 "=mandated,2026-Q3,score,score,,,,,,,1920000,2000000,,,1\n");
    map_free(published.index);
}
END_TEST

START_TEST(a_code_that_looks_like_a_formula_gets_an_apostrophe)
{
    struct agency odd[] = {{.code = "=1+1", .class_code = "NGA"}};
    struct reference other = {.agencies = odd, .agency_count = 1};
    results.reference = &other;
    assert_recorded(NULL, HEAD "'=1+1,2026-Q3,control,EML-1,,0,0,0,0,not_measured,0,0,0,,1\n"
                               "'=1+1,2026-Q3,control,TEM-2,,0,0,0,0,not_applicable,0,0,0,,1\n");
}
END_TEST

START_TEST(findings_stand_by_reference_with_the_day_on_which_they_were_first_told)
{
    struct error err = {0};
    struct text text = {0};
    struct told told = {.references = map_new(), .days = (int32_t[]){0}};
    ck_assert(date_parse("2026-10-20", 10, &told.today));
    ck_assert(date_parse("2026-07-15", 10, &told.days[0]));
    map_add(told.references, "TEM-2/DEX/dex", 0);
    add_finding(DEX, TEM_2, "dex");
    add_finding(DEX, EML_1, "dex, \"x\"");
    add_finding(DEX, EML_1, "dex, \"x\"");
    add_finding(BSM, TEM_2, "bsm");
    ck_assert(findings_seal(results.findings, &err));
    ck_assert_msg(record_findings(&results, &told, &text, &err), "%s", err.message);
    /* TEM-2 allows ten days; EML-1 sets no time. */
    ck_assert_str_eq(text_string(&text), "reference,first_told_on,due_on\n"
                                         "\"EML-1/DEX/dex, \"\"x\"\"\",2026-10-20,\n"

                                         "TEM-2/DEX/dex,2026-07-15,2026-07-25\n");
    text_finish(&text);
    map_free(told.references);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("record");
    tcase_add_checked_fixture(t, results_setup, results_teardown);
    tcase_add_test(t, controls_of_existing_bodies_stand_in_order_of_their_ids);
    tcase_add_test(t, a_body_that_does_not_exist_has_no_rows);
    tcase_add_test(t, tallies_stand_for_this_quarter_and_the_one_before);
    tcase_add_test(t, groups_stand_behind_the_agencies_and_encouraged_ones_adopt);
    tcase_add_test(t, categories_of_a_measure_stand_behind_the_whole_by_name);
    tcase_add_test(t, all_bodies_together_have_counts_but_no_rates);
    tcase_add_test(t, scores_of_all_quarters_stand_beside_what_was_published);
    tcase_add_test(t, a_code_that_looks_like_a_formula_gets_an_apostrophe);
    tcase_add_test(t, findings_stand_by_reference_with_the_day_on_which_they_were_first_told);
    return t;
}
