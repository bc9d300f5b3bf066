/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

#include "input/language.h"

#define HEAD "language: fil\nname: Filipino\n"

static bool load(const char *text, struct language_file **ret_file, struct error *err)
{
    remove(path_join(arena, folder, "fil.yaml"));
    return language_read(put_file("fil.yaml", text), arena, ret_file, err);
}

static void load_fails(const char *text, const char *part, size_t line)
{
    struct language_file *file = NULL;
    struct error err = {0};
    ck_assert(!load(text, &file, &err));
    assert_has(err.message, part);
    ck_assert_uint_eq(err.line, line);
    error_finish(&err);
}

START_TEST(phrases_are_found_by_key_and_texts_by_their_english)
{
    struct language_file *file = NULL;
    struct error err = {0};
    ck_assert_msg(load(HEAD "phrases:\n  status.met: natugunan\n"
                            "texts:\n  What to fix first: Ano ang uunahin\n  Score: Iskor\n",
                       &file, &err),
                  "%s", err.message);
    ck_assert_str_eq(file->name, "Filipino");
    ck_assert_str_eq(file->language.tag, "fil");
    ck_assert_str_eq(file->phrases[PHRASE_STATUS_MET], "natugunan");
    ck_assert_ptr_null(file->phrases[PHRASE_STATUS_NOT_MET]);
    ck_assert_str_eq(language_find(file, "What to fix first"), "Ano ang uunahin");
    ck_assert_str_eq(language_find(file, "Score"), "Iskor");
    ck_assert_ptr_null(language_find(file, "Scores"));
}
END_TEST

START_TEST(in_use_it_gives_what_it_has)
{
    struct language_file *file = NULL;
    struct error err = {0};
    ck_assert(load(HEAD "phrases:\n  date.long: \"{month} {day}, {year}\"\n"
                        "  month.september: Setyembre\n",
                   &file, &err));
    struct text text = {0};
    language_use(&file->language);
    date_long(&text, 20726); /* 30 September 2026 */
    language_use(NULL);
    ck_assert_str_eq(text_string(&text), "Setyembre 30, 2026");
    text_finish(&text);
}
END_TEST

START_TEST(a_file_without_phrases_and_texts_leaves_all_english)
{
    struct language_file *file = NULL;
    struct error err = {0};
    ck_assert(load(HEAD, &file, &err));
    ck_assert_ptr_null(language_find(file, "Score"));
    language_use(&file->language);
    ck_assert_str_eq(phrase(PHRASE_STATUS_MET), "met");
    ck_assert_str_eq(language_text("Score"), "Score");
    language_use(NULL);
}
END_TEST

START_TEST(an_unknown_key_is_told_with_the_nearest)
{
    load_fails(HEAD "phrases:\n  status.met: a\n  status.mett: b\n", "status.mett", 5);
    struct language_file *file = NULL;
    struct error err = {0};
    ck_assert(!load(HEAD "phrases:\n  status.mett: b\n", &file, &err));
    assert_has(err.hint ? err.hint : err.message, "status.met");
    error_finish(&err);
    load_fails(HEAD "phrase:\n  status.met: a\n", "phrase", 3);
}
END_TEST

START_TEST(a_name_that_the_english_does_not_name_is_refused)
{
    load_fails(HEAD "phrases:\n  cell.of: \"{number} sa {lahat}\"\n", "{lahat}", 4);
    struct language_file *file = NULL;
    struct error err = {0};
    ck_assert(load(HEAD "phrases:\n  cell.of: \"{all}: {number}\"\n", &file, &err));
}
END_TEST

START_TEST(a_fact_that_the_english_does_not_name_is_refused)
{
    load_fails(HEAD "texts:\n  \"Band: {{score.band}}\": \"Antas: {{score.bands}}\"\n",
               "{{score.bands}}", 4);
    load_fails(HEAD "texts:\n  Score: \"{{score.value}}\"\n", "{{score.value}}", 4);
    load_fails(HEAD "texts:\n  \"{{a.b}}\": \"{{a.b|lower}}\"\n", "no format 'lower'", 4);
    load_fails(HEAD "texts:\n  \"{{a.b}}\": \"{{a.b\"\n", "do not stand in pairs", 4);
    struct language_file *file = NULL;
    struct error err = {0};
    ck_assert_msg(
        load(HEAD "texts:\n  \"{{a.b}} of {{c.d|lower}}\": \"{{c.d}}, {{a.b}}\"\n", &file, &err),
        "%s", err.message);
}
END_TEST

START_TEST(a_key_twice_an_empty_text_and_a_missing_name_are_refused)
{
    load_fails(HEAD "texts:\n  Score: a\n  Score: b\n", "Score", 5);
    load_fails(HEAD "texts:\n  Score:\n", "Score", 4);
    load_fails(HEAD "phrases: no map\n", "phrases", 3);
    load_fails("language: fil\n", "name", 1);
    load_fails("language: f i l\nname: X\n", "language", 1);
}
END_TEST

TCase *tests(void)
{
    TCase *language = tcase_create("language");
    tcase_add_checked_fixture(language, fixture_setup, fixture_teardown);
    tcase_add_test(language, phrases_are_found_by_key_and_texts_by_their_english);
    tcase_add_test(language, in_use_it_gives_what_it_has);
    tcase_add_test(language, a_file_without_phrases_and_texts_leaves_all_english);
    tcase_add_test(language, an_unknown_key_is_told_with_the_nearest);
    tcase_add_test(language, a_name_that_the_english_does_not_name_is_refused);
    tcase_add_test(language, a_fact_that_the_english_does_not_name_is_refused);
    tcase_add_test(language, a_key_twice_an_empty_text_and_a_missing_name_are_refused);
    return language;
}
