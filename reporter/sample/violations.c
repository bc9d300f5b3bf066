/* SPDX-License-Identifier: MIT */
#include "sample/violations.h"

#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "data/writer.h"
#include "sample/incidents.h"
#include "sample/personnel.h"
#include "sample/put.h"
#include "sample/world.h"

/* In turn, so that a small sample has them all; as are the consequences below. */
static const char *const categories[] = {"opinion",   "link",    "blackmail",
                                         "malicious", "opinion", "pornographic",
                                         "link",      "other",   "opinion"};

struct violation {
    const char *category;
    int64_t published;
    int64_t found;
    int64_t removed;
    int64_t personnel_case; /* 0: none */
    int32_t no_action;
};

/* Cases come first: their table may not be interrupted by a row of this one. */
static void row_write(struct scene *scene, const struct account *account,
                      const struct violation *violation)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "post_violation",
                 "post account category published_at found_at removed_at personnel_case"
                 " no_action_on");
    put_key(writer, "P", scene->world->posts);
    writer_text(writer, account->code);
    writer_text(writer, violation->category);
    writer_instant(writer, violation->published);
    writer_instant(writer, violation->found);
    put_instant(writer, violation->removed);
    if (violation->personnel_case > 0)
        put_key(writer, "PC", violation->personnel_case);
    else
        writer_null(writer);
    put_day(writer, violation->no_action);
    writer_row(writer);
}

/* It leads to a case, or to a note that none follows; or nobody does anything. */
static void consequence_draw(struct scene *scene, struct violation *violation)
{
    int32_t found = day_of_instant(violation->found);
    int32_t then = found + (int32_t)random_tail(&scene->random, 9, 60);
    int64_t turn = scene->world->violations % 5;

    violation->no_action = DAY_NONE;
    if (world_known_day(scene->world, then) == DAY_NONE)
        return;
    if (turn < 2)
        violation->personnel_case = case_write(scene, then);
    else if (turn == 2)
        violation->no_action = then;
}

static void note_write(struct scene *scene, const struct violation *violation)
{
    if (violation->removed == INSTANT_NONE)
        scene_note(scene, "BLK-6",
                   arena_printf(scene->arena, "P-%07lld/%s", (long long)scene->world->posts,
                                violation->category),
                   day_of_instant(violation->found));
}

/* One post in a few thousand of a good body, one in some hundreds of a failing one. */
static bool is_violation(struct scene *scene, int quarter)
{
    const struct body *body = scene->body;
    bool example = body->on_cast && (body->path == PATH_GOOD || body->path == PATH_STORY);

    return !example && random_chance(&scene->random, 12) &&
           random_chance(&scene->random, 40 + (1000 - scene_quality(scene, quarter)) / 2);
}

void violation_draw(struct scene *scene, const struct account *account, int quarter,
                    int64_t published)
{
    struct world *world = scene->world;
    struct violation violation = {.published = published};

    if (!is_violation(scene, quarter))
        return;
    violation.category = categories[scene->world->violations++ % (int64_t)ARRAY_LENGTH(categories)];
    violation.found = published + random_tail(&scene->random, HOURS(5), DAYS(40));
    violation.removed =
        world_known(world, violation.found + random_tail(&scene->random, HOURS(30), DAYS(70)));
    if (world_known(world, violation.found) == INSTANT_NONE)
        return;
    if (scene->world->violations % 4 == 0)
        violation.removed = INSTANT_NONE;
    consequence_draw(scene, &violation);
    row_write(scene, account, &violation);
    note_write(scene, &violation);
}

void violation_stays(struct scene *scene, const struct account *account, const char *category,
                     int64_t published, int64_t removed)
{
    int64_t found = published + random_between(&scene->random, HOURS(2), DAYS(9));
    struct violation violation = {.category = category,
                                  .published = published,
                                  .found = found,
                                  .removed = removed,
                                  .no_action = DAY_NONE};

    row_write(scene, account, &violation);
    note_write(scene, &violation);
}

static void disclosure_row_write(struct scene *scene, const struct account *account,
                                 int64_t disclosed, enum flag consent, int64_t breach)
{
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int32_t found = day_of_instant(disclosed) + (int32_t)random_tail(&scene->random, 4, 60);

    writer_table(writer, "private_disclosure",
                 "disclosure account disclosed_at consent_recorded found_on incident");
    put_key(writer, "PD", ++world->disclosures);
    writer_text(writer, account->code);
    writer_instant(writer, disclosed);
    put_flag(writer, consent);
    put_day(writer, world_known_day(world, found));
    if (breach > 0)
        put_key(writer, "INC", breach);
    else
        writer_null(writer);
    writer_row(writer);
}

/* Without consent it may be a breach of personal data; in turn, for small samples again. */
static void breach_disclose(struct scene *scene, const struct account *account, int64_t disclosed)
{
    static const struct turn {
        enum flag consent;
        bool assessed;
        enum assessment assessment;
    } turns[] = {
        {FLAG_NO, true, ASSESSED_IN_TIME},       {FLAG_NO, true, ASSESSED_UNTOLD},
        {FLAG_UNKNOWN, false, ASSESSED_UNKNOWN}, {FLAG_NO, true, ASSESSED_LATE},
        {FLAG_NO, true, ASSESSED_NO_BREACH},     {FLAG_NO, false, ASSESSED_UNKNOWN},
        {FLAG_UNKNOWN, true, ASSESSED_UNKNOWN},  {FLAG_NO, true, ASSESSED_IN_TIME},
    };
    const struct turn *turn = &turns[scene->world->breaches++ % (int64_t)ARRAY_LENGTH(turns)];
    int64_t breach = turn->assessed ? breach_write(scene, account, disclosed, turn->assessment) : 0;

    disclosure_row_write(scene, account, disclosed, turn->consent, breach);
}

void disclosures_write(struct scene *scene)
{
    bool always = scene->body->on_cast && scene->body->path == PATH_FAILING;
    const struct account *account = &scene->accounts[0];
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        if (!account_days(scene, account, quarter, &first, &last))
            continue;
        if (random_chance(&scene->random, 80)) {
            bool consented = scene_keeps(scene, quarter);
            int64_t disclosed = scene_moment(scene, first, last);

            if (consented)
                disclosure_row_write(scene, account, disclosed, FLAG_YES, 0);
            else
                breach_disclose(scene, account, disclosed);
        }
        if (always && quarter >= LAST_QUARTER - 3)
            breach_disclose(scene, account, scene_moment(scene, first, last));
    }
}
