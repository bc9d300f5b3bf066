/* SPDX-License-Identifier: MIT */

/*
 * Each check of queries/checks/ over a few rows by hand: one that is wrong, and a neighbour that is
 * right and as near to it as can be.
 */
#include "listing_fixture.h"

#include "data/checks.h"

struct trial {
    const char *check;
    const char *rows;
    const char *found; /* "item detail" of each row, a line each, in the order of the alphabet */
};

#define POST "INSERT INTO post (post, account, published_at) VALUES "

static const struct trial TRIALS[] = {
    {"account-agencies",
     "INSERT INTO agency (agency, name) VALUES ('DEX', 'D');"
     "INSERT INTO account (account, agency) VALUES ('a', 'DEX'), ('b', 'MIST');",
     "b -\n"},
    {"account-dates",
     "INSERT INTO account (account, agency, created_on, closed_on, duration_from, duration_to)"
     " VALUES ('a', 'DEX', '2026-01-05', '2026-01-05', '2026-01-01', '2026-01-01'),"
     " ('b', 'DEX', '2026-01-05', '2026-01-04', NULL, NULL),"
     " ('c', 'DEX', '2026-01-05', NULL, '2026-01-02', '2026-01-01'),"
     " ('d', 'DEX', NULL, '2020-01-01', NULL, NULL);",
     "b closed_created\nc duration\n"},
    {"account-duplicates",
     "INSERT INTO account (account, agency, platform, platform_id, created_on, closed_on) VALUES"
     " ('a', 'DEX', 'Facebook', '77', NULL, NULL), ('b', 'DTW', 'facebook', '77', NULL, NULL),"
     " ('c', 'DEX', 'X', '77', NULL, NULL), ('d', 'DEX', 'X', '78', NULL, NULL),"
     /* closed on the quarter's last day and on the day after it; opened after it; no id */
     " ('e', 'DEX', 'X', '5', NULL, '2026-09-30'), ('f', 'DEX', 'X', '5', NULL, NULL),"
     " ('m', 'DEX', 'X', '9', NULL, '2026-10-01'), ('n', 'DEX', 'X', '9', NULL, NULL),"
     " ('g', 'DEX', 'X', '6', '2026-10-01', NULL), ('h', 'DEX', 'X', '6', '2026-09-30', NULL),"
     " ('i', 'DEX', 'X', NULL, NULL, NULL), ('j', 'DEX', 'X', NULL, NULL, NULL),"
     " ('k', 'DEX', 'X', '', NULL, NULL), ('l', 'DEX', 'X', '', NULL, NULL);",
     "a -\nb -\nm -\nn -\n"},
    {"account-years",
     "INSERT INTO account (account, agency, created_on) VALUES ('a', 'DEX', '2003-12-31'),"
     " ('b', 'DEX', '2004-01-01'), ('c', 'DEX', '2027-12-31'), ('d', 'DEX', '2028-01-01'),"
     " ('e', 'DEX', NULL);",
     "a before\nd after\n"},
    {"agency-dates",
     "INSERT INTO agency (agency, name, active_from, active_to) VALUES"
     " ('A', 'a', '2026-01-02', '2026-01-02'), ('B', 'b', '2026-01-02', '2026-01-01'),"
     " ('C', 'c', NULL, '2026-01-01');",
     "B -\n"},
    {"agency-parents",
     "INSERT INTO agency (agency, name, parent) VALUES ('A', 'a', 'A'), ('B', 'b', 'A'),"
     " ('C', 'c', NULL);",
     "A -\n"},
    {"agency-returns",
     "INSERT INTO agency_succession VALUES ('A', 'B', 'merged', '2026-04-30'),"
     " ('C', 'B', 'renamed', '2026-01-01');"
     "INSERT INTO submission VALUES ('A', '2026-Q2', NULL), ('A', '2026-Q3', NULL),"
     " ('B', '2026-Q3', NULL), ('C', '2026-Q3', NULL);",
     "A/2026-Q3 -\n"},
    {"approval-dates",
     "INSERT INTO approval (account, requested_on, decided_on) VALUES"
     " ('a', '2026-01-05', '2026-01-05'), ('b', '2026-01-05', '2026-01-04'),"
     " ('c', NULL, '2026-01-04'), ('d', '2026-01-05', NULL);",
     "b/2026-01-05 -\n"},
    {"approval-years",
     "INSERT INTO approval (account, requested_on, decided_on) VALUES ('a', NULL, '2003-01-01'),"
     " ('b', '2026-01-05', '2206-01-06'), ('c', '2026-01-05', '2026-01-06');",
     "a before\nb/2026-01-05 after\n"},
    {"assignment-dates",
     "INSERT INTO assignment (officer, agency, account, role, starts_on, ends_on) VALUES"
     " ('1', 'DEX', NULL, 'head', '2026-01-05', '2026-01-04'),"
     " ('2', 'DEX', 'a', 'legal', '2026-01-05', '2026-01-04'),"
     " ('3', 'DEX', NULL, 'head', '2026-01-05', '2026-01-05');",
     "DEX/head/2026-01-05 -\nDEX/legal/a/2026-01-05 -\n"},
    {"assignment-heads",
     "INSERT INTO assignment (officer, agency, role, starts_on, ends_on) VALUES"
     /* handed over a day later; on the same day; never ended; another role; the same person */
     " ('1', 'A', 'head', '2025-01-01', '2026-01-04'), ('2', 'A', 'head', '2026-01-05', NULL),"
     " ('1', 'B', 'head', '2025-01-01', '2026-01-05'), ('2', 'B', 'head', '2026-01-05', NULL),"
     " ('1', 'C', 'head', NULL, NULL), ('2', 'C', 'head', '2026-02-01', '2026-02-02'),"
     " ('1', 'D', 'head', NULL, NULL), ('2', 'D', 'legal', NULL, NULL),"
     " ('1', 'E', 'head', NULL, NULL), ('1', 'E', 'head', '2026-01-01', NULL);",
     "B/head/2026-01-05 -\nC/head/2026-02-01 -\n"},
    {"assignment-officers",
     "INSERT INTO officer (officer, agency) VALUES ('1', 'DEX'), ('', 'DEX');"
     "INSERT INTO assignment (officer, agency, account, role) VALUES ('1', 'DEX', NULL, 'head'),"
     " ('2', 'DEX', NULL, 'legal'), ('', 'DEX', 'a', 'account_administrator');",
     "DEX/account_administrator/a -\nDEX/legal -\n"},
    {"audience-counts",
     "INSERT INTO audience VALUES ('a', '2026-09-30', 0), ('b', '2026-09-30', -1),"
     " ('c', '2026-09-30', NULL);",
     "b/2026-09-30 -\n"},
    {"case-stages",
     "INSERT INTO personnel_case (personnel_case, agency, complained_on, investigated_on,"
     " charged_on, decided_on, appealed_on) VALUES"
     " ('1', 'DEX', '2026-01-05', '2026-01-05', '2026-01-05', '2026-01-05', '2026-01-05'),"
     " ('2', 'DEX', '2026-01-05', '2026-01-04', NULL, NULL, NULL),"
     " ('3', 'DEX', '2026-01-05', NULL, '2026-01-04', NULL, NULL),"
     " ('4', 'DEX', NULL, '2026-01-05', '2026-01-04', NULL, NULL),"
     " ('5', 'DEX', '2026-01-05', NULL, NULL, '2026-01-04', NULL),"
     " ('6', 'DEX', NULL, NULL, '2026-01-05', '2026-01-04', NULL),"
     " ('7', 'DEX', NULL, NULL, NULL, '2026-01-05', '2026-01-04'),"
     " ('8', 'DEX', '2026-01-05', NULL, NULL, NULL, NULL);",
     "2 investigated_complained\n3 charged_complained\n4 charged_investigated\n"
     "5 decided_complained\n6 decided_charged\n7 appealed_decided\n"},
    {"case-years",
     "INSERT INTO personnel_case (personnel_case, agency, complained_on) VALUES"
     " ('1', 'DEX', '2003-12-31'), ('2', 'DEX', '2026-01-05');",
     "1 before\n"},
    {"exemption-dates",
     "INSERT INTO exemption (agency, control, item, granted_on, expires_on) VALUES"
     " ('DEX', 'EML-1', NULL, '2026-01-05', '2026-01-05'),"
     " ('DEX', 'EML-1', 'a', '2026-01-05', '2026-01-04'),"
     " ('DEX', 'APR-1', NULL, '2026-01-05', NULL);",
     "DEX/EML-1/2026-01-05 -\n"},
    {"feedback-accounts",
     "INSERT INTO account (account, agency) VALUES ('a', 'DEX'), ('b', 'DTW');"
     "INSERT INTO account_agency (account, agency, role) VALUES ('b', 'DSH', 'partner');"
     "INSERT INTO feedback (feedback, agency, account, received_at) VALUES"
     " ('1', 'DEX', 'a', '2026-08-01'), ('2', 'DEX', 'b', '2026-08-01'),"
     " ('3', 'DSH', 'b', '2026-08-01'), ('4', 'DEX', NULL, '2026-08-01'),"
     " ('5', 'DEX', 'nowhere', '2026-08-01');",
     "2 -\n"},
    {"feedback-responses",
     "INSERT INTO feedback (feedback, agency, received_at, first_response_at) VALUES"
     " ('1', 'DEX', '2026-08-01T10:00:00+08:00', '2026-08-01T02:00:00Z'),"
     " ('2', 'DEX', '2026-08-01T10:00:00+08:00', '2026-08-01T01:59:59Z'),"
     " ('3', 'DEX', '2026-08-01T10:00:00', NULL);",
     "2 -\n"},
    {"feedback-stages",
     "INSERT INTO feedback (feedback, agency, received_at, resolved_at, referred_at, extended_at)"
     " VALUES ('1', 'DEX', '2026-08-02', '2026-08-02', '2026-08-02', '2026-08-02'),"
     " ('2', 'DEX', '2026-08-02', '2026-08-01', NULL, NULL),"
     " ('3', 'DEX', '2026-08-02', NULL, '2026-08-01', NULL),"
     " ('4', 'DEX', '2026-08-02', NULL, NULL, '2026-08-01');",
     "2 resolved_received\n3 referred_received\n4 extended_received\n"},
    {"feedback-years",
     "INSERT INTO feedback (feedback, agency, received_at) VALUES ('1', 'DEX', '2003-12-31'),"
     " ('2', 'DEX', '2027-12-31'), ('3', 'DEX', '2028-01-01');",
     "1 before\n3 after\n"},
    {"incident-notices",
     "INSERT INTO incident (incident, agency, detected_at, npc_notified_at, subjects_notified_at,"
     " ncert_reported_at) VALUES"
     " ('1', 'DEX', '2026-08-02', '2026-08-02', '2026-08-02', '2026-08-02'),"
     " ('2', 'DEX', '2026-08-02', '2026-08-01', NULL, NULL),"
     " ('3', 'DEX', '2026-08-02', NULL, '2026-08-01', NULL),"
     " ('4', 'DEX', '2026-08-02', NULL, NULL, '2026-08-01'),"
     " ('5', 'DEX', NULL, '2026-08-01', NULL, NULL);",
     "2 commission\n3 subjects\n4 response_team\n"},
    {"incident-stages",
     "INSERT INTO incident (incident, agency, occurred_at, detected_at, acknowledged_at,"
     " contained_at, recovered_at, closed_at, reviewed_at) VALUES"
     " ('1', 'DEX', '2026-08-02', '2026-08-02', '2026-08-02', '2026-08-02', '2026-08-02',"
     "  '2026-08-02', '2026-08-02'),"
     " ('2', 'DEX', '2026-08-02', '2026-08-01', NULL, NULL, NULL, NULL, NULL),"
     " ('3', 'DEX', NULL, '2026-08-02', '2026-08-01', NULL, NULL, NULL, NULL),"
     " ('4', 'DEX', NULL, '2026-08-02', NULL, '2026-08-01', NULL, NULL, NULL),"
     " ('5', 'DEX', NULL, '2026-08-02', NULL, NULL, '2026-08-01', NULL, NULL),"
     " ('6', 'DEX', NULL, NULL, NULL, '2026-08-02', '2026-08-01', NULL, NULL),"
     " ('7', 'DEX', NULL, '2026-08-02', NULL, NULL, NULL, '2026-08-01', NULL),"
     " ('8', 'DEX', NULL, '2026-08-02', NULL, NULL, NULL, NULL, '2026-08-01');",
     "2 detected_occurred\n3 acknowledged_detected\n4 contained_detected\n"
     "5 recovered_detected\n6 recovered_contained\n7 closed_detected\n8 reviewed_detected\n"},
    {"incident-years",
     "INSERT INTO incident (incident, agency, occurred_at, detected_at) VALUES"
     " ('1', 'DEX', '2026-08-02', '2062-08-02'), ('2', 'DEX', '1999-08-02', NULL),"
     " ('3', 'DEX', '2026-08-02', NULL);",
     "1 after\n2 before\n"},
    {"moderation-stages",
     "INSERT INTO moderation (moderation, account, flagged_at, acted_at, appealed_at,"
     " appeal_decided_at) VALUES"
     " ('1', 'a', '2026-08-02', '2026-08-02', '2026-08-02', '2026-08-02'),"
     " ('2', 'a', '2026-08-02', '2026-08-01', NULL, NULL),"
     " ('3', 'a', NULL, '2026-08-02', '2026-08-01', NULL),"
     " ('4', 'a', NULL, NULL, '2026-08-02', '2026-08-01');",
     "2 acted_flagged\n3 appealed_acted\n4 decided_appealed\n"},
    {"moderation-years",
     "INSERT INTO moderation (moderation, account, acted_at) VALUES ('1', 'a', '2003-08-02'),"
     " ('2', 'a', '2026-08-02'), ('3', 'a', NULL);",
     "1 before\n"},
    {"plan-dates",
     "INSERT INTO content_plan (account, effective_from, effective_to) VALUES"
     " ('a', '2026-08-02', '2026-08-02'), ('b', '2026-08-02', '2026-08-01');",
     "b -\n"},
    {"policy-dates",
     "INSERT INTO policy (agency, account, kind, effective_from, effective_to) VALUES"
     " ('DEX', NULL, 'moderation', '2026-08-02', '2026-08-02'),"
     " ('DEX', NULL, 'reminder', '2026-08-02', '2026-08-01'),"
     " ('DEX', 'a', 'moderation', '2026-08-02', '2026-08-01');",
     "DEX/moderation/a -\nDEX/reminder -\n"},
    {"post-years", POST "('1', 'a', '2003-12-31'), ('2', 'a', '2026-08-01');", "1 before\n"},
    {"staff-counts",
     "INSERT INTO staff (agency, period, headcount, trained, participating) VALUES"
     " ('A', '2026-Q3', 10, 10, 10), ('B', '2026-Q3', 10, 11, 0), ('C', '2026-Q3', 10, 0, 11),"
     " ('D', '2026-Q3', 10, -1, 0), ('E', '2026-Q3', -1, NULL, NULL), ('F', '2026-Q3', NULL, 5, "
     "5);",
     "B/2026-Q3 trained\nC/2026-Q3 participating\nD/2026-Q3 negative\nE/2026-Q3 negative\n"},
    {"violation-stages",
     "INSERT INTO post_violation (post, account, category, published_at, found_at, removed_at)"
     " VALUES ('1', 'a', 'other', '2026-08-02', '2026-08-02', '2026-08-02'),"
     " ('2', 'a', 'other', NULL, '2026-08-02', '2026-08-01'),"
     " ('3', 'a', 'other', '2026-08-02', '2026-07-30', '2026-08-01'),"
     " ('4', 'a', 'other', '2026-08-02', '2026-08-01', NULL);",
     "2 removed_found\n3 removed_published\n4 found_published\n"},
};

static struct checks load_checks(struct fixture *fixture)
{
    struct checks checks;
    char *folder = source_path("queries/checks");
    fixture_check(checks_load(folder, fixture->empty, fixture->arena, &checks, &fixture->err),
                  &fixture->err);
    free(folder);
    return checks;
}

static const struct quality_check *find(const struct checks *checks, const char *name)
{
    for (size_t i = 0; i < checks->count; i++)
        if (strcmp(checks->items[i].rows.name, name) == 0)
            return &checks->items[i];
    ck_abort_msg("there is no check %s", name);
    return NULL;
}

static char *print_row(const struct quality_check *check, const struct cursor *cursor)
{
    struct text line = {0};
    const char *code = cursor_text(cursor, check->detail);
    ck_assert_msg(!code || check_detail(check, code), "%s gives the code %s, which has no words",
                  check->rows.name, code);
    ck_assert_msg(cursor_agency(cursor) || cursor_account(cursor), "%s gives nobody's row",
                  check->rows.name);
    text_printf(&line, "%s %s\n", cursor_item(cursor), code ? code : "-");
    return text_detach(&line);
}

/** All that a check finds, sorted. */
static char *find_rows(struct fixture *fixture, const struct quality_check *check)
{
    char *lines[32] = {0};
    size_t count = 0;
    struct cursor *cursor = NULL;
    struct text all = {0};
    fixture_check(cursor_open(fixture->source, &check->rows, &cursor, &fixture->err),
                  &fixture->err);
    while (cursor_step(cursor, &fixture->err)) {
        ck_assert_uint_lt(count, 32);
        lines[count++] = print_row(check, cursor);
    }
    fixture_check(fixture->err.kind == ERROR_NONE, &fixture->err);
    cursor_close(cursor);
    qsort(lines, count, sizeof lines[0], fixture_compare_lines);
    for (size_t i = 0; i < count; i++) {
        text_append(&all, lines[i]);
        free(lines[i]);
    }
    return text_detach(&all);
}

START_TEST(a_check_finds_the_row_that_is_wrong_and_not_its_neighbour)
{
    const struct trial *trial = &TRIALS[_i];
    struct fixture *fixture = fixture_open(trial->rows);
    struct checks checks = load_checks(fixture);
    char *found = find_rows(fixture, find(&checks, trial->check));
    ck_assert_msg(found && strcmp(found, trial->found) == 0, "%s finds\n%s and not\n%s",
                  trial->check, found ? found : "", trial->found);
    free(found);
    fixture_close(fixture);
}
END_TEST

START_TEST(every_check_has_its_trial_and_touches_what_there_is)
{
    struct fixture *fixture = fixture_open("");
    struct checks checks = load_checks(fixture);
    ck_assert_uint_eq(checks.count, ARRAY_LENGTH(TRIALS));
    for (size_t i = 0; i < checks.count; i++) {
        ck_assert_str_eq(checks.items[i].rows.name, TRIALS[i].check);
        fixture_check(check_touches_known(&checks.items[i], &fixture->contract, &fixture->listings,
                                          &fixture->err),
                      &fixture->err);
    }
    fixture_close(fixture);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("check queries");
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, a_check_finds_the_row_that_is_wrong_and_not_its_neighbour, 0,
                        (int)ARRAY_LENGTH(TRIALS));
    tcase_add_test(t, every_check_has_its_trial_and_touches_what_there_is);
    return t;
}
