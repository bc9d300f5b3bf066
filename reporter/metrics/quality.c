/* SPDX-License-Identifier: MIT */
#include "metrics/quality.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define FEW 10

void quality_init(struct quality *quality, struct arena *arena)
{
    *quality = (struct quality){.arena = arena};
}

void quality_finish(struct quality *quality)
{
    sparse_finish(&quality->keys);
    free(quality->checks);
    free(quality->flaws);
    *quality = (struct quality){0};
}

size_t quality_begin(struct quality *quality, const struct quality_check *check)
{
    quality->checks = vector_grow(quality->checks, quality->check_count, &quality->check_capacity,
                                  sizeof *quality->checks);
    quality->checks[quality->check_count] = check;
    return quality->check_count++;
}

static struct flaw *take(struct quality *quality, size_t check, size_t agency)
{
    uint64_t body = agency == QUALITY_NO_AGENCY ? 0 : (uint64_t)agency + 1;
    size_t index = sparse_put(&quality->keys, (uint64_t)check << 40 | body);
    if (index < quality->flaw_count)
        return &quality->flaws[index];
    quality->flaws = vector_grow(quality->flaws, quality->flaw_count, &quality->flaw_capacity,
                                 sizeof *quality->flaws);
    quality->flaws[quality->flaw_count] =
        (struct flaw){.check = quality->checks[check], .agency = agency};
    return &quality->flaws[quality->flaw_count++];
}

void quality_add(struct quality *quality, size_t check, size_t agency, struct flaw_example example)
{
    struct flaw *flaw = take(quality, check, agency);
    flaw->count++;
    if (item_is_person(flaw->check->rows.item) || flaw->example_count == QUALITY_EXAMPLES)
        return;
    flaw->examples[flaw->example_count++] = (struct flaw_example){
        text_clean(quality->arena, example.item, strlen(example.item), NULL), example.code};
}

struct flaw_total quality_total(const struct quality *quality, const struct quality_check *check)
{
    struct flaw_total total = {0};
    for (size_t i = 0; i < quality->flaw_count; i++) {
        const struct flaw *flaw = &quality->flaws[i];
        if (flaw->check != check)
            continue;
        total.count += flaw->count;
        total.agencies += flaw->agency != QUALITY_NO_AGENCY;
        total.unassigned += flaw->agency == QUALITY_NO_AGENCY ? flaw->count : 0;
    }
    return total;
}

const struct flaw *quality_stop(const struct quality *quality, size_t agency)
{
    for (size_t i = 0; i < quality->flaw_count; i++)
        if (quality->flaws[i].agency == agency &&
            quality->flaws[i].check->severity != SEVERITY_WARNING)
            return &quality->flaws[i];
    return NULL;
}

/** The keys of examples of one code, and behind them what is wrong with them; gives where the next
 * code's begin. */
static size_t say_example(const struct flaw *flaw, size_t from, struct arena *arena,
                          struct text *text)
{
    const struct flaw_example *examples = flaw->examples;
    struct text items = {0};
    size_t at = from;
    do
        text_printf(&items, "%s%s", at > from ? ", " : "", examples[at].item);
    while (++at < flaw->example_count && examples[at].code == examples[from].code);
    phrase_say(text, PHRASE_QUALITY_EXAMPLE, "items", text_string(&items), "sentence",
               check_say(flaw->check, examples[from].code, arena), NULL);
    text_finish(&items);
    return at;
}

static const char *say_examples(const struct flaw *flaw, struct arena *arena)
{
    struct text text = {0};
    if (!flaw->example_count)
        return "";
    for (size_t i = 0; i < flaw->example_count;) {
        text_append(&text, i ? "; " : "");
        i = say_example(flaw, i, arena, &text);
    }
    bool more = flaw->count > (int64_t)flaw->example_count;
    const char *said =
        phrase_filled(arena, more ? PHRASE_QUALITY_EXAMPLES_MORE : PHRASE_QUALITY_EXAMPLES,
                      "examples", text_string(&text), NULL);
    text_finish(&text);
    return said;
}

/** A title stands behind a colon here. */
static const char *title_of(const struct quality_check *check, struct arena *arena)
{
    char *title = arena_text(arena, language_text(check->rows.title));
    if (*title >= 'A' && *title <= 'Z')
        *title = (char)(*title - 'A' + 'a');
    return title;
}

void quality_say(const struct flaw *flaw, bool keys, struct arena *arena, struct text *text)
{
    phrase_say(text, PHRASE_QUALITY_FLAW, "title", title_of(flaw->check, arena), "count",
               phrase_number(arena, flaw->count), "examples", keys ? say_examples(flaw, arena) : "",
               "check", flaw->check->rows.name, NULL);
}

bool quality_is_few(const struct quality_check *check, int64_t count)
{
    return item_is_person(check->rows.item) && count < FEW;
}

void quality_say_few(const struct quality_check *check, struct arena *arena, struct text *text)
{
    phrase_say(text, PHRASE_QUALITY_FEW, "title", title_of(check, arena), "few",
               phrase_number(arena, FEW), "check", check->rows.name, NULL);
}

static enum phrase total_phrase(const struct flaw_total *total)
{
    if (!total->agencies)
        return PHRASE_QUALITY_TOTAL_UNKNOWN;
    if (total->unassigned)
        return phrase_plural((int64_t)total->agencies, PHRASE_QUALITY_TOTAL_BOTH_ONE,
                             PHRASE_QUALITY_TOTAL_BOTH_MANY);
    return phrase_plural((int64_t)total->agencies, PHRASE_QUALITY_TOTAL_ONE,
                         PHRASE_QUALITY_TOTAL_MANY);
}

void quality_say_total(const struct quality *quality, const struct quality_check *check,
                       struct text *text)
{
    struct arena *arena = quality->arena;
    struct flaw_total total = quality_total(quality, check);
    if (quality_is_few(check, total.count)) {
        quality_say_few(check, arena, text);
        return;
    }
    phrase_say(text, total_phrase(&total), "title", title_of(check, arena), "count",
               phrase_number(arena, total.count - total.unassigned), "agencies",
               phrase_number(arena, (int64_t)total.agencies), "unknown",
               phrase_number(arena, total.unassigned), "check", check->rows.name, NULL);
}
