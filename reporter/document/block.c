/* SPDX-License-Identifier: MIT */
#include "document/block.h"

#include "document/document.h"

const char *const BLOCK_BODIES[] = {"mandated", "encouraged", "unknown", "all", NULL};
const char *const BLOCK_SPANS[] = {"6", "8", "12", NULL};
const char *const BLOCK_SPLITS[] = {"6+6", "8+4", "4+8", NULL};
const char *const BLOCK_CATEGORIES[] = {"counts", "shares", NULL};
static const char *const STATES[] = {"any",     "reporting",       "not-reporting", "new",
                                     "not-met", "open-or-changed", "changed",       NULL};

static const struct schema_key NOTHING[] = {{0}};

static const struct schema_key HEADING[] = {
    {.name = "text", .type = SCHEMA_TEXT, .required = true, .help = "may hold {{facts}}"},
    {.name = "level", .type = SCHEMA_INTEGER, .least = 1, .most = 3, .help = "1 if absent"},
    {.name = "annex",
     .type = SCHEMA_YES_NO,
     .help = "yes: a new page begins the annex, whose pages are A-1, A-2, ..."},
    {0},
};

static const struct schema_key SIDE_HEADING[] = {
    {.name = "text", .type = SCHEMA_TEXT, .required = true, .help = "of level 3"},
    {0},
};

static const struct schema_key TILE[] = {
    {.name = "label", .type = SCHEMA_TEXT, .required = true, .help = "at most 28 characters"},
    {.name = "control", .type = SCHEMA_ID, .help = "shows its rate or counts"},
    {.name = "measure", .type = SCHEMA_ID, .help = "shows its value"},
    {.name = "fact", .type = SCHEMA_TEXT, .help = "shows a fact, such as score.value"},
    {.name = "unit", .type = SCHEMA_TEXT, .help = "behind the number"},
    {.name = "bodies",
     .type = SCHEMA_WORD,
     .words = BLOCK_BODIES,
     .help = "of which bodies; mandated if absent"},
    {.name = "foot", .type = SCHEMA_TEXT, .help = "last line; may hold {{facts}}"},
    {.name = "trend", .type = SCHEMA_YES_NO, .help = "a small line of eight quarters"},
    {0},
};

#define ABOVE_BODIES                                                                               \
    {                                                                                              \
        .name = "above-bodies", .type = SCHEMA_INTEGER, .least = 0, .most = 1000000,               \
        .help = "on the page only where there are more mandated bodies than this"                  \
    }
#define UP_TO_BODIES                                                                               \
    {                                                                                              \
        .name = "up-to-bodies", .type = SCHEMA_INTEGER, .least = 0, .most = 1000000,               \
        .help = "on the page only where there are no more mandated bodies than this"               \
    }

static const struct schema_key TERM[] = {
    {.name = "term", .type = SCHEMA_TEXT, .required = true, .help = "a few words"},
    {.name = "meaning", .type = SCHEMA_TEXT, .required = true, .help = "may hold {{facts}}"},
    {0},
};

static const struct schema_key SPANNER[] = {
    {.name = "text", .type = SCHEMA_TEXT, .required = true, .help = "may hold {{facts}}"},
    {.name = "columns", .type = SCHEMA_TEXTS, .required = true, .help = "below it, side by side"},
    {0},
};

static const struct schema_key TABLE[] = {
    {.name = "id",
     .type = SCHEMA_ID,
     .required = true,
     .help = "a short name; figures refer to it"},
    {.name = "title",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "what it says; may hold {{facts}}"},
    {.name = "subtitle", .type = SCHEMA_TEXT, .help = "measure, coverage, period, unit"},
    {.name = "rows",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "what it lists: ulat list columns"},
    {.name = "bodies",
     .type = SCHEMA_WORD,
     .words = BLOCK_BODIES,
     .help = "of which bodies; mandated if absent"},
    {.name = "measure", .type = SCHEMA_ID, .help = "of categories"},
    {.name = "by", .type = SCHEMA_TEXT, .help = "a breakdown of the measure"},
    {.name = "controls", .type = SCHEMA_TEXTS, .help = "only these controls"},
    {.name = "measures", .type = SCHEMA_TEXTS, .help = "only these measures"},
    {.name = "state",
     .type = SCHEMA_WORD,
     .words = STATES,
     .help = "only such agencies or controls"},
    {.name = "columns", .type = SCHEMA_TEXTS, .required = true, .help = "ulat list columns"},
    {.name = "workbook-columns",
     .type = SCHEMA_TEXTS,
     .help = "more columns, only in the workbook"},
    {.name = "show-controls", .type = SCHEMA_TEXTS, .help = "a column of rates for each"},
    {.name = "show-measures", .type = SCHEMA_TEXTS, .help = "a column of values for each"},
    {.name = "show-categories",
     .type = SCHEMA_WORD,
     .words = BLOCK_CATEGORIES,
     .help = "a column for each category of the measure: its count, or its share of all"},
    {.name = "sections", .type = SCHEMA_YES_NO, .help = "a column of scores for each section"},
    {.name = "sort", .type = SCHEMA_TEXT, .help = "a column of the table"},
    {.name = "descending", .type = SCHEMA_YES_NO, .help = "largest first"},
    {.name = "limit",
     .type = SCHEMA_INTEGER,
     .least = 1,
     .most = 100000,
     .help = "rows on the page"},
    {.name = "total", .type = SCHEMA_YES_NO, .help = "a last row for all bodies together"},
    ABOVE_BODIES,
    UP_TO_BODIES,
    {.name = "group",
     .type = SCHEMA_TEXT,
     .help = "a column of the table: rows with equal texts stand together below a row that names "
             "them, and the page does not print the column"},
    {.name = "headings",
     .type = SCHEMA_NAMED,
     .help = "other headings, by column; may hold {{facts}}"},
    {.name = "spanners",
     .type = SCHEMA_MAPS,
     .of = SPANNER,
     .help = "headings above those of neighbouring columns"},
    {.name = "bar",
     .type = SCHEMA_TEXT,
     .help = "a column of the table beside whose numbers the page draws bars"},
    {.name = "trend",
     .type = SCHEMA_TEXT,
     .help = "a column of the table behind which the page draws its last eight quarters"},
    {.name = "page", .type = SCHEMA_YES_NO, .help = "no: only in the workbook"},
    {.name = "span",
     .type = SCHEMA_WORD,
     .words = BLOCK_SPANS,
     .help = "how many of the page's twelve columns it takes; all if absent"},
    {.name = "landscape", .type = SCHEMA_YES_NO, .help = "yes: on a page turned for it"},
    {.name = "float",
     .type = SCHEMA_YES_NO,
     .help =
         "yes: where it does not fit, what follows it up to the next heading may fill the page"},
    {.name = "workbook", .type = SCHEMA_YES_NO, .help = "no: only on the page"},
    {.name = "sheet", .type = SCHEMA_ID, .help = "name of the sheet, such as Data"},
    {.name = "notes", .type = SCHEMA_TEXTS, .help = "below the table; may hold {{facts}}"},
    {.name = "source",
     .type = SCHEMA_TEXT,
     .help = "the database's name if absent; none: no line of source"},
    {.name = "empty", .type = SCHEMA_TEXT, .help = "said in its place where it has no rows"},
    {0},
};

static const struct schema_key LIMIT[] = {
    {.name = "at",
     .type = SCHEMA_DECIMAL,
     .required = true,
     .help = "the value, in the axis's unit"},
    {.name = "label",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "what it is, such as 3 working days"},
    {0},
};

static const struct schema_key FIGURE[] = {
    {.name = "id", .type = SCHEMA_ID, .required = true, .help = "a short name"},
    {.name = "table", .type = SCHEMA_ID, .required = true, .help = "id of the table that it draws"},
    {.name = "kind",
     .type = SCHEMA_WORD,
     .words = FIGURE_KINDS,
     .required = true,
     .help = "of chart"},
    {.name = "label",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "column of categories or quarters"},
    {.name = "values", .type = SCHEMA_TEXTS, .required = true, .help = "columns to draw"},
    {.name = "before", .type = SCHEMA_TEXT, .help = "column of the period before"},
    {.name = "count", .type = SCHEMA_TEXT, .help = "column of n, printed beside the value"},
    {.name = "lower", .type = SCHEMA_TEXT, .help = "column: lower end of an interval or band"},
    {.name = "upper", .type = SCHEMA_TEXT, .help = "column: upper end of an interval or band"},
    {.name = "group", .type = SCHEMA_TEXT, .help = "column: rows of one text stand together"},
    {.name = "subject", .type = SCHEMA_TEXT, .help = "the row that stands out, by its label"},
    {.name = "limits",
     .type = SCHEMA_MAPS,
     .of = LIMIT,
     .help = "values to mark on the axis, such as legal limits"},
    {.name = "events",
     .type = SCHEMA_YES_NO,
     .help = "tells what happened at its day, where the label is a day"},
    {.name = "title",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "a message of at most 15 words; auto: made from the data and from 'says'"},
    {.name = "says", .type = SCHEMA_TEXT, .help = "what the title is about, such as Median score"},
    {.name = "in-words", .type = SCHEMA_YES_NO, .help = "below it what it shows, in sentences"},
    {.name = "subtitle", .type = SCHEMA_TEXT, .help = "measure, coverage, period, unit"},
    {.name = "alt",
     .type = SCHEMA_TEXT,
     .help = "for readers who cannot see it; made from the data if absent"},
    {.name = "note", .type = SCHEMA_TEXT, .help = "below it"},
    {.name = "source",
     .type = SCHEMA_YES_NO,
     .help = "no: without its line of source, where a table beside it has one"},
    {.name = "target", .type = SCHEMA_DECIMAL, .help = "in the axis's unit"},
    {.name = "target-label", .type = SCHEMA_TEXT, .help = "such as Target 95%"},
    {.name = "limit", .type = SCHEMA_INTEGER, .least = 1, .most = 60, .help = "first rows drawn"},
    ABOVE_BODIES,
    UP_TO_BODIES,
    {.name = "empty", .type = SCHEMA_TEXT, .help = "said in its place where it has no value"},
    {.name = "span",
     .type = SCHEMA_WORD,
     .words = BLOCK_SPANS,
     .help = "how many of the page's twelve columns it takes; all if absent"},
    {.name = "landscape", .type = SCHEMA_YES_NO, .help = "yes: on a page turned for it"},
    {.name = "float",
     .type = SCHEMA_YES_NO,
     .help =
         "yes: where it does not fit, what follows it up to the next heading may fill the page"},
    {.name = "height",
     .type = SCHEMA_INTEGER,
     .least = 60,
     .most = 500,
     .help = "of the plot, in points"},
    {0},
};

static const struct schema_key SIDE_KEYS[] = {
    {.name = "heading", .type = SCHEMA_MAP, .of = SIDE_HEADING, .help = "not in the contents"},
    {.name = "lead", .type = SCHEMA_TEXT, .help = "an answer in one sentence, set larger"},
    {.name = "text", .type = SCHEMA_TEXT, .help = "a paragraph"},
    {.name = "note", .type = SCHEMA_TEXT, .help = "a small paragraph"},
    {.name = "bullets", .type = SCHEMA_TEXTS, .help = "a list"},
    {.name = "tiles", .type = SCHEMA_MAPS, .of = TILE, .help = "one or two side by side"},
    {.name = "table", .type = SCHEMA_MAP, .of = TABLE, .help = "as in the body"},
    {.name = "figure", .type = SCHEMA_MAP, .of = FIGURE, .help = "as in the body"},
    {0},
};

static const struct schema_key COLUMNS[] = {
    {.name = "split",
     .type = SCHEMA_WORD,
     .words = BLOCK_SPLITS,
     .help = "of the page's twelve columns; 6+6 if absent"},
    {.name = "float",
     .type = SCHEMA_YES_NO,
     .help = "yes: where they do not fit, what follows up to the next heading may fill the page"},
    {.name = "left",
     .type = SCHEMA_VARIANTS,
     .of = SIDE_KEYS,
     .required = true,
     .help = "read first"},
    {.name = "right",
     .type = SCHEMA_VARIANTS,
     .of = SIDE_KEYS,
     .required = true,
     .help = "read behind the left one"},
    {0},
};

const struct schema_key BLOCK_KEYS[] = {
    {.name = "cover", .type = SCHEMA_MAP, .of = NOTHING, .help = "the cover page"},
    {.name = "contents", .type = SCHEMA_MAP, .of = NOTHING, .help = "headings with page numbers"},
    {.name = "heading",
     .type = SCHEMA_MAP,
     .of = HEADING,
     .help = "levels 1 and 2 stand in the contents"},
    {.name = "lead", .type = SCHEMA_TEXT, .help = "an answer in one sentence, set larger"},
    {.name = "text", .type = SCHEMA_TEXT, .help = "a paragraph"},
    {.name = "note", .type = SCHEMA_TEXT, .help = "a small paragraph"},
    {.name = "bullets", .type = SCHEMA_TEXTS, .help = "a list"},
    {.name = "terms", .type = SCHEMA_MAPS, .of = TERM, .help = "words and what they mean"},
    {.name = "tiles", .type = SCHEMA_MAPS, .of = TILE, .help = "up to four numbers side by side"},
    {.name = "table", .type = SCHEMA_MAP, .of = TABLE, .help = "rows from the results"},
    {.name = "figure", .type = SCHEMA_MAP, .of = FIGURE, .help = "a chart of a table"},
    {.name = "methods",
     .type = SCHEMA_MAP,
     .of = NOTHING,
     .help = "how scores come about, in words"},
    {.name = "notes",
     .type = SCHEMA_MAP,
     .of = NOTHING,
     .help = "coverage, warnings, what was not measured"},
    {.name = "columns",
     .type = SCHEMA_MAP,
     .of = COLUMNS,
     .help = "blocks side by side, on one page where they fit it"},
    {.name = "page-break", .type = SCHEMA_MAP, .of = NOTHING, .help = "go on on a new page"},
    {0},
};

size_t block_entries(const struct node *list)
{
    return !list ? 0 : list->kind == NODE_TEXT ? 1 : list->count;
}

const struct node *block_entry(const struct node *list, size_t index)
{
    return list->kind == NODE_TEXT ? list : list->items[index];
}
