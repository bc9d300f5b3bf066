/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "metrics/hash_set.h"

#include <stdio.h>

START_TEST(a_hash_is_new_once)
{
    struct hash_set set = {0};
    ck_assert(!hash_set_has(&set, 7));
    ck_assert(hash_set_add(&set, 7));
    ck_assert(!hash_set_add(&set, 7));
    ck_assert(hash_set_has(&set, 7));
    ck_assert(!hash_set_has(&set, 8));
    ck_assert(hash_set_add(&set, 0));
    ck_assert(hash_set_has(&set, 0));
    ck_assert(!hash_set_add(&set, 0));
    hash_set_finish(&set);
    ck_assert(!hash_set_has(&set, 7));
}
END_TEST

/* The set grows eleven times on the way. */
START_TEST(many_are_kept_apart)
{
    struct hash_set set = {0};
    for (uint64_t i = 1; i <= 100000; i++)
        ck_assert(hash_set_add(&set, hash_of(i, "item")));
    ck_assert_uint_eq(set.count, 100000);
    for (uint64_t i = 1; i <= 100000; i++)
        ck_assert(hash_set_has(&set, hash_of(i, "item")));
    hash_set_finish(&set);
}
END_TEST

START_TEST(a_text_s_hash_depends_on_all_of_it_and_on_its_number)
{
    struct hash_set set = {0};
    char item[32];
    for (uint64_t number = 0; number < 20; number++) {
        for (int i = 0; i < 5000; i++) {
            snprintf(item, sizeof item, "dex-%d", i);
            ck_assert_msg(hash_set_add(&set, hash_of(number, item)), "%s", item);
        }
        ck_assert(hash_set_add(&set, hash_of(number, "")));
    }
    ck_assert_uint_eq(hash_of(3, "dex-1"), hash_of(3, "dex-1"));
    hash_set_finish(&set);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("hash_set");
    tcase_add_test(t, a_hash_is_new_once);
    tcase_add_test(t, many_are_kept_apart);
    tcase_add_test(t, a_text_s_hash_depends_on_all_of_it_and_on_its_number);
    return t;
}
