/* SPDX-License-Identifier: MIT */
#include "sample/approvals.h"

#include "base/arena.h"
#include "data/writer.h"
#include "sample/officers.h"
#include "sample/put.h"
#include "sample/world.h"

struct approval {
    int32_t requested;
    int32_t decided; /* DAY_NONE: pending */
    const char *decision;
    const char *by;
    enum flag endorsed;
};

static void row_write(const struct scene *scene, const struct account *account,
                      const struct approval *approval)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "approval",
                 "account requested_on decided_on decision decided_by endorsed_by_smo");
    writer_text(writer, account->code);
    put_day(writer, approval->requested);
    put_day(writer, approval->decided);
    writer_text(writer, approval->decision);
    put_officer(writer, approval->by);
    put_flag(writer, approval->endorsed);
    writer_row(writer);
}

/* By the social media officer in office, or by the head through that officer. */
static struct approval valid_draw(struct scene *scene, int32_t decided)
{
    const struct team *team = &scene->team;
    bool in_office = team->smo[0] && team->smo_from <= decided;
    bool by_head = !in_office || random_chance(&scene->random, 300);
    int32_t taken = (int32_t)random_tail(&scene->random, 6, 90);

    return (struct approval){.requested = scene_since(scene, decided - taken) < decided
                                              ? scene_since(scene, decided - taken)
                                              : decided,
                             .decided = decided,
                             .decision = "approved",
                             .by = by_head ? team->head : team->smo,
                             .endorsed = FLAG_YES};
}

enum fault { FAULT_LATE, FAULT_PENDING, FAULT_PAST_SMO, FAULT_UNKNOWN, FAULT_MISSING };

static void faulty_write(struct scene *scene, const struct account *account)
{
    static const int weights[] = {30, 15, 20, 10, 25}; /* in the order of enum fault */
    enum fault fault = (enum fault)random_weighted(&scene->random, weights, ARRAY_LENGTH(weights));
    int32_t after = account->created_on + 2 + (int32_t)random_tail(&scene->random, 15, 200);
    struct approval approval = valid_draw(scene, account->created_on);

    if (fault == FAULT_MISSING)
        return;
    if (fault == FAULT_LATE && world_known_day(scene->world, after) != DAY_NONE)
        approval.decided = after;
    if (fault == FAULT_PENDING) {
        approval.decided = DAY_NONE;
        approval.decision = NULL;
        approval.by = "";
        approval.endorsed = FLAG_UNKNOWN;
    }
    if (fault == FAULT_PAST_SMO) {
        approval.by = scene->team.head;
        approval.endorsed = FLAG_NO;
    }
    if (fault == FAULT_UNKNOWN) {
        approval.by = "";
        approval.endorsed = FLAG_UNKNOWN;
    }
    row_write(scene, account, &approval);
}

/* The quarter in which the account was created; the first for what is older. */
static int quarter_of(const struct world *world, int32_t day)
{
    int quarter = 0;

    while (quarter < LAST_QUARTER && world_quarter_ends(world, quarter) < day)
        quarter++;
    return quarter;
}

int32_t approval_regularised(struct scene *scene, const struct account *account)
{
    struct span span;
    int32_t since = scene_since(scene, order_day() + 90);
    int32_t day;

    if (since < account->created_on)
        since = account->created_on;
    if (!scene_duty(scene, since, &span) || span.to != DAY_NONE)
        return DAY_NONE;
    day = span.from + (int32_t)random_between(&scene->random, 0, 80);
    if (account->closed_on != DAY_NONE && day >= account->closed_on)
        return DAY_NONE;
    return world_known_day(scene->world, day);
}

void approval_write(struct scene *scene, const struct account *account, int32_t regularised)
{
    struct approval approval;

    if (account->legacy) {
        if (regularised == DAY_NONE)
            return;
        approval = valid_draw(scene, regularised);
        row_write(scene, account, &approval);
        return;
    }
    if (random_chance(&scene->random, 40)) {
        approval = valid_draw(scene, scene_since(scene, account->created_on - 40));
        approval.decision = "denied";
        row_write(scene, account, &approval);
    }
    if (!scene_keeps(scene, quarter_of(scene->world, account->created_on))) {
        faulty_write(scene, account);
        return;
    }
    approval = valid_draw(
        scene, scene_since(scene, account->created_on - (int32_t)random_below(&scene->random, 15)));
    row_write(scene, account, &approval);
}
