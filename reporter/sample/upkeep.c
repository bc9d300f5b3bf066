/* SPDX-License-Identifier: MIT */
#include "sample/upkeep.h"

#include "base/arena.h"
#include "data/writer.h"
#include "sample/put.h"
#include "sample/world.h"

static const char *source_draw(struct scene *scene)
{
    static const char *const sources[] = {"self_declared", "self_declared", "self_declared",
                                          "inspected", "automatic"};

    return RANDOM_PICK(&scene->random, sources);
}

static enum flag flag_draw(struct scene *scene, int quarter, int64_t threshold)
{
    if (scene_holds(scene, quarter, threshold))
        return FLAG_YES;
    return random_chance(&scene->random, 700) ? FLAG_NO : FLAG_UNKNOWN;
}

static void content_plan_write(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    struct span span;

    if (!account_duty(scene, account, &span))
        return;
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

#define PROTOCOLS 8

/* Each protocol is once drawn for an account, so that what is installed stays installed. */
static void access_checks_write(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    int64_t thresholds[PROTOCOLS];
    int32_t first;
    int32_t last;

    for (size_t i = 0; i < PROTOCOLS; i++)
        thresholds[i] = random_below(&scene->random, 1000);
    writer_table(writer, "access_check",
                 "account checked_on source secure_computer secure_browser secure_network mfa"
                 " password_policy role_review recovery_contacts offboarding");
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        if (!account_days(scene, account, quarter, &first, &last) ||
            scene_is_silent(scene, quarter) || !scene_keeps(scene, quarter) ||
            !random_chance(&scene->random, 750))
            continue;
        writer_text(writer, account->code);
        writer_date(writer, scene_day(scene, first, last));
        writer_text(writer, source_draw(scene));
        for (size_t i = 0; i < PROTOCOLS; i++)
            put_flag(writer, flag_draw(scene, quarter, thresholds[i]));
        writer_row(writer);
    }
}

static void review_write(struct scene *scene, const char *account, const char *subject, int32_t day)
{
    static const char *const offices[] = {"Internal audit", "Data protection office",
                                          "Oversight team", "Information systems unit"};
    struct writer *writer = scene->world->writer;
    bool by_officer = random_chance(&scene->random, 200);

    writer_table(writer, "review", "agency account subject examined_on examined_by source");
    writer_text(writer, scene->body->code);
    writer_text(writer, account);
    writer_text(writer, subject);
    writer_date(writer, day);
    if (by_officer)
        put_officer(writer, scene->team.member);
    else
        writer_text(writer, RANDOM_PICK(&scene->random, offices));
    writer_text(writer, source_draw(scene));
    writer_row(writer);
}

/* What nobody looks at is no evidence: some accounts are never reviewed. */
static void reviews_write(struct scene *scene, const struct account *account)
{
    static const char *const subjects[] = {"content", "privacy", "security"};
    bool never = account != scene->accounts && random_chance(&scene->random, 60);
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS && !never; quarter++) {
        if (!account_days(scene, account, quarter, &first, &last) ||
            scene_is_silent(scene, quarter))
            continue;
        for (size_t i = 0; i < ARRAY_LENGTH(subjects); i++)
            if (scene_keeps(scene, quarter))
                review_write(scene, account->code, subjects[i], scene_day(scene, first, last));
    }
}

static void sanctions_reviews_write(struct scene *scene)
{
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS; quarter++)
        if (scene_days(scene, quarter, &first, &last) && !scene_is_silent(scene, quarter) &&
            scene_keeps(scene, quarter))
            review_write(scene, NULL, "sanctions", scene_day(scene, first, last));
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
    sanctions_reviews_write(scene);
    for (size_t i = 0; i < scene->account_count; i++) {
        content_plan_write(scene, &scene->accounts[i]);
        access_checks_write(scene, &scene->accounts[i]);
        reviews_write(scene, &scene->accounts[i]);
        audience_write(scene, &scene->accounts[i]);
    }
}
