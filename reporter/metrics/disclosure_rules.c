/* SPDX-License-Identifier: MIT */
#include "metrics/disclosure_rules.h"

#include "input/schema.h"

#define MOST_BELOW 1000

const struct schema_key DISCLOSURE_KEYS[] = {
    {.name = "mask",
     .type = SCHEMA_YES_NO,
     .help = "no: nothing is kept back, for tests and recounts; yes if absent"},
    {.name = "public-below",
     .type = SCHEMA_INTEGER,
     .least = 2,
     .most = MOST_BELOW,
     .help = "smaller counts of persons are kept back from the public; 10 if absent"},
    {.name = "oversight-below",
     .type = SCHEMA_INTEGER,
     .least = 2,
     .most = MOST_BELOW,
     .help = "the same from oversight; 5 if absent"},
    {.name = "personnel-below",
     .type = SCHEMA_INTEGER,
     .least = 2,
     .most = MOST_BELOW,
     .help = "of personnel cases, from everybody, nought too; 10 if absent"},
    {.name = "round-to",
     .type = SCHEMA_INTEGER,
     .least = 1,
     .most = MOST_BELOW,
     .help = "other counts of persons are rounded to its multiples; 5 if absent"},
    {0},
};

static int64_t read(const struct node *node, const char *key, int64_t otherwise)
{
    return node ? node_integer(node, key, otherwise) : otherwise;
}

struct disclosure_rules disclosure_rules_read(const struct node *node)
{
    return (struct disclosure_rules){
        .mask = !node || node_yes(node, "mask", true),
        .public_below = read(node, "public-below", 10),
        .oversight_below = read(node, "oversight-below", 5),
        .personnel_below = read(node, "personnel-below", 10),
        .round_to = read(node, "round-to", 5),
    };
}

/** The first multiple that may be printed at all. */
static int64_t first_printed(int64_t below, int64_t round_to)
{
    return (below + round_to - 1) / round_to * round_to;
}

int64_t disclosure_round(int64_t count, int64_t below, int64_t round_to)
{
    if (count < 0)
        return -disclosure_round(-count, below, round_to);
    if (count == 0)
        return 0;
    int64_t nearest = (count + round_to / 2) / round_to * round_to;
    int64_t first = first_printed(below, round_to);
    return nearest > first ? nearest : first;
}

void disclosure_range(int64_t count, int64_t below, int64_t round_to, int64_t *ret_low,
                      int64_t *ret_high)
{
    int64_t printed = disclosure_round(count, below, round_to);
    int64_t low = printed - round_to / 2;
    bool is_first = printed == first_printed(below, round_to);
    *ret_low = is_first || low < below ? below : low;
    *ret_high = printed - round_to / 2 + round_to - 1;
}
