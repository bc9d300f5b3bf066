/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

static struct source *empty;

static void setup(void)
{
    struct error err = {0};
    fixture_setup();
    ck_assert(folder_make(path_join(arena, folder, "queries"), &err));
    ck_assert(source_open_empty(&contract, arena, &empty, &err));
}

static void teardown(void)
{
    source_close(empty);
    fixture_teardown();
}

/* Eighteen lines: the SQL of a listing made with it begins on line 19. */
#define CONTROL(id)                                                                                \
    "  - id: " id "\n"                                                                             \
    "    title: Official e-mail address\n"                                                         \
    "    basis: Order, creation of accounts\n"                                                     \
    "    standing: proposed\n"                                                                     \
    "    effective-from: 2018-02-05\n"                                                             \
    "    outcome: email\n"                                                                         \
    "    reason: email_reason\n"                                                                   \
    "    reasons: {foreign: No, none: Missing}\n"                                                  \
    "    target: 95%\n"                                                                            \
    "    weight: 3\n"                                                                              \
    "    remedy: 30 working days\n"                                                                \
    "    owner: Account Administrator\n"                                                           \
    "    fix: Move it.\n"
#define HEAD "/*\ntitle: Accounts\njudged: at period end\nitem: account\n"
#define WHOLE HEAD "controls:\n" CONTROL("EML-1")
#define SELECT                                                                                     \
    "SELECT account, period.period, account.account AS item,\n"                                    \
    "       'met' AS email, NULL AS email_reason\n"                                                \
    "FROM account JOIN period ON account.created_on < period.ends_before\n"

static bool load(const char *name, const char *text, struct listing *ret_listing, struct error *err)
{
    char *path = path_join(arena, folder, path_join(arena, "queries", name));
    remove(path);
    put_file(path_join(arena, "queries", name), text);
    return listing_load(path, empty, arena, ret_listing, err);
}

static struct listing loaded(const char *text)
{
    struct listing listing = {0};
    struct error err = {0};
    ck_assert_msg(load("trial.sql", text, &listing, &err), "%zu:%zu: %s", err.line, err.column,
                  err.message);
    return listing;
}

static void load_fails(const char *text, const char *part, const char *hint, size_t line,
                       size_t column)
{
    struct listing listing = {0};
    struct error err = {0};
    ck_assert_msg(!load("trial.sql", text, &listing, &err), "passed: %s", text);
    assert_has(err.message, part);
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    assert_has(err.file, "queries/trial.sql");
    ck_assert_msg(err.line == line && err.column == column, "%s: at %zu:%zu and not %zu:%zu",
                  err.message, err.line, err.column, line, column);
    if (hint)
        assert_has(err.hint, hint);
    error_finish(&err);
}

START_TEST(a_listing_has_its_header_columns_and_sql)
{
    struct listing listing = loaded(WHOLE "*/\n" SELECT);
    ck_assert_str_eq(listing.name, "trial");
    ck_assert_str_eq(listing.title, "Accounts");
    ck_assert_int_eq(listing.judged, JUDGED_AT_PERIOD_END);
    ck_assert_int_eq(listing.item, ITEM_ACCOUNT);
    ck_assert_uint_eq(listing.sql_line, 20);
    ck_assert(text_starts(listing.sql, "SELECT account"));
    ck_assert_uint_eq(listing.column_count, 5);
    ck_assert_uint_eq(listing_column(&listing, "Email_Reason"), 4);
    ck_assert_uint_eq(listing_column(&listing, "other"), (size_t)-1);
    ck_assert_uint_eq(listing_column(&listing, NULL), (size_t)-1);
}
END_TEST

START_TEST(a_control_is_read_whole)
{
    struct listing listing = loaded(WHOLE "*/\n" SELECT);
    ck_assert_uint_eq(listing.control_count, 1);
    const struct control *control = &listing.controls[0];
    int32_t day;
    ck_assert(date_parse("2018-02-05", 10, &day));
    ck_assert_str_eq(control->id, "EML-1");
    ck_assert_str_eq(control->clause, "Official e-mail address");
    ck_assert_str_eq(control->standing, "proposed");
    ck_assert_int_eq(control->effective_from, day);
    ck_assert_str_eq(control->outcome, "email");
    ck_assert_ptr_null(control->detail);
    ck_assert_uint_eq(control->reason_count, 2);
    ck_assert_str_eq(control->reasons[1].code, "none");
    ck_assert_str_eq(control->reasons[1].sentence, "Missing");
    ck_assert_int_eq(control->target, 95);
    ck_assert_int_eq(control->weight, 3);
    ck_assert(!control->critical);
    ck_assert_int_eq(control->remedy_days, 30);
    ck_assert(control->remedy_working);
    ck_assert_int_eq(control->sensitivity, SENSITIVITY_NONE);
    ck_assert_uint_eq(control->place.line, 6);
}
END_TEST

START_TEST(a_measure_is_read_whole)
{
    struct listing listing = loaded(
        HEAD
        "measures:\n"
        "  - id: open\n    title: Open\n    statistic: share\n    of: open\n    where: item\n"
        "    by: {platform: Platform, agency: Agency}\n    target: 80%\n    formula: open of all\n"
        "  - {id: n, title: N, statistic: count, formula: rows, unit-word: things, period: item}\n"
        "*/\nSELECT agency, '' AS period, account AS item, 1 AS open, '' AS platform FROM account");
    const struct measure_definition *measure = listing.measures;
    ck_assert_uint_eq(listing.measure_count, 2);
    ck_assert_int_eq(measure->statistic, STATISTIC_SHARE);
    ck_assert_int_eq(measure->unit, MEASURE_PERCENT);
    ck_assert_str_eq(measure->unit_word, "accounts");
    ck_assert_str_eq(measure->period, "period");
    ck_assert_uint_eq(measure->by_count, 2);
    ck_assert_str_eq(measure->by[1], "agency");
    ck_assert_str_eq(measure->by_titles[0], "Platform");
    ck_assert(measure->has_target && measure->target == 80);
    ck_assert_str_eq(measure[1].unit_word, "things");
    ck_assert_str_eq(measure[1].period, "item");
    ck_assert(!measure[1].has_target);
}
END_TEST

#define TAIL "*/\nSELECT agency, '' AS period, account AS item, '' AS day, '' AS size FROM account"
#define COUNTED                                                                                    \
    HEAD "measures:\n  - {id: n, title: N, statistic: count, formula: f, by: {size: Size},\n"      \
         "     by-whole: {day: Day}}\n"

START_TEST(categories_may_have_an_order_and_be_of_all_bodies_together)
{
    struct listing listing = loaded(COUNTED "categories:\n  - {column: size, are: [small, big]}\n"
                                            "  - {column: day, of: days}\n" TAIL);
    const struct measure_definition *measure = listing.measures;
    ck_assert_uint_eq(measure->by_count, 2);
    ck_assert_str_eq(measure->by[1], "day");
    ck_assert_str_eq(measure->by_titles[1], "Day");
    ck_assert(!measure_is_whole(measure, 0) && measure_is_whole(measure, 1));
    ck_assert_int_eq(measure_list(measure, 0)->order, CATEGORIES_NAMED);
    ck_assert_uint_eq(measure_list(measure, 0)->name_count, 2);
    ck_assert_str_eq(measure_list(measure, 0)->names[1], "big");
    ck_assert_int_eq(measure_list(measure, 1)->order, CATEGORIES_DAYS);
    listing = loaded(COUNTED "categories:\n  - {column: size, of: ranges}\n" TAIL);
    ck_assert_int_eq(measure_list(listing.measures, 0)->order, CATEGORIES_RANGES);
    ck_assert_ptr_null(measure_list(listing.measures, 1));
}
END_TEST

START_TEST(categories_are_said_once_of_columns_that_measures_have)
{
    load_fails(COUNTED "categories:\n  - {column: size}\n" TAIL, "behind 'are'", NULL, 9, 5);
    load_fails(COUNTED "categories:\n  - {column: size, are: a, of: days}\n" TAIL, "behind 'are'",
               NULL, 9, 5);
    load_fails(COUNTED "categories:\n  - {column: size, of: day}\n" TAIL, "day", "days", 9, 24);
    load_fails(COUNTED
               "categories:\n  - {column: size, of: days}\n  - {column: size, are: a}\n" TAIL,
               "said already", NULL, 10, 5);
    load_fails(COUNTED "categories:\n  - {column: item, of: days}\n" TAIL,
               "no measure is broken down by 'item'", NULL, 9, 5);
    load_fails(HEAD "measures:\n  - {id: n, title: N, statistic: share, of: size, formula: f,\n"
                    "     by-whole: {day: Day}}\n" TAIL,
               "only counts and sums are broken down 'by-whole'", NULL, 7, 16);
}
END_TEST

START_TEST(the_contracts_columns_that_are_read_are_noted)
{
    struct listing listing = loaded(WHOLE "*/\n" SELECT);
    bool account = false, created_on = false;
    for (size_t i = 0; i < listing.read_count; i++) {
        ck_assert_uint_eq(listing.reads[i].table, 0); /* account */
        account = account || listing.reads[i].column == 0;
        created_on = created_on || listing.reads[i].column == 2;
        ck_assert_uint_ne(listing.reads[i].column, 4); /* followers are not read */
    }
    ck_assert(account && created_on);
    listing = loaded(
        HEAD
        "*/\nSELECT agency, '' AS period, (SELECT count(*) FROM feedback) AS item FROM account");
    bool feedback = false;
    for (size_t i = 0; i < listing.read_count; i++)
        feedback = feedback || listing.reads[i].table == 1;
    ck_assert(feedback);
}
END_TEST

START_TEST(mistakes_in_the_header_are_told_with_their_place)
{
    load_fails("SELECT 1", "a listing begins with its header", NULL, 1, 1);
    load_fails("/* title: x", "a listing begins with its header", NULL, 1, 1);
    load_fails("", "a listing begins with its header", NULL, 1, 1);
    load_fails("/*\ntitle: A\njudged: sometimes\nitem: account\n*/\nSELECT 1", "sometimes", NULL, 3,
               9);
    load_fails("/*\ntitle: A\njudged: in period\nitem: acount\n*/\nSELECT 1", "acount", "account",
               4, 7);
    load_fails("/*\ntitel: A\njudged: in period\nitem: account\n*/\nSELECT 1",
               "unknown key 'titel'", "title", 2, 1);
    load_fails("/*\ntitle: A\n  judged: x\n*/\nSELECT 1", "", NULL, 3, 9);
    load_fails(HEAD "title: B\n*/\nSELECT 1", "title", NULL, 5, 1);
    load_fails(HEAD "controls:\n  - id: EML 1\n*/\nSELECT 1", "EML 1", NULL, 6, 9);
    load_fails(HEAD "controls:\n  - id: EML-1\n*/\nSELECT 1", "key 'title' is missing", NULL, 6, 5);
}
END_TEST

#define MEASURE(keys) HEAD "measures:\n  - {id: m, title: T, formula: f, " keys "}\n*/\n" SELECT

START_TEST(measures_take_the_columns_of_their_statistic)
{
    load_fails(MEASURE("statistic: count, of: email"), "it takes no 'of'", NULL, 6, 5);
    load_fails(MEASURE("statistic: sum"), "needs 'of'", NULL, 6, 5);
    load_fails(MEASURE("statistic: ratio, of: email"), "needs 'per'", NULL, 6, 5);
    load_fails(MEASURE("statistic: sum, of: email, per: item"), "takes no 'per'", NULL, 6, 5);
    load_fails(MEASURE("statistic: sum, of: emial"), "m names the column 'emial'",
               "did you mean 'email'?", 6, 5);
    load_fails(MEASURE("statistic: ratio, of: email, per: itme"), "column 'itme'", "item", 6, 5);
    load_fails(MEASURE("statistic: count, where: nothing"), "column 'nothing'", NULL, 6, 5);
    load_fails(MEASURE("statistic: count, period: perod"), "column 'perod'", "period", 6, 5);
    load_fails(MEASURE("statistic: count, by: {platfrom: P}"), "column 'platfrom'", NULL, 6, 5);
    load_fails(MEASURE("statistic: cuont"), "cuont", "count", 6, 46);
}
END_TEST

START_TEST(a_control_names_columns_that_the_query_gives)
{
    load_fails(WHOLE "*/\nSELECT account, '' AS period, account AS item, 1 AS emial, 1 AS "
                     "email_reason FROM account",
               "EML-1 names the column 'email', which the query does not give",
               "did you mean 'emial'?", 6, 5);
    load_fails(WHOLE "*/\nSELECT account, '' AS period, account AS item, 1 AS email FROM account",
               "EML-1 names the column 'email_reason'", NULL, 6, 5);
}
END_TEST

START_TEST(mistakes_in_the_sql_are_told_with_their_place)
{
    load_fails(HEAD "*/\nSELECT\n  acount FROM account", "no such column: acount", NULL, 7, 3);
    load_fails(HEAD "*/ SELECT acount FROM account", "no such column: acount", NULL, 5, 11);
    load_fails(HEAD "*/\n\n\nSELECT 1 FROM acount", "no such table: acount", NULL, 8, 1);
    load_fails(HEAD "*/\nSELECT 1\nFORM account", "near \"account\": syntax error", NULL, 7, 6);
    load_fails(HEAD "*/\nSELECT 1;\n  SELECT 2", "a second statement begins here", NULL, 7, 3);
    load_fails(HEAD "*/\n-- nothing", "there is no SQL here", NULL, 6, 1);
    load_fails(HEAD "*/\n  CREATE TABLE x (a)", "do anything but SELECT", NULL, 6, 3);
    load_fails(HEAD "*/\nDELETE FROM account", "cannot modify account", NULL, 6, 1);
    load_fails(HEAD "*/\nSELECT 1 AS item,\n  2 FROM account, main.feedback",
               "may not read main.feedback", NULL, 7, 19);
    load_fails(HEAD "*/\nSELECT 1 AS item\nFROM account JOIN sqlite_schema", "sqlite_schema", NULL,
               6, 1);
    load_fails(HEAD "*/\nSELECT \"missing\" AS item FROM account", "no such column", NULL, 6, 8);
}
END_TEST

START_TEST(parameters_and_columns_are_checked)
{
    load_fails(
        HEAD
        "*/\nSELECT agency, '' AS period, account AS item FROM account WHERE created_on < :asof",
        "unknown parameter :asof", ":as_of", 6, 1);
    load_fails(HEAD "*/\nSELECT agency, '' AS period, ? AS item FROM account",
               "unknown parameter ?", NULL, 6, 1);
    load_fails(HEAD "*/\nSELECT agency, '' AS period, @as_of AS item FROM account",
               "parameter @as_of", NULL, 6, 1);
    load_fails(HEAD "*/\nSELECT agency, '' AS period, 1 AS item, 2 AS Item FROM account",
               "the query gives two columns named 'Item'", NULL, 6, 1);
    load_fails(HEAD "*/\nSELECT agency, '' AS period, account FROM account",
               "every listing names the column 'item'", NULL, 6, 1);
    load_fails(HEAD "*/\nSELECT agency, '' AS perod, 1 AS item FROM account", "'period'",
               "did you mean 'perod'?", 6, 1);
    load_fails(HEAD "*/\nSELECT '' AS period, 1 AS item FROM account",
               "neither 'agency' nor 'account'", NULL, 6, 1);
    loaded(HEAD "*/\nSELECT agency, '' AS period, :as_of || :submitted_by AS item FROM account");
}
END_TEST

START_TEST(a_byte_order_mark_and_dos_lines_are_fine)
{
    struct listing listing =
        loaded("\xEF\xBB\xBF/*\r\ntitle: A\r\njudged: in period\r\nitem: post\r\n*/\r\n"
               "SELECT agency, '' AS period,\r\n 1 AS item FROM account\r\n");
    ck_assert_uint_eq(listing.sql_line, 6);
    ck_assert_int_eq(listing.item, ITEM_POST);
}
END_TEST

START_TEST(a_nul_byte_does_not_hide_the_rest)
{
    static const char TEXT[] =
        HEAD "*/\nSELECT agency, '' AS period, 1 AS item FROM account\0; DROP";
    struct error err = {0};
    struct listing listing = {0};
    char *path = path_join(arena, folder, "queries/trial.sql");
    ck_assert(file_write(path, TEXT, sizeof TEXT - 1, &err));
    ck_assert(!listing_load(path, empty, arena, &listing, &err));
    assert_has(err.message, "NUL");
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    error_finish(&err);
}
END_TEST

static bool load_all(struct listings *ret_listings, struct error *err)
{
    return listings_load(path_join(arena, folder, "queries"), empty, arena, ret_listings, err);
}

START_TEST(a_folders_listings_are_loaded_by_name)
{
    struct listings listings = {0};
    struct error err = {0};
    put_file("queries/b.sql", HEAD "controls:\n" CONTROL("B-1") "*/\n" SELECT);
    put_file("queries/a.sql",
             HEAD "measures:\n  - {id: A-1, title: T, statistic: count, formula: f}\n*/\n" SELECT);
    put_file("queries/contract.sql", CONTRACT_SQL);
    put_file("queries/notes.txt", "not a listing");
    ck_assert_msg(load_all(&listings, &err), "%s", err.message);
    ck_assert_uint_eq(listings.count, 2);
    ck_assert_str_eq(listings.items[0].name, "a");
    ck_assert_str_eq(listings_control(&listings, "B-1")->id, "B-1");
    ck_assert_uint_eq(listings_control(&listings, "B-1")->listing, 1);
    ck_assert_uint_eq(listings_measure(&listings, "A-1")->listing, 0);
    ck_assert_ptr_null(listings_control(&listings, "A-1"));
    ck_assert_ptr_null(listings_measure(&listings, "B-1"));
}
END_TEST

START_TEST(an_id_declared_twice_names_both_places)
{
    struct listings listings = {0};
    struct error err = {0};
    put_file("queries/a.sql", HEAD "controls:\n" CONTROL("X-1") "*/\n" SELECT);
    put_file("queries/b.sql",
             HEAD "measures:\n  - {id: X-1, title: T, statistic: count, formula: f}\n*/\n" SELECT);
    ck_assert(!load_all(&listings, &err));
    assert_has(err.message, "the id 'X-1' is declared already in a.sql, line 6");
    assert_has(err.file, "queries/b.sql");
    ck_assert_uint_eq(err.line, 6);
    error_finish(&err);
}
END_TEST

START_TEST(an_id_twice_in_one_listing_is_told)
{
    struct listings listings = {0};
    struct error err = {0};
    put_file("queries/a.sql", HEAD "controls:\n" CONTROL("X-1") CONTROL("X-1") "*/\n" SELECT);
    ck_assert(!load_all(&listings, &err));
    assert_has(err.message, "declared already in a.sql, line 6");
    ck_assert_uint_eq(err.line, 19);
    error_finish(&err);
}
END_TEST

START_TEST(the_projects_listings_load)
{
    struct contract real = {0};
    struct source *source = NULL;
    struct listings listings = {0};
    struct error err = {0};
    char *path = source_path("queries/contract.sql"), *queries = source_path("queries");
    ck_assert(contract_load(path, arena, &real, &err));
    ck_assert_msg(source_open_empty(&real, arena, &source, &err), "%s", err.message);
    ck_assert_msg(listings_load(queries, source, arena, &listings, &err), "%s:%zu:%zu: %s",
                  err.file, err.line, err.column, err.message);
    ck_assert_uint_gt(listings.count, 0);
    source_close(source);
    free(path);
    free(queries);
}
END_TEST

START_TEST(persons_are_the_kinds_from_feedback_on)
{
    ck_assert(item_is_person(ITEM_FEEDBACK) && item_is_person(ITEM_CASE) &&
              item_is_person(ITEM_OFFICER) && item_is_person(ITEM_DISCLOSURE));
    ck_assert(!item_is_person(ITEM_ACCOUNT) && !item_is_person(ITEM_ASSIGNMENT));
    ck_assert_str_eq(ITEM_KINDS[ITEM_ASSIGNMENT], "assignment");
    ck_assert_str_eq(ITEM_KINDS[ITEM_CASE], "case");
    ck_assert_ptr_null(ITEM_KINDS[ITEM_KIND_COUNT]);
    ck_assert_str_eq(STATISTICS[STATISTIC_P90], "p90");
    ck_assert_str_eq(MEASURE_UNITS[MEASURE_DAYS], "days");
    ck_assert(statistic_needs_values(STATISTIC_MEDIAN) && !statistic_needs_values(STATISTIC_MEAN));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listing");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_listing_has_its_header_columns_and_sql);
    tcase_add_test(t, a_control_is_read_whole);
    tcase_add_test(t, a_measure_is_read_whole);
    tcase_add_test(t, categories_may_have_an_order_and_be_of_all_bodies_together);
    tcase_add_test(t, categories_are_said_once_of_columns_that_measures_have);
    tcase_add_test(t, the_contracts_columns_that_are_read_are_noted);
    tcase_add_test(t, mistakes_in_the_header_are_told_with_their_place);
    tcase_add_test(t, measures_take_the_columns_of_their_statistic);
    tcase_add_test(t, a_control_names_columns_that_the_query_gives);
    tcase_add_test(t, mistakes_in_the_sql_are_told_with_their_place);
    tcase_add_test(t, parameters_and_columns_are_checked);
    tcase_add_test(t, a_byte_order_mark_and_dos_lines_are_fine);
    tcase_add_test(t, a_nul_byte_does_not_hide_the_rest);
    tcase_add_test(t, a_folders_listings_are_loaded_by_name);
    tcase_add_test(t, an_id_declared_twice_names_both_places);
    tcase_add_test(t, an_id_twice_in_one_listing_is_told);
    tcase_add_test(t, the_projects_listings_load);
    tcase_add_test(t, persons_are_the_kinds_from_feedback_on);
    return t;
}
