/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "data/clauses.h"
#include "document/fact.h"
#include "metrics/peers.h"

static const struct table *build_table(size_t body, const char *keys)
{
    struct document *document = fixture_document(
        body, arena_printf(fixture.arena, "%sbody:\n  - table: {id: t, title: T, %s}\n",
                           body == SIZE_MAX ? HEAD : HEAD_AGENCY, keys));
    return document->tables[0];
}

static void assert_table(size_t body, const char *keys, const char *expected)
{
    ck_assert_str_eq(fixture_print(build_table(body, keys)), expected);
}

static void assert_fact(size_t body, const char *text, const char *expected)
{
    fixture_document(body, body == SIZE_MAX ? HEAD "body:\n  - contents:\n"
                                            : HEAD_AGENCY "body:\n  - contents:\n");
    ck_assert_str_eq(fact_fill(&fixture.build, text), expected);
}

static struct clause CLAUSES[] = {
    {.id = "EML-1", .subject = "E-mail", .asks = "Use official addresses", .duty = DUTY_CRITICAL},
    {.id = "FDB-2",
     .subject = "Feedback",
     .asks = "Count",
     .duty = DUTY_INFORMATIVE,
     .shows = "received"},
    {.id = "FDB-3",
     .subject = "Feedback",
     .asks = "Answer",
     .duty = DUTY_REQUIRED,
     .shows = "on-time"},
    {.id = "FDB-4",
     .subject = "Feedback",
     .asks = "Soon",
     .duty = DUTY_REQUIRED,
     .shows = "response"},
    {.id = "XYZ-1", .subject = "Other", .asks = "Nobody counts it", .duty = DUTY_REQUIRED},
};

static void list_clauses(void)
{
    struct listings *listings = ARENA_NEW(fixture.arena, struct listings);
    *listings = LISTING_LIST;
    listings->clauses = (struct clauses){CLAUSES, 5};
    fixture.results.listings = listings;
}

START_TEST(a_clause_stands_as_its_control_or_its_measure_does)
{
    list_clauses();
    /* 12 of 12 and 3 of 12 are 15 of 24: 62.5, rounded to 63; in time 9 of 12 */
    assert_table(SIZE_MAX,
                 "rows: clauses, columns: [clause-id, clause-duty, clause-measured, clause-stands, "
                 "clause-encouraged]",
                 "Clause | Duty | What is counted | How it stands | Encouraged bodies\n"
                 "EML-1 | critical | Official address | 63% of 24 accounts | 2 of 4 accounts\n"
                 "FDB-2 | informative | Messages received | 10 messages | 0 messages\n"
                 "FDB-3 | required | Answered in time | 75% of 12 messages | [z]\n"
                 "FDB-4 | required | Time to answer | [z] | [z]\n"
                 "XYZ-1 | required |  | [x] | [x]");
}
END_TEST

START_TEST(a_clause_of_one_agency_has_its_own_numbers_and_those_before)
{
    list_clauses();
    assert_table(ALF, "rows: clauses, columns: [clause-id, clause-stands, clause-before]",
                 "Clause | How it stands | Quarter before\n"
                 "EML-1 | 100% of 12 accounts | 83% of 12 accounts\n"
                 "FDB-2 | 8 messages | 4 messages\n"
                 "FDB-3 | 6 of 8 messages | [z]\n"
                 "FDB-4 | 2.5 hours | [z]\n"
                 "XYZ-1 | [x] | [x]");
}
END_TEST

START_TEST(sections_count_their_controls_by_status)
{
    assert_table(
        BAD,
        "rows: sections, columns: [section-title, section-weight, section-score, section-met, "
        "section-partly, section-not-met, section-no-evidence, section-aside]",
        "Section | Weight | Score | Met | Partly met | Not met | No evidence | Not judged\n"
        "Accounts | 3 | 61.3 | 0 | 0 | 1 | 0 | 1\n"
        "Security | 2 | 0.0 | 0 | 0 | 1 | 0 | 0\n"
        "Team | 1 | [z] | 0 | 0 | 0 | 0 | 1");
}
END_TEST

static void contest(size_t agency, size_t control)
{
    tallies_add(&fixture.results.contested, (struct tally_key){agency, control, NOW},
                &(struct tally){.not_met = 1});
    struct score *score = &fixture.results.scores[agency * PERIODS + NOW];
    score->has_contested = true;
    score->without_contested = 700000;
}

START_TEST(a_score_is_told_with_and_without_what_is_contested)
{
    assert_fact(BAD, "{{score.contested}}", "No finding is contested.");
    contest(BAD, EML_1);
    assert_fact(
        BAD, "{{score.contested}}",
        "1 finding is contested and not decided: the score is 61.3 with it and 70.0 without it.");
    contest(BAD, SEC_1);
    assert_fact(BAD, "{{score.contested}}",
                "2 findings are contested and not decided: the score is 61.3 with them and 70.0 "
                "without them.");
    assert_fact(SIZE_MAX, "{{contested.count}}", "2");
    assert_table(
        SIZE_MAX,
        "rows: agencies, state: reporting, columns: [code, score-uncontested, contested-all]",
        "Code | Score without contested | Contested findings\nALF | [z] | 0\nBAD | 70.0 | 2");
}
END_TEST

START_TEST(the_weights_may_move_a_band)
{
    struct score *score = &fixture.results.scores[BAD * PERIODS + NOW];
    score->low = 580000, score->high = 760000, score->band_low = 3, score->band_high = 2;
    score->upper = 612500;
    assert_fact(BAD, "{{score.sensitivity}}",
                "Were each section's weight up to a quarter higher or lower, the score would lie "
                "between 58.0 and 76.0, the band between Low and Developing.");
    assert_fact(BAD, "{{score.bounds}}", "Nothing that the score counts lacks evidence.");
    score->upper = 800000, score->band_high = 3;
    assert_fact(BAD, "{{score.bounds}}",
                "Items without evidence count as not met; were they all "
                "met, the score would be 80.0.");
    assert_fact(BAD, "{{score.sensitivity}}",
                "Were each section's weight up to a quarter higher or lower, the score would lie "
                "between 58.0 and 76.0, the band Low in any case.");
    assert_fact(CIT, "{{score.sensitivity}}", "There is no score.");
}
END_TEST

START_TEST(without_enough_peers_there_is_no_figure_of_them)
{
    assert_fact(
        BAD, "{{peers.sentence}}",
        "There are fewer than 0 reporting bodies of the same class and like size: no figure "
        "of peers is given.");
    assert_table(BAD, "rows: sections, columns: [section-title, section-peers]",
                 "Section | Median of peers\nAccounts | [z]\nSecurity | [z]\nTeam | [z]");
}
END_TEST

START_TEST(changes_of_states_are_told_apart_and_acts_have_none)
{
    fixture.results.changes[BAD * CONTROLS + EML_1] =
        (struct change){.cleared = 5, .met = 3, .left = 2, .appeared = 4, .reopened = 1};
    assert_table(BAD, "rows: controls, columns: [control, appeared, reopened, mended, left]",
                 "Control | New findings | Reopened | Newly met | No longer judged\n"
                 "EML-1 | 4 | 1 | 3 | 2\nAPR-3 | 0 | [z] | [z] | [z]\nSEC-1 | 0 | 0 | 0 | 0\n"
                 "TEM-2 | [x] | [z] | [z] | [z]");
}
END_TEST

/* 7 of 10 are 70 %; 7 of 11 are not. ALF has complaints and inquiries, BAD inquiries alone. */
START_TEST(what_must_be_classified_is_shown_where_enough_is_and_of_one_kind)
{
    struct method method = METHOD;
    method.minimum_classified = 70;
    fixture.results.method = &method;
    FEEDBACK_MEASURES[RECEIVED].requires_share = "on-time";
    fixture_measure(BAD, ON_TIME, NOW, (struct contribution){1, 1}, 7);
    fixture_measure(BAD, ON_TIME, NOW, (struct contribution){0, 1}, 3);
    const char *keys = "rows: agencies, columns: [code], show-measures: [received]";
    assert_table(SIZE_MAX, keys,
                 "Code | Messages received\nALF | [x]\nBAD | 2\nFRE | [x]\nMUT | [x]");
    fixture_measure(BAD, ON_TIME, NOW, (struct contribution){0, 1}, 1);
    assert_table(SIZE_MAX, keys,
                 "Code | Messages received\nALF | [x]\nBAD | [x]\nFRE | [x]\nMUT | [x]");
}
END_TEST

TCase *tests(void)
{
    TCase *tcase = tcase_create("columns");
    tcase_add_checked_fixture(tcase, fixture_setup, fixture_teardown);
    tcase_add_test(tcase, a_clause_stands_as_its_control_or_its_measure_does);
    tcase_add_test(tcase, a_clause_of_one_agency_has_its_own_numbers_and_those_before);
    tcase_add_test(tcase, sections_count_their_controls_by_status);
    tcase_add_test(tcase, a_score_is_told_with_and_without_what_is_contested);
    tcase_add_test(tcase, the_weights_may_move_a_band);
    tcase_add_test(tcase, without_enough_peers_there_is_no_figure_of_them);
    tcase_add_test(tcase, what_must_be_classified_is_shown_where_enough_is_and_of_one_kind);
    tcase_add_test(tcase, changes_of_states_are_told_apart_and_acts_have_none);
    return tcase;
}
