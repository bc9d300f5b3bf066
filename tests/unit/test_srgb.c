/* SPDX-License-Identifier: MIT */
#include "render/srgb.h"

#include "base/text.h"
#include "check_main.h"

#include <string.h>

static struct text profile;

static void start(void)
{
    profile = (struct text){0};
    srgb_profile(&profile);
}

static void stop(void)
{
    text_finish(&profile);
}

static unsigned long read_number(size_t at, int bytes)
{
    unsigned long value = 0;

    ck_assert_uint_le(at + (size_t)bytes, profile.length);
    for (int i = 0; i < bytes; i++)
        value = value << 8 | (unsigned char)profile.data[at + (size_t)i];
    return value;
}

/* Where the data of a tag begins: ICC.1, 7.3. */
static size_t find_tag(const char *name, size_t *ret_size)
{
    unsigned long count = read_number(128, 4);

    for (size_t i = 0; i < count; i++) {
        size_t entry = 132 + 12 * i;
        if (memcmp(profile.data + entry, name, 4) == 0) {
            *ret_size = read_number(entry + 8, 4);
            return read_number(entry + 4, 4);
        }
    }
    ck_abort_msg("no tag %s", name);
}

START_TEST(header_is_of_a_screen_with_three_colours)
{
    ck_assert_uint_eq(read_number(0, 4), profile.length);
    ck_assert_uint_eq(read_number(8, 4), 0x02100000);
    ck_assert_mem_eq(profile.data + 12, "mntrRGB XYZ ", 12);
    ck_assert_mem_eq(profile.data + 36, "acsp", 4);
    ck_assert_uint_eq(read_number(68, 4), 0x0000F6D6); /* D50, as the standard writes it */
    ck_assert_uint_eq(read_number(72, 4), 0x00010000);
    ck_assert_uint_eq(read_number(76, 4), 0x0000D32D);
}
END_TEST

START_TEST(every_part_lies_within_the_profile_at_a_multiple_of_four)
{
    unsigned long count = read_number(128, 4);

    ck_assert_uint_eq(count, 9);
    for (size_t i = 0; i < count; i++) {
        unsigned long begin = read_number(132 + 12 * i + 4, 4);
        unsigned long size = read_number(132 + 12 * i + 8, 4);
        ck_assert_uint_eq(begin % 4, 0);
        ck_assert_uint_ge(begin, 132 + 12 * count);
        ck_assert_uint_le(begin + size, profile.length);
    }
}
END_TEST

/* The three primaries together are the white to which a profile refers. */
START_TEST(primaries_add_up_to_white)
{
    static const char *const names[] = {"rXYZ", "gXYZ", "bXYZ"};
    static const double white[] = {0.9642, 1.0, 0.8249};

    for (size_t part = 0; part < 3; part++) {
        double sum = 0;
        for (size_t i = 0; i < 3; i++) {
            size_t size;
            size_t at = find_tag(names[i], &size);
            ck_assert_uint_eq(size, 20);
            sum += (double)read_number(at + 8 + 4 * part, 4) / 65536;
        }
        ck_assert_double_eq_tol(sum, white[part], 0.0005);
    }
}
END_TEST

/* IEC 61966-2-1: the middle of 255, 128, is 21.586 % of the light. */
START_TEST(curve_is_that_of_the_standard)
{
    size_t size;
    size_t at = find_tag("gTRC", &size);

    ck_assert_uint_eq(read_number(at + 8, 4), 256);
    ck_assert_uint_eq(size, 12 + 2 * 256);
    ck_assert_uint_eq(read_number(at + 12, 2), 0);
    ck_assert_double_eq_tol((double)read_number(at + 12 + 2 * 128, 2) / 65535, 0.21586, 0.00002);
    ck_assert_uint_eq(read_number(at + 12 + 2 * 255, 2), 65535);
}
END_TEST

TCase *tests(void)
{
    TCase *tests = tcase_create("srgb");

    tcase_add_checked_fixture(tests, start, stop);
    tcase_add_test(tests, header_is_of_a_screen_with_three_colours);
    tcase_add_test(tests, every_part_lies_within_the_profile_at_a_multiple_of_four);
    tcase_add_test(tests, primaries_add_up_to_white);
    tcase_add_test(tests, curve_is_that_of_the_standard);
    return tests;
}
