/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "metrics/sparse.h"

START_TEST(an_empty_one_finds_nothing)
{
    struct sparse sparse = {0};
    ck_assert_uint_eq(sparse_find(&sparse, 0), SPARSE_NONE);
    sparse_finish(&sparse);
}
END_TEST

START_TEST(keys_are_numbered_as_they_come_and_keep_their_number)
{
    struct sparse sparse = {0};
    ck_assert_uint_eq(sparse_put(&sparse, 77), 0);
    ck_assert_uint_eq(sparse_put(&sparse, 0), 1);
    ck_assert_uint_eq(sparse_put(&sparse, UINT64_MAX - 1), 2);
    ck_assert_uint_eq(sparse_put(&sparse, 77), 0);
    ck_assert_uint_eq(sparse.count, 3);
    ck_assert_uint_eq(sparse_find(&sparse, UINT64_MAX - 1), 2);
    ck_assert_uint_eq(sparse_find(&sparse, 1), SPARSE_NONE);
    ck_assert(sparse.order[0] == 77 && sparse.order[1] == 0 && sparse.order[2] == UINT64_MAX - 1);
    sparse_finish(&sparse);
    ck_assert_uint_eq(sparse.count, 0);
}
END_TEST

/** Far more than the first table holds, with keys that differ in their high bits only. */
START_TEST(growing_loses_no_key)
{
    struct sparse sparse = {0};
    for (uint64_t i = 0; i < 20000; i++)
        ck_assert_msg(sparse_put(&sparse, i << 40) == i, "key %d", (int)i);
    for (uint64_t i = 0; i < 20000; i++)
        ck_assert_msg(sparse_find(&sparse, i << 40) == i && sparse.order[i] == i << 40, "key %d",
                      (int)i);
    ck_assert_uint_eq(sparse_find(&sparse, UINT64_C(20000) << 40), SPARSE_NONE);
    sparse_finish(&sparse);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("sparse");
    tcase_add_test(t, an_empty_one_finds_nothing);
    tcase_add_test(t, keys_are_numbered_as_they_come_and_keep_their_number);
    tcase_add_test(t, growing_loses_no_key);
    return t;
}
