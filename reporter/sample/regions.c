/* SPDX-License-Identifier: MIT */
#include "sample/reference.h"

#include "base/arena.h"
#include "data/writer.h"
#include "sample/bodies.h"

/* The regions of the PSGC; populations of the 2020 census, rounded to thousands. */
static const struct region {
    const char *code;
    const char *name;
    const char *psgc;
    const char *island_group;
    int population; /* in thousands */
} regions[] = {
    {"NCR", "National Capital Region", "1300000000", "Luzon", 13484},
    {"CAR", "Cordillera Administrative Region", "1400000000", "Luzon", 1798},
    {"I", "Ilocos Region", "0100000000", "Luzon", 5301},
    {"II", "Cagayan Valley", "0200000000", "Luzon", 3686},
    {"III", "Central Luzon", "0300000000", "Luzon", 12422},
    {"IV-A", "CALABARZON", "0400000000", "Luzon", 16195},
    {"IV-B", "MIMAROPA Region", "1700000000", "Luzon", 3228},
    {"V", "Bicol Region", "0500000000", "Luzon", 6083},
    {"VI", "Western Visayas", "0600000000", "Visayas", 4730},
    {"NIR", "Negros Island Region", "1800000000", "Visayas", 4760},
    {"VII", "Central Visayas", "0700000000", "Visayas", 6545},
    {"VIII", "Eastern Visayas", "0800000000", "Visayas", 4547},
    {"IX", "Zamboanga Peninsula", "0900000000", "Mindanao", 3875},
    {"X", "Northern Mindanao", "1000000000", "Mindanao", 5022},
    {"XI", "Davao Region", "1100000000", "Mindanao", 5243},
    {"XII", "SOCCSKSARGEN", "1200000000", "Mindanao", 4360},
    {"XIII", "Caraga", "1600000000", "Mindanao", 2804},
    {"BARMM", "Bangsamoro Autonomous Region in Muslim Mindanao", "1900000000", "Mindanao", 4945},
};

const char *region_code(size_t number)
{
    return regions[number % ARRAY_LENGTH(regions)].code;
}

const char *region_draw(struct random *random)
{
    int weights[ARRAY_LENGTH(regions)];

    for (size_t i = 0; i < ARRAY_LENGTH(regions); i++)
        weights[i] = regions[i].population;
    return regions[random_weighted(random, weights, ARRAY_LENGTH(regions))].code;
}

void regions_write(struct writer *writer)
{
    writer_table(writer, "region", "region name psgc island_group population");
    for (size_t i = 0; i < ARRAY_LENGTH(regions); i++) {
        writer_text(writer, regions[i].code);
        writer_text(writer, regions[i].name);
        writer_text(writer, regions[i].psgc);
        writer_text(writer, regions[i].island_group);
        writer_integer(writer, (int64_t)regions[i].population * 1000);
        writer_row(writer);
    }
}
