/* SPDX-License-Identifier: MIT */
#include "sample/responses.h"

#include <string.h>

#include "base/arena.h"
#include "data/writer.h"
#include "sample/put.h"
#include "sample/world.h"

void response_put(const struct world *world, const struct response *response)
{
    struct writer *writer = world->writer;

    writer_table(writer, "response", "finding kind received_on decision decided_on new_due_on");
    writer_text(writer, response->finding);
    writer_text(writer, response->kind);
    writer_date(writer, response->received);
    writer_text(writer, response->decision);
    put_day(writer, response->decided);
    put_day(writer, response->new_due);
    writer_row(writer);
}

/* In turn, so that a small sample has them all. */
static const struct answer {
    const char *kind;
    const char *decision;
} answers[] = {
    {"accept", NULL},         {"contest", NULL},        {"extension", "granted"},
    {"contest", "upheld"},    {"accept", NULL},         {"contest", "upheld"},
    {"extension", "refused"}, {"contest", "withdrawn"}, {"extension", "granted"},
    {"extension", NULL},
};

static void response_write(struct scene *scene, const struct known_finding *finding)
{
    struct world *world = scene->world;
    const struct answer *answer = &answers[world->responses++ % ARRAY_LENGTH(answers)];
    int32_t year = world_quarter_starts(world, LAST_QUARTER - 3);
    int32_t received = scene_day(scene, finding->since > year ? finding->since : year,
                                 answer->decision ? world->last_day - 30 : world->last_day);
    struct response response = {finding->reference, answer->kind, received, NULL,
                                DAY_NONE,           DAY_NONE};
    int32_t decided = received + (int32_t)random_between(&scene->random, 5, 25);

    if (answer->decision && world_known_day(world, decided) != DAY_NONE) {
        response.decision = answer->decision;
        response.decided = decided;
    }
    if (response.decision && strcmp(response.decision, "granted") == 0)
        response.new_due = decided + (int32_t)random_between(&scene->random, 30, 90);
    response_put(world, &response);
}

/* Those that fail have most to answer for; of the others some do, but no example for good order. */
static bool answers_at_all(struct scene *scene)
{
    const struct body *body = scene->body;
    bool some = random_chance(&scene->random, 250);

    if (body->active_to != DAY_NONE)
        return false;
    return body->path == PATH_FAILING || body->path == PATH_WORSENING || (some && !body->on_cast);
}

void responses_write(struct scene *scene)
{
    if (!answers_at_all(scene))
        return;
    for (size_t i = 0; i < scene->finding_count; i++)
        response_write(scene, &scene->findings[i]);
}
