/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/map.h"
#include "sample/names.h"
#include "sample/random.h"

START_TEST(the_generator_is_the_published_one)
{
    /* xoshiro256**, from the state 1, 2, 3, 4: first outputs of the authors' program. */
    struct random random = {.state = {1, 2, 3, 4}};

    ck_assert_uint_eq(random_next(&random), 11520u);
    ck_assert_uint_eq(random_next(&random), 0u);
    ck_assert_uint_eq(random_next(&random), 1509978240u);
    ck_assert_uint_eq(random_next(&random), 1215971899390074240u);
}
END_TEST

START_TEST(the_same_seed_and_stream_repeat_and_others_do_not)
{
    struct random a;
    struct random b;
    struct random other_seed;
    struct random other_stream;

    random_init(&a, 7, 3);
    random_init(&b, 7, 3);
    random_init(&other_seed, 8, 3);
    random_init(&other_stream, 7, 4);
    for (int i = 0; i < 100; i++) {
        uint64_t value = random_next(&a);

        ck_assert_uint_eq(random_next(&b), value);
        ck_assert_uint_ne(random_next(&other_seed), value);
        ck_assert_uint_ne(random_next(&other_stream), value);
    }
}
END_TEST

START_TEST(a_range_holds_both_its_ends_and_nothing_else)
{
    struct random random;
    int seen[5] = {0};

    random_init(&random, 1, 1);
    for (int i = 0; i < 1000; i++) {
        int64_t value = random_between(&random, -2, 2);

        ck_assert_int_ge(value, -2);
        ck_assert_int_le(value, 2);
        seen[value + 2]++;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(seen); i++)
        ck_assert_int_gt(seen[i], 120);
    ck_assert_int_eq(random_between(&random, 9, 4), 9);
}
END_TEST

START_TEST(weights_of_nought_are_never_drawn)
{
    static const int weights[] = {0, 3, 0, 1};
    struct random random;
    int seen[4] = {0};

    random_init(&random, 1, 2);
    for (int i = 0; i < 4000; i++)
        seen[random_weighted(&random, weights, ARRAY_LENGTH(weights))]++;
    ck_assert_int_eq(seen[0], 0);
    ck_assert_int_eq(seen[2], 0);
    ck_assert_int_gt(seen[1], 2800); /* 3,000 expected, deviation 27 */
    ck_assert_int_lt(seen[1], 3200);
}
END_TEST

START_TEST(a_tail_is_heavy_and_ends)
{
    struct random random;
    int above = 0;
    int far = 0;

    random_init(&random, 1, 3);
    for (int i = 0; i < 10000; i++) {
        int64_t value = random_tail(&random, 100, 2000);

        ck_assert_int_ge(value, 50);
        ck_assert_int_le(value, 2000);
        above += value > 100;
        far += value > 1000;
    }
    ck_assert_int_gt(above, 4700); /* half */
    ck_assert_int_lt(above, 5300);
    ck_assert_int_gt(far, 400); /* one in twenty */
    ck_assert_int_lt(far, 600);
}
END_TEST

static void expect_unique(enum name_kind kind, size_t count)
{
    struct arena *arena = arena_new();
    struct map *names = map_new();

    for (size_t i = 0; i < count; i++) {
        const char *name = name_make(arena, kind, i, false);

        ck_assert_msg(map_add(names, name, i), "%s twice", name);
    }
    map_free(names);
    arena_free(arena);
}

START_TEST(names_do_not_come_twice)
{
    expect_unique(NAME_LOCAL, 20000);
    expect_unique(NAME_DEPARTMENT, 4000);
}
END_TEST

START_TEST(a_code_is_made_of_a_names_great_words)
{
    struct arena *arena = arena_new();

    ck_assert_str_eq(name_code(arena, "Bayan ng San Mirano"), "BSAMI");
    ck_assert_str_eq(name_code(arena, "Office for Tides and Hedges"), "OTIHE");
    ck_assert_str_eq(name_code(arena, "People's Kites"), "PKI");
    ck_assert_str_eq(name_code(arena, "Lungsod ng Ñu"), "LU");
    arena_free(arena);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("random");

    tcase_add_test(t, the_generator_is_the_published_one);
    tcase_add_test(t, the_same_seed_and_stream_repeat_and_others_do_not);
    tcase_add_test(t, a_range_holds_both_its_ends_and_nothing_else);
    tcase_add_test(t, weights_of_nought_are_never_drawn);
    tcase_add_test(t, a_tail_is_heavy_and_ends);
    tcase_add_test(t, names_do_not_come_twice);
    tcase_add_test(t, a_code_is_made_of_a_names_great_words);
    return t;
}
