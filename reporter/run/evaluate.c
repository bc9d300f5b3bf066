/* SPDX-License-Identifier: MIT */
#include "run/evaluate.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/phrase.h"
#include "base/text.h"
#include "data/source.h"
#include "metrics/exemption.h"
#include "metrics/judge.h"
#include "metrics/remedy.h"
#include "run/evaluate_parts.h"
#include "run/home.h"

/** "controls EML-1, APR-2 and measures accounts-active" */
static void name_definitions(const struct listing *listing, const char *readers, struct text *text)
{
    for (size_t i = 0; i < listing->control_count; i++)
        text_printf(text, "%s%s", text->length ? ", " : "", listing->controls[i].id);
    for (size_t i = 0; i < listing->measure_count; i++)
        text_printf(text, "%s%s", text->length ? ", " : "", listing->measures[i].id);
    if (readers)
        phrase_say(text, PHRASE_NOTICE_READERS, "reports", readers, NULL);
}

static bool fail_column(const struct contract_table *table, const char *column,
                        const struct listing *listing, const char *readers, struct error *err)
{
    struct text names = {0};
    name_definitions(listing, readers, &names);
    error_set(err, ERROR_DATA, "table %s has no column %s, which %s (listing %s) need", table->name,
              column, text_string(&names), listing->name);
    text_finish(&names);
    return error_hint(err, "add it (in a mapping: NULL AS %s); NULL means: not recorded", column);
}

static bool find_missing(struct source *source, const struct home *home,
                         const struct listing *listing, const char *readers, size_t *ret_table,
                         struct error *err)
{
    *ret_table = SIZE_MAX;
    for (size_t i = 0; i < listing->read_count && *ret_table == SIZE_MAX; i++)
        if (!source_is_filled(source, listing->reads[i].table))
            *ret_table = listing->reads[i].table;
    for (size_t i = 0; i < listing->read_count && *ret_table == SIZE_MAX; i++) {
        size_t table = listing->reads[i].table, column = listing->reads[i].column;
        if (column != SIZE_MAX && !source_supplies_column(source, table, column))
            return fail_column(&home->contract.tables[table],
                               home->contract.tables[table].columns[column].name, listing, readers,
                               err);
    }
    return true;
}

bool evaluate_missing(struct source *source, const struct home *home, const struct listing *listing,
                      size_t *ret_table, struct error *err)
{
    return find_missing(source, home, listing, NULL, ret_table, err);
}

static void mark_left_out(struct results *results, const struct listing *listing)
{
    for (size_t i = 0; i < listing->control_count; i++)
        results->control_left_out[results_control(results, listing->controls[i].id)] = true;
}

static void mark_measured(struct results *results, const struct listing *listing)
{
    for (size_t i = 0; i < listing->control_count; i++)
        results->control_measured[results_control(results, listing->controls[i].id)] = true;
    for (size_t i = 0; i < listing->measure_count; i++)
        results->measure_measured[results_measure(results, listing->measures[i].id)] = true;
}

static void notice_missing(const struct home *home, const struct listing *listing,
                           const char *readers, size_t table, struct notices *notices)
{
    struct text names = {0};
    name_definitions(listing, readers, &names);
    notices_say(notices, PHRASE_NOTICE_NOT_MEASURED, "table", home->contract.tables[table].name,
                "definitions", text_string(&names), NULL);
    text_finish(&names);
}

/** Tables of states are small: their values are all checked before anything is counted. */
static bool check_tables(struct source *source, const struct home *home,
                         const struct listing *listing, bool *checked, struct error *err)
{
    for (size_t i = 0; i < listing->read_count; i++) {
        size_t table = listing->reads[i].table;
        if (checked[table] || home->contract.tables[table].events)
            continue;
        checked[table] = true;
        if (!source_check_values(source, table, err))
            return false;
    }
    return true;
}

/** The run as its listings are stepped. */
struct stepping {
    struct source *source;
    const struct home *home;
    const struct evaluation_options *options;
    const struct exemptions *exemptions;
    struct results *results;
    struct notices *notices;
    bool *checked; /* [table] its values */
};

static bool step(const struct stepping *stepping, size_t index, struct error *err)
{
    const struct listing *listing = &stepping->home->listings.items[index];
    const struct evaluation_options *options = stepping->options;
    const char *readers = options->readers ? options->readers[index] : NULL;
    size_t missing;
    if (options->wanted && !options->wanted[index]) {
        mark_left_out(stepping->results, listing);
        return true;
    }
    if (!find_missing(stepping->source, stepping->home, listing, readers, &missing, err))
        return false;
    if (missing != SIZE_MAX) {
        notice_missing(stepping->home, listing, readers, missing, stepping->notices);
        return true;
    }
    if (!check_tables(stepping->source, stepping->home, listing, stepping->checked, err) ||
        !evaluate_listing(stepping->source, listing, stepping->exemptions, stepping->results, err))
        return false;
    mark_measured(stepping->results, listing);
    return true;
}

static bool evaluate_rows(struct source *source, const struct home *home,
                          const struct evaluation_options *options, struct notices *notices,
                          struct results *results, struct error *err)
{
    struct exemptions exemptions;
    exemptions_init(&exemptions, results->reference);
    struct stepping stepping = {
        .source = source,
        .home = home,
        .options = options,
        .exemptions = &exemptions,
        .results = results,
        .notices = notices,
        .checked = arena_array(results->arena, home->contract.table_count + 1, sizeof(bool)),
    };
    bool good = findings_new(options->work_folder, &results->findings, err);
    for (size_t l = 0; good && l < home->listings.count; l++)
        good = step(&stepping, l, err);
    good = good && findings_seal(results->findings, err);
    if (good)
        evaluate_notice_strays(results, &exemptions, options->told, notices);
    exemptions_finish(&exemptions);
    return good;
}

bool evaluate(struct source *source, const struct home *home, const struct reference *reference,
              const struct evaluation_options *options, struct arena *arena,
              struct notices *notices, struct results *ret_results, struct error *err)
{
    *ret_results = (struct results){
        .arena = arena,
        .method = &home->method,
        .reference = reference,
        .listings = &home->listings,
        .period = options->period,
        .as_of = options->as_of,
    };
    evaluate_list_definitions(ret_results, home);
    responses_index(reference, arena, &ret_results->responses);
    judge_states(ret_results);
    if (!evaluate_rows(source, home, options, notices, ret_results, err)) {
        results_finish(ret_results);
        return false;
    }
    if (!remedy_review(ret_results, options->told, err)) {
        results_finish(ret_results);
        return false;
    }
    judge_groups(ret_results);
    judge_scores(ret_results);
    return true;
}
