/* SPDX-License-Identifier: MIT */
#include "cli/check.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/check_listing.h"
#include "cli/check_quality.h"
#include "cli/output.h"
#include "data/reference.h"
#include "data/source.h"
#include "run/evaluate.h"
#include "run/run.h"

#include <stdint.h>

static void put_count(struct output_table *table, const char *name, int64_t rows)
{
    struct text number = {0};
    number_count(&number, rows);
    output_cell(table, name);
    output_cell(table, text_string(&number));
    output_cell(table, rows == 1 ? "row" : "rows");
    text_finish(&number);
}

static void check_tables(struct check *check)
{
    const struct contract *contract = &check->opening.home.contract;
    struct output_table table = {.arena = check->opening.arena, .columns = 3};
    for (size_t t = 0; t < contract->table_count; t++) {
        struct error err = {0};
        int64_t rows = 0;
        if (!source_supplies(check->opening.source, t))
            continue;
        if (!source_check_values(check->opening.source, t, &err) ||
            !source_count(check->opening.source, t, &rows, &err))
            check_problem(check, &err);
        else
            put_count(&table, contract->tables[t].name, rows);
    }
    output_columns(&table, 2, check->text);
}

/** Names of the definitions that read a table, to `text`. */
static void name_readers(const struct listings *listings, size_t table, struct text *text)
{
    for (size_t l = 0; l < listings->count; l++) {
        const struct listing *listing = &listings->items[l];
        bool reads = false;
        for (size_t i = 0; i < listing->read_count; i++)
            reads = reads || listing->reads[i].table == table;
        for (size_t i = 0; reads && i < listing->control_count; i++)
            text_printf(text, "%s%s", text->length ? ", " : "", listing->controls[i].id);
        for (size_t i = 0; reads && i < listing->measure_count; i++)
            text_printf(text, "%s%s", text->length ? ", " : "", listing->measures[i].id);
    }
}

static void note_missing_tables(struct check *check)
{
    const struct home *home = &check->opening.home;
    for (size_t t = 0; t < home->contract.table_count; t++) {
        struct text names = {0};
        if (source_is_filled(check->opening.source, t))
            continue;
        name_readers(&home->listings, t, &names);
        if (names.length)
            notices_add(check->notices,
                        "table %s is not supplied or has no row; not measured without it: %s",
                        home->contract.tables[t].name, text_string(&names));
        text_finish(&names);
    }
}

/** A supplied table without a column that a listing reads is a mistake, not a gap. */
static void check_columns(struct check *check)
{
    const struct home *home = &check->opening.home;
    for (size_t l = 0; l < home->listings.count; l++) {
        struct error err = {0};
        size_t missing;
        if (!evaluate_missing(check->opening.source, home, &home->listings.items[l], &missing,
                              &err))
            check_problem(check, &err);
    }
}

/** Whether there is a quarter to run the listings for: an empty database has none, and is in order.
 */
static bool has_period(struct check *check)
{
    const char *const *values = check->invocation->values;
    struct error err = {0};
    int32_t *periods = NULL;
    size_t count = 0;
    if (!reference_periods(check->opening.source, check->opening.arena, &periods, &count, &err))
        return check_problem(check, &err);
    if (count || values[OPTION_PERIOD] || values[OPTION_EDITION])
        return true;
    notices_add(check->notices, "no quarter is given, and none is in the database: the listings "
                                "and the checks of data quality were not run over it");
    return false;
}

/** Such an exemption sets nothing aside: perhaps its control is mistyped. */
static void note_exemptions(struct check *check, const struct session *session)
{
    const struct reference *reference = &session->reference;
    for (size_t i = 0; i < reference->exemption_count; i++)
        if (!listings_control(&session->home.listings, reference->exemptions[i].control))
            notices_add(check->notices, "table exemption names %s, which no listing declares",
                        reference->exemptions[i].control);
}

static void check_listings(struct check *check)
{
    const char *const *values = check->invocation->values;
    const struct run_options options = {
        .db = values[OPTION_DB],
        .mapping = values[OPTION_MAPPING],
        .home = values[OPTION_HOME],
        .period = values[OPTION_PERIOD],
        .edition = values[OPTION_EDITION],
    };
    struct session session;
    struct error err = {0};
    if (!session_open(&options, check->notices, &session, &err)) {
        check_problem(check, &err);
        return;
    }
    note_exemptions(check, &session);
    struct strays strays;
    strays_init(&strays);
    for (size_t l = 0; l < session.home.listings.count; l++)
        if (!check_listing(&session, &session.home.listings.items[l], &strays, &err))
            check_problem(check, &err);
    strays_say(&strays, check->text);
    strays_finish(&strays);
    check_quality(check, &session);
    session_finish(&session);
}

void check_database(struct check *check)
{
    struct error err = {0};
    size_t before = check->problems;
    if (!opening_source(&check->opening, check->invocation, true, &err)) {
        check_problem(check, &err);
        return;
    }
    text_append(check->text, "Tables supplied\n");
    check_tables(check);
    note_missing_tables(check);
    check_columns(check);
    /* Over broken values the listings would only say the same again. */
    if (check->problems == before && has_period(check))
        check_listings(check);
}
