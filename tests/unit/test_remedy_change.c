/* SPDX-License-Identifier: MIT */
#include "remedy_fixture.h"

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
    ck_assert_int_eq(changes[EML].met, 0); /* no row says that they are met */
    ck_assert_int_eq(changes[EML].left, 2);
    ck_assert_int_eq(changes[EML].reopened, 0);
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

START_TEST(what_is_cleared_is_met_now_or_has_left)
{
    struct change changes[CONTROLS];
    add(DEX, EML, "mended", 1);
    add(DEX, EML, "closed", 1);
    add(DTW, EML, "mended", 1); /* another agency's item of the same name */
    traces_note(&results.traces, key(DEX, EML, "mended"), 1, false);
    traces_note(&results.traces, key(DEX, EML, "mended"), 0, true);
    traces_settle(&results.traces);
    open_of(DEX, changes);
    ck_assert_int_eq(changes[EML].cleared, 2);
    ck_assert_int_eq(changes[EML].met, 1);
    ck_assert_int_eq(changes[EML].left, 1);
    open_of(DTW, changes);
    ck_assert_int_eq(changes[EML].met, 0);
    ck_assert_int_eq(changes[EML].left, 1);
    review();
    const struct change *mandated =
        &results.changes[results_group(&results, GROUP_MANDATED) * CONTROLS + EML];
    ck_assert_int_eq(mandated->cleared, 3);
    ck_assert_int_eq(mandated->met, 1);
    ck_assert_int_eq(mandated->left, 2);
}
END_TEST

/* 2026-Q3 is reported. Rows say that "rows" was a finding in an earlier quarter; the memory that
 * "cleared" was cleared in Q1, and that "told" was open in Q1, though the rows of Q2 deny it now.
 */
START_TEST(what_was_found_earlier_is_reopened)
{
    struct change changes[CONTROLS];
    add(DEX, EML, "rows", 0);
    traces_note(&results.traces, key(DEX, EML, "rows"), 0, false);
    traces_note(&results.traces, key(DEX, EML, "rows"), 3, false);
    traces_settle(&results.traces);
    add(DEX, EML, "cleared", 0);
    remember_as("EML-1/DEX/cleared", "2025-10-01", TELLING_CLEARED, "2026-Q1");
    add(DEX, EML, "told", 0);
    remember_as("EML-1/DEX/told", "2026-04-15", TELLING_OPEN, "2026-Q1");
    add(DEX, EML, "new", 0);
    add(DEX, EML, "stayed", 0);
    add(DEX, EML, "stayed", 1);
    remember_as("EML-1/DEX/stayed", "2026-04-15", TELLING_OPEN, "2026-Q1");
    struct open_findings open = open_of(DEX, changes);
    ck_assert_int_eq(changes[EML].appeared, 4);
    ck_assert_int_eq(changes[EML].reopened, 3);
    ck_assert_int_eq(changes[EML].stayed, 1);
    ck_assert(open_finding(&open, "rows")->reopened);
    ck_assert(open_finding(&open, "cleared")->reopened);
    ck_assert(open_finding(&open, "told")->reopened);
    ck_assert(!open_finding(&open, "new")->reopened);
    ck_assert(!open_finding(&open, "stayed")->reopened);
    /* What had been mended gets its time anew. */
    ck_assert_int_eq(open_finding(&open, "cleared")->told_on, day("2026-09-30"));
    ck_assert_int_eq(open_finding(&open, "told")->told_on, day("2026-04-15"));
}
END_TEST

/* A draft of 2026-Q3, made on 10 October, told the finding; its final edition finds it again. */
START_TEST(an_earlier_edition_of_the_same_quarter_reopens_nothing)
{
    struct change changes[CONTROLS];
    add(DEX, EML, "a", 0);
    add(DEX, EML, "b", 0);
    add(DEX, EML, "c", 0);
    remember_as("EML-1/DEX/a", "2026-10-10", TELLING_OPEN, "2026-Q3");
    remember_as("EML-1/DEX/b", "2026-09-30", TELLING_OPEN, ""); /* before files said since when */
    remember_as("EML-1/DEX/c", "2026-10-10", TELLING_REOPENED, "2026-Q3");
    struct open_findings open = open_of(DEX, changes);
    ck_assert(!open_finding(&open, "a")->reopened);
    ck_assert(!open_finding(&open, "b")->reopened);
    ck_assert(open_finding(&open, "c")->reopened);
    ck_assert_int_eq(open_finding(&open, "a")->told_on, day("2026-10-10"));
    ck_assert_int_eq(changes[EML].reopened, 1);
    ck_assert(told_earlier(&(struct telling){.told_on = day("2026-09-29"), .since = SINCE_UNKNOWN},
                           results.period));
}
END_TEST

/* The draft of the quarter said cleared; the rows that came since say that it never was. */
START_TEST(what_never_was_cleared_keeps_its_day)
{
    add(DEX, EML, "a", 0);
    add(DEX, EML, "a", 1);
    remember_as("EML-1/DEX/a", "2026-07-15", TELLING_CLEARED, "2026-Q3");
    add(DEX, EML, "b", 0);
    add(DEX, EML, "b", 1);
    remember_as("EML-1/DEX/b", "2026-07-15", TELLING_CLEARED, "2026-Q2");
    add(DEX, EML, "c", 0);
    remember_as("EML-1/DEX/c", "2026-07-15", TELLING_CLEARED, "2026-Q3");
    struct open_findings open = open_of(DEX, NULL);
    ck_assert_int_eq(open_finding(&open, "a")->told_on, day("2026-07-15"));
    ck_assert_int_eq(open_finding(&open, "b")->told_on, day("2026-07-15"));
    ck_assert_int_eq(open_finding(&open, "c")->told_on, day("2026-07-15"));
}
END_TEST

/* OLD went to DTW in June, DTW to DEX in August. OLD was told of a, DTW of b, DEX itself of c. The
 * register moved the accounts, so that the quarter before has the findings under DEX too. */
START_TEST(what_a_body_left_is_new_to_its_successor)
{
    struct change changes[CONTROLS];
    struct succession successions[] = {{OLD, DTW, day("2026-06-30")},
                                       {DTW, DEX, day("2026-08-01")},
                                       {BSM, DEX, day("2026-10-01")}};
    reference.successions = successions;
    reference.succession_count = 3;
    controls[EML].remedy_days = 5;
    const char *items[] = {"a", "b", "c", "d"};
    for (size_t i = 0; i < 4; i++) {
        add(DEX, EML, items[i], 0);
        add(DEX, EML, items[i], 1);
    }
    remember_as("EML-1/OLD/a", "2026-04-15", TELLING_OPEN, "2026-Q1");
    remember_as("EML-1/DTW/b", "2026-07-15", TELLING_CLEARED, "2026-Q3");
    remember_as("EML-1/DEX/c", "2026-07-15", TELLING_OPEN, "2026-Q2");
    remember_as("EML-1/BSM/d", "2026-07-15", TELLING_OPEN, "2026-Q2"); /* not before October */
    struct open_findings open = open_of(DEX, changes);
    const struct open_finding *a = open_finding(&open, "a"), *b = open_finding(&open, "b");
    const struct open_finding *c = open_finding(&open, "c"), *d = open_finding(&open, "d");
    ck_assert_str_eq(a->moved_from, "OLD");
    ck_assert_str_eq(b->moved_from, "DTW");
    ck_assert_ptr_null(c->moved_from);
    ck_assert_ptr_null(d->moved_from);
    ck_assert_int_eq(a->told_on, day("2026-09-30"));
    ck_assert(!a->stayed && !a->reopened && !a->overdue && !b->stayed);
    ck_assert(c->stayed && c->overdue && d->stayed);
    ck_assert_int_eq(changes[EML].appeared, 2);
    ck_assert_int_eq(changes[EML].stayed, 2);
    ck_assert_int_eq(changes[EML].cleared, 0);
}
END_TEST

START_TEST(once_told_a_successor_s_finding_is_its_own)
{
    struct succession succession = {OLD, DEX, day("2026-06-30")};
    reference.successions = &succession;
    reference.succession_count = 1;
    add(DEX, EML, "a", 0);
    add(DEX, EML, "a", 1);
    remember_as("EML-1/OLD/a", "2026-04-15", TELLING_CLEARED, "2026-Q2");
    remember_as("EML-1/DEX/a", "2026-07-15", TELLING_OPEN, "2026-Q2");
    struct open_findings open = open_of(DEX, NULL);
    ck_assert_str_eq(open.items[0].moved_from, "OLD");
    ck_assert(open.items[0].stayed);
    ck_assert_int_eq(open.items[0].told_on, day("2026-07-15"));
}
END_TEST

/* Bodies that took each other over, which slips of the pen may say. */
START_TEST(a_succession_in_a_circle_ends)
{
    struct succession successions[] = {{OLD, DEX, day("2026-06-30")},
                                       {DEX, OLD, day("2026-06-30")},
                                       {DEX, DEX, day("2026-06-30")}};
    reference.successions = successions;
    reference.succession_count = 3;
    add(DEX, EML, "a", 0);
    remember("EML-1/DEX/a", "2026-04-15");
    ck_assert_ptr_null(open_of(DEX, NULL).items[0].moved_from);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("remedy_change");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, items_appear_stay_and_are_cleared);
    tcase_add_test(t, what_is_found_of_acts_is_new_and_never_stays);
    tcase_add_test(t, changes_of_groups_leave_out_who_is_not_judged);
    tcase_add_test(t, what_is_cleared_is_met_now_or_has_left);
    tcase_add_test(t, what_was_found_earlier_is_reopened);
    tcase_add_test(t, an_earlier_edition_of_the_same_quarter_reopens_nothing);
    tcase_add_test(t, what_never_was_cleared_keeps_its_day);
    tcase_add_test(t, what_a_body_left_is_new_to_its_successor);
    tcase_add_test(t, once_told_a_successor_s_finding_is_its_own);
    tcase_add_test(t, a_succession_in_a_circle_ends);
    return t;
}
