/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "document/words.h"
#include "document/words_alternative.h"

#include <math.h>

#define MOST_ROWS 12

static struct column columns[4];
static struct cell cells[MOST_ROWS * 4];
static struct table table;
static struct figure figure;
static const size_t VALUES[] = {1, 2, 3};

/* A table of `rows` rows and `values` value columns of one unit; the rows are quarters from Q4 2023
 * on, or named by letters. */
static void begin(size_t rows, size_t values, enum column_unit unit, bool quarters)
{
    static const char *const NAMES[] = {"Met", "Partly met", "Not met"};
    table = (struct table){.id = "t",
                           .number = 3,
                           .title = "T",
                           .columns = columns,
                           .column_count = values + 1,
                           .cells = cells,
                           .row_count = rows,
                           .in_workbook = true};
    columns[0] = (struct column){.id = "label", .unit = quarters ? UNIT_PERIOD : UNIT_TEXT};
    for (size_t v = 0; v < values; v++)
        columns[v + 1] =
            (struct column){.id = NAMES[v], .heading = NAMES[v], .unit = unit, .decimals = 1};
    for (size_t r = 0; r < rows; r++)
        cells[r * (values + 1)] = cell_text(
            quarters ? arena_printf(fixture.arena, "%zu-Q%zu", 2023 + (r + 3) / 4, (r + 3) % 4 + 1)
                     : arena_printf(fixture.arena, "Body %c", (char)('A' + r)));
    figure = (struct figure){.id = "f",
                             .kind = FIGURE_LINE,
                             .title = "A title",
                             .says = "The rate",
                             .table = &table,
                             .value_columns = VALUES,
                             .value_count = values,
                             .before_column = FIGURE_NO_COLUMN,
                             .count_column = FIGURE_NO_COLUMN,
                             .lower_column = FIGURE_NO_COLUMN,
                             .upper_column = FIGURE_NO_COLUMN,
                             .group_column = FIGURE_NO_COLUMN};
}

static void put(size_t row, size_t value, struct cell cell)
{
    cells[row * table.column_count + value + 1] = cell;
}

/* Scores with one decimal, by their tenths; -1 is not available. */
static void scores(size_t count, const int *tenths)
{
    begin(count, 1, UNIT_SCORE, true);
    for (size_t r = 0; r < count; r++)
        put(r, 0, tenths[r] < 0 ? cell_marked(CELL_NOT_AVAILABLE) : cell_ratio(tenths[r], 10));
}

#define SCORES(...)                                                                                \
    scores(sizeof((const int[]){__VA_ARGS__}) / sizeof(int), (const int[]){__VA_ARGS__})

static void rates(size_t count, const int *of_hundred, int64_t n)
{
    begin(count, 1, UNIT_PERCENT, true);
    for (size_t r = 0; r < count; r++)
        put(r, 0, cell_rate(of_hundred[r] * n / 100, n));
}

#define RATES(n, ...)                                                                              \
    rates(sizeof((const int[]){__VA_ARGS__}) / sizeof(int), (const int[]){__VA_ARGS__}, n)

static const char *title(void)
{
    return words_title(&fixture.build, &figure);
}

static const char *alternative(void)
{
    return words_alternative(&fixture.build, &figure);
}

static struct series_facts facts(void)
{
    return series_facts_find(&fixture.build, &figure, 1);
}

START_TEST(facts_name_the_rows_of_the_values_that_matter)
{
    SCORES(700, 650, -1, 720, 740, 760, 755, 790, -1);
    figure.has_target = true;
    figure.target = 74;
    struct series_facts found = facts();
    ck_assert_uint_eq(found.rows, 9);
    ck_assert_uint_eq(found.known, 7);
    ck_assert_uint_eq(found.missing, 2);
    ck_assert_uint_eq(found.first, 0);
    ck_assert_uint_eq(found.last, 7);
    ck_assert_uint_eq(found.previous, 6);
    ck_assert_uint_eq(found.year_before, 3);
    ck_assert_uint_eq(found.highest, 7);
    ck_assert_uint_eq(found.lowest, 1);
    ck_assert_uint_eq(found.met, 4); /* 74.0, 76.0, 75.5, 79.0 */
    ck_assert_int_eq(found.step, CHANGE_UP);
}
END_TEST

START_TEST(what_was_not_measured_is_no_quarter_before)
{
    SCORES(700, 710, 720, -1, 740, 750, -1, 770);
    struct series_facts found = facts();
    ck_assert(found.previous == SERIES_NONE);
    ck_assert(found.year_before == SERIES_NONE);
    ck_assert_int_eq(found.step, CHANGE_UNKNOWN);
}
END_TEST

START_TEST(a_title_tells_where_a_trend_came_to_and_the_target)
{
    SCORES(600, 620, 640, 655, 670, 680);
    ck_assert_str_eq(title(), "The rate rose to 68.0 in Q1 2025");
    figure.has_target = true;
    figure.target = 68;
    ck_assert_str_eq(title(), "The rate rose to 68.0 in Q1 2025, at target of 68");
    figure.target = 72.5;
    ck_assert_str_eq(title(), "The rate rose to 68.0 in Q1 2025, below target of 72.5");
    SCORES(900, 860, 840, 800, 790, 700);
    ck_assert_str_eq(title(), "The rate fell sharply to 70.0 in Q1 2025");
    SCORES(600, 605, 610, 615, 618, 619);
    ck_assert_str_eq(title(), "The rate hardly moved: 61.9 in Q1 2025");
    SCORES(500, 600, 700, 800, 700, 600, 520);
    ck_assert_str_eq(title(), "The rate rose to 80.0, then fell to 52.0");
    SCORES(800, 700, 600, 500, 600, 700, 790);
    ck_assert_str_eq(title(), "The rate fell to 50.0, then rose to 79.0");
}
END_TEST

START_TEST(a_trend_whose_last_step_goes_back_is_told_from_its_beginning)
{
    SCORES(600, 620, 640, 660, 680, 670);
    ck_assert_str_eq(title(), "The rate rose from 60.0 in Q4 2023 to 67.0 in Q1 2025");
}
END_TEST

START_TEST(a_title_only_describes_what_says_nothing_clear)
{
    SCORES(600, 800, 610, 790, 620, 780);
    ck_assert_str_eq(title(), "The rate, Q4 2023 to Q1 2025");
    SCORES(600);
    ck_assert_str_eq(title(), "The rate");
    SCORES(-1, -1, -1);
    ck_assert_str_eq(title(), "The rate");
}
END_TEST

START_TEST(a_title_has_fifteen_words_at_most)
{
    SCORES(600, 620, 640, 655, 670, 680);
    figure.has_target = true;
    figure.target = 70;
    figure.says = "Median of the scores of all mandated bodies";
    /* 8 + rose to 68.0 in Q1 2025: 14; with the target 18 */
    ck_assert_str_eq(title(),
                     "Median of the scores of all mandated bodies rose to 68.0 in Q1 2025");
    figure.says = "Median of the scores of all mandated bodies that existed then";
    ck_assert_str_eq(title(), figure.says);
}
END_TEST

/* 60 to 75 of 100: Newcombe's interval of the difference is .019 to .272; of 20 it holds 0. */
START_TEST(rates_rise_only_where_the_interval_says_so)
{
    RATES(100, 60, 64, 66, 69, 72, 75);
    ck_assert_str_eq(title(), "The rate rose sharply to 75% in Q1 2025");
    RATES(20, 60, 65, 65, 70, 70, 75);
    ck_assert_str_eq(title(), "The rate, Q4 2023 to Q1 2025");
    ck_assert_ptr_nonnull(
        strstr(alternative(),
               "Met stayed between 60% and 75%, no clear change, and was 75% in quarter 1"));
    RATES(20, 60, 75);
    ck_assert_ptr_nonnull(strstr(alternative(), "75% in quarter 1 of 2024, no clear change."));
}
END_TEST

START_TEST(a_control_is_never_said_to_rise)
{
    RATES(1000, 10, 20, 30, 40, 50, 90);
    columns[1].id = "EML-1";
    ck_assert_str_eq(title(), "The rate, Q4 2023 to Q1 2025");
    ck_assert_ptr_nonnull(strstr(alternative(), "Met was 10.0% in quarter 4 of 2023 and 90.0% in"));
    ck_assert_ptr_null(strstr(alternative(), "rose"));
    ck_assert_ptr_null(strstr(words_at_length(&fixture.build, &figure), "rose"));
    RATES(1000, 10, 90);
    columns[1].id = "EML-1";
    ck_assert_ptr_null(strstr(alternative(), "rose"));
    ck_assert_str_eq(title(), "The rate, Q4 2023 to Q1 2024");
}
END_TEST

START_TEST(an_alternative_text_says_what_it_is_what_it_does_and_where_the_data_are)
{
    SCORES(600, 620, 640, 655, 670, 680);
    ck_assert_str_eq(alternative(),
                     "Line chart: The rate, quarter 4 of 2023 to quarter 1 of 2025. "
                     "Met rose from 60.0 in quarter 4 of 2023 to 68.0 in quarter 1 of 2025. "
                     "It rose since quarter 4 of 2024 (67.0). A year earlier it was 62.0. "
                     "Data: Table 3.");
}
END_TEST

START_TEST(an_alternative_text_keeps_within_250_characters)
{
    SCORES(600, 620, -1, 655, 670, 680);
    char what[401];
    memset(what, 'x', 400);
    for (size_t i = 9; i < 400; i += 10)
        what[i] = ' ';
    what[400] = '\0';
    figure.says = what;
    const char *text = alternative();
    ck_assert_uint_le(text_length(text), 250);
    ck_assert_ptr_nonnull(strstr(text, " Data: Table 3."));
    ck_assert_ptr_nonnull(strstr(words_at_length(&fixture.build, &figure), "No value for 1 of 6."));
}
END_TEST

START_TEST(times_carry_their_unit)
{
    SCORES(100, 200);
    columns[1].unit = UNIT_HOURS;
    columns[1].heading = "Time to answer (hours)";
    ck_assert_ptr_nonnull(strstr(alternative(), "Time to answer rose sharply from 10.0 hours in "));
    figure.has_target = true;
    figure.target = 15;
    ck_assert_str_eq(title(), "The rate rose sharply to 20.0 hours in Q1 2024, "
                              "above target of 15 hours");
    ck_assert(!facts().has_met);
}
END_TEST

START_TEST(bars_tell_the_three_highest_and_the_lowest)
{
    begin(6, 1, UNIT_COUNT, false);
    for (size_t r = 0; r < 6; r++)
        put(r, 0, cell_count(r == 2 ? 1200 : (int64_t)(10 * r)));
    figure.kind = FIGURE_BAR;
    figure.subject = "Body E";
    ck_assert_str_eq(alternative(),
                     "Bar chart: The rate. Met (6 values): highest Body C 1,200, Body F 50, "
                     "Body E 40; lowest Body A 0. Body E, with 40, is in the middle third. "
                     "Data: Table 3.");
    ck_assert_str_eq(title(), "The rate: highest Body C 1,200, lowest Body A 0");
    for (size_t r = 0; r < 6; r++)
        put(r, 0, cell_count(7));
    ck_assert_str_eq(alternative(), "Bar chart: The rate. Met: 7 for all 6. Body E, with 7, is in "
                                    "the upper third. Data: Table 3.");
}
END_TEST

START_TEST(a_confidential_number_is_told_in_words_and_is_none)
{
    begin(2, 1, UNIT_COUNT, false);
    put(0, 0, cell_marked(CELL_CONFIDENTIAL));
    put(1, 0, cell_count(12));
    ck_assert_str_eq(alternative(),
                     "Line chart: The rate. Met: 12 for Body B. No value for 1 of 2. "
                     "Data: Table 3.");
}
END_TEST

static const char *told(describe_function *describe)
{
    struct teller teller = {&fixture.build, &figure, false};
    struct sentences sentences = {0};
    struct text text = {0};
    describe(&teller, &sentences);
    for (size_t i = 0; i < sentences.count; i++)
        text_printf(&text, "%s%s", i ? " | " : "", sentences.items[i]);
    const char *kept = arena_text(fixture.arena, text_string(&text));
    text_finish(&text);
    return kept;
}

START_TEST(two_dates_are_told_by_how_many_moved)
{
    begin(4, 2, UNIT_PERCENT, false);
    const int64_t now[] = {90, 10, 52, 70}, before[] = {50, 60, 50, 70};
    for (size_t r = 0; r < 4; r++) {
        put(r, 0, cell_rate(now[r], 100));
        put(r, 1, cell_rate(before[r], 100));
    }
    figure.value_count = 1;
    figure.before_column = 2;
    const char *text = told(describe_moves);
    ck_assert_ptr_eq(strstr(text, "Up: 1, down: 1, no clear change: 2, of 4 | "), text);
    columns[1].id = "rate"; /* of controls */
    ck_assert_ptr_null(strstr(told(describe_moves), "Up:"));
}
END_TEST

START_TEST(statuses_are_counted_and_columns_compared)
{
    static const enum status GRID[3][3] = {{STATUS_MET, STATUS_MET, STATUS_NOT_MET},
                                           {STATUS_MET, STATUS_NOT_MET, STATUS_NOT_MET},
                                           {STATUS_MET, STATUS_MET, STATUS_NOT_APPLICABLE}};
    begin(3, 3, UNIT_STATUS, false);
    for (size_t r = 0; r < 3; r++)
        for (size_t v = 0; v < 3; v++)
            put(r, v, cell_status(GRID[r][v]));
    ck_assert_str_eq(told(describe_statuses), "Of 9 statuses: 5 met, 3 not met, 1 not applicable | "
                                              "Met most often: Met; least often: Not met | "
                                              "All met in 1 of 3 rows");
}
END_TEST

START_TEST(cells_of_rows_and_columns_tell_the_two_ends)
{
    begin(2, 2, UNIT_SCORE, false);
    put(0, 0, cell_ratio(905, 10));
    put(0, 1, cell_ratio(402, 10));
    put(1, 0, cell_ratio(703, 10));
    put(1, 1, cell_marked(CELL_NOT_APPLICABLE));
    ck_assert_str_eq(told(describe_cells),
                     "Highest 90.5 (Body A, Met), lowest 40.2 (Body A, Partly met) | "
                     "No value for 1 of 4");
}
END_TEST

/* 1 July 2026 is a Wednesday. Two Wednesdays with 4 and 10, mean 7; Thursday 8. */
START_TEST(days_tell_their_total_the_busiest_and_the_weekday)
{
    static const char *const DAYS[] = {"2026-07-01", "2026-07-02", "2026-07-08", "2026-07-10"};
    static const int64_t COUNTS[] = {4, 8, 10, 0};
    begin(4, 1, UNIT_COUNT, false);
    for (size_t r = 0; r < 4; r++) {
        cells[2 * r] = cell_text(DAYS[r]);
        put(r, 0, cell_count(COUNTS[r]));
    }
    ck_assert_str_eq(told(describe_days),
                     "22 in 4 days; most 10 on 2026-07-08, fewest 0 on 2026-07-10 | "
                     "Busiest weekday on average: Thursday");
    put(3, 0, cell_marked(CELL_CONFIDENTIAL)); /* no total that could give it away */
    ck_assert_ptr_null(strstr(told(describe_days), "22"));
}
END_TEST

/* Eleven alike with 50 of 100 and one with 5 of 100: together 555 of 1,200. */
START_TEST(points_tell_their_rate_together_and_who_is_beyond_the_lines)
{
    begin(12, 1, UNIT_PERCENT, false);
    for (size_t r = 0; r < 12; r++)
        put(r, 0, cell_rate(r == 3 ? 5 : 50, 100));
    const char *text = told(describe_points);
    const char *begins = "12 points; together 46.3% | Beyond the 99.8% lines: 1; beyond the 95% "
                         "lines: 1 | Beyond 99.8%: Body D | Met (12 values): highest Body A 50%, ";
    ck_assert_msg(text_starts(text, begins), "%s", text);
}
END_TEST

/* 50 + 25 is 75 of 100; with 10 it is 85: three make up four fifths. */
START_TEST(sorted_bars_tell_how_few_make_up_most)
{
    static const int64_t COUNTS[] = {50, 25, 10, 10, 5};
    begin(5, 1, UNIT_COUNT, false);
    for (size_t r = 0; r < 5; r++)
        put(r, 0, cell_count(COUNTS[r]));
    ck_assert_ptr_nonnull(strstr(told(describe_pareto), "The first 3 of 5 are 85% of 100 | "));
    put(0, 0, cell_marked(CELL_CONFIDENTIAL));
    ck_assert_ptr_null(strstr(told(describe_pareto), "The first"));
}
END_TEST

START_TEST(bins_tell_their_total_and_the_fullest)
{
    begin(3, 1, UNIT_COUNT, false);
    put(0, 0, cell_count(5));
    put(1, 0, cell_count(900));
    put(2, 0, cell_count(101));
    ck_assert_str_eq(told(describe_bins), "1,006 in all; most, 900, in Body B");
}
END_TEST

START_TEST(percentiles_compare_their_medians)
{
    begin(2, 3, UNIT_DAYS, false);
    for (size_t r = 0; r < 2; r++)
        for (size_t v = 0; v < 3; v++)
            put(r, v, cell_ratio((int64_t)(10 * (3 - r) + v), 10));
    ck_assert_str_eq(told(describe_percentiles),
                     "Median from 2.1 days (Body B) to 3.1 days (Body A)");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("words of figures");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, facts_name_the_rows_of_the_values_that_matter);
    tcase_add_test(t, what_was_not_measured_is_no_quarter_before);
    tcase_add_test(t, a_title_tells_where_a_trend_came_to_and_the_target);
    tcase_add_test(t, a_trend_whose_last_step_goes_back_is_told_from_its_beginning);
    tcase_add_test(t, a_title_only_describes_what_says_nothing_clear);
    tcase_add_test(t, a_title_has_fifteen_words_at_most);
    tcase_add_test(t, rates_rise_only_where_the_interval_says_so);
    tcase_add_test(t, a_control_is_never_said_to_rise);
    tcase_add_test(t, an_alternative_text_says_what_it_is_what_it_does_and_where_the_data_are);
    tcase_add_test(t, an_alternative_text_keeps_within_250_characters);
    tcase_add_test(t, times_carry_their_unit);
    tcase_add_test(t, bars_tell_the_three_highest_and_the_lowest);
    tcase_add_test(t, a_confidential_number_is_told_in_words_and_is_none);
    tcase_add_test(t, two_dates_are_told_by_how_many_moved);
    tcase_add_test(t, statuses_are_counted_and_columns_compared);
    tcase_add_test(t, cells_of_rows_and_columns_tell_the_two_ends);
    tcase_add_test(t, days_tell_their_total_the_busiest_and_the_weekday);
    tcase_add_test(t, points_tell_their_rate_together_and_who_is_beyond_the_lines);
    tcase_add_test(t, sorted_bars_tell_how_few_make_up_most);
    tcase_add_test(t, bins_tell_their_total_and_the_fullest);
    tcase_add_test(t, percentiles_compare_their_medians);
    return t;
}
