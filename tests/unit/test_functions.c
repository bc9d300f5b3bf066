/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

#include "base/calendar.h"
#include "base/map.h"
#include "data/reference.h"

static struct source *source;
static struct calendar *calendar;

static int32_t day(const char *iso)
{
    int32_t result = 0;
    ck_assert(date_parse(iso, 10, &result));
    return result;
}

/* In 2019: 30 April is a Tuesday, 13 May (election day) a Monday. In 2026: 3 August is a Monday, 21
 * August (Ninoy Aquino Day) a Friday, 31 August a Monday; 30 December is a Wednesday. In region V
 * work was suspended for two days of a typhoon, Thursday 13 and Friday 14 August. */
static void add_holidays(void)
{
    static const char *const NATIONAL[] = {"2019-05-01", "2019-05-13", "2026-08-21", "2026-08-31",
                                           "2026-12-30", "2026-12-31", "2027-01-01"};
    for (size_t i = 0; i < ARRAY_LENGTH(NATIONAL); i++)
        calendar_add(calendar, day(NATIONAL[i]), "national");
    calendar_add(calendar, day("2026-08-04"), "NCR");
    calendar_add(calendar, day("2026-08-13"), "V");
    calendar_add(calendar, day("2026-08-14"), "V");
    calendar_seal(calendar);
}

static void setup(void)
{
    struct error err = {0};
    fixture_setup();
    run_sql(database, DATABASE_SQL);
    source = opened(NULL);
    calendar = calendar_new();
    add_holidays();
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

START_TEST(due_at_is_the_end_of_the_nth_working_day_after)
{
    /* Request #PCOO-365592301312 on foi.gov.ph: its page names the day. */
    is("due_at('2019-04-30T13:40:00+08:00', 15, 'working_days')", "2019-05-23T23:59:59+08:00");
    /* Received on a holiday, on a Friday at night, and when it is Saturday in Manila only. */
    is("due_at('2019-05-01T09:00:00', 1, 'working_days')", "2019-05-02T23:59:59+08:00");
    is("due_at('2026-08-14T23:59:59', 1, 'working_days')", "2026-08-17T23:59:59+08:00");
    is("due_at('2026-08-14T16:00:00Z', 1, 'working_days')", "2026-08-17T23:59:59+08:00");
    /* Over New Year, Monday 28 December: the 29th, then 4 and 5 January. */
    is("due_at('2026-12-28', 3, 'working_days')", "2027-01-05T23:59:59+08:00");
    is("due_at(NULL, 1, 'working_days')", "-");
    is("due_at('2026-08-03', NULL, 'working_days')", "-");
    is("due_at('2026-08-03', 1, NULL)", "-");
}
END_TEST

START_TEST(due_at_keeps_the_holidays_and_suspensions_of_the_scope)
{
    is("due_at('2026-08-03', 1, 'working_days', 'NCR')", "2026-08-05T23:59:59+08:00");
    is("due_at('2026-08-03', 1, 'working_days', 'CAR')", "2026-08-04T23:59:59+08:00");
    is("due_at('2026-08-12T08:00:00', 2, 'working_days', 'V')", "2026-08-18T23:59:59+08:00");
    is("due_at('2026-08-12T08:00:00', 2, 'working_days', NULL)", "2026-08-14T23:59:59+08:00");
    /* Extended once by as many days again: 13, 14, 17 and 18 August; in V 17, 18, 19 and 20. */
    is("due_at('2026-08-12T08:00:00', 2 * 2, 'working_days')", "2026-08-18T23:59:59+08:00");
    is("due_at('2026-08-12T08:00:00', 2 * 2, 'working_days', 'V')", "2026-08-20T23:59:59+08:00");
}
END_TEST

START_TEST(hours_run_through_weekends_and_holidays_to_the_second)
{
    is("due_at('2026-08-14T18:00:01', 72, 'hours', 'V')", "2026-08-17T18:00:01+08:00");
    is("due_at('2026-08-14T18:00:01Z', 72, 'hours')", "2026-08-18T02:00:01+08:00");
    is("hours_after('2026-08-14T18:00:01', 72)", "2026-08-17T18:00:01+08:00");
    is("hours_after('2026-12-31T22:30:00Z', 2)", "2027-01-01T08:30:00+08:00");
    is("hours_after('2026-08-14', -1)", "2026-08-13T23:00:00+08:00");
    is("hours_after('2026-08-14T18:00:01', 0)", "2026-08-14T18:00:01+08:00");
    is("hours_after(NULL, 72)", "-");
    is("hours_after('2026-08-14', NULL)", "-");
}
END_TEST

START_TEST(a_clock_of_no_known_unit_or_length_is_an_error)
{
    is_error("due_at('2026-08-03', 3, 'days')", "due_at() was given a value that is not a unit");
    is_error("due_at('2026-08-03', 3, '')", "not a unit of clocks, working_days or hours");
    is_error("due_at('2026-08-03', 0, 'hours')", "at least 1");
    is_error("due_at('2026-08-03', -1, 'working_days')", "at least 1");
    is_error("due_at('9999-12-31', 1, 'working_days')", "within the years 1900 to 9999");
    is_error("due_at('9999-12-31', 24, 'hours')", "within the years 1900 to 9999");
    is_error("hours_after('1900-01-01', -1)", "within the years 1900 to 9999");
    is_error("hours_after('2026-08-03', 1.5)", "hours_after()");
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

START_TEST(lead_of_is_the_agency_that_led_the_account_that_day)
{
    struct agency agencies[] = {{.code = "NEW"}, {.code = "OLD"}};
    size_t registered[] = {0, SIZE_MAX};
    struct lead leads[] = {{0, 1, DAY_UNKNOWN_PAST, day("2026-08-14")}};
    struct reference reference = {
        .agencies = agencies,
        .agency_count = 2,
        .account_agency = registered,
        .account_index = map_new(),
        .leads = leads,
        .lead_count = 1,
    };
    is("lead_of('a', '2026-08-14')", "-"); /* nothing is known yet */
    ck_assert(map_add(reference.account_index, "a", 0));
    ck_assert(map_add(reference.account_index, "stray", 1));
    source_set_reference(source, &reference);
    is("lead_of('a', '2026-08-14')", "OLD");
    is("lead_of('a', '2026-08-14T15:59:59Z')", "OLD");
    is("lead_of('a', '2026-08-14T16:00:00Z')", "NEW"); /* midnight in Manila */
    is("lead_of('a', '2026-08-15')", "NEW");
    is("lead_of('stray', '2026-08-15')", "-"); /* of no registered agency */
    is("lead_of('b', '2026-08-15')", "-");
    is("lead_of(NULL, '2026-08-15')", "-");
    is("lead_of('a', NULL)", "-");
    is_error("lead_of('a', 'soon')", "lead_of() was given a value that is not a date");
    map_free(reference.account_index);
}
END_TEST

START_TEST(each_function_is_described_once)
{
    struct text text = {0};
    functions_describe(&text);
    ck_assert(
        strncmp(text_string(&text), "period_of(timestamp): the quarter in which it fell", 50) == 0);
    ck_assert_ptr_nonnull(strstr(text_string(&text), "\nlead_of(account, day): the agency whose"));
    const char *clock = strstr(text_string(&text), "\ndue_at(from, n, unit [, scope]): ");
    ck_assert_ptr_nonnull(clock);
    ck_assert_ptr_null(strstr(clock + 2, "due_at("));
    text_finish(&text);
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
        is_error(arena_printf(arena, "hours_after(%s, 3)", VALUES[i]), "hours_after()");
        is_error(arena_printf(arena, "due_at(%s, 3, 'hours')", VALUES[i]), "due_at()");
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
    tcase_add_test(t, due_at_is_the_end_of_the_nth_working_day_after);
    tcase_add_test(t, due_at_keeps_the_holidays_and_suspensions_of_the_scope);
    tcase_add_test(t, hours_run_through_weekends_and_holidays_to_the_second);
    tcase_add_test(t, a_clock_of_no_known_unit_or_length_is_an_error);
    tcase_add_test(t, iso_date_reads_other_forms);
    tcase_add_test(t, a_form_that_is_none_is_an_error);
    tcase_add_test(t, lead_of_is_the_agency_that_led_the_account_that_day);
    tcase_add_test(t, each_function_is_described_once);
    tcase_add_test(t, what_is_no_date_is_an_error_without_its_value);
    tcase_add_test(t, arguments_are_counted);
    return t;
}
