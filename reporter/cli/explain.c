/* SPDX-License-Identifier: MIT */
#include "cli/explain.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/map.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/opening.h"
#include "run/evaluate.h"
#include "run/run.h"

#include <stdint.h>
#include <string.h>

/** Needs no database. */
static bool explain_definition(const struct invocation *invocation, struct text *text,
                               struct error *err)
{
    struct opening opening;
    struct subject subject;
    opening_init(&opening);
    bool good = opening_home(&opening, invocation, err) &&
                subject_find(&opening.home, invocation->arguments[0], opening.arena, &subject, err);
    if (good)
        explain_meaning(&subject, &opening.home, opening.arena, text);
    opening_finish(&opening);
    return good;
}

static void put_head(const struct session *session, size_t agency, struct text *text)
{
    const struct agency *body = &session->reference.agencies[agency];
    const char *name = text_clean(session->arena, body->name, strlen(body->name), NULL);
    const char *code = text_clean(session->arena, body->code, strlen(body->code), NULL);
    text_printf(text, "\n%s, %s, ", code, name);
    period_name(text, session->period);
    text_append(text, ", as of ");
    date_iso(text, session->edition.as_of);
    text_append(text, "\n\n");
}

/** The items are stepped first, under the same read transaction: the results' own pass closes the
 * source. */
static bool explain_supplied(struct session *session, const struct subject *subject, size_t agency,
                             struct text *text, struct error *err)
{
    bool *wanted = arena_array(session->arena, session->home.listings.count + 1, sizeof *wanted);
    wanted[subject->listing - session->home.listings.items] = true;
    struct items items;
    items_init(&items, session->arena);
    bool good =
        items_step(&items, session, subject, agency, err) && session_evaluate(session, wanted, err);
    if (good) {
        items_print(&items, subject, text);
        good = explain_sum(&items, session, subject, agency, text, err);
    }
    items_finish(&items);
    return good;
}

static bool explain_agency(struct session *session, const struct invocation *invocation,
                           struct text *text, struct error *err)
{
    struct subject subject;
    size_t missing;
    size_t agency = map_find(session->reference.agency_index, invocation->values[OPTION_AGENCY]);
    if (!subject_find(&session->home, invocation->arguments[0], session->arena, &subject, err) ||
        !evaluate_missing(session->source, &session->home, subject.listing, &missing, err))
        return false;
    explain_meaning(&subject, &session->home, session->arena, text);
    put_head(session, agency, text);
    if (missing == SIZE_MAX)
        return explain_supplied(session, &subject, agency, text, err);
    text_printf(text, "  not measured: table %s was not supplied or has no row\n",
                session->home.contract.tables[missing].name);
    return true;
}

static bool explain_numbers(const struct invocation *invocation, struct text *text,
                            struct error *err)
{
    const char *const *values = invocation->values;
    struct notices notices = {0};
    struct session session;
    struct run_options options = {
        .mapping = values[OPTION_MAPPING],
        .home = values[OPTION_HOME],
        .period = values[OPTION_PERIOD],
        .edition = values[OPTION_EDITION],
        .only = values[OPTION_AGENCY], /* which must be known */
    };
    if (!option_required(invocation, OPTION_DB, &options.db, err) ||
        !session_open(&options, &notices, &session, err)) {
        notices_finish(&notices);
        return false;
    }
    bool good = explain_agency(&session, invocation, text, err);
    if (!values[OPTION_QUIET])
        message_notices(&notices);
    session_finish(&session);
    notices_finish(&notices);
    return good;
}

static int run(const struct invocation *invocation, struct error *err)
{
    struct text text = {0};
    bool good = invocation->values[OPTION_AGENCY] ? explain_numbers(invocation, &text, err)
                                                  : explain_definition(invocation, &text, err);
    if (good)
        output_text(&text, err);
    text_finish(&text);
    return 0;
}

static const enum option_id TAKES[] = {OPTION_AGENCY,  OPTION_DB,   OPTION_PERIOD, OPTION_EDITION,
                                       OPTION_MAPPING, OPTION_HOME, OPTION_COUNT};

const struct command EXPLAIN_COMMAND = {
    .name = "explain",
    .arguments = "ID",
    .least = 1,
    .most = 1,
    .summary = "what a control or measure means, and the rows behind a number",
    .details = "Prints the definition of the control or measure ID, its basis and its SQL. With\n"
               "--agency and --db also every item of that agency in the quarter, and how they add\n"
               "up to the number that the reports print. Items may be persons' cases: what is\n"
               "printed is for those who may see the database.",
    .options = TAKES,
    .run = run,
};
