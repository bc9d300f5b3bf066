/* SPDX-License-Identifier: MIT */
#include "sample/codes.h"

#include "base/arena.h"
#include "sample/world.h"

const char *code_lower(struct arena *arena, const char *code)
{
    char *lower = arena_text(arena, code);

    for (char *c = lower; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    return lower;
}

static const char *const platforms[] = {"facebook", "x", "youtube", "instagram", "tiktok", "viber"};

const char *code_platform(size_t number)
{
    return platforms[number % ARRAY_LENGTH(platforms)];
}

const char *code_account(struct arena *arena, const char *code, size_t number)
{
    const char *lower = code_lower(arena, code);
    size_t copy = number / ARRAY_LENGTH(platforms) + 1;

    return copy == 1 ? arena_printf(arena, "%s-%s", lower, code_platform(number))
                     : arena_printf(arena, "%s-%s-%zu", lower, code_platform(number), copy);
}

const char *code_domain(struct arena *arena, const char *code)
{
    return arena_printf(arena, "%s.example.ph", code_lower(arena, code));
}

const char *code_campaign(struct arena *arena, const char *code, int quarter)
{
    return arena_printf(arena, "%s-C%d", code, quarter + 1);
}

bool code_has_campaign(const struct body *body, int quarter)
{
    if (quarter == body->silent_quarter)
        return false;
    return body->size >= SIZE_LARGE || (body->size == SIZE_MEDIUM && quarter % 2 == 0);
}
