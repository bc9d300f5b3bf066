/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "data/reference.h"
#include "run/filename.h"

#include <string.h>

START_TEST(letters_digits_and_dashes_are_safe)
{
    const char *safe[] = {"DEX", "d", "9-a_B", "CONA", "COM0", "LPT10", "COM"};
    for (size_t i = 0; i < ARRAY_LENGTH(safe); i++)
        ck_assert_msg(filename_is_safe(safe[i]), "%s", safe[i]);
}
END_TEST

START_TEST(all_else_is_not)
{
    const char *unsafe[] = {
        "",     "-a",  "_a",
        ".a",   "a.b", "a b",
        "a/b",  "..",  "\xc3\xb1",
        "con",  "NUL", "Com1",
        "lpt9", "a\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    for (size_t i = 0; i < ARRAY_LENGTH(unsafe); i++)
        ck_assert_msg(!filename_is_safe(unsafe[i]), "%s", unsafe[i]);
}
END_TEST

START_TEST(unsafe_and_colliding_codes_become_digests)
{
    struct agency agencies[] = {{.code = "DEX"},
                                {.code = "a/b"},
                                {.code = "abc"},
                                {.code = "aBC"},
                                {.code = "a-0123456789abcdef"}};
    struct reference reference = {.agencies = agencies, .agency_count = ARRAY_LENGTH(agencies)};
    struct arena *arena = arena_new();
    const char **names = filename_codes(&reference, arena);
    ck_assert_str_eq(names[0], "DEX");
    ck_assert_str_eq(names[1], "a-c14cddc033f64b9d"); /* printf a/b | sha256sum */
    ck_assert_str_eq(names[2], "a-ba7816bf8f01cfea"); /* FIPS 180-2 */
    ck_assert_str_ne(names[3], names[2]);
    ck_assert_int_eq(strncmp(names[3], "a-", 2), 0);
    ck_assert_str_ne(names[4], agencies[4].code);
    arena_free(arena);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("filename");
    tcase_add_test(t, letters_digits_and_dashes_are_safe);
    tcase_add_test(t, all_else_is_not);
    tcase_add_test(t, unsafe_and_colliding_codes_become_digests);
    return t;
}
