/* SPDX-License-Identifier: MIT */
#include "laid_out.h"

/* Blocks side by side, turned pages, blocks that float, the annex. */

static struct block *add_columns(int left, int right)
{
    struct block *block = fixture_add(&fixture, BLOCK_COLUMNS);
    block->sides[0] =
        (struct side){.span = left, .blocks = arena_array(arena, 8, sizeof(struct block))};
    block->sides[1] =
        (struct side){.span = right, .blocks = arena_array(arena, 8, sizeof(struct block))};
    return block;
}

static struct block *add_to(struct side *side, enum block_kind kind)
{
    struct block *block = &side->blocks[side->block_count++];
    block->kind = kind;
    return block;
}

static void add_words(struct side *side, const char *text)
{
    struct block *block = add_to(side, BLOCK_PARAGRAPH);
    block->style = PARAGRAPH_BODY;
    block->text = text;
}

static void fill_lines(size_t count)
{
    for (size_t i = 0; i < count; i++)
        fixture_paragraph(&fixture, PARAGRAPH_BODY, "A line of its own.");
}

static double right_of(const char *words)
{
    const struct mark *mark = find_mark(words, -1);
    return mark->box.x + mark->box.width;
}

/* ---- Side by side ---- */

START_TEST(blocks_stand_side_by_side_on_the_columns_of_the_page)
{
    fixture_heading(&fixture, 1, "Section");
    struct block *columns = add_columns(8, 4);
    add_to(&columns->sides[0], BLOCK_TABLE)->table = fixture_table(&fixture, 6);
    struct block *heading = add_to(&columns->sides[1], BLOCK_HEADING);
    heading->level = 3;
    heading->text = "Beside";
    add_words(&columns->sides[1], fixture_words(&fixture, "Some words that wrap.", 9));
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Behind both.");
    lay();
    const struct mark *table = find_mark("Table 1.", 0), *beside = find_mark("Beside", 0);
    ck_assert_double_eq_tol(table->box.x, PAGE_MARGIN_SIDE, 0.01);
    /* eight columns of 29.16 with seven gutters, and one more gutter */
    ck_assert_double_eq_tol(beside->box.x, 56.7 + 8 * 29.156 + 8 * 12, 0.05);
    ck_assert_double_lt(fabs(table->box.y - beside->box.y), 4);
    ck_assert_double_gt(find_mark("Behind both.", 0)->box.y, find_mark("Source:", 0)->box.y);
    expect_golden("side-by-side.pages");
}
END_TEST

START_TEST(sides_that_do_not_fit_go_to_the_next_page_together)
{
    fill_lines(26); /* 26 lines of 14 with 8 between them: 564 of 712 points */
    struct block *columns = add_columns(6, 6);
    add_to(&columns->sides[0], BLOCK_FIGURE)->figure = fixture_figure(&fixture);
    add_words(&columns->sides[1], "Said beside it.");
    lay();
    ck_assert_int_eq(page_of("Figure 1."), 1);
    ck_assert_int_eq(page_of("Said beside it."), 1);
    ck_assert_double_lt(right_of("Figure 1."), 56.7 + 6 * 29.156 + 5 * 12 + 0.1);
}
END_TEST

/* What is longer than a page cannot stand beside anything; what is alone need not. */
START_TEST(sides_longer_than_a_page_or_alone_stand_at_full_width)
{
    struct block *columns = add_columns(6, 6);
    add_to(&columns->sides[0], BLOCK_TABLE)->table = fixture_table(&fixture, 120);
    add_words(&columns->sides[1], "Said behind it.");
    struct block *alone = add_columns(4, 8);
    add_words(&alone->sides[1], "Said alone.");
    lay();
    ck_assert_uint_eq(display->page_count, 3);
    ck_assert_int_eq(page_of("Said behind it."), 2);
    ck_assert_double_eq_tol(find_mark("Said behind it.", 2)->box.x, PAGE_MARGIN_SIDE, 0.01);
    ck_assert_double_eq_tol(find_mark("Said alone.", 2)->box.x, PAGE_MARGIN_SIDE, 0.01);
}
END_TEST

START_TEST(tiles_in_half_a_page_stand_two_a_row)
{
    struct block *columns = add_columns(6, 6);
    fixture_tiles(&fixture);
    struct block *tiles = &fixture.blocks[--fixture.document.block_count];
    *add_to(&columns->sides[1], BLOCK_TILES) = *tiles;
    add_words(&columns->sides[0], "Left.");
    lay();
    ck_assert_double_eq(find_mark("Duties met", 0)->box.y, find_mark("Band", 0)->box.y);
    ck_assert_double_gt(find_mark("Accounts approved", 0)->box.y, find_mark("Band", 0)->box.y);
}
END_TEST

/* ---- Floats ---- */

static struct block *add_float(const struct figure *figure)
{
    struct block *block = fixture_add(&fixture, BLOCK_FIGURE);
    block->figure = figure;
    block->floats = true;
    return block;
}

START_TEST(what_follows_a_floating_figure_fills_the_page_up_to_the_next_heading)
{
    fixture_heading(&fixture, 1, "Section");
    fill_lines(24);
    add_float(fixture_figure(&fixture));
    for (size_t i = 0; i < 3; i++)
        fixture_paragraph(&fixture, PARAGRAPH_BODY, "It may stand before the figure.");
    fixture_heading(&fixture, 2, "Next");
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "This may not.");
    lay();
    ck_assert_uint_eq(count_marks("It may stand before the figure."), 3);
    ck_assert_int_eq(page_of("It may stand before the figure."), 0);
    ck_assert_int_eq(page_of("Figure 1."), 1);
    ck_assert_double_lt(find_mark("Figure 1.", 1)->box.y, find_mark("Next", 1)->box.y);
    ck_assert_int_eq(page_of("This may not."), 1);
    expect_golden("float.pages");
}
END_TEST

START_TEST(a_floating_figure_that_fits_stays_where_it_is)
{
    add_float(fixture_figure(&fixture));
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Behind it.");
    lay();
    ck_assert_double_lt(find_mark("Figure 1.", 0)->box.y, find_mark("Behind it.", 0)->box.y);
}
END_TEST

/* Numbers would stand out of order. */
START_TEST(a_figure_never_passes_a_figure_but_a_table_may)
{
    struct figure *second = fixture_figure(&fixture);

    second->number = 2;
    second->height = 60;
    fill_lines(22);
    add_float(fixture_figure(&fixture));
    fixture_figure_block(&fixture, second);
    lay();
    ck_assert_int_eq(page_of("Figure 1."), 1);
    ck_assert_int_eq(page_of("Figure 2."), 1);
    display_free(display);
    fixture.document.block_count--;
    fixture_table_block(&fixture, fixture_table(&fixture, 2));
    lay();
    ck_assert_int_eq(page_of("Figure 1."), 1);
    ck_assert_int_eq(page_of("Table 1."), 0);
}
END_TEST

/* They may hold a table and a figure. */
START_TEST(floating_columns_are_passed_by_words_alone)
{
    fill_lines(26);
    struct block *columns = add_columns(6, 6);
    columns->floats = true;
    add_to(&columns->sides[0], BLOCK_FIGURE)->figure = fixture_figure(&fixture);
    add_words(&columns->sides[1], "Beside it.");
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "It passes them.");
    fixture_table_block(&fixture, fixture_table(&fixture, 1));
    lay();
    ck_assert_int_eq(page_of("It passes them."), 0);
    ck_assert_int_eq(page_of("Beside it."), 1);
    ck_assert_double_lt(find_mark("Beside it.", 1)->box.y, find_mark("Table 1.", 1)->box.y);
}
END_TEST

/* ---- Turned pages ---- */

START_TEST(a_turned_page_begins_and_ends_around_its_block)
{
    struct table *table = fixture_table(&fixture, 60);

    fixture_heading(&fixture, 1, "Upright");
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Before it.");
    fixture_heading(&fixture, 1, "Turned");
    fixture_paragraph(&fixture, PARAGRAPH_LEAD, "It leads to the table.");
    fixture_table_block(&fixture, table)->landscape = true;
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Behind it.");
    lay();
    ck_assert_uint_eq(display->page_count, 5);
    ck_assert_double_eq(display->pages[0].width, PAGE_WIDTH);
    ck_assert_int_eq(page_of("Turned"), 1);
    ck_assert_int_eq(page_of("Table 1."), 1);
    for (int page = 1; page < 4; page++) {
        ck_assert_double_eq(display->pages[page].width, PAGE_HEIGHT);
        ck_assert_double_eq(display->pages[page].height, PAGE_WIDTH);
    }
    ck_assert_double_eq(display->pages[4].width, PAGE_WIDTH);
    ck_assert_int_eq(page_of("Behind it."), 4);
    expect_golden("landscape.pages");
}
END_TEST

START_TEST(turned_blocks_share_a_page_and_a_first_page_may_be_turned)
{
    struct table *second = fixture_table(&fixture, 3);

    second->number = 2;
    fixture_table_block(&fixture, fixture_table(&fixture, 3))->landscape = true;
    fixture_table_block(&fixture, second)->landscape = true;
    lay();
    ck_assert_uint_eq(display->page_count, 1);
    ck_assert_double_eq(display->pages[0].width, PAGE_HEIGHT);
}
END_TEST

START_TEST(a_floating_turned_table_lets_the_section_end_upright)
{
    struct block *table;

    fixture_heading(&fixture, 1, "Section");
    table = fixture_table_block(&fixture, fixture_table(&fixture, 4));
    table->landscape = table->floats = true;
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Words of the same section.");
    fixture_heading(&fixture, 1, "Next");
    lay();
    ck_assert_int_eq(page_of("Words of the same section."), 0);
    ck_assert_int_eq(page_of("Table 1."), 1);
    ck_assert_int_eq(page_of("Next"), 2);
}
END_TEST

START_TEST(contents_keep_their_numbers_in_line_whatever_page_comes_last)
{
    fixture_add(&fixture, BLOCK_CONTENTS);
    fixture_heading(&fixture, 1, "Turned");
    fixture_table_block(&fixture, fixture_table(&fixture, 3))->landscape = true;
    lay(); /* which looks for marks outside of their page */
    const struct mark *number = find_mark("2", 0);
    ck_assert_double_eq_tol(number->box.x + number->box.width, PAGE_WIDTH - PAGE_MARGIN_SIDE, 0.01);
}
END_TEST

/* ---- Spans and the annex ---- */

START_TEST(a_figure_of_eight_columns_is_as_wide_as_they_are)
{
    fixture_figure_block(&fixture, fixture_figure(&fixture));
    fixture.blocks[0].span = 8;
    lay();
    double most = 0;
    for (size_t i = 0; i < display->mark_count; i++)
        if (display->marks[i].node != NODE_ARTIFACT)
            most = fmax(most, display->marks[i].box.x + display->marks[i].box.width);
    ck_assert_double_lt(most, 56.7 + 317.3 + 0.1);
    ck_assert_double_gt(most, 56.7 + 250);
}
END_TEST

START_TEST(an_annex_begins_a_page_and_counts_its_own)
{
    fixture_add(&fixture, BLOCK_CONTENTS);
    fixture_heading(&fixture, 1, "Body");
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Text.");
    fixture_heading(&fixture, 1, "Lists");
    fixture.blocks[3].annex = true;
    fixture_table_block(&fixture, fixture_table(&fixture, 60));
    lay();
    ck_assert_uint_eq(display->page_count, 3);
    ck_assert_int_eq(page_of("Table 1."), 1);
    ck_assert_str_eq(display->pages[0].label, "1");
    ck_assert_str_eq(display->pages[1].label, "A-1");
    ck_assert_str_eq(display->pages[2].label, "A-2");
    ck_assert_ptr_nonnull(find_mark("Page 1 of 1", 0));
    ck_assert_ptr_nonnull(find_mark("Page A-2 of A-2", 2));
    ck_assert_ptr_nonnull(find_mark("A-1", 0)); /* in the contents */
}
END_TEST

/* ---- Text of any length ---- */

static const char *unbroken(size_t length)
{
    char *text = arena_array(arena, length + 1, 1);
    memset(text, 'x', length);
    return text;
}

/* Nothing leaves its page or its side, whatever a database holds. */
START_TEST(text_without_spaces_of_any_length_stays_in_its_place)
{
    static const size_t LENGTHS[] = {60, 200, 5000};
    const char *text = unbroken(LENGTHS[_i]);
    struct table *table = fixture_table(&fixture, 6);
    struct block *columns = add_columns(8, 4);
    struct figure *figure = fixture_figure(&fixture);

    table->grouped = true;
    table->group_column = 0;
    for (size_t r = 0; r < 6; r++)
        table->cells[5 * r] = cell_text(text);
    table->title = table->columns[1].heading = table->columns[2].spanner = figure->title = text;
    table->columns[0].heading = "Group";
    fixture.document.subject = fixture.document.issuer = text;
    add_words(&columns->sides[1], text);
    add_to(&columns->sides[0], BLOCK_TABLE)->table = table;
    fixture_heading(&fixture, 1, text);
    fixture_paragraph(&fixture, PARAGRAPH_BULLET, text);
    fixture_figure_block(&fixture, figure);
    fixture_table_block(&fixture, table)->landscape = true;
    lay();
    ck_assert_ptr_nonnull(find_mark("xxxxx", -1));
    if (LENGTHS[_i] == 5000)
        ck_assert_uint_ge(notices.count, 2); /* a name, and the table's cells */
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("flow pages");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, blocks_stand_side_by_side_on_the_columns_of_the_page);
    tcase_add_test(t, sides_that_do_not_fit_go_to_the_next_page_together);
    tcase_add_test(t, sides_longer_than_a_page_or_alone_stand_at_full_width);
    tcase_add_test(t, tiles_in_half_a_page_stand_two_a_row);
    tcase_add_test(t, what_follows_a_floating_figure_fills_the_page_up_to_the_next_heading);
    tcase_add_test(t, a_floating_figure_that_fits_stays_where_it_is);
    tcase_add_test(t, a_figure_never_passes_a_figure_but_a_table_may);
    tcase_add_test(t, floating_columns_are_passed_by_words_alone);
    tcase_add_test(t, a_turned_page_begins_and_ends_around_its_block);
    tcase_add_test(t, turned_blocks_share_a_page_and_a_first_page_may_be_turned);
    tcase_add_test(t, a_floating_turned_table_lets_the_section_end_upright);
    tcase_add_test(t, contents_keep_their_numbers_in_line_whatever_page_comes_last);
    tcase_add_test(t, a_figure_of_eight_columns_is_as_wide_as_they_are);
    tcase_add_test(t, an_annex_begins_a_page_and_counts_its_own);
    tcase_add_loop_test(t, text_without_spaces_of_any_length_stays_in_its_place, 0, 3);
    return t;
}
