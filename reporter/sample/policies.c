/* SPDX-License-Identifier: MIT */
#include "sample/policies.h"

#include <string.h>

#include "base/arena.h"
#include "data/writer.h"
#include "sample/codes.h"
#include "sample/officers.h"
#include "sample/story.h"
#include "sample/world.h"

void policy_put(const struct scene *scene, const struct policy *policy)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "policy",
                 "agency account kind form responsible contact url bans_personal_use"
                 " effective_from effective_to reviewed_on");
    writer_text(writer, scene->body->code);
    writer_text(writer, policy->account);
    writer_text(writer, policy->kind);
    writer_text(writer, policy->form);
    writer_text(writer, policy->responsible);
    writer_text(writer, policy->contact);
    writer_text(writer, policy->url);
    put_flag(writer, policy->bans);
    put_day(writer, policy->from);
    put_day(writer, policy->to == DAY_NONE ? scene->body->active_to : policy->to);
    put_day(writer, policy->reviewed);
    writer_row(writer);
}

static bool is_kind(const char *kind, const char *name)
{
    return strcmp(kind, name) == 0;
}

struct policy policy_complete(struct scene *scene, const char *account, const char *kind,
                              int32_t from)
{
    static const char *const forms[] = {"pre", "post", "post", "reactive", "automated", "none"};
    const char *domain = code_domain(scene->arena, scene->body->code);
    const char *url = arena_printf(scene->arena, "https://www.%s/policies/%s", domain, kind);
    const char *form = RANDOM_PICK(&scene->random, forms);

    return (struct policy){
        .account = account,
        .kind = kind,
        .form = is_kind(kind, "moderation") ? form : NULL,
        .responsible = "Social media team",
        .contact = arena_printf(scene->arena, "team@%s", domain),
        .url = url,
        .bans = is_kind(kind, "personal_use") ? FLAG_NO : FLAG_UNKNOWN,
        .from = from,
        .to = DAY_NONE,
        .reviewed = DAY_NONE,
    };
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

/* What is left out where nobody takes care. */
static void gaps_draw(struct scene *scene, struct policy *policy)
{
    bool bans = is_kind(policy->kind, "personal_use") && !scene_keeps(scene, LAST_QUARTER);

    if (!scene_keeps(scene, LAST_QUARTER))
        policy->form = NULL;
    if (!scene_keeps(scene, LAST_QUARTER))
        policy->responsible = NULL;
    if (!scene_keeps(scene, LAST_QUARTER))
        policy->contact = NULL;
    if (!scene_keeps(scene, LAST_QUARTER))
        policy->url = NULL;
    if (bans)
        policy->bans = random_chance(&scene->random, 650) ? FLAG_YES : FLAG_UNKNOWN;
    if (!scene_keeps(scene, LAST_QUARTER) && scene->world->undated++ % 2 == 0)
        policy->from = DAY_NONE;
}

static void policy_write(struct scene *scene, const char *kind, const char *account)
{
    struct policy policy;
    struct span span;

    if (!scene_duty(scene, scene_since(scene, order_day() + 120), &span) ||
        span.from > scene->world->last_day)
        return;
    policy = policy_complete(scene, account, kind, span.from);
    policy.to = span.to;
    policy.reviewed = reviewed_draw(scene, span);
    gaps_draw(scene, &policy);
    policy_put(scene, &policy);
}

void policies_write(struct scene *scene)
{
    policy_write(scene, "participation", NULL);
    if (scene->body->path != PATH_STORY)
        policy_write(scene, "moderation", NULL);
    if (!scene->body->starts_late)
        policy_write(scene, "reminder", NULL);
    if (random_chance(&scene->random, 500))
        policy_write(scene, "personal_use", NULL);
    if (scene->account_count > 3 && scene->body->path != PATH_STORY)
        policy_write(scene, "moderation", scene->accounts[1].code);
}
