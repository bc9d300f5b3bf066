/* SPDX-License-Identifier: MIT */
#include "run/batch.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/interrupt.h"
#include "base/map.h"
#include "base/text.h"
#include "document/build.h"
#include "document/template.h"
#include "metrics/disclosure.h"
#include "metrics/peers.h"
#include "render/text.h"
#include "run/filename.h"
#include "run/output.h"
#include "run/progress.h"
#include "run/publish.h"
#include "run/run.h"

#include <string.h>

/** A run under way. Notices of pages are kept apart until the end: documents print the run's own,
 *  and one agency's pages must not tell of another's. */
struct making {
    struct batch *batch;
    struct notices notices;
    bool *failed; /* by agency */
    size_t *made; /* documents by agency; behind them, of government */
    const struct peer_groups *peers[PERIODS];
    size_t agencies;
    size_t tried;
    size_t total;
};

bool batch_includes(const struct session *session, size_t agency)
{
    const struct state *state = results_state(&session->results, agency, PERIODS - 1);
    return state->exists && state->reported &&
           results_mandate(&session->results, agency) != MANDATE_UNKNOWN;
}

static bool is_wanted(const struct batch *batch, size_t agency)
{
    const char *code = batch->session->reference.agencies[agency].code;
    return (!batch->only || strcmp(code, batch->only) == 0) &&
           batch_includes(batch->session, agency);
}

static bool is_made_for(const struct batch *batch, const struct template *template,
                        enum audience audience)
{
    return template->audiences[audience] &&
           (!batch->audience || strcmp(batch->audience, AUDIENCES[audience]) == 0);
}

/** With --only there are no reports on government as a whole. */
static size_t count_documents(const struct batch *batch)
{
    size_t agencies = 0, total = 0;
    for (size_t a = 0; a < batch->session->reference.agency_count; a++)
        agencies += is_wanted(batch, a);
    for (size_t t = 0; t < batch->template_count; t++)
        for (enum audience a = 0; a < AUDIENCE_COUNT; a++)
            if (is_made_for(batch, &batch->templates[t], a))
                total += batch->templates[t].each_agency ? agencies : !batch->only;
    return total;
}

/** What a document is of, and for whom. */
struct order {
    const struct template *template;
    enum audience audience;
    size_t agency;
};

/** "DEX_2026-Q3_scorecard_draft1": the agency's code says that it is the agency's copy; others say
 *  their audience, "2026-Q3_quarterly_draft1_public". */
static const char *name_document(const struct batch *batch, const struct order *order,
                                 struct arena *arena)
{
    size_t agency = order->agency;
    struct text name = {0};
    if (agency != NO_AGENCY)
        text_printf(&name, "%s_", batch->codes[agency]);
    period_name(&name, batch->session->period);
    text_printf(&name, "_%s_%s", order->template->name, batch->session->edition.slug);
    if (order->audience != AUDIENCE_AGENCY)
        text_printf(&name, "_%s", AUDIENCES[order->audience]);
    const char *copy = arena_text(arena, text_string(&name));
    text_finish(&name);
    return copy;
}

static bool make_document(struct making *making, const struct order *order, struct error *err)
{
    struct batch *batch = making->batch;
    struct session *session = batch->session;
    struct arena *arena = arena_new();
    struct document *document = NULL;
    struct results seen =
        disclosure_see(batch->disclosure, &session->results, order->audience, order->agency);
    struct build build = {
        .results = &seen,
        .audience = order->audience,
        .edition = &session->edition,
        .template = order->template,
        .told = &session->told,
        .published = session->has_published ? &session->published : NULL,
        .notices = session->notices,
        .quality = &session->quality,
        .peer_groups = making->peers,
        .source_name = batch->source_name,
        .source_digest = session->digest,
        .logo = batch->logo,
        .arena = arena,
        .body = order->agency,
    };
    struct output output = {
        .template = order->template,
        .audience = order->audience,
        .name = name_document(batch, order, arena),
        .agency = order->agency,
        .theme = batch->theme,
        .typesetter = batch->typesetter,
        .arena = arena,
        .notices = &making->notices,
        .publication = batch->publication,
        .figures = batch->figures,
        .attach_data = batch->attach_data,
    };
    bool good = build_document(&build, &document, err);
    output.document = document;
    good = good && output_write(&output, err);
    typesetter_clear(batch->typesetter);
    arena_free(arena);
    return good;
}

/** Whether only this document is at fault, and not the disk or what all documents share. */
static bool is_own_fault(enum error_kind kind)
{
    return kind == ERROR_DATA || kind == ERROR_INTERNAL;
}

/** A message without the folder on this machine, which differs from run to run. */
static const char *hide_folder(const char *message, const struct batch *batch)
{
    struct text text = {0};
    const char *built = batch->publication->built, *at;
    while ((at = strstr(message, built))) {
        text_append_bytes(&text, message, (size_t)(at - message));
        message = at + strlen(built) + (at[strlen(built)] == '/');
    }
    text_append(&text, message);
    const char *copy = arena_text(batch->session->arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static bool note_failure(struct making *making, const struct order *order, struct error *failure,
                         struct error *err)
{
    struct batch *batch = making->batch;
    size_t agency = order->agency;
    bool is_agency = agency != NO_AGENCY;
    batch->failures[batch->failure_count++] = (struct batch_failure){
        is_agency ? batch->session->reference.agencies[agency].code : order->template->name,
        hide_folder(failure->message, batch)};
    error_finish(failure);
    if (!is_agency)
        return true;
    making->failed[agency] = true;
    making->made[agency] = 0;
    return publish_drop(batch->publication, agency, err);
}

/** An agency whose numbers would be wrong gets no document. Keys of items stay out of the message,
 *  which is published in the manifest. */
static bool check_quality(const struct session *session, size_t agency, struct error *err)
{
    const struct flaw *stop = agency == NO_AGENCY ? NULL : quality_stop(&session->quality, agency);
    struct text text = {0};
    if (!stop)
        return true;
    quality_say(stop, false, session->arena, &text);
    error_set(err, ERROR_DATA, "data quality: %s; ulat check --db names the rows",
              text_string(&text));
    text_finish(&text);
    return false;
}

static bool make_one(struct making *making, const struct order *order, struct error *err)
{
    struct error failure = {0};
    size_t agency = order->agency;
    if (!interrupt_check(err))
        return false;
    progress_tell(making->batch->progress, order->template->name, making->tried++, making->total);
    if (check_quality(making->batch->session, agency, &failure) &&
        make_document(making, order, &failure)) {
        making->made[agency == NO_AGENCY ? making->agencies : agency]++;
        return true;
    }
    if (is_own_fault(failure.kind))
        return note_failure(making, order, &failure, err);
    *err = failure;
    return false;
}

static bool make_report(struct making *making, const struct template *template,
                        enum audience audience, struct error *err)
{
    const struct batch *batch = making->batch;
    struct order order = {template, audience, NO_AGENCY};
    if (!is_made_for(batch, template, audience))
        return true;
    if (!template->each_agency)
        return batch->only || make_one(making, &order, err);
    for (size_t a = 0; a < batch->session->reference.agency_count; a++) {
        order.agency = a;
        if (is_wanted(batch, a) && !making->failed[a] && !make_one(making, &order, err))
            return false;
    }
    return true;
}

static bool make_reports(struct making *making, struct error *err)
{
    const struct batch *batch = making->batch;
    for (size_t t = 0; t < batch->template_count; t++)
        for (enum audience a = 0; a < AUDIENCE_COUNT; a++)
            if (!make_report(making, &batch->templates[t], a, err))
                return false;
    return true;
}

static bool fail_empty(const struct batch *batch, struct error *err)
{
    if (batch->failure_count)
        return error_set(err, ERROR_DATA, "no document could be made; the first, %s: %s",
                         batch->failures[0].subject, batch->failures[0].message);
    if (!batch->only)
        return error_set(err, ERROR_DATA, "no agency reported in the quarter: nothing to make");
    return error_set(err, ERROR_USAGE,
                     "there is no report on %s alone: it did not report in the quarter, its class "
                     "is not known, or the reports asked for are on government as a whole",
                     batch->only);
}

bool batch_make(struct batch *batch, struct error *err)
{
    struct arena *arena = batch->session->arena;
    size_t agencies = batch->session->reference.agency_count;
    struct making making = {
        .batch = batch,
        .agencies = agencies,
        .failed = arena_array(arena, agencies + 1, sizeof(bool)),
        .made = arena_array(arena, agencies + 1, sizeof(size_t)),
        .total = count_documents(batch),
    };
    for (size_t p = 0; p < PERIODS; p++)
        making.peers[p] = peers_group(&batch->session->results, p, arena);
    batch->codes = filename_codes(&batch->session->reference, arena);
    batch->failures = arena_array(arena, agencies + AUDIENCE_COUNT * batch->template_count + 1,
                                  sizeof *batch->failures);
    batch->failure_count = 0;
    bool good = make_reports(&making, err);
    for (size_t i = 0; i < making.notices.count; i++)
        notices_add(batch->session->notices, "%s", making.notices.items[i]);
    notices_finish(&making.notices);
    if (!good)
        return false;
    progress_tell(batch->progress, "", making.total, making.total);
    batch->documents = 0;
    for (size_t a = 0; a <= agencies; a++)
        batch->documents += making.made[a];
    return batch->documents > 0 || fail_empty(batch, err);
}
