/* SPDX-License-Identifier: MIT */
#include "document/table_build.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/block.h"
#include "document/build.h"
#include "document/fact.h"
#include "document/rows.h"
#include "document/words.h"
#include "input/schema.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/** A column of the table and where its cells come from: a row_column, a control, a measure, a
 * section or a category of the block's measure. */
struct maker {
    const struct row_column *column;
    size_t control, measure, section, category; /* SIZE_MAX where not */
    bool trend;                                 /* the last eight quarters of it */
};

struct plan {
    const struct build *build;
    const struct node *block;
    struct query query;
    struct maker *makers;
    struct table *table;
};

static size_t group_of(const struct build *build, const struct node *block)
{
    if (build->body != SIZE_MAX && strcmp(node_text(block, "rows", ""), "agencies") != 0 &&
        strcmp(node_text(block, "rows", ""), "classes") != 0 && !node_find(block, "bodies"))
        return build->body;
    size_t word = node_word(block, "bodies", BLOCK_BODIES, GROUP_MANDATED);
    return results_group(build->results, (enum group)word);
}

static size_t find_breakdown(const struct measure_definition *measure, const char *by)
{
    for (size_t b = 0; by && b < measure->by_count; b++)
        if (strcmp(measure->by[b], by) == 0)
            return b + 1;
    return 0;
}

static struct query read_query(const struct build *build, const struct node *block)
{
    struct query query = {
        .node = block,
        .group = group_of(build, block),
        .measure = SIZE_MAX,
    };
    const char *measure = node_text(block, "measure", NULL);
    if (measure) {
        query.measure = results_measure(build->results, measure);
        query.breakdown =
            find_breakdown(build->results->measures[query.measure], node_text(block, "by", NULL));
    }
    return query;
}

static struct column *append_column(struct plan *plan, const char *id, const char *heading,
                                    struct maker maker)
{
    plan->makers[plan->table->column_count] = maker;
    struct column *column = &plan->table->columns[plan->table->column_count++];
    *column = (struct column){.id = id, .heading = heading};
    return column;
}

static void add_named_columns(struct plan *plan, const char *key, enum column_where where)
{
    const char **words;
    size_t count = node_texts(plan->block, key, plan->build->arena, &words);
    for (size_t i = 0; i < count; i++) {
        const struct row_column *from = row_column_find(words[i]);
        struct column *column =
            append_column(plan, words[i], phrase(from->heading),
                          (struct maker){from, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, false});
        column->unit = from->unit;
        column->decimals = from->decimals;
        column->where = where;
        if (strcmp(words[i], "category") == 0 && plan->query.breakdown)
            column->heading = language_text(plan->build->results->measures[plan->query.measure]
                                                ->by_titles[plan->query.breakdown - 1]);
    }
}

static void add_control_columns(struct plan *plan)
{
    const char **ids;
    size_t count = node_texts(plan->block, "show-controls", plan->build->arena, &ids);
    for (size_t i = 0; i < count; i++) {
        size_t control = results_control(plan->build->results, ids[i]);
        const char *heading =
            arena_printf(plan->build->arena, "%s %s", ids[i],
                         language_text(plan->build->results->controls[control]->title));
        append_column(plan, ids[i], heading,
                      (struct maker){NULL, control, SIZE_MAX, SIZE_MAX, SIZE_MAX, false})
            ->unit = UNIT_PERCENT;
    }
}

static const char *measure_heading(const struct build *build,
                                   const struct measure_definition *measure, enum column_unit unit)
{
    const char *title = language_text(measure->title);
    bool per_cent = measure->unit == MEASURE_PERCENT && unit == UNIT_NUMBER;
    if (unit != UNIT_HOURS && unit != UNIT_DAYS && !per_cent)
        return title;
    return phrase_filled(build->arena,
                         per_cent             ? PHRASE_HEADING_PERCENT
                         : unit == UNIT_HOURS ? PHRASE_HEADING_HOURS
                                              : PHRASE_HEADING_DAYS,
                         "measure", title, NULL);
}

static void add_measure_columns(struct plan *plan)
{
    const char **ids;
    size_t count = node_texts(plan->block, "show-measures", plan->build->arena, &ids);
    for (size_t i = 0; i < count; i++) {
        size_t measure = results_measure(plan->build->results, ids[i]);
        const struct measure_definition *definition = plan->build->results->measures[measure];
        int decimals;
        enum column_unit unit = row_measure_unit(plan->build, measure, &decimals);
        struct column *column =
            append_column(plan, ids[i], measure_heading(plan->build, definition, unit),
                          (struct maker){NULL, SIZE_MAX, measure, SIZE_MAX, SIZE_MAX, false});
        column->unit = unit;
        column->decimals = decimals;
    }
}

/** The categories that the listing names, each in a column of its own. */
static void add_category_columns(struct plan *plan)
{
    const struct query *query = &plan->query;
    if (!node_find(plan->block, "show-categories"))
        return;
    bool shares = node_word(plan->block, "show-categories", BLOCK_CATEGORIES, 0) == 1;
    const struct category_list *list =
        measure_list(plan->build->results->measures[query->measure], query->breakdown - 1);
    for (size_t k = 0; k < list->name_count; k++)
        append_column(plan, list->names[k],
                      row_category_words(plan->build, query->measure, query->breakdown, k),
                      (struct maker){NULL, SIZE_MAX, SIZE_MAX, SIZE_MAX, k, false})
            ->unit = shares ? UNIT_PERCENT : UNIT_COUNT;
}

static void add_section_columns(struct plan *plan)
{
    const struct method *method = plan->build->results->method;
    if (!node_yes(plan->block, "sections", false))
        return;
    for (size_t s = 0; s < method->section_count; s++) {
        struct column *column =
            append_column(plan, method->sections[s].id, language_text(method->sections[s].title),
                          (struct maker){NULL, SIZE_MAX, SIZE_MAX, s, SIZE_MAX, false});
        column->unit = UNIT_SCORE;
        column->decimals = 0;
    }
}

/** A column of small lines behind the one whose earlier quarters they draw. */
static void add_trend(struct plan *plan)
{
    struct table *table = plan->table;
    const char *word = node_text(plan->block, "trend", NULL);
    size_t of = word ? table_column(table, word) : (size_t)-1;
    if (of == (size_t)-1)
        return;
    size_t behind = ++table->column_count - of - 2;
    memmove(&table->columns[of + 2], &table->columns[of + 1], behind * sizeof *table->columns);
    memmove(&plan->makers[of + 2], &plan->makers[of + 1], behind * sizeof *plan->makers);
    plan->makers[of + 1] = plan->makers[of];
    plan->makers[of + 1].trend = true;
    table->columns[of + 1] = (struct column){
        .id = arena_printf(plan->build->arena, "%s-trend", word),
        .heading = phrase(PHRASE_TABLE_TREND),
        .spanner = table->columns[of].spanner,
        .unit = UNIT_TEXT,
        .where = COLUMN_PAGE,
        .graphic = GRAPHIC_SPARKLINE,
    };
}

static size_t count_list(const struct node *block, const char *key)
{
    const struct node *list = node_find(block, key);
    return !list ? 0 : list->kind == NODE_TEXT ? 1 : list->count;
}

static size_t count_categories(const struct build *build, const struct query *query)
{
    if (!query->breakdown)
        return 0;
    const struct category_list *list =
        measure_list(build->results->measures[query->measure], query->breakdown - 1);
    return list ? list->name_count : 0;
}

static void add_columns(struct plan *plan)
{
    size_t room =
        count_list(plan->block, "columns") + count_list(plan->block, "workbook-columns") +
        count_list(plan->block, "show-controls") + count_list(plan->block, "show-measures") +
        plan->build->results->method->section_count + count_categories(plan->build, &plan->query);
    plan->table->columns = arena_array(plan->build->arena, room + 2, sizeof(struct column));
    plan->makers = arena_array(plan->build->arena, room + 2, sizeof *plan->makers);
    add_named_columns(plan, "columns", COLUMN_BOTH);
    add_control_columns(plan);
    add_measure_columns(plan);
    add_category_columns(plan);
    add_section_columns(plan);
    add_named_columns(plan, "workbook-columns", COLUMN_WORKBOOK);
    table_dress(plan->build, plan->block, plan->table);
    add_trend(plan);
}

static struct cell category_cell(const struct plan *plan, size_t category, const struct row *row)
{
    struct row of = *row;
    of.measure = plan->query.measure;
    of.breakdown = plan->query.breakdown;
    of.category = category;
    bool shares = node_word(plan->block, "show-categories", BLOCK_CATEGORIES, 0) == 1;
    return shares ? row_share_cell(plan->build, &of) : row_category_cell(plan->build, &of);
}

static struct cell make_value(const struct plan *plan, const struct maker *maker,
                              const struct row *row)
{
    if (maker->column)
        return maker->column->cell(plan->build, row);
    if (maker->category != SIZE_MAX)
        return category_cell(plan, maker->category, row);
    if (maker->control != SIZE_MAX)
        return row_control_cell(plan->build, maker->control, row);
    if (maker->measure != SIZE_MAX)
        return row_measure_cell(plan->build, maker->measure, row);
    return row_section_cell(plan->build, maker->section, row);
}

static struct cell make_series(const struct plan *plan, const struct maker *maker,
                               const struct row *row)
{
    double *values = arena_array(plan->build->arena, PERIODS - 1, sizeof *values);
    struct row then = *row;
    for (size_t p = 1; p < PERIODS; p++) {
        then.period = p;
        struct cell cell = make_value(plan, maker, &then);
        values[p - 1] = cell_value(&cell);
    }
    return cell_series(values, PERIODS - 1);
}

static struct cell make_cell(const struct plan *plan, size_t column, const struct row *row)
{
    const struct maker *maker = &plan->makers[column];
    return maker->trend ? make_series(plan, maker, row) : make_value(plan, maker, row);
}

/** For sorting: rows without a value go last, whatever the direction; ties keep their order. */
struct sortable {
    double value;
    const char *text;
    size_t position;
    bool descending;
};

static int compare(const void *a, const void *b)
{
    const struct sortable *x = a, *y = b;
    bool x_missing = isnan(x->value) && !x->text, y_missing = isnan(y->value) && !y->text;
    int sign = x->descending ? -1 : 1, order = 0;
    if (x_missing != y_missing)
        return x_missing ? 1 : -1;
    if (x->text && y->text)
        order = sign * strcmp(x->text, y->text);
    else if (!x_missing && x->value != y->value)
        order = x->value < y->value ? -sign : sign;
    if (order)
        return order;
    return x->position < y->position ? -1 : x->position > y->position;
}

static void sort_rows(struct plan *plan, const struct row_list *rows, size_t *order)
{
    size_t column = table_column(plan->table, node_text(plan->block, "sort", ""));
    bool descending = node_yes(plan->block, "descending", false);
    struct sortable *keys = arena_array(plan->build->arena, rows->count + 1, sizeof *keys);
    for (size_t r = 0; r < rows->count; r++) {
        keys[r] = (struct sortable){NAN, NULL, r, descending};
        if (column == (size_t)-1)
            continue;
        struct cell cell = make_cell(plan, column, &rows->items[r]);
        bool ordered = cell.kind == CELL_DATE || cell.kind == CELL_STATUS;
        keys[r].value = ordered ? (double)cell.number : cell_value(&cell);
        keys[r].text = cell.kind == CELL_TEXT ? cell.text : NULL;
    }
    if (column != (size_t)-1 && rows->count)
        qsort(keys, rows->count, sizeof *keys, compare);
    for (size_t r = 0; r < rows->count; r++)
        order[r] = keys[r].position;
}

/** The last row of a table with a total: all bodies of the group, or all categories together. */
static void add_total(struct plan *plan, struct cell *cells)
{
    struct row row = {.body = plan->query.group,
                      .period = PERIODS - 1,
                      .measure = plan->query.measure == SIZE_MAX ? 0 : plan->query.measure};
    for (size_t c = 0; c < plan->table->column_count; c++) {
        const struct row_column *column = plan->makers[c].column;
        bool possible =
            !column || !(column->needs & (ROW_AGENCY | ROW_CATEGORY | ROW_REGION | ROW_DAY));
        cells[c] = possible ? make_cell(plan, c, &row) : cell_text(NULL);
    }
    if (plan->query.breakdown)
        cells[0] = cell_text(phrase(PHRASE_TOTAL_ALL));
    else if (cells[0].kind == CELL_TEXT || cells[0].kind == CELL_BLANK)
        cells[0] = cell_text(results_group_title(plan->build->results, plan->query.group));
}

static void fill(struct plan *plan, const struct row_list *rows)
{
    struct table *table = plan->table;
    struct arena *arena = plan->build->arena;
    size_t *order = arena_array(arena, rows->count + 1, sizeof *order);
    bool total = node_yes(plan->block, "total", false) && rows->count > 0;
    table->row_count = rows->count + total;
    table->cells =
        arena_array(arena, table->row_count * table->column_count + 1, sizeof *table->cells);
    sort_rows(plan, rows, order);
    for (size_t r = 0; r < rows->count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            table->cells[r * table->column_count + c] = make_cell(plan, c, &rows->items[order[r]]);
    table->total_last = total;
    if (total)
        add_total(plan, &table->cells[rows->count * table->column_count]);
}

const char *table_source(const struct build *build)
{
    struct text text = {0};
    date_long(&text, build->edition->as_of);
    const char *source = phrase_filled(build->arena, PHRASE_TABLE_SOURCE, "database",
                                       build->source_name, "day", text_string(&text), NULL);
    text_finish(&text);
    return source;
}

static const char *make_source(const struct build *build, const struct node *block)
{
    const char *given = node_text(block, "source", NULL);
    if (!given)
        return table_source(build);
    return strcmp(given, "none") == 0 ? NULL : fact_fill(build, given);
}

static void read_notes(const struct build *build, const struct node *block, struct table *table)
{
    table->note_count = node_texts(block, "notes", build->arena, &table->notes);
    for (size_t i = 0; i < table->note_count; i++)
        table->notes[i] = fact_fill(build, table->notes[i]);
}

bool table_build(const struct build *build, const struct node *block, struct table **ret_table,
                 struct error *err)
{
    struct table *table = ARENA_NEW(build->arena, struct table);
    table->id = node_text(block, "id", NULL);
    table->title = fact_fill(build, node_text(block, "title", NULL));
    table->subtitle = fact_fill(build, node_text(block, "subtitle", NULL));
    table->sheet = language_text(node_text(block, "sheet", NULL));
    table->source = make_source(build, block);
    table->in_workbook = node_yes(block, "workbook", true);
    read_notes(build, block, table);
    struct plan plan = {
        .build = build,
        .block = block,
        .query = read_query(build, block),
        .table = table,
    };
    add_columns(&plan);
    struct row_list rows = {0};
    if (!row_kind_find(node_text(block, "rows", ""))->list(build, &plan.query, &rows, err))
        return false;
    fill(&plan, &rows);
    if (node_find(block, "group"))
        table_group(table, table_column(table, node_text(block, "group", NULL)), build->arena);
    *ret_table = table;
    return true;
}
