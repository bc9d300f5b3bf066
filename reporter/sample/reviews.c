/* SPDX-License-Identifier: MIT */
#include "sample/upkeep.h"

#include "base/arena.h"
#include "data/writer.h"
#include "sample/put.h"
#include "sample/world.h"

const char *source_draw(struct scene *scene)
{
    static const char *const sources[] = {"self_declared", "self_declared", "self_declared",
                                          "inspected", "automatic"};

    return RANDOM_PICK(&scene->random, sources);
}

static void review_write(struct scene *scene, const char *account, const char *subject, int32_t day)
{
    static const char *const offices[] = {"Internal audit", "Data protection office",
                                          "Oversight team", "Information systems unit"};
    struct writer *writer = scene->world->writer;
    bool by_officer = random_chance(&scene->random, 200);

    writer_table(writer, "review", "agency account subject examined_on examined_by source");
    writer_text(writer, scene_owner(scene, day));
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
static void account_reviews_write(struct scene *scene, const struct account *account)
{
    static const char *const subjects[] = {"content", "privacy"};
    bool never = account != scene->accounts && random_chance(&scene->random, 60) &&
                 scene->body->path != PATH_STORY;
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

/* Of the body as a whole: whether it has accounts that nobody registered, and its incidents. */
static void body_reviews_write(struct scene *scene)
{
    static const char *const subjects[] = {"registry", "security"};
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        if (!scene_days(scene, quarter, &first, &last) || scene_is_silent(scene, quarter))
            continue;
        for (size_t i = 0; i < ARRAY_LENGTH(subjects); i++)
            if (scene_keeps(scene, quarter))
                review_write(scene, NULL, subjects[i], scene_day(scene, first, last));
    }
}

void reviews_write(struct scene *scene)
{
    body_reviews_write(scene);
    for (size_t i = 0; i < scene->account_count; i++)
        account_reviews_write(scene, &scene->accounts[i]);
}
