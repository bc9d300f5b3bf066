/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
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
    return t;
}
