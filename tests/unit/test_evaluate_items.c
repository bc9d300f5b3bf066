/* SPDX-License-Identifier: MIT */

/* Whose an item is, when it is judged, and what sets it aside. */
#include "evaluate_fixture.h"

static struct tally tally_of(const char *code, size_t period)
{
    return results_tally(&results, agency(code), results_control(&results, "ACC-1"), period);
}

static int64_t rows_of(const char *code, size_t period)
{
    return results_value(&results, (struct measurement_key){agency(code), 0, period, 0, 0}).n;
}

static void assert_twice(const char *listing, const char *message)
{
    struct error err = {0};
    use_listing(listing);
    ck_assert(!try_evaluate(NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_DATA);
    ck_assert_str_eq(err.message, message);
    ck_assert_ptr_nonnull(strstr(err.file, "own.sql"));
    ck_assert_uint_gt(err.line, 1);
    error_finish(&err);
}

/* The partner of an account, as a join may bring it in; of 2026-Q1, two quarters ago. */
START_TEST(a_state_listed_twice_is_an_error_in_every_quarter)
{
    open_with("INSERT INTO account (account, agency, created_on) VALUES ('a', 'DEX', '2025-01-01');"
              "INSERT INTO account_agency (account, agency, role, valid_to) VALUES"
              " ('a', 'DEX', 'lead', NULL), ('a', 'BSM', 'partner', '2026-03-31');");
    assert_twice(CONTROL("at period end") "SELECT account, account AS item, period, 'met' AS "
                                          "outcome FROM account JOIN period"
                                          " JOIN account_agency USING (account)"
                                          " WHERE period = '2026-Q1'",
                 "listing own, account a, row 2: two rows of one item in 2026-Q1; it must have one "
                 "a quarter");
}
END_TEST

START_TEST(an_act_listed_twice_is_an_error_in_the_reported_quarter)
{
    const char *rows =
        "INSERT INTO account (account, agency, created_on) VALUES ('a', 'DEX', '%s');";
    char sql[128];
    snprintf(sql, sizeof sql, rows, "2026-06-30");
    open_with(sql);
    use_listing(ACT " UNION ALL SELECT account, account, period_of(created_on), created_on, 'met'"
                    " FROM account WHERE created_on IS NOT NULL");
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", BEFORE).met, 1);
    results_finish(&results);
    reference_finish(&reference);
    fixture_close(fixture);
    snprintf(sql, sizeof sql, rows, "2026-07-01");
    open_with(sql);
    assert_twice(ACT " UNION ALL SELECT account, account, period_of(created_on), created_on, 'met'"
                     " FROM account WHERE created_on IS NOT NULL",
                 "listing own, account a, row 2: two rows of one item in 2026-Q3; it must have one "
                 "a quarter");
}
END_TEST

START_TEST(a_person_listed_twice_is_named_by_no_key)
{
    struct error err = {0};
    open_with("INSERT INTO feedback (feedback, agency, received_at) VALUES"
              " ('maria-1', 'DEX', '2026-08-01T00:00:00');");
    use_listing(MESSAGES "SELECT agency, feedback AS item, period_of(received_at) AS period,"
                         " NULL AS resolved_in FROM feedback JOIN agency USING (agency)"
                         " JOIN (SELECT 1 UNION ALL SELECT 2)");
    ck_assert(!try_evaluate(NULL, &err));
    ck_assert_str_eq(err.message,
                     "listing own, feedback row 2: two rows of one item in 2026-Q3; it "
                     "must have one a quarter");
    error_finish(&err);
}
END_TEST

/* One created the day before the clause holds, one on that day. */
START_TEST(acts_before_the_clause_s_day_are_not_judged)
{
    open_with("INSERT INTO account (account, agency, created_on) VALUES"
              " ('a', 'DEX', '2026-08-14'), ('b', 'DEX', '2026-08-15');");
    use_listing(ACT);
    loaded_control("ACC-1")->effective_from = fixture_day("2026-08-15");
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", NOW).not_met, 1);
    results_finish(&results);
    /* Without the column the quarter is all that is known. */
    use_listing(CONTROL("in period") "SELECT account, account AS item, 'not_met' AS outcome,"
                                     " period_of(created_on) AS period FROM account"
                                     " WHERE created_on > '2020-01-01'");
    loaded_control("ACC-1")->effective_from = fixture_day("2026-08-15");
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", NOW).not_met, 2);
}
END_TEST

/* The exemption held in July alone: of the acts it covers the one of July, of the states none. */
START_TEST(acts_are_exempt_by_their_day_and_states_by_the_quarter_s_last)
{
    open_with("INSERT INTO account (account, agency, created_on) VALUES"
              " ('a', 'DEX', '2026-07-31'), ('b', 'DEX', '2026-08-01');"
              "INSERT INTO exemption (agency, control, granted_on, expires_on) VALUES"
              " ('DEX', 'ACC-1', '2026-07-01', '2026-08-01');");
    use_listing(ACT);
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", NOW).exempt, 1);
    ck_assert_uint_eq(tally_of("DEX", NOW).not_met, 1);
    results_finish(&results);
    use_listing(STATE);
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", NOW).exempt, 0);
    ck_assert_uint_eq(tally_of("DEX", NOW).not_met, 2);
}
END_TEST

START_TEST(a_day_that_is_none_is_an_error_that_names_the_item)
{
    struct error err = {0};
    open_with(
        "INSERT INTO account (account, agency, created_on) VALUES ('a', 'DEX', '2026-08-01');");
    use_listing(CONTROL("in period") "SELECT account, account AS item, 'met' AS outcome,"
                                     " period_of(created_on) AS period, 'soon' AS judged_on"
                                     " FROM account WHERE created_on > '2020-01-01'");
    ck_assert(!try_evaluate(NULL, &err));
    ck_assert_str_eq(err.message,
                     "listing own, account a, row 1: column judged_on is not a day such "
                     "as 2026-09-30");
    error_finish(&err);
}
END_TEST

/* Since 15 August BSM leads the account. */
#define MOVED                                                                                      \
    "INSERT INTO account (account, agency, created_on) VALUES ('a', 'DEX', '2026-08-14');"         \
    "INSERT INTO account_agency (account, agency, role, valid_from) VALUES"                        \
    " ('a', 'BSM', 'lead', '2026-08-15');"

START_TEST(a_state_belongs_to_the_lead_of_the_quarter_s_last_day)
{
    open_with(MOVED "UPDATE account SET created_on = '2026-01-01' WHERE account = 'a';");
    use_listing(STATE);
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", NOW).not_met, 0);
    ck_assert_uint_eq(tally_of("BSM", NOW).not_met, 1);
    ck_assert_uint_eq(tally_of("DEX", BEFORE).not_met, 1);
    ck_assert_uint_eq(tally_of("BSM", BEFORE).not_met, 0);
    ck_assert_int_eq(rows_of("DEX", NOW), 0);
    ck_assert_int_eq(rows_of("BSM", NOW), 1);
    ck_assert_int_eq(rows_of("DEX", BEFORE), 1);
    /* What was a finding of DEX has left it, and is new to BSM. */
    const struct change *dex = &results.changes[agency("DEX") * results.control_count];
    const struct change *bsm = &results.changes[agency("BSM") * results.control_count];
    ck_assert_int_eq(dex->left, 1);
    ck_assert_int_eq(bsm->appeared, 1);
    ck_assert_int_eq(bsm->reopened, 0);
}
END_TEST

START_TEST(an_act_belongs_to_the_lead_of_its_day)
{
    open_with(MOVED);
    use_listing(ACT);
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", NOW).not_met, 1);
    ck_assert_uint_eq(tally_of("BSM", NOW).not_met, 0);
    ck_assert_int_eq(rows_of("DEX", NOW), 1);
    results_finish(&results);
    use_listing(CONTROL("in period") "SELECT account, account AS item, 'not_met' AS outcome,"
                                     " period_of(created_on) AS period FROM account"
                                     " WHERE created_on > '2020-01-01'");
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", NOW).not_met, 0);
    ck_assert_uint_eq(tally_of("BSM", NOW).not_met, 1);
}
END_TEST

static bool told_inside(const char *sentence)
{
    for (size_t i = 0; i < notices.inside_count; i++)
        if (strcmp(notices.inside[i], sentence) == 0)
            return true;
    return false;
}

#define FOUR                                                                                       \
    "INSERT INTO account (account, agency, created_on) VALUES ('a', 'DEX', '2025-01-01'),"         \
    " ('b', 'DEX', '2025-01-01'), ('c', 'DEX', '2025-01-01'), ('d', 'DEX', '2025-01-01');"

START_TEST(a_withdrawn_finding_is_set_aside_in_all_quarters)
{
    open_with(FOUR "INSERT INTO response (finding, kind, received_on, decision, decided_on) VALUES"
                   " ('ACC-1/DEX/a', 'contest', '2026-08-01', 'withdrawn', '2026-08-02'),"
                   " ('ACC-1/DEX/b', 'contest', '2026-08-01', 'upheld', '2026-08-02');");
    use_listing(STATE);
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", NOW).exempt, 1);
    ck_assert_uint_eq(tally_of("DEX", NOW).not_met, 3);
    ck_assert_uint_eq(tally_of("DEX", BEFORE).exempt, 1);
    ck_assert_int_eq(results_contested(&results, agency("DEX"), 0, NOW), 0);
    ck_assert_uint_eq(notices.inside_count, 0);
}
END_TEST

/* a is contested; b too, but exempt; d is met, so there is no finding to contest. */
START_TEST(a_contested_finding_stays_and_is_counted)
{
    open_with(FOUR "UPDATE account SET handle = '@d' WHERE account = 'd';"
                   "INSERT INTO exemption (agency, control, item, granted_on) VALUES"
                   " ('DEX', 'ACC-1', 'b', '2026-01-01');"
                   "INSERT INTO response (finding, kind, received_on) VALUES"
                   " ('ACC-1/DEX/a', 'contest', '2026-08-01'),"
                   " ('ACC-1/DEX/b', 'contest', '2026-08-01'),"
                   " ('ACC-1/DEX/d', 'contest', '2026-08-01');");
    use_listing(STATE);
    evaluate_all();
    ck_assert_uint_eq(tally_of("DEX", NOW).not_met, 2);
    ck_assert_int_eq(results_contested(&results, agency("DEX"), 0, NOW), 1);
    const struct score *score = results_score(&results, agency("DEX"), NOW);
    ck_assert(score->has_contested);
    ck_assert_int_eq(score->millionths, 333333);        /* d of a, c, d */
    ck_assert_int_eq(score->without_contested, 500000); /* d of c, d */
    ck_assert(told_inside("answer for nothing: ACC-1/DEX/d (no such finding, now or earlier)"));
}
END_TEST

START_TEST(answers_and_exemptions_for_nothing_are_told_to_whoever_runs_it)
{
    open_with(FOUR "INSERT INTO response (finding, kind, received_on) VALUES"
                   " ('ACC-1/DEX/a', 'accept', '2026-08-01'),"
                   " ('ACC-1/DEX/old', 'accept', '2026-08-01'),"
                   " ('ACC-1/DEX/typo', 'accept', '2026-08-01'),"
                   " ('ACC-9/DEX/a', 'accept', '2026-08-01'),"
                   " ('ACC-1/MIST/a', 'accept', '2026-08-01'),"
                   " ('scrawl', 'accept', '2026-08-01');"
                   "INSERT INTO exemption (agency, control, item, granted_on, expires_on) VALUES"
                   " ('DEX', 'ACC-1', 'b', '2026-01-01', '2026-02-01'),"
                   " ('DEX', 'ACC-1', NULL, '2026-01-01', '2026-02-01'),"
                   " ('DEX', 'ACC-1', 'typo', '2026-01-01', NULL),"
                   " ('DEX', 'ACC-1', 'long-ago', '2020-01-01', '2021-01-01'),"
                   " ('DEX', 'ACC-9', NULL, '2026-01-01', NULL),"
                   " ('MIST', 'ACC-1', NULL, '2026-01-01', NULL);");
    struct telling old = {.reference = "ACC-1/DEX/old"};
    told = (struct told){.references = map_new(), .items = &old, .count = 1, .today = told.today};
    map_add(told.references, old.reference, 0);
    use_listing(STATE);
    evaluate_all();
    map_free(told.references);
    ck_assert(told_inside("answer for nothing: ACC-1/DEX/typo (no such finding, now or earlier)"));
    ck_assert(told_inside("answer for nothing: ACC-9/DEX/... (no such control)"));
    ck_assert(told_inside("answer for nothing: ACC-1/MIST/a (no such agency)"));
    ck_assert(told_inside("answer for nothing: ... (no such control)"));
    ck_assert(told_inside("exemption for nothing: ACC-1/DEX/typo (no such item)"));
    ck_assert(told_inside("exemption for nothing: ACC-9/DEX (no such control)"));
    ck_assert(told_inside("exemption for nothing: ACC-1/MIST (no such agency)"));
    ck_assert_uint_eq(notices.inside_count, 7);
    /* Reports say how many. */
    ck_assert(noticed("answers to findings that there are not, which change nothing: 4"));
    ck_assert(noticed("exemptions of controls, agencies or items that there are not, which change "
                      "nothing: 3"));
}
END_TEST

START_TEST(what_a_run_did_not_look_at_may_have_what_is_answered)
{
    open_with("INSERT INTO response (finding, kind, received_on) VALUES"
              " ('EML-1/DEX/x', 'accept', '2026-08-01');"
              "INSERT INTO exemption (agency, control, item, granted_on) VALUES"
              " ('DEX', 'EML-1', 'x', '2026-01-01');");
    evaluate_listing_of("feedback");
    ck_assert_uint_eq(notices.inside_count, 0);
}
END_TEST

START_TEST(a_measure_counts_in_the_period_that_it_names)
{
    open_with("INSERT INTO feedback (feedback, agency, received_at, resolved_at) VALUES"
              " ('f1', 'DEX', '2026-06-25T09:00:00', '2026-07-16T23:00:00'),"
              " ('f2', 'DEX', '2026-06-25T09:00:00', '2026-06-26T00:00:00'),"
              " ('f3', 'DEX', '2026-06-25T09:00:00', NULL);");
    use_listing(MESSAGES "SELECT agency, feedback AS item, period_of(received_at) AS period,"
                         " period_of(resolved_at) AS resolved_in FROM feedback");
    evaluate_all();
    ck_assert_int_eq(counted("received", BEFORE), 3);
    ck_assert_int_eq(counted("received", NOW), 0);
    ck_assert_int_eq(counted("resolved", BEFORE), 1);
    ck_assert_int_eq(counted("resolved", NOW), 1);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("evaluate_items");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_state_listed_twice_is_an_error_in_every_quarter);
    tcase_add_test(t, an_act_listed_twice_is_an_error_in_the_reported_quarter);
    tcase_add_test(t, a_person_listed_twice_is_named_by_no_key);
    tcase_add_test(t, acts_before_the_clause_s_day_are_not_judged);
    tcase_add_test(t, acts_are_exempt_by_their_day_and_states_by_the_quarter_s_last);
    tcase_add_test(t, a_day_that_is_none_is_an_error_that_names_the_item);
    tcase_add_test(t, a_state_belongs_to_the_lead_of_the_quarter_s_last_day);
    tcase_add_test(t, an_act_belongs_to_the_lead_of_its_day);
    tcase_add_test(t, a_withdrawn_finding_is_set_aside_in_all_quarters);
    tcase_add_test(t, a_contested_finding_stays_and_is_counted);
    tcase_add_test(t, answers_and_exemptions_for_nothing_are_told_to_whoever_runs_it);
    tcase_add_test(t, what_a_run_did_not_look_at_may_have_what_is_answered);
    tcase_add_test(t, a_measure_counts_in_the_period_that_it_names);
    return t;
}
