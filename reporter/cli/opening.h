/* SPDX-License-Identifier: MIT */
#ifndef CLI_OPENING_H
#define CLI_OPENING_H

/**
 * What people edit, and perhaps the database, opened for a command that makes no whole run.
 *
 *     struct opening opening;
 *     opening_init(&opening);
 *     bool good = opening_home(&opening, invocation, err) &&
 *                 opening_source(&opening, invocation, false, err);
 *     ...
 *     opening_finish(&opening);
 */

#include "cli/options.h"
#include "run/home.h"

#include <stdbool.h>

struct error;
struct source;

struct opening {
    struct arena *arena;
    const char *path; /* of the home */
    struct home home;
    struct source *source; /* NULL until opening_source() */
    const char *work_folder;
};

void opening_init(struct opening *opening);
void opening_finish(struct opening *opening);

/** Finds the home, and loads nothing. */
bool opening_find(struct opening *opening, const struct invocation *invocation, struct error *err);

/** Finds and loads the home. */
bool opening_home(struct opening *opening, const struct invocation *invocation, struct error *err);

/** Opens --db over the home's contract. */
bool opening_source(struct opening *opening, const struct invocation *invocation, bool full_check,
                    struct error *err);

/** A file of the home, before it is loaded. */
const char *opening_file(const struct opening *opening, const char *folder, const char *name);

#endif
