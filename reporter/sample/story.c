/* SPDX-License-Identifier: MIT */
#include "sample/story.h"

#include <string.h>

#include "base/arena.h"
#include "data/writer.h"
#include "sample/approvals.h"
#include "sample/bodies.h"
#include "sample/codes.h"
#include "sample/officers.h"
#include "sample/policies.h"
#include "sample/responses.h"
#include "sample/world.h"

/* The last four quarters. */
enum { QUARTER_FAILS = LAST_QUARTER - 3, QUARTER_TOLD, QUARTER_MENDS };

#define YEAR 365

/* The body's accounts, in their order. */
enum { OF_ADDRESS, OF_LINK, OF_POLICY, OF_NETWORK };

static const char unregistered_domain[] = "sbkmail.example";

bool story_is_told(const struct scene *scene)
{
    return scene->body->on_cast && strcmp(scene->body->code, "SBK") == 0;
}

static bool is_account(const struct scene *scene, const struct account *account, size_t number)
{
    return story_is_told(scene) && account == &scene->accounts[number];
}

const char *story_domain(const struct scene *scene, const struct account *account)
{
    return is_account(scene, account, OF_ADDRESS) ? unregistered_domain : NULL;
}

int32_t story_duration_to(const struct scene *scene, const struct account *account)
{
    if (!is_account(scene, account, OF_NETWORK))
        return DAY_NONE;
    return world_quarter_starts(scene->world, QUARTER_FAILS) + 20;
}

bool story_is_closed_to_feedback(const struct scene *scene, const struct account *account)
{
    return is_account(scene, account, OF_POLICY);
}

bool story_network_fails(const struct scene *scene, const struct account *account, int quarter)
{
    return is_account(scene, account, OF_NETWORK) && quarter >= QUARTER_FAILS;
}

bool story_posts_link(const struct scene *scene, const struct account *account, int quarter)
{
    return is_account(scene, account, OF_LINK) && quarter == QUARTER_FAILS;
}

int32_t story_created_on(const struct scene *scene, size_t number)
{
    return scene->world->first_day + 3 * ((int32_t)number + 1);
}

/* Adopted anew each year: a review is overwritten by the next one, so that a quarter long past
 * would seem to have had none. */
static void moderation_write(struct scene *scene, const char *account, struct span span)
{
    int32_t last = span.to == DAY_NONE ? scene->world->last_day : span.to;

    for (int32_t from = span.from; from <= last; from += YEAR) {
        struct policy policy = policy_complete(scene, account, "moderation", from);

        policy.to = from + YEAR <= last ? from + YEAR - 1 : span.to;
        policy_put(scene, &policy);
    }
}

static void moderations_write(struct scene *scene)
{
    const struct world *world = scene->world;
    int32_t ends = world_quarter_starts(world, QUARTER_FAILS) + 9;
    int32_t again = world_quarter_starts(world, QUARTER_MENDS) + 36;

    for (size_t i = 0; i < scene->account_count; i++) {
        const struct account *account = &scene->accounts[i];
        struct span span = {account->created_on, scene->body->active_to};

        if (i == OF_POLICY)
            moderation_write(scene, account->code, (struct span){span.from, ends});
        if (i == OF_POLICY)
            span.from = again;
        moderation_write(scene, account->code, span);
    }
}

void story_write(struct scene *scene)
{
    const struct world *world = scene->world;
    struct response response = {
        .finding = arena_printf(scene->arena, "EML-1/%s/%s", scene->body->code,
                                scene->accounts[OF_ADDRESS].code),
        .kind = "contest",
        .received = world_quarter_starts(world, QUARTER_TOLD) + 50,
        .decision = "withdrawn",
        .decided = world_quarter_starts(world, QUARTER_MENDS) + 23,
        .new_due = DAY_NONE,
    };

    if (scene->body->path == PATH_STORY && !story_is_told(scene))
        moderation_write(scene, NULL, (struct span){world->first_day - 300, DAY_NONE});
    if (!story_is_told(scene))
        return;
    moderations_write(scene);
    response_put(scene->world, &response);
}

static void domain_write(const struct scene *scene, const char *domain, int32_t from)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "agency_domain", "agency domain valid_from");
    writer_text(writer, scene->body->code);
    writer_text(writer, domain);
    writer_date(writer, from);
    writer_row(writer);
}

void story_heir_write(struct scene *scene)
{
    for (size_t i = 0; i < scene->world->body_count; i++) {
        const struct body *before = &scene->world->bodies[i];
        int32_t from = before->active_to + 1;

        if (!before->accounts_follow || strcmp(before->successor, scene->body->code) != 0)
            continue;
        domain_write(scene, code_domain(scene->arena, before->code), from);
        domain_write(scene, unregistered_domain, from);
        for (size_t k = 0; k < before->account_count; k++) {
            struct approval approval = {from, from, "approved", scene->team.smo, FLAG_YES};

            approval_put(scene, code_account(scene->arena, before->code, k), &approval);
        }
    }
}
