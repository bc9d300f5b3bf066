/* SPDX-License-Identifier: MIT */
#include "figure_fixture.h"

#include "base/date.h"
#include "chart/classes.h"

/* Charts of cells: heat maps, status grids, status strips. */

#define LANDSCAPE 728.5
#define EIGHT 317.3
#define LONG "Department of the Interior, Local Government and Barangays A"

static const double WIDTHS[] = {HALF, EIGHT, FULL, LANDSCAPE};

static void assert_sound_at_all_widths(const struct figure *figure)
{
    for (size_t i = 0; i < sizeof WIDTHS / sizeof WIDTHS[0]; i++) {
        draw(figure, WIDTHS[i]);
        assert_sound();
    }
}

/* Smaller areas than asked for leave things out; nothing gets out of them. */
static void assert_sound_in_small_areas(const struct figure *figure)
{
    static const double sizes[][2] = {{150, 100}, {110, 70}, {90, 60}, {481.9, 90}};
    for (size_t i = 0; i < 4; i++) {
        draw_in(figure, sizes[i][0], sizes[i][1]);
        assert_sound();
    }
}

static bool is_fill(const struct mark *mark, struct colour colour)
{
    return mark->kind == MARK_PATH && mark->path.paint.fill &&
           mark->path.paint.fill_colour.red == colour.red &&
           mark->path.paint.fill_colour.green == colour.green &&
           mark->path.paint.fill_colour.blue == colour.blue;
}

/* The last filled cell under a text, as a reader sees it. */
static const struct mark *ground_of(const struct mark *text)
{
    struct rect spot = {text->box.x + 1, text->box.y + 1, 1, 1};
    const struct mark *found = NULL;
    for (const struct mark *mark = display->marks; mark < text; mark++)
        if (mark->kind == MARK_PATH && mark->path.paint.fill && rect_contains(mark->box, spot))
            found = mark;
    return found;
}

static size_t count_texts(const char *string)
{
    size_t count = 0;
    for (size_t i = 0; i < display->mark_count; i++)
        count += display->marks[i].kind == MARK_TEXT &&
                 text_equal(mark_text(&display->marks[i]), string);
    return count;
}

/* Hatches are paths of lines that do not join. */
static bool is_hatch(const struct mark *mark)
{
    return mark->kind == MARK_PATH && !mark->path.paint.fill && mark->path.path.count > 6 &&
           mark->path.path.points[2].step == PATH_MOVE;
}

static bool is_slash(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.path.count == 2 && !mark->path.paint.round &&
           mark->path.path.points[0].to.y > mark->path.path.points[1].to.y &&
           mark->path.path.points[0].to.x < mark->path.path.points[1].to.x;
}

/* ---- Classes ---- */

static struct classes classes_over(double *values, size_t count, bool percent)
{
    struct domain domain = {.has_most = percent, .most = 100, .whole = !percent};
    return classes_make(values, count, domain);
}

static const char *class_word(const struct classes *classes, size_t index, enum column_unit unit)
{
    struct text text = {0};
    classes_name(classes, index, unit, &text);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

START_TEST(classes_have_round_breaks_and_are_five_at_most)
{
    double percents[] = {6, 91, 34.5, 100, 12};
    struct classes classes = classes_over(percents, 5, true);
    ck_assert_uint_eq(classes.count, 5);
    ck_assert_str_eq(class_word(&classes, 0, UNIT_PERCENT), "0 to under 20%");
    ck_assert_str_eq(class_word(&classes, 4, UNIT_PERCENT), "80 to 100%");
    ck_assert_uint_eq(classes_find(&classes, 100), 4);
    ck_assert_uint_eq(classes_find(&classes, 20), 1);
    ck_assert_uint_eq(classes_find(&classes, 19.99), 0);

    double scores[] = {71, 96, 88}; /* steps of 5 would be six classes */
    classes = classes_over(scores, 3, true);
    ck_assert_uint_eq(classes.count, 3);
    ck_assert_str_eq(class_word(&classes, 0, UNIT_SCORE), "70 to under 80");
}
END_TEST

START_TEST(classes_of_counts_name_both_ends)
{
    double counts[] = {0, 3, 47, 12, 30};
    struct classes classes = classes_over(counts, 5, false);
    ck_assert_uint_eq(classes.count, 5);
    ck_assert_str_eq(class_word(&classes, 1, UNIT_COUNT), "10\xE2\x80\x93"
                                                          "19");
    double few[] = {0, 1, 2, 2};
    classes = classes_over(few, 4, false);
    ck_assert_uint_eq(classes.count, 3);
    ck_assert_str_eq(class_word(&classes, 2, UNIT_COUNT), "2");
}
END_TEST

START_TEST(an_outlier_goes_to_an_open_class_at_the_top)
{
    double counts[] = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1234567};
    struct classes classes = classes_over(counts, 10, false);
    ck_assert(classes.open);
    ck_assert_uint_ge(classes.count, 3); /* the others still differ */
    ck_assert_uint_eq(classes_find(&classes, 1234567), classes.count - 1);
    ck_assert_str_eq(class_word(&classes, classes.count - 1, UNIT_COUNT), "10 or more");
}
END_TEST

START_TEST(equal_values_are_one_class)
{
    double counts[] = {87, 87};
    struct classes classes = classes_over(counts, 2, true);
    ck_assert_uint_eq(classes.count, 1);
    ck_assert_str_eq(class_word(&classes, 0, UNIT_PERCENT), "87%");
    ck_assert_uint_eq(classes_over(counts, 0, true).count, 0);
}
END_TEST

START_TEST(limits_of_the_figure_are_the_breaks_of_its_classes)
{
    struct figure *figure = figure_of(FIGURE_HEAT, 3, 1);
    static const struct figure_limit limits[] = {{.value = 50}, {.value = 90}};
    fill(figure, rising); /* 40, 47, 54 */
    figure->limits = limits;
    figure->limit_count = 2;
    draw(figure, FULL);
    assert_sound();
    want_text("0\xE2\x80\x93"
              "49");
    want_text("90 or more");
    ck_assert(is_fill(ground_of(want_text("47")), theme.sequential[0]));
    ck_assert(is_fill(ground_of(want_text("54")), theme.sequential[2]));
}
END_TEST

/* ---- Heat maps ---- */

static int64_t spread(size_t row, size_t series)
{
    return (int64_t)((row * 37 + series * 29) % 101);
}

static int64_t outlier(size_t row, size_t series)
{
    return row == 1 && series == 0 ? 1234567 : 3 + (int64_t)row;
}

static int64_t below_zero(size_t row, size_t series)
{
    return (int64_t)series - 2 * (int64_t)row;
}

START_TEST(heat_is_sound_with_few_and_many_rows_and_columns)
{
    static int64_t (*const values[])(size_t, size_t) = {spread, equal, outlier, below_zero};
    static const size_t rows[] = {1, 2, 13, 60};
    for (size_t r = 0; r < 4; r++) {
        struct figure *figure = figure_of(FIGURE_HEAT, rows[r], 1 + r);
        fill(figure, values[_i]);
        assert_sound_at_all_widths(figure);
        assert_sound_in_small_areas(figure);
    }
}
END_TEST

START_TEST(heat_prints_each_value_in_the_colour_that_shows)
{
    struct figure *figure = figure_of(FIGURE_HEAT, 5, 1);
    static const int64_t values[] = {5, 25, 45, 65, 85};
    set_unit(figure, UNIT_PERCENT);
    for (size_t row = 0; row < 5; row++)
        *cell_at(figure, row, 1) = cell_rate(values[row], 100);
    draw(figure, FULL);
    for (size_t row = 0; row < 5; row++) {
        const struct mark *text = want_text(arena_printf(arena, "%d%%", (int)values[row]));
        ck_assert(is_fill(ground_of(text), theme.sequential[row]));
        ck_assert_double_ge(
            colour_contrast(text->text.colour, ground_of(text)->path.paint.fill_colour), 4.5);
    }
    want_text("40 to under 60%");
}
END_TEST

START_TEST(heat_never_shades_a_mark_nor_a_rate_of_few)
{
    struct figure *figure = figure_of(FIGURE_HEAT, 6, 1);
    set_unit(figure, UNIT_PERCENT);
    *cell_at(figure, 0, 1) = cell_rate(70, 100);
    *cell_at(figure, 1, 1) = cell_marked(CELL_CONFIDENTIAL);
    *cell_at(figure, 2, 1) = cell_marked(CELL_NOT_AVAILABLE);
    *cell_at(figure, 3, 1) = cell_marked(CELL_NOT_APPLICABLE);
    *cell_at(figure, 4, 1) = cell_rate(4, 5);
    *cell_at(figure, 5, 1) = (struct cell){0};
    assert_sound_at_all_widths(figure);
    for (size_t i = 0; i < display->mark_count; i++)
        for (size_t step = 0; step < 5; step++)
            if (is_fill(&display->marks[i], theme.sequential[step]))
                ck_assert_uint_eq(step, 1); /* the one value's cell and its sample */
    want_text("[c]");
    want_text("[x]");
    want_text("[z]");
    want_text("4 of 5");
    want_text("[c] confidential");
    want_text("[x] not available");
    want_text("[z] not applicable");
    want_text("under 10: counts, not shaded");
    want_text("no data");
    ck_assert(!find_text("0"));
}
END_TEST

START_TEST(heat_key_names_no_mark_that_does_not_occur)
{
    struct figure *figure = figure_of(FIGURE_HEAT, 3, 1);
    fill(figure, rising);
    draw(figure, FULL);
    ck_assert(!find_text("[c] confidential"));
    ck_assert(!find_text("no data"));
    ck_assert_uint_eq(count_marks(is_hatch), 0);
}
END_TEST

START_TEST(heat_shows_n_at_the_right_under_its_name)
{
    struct figure *figure = figure_of(FIGURE_HEAT, 3, 2);
    fill(figure, rising);
    figure->value_count = 1;
    figure->table->columns[2].heading = "Bodies";
    *cell_at(figure, 1, 2) = cell_count(1203);
    figure->count_column = 2;
    draw(figure, FULL);
    assert_sound();
    const struct mark *n = want_text("1,203");
    ck_assert_double_gt(n->box.x, want_text("47")->box.x);
    ck_assert_double_gt(n->box.y, want_text("Bodies")->box.y);
}
END_TEST

START_TEST(rows_of_a_group_stand_together_below_its_name)
{
    struct figure *figure = figure_of(FIGURE_HEAT, 4, 2);
    static const char *const groups[] = {"Luzon", "Visayas", "Luzon", NULL};
    fill(figure, rising);
    figure->value_count = 1;
    figure->group_column = 2;
    for (size_t row = 0; row < 4; row++)
        *cell_at(figure, row, 2) = cell_text(groups[row]);
    draw(figure, FULL);
    assert_sound();
    static const char *const order[] = {"Luzon",    "Agency 1", "Agency 3", "Visayas",
                                        "Agency 2", "Others",   "Agency 4"};
    for (size_t i = 1; i < 7; i++)
        ck_assert_double_gt(want_text(order[i])->box.y, want_text(order[i - 1])->box.y);
    /* A value stands on its row's line. */
    ck_assert_double_eq_tol(want_text("54")->box.y, want_text("Agency 3")->box.y, 0.01);
    ck_assert_double_eq_tol(want_text("47")->box.y, want_text("Agency 2")->box.y, 0.01);
}
END_TEST

START_TEST(rows_that_do_not_fit_are_counted)
{
    struct figure *figure = figure_of(FIGURE_HEAT, 60, 1);
    fill(figure, rising);
    ck_assert_double_le(figure_height(figure, FULL), 680);
    draw_in(figure, FULL, 200);
    assert_sound();
    size_t rows = 0;
    while (find_text(arena_printf(arena, "Agency %zu", rows + 1)))
        rows++;
    ck_assert_uint_gt(rows, 8);
    want_text(arena_printf(arena, "and %zu more, in the table", 60 - rows));
}
END_TEST

START_TEST(long_names_and_heads_are_wrapped_or_listed)
{
    for (size_t series = 1; series <= 4; series++) {
        struct figure *figure = figure_of(FIGURE_HEAT, 7, series);
        fill(figure, rising);
        for (size_t row = 0; row < 7; row++)
            *cell_at(figure, row, 0) = cell_text(LONG);
        for (size_t i = 1; i <= series; i++)
            figure->table->columns[i].heading =
                "Accounts with an official address that the agency has itself";
        assert_sound_in_small_areas(figure);
        assert_sound_at_all_widths(figure);
        want_text("1 Accounts with an official address that the agency has itself");
    }
}
END_TEST

/* Fourteen columns of 64 points cannot hold these words, so they are numbered. */
START_TEST(heads_that_cannot_be_wrapped_are_numbered_and_listed_below)
{
    struct figure *figure = figure_of(FIGURE_HEAT, 3, 4);
    fill(figure, rising);
    for (size_t i = 1; i <= 4; i++)
        figure->table->columns[i].heading = arena_printf(arena, "Counterrepresentativeness %zu", i);
    draw(figure, HALF);
    assert_sound();
    want_text("3 Counterrepresentativeness 3");
    want_text("3");
    for (size_t i = 1; i <= 4; i++) {
        figure->table->columns[i].id = arena_printf(arena, "EML-%zu", i);
        figure->table->columns[i].heading =
            arena_printf(arena, "EML-%zu Counterrepresentativeness", i);
    }
    draw(figure, HALF);
    assert_sound();
    want_text("EML-3");
    want_text("EML-3 Counterrepresentativeness");
}
END_TEST

START_TEST(columns_that_do_not_fit_are_counted)
{
    struct figure *figure = figure_of(FIGURE_HEAT, 3, 4);
    fill(figure, outlier); /* "1,234,567" at 7 points is 31.5 wide */
    draw_in(figure, 130, 120);
    assert_sound();
    /* Names end at 44.2 + 6: 79.8 points are two columns of 35.5. */
    want_text("and 2 more columns, in the table");
}
END_TEST

START_TEST(cells_without_a_value_say_so)
{
    struct figure *figure = figure_of((enum figure_kind)_i, 3, 1);
    *cell_at(figure, 1, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    want_text("There are no data for this figure.");
    ck_assert_uint_eq(display->mark_count, 1);
    draw(figure_of((enum figure_kind)_i, 0, 1), FULL);
    want_text("There are no data for this figure.");
}
END_TEST

/* ---- Status grids ---- */

static enum status any_status(size_t row, size_t series)
{
    return (enum status)((row * 5 + series * 3) % STATUS_COUNT);
}

static enum status two_of_three_met(size_t row, size_t series)
{
    (void)series;
    return row % 3 == 2 ? STATUS_NOT_MET : STATUS_MET;
}

static void fill_statuses(struct figure *figure, enum status (*status)(size_t row, size_t series))
{
    set_unit(figure, UNIT_STATUS);
    for (size_t row = 0; row < figure->table->row_count; row++)
        for (size_t series = 0; series < figure->value_count; series++)
            *cell_at(figure, row, series + 1) = cell_status(status(row, series));
}

START_TEST(grid_is_sound_with_few_and_many_rows)
{
    static const size_t rows[] = {1, 2, 13, 60};
    for (size_t r = 0; r < 4; r++) {
        struct figure *figure = figure_of(FIGURE_GRID, rows[r], 4);
        fill_statuses(figure, any_status);
        *cell_at(figure, 0, 1) = cell_status(STATUS_MET);
        assert_sound_at_all_widths(figure);
        assert_sound_in_small_areas(figure);
        for (size_t row = 0; row < rows[r]; row++)
            *cell_at(figure, row, 0) = cell_text(LONG);
        figure->group_column = 0;
        assert_sound_at_all_widths(figure);
    }
}
END_TEST

START_TEST(grid_counts_what_is_met_of_what_was_judged)
{
    struct figure *figure = figure_of(FIGURE_GRID, 2, 4);
    fill_statuses(figure, two_of_three_met);
    *cell_at(figure, 0, 2) = cell_status(STATUS_NO_EVIDENCE);
    *cell_at(figure, 0, 3) = cell_status(STATUS_EXEMPT);
    *cell_at(figure, 0, 4) = cell_status(STATUS_NOT_REPORTING);
    *cell_at(figure, 1, 1) = cell_status(STATUS_NOT_APPLICABLE);
    *cell_at(figure, 1, 2) = cell_marked(CELL_NOT_APPLICABLE);
    *cell_at(figure, 1, 3) = cell_status(STATUS_NOT_MEASURED);
    *cell_at(figure, 1, 4) = cell_status(STATUS_NEW);
    draw(figure, FULL);
    assert_sound();
    want_text("1 of 2");                      /* Agency 1: met, no evidence */
    ck_assert_uint_eq(count_texts("[z]"), 3); /* Agency 2, and two columns: nobody was judged */
    want_text("1 of 1");
    want_text("0 of 1");
}
END_TEST

START_TEST(grid_prints_percentages_of_ten_rows_and_more_only)
{
    struct figure *figure = figure_of(FIGURE_GRID, 9, 1);
    fill_statuses(figure, two_of_three_met);
    draw(figure, FULL);
    want_text("6 of 9");
    figure = figure_of(FIGURE_GRID, 12, 1);
    fill_statuses(figure, two_of_three_met);
    draw(figure, FULL);
    want_text("67"); /* 8 of 12 */
    ck_assert(!find_text("8 of 12"));
}
END_TEST

START_TEST(grid_counts_rows_that_found_no_place)
{
    struct figure *figure = figure_of(FIGURE_GRID, 60, 1);
    fill_statuses(figure, two_of_three_met);
    draw_in(figure, FULL, 200);
    assert_sound();
    want_text("67"); /* 40 of 60, and not of the rows that are seen */
}
END_TEST

START_TEST(grid_hatches_what_was_not_measured_and_strikes_what_does_not_apply)
{
    struct figure *figure = figure_of(FIGURE_GRID, 4, 1);
    fill_statuses(figure, two_of_three_met);
    *cell_at(figure, 0, 1) = cell_status(STATUS_NOT_MEASURED);
    *cell_at(figure, 1, 1) = cell_status(STATUS_NOT_APPLICABLE);
    *cell_at(figure, 3, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_hatch), 2); /* the cell and its sample */
    ck_assert_uint_eq(count_marks(is_slash), 2);
    want_text("[c]");
    want_text("[c] confidential");
    want_text("not measured");
    want_text("not applicable");
    want_text("not met");
    ck_assert(!find_text("partly met"));
}
END_TEST

START_TEST(grid_has_a_symbol_of_its_own_shape_in_each_cell)
{
    struct figure *figure = figure_of(FIGURE_GRID, 6, 2);
    fill_statuses(figure, two_of_three_met);
    draw(figure, FULL);
    size_t crosses = 0; /* strokes in the ink of "not met" */
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        crosses += mark->kind == MARK_PATH && mark->path.path.count == 2 &&
                   mark->path.paint.round &&
                   mark->path.paint.stroke_colour.red == theme.status_ink[STATUS_NOT_MET].red;
    }
    ck_assert_uint_eq(crosses, 2 * (4 + 1)); /* two strokes in four cells and in the key */
}
END_TEST

/* ---- Status strips ---- */

static struct figure *strip_of(size_t rows, size_t sections)
{
    struct figure *figure = figure_of(FIGURE_STRIP, rows, 2);
    fill_statuses(figure, any_status);
    figure->value_count = 1;
    *cell_at(figure, 0, 1) = cell_status(STATUS_MET);
    for (size_t row = 0; row < rows; row++) {
        *cell_at(figure, row, 0) = cell_text(arena_printf(arena, "EML-%zu", row + 1));
        *cell_at(figure, row, 2) =
            cell_text(arena_printf(arena, "Section number %zu", row * sections / rows + 1));
    }
    if (sections > 0)
        figure->group_column = 2;
    return figure;
}

START_TEST(strip_is_sound_with_few_and_many_rows)
{
    static const size_t rows[] = {1, 2, 13, 60};
    for (size_t r = 0; r < 4; r++) {
        assert_sound_at_all_widths(strip_of(rows[r], 0));
        struct figure *figure = strip_of(rows[r], 6);
        assert_sound_at_all_widths(figure);
        assert_sound_in_small_areas(figure);
        for (size_t row = 0; row < rows[r]; row++) {
            *cell_at(figure, row, 0) = cell_text(LONG);
            *cell_at(figure, row, 2) = cell_text(row % 2 ? LONG : "");
        }
        assert_sound_at_all_widths(figure);
    }
}
END_TEST

START_TEST(sixty_statuses_fit_a_strip_on_a_first_page)
{
    struct figure *figure = strip_of(60, 6);
    draw(figure, FULL);
    assert_sound();
    for (size_t row = 0; row < 60; row++)
        want_text(arena_printf(arena, "EML-%zu", row + 1));
    for (size_t section = 0; section < 6; section++)
        want_text(arena_printf(arena, "Section number %zu", section + 1));
    /* Six lines of 18.75 for six sections, and a key of eleven statuses in two lines. */
    ck_assert_double_le(want_text("EML-60")->box.y - TOP, 112);
    ck_assert_double_le(figure_height(figure, FULL), 145);
}
END_TEST

START_TEST(strip_names_its_sections_at_the_left_of_their_first_line)
{
    struct figure *figure = strip_of(24, 2);
    draw(figure, FULL);
    struct rect name = want_text("Section number 2")->box;
    struct rect code = want_text("EML-13")->box;
    ck_assert_double_lt(name.x, code.x);
    ck_assert_double_lt(name.y, code.y);
    ck_assert_double_gt(name.y, want_text("EML-12")->box.y);
}
END_TEST

START_TEST(strip_counts_what_found_no_place)
{
    struct figure *figure = strip_of(60, 6);
    draw_in(figure, FULL, 90);
    assert_sound();
    size_t cells = 0;
    for (size_t row = 0; row < 60; row++)
        cells += find_text(arena_printf(arena, "EML-%zu", row + 1)) != NULL;
    ck_assert_uint_gt(cells, 0);
    want_text(arena_printf(arena, "and %zu more, in the table", 60 - cells));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("chart_cells");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, classes_have_round_breaks_and_are_five_at_most);
    tcase_add_test(t, classes_of_counts_name_both_ends);
    tcase_add_test(t, an_outlier_goes_to_an_open_class_at_the_top);
    tcase_add_test(t, equal_values_are_one_class);
    tcase_add_test(t, limits_of_the_figure_are_the_breaks_of_its_classes);
    tcase_add_loop_test(t, heat_is_sound_with_few_and_many_rows_and_columns, 0, 4);
    tcase_add_test(t, heat_prints_each_value_in_the_colour_that_shows);
    tcase_add_test(t, heat_never_shades_a_mark_nor_a_rate_of_few);
    tcase_add_test(t, heat_key_names_no_mark_that_does_not_occur);
    tcase_add_test(t, heat_shows_n_at_the_right_under_its_name);
    tcase_add_test(t, rows_of_a_group_stand_together_below_its_name);
    tcase_add_test(t, rows_that_do_not_fit_are_counted);
    tcase_add_test(t, long_names_and_heads_are_wrapped_or_listed);
    tcase_add_test(t, heads_that_cannot_be_wrapped_are_numbered_and_listed_below);
    tcase_add_test(t, columns_that_do_not_fit_are_counted);
    tcase_add_loop_test(t, cells_without_a_value_say_so, FIGURE_HEAT, FIGURE_STRIP + 1);
    tcase_add_test(t, grid_is_sound_with_few_and_many_rows);
    tcase_add_test(t, grid_counts_what_is_met_of_what_was_judged);
    tcase_add_test(t, grid_prints_percentages_of_ten_rows_and_more_only);
    tcase_add_test(t, grid_counts_rows_that_found_no_place);
    tcase_add_test(t, grid_hatches_what_was_not_measured_and_strikes_what_does_not_apply);
    tcase_add_test(t, grid_has_a_symbol_of_its_own_shape_in_each_cell);
    tcase_add_test(t, strip_is_sound_with_few_and_many_rows);
    tcase_add_test(t, sixty_statuses_fit_a_strip_on_a_first_page);
    tcase_add_test(t, strip_names_its_sections_at_the_left_of_their_first_line);
    tcase_add_test(t, strip_counts_what_found_no_place);
    return t;
}
