/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
#include "metrics/remedy.h"
#include "run/memory.h"

#include <string.h>

static struct arena *arena;
static char *folder;
static struct error err;
static struct told told;

static void setup(void)
{
    err = (struct error){0};
    told = (struct told){0};
    arena = arena_new();
    ck_assert(folder_make_private("/tmp", "ulat-memory-", arena, &folder, &err));
}

static void teardown(void)
{
    struct error ignored = {0};
    memory_finish(&told);
    folder_remove(folder, &ignored);
    error_finish(&err);
    arena_free(arena);
}

static bool load(const char *text)
{
    ck_assert(file_write(path_join(arena, folder, "findings.csv"), text, strlen(text), &err));
    return memory_load(folder, arena, &told, &err);
}

static int32_t day(const char *iso)
{
    int32_t value = 0;
    ck_assert(date_parse(iso, strlen(iso), &value));
    return value;
}

START_TEST(what_was_told_before_keeps_its_day)
{
    told.today = day("2026-10-20");
    ck_assert_msg(load("reference,first_told_on,due_on\n"
                       "EML-1/DEX/dex-facebook,2026-04-15,2026-05-28\n"
                       "\"POL-2/DEX/dex, x\",2026-07-15,\n"),
                  "%s", err.message);
    ck_assert_int_eq(remedy_told_on(&told, "EML-1/DEX/dex-facebook"), day("2026-04-15"));
    ck_assert_int_eq(remedy_told_on(&told, "POL-2/DEX/dex, x"), day("2026-07-15"));
    ck_assert_int_eq(remedy_told_on(&told, "EML-1/DEX/dex-x"), day("2026-10-20"));
}
END_TEST

START_TEST(of_two_days_the_earlier_counts)
{
    ck_assert(load("reference,first_told_on,due_on\nA/B/C,2026-07-15,\nA/B/C,2026-04-15,\n"
                   "A/B/C,2026-05-15,\n"));
    ck_assert_int_eq(remedy_told_on(&told, "A/B/C"), day("2026-04-15"));
}
END_TEST

START_TEST(a_file_without_findings_is_a_memory_too)
{
    ck_assert(load("reference,first_told_on,due_on\n"));
    ck_assert_uint_eq(map_size(told.references), 0);
}
END_TEST

START_TEST(a_day_that_is_none_is_told_with_its_line)
{
    ck_assert(!load("reference,first_told_on,due_on\nA/B/C,2026-07-15,\nA/B/D,2026-02-30,\n"));
    ck_assert_int_eq(err.kind, ERROR_DATA);
    ck_assert_uint_eq(err.line, 3);
    ck_assert_ptr_nonnull(strstr(err.message, "first_told_on"));
    ck_assert_ptr_null(told.references);
}
END_TEST

START_TEST(a_missing_column_is_named)
{
    ck_assert(!load("reference,told\nA/B/C,2026-07-15\n"));
    ck_assert_ptr_nonnull(strstr(err.message, "'first_told_on'"));
}
END_TEST

START_TEST(a_missing_file_is_no_input)
{
    ck_assert(!memory_load(folder, arena, &told, &err));
    ck_assert_int_eq(err.kind, ERROR_NO_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "findings.csv"));
}
END_TEST

START_TEST(state_and_quarter_are_remembered)
{
    told.today = day("2026-10-20");
    ck_assert_msg(load("reference,first_told_on,due_on,state,since\n"
                       "A/B/C,2026-04-15,2026-05-28,open,2025-Q4\n"
                       "A/B/D,2026-04-15,,cleared,2026-Q2\n"
                       "A/B/E,2026-04-15,,reopened,2026-Q1\n"
                       "A/B/F,2026-04-15,,,\n"),
                  "%s", err.message);
    ck_assert_uint_eq(told.count, 4);
    ck_assert_int_eq(told.today, day("2026-10-20"));
    const struct telling *open = told_find(&told, "A/B/C"), *cleared = told_find(&told, "A/B/D");
    ck_assert_int_eq(open->state, TELLING_OPEN);
    ck_assert(open->has_due && !cleared->has_due);
    ck_assert_int_eq(open->due_on, day("2026-05-28"));
    ck_assert_int_eq(open->since, period_of_day(day("2025-12-31")));
    ck_assert_int_eq(cleared->state, TELLING_CLEARED);
    ck_assert_int_eq(cleared->since, period_of_day(day("2026-04-01")));
    ck_assert_int_eq(told_find(&told, "A/B/E")->state, TELLING_REOPENED);
    ck_assert_int_eq(told_find(&told, "A/B/F")->since, SINCE_UNKNOWN);
    ck_assert_ptr_null(told_find(&told, "A/B/G"));
}
END_TEST

START_TEST(files_of_earlier_versions_hold_open_findings)
{
    ck_assert(load("reference,first_told_on,due_on\nA/B/C,2026-07-15,2026-08-15\n"));
    const struct telling *telling = told_find(&told, "A/B/C");
    ck_assert_int_eq(telling->state, TELLING_OPEN);
    ck_assert_int_eq(telling->since, SINCE_UNKNOWN);
    ck_assert_int_eq(telling->due_on, day("2026-08-15"));
}
END_TEST

static void assert_refused(const char *row, const char *words)
{
    ck_assert(!load(row));
    ck_assert_msg(strstr(err.message, words), "%s", err.message);
    ck_assert_uint_eq(err.line, 2);
    error_finish(&err);
    ck_assert(folder_remove(folder, &err) && folder_make(folder, &err));
}

START_TEST(what_cannot_be_read_of_a_state_is_told)
{
#define HEAD "reference,first_told_on,due_on,state,since\n"
    assert_refused(HEAD "A/B/C,2026-07-15,soon,open,2026-Q2\n", "due_on must be a date");
    assert_refused(HEAD "A/B/C,2026-07-15,,shut,2026-Q2\n", "open, reopened or cleared");
    assert_refused(HEAD "A/B/C,2026-07-15,,open,2026-Q5\n", "since must be a quarter");
    assert_refused(HEAD "A/B/C,2026-07-15,,cleared,\n", "since must be a quarter");
    assert_refused(HEAD "A/B/C,2026-07-15,,,2026-Q2\n", "open, reopened or cleared");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("memory");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, what_was_told_before_keeps_its_day);
    tcase_add_test(t, of_two_days_the_earlier_counts);
    tcase_add_test(t, a_file_without_findings_is_a_memory_too);
    tcase_add_test(t, a_day_that_is_none_is_told_with_its_line);
    tcase_add_test(t, a_missing_column_is_named);
    tcase_add_test(t, a_missing_file_is_no_input);
    tcase_add_test(t, state_and_quarter_are_remembered);
    tcase_add_test(t, files_of_earlier_versions_hold_open_findings);
    tcase_add_test(t, what_cannot_be_read_of_a_state_is_told);
    return t;
}
