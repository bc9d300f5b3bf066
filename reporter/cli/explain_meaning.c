/* SPDX-License-Identifier: MIT */
#include "cli/explain.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/options.h"
#include "data/definition.h"
#include "run/home.h"

#define LABEL_WIDTH 14
#define VALUE_WIDTH 80

static void list_ids(const struct listings *listings, struct arena *arena, const char ***ret_ids,
                     size_t *ret_count)
{
    size_t count = 0;
    for (size_t l = 0; l < listings->count; l++)
        count += listings->items[l].control_count + listings->items[l].measure_count;
    const char **ids = arena_array(arena, count + 1, sizeof *ids);
    count = 0;
    for (size_t l = 0; l < listings->count; l++) {
        const struct listing *listing = &listings->items[l];
        for (size_t i = 0; i < listing->control_count; i++)
            ids[count++] = listing->controls[i].id;
        for (size_t i = 0; i < listing->measure_count; i++)
            ids[count++] = listing->measures[i].id;
    }
    *ret_ids = ids;
    *ret_count = count;
}

bool subject_find(const struct home *home, const char *id, struct arena *arena,
                  struct subject *ret_subject, struct error *err)
{
    const char **ids;
    size_t count;
    struct subject subject = {
        .control = listings_control(&home->listings, id),
        .measure = listings_measure(&home->listings, id),
    };
    if (subject.control || subject.measure) {
        size_t listing = subject.control ? subject.control->listing : subject.measure->listing;
        subject.listing = &home->listings.items[listing];
        *ret_subject = subject;
        return true;
    }
    list_ids(&home->listings, arena, &ids, &count);
    option_unknown(err, "control or measure", id, ids, count);
    return error_hint(err, "ulat list controls and ulat list measures tell which there are");
}

/** "  Owner         Account Administrator"; nothing where there is no value. */
static void put(struct text *text, const char *label, const char *value)
{
    if (!value || !*value)
        return;
    text_printf(text, "  %-*s  ", LABEL_WIDTH, label);
    output_wrapped(value, LABEL_WIDTH + 4, VALUE_WIDTH, text);
    text_append(text, "\n");
}

static const char *date_text(int32_t day, struct arena *arena)
{
    struct text text = {0};
    date_iso(&text, day);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static const char *remedy_text(const struct control *control, struct arena *arena)
{
    return control->remedy_days
               ? arena_printf(arena,
                              "%d %sdays, counted from the first edition that tells the agency",
                              (int)control->remedy_days, control->remedy_working ? "working " : "")
               : NULL;
}

static void put_control(const struct control *control, struct arena *arena, struct text *text)
{
    text_printf(text, "%s  %s\n\n", control->id, control->title);
    put(text, "Clause", control->clause);
    put(text, "Basis", control->basis);
    put(text, "Standing", control->standing);
    put(text, "Effective from", date_text(control->effective_from, arena));
    put(text, "Judged",
        control->judged == JUDGED_AT_PERIOD_END ? "as a state, at the quarter's end"
                                                : "once, in the quarter in which it happened");
    put(text, "Items", control->item_word);
    put(text, "Target", arena_printf(arena, "%lld%%", (long long)control->target));
    put(text, "Weight", arena_printf(arena, "%lld", (long long)control->weight));
    put(text, "Critical", control->critical ? "yes" : "no");
    put(text, "Remedy", remedy_text(control, arena));
    put(text, "Owner", control->owner);
    put(text, "Fix", control->fix);
    put(text, "Sensitivity", SENSITIVITIES[control->sensitivity]);
    put(text, "Formula",
        "items met, divided by items met, not met and without evidence; exempt "
        "items are left out");
}

static const char *statistic_text(const struct measure_definition *measure, struct arena *arena)
{
    const char *word = STATISTICS[measure->statistic];
    if (measure->per)
        return arena_printf(arena, "%s of %s per %s", word, measure->of, measure->per);
    return measure->of ? arena_printf(arena, "%s of %s", word, measure->of) : word;
}

static void put_measure(const struct measure_definition *measure, struct arena *arena,
                        struct text *text)
{
    text_printf(text, "%s  %s\n\n", measure->id, measure->title);
    put(text, "Clause", measure->clause_id);
    put(text, "Basis", measure->basis);
    put(text, "Standing", measure->standing);
    put(text, "Statistic", statistic_text(measure, arena));
    put(text, "Of rows where", measure->where);
    put(text, "Unit", MEASURE_UNITS[measure->unit]);
    if (measure->has_target)
        put(text, "Target", arena_printf(arena, "%lld%%", (long long)measure->target));
    put(text, "Sensitivity", SENSITIVITIES[measure->sensitivity]);
    put(text, "Formula", measure->formula);
}

/** Whole, so that who reads it can run it. */
static void put_sql(const struct listing *listing, struct text *text)
{
    const char *sql = listing->sql;
    while (*sql == '\n' || *sql == '\r')
        sql++;
    text_printf(text, "\nSQL of the listing %s (%s)\n\n", listing->name, listing->path);
    text_append(text, sql);
    if (text->length && text->data[text->length - 1] != '\n')
        text_append(text, "\n");
}

void explain_meaning(const struct subject *subject, const struct home *home, struct arena *arena,
                     struct text *text)
{
    if (subject->control)
        put_control(subject->control, arena, text);
    else
        put_measure(subject->measure, arena, text);
    put(text, "Method",
        arena_printf(arena, "version %s, effective from %s", home->method.version,
                     date_text(home->method.effective_from, arena)));
    put_sql(subject->listing, text);
}
