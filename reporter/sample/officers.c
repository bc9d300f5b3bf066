/* SPDX-License-Identifier: MIT */
#include "sample/officers.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "data/writer.h"
#include "sample/put.h"

int32_t order_day(void)
{
    return day_from_civil(ORDER_YEAR, 2, 5);
}

void officer_write(struct scene *scene, char ret_officer[OFFICER_SIZE])
{
    static const char *const engagements[] = {"career",      "career", "career", "career",
                                              "coterminous", "cos",    "jo",     NULL};
    struct writer *writer = scene->world->writer;

    world_officer(scene->world, ret_officer);
    writer_table(writer, "officer", "officer agency engagement");
    writer_text(writer, ret_officer);
    writer_text(writer, scene->body->code);
    writer_text(writer, RANDOM_PICK(&scene->random, engagements));
    writer_row(writer);
}

struct post_of {
    const char *officer;
    const char *agency;  /* NULL: the scene's body */
    const char *account; /* NULL: for the agency */
    const char *role;
    const char *designated_by;
    const char *reference;
};

static void assignment_write(const struct scene *scene, const struct post_of *post,
                             struct span span)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "assignment",
                 "officer agency account role designated_by designation_ref starts_on ends_on");
    writer_text(writer, post->officer);
    writer_text(writer, post->agency ? post->agency : scene->body->code);
    writer_text(writer, post->account);
    writer_text(writer, post->role);
    writer_text(writer, post->designated_by && *post->designated_by ? post->designated_by : NULL);
    writer_text(writer, post->reference);
    writer_date(writer, span.from);
    put_day(writer, span.to == DAY_NONE && !post->agency ? scene->body->active_to : span.to);
    writer_row(writer);
}

void qualification_write(struct scene *scene, const char *officer, bool is_executive)
{
    struct writer *writer = scene->world->writer;
    bool good = scene_keeps(scene, LAST_QUARTER);
    int64_t turn = good ? 0 : scene->world->unqualified[is_executive]++ % 3;
    bool known = turn < 2; /* of one in three nobody knows */
    int64_t most = good ? 140 : turn == 0 ? 11 : 30;

    writer_table(writer, "qualification",
                 "officer executive_level ict_months communications_months recorded_on");
    writer_text(writer, officer);
    put_count(writer, !known ? COUNT_NONE : is_executive && good ? 2 : is_executive ? 1 : 0);
    put_count(writer, known ? random_between(&scene->random, good ? 12 : 0, most) : COUNT_NONE);
    put_count(writer, known ? random_between(&scene->random, 0, most) : COUNT_NONE);
    writer_date(writer, scene_since(scene, scene->world->first_day - 30));
    writer_row(writer);
}

static void competencies_write(struct scene *scene, const char *officer)
{
    static const char *const names[] = {"strategy", "community", "marketing", "technology"};
    struct writer *writer = scene->world->writer;
    struct span span;
    bool asked = scene_keeps(scene, LAST_QUARTER) || random_chance(&scene->random, 600);

    if (!asked)
        return;
    writer_table(writer, "competency", "officer competency evidenced_on");
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        if (!scene_duty(scene, scene_since(scene, scene->world->first_day - 30), &span))
            continue;
        writer_text(writer, officer);
        writer_text(writer, names[i]);
        put_day(writer, random_chance(&scene->random, 950)
                            ? world_known_day(scene->world, span.from)
                            : DAY_NONE);
        writer_row(writer);
    }
}

static const char *reference_of(struct scene *scene, int32_t day)
{
    int year;
    int month;
    int day_of_month;

    day_to_civil(day, &year, &month, &day_of_month);
    return arena_printf(scene->arena, "Special Order No. %d-%03d", year,
                        (int)random_between(&scene->random, 1, 420));
}

static void smo_write(struct scene *scene, struct span span)
{
    struct team *team = &scene->team;
    bool designated = scene_keeps(scene, LAST_QUARTER);
    struct post_of post = {.officer = team->smo, .role = "social_media_officer"};
    bool by_other = random_chance(&scene->random, 400);
    bool ordered = designated || by_other || random_chance(&scene->random, 250);

    officer_write(scene, team->smo);
    post.designated_by = designated ? team->head : by_other ? team->outsider : NULL;
    post.reference = ordered ? reference_of(scene, span.from) : NULL;
    assignment_write(scene, &post, span);
    qualification_write(scene, team->smo, true);
    competencies_write(scene, team->smo);
}

/* In some bodies the officer leaves, and the post is vacant for days or months. */
static void smos_write(struct scene *scene, int32_t since)
{
    struct world *world = scene->world;
    struct span span;
    int32_t left;
    int32_t again;

    if (!scene_duty(scene, since, &span))
        return;
    scene->team.smo_from = span.from;
    left = scene_day(scene, world_quarter_starts(world, LAST_QUARTER - 3), world->last_day - 5);
    again = left + 1 + (int32_t)random_tail(&scene->random, 20, 200);
    if (scene->body->size >= SIZE_MEDIUM && !scene->body->on_cast &&
        random_chance(&scene->random, 80))
        smo_write(scene, span); /* a second one beside the first */
    if (span.to != DAY_NONE || scene->body->path == PATH_GOOD || left <= span.from ||
        again > world->last_day || scene->body->active_to != DAY_NONE ||
        !random_chance(&scene->random, 220)) {
        smo_write(scene, span);
        return;
    }
    smo_write(scene, (struct span){.from = span.from, .to = left});
    smo_write(scene, (struct span){.from = again, .to = DAY_NONE});
}

static void plain_write(struct scene *scene, char officer[OFFICER_SIZE], const char *role,
                        struct span span)
{
    struct post_of post = {.role = role};

    if (scene->body->active_to != DAY_NONE && span.from > scene->body->active_to)
        return;
    officer_write(scene, officer);
    post.officer = officer;
    if (strcmp(role, "head") != 0)
        post.designated_by = scene->team.head;
    assignment_write(scene, &post, span);
}

void team_write(struct scene *scene)
{
    struct team *team = &scene->team;
    int32_t since = scene_since(scene, order_day() - 900);
    int32_t under_order = scene_since(scene, order_day() + 30);
    char extra[OFFICER_SIZE];
    struct span span = {.from = since, .to = DAY_NONE};

    plain_write(scene, team->head, "head", span);
    officer_write(scene, team->outsider);
    if (scene_duty(scene, under_order, &span))
        plain_write(scene, team->member, "team_member", span);
    smos_write(scene, under_order);
    if (random_chance(&scene->random, 700))
        plain_write(scene, team->legal, "legal", (struct span){under_order, DAY_NONE});
    for (size_t i = 0; i < scene->body->account_count / 5; i++)
        if (scene_duty(scene, under_order, &span))
            plain_write(scene, extra, "team_member", span);
}

void administrator_write(struct scene *scene, const char *officer, const char *account,
                         struct span span)
{
    struct post_of post = {.officer = officer,
                           .account = account,
                           .role = "account_administrator",
                           .designated_by = scene->team.smo[0] ? scene->team.smo : NULL};

    assignment_write(scene, &post, span);
}

void administrator_follows(struct scene *scene, const char *officer, const char *account)
{
    struct post_of post = {.officer = officer,
                           .agency = scene->body->successor,
                           .account = account,
                           .role = "account_administrator"};

    assignment_write(scene, &post, (struct span){scene->body->active_to + 1, DAY_NONE});
}

void duty_reviews_write(struct scene *scene)
{
    static const char *const duties[] = {"order", "objectives", "approach", "media"};
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int32_t first;
    int32_t last;

    writer_table(writer, "duty_review", "agency period duty evidenced");
    for (int quarter = 0; quarter < QUARTERS; quarter++)
        for (size_t i = 0; i < ARRAY_LENGTH(duties); i++) {
            bool kept = scene_keeps(scene, quarter);
            bool told = kept || random_chance(&scene->random, 600);

            if (!scene_days(scene, quarter, &first, &last) || scene_is_silent(scene, quarter) ||
                (!told && random_chance(&scene->random, 500)))
                continue;
            writer_text(writer, scene->body->code);
            put_period(writer, world->last_period - LAST_QUARTER + quarter);
            writer_text(writer, duties[i]);
            put_flag(writer, kept ? FLAG_YES : told ? FLAG_NO : FLAG_UNKNOWN);
            writer_row(writer);
        }
}
