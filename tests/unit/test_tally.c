/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "metrics/tally.h"

static void assert_tally(const struct tallies *tallies, struct tally_key key, struct tally expected)
{
    struct tally tally = tallies_find(tallies, key);
    ck_assert_uint_eq(tally.met, expected.met);
    ck_assert_uint_eq(tally.not_met, expected.not_met);
    ck_assert_uint_eq(tally.no_evidence, expected.no_evidence);
    ck_assert_uint_eq(tally.exempt, expected.exempt);
}

START_TEST(outcomes_are_counted_apart_and_exempt_items_whatever_their_outcome)
{
    struct tallies tallies = {0};
    struct tally_key key = {5, 2, 8};
    tallies_count(&tallies, key, OUTCOME_MET, false);
    tallies_count(&tallies, key, OUTCOME_MET, false);
    tallies_count(&tallies, key, OUTCOME_NOT_MET, false);
    tallies_count(&tallies, key, OUTCOME_NO_EVIDENCE, false);
    tallies_count(&tallies, key, OUTCOME_MET, true);
    tallies_count(&tallies, key, OUTCOME_NOT_MET, true);
    tallies_count(&tallies, key, OUTCOME_NO_EVIDENCE, true);
    assert_tally(&tallies, key, (struct tally){2, 1, 1, 3});
    struct tally tally = tallies_find(&tallies, key);
    ck_assert_int_eq(tally_total(&tally), 4); /* exempt items are in no denominator */
    tallies_finish(&tallies);
}
END_TEST

START_TEST(an_item_to_which_a_control_does_not_apply_leaves_no_trace)
{
    struct tallies tallies = {0};
    tallies_count(&tallies, (struct tally_key){0, 0, 0}, OUTCOME_NONE, false);
    tallies_count(&tallies, (struct tally_key){0, 0, 0}, OUTCOME_NONE, true);
    assert_tally(&tallies, (struct tally_key){0, 0, 0}, (struct tally){0});
    ck_assert_uint_eq(tallies.keys.count, 0);
    tallies_finish(&tallies);
}
END_TEST

START_TEST(bodies_controls_and_periods_are_kept_apart)
{
    struct tallies tallies = {0};
    tallies_count(&tallies, (struct tally_key){1, 0, 0}, OUTCOME_MET, false);
    tallies_count(&tallies, (struct tally_key){0, 1, 0}, OUTCOME_NOT_MET, false);
    tallies_count(&tallies, (struct tally_key){0, 0, 1}, OUTCOME_NO_EVIDENCE, false);
    assert_tally(&tallies, (struct tally_key){0, 0, 0}, (struct tally){0});
    assert_tally(&tallies, (struct tally_key){1, 0, 0}, (struct tally){1, 0, 0, 0});
    assert_tally(&tallies, (struct tally_key){0, 1, 0}, (struct tally){0, 1, 0, 0});
    assert_tally(&tallies, (struct tally_key){0, 0, 1}, (struct tally){0, 0, 1, 0});
    tallies_finish(&tallies);
}
END_TEST

START_TEST(adding_adds_every_count)
{
    struct tallies tallies = {0};
    struct tally_key key = {44000, 61, 8};
    tallies_add(&tallies, key, &(struct tally){1, 2, 3, 4});
    tallies_add(&tallies, key, &(struct tally){10, 20, 30, 40});
    assert_tally(&tallies, key, (struct tally){11, 22, 33, 44});
    tallies_finish(&tallies);
}
END_TEST

START_TEST(the_total_of_great_counts_does_not_wrap)
{
    struct tally tally = {4000000000U, 4000000000U, 4000000000U, 1};
    ck_assert_int_eq(tally_total(&tally), 12000000000);
}
END_TEST

START_TEST(a_walk_gives_back_the_keys)
{
    struct tallies tallies = {0};
    tallies_count(&tallies, (struct tally_key){50013, 65535, 8}, OUTCOME_MET, false);
    tallies_count(&tallies, (struct tally_key){0, 3, 0}, OUTCOME_MET, false);
    struct tally_key first = tallies_key(&tallies, 0), second = tallies_key(&tallies, 1);
    ck_assert_uint_eq(first.body, 50013);
    ck_assert_uint_eq(first.control, 65535);
    ck_assert_uint_eq(first.period, 8);
    ck_assert_uint_eq(second.body, 0);
    ck_assert_uint_eq(second.control, 3);
    ck_assert_uint_eq(second.period, 0);
    tallies_finish(&tallies);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("tally");
    tcase_add_test(t, outcomes_are_counted_apart_and_exempt_items_whatever_their_outcome);
    tcase_add_test(t, an_item_to_which_a_control_does_not_apply_leaves_no_trace);
    tcase_add_test(t, bodies_controls_and_periods_are_kept_apart);
    tcase_add_test(t, adding_adds_every_count);
    tcase_add_test(t, the_total_of_great_counts_does_not_wrap);
    tcase_add_test(t, a_walk_gives_back_the_keys);
    return t;
}
