/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static void setup(void)
{
    fixture_setup();
    run_sql(database, DATABASE_SQL);
}

static const char *beside(const char *suffix)
{
    return arena_printf(arena, "%s%s", database, suffix);
}

static void copy(const char *from, const char *to)
{
    struct text bytes = {0};
    struct error err = {0};
    unlink(to);
    ck_assert_msg(file_read(from, 1 << 24, &bytes, &err), "%s", err.message);
    ck_assert_msg(file_write(to, bytes.data, bytes.length, &err), "%s", err.message);
    text_finish(&bytes);
}

static void overwrite(long offset, const char *bytes, size_t length)
{
    int file = open(database, O_WRONLY);
    ck_assert_int_eq(pwrite(file, bytes, length, offset), (ssize_t)length);
    close(file);
}

/** Leaves data.db and its -wal as a program that died would: rows in the log, none merged. */
static void die_in_write_ahead_mode(void)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(database, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db,
                                  "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;"
                                  "INSERT INTO account (account, agency) VALUES ('in-log', 'DEX')",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    copy(database, beside("2"));
    copy(beside("-wal"), beside("2-wal"));
    sqlite3_close(db);
    database = (char *)beside("2");
}

static const char ACCOUNTS[] = "SELECT account AS item FROM account ORDER BY 1";

START_TEST(a_database_is_read_and_left_as_it_was)
{
    struct stat before, after;
    struct text old = {0}, now = {0};
    struct error err = {0};
    struct source *source;
    ck_assert(file_read(database, 1 << 24, &old, &err));
    ck_assert_int_eq(stat(database, &before), 0);
    source = opened(NULL);
    gives(source, ACCOUNTS, "dex-fb dex-x ");
    ck_assert_uint_eq(strlen(source_digest(source)), 64);
    source_close(source);
    ck_assert(file_read(database, 1 << 24, &now, &err));
    ck_assert_int_eq(stat(database, &after), 0);
    ck_assert_uint_eq(old.length, now.length);
    ck_assert_mem_eq(old.data, now.data, old.length);
    ck_assert_int_eq(before.st_mtim.tv_sec, after.st_mtim.tv_sec);
    ck_assert_int_eq(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
    ck_assert(!file_exists(beside("-wal")) && !file_exists(beside("-shm")) &&
              !file_exists(beside("-journal")));
    text_finish(&old);
    text_finish(&now);
}
END_TEST

START_TEST(tables_and_columns_that_are_there_are_supplied)
{
    struct source *source;
    int64_t rows = 0;
    struct error err = {0};
    run_sql(database, "DROP TABLE account; CREATE TABLE ACCOUNT (Account, agency, other)");
    source = opened(NULL);
    ck_assert(source_supplies(source, 0) && source_supplies(source, 1));
    ck_assert(!source_supplies(source, 2)); /* region */
    ck_assert(!source_supplies(source, 3)); /* no such table of the contract */
    ck_assert(source_supplies_column(source, 0, 0) && source_supplies_column(source, 0, 1));
    ck_assert(!source_supplies_column(source, 0, 2)); /* created_on */
    ck_assert(!source_supplies_column(source, 2, 0));
    ck_assert(source_count(source, 1, &rows, &err));
    ck_assert_int_eq(rows, 1);
    gives(source, "SELECT coalesce(sum(created_on IS NOT NULL), 'none') AS item FROM account",
          "none ");
    source_close(source);
}
END_TEST

START_TEST(the_digest_is_that_of_the_file)
{
    /* sha256sum of the fixture is not fixed; the same bytes give the same, other bytes another. */
    struct source *first = opened(NULL);
    char *digest = arena_text(arena, source_digest(first));
    source_close(first);
    struct source *again = opened(NULL);
    ck_assert_str_eq(source_digest(again), digest);
    source_close(again);
    run_sql(database, "INSERT INTO secret VALUES ('more')");
    struct source *other = opened(NULL);
    ck_assert_str_ne(source_digest(other), digest);
    source_close(other);
}
END_TEST

START_TEST(a_missing_file_is_no_input)
{
    database = (char *)beside(".missing");
    open_fails(NULL, ERROR_NO_INPUT, "No such file");
    ck_assert(!file_exists(database));
}
END_TEST

START_TEST(what_is_no_database_is_refused)
{
    database = put_file("empty.db", "");
    open_fails(NULL, ERROR_DATA, "is empty");
    database = put_file("short.db", "SQLite format 3");
    open_fails(NULL, ERROR_DATA, "is not an SQLite database");
    database = put_file(
        "text.db", "agency,name\nDEX,Department of Examples and of much more text, so that it is"
                   " longer than any header of a database would ever be\n");
    open_fails(NULL, ERROR_DATA, "is not an SQLite database");
    database = path_join(arena, folder, "work");
    open_fails(NULL, ERROR_NO_INPUT, "is a folder");
    database = (char *)"/dev/null";
    open_fails(NULL, ERROR_NO_INPUT, "is not a regular file");
}
END_TEST

START_TEST(a_symbolic_link_is_refused_but_not_one_to_its_folder)
{
    char *real = database, *link = path_join(arena, folder, "link.db");
    ck_assert_int_eq(symlink(real, link), 0);
    database = link;
    open_fails(NULL, ERROR_NO_INPUT, "is a symbolic link");
    char *way = path_join(arena, folder, "way");
    ck_assert_int_eq(symlink(folder, way), 0);
    database = path_join(arena, way, "data.db");
    struct source *source = opened(NULL);
    gives(source, ACCOUNTS, "dex-fb dex-x ");
    source_close(source);
}
END_TEST

START_TEST(a_name_that_looks_like_a_uri_is_a_name)
{
    char *odd = path_join(arena, folder, "file:x?mode=rw&é.db");
    copy(database, odd);
    database = odd;
    struct source *source = opened(NULL);
    gives(source, ACCOUNTS, "dex-fb dex-x ");
    source_close(source);
}
END_TEST

START_TEST(an_unreadable_file_is_a_matter_of_permission)
{
    bool root = geteuid() == 0;
    ck_assert_int_eq(chmod(database, 0), 0);
    ck_assert_int_eq(chmod(folder, 0755), 0);
    if (root)
        ck_assert_int_eq(seteuid(65534), 0);
    open_fails(NULL, ERROR_PERMISSION, "Permission denied");
    if (root)
        ck_assert_int_eq(seteuid(0), 0);
}
END_TEST

START_TEST(a_cut_file_is_damaged)
{
    struct stat status;
    ck_assert_int_eq(stat(database, &status), 0);
    ck_assert_int_eq(truncate(database, status.st_size - 100), 0);
    open_fails(NULL, ERROR_DATA, "not a whole number of pages");
    ck_assert_int_eq(truncate(database, 4096), 0);
    open_fails(NULL, ERROR_DATA, "damaged");
}
END_TEST

START_TEST(flipped_bytes_are_damage)
{
    overwrite(4096, "\xff\xff\xff\xff\xff\xff\xff\xff", 8); /* the head of a table's first page */
    open_fails(NULL, ERROR_DATA, "the database is damaged");
    overwrite(100, "\xff\xff\xff\xff\xff\xff\xff\xff", 8); /* and of the schema's */
    open_fails(NULL, ERROR_DATA, "the database is damaged");
}
END_TEST

START_TEST(a_page_size_that_cannot_be_is_damage)
{
    overwrite(16, "\0\0", 2);
    open_fails(NULL, ERROR_DATA, "damaged");
    overwrite(16, "\x03\x00", 2); /* 768: no power of two, but 768 * 16 = 3 * 4096 */
    struct stat status;
    ck_assert_int_eq(stat(database, &status), 0);
    ck_assert_int_eq(truncate(database, status.st_size * 3), 0);
    open_fails(NULL, ERROR_DATA, "");
}
END_TEST

START_TEST(a_locked_database_is_busy)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(database, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    open_fails(NULL, ERROR_BUSY, "locked by another program");
    sqlite3_close(db);
}
END_TEST

START_TEST(a_writer_cannot_change_what_is_being_read)
{
    sqlite3 *db = NULL;
    struct source *source = opened(NULL);
    ck_assert_int_eq(sqlite3_open(database, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "DELETE FROM account", NULL, NULL, NULL), SQLITE_BUSY);
    gives(source, ACCOUNTS, "dex-fb dex-x ");
    source_close(source);
    ck_assert_int_eq(sqlite3_exec(db, "DELETE FROM account", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}
END_TEST

START_TEST(rows_of_an_unmerged_log_are_seen)
{
    struct text old = {0}, now = {0};
    struct error err = {0};
    die_in_write_ahead_mode();
    ck_assert(file_read(database, 1 << 24, &old, &err));
    struct source *source = opened(NULL);
    gives(source, ACCOUNTS, "dex-fb dex-x in-log ");
    source_close(source);
    ck_assert(file_read(database, 1 << 24, &now, &err));
    ck_assert_uint_eq(old.length, now.length);
    ck_assert_mem_eq(old.data, now.data, old.length);
    ck_assert(file_exists(beside("-wal")) && !file_exists(beside("-shm")));
    ck_assert(!file_exists(path_join(arena, folder, "work/source.db")));
    text_finish(&old);
    text_finish(&now);
}
END_TEST

START_TEST(a_log_that_another_program_writes_is_read)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(database, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db,
                                  "PRAGMA journal_mode = WAL;"
                                  "INSERT INTO account (account, agency) VALUES ('live', 'DEX')",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    struct source *source = opened(NULL);
    ck_assert_int_eq(sqlite3_exec(db, "DELETE FROM account", NULL, NULL, NULL), SQLITE_OK);
    gives(source, ACCOUNTS, "dex-fb dex-x live ");
    source_close(source);
    sqlite3_close(db);
    ck_assert(!file_exists(beside("-wal")) && !file_exists(beside("-shm")));
}
END_TEST

START_TEST(write_ahead_mode_without_a_log_leaves_nothing_beside_the_file)
{
    run_sql(database, "PRAGMA journal_mode = WAL; INSERT INTO secret VALUES ('x')");
    ck_assert(!file_exists(beside("-wal")));
    struct source *source = opened(NULL);
    gives(source, ACCOUNTS, "dex-fb dex-x ");
    ck_assert(!file_exists(beside("-wal")) && !file_exists(beside("-shm")));
    source_close(source);
    ck_assert(!file_exists(beside("-wal")) && !file_exists(beside("-shm")));
}
END_TEST

/* A program died in the middle of a change: pages of it are in the file, the old ones in the
 * journal. */
START_TEST(a_hot_journal_is_told_and_left_alone)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(database, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db,
                                  "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
                                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                  " WHERE i < 5000) INSERT INTO account (account, agency)"
                                  " SELECT i, 'uncommitted' FROM n",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    copy(database, beside("2"));
    copy(beside("-journal"), beside("2-journal"));
    sqlite3_close(db);
    database = (char *)beside("2");
    open_fails(NULL, ERROR_DATA, "left in the middle of a change");
    ck_assert(file_exists(beside("-journal")));
}
END_TEST

START_TEST(periods_are_the_quarters_up_to_the_last)
{
    struct error err = {0};
    struct source *source = opened(NULL);
    int32_t last, as_of;
    ck_assert(period_parse("2026-Q1", 7, &last) && date_parse("2026-03-31", 10, &as_of));
    const struct source_times times = {last, 2, as_of, as_of + 20};
    for (int again = 0; again < 2; again++) {
        ck_assert_msg(source_set_times(source, &times, &err), "%s", err.message);
        gives(source, "SELECT period AS item FROM period ORDER BY 1", "2025-Q4 2026-Q1 ");
        gives(source, "SELECT ends_before AS item FROM period ORDER BY 1",
              "2026-01-01 2026-04-01 ");
        gives(source, "SELECT starts_on AS item FROM period WHERE starts_on < :as_of ORDER BY 1",
              "2025-10-01 2026-01-01 ");
    }
    gives(source, "SELECT :as_of AS item", "2026-03-31 ");
    gives(source, "SELECT :submitted_by AS item", "2026-04-20 ");
    gives(source, "SELECT period AS item FROM period WHERE '2026-03-31' LIKE :as_of ORDER BY 1",
          "2025-Q4 2026-Q1 ");
    source_close(source);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("source");
    tcase_add_checked_fixture(t, setup, fixture_teardown);
    tcase_add_test(t, a_database_is_read_and_left_as_it_was);
    tcase_add_test(t, tables_and_columns_that_are_there_are_supplied);
    tcase_add_test(t, the_digest_is_that_of_the_file);
    tcase_add_test(t, a_missing_file_is_no_input);
    tcase_add_test(t, what_is_no_database_is_refused);
    tcase_add_test(t, a_symbolic_link_is_refused_but_not_one_to_its_folder);
    tcase_add_test(t, a_name_that_looks_like_a_uri_is_a_name);
    tcase_add_test(t, an_unreadable_file_is_a_matter_of_permission);
    tcase_add_test(t, a_cut_file_is_damaged);
    tcase_add_test(t, flipped_bytes_are_damage);
    tcase_add_test(t, a_page_size_that_cannot_be_is_damage);
    tcase_add_test(t, a_locked_database_is_busy);
    tcase_add_test(t, a_writer_cannot_change_what_is_being_read);
    tcase_add_test(t, rows_of_an_unmerged_log_are_seen);
    tcase_add_test(t, a_log_that_another_program_writes_is_read);
    tcase_add_test(t, write_ahead_mode_without_a_log_leaves_nothing_beside_the_file);
    tcase_add_test(t, a_hot_journal_is_told_and_left_alone);
    tcase_add_test(t, periods_are_the_quarters_up_to_the_last);
    return t;
}
