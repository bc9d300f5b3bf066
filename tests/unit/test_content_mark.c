/* SPDX-License-Identifier: MIT */
#include "render/content_mark.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "check_main.h"
#include "draw/display.h"
#include "render/tag.h"

#include <string.h>

#define GROUND "1 1 1 rg\n0 0 400 400 re f\n"
#define GROUND_MARKED "/Artifact BMC\n1 1 1 rg\n0 0 400 400 re f\nEMC\n"

/* A leaf, a running head, a rule. */
static const struct tag TAGS[] = {{.node = 3},
                                  {.node = NODE_ARTIFACT, .artifact = ARTIFACT_HEAD},
                                  {.node = NODE_ARTIFACT, .artifact = ARTIFACT_LAYOUT}};

static bool mark(const char *bytes, size_t tags, struct text *text, struct error *err)
{
    const struct content content = {
        .bytes = bytes, .length = strlen(bytes), .tags = TAGS, .tag_count = tags, .page = 7};
    return content_mark(&content, text, err);
}

static void assert_marked(const char *bytes, size_t tags, const char *expected)
{
    struct error err = {0};
    struct text text = {0};

    ck_assert_msg(mark(bytes, tags, &text, &err), "%s", err.message);
    ck_assert_str_eq(text_string(&text), expected);
    text_finish(&text);
}

static void assert_refused(const char *bytes, size_t tags, const char *words)
{
    struct error err = {0};
    struct text text = {0};

    ck_assert_msg(!mark(bytes, tags, &text, &err), "taken: %s", bytes);
    ck_assert_int_eq(err.kind, ERROR_INTERNAL);
    ck_assert_ptr_nonnull(strstr(err.message, "page 7 of the PDF: "));
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' instead of '%s'", err.message, words);
    error_finish(&err);
    text_finish(&text);
}

START_TEST(page_of_nothing_but_ground_is_an_artifact)
{
    assert_marked(GROUND, 0, GROUND_MARKED);
}
END_TEST

START_TEST(leaf_stays_and_artifacts_are_named)
{
    assert_marked(GROUND "/P << /MCID 0 >> BDC\nBT (a) Tj ET\nEMC\n"
                         "/NonStruct << /MCID 1 >> BDC\nBT (b) Tj ET\nEMC\n"
                         "/NonStruct << /MCID 2 >> BDC\n0 0 m 9 0 l S\nEMC\n",
                  3,
                  GROUND_MARKED
                  "/P << /MCID 0 >> BDC\nBT (a) Tj ET\nEMC\n"
                  "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n"
                  "BT (b) Tj ET\nEMC\n"
                  "/Artifact BMC\n0 0 m 9 0 l S\nEMC\n");
}
END_TEST

START_TEST(marks_without_a_number_stand_within_a_tag)
{
    static const char inside[] =
        "/P << /MCID 0 >> BDC\n/Span << /ActualText <FEFF0020> >> BDC\nBT (a) Tj ET\nEMC\n"
        "BT (b) Tj ET\nEMC\n";
    struct text expected = {0};

    text_printf(&expected, "/Artifact BMC\nEMC\n%s", inside);
    assert_marked(inside, 1, text_string(&expected));
    text_finish(&expected);
}
END_TEST

START_TEST(strings_and_comments_hold_no_instructions)
{
    assert_marked("/P << /MCID 0 >> BDC\nBT (EMC Tj \\) \\\\) Tj <454D43> Tj % EMC EMC\nET EMC\n",
                  1,
                  "/Artifact BMC\nEMC\n/P << /MCID 0 >> BDC\nBT (EMC Tj \\) \\\\) Tj <454D43> Tj % "
                  "EMC EMC\nET EMC\n");
}
END_TEST

START_TEST(what_is_painted_outside_every_tag_is_refused)
{
    static const char *const paints[] = {
        "BT (a) Tj ET", "BT [(a) 3 (b)] TJ ET", "0 0 m 9 9 l S", "0 0 9 9 re f*", "/x5 Do",
        "/sh0 sh",      "BI /W 1 ID x EI"};
    struct text bytes = {0};

    for (size_t i = 0; i < ARRAY_LENGTH(paints); i++) {
        text_clear(&bytes);
        text_printf(&bytes, GROUND "/P << /MCID 0 >> BDC\nEMC\n%s\n", paints[i]);
        assert_refused(text_string(&bytes), 1, "something is painted outside every tag");
    }
    text_finish(&bytes);
    assert_refused(GROUND "BT (a) Tj ET\n", 0, "something is painted outside every tag");
    assert_refused("/P << /MCID 0 >> BDC\nEMC\n0 0 9 9 re f\n", 1, "painted outside");
}
END_TEST

START_TEST(tags_other_than_those_drawn_are_refused)
{
    assert_refused("/P << /MCID 0 >> BDC\nEMC\n", 2, "tags that were drawn are missing");
    assert_refused("/P << /MCID 0 >> BDC\nEMC\n", 0, "its tags are not those that were drawn");
    assert_refused("/P << /MCID 1 >> BDC\nEMC\n/P << /MCID 0 >> BDC\nEMC\n", 2, "are not those");
    assert_refused("/P << /MCID 0 >> BDC\nEMC\n/P << /MCID 0 >> BDC\nEMC\n", 2, "are not those");
    assert_refused("/P << /MCID 0 >> BDC\n/P << /MCID 1 >> BDC\nEMC\nEMC\n", 2,
                   "a tag stands within a tag");
}
END_TEST

START_TEST(unbalanced_marks_are_refused)
{
    assert_refused("/P << /MCID 0 >> BDC\n", 1, "a mark is never ended");
    assert_refused("EMC\n", 0, "a mark ends that never began");
    assert_refused("/P << /MCID 0 >> BDC\nBT (a Tj ET EMC\n", 1, "cannot be read");
    assert_refused("/P << /MCID 0 >> BDC\nBT <41 Tj ET EMC\n", 1, "cannot be read");
}
END_TEST

TCase *tests(void)
{
    TCase *tests = tcase_create("content_mark");

    tcase_add_test(tests, page_of_nothing_but_ground_is_an_artifact);
    tcase_add_test(tests, leaf_stays_and_artifacts_are_named);
    tcase_add_test(tests, marks_without_a_number_stand_within_a_tag);
    tcase_add_test(tests, strings_and_comments_hold_no_instructions);
    tcase_add_test(tests, what_is_painted_outside_every_tag_is_refused);
    tcase_add_test(tests, tags_other_than_those_drawn_are_refused);
    tcase_add_test(tests, unbalanced_marks_are_refused);
    return tests;
}
