/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "metrics/responses.h"

static struct arena *arena;
static struct agency agencies[] = {{.code = "BSM"}, {.code = "DEX"}, {.code = "DEX/N"}};
static struct reference reference;

static void setup(void)
{
    arena = arena_new();
    reference = (struct reference){.agencies = agencies, .agency_count = 3};
}

static void teardown(void)
{
    arena_free(arena);
}

static struct finding_name parsed(const char *text)
{
    struct finding_name name;
    ck_assert(finding_name_parse(&reference, text, arena, &name));
    return name;
}

START_TEST(a_reference_is_taken_apart)
{
    struct finding_name name = parsed("EML-1/DEX/dex-facebook");
    ck_assert_str_eq(name.control, "EML-1");
    ck_assert_uint_eq(name.agency, 1);
    ck_assert_str_eq(name.item, "dex-facebook");
    ck_assert_str_eq(parsed("EML-1/DEX/a/b").item, "a/b");
    ck_assert_str_eq(parsed("EML-1/DEX/").item, "");
    ck_assert_uint_eq(parsed("EML-1/DE/a").agency, SIZE_MAX);
    ck_assert_uint_eq(parsed("EML-1/DEXX/a").agency, SIZE_MAX);
    ck_assert_ptr_null(parsed("EML-1/DEXX/a").item);
    struct finding_name none;
    ck_assert(!finding_name_parse(&reference, "EML-1/DEX", arena, &none));
    ck_assert(!finding_name_parse(&reference, "EML-1", arena, &none));
}
END_TEST

START_TEST(a_code_may_hold_a_slash)
{
    agencies[1].code = "DEW";
    struct finding_name name = parsed("EML-1/DEX/N/a");
    ck_assert_uint_eq(name.agency, 2);
    ck_assert_str_eq(name.item, "a");
    agencies[1].code = "DEX";
}
END_TEST

/* In the table they stand in no order; those of no known agency are found by nobody. */
START_TEST(answers_are_found_by_agency_control_and_item)
{
    struct response list[] = {{.finding = "TEM-2/DEX/DEX", .accepted = true},
                              {.finding = "EML-1/MIST/a"},
                              {.finding = "EML-1/DEX/b"},
                              {.finding = "nothing"},
                              {.finding = "EML-1/DEX/a"},
                              {.finding = "EML-1/BSM/z"}};
    struct responses responses;
    reference.responses = list;
    reference.response_count = 6;
    responses_index(&reference, arena, &responses);
    ck_assert_uint_eq(responses.count, 4);
    ck_assert_ptr_eq(responses_find(&responses, 1, "TEM-2", "DEX")->response, &list[0]);
    ck_assert_ptr_eq(responses_find(&responses, 1, "EML-1", "a")->response, &list[4]);
    ck_assert_ptr_eq(responses_find(&responses, 1, "EML-1", "b")->response, &list[2]);
    ck_assert_ptr_eq(responses_find(&responses, 0, "EML-1", "z")->response, &list[5]);
    ck_assert_ptr_null(responses_find(&responses, 0, "EML-1", "a"));
    ck_assert_ptr_null(responses_find(&responses, 1, "EML-1", "z"));
    ck_assert_ptr_null(responses_find(&responses, 1, "EML-10", "a"));
}
END_TEST

START_TEST(without_answers_nothing_is_found)
{
    struct responses responses;
    responses_index(&reference, arena, &responses);
    ck_assert_ptr_null(responses_find(&responses, 1, "EML-1", "a"));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("responses");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_reference_is_taken_apart);
    tcase_add_test(t, a_code_may_hold_a_slash);
    tcase_add_test(t, answers_are_found_by_agency_control_and_item);
    tcase_add_test(t, without_answers_nothing_is_found);
    return t;
}
