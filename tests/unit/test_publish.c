/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "document/edition.h"
#include "run/publish.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static char *out;
static struct error err;
static struct publication publication;
static struct edition edition;

static void setup(void)
{
    err = (struct error){0};
    publication = (struct publication){0};
    arena = arena_new();
    edition = (struct edition){.has_period = true, .slug = "draft1", .draft = true};
    ck_assert(period_parse("2026-Q3", 7, &edition.period));
    ck_assert(folder_make_private("/tmp", "ulat-publish-", arena, &out, &err));
}

static void teardown(void)
{
    struct error ignored = {0};
    publish_cancel(&publication);
    folder_remove(out, &ignored);
    error_finish(&err);
    arena_free(arena);
}

static void begin(void)
{
    ck_assert_msg(publish_begin(out, &edition, arena, &publication, &err), "%s", err.message);
}

static void put(const char *path, const char *audience, size_t agency, const char *text)
{
    struct publication_file file = {.path = path, .audience = audience, .agency = agency};
    ck_assert_msg(publish_write(&publication, &file, text, strlen(text), &err), "%s", err.message);
}

static void publish(const char *results)
{
    begin();
    put("results.csv", NULL, NO_AGENCY, results);
    put(PUBLISH_MANIFEST, NULL, NO_AGENCY, "{}\n");
    ck_assert_msg(publish_finish(&publication, &err), "%s", err.message);
    publish_cancel(&publication);
}

static const char *read_out(const char *path)
{
    struct text text = {0};
    ck_assert_msg(file_read(path_join(arena, out, path), 1 << 20, &text, &err), "%s", err.message);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

/* Everything in a folder, hidden names too, but . and .. */
static size_t count_names(const char *folder)
{
    DIR *stream = opendir(folder);
    size_t count = 0;
    ck_assert_ptr_nonnull(stream);
    while (readdir(stream))
        count++;
    closedir(stream);
    return count - 2;
}

static void fails(enum error_kind kind, const char *part)
{
    ck_assert_int_eq(err.kind, kind);
    ck_assert_msg(strstr(err.message, part), "'%s' does not hold '%s'", err.message, part);
}

START_TEST(nothing_is_at_its_place_before_the_end)
{
    begin();
    put("results.csv", NULL, NO_AGENCY, "a\n");
    ck_assert(!file_exists(path_join(arena, out, "2026-Q3-draft1")));
    ck_assert(publish_finish(&publication, &err));
    ck_assert_str_eq(read_out("2026-Q3-draft1/results.csv"), "a\n");
    ck_assert_uint_eq(count_names(out), 1);
    ck_assert(!file_exists(path_join(arena, out, "2026-Q3-draft1/.work")));
}
END_TEST

START_TEST(sums_verify_with_sha256sum_and_name_all_files_in_order)
{
    begin();
    put("results.csv", NULL, NO_AGENCY, "abc");
    put("agency/DEX.pdf", "agency", 0, "");
    put(PUBLISH_MANIFEST, NULL, NO_AGENCY, "{}\n");
    ck_assert(publish_finish(&publication, &err));
    /* The first two digests are those of FIPS 180-2 for "abc" and of the empty message. */
    const char *sums = read_out("2026-Q3-draft1/SHA256SUMS");
    ck_assert_ptr_nonnull(strstr(sums,
                                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                                 "  results.csv\n"));
    ck_assert(text_starts(sums, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                                "  agency/DEX.pdf\n"));
    char *command = arena_printf(arena,
                                 "cd %s/2026-Q3-draft1 && sha256sum --strict -c SHA256SUMS"
                                 " > /dev/null && test 3 = \"$(wc -l < SHA256SUMS)\"",
                                 out);
    ck_assert_int_eq(system(command), 0);
}
END_TEST

START_TEST(a_draft_replaces_the_draft_before_it)
{
    publish("old\n");
    publish("new\n");
    ck_assert_str_eq(read_out("2026-Q3-draft1/results.csv"), "new\n");
    ck_assert_uint_eq(count_names(out), 1);
}
END_TEST

START_TEST(a_final_edition_is_never_replaced)
{
    edition.slug = "final";
    edition.draft = false;
    publish("old\n");
    ck_assert(!publish_begin(out, &edition, arena, &publication, &err));
    fails(ERROR_CREATE, "2026-Q3-final");
    ck_assert_ptr_nonnull(strstr(err.hint, "revision"));
    ck_assert_str_eq(read_out("2026-Q3-final/results.csv"), "old\n");
    ck_assert_uint_eq(count_names(out), 1);
}
END_TEST

START_TEST(a_final_edition_that_appeared_meanwhile_is_not_replaced_either)
{
    edition.slug = "revised1";
    edition.draft = false;
    begin();
    ck_assert(folder_make(path_join(arena, out, "2026-Q3-revised1"), &err));
    ck_assert(!publish_finish(&publication, &err));
    fails(ERROR_CREATE, "never replaced");
}
END_TEST

START_TEST(a_folder_that_is_no_edition_is_not_replaced)
{
    const char *own = path_join(arena, out, "2026-Q3-draft1");
    ck_assert(folder_make(own, &err));
    ck_assert(file_write(path_join(arena, own, "notes.txt"), "mine", 4, &err));
    ck_assert(!publish_begin(out, &edition, arena, &publication, &err));
    fails(ERROR_CREATE, "holds no manifest.json");
    ck_assert_str_eq(read_out("2026-Q3-draft1/notes.txt"), "mine");
}
END_TEST

START_TEST(what_is_dropped_is_in_no_folder_and_no_sum)
{
    begin();
    put("agency/DEX.pdf", "agency", 0, "one");
    put("agency/DTW.pdf", "agency", 1, "two");
    put("oversight/DEX.pdf", "oversight", 0, "three");
    ck_assert(publish_drop(&publication, 0, &err));
    ck_assert(publish_finish(&publication, &err));
    ck_assert(!file_exists(path_join(arena, out, "2026-Q3-draft1/agency/DEX.pdf")));
    ck_assert(!file_exists(path_join(arena, out, "2026-Q3-draft1/oversight")));
    ck_assert_str_eq(read_out("2026-Q3-draft1/agency/DTW.pdf"), "two");
    ck_assert_ptr_null(strstr(read_out("2026-Q3-draft1/SHA256SUMS"), "DEX"));
}
END_TEST

START_TEST(files_of_libraries_are_taken_in_with_their_digest_and_for_nobody_else)
{
    struct publication_file file = {.path = "agency/DEX.xlsx", .audience = "agency"};
    const char *path;
    struct stat status;
    begin();
    ck_assert(publish_path(&publication, &file, &path, &err));
    ck_assert(file_write(path, "abc", 3, &err));
    ck_assert_int_eq(chmod(path, 0644), 0);
    ck_assert(publish_take(&publication, &file, &err));
    ck_assert_uint_eq(publication.files[0].bytes, 3);
    ck_assert(text_starts(publication.files[0].digest, "ba7816bf"));
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_int_eq(status.st_mode & 0777, 0600);
}
END_TEST

START_TEST(cancelling_leaves_nothing)
{
    begin();
    put("agency/DEX.pdf", "agency", 0, "one");
    publish_cancel(&publication);
    ck_assert_uint_eq(count_names(out), 0);
}
END_TEST

START_TEST(out_must_be_a_folder_that_can_be_written_to)
{
    const char *missing = path_join(arena, out, "missing"), *file = path_join(arena, out, "file");
    ck_assert(publish_check(out, &err));
    ck_assert(!publish_check(NULL, &err));
    fails(ERROR_USAGE, "--out");
    error_finish(&err);
    ck_assert(!publish_check(missing, &err));
    fails(ERROR_CREATE, "is not there");
    error_finish(&err);
    ck_assert(file_write(file, "x", 1, &err));
    ck_assert(!publish_check(file, &err));
    fails(ERROR_CREATE, "not a folder");
    error_finish(&err);
    if (geteuid() == 0)
        return; /* root may write everywhere */
    ck_assert_int_eq(chmod(out, 0500), 0);
    ck_assert(!publish_check(out, &err));
    ck_assert_int_eq(chmod(out, 0700), 0);
    fails(ERROR_PERMISSION, "cannot be written to");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("publish");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, nothing_is_at_its_place_before_the_end);
    tcase_add_test(t, sums_verify_with_sha256sum_and_name_all_files_in_order);
    tcase_add_test(t, a_draft_replaces_the_draft_before_it);
    tcase_add_test(t, a_final_edition_is_never_replaced);
    tcase_add_test(t, a_final_edition_that_appeared_meanwhile_is_not_replaced_either);
    tcase_add_test(t, a_folder_that_is_no_edition_is_not_replaced);
    tcase_add_test(t, what_is_dropped_is_in_no_folder_and_no_sum);
    tcase_add_test(t, files_of_libraries_are_taken_in_with_their_digest_and_for_nobody_else);
    tcase_add_test(t, cancelling_leaves_nothing);
    tcase_add_test(t, out_must_be_a_folder_that_can_be_written_to);
    return t;
}
