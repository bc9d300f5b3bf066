/* SPDX-License-Identifier: MIT */
#ifndef RUN_HOME_H
#define RUN_HOME_H

/**
 * What people edit, loaded: the contract, the listings, the checks, the method. A home is a folder
 * that holds queries/, templates/ and assets/.
 */

#include "data/checks.h"
#include "data/contract.h"
#include "data/listing.h"
#include "metrics/method.h"

#include <stdbool.h>

struct arena;
struct error;
struct source;

struct home {
    const char *path;
    struct contract contract;
    struct source *empty; /* the contract without rows */
    struct listings listings;
    struct checks checks; /* of queries/checks/ */
    struct method method;
};

/** The folder given, else the working folder if it holds templates/, else the installed share. */
bool home_find(const char *given, struct arena *arena, const char **ret_path, struct error *err);

bool home_load(const char *path, struct arena *arena, struct home *ret_home, struct error *err);
void home_finish(struct home *home);

/** A file of the home: home_file(home, "templates", "theme.yaml", arena). */
const char *home_file(const struct home *home, const char *folder, const char *name,
                      struct arena *arena);

#endif
