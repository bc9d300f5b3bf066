/* SPDX-License-Identifier: MIT */
#include "run/reports.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "run/filename.h"
#include "run/home.h"

#include <string.h>

static const char ENDING[] = ".yaml";

bool reports_names(const struct home *home, struct arena *arena, const char ***ret_names,
                   size_t *ret_count, struct error *err)
{
    char **files;
    size_t count, kept = 0;
    if (!file_list(path_join(arena, home->path, "templates"), ENDING, arena, &files, &count, err))
        return false;
    const char **names = arena_array(arena, count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        const char *name = arena_bytes(arena, files[i], strlen(files[i]) - strlen(ENDING));
        if (strcmp(name, "method") == 0 || strcmp(name, "theme") == 0)
            continue;
        if (!filename_is_safe(name))
            return error_set(err, ERROR_CONFIG,
                             "the template's name '%s' cannot be part of the reports' file names: "
                             "letters, digits, - and _ only",
                             name);
        names[kept++] = name;
    }
    *ret_names = names;
    *ret_count = kept;
    return true;
}

static bool is_listed(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/** "no report is called 'x'", with the nearest or all. Always returns false. */
static bool fail_unknown(const char *what, const char *given, const char *const *words,
                         size_t count, struct error *err)
{
    const char *nearest = text_nearest(given, words, count);
    error_set(err, ERROR_USAGE, "there is no %s '%s'", what, given);
    if (nearest)
        return error_hint(err, "did you mean '%s'?", nearest);
    struct text list = {0};
    for (size_t i = 0; i < count; i++)
        text_printf(&list, "%s%s", i ? ", " : "", words[i]);
    error_hint(err, "there are %s", text_string(&list));
    text_finish(&list);
    return false;
}

static bool find_audience(const char *given, enum audience *ret_audience, struct error *err)
{
    size_t count = 0;
    for (; AUDIENCES[count]; count++) {
        if (strcmp(AUDIENCES[count], given) == 0) {
            *ret_audience = (enum audience)count;
            return true;
        }
    }
    return fail_unknown("audience", given, AUDIENCES, count, err);
}

static void note_reader(struct reports *reports, size_t listing, const struct template *template,
                        struct arena *arena)
{
    const char *others = reports->readers[listing];
    if (!template->wanted[listing])
        return;
    reports->wanted[listing] = true;
    reports->readers[listing] =
        others ? arena_printf(arena, "%s, %s", others, template->name) : template->name;
}

/** A report that is not for the audience asked for is left out again. */
static bool load_one(const struct home *home, const char *name, const enum audience *only,
                     struct arena *arena, struct reports *reports, struct error *err)
{
    struct template *template = &reports->templates[reports->count];
    const char *file = arena_printf(arena, "%s%s", name, ENDING);
    if (!template_load(home_file(home, "templates", file, arena), &home->listings, arena, template,
                       err))
        return false;
    if (only && !template->audiences[*only])
        return true;
    for (size_t l = 0; l < home->listings.count; l++)
        note_reader(reports, l, template, arena);
    reports->count++;
    return true;
}

bool reports_load(const struct home *home, const char *const *names, size_t count,
                  const char *audience, struct arena *arena, struct reports *ret_reports,
                  struct error *err)
{
    const char **known;
    size_t known_count;
    enum audience made_for = AUDIENCE_AGENCY;
    if ((audience && !find_audience(audience, &made_for, err)) ||
        !reports_names(home, arena, &known, &known_count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!is_listed(known, known_count, names[i]))
            return fail_unknown("report", names[i], known, known_count, err);
    *ret_reports = (struct reports){
        .templates = arena_array(arena, known_count + 1, sizeof *ret_reports->templates),
        .wanted = arena_array(arena, home->listings.count + 1, sizeof(bool)),
        .readers = arena_array(arena, home->listings.count + 1, sizeof(char *)),
    };
    for (size_t i = 0; i < known_count; i++)
        if ((count == 0 || is_listed(names, count, known[i])) &&
            !load_one(home, known[i], audience ? &made_for : NULL, arena, ret_reports, err))
            return false;
    if (ret_reports->count > 0)
        return true;
    return audience ? error_set(err, ERROR_USAGE, "none of the reports is for the audience '%s'",
                                audience)
                    : error_set(err, ERROR_CONFIG, "templates/ holds no report");
}
