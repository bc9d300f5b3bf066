/* SPDX-License-Identifier: MIT */
#include "sample/upkeep.h"

#include "base/arena.h"
#include "data/writer.h"
#include "sample/put.h"
#include "sample/story.h"
#include "sample/world.h"

static enum flag flag_draw(struct scene *scene, int quarter, int64_t threshold)
{
    if (scene_holds(scene, quarter, threshold))
        return FLAG_YES;
    return random_chance(&scene->random, 700) ? FLAG_NO : FLAG_UNKNOWN;
}

static void plan_row_write(struct scene *scene, const struct account *account, struct span span)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "content_plan",
                 "account effective_from effective_to creation_process publishing_approval"
                 " participation_policy moderation_policy records_management");
    writer_text(writer, account->code);
    writer_date(writer, span.from);
    put_day(writer, span.to);
    for (int part = 0; part < 5; part++)
        put_flag(writer, flag_draw(scene, LAST_QUARTER, random_below(&scene->random, 1000)));
    writer_row(writer);
}

/* A plan for some years, renewed in time, late, or not at all. */
static void content_plan_write(struct scene *scene, const struct account *account)
{
    const struct world *world = scene->world;
    struct span span;
    struct span renewed;

    if (!account_duty(scene, account, &span))
        return;
    renewed.to = span.to;
    renewed.from = scene_day(scene, span.from + 200, world->last_day);
    if (renewed.from > world->last_day || random_chance(&scene->random, 600) ||
        (span.to != DAY_NONE && renewed.from > span.to)) {
        plan_row_write(scene, account, span);
        return;
    }
    span.to = renewed.from - 1;
    if (!scene_keeps(scene, LAST_QUARTER))
        renewed.from += (int32_t)random_tail(&scene->random, 60, 600);
    plan_row_write(scene, account, span);
    if (world_known_day(world, renewed.from) != DAY_NONE &&
        (renewed.to == DAY_NONE || renewed.from <= renewed.to))
        plan_row_write(scene, account, renewed);
}

#define PROTOCOLS 8

#define NETWORK 2

static void check_write(struct scene *scene, const struct account *account, int quarter,
                        const int64_t *thresholds, int32_t day)
{
    struct writer *writer = scene->world->writer;
    bool exposed = story_network_fails(scene, account, quarter);

    writer_table(writer, "access_check",
                 "account checked_on source secure_computer secure_browser secure_network mfa"
                 " password_policy role_review recovery_contacts offboarding");
    writer_text(writer, account->code);
    writer_date(writer, day);
    writer_text(writer, source_draw(scene));
    for (size_t i = 0; i < PROTOCOLS; i++)
        if (exposed && i == NETWORK)
            put_flag(writer, FLAG_NO);
        else
            put_flag(writer, flag_draw(scene, quarter, thresholds[i]));
    writer_row(writer);
}

/* Each protocol is once drawn for an account, so that what is installed stays installed. Now and
 * then two look on the same day. */
static void access_checks_write(struct scene *scene, const struct account *account)
{
    int64_t thresholds[PROTOCOLS];
    int32_t first;
    int32_t last;

    for (size_t i = 0; i < PROTOCOLS; i++)
        thresholds[i] = random_below(&scene->random, 1000);
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        bool always = scene->body->path == PATH_STORY;
        int32_t day;

        if (!account_days(scene, account, quarter, &first, &last) ||
            scene_is_silent(scene, quarter) || !scene_keeps(scene, quarter) ||
            (!random_chance(&scene->random, 750) && !always))
            continue;
        day = scene_day(scene, first, last);
        check_write(scene, account, quarter, thresholds, day);
        if (random_chance(&scene->random, 10))
            check_write(scene, account, quarter, thresholds, day);
    }
}

static void audience_write(struct scene *scene, struct account *account)
{
    struct writer *writer = scene->world->writer;
    int32_t first;
    int32_t last;

    writer_table(writer, "audience", "account sampled_on followers");
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        if (!account_days(scene, account, quarter, &first, &last))
            continue;
        account->followers += account->followers * random_between(&scene->random, -8, 60) / 1000;
        if (scene_is_silent(scene, quarter) || random_chance(&scene->random, 30))
            continue;
        writer_text(writer, account->code);
        writer_date(writer, last);
        put_count(writer, random_chance(&scene->random, 990) ? account->followers : COUNT_NONE);
        writer_row(writer);
    }
}

void upkeep_write(struct scene *scene)
{
    for (size_t i = 0; i < scene->account_count; i++) {
        content_plan_write(scene, &scene->accounts[i]);
        access_checks_write(scene, &scene->accounts[i]);
        audience_write(scene, &scene->accounts[i]);
    }
}
