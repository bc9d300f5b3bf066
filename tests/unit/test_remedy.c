/* SPDX-License-Identifier: MIT */
#include "remedy_fixture.h"

START_TEST(a_reference_names_control_agency_and_item)
{
    ck_assert_str_eq(remedy_reference(&controls[EML], "DEX", "dex-facebook", arena),
                     "EML-1/DEX/dex-facebook");
}
END_TEST

START_TEST(what_was_told_before_keeps_its_day)
{
    ck_assert_int_eq(remedy_told_on(&told, "EML-1/DEX/a"), day("2026-09-30"));
    remember("EML-1/DEX/a", "2026-06-30");
    ck_assert_int_eq(remedy_told_on(&told, "EML-1/DEX/a"), day("2026-06-30"));
    ck_assert_int_eq(remedy_told_on(&told, "EML-1/DEX/b"), day("2026-09-30"));
}
END_TEST

/* The freedom of information office's own reckoning: received on 30 April 2019, due in 15 working
 * days on 23 May, 1 and 13 May being holidays. In calendar days 10 days after 25 August are 4
 * September. */
START_TEST(due_dates_run_in_working_days_or_in_days)
{
    int32_t due = 0;
    controls[EML].remedy_days = 15;
    controls[EML].remedy_working = true;
    ck_assert(remedy_due_on(&controls[EML], reference.calendar, day("2019-04-30"), &due));
    ck_assert_int_eq(due, day("2019-05-23"));
    controls[EML].remedy_working = false;
    controls[EML].remedy_days = 10;
    ck_assert(remedy_due_on(&controls[EML], reference.calendar, day("2026-08-25"), &due));
    ck_assert_int_eq(due, day("2026-09-04"));
    ck_assert(!remedy_due_on(&controls[APR], reference.calendar, day("2026-08-25"), &due));
}
END_TEST

/* Told on Friday 28 August; Monday the 31st is a holiday, so five working days end on Monday 7
 * September. */
START_TEST(a_finding_is_overdue_only_after_its_day)
{
    controls[EML].remedy_days = 5;
    controls[EML].remedy_working = true;
    add(DEX, EML, "a", 0);
    remember("EML-1/DEX/a", "2026-08-28");
    results.as_of = day("2026-09-07");
    struct open_findings open = open_of(DEX, NULL);
    ck_assert_uint_eq(open.count, 1);
    ck_assert_int_eq(open.items[0].told_on, day("2026-08-28"));
    ck_assert(open.items[0].has_due);
    ck_assert_int_eq(open.items[0].due_on, day("2026-09-07"));
    ck_assert(!open.items[0].overdue);
    results.as_of = day("2026-09-08");
    ck_assert(open_of(DEX, NULL).items[0].overdue);
}
END_TEST

START_TEST(only_mandated_bodies_that_reported_and_are_not_new_can_be_overdue)
{
    submissions[DTW].period--;
    judge_states(&results);
    controls[EML].remedy_days = 5;
    told.today = day("2026-08-28");
    add(DTW, EML, "a", 0);
    add(NEW, EML, "a", 0);
    add(BSM, EML, "a", 0);
    add(ZZZ, EML, "a", 0);
    add(DEX, EML, "a", 0);
    review();
    ck_assert_int_eq(results.overdue_critical[DEX], 1);
    ck_assert_int_eq(results.overdue_critical[BSM], 0);
    ck_assert_int_eq(results.overdue_critical[ZZZ], 0);
    ck_assert_int_eq(results.overdue_critical[DTW], 0);
    ck_assert_int_eq(results.overdue_critical[NEW], 0);
    ck_assert(!open_of(BSM, NULL).items[0].has_due);
    ck_assert_uint_eq(open_of(BSM, NULL).count, 1);
}
END_TEST

START_TEST(overdue_critical_counts_what_is_critical_not_met_and_past_its_day)
{
    controls[EML].remedy_days = controls[TEM].remedy_days = 5;
    told.today = day("2026-08-28");
    add(DEX, EML, "a", 0);
    add(DEX, EML, "b", 0);
    add(DEX, EML, "c", 1);   /* of the quarter before: mended */
    add(DEX, TEM, "DEX", 0); /* not critical */
    struct finding unknown = {.agency = DEX,
                              .control = EML,
                              .period = results.period,
                              .outcome = OUTCOME_NO_EVIDENCE,
                              .item = "d",
                              .label = "d"};
    struct error err = {0};
    ck_assert(findings_add(results.findings, &unknown, &err));
    review();
    ck_assert_int_eq(results.overdue_critical[DEX], 2);
    ck_assert_int_eq(results.overdue_critical[DTW], 0);
}
END_TEST

/* EML is critical, weight 3; TEM critical, weight 1; POP weight 3 and APR weight 3, not critical,
 * of which APR has no due date. Overdue criticals come first even where they weigh less. */
START_TEST(findings_stand_in_the_order_in_which_they_are_to_be_mended)
{
    controls[TEM].critical = true;
    controls[TEM].remedy_days = 5;
    controls[EML].remedy_days = 60;
    controls[POP].weight = controls[APR].weight = 3;
    controls[POP].remedy_days = 10;
    add(DEX, APR, "a", 0);
    add(DEX, POP, "DEX", 0);
    add(DEX, EML, "z", 0);
    add(DEX, EML, "b", 0);
    add(DEX, EML, "older", 0);
    add(DEX, TEM, "DEX", 0);
    told.today = day("2026-09-01");
    remember("EML-1/DEX/older", "2026-08-20");
    struct open_findings open = open_of(DEX, NULL);
    const char *expected[] = {"TEM-2/DEX/DEX", "EML-1/DEX/older", "EML-1/DEX/b",
                              "EML-1/DEX/z",   "POP-1/DEX/DEX",   "APR-1/DEX/a"};
    ck_assert_uint_eq(open.count, 6);
    for (size_t i = 0; i < 6; i++)
        ck_assert_str_eq(open.items[i].reference, expected[i]);
}
END_TEST

START_TEST(a_contested_finding_is_not_overdue)
{
    struct response responses[] = {{.finding = "EML-1/DEX/a", .contested = true},
                                   {.finding = "EML-1/DEX/b", .accepted = true}};
    controls[EML].remedy_days = 5;
    told.today = day("2026-08-28");
    add(DEX, EML, "a", 0);
    add(DEX, EML, "b", 0);
    answer(responses, 2);
    struct open_findings open = open_of(DEX, NULL);
    const struct open_finding *a = open_finding(&open, "a"), *b = open_finding(&open, "b");
    ck_assert(a->contested && !a->accepted && a->has_due && !a->overdue);
    ck_assert(!b->contested && b->accepted && b->overdue);
    review();
    ck_assert_int_eq(results.overdue_critical[DEX], 1);
    responses[0].contested = false; /* upheld: as if never contested */
    review();
    ck_assert_int_eq(results.overdue_critical[DEX], 2);
}
END_TEST

START_TEST(an_extension_moves_the_due_date)
{
    struct response responses[] = {
        {.finding = "EML-1/DEX/a", .extended = true, .due_on = day("2026-11-01")},
        {.finding = "EML-1/DEX/b", .extended = true, .due_on = day("2026-09-15")},
        {.finding = "EML-1/DEX/c", .extended = true, .due_on = day("2026-08-01")},
        {.finding = "EML-1/BSM/a", .extended = true, .due_on = day("2026-09-15")}};
    controls[EML].remedy_days = 5;
    told.today = day("2026-08-28");
    add(DEX, EML, "a", 0);
    add(DEX, EML, "b", 0);
    add(DEX, EML, "c", 0);
    add(BSM, EML, "a", 0);
    answer(responses, 4);
    struct open_findings open = open_of(DEX, NULL);
    const struct open_finding *a = open_finding(&open, "a"), *b = open_finding(&open, "b");
    ck_assert(a->extended && !a->overdue);
    ck_assert_int_eq(a->due_on, day("2026-11-01"));
    ck_assert(b->extended && b->overdue);
    /* granted for an earlier finding of this name: it ended before this one was told */
    ck_assert(!open_finding(&open, "c")->extended);
    ck_assert_int_eq(open_finding(&open, "c")->due_on, day("2026-09-02"));
    open = open_of(BSM, NULL); /* encouraged: nothing is due */
    ck_assert(!open.items[0].has_due && !open.items[0].extended);
}
END_TEST

START_TEST(an_extension_gives_a_due_date_where_the_control_sets_none)
{
    struct response response = {
        .finding = "APR-1/DEX/a", .extended = true, .due_on = day("2026-11-01")};
    add(DEX, APR, "a", 0);
    answer(&response, 1);
    struct open_findings open = open_of(DEX, NULL);
    ck_assert(open.items[0].has_due);
    ck_assert_int_eq(open.items[0].due_on, day("2026-11-01"));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("remedy");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_reference_names_control_agency_and_item);
    tcase_add_test(t, what_was_told_before_keeps_its_day);
    tcase_add_test(t, due_dates_run_in_working_days_or_in_days);
    tcase_add_test(t, a_finding_is_overdue_only_after_its_day);
    tcase_add_test(t, only_mandated_bodies_that_reported_and_are_not_new_can_be_overdue);
    tcase_add_test(t, overdue_critical_counts_what_is_critical_not_met_and_past_its_day);
    tcase_add_test(t, findings_stand_in_the_order_in_which_they_are_to_be_mended);
    tcase_add_test(t, a_contested_finding_is_not_overdue);
    tcase_add_test(t, an_extension_moves_the_due_date);
    tcase_add_test(t, an_extension_gives_a_due_date_where_the_control_sets_none);
    return t;
}
