/* SPDX-License-Identifier: MIT */
#include "sample/approvals.h"

#include "base/arena.h"
#include "data/writer.h"
#include "sample/officers.h"
#include "sample/world.h"

void approval_put(const struct scene *scene, const char *account, const struct approval *approval)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "approval",
                 "account requested_on decided_on decision decided_by endorsed_by_smo");
    writer_text(writer, account);
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

static struct approval pending_since(int32_t requested)
{
    return (struct approval){
        .requested = requested, .decided = DAY_NONE, .by = "", .endorsed = FLAG_UNKNOWN};
}

enum fault {
    FAULT_LATE,
    FAULT_PENDING,
    FAULT_PAST_SMO,
    FAULT_SMO_UNKNOWN, /* by the head; whether through the officer nobody wrote down */
    FAULT_NOBODY,      /* approved, nobody wrote down by whom */
    FAULT_UNDATED,
    FAULT_STRANGER,
    FAULT_DENIED,
    FAULT_MISSING,
};

/* In turn, so that a small sample has them all. */
static const enum fault faults[] = {
    FAULT_LATE,    FAULT_PENDING,     FAULT_PAST_SMO, FAULT_SMO_UNKNOWN, FAULT_NOBODY,
    FAULT_LATE,    FAULT_UNDATED,     FAULT_STRANGER, FAULT_DENIED,      FAULT_MISSING,
    FAULT_LATE,    FAULT_PENDING,     FAULT_PAST_SMO, FAULT_MISSING,     FAULT_LATE,
    FAULT_PENDING, FAULT_SMO_UNKNOWN, FAULT_PAST_SMO, FAULT_MISSING,
};

static void fault_apply(struct scene *scene, const struct account *account, enum fault fault,
                        struct approval *approval)
{
    int32_t after = account->created_on + 2 + (int32_t)random_tail(&scene->random, 15, 200);

    if (fault == FAULT_LATE && world_known_day(scene->world, after) != DAY_NONE)
        approval->decided = after;
    if (fault == FAULT_PENDING)
        *approval = pending_since(approval->requested);
    if (fault == FAULT_PAST_SMO || fault == FAULT_SMO_UNKNOWN) {
        approval->by = scene->team.head;
        approval->endorsed = fault == FAULT_PAST_SMO ? FLAG_NO : FLAG_UNKNOWN;
    }
    if (fault == FAULT_NOBODY) {
        approval->by = "";
        approval->endorsed = FLAG_UNKNOWN;
    }
    if (fault == FAULT_UNDATED)
        approval->decided = DAY_NONE;
    if (fault == FAULT_STRANGER)
        approval->by = scene->team.outsider;
    if (fault == FAULT_DENIED)
        approval->decision = "denied";
}

static void faulty_write(struct scene *scene, const struct account *account)
{
    enum fault fault = faults[scene->world->faults++ % (int64_t)ARRAY_LENGTH(faults)];
    struct approval approval = valid_draw(scene, account->created_on);

    if (fault == FAULT_MISSING)
        return;
    fault_apply(scene, account, fault, &approval);
    approval_put(scene, account->code, &approval);
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

/* Some of the accounts older than the Order still wait, some for years; of some nobody asked. */
static void legacy_write(struct scene *scene, const struct account *account, int32_t regularised)
{
    const struct world *world = scene->world;
    struct approval approval;
    int32_t since = scene_since(scene, world->first_day - 200);

    if (regularised != DAY_NONE) {
        approval = valid_draw(scene, regularised);
        approval_put(scene, account->code, &approval);
    } else if (random_chance(&scene->random, 550)) {
        approval = pending_since(scene_day(
            scene, since > account->created_on ? since : account->created_on, world->last_day));
        approval_put(scene, account->code, &approval);
    }
}

void approval_write(struct scene *scene, const struct account *account, int32_t regularised)
{
    struct approval approval;

    if (account->legacy) {
        legacy_write(scene, account, regularised);
        return;
    }
    if (random_chance(&scene->random, 40)) {
        approval = valid_draw(scene, scene_since(scene, account->created_on - 40));
        approval.decision = "denied";
        approval_put(scene, account->code, &approval);
    }
    if (!scene_keeps(scene, world_quarter_of(scene->world, account->created_on))) {
        faulty_write(scene, account);
        return;
    }
    approval = valid_draw(
        scene, scene_since(scene, account->created_on - (int32_t)random_below(&scene->random, 15)));
    approval_put(scene, account->code, &approval);
}
