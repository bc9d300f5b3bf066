/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/date.h"
#include "sample_fixture.h"

static char *cast; /* samples that several tests read */
static char *thirty;

static void setup(void)
{
    samples_open();
    cast = sample_made("cast.db", 14, 1);
    thirty = sample_made("thirty.db", 30, 1);
}

/* The words that contract.sql names for the column, in alphabetical order. */
static const struct words {
    const char *table;
    const char *column;
    const char *words;
} enumerations[] = {
    {"response", "kind", "accept,contest,extension"},
    {"response", "decision", "granted,refused,upheld,withdrawn"},
    {"review", "subject", "content,privacy,registry,security"},
    {"review", "source", "automatic,inspected,self_declared"},
    {"account", "represents", "agency,program,unit"},
    {"account_agency", "role", "lead,partner"},
    {"approval", "decision", "approved,denied"},
    {"policy", "kind", "moderation,participation,personal_use,reminder"},
    {"policy", "form", "automated,none,post,pre,reactive"},
    {"officer", "engagement", "career,cos,coterminous,jo"},
    {"assignment", "role", "account_administrator,head,legal,social_media_officer,team_member"},
    {"competency", "competency", "community,marketing,strategy,technology"},
    {"duty_review", "duty", "approach,media,objectives,order"},
    {"training", "kind", "reminder,training"},
    {"discovery", "outcome", "regularised,taken_down"},
    {"post", "category", "advisory,original,other,statement"},
    {"post", "purpose", "advocacy,consultation,policy,poll,program,question_and_answer,service"},
    {"post_violation", "category", "blackmail,link,malicious,opinion,other,pornographic"},
    {"moderation", "subject", "comment,user"},
    {"moderation", "flagged_by", "authority,automated,public,staff"},
    {"moderation", "action", "block,delete,hide,mute,none,report,warn"},
    {"moderation", "appeal_outcome", "reversed,upheld"},
    {"feedback", "kind", "complaint,feedback,inquiry,praise,request,spam,suggestion"},
    {"feedback", "complexity", "complex,highly_technical,simple"},
    {"feedback", "disposition", "adopted,declined,referred"},
    {"feedback", "sentiment", "negative,neutral,positive"},
    {"feedback", "sentiment_method", "lexicon-1,lexicon-2,manual"},
    {"feedback", "satisfaction", "1,2,3,4,5"},
    {"incident", "severity", "critical,high,low,medium"},
    {"personnel_case", "engagement", "career,cos,coterminous,jo"},
    {"personnel_case", "offence", "grave,less_grave,light"},
    {"personnel_case", "conduct",
     "confidential_information,excessive_use,other,speaking_without_approval"},
    {"personnel_case", "statute", "RA 10173,RA 6713,RACCS"},
    {"personnel_case", "outcome", "cancelled,dismissed,sanctioned,terminated,warned"},
    {"personnel_case", "penalty", "dismissal,fine,reprimand,suspension"},
    {"clock", "unit", "hours,working_days"},
    {"clock", "ends_with", "resolution,response"},
    {"clock", "extendable", "0,1"},
};

/* Every word of the contract, and none beside. */
START_TEST(enumerations_have_their_words)
{
    char *path = sample_made("words.db", 300, 1);

    for (size_t i = 0; i < ARRAY_LENGTH(enumerations); i++) {
        const struct words *words = &enumerations[i];

        expect(path,
               arena_printf(arena,
                            "SELECT group_concat(word) FROM (SELECT DISTINCT %s AS word FROM %s"
                            " WHERE %s IS NOT NULL ORDER BY word)",
                            words->column, words->table, words->column),
               words->words);
    }
}
END_TEST

static void expect_some(const char *path, const char *from)
{
    ck_assert_msg(count(path, from) > 0, "no row: %s", from);
}

/* What was left out so that controls find no evidence, and what measures are counted over. */
START_TEST(a_sample_of_thirty_has_gaps_and_slips_of_all_kinds)
{
    static const char *const wanted[] = {
        "agency WHERE adopted_on IS NOT NULL",
        "agency WHERE class IN ('LGU', 'SUC', 'JUDICIARY') AND adopted_on IS NULL",
        "agency WHERE active_to IS NULL AND (SELECT MIN(created_on) FROM account"
        " WHERE account.agency = agency.agency) > '2025-12-31'",
        "account WHERE platform IS NULL",
        "account WHERE handle IS NULL",
        "account WHERE duration_to < '2026-09-30'",
        "account WHERE legacy = 1 AND EXISTS (SELECT 1 FROM approval WHERE"
        " approval.account = account.account AND approval.decision IS NULL)",
        "approval WHERE decision = 'approved' AND decided_on IS NULL",
        "approval WHERE decision = 'approved' AND decided_by IS NULL",
        "approval WHERE decision = 'approved' AND endorsed_by_smo IS NULL AND decided_by IS NOT"
        " NULL",
        "post WHERE approval_required = 0 AND approved_at IS NULL",
        "post WHERE approval_required IS NULL",
        "post WHERE approved_at > published_at",
        "post WHERE approved_at IS NOT NULL AND approved_by IS NULL",
        "post WHERE approved_at IS NULL AND approved_by IS NOT NULL",
        "post WHERE participants > 0 AND purpose = 'consultation'",
        "post WHERE reach = 0",
        "post WHERE coalesce(reactions, comments, shares, clicks) IS NULL",
        "post_violation WHERE personnel_case IS NOT NULL",
        "post_violation WHERE no_action_on IS NOT NULL",
        "post_violation WHERE personnel_case IS NULL AND no_action_on IS NULL",
        "private_disclosure JOIN incident USING (incident) WHERE personal_data = 1",
        "private_disclosure JOIN incident USING (incident) WHERE personal_data = 0",
        "private_disclosure WHERE incident IS NULL AND consent_recorded = 0",
        "private_disclosure WHERE consent_recorded IS NULL",
        "policy WHERE effective_from IS NULL",
        "policy WHERE bans_personal_use = 1",
        "policy WHERE kind = 'personal_use' AND bans_personal_use IS NULL",
        "content_plan WHERE effective_to < '2026-09-30'",
        "personnel_case WHERE charged_on IS NOT NULL AND investigated_on IS NULL",
        "personnel_case WHERE referred_on IS NOT NULL",
        "personnel_case WHERE appealed_on IS NOT NULL",
        "personnel_case WHERE charged_on IS NOT NULL AND decided_on IS NULL",
        "personnel_case WHERE investigated_on IS NOT NULL AND charged_on IS NULL",
        "personnel_case WHERE investigated_on IS NULL AND decided_on IS NULL",
        "review WHERE account IS NULL AND subject = 'registry'",
        "review WHERE account IS NULL AND subject = 'security'",
        "discovery WHERE outcome IS NULL",
        "qualification WHERE executive_level = 1",
        "qualification WHERE ict_months < 12",
        "qualification WHERE ict_months IS NULL",
        "duty_review WHERE evidenced IS NULL",
        "channel_coverage WHERE logged_from > '2025-01-01'",
        "channel_coverage WHERE logged_from IS NULL",
        "channel_coverage WHERE logged_to IS NOT NULL",
        "feedback WHERE referred_at < first_response_at",
        "feedback WHERE referred_at > first_response_at",
        "feedback WHERE julianday(referred_at) > julianday(received_at) + 22",
        "feedback WHERE julianday(extended_at) > julianday(received_at) + 9",
        "exemption WHERE item IS NOT NULL",
        "response WHERE kind = 'contest' AND decision IS NULL",
        "response WHERE kind = 'extension' AND decision = 'granted' AND new_due_on > decided_on",
        "response WHERE kind = 'extension' AND decision = 'refused' AND new_due_on IS NULL",
    };

    for (size_t i = 0; i < ARRAY_LENGTH(wanted); i++)
        expect_some(thirty, wanted[i]);
}
END_TEST

/* The share of a body's messages of which the sentiment is known, in percent. */
static long classified(const char *code)
{
    return atol(ask(cast, arena_printf(arena,
                                       "SELECT 100 * COUNT(sentiment) / COUNT(*) FROM feedback"
                                       " WHERE agency = '%s'",
                                       code)));
}

START_TEST(bodies_classify_more_and_less_than_the_seventy_percent_that_are_shown)
{
    ck_assert_int_gt(classified("DEX"), 80);
    ck_assert_int_lt(classified("DTW"), 70);
    ck_assert_int_gt(classified("LBTC"), 80);
    ck_assert_int_lt(classified("OTK"), 70);
}
END_TEST

/* A response answers to something that is so: the address is foreign, the account is closed to
 * feedback, its time is over, the discovery is open, the post is up. */
START_TEST(responses_are_to_findings_that_are_there)
{
    static const char item[] = "substr(finding, instr(finding, '/') + 1)";
    const char *account = arena_printf(arena, "substr(%s, instr(%s, '/') + 1)", item, item);

    expect_some(thirty, "response WHERE finding LIKE 'EML-1/%'");
    expect_none(thirty, arena_printf(arena,
                                     "response WHERE finding LIKE 'EML-1/%%' AND %s NOT IN (SELECT"
                                     " account FROM account WHERE email_domain NOT LIKE"
                                     " '%%.example.ph')",
                                     account));
    expect_none(thirty, arena_printf(arena,
                                     "response WHERE finding LIKE 'FDB-1/%%' AND %s NOT IN (SELECT"
                                     " account FROM account WHERE feedback_open = 0)",
                                     account));
    expect_none(thirty, arena_printf(arena,
                                     "response WHERE finding LIKE 'DUR-1/%%' AND %s NOT IN (SELECT"
                                     " account FROM account WHERE duration_to < '2026-09-30')",
                                     account));
    expect_none(thirty, arena_printf(arena,
                                     "response WHERE finding LIKE 'ACC-2/%%' AND %s NOT IN (SELECT"
                                     " agency FROM discovery WHERE outcome IS NULL)",
                                     account));
    expect_none(thirty, arena_printf(arena,
                                     "response WHERE finding LIKE 'BLK-6/%%' AND %s NOT IN (SELECT"
                                     " post || '/' || category FROM post_violation WHERE"
                                     " removed_at IS NULL)",
                                     account));
    expect_none(thirty, "response WHERE substr(finding, 1, 5) NOT IN"
                        " ('EML-1', 'FDB-1', 'DUR-1', 'ACC-2', 'BLK-6')");
    expect_none(thirty, "response WHERE finding LIKE '%/DEX/%'");
}
END_TEST

START_TEST(sbk_fails_four_quarters_before_the_end)
{
    expect(cast, "SELECT COUNT(*) || MAX(period) FROM submission WHERE agency = 'SBK'", "82026-Q2");
    expect(cast, "SELECT email_domain FROM account WHERE account = 'sbk-facebook'",
           "sbkmail.example");
    expect(cast,
           "SELECT category || ' ' || coalesce(removed_at, 'up') FROM post_violation WHERE account"
           " LIKE 'sbk-%' AND found_at BETWEEN '2025-10' AND '2026-01'",
           "link up");
    expect(cast,
           "SELECT group_concat(effective_from || ' ' || effective_to, ', ') FROM policy WHERE"
           " account = 'sbk-youtube' ORDER BY effective_from",
           "2024-07-10 2025-07-09, 2025-07-10 2025-10-10, 2026-05-07 2026-08-14");
    expect(cast, "SELECT feedback_open FROM account WHERE account = 'sbk-youtube'", "0");
    expect(cast, "SELECT duration_to FROM account WHERE account = 'sbk-instagram'", "2025-10-21");
    expect(cast,
           "SELECT MIN(secure_network) || MAX(secure_network) || COUNT(*) FROM access_check WHERE"
           " account = 'sbk-instagram' AND checked_on >= '2025-10'",
           "004");
    expect_none(cast, "access_check WHERE account LIKE 'sbk-%' AND secure_network = 0 AND"
                      " (checked_on < '2025-10' OR account <> 'sbk-instagram')");
}
END_TEST

START_TEST(sbk_contests_one_finding_which_is_withdrawn)
{
    expect(cast,
           "SELECT group_concat(finding || ' ' || kind || ' ' || received_on || ' ' || decision"
           " || ' ' || decided_on, ', ') FROM response WHERE finding LIKE '%/SBK/%'",
           "EML-1/SBK/sbk-facebook contest 2026-02-20 withdrawn 2026-04-24");
    expect_none(cast, "response WHERE finding LIKE '%/SBN/%'");
}
END_TEST

START_TEST(sbk_is_merged_into_sbn_which_takes_its_accounts)
{
    expect(cast, "SELECT active_to FROM agency WHERE agency = 'SBK'", "2026-08-14");
    expect(cast,
           "SELECT successor || ' ' || kind || ' ' || on_date FROM agency_succession"
           " WHERE agency = 'SBK'",
           "SBN merged 2026-08-15");
    expect(cast, "SELECT group_concat(DISTINCT agency) FROM account WHERE account LIKE 'sbk-%'",
           "SBN");
    expect_none(cast, "account WHERE account LIKE 'sbk-%' AND closed_on IS NOT NULL");
    expect(cast,
           "SELECT group_concat(agency || ' ' || role || ' ' || coalesce(valid_to, valid_from),"
           " ', ') FROM account_agency WHERE account = 'sbk-x'",
           "SBK lead 2026-08-14, SBN lead 2026-08-15");
    expect(cast,
           "SELECT group_concat(domain || coalesce(' ' || valid_from, ''), ', ') FROM (SELECT *"
           " FROM agency_domain WHERE agency = 'SBN' ORDER BY domain)",
           "sbk.example.ph 2026-08-15, sbkmail.example 2026-08-15, sbn.example.ph");
    expect_none(cast, "review WHERE agency = 'SBK' AND examined_on > '2026-08-14'");
    expect_none(cast, "assignment WHERE agency = 'SBK' AND ends_on IS NULL");
}
END_TEST

/* The successor's officer approves them anew, and their administrators come with them. */
START_TEST(the_accounts_that_came_are_approved_and_administered)
{
    expect(cast,
           "SELECT COUNT(*) FROM approval JOIN assignment ON officer = decided_by WHERE approval"
           ".account LIKE 'sbk-%' AND decided_on = '2026-08-15' AND role = 'social_media_officer'"
           " AND agency = 'SBN' AND starts_on <= decided_on",
           "4");
    expect(cast,
           "SELECT COUNT(*) FROM assignment WHERE account LIKE 'sbk-%' AND agency = 'SBN' AND"
           " role = 'account_administrator' AND starts_on = '2026-08-15' AND ends_on IS NULL",
           "4");
    expect_some(cast, "post WHERE account LIKE 'sbk-%' AND published_at > '2026-08-15'");
    expect_none(cast, "post JOIN account USING (account) WHERE account LIKE 'sbk-%' AND author NOT"
                      " IN (SELECT officer FROM assignment WHERE assignment.account ="
                      " post.account)");
}
END_TEST

START_TEST(without_its_successor_sbk_closes_its_accounts)
{
    char *path = sample_made("thirteen.db", 13, 1);

    expect_none(path, "agency_succession WHERE agency = 'SBK'");
    expect(path,
           "SELECT group_concat(DISTINCT agency || ' ' || closed_on) FROM account"
           " WHERE account LIKE 'sbk-%'",
           "SBK 2026-08-15");
    expect_none(path, "account_agency WHERE account LIKE 'sbk-%'");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("sample_outcomes");

    tcase_set_timeout(t, 30);
    tcase_add_unchecked_fixture(t, setup, samples_close);
    tcase_add_test(t, enumerations_have_their_words);
    tcase_add_test(t, a_sample_of_thirty_has_gaps_and_slips_of_all_kinds);
    tcase_add_test(t, bodies_classify_more_and_less_than_the_seventy_percent_that_are_shown);
    tcase_add_test(t, responses_are_to_findings_that_are_there);
    tcase_add_test(t, sbk_fails_four_quarters_before_the_end);
    tcase_add_test(t, sbk_contests_one_finding_which_is_withdrawn);
    tcase_add_test(t, sbk_is_merged_into_sbn_which_takes_its_accounts);
    tcase_add_test(t, the_accounts_that_came_are_approved_and_administered);
    tcase_add_test(t, without_its_successor_sbk_closes_its_accounts);
    return t;
}
