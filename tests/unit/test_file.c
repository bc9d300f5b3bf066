/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

static struct arena *arena;
static struct error err;
static char *root;

static void setup(void)
{
    const char *parent = getenv("TMPDIR");

    arena = arena_new();
    err = (struct error){0};
    ck_assert(folder_make_private(parent ? parent : "/tmp", "ulat-test-", arena, &root, &err));
}

static void teardown(void)
{
    error_finish(&err);
    ck_assert(folder_remove(root, &err));
    arena_free(arena);
}

static char *in_root(const char *name)
{
    return path_join(arena, root, name);
}

static void write_text(const char *name, const char *text)
{
    ck_assert(file_write(in_root(name), text, strlen(text), &err));
}

static void assert_holds(const char *name, const char *expected)
{
    struct text text = {0};

    ck_assert(file_read(in_root(name), 1000, &text, &err));
    ck_assert_str_eq(text_string(&text), expected);
    text_finish(&text);
}

static mode_t mode_of(const char *path)
{
    struct stat status;

    ck_assert_int_eq(lstat(path, &status), 0);
    return status.st_mode & 07777;
}

/* Root may do all; somebody else may not. */
static void become_nobody(void)
{
    if (geteuid() == 0)
        ck_assert_int_eq(seteuid(65534), 0);
}

static void become_root(void)
{
    if (getuid() == 0)
        ck_assert_int_eq(seteuid(0), 0);
}

static void assert_unreadable(const char *path, enum error_kind kind, const char *said)
{
    struct text text = {0};

    ck_assert(!file_read(path, 1000, &text, &err));
    ck_assert_int_eq(err.kind, kind);
    ck_assert_ptr_nonnull(strstr(err.message, path));
    ck_assert_ptr_nonnull(strstr(err.message, said));
    ck_assert_ptr_null(text.data);
    error_finish(&err);
}

START_TEST(written_file_reads_back_whole)
{
    size_t length = 200000;
    char *bytes = malloc(length);
    struct text text = {0};

    for (size_t i = 0; i < length; i++)
        bytes[i] = (char)(i % 253);
    ck_assert(file_write(in_root("a"), bytes, length, &err));
    ck_assert(file_read(in_root("a"), length, &text, &err));
    ck_assert_uint_eq(text.length, length);
    ck_assert_mem_eq(text.data, bytes, length);
    text_finish(&text);
    free(bytes);
}
END_TEST

START_TEST(empty_file_reads_as_empty_text)
{
    write_text("empty", "");
    assert_holds("empty", "");
}
END_TEST

START_TEST(file_read_replaces_what_the_text_held)
{
    struct text text = {0};

    text_append(&text, "old");
    write_text("a", "new");
    ck_assert(file_read(in_root("a"), 3, &text, &err));
    ck_assert_str_eq(text_string(&text), "new");
    text_finish(&text);
}
END_TEST

START_TEST(file_read_names_what_cannot_be_read)
{
    ck_assert_int_eq(mkfifo(in_root("pipe"), 0600), 0);
    write_text("four", "1234");
    assert_unreadable(in_root("missing"), ERROR_NO_INPUT, "No such file");
    assert_unreadable(root, ERROR_NO_INPUT, "is a folder");
    assert_unreadable(in_root("pipe"), ERROR_NO_INPUT, "not a regular file");
    assert_unreadable("/dev/zero", ERROR_NO_INPUT, "not a regular file");
    assert_unreadable(in_root("four/below"), ERROR_NO_INPUT, "Not a directory");
}
END_TEST

START_TEST(file_read_stops_at_the_limit)
{
    struct text text = {0};

    write_text("four", "1234");
    ck_assert(file_read(in_root("four"), 4, &text, &err));
    text_finish(&text);
    ck_assert(!file_read(in_root("four"), 3, &text, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "larger than 3 bytes"));
}
END_TEST

START_TEST(reading_without_leave_is_a_matter_of_permission)
{
    write_text("secret", "x");
    ck_assert_int_eq(chmod(in_root("secret"), 0), 0);
    ck_assert_int_eq(chmod(root, 0755), 0);
    become_nobody();
    assert_unreadable(in_root("secret"), ERROR_PERMISSION, "Permission denied");
    become_root();
}
END_TEST

START_TEST(files_and_folders_are_private)
{
    umask(0);
    write_text("a", "x");
    ck_assert(folder_make(in_root("folder"), &err));
    ck_assert_uint_eq(mode_of(in_root("a")), 0600);
    ck_assert_uint_eq(mode_of(in_root("folder")), 0700);
    ck_assert_uint_eq(mode_of(root), 0700);
}
END_TEST

START_TEST(file_write_replaces_nothing)
{
    write_text("a", "first");
    ck_assert(!file_write(in_root("a"), "second", 6, &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    error_finish(&err);
    assert_holds("a", "first");
}
END_TEST

START_TEST(file_write_follows_no_link)
{
    ck_assert_int_eq(symlink("target", in_root("link")), 0);
    ck_assert(!file_write(in_root("link"), "x", 1, &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    ck_assert(!file_exists(in_root("target")));
}
END_TEST

/* The limit makes the first write a short one and the second an EFBIG, as on a full disk. */
START_TEST(file_write_that_breaks_off_leaves_nothing)
{
    char *bytes = calloc(10000, 1);
    struct rlimit before;
    struct rlimit small;

    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){.rlim_cur = 5000, .rlim_max = before.rlim_max};
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
    ck_assert(!file_write(in_root("big"), bytes, 10000, &err));
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
    ck_assert_int_eq(err.kind, ERROR_IO);
    ck_assert_ptr_nonnull(strstr(err.message, strerror(EFBIG)));
    ck_assert(!file_exists(in_root("big")));
    free(bytes);
}
END_TEST

START_TEST(writing_without_leave_is_a_matter_of_permission)
{
    ck_assert(folder_make(in_root("closed"), &err));
    ck_assert_int_eq(chmod(in_root("closed"), 0500), 0);
    ck_assert_int_eq(chmod(root, 0755), 0);
    become_nobody();
    ck_assert(!file_write(in_root("closed/a"), "x", 1, &err));
    become_root();
    ck_assert_int_eq(err.kind, ERROR_PERMISSION);
    ck_assert_ptr_nonnull(strstr(err.message, in_root("closed/a")));
    ck_assert_int_eq(chmod(in_root("closed"), 0700), 0);
}
END_TEST

START_TEST(file_write_needs_the_folder)
{
    ck_assert(!file_write(in_root("none/a"), "x", 1, &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
}
END_TEST

START_TEST(file_exists_sees_anything_of_that_name)
{
    ck_assert_int_eq(symlink("nowhere", in_root("dangling")), 0);
    ck_assert_int_eq(symlink(".", in_root("here")), 0);
    ck_assert(file_exists(in_root("dangling")));
    ck_assert(!file_is_folder(in_root("dangling")));
    ck_assert(file_is_folder(in_root("here")));
    ck_assert(file_is_folder(root));
    ck_assert(!file_exists(in_root("nowhere")));
}
END_TEST

/* Bytewise: capitals before small letters, "_" between them. */
START_TEST(file_list_sorts_bytewise_and_passes_hidden_files_over)
{
    static const char *const names[] = {"b.sql", "B.sql", "_.sql",    "a.sql",
                                        ".sql",  "c.txt", ".old.sql", "sql"};
    char **found;
    size_t count;

    for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
        write_text(names[i], "");
    ck_assert(file_list(root, ".sql", arena, &found, &count, &err));
    ck_assert_uint_eq(count, 4);
    ck_assert_str_eq(found[0], "B.sql");
    ck_assert_str_eq(found[1], "_.sql");
    ck_assert_str_eq(found[2], "a.sql");
    ck_assert_str_eq(found[3], "b.sql");
    ck_assert(file_list(root, ".none", arena, &found, &count, &err));
    ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(file_list_needs_the_folder)
{
    char **found;
    size_t count;

    ck_assert(!file_list(in_root("none"), "", arena, &found, &count, &err));
    ck_assert_int_eq(err.kind, ERROR_NO_INPUT);
}
END_TEST

START_TEST(folder_make_takes_one_that_is_there)
{
    ck_assert(folder_make(root, &err));
    write_text("a", "");
    ck_assert(!folder_make(in_root("a"), &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    error_finish(&err);
    ck_assert(!folder_make(in_root("none/below"), &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
}
END_TEST

START_TEST(folder_make_private_makes_another_each_time)
{
    char *one;
    char *two;

    ck_assert(folder_make_private(root, ".run-", arena, &one, &err));
    ck_assert(folder_make_private(root, ".run-", arena, &two, &err));
    ck_assert_str_ne(one, two);
    ck_assert(text_starts(path_name(one), ".run-"));
    ck_assert(file_is_folder(two));
    ck_assert(!folder_make_private(in_root("none"), "x", arena, &one, &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
}
END_TEST

START_TEST(folder_remove_takes_all_within_and_nothing_behind_a_link)
{
    write_text("outside", "safe");
    ck_assert(folder_make(in_root("keep"), &err));
    write_text("keep/a", "safe");
    ck_assert(folder_make(in_root("old"), &err));
    ck_assert(folder_make(in_root("old/deep"), &err));
    write_text("old/deep/a", "x");
    write_text("old/.hidden", "x");
    ck_assert_int_eq(symlink("../keep", in_root("old/link")), 0);
    ck_assert_int_eq(symlink("../outside", in_root("old/file")), 0);
    ck_assert(folder_remove(in_root("old"), &err));
    ck_assert(!file_exists(in_root("old")));
    assert_holds("keep/a", "safe");
    assert_holds("outside", "safe");
}
END_TEST

START_TEST(folder_remove_takes_folders_only)
{
    ck_assert(folder_make(in_root("keep"), &err));
    write_text("keep/a", "safe");
    ck_assert_int_eq(symlink("keep", in_root("link")), 0);
    ck_assert(folder_remove(in_root("missing"), &err));
    ck_assert(!folder_remove(in_root("keep/a"), &err));
    error_finish(&err);
    ck_assert(!folder_remove(in_root("link"), &err));
    assert_holds("keep/a", "safe");
}
END_TEST

START_TEST(folder_sync_needs_a_folder)
{
    write_text("a", "");
    ck_assert(folder_sync(root, &err));
    ck_assert(!folder_sync(in_root("a"), &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
}
END_TEST

static void make_folder_with(const char *folder, const char *file, const char *text)
{
    ck_assert(folder_make(in_root(folder), &err));
    write_text(arena_printf(arena, "%s/%s", folder, file), text);
}

START_TEST(publish_puts_the_folder_at_a_new_place)
{
    make_folder_with("built", "a", "new");
    ck_assert(folder_publish(in_root("built"), in_root("place"), &err));
    assert_holds("place/a", "new");
    ck_assert(!file_exists(in_root("built")));
}
END_TEST

START_TEST(publish_replaces_a_folder_and_removes_what_was_there)
{
    make_folder_with("built", "a", "new");
    make_folder_with("place", "b", "old");
    ck_assert(folder_publish(in_root("built"), in_root("place"), &err));
    assert_holds("place/a", "new");
    ck_assert(!file_exists(in_root("place/b")));
    ck_assert(!file_exists(in_root("built")));
}
END_TEST

START_TEST(publish_replaces_no_file_and_no_link)
{
    make_folder_with("built", "a", "new");
    make_folder_with("other", "b", "old");
    write_text("file", "safe");
    ck_assert_int_eq(symlink("other", in_root("link")), 0);
    ck_assert(!folder_publish(in_root("built"), in_root("file"), &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    error_finish(&err);
    ck_assert(!folder_publish(in_root("built"), in_root("link"), &err));
    error_finish(&err);
    assert_holds("file", "safe");
    assert_holds("other/b", "old");
    assert_holds("built/a", "new");
}
END_TEST

START_TEST(publish_needs_a_built_folder)
{
    make_folder_with("place", "b", "old");
    ck_assert(!folder_publish(in_root("none"), in_root("place"), &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    error_finish(&err);
    assert_holds("place/b", "old");
}
END_TEST

START_TEST(paths_join_with_one_slash)
{
    ck_assert_str_eq(path_join(arena, "out", "a"), "out/a");
    ck_assert_str_eq(path_join(arena, "out/", "a"), "out/a");
    ck_assert_str_eq(path_join(arena, "/", "a"), "/a");
    ck_assert_str_eq(path_join(arena, "", "a"), "a");
    ck_assert_str_eq(path_name("out/b/a.pdf"), "a.pdf");
    ck_assert_str_eq(path_name("a.pdf"), "a.pdf");
    ck_assert_str_eq(path_name("out/"), "");
}
END_TEST

static void add_folder_tests(TCase *t)
{
    tcase_add_test(t, folder_make_takes_one_that_is_there);
    tcase_add_test(t, folder_make_private_makes_another_each_time);
    tcase_add_test(t, folder_remove_takes_all_within_and_nothing_behind_a_link);
    tcase_add_test(t, folder_remove_takes_folders_only);
    tcase_add_test(t, folder_sync_needs_a_folder);
    tcase_add_test(t, publish_puts_the_folder_at_a_new_place);
    tcase_add_test(t, publish_replaces_a_folder_and_removes_what_was_there);
    tcase_add_test(t, publish_replaces_no_file_and_no_link);
    tcase_add_test(t, publish_needs_a_built_folder);
}

TCase *tests(void)
{
    TCase *t = tcase_create("file");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, written_file_reads_back_whole);
    tcase_add_test(t, empty_file_reads_as_empty_text);
    tcase_add_test(t, file_read_replaces_what_the_text_held);
    tcase_add_test(t, file_read_names_what_cannot_be_read);
    tcase_add_test(t, file_read_stops_at_the_limit);
    tcase_add_test(t, reading_without_leave_is_a_matter_of_permission);
    tcase_add_test(t, files_and_folders_are_private);
    tcase_add_test(t, file_write_replaces_nothing);
    tcase_add_test(t, file_write_follows_no_link);
    tcase_add_test(t, file_write_that_breaks_off_leaves_nothing);
    tcase_add_test(t, writing_without_leave_is_a_matter_of_permission);
    tcase_add_test(t, file_write_needs_the_folder);
    tcase_add_test(t, file_exists_sees_anything_of_that_name);
    tcase_add_test(t, file_list_sorts_bytewise_and_passes_hidden_files_over);
    tcase_add_test(t, file_list_needs_the_folder);
    add_folder_tests(t);
    tcase_add_test(t, paths_join_with_one_slash);
    return t;
}
