/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

static bool load(const char *sql, struct error *err)
{
    struct contract other = {0};
    return contract_load(put_file("other.sql", sql), arena, &other, err);
}

static void load_fails(const char *sql, const char *part)
{
    struct error err = {0};
    ck_assert(!load(sql, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    assert_has(err.message, part);
    error_finish(&err);
    ck_assert_int_eq(remove(path_join(arena, folder, "other.sql")), 0);
}

START_TEST(tables_stand_in_the_files_order)
{
    ck_assert_uint_eq(contract.table_count, 3);
    ck_assert_str_eq(contract.tables[0].name, "account");
    ck_assert_str_eq(contract.tables[1].name, "feedback");
    ck_assert_str_eq(contract.tables[2].name, "region");
    ck_assert_uint_eq(contract.tables[0].column_count, 6);
    ck_assert_uint_eq(contract.tables[2].column_count, 2);
}
END_TEST

START_TEST(columns_have_types_and_duties)
{
    const struct contract_column *columns = contract.tables[0].columns;
    static const enum contract_type TYPES[] = {CONTRACT_TEXT,    CONTRACT_TEXT,    CONTRACT_DATE,
                                               CONTRACT_BOOLEAN, CONTRACT_INTEGER, CONTRACT_REAL};
    for (size_t c = 0; c < ARRAY_LENGTH(TYPES); c++) {
        ck_assert_int_eq(columns[c].type, TYPES[c]);
        ck_assert_int_eq(columns[c].required, c < 2);
    }
    ck_assert_str_eq(columns[4].name, "followers");
    ck_assert_int_eq(contract.tables[1].columns[2].type, CONTRACT_TIMESTAMP);
}
END_TEST

START_TEST(the_comment_behind_the_bracket_is_the_purpose)
{
    ck_assert_str_eq(contract.tables[0].purpose, "an account");
    ck_assert(!contract.tables[0].events);
    ck_assert_str_eq(contract.tables[1].purpose, "a message");
    ck_assert(contract.tables[1].events);
}
END_TEST

START_TEST(names_are_found_in_any_case)
{
    ck_assert_uint_eq(contract_find(&contract, "FeedBack"), 1);
    ck_assert_uint_eq(contract_find(&contract, "feedbac"), (size_t)-1);
    ck_assert_uint_eq(contract_find_column(&contract.tables[1], "RECEIVED_AT"), 2);
    ck_assert_uint_eq(contract_find_column(&contract.tables[1], "body"), (size_t)-1);
}
END_TEST

START_TEST(types_have_words)
{
    assert_has(contract_type_word(CONTRACT_DATE), "2026-09-30");
    ck_assert_str_eq(contract_type_word(CONTRACT_BOOLEAN), "0 or 1");
}
END_TEST

START_TEST(mistakes_are_told)
{
    load_fails("CREATE TABLE t (a DATETIME);", "t.a has the unknown type 'DATETIME'");
    load_fails("CREATE TABLE t (a);", "t.a has the unknown type ''");
    load_fails("CREATE TABLE t (a TEXT;", "not valid SQL: near \";\"");
    load_fails("CREATE TABLE t (a TEXT, A TEXT);", "duplicate column name");
    load_fails("-- nothing\n", "declares no table");
}
END_TEST

START_TEST(a_missing_contract_is_told)
{
    struct contract other = {0};
    struct error err = {0};
    ck_assert(!contract_load(path_join(arena, folder, "no.sql"), arena, &other, &err));
    ck_assert_int_eq(err.kind, ERROR_NO_INPUT);
    error_finish(&err);
}
END_TEST

START_TEST(the_projects_contract_loads)
{
    struct contract real = {0};
    struct error err = {0};
    char *path = source_path("queries/contract.sql");
    ck_assert_msg(contract_load(path, arena, &real, &err), "%s", err.message);
    size_t feedback = contract_find(&real, "feedback");
    ck_assert_uint_ne(feedback, (size_t)-1);
    ck_assert(real.tables[feedback].events);
    static const char *const PRIVATE[] = {"body",   "text",   "message", "name",
                                          "sender", "handle", "email"};
    for (size_t i = 0; i < ARRAY_LENGTH(PRIVATE); i++)
        ck_assert_uint_eq(contract_find_column(&real.tables[feedback], PRIVATE[i]), (size_t)-1);
    for (size_t t = 0; t < real.table_count; t++)
        ck_assert_msg(*real.tables[t].purpose, "%s has no purpose", real.tables[t].name);
    free(path);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("contract");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, tables_stand_in_the_files_order);
    tcase_add_test(t, columns_have_types_and_duties);
    tcase_add_test(t, the_comment_behind_the_bracket_is_the_purpose);
    tcase_add_test(t, names_are_found_in_any_case);
    tcase_add_test(t, types_have_words);
    tcase_add_test(t, mistakes_are_told);
    tcase_add_test(t, a_missing_contract_is_told);
    tcase_add_test(t, the_projects_contract_loads);
    return t;
}
