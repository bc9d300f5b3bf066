/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

#include "data/clauses.h"

#define SUBJECT "subjects:\n  - id: EML\n    title: Official e-mail\n    clauses:\n"
#define CLAUSE(id) "      - {id: " id ", duty: critical, asks: \"Use official addresses\"}\n"

static const char EML_1[] = "EML-1", FDB_2[] = "FDB-2";
static struct control CONTROLS[] = {{.id = EML_1}};
static struct measure_definition MEASURES[] = {{.id = "received", .clause_id = FDB_2}};
static struct listing ITEMS[] = {
    {.controls = CONTROLS, .control_count = 1, .measures = MEASURES, .measure_count = 1}};
static const struct listings LISTINGS = {.items = ITEMS, .count = 1};

static bool load(const char *text, struct clauses *ret_clauses, struct error *err)
{
    remove(path_join(arena, folder, "clauses.yaml"));
    return clauses_load(put_file("clauses.yaml", text), arena, ret_clauses, err);
}

static void load_fails(const char *text, const char *part, size_t line)
{
    struct clauses clauses;
    struct error err = {0};
    ck_assert(!load(text, &clauses, &err));
    assert_has(err.message, part);
    ck_assert_uint_eq(err.line, line);
    error_finish(&err);
}

static void check_fails(const char *text, const char *part)
{
    struct clauses clauses;
    struct error err = {0};
    ck_assert_msg(load(text, &clauses, &err), "%s", err.message);
    ck_assert(!clauses_check(&clauses, &LISTINGS, &err));
    assert_has(err.message, part);
    error_finish(&err);
}

START_TEST(a_clause_has_its_subject_its_duty_and_what_it_asks)
{
    struct clauses clauses;
    struct error err = {0};
    ck_assert(load(SUBJECT CLAUSE("EML-1"), &clauses, &err));
    ck_assert_uint_eq(clauses.count, 1);
    const struct clause *clause = clauses_find(&clauses, "EML-1");
    ck_assert_str_eq(clause->subject, "Official e-mail");
    ck_assert_str_eq(clause->asks, "Use official addresses");
    ck_assert_int_eq(clause->duty, DUTY_CRITICAL);
    ck_assert_ptr_null(clause->shows);
    ck_assert_ptr_null(clauses_find(&clauses, "EML-2"));
    ck_assert_ptr_null(clauses_find(&clauses, NULL));
}
END_TEST

START_TEST(a_home_without_the_file_has_no_clauses)
{
    struct clauses clauses;
    struct error err = {0};
    ck_assert(clauses_load(path_join(arena, folder, "none.yaml"), arena, &clauses, &err));
    ck_assert_uint_eq(clauses.count, 0);
    ck_assert(clauses_check(&clauses, &LISTINGS, &err));
}
END_TEST

START_TEST(ids_begin_with_their_subject_and_stand_there_once)
{
    load_fails(SUBJECT CLAUSE("EMLX-1"), "expected an id such as 'EML-1'", 5);
    load_fails(SUBJECT CLAUSE("APR-1"), "under the subject 'EML'", 5);
    load_fails(SUBJECT CLAUSE("EML-1") CLAUSE("EML-1"), "already, in line 5", 6);
    load_fails(SUBJECT "      - {id: EML-1, duty: vital, asks: X}\n", "vital", 5);
}
END_TEST

#define FDB "  - id: FDB\n    title: Feedback\n    clauses:\n"

START_TEST(clauses_and_definitions_are_held_to_each_other_both_ways)
{
    check_fails(SUBJECT CLAUSE("EML-2"), "clause 'EML-2' is no control, and no measure names it");
    check_fails(SUBJECT CLAUSE("EML-1"), "unknown clause 'FDB-2'");
    check_fails(SUBJECT CLAUSE("EML-1") FDB CLAUSE("FDB-2"), "'shows' must name the one");
    check_fails(SUBJECT CLAUSE("EML-1") FDB
                "      - {id: FDB-2, duty: required, shows: sent, asks: X}\n",
                "shows 'sent', which is no measure of that clause");
    check_fails(SUBJECT "      - {id: EML-1, duty: required, shows: received, asks: X}\n",
                "shows 'received', which is no measure of that clause");
    struct clauses clauses;
    struct error err = {0};
    ck_assert(load(SUBJECT CLAUSE("EML-1") FDB
                   "      - {id: FDB-2, duty: required, shows: received, asks: X}\n",
                   &clauses, &err));
    ck_assert_msg(clauses_check(&clauses, &LISTINGS, &err), "%s", err.message);
}
END_TEST

static void load_home(struct listings *ret_listings)
{
    struct error err = {0};
    struct source *empty = NULL;
    char *contract_path = source_path("queries/contract.sql"), *queries = source_path("queries");
    struct contract *whole = ARENA_NEW(arena, struct contract);
    ck_assert(contract_load(contract_path, arena, whole, &err));
    ck_assert(source_open_empty(whole, arena, &empty, &err));
    ck_assert_msg(listings_load(queries, empty, arena, ret_listings, &err), "%s", err.message);
    source_close(empty);
    free(contract_path);
    free(queries);
}

START_TEST(the_clauses_of_queries_are_those_of_its_controls_and_measures)
{
    struct listings listings;
    struct error err = {0};
    load_home(&listings);
    /* the rows of the clause table: PUR 6, FDB 4, EML 1, APR 5, ACC 2, DEF 10, DUR 1, PST 3, CNT 4,
     * BLK 7, PRV 3, POL 6, SEC 6, TEM 11, CIV 4, SAN 6, POP 2 */
    ck_assert_uint_eq(listings.clauses.count, 81);
    ck_assert_msg(clauses_check(&listings.clauses, &listings, &err), "%s:%zu: %s", err.file,
                  err.line, err.message);
    for (size_t l = 0; l < listings.count; l++) {
        for (size_t i = 0; i < listings.items[l].control_count; i++) {
            const char *id = listings.items[l].controls[i].id;
            ck_assert_msg(clauses_find(&listings.clauses, id), "control %s is of no clause", id);
        }
        for (size_t i = 0; i < listings.items[l].measure_count; i++)
            ck_assert_msg(listings.items[l].measures[i].clause_id, "measure %s is of no clause",
                          listings.items[l].measures[i].id);
    }
}
END_TEST

START_TEST(a_control_is_critical_where_its_clause_is)
{
    struct listings listings;
    load_home(&listings);
    for (size_t i = 0; i < listings.clauses.count; i++) {
        const struct clause *clause = &listings.clauses.items[i];
        const struct control *control = listings_control(&listings, clause->id);
        if (control)
            ck_assert_msg(control->critical == (clause->duty == DUTY_CRITICAL),
                          "%s is critical in one of clauses.yaml and its listing only", clause->id);
        else
            ck_assert_msg(clause->shows, "%s", clause->id);
    }
}
END_TEST

TCase *tests(void)
{
    TCase *tcase = tcase_create("clauses");
    tcase_add_checked_fixture(tcase, fixture_setup, fixture_teardown);
    tcase_add_test(tcase, a_clause_has_its_subject_its_duty_and_what_it_asks);
    tcase_add_test(tcase, a_home_without_the_file_has_no_clauses);
    tcase_add_test(tcase, ids_begin_with_their_subject_and_stand_there_once);
    tcase_add_test(tcase, clauses_and_definitions_are_held_to_each_other_both_ways);
    tcase_add_test(tcase, the_clauses_of_queries_are_those_of_its_controls_and_measures);
    tcase_add_test(tcase, a_control_is_critical_where_its_clause_is);
    return tcase;
}
