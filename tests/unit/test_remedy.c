/* SPDX-License-Identifier: MIT */
#include "judged_fixture.h"

#include "base/map.h"

static struct told told;

static void setup(void)
{
    judged_setup();
    calendar_add(reference.calendar, day("2019-05-01"), "national");
    calendar_add(reference.calendar, day("2019-05-13"), "national");
    calendar_add(reference.calendar, day("2026-08-31"), "national");
    calendar_seal(reference.calendar);
    judge_states(&results);
    told = (struct told){.today = day("2026-09-30")};
}

static void teardown(void)
{
    map_free(told.references);
    judged_teardown();
}

static void remember(const char *reference_text, const char *iso)
{
    static int32_t days[1];
    days[0] = day(iso);
    told.references = map_new();
    told.days = days;
    ck_assert(map_add(told.references, reference_text, 0));
}

static void add(size_t agency, size_t control, const char *item, int quarters_ago)
{
    struct error err = {0};
    struct finding finding = {.agency = agency,
                              .control = control,
                              .period = results.period - quarters_ago,
                              .outcome = OUTCOME_NOT_MET,
                              .item = item,
                              .label = item};
    ck_assert_msg(findings_add(results.findings, &finding, &err), "%s", err.message);
}

static struct open_findings open_of(size_t agency, struct change *ret_changes)
{
    struct error err = {0};
    struct open_findings open;
    ck_assert_msg(findings_seal(results.findings, &err), "%s", err.message);
    ck_assert_msg(remedy_open(&results, &told, agency, arena, &open, ret_changes, &err), "%s",
                  err.message);
    return open;
}

static void review(void)
{
    struct error err = {0};
    ck_assert(findings_seal(results.findings, &err));
    ck_assert_msg(remedy_review(&results, &told, &err), "%s", err.message);
}

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

START_TEST(items_appear_stay_and_are_cleared)
{
    struct change changes[CONTROLS];
    add(DEX, EML, "gone", 1);
    add(DEX, EML, "gone-too", 1);
    add(DEX, EML, "stayed", 1);
    add(DEX, EML, "stayed", 0);
    add(DEX, EML, "new", 0);
    add(DEX, TEM, "gone", 0); /* another control: not the same finding */
    struct open_findings open = open_of(DEX, changes);
    ck_assert_int_eq(changes[EML].cleared, 2);
    ck_assert_int_eq(changes[EML].stayed, 1);
    ck_assert_int_eq(changes[EML].appeared, 1);
    ck_assert_int_eq(changes[TEM].appeared, 1);
    ck_assert_int_eq(changes[TEM].cleared, 0);
    ck_assert_int_eq(changes[APR].appeared + changes[APR].cleared + changes[APR].stayed, 0);
    ck_assert_uint_eq(open.count, 3); /* those of the reported quarter */
    for (size_t i = 0; i < open.count; i++)
        ck_assert_int_eq(open.items[i].stayed, strcmp(open.items[i].finding.item, "stayed") == 0);
}
END_TEST

/* An act is judged once: its findings are of this quarter alone. */
START_TEST(what_is_found_of_acts_is_new_and_never_stays)
{
    struct change changes[CONTROLS];
    controls[EML].judged = JUDGED_IN_PERIOD;
    add(DEX, EML, "a", 0);
    ck_assert_uint_eq(open_of(DEX, changes).count, 1);
    ck_assert_int_eq(changes[EML].appeared, 1);
}
END_TEST

START_TEST(changes_of_groups_leave_out_who_is_not_judged)
{
    submissions[DTW].period--;
    judge_states(&results);
    for (size_t a = 0; a < AGENCIES; a++)
        add(a, EML, "a", 0);
    add(DTW, POP, "DTW", 0);
    review();
    struct change *changes = results.changes;
    ck_assert_int_eq(changes[DTW * CONTROLS + EML].appeared, 1);
    ck_assert_int_eq(changes[results_group(&results, GROUP_MANDATED) * CONTROLS + EML].appeared, 1);
    ck_assert_int_eq(changes[results_group(&results, GROUP_MANDATED) * CONTROLS + POP].appeared, 1);
    ck_assert_int_eq(changes[results_group(&results, GROUP_ENCOURAGED) * CONTROLS + EML].appeared,
                     1);
    ck_assert_int_eq(changes[results_group(&results, GROUP_UNKNOWN) * CONTROLS + EML].appeared, 0);
    ck_assert_int_eq(changes[results_group(&results, GROUP_ALL) * CONTROLS + EML].appeared, 0);
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
    tcase_add_test(t, items_appear_stay_and_are_cleared);
    tcase_add_test(t, what_is_found_of_acts_is_new_and_never_stays);
    tcase_add_test(t, changes_of_groups_leave_out_who_is_not_judged);
    tcase_add_test(t, findings_stand_in_the_order_in_which_they_are_to_be_mended);
    return t;
}
