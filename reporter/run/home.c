/* SPDX-License-Identifier: MIT */
#include "run/home.h"

#include "base/arena.h"
#include "base/file.h"
#include "data/source.h"

bool home_find(const char *given, struct arena *arena, const char **ret_path, struct error *err)
{
    const char *candidates[] = {given, given ? NULL : ".", given ? NULL : ULAT_SHARE};
    for (size_t i = 0; i < ARRAY_LENGTH(candidates); i++) {
        if (!candidates[i])
            continue;
        if (file_is_folder(path_join(arena, candidates[i], "templates")) &&
            file_is_folder(path_join(arena, candidates[i], "queries"))) {
            *ret_path = candidates[i];
            return true;
        }
    }
    error_set(err, ERROR_NO_INPUT, "'%s' holds no queries/ and templates/",
              given ? given : "the working folder");
    return error_hint(err, "name the folder that does with --home");
}

const char *home_file(const struct home *home, const char *folder, const char *name,
                      struct arena *arena)
{
    return path_join(arena, path_join(arena, home->path, folder), name);
}

static bool load_checks(struct home *home, struct arena *arena, struct error *err)
{
    const char *folder = path_join(arena, path_join(arena, home->path, "queries"), "checks");
    if (!checks_load(folder, home->empty, arena, &home->checks, err))
        return false;
    for (size_t i = 0; i < home->checks.count; i++)
        if (!check_touches_known(&home->checks.items[i], &home->contract, &home->listings, err))
            return false;
    return true;
}

bool home_load(const char *path, struct arena *arena, struct home *ret_home, struct error *err)
{
    struct home home = {.path = path};
    bool good = contract_load(home_file(&home, "queries", "contract.sql", arena), arena,
                              &home.contract, err);
    *ret_home = home; /* the empty source keeps the contract's address */
    good = good && source_open_empty(&ret_home->contract, arena, &ret_home->empty, err) &&
           listings_load(path_join(arena, path, "queries"), ret_home->empty, arena,
                         &ret_home->listings, err) &&
           load_checks(ret_home, arena, err) &&
           method_load(home_file(ret_home, "templates", "method.yaml", arena), arena,
                       &ret_home->method, err) &&
           method_check(&ret_home->method, &ret_home->listings, err);
    if (!good)
        home_finish(ret_home);
    return good;
}

void home_finish(struct home *home)
{
    source_close(home->empty);
    home->empty = NULL;
}
