/* SPDX-License-Identifier: MIT */
#include "run/filename.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/map.h"
#include "data/reference.h"

#include <string.h>
#include <strings.h>

#define MOST_CHARACTERS 64
#define HASH_DIGITS 16

static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

static bool is_reserved(const char *name)
{
    static const char *const NAMES[] = {"con", "prn", "aux", "nul"};
    for (size_t i = 0; i < ARRAY_LENGTH(NAMES); i++)
        if (strcasecmp(name, NAMES[i]) == 0)
            return true;
    return (strncasecmp(name, "com", 3) == 0 || strncasecmp(name, "lpt", 3) == 0) &&
           name[3] >= '1' && name[3] <= '9' && name[4] == '\0';
}

bool filename_is_safe(const char *name)
{
    size_t length = strspn(name, LETTERS);
    return length > 0 && name[length] == '\0' && length <= MOST_CHARACTERS && *name != '_' &&
           *name != '-' && !is_reserved(name);
}

/** Such a code could be the name made for another one. */
static bool looks_made(const char *code)
{
    return strncasecmp(code, "a-", 2) == 0 && strlen(code) == 2 + HASH_DIGITS;
}

static char *fold(const char *code, struct arena *arena)
{
    char *folded = arena_text(arena, code);
    for (char *c = folded; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    return folded;
}

static const char *make_name(const char *code, struct arena *arena)
{
    char digest[DIGEST_SIZE];
    digest_bytes(code, strlen(code), digest);
    return arena_printf(arena, "a-%.*s", HASH_DIGITS, digest);
}

const char **filename_codes(const struct reference *reference, struct arena *arena)
{
    size_t count = reference->agency_count;
    const char **names = arena_array(arena, count + 1, sizeof *names);
    bool *shared = arena_array(arena, count + 1, sizeof *shared);
    struct map *folded = map_new();
    for (size_t a = 0; a < count; a++) {
        char *key = fold(reference->agencies[a].code, arena);
        if (!map_add(folded, key, a))
            shared[a] = shared[map_find(folded, key)] = true;
    }
    for (size_t a = 0; a < count; a++) {
        const char *code = reference->agencies[a].code;
        bool keep = filename_is_safe(code) && !shared[a] && !looks_made(code);
        names[a] = keep ? code : make_name(code, arena);
    }
    map_free(folded);
    return names;
}
