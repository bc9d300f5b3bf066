/* SPDX-License-Identifier: MIT */
#include "sample/sample.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "data/writer.h"
#include "sample/agencies.h"
#include "sample/bodies.h"
#include "sample/feedback.h"
#include "sample/incidents.h"
#include "sample/moderation.h"
#include "sample/officers.h"
#include "sample/personnel.h"
#include "sample/policies.h"
#include "sample/posts.h"
#include "sample/reference.h"
#include "sample/registry.h"
#include "sample/responses.h"
#include "sample/story.h"
#include "sample/upkeep.h"
#include "sample/violations.h"
#include "sample/world.h"

#define AGENCIES_MOST 50000

/* Below this number there are no messages to a body in no register. */
#define STRAYS_FROM 12

static void body_write(struct world *world, size_t number)
{
    struct scene scene = {.world = world, .body = &world->bodies[number], .arena = arena_new()};

    random_init(&scene.random, world->seed, number);
    agency_write(&scene);
    team_write(&scene);
    registry_write(&scene);
    agency_quarters_write(&scene);
    agency_dealings_write(&scene);
    duty_reviews_write(&scene);
    policies_write(&scene);
    story_write(&scene);
    story_heir_write(&scene);
    upkeep_write(&scene);
    reviews_write(&scene);
    discoveries_write(&scene);
    posts_write(&scene);
    disclosures_write(&scene);
    moderation_write(&scene);
    feedback_write(&scene);
    incidents_write(&scene);
    personnel_write(&scene);
    responses_write(&scene);
    arena_free(scene.arena);
}

static void world_write(struct world *world)
{
    reference_write(world);
    for (size_t i = 0; i < world->body_count; i++)
        body_write(world, i);
    if (world->body_count >= STRAYS_FROM)
        feedback_strays_write(world);
}

/* The sample reaches back some ten years, to accounts older than the Order. */
static bool options_check(const struct sample_options *options, struct error *err)
{
    if (options->agencies < 1 || options->agencies > AGENCIES_MOST)
        return error_set(err, ERROR_USAGE, "a sample has 1 to 50,000 agencies, not %lld",
                         (long long)options->agencies);
    if (options->period < period_of_day(order_day()) ||
        options->period > period_of_day(day_from_civil(2999, 1, 1)))
        return error_set(err, ERROR_USAGE, "a sample ends with a quarter from 2018-Q1 to 2999-Q1");
    return true;
}

bool sample_write(const char *path, const struct sample_options *options, struct error *err)
{
    struct world world = {.seed = options->seed, .last_period = options->period};

    if (!options_check(options, err) ||
        !writer_new(path, options->contract_path, &world.writer, err))
        return false;
    world.arena = arena_new();
    world.first_day = world_quarter_starts(&world, 0);
    world.last_day = world_quarter_ends(&world, LAST_QUARTER);
    bodies_plan(&world, (size_t)options->agencies);
    world_write(&world);
    arena_free(world.arena);
    return writer_finish(world.writer, err);
}
