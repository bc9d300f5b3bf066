/* SPDX-License-Identifier: MIT */

/* What a template says of how its blocks stand on pages: it must be possible. */
#include "document/template.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "document/block.h"
#include "document/rows.h"
#include "input/schema.h"

#include <string.h>

static bool list_has(const struct node *list, const char *word)
{
    for (size_t i = 0; i < block_entries(list); i++)
        if (text_equal(block_entry(list, i)->text, word))
            return true;
    return false;
}

/** Which sections there are is known to the method only. */
static bool check_column(const struct node *table, const struct node *column, const char *word,
                         struct error *err)
{
    static const char *const LISTS[] = {"columns", "workbook-columns", "show-controls",
                                        "show-measures"};
    for (size_t l = 0; l < ARRAY_LENGTH(LISTS); l++)
        if (list_has(node_find(table, LISTS[l]), word))
            return true;
    return node_yes(table, "sections", false) ||
           error_at(err, ERROR_CONFIG, &column->place, "the table '%s' has no column '%s'",
                    node_text(table, "id", ""), word);
}

static bool check_headings(const struct node *table, struct error *err)
{
    const struct node *headings = node_find(table, "headings");
    for (size_t i = 0; headings && i < headings->count; i++)
        if (!check_column(table, headings->keys[i], headings->keys[i]->text, err))
            return false;
    return true;
}

static bool check_spanners(const struct node *table, struct error *err)
{
    const struct node *spanners = node_find(table, "spanners");
    for (size_t s = 0; spanners && s < spanners->count; s++) {
        const struct node *columns = node_find(spanners->items[s], "columns");
        for (size_t i = 0; i < block_entries(columns); i++) {
            const struct node *column = block_entry(columns, i);
            if (!check_column(table, column, column->text, err))
                return false;
        }
    }
    return true;
}

/** Bars and lines are of numbers. */
static bool check_graphics(const struct node *table, struct error *err)
{
    static const char *const KEYS[] = {"bar", "trend"};
    for (size_t k = 0; k < ARRAY_LENGTH(KEYS); k++) {
        const struct node *word = node_find(table, KEYS[k]);
        if (!word)
            continue;
        const struct row_column *column = row_column_find(word->text);
        if (!check_column(table, word, word->text, err))
            return false;
        if (column && !column_is_numeric(&(struct column){.unit = column->unit}))
            return error_at(err, ERROR_CONFIG, &word->place,
                            "the column '%s' holds no numbers to draw", word->text);
    }
    return true;
}

/** The rows' groups are told by a column, and another one is left to print. */
static bool check_group(const struct node *table, struct error *err)
{
    const struct node *group = node_find(table, "group"), *columns = node_find(table, "columns");
    if (!group)
        return true;
    if (!list_has(columns, group->text))
        return error_at(err, ERROR_CONFIG, &group->place, "the table '%s' has no column '%s'",
                        node_text(table, "id", ""), group->text);
    if (block_entries(columns) < 2)
        return error_at(err, ERROR_CONFIG, &group->place,
                        "the table '%s' has no column beside the one that groups its rows",
                        node_text(table, "id", ""));
    return true;
}

static bool check_annex(const struct node *heading, struct error *err)
{
    const struct node *annex = node_find(heading, "annex");
    if (!annex || !node_yes(heading, "annex", false) || node_integer(heading, "level", 1) == 1)
        return true;
    return error_at(err, ERROR_CONFIG, &annex->place, "an annex begins with a heading of level 1");
}

/** What stands beside something cannot turn or leave the page that both are on. */
static bool check_side(const struct node *side, struct error *err)
{
    static const char *const KEYS[] = {"landscape", "float"};
    for (size_t i = 0; i < side->count; i++) {
        const struct node *content = side->items[i]->items[0];
        for (size_t k = 0; k < ARRAY_LENGTH(KEYS) && content->kind == NODE_MAP; k++)
            if (node_yes(content, KEYS[k], false))
                return error_at(err, ERROR_CONFIG, &node_find(content, KEYS[k])->place,
                                "'%s' is for blocks that stand alone, not side by side", KEYS[k]);
    }
    return true;
}

static bool check_block(const struct node *block, struct error *err)
{
    const char *tag = block_tag(block);
    const struct node *content = block->items[0];
    if (strcmp(tag, "table") == 0)
        return check_group(content, err) && check_headings(content, err) &&
               check_spanners(content, err) && check_graphics(content, err);
    if (strcmp(tag, "heading") == 0)
        return check_annex(content, err);
    if (strcmp(tag, "columns") == 0)
        return check_side(block_side(content, 0), err) && check_side(block_side(content, 1), err);
    return true;
}

bool template_check_look(const struct template *template, struct error *err)
{
    for (size_t i = 0; i < template->block_count; i++)
        if (!check_block(template->blocks[i], err))
            return false;
    return true;
}
