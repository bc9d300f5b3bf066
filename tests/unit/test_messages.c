/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/messages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static char *folder;
static char *start; /* the working folder, to come back to */

/** Messages hold the path as it was given: a short one needs the folder as working folder. */
static void setup(void)
{
    struct error err = {0};
    arena = arena_new();
    start = realpath(".", NULL);
    ck_assert(folder_make_private("/tmp", "ulat-messages-", arena, &folder, &err));
    ck_assert_int_eq(chdir(folder), 0);
}

static void teardown(void)
{
    struct error err = {0};
    ck_assert_int_eq(chdir(start), 0);
    ck_assert(folder_remove(folder, &err));
    free(start);
    arena_free(arena);
}

static void put_file(const char *name, const char *bytes)
{
    struct error err = {0};
    ck_assert_msg(file_write(name, bytes, strlen(bytes), &err), "%s", err.message);
}

/** The message of an error at a place of "a.yaml", which holds `bytes`. */
static void shows(const char *bytes, size_t line, size_t column, const char *expected)
{
    struct error err = {0};
    struct text text = {0};
    struct place place = {"a.yaml", line, column};
    unlink("a.yaml");
    put_file("a.yaml", bytes);
    error_at(&err, ERROR_CONFIG, &place, "wrong");
    message_format(&err, false, &text);
    ck_assert_str_eq(text_string(&text), expected);
    error_finish(&err);
    text_finish(&text);
}

START_TEST(an_error_shows_its_line_with_a_caret_and_the_hint)
{
    struct error err = {0};
    struct text text = {0};
    struct place place = {"a.yaml", 2, 3};
    put_file("a.yaml", "title: One\n  bandz: 5\nlast: 1\n");
    error_at(&err, ERROR_CONFIG, &place, "unknown key 'bandz'");
    error_hint(&err, "did you mean 'bands'?");
    message_format(&err, false, &text);
    ck_assert_str_eq(text_string(&text), "ulat: a.yaml:2:3: unknown key 'bandz'\n"
                                         "    2 |   bandz: 5\n"
                                         "      |   ^\n"
                                         "  hint: did you mean 'bands'?\n");
    error_finish(&err);
    text_finish(&text);
}
END_TEST

START_TEST(an_error_without_a_place_is_one_line)
{
    struct error err = {0};
    struct text text = {0};
    error_set(&err, ERROR_USAGE, "no command is given");
    message_format(&err, false, &text);
    ck_assert_str_eq(text_string(&text), "ulat: no command is given\n");
    error_finish(&err);
    text_finish(&text);
}
END_TEST

START_TEST(a_file_that_cannot_be_read_shows_no_line)
{
    struct error err = {0};
    struct text text = {0};
    struct place place = {"missing.yaml", 4, 1};
    error_at(&err, ERROR_CONFIG, &place, "wrong");
    message_format(&err, false, &text);
    ck_assert_str_eq(text_string(&text), "ulat: missing.yaml:4:1: wrong\n");
    error_finish(&err);
    text_finish(&text);
}
END_TEST

START_TEST(a_place_without_a_column_has_no_caret)
{
    shows("a: 1\nb: 2\n", 2, 0, "ulat: a.yaml:2: wrong\n    2 | b: 2\n");
    shows("a: 1\n", 0, 0, "ulat: a.yaml: wrong\n");
}
END_TEST

START_TEST(a_line_behind_the_last_shows_nothing_and_the_end_of_the_file_its_caret)
{
    shows("a: 1\n", 9, 1, "ulat: a.yaml:9:1: wrong\n");
    shows("a: 1\n", 2, 1, "ulat: a.yaml:2:1: wrong\n    2 | \n      | ^\n");
    shows("a: 1", 1, 5, "ulat: a.yaml:1:5: wrong\n    1 | a: 1\n      |     ^\n");
}
END_TEST

START_TEST(columns_count_characters_and_not_bytes)
{
    /* "ñ" is two bytes; the x is the 5th character. */
    shows("ñañ x\n", 1, 5, "ulat: a.yaml:1:5: wrong\n    1 | ñañ x\n      |     ^\n");
}
END_TEST

START_TEST(tabs_marks_and_line_ends_do_not_move_the_caret)
{
    shows("\xEF\xBB\xBF\tb: 1\r\n", 1, 2, "ulat: a.yaml:1:2: wrong\n    1 |  b: 1\n      |  ^\n");
}
END_TEST

START_TEST(control_characters_of_the_file_do_not_reach_the_terminal)
{
    shows("a\x1b[31m: \xe2\x80\xaex\n", 1, 3, /* behind the escape */
          "ulat: a.yaml:1:3: wrong\n    1 | a[31m: x\n      |  ^\n");
}
END_TEST

START_TEST(control_characters_of_a_message_do_not_reach_the_terminal)
{
    struct error err = {0};
    struct text text = {0};
    error_set(&err, ERROR_USAGE, "unknown command 'a\x1b[2Jb\nc'");
    error_hint(&err, "not\x07 this");
    message_format(&err, false, &text);
    ck_assert_str_eq(text_string(&text), "ulat: unknown command 'a[2Jb c'\n  hint: not this\n");
    error_finish(&err);
    text_finish(&text);
}
END_TEST

START_TEST(a_long_line_is_cut_about_its_caret)
{
    char line[202] = {0}, expected[512];
    memset(line, 'x', 200);
    line[149] = '!'; /* column 150 */
    line[200] = '\n';
    /* From 48 characters before the caret, that is 101 to the end: 99 characters, of which 96
     * stand. */
    snprintf(expected, sizeof expected,
             "ulat: a.yaml:1:150: wrong\n    1 | …%.48s!%.47s…\n      | %49s^\n", line, line, "");
    shows(line, 1, 150, expected);
    line[149] = 'x';
    snprintf(expected, sizeof expected, "ulat: a.yaml:1:3: wrong\n    1 | %.96s…\n      |   ^\n",
             line);
    shows(line, 1, 3, expected);
}
END_TEST

START_TEST(colours_stand_about_place_and_caret_only_when_asked_for)
{
    struct error err = {0};
    struct text text = {0};
    struct place place = {"a.yaml", 1, 1};
    put_file("a.yaml", "a: 1\n");
    error_at(&err, ERROR_CONFIG, &place, "wrong");
    message_format(&err, true, &text);
    ck_assert_str_eq(text_string(&text), "ulat: \x1b[1ma.yaml:1:1:\x1b[0m wrong\n"
                                         "    1 | a: 1\n"
                                         "      | \x1b[1;31m^\x1b[0m\n");
    error_finish(&err);
    text_finish(&text);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("messages");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, an_error_shows_its_line_with_a_caret_and_the_hint);
    tcase_add_test(t, an_error_without_a_place_is_one_line);
    tcase_add_test(t, a_file_that_cannot_be_read_shows_no_line);
    tcase_add_test(t, a_place_without_a_column_has_no_caret);
    tcase_add_test(t, a_line_behind_the_last_shows_nothing_and_the_end_of_the_file_its_caret);
    tcase_add_test(t, columns_count_characters_and_not_bytes);
    tcase_add_test(t, tabs_marks_and_line_ends_do_not_move_the_caret);
    tcase_add_test(t, control_characters_of_the_file_do_not_reach_the_terminal);
    tcase_add_test(t, control_characters_of_a_message_do_not_reach_the_terminal);
    tcase_add_test(t, a_long_line_is_cut_about_its_caret);
    tcase_add_test(t, colours_stand_about_place_and_caret_only_when_asked_for);
    return t;
}
