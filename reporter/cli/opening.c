/* SPDX-License-Identifier: MIT */
#include "cli/opening.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "data/source.h"

#include <stdlib.h>

void opening_init(struct opening *opening)
{
    *opening = (struct opening){.arena = arena_new()};
}

void opening_finish(struct opening *opening)
{
    struct error ignored = {0}; /* what is left of the folder is in nobody's way */
    source_close(opening->source);
    home_finish(&opening->home);
    if (opening->work_folder)
        folder_remove(opening->work_folder, &ignored);
    error_finish(&ignored);
    arena_free(opening->arena);
    *opening = (struct opening){0};
}

bool opening_find(struct opening *opening, const struct invocation *invocation, struct error *err)
{
    return home_find(invocation->values[OPTION_HOME], opening->arena, &opening->path, err);
}

bool opening_home(struct opening *opening, const struct invocation *invocation, struct error *err)
{
    return opening_find(opening, invocation, err) &&
           home_load(opening->path, opening->arena, &opening->home, err);
}

static bool make_work_folder(struct opening *opening, struct error *err)
{
    const char *parent = getenv("TMPDIR");
    char *path = NULL;
    if (!folder_make_private(parent && *parent ? parent : "/tmp", "ulat-", opening->arena, &path,
                             err))
        return false;
    opening->work_folder = path;
    return true;
}

bool opening_source(struct opening *opening, const struct invocation *invocation, bool full_check,
                    struct error *err)
{
    struct source_options options = {.mapping = invocation->values[OPTION_MAPPING],
                                     .full_check = full_check};
    if (!option_required(invocation, OPTION_DB, &options.path, err) ||
        !make_work_folder(opening, err))
        return false;
    options.work_folder = opening->work_folder;
    return source_open(&options, &opening->home.contract, opening->arena, &opening->source, err);
}

const char *opening_file(const struct opening *opening, const char *folder, const char *name)
{
    return path_join(opening->arena, path_join(opening->arena, opening->path, folder), name);
}
