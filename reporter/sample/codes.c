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
