/* SPDX-License-Identifier: MIT */
#include "sample/upkeep.h"

#include <string.h>

#include "base/arena.h"
#include "data/writer.h"
#include "sample/codes.h"
#include "sample/officers.h"
#include "sample/put.h"
#include "sample/world.h"

static const char *form_draw(struct scene *scene, const char *kind)
{
    static const char *const forms[] = {"pre", "post", "post", "reactive", "automated", "none"};

    if (strcmp(kind, "moderation") != 0 || !scene_keeps(scene, LAST_QUARTER))
        return NULL;
    return RANDOM_PICK(&scene->random, forms);
}

/* Good bodies look at a policy again within the year; others did so once, or never. */
static int32_t reviewed_draw(struct scene *scene, struct span span)
{
    int32_t last = scene->world->last_day;

    if (span.to != DAY_NONE)
        last = span.to < last ? span.to : last;
    if (scene_keeps(scene, LAST_QUARTER))
        return scene_day(scene, last - 330 > span.from ? last - 330 : span.from, last);
    return random_chance(&scene->random, 500) ? span.from : DAY_NONE;
}

static void policy_write(struct scene *scene, const char *kind, const char *account)
{
    struct writer *writer = scene->world->writer;
    const char *code = scene->body->code;
    struct span span;
    bool bans = strcmp(kind, "personal_use") == 0;

    if (!scene_duty(scene, scene_since(scene, order_day() + 120), &span) ||
        span.from > scene->world->last_day)
        return;
    writer_table(writer, "policy",
                 "agency account kind form responsible contact url bans_personal_use"
                 " effective_from effective_to reviewed_on");
    writer_text(writer, code);
    writer_text(writer, account);
    writer_text(writer, kind);
    writer_text(writer, form_draw(scene, kind));
    writer_text(writer, scene_keeps(scene, LAST_QUARTER) ? "Social media team" : NULL);
    writer_text(writer, scene_keeps(scene, LAST_QUARTER)
                            ? arena_printf(scene->arena, "team@%s", code_domain(scene->arena, code))
                            : NULL);
    writer_text(writer, scene_keeps(scene, LAST_QUARTER)
                            ? arena_printf(scene->arena, "https://www.%s/policies/%s",
                                           code_domain(scene->arena, code), kind)
                            : NULL);
    put_flag(writer, !bans ? FLAG_UNKNOWN : scene_keeps(scene, LAST_QUARTER) ? FLAG_NO : FLAG_YES);
    writer_date(writer, span.from);
    put_day(writer, span.to == DAY_NONE ? scene->body->active_to : span.to);
    put_day(writer, reviewed_draw(scene, span));
    writer_row(writer);
}

void policies_write(struct scene *scene)
{
    policy_write(scene, "participation", NULL);
    policy_write(scene, "moderation", NULL);
    policy_write(scene, "reminder", NULL);
    if (random_chance(&scene->random, 500))
        policy_write(scene, "personal_use", NULL);
    if (scene->account_count > 3)
        policy_write(scene, "moderation", scene->accounts[1].code);
}
