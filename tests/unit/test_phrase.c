/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/phrase.h"
#include "base/text.h"

static struct text text;
static const char *translated[PHRASE_COUNT];

static const char *translate(void *self, const char *english)
{
    (void)self;
    return text_equal(english, "What to fix first") ? "Ano ang uunahin" : NULL;
}

static const struct language FILIPINO = {"fil", translated, NULL, translate};

static void setup(void)
{
    text = (struct text){0};
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        translated[i] = NULL;
}

static void teardown(void)
{
    language_use(NULL);
    text_finish(&text);
}

START_TEST(without_a_language_a_phrase_is_english)
{
    ck_assert_str_eq(phrase(PHRASE_STATUS_NOT_MET), "not met");
    ck_assert_str_eq(language_tag(), "en");
    ck_assert_str_eq(language_text("What to fix first"), "What to fix first");
}
END_TEST

START_TEST(a_language_gives_what_it_has_and_leaves_the_rest_english)
{
    translated[PHRASE_STATUS_NOT_MET] = "hindi natugunan";
    language_use(&FILIPINO);
    ck_assert_str_eq(phrase(PHRASE_STATUS_NOT_MET), "hindi natugunan");
    ck_assert_str_eq(phrase(PHRASE_STATUS_MET), "met");
    ck_assert_str_eq(language_tag(), "fil");
    ck_assert_str_eq(language_text("What to fix first"), "Ano ang uunahin");
    ck_assert_str_eq(language_text("Summary"), "Summary");
    ck_assert_ptr_null(language_text(NULL));
}
END_TEST

START_TEST(names_are_filled_in_wherever_the_translation_puts_them)
{
    translated[PHRASE_CHART_AXIS_STARTS] = "Mula {value} ang aksis, {value}";
    language_use(&FILIPINO);
    phrase_say(&text, PHRASE_CHART_AXIS_STARTS, "other", "x", "value", "85%", NULL);
    ck_assert_str_eq(text_string(&text), "Mula 85% ang aksis, 85%");
}
END_TEST

START_TEST(a_filled_in_value_is_not_filled_in_again)
{
    phrase_say(&text, PHRASE_CHART_AXIS_STARTS, "value", "{value}", NULL);
    ck_assert_str_eq(text_string(&text), "Axis starts at {value}");
}
END_TEST

START_TEST(a_name_that_the_english_has_not_is_told)
{
    const char *name;
    size_t length;
    ck_assert(phrase_names_known("from {a} to {b}", "{b} {a} {a}", &name, &length));
    ck_assert(!phrase_names_known("from {a} to {b}", "{b} {ab}", &name, &length));
    ck_assert_uint_eq(length, 2);
    ck_assert_mem_eq(name, "ab", 2);
}
END_TEST

START_TEST(keys_are_unique)
{
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        for (size_t j = 0; j < i; j++)
            ck_assert_str_ne(phrase_key((enum phrase)i), phrase_key((enum phrase)j));
}
END_TEST

TCase *tests(void)
{
    TCase *phrases = tcase_create("phrase");
    tcase_add_checked_fixture(phrases, setup, teardown);
    tcase_add_test(phrases, without_a_language_a_phrase_is_english);
    tcase_add_test(phrases, a_language_gives_what_it_has_and_leaves_the_rest_english);
    tcase_add_test(phrases, names_are_filled_in_wherever_the_translation_puts_them);
    tcase_add_test(phrases, a_filled_in_value_is_not_filled_in_again);
    tcase_add_test(phrases, a_name_that_the_english_has_not_is_told);
    tcase_add_test(phrases, keys_are_unique);
    return phrases;
}
