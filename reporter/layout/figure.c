/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include <math.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/document.h"
#include "layout/blocks.h"
#include "layout/cursor.h"
#include "layout/flow.h"

#define BELOW_TITLE 2.0
#define ABOVE_PLOT 8.0
#define BELOW_PLOT 8.0

/** A figure's texts, measured; absent ones have no lines. */
struct legend {
    struct lines title, subtitle, source, note;
};

static struct lines lines_or_none(struct cursor *cursor, const char *text, struct font font)
{
    return text ? cursor_lines_most(cursor, text, font, cursor->width, TITLE_LINES)
                : (struct lines){0};
}

/* A cropped axis is declared: "Met, all agencies, 2024-Q4 to 2026-Q3. Axis starts at 85%" */
static const char *subtitle_text(struct cursor *cursor, const struct figure *figure)
{
    struct text note = {0};
    const char *subtitle = figure->subtitle;

    if (figure_axis_note(figure, &note))
        subtitle = arena_printf(cursor->options->arena, "%s%s%s", subtitle ? subtitle : "",
                                subtitle ? ". " : "", text_string(&note));
    text_finish(&note);
    return subtitle;
}

/* What the template says below the figure, then what the kind of chart must say of its marks. */
static const char *note_text(struct cursor *cursor, const struct figure *figure)
{
    struct text note = {0};
    const char *text = figure->note;

    if (figure_own_note(figure, &note))
        text = arena_printf(cursor->options->arena, "%s%s%s", text ? text : "", text ? " " : "",
                            text_string(&note));
    text_finish(&note);
    return text;
}

static struct legend measure_legend(struct cursor *cursor, const struct figure *figure)
{
    struct arena *arena = cursor->options->arena;
    const char *title = figure->title;
    const char *source = NULL;

    if (figure->number > 0)
        title = phrase_filled(arena, PHRASE_FIGURE_TITLE, "number",
                              phrase_number(arena, figure->number), "title", figure->title, NULL);
    if (figure->source)
        source = phrase_filled(arena, PHRASE_SOURCE, "source", figure->source, NULL);
    return (struct legend){
        .title = lines_or_none(cursor, title, FONT_FIGURE_TITLE),
        .subtitle = lines_or_none(cursor, subtitle_text(cursor, figure), FONT_SUBTITLE),
        .source = lines_or_none(cursor, source, FONT_NOTE),
        .note = lines_or_none(cursor, note_text(cursor, figure), FONT_NOTE),
    };
}

/* Where nothing stands below the plot, the air below the figure is enough. */
static double below_plot(const struct legend *legend)
{
    return legend->source.count + legend->note.count > 0 ? BELOW_PLOT : 0;
}

static double legend_height(const struct legend *legend)
{
    return lines_height(&legend->title, FONT_FIGURE_TITLE) + BELOW_TITLE +
           lines_height(&legend->subtitle, FONT_SUBTITLE) + ABOVE_PLOT + below_plot(legend) +
           lines_height(&legend->source, FONT_NOTE) + lines_height(&legend->note, FONT_NOTE);
}

double figure_unit_height(struct cursor *cursor, const struct figure *figure)
{
    struct legend legend = measure_legend(cursor, figure);
    return legend_height(&legend) + figure_height(figure, cursor->width);
}

static void leaf_if_any(struct cursor *cursor, const struct lines *lines,
                        const struct setting *setting)
{
    if (lines->count > 0)
        lines_leaf(cursor, ROLE_P, lines, setting);
}

static void plot_place(struct cursor *cursor, const struct figure *figure, double height)
{
    struct plot plot = {
        .figure = figure,
        .area = {cursor->left, cursor->y, cursor->width, height},
        .theme = cursor->options->theme,
        .measure = cursor->options->measure,
        .display = cursor->display,
    };
    int leaf = display_open(cursor->display, ROLE_FIGURE);

    display_alt(cursor->display, leaf, figure->alt);
    figure_draw(&plot);
    display_close(cursor->display, leaf);
    cursor->y += height;
}

void figure_unit_place(struct cursor *cursor, const struct figure *figure, double most)
{
    const struct theme *theme = cursor->options->theme;
    struct setting title = {.font = FONT_FIGURE_TITLE, .colour = theme->ink};
    struct setting subtitle = {.font = FONT_SUBTITLE, .colour = theme->secondary};
    struct setting note = {.font = FONT_NOTE, .colour = theme->secondary};
    struct legend legend = measure_legend(cursor, figure);
    double plot = fmin(figure_height(figure, cursor->width), most - legend_height(&legend));
    int node = display_open(cursor->display, ROLE_DIV);

    lines_leaf(cursor, ROLE_P, &legend.title, &title);
    cursor->y += BELOW_TITLE;
    leaf_if_any(cursor, &legend.subtitle, &subtitle);
    cursor->y += ABOVE_PLOT;
    plot_place(cursor, figure, plot);
    cursor->y += below_plot(&legend);
    leaf_if_any(cursor, &legend.source, &note);
    leaf_if_any(cursor, &legend.note, &note);
    display_close(cursor->display, node);
}

/* A figure of fewer columns is set as if the page were so wide. */
static struct cursor narrowed(const struct cursor *cursor, const struct block *block)
{
    struct cursor narrow = *cursor;

    narrow.width = cursor_span(cursor, block->span);
    return narrow;
}

double figure_lead(struct cursor *cursor, const struct block *block)
{
    struct cursor narrow = narrowed(cursor, block);
    return fmin(figure_unit_height(&narrow, block->figure), cursor_body(cursor));
}

void figure_place(struct cursor *cursor, const struct block *block)
{
    struct cursor narrow = narrowed(cursor, block);

    figure_unit_place(&narrow, block->figure, cursor_room(cursor));
    cursor->y = narrow.y;
}
