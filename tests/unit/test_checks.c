/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

#include "data/checks.h"

static struct source *empty;

static void setup(void)
{
    struct error err = {0};
    fixture_setup();
    ck_assert(source_open_empty(&contract, arena, &empty, &err));
}

static void teardown(void)
{
    source_close(empty);
    fixture_teardown();
}

#define SENTENCE "sentence: it is closed\n"
#define TOUCHES "touches: [account]\n"
#define WARNING "/*\ntitle: Accounts\nseverity: warning\nitem: account\n"
#define SELECT "SELECT account, account AS item FROM account\n"
#define DETAILED "SELECT account, account AS item, 'late' AS detail FROM account\n"
#define WHOLE WARNING TOUCHES SENTENCE "*/\n" SELECT

static bool load(const char *text, struct quality_check *ret_check, struct error *err)
{
    char *path = path_join(arena, folder, "trial.sql");
    remove(path);
    put_file("trial.sql", text);
    return check_load(path, empty, arena, ret_check, err);
}

static struct quality_check loaded(const char *text)
{
    struct quality_check check = {0};
    struct error err = {0};
    ck_assert_msg(load(text, &check, &err), "%zu:%zu: %s", err.line, err.column, err.message);
    return check;
}

static void load_fails(const char *text, const char *part, size_t line, size_t column)
{
    struct quality_check check = {0};
    struct error err = {0};
    ck_assert_msg(!load(text, &check, &err), "passed: %s", text);
    assert_has(err.message, part);
    assert_has(err.file, "trial.sql");
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_msg(err.line == line && err.column == column, "%s: at %zu:%zu and not %zu:%zu",
                  err.message, err.line, err.column, line, column);
    error_finish(&err);
}

START_TEST(a_check_has_its_header_and_rows)
{
    struct quality_check check = loaded(WHOLE);
    ck_assert_str_eq(check.rows.name, "trial");
    ck_assert_str_eq(check.rows.title, "Accounts");
    ck_assert_int_eq(check.rows.item, ITEM_ACCOUNT);
    ck_assert_int_eq(check.severity, SEVERITY_WARNING);
    ck_assert_uint_eq(check.touch_count, 1);
    ck_assert_str_eq(check.touches[0], "account");
    ck_assert_uint_eq(check.rows.read_count, 1);
    ck_assert_str_eq(check_say(&check, NULL, arena), "it is closed");
}
END_TEST

START_TEST(an_error_says_what_it_stops)
{
#define ERROR_HEAD "/*\ntitle: Accounts\nseverity: error\nitem: account\n" TOUCHES SENTENCE
    ck_assert_int_eq(loaded(ERROR_HEAD "stops: agency\n*/\n" SELECT).severity,
                     SEVERITY_STOPS_AGENCY);
    ck_assert_int_eq(loaded(ERROR_HEAD "stops: run\n*/\n" SELECT).severity, SEVERITY_STOPS_RUN);
    load_fails(ERROR_HEAD "*/\n" SELECT, "needs 'stops'", 2, 1);
    load_fails(ERROR_HEAD "stops: all\n*/\n" SELECT, "'all'", 7, 8);
    load_fails(WARNING TOUCHES SENTENCE "stops: run\n*/\n" SELECT, "stops nothing", 2, 1);
}
END_TEST

START_TEST(the_words_of_a_code_stand_in_the_sentence)
{
    struct quality_check check =
        loaded(WARNING TOUCHES "sentence: \"{{detail}}; left out\"\n"
                               "details: {late: closed late, early: closed early}\n*/\n" DETAILED);
    ck_assert_str_eq(check_say(&check, "late", arena), "closed late; left out");
    ck_assert_str_eq(check_detail(&check, "early"), "closed early");
    ck_assert_ptr_null(check_detail(&check, "never"));
}
END_TEST

START_TEST(what_is_not_declared_cannot_be_printed)
{
    load_fails(WARNING TOUCHES SENTENCE "*/\n" DETAILED, "must stand under 'details'", 2, 1);
    load_fails(WARNING TOUCHES "sentence: \"{{detail}}\"\ndetails: {late: Late}\n*/\n" SELECT,
               "'detail', which the query does not give", 2, 1);
    load_fails(WARNING TOUCHES SENTENCE "*/\nSELECT account, account AS item, agency AS name\n"
                                        "FROM account\n",
               "may not give the column 'name'", 8, 1);
}
END_TEST

START_TEST(mistakes_are_told_with_their_place)
{
    load_fails(WARNING TOUCHES SENTENCE "severty: error\n*/\n" SELECT, "unknown key 'severty'", 7,
               1);
    load_fails(WARNING SENTENCE "*/\n" SELECT, "touches", 2, 1);
    load_fails("/*\ntitle: Accounts\nseverity: bad\n*/\n" SELECT, "'bad'", 3, 11);
    load_fails(WARNING TOUCHES SENTENCE "*/\nSELECT account, acount AS item FROM account\n",
               "no such column: acount", 8, 17);
    load_fails(WARNING TOUCHES SENTENCE "*/\nSELECT account AS item FROM account\n", "neither", 8,
               1);
    load_fails(WARNING TOUCHES SENTENCE "*/\nSELECT account FROM account\n", "'item'", 8, 1);
    load_fails(WARNING TOUCHES SENTENCE "*/\n" SELECT "; SELECT 1", "second statement", 9, 3);
}
END_TEST

START_TEST(a_check_goes_through_the_fence)
{
    load_fails(WARNING TOUCHES SENTENCE "*/\nSELECT account, account AS item FROM main.account\n",
               "refused", 8, 1);
    load_fails(WARNING TOUCHES SENTENCE "*/\nSELECT name AS account, sql AS item\n"
                                        "FROM sqlite_schema\n",
               "refused", 8, 1);
    load_fails(WARNING TOUCHES SENTENCE "*/\nSELECT account, password AS item FROM account\n",
               "no such column", 8, 17);
}
END_TEST

START_TEST(what_a_check_touches_must_be_there)
{
    static struct control controls[] = {{.id = "EML-1"}};
    static struct measure_definition measures[] = {{.id = "messages"}};
    static struct table_read reads[] = {{1, 0}};
    struct listing listing = {.controls = controls,
                              .control_count = 1,
                              .measures = measures,
                              .measure_count = 1,
                              .reads = reads,
                              .read_count = 1};
    const struct listings listings = {.items = &listing, .count = 1};
    struct quality_check check =
        loaded(WARNING "touches: [region, EML-1, messages]\n" SENTENCE "*/\n" SELECT);
    struct error err = {0};
    ck_assert(check_touches_known(&check, &contract, &listings, &err));
    ck_assert(check_touches(&check, &contract, &listing));
    check = loaded(WARNING "touches: feedback\n" SENTENCE "*/\n" SELECT);
    ck_assert_msg(check_touches(&check, &contract, &listing), "table 1 is feedback");
    check = loaded(WARNING "touches: region\n" SENTENCE "*/\n" SELECT);
    ck_assert(!check_touches(&check, &contract, &listing));
    check = loaded(WARNING "touches: [fedback]\n" SENTENCE "*/\n" SELECT);
    ck_assert(!check_touches_known(&check, &contract, &listings, &err));
    assert_has(err.message, "'fedback', which is no control");
    assert_has(err.hint, "'feedback'");
    ck_assert_uint_eq(err.line, 5);
    error_finish(&err);
}
END_TEST

START_TEST(a_home_without_checks_has_none)
{
    struct checks checks;
    struct error err = {0};
    ck_assert(checks_load(path_join(arena, folder, "nowhere"), empty, arena, &checks, &err));
    ck_assert_uint_eq(checks.count, 0);
    put_file("trial.sql", WHOLE);
    ck_assert(folder_make(path_join(arena, folder, "checks"), &err));
    put_file("checks/first.sql", WHOLE);
    put_file("checks/second.sql", WHOLE);
    ck_assert(checks_load(path_join(arena, folder, "checks"), empty, arena, &checks, &err));
    ck_assert_uint_eq(checks.count, 2);
    ck_assert_str_eq(checks.items[1].rows.name, "second");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("checks");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_check_has_its_header_and_rows);
    tcase_add_test(t, an_error_says_what_it_stops);
    tcase_add_test(t, the_words_of_a_code_stand_in_the_sentence);
    tcase_add_test(t, what_is_not_declared_cannot_be_printed);
    tcase_add_test(t, mistakes_are_told_with_their_place);
    tcase_add_test(t, a_check_goes_through_the_fence);
    tcase_add_test(t, what_a_check_touches_must_be_there);
    tcase_add_test(t, a_home_without_checks_has_none);
    return t;
}
