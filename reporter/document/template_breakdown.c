/* SPDX-License-Identifier: MIT */

/* What a table block says of a measure's breakdown: it must be one that the rows are made of. */
#include "document/template_breakdown.h"

#include "base/error.h"
#include "base/text.h"
#include "data/listing.h"
#include "document/block.h"
#include "document/rows.h"
#include "input/schema.h"

#include <string.h>

static size_t find_breakdown(const struct measure_definition *measure, const char *by)
{
    size_t b = 0;
    while (b < measure->by_count && strcmp(measure->by[b], by) != 0)
        b++;
    return b;
}

static bool is_ordered(const struct measure_definition *measure, size_t by,
                       enum category_order order)
{
    const struct category_list *list = measure_list(measure, by);
    return list && list->order == order;
}

/** Days and regions are those that the breakdown's header says to be such. */
static bool check_order(const struct node *by, const struct row_kind *kind,
                        const struct measure_definition *measure, size_t b, struct error *err)
{
    bool fits = (!(kind->has & ROW_REGION) || is_ordered(measure, b, CATEGORIES_REGIONS)) &&
                (!(kind->has & ROW_DAY) || is_ordered(measure, b, CATEGORIES_DAYS));
    return fits || error_at(err, ERROR_CONFIG, &by->place,
                            "the categories of '%s' are not %s: its listing says so with 'of'",
                            by->text, kind->word);
}

/** What is counted of all bodies together is of no others. */
static bool check_whole(const struct node *table, const struct node *by,
                        const struct measure_definition *measure, size_t b, struct error *err)
{
    return !measure_is_whole(measure, b) || text_equal(node_text(table, "bodies", NULL), "all") ||
           error_at(err, ERROR_CONFIG, &by->place,
                    "'%s' is counted of all bodies together only: 'bodies: all' is needed",
                    by->text);
}

bool template_check_breakdown(const struct node *table, const struct row_kind *kind,
                              const struct measure_definition *measure, struct error *err)
{
    const struct node *by = node_find(table, "by");
    bool spreads = node_find(table, "show-categories") != NULL;
    if (!(kind->has & ROW_CATEGORY) && !spreads)
        return true;
    if (!measure)
        return error_at(err, ERROR_CONFIG, &table->place, "rows: %s need 'measure'", kind->word);
    if (!by)
        return error_at(err, ERROR_CONFIG, &table->place,
                        "%s need 'by', a breakdown of the measure",
                        spreads ? "columns of categories" : "rows: categories");
    size_t b = find_breakdown(measure, by->text);
    if (b == measure->by_count)
        return schema_unknown(by, "breakdown of the measure", measure->by, measure->by_count, err);
    if (spreads && !is_ordered(measure, b, CATEGORIES_NAMED))
        return error_at(err, ERROR_CONFIG, &by->place,
                        "only categories that a listing names with 'are' stand in columns");
    return check_order(by, kind, measure, b, err) && check_whole(table, by, measure, b, err);
}

bool template_check_beside(const struct node *table, const struct row_kind *kind,
                           const struct listings *listings, struct error *err)
{
    const struct node *list = node_find(table, "show-measures");
    const char *by = node_text(table, "by", "");
    for (size_t i = 0; kind->has & ROW_CATEGORY && i < block_entries(list); i++) {
        const struct node *id = block_entry(list, i);
        const struct measure_definition *measure = listings_measure(listings, id->text);
        if (measure && find_breakdown(measure, by) == measure->by_count)
            return error_at(err, ERROR_CONFIG, &id->place,
                            "measure '%s' is not broken down by '%s', as the rows are", id->text,
                            by);
    }
    return true;
}
