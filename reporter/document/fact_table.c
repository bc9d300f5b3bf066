/* SPDX-License-Identifier: MIT */
#include "document/fact_table.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "document/build.h"
#include "document/figure_form.h"
#include "document/template.h"
#include "input/schema.h"

#include <math.h>
#include <string.h>

enum { OF, TABLE, FIRST, SECOND, PARTS };

/** Four parts; the last one may hold anything. */
struct name {
    char parts[PARTS][64];
};

static bool split(const char *text, struct name *ret_name)
{
    for (size_t i = 0; i < PARTS; i++) {
        const char *dot = i + 1 < PARTS ? strchr(text, '.') : text + strlen(text);
        if (!dot || dot == text || dot - text >= (ptrdiff_t)sizeof ret_name->parts[i])
            return false;
        memcpy(ret_name->parts[i], text, (size_t)(dot - text));
        ret_name->parts[i][dot - text] = '\0';
        text = dot + 1;
    }
    return true;
}

static bool is_at(const struct name *name)
{
    return strcmp(name->parts[OF], "at") == 0;
}

bool fact_table_is(const char *text)
{
    struct name name;
    return split(text, &name) && (is_at(&name) || strcmp(name.parts[OF], "most") == 0 ||
                                  strcmp(name.parts[OF], "least") == 0);
}

static bool check_column(const struct node *node, const struct node *table, const char *word,
                         struct error *err)
{
    return figure_table_has(table, word) ||
           error_at(err, ERROR_CONFIG, &node->place, "the table '%s' has no column '%s'",
                    node_text(table, "id", ""), word);
}

bool fact_table_check(const struct node *node, const char *text, const struct template *template,
                      struct error *err)
{
    struct name name;
    const struct node *table =
        split(text, &name) ? template_table(template, name.parts[TABLE]) : NULL;
    if (!table)
        return error_at(err, ERROR_CONFIG, &node->place, "no table block has the id '%s'",
                        name.parts[TABLE]);
    return check_column(node, table, name.parts[FIRST], err) &&
           (is_at(&name) || check_column(node, table, name.parts[SECOND], err));
}

static const struct table *find_table(const struct build *build, const char *id)
{
    for (size_t i = 0; build->document && i < build->document->table_count; i++)
        if (strcmp(build->document->tables[i]->id, id) == 0)
            return build->document->tables[i];
    return NULL;
}

/** The row whose value is the greatest or the least; the first of equals. SIZE_MAX: none has one.
 */
static size_t find_extreme(const struct table *table, size_t by, bool greatest)
{
    size_t found = SIZE_MAX;
    double best = NAN;
    for (size_t r = 0; r < table->row_count - table->total_last; r++) {
        double value = cell_value(table_cell(table, r, by));
        if (isnan(value) || (found != SIZE_MAX && (greatest ? value <= best : value >= best)))
            continue;
        found = r;
        best = value;
    }
    return found;
}

static size_t find_label(const struct table *table, const char *label)
{
    size_t found = SIZE_MAX;
    for (size_t r = 0; r < table->row_count && found == SIZE_MAX; r++) {
        struct text printed = {0};
        cell_print(table_cell(table, r, 0), &table->columns[0], &printed);
        if (strcmp(text_string(&printed), label) == 0)
            found = r;
        text_finish(&printed);
    }
    return found;
}

void fact_table_cell(const struct build *build, const char *text, struct cell *ret_cell,
                     struct column *ret_column)
{
    struct name name;
    const struct table *table = split(text, &name) ? find_table(build, name.parts[TABLE]) : NULL;
    *ret_cell = cell_marked(CELL_NOT_AVAILABLE);
    *ret_column = (struct column){.unit = UNIT_TEXT};
    if (!table)
        return;
    size_t first = table_column(table, name.parts[FIRST]);
    size_t shown = is_at(&name) ? first : table_column(table, name.parts[SECOND]);
    size_t row = is_at(&name) ? find_label(table, name.parts[SECOND])
                              : find_extreme(table, first, strcmp(name.parts[OF], "most") == 0);
    if (row == SIZE_MAX)
        return;
    *ret_cell = *table_cell(table, row, shown);
    *ret_column = table->columns[shown];
}
