/* SPDX-License-Identifier: MIT */

/* Answers and exemptions that are meant for nothing: a reference or a code was mistyped, or what it
 * names has gone. In silence the agency would think that it was heard. */
#include "run/evaluate_parts.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/phrase.h"
#include "base/text.h"
#include "metrics/told.h"

#include <string.h>

#define MOST_NAMED 20 /* of each kind */

struct strays {
    const struct results *results;
    struct notices *notices;
    struct arena *arena;
    const char *what; /* "answer" */
    size_t count;
};

static void tell(struct strays *strays, const char *reference, const char *why)
{
    if (++strays->count <= MOST_NAMED)
        notices_add_inside(strays->notices, "%s for nothing: %s (%s)", strays->what,
                           text_clean(strays->arena, reference, strlen(reference), NULL), why);
}

/** SIZE_MAX where no listing has the control. */
static size_t find_control(const struct strays *strays, const char *id)
{
    return id ? results_control(strays->results, id) : SIZE_MAX;
}

/** A control that this run did not look at may have the item. */
static bool is_judged(const struct strays *strays, size_t control)
{
    const struct results *results = strays->results;
    return results->control_measured[control] && !results->control_left_out[control];
}

/** The item of a control over persons is named nowhere. */
static const char *printable(const struct strays *strays, size_t control, const char *agency,
                             const char *item)
{
    const struct control *definition = strays->results->controls[control];
    if (!item)
        return arena_printf(strays->arena, "%s/%s", definition->id, agency);
    return arena_printf(strays->arena, "%s/%s/%s", definition->id, agency,
                        item_is_person(definition->item) ? "..." : item);
}

/** Of an unknown control nobody can say that its item is no person: only codes are repeated. */
static const char *printable_unknown(const struct strays *strays, const struct finding_name *name)
{
    static const char CODE[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    if (!name->control || !*name->control || name->control[strspn(name->control, CODE)])
        return "...";
    if (name->agency == SIZE_MAX)
        return arena_printf(strays->arena, "%s/...", name->control);
    return arena_printf(strays->arena, "%s/%s/...", name->control,
                        strays->results->reference->agencies[name->agency].code);
}

static void check_answer(struct strays *strays, const struct response *response,
                         const struct told *told)
{
    const struct results *results = strays->results;
    struct finding_name name;
    finding_name_parse(results->reference, response->finding, strays->arena, &name);
    size_t control = find_control(strays, name.control);
    if (control == SIZE_MAX) {
        tell(strays, printable_unknown(strays, &name), "no such control");
        return;
    }
    if (name.agency == SIZE_MAX) {
        bool person = item_is_person(results->controls[control]->item);
        tell(strays, person ? printable(strays, control, "...", NULL) : response->finding,
             "no such agency");
        return;
    }
    const struct answered *answered =
        responses_find(&results->responses, name.agency, name.control, name.item);
    if (is_judged(strays, control) && !answered->came && !told_find(told, response->finding))
        tell(strays,
             printable(strays, control, results->reference->agencies[name.agency].code, name.item),
             "no such finding, now or earlier");
}

/** Only of what could set aside something in the quarters that are looked at. */
static bool is_in_sight(const struct results *results, const struct exemption *exemption)
{
    return exemption->granted_on < period_ends_before(results->period) &&
           exemption->expires_on > period_starts_on(results->period - (PERIODS - 1));
}

static void check_exemption(struct strays *strays, const struct exemption *exemption, bool came)
{
    const char *agency = strays->results->reference->agencies[exemption->agency].code;
    size_t control = find_control(strays, exemption->control);
    if (control == SIZE_MAX)
        tell(strays, arena_printf(strays->arena, "%s/%s", exemption->control, agency),
             "no such control");
    else if (exemption->item && !came && is_judged(strays, control) &&
             is_in_sight(strays->results, exemption))
        tell(strays, printable(strays, control, agency, exemption->item), "no such item");
}

static void check_exemptions(struct strays *strays, const struct exemptions *exemptions)
{
    const struct reference *reference = strays->results->reference;
    for (size_t i = 0; i < reference->exemption_count; i++)
        check_exemption(strays, &reference->exemptions[i], exemptions->came[i]);
    for (size_t i = 0; i < reference->stray_exemption_count; i++)
        tell(strays, reference->stray_exemptions[i], "no such agency");
}

void evaluate_notice_strays(const struct results *results, const struct exemptions *exemptions,
                            const struct told *told, struct notices *notices)
{
    const struct reference *reference = results->reference;
    struct arena *arena = arena_new();
    struct strays answers = {results, notices, arena, "answer", 0};
    struct strays aside = {results, notices, arena, "exemption", 0};
    for (size_t i = 0; i < reference->response_count; i++)
        check_answer(&answers, &reference->responses[i], told);
    check_exemptions(&aside, exemptions);
    if (answers.count)
        notices_say(notices, PHRASE_NOTICE_STRAY_ANSWERS, "count",
                    phrase_number(arena, (int64_t)answers.count), NULL);
    if (aside.count)
        notices_say(notices, PHRASE_NOTICE_STRAY_EXEMPTIONS, "count",
                    phrase_number(arena, (int64_t)aside.count), NULL);
    arena_free(arena);
}
