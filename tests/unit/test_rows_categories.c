/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

/* Messages are broken down by region, by day (of all bodies together), by a rating and by age; the
 * second measure by age alone. */
enum { KIND, REGION, DAY, RATING, AGE, BREAKDOWNS };
enum { QUARTER_DAYS = 92 };
static const char *COLUMNS_OF[] = {"kind", "region", "day", "rating", "age"};
static const char *TITLES_OF[] = {"Kind", "Region", "Day", "Rating", "Days open"};
static const char *RATINGS[] = {"1_lowest", "2", "3_highest"};
static const struct category_list LISTS[] = {
    [REGION] = {.column = "region", .order = CATEGORIES_REGIONS},
    [DAY] = {.column = "day", .order = CATEGORIES_DAYS},
    [RATING] = {.column = "rating",
                .order = CATEGORIES_NAMED,
                .names = RATINGS,
                .name_count = ARRAY_LENGTH(RATINGS)},
    [AGE] = {.column = "age", .order = CATEGORIES_RANGES}};
static const struct category_list *LISTS_OF[] = {NULL, &LISTS[REGION], &LISTS[DAY], &LISTS[RATING],
                                                 &LISTS[AGE]};
static const struct category_list *AGE_LIST[] = {&LISTS[AGE]};
static const bool WHOLE[BREAKDOWNS] = {[DAY] = true};
static struct region REGIONS[] = {{"I", "Ilocos Region", "Luzon", 5000000},
                                  {"NCR", "National Capital Region", NULL, 0}};
static struct dated HOLIDAYS[2], EVENTS[4];
static struct coverage COVERAGES[4];

static void take(size_t breakdown, const char *name)
{
    categories_take(&fixture.results.categories[RECEIVED][breakdown], name, fixture.arena);
}

static void count_in(size_t measure, size_t body, size_t breakdown, const char *name, int times)
{
    struct categories *categories = &fixture.results.categories[measure][breakdown];
    struct measurement_key key = {body, measure, NOW, breakdown + 1,
                                  categories_take(categories, name, fixture.arena)};
    for (int i = 0; i < times; i++)
        measurements_count(&fixture.results.measurements, key, MEASURE_LIST[measure],
                           (struct contribution){1, 0});
}

static void fill_reference(void)
{
    fixture.reference.regions = REGIONS;
    fixture.reference.region_count = 2;
    HOLIDAYS[0] = (struct dated){fixture_day("2026-07-02"), "I", "Day of the city"};
    HOLIDAYS[1] = (struct dated){fixture_day("2026-08-31"), "national", NULL};
    EVENTS[0] = (struct dated){fixture_day("2026-07-02"), "national", "A fair"};
    EVENTS[1] = (struct dated){fixture_day("2026-07-02"), "ALF", "A body's own"};
    EVENTS[2] = (struct dated){fixture_day("2026-07-02"), "NCR", "A storm"};
    EVENTS[3] = (struct dated){fixture_day("2026-07-03"), "national",
                               "The forty-fifth anniversary of something far too long to tell"};
    fixture.reference.holidays = HOLIDAYS;
    fixture.reference.holiday_count = 2;
    fixture.reference.events = EVENTS;
    fixture.reference.event_count = 4;
    COVERAGES[0] = (struct coverage){ALF, "web_form", DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE};
    COVERAGES[1] =
        (struct coverage){ALF, "email", fixture_day("2026-09-30"), fixture_day("2026-12-31")};
    COVERAGES[2] = (struct coverage){ALF, "desk", DAY_UNKNOWN_PAST, fixture_day("2026-06-30")};
    COVERAGES[3] = (struct coverage){CIT, "page", DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE};
    fixture.reference.coverages = COVERAGES;
    fixture.reference.coverage_count = 4;
}

/** All bodies: NCR 3, not recorded 1; a day 2, another 1; ratings 2 and 1, one lowest; ages. */
static void fill(void)
{
    size_t all = fixture_group(GROUP_ALL);
    for (size_t r = 0; r < 2; r++)
        take(REGION, REGIONS[r].code);
    for (int32_t day = 0; day < QUARTER_DAYS; day++) {
        struct text name = {0};
        date_iso(&name, fixture_day("2026-07-01") + day);
        take(DAY, text_string(&name));
        text_finish(&name);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(RATINGS); i++)
        take(RATING, RATINGS[i]);
    count_in(RECEIVED, all, REGION, "NCR", 3);
    count_in(RECEIVED, all, REGION, "not recorded", 1);
    count_in(RECEIVED, all, DAY, "2026-07-02", 2);
    count_in(RECEIVED, fixture_group(GROUP_MANDATED), RATING, "1_lowest", 3);
    count_in(RECEIVED, fixture_group(GROUP_MANDATED), RATING, "3_highest", 7);
    const struct {
        const char *name;
        int times;
    } ages[] = {{"121-", 1}, {"still open", 2}, {"16-20", 1}, {"0-3", 4}, {"4-15", 2}, {"7-7", 1}};
    for (size_t i = 0; i < ARRAY_LENGTH(ages); i++)
        count_in(RECEIVED, all, AGE, ages[i].name, ages[i].times);
    count_in(RESPONSE, all, 0, "0-3", 2);
}

static void setup(void)
{
    fixture_setup();
    struct measure_definition *received = &FEEDBACK_MEASURES[RECEIVED];
    received->by = COLUMNS_OF;
    received->by_titles = TITLES_OF;
    received->by_lists = LISTS_OF;
    received->by_whole = WHOLE;
    received->by_count = BREAKDOWNS;
    struct measure_definition *other = &FEEDBACK_MEASURES[RESPONSE];
    other->statistic = STATISTIC_COUNT;
    other->unit = MEASURE_NUMBER;
    other->by = &COLUMNS_OF[AGE];
    other->by_titles = &TITLES_OF[AGE];
    other->by_lists = AGE_LIST;
    other->by_count = 1;
    struct categories kinds = fixture.results.categories[RECEIVED][0];
    fixture.results.categories[RECEIVED] =
        arena_array(fixture.arena, BREAKDOWNS, sizeof(struct categories));
    fixture.results.categories[RECEIVED][0] = kinds;
    fixture.results.categories[RESPONSE] = arena_array(fixture.arena, 1, sizeof kinds);
    fill_reference();
    fill();
}

static const struct document *build(const char *body)
{
    return fixture_document(SIZE_MAX, arena_printf(fixture.arena, "%sbody:\n%s", HEAD, body));
}

static void assert_table(const char *keys, const char *expected)
{
    const struct document *document =
        build(arena_printf(fixture.arena, "  - table: {id: t, title: T, %s}\n", keys));
    ck_assert_str_eq(fixture_print(document->tables[0]), expected);
}

START_TEST(regions_are_all_those_that_there_are_and_what_is_none_behind_them)
{
    assert_table("rows: regions, bodies: all, measure: received, by: region, total: yes, columns: "
                 "[category, region-name, island-group, population, value, per-100000]",
                 "Region | Name of the region | Island group | Population | Value | "
                 "Per 100,000 people\n"
                 "I | Ilocos Region | Luzon | 5,000,000 | 0 | 0.0\n"
                 "NCR | National Capital Region | [x] | [x] | 3 | [x]\n"
                 "not recorded | [z] | [z] | [z] | 1 | [z]\n"
                 "All |  |  |  | 11 | ");
    REGIONS[1].population = 400000;
    assert_table("rows: regions, bodies: all, measure: received, by: region, sort: value, "
                 "descending: yes, columns: [category, value, per-100000]",
                 "Region | Value | Per 100,000 people\nNCR | 3 | 0.8\nnot recorded | 1 | [z]\n"
                 "I | 0 | 0.0");
    REGIONS[1].population = 0;
}
END_TEST

START_TEST(days_are_those_of_the_quarter_and_none_that_is_still_to_come_has_a_number)
{
    const char *keys = "  - table: {id: t, title: T, rows: days, bodies: all, measure: received, "
                       "by: day, columns: [date, weekday, value, holiday, event]}\n";
    const struct table *table = build(keys)->tables[0];
    char *head = arena_text(fixture.arena, fixture_print(table));
    ck_assert_uint_eq(table->row_count, QUARTER_DAYS);
    *strstr(head, "4 Jul") = '\0';
    ck_assert_str_eq(head, "Day | Weekday | Value | Holiday | Event\n"
                           "1 Jul 2026 | Wednesday | 0 |  | \n"
                           "2 Jul 2026 | Thursday | 2 | Day of the city (I) | "
                           "A fair; A storm (NCR)\n"
                           "3 Jul 2026 | Friday | 0 |  | "
                           "The forty-fifth anniversary of something far\u2026\n");
    fixture.results.as_of = fixture_day("2026-09-29");
    table = build(keys)->tables[0];
    ck_assert_int_eq(table_cell(table, 90, 2)->kind, CELL_COUNT);
    ck_assert_int_eq(table_cell(table, 91, 2)->kind, CELL_MARK);
    ck_assert_int_eq(table_cell(table, 91, 2)->number, CELL_NOT_AVAILABLE);
}
END_TEST

START_TEST(a_figure_tells_what_happened_at_its_day)
{
    const struct figure *figure =
        build("  - table: {id: t, title: T, rows: days, bodies: all, measure: received, by: day,\n"
              "      columns: [date, value]}\n"
              "  - figure: {id: f, table: t, kind: calendar, label: date, values: [value],\n"
              "      events: yes, title: Days}\n")
            ->figures[0];
    ck_assert_uint_eq(figure->event_count, 3);
    ck_assert(figure->events[2].is_holiday && !figure->events[1].is_holiday);
    ck_assert_str_eq(figure->events[2].at,
                     "2026-08-31"); /* that of one region marks no day of all */
    ck_assert_str_eq(figure->events[0].at, "2026-07-02");
    ck_assert_str_eq(figure->events[0].text, "A fair; A storm (NCR)");
    for (size_t i = 0; i < figure->event_count; i++)
        ck_assert_uint_le(strlen(figure->events[i].text), 50);
}
END_TEST

START_TEST(ranges_stand_by_their_numbers_and_words_behind_them)
{
    assert_table("rows: categories, bodies: all, measure: received, by: age, "
                 "columns: [category, up-to, value, cumulative-share], show-measures: [response]",
                 "Days open | Up to | Value | Share so far | Time to answer\n"
                 "Up to 3 | 3 | 4 | 36% | 2\n4 to 15 | 15 | 2 | 55% | 0\n7 | 7 | 1 | 64% | 0\n"
                 "16 to 20 | 20 | 1 | 73% | 0\n121 or more | [z] | 1 | 82% | 0\n"
                 "still open | [z] | 2 | 100% | 0");
    assert_table(
        "rows: ranges, bodies: all, measure: received, by: age, columns: [category, value]",
        "Days open | Value\nUp to 3 | 4\n4 to 15 | 2\n7 | 1\n16 to 20 | 1\n"
        "121 or more | 1");
}
END_TEST

START_TEST(categories_that_are_named_stand_in_columns)
{
    assert_table("rows: periods, measure: received, by: rating, columns: period, limit: 1, "
                 "show-categories: counts, headings: {period: When}",
                 "When | 1 lowest | 2 | 3 highest\n"
                 "2024-Q4 | 0 | 0 | 0\n2025-Q1 | 0 | 0 | 0\n2025-Q2 | 0 | 0 | 0\n"
                 "2025-Q3 | 0 | 0 | 0\n2025-Q4 | 0 | 0 | 0\n2026-Q1 | 0 | 0 | 0\n"
                 "2026-Q2 | 0 | 0 | 0\n2026-Q3 | 3 | 0 | 7");
    const struct figure *figure =
        build("  - table: {id: t, title: T, rows: periods, measure: received, by: rating,\n"
              "      columns: [period, value, value-year-before], show-categories: shares}\n"
              "  - figure: {id: f, table: t, kind: column, label: period, values: [categories],\n"
              "      title: Ratings}\n")
            ->figures[0];
    ck_assert_uint_eq(figure->value_count, 3);
    ck_assert_uint_eq(figure->value_columns[2], 5);
    ck_assert_int_eq(figure->table->columns[3].unit, UNIT_PERCENT);
    ck_assert_int_eq(table_cell(figure->table, 7, 1)->number, 10);
    ck_assert_int_eq(table_cell(figure->table, 7, 3)->number, 3);
    ck_assert_int_eq(table_cell(figure->table, 7, 3)->denominator, 10);
}
END_TEST

START_TEST(coverage_is_of_the_channels_that_log_in_the_quarter)
{
    assert_table("rows: coverage, columns: [code, channel, logged-from, logged-to]",
                 "Code | Channel | Logged from | Logged until\nALF | web form | [x] | [z]\n"
                 "ALF | email | 30 Sep 2026 | 31 Dec 2026");
    assert_table("rows: coverage, bodies: encouraged, columns: [code, channel]",
                 "Code | Channel\nCIT | page");
}
END_TEST

static void assert_refused(const char *keys, const char *message)
{
    struct error err = {0};
    char *path = fixture_write(
        "given.yaml",
        arena_printf(fixture.arena, "%sbody:\n  - table: {id: t, title: T, %s}\n", HEAD, keys));
    ck_assert(!template_load(path, &LISTING_LIST, fixture.arena, &fixture.template, &err));
    ck_assert_str_eq(err.message, message);
    error_finish(&err);
}

START_TEST(breakdowns_are_refused_for_rows_that_they_are_not_of)
{
    assert_refused("rows: days, measure: received, by: day, columns: [date]",
                   "'day' is counted of all bodies together only: 'bodies: all' is needed");
    assert_refused("rows: days, bodies: all, measure: received, by: region, columns: [date]",
                   "the categories of 'region' are not days: its listing says so with 'of'");
    assert_refused("rows: regions, measure: received, by: kind, columns: [category]",
                   "the categories of 'kind' are not regions: its listing says so with 'of'");
    assert_refused("rows: periods, measure: received, by: age, columns: [period], "
                   "show-categories: counts",
                   "only categories that a listing names with 'are' stand in columns");
    assert_refused("rows: periods, columns: [period], show-categories: counts",
                   "rows: periods need 'measure'");
    assert_refused("rows: periods, columns: [period], headings: {value: Count}",
                   "the table 't' has no column 'value'");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("rows_categories");
    tcase_add_checked_fixture(t, setup, fixture_teardown);
    tcase_add_test(t, regions_are_all_those_that_there_are_and_what_is_none_behind_them);
    tcase_add_test(t, days_are_those_of_the_quarter_and_none_that_is_still_to_come_has_a_number);
    tcase_add_test(t, a_figure_tells_what_happened_at_its_day);
    tcase_add_test(t, ranges_stand_by_their_numbers_and_words_behind_them);
    tcase_add_test(t, categories_that_are_named_stand_in_columns);
    tcase_add_test(t, coverage_is_of_the_channels_that_log_in_the_quarter);
    tcase_add_test(t, breakdowns_are_refused_for_rows_that_they_are_not_of);
    return t;
}
