/* SPDX-License-Identifier: MIT */
#ifndef TESTS_LAID_OUT_H
#define TESTS_LAID_OUT_H

/**
 * Lays a fixture out and checks what holds for every document: margins, page numbers, no text over
 * another. One document at a time, in `display`.
 */

#include "base/error.h"
#include "base/text.h"
#include "check_main.h"
#include "draw/display.h"
#include "draw/style.h"
#include "fake_measure.h"
#include "flow_fixture.h"
#include "golden.h"
#include "layout/flow.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EDGE 28.3 /* 10 mm: nothing stands nearer to a page's edge */

static struct arena *arena;
static struct fixture fixture;
static struct measure measure;
static struct theme theme;
static struct notices notices;
static struct display *display;

static inline void setup(void)
{
    arena = arena_new();
    measure = fake_measure(arena);
    theme_default(&theme);
    fixture_init(&fixture, arena);
    notices = (struct notices){0};
    display = NULL;
}

static inline void teardown(void)
{
    display_free(display);
    notices_finish(&notices);
    arena_free(arena);
}

/* ---- What holds for every document ---- */

static inline bool mark_says(const struct mark *mark, const char *words)
{
    return mark->kind == MARK_TEXT &&
           strncmp(mark->text.line.text + mark->text.line.from, words, strlen(words)) == 0;
}

/* The first mark of the page (-1: of any) whose line begins with these words. */
static inline const struct mark *find_mark(const char *words, int page)
{
    for (size_t i = 0; i < display->mark_count; i++)
        if ((page < 0 || display->marks[i].page == page) && mark_says(&display->marks[i], words))
            return &display->marks[i];
    return NULL;
}

static inline int page_of(const char *words)
{
    const struct mark *mark = find_mark(words, -1);
    ck_assert_msg(mark != NULL, "'%s' stands nowhere", words);
    return mark->page;
}

static inline size_t count_marks(const char *words)
{
    size_t count = 0;
    for (size_t i = 0; i < display->mark_count; i++)
        count += mark_says(&display->marks[i], words);
    return count;
}

static inline void check_margins(void)
{
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        const struct page *page = &display->pages[mark->page];
        struct rect inside = {PAGE_MARGIN_SIDE - 0.01, EDGE,
                              page->width - 2 * PAGE_MARGIN_SIDE + 0.02, page->height - 2 * EDGE};
        struct rect body = {inside.x, PAGE_MARGIN_TOP, inside.width,
                            page->height - PAGE_MARGIN_TOP - PAGE_MARGIN_BOTTOM};
        bool fits = rect_contains(mark->node == NODE_ARTIFACT ? inside : body, mark->box);
        ck_assert_msg(fits, "mark %zu leaves the page: %.1f %.1f %.1fx%.1f", i, mark->box.x,
                      mark->box.y, mark->box.width, mark->box.height);
    }
}

static inline void check_overlaps(void)
{
    for (size_t i = 0; i < display->mark_count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct mark *a = &display->marks[i];
            const struct mark *b = &display->marks[j];
            if (a->page != b->page || a->kind != MARK_TEXT || b->kind != MARK_TEXT)
                continue;
            ck_assert_msg(!rect_overlaps(a->box, b->box), "texts %zu and %zu overlap on page %d", i,
                          j, a->page + 1);
        }
}

static inline void check_numbers(bool has_cover)
{
    char words[64];

    for (size_t page = 0; page < display->page_count; page++) {
        const char *label = display->pages[page].label;
        if (has_cover && page == 0) {
            ck_assert_ptr_null(find_mark("Page ", (int)page));
            ck_assert_ptr_null(label);
            continue;
        }
        if (isdigit((unsigned char)label[0]))
            ck_assert_uint_eq(strtoul(label, NULL, 10), page + 1);
        snprintf(words, sizeof words, "Page %s of ", label);
        const struct mark *mark = find_mark(words, (int)page);
        ck_assert_msg(mark != NULL, "page %zu has no number", page + 1);
        ck_assert_int_eq(mark->node, NODE_ARTIFACT);
        ck_assert_double_eq_tol(mark->box.x + mark->box.width,
                                display->pages[page].width - PAGE_MARGIN_SIDE, 0.01);
    }
}

static inline void lay(void)
{
    struct error err = {0};
    struct flow_options options = {
        .theme = &theme, .measure = &measure, .arena = arena, .notices = &notices};
    bool has_cover = fixture.blocks[0].kind == BLOCK_COVER;

    ck_assert_msg(flow_document(&fixture.document, &options, &display, &err), "%s", err.message);
    ck_assert_msg(display_check(display, &err), "%s", err.message);
    check_margins();
    check_overlaps();
    check_numbers(has_cover);
}

/* The dump without the marks of figures, whose own tests tell about them. */
static inline void expect_golden(const char *name)
{
    struct text all = {0};
    struct text kept = {0};

    display_dump(display, &all);
    for (const char *line = text_string(&all); *line;) {
        size_t length = strcspn(line, "\n") + 1;
        char *copy = arena_bytes(arena, line, length);
        if (!strstr(copy, "/Figure  "))
            text_append(&kept, copy);
        line += length;
    }
    golden_compare(name, text_string(&kept));
    text_finish(&all);
    text_finish(&kept);
}

#endif
