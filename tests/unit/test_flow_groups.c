/* SPDX-License-Identifier: MIT */
#include "laid_out.h"

/* Rows in groups, spanners, units and notes of tables, and what is drawn in them. */

/* Class, agency, met, items: rows of class A, then B, ..., so many each. */
static struct table *grouped_table(const size_t *sizes, size_t count)
{
    static const struct column columns[] = {
        {.id = "class", .heading = "Class", .unit = UNIT_TEXT},
        {.id = "agency", .heading = "Agency", .unit = UNIT_TEXT},
        {.id = "met", .heading = "Met", .unit = UNIT_PERCENT},
        {.id = "items", .heading = "Items", .unit = UNIT_COUNT},
    };
    struct table *table = ARENA_NEW(arena, struct table);
    size_t rows = 0;
    for (size_t g = 0; g < count; g++)
        rows += sizes[g];
    *table = (struct table){.id = "classes",
                            .number = 1,
                            .title = "Agencies by class",
                            .source = "account registry",
                            .column_count = 4,
                            .row_count = rows,
                            .grouped = true};
    table->columns = arena_array(arena, 4, sizeof *columns);
    memcpy(table->columns, columns, sizeof columns);
    table->cells = arena_array(arena, rows * 4 + 4, sizeof *table->cells);
    for (size_t g = 0, r = 0; g < count; g++)
        for (size_t i = 0; i < sizes[g]; i++, r++) {
            struct cell *cells = &table->cells[r * 4];
            cells[0] = cell_text(arena_printf(arena, "Class %c", (char)('A' + g)));
            cells[1] = cell_text(arena_printf(arena, "Agency %zu", r + 1));
            cells[2] = cell_rate((int64_t)(r * 7 % 90), 100);
            cells[3] = cell_count((int64_t)r * 3);
        }
    return table;
}

static const char *roles_of(const struct mark *mark)
{
    const struct structure *node = &display->nodes[mark->node];
    return arena_printf(arena, "%s/%s", role_name(display->nodes[node->parent].role),
                        role_name(node->role));
}

/* ---- Groups ---- */

START_TEST(a_group_is_named_above_its_rows_and_its_column_is_not_printed)
{
    struct table *table = grouped_table((size_t[]){7, 2}, 2);

    fixture_table_block(&fixture, table);
    lay();
    ck_assert_uint_eq(count_marks("Class"), 2); /* the two names, and no heading */
    ck_assert_uint_eq(count_marks("Class A"), 1);
    ck_assert_str_eq(roles_of(find_mark("Class A", 0)), "TR/TH");
    ck_assert_int_eq(display->nodes[find_mark("Class A", 0)->node].scope, SCOPE_ROW);
    ck_assert_double_lt(find_mark("Class A", 0)->box.y, find_mark("Agency 1", 0)->box.y);
    ck_assert_double_gt(find_mark("Class B", 0)->box.y, find_mark("Agency 7", 0)->box.y);
    ck_assert_double_lt(find_mark("Class B", 0)->box.y, find_mark("Agency 8", 0)->box.y);
    expect_golden("groups.pages");
}
END_TEST

static size_t span_of(int span)
{
    return span > 1 ? (size_t)span : 1;
}

/* The columns that the rows of a table cover in its tags, those of cells above included; a row
 * that spans no more than the one above it left open. */
static void check_regular(size_t columns)
{
    size_t from_above = 0;
    for (size_t row = 0; row < display->node_count; row++) {
        size_t covered = from_above, below = 0;
        if (display->nodes[row].role != ROLE_TR)
            continue;
        for (size_t i = row + 1; i < display->node_count; i++) {
            const struct structure *node = &display->nodes[i];
            if (node->parent != (int)row)
                continue;
            covered += span_of(node->column_span);
            below += node->row_span > 1 ? span_of(node->column_span) : 0;
        }
        ck_assert_uint_eq(covered, columns);
        from_above = below;
    }
}

/* Or readers of its tags lose the columns. */
START_TEST(every_row_covers_the_columns_of_its_table)
{
    struct table *table = grouped_table((size_t[]){4, 4}, 2);

    table->columns[2].spanner = table->columns[3].spanner = "In the quarter";
    fixture_table_block(&fixture, table);
    lay();
    check_regular(3);
}
END_TEST

static size_t rows_of_page(int page)
{
    size_t count = 0;
    for (size_t i = 0; i < display->mark_count; i++)
        count += display->marks[i].page == page && mark_says(&display->marks[i], "Agency ");
    return count;
}

/* 712 points of a page, 14 a row, 4 behind every fifth: some 45 rows. Two groups of 18 fill more
 * than two thirds of it, so the page ends between groups. */
START_TEST(a_page_ends_between_groups_where_that_leaves_little_empty)
{
    fixture_table_block(&fixture, grouped_table((size_t[]){18, 18, 18}, 3));
    lay();
    ck_assert_uint_eq(display->page_count, 2);
    ck_assert_uint_eq(rows_of_page(0), 36);
    ck_assert_int_eq(page_of("Class C"), 1);
    ck_assert_uint_eq(count_marks("Class C (continued)"), 0);
}
END_TEST

START_TEST(a_group_that_goes_on_is_named_again_as_an_artifact)
{
    fixture_table_block(&fixture, grouped_table((size_t[]){10, 60}, 2));
    lay();
    const struct mark *again = find_mark("Class B (continued)", 1);
    ck_assert_ptr_nonnull(again);
    ck_assert_int_eq(again->node, NODE_ARTIFACT);
    ck_assert_double_gt(again->box.y, find_mark("Agency", 1)->box.y); /* below the heading */
    ck_assert_double_lt(again->box.y, find_mark("Agency ", 1)->box.y);
    expect_golden("groups-two-pages.pages");
}
END_TEST

/* Neither a name without its rows at a page's end, nor one row of a group alone. */
START_TEST(pages_part_no_name_from_its_rows_and_no_single_row_from_its_group)
{
    for (size_t first = 30; first < 48; first++) {
        fixture_init(&fixture, arena);
        fixture_table_block(&fixture, grouped_table((size_t[]){first, 20}, 2));
        lay();
        const struct mark *name = find_mark("Class B", -1);
        const char *second = arena_printf(arena, "Agency %zu", first + 2);
        ck_assert_int_eq(name->page, page_of(second));
        ck_assert_int_eq(page_of(arena_printf(arena, "Agency %zu", first)),
                         page_of(arena_printf(arena, "Agency %zu", first - 1)));
        display_free(display);
        display = NULL;
    }
}
END_TEST

START_TEST(a_total_keeps_its_name_where_the_first_column_names_groups)
{
    struct table *table = grouped_table((size_t[]){3}, 1);

    table->row_count = 4;
    table->total_last = true;
    table->cells[12] = cell_text("All bodies");
    table->cells[15] = cell_count(9);
    fixture_table_block(&fixture, table);
    lay();
    ck_assert_double_eq_tol(find_mark("All bodies", 0)->box.x, PAGE_MARGIN_SIDE, 0.01);
}
END_TEST

/* ---- Heads ---- */

START_TEST(a_spanner_stands_above_the_headings_that_share_it)
{
    struct table *table = fixture_table(&fixture, 4);

    table->columns[1].spanner = table->columns[2].spanner = "In the quarter";
    fixture_table_block(&fixture, table);
    lay();
    const struct mark *spanner = find_mark("In the quarter", 0);
    const struct mark *accounts = find_mark("Accounts", 0), *met = find_mark("Met (%)", 0);
    double middle = (accounts->box.x + met->box.x + met->box.width) / 2;
    ck_assert_uint_eq(count_marks("In the quarter"), 1);
    ck_assert_double_lt(spanner->box.y, accounts->box.y);
    ck_assert_double_eq_tol(spanner->box.x + spanner->box.width / 2, middle, 6);
    expect_golden("spanners.pages");
}
END_TEST

START_TEST(spanners_are_repeated_with_their_heads)
{
    struct table *table = fixture_table(&fixture, 60);

    table->columns[1].spanner = table->columns[2].spanner = "In the quarter";
    fixture_table_block(&fixture, table);
    lay();
    ck_assert_int_eq(find_mark("In the quarter", 1)->node, NODE_ARTIFACT);
}
END_TEST

START_TEST(a_column_of_per_cents_says_so_once_and_one_of_mixed_cells_does_not)
{
    struct table *table = fixture_table(&fixture, 4);

    fixture_table_block(&fixture, table);
    lay();
    ck_assert_ptr_nonnull(find_mark("Met (%)", 0));
    ck_assert_ptr_null(find_mark("7%", 0));
    ck_assert_ptr_nonnull(find_mark("7", 0));
    display_free(display);
    table->cells[2] = cell_rate(4, 5);
    lay();
    ck_assert_ptr_null(find_mark("Met (%)", 0));
    ck_assert_ptr_nonnull(find_mark("4 of 5", 0));
    ck_assert_ptr_nonnull(find_mark("7%", 0));
}
END_TEST

/* 1,000 items and more have a decimal, fewer have none: 8.5 points high, half as wide a digit. */
START_TEST(points_align_where_numbers_have_different_decimals)
{
    struct table *table = fixture_table(&fixture, 3);

    table->cells[2] = cell_rate(834, 1000);
    table->cells[7] = cell_rate(76, 100);
    fixture_table_block(&fixture, table);
    lay();
    const struct mark *fine = find_mark("83.4", 0), *whole = find_mark("76", 0);
    ck_assert_double_eq_tol(whole->box.x + whole->box.width,
                            fine->box.x + fine->box.width - 2 * 4.25, 0.01);
}
END_TEST

/* "[u]" is three characters behind a space: its number stands above the others all the same. */
START_TEST(a_mark_behind_a_number_hangs_in_the_gap)
{
    struct table *table = fixture_table(&fixture, 3);

    table->cells[2] = cell_rate(16, 25);
    table->cells[2].unreliable = true;
    table->cells[7] = cell_rate(76, 100);
    fixture_table_block(&fixture, table);
    lay();
    const struct mark *marked = find_mark("64 [u]", 0), *plain = find_mark("76", 0);
    ck_assert_ptr_nonnull(find_mark("Met (%)", 0));
    ck_assert_double_eq_tol(plain->box.x, marked->box.x, 0.01);
}
END_TEST

START_TEST(raised_digits_lead_to_the_notes_that_begin_with_a_heading_or_a_row)
{
    static const char *notes[] = {"All figures are of the last day.",
                                  "Agency 2: since the merger of July.",
                                  "Accounts: open on the last day of the quarter."};
    struct table *table = fixture_table(&fixture, 4);

    table->notes = notes;
    table->note_count = 3;
    fixture_table_block(&fixture, table);
    lay();
    ck_assert_ptr_nonnull(find_mark("Accounts\u00B9", 0));
    ck_assert_ptr_nonnull(find_mark("Agency 2\u00B2", 0));
    const struct mark *first = find_mark("\u00B9 Accounts: open", 0);
    const struct mark *second = find_mark("\u00B2 Agency 2: since", 0);
    const struct mark *plain = find_mark("All figures", 0);
    ck_assert(first->box.y < second->box.y && second->box.y < plain->box.y);
}
END_TEST

/* ---- Graphics ---- */

START_TEST(bars_begin_on_one_line_and_are_as_long_as_their_numbers_say)
{
    static const int64_t accounts[] = {100, 50, 0};
    struct table *table = fixture_table(&fixture, 3);
    double lengths[3] = {0}, lefts[3] = {0};
    size_t count = 0;

    for (size_t r = 0; r < 3; r++) {
        table->cells[5 * r + 1] = cell_count(accounts[r]);
        table->cells[5 * r + 3] = cell_text("");
    }
    table->columns[1].graphic = GRAPHIC_BAR;
    fixture_table_block(&fixture, table);
    lay();
    for (size_t i = 0; i < display->mark_count; i++)
        if (display->marks[i].kind == MARK_PATH && display->marks[i].path.paint.fill) {
            ck_assert_uint_lt(count, 3);
            lefts[count] = display->marks[i].box.x;
            lengths[count++] = display->marks[i].box.width;
        }
    ck_assert_uint_eq(count, 2); /* nothing is drawn for nought */
    ck_assert_double_eq_tol(lengths[0], 48, 0.01);
    ck_assert_double_eq_tol(lengths[1], 24, 0.01);
    ck_assert_double_eq_tol(lefts[0], lefts[1], 0.01);
    ck_assert_double_lt(lefts[0] + 48, find_mark("100", 0)->box.x);
}
END_TEST

START_TEST(a_series_is_drawn_as_a_figure_in_its_cell_with_words_for_it)
{
    static const double values[] = {61, NAN, 66, 82}, none[] = {NAN, NAN};
    struct table *table = fixture_table(&fixture, 2);
    size_t figures = 0;

    table->columns[2].graphic = GRAPHIC_SPARKLINE;
    table->columns[2].unit = UNIT_TEXT;
    table->cells[2] = cell_series(values, 4);
    table->cells[7] = cell_series(none, 2);
    fixture_table_block(&fixture, table);
    lay();
    for (size_t i = 0; i < display->node_count; i++)
        if (display->nodes[i].role == ROLE_FIGURE) {
            ck_assert_int_eq(display->nodes[display->nodes[i].parent].role, ROLE_TD);
            ck_assert(strstr(display->nodes[i].alt, "from 61.0 to 82.0"));
            figures++;
        }
    ck_assert_uint_eq(figures, 1);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("flow groups");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_group_is_named_above_its_rows_and_its_column_is_not_printed);
    tcase_add_test(t, every_row_covers_the_columns_of_its_table);
    tcase_add_test(t, a_page_ends_between_groups_where_that_leaves_little_empty);
    tcase_add_test(t, a_group_that_goes_on_is_named_again_as_an_artifact);
    tcase_add_test(t, pages_part_no_name_from_its_rows_and_no_single_row_from_its_group);
    tcase_add_test(t, a_total_keeps_its_name_where_the_first_column_names_groups);
    tcase_add_test(t, a_spanner_stands_above_the_headings_that_share_it);
    tcase_add_test(t, spanners_are_repeated_with_their_heads);
    tcase_add_test(t, a_column_of_per_cents_says_so_once_and_one_of_mixed_cells_does_not);
    tcase_add_test(t, points_align_where_numbers_have_different_decimals);
    tcase_add_test(t, a_mark_behind_a_number_hangs_in_the_gap);
    tcase_add_test(t, raised_digits_lead_to_the_notes_that_begin_with_a_heading_or_a_row);
    tcase_add_test(t, bars_begin_on_one_line_and_are_as_long_as_their_numbers_say);
    tcase_add_test(t, a_series_is_drawn_as_a_figure_in_its_cell_with_words_for_it);
    return t;
}
