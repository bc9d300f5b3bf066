/* SPDX-License-Identifier: MIT */
#include "laid_out.h"

#define SENTENCE "The duties are counted one by one, for every account of every agency."

/* ---- Headings and paragraphs ---- */

START_TEST(a_heading_never_ends_a_page)
{
    for (size_t lines = 28; lines < 40; lines++) {
        fixture_init(&fixture, arena);
        for (size_t i = 0; i < lines; i++)
            fixture_paragraph(&fixture, PARAGRAPH_NOTE, "A line of its own.");
        fixture_heading(&fixture, 2, "Heading");
        fixture_paragraph(&fixture, PARAGRAPH_BODY, fixture_words(&fixture, SENTENCE, 6));
        lay();
        int page = page_of("Heading");
        size_t below = 0;
        for (size_t i = 0; i < display->mark_count; i++) {
            const struct mark *mark = &display->marks[i];
            below += mark->page == page && mark->kind == MARK_TEXT && mark->node >= 0 &&
                     mark->box.y > find_mark("Heading", page)->box.y;
        }
        ck_assert_uint_ge(below, 3);
        display_free(display);
        display = NULL;
    }
}
END_TEST

START_TEST(headings_at_a_page_end_move_with_what_follows)
{
    for (size_t i = 0; i < 33; i++) /* there is room for both headings, but for no line below */
        fixture_paragraph(&fixture, PARAGRAPH_NOTE, "A line of its own.");
    fixture_heading(&fixture, 1, "Section");
    fixture_heading(&fixture, 2, "Part");
    fixture_paragraph(&fixture, PARAGRAPH_BODY, fixture_words(&fixture, SENTENCE, 3));
    lay();
    ck_assert_int_eq(page_of("Section"), 1);
    ck_assert_double_eq_tol(find_mark("Section", 1)->box.y, PAGE_MARGIN_TOP + 2.5, 0.01);
    expect_golden("heading-at-page-end.pages");
}
END_TEST

/* The lines of a paragraph on each page: never one alone. */
START_TEST(a_paragraph_over_pages_parts_no_single_line)
{
    for (size_t above = 30; above < 44; above++) {
        size_t lines[2] = {0};
        fixture_init(&fixture, arena);
        for (size_t i = 0; i < above; i++)
            fixture_paragraph(&fixture, PARAGRAPH_NOTE, "-");
        fixture_paragraph(&fixture, PARAGRAPH_BODY, fixture_words(&fixture, "abcdefgh", 42));
        lay();
        ck_assert_uint_le(display->page_count, 2);
        for (size_t i = 0; i < display->mark_count; i++)
            if (mark_says(&display->marks[i], "abcdefgh"))
                lines[display->marks[i].page]++;
        ck_assert_uint_eq(lines[0] + lines[1], 6); /* 7 words in a line of 63 characters */
        ck_assert(lines[0] != 1 && lines[1] != 1);
        display_free(display);
        display = NULL;
    }
}
END_TEST

START_TEST(neighbouring_bullets_are_one_list)
{
    size_t lists = 0;
    size_t items = 0;

    fixture_paragraph(&fixture, PARAGRAPH_BULLET, "First");
    fixture_paragraph(&fixture, PARAGRAPH_BULLET, "Second");
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Between");
    fixture_paragraph(&fixture, PARAGRAPH_BULLET, "Third");
    lay();
    for (size_t i = 0; i < display->node_count; i++) {
        lists += display->nodes[i].role == ROLE_L;
        items += display->nodes[i].role == ROLE_LI;
    }
    ck_assert_uint_eq(lists, 2);
    ck_assert_uint_eq(items, 3);
}
END_TEST

/* ---- Figures ---- */

START_TEST(a_figure_that_does_not_fit_goes_to_the_next_page_whole)
{
    fixture_heading(&fixture, 1, "Section");
    for (size_t i = 0; i < 27; i++)
        fixture_paragraph(&fixture, PARAGRAPH_NOTE, "A line of its own.");
    fixture_heading(&fixture, 2, "Trend");
    fixture_figure_block(&fixture, fixture_figure(&fixture));
    lay();
    ck_assert_uint_eq(display->page_count, 2);
    ck_assert_int_eq(page_of("Trend"), 1);
    ck_assert_int_eq(page_of("Figure 1. Four in five duties are met"), 1);
    ck_assert_int_eq(page_of("Source: account registry"), 1);
    expect_golden("figure-does-not-fit.pages");
}
END_TEST

START_TEST(a_lead_goes_with_the_figure_that_it_answers_for)
{
    for (size_t i = 0; i < 27; i++)
        fixture_paragraph(&fixture, PARAGRAPH_NOTE, "A line of its own.");
    fixture_paragraph(&fixture, PARAGRAPH_LEAD, "First lead.");
    fixture_paragraph(&fixture, PARAGRAPH_LEAD, "Last lead.");
    fixture_figure_block(&fixture, fixture_figure(&fixture));
    lay();
    ck_assert_uint_eq(display->page_count, 2);
    ck_assert_int_eq(page_of("First lead."), 0); /* what follows it is text */
    ck_assert_int_eq(page_of("Last lead."), 1);
    ck_assert_int_eq(page_of("Figure 1. Four in five duties are met"), 1);
}
END_TEST

START_TEST(a_figure_alone_stands_on_a_page_of_its_own_size)
{
    struct error err = {0};
    struct flow_options options = {
        .theme = &theme, .measure = &measure, .arena = arena, .notices = &notices};
    struct figure *figure = fixture_figure(&fixture);

    ck_assert_msg(flow_figure(&fixture.document, figure, 400, &options, &display, &err), "%s",
                  err.message);
    ck_assert_uint_eq(display->page_count, 1);
    ck_assert_double_eq(display->pages[0].width, 400);
    struct rect page = {0, 0, 400, display->pages[0].height};
    for (size_t i = 0; i < display->mark_count; i++)
        ck_assert(rect_contains(page, display->marks[i].box));
    page_of("Figure 1. Four in five duties are met");
    page_of("Recomputed on the current method.");
    ck_assert_ptr_null(find_mark("Page 1", -1));
}
END_TEST

/* ---- The whole report ---- */

static void whole_report(void)
{
    fixture_add(&fixture, BLOCK_COVER);
    fixture_add(&fixture, BLOCK_CONTENTS);
    fixture_add(&fixture, BLOCK_PAGE_BREAK);
    fixture_heading(&fixture, 1, "Executive summary");
    fixture_paragraph(&fixture, PARAGRAPH_LEAD, "Agencies met 82% of their duties.");
    fixture_tiles(&fixture);
    fixture_heading(&fixture, 2, "What changed");
    fixture_paragraph(&fixture, PARAGRAPH_BULLET, "12 agencies named a second administrator.");
    fixture_add(&fixture, BLOCK_PAGE_BREAK);
    fixture_heading(&fixture, 1,
                    "A section whose heading is so long that it takes a second line "
                    "in the contents, where the page numbers keep their column");
    fixture_facts(&fixture);
    fixture_heading(&fixture, 2, "Agencies");
    fixture_table_block(&fixture, fixture_table(&fixture, 5));
}

START_TEST(cover_and_contents_say_what_follows_and_where)
{
    whole_report();
    lay();
    ck_assert_uint_eq(display->page_count, 4);
    ck_assert_ptr_nonnull(find_mark("Page 2 of 4", 1));
    ck_assert_int_eq(page_of("DRAFT"), 0);
    ck_assert_int_eq(page_of("Contents"), 1);
    ck_assert_uint_eq(display->outline_count, 4);
    ck_assert_int_eq(display_find(display, display->outline[3].destination), 3);
    ck_assert_int_eq(display->outline[3].level, 2);
    ck_assert_ptr_nonnull(find_mark("3", 1));
    ck_assert_ptr_nonnull(find_mark("4", 1));
    expect_golden("contents.pages");
}
END_TEST

START_TEST(a_final_edition_bears_no_draft_word)
{
    whole_report();
    fixture.document.draft = false;
    fixture.document.edition = "Final";
    lay();
    for (size_t i = 0; i < display->mark_count; i++)
        if (display->marks[i].kind == MARK_TEXT) {
            ck_assert_ptr_null(strstr(display->marks[i].text.line.text, "DRAFT"));
            ck_assert_ptr_null(strstr(display->marks[i].text.line.text, "Draft"));
        }
}
END_TEST

START_TEST(every_page_of_a_draft_says_so_whatever_its_edition_is_called)
{
    whole_report();
    fixture.document.edition = "For comment";
    lay();
    ck_assert_ptr_nonnull(find_mark("Whole of government \u00B7 For oversight \u00B7 Draft", 1));
    ck_assert_ptr_nonnull(find_mark("Executive summary \u00B7 For oversight \u00B7 Draft", 2));
    ck_assert_ptr_nonnull(find_mark("A section whose heading", 3));
}
END_TEST

START_TEST(running_heads_name_the_section_or_the_agency)
{
    fixture_heading(&fixture, 1, "First");
    for (size_t i = 0; i < 56; i++)
        fixture_paragraph(&fixture, PARAGRAPH_LEAD, "A line of its own.");
    fixture_heading(&fixture, 1, "Second");
    fixture_heading(&fixture, 1, "Third");
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Text.");
    lay();
    ck_assert_int_eq(page_of("Second"), 2);
    ck_assert_ptr_nonnull(find_mark("First \u00B7 For oversight", 0));
    ck_assert_ptr_nonnull(find_mark("First \u00B7 For oversight", 1));
    ck_assert_ptr_nonnull(find_mark("Second \u00B7 For oversight", 2));
    display_free(display);
    fixture.document.about_agency = true;
    lay();
    ck_assert_ptr_nonnull(find_mark("Whole of government \u00B7 For oversight", 1));
}
END_TEST

START_TEST(long_running_heads_give_way_and_do_not_collide)
{
    fixture.document.subject = fixture_words(&fixture, "Department", 30);
    fixture.document.short_title = fixture_words(&fixture, "Report", 40);
    fixture.document.issuer = fixture_words(&fixture, "Office", 60);
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Text.");
    lay(); /* which looks for overlaps */
    const struct mark *head = find_mark("Department", 0);
    ck_assert(strstr(head->text.line.text, "\u2026 \u00B7 For oversight \u00B7 Draft 1"));
}
END_TEST

/* Names come from the database: whatever their length, nothing leaves its page. */
START_TEST(boundless_names_are_cut_and_told_once)
{
    const char *name = fixture_words(&fixture, "Department", 400);
    struct table *table = fixture_table(&fixture, 3);
    struct figure *figure = fixture_figure(&fixture);

    fixture_add(&fixture, BLOCK_COVER);
    fixture_add(&fixture, BLOCK_CONTENTS);
    fixture_heading(&fixture, 1, name);
    fixture_paragraph(&fixture, PARAGRAPH_BODY, name);
    fixture_table_block(&fixture, table);
    fixture_figure_block(&fixture, figure);
    fixture.document.subject = name;
    table->title = name;
    figure->title = name;
    lay();
    ck_assert_uint_eq(notices.count, 1);
    ck_assert(strstr(notices.items[0], "a name or title is too long and cut"));
}
END_TEST

START_TEST(page_breaks_make_no_empty_pages)
{
    fixture_add(&fixture, BLOCK_PAGE_BREAK);
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "One.");
    fixture_add(&fixture, BLOCK_PAGE_BREAK);
    fixture_add(&fixture, BLOCK_PAGE_BREAK);
    fixture_paragraph(&fixture, PARAGRAPH_BODY, "Two.");
    fixture_add(&fixture, BLOCK_PAGE_BREAK);
    lay();
    ck_assert_uint_eq(display->page_count, 2);
    ck_assert_int_eq(page_of("Two."), 1);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("flow");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_heading_never_ends_a_page);
    tcase_add_test(t, headings_at_a_page_end_move_with_what_follows);
    tcase_add_test(t, a_paragraph_over_pages_parts_no_single_line);
    tcase_add_test(t, neighbouring_bullets_are_one_list);
    tcase_add_test(t, a_figure_that_does_not_fit_goes_to_the_next_page_whole);
    tcase_add_test(t, a_lead_goes_with_the_figure_that_it_answers_for);
    tcase_add_test(t, a_figure_alone_stands_on_a_page_of_its_own_size);
    tcase_add_test(t, cover_and_contents_say_what_follows_and_where);
    tcase_add_test(t, a_final_edition_bears_no_draft_word);
    tcase_add_test(t, every_page_of_a_draft_says_so_whatever_its_edition_is_called);
    tcase_add_test(t, running_heads_name_the_section_or_the_agency);
    tcase_add_test(t, long_running_heads_give_way_and_do_not_collide);
    tcase_add_test(t, boundless_names_are_cut_and_told_once);
    tcase_add_test(t, page_breaks_make_no_empty_pages);
    return t;
}
