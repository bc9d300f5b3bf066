/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

#include "base/calendar.h"

static struct source *source;
static struct calendar *calendar;

static int32_t day(const char *iso)
{
    int32_t result = 0;
    ck_assert(date_parse(iso, 10, &result));
    return result;
}

/* In 2026: 3 August is a Monday, 21 August (Ninoy Aquino Day) a Friday, 31 August a Monday. */
static void setup(void)
{
    struct error err = {0};
    fixture_setup();
    run_sql(database, DATABASE_SQL);
    source = opened(NULL);
    calendar = calendar_new();
    calendar_add(calendar, day("2026-08-21"), "national");
    calendar_add(calendar, day("2026-08-31"), "national");
    calendar_add(calendar, day("2026-08-04"), "NCR");
    calendar_seal(calendar);
    source_set_calendar(source, calendar);
    const struct source_times times = {period_of_day(day("2026-08-01")), 4, day("2026-09-30"),
                                       day("2026-10-20")};
    ck_assert(source_set_times(source, &times, &err));
}

static void teardown(void)
{
    source_close(source);
    calendar_free(calendar);
    fixture_teardown();
}

/** The value of an expression; NULL is "-". */
static void is(const char *expression, const char *expected)
{
    gives(source, arena_printf(arena, "SELECT coalesce(%s, '-') AS item", expression),
          arena_printf(arena, "%s ", expected));
}

static void is_error(const char *expression, const char *part)
{
    fails(source, arena_printf(arena, "SELECT %s AS item", expression), ERROR_DATA, part);
}

START_TEST(period_of_is_the_quarter_in_manila)
{
    is("period_of('2026-09-30')", "2026-Q3");
    is("period_of('2026-10-01')", "2026-Q4");
    is("period_of('2026-01-01')", "2026-Q1");
    is("period_of('2026-09-30T23:59:59+08:00')", "2026-Q3");
    is("period_of('2026-09-30T16:00:00Z')", "2026-Q4"); /* midnight there */
    is("period_of('2026-09-30T15:59:59Z')", "2026-Q3");
    is("period_of('2025-12-31 23:59')", "2025-Q4");
    is("period_of('1900-01-01')", "1900-Q1");
    is("period_of('9999-12-31')", "9999-Q4");
    is("period_of(NULL)", "-");
}
END_TEST

START_TEST(day_of_is_the_date_in_manila)
{
    is("day_of('2026-09-30T16:00:00Z')", "2026-10-01");
    is("day_of('2026-09-30T15:59:59Z')", "2026-09-30");
    is("day_of('2026-09-30')", "2026-09-30");
    is("day_of(NULL)", "-");
}
END_TEST

START_TEST(known_is_nothing_after_the_as_of_day)
{
    is("known('2026-09-30T23:59:59')", "2026-09-30T23:59:59");
    is("known('2026-10-01T00:00:00')", "-");
    is("known('2026-09-30T16:00:00Z')", "-");
    is("known('2026-09-30')", "2026-09-30");
    is("known(NULL)", "-");
}
END_TEST

START_TEST(seconds_and_days_between_are_signed)
{
    is("seconds_between('2026-08-03T09:00:00+08:00', '2026-08-03T02:00:30Z')", "3630");
    is("seconds_between('2026-08-03T10:00:00', '2026-08-03T09:59:59')", "-1");
    is("seconds_between('2026-08-03', '2026-08-04')", "86400");
    is("seconds_between(NULL, '2026-08-04')", "-");
    is("seconds_between('2026-08-04', NULL)", "-");
    is("days_between('2026-08-03', '2026-08-10')", "7");
    is("days_between('2026-08-10', '2026-08-03')", "-7");
    is("days_between('2026-08-03T23:59', '2026-08-04T00:00')", "1");
    is("days_between('2024-02-28', '2024-03-01')", "2");
    is("days_between(NULL, NULL)", "-");
}
END_TEST

START_TEST(day_add_counts_calendar_days)
{
    is("day_add('2026-08-30', 3)", "2026-09-02");
    is("day_add('2026-03-01', -1)", "2026-02-28");
    is("day_add('2024-03-01', -1)", "2024-02-29");
    is("day_add('2026-08-30T23:00:00Z', 0)", "2026-08-31");
    is("day_add(NULL, 1)", "-");
    is("day_add('2026-08-30', NULL)", "-");
    is_error("day_add('2026-08-30', 1.5)",
             "day_add() was given a value that is not a whole number");
    is_error("day_add('2026-08-30', '3')", "day_add()");
    is_error("day_add('2026-08-30', 9223372036854775807)", "day_add()");
    is_error("day_add('9999-12-31', 1)", "day_add()");
    is_error("day_add('1900-01-01', -1)", "day_add()");
}
END_TEST

START_TEST(working_days_skip_weekends_and_holidays)
{
    is("working_days('2026-08-03', '2026-08-07')", "4"); /* Tue to Fri */
    is("working_days('2026-08-07', '2026-08-10')", "1"); /* over a weekend */
    is("working_days('2026-08-20', '2026-08-24')", "1"); /* Fri is a holiday: Mon */
    is("working_days('2026-08-03', '2026-08-07', 'NCR')", "3");
    is("working_days('2026-08-20', '2026-08-24', 'NCR')", "1"); /* the national ones hold there */
    is("working_days('2026-08-03', '2026-08-07', 'CAR')", "4");
    is("working_days('2026-08-03', '2026-08-07', NULL)", "4");
    is("working_days('2026-08-07', '2026-08-03')", "0");
    is("working_days('2026-08-03', '2026-08-03')", "0");
    is("working_days(NULL, '2026-08-03')", "-");
    is("working_days('2026-08-03', NULL)", "-");
}
END_TEST

START_TEST(due_on_is_the_nth_working_day_after)
{
    is("due_on('2026-08-03', 1)", "2026-08-04");
    is("due_on('2026-08-03', 1, 'NCR')", "2026-08-05");
    is("due_on('2026-08-03', 3, 'NCR')", "2026-08-07");
    is("due_on('2026-08-14T18:00:00', 5)", "2026-08-24"); /* 17 18 19 20, not 21, 24 */
    is("due_on('2026-08-28', 1)", "2026-09-01");          /* Mon 31 is a holiday */
    is("due_on(NULL, 1)", "-");
    is("due_on('2026-08-03', NULL)", "-");
    is_error("due_on('2026-08-03', 0)", "at least 1");
    is_error("due_on('2026-08-03', -3)", "at least 1");
    is_error("due_on('9999-12-31', 1)", "due_on()");
}
END_TEST

START_TEST(iso_date_reads_other_forms)
{
    is("iso_date('09/30/2026', 'MM/DD/YYYY')", "2026-09-30");
    is("iso_date('30.09.2026', 'DD.MM.YYYY')", "2026-09-30");
    is("iso_date(20260930, 'YYYYMMDD')", "2026-09-30");
    is("iso_date('9/30/2026', 'MM/DD/YYYY')", "-");
    is("iso_date('09-30-2026', 'MM/DD/YYYY')", "-");
    is("iso_date('09/30/2026 ', 'MM/DD/YYYY')", "-");
    is("iso_date('0a/30/2026', 'MM/DD/YYYY')", "-");
    is("iso_date('', 'MM/DD/YYYY')", "-");
    is("iso_date(NULL, 'MM/DD/YYYY')", "-");
    is("coalesce(iso_date('2026-09-30', 'MM/DD/YYYY'), iso_date('2026-09-30', 'YYYY-MM-DD'))",
       "2026-09-30");
}
END_TEST

START_TEST(a_form_that_is_none_is_an_error)
{
    /* Of the form, but no day: to drop it in silence would keep a closed account open. */
    is_error("iso_date('30/09/2026', 'MM/DD/YYYY')", "not a day that exists");
    is_error("iso_date('02/30/2026', 'MM/DD/YYYY')", "not a day that exists");
    is_error("iso_date('30/09', 'DD/MM')", "iso_date() was given a form");
    is_error("iso_date('26/09/30', 'YY/MM/DD')", "iso_date() was given a form");
    is_error("iso_date('2026-09-30', NULL)", "iso_date() was given a form");
    is_error("iso_date('2026-09-3030', 'YYYY-MM-DDDD')", "iso_date() was given a form");
    is_error("iso_date(NULL, 'dd/mm/yyyy')", "iso_date() was given a form");
}
END_TEST

START_TEST(what_is_no_date_is_an_error_without_its_value)
{
    static const char *const VALUES[] = {
        "'2026-02-30'",          "'2026-13-01'",           "'09/30/2026'", "''",  "'soon'",
        "'2026-09-30T24:00:00'", "'2026-09-30T10:00:60Z'", "20260930",     "1.5", "x'ff'",
        "'my private words'",    "'2026-09-30' || ' '"};
    for (size_t i = 0; i < ARRAY_LENGTH(VALUES); i++) {
        is_error(arena_printf(arena, "period_of(%s)", VALUES[i]),
                 "period_of() was given a value that is not a date or timestamp");
        is_error(arena_printf(arena, "due_on(%s, 3)", VALUES[i]), "due_on()");
        is_error(arena_printf(arena, "seconds_between('2026-09-30', %s)", VALUES[i]),
                 "seconds_between()");
        is_error(arena_printf(arena, "known(%s)", VALUES[i]), "known()");
    }
}
END_TEST

START_TEST(arguments_are_counted)
{
    refuses(source, "SELECT period_of() AS item",
            "wrong number of arguments to function period_of()");
    refuses(source, "SELECT due_on('2026-08-03') AS item", "wrong number of arguments");
    refuses(source, "SELECT periods_of('2026-08-03') AS item", "no such function: periods_of");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("functions");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, period_of_is_the_quarter_in_manila);
    tcase_add_test(t, day_of_is_the_date_in_manila);
    tcase_add_test(t, known_is_nothing_after_the_as_of_day);
    tcase_add_test(t, seconds_and_days_between_are_signed);
    tcase_add_test(t, day_add_counts_calendar_days);
    tcase_add_test(t, working_days_skip_weekends_and_holidays);
    tcase_add_test(t, due_on_is_the_nth_working_day_after);
    tcase_add_test(t, iso_date_reads_other_forms);
    tcase_add_test(t, a_form_that_is_none_is_an_error);
    tcase_add_test(t, what_is_no_date_is_an_error_without_its_value);
    tcase_add_test(t, arguments_are_counted);
    return t;
}
