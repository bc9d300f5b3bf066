/* SPDX-License-Identifier: MIT */
#include "document/methods.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/build.h"
#include "document/quality_notes.h"
#include "document/terms.h"
#include "document/words.h"

static void append(const struct build *build, struct sentences *sentences, struct text *text)
{
    sentences->items[sentences->count++] = arena_text(build->arena, text_string(text));
    text_finish(text);
}

static void say(struct sentences *sentences, const char *sentence)
{
    sentences->items[sentences->count++] = sentence;
}

static void say_score(const struct build *build, struct sentences *sentences)
{
    const struct method *method = build->results->method;
    struct text sections = {0};
    for (size_t s = 0; s < method->section_count; s++) {
        text_append(&sections, s ? ", " : "");
        phrase_say(&sections, PHRASE_METHOD_SECTION, "section",
                   language_text(method->sections[s].title), "weight",
                   phrase_number(build->arena, method->sections[s].weight), NULL);
    }
    say(sentences,
        phrase_filled(build->arena, PHRASE_METHOD_SCORE, "sections", text_string(&sections), NULL));
    text_finish(&sections);
}

static void say_bands(const struct build *build, struct sentences *sentences)
{
    const struct method *method = build->results->method;
    struct text bands = {0};
    for (size_t b = 0; b < method->band_count; b++) {
        text_append(&bands, b ? ", " : "");
        phrase_say(&bands, PHRASE_METHOD_BAND, "band", term_band(build, b), "score",
                   phrase_number(build->arena, method->bands[b].from), NULL);
    }
    say(sentences, phrase_filled(build->arena, PHRASE_METHOD_BANDS, "bands", text_string(&bands),
                                 "minimum", phrase_number(build->arena, method->minimum_judged),
                                 "cap", term_band(build, method->cap), NULL));
    text_finish(&bands);
}

static void say_status(const struct build *build, struct sentences *sentences)
{
    const struct method *method = build->results->method;
    say(sentences, phrase_filled(build->arena, PHRASE_METHOD_STATUS, "partly",
                                 phrase_number(build->arena, method->partly_from), "days",
                                 phrase_number(build->arena, method->grace_days), NULL));
}

struct sentences methods_sentences(const struct build *build)
{
    struct sentences sentences = {arena_array(build->arena, 8, sizeof(char *)), 0};
    struct text since = {0};
    date_long(&since, build->results->method->effective_from);
    say(&sentences,
        phrase_filled(build->arena, PHRASE_METHOD_VERSION, "version",
                      build->results->method->version, "day", text_string(&since), NULL));
    text_finish(&since);
    say_status(build, &sentences);
    say_score(build, &sentences);
    say_bands(build, &sentences);
    say(&sentences, phrase(PHRASE_METHOD_BODIES));
    return sentences;
}

static int64_t count_agencies(const struct build *build, bool (*counts)(const struct state *))
{
    int64_t count = 0;
    for (size_t a = 0; a < build->results->reference->agency_count; a++)
        count += counts(results_state(build->results, a, PERIODS - 1));
    return count;
}

static bool is_silent(const struct state *state)
{
    return state->exists && !state->reported;
}

/** The run's warnings begin small, behind "ulat: warning:"; here they are sentences. */
static void say_notice(const struct build *build, struct sentences *sentences, const char *notice)
{
    struct text text = {0};
    text_append(&text, notice);
    if (text.length && text.data[0] >= 'a' && text.data[0] <= 'z')
        text.data[0] = (char)(text.data[0] - 'a' + 'A');
    text_append(&text, ".");
    append(build, sentences, &text);
}

struct sentences notes_sentences(const struct build *build)
{
    size_t notices = build->notices ? build->notices->count : 0;
    size_t room = notices + quality_notes_room(build) + 8;
    struct sentences sentences = {arena_array(build->arena, room, sizeof(char *)), 0};
    if (!build->results->reference->submissions_supplied)
        say(&sentences, phrase(PHRASE_NOTES_NO_RETURNS));
    int64_t silent = count_agencies(build, is_silent);
    if (silent)
        say(&sentences, phrase_filled(build->arena, PHRASE_NOTES_SILENT, "count",
                                      phrase_number(build->arena, silent), NULL));
    for (size_t i = 0; i < notices; i++)
        say_notice(build, &sentences, build->notices->items[i]);
    quality_notes(build, &sentences);
    if (!sentences.count)
        say(&sentences, phrase(PHRASE_NOTES_NOTHING));
    say(&sentences, words_masking_at_length(build));
    return sentences;
}
