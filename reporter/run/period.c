/* SPDX-License-Identifier: MIT */
#include "run/period.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "data/contract.h"
#include "data/reference.h"
#include "data/source.h"
#include "document/edition.h"

#include <string.h>

#define MOST_LISTED 12

struct quarters {
    int32_t *items; /* newest first */
    size_t count;
};

static bool has_quarter(const struct quarters *quarters, int32_t period)
{
    for (size_t i = 0; i < quarters->count; i++)
        if (quarters->items[i] == period)
            return true;
    return false;
}

/** Adds the hint with the quarters there are. Always returns false. */
static bool list_quarters(const struct quarters *quarters, struct error *err)
{
    struct text list = {0};
    for (size_t i = 0; i < quarters->count && i < MOST_LISTED; i++) {
        text_append(&list, i ? ", " : "");
        period_name(&list, quarters->items[i]);
    }
    if (quarters->count > MOST_LISTED)
        text_printf(&list, " and %zu earlier", quarters->count - MOST_LISTED);
    if (quarters->count)
        error_hint(err, "there are %s", text_string(&list));
    else
        error_hint(err, "name it as --period 2026-Q3");
    text_finish(&list);
    return false;
}

static bool fail_contradiction(const char *asked, const struct edition *edition, struct error *err)
{
    struct text name = {0};
    period_name(&name, edition->period);
    error_set(err, ERROR_USAGE, "--period says %s, but the edition '%s' is of %s", asked,
              edition->path, text_string(&name));
    text_finish(&name);
    return false;
}

/** Sets `ret_asked` where the command line or the edition names a quarter. */
static bool read_wish(const char *asked, const struct edition *edition, int32_t *ret_period,
                      bool *ret_asked, struct error *err)
{
    *ret_asked = asked || edition->has_period;
    if (edition->has_period)
        *ret_period = edition->period;
    if (!asked)
        return true;
    int32_t period;
    if (!period_parse(asked, strlen(asked), &period)) {
        error_set(err, ERROR_USAGE, "'%s' is no quarter", asked);
        return error_hint(err, "write it as 2026-Q3");
    }
    if (edition->has_period && edition->period != period)
        return fail_contradiction(asked, edition, err);
    *ret_period = period;
    return true;
}

static bool has_submissions(struct source *source, const struct contract *contract, bool *ret_has,
                            struct error *err)
{
    size_t table = contract_find(contract, "submission");
    int64_t count = 0;
    if (source_supplies(source, table) && !source_count(source, table, &count, err))
        return false;
    *ret_has = count > 0;
    return true;
}

static bool take_latest(struct source *source, const struct contract *contract,
                        const struct quarters *quarters, int32_t *ret_period, struct error *err)
{
    bool submitted;
    if (!has_submissions(source, contract, &submitted, err))
        return false;
    if (!submitted || quarters->count == 0) {
        error_set(err, ERROR_USAGE,
                  "no submissions say which quarter is the latest: it must be given");
        return list_quarters(quarters, err);
    }
    *ret_period = quarters->items[0];
    return true;
}

bool period_choose(struct source *source, const struct contract *contract, const char *asked,
                   const struct edition *edition, struct arena *arena, int32_t *ret_period,
                   struct error *err)
{
    struct quarters quarters;
    bool wished;
    if (!read_wish(asked, edition, ret_period, &wished, err) ||
        !reference_periods(source, arena, &quarters.items, &quarters.count, err))
        return false;
    if (!wished)
        return take_latest(source, contract, &quarters, ret_period, err);
    if (quarters.count == 0 || has_quarter(&quarters, *ret_period))
        return true;
    struct text name = {0};
    period_name(&name, *ret_period);
    error_set(err, ERROR_USAGE, "the database has no data of %s", text_string(&name));
    text_finish(&name);
    return list_quarters(&quarters, err);
}
