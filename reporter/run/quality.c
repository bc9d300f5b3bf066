/* SPDX-License-Identifier: MIT */
#include "run/quality.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"
#include "base/text.h"
#include "data/cursor.h"
#include "data/source.h"
#include "metrics/quality.h"
#include "metrics/reconcile.h"
#include "run/evaluate.h"
#include "run/run.h"

#include <stdint.h>
#include <string.h>

const char *quality_missing(const struct source *source, const struct home *home,
                            const struct quality_check *check, struct arena *arena)
{
    for (size_t i = 0; i < check->rows.read_count; i++) {
        size_t t = check->rows.reads[i].table, c = check->rows.reads[i].column;
        const struct contract_table *table = &home->contract.tables[t];
        if (!source_supplies(source, t))
            return arena_printf(arena, "table %s", table->name);
        if (c != SIZE_MAX && !source_supplies_column(source, t, c))
            return arena_printf(arena, "column %s of table %s", table->columns[c].name,
                                table->name);
    }
    return NULL;
}

static bool concerns_nobody(const struct home *home, const struct quality_check *check)
{
    for (size_t l = 0; l < home->listings.count; l++)
        if (check_touches(check, &home->contract, &home->listings.items[l]))
            return false;
    return true;
}

bool quality_concerns(const struct home *home, const struct quality_check *check,
                      const bool *wanted)
{
    for (size_t l = 0; l < home->listings.count; l++)
        if ((!wanted || wanted[l]) &&
            check_touches(check, &home->contract, &home->listings.items[l]))
            return true;
    return concerns_nobody(home, check);
}

/** The code is a word of ours; anything else may be anything, and is not repeated. */
static bool check_code(const struct quality_check *check, const char *code,
                       const struct cursor *cursor, struct error *err)
{
    if (check_detail(check, code) || (!code && !strstr(check->sentence, "{{detail}}")))
        return true;
    return error_at(err, ERROR_DATA, &check->place,
                    "check %s, row %lld: column detail is none of the codes under 'details'",
                    check->rows.name, (long long)cursor_row(cursor));
}

static const char *own_code(const struct quality_check *check, const char *code)
{
    for (size_t i = 0; code && i < check->detail_count; i++)
        if (strcmp(check->details[i].code, code) == 0)
            return check->details[i].code;
    return NULL;
}

static bool step(struct session *session, const struct quality_check *check, struct error *err)
{
    struct cursor *cursor = NULL;
    size_t index = quality_begin(&session->quality, check);
    if (!cursor_open(session->source, &check->rows, &cursor, err))
        return false;
    bool good = true;
    while (good && cursor_step(cursor, err)) {
        const char *code = cursor_text(cursor, check->detail);
        good = check_code(check, code, cursor, err);
        if (good)
            quality_add(&session->quality, index, evaluate_agency(&session->reference, cursor),
                        (struct flaw_example){cursor_item(cursor), own_code(check, code)});
    }
    cursor_close(cursor);
    return good && err->kind == ERROR_NONE;
}

bool quality_inspect(struct session *session, const bool *wanted, struct error *err)
{
    const struct home *home = &session->home;
    for (size_t i = 0; i < home->checks.count; i++) {
        const struct quality_check *check = &home->checks.items[i];
        if (quality_concerns(home, check, wanted) &&
            !quality_missing(session->source, home, check, session->arena) &&
            !step(session, check, err))
            return false;
    }
    return true;
}

void quality_reconcile(struct session *session)
{
    reconcile(&session->results, &session->quality);
}

bool quality_permits(const struct session *session, struct error *err)
{
    const struct quality *quality = &session->quality;
    for (size_t i = 0; i < quality->check_count; i++) {
        const struct quality_check *check = quality->checks[i];
        struct text text = {0};
        if (check->severity != SEVERITY_STOPS_RUN || !quality_total(quality, check).count)
            continue;
        quality_say_total(quality, check, &text);
        error_set(err, ERROR_DATA, "data quality: %s", text_string(&text));
        text_finish(&text);
        return error_hint(err, "ulat check --db names the rows");
    }
    return true;
}

void quality_notice(const struct session *session)
{
    const struct quality *quality = &session->quality;
    for (size_t i = 0; i < quality->check_count; i++) {
        struct text text = {0};
        if (!quality_total(quality, quality->checks[i]).count)
            continue;
        quality_say_total(quality, quality->checks[i], &text);
        notices_add(session->notices, "data quality: %s; ulat check --db names the rows",
                    text_string(&text));
        text_finish(&text);
    }
}
