/* SPDX-License-Identifier: MIT */
#include "sample/posts.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "data/writer.h"
#include "sample/codes.h"
#include "sample/put.h"
#include "sample/story.h"
#include "sample/violations.h"
#include "sample/world.h"

/* In the order in which the functions below write them. */
static const char post_columns[] =
    "post account published_at author approval_required approved_by approved_at category purpose"
    " participants campaign archived_at reach impressions reactions comments shares clicks views";

/* Mostly somebody with a role; sometimes an officer without one, sometimes nobody knows who. */
static const char *author_draw(struct scene *scene, const struct account *account, int quarter)
{
    const struct team *team = &scene->team;

    if (scene->body->path == PATH_STORY)
        return account->administrator; /* who goes with the account to the successor */
    if (!scene_keeps(scene, quarter) && random_chance(&scene->random, 450))
        return random_chance(&scene->random, 500) ? "" : team->outsider;
    if (account->administrator[0] && random_chance(&scene->random, 800))
        return account->administrator;
    return team->member[0] && random_chance(&scene->random, 800) ? team->member : team->head;
}

enum lapse { LAPSE_AFTER, LAPSE_NOBODY, LAPSE_UNDATED, LAPSE_NONE_GIVEN };

static void lapse_fields(struct scene *scene, int64_t published)
{
    static const int weights[] = {40, 12, 12, 36}; /* in the order of enum lapse */
    struct writer *writer = scene->world->writer;
    enum lapse lapse = (enum lapse)random_weighted(&scene->random, weights, ARRAY_LENGTH(weights));
    int64_t after = published + random_between(&scene->random, 600, DAYS(2));

    put_officer(writer, lapse == LAPSE_AFTER || lapse == LAPSE_UNDATED ? scene->team.head : "");
    put_instant(writer, lapse == LAPSE_AFTER    ? world_known(scene->world, after)
                        : lapse == LAPSE_NOBODY ? published - HOURS(5)
                                                : INSTANT_NONE);
}

/* The content plan lets some go out without. */
static void approval_fields(struct scene *scene, int quarter, int64_t published)
{
    struct writer *writer = scene->world->writer;
    const struct team *team = &scene->team;
    int64_t before = published - random_between(&scene->random, 600, DAYS(3));
    int64_t needs = random_below(&scene->random, 100);

    put_flag(writer, needs < 6 ? FLAG_NO : needs < 70 ? FLAG_YES : FLAG_UNKNOWN);
    if (needs < 6) {
        put_officer(writer, "");
        put_instant(writer, INSTANT_NONE);
    } else if (scene_keeps(scene, quarter)) {
        put_officer(writer, team->smo[0] ? team->smo : team->head);
        writer_instant(writer, before);
    } else {
        lapse_fields(scene, published);
    }
}

/* What the public takes part in counts those who did. */
static void purpose_fields(struct scene *scene, const struct account *account)
{
    static const char *const purposes[] = {
        "poll", "consultation", "question_and_answer", "service", "advocacy", "program", "policy",
        NULL};
    static const int weights[] = {4, 2, 4, 32, 22, 18, 8, 10};
    struct writer *writer = scene->world->writer;
    size_t purpose = random_weighted(&scene->random, weights, ARRAY_LENGTH(weights));
    int64_t participants = random_tail(&scene->random, account->followers / 200 + 2, 60000);
    bool counted = purpose < 3 && random_chance(&scene->random, 800);

    writer_text(writer, purposes[purpose]);
    put_count(writer, counted ? participants : COUNT_NONE);
}

static void tags_fields(struct scene *scene, const struct account *account, int quarter)
{
    static const char *const categories[] = {"statement", "advisory", "original", "other", NULL};
    static const int weights[] = {28, 27, 36, 4, 5};
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;
    bool in_campaign = code_has_campaign(scene->body, quarter) && random_chance(random, 150);
    size_t kinds = ARRAY_LENGTH(weights) - (scene->body->path == PATH_STORY ? 2 : 0);

    writer_text(writer, categories[random_weighted(random, weights, kinds)]);
    purpose_fields(scene, account);
    writer_text(writer,
                in_campaign ? code_campaign(scene->arena, scene->body->code, quarter) : NULL);
}

static bool is_platform(const struct account *account, const char *platform)
{
    return strcmp(account->platform, platform) == 0;
}

static void none_fields(struct writer *writer)
{
    for (int i = 0; i < 7; i++)
        writer_null(writer);
}

/* Some platforms do not tell how many people they reached, some posts are too young for it, and
 * for a few nobody took down any figure. */
static void figures_fields(struct scene *scene, const struct account *account)
{
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;
    int64_t reach = random_tail(random, account->followers / 12 + 20, account->followers * 9 + 500);
    bool told = !is_platform(account, "viber") && random_chance(random, 970);
    bool video = is_platform(account, "youtube") || is_platform(account, "tiktok");
    int64_t reactions = reach * random_between(random, 4, 45) / 1000;
    int64_t rare = random_below(random, 200);

    if (rare == 0) {
        none_fields(writer);
        return;
    }
    put_count(writer, !told ? COUNT_NONE : rare == 1 ? 0 : reach);
    put_count(writer, told ? reach * random_between(random, 105, 170) / 100 : COUNT_NONE);
    writer_integer(writer, reactions);
    writer_integer(writer, reactions * random_between(random, 20, 160) / 1000);
    writer_integer(writer, reactions * random_between(random, 10, 240) / 1000);
    put_count(writer, told ? reach * random_between(random, 1, 30) / 1000 : COUNT_NONE);
    put_count(writer, video ? reach * random_between(random, 60, 140) / 100 : COUNT_NONE);
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
    tags_fields(scene, account, quarter);
    put_instant(writer, scene_keeps(scene, quarter) ? world_known(world, archived) : INSTANT_NONE);
    figures_fields(scene, account);
    writer_row(writer);
}

static int64_t posts_of(struct scene *scene, const struct account *account, int quarter)
{
    static const int64_t typical[] = {3, 3, 3, 4, 5};
    int64_t count = random_tail(&scene->random, typical[scene->body->size], 40);

    if (account->dormant)
        return 0;
    return scene_is_silent(scene, quarter) ? count / 4 : count;
}

/* The first account of the failing one keeps up a post over the end of each of five quarters, in
 * each of another category; the last is up to this day. */
static const char *failing_category(const struct scene *scene, const struct account *account,
                                    int quarter)
{
    static const char *const categories[] = {"blackmail", "pornographic", "malicious", "link",
                                             "opinion"};
    int index = quarter - (LAST_QUARTER - (int)ARRAY_LENGTH(categories) + 1);

    if (!scene->body->on_cast || scene->body->path != PATH_FAILING || account != scene->accounts ||
        index < 0)
        return NULL;
    return categories[index];
}

static void barred_write(struct scene *scene, const struct account *account, int quarter,
                         struct span days)
{
    const char *category = failing_category(scene, account, quarter);
    bool told = story_posts_link(scene, account, quarter);
    int64_t removed = INSTANT_NONE;
    int64_t published;

    if (!category && !told)
        return;
    published = scene_moment(scene, days.from, days.to - 45);
    if (category && quarter < LAST_QUARTER)
        removed = instant_of_day(days.to) + DAYS(random_between(&scene->random, 5, 60));
    post_write(scene, account, quarter, published);
    violation_stays(scene, account, category ? category : "link", published, removed);
}

static void quarter_write(struct scene *scene, const struct account *account, int quarter)
{
    struct span days;
    int64_t count;

    if (!account_days(scene, account, quarter, &days.from, &days.to))
        return;
    count = posts_of(scene, account, quarter);
    barred_write(scene, account, quarter, days);
    for (int64_t i = 0; i < count; i++) {
        int64_t published = scene_moment(scene, days.from, days.to);

        post_write(scene, account, quarter, published);
        violation_draw(scene, account, quarter, published);
    }
}

void posts_write(struct scene *scene)
{
    for (size_t i = 0; i < scene->account_count; i++)
        for (int quarter = 0; quarter < QUARTERS; quarter++)
            quarter_write(scene, &scene->accounts[i], quarter);
}
