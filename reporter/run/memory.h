/* SPDX-License-Identifier: MIT */
#ifndef RUN_MEMORY_H
#define RUN_MEMORY_H

/**
 * What earlier editions told the agencies, read from the findings.csv of the folder given with
 * --previous: the time for a repair runs from the first telling.
 */

#include "metrics/told.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct error;

#define MEMORY_FILE "findings.csv" /* record.h writes it */

/** Fills all but `today`, which is the caller's. Files of earlier versions do not say `state` and
 * `since`: their findings are open, since an unknown quarter. On failure nothing is to be finished.
 */
bool memory_load(const char *folder, struct arena *arena, struct told *ret_told, struct error *err);

/** Accepts a zeroed one. */
void memory_finish(struct told *told);

#endif
