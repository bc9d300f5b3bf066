/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "draw/display.h"
#include "draw/style.h"
#include "draw/symbol.h"
#include "fake_measure.h"
#include "metrics/status.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct arena *arena;
static struct measure measure;
static struct display *display;
static const struct colour INK = {0, 0, 0};

static void setup(void)
{
    arena = arena_new();
    measure = fake_measure(arena);
    display = display_new(arena);
    display_page_new(display, 200, 100);
}

static void teardown(void)
{
    display_free(display);
    arena_free(arena);
}

static struct line line_of(const char *string)
{
    return measure_lines(&measure, string, FONT_BODY, 0).items[0];
}

static void put(const char *string, double y)
{
    struct line line = line_of(string);
    display_text(display, &line, (struct point){10, y}, INK);
}

static void put_leaf(enum role role, const char *string, double y)
{
    int node = display_open(display, role);
    put(string, y);
    display_close(display, node);
}

static void rule(void)
{
    struct paint paint = {.stroke = true, .width = 0.5};
    display_line(display, (struct point){0, 50}, (struct point){100, 50}, &paint);
}

START_TEST(dump_reads_as_pages_marks_and_outline)
{
    int sect = display_open(display, ROLE_SECT);
    display_destination(display, "s1", (struct point){10, 20});
    put_leaf(ROLE_H1, "Peso ", 30);
    display_artifact_begin(display);
    rule();
    display_artifact_end(display);
    int figure = display_open(display, ROLE_FIGURE);
    display_alt(display, figure, "A square.");
    struct paint paint = {.fill = true, .fill_colour = {1, 0, 0}};
    display_rect(display, (struct rect){1, 2, 3, 4}, &paint);
    display_close(display, figure);
    display_close(display, sect);
    display_outline(display, 2, "Peso", "s1");

    struct text dump = {0};
    display_dump(display, &dump);
    /* FONT_BODY is 10 points: four letters of 5 points, 7.5 above the baseline at 30. */
    ck_assert_str_eq(text_string(&dump),
                     "page 1  200.0x100.0\n"
                     "1  10.0 20.0 0.0x0.0  -  destination s1\n"
                     "1  10.0 22.5 20.0x10.0  Sect/H1  text \"Peso\" #000000\n"
                     "1  0.0 50.0 100.0x0.0  Artifact  line stroke #000000 0.5\n"
                     "1  1.0 2.0 3.0x4.0  Sect/Figure  rect fill #FF0000\n"
                     "alt Figure: A square.\n"
                     "outline   Peso -> s1\n");
    text_finish(&dump);
}
END_TEST

START_TEST(mark_in_a_node_with_children_aborts)
{
    int sect = display_open(display, ROLE_SECT);
    put_leaf(ROLE_P, "inside", 20);
    (void)sect;
    put("outside", 30);
}
END_TEST

START_TEST(child_of_a_leaf_with_marks_aborts)
{
    display_open(display, ROLE_P);
    put("text", 20);
    display_open(display, ROLE_SPAN);
}
END_TEST

START_TEST(mark_outside_any_node_aborts)
{
    put("text", 20);
}
END_TEST

START_TEST(leaf_resumed_after_an_artifact_aborts)
{
    display_open(display, ROLE_P);
    put("text", 20);
    display_artifact_begin(display);
    rule();
    display_artifact_end(display);
    put("more", 30);
}
END_TEST

START_TEST(leaf_on_two_pages_aborts)
{
    display_open(display, ROLE_P);
    put("text", 20);
    display_page_new(display, 200, 100);
    put("more", 30);
}
END_TEST

START_TEST(closing_an_outer_node_first_aborts)
{
    int sect = display_open(display, ROLE_SECT);
    display_open(display, ROLE_P);
    display_close(display, sect);
}
END_TEST

START_TEST(paragraph_runs_over_pages_in_spans)
{
    int paragraph = display_open(display, ROLE_P);
    put_leaf(ROLE_SPAN, "first", 20);
    display_page_new(display, 200, 100);
    put_leaf(ROLE_SPAN, "second", 20);
    display_close(display, paragraph);

    struct error err = {0};
    ck_assert(display_check(display, &err));
    ck_assert_int_eq(display->marks[0].page, 0);
    ck_assert_int_eq(display->marks[1].page, 1);
    ck_assert_int_ne(display->marks[0].node, display->marks[1].node);
}
END_TEST

START_TEST(destination_inside_a_leaf_does_not_part_its_marks)
{
    int node = display_open(display, ROLE_P);
    put("one", 20);
    display_destination(display, "here", (struct point){10, 20});
    put("two", 30);
    display_close(display, node);
    for (size_t i = 0; i < 3; i++)
        ck_assert_int_eq(display->marks[i].node, node);
    ck_assert_int_eq(display_find(display, "here"), 0);
    ck_assert_int_eq(display_find(display, "there"), -1);
}
END_TEST

/* Each fault alone, and nothing else wrong. */
static void assert_refused(const char *word)
{
    struct error err = {0};
    ck_assert(!display_check(display, &err));
    ck_assert_msg(strstr(err.message, word) != NULL, "%s", err.message);
    error_finish(&err);
}

START_TEST(check_wants_every_link_to_lead_somewhere)
{
    int node = display_open(display, ROLE_LINK);
    put("see", 20);
    display_link(display, (struct rect){10, 10, 20, 10}, "there");
    display_close(display, node);
    assert_refused("'there'");
    display_destination(display, "there", (struct point){0, 0});
    ck_assert(display_check(display, NULL));
    display_destination(display, "there", (struct point){0, 0});
    assert_refused("twice");
}
END_TEST

START_TEST(check_wants_the_outline_to_lead_somewhere)
{
    display_outline(display, 1, "Title", "nowhere");
    assert_refused("'nowhere'");
}
END_TEST

START_TEST(check_wants_reserved_texts_to_be_set)
{
    int node = display_open(display, ROLE_REFERENCE);
    size_t mark = display_text_reserve(display);
    display_close(display, node);
    assert_refused("reserved");

    struct line line = line_of("12");
    display_text_set(display, mark, &line, (struct point){100, 40}, INK);
    ck_assert(display_check(display, NULL));
    ck_assert_double_eq_tol(display->marks[mark].box.y, 32.5, 1e-9);
    ck_assert_int_eq(display->marks[mark].node, node);
}
END_TEST

START_TEST(check_wants_alternative_text_of_figures)
{
    int node = display_open(display, ROLE_FIGURE);
    rule();
    display_close(display, node);
    assert_refused("alternative");
    display_alt(display, node, "A line.");
    ck_assert(display_check(display, NULL));
}
END_TEST

START_TEST(check_wants_all_nodes_closed)
{
    display_open(display, ROLE_SECT);
    assert_refused("Sect");
}
END_TEST

START_TEST(circle_is_as_wide_as_its_diameter)
{
    int node = display_open(display, ROLE_FIGURE);
    struct paint paint = {.fill = true};
    display_circle(display, (struct point){50, 40}, 10, &paint);
    display_close(display, node);
    struct rect box = display->marks[0].box;
    ck_assert_double_eq_tol(box.x, 40, 1e-9);
    ck_assert_double_eq_tol(box.y, 30, 1e-9);
    ck_assert_double_eq_tol(box.width, 20, 1e-9);
    ck_assert_double_eq_tol(box.height, 20, 1e-9);
}
END_TEST

/* The marks of each symbol as text: equal dumps would be equal symbols. */
static char *dump_symbol(enum status status)
{
    struct theme theme;
    struct text dump = {0};
    theme_default(&theme);
    struct display *own = display_new(arena);
    display_page_new(own, 200, 100);
    int node = display_open(own, ROLE_FIGURE);
    symbol_status(own, &theme, status, (struct point){20, 20}, 9);
    display_close(own, node);
    for (size_t i = 0; i < own->mark_count; i++)
        ck_assert(rect_contains((struct rect){20, 20, 9, 9}, own->marks[i].box));
    display_dump(own, &dump);
    display_free(own);
    return text_detach(&dump);
}

START_TEST(symbols_differ_and_stay_in_their_square)
{
    char *dumps[STATUS_COUNT];
    for (int i = 0; i < STATUS_COUNT; i++)
        dumps[i] = dump_symbol((enum status)i);
    for (int i = 0; i < STATUS_COUNT; i++)
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(dumps[i], dumps[j]);
    for (int i = 0; i < STATUS_COUNT; i++)
        free(dumps[i]);
}
END_TEST

START_TEST(statuses_have_distinct_codes_words_and_letters)
{
    for (int i = 0; i < STATUS_COUNT; i++) {
        enum status status = (enum status)i;
        ck_assert_int_eq(status_from_code(status_code(status)), status);
        for (int j = 0; j < i; j++) {
            ck_assert_str_ne(status_word(status), status_word((enum status)j));
            ck_assert_str_ne(status_letter(status), status_letter((enum status)j));
        }
    }
    ck_assert_int_eq(status_from_code("mett"), STATUS_COUNT);
    ck_assert_int_eq(status_from_code(NULL), STATUS_COUNT);
}
END_TEST

START_TEST(columns_fill_the_text_block)
{
    /* VISUAL: 12 columns of 29.16 and gutters of 12 make 481.9. */
    ck_assert_double_eq_tol(style_span(12), 481.9, 0.05);
    ck_assert_double_eq_tol(style_span(6), 234.9, 0.1);
    ck_assert_double_eq_tol(style_span(1), 29.16, 0.01);
}
END_TEST

static bool same_colour(struct colour a, struct colour b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

START_TEST(theme_file_says_what_the_program_says)
{
    struct theme theme;
    struct theme standard;
    struct error err = {0};
    char *path = source_path("templates/theme.yaml");
    theme_default(&standard);
    ck_assert_msg(theme_load(path, arena, &theme, &err), "%s", err.message);
    ck_assert_str_eq(theme.family, standard.family);
    ck_assert(same_colour(theme.faint, standard.faint));
    ck_assert(same_colour(theme.grid, standard.grid));
    ck_assert(same_colour(theme.brand, standard.brand));
    for (int i = 0; i < 4; i++)
        ck_assert(same_colour(theme.series[i], standard.series[i]));
    for (int i = 0; i < 5; i++) {
        ck_assert(same_colour(theme.sequential[i], standard.sequential[i]));
        ck_assert(same_colour(theme.diverging[i], standard.diverging[i]));
    }
    for (int i = 0; i < STATUS_COUNT; i++) {
        ck_assert(same_colour(theme.status_fill[i], standard.status_fill[i]));
        ck_assert(same_colour(theme.status_ink[i], standard.status_ink[i]));
    }
    free(path);
}
END_TEST

/* Loads a theme of the given text. */
static bool load(const char *yaml, struct theme *ret_theme, struct error *err)
{
    char path[] = "/tmp/ulat-theme-XXXXXX";
    int descriptor = mkstemp(path);
    ck_assert_int_ge(descriptor, 0);
    ck_assert_int_eq(write(descriptor, yaml, strlen(yaml)), (ssize_t)strlen(yaml));
    close(descriptor);
    bool loaded = theme_load(path, arena, ret_theme, err);
    unlink(path);
    return loaded;
}

START_TEST(theme_changes_what_it_names_and_leaves_the_rest)
{
    struct theme theme;
    struct error err = {0};
    ck_assert_msg(load("brand: \"#008000\"\nstatus: {met: {fill: \"#FFFF00\"}}\n", &theme, &err),
                  "%s", err.message);
    ck_assert_double_eq_tol(theme.brand.green, 128 / 255.0, 1e-9);
    ck_assert_double_eq_tol(theme.status_fill[STATUS_MET].red, 1, 1e-9);
    ck_assert_double_eq_tol(theme.ink.red, 0x1A / 255.0, 1e-9);
}
END_TEST

START_TEST(theme_refuses_pale_text_with_its_line)
{
    struct theme theme;
    struct error err = {0};
    ck_assert(!load("brand: \"#008000\"\ntext:\n  faint: \"#777777\"\n", &theme, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFIG); /* #777777 has 4.48:1 */
    ck_assert_uint_eq(err.line, 3);
    ck_assert(strstr(err.message, "4.48") != NULL);
    error_finish(&err);
}
END_TEST

START_TEST(theme_refuses_ink_that_does_not_show_on_its_fill)
{
    struct theme theme;
    struct error err = {0};
    ck_assert(!load("status:\n  not_met: {fill: \"#F0F0F0\"}\n", &theme, &err));
    ck_assert_uint_eq(err.line, 2);
    error_finish(&err);
}
END_TEST

START_TEST(theme_refuses_a_fill_on_which_no_number_can_be_read)
{
    struct theme theme;
    struct error err = {0};
    /* #757575 has 4.61:1 to white, #7B7B7B 4.23:1 to white and 4.11:1 to ink. */
    ck_assert(load("diverging:\n  second: \"#757575\"\n", &theme, &err));
    ck_assert(!load("diverging:\n  second: \"#7B7B7B\"\n", &theme, &err));
    ck_assert_uint_eq(err.line, 2);
    error_finish(&err);
}
END_TEST

START_TEST(theme_refuses_sequential_colours_that_do_not_darken)
{
    struct theme theme;
    struct error err = {0};
    ck_assert(!load("sequential:\n  first: \"#B5D0E6\"\n", &theme, &err));
    ck_assert_msg(strstr(err.message, "'second'") != NULL, "%s", err.message);
    error_finish(&err);
}
END_TEST

START_TEST(text_on_a_fill_is_ink_or_white_by_contrast)
{
    struct theme theme;
    theme_default(&theme);
    for (int i = 0; i < 5; i++)
        ck_assert(same_colour(theme_text_on(&theme, theme.sequential[i]),
                              i < 3 ? theme.ink : theme.white));
}
END_TEST

static void add_aborts(TCase *t)
{
    tcase_add_test_raise_signal(t, mark_in_a_node_with_children_aborts, SIGABRT);
    tcase_add_test_raise_signal(t, child_of_a_leaf_with_marks_aborts, SIGABRT);
    tcase_add_test_raise_signal(t, mark_outside_any_node_aborts, SIGABRT);
    tcase_add_test_raise_signal(t, leaf_resumed_after_an_artifact_aborts, SIGABRT);
    tcase_add_test_raise_signal(t, leaf_on_two_pages_aborts, SIGABRT);
    tcase_add_test_raise_signal(t, closing_an_outer_node_first_aborts, SIGABRT);
}

TCase *tests(void)
{
    TCase *t = tcase_create("display");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, dump_reads_as_pages_marks_and_outline);
    add_aborts(t);
    tcase_add_test(t, paragraph_runs_over_pages_in_spans);
    tcase_add_test(t, destination_inside_a_leaf_does_not_part_its_marks);
    tcase_add_test(t, check_wants_every_link_to_lead_somewhere);
    tcase_add_test(t, check_wants_the_outline_to_lead_somewhere);
    tcase_add_test(t, check_wants_reserved_texts_to_be_set);
    tcase_add_test(t, check_wants_alternative_text_of_figures);
    tcase_add_test(t, check_wants_all_nodes_closed);
    tcase_add_test(t, circle_is_as_wide_as_its_diameter);
    tcase_add_test(t, symbols_differ_and_stay_in_their_square);
    tcase_add_test(t, statuses_have_distinct_codes_words_and_letters);
    tcase_add_test(t, columns_fill_the_text_block);
    tcase_add_test(t, theme_file_says_what_the_program_says);
    tcase_add_test(t, theme_changes_what_it_names_and_leaves_the_rest);
    tcase_add_test(t, theme_refuses_pale_text_with_its_line);
    tcase_add_test(t, theme_refuses_ink_that_does_not_show_on_its_fill);
    tcase_add_test(t, theme_refuses_a_fill_on_which_no_number_can_be_read);
    tcase_add_test(t, theme_refuses_sequential_colours_that_do_not_darken);
    tcase_add_test(t, text_on_a_fill_is_ink_or_white_by_contrast);
    return t;
}
