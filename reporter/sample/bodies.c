/* SPDX-License-Identifier: MIT */
#include "sample/bodies.h"

#include "base/arena.h"
#include "base/map.h"
#include "sample/names.h"
#include "sample/officers.h"

/* Streams of agencies are their numbers; this one is nobody's. */
#define STREAM_OF_PLAN UINT64_MAX

/* Below this number all kinds of bodies are about; beyond it nearly all are local governments. */
#define NATIONAL_COUNT 400

static const struct kind {
    const char *class_name;
    enum name_kind names;
    bool regional;
    bool encouraged;
} kinds[] = {
    {"NGA", NAME_DEPARTMENT, false, false},
    {"GOCC", NAME_CORPORATION, false, false},
    {"GFI", NAME_BANK, false, false},
    {"GICP", NAME_AUTHORITY, false, false},
    {"CONCOM", NAME_COMMISSION, false, true},
    {"CONGRESS", NAME_CONGRESS, false, true},
    {"JUDICIARY", NAME_COURT, false, true},
    {"SUC", NAME_SCHOOL, true, true},
    {"LGU", NAME_LOCAL, true, true},
    {"RAINWATER", NAME_DISTRICT, true, false},
    {"TASKFORCE", NAME_DEPARTMENT, false, false},
    {NULL, NAME_AUTHORITY, false, false},
};

enum { KIND_NGA = 0, KIND_RAINWATER = 9, KIND_COUNT = ARRAY_LENGTH(kinds) };

struct plan {
    struct world *world;
    struct random random;
    struct map *codes; /* to the number of bodies that asked for the code */
    size_t *asked;
    size_t asked_count;
    size_t ordinals[NAME_DISTRICT + 1];
    const char *parents[64]; /* departments that others can be attached to */
    size_t parent_count;
};

/* Behind the cast each kind comes once, so that a sample of 26 has them all. */
static size_t kind_of(struct plan *plan, size_t number)
{
    static const int few[KIND_COUNT] = {300, 150, 30, 30, 10, 5, 15, 110, 350, 0, 0, 0};
    static const int many[KIND_COUNT] = {60, 40, 5, 5, 0, 0, 5, 35, 850, 0, 0, 0};

    if (number - CAST_COUNT < KIND_COUNT)
        return number - CAST_COUNT;
    return random_weighted(&plan->random, number < NATIONAL_COUNT ? few : many, KIND_COUNT);
}

static const char *code_unique(struct plan *plan, const char *code)
{
    size_t found = map_find(plan->codes, code);

    if (found == MAP_NONE) {
        map_add(plan->codes, code, plan->asked_count);
        plan->asked[plan->asked_count++] = 1;
        return code;
    }
    return arena_printf(plan->world->arena, "%s-%zu", code, ++plan->asked[found]);
}

static size_t accounts_of(struct random *random, enum size size)
{
    static const struct {
        int low;
        int high;
    } bounds[] = {{1, 1}, {2, 4}, {4, 8}, {14, 24}, {60, 70}};

    return (size_t)random_between(random, bounds[size].low, bounds[size].high);
}

static void path_draw(struct plan *plan, struct body *body, size_t number)
{
    static const int paths[] = {320, 350, 110, 130, 90}; /* in the order of enum path */
    static const int sizes[] = {200, 470, 270, 52, 8};
    static const int local_sizes[] = {550, 400, 46, 4, 0};
    bool local = body->class_name && body->class_name[0] == 'L';

    body->path = (enum path)random_weighted(&plan->random, paths, ARRAY_LENGTH(paths));
    body->size = (enum size)random_weighted(&plan->random,
                                            local || number >= NATIONAL_COUNT ? local_sizes : sizes,
                                            ARRAY_LENGTH(sizes));
    body->account_count = accounts_of(&plan->random, body->size);
    body->silent_quarter = -1;
    if (random_chance(&plan->random, 90))
        body->silent_quarter = (int)random_below(&plan->random, QUARTERS);
}

/* Some bodies begin, end or get another name on the way. */
static void fate_draw(struct plan *plan, struct body *body)
{
    const struct world *world = plan->world;
    struct random *random = &plan->random;
    int32_t from = world_quarter_starts(world, 1);
    int32_t day = (int32_t)random_between(random, from, world->last_day - 10);

    body->active_from = DAY_NONE;
    body->active_to = DAY_NONE;
    if (random_chance(random, 30)) {
        body->active_from = day;
    } else if (random_chance(random, 30)) {
        bool merged = random_chance(random, 700);

        body->active_to = day;
        body->end_kind = merged ? "merged" : "abolished";
        body->successor = random_chance(random, 500) ? "DEX" : "PSQA";
    } else if (random_chance(random, 25)) {
        body->renamed_on = day;
        body->old_name = name_make(world->arena, NAME_DEPARTMENT,
                                   (size_t)random_between(random, 1000, 2200), false);
    }
}

/* The Order is taken up of their own will by one half of those that are not bound by it. */
static void adoption_draw(struct plan *plan, struct body *body)
{
    int32_t day = (int32_t)random_between(&plan->random, order_day() + 100, plan->world->last_day);
    bool adopts = random_chance(&plan->random, 550);

    if (body->active_from != DAY_NONE && day < body->active_from)
        day = body->active_from;
    if (adopts && (body->active_to == DAY_NONE || day <= body->active_to))
        body->adopted_on = day;
}

/* A few small bodies came to the platforms only lately; one does so in a sample of 26. */
static void beginning_draw(struct plan *plan, struct body *body, size_t number)
{
    bool always = number == CAST_COUNT + KIND_RAINWATER;
    bool late = random_chance(&plan->random, 60);

    body->starts_late = always || (late && body->size <= SIZE_SMALL);
}

static void parent_draw(struct plan *plan, struct body *body)
{
    bool attached = random_chance(&plan->random, 550);

    if (attached)
        body->parent = plan->parents[random_below(&plan->random, (int64_t)plan->parent_count)];
    else if (plan->parent_count < ARRAY_LENGTH(plan->parents) && body->active_to == DAY_NONE)
        plan->parents[plan->parent_count++] = body->code;
}

static void body_plan(struct plan *plan, struct body *body, size_t number)
{
    size_t kind = kind_of(plan, number);
    enum name_kind names = kinds[kind].names;
    struct arena *arena = plan->world->arena;
    const char *letters;

    *body = (struct body){.class_name = kinds[kind].class_name};
    body->name = name_make(arena, names, plan->ordinals[names]++, random_chance(&plan->random, 50));
    letters = name_code(arena, body->name);
    body->code = code_unique(plan, letters);
    body->short_name = random_chance(&plan->random, 850) ? letters : NULL;
    if (kinds[kind].regional || random_chance(&plan->random, 150))
        body->region = region_code(number);
    path_draw(plan, body, number);
    fate_draw(plan, body);
    body->adopted_on = DAY_NONE;
    if (kinds[kind].encouraged)
        adoption_draw(plan, body);
    beginning_draw(plan, body, number);
    if (kind == KIND_NGA)
        parent_draw(plan, body);
}

void bodies_plan(struct world *world, size_t count)
{
    size_t on_cast = count < CAST_COUNT ? count : CAST_COUNT;
    struct plan plan = {.world = world, .codes = map_new(), .parents = {"DEX", "DTW"}};

    plan.parent_count = 2;
    for (size_t i = 0; i < ARRAY_LENGTH(plan.ordinals); i++)
        plan.ordinals[i] = i * 5; /* not every kind with the same subjects first */
    plan.asked = arena_array(world->arena, count, sizeof *plan.asked);
    random_init(&plan.random, world->seed, STREAM_OF_PLAN);
    world->bodies = arena_array(world->arena, count, sizeof *world->bodies);
    world->body_count = count;
    cast_plan(world, world->bodies, on_cast);
    for (size_t i = 0; i < on_cast; i++)
        code_unique(&plan, world->bodies[i].code);
    for (size_t i = on_cast; i < count; i++)
        body_plan(&plan, &world->bodies[i], i);
    map_free(plan.codes);
}
