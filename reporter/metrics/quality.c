/* SPDX-License-Identifier: MIT */
#include "metrics/quality.h"

#include "base/arena.h"
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

/** The keys, and behind those of one code what is wrong with them. */
static void say_examples(const struct flaw *flaw, struct arena *arena, struct text *text)
{
    const struct flaw_example *examples = flaw->examples;
    for (size_t i = 0; i < flaw->example_count; i++) {
        bool ends = i + 1 == flaw->example_count || examples[i].code != examples[i + 1].code;
        text_printf(text, "%s%s", i ? "" : " (", examples[i].item);
        if (ends)
            text_printf(text, ": %s", check_say(flaw->check, examples[i].code, arena));
        if (i + 1 < flaw->example_count)
            text_append(text, ends ? "; " : ", ");
    }
    if (flaw->example_count)
        text_append(text, flaw->count > (int64_t)flaw->example_count ? "; and others)" : ")");
}

/** A title stands behind a colon here. */
static void say_title(const struct quality_check *check, struct text *text)
{
    size_t at = text->length;
    text_append(text, check->rows.title);
    if (text->data[at] >= 'A' && text->data[at] <= 'Z')
        text->data[at] = (char)(text->data[at] - 'A' + 'a');
}

void quality_say(const struct flaw *flaw, bool keys, struct arena *arena, struct text *text)
{
    say_title(flaw->check, text);
    text_printf(text, ": %lld", (long long)flaw->count);
    if (keys)
        say_examples(flaw, arena, text);
    text_printf(text, " [%s]", flaw->check->rows.name);
}

bool quality_is_few(const struct quality_check *check, int64_t count)
{
    return item_is_person(check->rows.item) && count < FEW;
}

void quality_say_few(const struct quality_check *check, struct text *text)
{
    say_title(check, text);
    text_printf(text, ": fewer than %d [%s]", FEW, check->rows.name);
}

void quality_say_total(const struct quality *quality, const struct quality_check *check,
                       struct text *text)
{
    struct flaw_total total = quality_total(quality, check);
    if (quality_is_few(check, total.count)) {
        quality_say_few(check, text);
        return;
    }
    say_title(check, text);
    if (total.agencies)
        text_printf(text, ": %lld of %zu %s", (long long)(total.count - total.unassigned),
                    total.agencies, total.agencies == 1 ? "agency" : "agencies");
    if (total.unassigned)
        text_printf(text, "%s %lld of no agency in the register", total.agencies ? " and" : ":",
                    (long long)total.unassigned);
    text_printf(text, " [%s]", check->rows.name);
}
