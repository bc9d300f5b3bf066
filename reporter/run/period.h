/* SPDX-License-Identifier: MIT */
#ifndef RUN_PERIOD_H
#define RUN_PERIOD_H

/** Which quarter a run reports: the one asked for, else the edition's, else the latest for which
 *  agencies made their returns. */

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct contract;
struct edition;
struct error;
struct source;

/** `asked` may be NULL; `edition` without a file has no period. A quarter without data is an error
 *  that lists those with data; so is an edition of another quarter than the one asked for. */
bool period_choose(struct source *source, const struct contract *contract, const char *asked,
                   const struct edition *edition, struct arena *arena, int32_t *ret_period,
                   struct error *err);

#endif
