/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "document/edition.h"

#define FILE_HEAD "period: 2026-Q3\nissuer: The Department\n"

static struct edition load(const char *content)
{
    struct edition edition = {0};
    char *path = fixture_write("edition.yaml", content);
    bool good = edition_load(path, fixture.arena, &edition, &fixture.err);
    ck_assert_msg(good, "%s", fixture.err.message);
    return edition;
}

static void assert_refused(const char *content, size_t line, size_t column, const char *message)
{
    struct edition edition;
    struct error err = {0};
    char *path = fixture_write("edition.yaml", content);
    ck_assert(!edition_load(path, fixture.arena, &edition, &err));
    ck_assert_str_eq(err.message, message);
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_str_eq(err.file, path);
    ck_assert_uint_eq(err.line, line);
    ck_assert_uint_eq(err.column, column);
    error_finish(&err);
}

START_TEST(the_as_of_day_is_compulsory)
{
    assert_refused(FILE_HEAD "edition: final\n", 1, 1, "key 'as-of' is missing in an edition");
}
END_TEST

START_TEST(a_revision_needs_what_it_replaces_and_why)
{
    const char *message = "a revision needs 'replaces' and 'reason'";
    assert_refused(FILE_HEAD "edition: revised 1\nas-of: 2026-09-30\n", 3, 10, message);
    assert_refused(FILE_HEAD "edition: revised 1\nas-of: 2026-09-30\nreplaces: final\n", 3, 10,
                   message);
    assert_refused(FILE_HEAD "edition: Revised 1\nas-of: 2026-09-30\nreason: late rows\n", 3, 10,
                   message);
    struct edition edition = load(FILE_HEAD "edition: Revised 1\nas-of: 2026-10-15\n"
                                            "replaces: For comment 2\nreason: late rows\n");
    ck_assert_str_eq(edition.slug, "revised1");
    ck_assert_str_eq(edition.replaces, "forcomment2");
    ck_assert(!edition.draft && !edition.final);
}
END_TEST

START_TEST(an_edition_without_letter_or_digit_is_refused)
{
    assert_refused(FILE_HEAD "edition: \"--\"\nas-of: 2026-09-30\n", 3, 10,
                   "the edition's name has no letter or digit");
}
END_TEST

START_TEST(slugs_hold_letters_and_digits_only)
{
    struct edition edition = load(FILE_HEAD "edition: For comment / 2\nas-of: 2026-09-30\n");
    ck_assert_str_eq(edition.name, "For comment / 2");
    ck_assert_str_eq(edition.slug, "forcomment2");
    ck_assert(edition.draft && !edition.final);
}
END_TEST

START_TEST(only_the_word_final_makes_a_final)
{
    struct edition edition = load(FILE_HEAD "edition: Final\nas-of: 2026-09-30\n");
    ck_assert(edition.final && !edition.draft);
    edition = load(FILE_HEAD "edition: final draft\nas-of: 2026-09-30\n");
    ck_assert(!edition.final && edition.draft);
}
END_TEST

START_TEST(an_edition_tells_on_its_day_of_publication_else_on_its_as_of_day)
{
    struct edition edition =
        load(FILE_HEAD "edition: final\nas-of: 2026-09-30\npublished-on: 2026-10-20\n");
    ck_assert_int_eq(edition_day(&edition), fixture_day("2026-10-20"));
    ck_assert_int_eq(edition.as_of, fixture_day("2026-09-30"));
    ck_assert(!edition.has_deadline && !edition.has_comment_by && !edition.has_next);
    edition = load(FILE_HEAD "edition: final\nas-of: 2026-09-30\n");
    ck_assert_int_eq(edition_day(&edition), fixture_day("2026-09-30"));
}
END_TEST

START_TEST(without_a_file_it_is_a_draft_as_of_the_quarters_last_day)
{
    struct edition edition;
    edition_draft(fixture.results.period, &edition);
    ck_assert_str_eq(edition.slug, "draft");
    ck_assert(edition.draft && !edition.final && edition.has_period);
    ck_assert_int_eq(edition.as_of, fixture_day("2026-09-30"));
    ck_assert_ptr_null(edition.path);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("edition");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, the_as_of_day_is_compulsory);
    tcase_add_test(t, a_revision_needs_what_it_replaces_and_why);
    tcase_add_test(t, an_edition_without_letter_or_digit_is_refused);
    tcase_add_test(t, slugs_hold_letters_and_digits_only);
    tcase_add_test(t, only_the_word_final_makes_a_final);
    tcase_add_test(t, an_edition_tells_on_its_day_of_publication_else_on_its_as_of_day);
    tcase_add_test(t, without_a_file_it_is_a_draft_as_of_the_quarters_last_day);
    return t;
}
