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

/* Accounts: (EML 4/5 x 3 + APR 1/2 x 1) / 4 = 2.9 / 4 = 0.725. Team: TEM 1/1 = 1.
 * The score: (0.725 x 3 + 1 x 2) / 5 = 4.175 / 5 = 0.835.
 * Were EML all met: 0.2 x 3/4 of accounts, of the score 0.15 x 3/5 = 0.09 more. */
START_TEST(a_score_weighs_controls_and_sections)
{
    fill(DEX, EML, (struct tally){4, 1, 0, 7});
    fill(DEX, APR, (struct tally){1, 1, 0, 0});
    fill(DEX, TEM, (struct tally){1, 0, 0, 0});
    const struct score *score = scored(DEX);
    ck_assert(score->has_score && !score->capped);
    ck_assert_int_eq(score->sections[0], 725000);
    ck_assert_int_eq(score->sections[1], 1000000);
    ck_assert_int_eq(score->millionths, 835000);
    ck_assert_int_eq(score->judged, 1000000);
    ck_assert_uint_eq(score->band, DEVELOPING);
    ck_assert_int_eq(judge_effect(&results, DEX, EML), 90000);
    ck_assert_int_eq(judge_effect(&results, DEX, TEM), 0);
}
END_TEST

START_TEST(a_section_without_items_takes_no_part)
{
    fill(DEX, EML, (struct tally){1, 1, 0, 0});
    fill(DEX, TEM, (struct tally){0, 0, 0, 3});
    const struct score *score = scored(DEX);
    ck_assert_int_eq(score->sections[1], -1);
    ck_assert_int_eq(score->millionths, 500000);
    ck_assert_int_eq(score->judged, 1000000);
    ck_assert(!results_score(&results, DTW, NOW)->has_score);
    ck_assert_uint_eq(results_score(&results, DTW, NOW)->band, SIZE_MAX);
}
END_TEST

/* (2/3 + 5/6) / 2 is exactly 3/4, though neither has an end in decimals; a hair less is not. */
START_TEST(a_score_exactly_at_a_band_s_edge_is_in_it)
{
    controls[EML].weight = 1;
    fill(DEX, EML, (struct tally){2, 1, 0, 0});
    fill(DEX, APR, (struct tally){5, 1, 0, 0});
    fill(DTW, EML, (struct tally){666666, 333334, 0, 0});
    fill(DTW, APR, (struct tally){5, 1, 0, 0});
    const struct score *score = scored(DEX);
    ck_assert_int_eq(score->millionths, 750000);
    ck_assert_uint_eq(score->band, DEVELOPING);
    ck_assert_int_eq(results_score(&results, DTW, NOW)->millionths, 749999);
    ck_assert_uint_eq(results_score(&results, DTW, NOW)->band, LOW);
}
END_TEST

/* A score of what was supplied alone is no judgement of the whole: sections weigh 60 and 40. */
START_TEST(what_was_not_measured_costs_no_score_but_the_band)
{
    results.control_measured[TEM] = false;
    fill(DEX, EML, (struct tally){1, 0, 0, 0});
    const struct score *score = scored(DEX);
    ck_assert_int_eq(score->millionths, 1000000);
    ck_assert_int_eq(score->judged, 600000);
    ck_assert_uint_eq(score->band, HIGH);
    sections[0].weight = 59;
    sections[1].weight = 41;
    judge_scores(&results);
    score = results_score(&results, DEX, NOW);
    ck_assert_int_eq(score->millionths, 1000000);
    ck_assert_uint_eq(score->band, SIZE_MAX);
}
END_TEST

/* Accounts: (5 x 1 + 7 x 8/13) / 12 = 121/156; team: 9/13. (9 x 121/156 + 4 x 9/13) / 13
 * = (1089/156 + 432/156) / 13 = 9.75 / 13 = 3/4, though every rounding on the way is downwards. */
START_TEST(roundings_that_add_up_cost_no_band)
{
    controls[EML].weight = 5;
    controls[APR].weight = 7;
    sections[0].weight = 9;
    sections[1].weight = 4;
    fill(DEX, EML, (struct tally){13, 0, 0, 0});
    fill(DEX, APR, (struct tally){8, 5, 0, 0});
    fill(DEX, TEM, (struct tally){9, 4, 0, 0});
    const struct score *score = scored(DEX);
    ck_assert_int_eq(score->millionths, 750000);
    ck_assert_uint_eq(score->band, DEVELOPING);
}
END_TEST

START_TEST(a_score_is_whole_only_where_nothing_lacks)
{
    fill(DEX, EML, (struct tally){4000000000U, 0, 0, 0});
    fill(DTW, EML, (struct tally){4000000000U, 1, 0, 0});
    ck_assert_int_eq(scored(DEX)->millionths, 1000000);
    ck_assert_int_eq(results_score(&results, DTW, NOW)->millionths, 999999);
}
END_TEST

/* Team, 2 of 5 of the weight, without evidence: exactly 60 % were judged. At 41 of 100 it is 59 %.
 */
START_TEST(a_band_needs_sixty_per_cent_of_the_weight_judged)
{
    fill(DEX, EML, (struct tally){1, 0, 0, 0});
    fill(DEX, TEM, (struct tally){0, 0, 1, 0});
    const struct score *score = scored(DEX);
    ck_assert_int_eq(score->judged, 600000);
    ck_assert_int_eq(score->millionths, 600000); /* what has no evidence counts as not met */
    ck_assert_uint_eq(score->band, LOW);
    sections[0].weight = 59;
    sections[1].weight = 41;
    judge_scores(&results);
    score = results_score(&results, DEX, NOW);
    ck_assert_int_eq(score->judged, 590000);
    ck_assert(score->has_score);
    ck_assert_uint_eq(score->band, SIZE_MAX);
    ck_assert_uint_eq(score->band_uncapped, SIZE_MAX);
}
END_TEST

START_TEST(what_was_not_measured_or_set_aside_is_outside_the_score)
{
    fill(DEX, EML, (struct tally){1, 0, 0, 0});
    fill(DEX, APR, (struct tally){0, 4, 0, 0});
    fill(DEX, TEM, (struct tally){0, 4, 0, 0});
    results.control_measured[APR] = false;
    controls[TEM].effective_from = day("2026-10-01");
    const struct score *score = scored(DEX);
    ck_assert_int_eq(score->millionths, 1000000);
    ck_assert_int_eq(score->sections[1], -1);
}
END_TEST

START_TEST(an_overdue_critical_finding_caps_this_quarter_s_band)
{
    fill(DEX, EML, (struct tally){1, 0, 0, 0});
    tallies_add(&results.tallies, (struct tally_key){DEX, EML, BEFORE},
                &(struct tally){1, 0, 0, 0});
    submissions[BSM] = (struct submission){DEX, results.period - 1};
    ck_assert_uint_eq(scored(DEX)->band, HIGH);
    results.overdue_critical[DEX] = 1;
    judge_scores(&results);
    const struct score *score = results_score(&results, DEX, NOW);
    ck_assert_uint_eq(score->band, DEVELOPING);
    ck_assert_uint_eq(score->band_uncapped, HIGH);
    ck_assert(score->capped);
    ck_assert_int_eq(score->millionths, 1000000);
    ck_assert_uint_eq(results_score(&results, DEX, BEFORE)->band, HIGH);
    ck_assert(!results_score(&results, DEX, BEFORE)->capped);
}
END_TEST

START_TEST(a_cap_never_lifts_a_band)
{
    fill(DEX, EML, (struct tally){1, 1, 0, 0});
    fill(DTW, EML, (struct tally){4, 1, 0, 0});
    results.overdue_critical[DEX] = results.overdue_critical[DTW] = 3;
    const struct score *score = scored(DEX);
    ck_assert_uint_eq(score->band, LOW);
    ck_assert(!score->capped);
    ck_assert_uint_eq(results_score(&results, DTW, NOW)->band, DEVELOPING);
    ck_assert(!results_score(&results, DTW, NOW)->capped);
}
END_TEST

/* Persons: EML (weight 3) 7 of 8 is partly met, so 1/2; APR (weight 1) met, so 1: 2.5/4. Were they
 * accounts: (3 x 7/8 + 1) / 4 = 0.90625. */
START_TEST(controls_over_persons_count_by_status)
{
    fill(DEX, EML, (struct tally){7, 1, 0, 0});
    fill(DEX, APR, (struct tally){1, 0, 0, 0});
    ck_assert_int_eq(scored(DEX)->millionths, 906250);
    controls[EML].item = ITEM_FEEDBACK;
    judge_scores(&results);
    ck_assert_int_eq(results_score(&results, DEX, NOW)->millionths, 625000);
    /* Half of the credit of EML, 3/8 of the one section judged, is missing. */
    ck_assert_int_eq(judge_effect(&results, DEX, EML), 375000);
}
END_TEST

START_TEST(every_status_over_persons_has_its_credit)
{
    const struct {
        struct tally tally;
        int64_t target, expected;
    } cases[] = {{{95, 5, 0, 0}, 95, 1000000}, /* met by its target */
                 {{94, 6, 0, 0}, 95, 500000},
                 {{50, 50, 0, 0}, 100, 500000},
                 {{49, 51, 0, 0}, 100, 0},
                 {{9, 0, 1, 0}, 100, 0}}; /* no evidence */
    controls[EML].item = ITEM_DISCLOSURE;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tallies_finish(&results.tallies);
        controls[EML].target = cases[i].target;
        fill(DEX, EML, cases[i].tally);
        ck_assert_int_eq(scored(DEX)->millionths, cases[i].expected);
    }
}
END_TEST

/* As is: EML 1/4, TEM 1: (3 x 0.25 + 2) / 5 = 0.55. With the two unknown met: (3 x 0.75 + 2) / 5 =
 * 0.85. */
START_TEST(an_upper_bound_takes_items_without_evidence_as_met)
{
    fill(DEX, EML, (struct tally){1, 1, 2, 0});
    fill(DEX, TEM, (struct tally){1, 0, 0, 0});
    fill(DTW, EML, (struct tally){1, 1, 0, 0});
    const struct score *score = scored(DEX);
    ck_assert_int_eq(score->millionths, 550000);
    ck_assert_int_eq(score->upper, 850000);
    score = results_score(&results, DTW, NOW);
    ck_assert_int_eq(score->upper, score->millionths);
}
END_TEST

/* 9 met and one unknown of persons: no evidence is 0, all met is 1. */
START_TEST(an_upper_bound_over_persons_goes_by_status_too)
{
    controls[EML].item = ITEM_FEEDBACK;
    fill(DEX, EML, (struct tally){9, 0, 1, 0});
    const struct score *score = scored(DEX);
    ck_assert_int_eq(score->millionths, 0);
    ck_assert_int_eq(score->upper, 1000000);
}
END_TEST

/* EML 1 of 4 of which one not met and one without evidence are contested: 1 of 2 without them. TEM
 * 0 of 1, contested: without it the section takes no part. */
START_TEST(a_contested_score_exists_without_the_contested_items)
{
    fill(DEX, EML, (struct tally){1, 2, 1, 0});
    fill(DEX, TEM, (struct tally){0, 1, 0, 0});
    fill(DTW, EML, (struct tally){1, 1, 0, 0});
    fill(OLD, TEM, (struct tally){0, 1, 0, 0});
    struct tally contested = {.not_met = 1, .no_evidence = 1};
    tallies_add(&results.contested, (struct tally_key){DEX, EML, NOW}, &contested);
    contested.no_evidence = 0;
    tallies_add(&results.contested, (struct tally_key){DEX, TEM, NOW}, &contested);
    const struct score *score = scored(DEX);
    ck_assert(score->has_contested);
    ck_assert_int_eq(score->millionths, 150000); /* 3 x 1/4 / 5 */
    ck_assert_int_eq(score->without_contested, 500000);
    score = results_score(&results, DTW, NOW);
    ck_assert(!score->has_contested);
    ck_assert_int_eq(score->without_contested, 500000);
    ck_assert_int_eq(results_contested(&results, DEX, EML, NOW), 2);
    size_t mandated = results_group(&results, GROUP_MANDATED);
    ck_assert_int_eq(results_contested(&results, mandated, EML, NOW), 2);
    ck_assert_int_eq(results_contested(&results, mandated, TEM, NOW), 1);
}
END_TEST

START_TEST(where_all_is_contested_there_is_no_other_score)
{
    struct tally contested = {.not_met = 1};
    fill(DEX, EML, contested);
    tallies_add(&results.contested, (struct tally_key){DEX, EML, NOW}, &contested);
    ck_assert_int_eq(scored(DEX)->without_contested, -1);
}
END_TEST

/* Accounts 1 (weight 3), team 0.8 (weight 2): 0.92, Sound. Highest: (15 + 6 x 0.8) / 21 =
 * 19.8/21 = 0.9428571...; lowest: (9 + 10 x 0.8) / 19 = 17/19 = 0.8947368..., which is Developing.
 */
START_TEST(other_weights_of_sections_move_score_and_band)
{
    fill(DEX, EML, (struct tally){1, 0, 0, 0});
    fill(DEX, TEM, (struct tally){4, 1, 0, 0});
    const struct score *score = scored(DEX);
    ck_assert_int_eq(score->millionths, 920000);
    ck_assert_uint_eq(score->band, SOUND);
    ck_assert_int_eq(score->high, 942857);
    ck_assert_uint_eq(score->band_high, SOUND);
    ck_assert_int_eq(score->low, 894736);
    ck_assert_uint_eq(score->band_low, DEVELOPING);
    results.overdue_critical[DEX] = 1; /* no weight lifts a cap */
    judge_scores(&results);
    score = results_score(&results, DEX, NOW);
    ck_assert(score->capped);
    ck_assert_uint_eq(score->band_high, DEVELOPING);
    ck_assert_uint_eq(score->band_low, DEVELOPING);
}
END_TEST

START_TEST(without_a_band_weights_move_none)
{
    fill(DEX, EML, (struct tally){0, 0, 1, 0});
    const struct score *score = scored(DEX);
    ck_assert_uint_eq(score->band_low, SIZE_MAX);
    ck_assert_uint_eq(score->band_high, SIZE_MAX);
    ck_assert_uint_eq(results_score(&results, OLD, NOW)->band_high, SIZE_MAX);
}
END_TEST

/* DEX and DTW have bands, and DEX's is capped; ZZZ is judged neither way. */
START_TEST(the_share_of_capped_bodies_is_of_those_with_a_band)
{
    struct share share;
    fill(DEX, EML, (struct tally){1, 0, 0, 0});
    fill(DTW, EML, (struct tally){1, 0, 0, 0});
    fill(ZZZ, EML, (struct tally){1, 0, 0, 0});
    results.overdue_critical[DEX] = results.overdue_critical[ZZZ] = 1;
    judge();
    judge_capped(&results, &share);
    ck_assert_int_eq(share.x, 1);
    ck_assert_int_eq(share.n, 2);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("judge_score");
    tcase_add_checked_fixture(t, judged_setup, judged_teardown);
    tcase_add_test(t, a_score_weighs_controls_and_sections);
    tcase_add_test(t, a_section_without_items_takes_no_part);
    tcase_add_test(t, a_score_exactly_at_a_band_s_edge_is_in_it);
    tcase_add_test(t, what_was_not_measured_costs_no_score_but_the_band);
    tcase_add_test(t, roundings_that_add_up_cost_no_band);
    tcase_add_test(t, a_score_is_whole_only_where_nothing_lacks);
    tcase_add_test(t, a_band_needs_sixty_per_cent_of_the_weight_judged);
    tcase_add_test(t, what_was_not_measured_or_set_aside_is_outside_the_score);
    tcase_add_test(t, an_overdue_critical_finding_caps_this_quarter_s_band);
    tcase_add_test(t, a_cap_never_lifts_a_band);
    tcase_add_test(t, controls_over_persons_count_by_status);
    tcase_add_test(t, every_status_over_persons_has_its_credit);
    tcase_add_test(t, an_upper_bound_takes_items_without_evidence_as_met);
    tcase_add_test(t, an_upper_bound_over_persons_goes_by_status_too);
    tcase_add_test(t, a_contested_score_exists_without_the_contested_items);
    tcase_add_test(t, where_all_is_contested_there_is_no_other_score);
    tcase_add_test(t, other_weights_of_sections_move_score_and_band);
    tcase_add_test(t, without_a_band_weights_move_none);
    tcase_add_test(t, the_share_of_capped_bodies_is_of_those_with_a_band);
    return t;
}
