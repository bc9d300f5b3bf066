/* SPDX-License-Identifier: MIT */
#include "laid_out.h"

START_TEST(a_table_over_three_pages_repeats_title_and_head_and_splits_no_row)
{
    struct table *table = fixture_table(&fixture, 110);
    static const char *notes[] = {"Accounts open on the last day of the quarter."};

    table->notes = notes;
    table->note_count = 1;
    fixture_table_block(&fixture, table);
    lay();
    ck_assert_uint_eq(display->page_count, 3);
    ck_assert_uint_eq(count_marks("Table 1. Agencies and their accounts (continued)"), 2);
    for (int page = 0; page < 3; page++)
        ck_assert_ptr_nonnull(find_mark("Accounts", page));
    for (size_t i = 0; i < display->mark_count; i++)
        if (mark_says(&display->marks[i], "Agency 1"))
            ck_assert_int_ge(display->marks[i].node, 0);
    expect_golden("table-three-pages.pages");
}
END_TEST

START_TEST(repeated_heads_are_artifacts_and_the_first_is_not)
{
    fixture_table_block(&fixture, fixture_table(&fixture, 60));
    lay();
    ck_assert_int_ge(find_mark("Accounts", 0)->node, 0);
    ck_assert_int_eq(find_mark("Accounts", 1)->node, NODE_ARTIFACT);
    ck_assert_int_eq(find_mark("Table 1. Agencies and their accounts (continued)", 1)->node,
                     NODE_ARTIFACT);
}
END_TEST

static size_t rows_on_page(int page)
{
    size_t count = 0;
    for (size_t i = 0; i < display->mark_count; i++)
        count += display->marks[i].page == page && mark_says(&display->marks[i], "Agency ");
    return count;
}

static void check_rows_together(void)
{
    lay();
    for (size_t page = 0; page < display->page_count; page++) {
        size_t rows = rows_on_page((int)page);
        ck_assert_msg(rows == 0 || rows >= 3, "%zu rows on page %zu", rows, page + 1);
    }
    ck_assert_int_eq(page_of("Table 1. "), page_of("Agency 3"));
    ck_assert_uint_ge(rows_on_page(page_of("Source:")), 3);
    display_free(display);
    display = NULL;
}

START_TEST(a_table_begins_with_three_rows_whatever_stands_above_it)
{
    for (size_t above = 24; above < 40; above++) {
        fixture_init(&fixture, arena);
        for (size_t i = 0; i < above; i++)
            fixture_paragraph(&fixture, PARAGRAPH_NOTE, "A line of its own.");
        fixture_table_block(&fixture, fixture_table(&fixture, 40));
        check_rows_together();
    }
}
END_TEST

/* A page takes some 45 rows, fewer with source and key below them. */
START_TEST(a_table_ends_with_three_rows_and_its_source_however_long_it_is)
{
    for (size_t rows = 38; rows < 54; rows++) {
        fixture_init(&fixture, arena);
        fixture_table_block(&fixture, fixture_table(&fixture, rows));
        check_rows_together();
    }
}
END_TEST

START_TEST(rows_behind_the_limit_are_told_with_their_sheet)
{
    struct table *table = fixture_table(&fixture, 1250);

    fixture_table_block(&fixture, table)->row_limit = 12;
    lay();
    page_of("1,238 more rows: see the workbook, sheet Table_1");
    ck_assert_ptr_null(find_mark("Agency 13", -1));
}
END_TEST

START_TEST(only_the_shorthand_in_use_is_explained)
{
    fixture_table_block(&fixture, fixture_table(&fixture, 8));
    lay();
    ck_assert_uint_eq(count_marks("[c] confidential"), 1);
    for (size_t i = 0; i < display->mark_count; i++)
        if (display->marks[i].kind == MARK_TEXT)
            ck_assert_ptr_null(strstr(display->marks[i].text.line.text, "[z]"));
}
END_TEST

START_TEST(a_table_without_rows_says_so)
{
    fixture_table_block(&fixture, fixture_table(&fixture, 0));
    lay();
    page_of("There are no rows to show.");
}
END_TEST

START_TEST(a_very_long_cell_is_cut_and_told)
{
    struct table *table = fixture_table(&fixture, 4);

    table->cells[5] = cell_text(fixture_words(&fixture, "boundless", 900));
    fixture_table_block(&fixture, table);
    lay();
    ck_assert_uint_eq(notices.count, 1);
    ck_assert(strstr(notices.items[0], "Table 1. Agencies and their accounts: 1 text is too long"));
    page_of("(cut): the workbook has the whole text, sheet Table_1");
    expect_golden("long-cell.pages");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("flow table");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_table_over_three_pages_repeats_title_and_head_and_splits_no_row);
    tcase_add_test(t, repeated_heads_are_artifacts_and_the_first_is_not);
    tcase_add_test(t, a_table_begins_with_three_rows_whatever_stands_above_it);
    tcase_add_test(t, a_table_ends_with_three_rows_and_its_source_however_long_it_is);
    tcase_add_test(t, rows_behind_the_limit_are_told_with_their_sheet);
    tcase_add_test(t, only_the_shorthand_in_use_is_explained);
    tcase_add_test(t, a_table_without_rows_says_so);
    tcase_add_test(t, a_very_long_cell_is_cut_and_told);
    return t;
}
