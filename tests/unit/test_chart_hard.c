/* SPDX-License-Identifier: MIT */

/* Every kind of chart with the data that break charts. A kind without a recipe here fails. */

#include "hard_fixture.h"

#include <stdlib.h>

static const struct recipe RECIPES[FIGURE_KIND_COUNT] = {
    [FIGURE_LINE] = {CELLS_COUNTS, LABELS_PERIODS, .most = 4},
    [FIGURE_COLUMN] = {CELLS_COUNTS, LABELS_PERIODS, .most = 4, .bars = 2},
    [FIGURE_BAR] = {CELLS_COUNTS, LABELS_NAMES, .most = 4, .bars = 1},
    [FIGURE_DUMBBELL] = {CELLS_RATES, LABELS_NAMES, .most = 1},
    [FIGURE_BULLET] = {CELLS_COUNTS, LABELS_NAMES, .most = 2, .bars = 1},
    [FIGURE_HEAT] = {CELLS_COUNTS, LABELS_NAMES, .most = 8},
    [FIGURE_GRID] = {CELLS_STATUSES, LABELS_NAMES, .most = 8},
    [FIGURE_STRIP] = {CELLS_STATUSES, LABELS_NAMES, .most = 1},
    [FIGURE_HISTOGRAM] = {CELLS_COUNTS, LABELS_NAMES, .most = 1, .no_negative = true, .bars = 2},
    [FIGURE_PERCENTILES] = {CELLS_ASCENDING, LABELS_NAMES, .most = 5},
    [FIGURE_PARETO] = {CELLS_COUNTS, LABELS_NAMES, .most = 1, .no_negative = true, .bars = 1},
    [FIGURE_FUNNEL] = {CELLS_RATES, LABELS_NAMES, .most = 1, .no_negative = true},
    [FIGURE_CALENDAR] = {CELLS_COUNTS, LABELS_DAYS, .most = 1, .least_width = 317.3},
    [FIGURE_REGIONS] = {CELLS_RATES, LABELS_REGIONS, .most = 1, .least_width = 317.3},
    [FIGURE_ECDF] = {CELLS_COUNTS, LABELS_NAMES, .most = 1, .no_negative = true},
    [FIGURE_MULTIPLES] = {CELLS_COUNTS, LABELS_PERIODS, .most = 24},
    [FIGURE_DIVERGING] = {CELLS_COUNTS, LABELS_NAMES, .most = 5, .no_negative = true},
};

static const double WIDTHS[] = {234.9, 317.3, 481.9};

#define SMALLEST_TEXT 7.0

static bool is_text(const struct mark *mark)
{
    return mark->kind == MARK_TEXT;
}

/* The fake measure makes a line as high as its font. */
static void assert_readable(void)
{
    for (size_t i = 0; i < display->mark_count; i++)
        ck_assert_msg(!is_text(&display->marks[i]) ||
                          display->marks[i].box.height >= SMALLEST_TEXT - 0.01,
                      "'%s' is too small", mark_text(&display->marks[i]));
}

/* ---- Ticks: numbers that stand at a gridline's end ---- */

static bool is_gridline(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.stroke && mark->path.paint.width == 0.4 &&
           mark->path.paint.stroke_colour.red == theme.grid.red;
}

static bool is_at_gridline(const struct mark *text, bool level)
{
    double x = text->box.x + text->box.width / 2;
    double y = text->box.y + text->box.height / 2;
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *line = &display->marks[i];
        if (!is_gridline(line) || (line->box.height < 0.01) != level)
            continue;
        if (level && fabs(line->box.y - y) < 0.2 && line->box.x >= text->box.x + text->box.width)
            return true;
        if (!level && fabs(line->box.x - x) < 0.2 && text->box.y >= line->box.y)
            return true;
    }
    return false;
}

/* "1,000" and "80%" and "-20", the minus as it is printed; false for what is no number. */
static bool read_tick(const struct mark *mark, double *ret_value)
{
    static const char minus[] = "\xE2\x88\x92";
    char digits[40];
    size_t length = 0;
    const char *text = mark_text(mark);
    double sign = text_starts(text, minus) ? -1 : 1;

    if (sign < 0)
        text += strlen(minus);
    if (!(*text >= '0' && *text <= '9'))
        return false;
    for (; (*text >= '0' && *text <= '9') || *text == ',' || *text == '.'; text++)
        if (*text != ',' && length + 1 < sizeof digits)
            digits[length++] = *text;
    digits[length] = '\0';
    *ret_value = sign * strtod(digits, NULL);
    return *text == '\0' || *text == '%' || *text == ' ';
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Each value once, in their order. */
static size_t gather_ticks(double *ticks, bool level)
{
    size_t count = 0;
    size_t kept = 0;
    for (size_t i = 0; i < display->mark_count && count < 100; i++)
        if (is_text(&display->marks[i]) && is_at_gridline(&display->marks[i], level))
            count += read_tick(&display->marks[i], &ticks[count]);
    qsort(ticks, count, sizeof *ticks, compare);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || ticks[i] != ticks[i - 1])
            ticks[kept++] = ticks[i];
    return kept;
}

/* 1, 2 or 5 times a power of ten. */
static bool is_round(double value)
{
    double rest = value / pow(10, floor(log10(value) + 1e-9));
    return fabs(rest - 1) < 1e-6 || fabs(rest - 2) < 1e-6 || fabs(rest - 5) < 1e-6;
}

static bool are_even(const double *ticks, size_t count)
{
    for (size_t i = 2; i < count; i++)
        if (fabs((ticks[i] - ticks[i - 1]) / (ticks[1] - ticks[0]) - 1) > 1e-6)
            return false;
    return is_round(ticks[1] - ticks[0]) &&
           fabs(remainder(ticks[0], ticks[1] - ticks[0])) < 1e-6 * (ticks[1] - ticks[0]);
}

static bool are_all_round(const double *ticks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ticks[i] <= 0 || !is_round(ticks[i]))
            return false;
    return true;
}

/* Evenly spaced, or all round on a logarithmic axis. A label that found no room leaves a hole of
 * whole steps. */
static void assert_round_ticks(const char *word)
{
    for (int level = 0; level < 2; level++) {
        double ticks[101];
        size_t count = gather_ticks(ticks, level);
        ck_assert_msg(count < 2 || are_even(ticks, count) || are_all_round(ticks, count),
                      "the %s's ticks are not round: %g, %g", word, ticks[0], ticks[1]);
    }
}

static void draw_and_check(const struct figure *figure)
{
    for (size_t i = 0; i < ARRAY_LENGTH(WIDTHS); i++) {
        if (WIDTHS[i] < RECIPES[figure->kind].least_width)
            continue;
        draw(figure, WIDTHS[i]);
        assert_sound();
        assert_readable();
        assert_round_ticks(FIGURE_FORMS[figure->kind].word);
    }
}

/* What stands around the plot is asked for as a page does it. */
static void ask_notes(const struct figure *figure)
{
    struct text note = {0};
    figure_axis_note(figure, &note);
    figure_own_note(figure, &note);
    text_finish(&note);
}

static size_t most_series(enum figure_kind kind)
{
    size_t most = FIGURE_FORMS[kind].most_values;
    return RECIPES[kind].most < most ? RECIPES[kind].most : most;
}

static unsigned all_columns(enum figure_kind kind)
{
    return FIGURE_FORMS[kind].needs | FIGURE_FORMS[kind].takes;
}

static void check_case(enum figure_kind kind, enum hard_case hard)
{
    const struct figure_form *form = &FIGURE_FORMS[kind];

    for (int all = 0; all < 2; all++) {
        unsigned columns = all ? all_columns(kind) : form->needs;
        for (size_t series = form->least_values; series <= most_series(kind); series++) {
            struct figure *figure = hard_figure(kind, &RECIPES[kind], hard, series, columns);
            figure->subject = all ? "Agency 3" : NULL;
            figure->provisional = all;
            draw_and_check(figure);
            ask_notes(figure);
        }
    }
}

START_TEST(every_kind_has_a_recipe)
{
    enum figure_kind kind = (enum figure_kind)_i;
    ck_assert_msg(RECIPES[kind].cells != CELLS_NONE, "'%s' has none", FIGURE_FORMS[kind].word);
    ck_assert_uint_ge(most_series(kind), FIGURE_FORMS[kind].least_values);
}
END_TEST

START_TEST(hard_data_are_sound)
{
    enum figure_kind kind = (enum figure_kind)(_i / HARD_CASES);
    enum hard_case hard = (enum hard_case)(_i % HARD_CASES);
    if (hard != HARD_NEGATIVE ||
        (!RECIPES[kind].no_negative && RECIPES[kind].cells == CELLS_COUNTS))
        check_case(kind, hard);
}
END_TEST

START_TEST(no_data_are_said)
{
    enum figure_kind kind = (enum figure_kind)_i;
    const struct figure_form *form = &FIGURE_FORMS[kind];
    draw(hard_figure(kind, &RECIPES[kind], HARD_NO_DATA, form->least_values, form->needs), FULL);
    ck_assert_uint_eq(display->mark_count, 1);
    want_text("There are no data for this figure.");
}
END_TEST

/* A bar in the colour of values; not the tints and targets of a bullet. */
static bool is_value_bar(const struct mark *mark)
{
    return is_bar(mark) && mark->path.paint.fill_colour.red == theme.brand.red &&
           mark->path.paint.fill_colour.blue == theme.brand.blue;
}

static struct rect value_bar(size_t n)
{
    for (size_t i = 0; i < display->mark_count; i++)
        if (is_value_bar(&display->marks[i]) && n-- == 0)
            return display->marks[i].box;
    ck_abort_msg("too few bars");
    return (struct rect){0};
}

/* A withheld value is a word or a pattern, never a mark of size zero. */
START_TEST(masked_values_are_no_bars)
{
    enum figure_kind kind = (enum figure_kind)_i;
    const struct figure_form *form = &FIGURE_FORMS[kind];
    if (RECIPES[kind].bars == 0)
        return;
    struct figure *figure =
        hard_figure(kind, &RECIPES[kind], HARD_PLAIN, form->least_values, form->needs);
    draw(figure, FULL);
    size_t bars = count_marks(is_value_bar);
    *cell_at(figure, 5, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    want_text("[c]");
    ck_assert_uint_eq(count_marks(is_value_bar), bars - 1);
}
END_TEST

static bool has_cropped_axis(const struct figure *figure)
{
    struct text note = {0};
    bool cropped = figure_axis_note(figure, &note);
    text_finish(&note);
    return cropped;
}

/* The lengths of the bars in the data's order: 100, 95 and 90, for which a line's axis would be
 * cropped. */
START_TEST(bars_stand_on_zero)
{
    enum figure_kind kind = (enum figure_kind)_i;
    const struct figure_form *form = &FIGURE_FORMS[kind];
    if (RECIPES[kind].bars == 0)
        return;
    struct figure *figure =
        hard_figure(kind, &RECIPES[kind], HARD_PLAIN, form->least_values, form->needs);
    ((struct table *)figure->table)->row_count = 3;
    for (size_t row = 0; row < 3; row++)
        *cell_at(figure, row, 1) = cell_count(100 - 5 * (int64_t)row);
    draw(figure, FULL);
    assert_sound();
    if (has_cropped_axis(figure)) { /* then there must be none: a bullet has dots */
        ck_assert_uint_eq(count_marks(is_value_bar), 0);
        return;
    }
    bool lie = RECIPES[kind].bars == 1;
    struct rect box[3];
    for (size_t row = 0; row < 3; row++)
        box[row] = value_bar(row);
    double first = lie ? box[0].width : box[0].height;
    for (size_t row = 1; row < 3; row++) {
        double length = lie ? box[row].width : box[row].height;
        ck_assert_double_eq_tol(length / first, 1 - 0.05 * (double)row, 0.01);
        double foot = lie ? box[row].x : box[row].y + box[row].height;
        ck_assert_double_eq_tol(foot, lie ? box[0].x : box[0].y + box[0].height, 0.01);
    }
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("chart_hard");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_loop_test(t, every_kind_has_a_recipe, 0, FIGURE_KIND_COUNT);
    tcase_add_loop_test(t, hard_data_are_sound, 0, (int)FIGURE_KIND_COUNT * HARD_CASES);
    tcase_add_loop_test(t, no_data_are_said, 0, FIGURE_KIND_COUNT);
    tcase_add_loop_test(t, masked_values_are_no_bars, 0, FIGURE_KIND_COUNT);
    tcase_add_loop_test(t, bars_stand_on_zero, 0, FIGURE_KIND_COUNT);
    return t;
}
