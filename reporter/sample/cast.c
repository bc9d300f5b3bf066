/* SPDX-License-Identifier: MIT */
#include "sample/bodies.h"

#include "base/arena.h"

/* Places in the cast that the fates below name. */
enum {
    CAST_SILENT = 6,
    CAST_CREATED = 7,
    CAST_MERGED = 8,
    CAST_SUCCESSOR = 9,
    CAST_LOCAL = 11,
    CAST_TOLD = 12,
    CAST_HEIR = 13,
};

/* The days that hang on the period are set below. */
static const struct body cast[CAST_COUNT] = {
    {.code = "DEX",
     .name = "Department of Exemplary Works",
     .short_name = "Exemplary Works",
     .class_name = "NGA",
     .path = PATH_GOOD,
     .size = SIZE_MEDIUM,
     .account_count = 5},
    {.code = "DTW",
     .name = "Department of Tidal Works",
     .short_name = "Tidal Works",
     .class_name = "NGA",
     .path = PATH_FAILING,
     .size = SIZE_MEDIUM,
     .account_count = 8},
    {.code = "NIRA",
     .name = "National Islets Reckoning Administration",
     .short_name = "Islets Reckoning",
     .class_name = "NGA",
     .parent = "DEX",
     .path = PATH_IMPROVING,
     .size = SIZE_MEDIUM,
     .account_count = 6},
    {.code = "LBTC",
     .name = "Lantern and Beacon Trading Corporation",
     .short_name = "Lantern and Beacon",
     .class_name = "GOCC",
     .path = PATH_WORSENING,
     .size = SIZE_MEDIUM,
     .account_count = 6},
    {.code = "OTK",
     .name = "Office of the Tide Keeper",
     .short_name = "Tide Keeper",
     .class_name = "NGA",
     .path = PATH_GOOD,
     .size = SIZE_TINY,
     .account_count = 1},
    {.code = "DWV",
     .name = "Department of Winds and Valleys",
     .short_name = "Winds and Valleys",
     .class_name = "NGA",
     .path = PATH_MIXED,
     .size = SIZE_HUGE,
     .account_count = 64},
    {.code = "CKC",
     .name = "Children's Kiln Corporation",
     .short_name = "Kiln Corporation",
     .class_name = "GOCC",
     .path = PATH_MIXED,
     .size = SIZE_SMALL,
     .account_count = 3},
    {.code = "BKT",
     .name = "Bureau of Kite Traffic",
     .short_name = "Kite Traffic",
     .class_name = "NGA",
     .parent = "DWV",
     .path = PATH_MIXED,
     .size = SIZE_SMALL,
     .account_count = 2},
    {.code = "PSQB",
     .name = "Pebble and Shell Quality Board",
     .short_name = "Pebble and Shell",
     .class_name = "NGA",
     .path = PATH_MIXED,
     .size = SIZE_SMALL,
     .account_count = 4},
    {.code = "PSQA",
     .name = "Pebble, Shell and Sand Quality Authority",
     .short_name = "Pebble, Shell and Sand",
     .class_name = "NGA",
     .path = PATH_GOOD,
     .size = SIZE_MEDIUM,
     .account_count = 7},
    {.code = "ICLB",
     .name = "Inter-Island Commission for Lighthouses, Lanterns, Buoys and Fog Bells",
     .short_name = "Lights and Bells",
     .class_name = "GICP",
     .path = PATH_MIXED,
     .size = SIZE_SMALL,
     .account_count = 3},
    {.code = "BSM",
     .name = "Bayan ng San Mirano",
     .short_name = "San Mirano",
     .class_name = "LGU",
     .region = "IV-A",
     .path = PATH_IMPROVING,
     .size = SIZE_SMALL,
     .account_count = 3},
    {.code = "SBK",
     .name = "Shells and Beads Corporation",
     .short_name = "Shells and Beads",
     .class_name = "GOCC",
     .path = PATH_STORY,
     .size = SIZE_SMALL,
     .account_count = 4},
    {.code = "SBN",
     .name = "Seaside Beads and Needlework Corporation",
     .short_name = "Beads and Needlework",
     .class_name = "GOCC",
     .path = PATH_STORY,
     .size = SIZE_MEDIUM,
     .account_count = 5},
};

static void merge(const struct world *world, struct body *body, int32_t day_of_quarter,
                  const struct body *successor)
{
    body->active_to = world_quarter_starts(world, LAST_QUARTER) + day_of_quarter;
    body->end_kind = "merged";
    body->successor = successor ? successor->code : NULL;
}

static void fates_set(const struct world *world, struct body *bodies, size_t count)
{
    if (count > CAST_SILENT)
        bodies[CAST_SILENT].silent_quarter = LAST_QUARTER;
    if (count > CAST_CREATED)
        bodies[CAST_CREATED].active_from = world_quarter_starts(world, LAST_QUARTER) + 14;
    if (count > CAST_MERGED)
        merge(world, &bodies[CAST_MERGED], 30,
              count > CAST_SUCCESSOR ? &bodies[CAST_SUCCESSOR] : NULL);
    if (count > CAST_LOCAL)
        bodies[CAST_LOCAL].adopted_on = world_quarter_starts(world, 2) + 40;
    if (count > CAST_TOLD) {
        merge(world, &bodies[CAST_TOLD], 44, count > CAST_HEIR ? &bodies[CAST_HEIR] : NULL);
        bodies[CAST_TOLD].accounts_follow = count > CAST_HEIR;
    }
}

void cast_plan(struct world *world, struct body *bodies, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bodies[i] = cast[i];
        bodies[i].silent_quarter = -1;
        bodies[i].active_from = DAY_NONE;
        bodies[i].active_to = DAY_NONE;
        bodies[i].adopted_on = DAY_NONE;
        bodies[i].on_cast = true;
    }
    fates_set(world, bodies, count);
}
