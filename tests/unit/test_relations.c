/* SPDX-License-Identifier: MIT */

/* Measures that say of which others they are a part or a sum. */
#include "source_fixture.h"

static struct source *empty;

static void setup(void)
{
    struct error err = {0};
    fixture_setup();
    ck_assert(folder_make(path_join(arena, folder, "queries"), &err));
    ck_assert(source_open_empty(&contract, arena, &empty, &err));
}

static void teardown(void)
{
    source_close(empty);
    fixture_teardown();
}

/** A folder with one listing of the measures; whether they may be related so. */
static bool relate(const char *first, const char *second, struct error *err)
{
    struct listings listings = {0};
    char *path = path_join(arena, folder, "queries/related.sql");
    remove(path);
    put_file("queries/related.sql",
             arena_printf(arena,
                          "/*\ntitle: Accounts\njudged: at period end\nitem: account\n"
                          "measures:\n  - {id: one, title: A, formula: a, %s}\n"
                          "  - {id: two, title: B, formula: b, %s}\n*/\n"
                          "SELECT account, account AS item, '2026-Q3' AS period, followers AS "
                          "email FROM account\n",
                          first, second));
    return listings_load(path_join(arena, folder, "queries"), empty, arena, &listings, err);
}

START_TEST(only_counts_and_sums_are_parts_of_one_another)
{
    struct error err = {0};
    ck_assert_msg(relate("statistic: count", "statistic: count, within: one", &err), "%s",
                  err.message);
    ck_assert(relate("statistic: count", "statistic: sum, of: email, add: one", &err));
    ck_assert(!relate("statistic: mean, of: email", "statistic: count, within: one", &err));
    assert_has(err.message, "measure 'two': 'within' goes between counts and sums only");
    ck_assert_uint_eq(err.line, 7);
    error_finish(&err);
    ck_assert(!relate("statistic: count", "statistic: share, of: email, subtract: one", &err));
    assert_has(err.message, "'subtract'");
    error_finish(&err);
    ck_assert(!relate("statistic: count", "statistic: count, add: [one, two]", &err));
    assert_has(err.message, "'add' names 'two', which is no other measure");
    error_finish(&err);
}
END_TEST

START_TEST(what_must_be_classified_is_a_share)
{
    struct error err = {0};
    ck_assert(relate("statistic: share, of: email", "statistic: count, requires: one", &err));
    ck_assert(!relate("statistic: count", "statistic: count, requires: one", &err));
    assert_has(err.message, "'requires' names 'one', which is no share of the same listing");
    error_finish(&err);
    ck_assert(!relate("statistic: count", "statistic: count, requires: three", &err));
    error_finish(&err);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("relations");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, only_counts_and_sums_are_parts_of_one_another);
    tcase_add_test(t, what_must_be_classified_is_a_share);
    return t;
}
