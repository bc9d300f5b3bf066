/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static struct arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

static bool is_filled(const unsigned char *bytes, size_t size, size_t value)
{
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != value)
            return false;
    }
    return true;
}

START_TEST(arena_gives_zeroed_memory)
{
    unsigned char *bytes = arena_array(arena, 5000, 7);

    ck_assert(is_filled(bytes, 35000, 0));
}
END_TEST

START_TEST(arena_aligns_for_any_type)
{
    for (size_t size = 0; size < 40; size++) {
        uintptr_t address = (uintptr_t)arena_array(arena, 1, size);

        ck_assert_uint_ne(address, 0);
        ck_assert_uint_eq(address % _Alignof(max_align_t), 0);
    }
}
END_TEST

/* 3,000 objects of up to 1 KiB need several chunks; every 100th needs a block of its own. */
START_TEST(arena_objects_do_not_overlap)
{
    unsigned char *objects[3000];
    size_t sizes[3000];

    for (size_t i = 0; i < 3000; i++) {
        sizes[i] = i % 100 == 0 ? 100000 : i % 1024;
        objects[i] = arena_array(arena, sizes[i], 1);
        ck_assert(is_filled(objects[i], sizes[i], 0));
        memset(objects[i], (int)(i % 251), sizes[i]);
    }
    for (size_t i = 0; i < 3000; i++)
        ck_assert(is_filled(objects[i], sizes[i], i % 251));
}
END_TEST

START_TEST(arena_copies_text_and_null)
{
    char original[] = "Ulat";
    char *copy = arena_text(arena, original);

    original[0] = 'x';
    ck_assert_str_eq(copy, "Ulat");
    ck_assert_ptr_null(arena_text(arena, NULL));
}
END_TEST

START_TEST(arena_copies_bytes_with_a_nul_behind)
{
    char *copy = arena_bytes(arena, "a\0bc", 3);

    ck_assert_mem_eq(copy, "a\0b\0", 4);
    ck_assert_str_eq(arena_bytes(arena, NULL, 0), "");
}
END_TEST

START_TEST(arena_prints)
{
    ck_assert_str_eq(arena_printf(arena, "%d of %s", 4, "five"), "4 of five");
}
END_TEST

START_TEST(arena_counts_bytes_handed_out)
{
    ck_assert_uint_eq(arena_size(arena), 0);
    arena_array(arena, 3, 5);
    arena_text(arena, "four");
    ck_assert_uint_eq(arena_size(arena), 20);
}
END_TEST

START_TEST(arena_free_takes_null)
{
    arena_free(NULL);
}
END_TEST

START_TEST(arena_ends_the_program_where_the_size_overflows)
{
    arena_array(arena, SIZE_MAX / 2, 4);
}
END_TEST

START_TEST(vector_grows_by_doubling_and_keeps_its_items)
{
    int *items = NULL;
    size_t capacity = 0;

    for (size_t count = 0; count < 1000; count++) {
        items = vector_grow(items, count, &capacity, sizeof *items);
        ck_assert_uint_gt(capacity, count);
        items[count] = (int)count * 3;
    }
    ck_assert_uint_eq(capacity, 1024);
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(items[i], i * 3);
    free(items);
}
END_TEST

START_TEST(vector_ends_the_program_where_the_size_overflows)
{
    size_t capacity = 0;

    free(vector_grow(NULL, SIZE_MAX / 8, &capacity, 64));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("arena");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, arena_gives_zeroed_memory);
    tcase_add_test(t, arena_aligns_for_any_type);
    tcase_add_test(t, arena_objects_do_not_overlap);
    tcase_add_test(t, arena_copies_text_and_null);
    tcase_add_test(t, arena_copies_bytes_with_a_nul_behind);
    tcase_add_test(t, arena_prints);
    tcase_add_test(t, arena_counts_bytes_handed_out);
    tcase_add_test(t, arena_free_takes_null);
    tcase_add_exit_test(t, arena_ends_the_program_where_the_size_overflows, 71);
    tcase_add_test(t, vector_grows_by_doubling_and_keeps_its_items);
    tcase_add_exit_test(t, vector_ends_the_program_where_the_size_overflows, 71);
    return t;
}
