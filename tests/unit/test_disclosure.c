/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/date.h"
#include "metrics/disclosure.h"
#include "metrics/judge.h"
#include "metrics/results.h"

#include <string.h>

/* Four national agencies, a corporation, a city; 2026-Q3 alone is filled. The thresholds are 5 for
 * oversight, 10 for the public and of personnel cases, rounded to 5. */
enum { ANT, BEE, CAT, DOG, CORP, CITY, AGENCIES };
enum { RECEIVED, ANSWERED, RATE, DELAY, CASES, ACCOUNTS, INCIDENTS, STAFF, MEASURES };
enum { MESSAGE, SECURITY, CASE, PLAIN, CONTROLS };
enum { NOW = PERIODS - 1 };

static struct body_class CLASSES[] = {{"NGA", "National", MANDATE_MANDATED},
                                      {"GOCC", "Corporations", MANDATE_MANDATED},
                                      {"LGU", "Local", MANDATE_ENCOURAGED}};
static struct section SECTIONS[] = {{.id = "all", .title = "All", .weight = 1}};
static struct method method;
static struct agency BODIES[] = {{.code = "ANT"}, {.code = "BEE"},  {.code = "CAT"},
                                 {.code = "DOG"}, {.code = "CORP"}, {.code = "CITY"}};
static const struct reference REFERENCE = {.agencies = BODIES, .agency_count = AGENCIES};
static const char *BY[] = {"kind"};
static const struct measure_definition DEFINITIONS[MEASURES] = {
    [RECEIVED] = {.id = "received", .item = ITEM_FEEDBACK, .by = BY, .by_count = 1},
    [ANSWERED] = {.id = "answered", .item = ITEM_FEEDBACK, .within = "received"},
    [RATE] = {.id = "rate", .item = ITEM_FEEDBACK, .statistic = STATISTIC_SHARE},
    [DELAY] = {.id = "delay",
               .item = ITEM_FEEDBACK,
               .statistic = STATISTIC_MEDIAN,
               .unit = MEASURE_SECONDS},
    [CASES] = {.id = "cases",
               .item = ITEM_CASE,
               .sensitivity = SENSITIVITY_PERSONNEL,
               .by = BY,
               .by_count = 1},
    [ACCOUNTS] = {.id = "accounts", .item = ITEM_ACCOUNT},
    [INCIDENTS] = {.id = "incidents", .item = ITEM_INCIDENT, .sensitivity = SENSITIVITY_SECURITY},
    [STAFF] = {.id = "staff", .item = ITEM_OFFICER, .statistic = STATISTIC_SUM},
};
static const struct control JUDGED[CONTROLS] = {
    [MESSAGE] = {.id = "M-1", .item = ITEM_FEEDBACK, .target = 100},
    [SECURITY] = {.id = "S-1",
                  .item = ITEM_ACCOUNT,
                  .sensitivity = SENSITIVITY_SECURITY,
                  .target = 100},
    [CASE] = {.id = "C-1", .item = ITEM_CASE, .sensitivity = SENSITIVITY_PERSONNEL, .target = 100},
    [PLAIN] = {.id = "P-1", .item = ITEM_ACCOUNT, .target = 100},
};

static struct arena *arena;
static struct results results;
static struct disclosure *disclosure;
static const struct measure_definition *measures[MEASURES];
static const struct control *controls[CONTROLS];

static void setup(void)
{
    static const size_t CLASS_OF[AGENCIES] = {0, 0, 0, 0, 1, 2};
    arena = arena_new();
    method = (struct method){.version = "1",
                             .classes = CLASSES,
                             .class_count = 3,
                             .sections = SECTIONS,
                             .section_count = 1,
                             .disclosure = disclosure_rules_read(NULL)};
    for (size_t m = 0; m < MEASURES; m++)
        measures[m] = &DEFINITIONS[m];
    for (size_t c = 0; c < CONTROLS; c++)
        controls[c] = &JUDGED[c];
    results = (struct results){.arena = arena,
                               .method = &method,
                               .reference = &REFERENCE,
                               .controls = controls,
                               .control_count = CONTROLS,
                               .measures = measures,
                               .measure_count = MEASURES};
    ck_assert(period_parse("2026-Q3", 7, &results.period));
    results.control_measured = arena_array(arena, CONTROLS, sizeof(bool));
    memset(results.control_measured, true, CONTROLS);
    results.states = arena_array(arena, AGENCIES * PERIODS, sizeof(struct state));
    for (size_t i = 0; i < AGENCIES * PERIODS; i++)
        results.states[i] = (struct state){.exists = true, .reported = true};
    results.classes = arena_array(arena, AGENCIES, sizeof(size_t));
    memcpy(results.classes, CLASS_OF, sizeof CLASS_OF);
    results.categories = arena_array(arena, MEASURES, sizeof *results.categories);
    for (size_t m = 0; m < MEASURES; m++)
        results.categories[m] = arena_array(arena, 2, sizeof(struct categories));
    disclosure = NULL;
}

static void teardown(void)
{
    disclosure_free(disclosure);
    results_finish(&results);
    arena_free(arena);
}

/* ---- Filling ---- */

static void count(size_t agency, size_t measure, int64_t value, int64_t times)
{
    for (int64_t i = 0; i < times; i++)
        measurements_count(
            &results.measurements,
            (struct measurement_key){.body = agency, .measure = measure, .period = NOW},
            measures[measure], (struct contribution){value, 0});
}

static size_t kind(size_t measure, const char *name)
{
    return categories_take(&results.categories[measure][0], name, arena);
}

/** Of a breakdown; the whole is counted along. */
static void count_kind(size_t agency, size_t measure, const char *name, int64_t times)
{
    struct measurement_key key = {agency, measure, NOW, 1, kind(measure, name)};
    for (int64_t i = 0; i < times; i++)
        measurements_count(&results.measurements, key, measures[measure],
                           (struct contribution){1, 0});
    count(agency, measure, 1, times);
}

static void judge(size_t agency, size_t control, struct tally tally)
{
    tallies_add(&results.tallies, (struct tally_key){agency, control, NOW}, &tally);
}

static size_t group(enum group which)
{
    return results_group(&results, which);
}

static size_t class(size_t index)
{
    return results_group(&results, GROUP_CLASSES) + index;
}

/* ---- Looking ---- */

static struct results see(enum audience audience, size_t viewer)
{
    if (!disclosure) {
        judge_groups(&results);
        disclosure = disclosure_new(&results);
    }
    return disclosure_see(disclosure, &results, audience, viewer);
}

static struct fraction look(enum audience audience, size_t viewer, size_t body, size_t measure)
{
    struct results seen = see(audience, viewer);
    return results_value(&seen,
                         (struct measurement_key){.body = body, .measure = measure, .period = NOW});
}

#define MARK INT64_MIN

/** A count as it is printed, or MARK. */
static int64_t printed(enum audience audience, size_t body, size_t measure)
{
    struct fraction value = look(audience, NO_VIEWER, body, measure);
    ck_assert(value.withheld == value.n_withheld || measures[measure]->statistic);
    return value.withheld ? MARK : value.numerator;
}

static int64_t printed_kind(enum audience audience, size_t body, size_t measure, const char *name)
{
    size_t category = kind(measure, name);
    struct results seen = see(audience, NO_VIEWER);
    struct fraction value =
        results_value(&seen, (struct measurement_key){body, measure, NOW, 1, category});
    return value.withheld ? MARK : value.numerator;
}

/* ---- Tests ---- */

/* To the nearest five; nothing that may be shown is shown as less than the threshold. */
START_TEST(counts_are_rounded_but_never_below_the_threshold)
{
    static const struct {
        int64_t count, below, to, shown, low, high;
    } CASES_OF[] = {
        {5, 5, 5, 5, 5, 7},       {7, 5, 5, 5, 5, 7},      {8, 5, 5, 10, 8, 12},
        {12, 5, 5, 10, 8, 12},    {13, 5, 5, 15, 13, 17},  {10, 10, 5, 10, 10, 12},
        {12, 10, 5, 10, 10, 12},  {7, 7, 5, 10, 7, 12},    {25, 10, 10, 30, 25, 34},
        {24, 10, 10, 20, 15, 24}, {14, 10, 1, 14, 14, 14},
    };
    for (size_t i = 0; i < sizeof CASES_OF / sizeof *CASES_OF; i++) {
        int64_t low, high;
        disclosure_range(CASES_OF[i].count, CASES_OF[i].below, CASES_OF[i].to, &low, &high);
        ck_assert_int_eq(disclosure_round(CASES_OF[i].count, CASES_OF[i].below, CASES_OF[i].to),
                         CASES_OF[i].shown);
        ck_assert_int_eq(low, CASES_OF[i].low);
        ck_assert_int_eq(high, CASES_OF[i].high);
    }
    ck_assert_int_eq(disclosure_round(0, 10, 5), 0);
    ck_assert_int_eq(disclosure_round(-12, 5, 5), -10);
}
END_TEST

/* 4 is below five, 7 below ten; 23 is 25. The national agencies' 34 is 35. */
START_TEST(small_counts_of_persons_are_kept_back_and_others_rounded)
{
    count(ANT, RECEIVED, 1, 4);
    count(BEE, RECEIVED, 1, 7);
    count(CAT, RECEIVED, 1, 23);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, ANT, RECEIVED), MARK);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, BEE, RECEIVED), 5);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, CAT, RECEIVED), 25);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, DOG, RECEIVED), 0);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, class(0), RECEIVED), 35);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, ANT, RECEIVED), MARK);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, BEE, RECEIVED), MARK);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, CAT, RECEIVED), 25);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, DOG, RECEIVED), 0);
}
END_TEST

START_TEST(an_agency_sees_its_own_exactly_and_all_else_as_the_public)
{
    count(ANT, RECEIVED, 1, 4);
    count(CAT, RECEIVED, 1, 23);
    ck_assert_int_eq(look(AUDIENCE_AGENCY, ANT, ANT, RECEIVED).numerator, 4);
    ck_assert_int_eq(look(AUDIENCE_AGENCY, CAT, CAT, RECEIVED).numerator, 23);
    ck_assert(look(AUDIENCE_AGENCY, CAT, ANT, RECEIVED).withheld);
    ck_assert_int_eq(look(AUDIENCE_AGENCY, ANT, class(0), RECEIVED).numerator, 25);
}
END_TEST

START_TEST(accounts_are_no_persons)
{
    count(ANT, ACCOUNTS, 1, 3);
    for (enum audience a = 0; a < AUDIENCE_COUNT; a++)
        ck_assert_int_eq(printed(a, ANT, ACCOUNTS), 3);
}
END_TEST

START_TEST(masking_can_be_switched_off)
{
    method.disclosure.mask = false;
    count(ANT, RECEIVED, 1, 4);
    count(ANT, CASES, 1, 1);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, ANT, RECEIVED), 4);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, ANT, CASES), 1);
}
END_TEST

/* 18 -> 20, 7 -> 5, 7 -> 5, and 4: 18 - 7 - 7 leaves 4 to the mark, which would be 4 at most. */
START_TEST(what_the_others_pin_takes_the_first_smallest_with_it)
{
    count(ANT, RECEIVED, 1, 7);
    count(BEE, RECEIVED, 1, 4);
    count(CAT, RECEIVED, 1, 7);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, ANT, RECEIVED), MARK);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, BEE, RECEIVED), MARK);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, CAT, RECEIVED), 5);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, class(0), RECEIVED), 20);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, group(GROUP_ALL), RECEIVED), 20);
}
END_TEST

/* Oversight reads the public copy too: what is hidden from it is hidden there, though it is 12. */
START_TEST(what_is_hidden_from_oversight_is_hidden_from_the_public)
{
    count(ANT, RECEIVED, 1, 12);
    count(BEE, RECEIVED, 1, 4);
    count(CAT, RECEIVED, 1, 12);
    /* 28 is 30, 28 to 32; twelves are 10, 10 to 12 in the public copy: 28 - 24 = 4 exactly */
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, ANT, RECEIVED), MARK);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, ANT, RECEIVED), MARK);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, CAT, RECEIVED), 10);
}
END_TEST

/* The city's 3 is all that encouraged bodies have: its class and they are kept back too, and a
 * nought below them would tell that it is the city. */
START_TEST(noughts_below_what_is_kept_back_are_kept_back)
{
    count(ANT, RECEIVED, 1, 40);
    results.classes[DOG] = 2;
    count(CITY, RECEIVED, 1, 3);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, group(GROUP_ENCOURAGED), RECEIVED), MARK);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, CITY, RECEIVED), MARK);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, DOG, RECEIVED), MARK);
    ck_assert(look(AUDIENCE_OVERSIGHT, NO_VIEWER, DOG, RECEIVED).unlisted);
    ck_assert(look(AUDIENCE_OVERSIGHT, NO_VIEWER, CITY, RECEIVED).unlisted);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, BEE, RECEIVED), 0);
}
END_TEST

/* 30 of 33: three are left. 20 of 20 leaves none. 2 of 30. */
START_TEST(a_share_is_kept_back_where_ones_or_rest_are_few)
{
    count(ANT, RATE, 1, 30);
    count(ANT, RATE, 0, 3);
    count(BEE, RATE, 1, 20);
    count(CAT, RATE, 1, 2);
    count(CAT, RATE, 0, 28);
    count(DOG, RATE, 1, 21);
    count(DOG, RATE, 0, 19);
    struct fraction value = look(AUDIENCE_OVERSIGHT, NO_VIEWER, ANT, RATE);
    ck_assert(value.withheld && !value.n_withheld);
    ck_assert_int_eq(value.n, 35);
    ck_assert(look(AUDIENCE_OVERSIGHT, NO_VIEWER, CAT, RATE).withheld);
    value = look(AUDIENCE_OVERSIGHT, NO_VIEWER, BEE, RATE);
    ck_assert_int_eq(value.numerator, 20);
    ck_assert_int_eq(value.denominator, 20);
    value = look(AUDIENCE_OVERSIGHT, NO_VIEWER, DOG, RATE);
    ck_assert_int_eq(value.numerator, 20);
    ck_assert_int_eq(value.denominator, 40);
}
END_TEST

START_TEST(nothing_is_computed_from_few_rows_and_hours_are_whole)
{
    count(ANT, DELAY, 7000, 4);
    count(BEE, DELAY, 8000, 11);
    struct fraction value = look(AUDIENCE_OVERSIGHT, NO_VIEWER, ANT, DELAY);
    ck_assert(value.withheld && value.n_withheld);
    value = look(AUDIENCE_OVERSIGHT, NO_VIEWER, BEE, DELAY); /* 8000 s are 2.2 hours */
    ck_assert_int_eq(value.numerator, 7200);
    ck_assert_int_eq(value.denominator, 1);
    ck_assert_int_eq(value.n, 10);
    ck_assert_int_eq(look(AUDIENCE_AGENCY, ANT, ANT, DELAY).numerator, 14000); /* of 2 */
}
END_TEST

START_TEST(sums_are_masked_as_counts)
{
    count(ANT, STAFF, 4, 1);
    count(BEE, STAFF, 118, 1);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, ANT, STAFF), MARK);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, BEE, STAFF), 120);
    ck_assert(look(AUDIENCE_OVERSIGHT, NO_VIEWER, BEE, STAFF).n_withheld);
}
END_TEST

/* Personnel cases: 9 and nothing at all are kept back from everybody, the agency too. */
START_TEST(personnel_cases_are_kept_back_below_ten_and_so_is_nought)
{
    count(ANT, CASES, 1, 9);
    count(BEE, CASES, 1, 44);
    count(CORP, CASES, 1, 80);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, ANT, CASES), MARK);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, CAT, CASES), MARK);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, BEE, CASES), 45);
    ck_assert(look(AUDIENCE_AGENCY, ANT, ANT, CASES).withheld);
    ck_assert(look(AUDIENCE_AGENCY, CAT, CAT, CASES).withheld);
    ck_assert(look(AUDIENCE_AGENCY, CAT, CAT, CASES).unlisted);
    ck_assert_int_eq(look(AUDIENCE_AGENCY, BEE, BEE, CASES).numerator, 44);
}
END_TEST

/* By name to oversight and to itself; to others as a total of government. */
START_TEST(sensitive_matters_of_one_body_are_its_own_and_oversights)
{
    count(ANT, INCIDENTS, 1, 2);
    count(BEE, CASES, 1, 44);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, ANT, INCIDENTS), 2);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, ANT, INCIDENTS), MARK);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, BEE, INCIDENTS), MARK);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, BEE, CASES), MARK);
    ck_assert_int_eq(printed(AUDIENCE_PUBLIC, group(GROUP_MANDATED), INCIDENTS), 2);
    ck_assert_int_eq(look(AUDIENCE_AGENCY, ANT, ANT, INCIDENTS).numerator, 2);
    ck_assert(look(AUDIENCE_AGENCY, BEE, ANT, INCIDENTS).withheld);
}
END_TEST

/* National: 30 complaints, 20 questions of two agencies; the corporation's 25 are of one kind. */
START_TEST(categories_are_shown_of_groups_but_not_where_they_tell_of_one)
{
    count_kind(ANT, RECEIVED, "complaint", 20);
    count_kind(BEE, RECEIVED, "complaint", 10);
    count_kind(BEE, RECEIVED, "question", 20);
    count_kind(CORP, RECEIVED, "question", 15);
    count_kind(CORP, RECEIVED, "complaint", 10);
    count_kind(CITY, RECEIVED, "question", 30);
    results.classes[DOG] = 2;
    count_kind(DOG, RECEIVED, "question", 20);
    ck_assert_int_eq(printed_kind(AUDIENCE_OVERSIGHT, class(0), RECEIVED, "complaint"), 30);
    ck_assert_int_eq(printed_kind(AUDIENCE_OVERSIGHT, ANT, RECEIVED, "complaint"), MARK);
    ck_assert_int_eq(printed_kind(AUDIENCE_OVERSIGHT, class(1), RECEIVED, "complaint"), MARK);
    ck_assert_int_eq(printed_kind(AUDIENCE_OVERSIGHT, class(2), RECEIVED, "question"), MARK);
    ck_assert_int_eq(printed_kind(AUDIENCE_OVERSIGHT, class(2), RECEIVED, "complaint"), MARK);
    ck_assert_int_eq(printed_kind(AUDIENCE_OVERSIGHT, group(GROUP_ALL), RECEIVED, "question"), 85);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, class(1), RECEIVED), 25);
}
END_TEST

/* 18 of 19 are more than nine tenths of fewer than twenty; 19 of 21 are of more. */
START_TEST(a_distribution_with_nearly_all_in_one_category_is_kept_back)
{
    count_kind(ANT, RECEIVED, "complaint", 9);
    count_kind(BEE, RECEIVED, "complaint", 9);
    count_kind(BEE, RECEIVED, "question", 1);
    ck_assert_int_eq(printed_kind(AUDIENCE_OVERSIGHT, class(0), RECEIVED, "complaint"), MARK);
    disclosure_free(disclosure);
    disclosure = disclosure_new(&results);
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, class(0), RECEIVED), 20);
}
END_TEST

/* A share's base counts what another measure counts: where one is hidden, the other is. */
START_TEST(measures_that_count_the_same_are_hidden_together)
{
    static const int64_t NUMBERS[] = {7, 4, 7};
    for (size_t a = ANT; a <= CAT; a++) {
        count(a, RECEIVED, 1, NUMBERS[a]);
        count(a, DELAY, 3600, NUMBERS[a]);
    }
    ck_assert_int_eq(printed(AUDIENCE_OVERSIGHT, ANT, RECEIVED), MARK);
    ck_assert(look(AUDIENCE_OVERSIGHT, NO_VIEWER, ANT, DELAY).n_withheld);
    ck_assert_int_eq(look(AUDIENCE_OVERSIGHT, NO_VIEWER, CAT, DELAY).n, 5);
}
END_TEST

START_TEST(tallies_of_persons_are_kept_back_and_the_status_stays)
{
    judge(ANT, MESSAGE, (struct tally){.met = 3, .not_met = 4});
    judge(ANT, PLAIN, (struct tally){.met = 3});
    struct results seen = see(AUDIENCE_OVERSIGHT, NO_VIEWER);
    ck_assert(results_keeps_tally(&seen, ANT, MESSAGE));
    ck_assert(results_keeps_tally(&seen, class(0), MESSAGE));
    struct tally tally = results_tally(&seen, ANT, MESSAGE, NOW);
    ck_assert_uint_eq(tally.met + tally.not_met, 0);
    ck_assert(!results_keeps_status(&seen, ANT, MESSAGE));
    ck_assert_int_eq(judge_control(&seen, ANT, MESSAGE, NOW), STATUS_PARTLY);
    ck_assert_uint_eq(results_tally(&seen, ANT, PLAIN, NOW).met, 3);
    seen = see(AUDIENCE_AGENCY, ANT);
    ck_assert_uint_eq(results_tally(&seen, ANT, MESSAGE, NOW).not_met, 4);
    ck_assert(results_keeps_tally(&seen, BEE, MESSAGE));
    ck_assert(results_keeps_tally(&seen, ANT, CASE));
}
END_TEST

START_TEST(sensitive_controls_are_told_by_name_to_two)
{
    judge(ANT, SECURITY, (struct tally){.met = 3, .not_met = 4});
    struct results public = see(AUDIENCE_PUBLIC, NO_VIEWER);
    struct results own = see(AUDIENCE_AGENCY, ANT), oversight = see(AUDIENCE_OVERSIGHT, NO_VIEWER);
    ck_assert(results_keeps_tally(&public, ANT, SECURITY));
    ck_assert(results_keeps_status(&public, ANT, SECURITY));
    ck_assert(results_keeps_sections(&public, ANT));
    ck_assert(!results_keeps_tally(&public, group(GROUP_MANDATED), SECURITY));
    ck_assert(!results_keeps_status(&own, ANT, SECURITY));
    ck_assert(results_keeps_status(&own, BEE, SECURITY));
    ck_assert(!results_keeps_status(&oversight, ANT, SECURITY));
    ck_assert(!results_keeps_sections(&oversight, ANT));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("disclosure");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, counts_are_rounded_but_never_below_the_threshold);
    tcase_add_test(t, small_counts_of_persons_are_kept_back_and_others_rounded);
    tcase_add_test(t, an_agency_sees_its_own_exactly_and_all_else_as_the_public);
    tcase_add_test(t, accounts_are_no_persons);
    tcase_add_test(t, masking_can_be_switched_off);
    tcase_add_test(t, what_the_others_pin_takes_the_first_smallest_with_it);
    tcase_add_test(t, what_is_hidden_from_oversight_is_hidden_from_the_public);
    tcase_add_test(t, noughts_below_what_is_kept_back_are_kept_back);
    tcase_add_test(t, a_share_is_kept_back_where_ones_or_rest_are_few);
    tcase_add_test(t, nothing_is_computed_from_few_rows_and_hours_are_whole);
    tcase_add_test(t, sums_are_masked_as_counts);
    tcase_add_test(t, personnel_cases_are_kept_back_below_ten_and_so_is_nought);
    tcase_add_test(t, sensitive_matters_of_one_body_are_its_own_and_oversights);
    tcase_add_test(t, categories_are_shown_of_groups_but_not_where_they_tell_of_one);
    tcase_add_test(t, a_distribution_with_nearly_all_in_one_category_is_kept_back);
    tcase_add_test(t, measures_that_count_the_same_are_hidden_together);
    tcase_add_test(t, tallies_of_persons_are_kept_back_and_the_status_stays);
    tcase_add_test(t, sensitive_controls_are_told_by_name_to_two);
    return t;
}
