/* SPDX-License-Identifier: MIT */
#include "layout/grid.h"

#include <string.h>

#include "check_main.h"
#include "fake_measure.h"
#include "flow_fixture.h"

/* A character of the table's 8.5 points is 4.25 wide, that of a heading too. */
#define CHARACTER 4.25

static struct arena *arena;
static struct fixture fixture;
static struct measure measure;

static void setup(void)
{
    arena = arena_new();
    measure = fake_measure(arena);
    fixture_init(&fixture, arena);
}

static void teardown(void)
{
    arena_free(arena);
}

/* A table of one row with these texts under headings of one letter. */
static struct table *text_table(const char *const *texts, size_t count)
{
    struct table *table = ARENA_NEW(arena, struct table);

    *table = (struct table){.id = "t", .title = "T", .column_count = count, .row_count = 1};
    table->columns = arena_array(arena, count, sizeof *table->columns);
    table->cells = arena_array(arena, count, sizeof *table->cells);
    for (size_t i = 0; i < count; i++) {
        table->columns[i] = (struct column){.id = "c", .heading = "H", .unit = UNIT_TEXT};
        table->cells[i] = cell_text(texts[i]);
    }
    return table;
}

static struct grid *lay(const struct table *table, size_t limit, double width)
{
    return grid_new(table, limit, width, &measure, arena);
}

START_TEST(columns_have_their_natural_widths_and_a_gap_of_twelve)
{
    const char *const texts[] = {"abcdefghij", "abcde"};
    struct grid *grid = lay(text_table(texts, 2), 0, 480);

    ck_assert_double_eq_tol(grid->widths[0], 10 * CHARACTER, 0.001);
    ck_assert_double_eq_tol(grid->widths[1], 5 * CHARACTER, 0.001);
    ck_assert_double_eq_tol(grid->offsets[1], 10 * CHARACTER + 12, 0.001);
    ck_assert_double_eq_tol(grid->width, 15 * CHARACTER + 12, 0.001);
}
END_TEST

START_TEST(the_first_column_wraps_at_two_hundred_points)
{
    const char *texts[] = {fixture_words(&fixture, "word", 20), "abc"};
    struct grid *grid = lay(text_table(texts, 2), 0, 480);

    ck_assert_double_eq_tol(grid->widths[0], 200, 0.001);
    ck_assert_uint_eq(grid->rows[0].cells[0].lines.count, 3); /* 47 of 99 characters a line */
}
END_TEST

START_TEST(the_widest_texts_give_way_until_the_table_fits)
{
    const char *texts[] = {"short text", fixture_words(&fixture, "word", 30),
                           fixture_words(&fixture, "text", 24)};
    struct grid *grid = lay(text_table(texts, 3), 0, 300);

    ck_assert_double_le(grid->width, 300.001);
    ck_assert_double_gt(grid->width, 299);
    ck_assert_double_eq_tol(grid->widths[0], 10 * CHARACTER, 0.001);
    ck_assert_double_eq_tol(grid->widths[1], grid->widths[2], 1.0);
}
END_TEST

START_TEST(numbers_stay_in_one_line_while_words_wrap)
{
    struct table *table = fixture_table(&fixture, 12);
    table->cells[0] = cell_text(fixture_words(&fixture, "agency", 30));
    struct grid *grid = lay(table, 0, 260);

    ck_assert_uint_gt(grid->rows[0].cells[0].lines.count, 1);
    for (size_t r = 0; r < 12; r++)
        for (size_t i = 1; i < 5; i++)
            if (grid->rows[r].cells[i].right)
                ck_assert_uint_eq(grid->rows[r].cells[i].lines.count, 1);
    ck_assert_double_le(grid->width, 260.001);
}
END_TEST

START_TEST(numbers_dates_and_marks_stand_right_and_words_left)
{
    static const bool right[] = {false, true, true, false, true};
    struct grid *grid = lay(fixture_table(&fixture, 6), 0, 480);

    for (size_t i = 0; i < 5; i++) {
        ck_assert_int_eq(grid->rows[4].cells[i].right, right[i]); /* its share is [c] */
        ck_assert_int_eq(grid->head.cells[i].right, right[i]);
    }
}
END_TEST

START_TEST(a_status_keeps_room_for_its_symbol)
{
    struct grid *grid = lay(fixture_table(&fixture, 4), 0, 480);

    ck_assert_double_eq_tol(grid->rows[0].cells[3].indent, 13, 0.001);
    ck_assert_double_eq_tol(grid->widths[3], 13 + 11 * CHARACTER, 0.001); /* "no evidence" */
    ck_assert_double_eq(grid->rows[0].cells[0].indent, 0);
}
END_TEST

START_TEST(headings_wrap_to_three_lines_at_most)
{
    struct table *table = fixture_table(&fixture, 3);
    table->columns[1].heading = "Accounts with two administrators on the last day";
    struct grid *grid = lay(table, 0, 480);

    ck_assert_uint_ge(grid->head.cells[1].lines.count, 2);
    ck_assert_uint_le(grid->head.cells[1].lines.count, 3);
    ck_assert_double_eq_tol(grid->head.height, (double)grid->head.cells[1].lines.count * 11, 0.001);
}
END_TEST

START_TEST(a_cell_of_more_than_twelve_lines_is_cut_with_a_mark)
{
    const char *texts[] = {"a", fixture_words(&fixture, "word", 300)}; /* 1,499 characters */
    struct grid *grid = lay(text_table(texts, 2), 0, 300);
    const struct lines *lines = &grid->rows[0].cells[1].lines;
    const struct line *last = &lines->items[lines->count - 1];

    ck_assert_uint_eq(lines->count, 12);
    ck_assert(strstr(last->text + last->from, "\u2026 (cut)"));
    ck_assert_uint_eq(grid->cut, 1);
}
END_TEST

START_TEST(a_cell_of_more_than_two_thousand_characters_is_cut_once)
{
    const char *texts[] = {"a", fixture_words(&fixture, "\u00f1and\u00fa", 500)}; /* 2,499 */
    struct grid *grid = lay(text_table(texts, 2), 0, 480);
    const char *text = grid->rows[0].cells[1].lines.items[0].text;

    ck_assert_uint_eq(grid->cut, 1);
    ck_assert(strstr(text, "\u2026 (cut)"));
    ck_assert_uint_le(strlen(text), 2 * 2000 + 10);
    ck_assert_uint_le(grid->rows[0].cells[1].lines.count, 12);
}
END_TEST

START_TEST(a_limit_leaves_rows_out_but_never_the_total)
{
    struct table *table = fixture_table(&fixture, 21);
    table->total_last = true;
    struct grid *grid = lay(table, 12, 480);

    ck_assert_uint_eq(grid->row_count, 13);
    ck_assert_uint_eq(grid->left_out, 8);
    ck_assert(grid->rows[12].total);
    ck_assert_uint_eq(grid->rows[12].row, 20);
    ck_assert(!grid->rows[11].total);
}
END_TEST

START_TEST(a_limit_above_the_rows_leaves_none_out)
{
    struct grid *grid = lay(fixture_table(&fixture, 5), 12, 480);

    ck_assert_uint_eq(grid->row_count, 5);
    ck_assert_uint_eq(grid->left_out, 0);
}
END_TEST

START_TEST(columns_of_the_workbook_do_not_stand_on_the_page)
{
    struct table *table = fixture_table(&fixture, 3);
    table->columns[1].where = COLUMN_WORKBOOK;
    struct grid *grid = lay(table, 0, 480);

    ck_assert_uint_eq(grid->column_count, 4);
    ck_assert_uint_eq(grid->columns[1], 2);
    ck_assert_uint_eq(grid->columns_left_out, 0);
}
END_TEST

START_TEST(columns_without_any_room_are_left_out_and_counted)
{
    const char *texts[20];
    for (size_t i = 0; i < 20; i++)
        texts[i] = "twenty characters ab";
    struct grid *grid = lay(text_table(texts, 20), 0, 480);

    /* Each needs 48 and all but the first a gap of 12: 8 take 468. */
    ck_assert_uint_eq(grid->column_count, 8);
    ck_assert_uint_eq(grid->columns_left_out, 12);
    ck_assert_double_le(grid->width, 480.001);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("grid");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, columns_have_their_natural_widths_and_a_gap_of_twelve);
    tcase_add_test(t, the_first_column_wraps_at_two_hundred_points);
    tcase_add_test(t, the_widest_texts_give_way_until_the_table_fits);
    tcase_add_test(t, numbers_stay_in_one_line_while_words_wrap);
    tcase_add_test(t, numbers_dates_and_marks_stand_right_and_words_left);
    tcase_add_test(t, a_status_keeps_room_for_its_symbol);
    tcase_add_test(t, headings_wrap_to_three_lines_at_most);
    tcase_add_test(t, a_cell_of_more_than_twelve_lines_is_cut_with_a_mark);
    tcase_add_test(t, a_cell_of_more_than_two_thousand_characters_is_cut_once);
    tcase_add_test(t, a_limit_leaves_rows_out_but_never_the_total);
    tcase_add_test(t, a_limit_above_the_rows_leaves_none_out);
    tcase_add_test(t, columns_of_the_workbook_do_not_stand_on_the_page);
    tcase_add_test(t, columns_without_any_room_are_left_out_and_counted);
    return t;
}
