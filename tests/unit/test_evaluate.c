/* SPDX-License-Identifier: MIT */
#include "evaluate_fixture.h"

static const char *const ACCOUNTS =
    "INSERT INTO account (account, agency, platform, created_on, email_domain) VALUES"
    " ('good', 'DEX', 'Facebook', '2020-01-01', 'dex.example.ph'),"
    " ('part', 'DEX', 'Facebook', '2020-01-01', 'mail.dex.example.ph'),"
    " ('bad', 'DEX', 'X', '2026-05-01', 'gmail.example'),"
    " ('none', 'DEX', NULL, '2026-08-01', NULL),"
    " ('aside', 'DEX', 'X', '2020-01-01', 'gmail.example');"
    "INSERT INTO exemption (agency, control, item, granted_on) VALUES ('DEX', 'EML-1', 'aside', "
    "'2026-07-01');";

/* At the end of September: good and part are met, bad is foreign, none is not recorded, aside is
 * exempt since July; at the end of June: aside was not exempt, none not there; at the end of March
 * neither was bad. */
START_TEST(states_are_counted_at_the_end_of_each_quarter_and_exemptions_applied)
{
    open_with(ACCOUNTS);
    evaluate_all();
    assert_tally("EML-1", NOW, (struct tally){2, 1, 1, 1});
    assert_tally("EML-1", BEFORE, (struct tally){2, 2, 0, 0});
    assert_tally("EML-1", BEFORE - 1, (struct tally){2, 1, 0, 0});
    ck_assert_int_eq(counted("accounts-active", NOW), 5);
    ck_assert_int_eq(counted("accounts-active", BEFORE - 1), 3);
    size_t control = results_control(&results, "EML-1");
    ck_assert(results.control_measured[control]);
    ck_assert_int_eq(judge_control(&results, agency("DEX"), control, NOW), STATUS_PARTLY);
}
END_TEST

START_TEST(categories_are_counted_beside_the_whole)
{
    open_with(ACCOUNTS);
    evaluate_all();
    size_t measure = results_measure(&results, "accounts-active");
    const struct categories *categories = &results.categories[measure][0];
    const struct {
        const char *name;
        int64_t count;
    } expected[] = {{"Facebook", 2}, {"X", 2}, {"not recorded", 1}};
    ck_assert_uint_eq(categories->count, 3);
    for (size_t i = 0; i < 3; i++) {
        size_t k = 0;
        while (strcmp(categories->names[k], expected[i].name) != 0)
            ck_assert_uint_lt(++k, 3);
        struct measurement_key key = {agency("DEX"), measure, NOW, 1, k};
        ck_assert_int_eq(results_value(&results, key).n, expected[i].count);
    }
}
END_TEST

static int64_t received(size_t body, size_t breakdown, const char *name)
{
    size_t measure = results_measure(&results, "feedback-received"), k = 0;
    const struct categories *categories = &results.categories[measure][breakdown - 1];
    while (k < categories->count && strcmp(categories->names[k], name) != 0)
        k++;
    ck_assert_msg(k < categories->count, "there is no category %s", name);
    return results_value(&results, (struct measurement_key){body, measure, NOW, breakdown, k}).n;
}

/* GON ended before the quarter, so its message counts nowhere among all bodies. */
START_TEST(days_are_known_beforehand_and_counted_of_all_bodies_together)
{
    enum { REGION = 3, DAY = 7 };
    open_with("INSERT INTO agency (agency, name, class, active_to)"
              " VALUES ('GON', 'Gone', 'NGA', '2026-06-30');"
              "INSERT INTO region (region, name, psgc) VALUES ('NCR', 'Capital', '13'),"
              " ('I', 'Ilocos', '01');"
              "INSERT INTO feedback (feedback, agency, region, received_at) VALUES"
              " ('1', 'DEX', 'NCR', '2026-07-02'), ('2', 'BSM', NULL, '2026-07-02'),"
              " ('3', 'GON', 'NCR', '2026-07-02'), ('4', 'DEX', 'XX', '2026-09-30');");
    evaluate_all();
    size_t all = results_group(&results, GROUP_ALL);
    const struct categories *categories =
        &results.categories[results_measure(&results, "feedback-received")][DAY - 1];
    ck_assert_uint_eq(categories->count, 92);
    ck_assert_str_eq(categories->names[0], "2026-07-01");
    ck_assert_str_eq(categories->names[91], "2026-09-30");
    ck_assert_int_eq(received(all, DAY, "2026-07-01"), 0);
    ck_assert_int_eq(received(all, DAY, "2026-07-02"), 2);
    ck_assert_int_eq(received(all, DAY, "2026-09-30"), 1);
    ck_assert_int_eq(received(agency("DEX"), DAY, "2026-07-02"), 0);
    ck_assert_int_eq(received(results_group(&results, GROUP_MANDATED), DAY, "2026-07-02"), 0);
    categories = &results.categories[results_measure(&results, "feedback-received")][REGION - 1];
    ck_assert_str_eq(categories->names[0], "I"); /* by their number */
    ck_assert_int_eq(received(all, REGION, "I"), 0);
    ck_assert_int_eq(received(all, REGION, "NCR"), 1);
    ck_assert_int_eq(received(all, REGION, "not recorded"), 1);
}
END_TEST

/* bad was a finding in June already, none is new, aside was one and is set aside now. */
START_TEST(findings_are_kept_with_reason_and_detail_and_compared_with_the_quarter_before)
{
    struct error err = {0};
    struct open_findings open;
    open_with(ACCOUNTS);
    evaluate_all();
    size_t control = results_control(&results, "EML-1"), dex = agency("DEX");
    const struct change *change = &results.changes[dex * results.control_count + control];
    ck_assert_int_eq(change->stayed, 1);
    ck_assert_int_eq(change->appeared, 1);
    ck_assert_int_eq(change->cleared, 1);
    ck_assert(remedy_open(&results, &told, dex, fixture->arena, &open, NULL, &err));
    size_t found = 0;
    for (size_t i = 0; i < open.count; i++) {
        const struct finding *finding = &open.items[i].finding;
        if (finding->control != control)
            continue;
        found++;
        bool bad = strcmp(finding->item, "bad") == 0;
        ck_assert_str_eq(finding->item, bad ? "bad" : "none");
        ck_assert_str_eq(finding->reason, bad ? "foreign_domain" : "not_recorded");
        ck_assert_int_eq(finding->outcome, bad ? OUTCOME_NOT_MET : OUTCOME_NO_EVIDENCE);
        ck_assert(bad ? strcmp(finding->detail, "gmail.example") == 0 : !finding->detail);
    }
    ck_assert_uint_eq(found, 2);
}
END_TEST

/* The account of MIST, an agency in no register, is a row of a control and of a measure; its
 * message one row, though two measures count it. */
START_TEST(rows_of_no_known_agency_are_counted_once_and_for_nobody)
{
    open_with("INSERT INTO account (account, agency, created_on) VALUES"
              " ('stray', 'MIST', '2026-07-01');"
              "INSERT INTO feedback (feedback, agency, received_at, resolved_at)"
              " VALUES ('f1', 'MIST', '2026-07-02T09:00:00', '2026-07-02T09:00:00');");
    use_listing(STATE);
    evaluate_all();
    ck_assert_int_eq(results.unassigned[results_control(&results, "ACC-1")], 1);
    ck_assert_int_eq(results.unassigned[results.control_count], 1);
    results_finish(&results);
    use_listing(MESSAGES "SELECT agency, feedback AS item, period_of(received_at) AS period,"
                         " period_of(resolved_at) AS resolved_in FROM feedback");
    evaluate_all();
    ck_assert_int_eq(results.unassigned[results.control_count], 1);
    ck_assert_int_eq(counted("received", NOW), 0);
    struct measurement_key all = {results_group(&results, GROUP_ALL),
                                  results_measure(&results, "received"), NOW, 0, 0};
    ck_assert_int_eq(results_value(&results, all).n, 0);
}
END_TEST

/* The nine quarters to 2026-Q3 begin with 2024-Q3. What came after the day of the data is not
 * known. */
START_TEST(rows_outside_the_nine_quarters_are_passed_over)
{
    open_with("INSERT INTO feedback (feedback, agency, kind, received_at) VALUES"
              " ('f1', 'DEX', 'complaint', '2024-06-30T23:59:59'),"
              " ('f2', 'DEX', 'complaint', '2024-07-01T00:00:00'),"
              " ('f3', 'DEX', 'complaint', '2026-09-30T23:59:59'),"
              " ('f4', 'DEX', 'complaint', '2026-10-01T00:00:00'),"
              " ('f5', 'MIST', 'complaint', '2024-06-30T23:59:59');");
    evaluate_all();
    int64_t sum = 0;
    for (size_t p = 0; p < PERIODS; p++)
        sum += counted("feedback-received", p);
    ck_assert_int_eq(counted("feedback-received", 0), 1);
    ck_assert_int_eq(counted("feedback-received", NOW), 1);
    ck_assert_int_eq(sum, 2);
    ck_assert_int_eq(results.unassigned[results.control_count], 0);
    int64_t later = 0;
    for (size_t l = 0; l < results.listings->count; l++)
        later += results.later[l];
    ck_assert_int_eq(later, 1); /* f4, after the day of the data */
}
END_TEST

START_TEST(a_table_that_is_not_supplied_leaves_its_controls_unmeasured_and_says_so)
{
    open_with("DROP TABLE access_check;");
    evaluate_all();
    size_t control = results_control(&results, "SEC-4");
    ck_assert(!results.control_measured[control]);
    ck_assert_int_eq(judge_control(&results, agency("DEX"), control, NOW), STATUS_NOT_MEASURED);
    ck_assert(results.control_measured[results_control(&results, "EML-1")]);
    ck_assert(noticed("not measured, as table access_check was not supplied or has no row: SEC-"));
}
END_TEST

/* Whoever sends no row of access checks sent no table of them; but no violation found is a result.
 */
START_TEST(a_table_without_a_row_is_not_supplied_but_for_what_was_found)
{
    open_with("DELETE FROM access_check;"
              "INSERT INTO review (agency, account, subject, examined_on, source)"
              " VALUES ('DEX', 'filler', 'content', '2026-08-01', 'inspected');");
    evaluate_all();
    ck_assert(!results.control_measured[results_control(&results, "SEC-4")]);
    ck_assert(!results.control_measured[results_control(&results, "POL-2")]);
    ck_assert(results.control_measured[results_control(&results, "BLK-6")]);
}
END_TEST

START_TEST(a_reason_without_its_sentence_is_an_error)
{
    struct error err = {0};
    open_with(ACCOUNTS);
    loaded_control("EML-1")->reason_count = 0;
    ck_assert(!try_evaluate(NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_DATA);
    ck_assert_ptr_nonnull(strstr(err.message, "email_reason gives EML-1 a reason that has no"));
    ck_assert_ptr_null(strstr(err.message, "foreign_domain"));
    error_finish(&err);
}
END_TEST

START_TEST(a_column_that_is_missing_is_an_error_that_names_what_needs_it)
{
    struct error err = {0};
    open_with("ALTER TABLE agency_domain DROP COLUMN valid_to;");
    bool *wanted = arena_array(fixture->arena, home.listings.count, sizeof *wanted);
    wanted[loaded_control("EML-1")->listing] = true;
    ck_assert(!try_evaluate(wanted, &err));
    ck_assert_int_eq(err.kind, ERROR_DATA);
    ck_assert_str_eq(err.message, "table agency_domain has no column valid_to, which EML-1,"
                                  " accounts-active (listing account-registration) need");
    ck_assert_ptr_nonnull(strstr(err.hint, "NULL AS valid_to"));
    ck_assert_ptr_null(results.tallies.items);
    error_finish(&err);
}
END_TEST

/* Whichever of the two the listing reads first. */
START_TEST(a_missing_table_goes_before_a_missing_column)
{
    open_with("ALTER TABLE agency_domain DROP COLUMN valid_to; DROP TABLE access_check;");
    use_listing(MESSAGES "SELECT agency, domain AS item, period_of(valid_to) AS period,"
                         " NULL AS resolved_in FROM agency_domain"
                         " WHERE EXISTS (SELECT 1 FROM access_check)");
    evaluate_all();
    ck_assert(!results.measure_measured[results_measure(&results, "received")]);
    ck_assert(noticed("table access_check was not supplied or has no row: received, resolved"));
}
END_TEST

START_TEST(a_clause_is_not_judged_before_it_holds)
{
    open_with(ACCOUNTS);
    loaded_control("EML-1")->effective_from = fixture_day("2026-06-30");
    evaluate_all();
    assert_tally("EML-1", BEFORE - 1, (struct tally){0});
    assert_tally("EML-1", BEFORE, (struct tally){2, 2, 0, 0});
    results_finish(&results);
    loaded_control("EML-1")->effective_from = fixture_day("2026-07-01");
    evaluate_all();
    assert_tally("EML-1", BEFORE, (struct tally){0});
    assert_tally("EML-1", NOW, (struct tally){2, 1, 1, 1});
}
END_TEST

START_TEST(listings_that_are_not_wanted_are_not_stepped)
{
    struct error err = {0};
    open_with(ACCOUNTS);
    bool *wanted = arena_array(fixture->arena, home.listings.count, sizeof *wanted);
    wanted[loaded_control("TEM-2")->listing] = true;
    fixture_check(try_evaluate(wanted, &err), &err);
    ck_assert(results.control_measured[results_control(&results, "TEM-2")]);
    ck_assert(!results.control_measured[results_control(&results, "EML-1")]);
    assert_tally("TEM-2", NOW, (struct tally){0, 1, 0, 0}); /* nobody is Social Media Officer */
    assert_tally("EML-1", NOW, (struct tally){0});
}
END_TEST

/* 3 of 4 answered rows: reach 100 and 300, engagements 10 and 2 + 4; the post without reach is in
 * neither sum. */
START_TEST(ratios_leave_out_rows_that_lack_one_side)
{
    open_with("INSERT INTO account (account, agency) VALUES ('a', 'DEX');"
              "INSERT INTO post (post, account, published_at, reach, reactions, shares) VALUES"
              " ('p1', 'a', '2026-07-01T08:00:00', 100, 10, NULL),"
              " ('p2', 'a', '2026-07-02T08:00:00', 300, 2, 4),"
              " ('p3', 'a', '2026-07-03T08:00:00', NULL, 50, 50);");
    evaluate_all();
    struct measurement_key key = {agency("DEX"), results_measure(&results, "engagement-rate"), NOW,
                                  0, 0};
    struct fraction rate = results_value(&results, key);
    ck_assert_int_eq(rate.numerator, 16);
    ck_assert_int_eq(rate.denominator, 400);
    ck_assert_int_eq(rate.n, 2);
    ck_assert_int_eq(counted("posts-published", NOW), 3);
}
END_TEST

/* 2026-Q2 is the eighth of the nine quarters. A message of no use to the measure shows logging too.
 */
START_TEST(a_measure_knows_since_when_anybody_logged)
{
    open_with("INSERT INTO feedback (feedback, agency, kind, received_at) VALUES"
              " ('f1', 'DEX', 'spam', '2026-04-01T00:00:00'),"
              " ('f2', 'DEX', 'complaint', '2026-07-01T00:00:00');"
              "INSERT INTO moderation (moderation, account, action, acted_at) VALUES"
              " ('m1', 'dex-1', 'hide', '2020-01-01T00:00:00');");
    evaluate_all();
    ck_assert_uint_eq(results.measure_since[results_measure(&results, "feedback-received")],
                      BEFORE);
    ck_assert_uint_eq(results.measure_since[results_measure(&results, "moderation-actions")], 0);
    ck_assert_uint_eq(results.measure_since[results_measure(&results, "incidents-detected")],
                      PERIODS);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("evaluate");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, states_are_counted_at_the_end_of_each_quarter_and_exemptions_applied);
    tcase_add_test(t, categories_are_counted_beside_the_whole);
    tcase_add_test(t, days_are_known_beforehand_and_counted_of_all_bodies_together);
    tcase_add_test(t,
                   findings_are_kept_with_reason_and_detail_and_compared_with_the_quarter_before);
    tcase_add_test(t, rows_of_no_known_agency_are_counted_once_and_for_nobody);
    tcase_add_test(t, a_table_without_a_row_is_not_supplied_but_for_what_was_found);
    tcase_add_test(t, a_reason_without_its_sentence_is_an_error);
    tcase_add_test(t, a_measure_knows_since_when_anybody_logged);
    tcase_add_test(t, rows_outside_the_nine_quarters_are_passed_over);
    tcase_add_test(t, a_table_that_is_not_supplied_leaves_its_controls_unmeasured_and_says_so);
    tcase_add_test(t, a_column_that_is_missing_is_an_error_that_names_what_needs_it);
    tcase_add_test(t, a_missing_table_goes_before_a_missing_column);
    tcase_add_test(t, a_clause_is_not_judged_before_it_holds);
    tcase_add_test(t, listings_that_are_not_wanted_are_not_stepped);
    tcase_add_test(t, ratios_leave_out_rows_that_lack_one_side);
    return t;
}
