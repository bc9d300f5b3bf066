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
#include "sample/story.h"
#include "sample/world.h"

static int32_t created_draw(struct scene *scene, size_t number)
{
    const struct world *world = scene->world;
    int32_t order = order_day();
    int32_t since = scene_since(scene, order - 2200);
    int64_t age = random_below(&scene->random, 100);
    int32_t day;

    if (story_is_told(scene))
        return story_created_on(scene, number);
    if (scene->body->starts_late)
        return scene_day(scene, scene_since(scene, world_quarter_starts(world, 5)),
                         world->last_day - 3);
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

static void account_plan(struct scene *scene, struct account *account, size_t number)
{
    const struct world *world = scene->world;
    struct random *random = &scene->random;

    account->platform = code_platform(number);
    account->code = code_account(scene->arena, scene->body->code, number);
    account->created_on = created_draw(scene, number);
    account->legacy = account->created_on < order_day();
    account->closed_on = DAY_NONE;
    account->followers = random_tail(random, number == 0 ? 9000 : 1500, 4000000);
    if (number > 0 && !scene->body->on_cast && random_chance(random, 50))
        account->closed_on = scene_day(scene, world_quarter_starts(world, 3), world->last_day);
    if (account->closed_on != DAY_NONE && account->closed_on <= account->created_on)
        account->closed_on = DAY_NONE;
    if (scene->body->active_to != DAY_NONE && !scene->body->accounts_follow)
        account->closed_on = scene->body->active_to + 1;
    account->dormant = number > 0 && random_chance(random, 70) && !scene->body->accounts_follow;
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
        if (scene->body->accounts_follow)
            administrator_follows(scene, officer, account->code);
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
    const char *domain = story_domain(scene, account);

    /* The account whose way through the program the documentation follows. */
    if (example)
        domain = "gmail.example";
    if (!domain)
        domain = domain_draw(scene, official);
    writer_text(writer, domain);
    if (domain && !official && account->closed_on == DAY_NONE)
        scene_note(scene, "EML-1", account->code, account->created_on);
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
    int32_t told = story_duration_to(scene, account);

    if (told != DAY_NONE) {
        indefinite = false;
        ends = told - extra;
    }
    ends += extra;
    if (defined && !indefinite && account->closed_on == DAY_NONE && ends < scene->world->last_day)
        scene_note(scene, "DUR-1", account->code, ends + 1);
    put_day(writer, defined ? account->created_on : DAY_NONE);
    put_day(writer, defined && !indefinite ? ends : DAY_NONE);
    put_flag(writer, !defined ? FLAG_UNKNOWN : indefinite ? FLAG_YES : FLAG_NO);
}

/* Some platforms and handles nobody wrote down. */
static void handle_write(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    int64_t ordinal = ++scene->world->accounts;
    bool platform = scene->body->on_cast || ordinal % 43 != 0;
    bool handle = scene->body->on_cast || ordinal % 37 != 0;
    const char *lower = code_lower(scene->arena, scene->body->code);
    /* No two are the same: 7919 does not divide the range. */
    int64_t number = 100000000 + ordinal * 7919 % 900000000;

    writer_text(writer, platform ? account->platform : NULL);
    writer_text(writer, arena_printf(scene->arena, "%lld", (long long)number));
    writer_text(writer, handle ? arena_printf(scene->arena, "@%s.official", lower) : NULL);
    writer_text(writer, arena_printf(scene->arena, "https://%s.example/%s", account->platform,
                                     account->code));
}

static void openness_write(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    bool closed = !scene_keeps(scene, LAST_QUARTER);
    bool recorded = random_chance(&scene->random, 600);

    if (story_is_closed_to_feedback(scene, account))
        closed = recorded = true;
    if (closed && recorded && account->closed_on == DAY_NONE)
        scene_note(scene, "FDB-1", account->code, account->created_on);
    put_flag(writer, !closed ? FLAG_YES : recorded ? FLAG_NO : FLAG_UNKNOWN);
}

static void account_write(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    int32_t regularised = account->legacy ? approval_regularised(scene, account) : DAY_NONE;

    writer_table(writer, "account",
                 "account agency platform platform_id handle url represents purpose target_audience"
                 " created_on created_by email_domain created_email_domain legacy regularised_on"
                 " duration_from duration_to duration_indefinite feedback_open closed_on");
    writer_text(writer, account->code);
    writer_text(writer, scene_owner(scene, scene->world->last_day));
    handle_write(scene, account);
    purpose_write(scene);
    writer_date(writer, account->created_on);
    put_officer(writer, scene_keeps(scene, LAST_QUARTER) ? account->administrator : "");
    domains_write(scene, account);
    put_flag(writer, account->legacy ? FLAG_YES : FLAG_NO);
    put_day(writer, regularised);
    duration_write(scene, account);
    openness_write(scene, account);
    put_day(writer, account->closed_on);
    writer_row(writer);
    approval_write(scene, account, regularised);
}

static void partner_write(struct scene *scene, const struct account *account, const char *agency,
                          const char *role, struct span span)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "account_agency", "account agency role valid_from valid_to");
    writer_text(writer, account->code);
    writer_text(writer, agency);
    writer_text(writer, role);
    writer_date(writer, span.from);
    put_day(writer, span.to);
    writer_row(writer);
}

/* Whose the accounts were before they went to the body's successor. */
static void leads_write(struct scene *scene)
{
    const struct body *body = scene->body;

    for (size_t i = 0; i < scene->account_count && body->accounts_follow; i++) {
        const struct account *account = &scene->accounts[i];

        partner_write(scene, account, body->code, "lead",
                      (struct span){account->created_on, body->active_to});
        partner_write(scene, account, body->successor, "lead",
                      (struct span){body->active_to + 1, DAY_NONE});
    }
}

/* An attached agency shares its last account with the one above it. */
static void partners_write(struct scene *scene)
{
    const struct account *account = &scene->accounts[scene->account_count - 1];
    bool always = scene->body->on_cast;
    struct span span = {account->created_on, DAY_NONE};

    if (!scene->body->parent || (!always && !random_chance(&scene->random, 250)))
        return;
    partner_write(scene, account, scene->body->code, "lead", span);
    partner_write(scene, account, scene->body->parent, "partner", span);
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
    leads_write(scene);
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
    writer_text(writer, code_platform((size_t)random_below(&scene->random, 6)));
    writer_date(writer, found);
    writer_text(writer, !done ? NULL : regularised ? "regularised" : "taken_down");
    put_day(writer, done ? resolved : DAY_NONE);
    writer_row(writer);
    if (!done)
        scene_note(scene, "ACC-2", scene->body->code, found);
}

void discoveries_write(struct scene *scene)
{
    bool always = scene->body->on_cast && scene->body->path == PATH_FAILING;
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        if (!scene_days(scene, quarter, &first, &last) || scene->body->path == PATH_STORY)
            continue;
        if ((always && quarter == LAST_QUARTER) ||
            random_chance(&scene->random, 20 + (1000 - scene_quality(scene, quarter)) / 8))
            discovery_write(scene, scene_day(scene, first, last));
    }
}
