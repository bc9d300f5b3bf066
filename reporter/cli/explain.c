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

#define SCORE "score"

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

static void put_quarter(const struct session *session, struct text *text)
{
    period_name(text, session->period);
    text_append(text, ", as of ");
    date_iso(text, session->edition.as_of);
    text_append(text, "\n\n");
}

static void put_head(const struct session *session, size_t agency, struct text *text)
{
    if (agency == MAP_NONE) {
        text_append(text, "\nAll agencies, ");
        put_quarter(session, text);
        return;
    }
    const struct agency *body = &session->reference.agencies[agency];
    const char *name = text_clean(session->arena, body->name, strlen(body->name), NULL);
    const char *code = text_clean(session->arena, body->code, strlen(body->code), NULL);
    text_printf(text, "\n%s, %s, ", code, name);
    put_quarter(session, text);
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

static bool explain_all(struct session *session, const struct subject *subject, struct text *text,
                        struct error *err)
{
    bool *wanted = arena_array(session->arena, session->home.listings.count + 1, sizeof *wanted);
    wanted[subject->listing - session->home.listings.items] = true;
    if (!session_evaluate(session, wanted, err))
        return false;
    explain_groups(session, subject, text);
    return true;
}

/** A score judges all controls together. */
static bool explain_one_score(struct session *session, size_t agency, struct text *text,
                              struct error *err)
{
    const struct listings *listings = &session->home.listings;
    bool *wanted = arena_array(session->arena, listings->count + 1, sizeof *wanted);
    for (size_t l = 0; l < listings->count; l++)
        wanted[l] = listings->items[l].control_count > 0;
    put_head(session, agency, text);
    return session_evaluate(session, wanted, err) && explain_score(session, agency, text, err);
}

/** `agency` MAP_NONE: all of them. */
static bool explain_subject(struct session *session, const char *id, size_t agency,
                            struct text *text, struct error *err)
{
    struct subject subject;
    size_t missing;
    if (!subject_find(&session->home, id, session->arena, &subject, err) ||
        !evaluate_missing(session->source, &session->home, subject.listing, &missing, err))
        return false;
    explain_meaning(&subject, &session->home, session->arena, text);
    put_head(session, agency, text);
    if (missing == SIZE_MAX)
        return agency == MAP_NONE ? explain_all(session, &subject, text, err)
                                  : explain_supplied(session, &subject, agency, text, err);
    text_printf(text, "  not measured: table %s was not supplied or has no row\n",
                session->home.contract.tables[missing].name);
    return true;
}

static bool explain_session(struct session *session, const struct invocation *invocation,
                            struct text *text, struct error *err)
{
    const char *code = invocation->values[OPTION_AGENCY], *id = invocation->arguments[0];
    size_t agency = code ? map_find(session->reference.agency_index, code) : MAP_NONE;
    if (strcmp(id, SCORE) != 0)
        return explain_subject(session, id, agency, text, err);
    if (agency != MAP_NONE)
        return explain_one_score(session, agency, text, err);
    return error_set(err, ERROR_USAGE, "a score is an agency's: name it with --agency");
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
        .previous = values[OPTION_PREVIOUS],
        .only = values[OPTION_AGENCY], /* which must be known */
    };
    if (!option_required(invocation, OPTION_DB, &options.db, err) ||
        !session_open(&options, &notices, &session, err)) {
        notices_finish(&notices);
        return false;
    }
    bool good = explain_session(&session, invocation, text, err);
    if (!values[OPTION_QUIET])
        message_notices(&notices);
    session_finish(&session);
    notices_finish(&notices);
    return good;
}

static int run(const struct invocation *invocation, struct error *err)
{
    struct text text = {0};
    const char *const *values = invocation->values;
    bool numbers =
        values[OPTION_AGENCY] || values[OPTION_DB] || strcmp(invocation->arguments[0], SCORE) == 0;
    bool good = numbers ? explain_numbers(invocation, &text, err)
                        : explain_definition(invocation, &text, err);
    if (good)
        output_text(&text, err);
    text_finish(&text);
    return 0;
}

static const enum option_id TAKES[] = {OPTION_AGENCY,  OPTION_DB,   OPTION_PERIOD,   OPTION_EDITION,
                                       OPTION_MAPPING, OPTION_HOME, OPTION_PREVIOUS, OPTION_COUNT};

const struct command EXPLAIN_COMMAND = {
    .name = "explain",
    .arguments = "ID",
    .least = 1,
    .most = 1,
    .summary = "what a control or measure means, and the rows behind a number",
    .details =
        "Prints the definition of the control or measure ID, its basis and its SQL. With\n"
        "--db also what every agency counts of it in the quarter, and in which group's\n"
        "number; with --agency too every item of that agency, and how they add up to the\n"
        "number that the reports print. ID may also be score: an agency's score, section by\n"
        "section; give --previous as to build, for due dates run from earlier editions.\n"
        "Nothing is masked, and items may be persons' cases: what is printed is for those\n"
        "who may see the database.",
    .options = TAKES,
    .run = run,
};
