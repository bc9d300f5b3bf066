/* SPDX-License-Identifier: MIT */
#include "sample/world.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/date.h"

int32_t world_quarter_starts(const struct world *world, int quarter)
{
    return period_starts_on(world->last_period - LAST_QUARTER + quarter);
}

int32_t world_quarter_ends(const struct world *world, int quarter)
{
    return period_ends_before(world->last_period - LAST_QUARTER + quarter) - 1;
}

int scene_quality(const struct scene *scene, int quarter)
{
    switch (scene->body->path) {
    case PATH_GOOD:
        return scene->body->on_cast ? 997 : 965; /* an example should not be spoilt by chance */
    case PATH_FAILING:
        return 330;
    case PATH_IMPROVING:
        return 330 + quarter * 77;
    case PATH_WORSENING:
        return 950 - quarter * 77;
    case PATH_STORY:
        return 1000; /* all that happens to it is told elsewhere */
    case PATH_MIXED:
    default:
        return 810;
    }
}

bool scene_keeps(struct scene *scene, int quarter)
{
    return random_chance(&scene->random, scene_quality(scene, quarter));
}

bool scene_is_silent(const struct scene *scene, int quarter)
{
    return scene->body->silent_quarter == quarter;
}

bool scene_holds(const struct scene *scene, int quarter, int64_t threshold)
{
    return threshold < scene_quality(scene, quarter);
}

/* False where nothing of the span is left before the end. */
static bool span_end_with(struct span *span, int32_t end)
{
    if (end != DAY_NONE && span->from > end)
        return false;
    if (end != DAY_NONE && span->to != DAY_NONE && span->to > end)
        span->to = end;
    return span->to == DAY_NONE || span->to >= span->from;
}

/* The last day of the body's accounts. */
static int32_t accounts_end(const struct scene *scene)
{
    return scene->body->accounts_follow ? DAY_NONE : scene->body->active_to;
}

static bool duty_draw(struct scene *scene, int32_t since, int32_t end, struct span *ret_span)
{
    const struct world *world = scene->world;
    int64_t threshold = random_below(&scene->random, 1000);
    int first = 0;
    int last = LAST_QUARTER;

    while (first < QUARTERS && !scene_holds(scene, first, threshold))
        first++;
    if (first == QUARTERS)
        return false;
    while (!scene_holds(scene, last, threshold))
        last--;
    ret_span->from = since;
    if (first > 0 && world_quarter_ends(world, first) > since)
        ret_span->from = scene_day(
            scene,
            world_quarter_starts(world, first) > since ? world_quarter_starts(world, first) : since,
            world_quarter_ends(world, first));
    ret_span->to = DAY_NONE;
    if (last < LAST_QUARTER)
        ret_span->to = scene_day(scene, world_quarter_starts(world, last + 1),
                                 world_quarter_ends(world, last + 1));
    return span_end_with(ret_span, end);
}

bool scene_duty(struct scene *scene, int32_t since, struct span *ret_span)
{
    return duty_draw(scene, since, scene->body->active_to, ret_span);
}

bool account_duty(struct scene *scene, const struct account *account, struct span *ret_span)
{
    return duty_draw(scene, account->created_on, accounts_end(scene), ret_span) &&
           (account->closed_on == DAY_NONE || ret_span->from < account->closed_on);
}

static bool days_until(const struct scene *scene, int quarter, int32_t end, struct span *ret_days)
{
    int32_t from = scene->body->active_from;

    ret_days->from = world_quarter_starts(scene->world, quarter);
    ret_days->to = world_quarter_ends(scene->world, quarter);
    if (from != DAY_NONE && from > ret_days->from)
        ret_days->from = from;
    if (end != DAY_NONE && end < ret_days->to)
        ret_days->to = end;
    return ret_days->from <= ret_days->to;
}

bool scene_days(const struct scene *scene, int quarter, int32_t *ret_first, int32_t *ret_last)
{
    struct span days;
    bool any = days_until(scene, quarter, scene->body->active_to, &days);

    *ret_first = days.from;
    *ret_last = days.to;
    return any;
}

int32_t scene_since(const struct scene *scene, int32_t day)
{
    int32_t from = scene->body->active_from;

    return from != DAY_NONE && from > day ? from : day;
}

bool account_days(const struct scene *scene, const struct account *account, int quarter,
                  int32_t *ret_first, int32_t *ret_last)
{
    struct span days;

    if (!days_until(scene, quarter, accounts_end(scene), &days))
        return false;
    *ret_first = account->created_on > days.from ? account->created_on : days.from;
    *ret_last = days.to;
    if (account->closed_on != DAY_NONE && account->closed_on - 1 < *ret_last)
        *ret_last = account->closed_on - 1;
    return *ret_first <= *ret_last;
}

const char *scene_owner(const struct scene *scene, int32_t day)
{
    const struct body *body = scene->body;

    return body->accounts_follow && day > body->active_to ? body->successor : body->code;
}

int world_quarter_of(const struct world *world, int32_t day)
{
    int quarter = 0;

    while (quarter < LAST_QUARTER && world_quarter_ends(world, quarter) < day)
        quarter++;
    return quarter;
}

/* Bodies are told some weeks after the quarter's end. */
void scene_note(struct scene *scene, const char *control, const char *item, int32_t day)
{
    int quarter = world_quarter_of(scene->world, day);
    int32_t since = world_quarter_ends(scene->world, quarter) + 20;

    if (scene->finding_count == KNOWN_FINDINGS || quarter == LAST_QUARTER)
        return;
    scene->findings[scene->finding_count++] = (struct known_finding){
        .reference = arena_printf(scene->arena, "%s/%s/%s", control, scene->body->code, item),
        .since = since};
}

int64_t scene_moment(struct scene *scene, int32_t first, int32_t last)
{
    int32_t day = scene_day(scene, first, last);
    bool office = random_chance(&scene->random, 850);
    int64_t minute = random_between(&scene->random, office ? 8 * 60 : 0, office ? 1019 : 1439);

    return instant_of_day(day) + minute * 60 + random_below(&scene->random, 60);
}

int32_t scene_day(struct scene *scene, int32_t first, int32_t last)
{
    return (int32_t)random_between(&scene->random, first, last);
}

int64_t world_known(const struct world *world, int64_t instant)
{
    return instant < instant_of_day(world->last_day + 1) ? instant : INSTANT_NONE;
}

int32_t world_known_day(const struct world *world, int32_t day)
{
    return day <= world->last_day ? day : DAY_NONE;
}

void world_officer(struct world *world, char ret_officer[OFFICER_SIZE])
{
    int64_t number = ++world->officers % 1000000000;

    snprintf(ret_officer, OFFICER_SIZE, "OF-%06lld", (long long)number);
}
