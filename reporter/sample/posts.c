/* SPDX-License-Identifier: MIT */
#include "sample/posts.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "data/writer.h"
#include "sample/codes.h"
#include "sample/incidents.h"
#include "sample/put.h"
#include "sample/world.h"

/* In the order in which the functions below write them. */
static const char post_columns[] =
    "post account published_at author approved_by approved_at category purpose campaign archived_at"
    " reach impressions reactions comments shares clicks views";

/* Mostly somebody with a role; sometimes an officer without one, sometimes nobody knows who. */
static const char *author_draw(struct scene *scene, const struct account *account, int quarter)
{
    const struct team *team = &scene->team;

    if (!scene_keeps(scene, quarter) && random_chance(&scene->random, 450))
        return random_chance(&scene->random, 500) ? "" : team->outsider;
    if (account->administrator[0] && random_chance(&scene->random, 800))
        return account->administrator;
    return team->member[0] && random_chance(&scene->random, 800) ? team->member : team->head;
}

static void approval_fields(struct scene *scene, int quarter, int64_t published)
{
    struct writer *writer = scene->world->writer;
    const struct team *team = &scene->team;
    int64_t before = published - random_between(&scene->random, 600, DAYS(3));
    int64_t after = published + random_between(&scene->random, 600, DAYS(2));
    bool late = random_chance(&scene->random, 400);

    if (scene_keeps(scene, quarter)) {
        put_officer(writer, team->smo[0] ? team->smo : team->head);
        writer_instant(writer, before);
    } else {
        put_officer(writer, late ? team->head : "");
        put_instant(writer, late ? world_known(scene->world, after) : INSTANT_NONE);
    }
}

static void tags_fields(struct scene *scene, int quarter)
{
    static const char *const categories[] = {"statement", "advisory", "original", "other", NULL};
    static const int category_weights[] = {28, 27, 36, 4, 5};
    static const char *const purposes[] = {"awareness", "service", "participation", "advocacy",
                                           NULL};
    static const int purpose_weights[] = {45, 20, 10, 15, 10};
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;
    bool in_campaign = code_has_campaign(scene->body, quarter) && random_chance(random, 150);

    writer_text(
        writer,
        categories[random_weighted(random, category_weights, ARRAY_LENGTH(category_weights))]);
    writer_text(writer,
                purposes[random_weighted(random, purpose_weights, ARRAY_LENGTH(purpose_weights))]);
    writer_text(writer,
                in_campaign ? code_campaign(scene->arena, scene->body->code, quarter) : NULL);
}

static bool is_platform(const struct account *account, const char *platform)
{
    return strcmp(account->platform, platform) == 0;
}

/* Some platforms do not tell how many people they reached, and some posts are too young for it. */
static void figures_fields(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;
    int64_t reach = random_tail(random, account->followers / 12 + 20, account->followers * 9 + 500);
    bool told = !is_platform(account, "viber") && random_chance(random, 970);
    bool video = is_platform(account, "youtube") || is_platform(account, "tiktok");
    int64_t reactions = reach * random_between(random, 4, 45) / 1000;

    put_count(writer, told ? reach : COUNT_NONE);
    put_count(writer, told ? reach * random_between(random, 105, 170) / 100 : COUNT_NONE);
    writer_integer(writer, reactions);
    writer_integer(writer, reactions * random_between(random, 20, 160) / 1000);
    writer_integer(writer, reactions * random_between(random, 10, 240) / 1000);
    put_count(writer, told ? reach * random_between(random, 1, 30) / 1000 : COUNT_NONE);
    put_count(writer, video ? reach * random_between(random, 60, 140) / 100 : COUNT_NONE);
}

static void violation_write(struct scene *scene, const struct account *account, int64_t published,
                            bool still_up)
{
    static const char *const categories[] = {"blackmail", "pornographic", "malicious",
                                             "link",      "opinion",      "other"};
    static const int weights[] = {14, 3, 13, 25, 35, 10};
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int64_t found = published + random_tail(&scene->random, HOURS(5), DAYS(40));
    int64_t removed = found + random_tail(&scene->random, HOURS(3), DAYS(70));

    if (world_known(world, found) == INSTANT_NONE)
        return;
    writer_table(writer, "post_violation",
                 "post account category published_at found_at removed_at");
    put_key(writer, "P", world->posts);
    writer_text(writer, account->code);
    writer_text(writer,
                categories[random_weighted(&scene->random, weights, ARRAY_LENGTH(weights))]);
    writer_instant(writer, published);
    writer_instant(writer, found);
    put_instant(writer, still_up ? INSTANT_NONE : world_known(world, removed));
    writer_row(writer);
}

static void post_write(struct scene *scene, const struct account *account, int quarter,
                       int64_t published)
{
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int64_t archived = published + random_between(&scene->random, HOURS(1), DAYS(20));

    writer_table(writer, "post", post_columns);
    put_key(writer, "P", ++world->posts);
    writer_text(writer, account->code);
    writer_instant(writer, published);
    put_officer(writer, author_draw(scene, account, quarter));
    approval_fields(scene, quarter, published);
    tags_fields(scene, quarter);
    put_instant(writer, scene_keeps(scene, quarter) ? world_known(world, archived) : INSTANT_NONE);
    figures_fields(scene, account);
    writer_row(writer);
}

/* One post in a few thousand of a good body, one in some hundreds of a failing one. */
static bool is_violation(struct scene *scene, int quarter)
{
    return random_chance(&scene->random, 12) &&
           random_chance(&scene->random, 40 + (1000 - scene_quality(scene, quarter)) / 2);
}

static int64_t posts_of(struct scene *scene, const struct account *account, int quarter)
{
    static const int64_t typical[] = {3, 3, 3, 4, 5};
    int64_t count = random_tail(&scene->random, typical[scene->body->size], 40);

    if (account->dormant)
        return 0;
    return scene_is_silent(scene, quarter) ? count / 4 : count;
}

static void quarter_write(struct scene *scene, const struct account *account, int quarter)
{
    bool always = account == scene->accounts && scene->body->on_cast &&
                  scene->body->path == PATH_FAILING && quarter == LAST_QUARTER;
    int32_t first;
    int32_t last;
    int64_t count;

    if (!account_days(scene, account, quarter, &first, &last))
        return;
    count = posts_of(scene, account, quarter);
    if (always) {
        int64_t published = scene_moment(scene, first, last - 45);

        post_write(scene, account, quarter, published);
        violation_write(scene, account, published, true);
    }
    for (int64_t i = 0; i < count; i++) {
        int64_t published = scene_moment(scene, first, last);

        post_write(scene, account, quarter, published);
        if (is_violation(scene, quarter))
            violation_write(scene, account, published, random_chance(&scene->random, 150));
    }
}

void posts_write(struct scene *scene)
{
    for (size_t i = 0; i < scene->account_count; i++)
        for (int quarter = 0; quarter < QUARTERS; quarter++)
            quarter_write(scene, &scene->accounts[i], quarter);
}

static void disclosure_write(struct scene *scene, const struct account *account, int64_t disclosed,
                             bool consented)
{
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int32_t found = day_of_instant(disclosed) + (int32_t)random_tail(&scene->random, 4, 60);
    bool told = consented || random_chance(&scene->random, 800);
    bool assessed = !consented && random_chance(&scene->random, 550);
    int64_t breach = assessed ? breach_write(scene, account, disclosed) : 0;

    writer_table(writer, "private_disclosure",
                 "disclosure account disclosed_at consent_recorded found_on incident");
    put_key(writer, "PD", ++world->disclosures);
    writer_text(writer, account->code);
    writer_instant(writer, disclosed);
    put_flag(writer, consented ? FLAG_YES : told ? FLAG_NO : FLAG_UNKNOWN);
    put_day(writer, world_known_day(world, found));
    if (assessed)
        put_key(writer, "INC", breach);
    else
        writer_null(writer);
    writer_row(writer);
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
        if (random_chance(&scene->random, 60)) {
            bool consented = scene_keeps(scene, quarter);

            disclosure_write(scene, account, scene_moment(scene, first, last), consented);
        }
        if (always && quarter == LAST_QUARTER)
            disclosure_write(scene, account, scene_moment(scene, first, last), false);
    }
}
