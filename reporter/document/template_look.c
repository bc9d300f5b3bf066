/* SPDX-License-Identifier: MIT */

/* What a template says of how its blocks stand on pages: it must be possible. */
#include "document/template.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "input/schema.h"

#include <string.h>

static bool list_has(const struct node *list, const char *word)
{
    if (!list || list->kind == NODE_TEXT)
        return list && text_equal(list->text, word);
    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i]->text, word))
            return true;
    return false;
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
    if (columns->kind == NODE_TEXT || columns->count < 2)
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
        return check_group(content, err);
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
