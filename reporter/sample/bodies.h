/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_BODIES_H
#define SAMPLE_BODIES_H

/** Who there is: the cast of sample.h first, then as many others as were asked for. */

#include <stddef.h>

#include "sample/world.h"

#define CAST_COUNT 14

/** Sets world->bodies and world->body_count. */
void bodies_plan(struct world *world, size_t count);

/** The cast's first `count` (at most CAST_COUNT) bodies. */
void cast_plan(struct world *world, struct body *bodies, size_t count);

/** The code of a region, for any number. */
const char *region_code(size_t number);

/** A region drawn by its population. */
const char *region_draw(struct random *random);

#endif
