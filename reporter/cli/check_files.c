/* SPDX-License-Identifier: MIT */
#include "cli/check.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "data/source.h"
#include "document/edition.h"
#include "document/template.h"
#include "draw/style.h"
#include "run/letterhead.h"
#include "run/reports.h"

#include <string.h>

/** Every listing by itself, so that one mistake does not hide the next. */
static void check_listings(struct check *check, struct source *empty)
{
    struct arena *arena = check->opening.arena;
    const char *folder = path_join(arena, check->opening.path, "queries");
    struct error err = {0};
    char **names = NULL;
    size_t count = 0;
    if (!file_list(folder, ".sql", arena, &names, &count, &err))
        check_problem(check, &err);
    for (size_t i = 0; i < count; i++) {
        struct listing listing;
        if (strcmp(names[i], "contract.sql") == 0)
            continue;
        if (!listing_load(path_join(arena, folder, names[i]), empty, arena, &listing, &err))
            check_problem(check, &err);
    }
}

/** The checks of data quality, likewise; a home may have none. */
static void check_checks(struct check *check, struct source *empty)
{
    struct arena *arena = check->opening.arena;
    const char *folder =
        path_join(arena, path_join(arena, check->opening.path, "queries"), "checks");
    struct error err = {0};
    char **names = NULL;
    size_t count = 0;
    if (file_is_folder(folder) && !file_list(folder, ".sql", arena, &names, &count, &err))
        check_problem(check, &err);
    for (size_t i = 0; i < count; i++) {
        struct quality_check loaded;
        if (!check_load(path_join(arena, folder, names[i]), empty, arena, &loaded, &err))
            check_problem(check, &err);
    }
}

/** Contract, listings and method, each by itself. */
static void check_parts(struct check *check)
{
    struct arena *arena = check->opening.arena;
    struct contract contract = {0};
    struct source *empty = NULL;
    struct method method;
    struct error err = {0};
    if (contract_load(opening_file(&check->opening, "queries", "contract.sql"), arena, &contract,
                      &err) &&
        source_open_empty(&contract, arena, &empty, &err)) {
        check_listings(check, empty);
        check_checks(check, empty);
    } else {
        check_problem(check, &err);
    }
    source_close(empty);
    if (!method_load(opening_file(&check->opening, "templates", "method.yaml"), arena, &method,
                     &err))
        check_problem(check, &err);
}

/** What only shows when all are loaded together: ids, the sections of controls, the clauses. */
static bool check_home(struct check *check)
{
    struct error err = {0};
    size_t before = check->problems;
    check_parts(check);
    if (check->problems > before)
        return false;
    if (!home_load(check->opening.path, check->opening.arena, &check->opening.home, &err))
        return check_problem(check, &err);
    const struct listings *listings = &check->opening.home.listings;
    if (!clauses_check(&listings->clauses, listings, &err))
        check_problem(check, &err); /* the reports' table of clauses has a gap: nothing worse */
    return true;
}

static void check_templates(struct check *check)
{
    struct arena *arena = check->opening.arena;
    struct error err = {0};
    const char **names = NULL;
    size_t count = 0;
    if (!reports_names(&check->opening.home, arena, &names, &count, &err))
        check_problem(check, &err);
    for (size_t i = 0; i < count; i++) {
        struct template template;
        const char *path =
            opening_file(&check->opening, "templates", arena_printf(arena, "%s.yaml", names[i]));
        if (!template_load(path, &check->opening.home.listings, arena, &template, &err))
            check_problem(check, &err);
    }
    text_printf(check->text, "%zu %s\n", count, count == 1 ? "template" : "templates");
}

static void check_rest(struct check *check)
{
    const char *edition_path = check->invocation->values[OPTION_EDITION];
    struct error err = {0};
    struct theme theme;
    struct edition edition;
    struct logo logo;
    if (!theme_load(opening_file(&check->opening, "templates", "theme.yaml"), check->opening.arena,
                    &theme, &err) ||
        !letterhead_logo(&check->opening.home, &theme, check->opening.arena, &logo, &err))
        check_problem(check, &err);
    if (edition_path && !edition_load(edition_path, check->opening.arena, &edition, &err))
        check_problem(check, &err);
}

static void say_listings(struct check *check)
{
    const struct listings *listings = &check->opening.home.listings;
    size_t controls = 0, measures = 0;
    for (size_t l = 0; l < listings->count; l++) {
        controls += listings->items[l].control_count;
        measures += listings->items[l].measure_count;
    }
    text_printf(check->text, "%zu listings, %zu controls, %zu measures, %zu checks\n",
                listings->count, controls, measures, check->opening.home.checks.count);
}

bool check_files(struct check *check)
{
    bool loaded = check_home(check);
    if (loaded) {
        say_listings(check);
        check_templates(check); /* they name what listings declare */
    }
    check_rest(check);
    return loaded;
}
