/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/phrase.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
#include "data/source.h"
#include "run/evaluate.h"
#include "run/memory.h"
#include "run/period.h"
#include "run/quality.h"
#include "run/run.h"

#include <stdlib.h>
#include <string.h>

static bool make_work_folder(struct session *session, struct error *err)
{
    const char *parent = getenv("TMPDIR");
    char *path;
    if (!folder_make_private(parent && *parent ? parent : "/tmp", "ulat-", session->arena, &path,
                             err))
        return false;
    session->work_folder = path;
    return true;
}

static bool open_source(const struct run_options *options, struct session *session,
                        struct error *err)
{
    struct source_options source = {
        .path = options->db,
        .mapping = options->mapping,
        .work_folder = session->work_folder,
    };
    if (!source_open(&source, &session->home.contract, session->arena, &session->source, err))
        return false;
    memcpy(session->digest, source_digest(session->source), sizeof session->digest);
    return true;
}

/** A quarter is judged at its end: nothing can be known of it as of a day before. */
static bool check_as_of(const struct session *session, struct error *err)
{
    if (session->edition.as_of >= period_ends_before(session->period) - 1)
        return true;
    struct place place = {.file = session->edition.path};
    return error_at(err, ERROR_CONFIG, &place, "the as-of day lies before the quarter's end");
}

/** What came after the deadline does not count; without an edition file there is none. */
static int32_t last_submission_day(const struct edition *edition)
{
    if (!edition->path)
        return day_from_civil(9999, 12, 31);
    return edition->has_deadline && edition->deadline > edition->as_of ? edition->deadline
                                                                       : edition->as_of;
}

static bool set_times(const struct run_options *options, struct session *session, struct error *err)
{
    if (!period_choose(session->source, &session->home.contract, options->period, &session->edition,
                       session->arena, &session->period, err))
        return false;
    if (!session->edition.path)
        edition_draft(session->period, &session->edition);
    session->told.today = edition_day(&session->edition);
    struct source_times times = {
        .last = session->period,
        .count = PERIODS,
        .as_of = session->edition.as_of,
        .submitted_by = last_submission_day(&session->edition),
    };
    return check_as_of(session, err) && source_set_times(session->source, &times, err) &&
           reference_load(session->source, period_ends_before(session->period) - 1,
                          times.submitted_by, session->arena, &session->reference, err);
}

static bool load_previous(const char *folder, struct session *session, struct error *err)
{
    if (!folder)
        return true;
    if (!file_is_folder(folder)) {
        error_set(err, ERROR_NO_INPUT, "'%s' is no folder", folder);
        return error_hint(err, "--previous takes the folder of an earlier edition");
    }
    session->has_published = published_load(folder, session->arena, &session->published, err);
    return session->has_published && memory_load(folder, session->arena, &session->told, err);
}

static bool check_only(const char *only, const struct session *session, struct error *err)
{
    const struct reference *reference = &session->reference;
    if (!only || map_find(reference->agency_index, only) != MAP_NONE)
        return true;
    const char **codes = arena_array(session->arena, reference->agency_count + 1, sizeof *codes);
    for (size_t a = 0; a < reference->agency_count; a++)
        codes[a] = reference->agencies[a].code;
    const char *nearest = text_nearest(only, codes, reference->agency_count);
    error_set(err, ERROR_USAGE, "no agency has the code '%s'", only);
    if (nearest)
        error_hint(err, "did you mean '%s'?", nearest);
    return false;
}

static void notice_reference(const struct session *session)
{
    const struct reference *reference = &session->reference;
    if (reference->late_submissions) {
        struct text day = {0};
        date_iso(&day, last_submission_day(&session->edition));
        notices_say(session->notices, PHRASE_NOTICE_LATE, "day", text_string(&day), "count",
                    phrase_number(session->arena, (int64_t)reference->late_submissions), NULL);
        text_finish(&day);
    }
    if (reference->stray_rows)
        notices_say(session->notices, PHRASE_NOTICE_STRAY, "count",
                    phrase_number(session->arena, (int64_t)reference->stray_rows), NULL);
}

static bool open_all(const struct run_options *options, struct session *session, struct error *err)
{
    const char *path;
    if (!options->db)
        return error_set(err, ERROR_USAGE, "no database is given: --db FILE");
    if (!home_find(options->home, session->arena, &path, err) ||
        !home_load(path, session->arena, &session->home, err))
        return false;
    if (options->edition && !edition_load(options->edition, session->arena, &session->edition, err))
        return false;
    return make_work_folder(session, err) && open_source(options, session, err) &&
           set_times(options, session, err) && load_previous(options->previous, session, err) &&
           check_only(options->only, session, err);
}

bool session_open(const struct run_options *options, struct notices *notices,
                  struct session *ret_session, struct error *err)
{
    *ret_session = (struct session){.arena = arena_new(), .notices = notices};
    quality_init(&ret_session->quality, ret_session->arena);
    if (!open_all(options, ret_session, err)) {
        session_finish(ret_session);
        return false;
    }
    notice_reference(ret_session);
    return true;
}

/** What was recorded after the as-of day does not exist for this edition, but is counted. */
static void notice_later(const struct session *session)
{
    const struct results *results = &session->results;
    struct text day = {0};
    date_iso(&day, session->edition.as_of);
    for (size_t l = 0; l < results->listings->count; l++)
        if (results->later[l])
            notices_say(session->notices, PHRASE_NOTICE_LATER, "listing",
                        results->listings->items[l].name, "day", text_string(&day), "count",
                        phrase_number(session->arena, (int64_t)results->later[l]), NULL);
    text_finish(&day);
}

static void notice_unassigned(const struct session *session)
{
    const struct results *results = &session->results;
    for (size_t c = 0; c < results->control_count; c++)
        if (results->unassigned[c])
            notices_say(session->notices, PHRASE_NOTICE_UNASSIGNED, "control",
                        results->controls[c]->id, "count",
                        phrase_number(session->arena, (int64_t)results->unassigned[c]), NULL);
    if (results->unassigned[results->control_count])
        notices_say(
            session->notices, PHRASE_NOTICE_UNASSIGNED_MEASURES, "count",
            phrase_number(session->arena, (int64_t)results->unassigned[results->control_count]),
            NULL);
}

bool session_evaluate(struct session *session, const bool *wanted, struct error *err)
{
    struct evaluation_options options = {
        .work_folder = session->work_folder,
        .period = session->period,
        .as_of = session->edition.as_of,
        .wanted = wanted,
        .told = &session->told,
        .readers = session->readers,
    };
    bool good = evaluate(session->source, &session->home, &session->reference, &options,
                         session->arena, session->notices, &session->results, err) &&
                (!session->inspects || quality_inspect(session, wanted, err));
    source_close(session->source);
    session->source = NULL;
    if (good) {
        notice_unassigned(session);
        notice_later(session);
    }
    if (good && session->inspects) {
        quality_reconcile(session);
        good = quality_permits(session, err);
    }
    return good;
}

void session_finish(struct session *session)
{
    struct error ignored = {0};
    results_finish(&session->results);
    quality_finish(&session->quality);
    published_finish(&session->published);
    memory_finish(&session->told);
    reference_finish(&session->reference);
    source_close(session->source);
    home_finish(&session->home);
    if (session->work_folder)
        folder_remove(session->work_folder, &ignored);
    error_finish(&ignored);
    arena_free(session->arena);
    *session = (struct session){0};
}
