/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "metrics/traces.h"

static struct traces traces;

static void setup(void)
{
    traces = (struct traces){0};
}

static void teardown(void)
{
    traces_finish(&traces);
}

static struct item_key key(const char *item)
{
    return (struct item_key){.agency = 1, .control = 2, .item = item};
}

/* Rows come in any order. */
START_TEST(a_finding_of_the_quarter_before_that_is_met_now_was_met_again)
{
    traces_note(&traces, key("mended"), 0, true);
    traces_note(&traces, key("mended"), 1, false);
    traces_note(&traces, key("older"), 2, false); /* met the quarter before already */
    traces_note(&traces, key("older"), 1, true);
    traces_note(&traces, key("older"), 0, true);
    traces_note(&traces, key("gone"), 1, false);
    traces_note(&traces, key("open"), 1, false);
    traces_note(&traces, key("open"), 0, false);
    traces_settle(&traces);
    ck_assert(traces_met_again(&traces, key("mended")));
    ck_assert(!traces_met_again(&traces, key("older")));
    ck_assert(!traces_met_again(&traces, key("gone")));
    ck_assert(!traces_met_again(&traces, key("open")));
    ck_assert(!traces_reopened(&traces, key("open")));
}
END_TEST

START_TEST(a_finding_is_reopened_where_it_was_one_before_the_quarter_before)
{
    traces_note(&traces, key("again"), 0, false);
    traces_note(&traces, key("again"), 1, true);
    traces_note(&traces, key("again"), 8, false);
    traces_note(&traces, key("new"), 0, false);
    traces_note(&traces, key("new"), 2, true);
    traces_note(&traces, key("open"), 0, false);
    traces_note(&traces, key("open"), 1, false);
    traces_note(&traces, key("open"), 2, false);
    traces_note(&traces, key("once"), 2, false); /* and not now */
    traces_settle(&traces);
    ck_assert(traces_reopened(&traces, key("again")));
    ck_assert(!traces_reopened(&traces, key("new")));
    ck_assert(!traces_reopened(&traces, key("open")));
    ck_assert(!traces_reopened(&traces, key("once")));
}
END_TEST

START_TEST(agencies_and_controls_are_kept_apart)
{
    traces_note(&traces, key("a"), 1, false);
    traces_note(&traces, (struct item_key){1, 3, "a"}, 0, true);
    traces_note(&traces, (struct item_key){2, 2, "a"}, 0, true);
    traces_settle(&traces);
    ck_assert(!traces_met_again(&traces, key("a")));
    ck_assert_uint_eq(traces.met_again.count, 0);
}
END_TEST

START_TEST(what_was_settled_stays_when_the_next_listing_is_stepped)
{
    traces_note(&traces, key("a"), 1, false);
    traces_note(&traces, key("a"), 0, true);
    traces_settle(&traces);
    ck_assert_uint_eq(traces.met_now.capacity + traces.found_before.capacity, 0);
    traces_note(&traces, (struct item_key){1, 9, "a"}, 0, true);
    traces_settle(&traces);
    ck_assert(traces_met_again(&traces, key("a")));
    ck_assert(!traces_met_again(&traces, (struct item_key){1, 9, "a"}));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("traces");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_finding_of_the_quarter_before_that_is_met_now_was_met_again);
    tcase_add_test(t, a_finding_is_reopened_where_it_was_one_before_the_quarter_before);
    tcase_add_test(t, agencies_and_controls_are_kept_apart);
    tcase_add_test(t, what_was_settled_stays_when_the_next_listing_is_stepped);
    return t;
}
