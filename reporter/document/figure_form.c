/* SPDX-License-Identifier: MIT */
#include "document/figure_form.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "document/block.h"
#include "document/rows.h"
#include "input/schema.h"
#include "input/yaml.h"

#define MOST_HINTED 32 /* columns of a table, in a hint */

const struct figure_form FIGURE_FORMS[FIGURE_KIND_COUNT] = {
    [FIGURE_LINE] = {"line", 1, 8, false, 0, FIGURE_LOWER | FIGURE_UPPER | FIGURE_COUNT},
    [FIGURE_COLUMN] = {"column", 1, 2, false, 0, FIGURE_BEFORE},
    [FIGURE_BAR] = {"bar", 1, 2, false, 0,
                    FIGURE_BEFORE | FIGURE_COUNT | FIGURE_LOWER | FIGURE_UPPER},
    [FIGURE_DUMBBELL] = {"dumbbell", 1, 1, false, FIGURE_BEFORE, FIGURE_COUNT},
    [FIGURE_BULLET] = {"bullet", 1, 2, false, 0, FIGURE_BEFORE | FIGURE_COUNT | FIGURE_LIMITS},
    [FIGURE_HEAT] = {"heat", 1, 24, false, 0, FIGURE_COUNT | FIGURE_GROUP | FIGURE_LIMITS},
    [FIGURE_GRID] = {"grid", 1, 64, true, 0, FIGURE_GROUP},
    [FIGURE_STRIP] = {"strip", 1, 1, true, 0, FIGURE_GROUP},
    [FIGURE_HISTOGRAM] = {"histogram", 1, 1, false, 0, FIGURE_UPPER | FIGURE_LIMITS},
    [FIGURE_PERCENTILES] = {"percentiles", 5, 5, false, 0, FIGURE_COUNT | FIGURE_LIMITS},
    [FIGURE_PARETO] = {"pareto", 1, 1, false, 0, 0},
    [FIGURE_FUNNEL] = {"funnel", 1, 1, false, 0, 0},
    [FIGURE_CALENDAR] = {"calendar", 1, 1, false, 0, FIGURE_LIMITS},
    [FIGURE_REGIONS] = {"regions", 1, 1, false, 0, FIGURE_COUNT | FIGURE_LIMITS | FIGURE_RATES},
    [FIGURE_ECDF] = {"ecdf", 1, 1, false, 0, FIGURE_UPPER | FIGURE_LIMITS},
    [FIGURE_MULTIPLES] = {"multiples", 1, 24, false, 0, FIGURE_BEFORE},
    [FIGURE_DIVERGING] = {"diverging", 2, 5, false, 0, 0},
};

/* Columns that go with a single column of values only: beside several there is no place for them.
 */
static const unsigned ALONE[FIGURE_KIND_COUNT] = {
    [FIGURE_COLUMN] = FIGURE_BEFORE,
    [FIGURE_BAR] = FIGURE_BEFORE | FIGURE_LOWER | FIGURE_UPPER,
};

static const struct {
    const char *key;
    enum figure_column column;
} COLUMNS[] = {
    {"before", FIGURE_BEFORE}, {"count", FIGURE_COUNT}, {"lower", FIGURE_LOWER},
    {"upper", FIGURE_UPPER},   {"group", FIGURE_GROUP}, {"limits", FIGURE_LIMITS},
};

/** A word that stands for several columns of the table: as many as there are. */
static bool is_spread(const struct node *table, const char *word)
{
    return (text_equal(word, "sections") && node_yes(table, "sections", false)) ||
           (text_equal(word, "categories") && node_find(table, "show-categories"));
}

static const char *const LISTS[] = {"columns", "workbook-columns", "show-controls",
                                    "show-measures"};

bool figure_table_has(const struct node *table, const char *word)
{
    for (size_t l = 0; l < ARRAY_LENGTH(LISTS); l++) {
        const struct node *list = node_find(table, LISTS[l]);
        for (size_t i = 0; i < block_entries(list); i++)
            if (text_equal(block_entry(list, i)->text, word))
                return true;
    }
    return is_spread(table, word);
}

/** The nearest of the table's columns, or all of them. */
static bool hint_columns(const struct node *table, const char *word, struct error *err)
{
    const char *words[MOST_HINTED];
    size_t count = 0;
    for (size_t l = 0; l < ARRAY_LENGTH(LISTS); l++) {
        const struct node *list = node_find(table, LISTS[l]);
        for (size_t i = 0; i < block_entries(list) && count < MOST_HINTED; i++)
            words[count++] = block_entry(list, i)->text;
    }
    return schema_hint(word, words, count, err);
}

static bool check_column(const struct node *table, const struct node *word, struct error *err)
{
    if (figure_table_has(table, word->text))
        return true;
    error_at(err, ERROR_CONFIG, &word->place, "the table '%s' has no column '%s'",
             node_text(table, "id", ""), word->text);
    return hint_columns(table, word->text, err);
}

static bool check_value(const struct figure_form *form, const struct node *table,
                        const struct node *word, struct error *err)
{
    const struct row_column *column = row_column_find(word->text);
    if (!check_column(table, word, err))
        return false;
    bool statuses = column && column->unit == UNIT_STATUS;
    bool numbers = !column || column_is_numeric(&(struct column){.unit = column->unit});
    return (form->statuses ? statuses : numbers) ||
           error_at(err, ERROR_CONFIG, &word->place, "the column '%s' holds no %s to draw",
                    word->text, form->statuses ? "statuses" : "numbers");
}

static bool check_values(const struct figure_form *form, const struct node *table,
                         const struct node *values, struct error *err)
{
    size_t count = block_entries(values);
    bool spread = count == 1 && is_spread(table, block_entry(values, 0)->text);
    if ((count < form->least_values && !spread) || count > form->most_values)
        return error_at(err, ERROR_CONFIG, &values->place,
                        "a %s figure shows %zu to %zu columns of values", form->word,
                        form->least_values, form->most_values);
    for (size_t i = 0; i < count; i++)
        if (!check_value(form, table, block_entry(values, i), err))
            return false;
    return true;
}

static bool check_others(const struct figure_form *form, const struct node *figure,
                         const struct node *table, struct error *err)
{
    for (size_t i = 0; i < ARRAY_LENGTH(COLUMNS); i++) {
        const struct node *node = node_find(figure, COLUMNS[i].key);
        bool taken = (form->takes | form->needs) & COLUMNS[i].column;
        if (!node && form->needs & COLUMNS[i].column)
            return error_at(err, ERROR_CONFIG, &figure->place, "a %s figure needs '%s'", form->word,
                            COLUMNS[i].key);
        if (node && !taken)
            return error_at(err, ERROR_CONFIG, &node->place, "a %s figure has no use for '%s'",
                            form->word, COLUMNS[i].key);
        if (node && ALONE[form - FIGURE_FORMS] & COLUMNS[i].column &&
            block_entries(node_find(figure, "values")) > 1)
            return error_at(err, ERROR_CONFIG, &node->place,
                            "'%s' goes with one column of values only", COLUMNS[i].key);
        if (node && COLUMNS[i].column != FIGURE_LIMITS && !check_column(table, node, err))
            return false;
    }
    return true;
}

bool figure_title_is_made(const struct node *figure)
{
    return text_equal(node_text(figure, "title", NULL), "auto");
}

static bool check_title(const struct node *figure, struct error *err)
{
    const struct node *title = node_find(figure, "title"), *says = node_find(figure, "says");
    if (figure_title_is_made(figure) && !says)
        return error_at(err, ERROR_CONFIG, &title->place,
                        "a title made from the data needs 'says': what it is about");
    return true;
}

static bool check_events(const struct node *figure, struct error *err)
{
    const struct node *events = node_find(figure, "events");
    return !events || text_equal(node_text(figure, "label", NULL), "date") ||
           error_at(err, ERROR_CONFIG, &events->place,
                    "events are told at days: the figure's label must be 'date'");
}

/* A region with many people has many of everything: a map of counts shows where people live. */
static bool check_rates(const struct figure_form *form, const struct node *figure,
                        struct error *err)
{
    const struct node *value = block_entry(node_find(figure, "values"), 0);
    const struct row_column *column = row_column_find(value->text);
    return !(form->takes & FIGURE_RATES) || node_find(figure, "count") || !column ||
           column->unit != UNIT_COUNT ||
           error_at(err, ERROR_CONFIG, &value->place,
                    "a %s figure shows rates; beside counts name their n by 'count'", form->word);
}

bool figure_form_check(const struct node *figure, const struct node *table, struct error *err)
{
    const struct figure_form *form = &FIGURE_FORMS[node_word(figure, "kind", FIGURE_KINDS, 0)];
    return check_column(table, node_find(figure, "label"), err) &&
           check_values(form, table, node_find(figure, "values"), err) &&
           check_others(form, figure, table, err) && check_rates(form, figure, err) &&
           check_title(figure, err) && check_events(figure, err);
}
