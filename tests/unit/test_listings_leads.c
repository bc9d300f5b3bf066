/* SPDX-License-Identifier: MIT */

/* An account that changed hands: OLD was merged into NEW on 15 August 2026, and the register names
 * NEW alone since. What was before is judged by what OLD had, and what came after by what NEW has.
 */
#include "listing_fixture.h"

#define MERGED                                                                                     \
    "INSERT INTO agency (agency, name, active_to) VALUES ('OLD', 'Old', '2026-08-14'),"            \
    " ('NEW', 'New', NULL);"                                                                       \
    "INSERT INTO account (account, agency, created_on, created_by, email_domain,"                  \
    " created_email_domain) VALUES ('a', 'NEW', '2026-05-05', 'maker', 'old.gov.ph',"              \
    " 'old.gov.ph');"

#define DATED                                                                                      \
    "INSERT INTO account_agency (account, agency, role, valid_from, valid_to) VALUES"              \
    " ('a', 'OLD', 'lead', '2026-05-05', '2026-08-14'), ('a', 'NEW', 'lead', '2026-08-15', NULL);"

static void judge(const char *rows, const char *control, const char *expected)
{
    struct text all = {0};
    text_printf(&all, "%s%s%s", MERGED, DATED, rows);
    struct fixture *fixture = fixture_open(text_string(&all));
    fixture_set_times(fixture, 2, "2026-09-30", "2026-09-30");
    assert_judged(fixture, control, expected);
    fixture_close(fixture);
    text_finish(&all);
}

START_TEST(the_domains_are_those_of_the_lead_at_the_quarters_end)
{
    judge("INSERT INTO agency_domain (agency, domain) VALUES ('OLD', 'old.gov.ph')", "EML-1",
          "2026-Q2 a met - -\n2026-Q3 a not_met foreign_domain old.gov.ph\n");
    judge("INSERT INTO agency_domain (agency, domain) VALUES ('NEW', 'old.gov.ph')", "EML-1",
          "2026-Q2 a not_met foreign_domain old.gov.ph\n2026-Q3 a met - -\n");
}
END_TEST

START_TEST(an_account_was_created_under_a_domain_of_its_lead_of_that_day)
{
    const char *columns[] = {"item", "official"};
    show_rows(MERGED DATED
              "INSERT INTO agency_domain (agency, domain) VALUES ('OLD', 'old.gov.ph')",
              "account-creation", columns, 2, "a 1\n");
    show_rows(MERGED DATED
              "INSERT INTO agency_domain (agency, domain) VALUES ('NEW', 'old.gov.ph')",
              "account-creation", columns, 2, "a 0\n");
}
END_TEST

START_TEST(the_policies_are_those_of_the_lead_at_the_quarters_end)
{
    judge("INSERT INTO policy (agency, kind, effective_from) VALUES"
          " ('OLD', 'moderation', '2020-01-01'), ('NEW', 'participation', '2020-01-01')",
          "POL-2", "2026-Q2 a met - -\n2026-Q3 a not_met none -\n");
    judge("INSERT INTO policy (agency, kind, effective_from) VALUES"
          " ('OLD', 'moderation', '2020-01-01'), ('NEW', 'participation', '2020-01-01')",
          "POL-1", "2026-Q2 a not_met none -\n2026-Q3 a met - -\n");
}
END_TEST

START_TEST(who_may_approve_is_asked_of_the_lead_on_the_day_of_the_decision)
{
#define OFFICERS                                                                                   \
    "INSERT INTO assignment (officer, agency, role) VALUES"                                        \
    " ('old smo', 'OLD', 'social_media_officer'), ('new smo', 'NEW', 'social_media_officer'),"     \
    " ('old head', 'OLD', 'head'), ('new head', 'NEW', 'head');"                                   \
    "INSERT INTO approval (account, decided_on, decision, decided_by, endorsed_by_smo) VALUES"
    /* Before the account was created nobody led it yet. */
    judge(OFFICERS "('a', '2026-05-01', 'approved', 'old smo', NULL)", "APR-1",
          "2026-Q2 a met - -\n2026-Q3 a met - -\n");
    judge(OFFICERS "('a', '2026-05-01', 'approved', 'new smo', NULL)", "APR-1",
          "2026-Q2 a not_met not_authorised -\n2026-Q3 a not_met not_authorised -\n");
    judge(OFFICERS "('a', '2026-08-14', 'approved', 'old head', 1),"
                   "('a', '2026-08-13', 'approved', 'new head', 1),"
                   "('a', '2026-08-15', 'approved', 'old head', 1),"
                   "('a', '2026-08-16', 'approved', 'new head', 0)",
          "APR-4", "2026-Q3 a/2026-08-14 met - -\n2026-Q3 a/2026-08-16 not_met not_endorsed -\n");
}
END_TEST

START_TEST(an_account_is_created_by_an_administrator_of_its_lead_of_that_day)
{
    judge("INSERT INTO assignment (officer, agency, role) VALUES"
          " ('maker', 'OLD', 'account_administrator')",
          "TEM-6b", "2026-Q2 a met - -\n");
    judge("INSERT INTO assignment (officer, agency, role) VALUES"
          " ('maker', 'NEW', 'account_administrator')",
          "TEM-6b", "2026-Q2 a not_met not_administrator -\n");
}
END_TEST

START_TEST(a_body_has_the_accounts_that_it_leads_at_the_quarters_end)
{
    judge("UPDATE agency SET active_to = NULL;"
          "INSERT INTO approval (account, decided_on, decision) VALUES"
          " ('a', '2026-05-01', 'approved')",
          "PUR-1",
          "2026-Q2 NEW not_met none -\n2026-Q2 OLD met - -\n"
          "2026-Q3 NEW met - -\n2026-Q3 OLD not_met none -\n");
}
END_TEST

START_TEST(a_post_is_published_by_the_team_of_the_lead_of_its_day)
{
    judge("INSERT INTO assignment (officer, agency, role) VALUES"
          " ('old', 'OLD', 'team_member'), ('new', 'NEW', 'team_member');"
          "INSERT INTO post (post, account, published_at, author) VALUES"
          " ('1', 'a', '2026-08-14T23:59:59+08:00', 'old'),"
          " ('2', 'a', '2026-08-14T23:59:59+08:00', 'new'),"
          " ('3', 'a', '2026-08-14T16:00:00Z', 'old'),"
          " ('4', 'a', '2026-08-14T16:00:00Z', 'new')",
          "PST-1",
          "2026-Q3 1 met - -\n2026-Q3 2 not_met not_authorised -\n"
          "2026-Q3 3 not_met not_authorised -\n2026-Q3 4 met - -\n");
}
END_TEST

START_TEST(without_dated_leads_the_register_says_whose_an_account_is)
{
    static const char *const RECORDS[] = {
        MERGED,
        MERGED "DROP TABLE account_agency;",
        MERGED "INSERT INTO account_agency (account, agency, role) VALUES ('a', 'OLD', 'lead');",
        MERGED "INSERT INTO account_agency (account, agency, role, valid_from) VALUES"
               " ('a', 'OLD', 'partner', '2020-01-01'), ('a', 'OLD', 'lead', '2026-10-01');",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(RECORDS); i++) {
        struct text rows = {0};
        text_printf(&rows,
                    "%sINSERT INTO agency_domain (agency, domain) VALUES ('NEW', 'old.gov.ph');",
                    RECORDS[i]);
        judge_rows(text_string(&rows), "EML-1", "2026-Q3 a met - -\n");
        text_finish(&rows);
    }
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of leads");
    tcase_add_test(t, the_domains_are_those_of_the_lead_at_the_quarters_end);
    tcase_add_test(t, an_account_was_created_under_a_domain_of_its_lead_of_that_day);
    tcase_add_test(t, the_policies_are_those_of_the_lead_at_the_quarters_end);
    tcase_add_test(t, who_may_approve_is_asked_of_the_lead_on_the_day_of_the_decision);
    tcase_add_test(t, an_account_is_created_by_an_administrator_of_its_lead_of_that_day);
    tcase_add_test(t, a_body_has_the_accounts_that_it_leads_at_the_quarters_end);
    tcase_add_test(t, a_post_is_published_by_the_team_of_the_lead_of_its_day);
    tcase_add_test(t, without_dated_leads_the_register_says_whose_an_account_is);
    return t;
}
