/* SPDX-License-Identifier: MIT */
#include "document/methods.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "document/build.h"
#include "document/words.h"
#include "document/quality_notes.h"

static void append(const struct build *build, struct sentences *sentences, struct text *text)
{
    sentences->items[sentences->count++] = arena_text(build->arena, text_string(text));
    text_finish(text);
}

static void say(const struct build *build, struct sentences *sentences, const char *sentence)
{
    struct text text = {0};
    text_append(&text, sentence);
    append(build, sentences, &text);
}

static void say_score(const struct build *build, struct sentences *sentences)
{
    const struct method *method = build->results->method;
    struct text text = {0};
    text_append(&text, "A score is the weighted mean of its sections: ");
    for (size_t s = 0; s < method->section_count; s++)
        text_printf(&text, "%s%s (weight %lld)", s ? ", " : "", method->sections[s].title,
                    (long long)method->sections[s].weight);
    text_append(&text,
                ". A section is the weighted mean of its controls, a control the share of its "
                "items that are met; items without evidence count as not met there. A control "
                "whose items are persons, such as messages, counts by its status alone: met as "
                "one, partly met as a half. Controls that do not apply, are exempt or were not "
                "measured take no part.");
    append(build, sentences, &text);
}

static void say_bands(const struct build *build, struct sentences *sentences)
{
    const struct method *method = build->results->method;
    struct text text = {0};
    text_append(&text, "Bands: ");
    for (size_t b = 0; b < method->band_count; b++)
        text_printf(&text, "%s%s from %lld", b ? ", " : "", method->bands[b].name,
                    (long long)method->bands[b].from);
    text_printf(&text,
                ". An agency of which less than %lld%% of the weight could be judged has no band. "
                "An item of a critical control that is not met and past its due date holds the "
                "band at %s or below, unless the finding is contested and not decided; the "
                "band without this cap is always shown beside it.",
                (long long)method->minimum_judged, method->bands[method->cap].name);
    append(build, sentences, &text);
}

static void say_status(const struct build *build, struct sentences *sentences)
{
    struct text text = {0};
    text_printf(&text,
                "A control is met when the share of its items reaches the target; without evidence "
                "when only the lack of evidence keeps it from being met; partly met from %lld%% of "
                "its items; otherwise not met. Below ten items counts are printed, and no "
                "percentage. Exempt, not applicable, not measured, not reporting and new (younger "
                "than %d days) are kept apart, and are neither zero nor a hundred.",
                (long long)build->results->method->partly_from,
                (int)build->results->method->grace_days);
    append(build, sentences, &text);
}

struct sentences methods_sentences(const struct build *build)
{
    struct sentences sentences = {arena_array(build->arena, 8, sizeof(char *)), 0};
    struct text text = {0};
    text_printf(&text, "Method version %s, in force since ", build->results->method->version);
    date_long(&text, build->results->method->effective_from);
    text_append(&text, ". Earlier quarters are computed anew under this method.");
    append(build, &sentences, &text);
    say_status(build, &sentences);
    say_score(build, &sentences);
    say_bands(build, &sentences);
    say(build, &sentences,
        "Bodies that the Order binds and bodies that it encourages never share a rate: mandated "
        "bodies are judged for compliance, encouraged bodies adopt or do not yet adopt, without "
        "band, cap or due date. Acts, such as an approval, are judged once, in the quarter in "
        "which "
        "they happened; states, such as the address in use, at the quarter's end. The word is "
        "finding: only a decided case is more.");
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
        say(build, &sentences,
            "No table of returns was supplied: whether a body reported is not "
            "known, and nobody is set aside for silence.");
    int64_t silent = count_agencies(build, is_silent);
    if (silent) {
        struct text text = {0};
        text_printf(
            &text,
            "Bodies that did not report for the quarter: %lld. They are listed and counted, "
            "and get no scorecard and no rank.",
            (long long)silent);
        append(build, &sentences, &text);
    }
    for (size_t i = 0; i < notices; i++)
        say_notice(build, &sentences, build->notices->items[i]);
    quality_notes(build, &sentences);
    if (!sentences.count)
        say(build, &sentences, "Nothing was left out.");
    say(build, &sentences, words_masking_at_length(build));
    return sentences;
}
