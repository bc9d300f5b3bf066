/* SPDX-License-Identifier: MIT */
#include "render/table_csv.h"

#include "base/arena.h"
#include "base/text.h"
#include "check_main.h"
#include "document/document.h"

static struct column COLUMNS[] = {
    {.id = "agency", .heading = "Agency", .unit = UNIT_TEXT},
    {.id = "posts", .heading = "Posts", .unit = UNIT_COUNT},
    {.id = "met", .heading = "Met", .unit = UNIT_PERCENT},
    {.id = "change", .heading = "Change", .unit = UNIT_POINTS, .decimals = 1},
    {.id = "due", .heading = "Due", .unit = UNIT_DATE},
};

/* 20726 is 2026-09-30: 56 years of 365 days, 14 leap days, 272 days. */
START_TEST(numbers_are_plain_and_rates_bring_their_parts)
{
    struct cell cells[10];
    struct table table = {.columns = COLUMNS, .column_count = 5, .cells = cells, .row_count = 2};
    struct text csv = {0};

    cells[0] = cell_text("Works, \"Exemplary\"");
    cells[1] = cell_count(1234567);
    cells[2] = cell_rate(45, 60);
    cells[3] = cell_ratio(-32, 10);
    cells[4] = cell_date(20726);
    cells[5] = cell_text("=1+1");
    cells[6] = cell_marked(CELL_CONFIDENTIAL);
    cells[7] = cell_marked(CELL_NOT_APPLICABLE);
    cells[8] = cell_ratio(5, 10);
    cells[9] = cell_text(NULL);
    table_csv(&table, &csv);
    ck_assert_str_eq(text_string(&csv),
                     "Agency,Posts,Met,Met: numerator,Met: denominator,Change,Due\n"
                     "\"Works, \"\"Exemplary\"\"\",1234567,75%,45,60,-3.2,2026-09-30\n"
                     "'=1+1,[c],[z],,,0.5,\n");
    text_finish(&csv);
}
END_TEST

START_TEST(table_without_rows_has_its_head)
{
    struct table table = {.columns = COLUMNS, .column_count = 3};
    struct text csv = {0};

    table_csv(&table, &csv);
    ck_assert_str_eq(text_string(&csv), "Agency,Posts,Met\n");
    text_finish(&csv);
}
END_TEST

TCase *tests(void)
{
    TCase *tests = tcase_create("table_csv");

    tcase_add_test(tests, numbers_are_plain_and_rates_bring_their_parts);
    tcase_add_test(tests, table_without_rows_has_its_head);
    return tests;
}
