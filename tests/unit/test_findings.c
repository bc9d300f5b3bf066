/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "metrics/findings.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static struct arena *arena;
static struct findings *findings;
static char *folder;
static struct error err;

static void setup(void)
{
    arena = arena_new();
    err = (struct error){0};
    ck_assert(folder_make_private("/tmp", "ulat-findings-", arena, &folder, &err));
    ck_assert_msg(findings_new(folder, &findings, &err), "%s", err.message);
}

static void teardown(void)
{
    findings_free(findings);
    error_finish(&err);
    ck_assert(folder_remove(folder, &err));
    arena_free(arena);
}

static void add(size_t agency, const char *item)
{
    struct finding finding = {.agency = agency,
                              .control = 7,
                              .period = 8106,
                              .outcome = OUTCOME_NOT_MET,
                              .item = item,
                              .label = item};
    ck_assert_msg(findings_add(findings, &finding, &err), "%s", err.message);
}

static void assert_items(size_t agency, const char *const *items, size_t count)
{
    struct finding_list list;
    ck_assert_msg(findings_read(findings, agency, arena, &list, &err), "%s", err.message);
    ck_assert_uint_eq(list.count, count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(list.items[i].item, items[i]);
        ck_assert_uint_eq(list.items[i].agency, agency);
    }
}

START_TEST(each_agency_gets_its_own_in_the_order_in_which_they_came)
{
    add(2, "z");
    add(0, "b");
    add(2, "a");
    add(0, "c");
    add(2, "m");
    ck_assert(findings_seal(findings, &err));
    assert_items(0, (const char *[]){"b", "c"}, 2);
    assert_items(1, NULL, 0);
    assert_items(2, (const char *[]){"z", "a", "m"}, 3);
    assert_items(3, NULL, 0);
}
END_TEST

START_TEST(without_any_every_agency_has_none)
{
    ck_assert(findings_seal(findings, &err));
    assert_items(0, NULL, 0);
}
END_TEST

START_TEST(all_of_a_finding_comes_back_and_absent_is_not_empty)
{
    struct finding full = {.agency = 49999,
                           .control = 61,
                           .period = 8106,
                           .outcome = OUTCOME_NO_EVIDENCE,
                           .item = "dex-facebook",
                           .label = "Pi\xC3\xB1"
                                    "as",
                           .reason = "not_recorded",
                           .detail = ""};
    struct finding bare = {.agency = 49999,
                           .control = 0,
                           .period = 8105,
                           .outcome = OUTCOME_NOT_MET,
                           .item = "x",
                           .label = "x"};
    ck_assert(findings_add(findings, &full, &err) && findings_add(findings, &bare, &err) &&
              findings_seal(findings, &err));
    struct finding_list list;
    ck_assert(findings_read(findings, 49999, arena, &list, &err));
    ck_assert_uint_eq(list.count, 2);
    const struct finding *first = &list.items[0], *second = &list.items[1];
    ck_assert_uint_eq(first->control, 61);
    ck_assert_int_eq(first->period, 8106);
    ck_assert_int_eq(first->outcome, OUTCOME_NO_EVIDENCE);
    ck_assert_str_eq(first->item, "dex-facebook");
    ck_assert_str_eq(first->label, "Pi\xC3\xB1"
                                   "as");
    ck_assert_str_eq(first->reason, "not_recorded");
    ck_assert_str_eq(first->detail, "");
    ck_assert_int_eq(second->period, 8105);
    ck_assert_int_eq(second->outcome, OUTCOME_NOT_MET);
    ck_assert_ptr_null(second->reason);
    ck_assert_ptr_null(second->detail);
}
END_TEST

START_TEST(the_file_has_no_name_that_others_could_open)
{
    char **names;
    size_t count;
    add(0, "a");
    ck_assert(findings_seal(findings, &err));
    ck_assert(file_list(folder, "", arena, &names, &count, &err));
    ck_assert_uint_eq(count, 0);
}
END_TEST

/** Adds findings and seals while no file can grow over `most_bytes`. Nothing is asserted meanwhile:
 * the test framework writes files too. */
static bool fill(size_t count, size_t most_bytes)
{
    struct finding finding = {.item = "an item with a key of some length", .label = "label"};
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){most_bytes, limit.rlim_max});
    bool good = true;
    for (size_t i = 0; good && i < count; i++)
        good = findings_add(findings, &finding, &err);
    good = good && findings_seal(findings, &err);
    setrlimit(RLIMIT_FSIZE, &limit);
    return good;
}

START_TEST(a_full_disk_is_told_while_they_are_written)
{
    ck_assert(!fill(10000, 20000));
    ck_assert_int_eq(err.kind, ERROR_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "cannot write the findings' temporary file"));
}
END_TEST

/** A few findings wait in memory until the file is sealed: the failure must come out there. */
START_TEST(a_full_disk_is_told_when_the_last_of_them_are_written)
{
    ck_assert(!fill(10, 100));
    ck_assert_int_eq(err.kind, ERROR_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "cannot write the findings' temporary file"));
}
END_TEST

START_TEST(a_folder_that_is_not_there_is_an_error)
{
    struct findings *other = NULL;
    ck_assert(!findings_new(path_join(arena, folder, "missing"), &other, &err));
    ck_assert_int_eq(err.kind, ERROR_IO);
    ck_assert_ptr_null(other);
    findings_free(NULL);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("findings");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, each_agency_gets_its_own_in_the_order_in_which_they_came);
    tcase_add_test(t, without_any_every_agency_has_none);
    tcase_add_test(t, all_of_a_finding_comes_back_and_absent_is_not_empty);
    tcase_add_test(t, the_file_has_no_name_that_others_could_open);
    tcase_add_test(t, a_full_disk_is_told_while_they_are_written);
    tcase_add_test(t, a_full_disk_is_told_when_the_last_of_them_are_written);
    tcase_add_test(t, a_folder_that_is_not_there_is_an_error);
    return t;
}
