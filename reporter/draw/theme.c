/* SPDX-License-Identifier: MIT */
#include "draw/style.h"

#include "base/arena.h"
#include "base/error.h"
#include "input/schema.h"
#include "input/yaml.h"

#include <assert.h>

#define TEXT_CONTRAST 4.5  /* WCAG 2.2, success criterion 1.4.3 */
#define DRAWN_CONTRAST 3.0 /* criterion 1.4.11 */
#define STEP_CONTRAST 1.25 /* between neighbours of the sequential colours, for readers in grey */

static struct colour hex(const char *string)
{
    struct colour colour = {0};
    bool parsed = colour_parse(string, &colour);
    assert(parsed);
    (void)parsed;
    return colour;
}

static void status_default(struct theme *theme)
{
    for (int i = 0; i < STATUS_COUNT; i++) {
        theme->status_fill[i] = theme->white;
        theme->status_ink[i] = theme->ink;
    }
    theme->status_fill[STATUS_MET] = hex("#BFE0DA");
    theme->status_fill[STATUS_ADOPTED] = hex("#BFE0DA");
    theme->status_fill[STATUS_PARTLY] = hex("#E8912D");
    theme->status_fill[STATUS_NOT_MET] = hex("#8C1D40");
    theme->status_ink[STATUS_NOT_MET] = theme->white;
    theme->status_fill[STATUS_EXEMPT] = hex("#E8E8E8");
}

void theme_default(struct theme *ret_theme)
{
    *ret_theme = (struct theme){
        .family = "Inter",
        .ink = hex("#1A1A1A"),
        .secondary = hex("#595959"),
        .faint = hex("#767676"),
        .rule = hex("#8C8C8C"),
        .hairline = hex("#BFBFBF"),
        .grid = hex("#D9D9D9"),
        .band = hex("#E8E8E8"),
        .brand = hex("#12436D"),
        .context = hex("#8C8C8C"),
        .series = {hex("#12436D"), hex("#28A197"), hex("#801650"), hex("#F46A25")},
        .sequential = {hex("#E8F0F7"), hex("#B5D0E6"), hex("#6BACE6"), hex("#2073BC"),
                       hex("#12436D")},
        .diverging = {hex("#A6611A"), hex("#DFC27D"), hex("#E6E6E6"), hex("#80CDC1"),
                      hex("#018571")},
        .white = hex("#FFFFFF"),
    };
    status_default(ret_theme);
}

static const struct schema_key TEXT_KEYS[] = {
    {.name = "ink", .type = SCHEMA_COLOUR, .help = "text and the heaviest lines"},
    {.name = "secondary", .type = SCHEMA_COLOUR, .help = "subtitles, running heads, outlines"},
    {.name = "faint", .type = SCHEMA_COLOUR, .help = "the faintest text"},
    {0}};

static const struct schema_key LINE_KEYS[] = {
    {.name = "rule", .type = SCHEMA_COLOUR, .help = "rules and leaders"},
    {.name = "hairline", .type = SCHEMA_COLOUR, .help = "the rule below running heads"},
    {.name = "grid", .type = SCHEMA_COLOUR, .help = "gridlines of charts"},
    {.name = "band", .type = SCHEMA_COLOUR, .help = "pale fills"},
    {0}};

static const struct schema_key SERIES_KEYS[] = {
    {.name = "first", .type = SCHEMA_COLOUR, .help = "the first series of a chart"},
    {.name = "second", .type = SCHEMA_COLOUR, .help = "the second"},
    {.name = "third", .type = SCHEMA_COLOUR, .help = "the third"},
    {.name = "fourth", .type = SCHEMA_COLOUR, .help = "the fourth"},
    {0}};

static const struct schema_key STEP_KEYS[] = {
    {.name = "first", .type = SCHEMA_COLOUR, .help = "the least, or one end"},
    {.name = "second", .type = SCHEMA_COLOUR, .help = "the second"},
    {.name = "third", .type = SCHEMA_COLOUR, .help = "the middle"},
    {.name = "fourth", .type = SCHEMA_COLOUR, .help = "the fourth"},
    {.name = "fifth", .type = SCHEMA_COLOUR, .help = "the most, or the other end"},
    {0}};

static const struct schema_key STATUS_KEYS[] = {
    {.name = "fill", .type = SCHEMA_COLOUR, .help = "inside the symbol"},
    {.name = "ink", .type = SCHEMA_COLOUR, .help = "what is drawn on the fill; at least 4.5:1"},
    {0}};

#define STATUS_KEY(code)                                                                           \
    {                                                                                              \
        .name = (code), .type = SCHEMA_MAP, .of = STATUS_KEYS, .help = "the symbol"                \
    }

/* The codes of metrics/status.h; a test keeps them equal. */
static const struct schema_key STATUSES_KEYS[] = {
    STATUS_KEY("met"),          STATUS_KEY("partly_met"),    STATUS_KEY("not_met"),
    STATUS_KEY("no_evidence"),  STATUS_KEY("exempt"),        STATUS_KEY("not_applicable"),
    STATUS_KEY("not_measured"), STATUS_KEY("not_reporting"), STATUS_KEY("new"),
    STATUS_KEY("adopted"),      STATUS_KEY("not_adopted"),   {0}};

static const struct schema_key ISSUER_KEYS[] = {
    {.name = "name", .type = SCHEMA_TEXT, .help = "who issues the reports"},
    {.name = "office", .type = SCHEMA_TEXT, .help = "the office in charge of them"},
    {.name = "contact", .type = SCHEMA_TEXT, .help = "where readers write to"},
    {0}};

static const struct schema_key THEME_KEYS[] = {
    {.name = "issuer",
     .type = SCHEMA_MAP,
     .of = ISSUER_KEYS,
     .help = "whose reports these are, where the edition's file does not say"},
    {.name = "logo", .type = SCHEMA_TEXT, .help = "a PNG in assets/, for the cover"},
    {.name = "family", .type = SCHEMA_TEXT, .help = "the font family of all text"},
    {.name = "text", .type = SCHEMA_MAP, .of = TEXT_KEYS, .help = "text, at least 4.5:1 on white"},
    {.name = "lines", .type = SCHEMA_MAP, .of = LINE_KEYS, .help = "rules, gridlines, fills"},
    {.name = "brand", .type = SCHEMA_COLOUR, .help = "the cover's band, a chart's one subject"},
    {.name = "context", .type = SCHEMA_COLOUR, .help = "series that only give context"},
    {.name = "series", .type = SCHEMA_MAP, .of = SERIES_KEYS, .help = "series in their order"},
    {.name = "sequential",
     .type = SCHEMA_MAP,
     .of = STEP_KEYS,
     .help = "cells of heat maps, each darker than the one before"},
    {.name = "diverging",
     .type = SCHEMA_MAP,
     .of = STEP_KEYS,
     .help = "answers from one end over a neutral middle to the other"},
    {.name = "status", .type = SCHEMA_MAP, .of = STATUSES_KEYS, .help = "status symbols, by code"},
    {0}};

void theme_describe(struct text *text)
{
    schema_describe(THEME_KEYS, 0, text);
}

/* An absent key leaves the default. */
static void read_colour(const struct node *map, const char *key, struct colour *colour)
{
    const char *given = map ? node_text(map, key, NULL) : NULL;
    if (given)
        *colour = hex(given);
}

static void read_steps(const struct node *map, struct colour *steps)
{
    for (size_t i = 0; STEP_KEYS[i].name; i++)
        read_colour(map, STEP_KEYS[i].name, &steps[i]);
}

static void read_status(const struct node *statuses, struct theme *theme)
{
    for (int i = 0; statuses && i < STATUS_COUNT; i++) {
        const struct node *map = node_find(statuses, status_code((enum status)i));
        read_colour(map, "fill", &theme->status_fill[i]);
        read_colour(map, "ink", &theme->status_ink[i]);
    }
}

static void read_theme(const struct node *root, struct theme *theme)
{
    const struct node *text = node_find(root, "text");
    const struct node *lines = node_find(root, "lines");
    const struct node *series = node_find(root, "series");

    const struct node *issuer = node_find(root, "issuer");

    theme->family = node_text(root, "family", theme->family);
    theme->logo = node_text(root, "logo", NULL);
    theme->issuer = issuer ? node_text(issuer, "name", NULL) : NULL;
    theme->office = issuer ? node_text(issuer, "office", NULL) : NULL;
    theme->contact = issuer ? node_text(issuer, "contact", NULL) : NULL;
    read_colour(text, "ink", &theme->ink);
    read_colour(text, "secondary", &theme->secondary);
    read_colour(text, "faint", &theme->faint);
    read_colour(lines, "rule", &theme->rule);
    read_colour(lines, "hairline", &theme->hairline);
    read_colour(lines, "grid", &theme->grid);
    read_colour(lines, "band", &theme->band);
    read_colour(root, "brand", &theme->brand);
    read_colour(root, "context", &theme->context);
    for (size_t i = 0; i < ARRAY_LENGTH(theme->series); i++)
        read_colour(series, SERIES_KEYS[i].name, &theme->series[i]);
    read_steps(node_find(root, "sequential"), theme->sequential);
    read_steps(node_find(root, "diverging"), theme->diverging);
    read_status(node_find(root, "status"), theme);
}

static bool check_contrast(const struct node *map, const char *key, struct colour ink,
                           struct colour ground, struct error *err)
{
    double contrast = colour_contrast(ink, ground);
    if (contrast >= TEXT_CONTRAST)
        return true;
    const struct node *node = map ? node_find(map, key) : NULL;
    return error_at(err, ERROR_CONFIG,
                    node  ? &node->place
                    : map ? &map->place
                          : NULL,
                    "the contrast of '%s' is %.2f:1, and text needs at least %.1f:1", key, contrast,
                    TEXT_CONTRAST);
}

/* Lines and bars are seen on white. */
static bool check_drawn(const struct node *map, const char *key, struct colour colour,
                        const struct theme *theme, struct error *err)
{
    double contrast = colour_contrast(colour, theme->white);
    const struct node *node = map ? node_find(map, key) : NULL;
    return contrast >= DRAWN_CONTRAST ||
           error_at(err, ERROR_CONFIG, node ? &node->place : NULL,
                    "the contrast of '%s' is %.2f:1, and what is drawn needs at least %.0f:1", key,
                    contrast, DRAWN_CONTRAST);
}

static bool check_series(const struct node *root, const struct theme *theme, struct error *err)
{
    const struct node *series = node_find(root, "series");
    for (size_t i = 0; i < ARRAY_LENGTH(theme->series); i++)
        if (!check_drawn(series, SERIES_KEYS[i].name, theme->series[i], theme, err))
            return false;
    return check_drawn(root, "brand", theme->brand, theme, err) &&
           check_drawn(root, "context", theme->context, theme, err);
}

/* Numbers stand on these fills, in ink or in white. */
static bool check_steps(const struct node *map, const struct theme *theme,
                        const struct colour *steps, struct error *err)
{
    for (size_t i = 0; STEP_KEYS[i].name; i++)
        if (!check_contrast(map, STEP_KEYS[i].name, theme_text_on(theme, steps[i]), steps[i], err))
            return false;
    return true;
}

static bool check_darkening(const struct node *map, const struct theme *theme, struct error *err)
{
    for (size_t i = 1; STEP_KEYS[i].name; i++) {
        double before = colour_contrast(theme->sequential[i - 1], theme->white);
        double contrast = colour_contrast(theme->sequential[i], theme->white);
        const struct node *node = map ? node_find(map, STEP_KEYS[i].name) : NULL;
        if (contrast < STEP_CONTRAST * before)
            return error_at(err, ERROR_CONFIG,
                            node  ? &node->place
                            : map ? &map->place
                                  : NULL,
                            "the sequential colour '%s' is not clearly darker than the one before",
                            STEP_KEYS[i].name);
    }
    return true;
}

static bool check_theme(const struct node *root, const struct theme *theme, struct error *err)
{
    const struct node *text = node_find(root, "text");
    const struct node *statuses = node_find(root, "status");

    if (!check_contrast(text, "ink", theme->ink, theme->white, err) ||
        !check_contrast(text, "secondary", theme->secondary, theme->white, err) ||
        !check_contrast(text, "faint", theme->faint, theme->white, err))
        return false;
    for (int i = 0; i < STATUS_COUNT; i++) {
        const struct node *map = statuses ? node_find(statuses, status_code((enum status)i)) : NULL;
        if (!check_contrast(map, "ink", theme->status_ink[i], theme->status_fill[i], err))
            return false;
    }
    const struct node *sequential = node_find(root, "sequential");
    return check_series(root, theme, err) &&
           check_steps(sequential, theme, theme->sequential, err) &&
           check_steps(node_find(root, "diverging"), theme, theme->diverging, err) &&
           check_darkening(sequential, theme, err);
}

struct colour theme_text_on(const struct theme *theme, struct colour fill)
{
    return colour_contrast(theme->ink, fill) >= colour_contrast(theme->white, fill) ? theme->ink
                                                                                    : theme->white;
}

bool theme_load(const char *path, struct arena *arena, struct theme *ret_theme, struct error *err)
{
    struct node *root = NULL;

    theme_default(ret_theme);
    if (!yaml_read(path, arena, &root, err) || !schema_check(root, THEME_KEYS, "theme", err))
        return false;
    read_theme(root, ret_theme);
    return check_theme(root, ret_theme, err);
}
