/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/phrase.h"
#include "base/text.h"
#include "draw/style.h"
#include "input/language.h"
#include "metrics/disclosure.h"
#include "render/text.h"
#include "run/batch.h"
#include "run/letterhead.h"
#include "run/manifest.h"
#include "run/memory.h"
#include "run/progress.h"
#include "run/publish.h"
#include "run/quality.h"
#include "run/record.h"
#include "run/reports.h"
#include "run/run.h"

#include <stdlib.h>

/** All that a run holds; whatever is not made yet is zero. */
struct run {
    const struct run_options *options;
    struct session session;
    struct disclosure *disclosure; /* of its results, before any document is made of them */
    struct reports reports;
    struct publication publication;
    struct theme theme;
    struct logo logo;
    struct typesetter *typesetter;
    struct batch batch;
    struct arena *words; /* of the language file */
};

/** Everything that can be wrong with the home and the machine is found before rows are read. */
static bool prepare(struct run *run, struct error *err)
{
    const struct run_options *options = run->options;
    struct session *session = &run->session;
    const struct home *home = &session->home;
    struct arena *arena = session->arena;
    return reports_load(home, options->reports, options->report_count, options->audience, arena,
                        &run->reports, err) &&
           theme_load(home_file(home, "templates", "theme.yaml", arena), arena, &run->theme, err) &&
           letterhead_logo(home, &run->theme, arena, &run->logo, err) &&
           letterhead_sign(&run->theme, &session->edition, err) &&
           typesetter_new(home_file(home, "assets", "fonts.conf", arena), run->theme.family,
                          &run->typesetter, err) &&
           publish_begin(options->out, &session->edition, arena, &run->publication, err);
}

static bool make_documents(struct run *run, struct error *err)
{
    run->batch = (struct batch){
        .session = &run->session,
        .disclosure = run->disclosure,
        .publication = &run->publication,
        .templates = run->reports.templates,
        .template_count = run->reports.count,
        .source_name = path_name(run->options->db),
        .only = run->options->only,
        .audience = run->options->audience,
        .figures = run->options->figures,
        .theme = &run->theme,
        .logo = run->logo,
        .typesetter = run->typesetter,
        .progress = run->options->progress,
    };
    bool good = batch_make(&run->batch, err);
    quality_notice(&run->session); /* behind the documents, which tell of their own body only */
    return good;
}

static bool write_own(struct run *run, const char *name, const struct text *text, struct error *err)
{
    const struct publication_file file = {.path = name, .agency = NO_AGENCY};
    return publish_write(&run->publication, &file, text_string(text), text->length, err);
}

static bool write_records(struct run *run, struct error *err)
{
    struct session *session = &run->session;
    struct text results = {0}, findings = {0};
    struct results seen =
        disclosure_see(run->disclosure, &session->results, AUDIENCE_OVERSIGHT, NO_VIEWER);
    record_results(&seen, session->has_published ? &session->published : NULL, &results);
    bool good = record_findings(&session->results, &session->told, &findings, err) &&
                write_own(run, RECORD_RESULTS, &results, err) &&
                write_own(run, MEMORY_FILE, &findings, err);
    text_finish(&results);
    text_finish(&findings);
    return good;
}

static bool write_manifest(struct run *run, struct error *err)
{
    struct text manifest = {0};
    publish_sort(&run->publication);
    bool good = manifest_write(run->options, &run->batch, &manifest, err) &&
                write_own(run, PUBLISH_MANIFEST, &manifest, err);
    text_finish(&manifest);
    return good;
}

static char *copy_text(const char *string)
{
    struct text text = {0};
    text_append(&text, string);
    return text_detach(&text);
}

static void summarise(const struct run *run, struct run_summary *summary)
{
    size_t capacity = 0;
    *summary = (struct run_summary){
        .folder = copy_text(run->publication.place),
        .documents = run->batch.documents,
    };
    for (size_t i = 0; i < run->batch.failure_count; i++) {
        struct text line = {0};
        text_printf(&line, "%s: %s", run->batch.failures[i].subject,
                    run->batch.failures[i].message);
        summary->failed =
            vector_grow(summary->failed, summary->failures, &capacity, sizeof *summary->failed);
        summary->failed[summary->failures++] = text_detach(&line);
    }
}

static void finish_words(struct run *run)
{
    language_use(NULL);
    arena_free(run->words);
}

static void finish(struct run *run)
{
    finish_words(run);
    publish_cancel(&run->publication);
    disclosure_free(run->disclosure);
    typesetter_free(run->typesetter);
    session_finish(&run->session);
}

/** Before the session opens: what it gives notice of stands in the documents too. */
static bool use_language(struct run *run, struct error *err)
{
    struct language_file *file = NULL;
    if (!run->options->language)
        return true;
    if (!language_read(run->options->language, run->words, &file, err))
        return false;
    language_use(&file->language);
    return true;
}

bool run_build(const struct run_options *options, struct notices *notices,
               struct run_summary *ret_summary, struct error *err)
{
    struct run run = {.options = options, .words = arena_new()};
    if (!publish_check(options->out, err) || !use_language(&run, err) ||
        !session_open(options, notices, &run.session, err)) {
        finish_words(&run);
        return false;
    }
    if (options->only && run.session.edition.final) {
        finish(&run);
        return error_set(err, ERROR_USAGE,
                         "a final edition is made whole, and stays: --only is for drafts");
    }
    bool good = prepare(&run, err);
    if (good)
        progress_tell(options->progress, "reading the database", 0, 0);
    run.session.readers = run.reports.readers;
    run.session.inspects = true;
    good = good && quality_holidays(&run.session, err);
    good = good && session_evaluate(&run.session, run.reports.wanted, err);
    if (good)
        run.disclosure = disclosure_new(&run.session.results);
    good = good && make_documents(&run, err) && write_records(&run, err) &&
           write_manifest(&run, err) && publish_finish(&run.publication, err);
    if (good)
        summarise(&run, ret_summary);
    finish(&run);
    return good;
}

void run_summary_finish(struct run_summary *summary)
{
    free((char *)(uintptr_t)summary->folder);
    for (size_t i = 0; i < summary->failures; i++)
        free(summary->failed[i]);
    free(summary->failed);
    *summary = (struct run_summary){0};
}
