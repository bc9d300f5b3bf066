/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/series.h"
#include "chart/sketch.h"
#include "chart/status_cell.h"
#include "chart/swatch.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define CELL_LEAST 20.0
#define CELL_HIGH 9.0 /* of the symbol's cell; the code stands below it */
#define LINE 17.75    /* from line to line of cells */
#define NAME_MOST 78.0
#define NAME_SHARE 0.3
#define NAME_GAP 6.0
#define COLUMN_GAP 14.0
#define MOST_COLUMNS 3
#define BETWEEN 1.0 /* sections */
#define ABOVE_KEY 4.0
#define MORE_HEIGHT 12.0 /* of the count of what is left out */

/* The rows of one section, in the table's order. */
struct section {
    const char *name; /* NULL: the figure has no sections */
    size_t *rows;
    size_t count;
    size_t column;
    double y; /* from the top of the strip */
};

struct strip {
    struct section *sections;
    size_t section_count;
    size_t columns;
    double column_width, name_width, cell;
    double height; /* of the sections */
    struct status_tally tally;
    struct swatches key;
    double key_height;
};

static struct label code_label(const struct canvas *canvas, size_t row)
{
    const struct plot *plot = canvas->plot;
    return (struct label){.text = series_label(plot->figure, row, plot->display->arena),
                          .font = FONT_CELL,
                          .colour = plot->theme->ink,
                          .align = ALIGN_CENTRE};
}

static struct section *find_section(struct strip *strip, const char *name)
{
    for (size_t i = 0; i < strip->section_count; i++)
        if (!name || text_equal(strip->sections[i].name, name))
            return &strip->sections[i];
    strip->sections[strip->section_count] = (struct section){.name = name};
    return &strip->sections[strip->section_count++];
}

static void read_sections(const struct canvas *canvas, struct strip *strip)
{
    const struct figure *figure = canvas->plot->figure;
    struct arena *arena = canvas->plot->display->arena;
    size_t rows = series_rows(figure);
    bool grouped = figure->group_column != FIGURE_NO_COLUMN;

    strip->sections = arena_array(arena, rows, sizeof *strip->sections);
    for (size_t row = 0; row < rows; row++) {
        const char *name = grouped ? series_text(figure, row, figure->group_column, arena) : NULL;
        if (name && !name[0])
            name = phrase(PHRASE_CHART_NO_GROUP);
        struct section *section = find_section(strip, name);
        if (!section->rows)
            section->rows = arena_array(arena, rows, sizeof *section->rows);
        section->rows[section->count++] = row;
        status_tally_add(&strip->tally, table_cell(figure->table, row, figure->value_columns[0]));
    }
}

static struct label name_label(const struct canvas *canvas, const struct section *section,
                               double width)
{
    return (struct label){.text = section->name,
                          .font = FONT_CELL_LABEL, /* two lines stand beside one of cells */
                          .colour = canvas->plot->theme->ink,
                          .align = ALIGN_LEFT,
                          .width = width,
                          .most = 2};
}

/* The widest of the sections' names on up to two lines. */
static double measure_names(const struct canvas *canvas, const struct strip *strip, double most)
{
    double width = 0;

    for (size_t i = 0; i < strip->section_count; i++) {
        if (!strip->sections[i].name)
            continue;
        struct label label = name_label(canvas, &strip->sections[i], most);
        width = fmax(width, label_size(canvas, &label).width);
    }
    return width > 0 ? width + NAME_GAP : 0;
}

static double widest_code(const struct canvas *canvas, size_t rows, double most)
{
    double width = CELL_LEAST;

    for (size_t row = 0; row < rows; row++) {
        struct label label = code_label(canvas, row);
        width = fmax(width, label_size(canvas, &label).width + 2.5);
    }
    return fmin(width, most);
}

static size_t cells_a_line(const struct strip *strip)
{
    double room = strip->column_width - strip->name_width;
    return (size_t)fmax(floor(room / strip->cell + 0.001), 1);
}

static double section_height(const struct strip *strip, const struct section *section)
{
    size_t a_line = cells_a_line(strip);
    return (double)((section->count + a_line - 1) / a_line) * LINE + BETWEEN;
}

/* Sections one below the other, column by column, so that the columns end about alike. */
static void place_sections(struct strip *strip)
{
    double all = 0;
    double y = 0;
    size_t column = 0;

    for (size_t i = 0; i < strip->section_count; i++)
        all += section_height(strip, &strip->sections[i]);
    strip->height = 0;
    for (size_t i = 0; i < strip->section_count; i++) {
        double high = section_height(strip, &strip->sections[i]);
        if (y > 0 && column + 1 < strip->columns && y + high / 2 > all / (double)strip->columns) {
            column++;
            y = 0;
        }
        strip->sections[i].column = column;
        strip->sections[i].y = y;
        y += high;
        strip->height = fmax(strip->height, y);
    }
}

static void set_columns(const struct canvas *canvas, struct strip *strip, size_t columns)
{
    double width = canvas->plot->area.width;

    strip->columns = columns;
    strip->column_width = (width - (double)(columns - 1) * COLUMN_GAP) / (double)columns;
    strip->name_width =
        measure_names(canvas, strip, fmin(NAME_MOST, NAME_SHARE * strip->column_width));
    strip->cell = widest_code(canvas, series_rows(canvas->plot->figure),
                              fmax(strip->column_width - strip->name_width, 1));
    place_sections(strip);
}

/* As many columns as make the strip lowest; few where that makes no difference. */
static struct strip plan(const struct canvas *canvas)
{
    struct arena *arena = canvas->plot->display->arena;
    struct strip strip = {.key = swatches_new(arena)};
    size_t best = 1;
    double least = INFINITY;

    read_sections(canvas, &strip);
    for (size_t columns = 1; columns <= MOST_COLUMNS; columns++) {
        set_columns(canvas, &strip, columns);
        if (strip.height < least - 1) {
            least = strip.height;
            best = columns;
        }
    }
    set_columns(canvas, &strip, best);
    status_tally_key(&strip.tally, &strip.key);
    strip.key_height = swatches_height(canvas, &strip.key, canvas->plot->area.width);
    return strip;
}

static double height(const struct figure *figure, double width)
{
    struct sketch sketch;
    sketch_open(&sketch, figure, width);
    struct strip strip = plan(&sketch.canvas);
    sketch_close(&sketch);
    return strip.height + ABOVE_KEY + strip.key_height;
}

static void draw_item(struct canvas *canvas, const struct strip *strip, size_t row, struct point at)
{
    const struct figure *figure = canvas->plot->figure;
    struct rect rect = {at.x + 1, at.y, strip->cell - 2, CELL_HIGH};
    struct label label = code_label(canvas, row);

    label.width = strip->cell - 2;
    status_cell_draw(canvas, table_cell(figure->table, row, figure->value_columns[0]), rect);
    label_place(
        canvas, &label,
        (struct point){at.x + strip->cell / 2, at.y + CELL_HIGH + 0.6 + FONT_CELL.size / 2});
}

/* Returns how many cells found no place above `end`. */
static size_t draw_section(struct canvas *canvas, const struct strip *strip,
                           const struct section *section, double end)
{
    struct rect area = canvas->plot->area;
    double left = area.x + (double)section->column * (strip->column_width + COLUMN_GAP);
    size_t a_line = cells_a_line(strip);
    size_t left_out = 0;

    if (section->name) {
        struct label label = name_label(canvas, section, strip->name_width - NAME_GAP);
        double half = label_size(canvas, &label).height / 2;
        if (area.y + section->y + 2 * half <= end)
            label_place(canvas, &label, (struct point){left, area.y + section->y + half});
    }
    for (size_t i = 0; i < section->count; i++) {
        struct point at = {left + strip->name_width + (double)(i % a_line) * strip->cell,
                           area.y + section->y + (double)(i / a_line) * LINE};
        if (at.y + LINE <= end + 0.01)
            draw_item(canvas, strip, section->rows[i], at);
        else
            left_out++;
    }
    return left_out;
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct strip strip = plan(&canvas);
    double room = plot->area.height - ABOVE_KEY - strip.key_height;
    bool fits = strip.height <= room + 0.01;
    double end = plot->area.y + (fits ? strip.height : fmax(room - MORE_HEIGHT, 0));
    size_t left_out = 0;

    for (size_t i = 0; i < strip.section_count; i++)
        left_out += draw_section(&canvas, &strip, &strip.sections[i], end);
    label_more(&canvas, left_out, (struct point){plot->area.x, end + MORE_HEIGHT / 2});
    swatches_draw(&canvas, &strip.key,
                  (struct rect){plot->area.x, end + (fits ? 0 : MORE_HEIGHT) + ABOVE_KEY,
                                plot->area.width, strip.key_height});
    canvas_finish(&canvas);
}

const struct figure_drawer STRIP_DRAWER = {.height = height, .draw = draw};
