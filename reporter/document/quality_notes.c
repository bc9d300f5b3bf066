/* SPDX-License-Identifier: MIT */
#include "document/quality_notes.h"

#include "base/phrase.h"
#include "base/text.h"
#include "document/build.h"
#include "document/methods.h"
#include "document/template.h"
#include "metrics/quality.h"

#include <stdint.h>

size_t quality_notes_room(const struct build *build)
{
    return build->quality ? build->quality->flaw_count : 0;
}

static void append(const struct build *build, struct sentences *sentences, struct text *text)
{
    sentences->items[sentences->count++] =
        phrase_filled(build->arena, PHRASE_NOTES_QUALITY, "flaw", text_string(text), NULL);
    text_finish(text);
}

/** What an agency itself is told is exact, but for cases of its staff; before the public no item is
 *  named. */
static void say_agency(const struct build *build, struct sentences *sentences)
{
    for (size_t i = 0; i < build->quality->flaw_count; i++) {
        const struct flaw *flaw = &build->quality->flaws[i];
        bool hidden = flaw->check->rows.item == ITEM_CASE || build->audience != AUDIENCE_AGENCY;
        struct text text = {0};
        if (flaw->agency != build->body)
            continue;
        if (hidden && quality_is_few(flaw->check, flaw->count))
            quality_say_few(flaw->check, build->arena, &text);
        else
            quality_say(flaw, build->audience != AUDIENCE_PUBLIC, build->arena, &text);
        append(build, sentences, &text);
    }
}

static void say_government(const struct build *build, struct sentences *sentences)
{
    for (size_t i = 0; i < build->quality->check_count; i++) {
        struct text text = {0};
        if (!quality_total(build->quality, build->quality->checks[i]).count)
            continue;
        quality_say_total(build->quality, build->quality->checks[i], &text);
        append(build, sentences, &text);
    }
}

void quality_notes(const struct build *build, struct sentences *sentences)
{
    if (!build->quality)
        return;
    if (build->body == SIZE_MAX)
        say_government(build, sentences);
    else
        say_agency(build, sentences);
}
