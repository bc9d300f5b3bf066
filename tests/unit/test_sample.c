/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "sample_fixture.h"

static char *cast; /* samples that several tests read */
static char *hundreds;

static void setup(void)
{
    samples_open();
    cast = sample_made("cast.db", 14, 1);
    hundreds = sample_made("hundreds.db", 300, 1);
}

START_TEST(the_same_seed_gives_the_same_bytes)
{
    struct error err = {0};
    char first[DIGEST_SIZE];
    char again[DIGEST_SIZE];
    char other[DIGEST_SIZE];

    ck_assert(digest_file(cast, first, &err));
    ck_assert(digest_file(sample_made("again.db", 14, 1), again, &err));
    ck_assert(digest_file(sample_made("other.db", 14, 2), other, &err));
    ck_assert_str_eq(first, again);
    ck_assert_str_ne(first, other);
}
END_TEST

START_TEST(every_table_of_the_contract_has_rows)
{
    const char *path = cast;
    const char *names = ask(path, "SELECT group_concat(name, ' ') FROM sqlite_schema"
                                  " WHERE type = 'table'");
    char **tables;
    size_t tables_count = text_split(arena, names, ' ', &tables);

    ck_assert_uint_ge(tables_count, 35);
    for (size_t i = 0; i < tables_count; i++)
        ck_assert_msg(count(path, tables[i]) > 0, "%s is empty", tables[i]);
}
END_TEST

START_TEST(dex_is_good_but_for_one_address)
{
    const char *path = cast;

    expect(path, "SELECT class FROM agency WHERE agency = 'DEX'", "NGA");
    expect(path, "SELECT COUNT(*) FROM account WHERE agency = 'DEX' AND closed_on IS NULL", "5");
    expect(path,
           "SELECT group_concat(account) FROM account WHERE agency = 'DEX' AND"
           " email_domain IS NOT 'dex.example.ph'",
           "dex-facebook");
    expect(path, "SELECT email_domain FROM account WHERE account = 'dex-facebook'",
           "gmail.example");
    expect(path, "SELECT COUNT(*) FROM submission WHERE agency = 'DEX'", "9");
    expect_none(path, "post_violation WHERE account LIKE 'dex-%'");
}
END_TEST

START_TEST(dtw_fails_where_it_was_said_to)
{
    const char *path = cast;

    ck_assert_int_ge(count(path, "post_violation WHERE account LIKE 'dtw-%' AND"
                                 " removed_at IS NULL AND published_at >= '2026-07'"),
                     1);
    ck_assert_int_ge(count(path, "private_disclosure WHERE account LIKE 'dtw-%' AND"
                                 " consent_recorded IS NOT 1 AND disclosed_at >= '2026-07'"),
                     1);
    ck_assert_int_ge(count(path, "discovery WHERE agency = 'DTW' AND found_on >= '2026-07'"), 1);
    ck_assert_int_ge(
        count(path, "personnel_case WHERE agency = 'DTW' AND complained_on >= '2026-07'"), 1);
    expect(path, "SELECT group_concat(agency) FROM incident WHERE contained_at < detected_at",
           "DTW");
}
END_TEST

/* The share of a quarter's posts that were archived, in percent. */
static long kept(const char *path, const char *prefix, const char *from, const char *before)
{
    return atol(ask(path, arena_printf(arena,
                                       "SELECT 100 * COUNT(archived_at) / COUNT(*) FROM post WHERE"
                                       " account LIKE '%s-%%' AND published_at >= '%s' AND"
                                       " published_at < '%s'",
                                       prefix, from, before)));
}

START_TEST(nira_improves_and_lbtc_worsens)
{
    const char *path = cast;

    /* From 33 to 80 % over a year and a half, and the other way; months to come spoil the last. */
    ck_assert_int_lt(kept(path, "nira", "2024-07", "2025-01") + 20,
                     kept(path, "nira", "2026-01", "2026-07"));
    ck_assert_int_gt(kept(path, "lbtc", "2024-07", "2025-01"),
                     kept(path, "lbtc", "2026-01", "2026-07") + 20);
    expect(path, "SELECT parent FROM agency WHERE agency = 'NIRA'", "DEX");
    expect(path,
           "SELECT group_concat(agency || ' ' || role, ', ') FROM account_agency WHERE"
           " account LIKE 'nira-%'",
           "NIRA lead, DEX partner");
}
END_TEST

START_TEST(otk_is_tiny_and_dwv_is_huge)
{
    const char *path = cast;

    expect(path, "SELECT COUNT(*) FROM account WHERE agency = 'OTK'", "1");
    ck_assert_int_lt(count(path, "feedback WHERE agency = 'OTK' AND received_at >= '2026-07'"), 20);
    expect(path, "SELECT COUNT(*) FROM account WHERE agency = 'DWV'", "64");
    ck_assert_int_gt(count(path, "post WHERE account LIKE 'dwv-%'"), 2000);
}
END_TEST

START_TEST(some_are_silent_begin_or_end_in_the_last_quarter)
{
    const char *path = cast;

    expect(path, "SELECT MAX(period) FROM submission WHERE agency = 'CKC'", "2026-Q2");
    expect(path, "SELECT active_from FROM agency WHERE agency = 'BKT'", "2026-07-15");
    expect(path, "SELECT group_concat(period) FROM submission WHERE agency = 'BKT'", "2026-Q3");
    expect_none(path, "account WHERE agency = 'BKT' AND created_on < '2026-07-15'");
    expect(path, "SELECT active_to FROM agency WHERE agency = 'PSQB'", "2026-07-31");
    expect(path,
           "SELECT successor || ' ' || kind || ' ' || on_date FROM agency_succession"
           " WHERE agency = 'PSQB'",
           "PSQA merged 2026-08-01");
    expect_none(path, "account WHERE agency = 'PSQB' AND closed_on IS NULL");
}
END_TEST

START_TEST(iclb_has_a_long_name_and_bsm_is_a_local_government)
{
    const char *path = cast;

    expect(path, "SELECT length(name) FROM agency WHERE agency = 'ICLB'", "70");
    expect(path, "SELECT class || ' ' || region FROM agency WHERE agency = 'BSM'", "LGU IV-A");
}
END_TEST

/* Dates that must not come after others, within a row. */
static void expect_order(const char *path, const char *table, const char *first, const char *then)
{
    expect_none(path, arena_printf(arena, "%s WHERE %s > %s", table, first, then));
}

static void expect_keys(const char *path)
{
    expect_none(path, "post WHERE account NOT IN (SELECT account FROM account)");
    expect_none(path, "moderation WHERE account NOT IN (SELECT account FROM account)");
    expect_none(path, "feedback WHERE account NOT IN (SELECT account FROM account)");
    expect_none(path, "approval WHERE account NOT IN (SELECT account FROM account)");
    expect_none(path, "review WHERE account NOT IN (SELECT account FROM account)");
    expect_none(path, "account WHERE agency NOT IN (SELECT agency FROM agency)");
    expect_none(path, "agency WHERE parent NOT IN (SELECT agency FROM agency)");
    expect_none(path, "agency WHERE region NOT IN (SELECT region FROM region)");
    expect_none(path, "agency_succession WHERE successor NOT IN (SELECT agency FROM agency)");
    expect_none(path, "post WHERE author NOT IN (SELECT officer FROM officer)");
    expect_none(path, "post WHERE campaign NOT IN (SELECT campaign FROM campaign)");
    expect_none(path, "assignment WHERE officer NOT IN (SELECT officer FROM officer)");
    expect_none(path, "feedback WHERE referred_to NOT IN (SELECT agency FROM agency)");
    expect_none(path, "feedback WHERE duplicate_of NOT IN (SELECT feedback FROM feedback)");
    expect_none(path, "post_violation WHERE post NOT IN (SELECT post FROM post)");
    expect_none(path, "private_disclosure WHERE incident IS NOT NULL AND incident NOT IN"
                      " (SELECT incident FROM incident)");
    expect_none(path, "post_violation WHERE personnel_case IS NOT NULL AND"
                      " personnel_case NOT IN (SELECT personnel_case FROM personnel_case)");
    expect_none(path, "campaign WHERE agency NOT IN (SELECT agency FROM agency)");
    expect_none(path, "account_agency WHERE agency NOT IN (SELECT agency FROM agency)");
}

static void expect_orders(const char *path)
{
    expect_order(path, "agency", "active_from", "active_to");
    expect_order(path, "account", "created_on", "closed_on");
    expect_order(path, "account", "duration_from", "duration_to");
    expect_order(path, "account", "created_on", "regularised_on");
    expect_order(path, "approval", "requested_on", "decided_on");
    expect_order(path, "assignment", "starts_on", "ends_on");
    expect_order(path, "policy", "effective_from", "effective_to");
    expect_order(path, "policy", "effective_from", "reviewed_on");
    expect_order(path, "content_plan", "effective_from", "effective_to");
    expect_order(path, "exemption", "granted_on", "expires_on");
    expect_order(path, "post", "published_at", "archived_at");
    expect_order(path, "post_violation", "found_at", "removed_at");
    expect_order(path, "moderation", "flagged_at", "acted_at");
    expect_order(path, "moderation", "appealed_at", "appeal_decided_at");
    expect_order(path, "feedback", "received_at", "first_response_at");
    expect_order(path, "feedback", "first_response_at", "resolved_at");
    expect_order(path, "personnel_case", "complained_on", "decided_on");
    expect_order(path, "personnel_case", "complained_on", "referred_on");
    expect_order(path, "account_agency", "valid_from", "valid_to");
    expect_order(path, "channel_coverage", "logged_from", "logged_to");
    expect_order(path, "response", "received_on", "decided_on");
    expect_order(path, "response", "received_on", "new_due_on");
    expect_order(path, "feedback", "received_at", "referred_at");
    expect_order(path, "feedback", "received_at", "extended_at");
    expect_order(path, "agency", "adopted_on", "active_to");
    expect_order(path, "agency", "active_from", "adopted_on");
    expect_order(path, "incident", "occurred_at", "detected_at");
    expect_none(path, "incident WHERE contained_at < detected_at AND agency <> 'DTW'");
    expect_none(path, "post JOIN account USING (account) WHERE published_at < created_on OR"
                      " substr(published_at, 1, 10) >= closed_on");
    expect_none(path, "feedback JOIN agency USING (agency) WHERE received_at < active_from OR"
                      " substr(received_at, 1, 10) > active_to");
    expect_none(path, "feedback a JOIN feedback b ON b.feedback = a.duplicate_of"
                      " WHERE a.received_at < b.received_at OR a.agency <> b.agency");
}

static void expect_nothing_later(const char *path)
{
    expect_none(path, "post WHERE max(published_at, coalesce(archived_at, ''),"
                      " coalesce(approved_at, '')) >= '2026-10'");
    expect_none(path, "feedback WHERE max(received_at, coalesce(first_response_at, ''),"
                      " coalesce(resolved_at, ''), coalesce(referred_at, '')) >= '2026-10'");
    expect_none(path, "moderation WHERE max(flagged_at, coalesce(acted_at, ''),"
                      " coalesce(appeal_decided_at, '')) >= '2026-10'");
    expect_none(path, "account WHERE created_on >= '2026-10' OR regularised_on >= '2026-10'");
    expect_none(path, "approval WHERE decided_on >= '2026-10'");
    expect_none(path, "incident WHERE detected_at >= '2026-10' OR reviewed_at >= '2026-10'");
    expect_none(path, "access_check WHERE checked_on >= '2026-10'");
    expect_none(path, "review WHERE examined_on >= '2026-10'");
    expect_none(path, "policy WHERE effective_from >= '2026-10' OR reviewed_on >= '2026-10'");
    expect_none(path, "response WHERE max(received_on, coalesce(decided_on, '')) >= '2026-10'");
    expect_none(path, "personnel_case WHERE max(complained_on, coalesce(decided_on, ''),"
                      " coalesce(referred_on, '')) >= '2026-10'");
    expect_none(path, "post_violation WHERE max(found_at, coalesce(removed_at, ''),"
                      " coalesce(no_action_on, '')) >= '2026-10'");
    expect_none(path, "submission WHERE submitted_at >= '2026-10-14'");
}

/* Faults that reports are there to find. */
static void expect_faults(const char *path)
{
    ck_assert_int_gt(count(path, "approval JOIN account USING (account) WHERE legacy = 0 AND"
                                 " decision = 'approved' AND decided_on > created_on"),
                     10);
    ck_assert_int_gt(count(path, "approval WHERE decision IS NULL"), 5);
    ck_assert_int_gt(count(path, "approval WHERE endorsed_by_smo = 0"), 5);
    ck_assert_int_gt(count(path, "account WHERE legacy = 1 AND regularised_on IS NULL"), 10);
    ck_assert_int_gt(count(path, "account WHERE legacy = 1 AND regularised_on IS NOT NULL"), 10);
    ck_assert_int_gt(count(path, "account WHERE account NOT IN (SELECT account FROM review WHERE"
                                 " account IS NOT NULL)"),
                     10);
    ck_assert_int_gt(count(path, "account WHERE account NOT IN (SELECT account FROM assignment"
                                 " WHERE account IS NOT NULL)"),
                     10);
    ck_assert_int_gt(count(path, "policy WHERE effective_to < '2026-10'"), 5);
    ck_assert_int_gt(count(path, "exemption WHERE expires_on < '2026-10'"), 3);
    ck_assert_int_gt(count(path, "post WHERE author IS NULL"), 100);
    ck_assert_int_gt(count(path, "post WHERE reach IS NULL"), 100);
    ck_assert_int_gt(count(path, "feedback WHERE automatic = 1"), 100);
    ck_assert_int_gt(count(path, "feedback WHERE duplicate_of IS NOT NULL"), 100);
    ck_assert_int_gt(count(path, "feedback WHERE kind = 'spam'"), 100);
}

START_TEST(a_sample_of_300_is_of_one_piece)
{
    const char *path = hundreds;

    expect(path, "SELECT COUNT(*) FROM agency", "300");
    expect(path, "PRAGMA integrity_check", "ok");
    expect_keys(path);
    expect_orders(path);
    expect_nothing_later(path);
    expect_faults(path);
    expect(path,
           "SELECT COUNT(DISTINCT quarter) FROM (SELECT substr(received_at, 1, 4) * 4 +"
           " (substr(received_at, 6, 2) + 2) / 3 AS quarter FROM feedback)",
           "9");
}
END_TEST

START_TEST(a_sample_of_300_has_bodies_of_all_sorts)
{
    const char *path = hundreds;
    struct stat status;

    expect(path,
           "SELECT group_concat(class) FROM (SELECT DISTINCT class FROM agency WHERE class"
           " IS NOT NULL ORDER BY class)",
           "CONCOM,CONGRESS,GFI,GICP,GOCC,JUDICIARY,LGU,NGA,RAINWATER,SUC,TASKFORCE");
    expect(path, "SELECT COUNT(*) FROM agency WHERE class IS NULL", "1");
    expect(path, "SELECT COUNT(DISTINCT region) FROM agency", "18");
    ck_assert_int_ge(count(path, "agency WHERE length(name) > 60"), 6);
    ck_assert_int_ge(count(path, "agency WHERE name LIKE '%ñ%'"), 3);
    ck_assert_int_ge(count(path, "agency WHERE name LIKE '%''%'"), 3);
    ck_assert_int_ge(count(path, "agency WHERE active_to IS NOT NULL"), 4);
    expect_none(path, "agency WHERE agency GLOB '*[^A-Z0-9-]*'");
    expect_none(path, "officer WHERE officer NOT GLOB 'OF-[0-9][0-9][0-9][0-9][0-9][0-9]'");
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_int_le(status.st_size, 40 * 1000 * 1000);
}
END_TEST

START_TEST(more_agencies_change_nothing_in_the_cast)
{
    static const char sql[] = "SELECT group_concat(post || author || published_at || reach)"
                              " FROM (SELECT * FROM post WHERE account LIKE 'dex-%'"
                              " OR account LIKE 'bsm-%' ORDER BY post)";
    char *few = sample_made("few.db", 14, 5);
    char *more = sample_made("more.db", 30, 5);

    ck_assert_str_eq(ask(few, sql), ask(more, sql));
}
END_TEST

START_TEST(holidays_begin_a_year_before_the_first_quarter_and_end_one_after_the_last)
{
    expect(cast,
           "SELECT group_concat(year) FROM (SELECT DISTINCT substr(on_date, 1, 4) AS year FROM"
           " holiday WHERE scope = 'national' ORDER BY 1)",
           "2023,2024,2025,2026,2027"); /* 2024-Q3 to 2026-Q3 */
}
END_TEST

START_TEST(a_sample_may_have_one_agency)
{
    char *path = sample_made("one.db", 1, 1);

    expect(path, "SELECT group_concat(agency) FROM agency", "DEX");
    expect_keys(path);
    expect_none(path, "feedback WHERE agency <> 'DEX'");
}
END_TEST

START_TEST(a_body_is_not_merged_into_one_that_is_missing)
{
    char *path = sample_made("nine.db", 9, 1); /* PSQB is the ninth, PSQA the tenth */

    expect(path, "SELECT active_to FROM agency WHERE agency = 'PSQB'", "2026-07-31");
    expect_keys(path);
}
END_TEST

START_TEST(the_oldest_and_other_quarters_work)
{
    static const int32_t periods[] = {4 * 2018, 4 * 2018 + 3, 4 * 2020 + 1, 4 * 2040};

    for (size_t i = 0; i < ARRAY_LENGTH(periods); i++) {
        struct sample_options options = {12, 3, periods[i], contract};
        char *path = path_join(arena, folder, arena_printf(arena, "%zu.db", i));
        struct error err = {0};

        ck_assert_msg(sample_write(path, &options, &err), "%s", err.message);
        expect_keys(path);
        expect_orders(path);
    }
}
END_TEST

static void expect_refused(int64_t agencies, int32_t period)
{
    struct sample_options options = {agencies, 1, period, contract};
    char *path = path_join(arena, folder, "refused.db");
    struct error err = {0};

    ck_assert(!sample_write(path, &options, &err));
    ck_assert_int_eq(err.kind, ERROR_USAGE);
    ck_assert(!file_exists(path));
    error_finish(&err);
}

START_TEST(impossible_wishes_are_refused)
{
    expect_refused(0, PERIOD);
    expect_refused(50001, PERIOD);
    expect_refused(12, 4 * 2018 - 1);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("sample");

    tcase_set_timeout(t, 30);
    tcase_add_unchecked_fixture(t, setup, samples_close);
    tcase_add_test(t, the_same_seed_gives_the_same_bytes);
    tcase_add_test(t, every_table_of_the_contract_has_rows);
    tcase_add_test(t, dex_is_good_but_for_one_address);
    tcase_add_test(t, dtw_fails_where_it_was_said_to);
    tcase_add_test(t, nira_improves_and_lbtc_worsens);
    tcase_add_test(t, otk_is_tiny_and_dwv_is_huge);
    tcase_add_test(t, some_are_silent_begin_or_end_in_the_last_quarter);
    tcase_add_test(t, iclb_has_a_long_name_and_bsm_is_a_local_government);
    tcase_add_test(t, a_sample_of_300_is_of_one_piece);
    tcase_add_test(t, a_sample_of_300_has_bodies_of_all_sorts);
    tcase_add_test(t, more_agencies_change_nothing_in_the_cast);
    tcase_add_test(t, holidays_begin_a_year_before_the_first_quarter_and_end_one_after_the_last);
    tcase_add_test(t, a_sample_may_have_one_agency);
    tcase_add_test(t, a_body_is_not_merged_into_one_that_is_missing);
    tcase_add_test(t, the_oldest_and_other_quarters_work);
    tcase_add_test(t, impossible_wishes_are_refused);
    return t;
}
