/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/text.h"
#include "metrics/quality.h"
#include "metrics/reconcile.h"
#include "metrics/results.h"

#include <string.h>

/* A backlog of two agencies: what was open, and what came in, less what was closed; late ones are
 * some of those that came in. */
enum { START, RECEIVED, CLOSED, END, LATE, MEASURES };
enum { ALF, BAD, AGENCIES };
enum { BEFORE = PERIODS - 2, NOW = PERIODS - 1 };

static struct arena *arena;
static struct results results;
static struct reference reference;
static struct quality quality;
static struct measure_definition definitions[MEASURES];
static const struct measure_definition *measures[MEASURES];
static bool measured[MEASURES];

static void count(size_t agency, size_t measure, size_t period, int times)
{
    for (int i = 0; i < times; i++)
        measurements_count(&results.measurements,
                           (struct measurement_key){agency, measure, period, 0, 0},
                           measures[measure], (struct contribution){1, 0});
}

/** 4 open, 10 came in, 9 closed, 5 open: it reconciles. */
static void fill(size_t agency, size_t period)
{
    count(agency, START, period, 4);
    count(agency, RECEIVED, period, 10);
    count(agency, CLOSED, period, 9);
    count(agency, END, period, 5);
    count(agency, LATE, period, 10);
}

static void setup(void)
{
    static const char *IDS[] = {"start", "received", "closed", "end", "late"};
    static const char *ADD[] = {"start", "received"}, *SUBTRACT[] = {"closed"};
    static struct agency agencies[] = {{.code = "ALF"}, {.code = "BAD"}};
    arena = arena_new();
    reference = (struct reference){.agencies = agencies, .agency_count = AGENCIES};
    for (size_t m = 0; m < MEASURES; m++) {
        definitions[m] = (struct measure_definition){.id = IDS[m], .statistic = STATISTIC_COUNT};
        measures[m] = &definitions[m];
        measured[m] = true;
    }
    definitions[END].add = ADD;
    definitions[END].add_count = 2;
    definitions[END].subtract = SUBTRACT;
    definitions[END].subtract_count = 1;
    definitions[LATE].within = "received";
    results = (struct results){.arena = arena,
                               .reference = &reference,
                               .period = 2026 * 4 + 2, /* 2026-Q3 */
                               .measures = measures,
                               .measure_count = MEASURES,
                               .measure_measured = measured};
    quality_init(&quality, arena);
    fill(ALF, NOW);
    fill(ALF, BEFORE);
    fill(BAD, NOW);
}

static void teardown(void)
{
    quality_finish(&quality);
    measurements_finish(&results.measurements);
    arena_free(arena);
}

static void assert_flaw(size_t index, size_t agency, const char *said)
{
    struct text text = {0};
    ck_assert_uint_lt(index, quality.flaw_count);
    quality_say(&quality.flaws[index], true, arena, &text);
    ck_assert_str_eq(text_string(&text), said);
    ck_assert_uint_eq(quality.flaws[index].agency, agency);
    ck_assert_int_eq(quality.flaws[index].check->severity, SEVERITY_STOPS_AGENCY);
    text_finish(&text);
}

START_TEST(a_backlog_that_adds_up_is_no_flaw)
{
    reconcile(&results, &quality);
    ck_assert_uint_eq(quality.check_count, 2);
    ck_assert_uint_eq(quality.flaw_count, 0);
}
END_TEST

START_TEST(one_message_too_many_stops_its_agency_alone)
{
    count(BAD, END, NOW, 1);
    reconcile(&results, &quality);
    ck_assert_uint_eq(quality.flaw_count, 1);
    assert_flaw(0, BAD,
                "measures that are not the sum they should be: 1 (end of 2026-Q3: it is not what "
                "its parts add up to) [reconcile-sum]");
    ck_assert_ptr_eq(quality_stop(&quality, BAD), &quality.flaws[0]);
    ck_assert_ptr_null(quality_stop(&quality, ALF));
}
END_TEST

START_TEST(each_part_of_the_sum_counts_in_every_quarter)
{
    count(ALF, START, BEFORE, 1);
    count(ALF, CLOSED, NOW, 1);
    reconcile(&results, &quality);
    ck_assert_uint_eq(quality.flaw_count, 1);
    assert_flaw(
        0, ALF,
        "measures that are not the sum they should be: 2 (end of 2026-Q3, end of 2026-Q2: it "
        "is not what its parts add up to) [reconcile-sum]");
}
END_TEST

START_TEST(a_part_where_nothing_else_is_counted_does_not_add_up)
{
    count(BAD, START, 0, 2); /* 2024-Q3: open at its start, and gone without being closed */
    reconcile(&results, &quality);
    ck_assert_uint_eq(quality.flaw_count, 1);
    ck_assert_str_eq(quality.flaws[0].examples[0].item, "end of 2024-Q3");
}
END_TEST

START_TEST(a_part_may_be_the_whole_and_no_more)
{
    count(ALF, LATE, NOW, 1);
    reconcile(&results, &quality);
    ck_assert_uint_eq(quality.flaw_count, 1);
    assert_flaw(0, ALF,
                "measures that are more than what they are a part of: 1 (late of 2026-Q3: it is "
                "more than the whole) [reconcile-part]");
}
END_TEST

START_TEST(what_was_not_measured_is_passed_over)
{
    count(BAD, END, NOW, 1);
    count(ALF, LATE, NOW, 1);
    measured[CLOSED] = false;
    measured[RECEIVED] = false;
    reconcile(&results, &quality);
    ck_assert_uint_eq(quality.flaw_count, 0);
}
END_TEST

START_TEST(persons_are_counted_and_never_named)
{
    static const struct quality_check messages = {
        .rows = {.name = "messages", .title = "Messages", .item = ITEM_FEEDBACK},
        .sentence = "it is wrong"};
    struct text text = {0};
    size_t check = quality_begin(&quality, &messages);
    for (int i = 0; i < 9; i++)
        quality_add(&quality, check, BAD, (struct flaw_example){"maria@example.ph", NULL});
    quality_say(&quality.flaws[0], true, arena, &text);
    ck_assert_str_eq(text_string(&text), "messages: 9 [messages]");
    text_clear(&text);
    quality_say_total(&quality, &messages, &text);
    ck_assert_str_eq(text_string(&text), "messages: fewer than 10 [messages]");
    text_clear(&text);
    quality_add(&quality, check, ALF, (struct flaw_example){"juan@example.ph", NULL});
    quality_add(&quality, check, QUALITY_NO_AGENCY, (struct flaw_example){"ana", NULL});
    quality_say_total(&quality, &messages, &text);
    ck_assert_str_eq(text_string(&text), "messages: 10 of 2 agencies and 1 of no agency in the "
                                         "register [messages]");
    text_finish(&text);
}
END_TEST

START_TEST(five_items_are_named_and_the_rest_counted)
{
    static const struct quality_check accounts = {
        .rows = {.name = "accounts", .title = "Accounts", .item = ITEM_ACCOUNT}, .sentence = "bad"};
    struct text text = {0};
    size_t check = quality_begin(&quality, &accounts);
    for (int i = 0; i < 6; i++)
        quality_add(&quality, check, BAD, (struct flaw_example){"a\u202e", NULL});
    quality_say(&quality.flaws[0], true, arena, &text);
    ck_assert_str_eq(text_string(&text), "accounts: 6 (a, a, a, a, a: bad; and others) "
                                         "[accounts]");
    text_clear(&text);
    quality_say(&quality.flaws[0], false, arena, &text);
    ck_assert_str_eq(text_string(&text), "accounts: 6 [accounts]");
    ck_assert_msg(!quality_stop(&quality, BAD), "a warning stops nobody");
    text_finish(&text);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("reconcile");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_backlog_that_adds_up_is_no_flaw);
    tcase_add_test(t, one_message_too_many_stops_its_agency_alone);
    tcase_add_test(t, each_part_of_the_sum_counts_in_every_quarter);
    tcase_add_test(t, a_part_where_nothing_else_is_counted_does_not_add_up);
    tcase_add_test(t, a_part_may_be_the_whole_and_no_more);
    tcase_add_test(t, what_was_not_measured_is_passed_over);
    tcase_add_test(t, persons_are_counted_and_never_named);
    tcase_add_test(t, five_items_are_named_and_the_rest_counted);
    return t;
}
