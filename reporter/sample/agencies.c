/* SPDX-License-Identifier: MIT */
#include "sample/agencies.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "data/writer.h"
#include "sample/codes.h"
#include "sample/put.h"
#include "sample/story.h"
#include "sample/world.h"

static void name_write(struct writer *writer, const struct body *body, const char *name,
                       int32_t from, int32_t to)
{
    writer_text(writer, body->code);
    writer_text(writer, name);
    writer_text(writer, body->short_name);
    put_day(writer, from);
    put_day(writer, to);
    writer_row(writer);
}

static void names_write(const struct scene *scene)
{
    struct writer *writer = scene->world->writer;
    const struct body *body = scene->body;

    writer_table(writer, "agency_name", "agency name short_name valid_from valid_to");
    if (body->old_name) {
        name_write(writer, body, body->old_name, body->active_from, body->renamed_on - 1);
        name_write(writer, body, body->name, body->renamed_on, body->active_to);
    } else {
        name_write(writer, body, body->name, body->active_from, body->active_to);
    }
}

static void succession_write(const struct scene *scene)
{
    struct writer *writer = scene->world->writer;
    const struct body *body = scene->body;

    if (!body->end_kind || !body->successor)
        return;
    writer_table(writer, "agency_succession", "agency successor kind on_date");
    writer_text(writer, body->code);
    writer_text(writer, body->successor);
    writer_text(writer, body->end_kind);
    writer_date(writer, body->active_to + 1);
    writer_row(writer);
}

static void domains_write(const struct scene *scene)
{
    struct writer *writer = scene->world->writer;
    const struct body *body = scene->body;

    writer_table(writer, "agency_domain", "agency domain valid_from valid_to");
    writer_text(writer, body->code);
    writer_text(writer, code_domain(scene->arena, body->code));
    put_day(writer, body->active_from);
    put_day(writer, body->active_to);
    writer_row(writer);
}

void agency_write(const struct scene *scene)
{
    struct writer *writer = scene->world->writer;
    const struct body *body = scene->body;

    writer_table(writer, "agency",
                 "agency name short_name class parent region active_from active_to adopted_on");
    writer_text(writer, body->code);
    writer_text(writer, body->name);
    writer_text(writer, body->short_name);
    writer_text(writer, body->class_name);
    writer_text(writer, body->parent);
    writer_text(writer, body->region);
    put_day(writer, body->active_from);
    put_day(writer, body->active_to);
    put_day(writer, body->adopted_on);
    writer_row(writer);
    names_write(scene);
    succession_write(scene);
    domains_write(scene);
}

/* Returns come in during the quarter's last days; a few come after its end. */
static void submission_write(struct scene *scene, int quarter)
{
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int32_t first;
    int32_t last;
    bool late = !scene->body->on_cast && random_chance(&scene->random, 25);

    scene_days(scene, quarter, &first, &last);
    writer_table(writer, "submission", "agency period submitted_at");
    writer_text(writer, scene->body->code);
    put_period(writer, world->last_period - LAST_QUARTER + quarter);
    writer_instant(writer, late ? scene_moment(scene, last + 1, last + 12)
                                : scene_moment(scene, last - 11 > first ? last - 11 : first, last));
    writer_row(writer);
}

static int64_t headcount_of(const struct scene *scene)
{
    static const int64_t heads[] = {12, 85, 420, 2600, 14000};

    return heads[scene->body->size] + (int64_t)scene->account_count * 7;
}

static void staff_write(struct scene *scene, int quarter)
{
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int64_t heads = headcount_of(scene) + random_between(&scene->random, -2, 3 + quarter);
    int64_t trained =
        heads * scene_quality(scene, quarter) / 1000 * random_between(&scene->random, 2, 9) / 10;

    bool counted = scene->body->on_cast || !random_chance(&scene->random, 15);

    writer_table(writer, "staff", "agency period headcount trained participating");
    writer_text(writer, scene->body->code);
    put_period(writer, world->last_period - LAST_QUARTER + quarter);
    put_count(writer, counted ? heads : COUNT_NONE);
    writer_integer(writer, trained);
    put_count(writer, scene_keeps(scene, quarter)
                          ? random_between(&scene->random, trained / 3, trained)
                          : COUNT_NONE);
    writer_row(writer);
}

static void training_write(struct scene *scene, int32_t first, int32_t last)
{
    struct writer *writer = scene->world->writer;
    bool reminder = random_chance(&scene->random, 600);

    writer_table(writer, "training", "agency kind held_on participants");
    writer_text(writer, scene->body->code);
    writer_text(writer, reminder ? "reminder" : "training");
    writer_date(writer, scene_day(scene, first, last));
    writer_integer(writer, random_between(&scene->random, 4, headcount_of(scene) / 2));
    writer_row(writer);
}

static void campaign_write(struct scene *scene, int quarter, int32_t first)
{
    static const char *const titles[] = {"Know the tides", "One lantern a street", "Open house",
                                         "Clean steps",    "Bells at noon",        "Safe jetties"};
    struct writer *writer = scene->world->writer;

    writer_table(writer, "campaign", "campaign agency title starts_on ends_on planned");
    writer_text(writer, code_campaign(scene->arena, scene->body->code, quarter));
    writer_text(writer, scene->body->code);
    writer_text(writer, RANDOM_PICK(&scene->random, titles));
    writer_date(writer, first);
    writer_date(writer, world_quarter_ends(scene->world, quarter));
    put_flag(writer, scene_keeps(scene, quarter)          ? FLAG_YES
                     : random_chance(&scene->random, 500) ? FLAG_NO
                                                          : FLAG_UNKNOWN);
    writer_row(writer);
}

void agency_quarters_write(struct scene *scene)
{
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        if (!scene_days(scene, quarter, &first, &last) || scene_is_silent(scene, quarter))
            continue;
        if (last == world_quarter_ends(scene->world, quarter) || !story_is_told(scene))
            submission_write(scene, quarter);
        staff_write(scene, quarter);
        if (random_chance(&scene->random, scene_quality(scene, quarter) / 2) &&
            !scene->body->starts_late)
            training_write(scene, first, last);
        if (code_has_campaign(scene->body, quarter))
            campaign_write(scene, quarter, first);
    }
}

static void channel_write(struct scene *scene, const char *channel)
{
    const struct world *world = scene->world;
    struct writer *writer = world->writer;
    int32_t from = scene_since(scene, world->first_day - 200);
    int32_t to = scene->body->active_to;
    bool known = !random_chance(&scene->random, 60);

    if (random_chance(&scene->random, 150))
        from = scene_day(scene, from, world->last_day - 20);
    if (to == DAY_NONE && random_chance(&scene->random, 40))
        to = world_known_day(world, scene_day(scene, from + 60, world->last_day));
    if (to != DAY_NONE && from > to)
        from = to;
    writer_text(writer, scene->body->code);
    writer_text(writer, channel);
    put_day(writer, known ? from : DAY_NONE);
    put_day(writer, to);
    writer_row(writer);
}

/* Some channels were logged from the start, some from later on; a few logs ended. */
static void coverage_write(struct scene *scene)
{
    static const char *const channels[] = {"facebook", "email", "8888", "hotline", "web_form"};

    writer_table(scene->world->writer, "channel_coverage", "agency channel logged_from logged_to");
    for (size_t i = 0; i < ARRAY_LENGTH(channels); i++)
        if (i == 0 || scene_keeps(scene, LAST_QUARTER))
            channel_write(scene, channels[i]);
}

static void exemption_write(struct scene *scene, const char *control, const char *item,
                            struct span span)
{
    struct writer *writer = scene->world->writer;

    writer_table(writer, "exemption", "agency control item granted_on expires_on reason");
    writer_text(writer, scene->body->code);
    writer_text(writer, control);
    writer_text(writer, item);
    writer_date(writer, span.from);
    put_day(writer, span.to);
    writer_text(writer, "Transfer of the systems under way");
    writer_row(writer);
}

/* Failing bodies ask for time, for all of their accounts or for one. Of one account they ask what
 * is judged of every account: else the exemption might be for nothing. */
static void exemptions_write(struct scene *scene)
{
    static const char *const controls[] = {"TEM-7", "SEC-4", "EML-1", "DEF-9", "POL-6"};
    static const char *const of_each_account[] = {"EML-1", "SEC-4"};
    const struct world *world = scene->world;
    int32_t granted = scene_day(scene, scene_since(scene, world->first_day), world->last_day - 120);
    int64_t turn = scene->world->exemptions++; /* so that a small sample has them all */
    bool unlimited = random_chance(&scene->random, 150) || turn % 10 == 2;
    bool one = turn % 3 == 1;

    exemption_write(scene, one ? of_each_account[turn % 2] : controls[turn % 5],
                    one ? scene->accounts[0].code : NULL,
                    (struct span){granted, unlimited ? DAY_NONE : granted + 180});
    if (scene->body->on_cast)
        exemption_write(scene, "TEM-3", NULL,
                        (struct span){world->last_day - 60, world->last_day + 120});
}

void agency_dealings_write(struct scene *scene)
{
    bool some = random_chance(&scene->random, 60);

    coverage_write(scene);
    if (scene->body->path == PATH_FAILING || (some && scene->body->path != PATH_STORY))
        exemptions_write(scene);
}
