/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/date.h"
#include "metrics/peers.h"
#include "metrics/results.h"

#include <string.h>

/* Twelve national agencies A to L (scores 10 to 120 thousandths), ten local governments, and one
 * corporation. All have three accounts; the peers needed are eight. */
enum { NATIONAL = 12, LOCAL = 10, AGENCIES = NATIONAL + LOCAL + 1, CONTROLS = 2, SECTIONS = 2 };
enum { NOW = PERIODS - 1 };

static struct arena *arena;
static struct body_class classes[] = {{"NGA", "National", MANDATE_MANDATED},
                                      {"LGU", "Local", MANDATE_ENCOURAGED},
                                      {"GOCC", "Corporations", MANDATE_MANDATED}};
static int64_t sizes[] = {3, 10};
static struct method method;
static struct agency agencies[AGENCIES];
static struct reference reference;
static const struct control EML = {.id = "EML-1", .target = 100, .weight = 1};
static const struct control TEM = {.id = "TEM-2", .target = 100, .weight = 1};
static const struct control *control_list[] = {&EML, &TEM};
static const struct measure_definition ACCOUNTS = {.id = "accounts-active",
                                                   .statistic = STATISTIC_COUNT};
static const struct measure_definition *measure_table[] = {&ACCOUNTS};
static struct results results;

static void count_accounts(size_t agency, int times)
{
    for (int i = 0; i < times; i++)
        measurements_count(&results.measurements, (struct measurement_key){agency, 0, NOW, 0, 0},
                           &ACCOUNTS, (struct contribution){1, 0});
}

static void judge(size_t agency, size_t control, struct tally tally)
{
    tallies_add(&results.tallies, (struct tally_key){agency, control, NOW}, &tally);
}

static void set_agency(size_t a)
{
    struct score *score = &results.scores[a * PERIODS + NOW];
    agencies[a].code = "X";
    results.classes[a] = a < NATIONAL ? 0 : a < NATIONAL + LOCAL ? 1 : 2;
    results.states[a * PERIODS + NOW] = (struct state){.exists = true, .reported = true};
    *score = (struct score){.has_score = true,
                            .millionths = 10000 * (int64_t)(a + 1),
                            .sections = arena_array(arena, SECTIONS, sizeof(int64_t))};
    score->sections[0] = 1000 * (int64_t)(a + 1);
    score->sections[1] = -1;
    if (results.classes[a] == 1)
        score->band = SIZE_MAX;
    count_accounts(a, 3);
}

static void setup(void)
{
    arena = arena_new();
    method = (struct method){.classes = classes,
                             .class_count = 3,
                             .section_count = SECTIONS,
                             .partly_from = 50,
                             .peer_minimum = 8,
                             .peer_sizes = sizes,
                             .peer_size_count = 2};
    reference = (struct reference){.agencies = agencies, .agency_count = AGENCIES};
    results = (struct results){.arena = arena,
                               .method = &method,
                               .reference = &reference,
                               .controls = control_list,
                               .control_count = CONTROLS,
                               .measures = measure_table,
                               .measure_count = 1};
    ck_assert(period_parse("2026-Q3", 7, &results.period));
    results.control_measured = arena_array(arena, CONTROLS, sizeof(bool));
    memset(results.control_measured, true, CONTROLS * sizeof(bool));
    results.measure_measured = arena_array(arena, 1, sizeof(bool));
    results.measure_measured[0] = true;
    results.classes = arena_array(arena, AGENCIES, sizeof(size_t));
    results.states = arena_array(arena, AGENCIES * PERIODS, sizeof(struct state));
    results.scores = arena_array(arena, AGENCIES * PERIODS, sizeof(struct score));
    for (size_t a = 0; a < AGENCIES; a++)
        set_agency(a);
}

static void teardown(void)
{
    tallies_finish(&results.tallies);
    measurements_finish(&results.measurements);
    arena_free(arena);
}

static bool peers_of(size_t agency, struct peers *ret_peers)
{
    return peers_find(peers_group(&results, NOW, arena), agency, arena, ret_peers);
}

static struct state *state_of(size_t agency)
{
    return &results.states[agency * PERIODS + NOW];
}

/* Without the first: 20, 30, ... 120 thousandths, eleven. Quartiles by nearest rank: the 3rd, 40,
 * and the 9th, 100; the median the 6th, 70. Without the sixth, 60: 10 to 50, 70 to 120: the 3rd is
 * 30, the 6th 70, the 9th 100. */
START_TEST(quartiles_leave_out_the_agency_itself)
{
    struct peers peers;
    ck_assert(peers_of(0, &peers));
    ck_assert_uint_eq(peers.count, 11);
    ck_assert_uint_eq(peers.score.count, 11);
    ck_assert_int_eq(peers.score.lower, 40000);
    ck_assert_int_eq(peers.score.median_twice, 140000);
    ck_assert_int_eq(peers.score.upper, 100000);
    ck_assert_int_eq(peers.sections[0].lower, 4000);
    ck_assert(peers_of(5, &peers));
    ck_assert_int_eq(peers.score.lower, 30000);
    ck_assert_int_eq(peers.score.median_twice, 140000);
    ck_assert_int_eq(peers.score.upper, 100000);
}
END_TEST

/* Without the silent second and the first itself ten are left: 30 to 120. The 3rd is 50, the 8th
 * 100, the 5th and 6th 70 and 80. */
START_TEST(who_is_silent_new_gone_or_without_a_band_is_no_peer)
{
    struct peers peers;
    state_of(1)->reported = false;
    ck_assert(peers_of(0, &peers));
    ck_assert_uint_eq(peers.count, 10);
    ck_assert_int_eq(peers.score.lower, 50000);
    ck_assert_int_eq(peers.score.median_twice, 150000);
    ck_assert_int_eq(peers.score.upper, 100000);
    state_of(2)->fresh = true;
    state_of(3)->exists = false;
    ck_assert(peers_of(0, &peers));
    ck_assert_uint_eq(peers.count, 8);
    results.scores[4 * PERIODS + NOW].band = SIZE_MAX;
    ck_assert(!peers_of(0, &peers)); /* seven */
    ck_assert_uint_eq(peers.count, 0);
    /* A new body has peers, but is none; nothing of its own is left out. */
    ck_assert(peers_of(2, &peers));
    ck_assert_uint_eq(peers.count, 8);
    ck_assert_int_eq(peers.score.lower, 60000); /* 10, 60, 70, ... 120: the 2nd */
}
END_TEST

static void set_sizes(const int *accounts)
{
    measurements_finish(&results.measurements);
    for (size_t a = 0; a < NATIONAL; a++)
        count_accounts(a, accounts[a]);
}

START_TEST(peers_are_of_like_size)
{
    struct peers peers;
    set_sizes((int[]){2, 2, 3, 10, 9, 9, 9, 9, 9, 3, 3, 3});
    ck_assert(peers_of(2, &peers)); /* 3 and 9 are alike; 2 and 10 are not */
    ck_assert_uint_eq(peers.count, 8);
    ck_assert(!peers_of(0, &peers));
    ck_assert(!peers_of(3, &peers));
    set_sizes((int[]){0, 1, 2, 2, 2, 2, 2, 2, 2, 3, 10, 1000});
    ck_assert(peers_of(0, &peers));
    ck_assert_uint_eq(peers.count, 8);
    results.measure_measured[0] = false; /* sizes unknown: all alike */
    ck_assert(peers_of(0, &peers));
    ck_assert_uint_eq(peers.count, 11);
}
END_TEST

START_TEST(classes_do_not_mix)
{
    struct peers peers;
    ck_assert(!peers_of(AGENCIES - 1, &peers));
    results.classes[AGENCIES - 1] = SIZE_MAX;
    ck_assert(!peers_of(AGENCIES - 1, &peers));
    ck_assert(peers_of(NATIONAL, &peers));
    ck_assert_uint_eq(peers.count, LOCAL - 1);
}
END_TEST

/* EML-1 is met by the first nine of twelve, and not by the tenth; the others have no items. TEM-2
 * is judged of seven. */
START_TEST(controls_are_counted_without_the_agency_itself)
{
    struct peers peers;
    for (size_t a = 0; a < 10; a++)
        judge(a, 0, (struct tally){a < 9, a == 9, 0, 0});
    for (size_t a = 0; a < 7; a++)
        judge(a, 1, (struct tally){1, 0, 0, 0});
    ck_assert(peers_of(0, &peers));
    ck_assert_uint_eq(peers.controls[0].judged, 9);
    ck_assert_uint_eq(peers.controls[0].meet, 8);
    ck_assert_uint_eq(peers.controls[1].judged, 0); /* of six nothing is told */
    ck_assert_uint_eq(peers.controls[1].meet, 0);
    ck_assert(peers_of(9, &peers));
    ck_assert_uint_eq(peers.controls[0].judged, 9);
    ck_assert_uint_eq(peers.controls[0].meet, 9);
    ck_assert(peers_of(11, &peers)); /* it has no item: nothing of it is in the counts */
    ck_assert_uint_eq(peers.controls[0].judged, 10);
    ck_assert_uint_eq(peers.controls[0].meet, 9);
}
END_TEST

START_TEST(a_section_judged_of_few_gives_no_figure)
{
    struct peers peers;
    ck_assert(peers_of(0, &peers));
    ck_assert_uint_eq(peers.sections[0].count, 11);
    ck_assert_uint_eq(peers.sections[1].count, 0);
    for (size_t a = 0; a < 8; a++)
        results.scores[a * PERIODS + NOW].sections[1] = 5;
    ck_assert(peers_of(0, &peers));
    ck_assert_uint_eq(peers.sections[1].count, 0); /* seven without itself */
    ck_assert(peers_of(11, &peers));
    ck_assert_uint_eq(peers.sections[1].count, 8);
    ck_assert_int_eq(peers.sections[1].median_twice, 10);
}
END_TEST

START_TEST(encouraged_bodies_have_counts_of_controls_and_no_score)
{
    struct peers peers;
    for (size_t a = NATIONAL; a < NATIONAL + LOCAL; a++)
        judge(a, 0, (struct tally){1, a % 2, 0, 0}); /* every other one has adopted it */
    ck_assert(peers_of(NATIONAL, &peers));
    ck_assert_uint_eq(peers.count, 9);
    ck_assert_uint_eq(peers.score.count, 0);
    ck_assert_uint_eq(peers.controls[0].judged, 9);
    ck_assert_uint_eq(peers.controls[0].meet, 4);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("peers");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, quartiles_leave_out_the_agency_itself);
    tcase_add_test(t, who_is_silent_new_gone_or_without_a_band_is_no_peer);
    tcase_add_test(t, peers_are_of_like_size);
    tcase_add_test(t, classes_do_not_mix);
    tcase_add_test(t, controls_are_counted_without_the_agency_itself);
    tcase_add_test(t, a_section_judged_of_few_gives_no_figure);
    tcase_add_test(t, encouraged_bodies_have_counts_of_controls_and_no_score);
    return t;
}
