/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "document/method_change.h"
#include "document/published.h"

#define COLUMNS                                                                                    \
    "body,period,kind,id,category,met,not_met,no_evidence,exempt,status,numerator,"                \
    "denominator,n,published,method\n"
#define SCORE(body, period, band, method)                                                          \
    body "," period ",score,score,,,,,," band ",900000,1000000,,," method "\n"

static struct published published;
static struct method_change change;

static bool load(const char *content)
{
    fixture_write("results.csv", content);
    bool good = published_load(fixture.folder, fixture.arena, &published, &fixture.err);
    ck_assert_msg(good, "%s", fixture.err.message);
    return method_change_count(&fixture.results, &published, fixture.arena, &change);
}

static void finish(void)
{
    published_finish(&published);
    fixture_teardown();
}

/** Agencies of one band as published and one as computed now, by name. */
static int64_t count(const char *before, const char *now)
{
    for (size_t b = 0; b < change.before_count; b++)
        for (size_t n = 0; n < change.now_count; n++)
            if (strcmp(change.before[b], before) == 0 && strcmp(change.now[n], now) == 0)
                return change.counts[b * change.now_count + n];
    ck_abort_msg("no band %s or %s", before, now);
    return -1;
}

static int64_t sum(void)
{
    int64_t total = 0;
    for (size_t i = 0; i < change.before_count * change.now_count; i++)
        total += change.counts[i];
    return total;
}

static void set_band(size_t agency, size_t band)
{
    fixture.results.scores[agency * PERIODS + BEFORE].band = band;
}

/* 2026-Q2 was published under version 0, which had a band Fair. Rows of Q1, of groups and of bodies
 * that are no more take no part. */
START_TEST(bands_of_the_published_quarter_are_counted_then_against_now)
{
    set_band(ALF, 1);
    set_band(BAD, 3);
    set_band(MUT, 1);
    set_band(FRE, SIZE_MAX);
    ck_assert(load(COLUMNS SCORE("ALF", "2026-Q1", "High", "0") SCORE("ALF", "2026-Q2", "High", "0")
                       SCORE("BAD", "2026-Q2", "Fair", "0") SCORE("FRE", "2026-Q2", "", "0") SCORE(
                           "GONE", "2026-Q2", "High", "0") SCORE("MUT", "2026-Q2", "High", "0")
                           SCORE("=mandated", "2026-Q2", "", "0")));
    ck_assert_str_eq(change.version, "0");
    ck_assert_uint_eq(change.period, BEFORE);
    ck_assert(!change.has_caps);
    ck_assert_uint_eq(change.now_count, 5);    /* four and none */
    ck_assert_uint_eq(change.before_count, 6); /* and Fair */
    ck_assert_int_eq(count("High", "Sound"), 2);
    ck_assert_int_eq(count("Fair", "Low"), 1);
    ck_assert_int_eq(count("", ""), 1);
    ck_assert_int_eq(sum(), 4);
}
END_TEST

START_TEST(the_same_method_changes_nothing)
{
    ck_assert(!load(COLUMNS SCORE("ALF", "2026-Q2", "High", "1")));
}
END_TEST

START_TEST(a_revision_of_the_reported_quarter_has_its_caps)
{
    fixture.results.scores[ALF * PERIODS + NOW].band = 2;
    ck_assert(load(COLUMNS SCORE("ALF", "2026-Q3", "High", "0")));
    ck_assert(change.has_caps);
    ck_assert_int_eq(count("High", "Developing"), 1);
}
END_TEST

/* The nine quarters begin with 2024-Q3. */
START_TEST(quarters_that_are_not_computed_give_nothing)
{
    ck_assert(!load(COLUMNS SCORE("ALF", "2024-Q2", "High", "0")));
    published_finish(&published);
    fixture_write("results.csv", "");
    ck_assert(!method_change_count(&fixture.results, NULL, fixture.arena, &change));
}
END_TEST

START_TEST(files_that_name_no_method_give_nothing)
{
    ck_assert(!load("body,period,kind,id,category,status,numerator,denominator,published\n"
                    "ALF,2026-Q2,score,score,,High,900000,1000000,\n"));
    ck_assert_str_eq(published.values[0].method, "");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("method_change");
    tcase_add_checked_fixture(t, fixture_setup, finish);
    tcase_add_test(t, bands_of_the_published_quarter_are_counted_then_against_now);
    tcase_add_test(t, the_same_method_changes_nothing);
    tcase_add_test(t, a_revision_of_the_reported_quarter_has_its_caps);
    tcase_add_test(t, quarters_that_are_not_computed_give_nothing);
    tcase_add_test(t, files_that_name_no_method_give_nothing);
    return t;
}
