/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "run/run.h"

#include <dirent.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static const char ROWS[] =
    "INSERT INTO agency (agency, name, class) VALUES ('DEX', 'Department of Examples', 'NGA'),"
    " ('DTW', 'Department of Towers', 'NGA');"
    "INSERT INTO account (account, agency) VALUES ('dex-x', 'DEX'), ('stray', 'MIST');"
    "INSERT INTO assignment (officer, agency, role) VALUES ('none', 'NONE', 'none');"
    "INSERT INTO submission VALUES ('DEX', '2026-Q2', '2026-07-05'),"
    " ('DEX', '2026-Q3', '2026-10-05'), ('DTW', '2026-Q3', '2026-10-16T00:30:00+08:00'),"
    " ('DTW', '2026-Q1', NULL);";

static struct arena *arena;
static char *folder;
static char *temporary; /* where the session's private folder goes */
static char *database;
static struct error err;
static struct notices notices;
static struct session session;
static struct run_options options;

static void make_database(const char *path, const char *rows)
{
    struct text sql = {0};
    sqlite3 *db = NULL;
    char *contract = source_path("queries/contract.sql");
    ck_assert(file_read(contract, 1 << 20, &sql, &err));
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, text_string(&sql), NULL, NULL, NULL), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, rows, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
    text_finish(&sql);
    free(contract);
}

static void setup(void)
{
    err = (struct error){0};
    notices = (struct notices){0};
    session = (struct session){0};
    arena = arena_new();
    ck_assert(folder_make_private("/tmp", "ulat-session-", arena, &folder, &err));
    temporary = path_join(arena, folder, "tmp");
    ck_assert(folder_make(temporary, &err));
    setenv("TMPDIR", temporary, 1);
    database = path_join(arena, folder, "data.db");
    make_database(database, ROWS);
    char *home = source_path("");
    options = (struct run_options){.db = database, .home = arena_text(arena, home)};
    free(home);
}

static void teardown(void)
{
    struct error ignored = {0};
    folder_remove(folder, &ignored);
    error_finish(&err);
    notices_finish(&notices);
    arena_free(arena);
}

static void open_session(void)
{
    ck_assert_msg(session_open(&options, &notices, &session, &err), "%s (%s)", err.message,
                  err.hint ? err.hint : "");
}

static void fails(enum error_kind kind, const char *message, const char *hint)
{
    ck_assert(!session_open(&options, &notices, &session, &err));
    ck_assert_msg(strstr(err.message, message), "'%s' lacks '%s'", err.message, message);
    ck_assert_msg(!hint || (err.hint && strstr(err.hint, hint)), "'%s' lacks '%s'", err.hint, hint);
    ck_assert_int_eq(err.kind, kind);
    ck_assert_ptr_null(session.arena);
}

static const char *put(const char *name, const char *text)
{
    const char *path = path_join(arena, folder, name);
    ck_assert_msg(file_write(path, text, strlen(text), &err), "%s", err.message);
    return path;
}

static const char *edition_file(const char *as_of, const char *more)
{
    return put("edition.yaml", arena_printf(arena,
                                            "period: 2026-Q3\nedition: Draft 1\nas-of: %s\n"
                                            "issuer: Office\n%s",
                                            as_of, more));
}

static void assert_notice(const char *sentence)
{
    for (size_t i = 0; i < notices.count; i++)
        if (strcmp(notices.items[i], sentence) == 0)
            return;
    ck_abort_msg("no notice '%s' of %zu; the first: '%s'", sentence, notices.count,
                 notices.count ? notices.items[0] : "");
}

static size_t count_names(const char *path)
{
    DIR *stream = opendir(path);
    size_t count = 0;
    ck_assert_ptr_nonnull(stream);
    while (readdir(stream))
        count++;
    closedir(stream);
    return count - 2;
}

static int32_t day(const char *iso)
{
    int32_t value = 0;
    ck_assert(date_parse(iso, strlen(iso), &value));
    return value;
}

START_TEST(the_latest_quarter_with_submissions_is_taken_and_its_edition_is_a_draft)
{
    open_session();
    ck_assert_int_eq(session.period, period_of_day(day("2026-08-01")));
    ck_assert_str_eq(session.edition.slug, "draft");
    ck_assert_int_eq(session.edition.as_of, day("2026-09-30"));
    ck_assert_int_eq(session.told.today, day("2026-09-30"));
    /* Without a deadline every return counts, also of quarters before. */
    ck_assert_uint_eq(session.reference.submission_count, 4);
    ck_assert_uint_eq(strlen(session.digest), 64);
    session_finish(&session);
}
END_TEST

START_TEST(the_private_folder_is_gone_at_the_end_and_after_a_failure)
{
    open_session();
    ck_assert_uint_eq(count_names(temporary), 1);
    session_finish(&session);
    ck_assert_uint_eq(count_names(temporary), 0);
    options.only = "DEY";
    fails(ERROR_USAGE, "DEY", "DEX");
    ck_assert_uint_eq(count_names(temporary), 0);
}
END_TEST

START_TEST(a_quarter_without_data_lists_those_with_data)
{
    options.period = "2025-Q4";
    fails(ERROR_USAGE, "no data of 2025-Q4", "2026-Q3, 2026-Q2, 2026-Q1");
}
END_TEST

START_TEST(what_is_no_quarter_is_told)
{
    options.period = "2026Q3";
    fails(ERROR_USAGE, "'2026Q3' is no quarter", "2026-Q3");
}
END_TEST

START_TEST(without_submissions_the_quarter_must_be_given)
{
    options.db = path_join(arena, folder, "silent.db");
    make_database(options.db, "INSERT INTO agency (agency, name) VALUES ('DEX', 'x');"
                              "INSERT INTO feedback (feedback, agency, received_at) VALUES"
                              " ('1', 'DEX', '2026-05-02'), ('2', 'DEX', '2026-05-03');");
    fails(ERROR_USAGE, "must be given", "there are 2026-Q2");
    error_finish(&err);
    options.period = "2026-Q2";
    open_session();
    session_finish(&session);
}
END_TEST

START_TEST(the_command_line_must_not_contradict_the_edition)
{
    options.edition = edition_file("2026-10-20", "");
    options.period = "2026-Q2";
    fails(ERROR_USAGE, "--period says 2026-Q2", NULL);
    ck_assert_ptr_nonnull(strstr(err.message, "is of 2026-Q3"));
    error_finish(&err);
    options.period = "2026-Q3";
    open_session();
    ck_assert_str_eq(session.edition.slug, "draft1");
    ck_assert_int_eq(session.told.today, day("2026-10-20"));
    session_finish(&session);
}
END_TEST

START_TEST(returns_after_the_deadline_are_late_and_told)
{
    options.edition = edition_file("2026-10-01", "submission-deadline: 2026-10-15\n");
    open_session();
    ck_assert_uint_eq(session.reference.submission_count, 3);
    assert_notice("returns after 2026-10-15, which do not count: 1");
    session_finish(&session);
}
END_TEST

START_TEST(returns_until_the_as_of_day_count_after_the_deadline_too)
{
    options.edition = edition_file("2026-10-16", "submission-deadline: 2026-10-15\n");
    open_session();
    ck_assert_uint_eq(session.reference.submission_count, 4);
    session_finish(&session);
}
END_TEST

START_TEST(rows_of_no_agency_are_counted)
{
    open_session();
    assert_notice("accounts, names, exemptions and returns of no agency in the register, which "
                  "do not count: 1");
    session_finish(&session);
}
END_TEST

START_TEST(an_as_of_day_within_the_quarter_is_refused)
{
    options.edition = edition_file("2026-09-29", "");
    fails(ERROR_CONFIG, "before the quarter's end", NULL);
}
END_TEST

START_TEST(the_earlier_edition_is_remembered)
{
    put("results.csv", "body,period,kind,id,category,met,not_met,no_evidence,exempt,status,"
                       "numerator,denominator,n,published,method\n"
                       "DEX,2026-Q2,score,score,,,,,,High,960000,1000000,,,1\n");
    put("findings.csv", "reference,first_told_on,due_on\nEML-1/DEX/dex-x,2026-07-15,\n");
    options.previous = folder;
    open_session();
    ck_assert(session.has_published);
    ck_assert_int_eq(
        published_find(&session.published, "DEX", "2026-Q2", "score", "score", "")->numerator,
        960000);
    ck_assert_int_eq(remedy_told_on(&session.told, "EML-1/DEX/dex-x"), day("2026-07-15"));
    ck_assert_int_eq(remedy_told_on(&session.told, "EML-1/DEX/dex-y"), day("2026-09-30"));
    session_finish(&session);
}
END_TEST

START_TEST(an_earlier_edition_must_be_a_folder)
{
    options.previous = database;
    fails(ERROR_NO_INPUT, "no folder", "--previous");
}
END_TEST

START_TEST(evaluating_closes_the_database_and_judges)
{
    open_session();
    ck_assert_msg(session_evaluate(&session, NULL, &err), "%s", err.message);
    ck_assert_ptr_null(session.source);
    /* Agencies are sorted: DEX has one account, without an administrator. */
    size_t control = results_control(&session.results, "TEM-6");
    struct tally tally = results_tally(&session.results, 0, control, PERIODS - 1);
    ck_assert_uint_eq(tally.not_met, 1);
    assert_notice("rows judged by TEM-6 that belong to no agency in the register, and count "
                  "nowhere else: 9"); /* a row a quarter */
    session_finish(&session);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("session");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, the_latest_quarter_with_submissions_is_taken_and_its_edition_is_a_draft);
    tcase_add_test(t, the_private_folder_is_gone_at_the_end_and_after_a_failure);
    tcase_add_test(t, a_quarter_without_data_lists_those_with_data);
    tcase_add_test(t, what_is_no_quarter_is_told);
    tcase_add_test(t, without_submissions_the_quarter_must_be_given);
    tcase_add_test(t, the_command_line_must_not_contradict_the_edition);
    tcase_add_test(t, returns_after_the_deadline_are_late_and_told);
    tcase_add_test(t, returns_until_the_as_of_day_count_after_the_deadline_too);
    tcase_add_test(t, rows_of_no_agency_are_counted);
    tcase_add_test(t, an_as_of_day_within_the_quarter_is_refused);
    tcase_add_test(t, the_earlier_edition_is_remembered);
    tcase_add_test(t, an_earlier_edition_must_be_a_folder);
    tcase_add_test(t, evaluating_closes_the_database_and_judges);
    return t;
}
