/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static struct arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

START_TEST(text_grows_as_it_is_appended_to)
{
    struct text text = {0};

    ck_assert_str_eq(text_string(&text), "");
    for (int i = 0; i < 1000; i++)
        text_append(&text, "abc");
    text_printf(&text, "%05d", 42);
    ck_assert_uint_eq(text.length, 3005);
    ck_assert_str_eq(text_string(&text) + 2997, "abc00042");
    text_finish(&text);
    ck_assert_str_eq(text_string(&text), "");
}
END_TEST

START_TEST(text_clear_keeps_the_memory)
{
    struct text text = {0};
    const char *data;

    text_append(&text, "before");
    data = text.data;
    text_clear(&text);
    ck_assert_str_eq(text_string(&text), "");
    text_append_bytes(&text, "after it", 5);
    ck_assert_ptr_eq(text.data, data);
    ck_assert_str_eq(text_string(&text), "after");
    text_finish(&text);
}
END_TEST

START_TEST(text_detach_hands_over_and_empties)
{
    struct text text = {0};
    char *data;

    text_append(&text, "mine");
    data = text_detach(&text);
    ck_assert_str_eq(data, "mine");
    ck_assert_uint_eq(text.length, 0);
    free(data);
    data = text_detach(&text);
    ck_assert_str_eq(data, "");
    free(data);
}
END_TEST

/* RFC 8259, section 7. */
START_TEST(text_writes_xml)
{
    struct text text = {0};

    text_append_xml(&text, "R&D <b> \"x\" 'y' \xc3\xb1");
    ck_assert_str_eq(text_string(&text), "R&amp;D &lt;b&gt; &quot;x&quot; 'y' \xc3\xb1");
    text_finish(&text);
}
END_TEST

START_TEST(text_writes_json_strings)
{
    struct text text = {0};

    text_append_json(&text, "a\"b\\c/\n\t\x01\x7f\xc3\xb1");
    ck_assert_str_eq(text_string(&text), "\"a\\\"b\\\\c/\\n\\t\\u0001\\u007f\xc3\xb1\"");
    text_clear(&text);
    text_append_json(&text, "\b\f\r");
    ck_assert_str_eq(text_string(&text), "\"\\b\\f\\r\"");
    text_clear(&text);
    text_append_json(&text, NULL);
    ck_assert_str_eq(text_string(&text), "null");
    text_clear(&text);
    text_append_json(&text, "x\xffy\xc3");
    ck_assert_str_eq(text_string(&text), "\"x\xef\xbf\xbdy\xef\xbf\xbd\"");
    text_finish(&text);
}
END_TEST

static void assert_cleaned(const char *bytes, size_t length, const char *expected, bool changed)
{
    bool is_changed = !changed;

    ck_assert_str_eq(text_clean(arena, bytes, length, &is_changed), expected);
    ck_assert_int_eq(is_changed, changed);
}

#define CLEANED(bytes, expected, changed)                                                          \
    assert_cleaned((bytes), sizeof(bytes) - 1, (expected), (changed))

START_TEST(clean_leaves_good_text_alone)
{
    CLEANED("", "", false);
    CLEANED("Plain, with ~ and \x20", "Plain, with ~ and \x20", false);
    CLEANED("Para\xc3\xb1"
            "aque \xe6\xbc\xa2 \xf0\x9f\x98\x80",
            "Para\xc3\xb1"
            "aque \xe6\xbc\xa2 \xf0\x9f\x98\x80",
            false);
    CLEANED("\xef\xbf\xbd", "\xef\xbf\xbd", false); /* U+FFFD itself */
}
END_TEST

/* U+0061 U+0301 is U+00E1 in NFC; that alone is no change to tell of. */
START_TEST(clean_composes)
{
    CLEANED("n\xcc\x83", "\xc3\xb1", false);
    CLEANED("n\xe2\x80\x8b\xcc\x83", "\xc3\xb1", true); /* with U+200B between */
}
END_TEST

/* Table 3-8 of the Unicode Standard and RFC 3629: overlong forms, surrogates, beyond U+10FFFF. */
START_TEST(clean_replaces_invalid_bytes)
{
    CLEANED("a\xff"
            "b",
            "a\xef\xbf\xbd"
            "b",
            true);
    CLEANED("\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd", true);
    CLEANED("\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", true);
    CLEANED("\xf4\x90\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", true);
    CLEANED("cut \xe2\x82", "cut \xef\xbf\xbd\xef\xbf\xbd", true);
    CLEANED("\x80", "\xef\xbf\xbd", true);
}
END_TEST

START_TEST(clean_reads_no_further_than_the_length)
{
    char *block = malloc(2);

    memcpy(block, "a\xe2", 2);
    assert_cleaned(block, 2, "a\xef\xbf\xbd", true);
    free(block);
}
END_TEST

START_TEST(clean_drops_controls)
{
    CLEANED("a\0b\x01\x1f\x7f"
            "c",
            "abc", true);
    CLEANED("a\xc2\x80\xc2\x9f"
            "b",
            "ab", true);
}
END_TEST

START_TEST(clean_turns_breaks_and_tabs_into_spaces)
{
    CLEANED("a\nb\tc\rd\r\ne", "a b c d e", true);
    CLEANED("a\xc2\x85"
            "b\xe2\x80\xa8"
            "c\xe2\x80\xa9"
            "d\x0b"
            "e\x0c"
            "f",
            "a b c d e f", true);
}
END_TEST

/* CVE-2021-42574: U+061C, 200E, 200F, 202A to 202E, 2066 to 2069. */
START_TEST(clean_drops_bidi_controls)
{
    CLEANED("a\xd8\x9c\xe2\x80\x8e\xe2\x80\x8f"
            "b",
            "ab", true);
    CLEANED("a\xe2\x80\xaa\xe2\x80\xab\xe2\x80\xac\xe2\x80\xad\xe2\x80\xae"
            "b",
            "ab", true);
    CLEANED("a\xe2\x81\xa6\xe2\x81\xa7\xe2\x81\xa8\xe2\x81\xa9"
            "b",
            "ab", true);
}
END_TEST

START_TEST(clean_drops_zero_width_characters)
{
    CLEANED("a\xe2\x80\x8b\xe2\x80\x8c\xe2\x80\x8d\xe2\x81\xa0"
            "b",
            "ab", true);
    CLEANED("\xef\xbb\xbf"
            "a\xe1\xa0\x8e\xc2\xad"
            "b",
            "ab", true);
    CLEANED("a\xf3\xa0\x81\x81"
            "b",
            "ab", true); /* tag U+E0041 */
}
END_TEST

START_TEST(clean_drops_private_use_and_non_characters)
{
    CLEANED("a\xee\x80\x80\xef\xa3\xbf\xf3\xb0\x80\x80\xf4\x80\x80\x80"
            "b",
            "ab", true);
    CLEANED("a\xef\xb7\x90\xef\xb7\xaf\xef\xbf\xbe\xef\xbf\xbf\xf0\x9f\xbf\xbe"
            "b",
            "ab", true);
    CLEANED("\xef\xbf\xbc\xef\xb7\x8f\xef\xb7\xb0", "\xef\xbf\xbc\xef\xb7\x8f\xef\xb7\xb0", false);
}
END_TEST

/* U+0315 and U+0316 in turn, which sorting swaps: 60,000 take minutes where all are sorted. */
START_TEST(clean_keeps_thirty_combining_marks)
{
    struct text text = {0};
    bool changed = false;
    char *result;

    text_append(&text, "x");
    for (int i = 0; i < 15; i++)
        text_append(&text, "\xcc\x95\xcc\x96");
    result = text_clean(arena, text.data, text.length, &changed);
    ck_assert_uint_eq(text_length(result), 31);
    ck_assert(!changed);
    for (int i = 0; i < 30000; i++)
        text_append(&text, "\xcc\x95\xe2\x80\x8b\xcc\x96");
    text_append(&text, "y\xcc\x95");
    result = text_clean(arena, text.data, text.length, &changed);
    ck_assert_uint_eq(text_length(result), 33);
    ck_assert(changed);
    text_finish(&text);
}
END_TEST

START_TEST(text_length_counts_code_points)
{
    ck_assert_uint_eq(text_length(""), 0);
    ck_assert_uint_eq(text_length("\xc3\xb1"
                                  "a\xf0\x9f\x98\x80"),
                      3);
}
END_TEST

static const char *const keys[] = {"title", "table", "tiles", "audience", "for-each"};

START_TEST(nearest_finds_a_slip)
{
    ck_assert_str_eq(text_nearest("titel", keys, 5), "title");
    ck_assert_str_eq(text_nearest("tabl", keys, 5), "table");
    ck_assert_str_eq(text_nearest("audiense", keys, 5), "audience");
    ck_assert_str_eq(text_nearest("for_each", keys, 5), "for-each");
}
END_TEST

START_TEST(nearest_ignores_case)
{
    static const char *const names[] = {"\xc3\x91"
                                        "and\xc3\xba",
                                        "Rhea"};

    ck_assert_str_eq(text_nearest("AUDIENCE", keys, 5), "audience");
    ck_assert_str_eq(text_nearest("\xc3\xb1"
                                  "AND\xc3\x9a",
                                  names, 2),
                     "\xc3\x91"
                     "and\xc3\xba");
}
END_TEST

START_TEST(nearest_takes_the_closest_and_then_the_first)
{
    static const char *const words[] = {"abcdxy", "abcdex", "abcdey"};

    ck_assert_str_eq(text_nearest("abcdef", words, 3), "abcdex");
}
END_TEST

/* "audxxx" is five from "audience"; "tx" may differ by 2 / 3 = 0 letters; 6 / 3 = 2 are allowed. */
START_TEST(nearest_is_none_where_nothing_is_near)
{
    static const char *const words[] = {"abcdef"};

    ck_assert_ptr_null(text_nearest("audxxx", keys, 5));
    ck_assert_ptr_null(text_nearest("tx", keys, 5));
    ck_assert_ptr_null(text_nearest("", keys, 5));
    ck_assert_ptr_null(text_nearest("title", keys, 0));
    ck_assert_str_eq(text_nearest("abcdxx", words, 1), "abcdef");
    ck_assert_ptr_null(text_nearest("abcxxx", words, 1));
}
END_TEST

START_TEST(nearest_bears_long_and_broken_words)
{
    char word[4000];
    const char *const words[] = {word, "k\xff"
                                       "y"};

    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    ck_assert_ptr_null(text_nearest(word, keys, 5));
    ck_assert_ptr_null(text_nearest("aaaa", words, 2));
    word[64] = '\0';
    ck_assert_str_eq(text_nearest(word, words, 2), word);
    word[64] = 'a';
    word[65] = '\0';
    ck_assert_ptr_null(text_nearest(word, words, 2));
    ck_assert_str_eq(text_nearest("key", words, 2), "k\xff"
                                                    "y");
}
END_TEST

START_TEST(text_compares)
{
    ck_assert(text_starts("EML-1", "EML"));
    ck_assert(text_starts("EML", ""));
    ck_assert(!text_starts("EM", "EML"));
    ck_assert(text_equal("a", "a"));
    ck_assert(!text_equal("a", "b"));
    ck_assert(!text_equal("a", NULL));
    ck_assert(!text_equal(NULL, ""));
    ck_assert(text_equal(NULL, NULL));
}
END_TEST

START_TEST(text_splits_at_each_separator)
{
    char **parts;

    ck_assert_uint_eq(text_split(arena, "a,,bc,", ',', &parts), 4);
    ck_assert_str_eq(parts[0], "a");
    ck_assert_str_eq(parts[1], "");
    ck_assert_str_eq(parts[2], "bc");
    ck_assert_str_eq(parts[3], "");
    ck_assert_uint_eq(text_split(arena, "", ',', &parts), 1);
    ck_assert_str_eq(parts[0], "");
}
END_TEST

static void add_clean_tests(TCase *t)
{
    tcase_add_test(t, clean_leaves_good_text_alone);
    tcase_add_test(t, clean_composes);
    tcase_add_test(t, clean_replaces_invalid_bytes);
    tcase_add_test(t, clean_reads_no_further_than_the_length);
    tcase_add_test(t, clean_drops_controls);
    tcase_add_test(t, clean_turns_breaks_and_tabs_into_spaces);
    tcase_add_test(t, clean_drops_bidi_controls);
    tcase_add_test(t, clean_drops_zero_width_characters);
    tcase_add_test(t, clean_drops_private_use_and_non_characters);
    tcase_add_test(t, clean_keeps_thirty_combining_marks);
}

TCase *tests(void)
{
    TCase *t = tcase_create("text");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, text_grows_as_it_is_appended_to);
    tcase_add_test(t, text_clear_keeps_the_memory);
    tcase_add_test(t, text_detach_hands_over_and_empties);
    tcase_add_test(t, text_writes_json_strings);
    tcase_add_test(t, text_writes_xml);
    add_clean_tests(t);
    tcase_add_test(t, text_length_counts_code_points);
    tcase_add_test(t, nearest_finds_a_slip);
    tcase_add_test(t, nearest_ignores_case);
    tcase_add_test(t, nearest_takes_the_closest_and_then_the_first);
    tcase_add_test(t, nearest_is_none_where_nothing_is_near);
    tcase_add_test(t, nearest_bears_long_and_broken_words);
    tcase_add_test(t, text_compares);
    tcase_add_test(t, text_splits_at_each_separator);
    return t;
}
