/* SPDX-License-Identifier: MIT */
#include "sample/moderation.h"

#include <string.h>

#include "base/arena.h"
#include "data/writer.h"
#include "sample/put.h"
#include "sample/world.h"

struct action {
    const char *name; /* NULL: not yet reviewed */
    int64_t acted;
    bool automated;
    bool taken; /* something was done, not "none" */
};

static struct action action_draw(struct scene *scene, int quarter, int64_t flagged)
{
    static const char *const names[] = {"hide",  "delete", "warn", "mute",
                                        "block", "report", "none"};
    static const int weights[] = {34, 20, 10, 3, 6, 4, 23};
    bool kept = scene_keeps(scene, quarter);
    int64_t delay = 120 + random_tail(&scene->random, kept ? HOURS(2) : HOURS(20), DAYS(30));
    struct action action = {.acted = world_known(scene->world, flagged + delay)};

    if (action.acted == INSTANT_NONE || (!kept && random_chance(&scene->random, 100))) {
        action.acted = INSTANT_NONE;
        return action;
    }
    action.name = names[random_weighted(&scene->random, weights, ARRAY_LENGTH(weights))];
    action.taken = strcmp(action.name, "none") != 0;
    action.automated = random_chance(&scene->random, 180);
    return action;
}

static void appeal_fields(struct scene *scene, const struct action *action)
{
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    bool appeals = action->taken && random_chance(&scene->random, 70);
    int64_t appealed = INSTANT_NONE;
    int64_t decided = INSTANT_NONE;

    if (appeals)
        appealed = world_known(world, action->acted + HOURS(2) +
                                          random_tail(&scene->random, DAYS(1), DAYS(20)));
    if (appealed != INSTANT_NONE && random_chance(&scene->random, 850))
        decided = world_known(world,
                              appealed + HOURS(3) + random_tail(&scene->random, DAYS(3), DAYS(60)));
    put_instant(writer, appealed);
    put_instant(writer, decided);
    writer_text(writer, decided == INSTANT_NONE              ? NULL
                        : random_chance(&scene->random, 280) ? "reversed"
                                                             : "upheld");
}

static void outcome_fields(struct scene *scene, int quarter, const struct action *action)
{
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int64_t clause = random_between(&scene->random, 1, 9);
    bool cited = action->taken && scene_keeps(scene, quarter);
    bool notified = action->taken && scene_keeps(scene, quarter);
    int64_t minutes = random_between(&scene->random, 1, 240);

    writer_text(writer, action->name);
    put_instant(writer, action->acted);
    put_flag(writer, !action->name ? FLAG_UNKNOWN : action->automated ? FLAG_YES : FLAG_NO);
    writer_text(writer, cited ? arena_printf(scene->arena, "section %d", (int)clause) : NULL);
    put_instant(writer, notified ? world_known(world, action->acted + minutes * 60) : INSTANT_NONE);
    appeal_fields(scene, action);
}

static void row_write(struct scene *scene, const struct account *account, int quarter,
                      int64_t flagged)
{
    static const char *const sources[] = {"public", "staff", "automated", "authority", NULL};
    static const int source_weights[] = {45, 28, 22, 2, 3};
    static const char *const categories[] = {"blackmail", "pornographic", "malicious", "link",
                                             "opinion",   "other",        NULL};
    static const int category_weights[] = {22, 4, 18, 34, 6, 13, 3};
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;
    struct action action = action_draw(scene, quarter, flagged);

    writer_table(writer, "moderation",
                 "moderation account subject flagged_at flagged_by category action acted_at"
                 " automated policy_clause notified_at appealed_at appeal_decided_at"
                 " appeal_outcome");
    put_key(writer, "M", ++scene->world->actions);
    writer_text(writer, account->code);
    writer_text(writer, random_chance(random, 900) ? "comment" : "user");
    writer_instant(writer, flagged);
    writer_text(writer,
                sources[random_weighted(random, source_weights, ARRAY_LENGTH(source_weights))]);
    writer_text(
        writer,
        categories[random_weighted(random, category_weights, ARRAY_LENGTH(category_weights))]);
    outcome_fields(scene, quarter, &action);
    writer_row(writer);
}

void moderation_write(struct scene *scene)
{
    static const int64_t typical[] = {1, 1, 3, 12, 60};
    static const int64_t most[] = {2, 20, 60, 200, 500};
    enum size size = scene->body->size;
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        int64_t count = random_tail(&scene->random, typical[size], most[size]);

        if (scene_is_silent(scene, quarter))
            count /= 5;
        for (int64_t i = 0; i < count; i++) {
            const struct account *account =
                &scene->accounts[random_below(&scene->random, (int64_t)scene->account_count)];

            if (account_days(scene, account, quarter, &first, &last))
                row_write(scene, account, quarter, scene_moment(scene, first, last));
        }
    }
}
