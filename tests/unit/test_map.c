/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <stdio.h>

#include "base/map.h"

START_TEST(map_finds_what_was_added)
{
    static char keys[1000][8];
    struct map *map = map_new();

    for (size_t i = 0; i < 1000; i++) {
        snprintf(keys[i], sizeof keys[i], "k%zu", i);
        ck_assert(map_add(map, keys[i], i * 7));
    }
    ck_assert_uint_eq(map_size(map), 1000);
    ck_assert_uint_eq(map_find(map, "k0"), 0);
    ck_assert_uint_eq(map_find(map, "k999"), 6993);
    map_free(map);
}
END_TEST

START_TEST(map_refuses_a_key_twice)
{
    struct map *map = map_new();

    ck_assert(map_add(map, "DEX", 1));
    ck_assert(!map_add(map, "DEX", 2));
    ck_assert_uint_eq(map_find(map, "DEX"), 1);
    ck_assert_uint_eq(map_size(map), 1);
    map_free(map);
}
END_TEST

START_TEST(map_tells_what_is_missing)
{
    struct map *map = map_new();

    ck_assert(map_add(map, "", 5));
    ck_assert_uint_eq(map_find(map, "dex"), MAP_NONE);
    ck_assert_uint_eq(map_find(map, NULL), MAP_NONE);
    ck_assert_uint_eq(map_find(map, ""), 5);
    map_free(map);
    map_free(NULL);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("map");

    tcase_add_test(t, map_finds_what_was_added);
    tcase_add_test(t, map_refuses_a_key_twice);
    tcase_add_test(t, map_tells_what_is_missing);
    return t;
}
