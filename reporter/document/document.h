/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

/**
 * One document for one audience: typed tables, and the blocks that readers meet in their order.
 *
 * Pages are laid out from the blocks (layout/), sheets are written from the tables (render/xlsx).
 * Both read the same cells, so page and workbook cannot disagree. Nothing here holds a colour, a
 * font or a coordinate. Masking has happened before a document exists. All memory is one arena's.
 */

#include "metrics/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct text;

/** What stands in place of a value (shorthand of the statistical services). */
enum cell_mark {
    CELL_CONFIDENTIAL,   /* [c] */
    CELL_NOT_AVAILABLE,  /* [x] */
    CELL_NOT_APPLICABLE, /* [z] */
};

enum cell_kind {
    CELL_BLANK, /* a cell that says nothing, on purpose */
    CELL_TEXT,
    CELL_COUNT,  /* a whole number */
    CELL_RATE,   /* numerator of denominator: "4 of 5" below ten, else a percentage */
    CELL_RATIO,  /* numerator / denominator as a plain number with the column's decimals */
    CELL_DATE,   /* a day */
    CELL_STATUS, /* drawn with its symbol and its word */
    CELL_MARK,
    CELL_SERIES, /* values in time, drawn as a small line; pages only */
};

struct cell {
    enum cell_kind kind;
    union {
        const char *text;     /* CELL_TEXT */
        const double *values; /* CELL_SERIES: `number` of them, the earliest first, NAN for gaps */
    };
    int64_t number;      /* CELL_COUNT; numerator; day; enum status; enum cell_mark */
    int64_t denominator; /* CELL_RATE, CELL_RATIO: > 0 */
    bool unreliable;     /* CELL_RATE of 10 to 29 bodies or persons: "[u]" stands behind it */
};

struct cell cell_text(const char *text); /* NULL gives CELL_BLANK */
struct cell cell_count(int64_t count);
struct cell cell_rate(int64_t numerator, int64_t denominator); /* denominator 0 gives [z] */
/** A rate across bodies or of persons, which chance moves: flagged where it is of 10 to 29. A
 * control's own items are a census and never are. */
struct cell cell_rate_of_many(int64_t numerator, int64_t denominator);
struct cell cell_ratio(int64_t numerator, int64_t denominator); /* denominator 0 gives [z] */
struct cell cell_date(int32_t day);
struct cell cell_status(enum status status);
struct cell cell_marked(enum cell_mark mark);
struct cell cell_series(const double *values, size_t count); /* borrowed */

enum column_unit {
    UNIT_TEXT, /* left-aligned words */
    UNIT_COUNT,
    UNIT_PERCENT, /* rates; chart axes show per cent */
    UNIT_POINTS,  /* percentage points, signed */
    UNIT_SCORE,   /* 0 to 100 */
    UNIT_DAYS,
    UNIT_HOURS,
    UNIT_NUMBER,
    UNIT_DATE,
    UNIT_STATUS,
    UNIT_PERIOD, /* text cells "2026-Q3"; charts draw a quarter axis */
};

/** What a page draws beside or in place of a column's cells; at most one of each in a table. */
enum column_graphic {
    GRAPHIC_NONE,
    GRAPHIC_BAR,       /* beside each number, from zero */
    GRAPHIC_SPARKLINE, /* of CELL_SERIES */
};

enum column_where { COLUMN_BOTH, COLUMN_PAGE, COLUMN_WORKBOOK };

struct column {
    const char *id;
    const char *heading; /* with its spanner unique in the table */
    const char *spanner; /* above the headings of neighbours that share it; NULL: none */
    enum column_unit unit;
    int decimals; /* of CELL_RATIO; CELL_RATE chooses its own */
    enum column_where where;
    enum column_graphic graphic;
};

/** The heading where nothing stands above it: "Quarter before: met". */
const char *column_title(const struct column *column, struct arena *arena);

struct table {
    const char *id;       /* unique in the document: becomes the sheet's table name */
    int number;           /* "Table 3"; 0: not numbered and not on a page */
    const char *title;    /* what it says */
    const char *subtitle; /* measure, coverage, period, unit; may be NULL */
    const char *source;   /* "Source: ..." without the word; may be NULL */
    const char *sheet;    /* the sheet's tab name where it must not be Table_n ("Data", "Findings"),
                             else NULL */
    const char **notes;   /* printed below, numbered */
    size_t note_count;
    struct column *columns;
    size_t column_count;
    struct cell
        *cells; /* row_count * column_count, row by row; the first column is the row's head */
    size_t row_count;
    bool total_last;     /* the last row is the total */
    bool grouped;        /* on a page, rows stand together below a row that names their group */
    size_t group_column; /* where `grouped`: equal cells of it stand together */
    bool in_workbook;
};

const struct cell *table_cell(const struct table *table, size_t row, size_t column);

/** The index of a column id, or (size_t)-1. */
size_t table_column(const struct table *table, const char *id);

/** The cell as readers see it on a page: "12,345", "87%", "4 of 5", "[z]", "30 Sep 2026", "not
 * met". */
void cell_print(const struct cell *cell, const struct column *column, struct text *text);

/** Whether a rate prints as a percentage: below ten its counts are printed. */
bool cell_is_percent(const struct cell *rate);

/** For axes: the count, the ratio, a rate as per cent (0 to 100); NAN for text, blanks and marks.
 */
double cell_value(const struct cell *cell);

/** A rate of too few items for a percentage: printed as its counts. */
bool cell_is_few(const struct cell *cell);

/** Whether a chart has something to draw: a number, or a status of a body that there was. */
bool cell_has_value(const struct cell *cell);

/** Numbers, dates and marks are set right, words and statuses left. */
bool column_is_numeric(const struct column *column);

/* ---- Blocks ---- */

enum figure_kind {
    FIGURE_LINE,
    FIGURE_COLUMN,
    FIGURE_BAR,
    FIGURE_DUMBBELL,
    FIGURE_BULLET,
    FIGURE_HEAT,  /* numbers by row and column, in shaded cells */
    FIGURE_GRID,  /* statuses by row and column */
    FIGURE_STRIP, /* one status for each row, in lines of cells */
    FIGURE_HISTOGRAM,
    FIGURE_PERCENTILES,
    FIGURE_PARETO,
    FIGURE_FUNNEL,
    FIGURE_CALENDAR, /* a number for each day, by week and weekday */
    FIGURE_REGIONS,  /* a number for each region, on a grid of tiles */
    FIGURE_ECDF,     /* how many lie at or below each value */
    FIGURE_MULTIPLES,
    FIGURE_DIVERGING,
    FIGURE_KIND_COUNT,
};
extern const char *const FIGURE_KINDS[]; /* "line", "column", "bar", ..., NULL */

#define FIGURE_NO_COLUMN ((size_t)-1)

/** A value that the figure marks on its axis and names: a legal limit. In the axis's unit. */
struct figure_limit {
    double value;
    const char *label; /* "3 working days" */
};

/** Something that happened, told at its place: a period ("2026-Q1") or a day ("2026-07-12"), as the
 * label column writes it. A break parts a series: what stands before it was measured otherwise. */
struct figure_event {
    const char *at;
    const char *text; /* at most 50 characters */
    bool is_break;
    bool is_holiday; /* of calendars: marked in its day's corner and not told */
};

/**
 * What a chart draws of a table, and by which columns. A kind uses the columns that it has a use
 * for; the others are FIGURE_NO_COLUMN. Charts read cells and never anything else, so that figure,
 * table and workbook agree.
 */
struct figure {
    const char *id;
    int number; /* "Figure 2" */
    enum figure_kind kind;
    const char *title;    /* a message of at most 15 words */
    const char *says;     /* what it is about, where its title is made from the data; else NULL */
    const char *subtitle; /* measure, coverage, period, unit */
    const char *source;
    const char *note; /* may be NULL */
    const char *alt;  /* compulsory: what a reader who cannot see it is told */
    const struct table *table;
    size_t label_column;         /* categories or periods */
    const size_t *value_columns; /* value_count of them */
    size_t value_count;          /* at least 1; each kind says how many it takes */
    size_t before_column;        /* the value of the period before */
    size_t count_column;         /* n: how many items stand behind the value */
    size_t lower_column;         /* of an interval, or of a band such as the peers' P25 to P75 */
    size_t upper_column;
    size_t group_column; /* rows of one text stand together below it */
    const char *subject; /* the row whose label this is stands out; NULL: none does */
    const struct figure_limit *limits;
    size_t limit_count;
    const struct figure_event *events;
    size_t event_count;
    bool provisional; /* the last period is: its mark is hollow */
    bool has_target;
    double target;            /* in the axis's unit (per cent for rates) */
    const char *target_label; /* "Target 95%" */
    size_t row_limit;         /* first rows drawn; 0: all */
    double height;            /* of the plot, points: 150 or 190 */
};

struct tile {
    const char *label;  /* one line, at most 28 characters */
    const char *value;  /* "87", "Sound", "4 of 5" */
    const char *unit;   /* "%", "of 100"; may be NULL */
    const char *change; /* "up 3.2 pts on Q2 (81.4%)"; may be NULL */
    int direction;      /* -1 down, 0 none, 1 up: the arrow shows direction, not goodness */
    const char *foot;   /* "Target 90%"; may be NULL */
    enum status status; /* symbol in the foot; STATUS_NONE draws none */
    double *trend;      /* trend_count values, NAN for gaps; may be NULL */
    size_t trend_count;
    bool has_target; /* drawn beside the trend */
    double target;   /* in the trend's unit */
};

struct fact { /* a line of the cover or of a list of facts */
    const char *label;
    const char *value;
};

enum paragraph_style { PARAGRAPH_BODY, PARAGRAPH_LEAD, PARAGRAPH_NOTE, PARAGRAPH_BULLET };

enum block_kind {
    BLOCK_COVER,    /* from the document's own fields */
    BLOCK_CONTENTS, /* from its headings */
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_TILES,
    BLOCK_FACTS, /* label and value pairs, one a line */
    BLOCK_TABLE,
    BLOCK_FIGURE,
    BLOCK_PAGE_BREAK,
    BLOCK_COLUMNS, /* blocks side by side */
};

/** One side of BLOCK_COLUMNS. It holds neither columns nor headings of the levels 1 and 2. */
struct side {
    int span; /* of the page's twelve columns */
    struct block *blocks;
    size_t block_count;
};

struct block {
    enum block_kind kind;
    int level;                  /* BLOCK_HEADING: 1 to 3 */
    bool annex;                 /* BLOCK_HEADING of level 1: the annex begins here */
    enum paragraph_style style; /* BLOCK_PARAGRAPH */
    const char *text;           /* heading or paragraph */
    struct tile *tiles;         /* BLOCK_TILES: at most 4 a row */
    size_t tile_count;
    struct fact *facts; /* BLOCK_FACTS */
    size_t fact_count;
    const struct table *table; /* BLOCK_TABLE */
    size_t row_limit; /* first rows printed; 0: all. The page says how many more there are */
    const struct figure *figure; /* BLOCK_FIGURE */
    int span;             /* of a table or figure, in columns of the page; 0: all there are */
    bool landscape;       /* a table or figure on a page of its own, turned */
    bool floats;          /* table, figure or columns, which what follows may pass */
    struct side sides[2]; /* BLOCK_COLUMNS */
};

/** The issuer's, as a PNG that was looked into. */
struct logo {
    const char *png; /* NULL: none */
    size_t length;
    int width, height; /* pixels */
};

struct document {
    const char *title;       /* "Social media in government" */
    const char *short_title; /* running head, left */
    const char *subject;     /* agency or "Whole of government": running head, right */
    bool about_agency;       /* else running heads name the section in place of the subject */
    const char *period;      /* "Quarter 3 2026, July to September" */
    const char *edition;     /* "Draft", "Final", "Draft 1" */
    bool draft;              /* anything but final */
    const char *audience;    /* "For oversight" */
    const char *issuer;      /* footer, left */
    struct logo logo;        /* on the cover */
    const char *data_as_of;  /* "Data as of 30 September 2026": footer, left, behind the issuer */
    bool compact;            /* less air between blocks */
    const char *language;    /* "en" */
    const char *keywords;
    int32_t created; /* a day: as-of or publication, never the clock */
    struct fact *cover_facts;
    size_t cover_fact_count;
    struct fact *metadata; /* rows of the workbook's Metadata sheet (versions, hashes) */
    size_t metadata_count;
    const char **notes; /* the workbook's Notes sheet: note 1, note 2, ... */
    size_t note_count;
    struct table **tables;
    size_t table_count;
    struct figure **figures;
    size_t figure_count;
    struct block *blocks;
    size_t block_count;
};

#endif
