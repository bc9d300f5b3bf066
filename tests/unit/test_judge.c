/* SPDX-License-Identifier: MIT */
#include "judged_fixture.h"

static void judge(void)
{
    judge_states(&results);
    judge_groups(&results);
    judge_scores(&results);
}

static const struct score *scored(size_t agency)
{
    judge();
    return results_score(&results, agency, NOW);
}

static enum status status_of(struct tally tally, int64_t target)
{
    return judge_tally(&tally, target, 50);
}

START_TEST(thresholds_are_compared_exactly)
{
    ck_assert_int_eq(status_of((struct tally){94999, 5001, 0, 0}, 95), STATUS_PARTLY);
    ck_assert_int_eq(status_of((struct tally){95000, 5000, 0, 0}, 95), STATUS_MET);
    ck_assert_int_eq(status_of((struct tally){1, 1, 0, 0}, 100), STATUS_PARTLY);
    ck_assert_int_eq(status_of((struct tally){499, 501, 0, 0}, 100), STATUS_NOT_MET);
    ck_assert_int_eq(status_of((struct tally){4, 1, 0, 0}, 80), STATUS_MET);
    ck_assert_int_eq(status_of((struct tally){4000000000U, 1, 0, 0}, 100), STATUS_PARTLY);
}
END_TEST

START_TEST(it_is_no_evidence_only_where_evidence_alone_is_missing)
{
    ck_assert_int_eq(status_of((struct tally){4, 0, 1, 0}, 100), STATUS_NO_EVIDENCE);
    ck_assert_int_eq(status_of((struct tally){0, 0, 3, 0}, 100), STATUS_NO_EVIDENCE);
    ck_assert_int_eq(status_of((struct tally){3, 1, 1, 0}, 100), STATUS_PARTLY);
    ck_assert_int_eq(status_of((struct tally){1, 1, 8, 0}, 100), STATUS_NOT_MET);
    ck_assert_int_eq(status_of((struct tally){3, 1, 1, 0}, 80), STATUS_NO_EVIDENCE);
    ck_assert_int_eq(status_of((struct tally){3, 1, 1, 0}, 81), STATUS_PARTLY);
}
END_TEST

START_TEST(without_items_a_control_is_exempt_or_not_applicable)
{
    ck_assert_int_eq(status_of((struct tally){0}, 100), STATUS_NOT_APPLICABLE);
    ck_assert_int_eq(status_of((struct tally){0, 0, 0, 2}, 100), STATUS_EXEMPT);
    ck_assert_int_eq(status_of((struct tally){1, 0, 0, 2}, 100), STATUS_MET);
    ck_assert_int_eq(status_of((struct tally){0, 1, 0, 2}, 100), STATUS_NOT_MET);
}
END_TEST

START_TEST(a_body_exists_in_every_quarter_of_which_it_saw_a_day)
{
    agencies[DEX].active_from = day("2026-09-30");
    agencies[DTW].active_from = day("2026-10-01");
    agencies[OLD].active_to = day("2026-07-01");
    agencies[NEW].active_to = day("2026-06-30");
    judge_states(&results);
    ck_assert(results_state(&results, DEX, NOW)->exists);
    ck_assert(!results_state(&results, DEX, BEFORE)->exists);
    ck_assert(!results_state(&results, DTW, NOW)->exists);
    ck_assert(results_state(&results, OLD, NOW)->exists);
    ck_assert(!results_state(&results, NEW, NOW)->exists);
    ck_assert(results_state(&results, ZZZ, 0)->exists);
}
END_TEST

/* 90 days before 30 September 2026: 30 in September, 31 in August, 29 in July: 2 July. */
START_TEST(a_body_is_new_for_ninety_days)
{
    agencies[DEX].active_from = day("2026-07-02");
    judge_states(&results);
    ck_assert(results_state(&results, NEW, NOW)->fresh);
    ck_assert(!results_state(&results, DEX, NOW)->fresh);
    ck_assert(!results_state(&results, DTW, NOW)->fresh);
    fill(NEW, EML, (struct tally){1, 0, 0, 0});
    ck_assert_int_eq(judge_control(&results, NEW, EML, NOW), STATUS_NEW);
}
END_TEST

START_TEST(who_sent_no_return_did_not_report_unless_nobody_s_are_known)
{
    submissions[DTW].period--; /* its return is of the quarter before */
    judge_states(&results);
    ck_assert(results_state(&results, DEX, NOW)->reported);
    ck_assert(!results_state(&results, DTW, NOW)->reported);
    ck_assert(results_state(&results, DTW, BEFORE)->reported);
    ck_assert_int_eq(judge_control(&results, DTW, EML, NOW), STATUS_NOT_REPORTING);
    reference.submissions_supplied = false;
    reference.submission_count = 0;
    judge_states(&results);
    ck_assert(results_state(&results, DTW, NOW)->reported);
}
END_TEST

/* One after the nine quarters would fall on the next body's first, one before them on the last of
 * the body before. */
START_TEST(returns_of_other_years_are_passed_over)
{
    submissions[BSM].period = results.period + 1;
    submissions[DTW].period = results.period - PERIODS;
    submissions[DEX].agency = ZZZ;
    judge_states(&results);
    for (size_t a = BSM; a <= DTW; a++)
        for (size_t p = 0; p < PERIODS; p++)
            ck_assert(!results_state(&results, a, p)->reported);
}
END_TEST

START_TEST(each_way_not_to_be_judged_has_its_status)
{
    fill(DEX, EML, (struct tally){0, 1, 0, 0});
    judge_states(&results);
    ck_assert_int_eq(judge_control(&results, DEX, EML, NOW), STATUS_NOT_MET);
    ck_assert_int_eq(judge_control(&results, OLD, EML, NOW), STATUS_NONE);
    ck_assert_int_eq(judge_control(&results, DEX, TEM, NOW), STATUS_NOT_APPLICABLE);
    results.control_measured[EML] = false;
    ck_assert_int_eq(judge_control(&results, DEX, EML, NOW), STATUS_NOT_MEASURED);
    results.control_measured[EML] = true;
    controls[EML].effective_from = day("2026-09-30");
    ck_assert_int_eq(judge_control(&results, DEX, EML, NOW), STATUS_NOT_MET);
    controls[EML].effective_from = day("2026-10-01");
    ck_assert_int_eq(judge_control(&results, DEX, EML, NOW), STATUS_NOT_APPLICABLE);
}
END_TEST

START_TEST(encouraged_bodies_have_adopted_or_not_and_no_score)
{
    const struct {
        struct tally tally;
        enum status status;
    } cases[] = {
        {{5, 0, 0, 0}, STATUS_ADOPTED},     {{3, 2, 0, 0}, STATUS_NOT_ADOPTED},
        {{0, 2, 0, 0}, STATUS_NOT_ADOPTED}, {{0, 0, 2, 0}, STATUS_NOT_ADOPTED},
        {{0, 0, 0, 1}, STATUS_EXEMPT},      {{0, 0, 0, 0}, STATUS_NOT_APPLICABLE},
    };
    judge_states(&results);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tallies_finish(&results.tallies);
        fill(BSM, EML, cases[i].tally);
        ck_assert_int_eq(judge_control(&results, BSM, EML, NOW), cases[i].status);
    }
    fill(BSM, EML, (struct tally){5, 0, 0, 0});
    results.overdue_critical[BSM] = 1;
    const struct score *score = scored(BSM);
    ck_assert(!score->has_score && !score->capped);
    ck_assert_uint_eq(score->band, SIZE_MAX);
}
END_TEST

static uint32_t group_met(enum group group, size_t control)
{
    return results_tally(&results, results_group(&results, group), control, NOW).met;
}

/* DEX and ZZZ report; DTW is silent, NEW is new, OLD is gone, BSM is encouraged. Each has one item
 * met, DEX two. */
START_TEST(groups_leave_out_the_silent_the_new_the_gone_and_the_unknown)
{
    submissions[DTW].period--;
    for (size_t a = 0; a < AGENCIES; a++) {
        fill(a, EML, (struct tally){1, 0, 0, 0});
        fill(a, POP, (struct tally){1, 0, 0, 0});
    }
    fill(DEX, EML, (struct tally){1, 2, 3, 4});
    judge();
    struct tally mandated =
        results_tally(&results, results_group(&results, GROUP_MANDATED), EML, NOW);
    ck_assert_uint_eq(mandated.met, 2);
    ck_assert_uint_eq(mandated.not_met, 2);
    ck_assert_uint_eq(mandated.no_evidence, 3);
    ck_assert_uint_eq(mandated.exempt, 4);
    ck_assert_uint_eq(group_met(GROUP_ENCOURAGED, EML), 1);
    ck_assert_uint_eq(group_met(GROUP_UNKNOWN, EML), 0);
    ck_assert_uint_eq(group_met(GROUP_CLASSES, EML), 2);
    ck_assert_uint_eq(group_met(GROUP_CLASSES + 1, EML), 1);
    ck_assert_uint_eq(group_met(GROUP_MANDATED, POP), 2); /* DEX, DTW: silent or not; not NEW */
}
END_TEST

START_TEST(mandated_and_encouraged_never_share_a_rate)
{
    fill(DEX, EML, (struct tally){1, 0, 0, 0});
    fill(BSM, EML, (struct tally){1, 0, 0, 0});
    judge();
    for (size_t c = 0; c < CONTROLS; c++)
        ck_assert_uint_eq(group_met(GROUP_ALL, c), 0);
    size_t all = results_group(&results, GROUP_ALL);
    ck_assert(results_may_share(&results, all, MESSAGES));
    ck_assert(!results_may_share(&results, all, ON_TIME));
    ck_assert(!results_may_share(&results, all, SECONDS));
    ck_assert(results_may_share(&results, results_group(&results, GROUP_MANDATED), ON_TIME));
    ck_assert(results_may_share(&results, results_group(&results, GROUP_CLASSES), ON_TIME));
}
END_TEST

static struct fraction group_value(enum group group, size_t measure)
{
    return results_value(
        &results, (struct measurement_key){results_group(&results, group), measure, NOW, 0, 0});
}

START_TEST(measures_of_groups_hold_all_bodies_that_exist)
{
    submissions[DTW].period--;
    for (size_t a = 0; a < AGENCIES; a++)
        measurements_count(&results.measurements, (struct measurement_key){a, MESSAGES, NOW, 0, 0},
                           &measures[MESSAGES], (struct contribution){1, 0});
    measurements_count(&results.measurements, (struct measurement_key){DTW, MESSAGES, NOW, 1, 2},
                       &measures[MESSAGES], (struct contribution){1, 0});
    judge();
    ck_assert_int_eq(group_value(GROUP_ALL, MESSAGES).n, 5);
    ck_assert_int_eq(group_value(GROUP_MANDATED, MESSAGES).n, 3);
    ck_assert_int_eq(group_value(GROUP_ENCOURAGED, MESSAGES).n, 1);
    ck_assert_int_eq(group_value(GROUP_UNKNOWN, MESSAGES).n, 1);
    struct measurement_key category = {results_group(&results, GROUP_MANDATED), MESSAGES, NOW, 1,
                                       2};
    ck_assert_int_eq(results_value(&results, category).n, 1);
    category.category = 1;
    ck_assert_int_eq(results_value(&results, category).n, 0);
}
END_TEST

/* 10 and 20 of DEX, 90 of DTW: the median of the three is 20. */
START_TEST(a_group_s_median_is_that_of_all_its_rows)
{
    const struct {
        size_t body;
        int64_t seconds;
    } rows[] = {{DEX, 20}, {DEX, 10}, {DTW, 90}, {BSM, 1}};
    for (size_t i = 0; i < 4; i++)
        measurements_count(&results.measurements,
                           (struct measurement_key){rows[i].body, SECONDS, NOW, 0, 0},
                           &measures[SECONDS], (struct contribution){rows[i].seconds, 0});
    judge();
    struct fraction median = group_value(GROUP_MANDATED, SECONDS);
    ck_assert_int_eq(median.numerator, 40);
    ck_assert_int_eq(median.denominator, 2);
    ck_assert_int_eq(median.n, 3);
}
END_TEST

/* Scores 1 and 0.5 of mandated bodies: twice the median is 1.5. Who has no band takes no part. */
START_TEST(the_median_score_is_of_judged_bodies_of_one_mandate)
{
    size_t count;
    fill(DEX, EML, (struct tally){1, 0, 0, 0});
    fill(DTW, EML, (struct tally){1, 1, 0, 0});
    fill(NEW, EML, (struct tally){0, 1, 0, 0});
    fill(BSM, EML, (struct tally){0, 1, 0, 0});
    judge();
    ck_assert_int_eq(judge_median_score_twice(&results, MANDATE_MANDATED, NOW, &count), 1500000);
    ck_assert_uint_eq(count, 2);
    ck_assert_int_eq(judge_median_score_twice(&results, MANDATE_ENCOURAGED, NOW, &count), -1);
    ck_assert_uint_eq(count, 0);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("judge");
    tcase_add_checked_fixture(t, judged_setup, judged_teardown);
    tcase_add_test(t, thresholds_are_compared_exactly);
    tcase_add_test(t, it_is_no_evidence_only_where_evidence_alone_is_missing);
    tcase_add_test(t, without_items_a_control_is_exempt_or_not_applicable);
    tcase_add_test(t, a_body_exists_in_every_quarter_of_which_it_saw_a_day);
    tcase_add_test(t, a_body_is_new_for_ninety_days);
    tcase_add_test(t, who_sent_no_return_did_not_report_unless_nobody_s_are_known);
    tcase_add_test(t, returns_of_other_years_are_passed_over);
    tcase_add_test(t, each_way_not_to_be_judged_has_its_status);
    tcase_add_test(t, encouraged_bodies_have_adopted_or_not_and_no_score);
    tcase_add_test(t, groups_leave_out_the_silent_the_new_the_gone_and_the_unknown);
    tcase_add_test(t, mandated_and_encouraged_never_share_a_rate);
    tcase_add_test(t, measures_of_groups_hold_all_bodies_that_exist);
    tcase_add_test(t, a_group_s_median_is_that_of_all_its_rows);
    tcase_add_test(t, the_median_score_is_of_judged_bodies_of_one_mandate);
    return t;
}
