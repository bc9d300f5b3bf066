/* SPDX-License-Identifier: MIT */
#include "sample/personnel.h"

#include <string.h>

#include "base/arena.h"
#include "data/writer.h"
#include "sample/put.h"
#include "sample/world.h"

struct stages {
    int32_t complained;
    int32_t investigated;
    int32_t charged;
    int32_t decided;
    int32_t appealed;
    int32_t referred;
};

static int32_t stage_after(struct scene *scene, int32_t before, int32_t typical)
{
    if (before == DAY_NONE || random_chance(&scene->random, 120))
        return DAY_NONE;
    return world_known_day(scene->world,
                           before + 3 + (int32_t)random_tail(&scene->random, typical, 400));
}

/* Staff under contract or job order are not charged. */
static struct stages stages_draw(struct scene *scene, int32_t complained, bool career)
{
    struct stages stages = {.complained = complained};
    bool appeals;
    bool referred;
    bool slip;

    stages.investigated = stage_after(scene, complained, 20);
    stages.charged = career ? stage_after(scene, stages.investigated, 25) : DAY_NONE;
    stages.decided = stage_after(scene, career ? stages.charged : stages.investigated, 50);
    appeals = random_chance(&scene->random, 200);
    stages.appealed = appeals ? stage_after(scene, stages.decided, 8) : DAY_NONE;
    referred = random_chance(&scene->random, 120);
    stages.referred = referred ? stage_after(scene, stages.investigated, 30) : DAY_NONE;
    slip = random_chance(&scene->random, 100);
    if (slip && stages.charged != DAY_NONE) /* a step that nobody dated */
        stages.investigated = DAY_NONE;
    return stages;
}

static void stages_fields(struct writer *writer, const struct stages *stages)
{
    writer_date(writer, stages->complained);
    put_day(writer, stages->investigated);
    put_day(writer, stages->charged);
    put_day(writer, stages->decided);
    put_day(writer, stages->appealed);
    put_day(writer, stages->referred);
}

static void outcome_fields(struct scene *scene, const struct stages *stages, bool career)
{
    static const char *const outcomes[] = {"sanctioned", "sanctioned", "dismissed"};
    static const char *const penalties[] = {"reprimand", "suspension", "dismissal", "fine"};
    static const char *const contract_outcomes[] = {"warned", "terminated", "cancelled"};
    struct writer *writer = scene->world->writer;
    const char *outcome = career ? RANDOM_PICK(&scene->random, outcomes)
                                 : RANDOM_PICK(&scene->random, contract_outcomes);
    const char *penalty = RANDOM_PICK(&scene->random, penalties);
    bool decided = stages->decided != DAY_NONE;

    writer_text(writer, decided ? outcome : NULL);
    writer_text(writer, decided && strcmp(outcome, "sanctioned") == 0 ? penalty : NULL);
}

static void offence_fields(struct scene *scene)
{
    static const char *const offences[] = {"light", "light", "less_grave", "grave"};
    static const char *const conducts[] = {"speaking_without_approval", "confidential_information",
                                           "excessive_use", "other"};
    static const int conduct_weights[] = {38, 18, 26, 18};
    static const char *const statutes[] = {"RACCS", "RACCS", "RA 6713", "RA 10173"};
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;

    writer_text(writer, RANDOM_PICK(random, offences));
    writer_text(writer,
                conducts[random_weighted(random, conduct_weights, ARRAY_LENGTH(conduct_weights))]);
    writer_text(writer, RANDOM_PICK(random, statutes));
}

int64_t case_write(struct scene *scene, int32_t complained)
{
    static const char *const engagements[] = {"career", "career", "coterminous", "cos", "jo"};
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    size_t engagement = (size_t)random_below(&scene->random, ARRAY_LENGTH(engagements));
    bool career = engagement < 3;
    struct stages stages = stages_draw(scene, complained, career);

    writer_table(writer, "personnel_case",
                 "personnel_case agency engagement under_raccs offence conduct statute"
                 " complained_on investigated_on charged_on decided_on appealed_on referred_on"
                 " outcome penalty");
    put_key(writer, "PC", ++world->cases);
    writer_text(writer, scene->body->code);
    writer_text(writer, engagements[engagement]);
    put_flag(writer, career ? FLAG_YES : FLAG_NO);
    offence_fields(scene);
    stages_fields(writer, &stages);
    outcome_fields(scene, &stages, career);
    writer_row(writer);
    return world->cases;
}

void personnel_write(struct scene *scene)
{
    bool always = scene->body->on_cast && scene->body->path == PATH_FAILING;
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        int64_t chance =
            25 + (1000 - scene_quality(scene, quarter)) / 8 + (int64_t)scene->body->size * 30;

        if (scene_days(scene, quarter, &first, &last) &&
            (random_chance(&scene->random, chance) || (always && quarter == LAST_QUARTER)))
            case_write(scene, scene_day(scene, first, last));
    }
}
