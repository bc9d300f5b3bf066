/* SPDX-License-Identifier: MIT */
#include "figure_fixture.h"

static int64_t zero(size_t row, size_t series)
{
    (void)row;
    (void)series;
    return 0;
}

static int64_t outlier(size_t row, size_t series)
{
    (void)series;
    return row == 1 ? 1234567 : 3 + (int64_t)row;
}

static int64_t mixed(size_t row, size_t series)
{
    return (row % 2 ? -1 : 1) * (5 + (int64_t)row + 10 * (int64_t)series);
}

/* The loop tests take each kind with an axis in turn. */
static const enum figure_kind TAKEN[] = {FIGURE_LINE, FIGURE_COLUMN, FIGURE_BAR, FIGURE_DUMBBELL,
                                         FIGURE_BULLET};
#define KINDS ((int)ARRAY_LENGTH(TAKEN))

static void assert_sound_at_all_sizes(struct figure *figure)
{
    for (int target = 0; target < 2; target++) {
        figure->has_target = target;
        figure->target = 95;
        figure->target_label = "Target 95%";
        draw(figure, FULL);
        assert_sound();
        draw(figure, HALF);
        assert_sound();
    }
}

static void assert_sound_with(enum figure_kind kind, size_t rows,
                              int64_t (*value)(size_t row, size_t series))
{
    for (size_t series = 1; series <= 4; series++) {
        for (int periods = 0; periods < 2; periods++) {
            struct figure *figure = figure_of(kind, rows, series);
            fill(figure, value);
            if (periods)
                set_periods(figure);
            assert_sound_at_all_sizes(figure);
        }
    }
}

START_TEST(figure_without_rows_says_so)
{
    draw(figure_of(TAKEN[_i], 0, 1), FULL);
    assert_sound();
    want_text("There are no data for this figure.");
    ck_assert_uint_eq(display->mark_count, 1);
}
END_TEST

START_TEST(figure_without_values_says_so)
{
    struct figure *figure = figure_of(TAKEN[_i], 3, 2);
    *cell_at(figure, 1, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    want_text("There are no data for this figure.");
}
END_TEST

START_TEST(one_point_is_sound)
{
    assert_sound_with(TAKEN[_i], 1, rising);
}
END_TEST

START_TEST(equal_values_are_sound)
{
    assert_sound_with(TAKEN[_i], 6, equal);
    assert_sound_with(TAKEN[_i], 6, zero);
}
END_TEST

START_TEST(outlier_is_sound)
{
    assert_sound_with(TAKEN[_i], 8, outlier);
}
END_TEST

START_TEST(negative_values_are_sound)
{
    assert_sound_with(TAKEN[_i], 5, mixed);
}
END_TEST

START_TEST(two_and_sixty_categories_are_sound)
{
    assert_sound_with(TAKEN[_i], 2, rising);
    assert_sound_with(TAKEN[_i], 13, rising);
    assert_sound_with(TAKEN[_i], 60, rising);
}
END_TEST

START_TEST(labels_of_sixty_characters_are_sound)
{
    for (size_t series = 1; series <= 4; series++) {
        struct figure *figure = figure_of(TAKEN[_i], 7, series);
        fill(figure, rising);
        for (size_t row = 0; row < 7; row++)
            *cell_at(figure, row, 0) =
                cell_text("Department of the Interior, Local Government and Barangays A");
        for (size_t i = 1; i <= series; i++)
            figure->table->columns[i].heading =
                "Accounts with an official address that the agency has itself";
        assert_sound_at_all_sizes(figure);
    }
}
END_TEST

START_TEST(missing_values_are_sound)
{
    struct figure *figure = figure_of(TAKEN[_i], 9, 2);
    fill(figure, rising);
    set_periods(figure);
    *cell_at(figure, 0, 1) = (struct cell){0};
    *cell_at(figure, 3, 1) = cell_marked(CELL_NOT_AVAILABLE);
    *cell_at(figure, 3, 2) = cell_marked(CELL_NOT_AVAILABLE);
    *cell_at(figure, 8, 2) = cell_marked(CELL_CONFIDENTIAL);
    assert_sound_at_all_sizes(figure);
}
END_TEST

/* Where there is too little room labels are left out; nothing gets out. */
START_TEST(small_area_is_sound)
{
    static const double sizes[][2] = {{150, 100}, {110, 70}, {90, 60}};
    for (size_t i = 0; i < 3; i++) {
        for (int periods = 0; periods < 2; periods++) {
            struct figure *figure = figure_of(TAKEN[_i], 12, 2);
            fill(figure, rising);
            if (periods)
                set_periods(figure);
            figure->has_target = true;
            figure->target = 70;
            figure->target_label = "Target for the whole of government";
            draw_in(figure, sizes[i][0], sizes[i][1]);
            assert_sound();
        }
    }
}
END_TEST

START_TEST(target_is_dashed_and_named)
{
    struct figure *figure = figure_of(TAKEN[_i], 6, 1);
    fill(figure, rising);
    figure->has_target = true;
    figure->target = 60;
    figure->target_label = "Target";
    draw(figure, FULL);
    want_text("Target");
    if (TAKEN[_i] != FIGURE_BULLET) /* there it is a rule in each row */
        ck_assert_uint_ge(count_marks(is_dashed), 1);
    figure->target = 200; /* beyond all values */
    draw(figure, FULL);
    want_text("Target");
    assert_sound();
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("figure");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_loop_test(t, figure_without_rows_says_so, 0, KINDS);
    tcase_add_loop_test(t, figure_without_values_says_so, 0, KINDS);
    tcase_add_loop_test(t, one_point_is_sound, 0, KINDS);
    tcase_add_loop_test(t, equal_values_are_sound, 0, KINDS);
    tcase_add_loop_test(t, outlier_is_sound, 0, KINDS);
    tcase_add_loop_test(t, negative_values_are_sound, 0, KINDS);
    tcase_add_loop_test(t, two_and_sixty_categories_are_sound, 0, KINDS);
    tcase_add_loop_test(t, labels_of_sixty_characters_are_sound, 0, KINDS);
    tcase_add_loop_test(t, missing_values_are_sound, 0, KINDS);
    tcase_add_loop_test(t, small_area_is_sound, 0, KINDS);
    tcase_add_loop_test(t, target_is_dashed_and_named, 0, KINDS);
    return t;
}
