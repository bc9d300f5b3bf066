/* SPDX-License-Identifier: MIT */
#include "sample/registry.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "data/writer.h"
#include "sample/approvals.h"
#include "sample/codes.h"
#include "sample/officers.h"
#include "sample/put.h"
#include "sample/world.h"

static const char *const platforms[] = {"facebook", "x", "youtube", "instagram", "tiktok", "viber"};

static int32_t created_draw(struct scene *scene, size_t number)
{
    const struct world *world = scene->world;
    int32_t order = order_day();
    int32_t since = scene_since(scene, order - 2200);
    int64_t age = random_below(&scene->random, 100);
    int32_t day;

    if (number == 0 && world->first_day > since)
        age = age * 6 / 10; /* the first account is there from the first quarter on */
    if (age < 25)
        day = scene_day(scene, since, order - 1);
    else if (age < 65)
        day = scene_day(scene, scene_since(scene, order + 60), world->first_day - 1);
    else
        day = scene_day(scene, scene_since(scene, world->first_day), world->last_day - 3);
    if (scene->body->active_to != DAY_NONE && day > scene->body->active_to - 30)
        day = world->first_day - 40;
    return day > world->last_day - 3 ? world->last_day - 3 : day;
}

static const char *account_code(struct scene *scene, const char *platform, size_t number)
{
    const char *lower = code_lower(scene->arena, scene->body->code);
    size_t copy = number / ARRAY_LENGTH(platforms) + 1;

    return copy == 1 ? arena_printf(scene->arena, "%s-%s", lower, platform)
                     : arena_printf(scene->arena, "%s-%s-%zu", lower, platform, copy);
}

static void account_plan(struct scene *scene, struct account *account, size_t number)
{
    const struct world *world = scene->world;
    struct random *random = &scene->random;

    account->platform = platforms[number % ARRAY_LENGTH(platforms)];
    account->code = account_code(scene, account->platform, number);
    account->created_on = created_draw(scene, number);
    account->legacy = account->created_on < order_day();
    account->closed_on = DAY_NONE;
    account->followers = random_tail(random, number == 0 ? 9000 : 1500, 4000000);
    if (number > 0 && !scene->body->on_cast && random_chance(random, 50))
        account->closed_on = scene_day(scene, world_quarter_starts(world, 3), world->last_day);
    if (account->closed_on != DAY_NONE && account->closed_on <= account->created_on)
        account->closed_on = DAY_NONE;
    if (scene->body->active_to != DAY_NONE)
        account->closed_on = scene->body->active_to + 1;
    account->dormant = number > 0 && random_chance(random, 70);
}

/* Everyone minds two or three accounts; some accounts nobody, for a time or ever. */
static void administrators_write(struct scene *scene)
{
    char officer[OFFICER_SIZE] = "";
    struct span span;

    for (size_t i = 0; i < scene->account_count; i++) {
        struct account *account = &scene->accounts[i];

        if (!account_duty(scene, account, &span))
            continue;
        if (!officer[0] || random_chance(&scene->random, 400)) {
            officer_write(scene, officer);
            qualification_write(scene, officer, false);
        }
        administrator_write(scene, officer, account->code, span);
        memcpy(account->administrator, officer, OFFICER_SIZE);
    }
}

static const char *domain_draw(struct scene *scene, bool official)
{
    static const char *const foreign[] = {"gmail.example", "gmail.example", "yahoo.example", NULL};

    return official ? code_domain(scene->arena, scene->body->code)
                    : RANDOM_PICK(&scene->random, foreign);
}

static void domains_write(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    bool is_dex = strcmp(scene->body->code, "DEX") == 0;
    bool official = scene_keeps(scene, LAST_QUARTER) || is_dex;
    bool example = is_dex && account == scene->accounts;

    /* The account whose way through the program the documentation follows. */
    if (example)
        writer_text(writer, "gmail.example");
    else
        writer_text(writer, domain_draw(scene, official));
    writer_text(writer,
                domain_draw(scene, !account->legacy && (official || scene_keeps(scene, 0))));
}

static void purpose_write(struct scene *scene)
{
    static const char *const represents[] = {"agency", "unit", "program"};
    static const char *const purposes[] = {"Announcements and advisories", "Questions of citizens",
                                           "Program campaign", "Emergency notices"};
    static const char *const audiences[] = {"General public", "Students", "Fishers and sailors",
                                            "Local governments", "Small firms"};
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;

    writer_text(writer, scene_keeps(scene, LAST_QUARTER) ? RANDOM_PICK(random, represents) : NULL);
    writer_text(writer, scene_keeps(scene, LAST_QUARTER) ? RANDOM_PICK(random, purposes) : NULL);
    writer_text(writer, scene_keeps(scene, LAST_QUARTER) ? RANDOM_PICK(random, audiences) : NULL);
}

static void duration_write(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    bool defined = scene_keeps(scene, LAST_QUARTER);
    bool indefinite = random_chance(&scene->random, 650);
    bool running = scene_keeps(scene, LAST_QUARTER);
    int32_t ends = running ? scene->world->last_day + 30 : account->created_on + 400;
    int32_t extra = (int32_t)random_between(&scene->random, 0, 1200);

    put_day(writer, defined ? account->created_on : DAY_NONE);
    put_day(writer, defined && !indefinite ? ends + extra : DAY_NONE);
    put_flag(writer, !defined ? FLAG_UNKNOWN : indefinite ? FLAG_YES : FLAG_NO);
}

static void account_write(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;
    const char *lower = code_lower(scene->arena, scene->body->code);
    int32_t regularised = account->legacy ? approval_regularised(scene, account) : DAY_NONE;

    writer_table(writer, "account",
                 "account agency platform platform_id handle url represents purpose target_audience"
                 " created_on created_by email_domain created_email_domain legacy regularised_on"
                 " duration_from duration_to duration_indefinite feedback_open closed_on");
    writer_text(writer, account->code);
    writer_text(writer, scene->body->code);
    writer_text(writer, account->platform);
    writer_text(writer, arena_printf(scene->arena, "%lld",
                                     (long long)random_between(random, 100000000, 999999999)));
    writer_text(writer, arena_printf(scene->arena, "@%s.official", lower));
    writer_text(writer, arena_printf(scene->arena, "https://%s.example/%s", account->platform,
                                     account->code));
    purpose_write(scene);
    writer_date(writer, account->created_on);
    put_officer(writer, scene_keeps(scene, LAST_QUARTER) ? account->administrator : "");
    domains_write(scene, account);
    put_flag(writer, account->legacy ? FLAG_YES : FLAG_NO);
    put_day(writer, regularised);
    duration_write(scene, account);
    put_flag(writer, scene_keeps(scene, LAST_QUARTER) ? FLAG_YES
                     : random_chance(random, 600)     ? FLAG_NO
                                                      : FLAG_UNKNOWN);
    put_day(writer, account->closed_on);
    writer_row(writer);
    approval_write(scene, account, regularised);
}

static void partner_write(struct scene *scene, const struct account *account, const char *agency,
                          const char *role)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "account_agency", "account agency role valid_from");
    writer_text(writer, account->code);
    writer_text(writer, agency);
    writer_text(writer, role);
    writer_date(writer, account->created_on);
    writer_row(writer);
}

/* An attached agency shares its last account with the one above it. */
static void partners_write(struct scene *scene)
{
    const struct account *account = &scene->accounts[scene->account_count - 1];
    bool always = scene->body->on_cast;

    if (!scene->body->parent || (!always && !random_chance(&scene->random, 250)))
        return;
    partner_write(scene, account, scene->body->code, "lead");
    partner_write(scene, account, scene->body->parent, "partner");
}

void registry_write(struct scene *scene)
{
    scene->account_count = scene->body->account_count;
    scene->accounts = arena_array(scene->arena, scene->account_count, sizeof *scene->accounts);
    for (size_t i = 0; i < scene->account_count; i++)
        account_plan(scene, &scene->accounts[i], i);
    administrators_write(scene);
    for (size_t i = 0; i < scene->account_count; i++)
        account_write(scene, &scene->accounts[i]);
    partners_write(scene);
}

static void discovery_write(struct scene *scene, int32_t found)
{
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int32_t resolved =
        world_known_day(world, found + (int32_t)random_tail(&scene->random, 15, 500));
    bool done = resolved != DAY_NONE && scene_keeps(scene, LAST_QUARTER);
    bool regularised = random_chance(&scene->random, 400);

    writer_table(writer, "discovery", "discovery agency platform found_on outcome resolved_on");
    put_key(writer, "D", ++world->discoveries);
    writer_text(writer, scene->body->code);
    writer_text(writer, RANDOM_PICK(&scene->random, platforms));
    writer_date(writer, found);
    writer_text(writer, !done ? NULL : regularised ? "regularised" : "taken_down");
    put_day(writer, done ? resolved : DAY_NONE);
    writer_row(writer);
}

void discoveries_write(struct scene *scene)
{
    bool always = scene->body->on_cast && scene->body->path == PATH_FAILING;
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        if (!scene_days(scene, quarter, &first, &last))
            continue;
        if ((always && quarter == LAST_QUARTER) ||
            random_chance(&scene->random, 20 + (1000 - scene_quality(scene, quarter)) / 8))
            discovery_write(scene, scene_day(scene, first, last));
    }
}
