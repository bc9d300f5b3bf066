/* SPDX-License-Identifier: MIT */
#ifndef RUN_REPORTS_H
#define RUN_REPORTS_H

/** Which reports a run makes: the templates of a home, all of them or those asked for. */

#include "document/template.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct home;

struct reports {
    struct template *templates; /* by name */
    size_t count;
    bool *wanted;         /* by listing: what any of them needs */
    const char **readers; /* by listing: the names of those that need it, NULL: none */
};

/** The names of a home's templates, sorted: every templates/NAME.yaml but method and theme. */
bool reports_names(const struct home *home, struct arena *arena, const char ***ret_names,
                   size_t *ret_count, struct error *err);

/** `names` of `count`, all where that is 0; an unknown one is an error with the nearest. `audience`
 *  leaves out the reports for others; NULL takes all. */
bool reports_load(const struct home *home, const char *const *names, size_t count,
                  const char *audience, struct arena *arena, struct reports *ret_reports,
                  struct error *err);

#endif
