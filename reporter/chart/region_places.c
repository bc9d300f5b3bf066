/* SPDX-License-Identifier: MIT */
#include "chart/region_places.h"

#include <stdbool.h>

const struct region_place REGION_PLACES[REGION_COUNT] = {
    {"I", {"Ilocos Region", "Ilocos", "0100000000"}, 0, 0},
    {"CAR", {"Cordillera Administrative Region", "Cordillera", "1400000000"}, 0, 1},
    {"II", {"Cagayan Valley", "0200000000"}, 0, 2},
    {"III", {"Central Luzon", "0300000000"}, 1, 1},
    {"NCR", {"National Capital Region", "Metro Manila", "1300000000"}, 2, 0},
    {"IV-A", {"CALABARZON", "0400000000"}, 2, 1},
    {"V", {"Bicol Region", "Bicol", "0500000000"}, 2, 2},
    {"IV-B", {"MIMAROPA Region", "MIMAROPA", "Southwestern Tagalog Region", "1700000000"}, 3, 0},
    {"VI", {"Western Visayas", "0600000000"}, 3, 1},
    {"VIII", {"Eastern Visayas", "0800000000"}, 3, 3},
    {"NIR", {"Negros Island Region", "Negros Island", "1800000000"}, 4, 1},
    {"VII", {"Central Visayas", "0700000000"}, 4, 2},
    {"IX", {"Zamboanga Peninsula", "0900000000"}, 5, 1},
    {"X", {"Northern Mindanao", "1000000000"}, 5, 2},
    {"XIII", {"Caraga", "Caraga Region", "1600000000"}, 5, 3},
    {"BARMM",
     {"Bangsamoro Autonomous Region in Muslim Mindanao", "Bangsamoro", "1900000000"},
     6,
     1},
    {"XII", {"SOCCSKSARGEN", "1200000000"}, 6, 2},
    {"XI", {"Davao Region", "Davao", "1100000000"}, 6, 3},
};

/* The next letter or digit in capitals, or 0 at the end. */
static char next_sign(const char **text)
{
    for (; **text; (*text)++) {
        char sign = **text;
        if (sign >= 'a' && sign <= 'z')
            sign = (char)(sign - 'a' + 'A');
        if ((sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9')) {
            (*text)++;
            return sign;
        }
    }
    return 0;
}

static bool is_alike(const char *a, const char *b)
{
    char sign;
    do {
        sign = next_sign(&a);
        if (sign != next_sign(&b))
            return false;
    } while (sign);
    return true;
}

/* What follows "Region " at the beginning of a text. */
static const char *behind_region(const char *text)
{
    const char *word = "REGION";
    const char *at = text;
    while (*word)
        if (next_sign(&at) != *word++)
            return text;
    return at;
}

static bool is_place(const struct region_place *place, const char *text)
{
    if (is_alike(text, place->code) || is_alike(behind_region(text), place->code))
        return true;
    for (size_t i = 0; i < sizeof place->names / sizeof place->names[0] && place->names[i]; i++)
        if (is_alike(text, place->names[i]))
            return true;
    return false;
}

size_t region_find(const char *text)
{
    size_t index = 0;
    while (index < REGION_COUNT && !is_place(&REGION_PLACES[index], text))
        index++;
    return index;
}
