/* SPDX-License-Identifier: MIT */
#include "figure_fixture.h"

#include "base/date.h"
#include "chart/region_places.h"

/* Charts of days and of regions. */

#define EIGHT 317.3
#define LANDSCAPE 728.5
#define LONG "Department of the Interior, Local Government and Barangays A"

static const double WIDTHS[] = {HALF, EIGHT, FULL, LANDSCAPE};

static void assert_sound_at_all_sizes(const struct figure *figure)
{
    static const double sizes[][2] = {{150, 100}, {110, 70}, {90, 60}, {481.9, 120}};
    for (size_t i = 0; i < 4; i++) {
        draw_in(figure, sizes[i][0], sizes[i][1]);
        assert_sound();
    }
    for (size_t i = 0; i < 4; i++) {
        draw(figure, WIDTHS[i]);
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

static bool is_shaded(const struct mark *mark)
{
    for (size_t step = 0; step < 5; step++)
        if (is_fill(mark, theme.sequential[step]))
            return true;
    return false;
}

static bool is_hatch(const struct mark *mark)
{
    return mark->kind == MARK_PATH && !mark->path.paint.fill && mark->path.path.count > 6 &&
           mark->path.path.points[2].step == PATH_MOVE && mark->path.paint.width < 0.5;
}

static bool is_corner(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.fill && mark->path.path.count == 4;
}

/* The stepped line between months: the only path in ink of that width. */
static bool is_border(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.stroke && mark->path.paint.width == 1 &&
           !mark->path.paint.fill;
}

static const struct mark *only(bool (*wanted)(const struct mark *mark))
{
    ck_assert_uint_eq(count_marks(wanted), 1);
    for (size_t i = 0; i < display->mark_count; i++)
        if (wanted(&display->marks[i]))
            return &display->marks[i];
    return NULL;
}

/* ---- Calendars ---- */

static int64_t by_day(size_t row, size_t series)
{
    (void)series;
    return 10 + (int64_t)(row * 7 % 83);
}

static int64_t peak(size_t row, size_t series)
{
    (void)series;
    return row == 3 ? 1234567 : 3 + (int64_t)(row % 5);
}

/* Days from 1 July 2026 on, a Wednesday. */
static struct figure *calendar_of(size_t days, int64_t (*value)(size_t row, size_t series))
{
    struct figure *figure = figure_of(FIGURE_CALENDAR, days, 1);
    fill(figure, value);
    for (size_t row = 0; row < days; row++) {
        struct text text = {0};
        date_iso(&text, day_from_civil(2026, 7, 1) + (int32_t)row);
        *cell_at(figure, row, 0) = cell_text(arena_text(arena, text_string(&text)));
        text_finish(&text);
    }
    return figure;
}

START_TEST(calendar_is_sound_from_a_day_to_a_year)
{
    static int64_t (*const values[])(size_t, size_t) = {by_day, equal, peak};
    static const size_t days[] = {1, 2, 31, 92, 366, 500};
    assert_sound_at_all_sizes(calendar_of(days[_i / 3], values[_i % 3]));
}
END_TEST

START_TEST(calendar_sets_a_day_by_its_week_and_weekday)
{
    struct figure *figure = calendar_of(92, by_day);
    *cell_at(figure, 0, 1) = cell_count(901);  /* Wednesday 1 July */
    *cell_at(figure, 5, 1) = cell_count(906);  /* Monday 6 July: the next week */
    *cell_at(figure, 7, 1) = cell_count(908);  /* Wednesday 8 July */
    *cell_at(figure, 11, 1) = cell_count(912); /* Sunday 12 July */
    draw(figure, FULL);
    assert_sound();
    struct rect first = want_text("901")->box;
    struct rect monday = want_text("906")->box;
    struct rect wednesday = want_text("908")->box;
    struct rect sunday = want_text("912")->box;
    ck_assert_double_eq_tol(first.y, wednesday.y, 0.01);
    ck_assert_double_eq_tol(monday.x, wednesday.x, 0.01);
    ck_assert_double_eq_tol(monday.x, sunday.x, 0.01);
    ck_assert_double_gt(wednesday.x, first.x);
    ck_assert_double_lt(monday.y, wednesday.y);
    ck_assert_double_eq_tol(sunday.y - monday.y, 3 * (wednesday.y - monday.y), 0.01);
    want_text("Jul 2026");
    want_text("Aug");
    want_text("Sep");
}
END_TEST

START_TEST(calendar_reads_dates_and_texts_alike)
{
    struct figure *figure = calendar_of(14, by_day);
    draw(figure, FULL);
    struct rect text = want_text("17")->box;
    for (size_t row = 0; row < 14; row++)
        *cell_at(figure, row, 0) = cell_date(day_from_civil(2026, 7, 1) + (int32_t)row);
    draw(figure, FULL);
    ck_assert_double_eq_tol(want_text("17")->box.x, text.x, 0.01);
}
END_TEST

START_TEST(calendar_hatches_days_without_data_and_never_prints_zero)
{
    struct figure *figure = calendar_of(31, by_day);
    *cell_at(figure, 4, 0) = cell_text("2026-07-01"); /* twice; the 5th has no row */
    *cell_at(figure, 9, 1) = cell_marked(CELL_NOT_AVAILABLE);
    *cell_at(figure, 12, 1) = cell_marked(CELL_CONFIDENTIAL);
    *cell_at(figure, 14, 1) = (struct cell){0};
    draw(figure, FULL);
    assert_sound();
    ck_assert_uint_eq(count_marks(is_hatch), 3 + 2); /* days, samples */
    want_text("[c]");
    want_text("no data");
    want_text("[x] not available");
    want_text("and 1 more, in the table");
    ck_assert(!find_text("0"));
}
END_TEST

START_TEST(calendar_adds_counts_by_week_and_takes_means_by_weekday)
{
    struct figure *figure = calendar_of(12, equal); /* to Sunday 12 July: 5 and 7 days of 87 */
    set_unit(figure, UNIT_NUMBER); /* a measure's column does not say that it counts */
    draw(figure, FULL);
    want_text("435");
    want_text("609");
    *cell_at(figure, 0, 1) = cell_marked(CELL_NOT_AVAILABLE);
    *cell_at(figure, 7, 1) = cell_count(41); /* the only Wednesday with a count */
    draw(figure, FULL);
    const struct mark *week = want_text("348"); /* without the missing day */
    ck_assert_double_eq(week->text.colour.red, theme.secondary.red);
    want_text("563");
    ck_assert_ptr_ne(want_text("41"), NULL);
    want_text("means and totals leave out days without a count");
}
END_TEST

START_TEST(calendar_of_rates_adds_nothing_up)
{
    struct figure *figure = calendar_of(14, equal);
    set_unit(figure, UNIT_PERCENT);
    for (size_t row = 0; row < 14; row++)
        *cell_at(figure, row, 1) = cell_rate(40 + (int64_t)row, 80);
    draw(figure, FULL);
    assert_sound();
    ck_assert(!find_text("Total"));
    ck_assert(!find_text("Mean"));
}
END_TEST

START_TEST(months_are_parted_by_a_stepped_line)
{
    struct figure *figure = calendar_of(62, by_day); /* 31 July is a Friday */
    draw(figure, FULL);
    const struct mark *border = only(is_border);
    /* Right of Monday to Friday of that week, below Friday, left of Saturday and Sunday: the ends
     * of 27 July to 31 July, 25 and 26 July, and one step. */
    ck_assert_uint_eq(border->path.path.count, 2 * (5 + 2 + 1));
    draw(calendar_of(31, by_day), FULL);
    ck_assert_uint_eq(count_marks(is_border), 0);
}
END_TEST

START_TEST(calendar_numbers_events_and_marks_holidays)
{
    struct figure *figure = calendar_of(92, by_day);
    static const struct figure_event events[] = {
        {.at = "2026-08-12", .text = "Storm signal raised in the north"},
        {.at = "2026-08-31", .text = "National Heroes Day", .is_holiday = true},
        {.at = "2026-12-24", .text = "Outside"},
        {.at = "2026-Q3", .text = "No day"},
        {.at = "2026-09-15", .text = "Applications close"}};
    figure->events = events;
    figure->event_count = 5;
    assert_sound_at_all_sizes(figure);
    draw(figure, FULL);
    want_text("1");
    want_text("2");
    ck_assert(!find_text("3"));
    /* 12 August is row 42: 10 + 42 * 7 % 83 = 55. */
    want_text("1  12 Aug 2026, 55: Storm signal raised in the north");
    want_text("2  15 Sep 2026, 44: Applications close");
    want_text("holiday");
    ck_assert_uint_eq(count_marks(is_corner), 2); /* the day and its sample */
}
END_TEST

START_TEST(rows_that_are_no_day_are_counted)
{
    struct figure *figure = figure_of(FIGURE_CALENDAR, 7, 1);
    fill(figure, rising);
    draw(figure, FULL);
    assert_sound();
    want_text("and 7 more, in the table");
    figure = calendar_of(400, by_day); /* 54 weeks from 29 June on are 376 days from 1 July */
    draw(figure, FULL);
    want_text("and 24 more, in the table");
}
END_TEST

START_TEST(calendar_breaks_can_be_given)
{
    struct figure *figure = calendar_of(31, by_day);
    static const struct figure_limit limits[] = {{.value = 20}, {.value = 40}, {.value = 80}};
    figure->limits = limits;
    figure->limit_count = 3;
    draw(figure, FULL);
    want_text("20\xE2\x80\x93"
              "39");
    want_text("80 or more");
}
END_TEST

/* ---- Regions ---- */

static struct figure *regions_of(void)
{
    struct figure *figure = figure_of(FIGURE_REGIONS, REGION_COUNT, 2);
    fill(figure, rising);
    figure->value_count = 1;
    for (size_t row = 0; row < REGION_COUNT; row++) {
        *cell_at(figure, row, 0) = cell_text(REGION_PLACES[row].code);
        *cell_at(figure, row, 1) = cell_count(101 + 3 * (int64_t)row);
    }
    return figure;
}

/* The tile over which a region's code stands. */
static struct rect tile_of(const char *code)
{
    const struct mark *text = want_text(code);
    struct rect found = {0};
    for (const struct mark *mark = display->marks; mark < text; mark++)
        if (mark->kind == MARK_PATH && mark->path.path.count == 5 &&
            rect_contains(mark->box, (struct rect){text->box.x, text->box.y, 1, 1}) &&
            mark->box.width > found.width)
            found = mark->box;
    ck_assert_double_gt(found.width, 0);
    return found;
}

START_TEST(regions_are_found_by_code_name_and_psgc)
{
    static const char *const ways[][4] = {
        {"NCR", "ncr", "National Capital Region", "1300000000"},
        {"IV-A", "Region IV-A", "Calabarzon", "0400000000"},
        {"IV-B", "MIMAROPA", "Mimaropa Region", "Region IVB"},
        {"XIII", "Region XIII", "CARAGA", "1600000000"},
        {"NIR", "Negros Island Region", "negros island", "1800000000"},
    };
    for (size_t i = 0; i < 5; i++)
        for (size_t way = 1; way < 4; way++)
            ck_assert_msg(region_find(ways[i][way]) == region_find(ways[i][0]), "%s", ways[i][way]);
    ck_assert_uint_lt(region_find("NCR"), REGION_COUNT);
    static const char *const none[] = {"", "Region", "Region XIV", "Overseas", "0500000001", "IV"};
    for (size_t i = 0; i < 6; i++)
        ck_assert_msg(region_find(none[i]) == REGION_COUNT, "%s", none[i]);
}
END_TEST

START_TEST(regions_have_a_tile_each_of_their_own)
{
    for (size_t i = 0; i < REGION_COUNT; i++) {
        ck_assert_uint_eq(region_find(REGION_PLACES[i].code), i);
        ck_assert_int_lt(REGION_PLACES[i].row, REGION_ROWS);
        ck_assert_int_lt(REGION_PLACES[i].column, REGION_COLUMNS);
        for (size_t j = 0; j < i; j++)
            ck_assert(REGION_PLACES[i].row != REGION_PLACES[j].row ||
                      REGION_PLACES[i].column != REGION_PLACES[j].column);
    }
}
END_TEST

START_TEST(regions_are_sound_at_all_sizes)
{
    struct figure *figure = regions_of();
    assert_sound_at_all_sizes(figure);
    figure->count_column = 2;
    assert_sound_at_all_sizes(figure);
    for (size_t row = 0; row < REGION_COUNT; row++)
        *cell_at(figure, row, 1) = cell_count(row == 4 ? 123456789 : 5);
    assert_sound_at_all_sizes(figure);
    for (size_t row = 0; row < REGION_COUNT; row++)
        *cell_at(figure, row, 1) = cell_count(5);
    assert_sound_at_all_sizes(figure);
    for (size_t row = 0; row < REGION_COUNT; row++)
        *cell_at(figure, row, 0) = cell_text(LONG);
    assert_sound_at_all_sizes(figure);
}
END_TEST

START_TEST(regions_keep_their_neighbours)
{
    draw(regions_of(), FULL);
    assert_sound();
    struct rect ncr = tile_of("NCR");
    ck_assert_double_lt(tile_of("CAR").y, tile_of("III").y);
    ck_assert_double_lt(tile_of("III").y, ncr.y);
    ck_assert_double_lt(ncr.x, tile_of("V").x);
    ck_assert_double_lt(ncr.y, tile_of("VII").y);
    ck_assert_double_lt(tile_of("VII").y, tile_of("XI").y);
    ck_assert_double_lt(tile_of("BARMM").x, tile_of("XI").x);
    want_text("Luzon");
    want_text("Visayas");
    want_text("Mindanao");
}
END_TEST

START_TEST(tile_shows_code_value_and_n)
{
    struct figure *figure = regions_of();
    figure->table->columns[2].heading = "Messages";
    *cell_at(figure, 4, 2) = cell_count(1203); /* NCR: 101 + 3 * 4 */
    figure->count_column = 2;
    draw(figure, FULL);
    struct rect tile = tile_of("NCR");
    ck_assert(rect_contains(tile, want_text("113")->box));
    ck_assert(rect_contains(tile, want_text("n = 1,203")->box));
    want_text("n: Messages");
}
END_TEST

START_TEST(region_without_data_is_hatched)
{
    struct figure *figure = regions_of();
    size_t nir = region_find("NIR");
    *cell_at(figure, nir, 0) = cell_text("Overseas");
    *cell_at(figure, 0, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    assert_sound();
    want_text("NIR");
    ck_assert_uint_eq(count_marks(is_hatch), 2); /* the tile and its sample */
    want_text("no data");
    want_text("[c]");
    ck_assert_uint_eq(count_marks(is_shaded), REGION_COUNT - 2 + 3); /* three classes */
}
END_TEST

START_TEST(rows_that_are_no_region_are_listed_below)
{
    struct figure *figure = regions_of();
    *cell_at(figure, 2, 0) = cell_text("Overseas");
    *cell_at(figure, 3, 0) = cell_text("NCR"); /* NCR itself is row 4: a second one */
    draw(figure, FULL);
    assert_sound();
    want_text("Not on the map: Overseas, 107");
    want_text("Not on the map: NCR, 113");
    ck_assert_double_gt(want_text("Not on the map: Overseas, 107")->box.y, tile_of("XI").y);
    figure->count_column = 2;
    *cell_at(figure, 2, 2) = cell_count(1203);
    draw(figure, FULL);
    want_text("Not on the map: Overseas, 107 (n = 1,203)");
}
END_TEST

START_TEST(rows_that_are_no_region_and_find_no_place_are_counted)
{
    struct figure *figure = figure_of(FIGURE_REGIONS, 60, 1);
    fill(figure, rising);
    draw_in(figure, FULL, 320);
    assert_sound();
    size_t listed = 0;
    for (size_t row = 0; row < 60; row++)
        listed += find_text(arena_printf(arena, "Not on the map: Agency %zu, %d", row + 1,
                                         (int)rising(row, 0))) != NULL;
    ck_assert_uint_gt(listed, 0);
    want_text(arena_printf(arena, "and %zu more, in the table", 60 - listed));
    draw(figure, FULL);
    want_text("Not on the map: Agency 60, 61");
}
END_TEST

START_TEST(places_without_a_value_say_so)
{
    struct figure *figure = figure_of((enum figure_kind)_i, 3, 1);
    *cell_at(figure, 1, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    want_text("There are no data for this figure.");
    draw(figure_of((enum figure_kind)_i, 0, 1), FULL);
    want_text("There are no data for this figure.");
    ck_assert_uint_eq(display->mark_count, 1);
}
END_TEST

static void add_calendars(TCase *t)
{
    tcase_add_loop_test(t, calendar_is_sound_from_a_day_to_a_year, 0, 18);
    tcase_add_test(t, calendar_sets_a_day_by_its_week_and_weekday);
    tcase_add_test(t, calendar_reads_dates_and_texts_alike);
    tcase_add_test(t, calendar_hatches_days_without_data_and_never_prints_zero);
    tcase_add_test(t, calendar_adds_counts_by_week_and_takes_means_by_weekday);
    tcase_add_test(t, calendar_of_rates_adds_nothing_up);
    tcase_add_test(t, months_are_parted_by_a_stepped_line);
    tcase_add_test(t, calendar_numbers_events_and_marks_holidays);
    tcase_add_test(t, rows_that_are_no_day_are_counted);
    tcase_add_test(t, calendar_breaks_can_be_given);
}

TCase *tests(void)
{
    TCase *t = tcase_create("chart_places");
    tcase_add_checked_fixture(t, setup, teardown);
    add_calendars(t);
    tcase_add_test(t, regions_are_found_by_code_name_and_psgc);
    tcase_add_test(t, regions_have_a_tile_each_of_their_own);
    tcase_add_test(t, regions_are_sound_at_all_sizes);
    tcase_add_test(t, regions_keep_their_neighbours);
    tcase_add_test(t, tile_shows_code_value_and_n);
    tcase_add_test(t, region_without_data_is_hatched);
    tcase_add_test(t, rows_that_are_no_region_are_listed_below);
    tcase_add_test(t, rows_that_are_no_region_and_find_no_place_are_counted);
    tcase_add_loop_test(t, places_without_a_value_say_so, FIGURE_CALENDAR, FIGURE_REGIONS + 1);
    return t;
}
