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

#define FINDINGS "reference,first_told_on,due_on,state,since\n"

static void assert_findings(const struct told *told, const char *expected)
{
    struct error err = {0};
    struct text text = {0};
    ck_assert(findings_seal(results.findings, &err));
    ck_assert_msg(record_findings(&results, told, &text, &err), "%s", err.message);
    ck_assert_str_eq(text_string(&text), expected);
    text_finish(&text);
}

/** What earlier editions told, as findings.csv holds it; this one's day is 20 October 2026. */
static struct told remembered(struct telling *items, size_t count)
{
    struct told told = {.references = map_new(), .items = items, .count = count};
    ck_assert(date_parse("2026-10-20", 10, &told.today));
    for (size_t i = 0; i < count; i++) {
        ck_assert(date_parse("2026-07-15", 10, &items[i].told_on));
        ck_assert(map_add(told.references, items[i].reference, i));
    }
    return told;
}

/* TEM-2 allows ten days; EML-1 sets no time. Encouraged bodies are told without a clock. */
START_TEST(findings_stand_by_reference_with_the_day_on_which_they_were_first_told)
{
    struct telling items[] = {{.reference = "TEM-2/DEX/dex", .since = SINCE_UNKNOWN}};
    struct told told = remembered(items, 1);
    add_finding(DEX, TEM_2, "dex");
    add_finding(DEX, EML_1, "dex, \"x\"");
    add_finding(BSM, TEM_2, "bsm");
    assert_findings(&told, FINDINGS "\"EML-1/DEX/dex, \"\"x\"\"\",2026-10-20,,open,2026-Q3\n"
                                    "TEM-2/DEX/dex,2026-07-15,2026-07-25,reopened,2026-Q3\n");
    map_free(told.references);
}
END_TEST

/* Both quarters have "long" and "short": one was told as open since 2025-Q1, the other not at all.
 */
START_TEST(findings_keep_the_quarter_since_which_they_are_open)
{
    struct telling items[] = {{.reference = "TEM-2/DEX/long", .since = results.period - 6}};
    struct told told = remembered(items, 1);
    const char *stayed[] = {"long", "short"};
    for (size_t i = 0; i < 2; i++) {
        add_finding(DEX, TEM_2, stayed[i]);
        results.period--;
        add_finding(DEX, TEM_2, stayed[i]);
        results.period++;
    }
    assert_findings(&told, FINDINGS "TEM-2/DEX/long,2026-07-15,2026-07-25,open,2025-Q1\n"
                                    "TEM-2/DEX/short,2026-10-20,2026-10-30,open,2026-Q2\n");
    map_free(told.references);
}
END_TEST

/* Reported is 2026-Q3: what is cleared since 2024-Q4 has been so for eight quarters. EML-1 is not
 * measured in this run, so nothing is known of its findings. */
START_TEST(cleared_findings_are_remembered_for_eight_quarters)
{
    int32_t now = results.period;
    struct telling items[] = {
        {.reference = "EML-1/DEX/a", .has_due = true, .due_on = results.as_of, .since = now - 2},
        {.reference = "EML-1/DEX/b", .since = SINCE_UNKNOWN},
        {.reference = "TEM-2/DEX/a", .has_due = true, .due_on = results.as_of, .since = now - 1},
        {.reference = "TEM-2/DEX/b", .since = SINCE_UNKNOWN},
        {.reference = "TEM-2/DEX/c", .state = TELLING_CLEARED, .since = now - 7},
        {.reference = "TEM-2/DEX/d", .state = TELLING_CLEARED, .since = now - 8},
        {.reference = "TEM-2/GONE/a", .state = TELLING_REOPENED, .since = now - 1}};
    struct told told = remembered(items, 7);
    assert_findings(&told, FINDINGS "EML-1/DEX/a,2026-07-15,2026-09-30,open,2026-Q1\n"
                                    "EML-1/DEX/b,2026-07-15,,,\n"
                                    "TEM-2/DEX/a,2026-07-15,,cleared,2026-Q3\n"
                                    "TEM-2/DEX/b,2026-07-15,,cleared,2026-Q3\n"
                                    "TEM-2/DEX/c,2026-07-15,,cleared,2024-Q4\n"
                                    "TEM-2/GONE/a,2026-07-15,,cleared,2026-Q3\n");
    map_free(told.references);
}
END_TEST

START_TEST(acts_are_remembered_for_their_quarter_alone)
{
    struct control act = TEM;
    act.judged = JUDGED_IN_PERIOD;
    const struct control *list[] = {&act, &EML};
    results.controls = list;
    struct telling items[] = {{.reference = "TEM-2/DEX/a", .since = results.period - 1}};
    struct told told = remembered(items, 1);
    assert_findings(&told, FINDINGS);
    /* The same again under its name is another act, with a time of its own. */
    add_finding(DEX, TEM_2, "a");
    assert_findings(&told, FINDINGS "TEM-2/DEX/a,2026-10-20,2026-10-30,open,2026-Q3\n");
    map_free(told.references);
}
END_TEST

/* Silence mends nothing: the agency would get its time anew with the next return. */
START_TEST(what_was_told_to_an_agency_that_is_silent_now_stays)
{
    struct telling items[] = {{.reference = "TEM-2/DEX/a",
                               .has_due = true,
                               .due_on = results.as_of,
                               .since = results.period - 1}};
    struct told told = remembered(items, 1);
    results.states[DEX * PERIODS + NOW].reported = false;
    add_finding(DEX, TEM_2, "a");
    assert_findings(&told, FINDINGS "TEM-2/DEX/a,2026-07-15,2026-09-30,open,2026-Q2\n");
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
    tcase_add_test(t, findings_keep_the_quarter_since_which_they_are_open);
    tcase_add_test(t, cleared_findings_are_remembered_for_eight_quarters);
    tcase_add_test(t, acts_are_remembered_for_their_quarter_alone);
    tcase_add_test(t, what_was_told_to_an_agency_that_is_silent_now_stays);
    return t;
}
