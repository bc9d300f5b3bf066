/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_RESPONSES_H
#define SAMPLE_RESPONSES_H

/** Table response: what bodies answer to findings, and what becomes of it. */

#include <stdint.h>

struct scene;
struct world;

struct response {
    const char *finding; /* EML-1/DEX/dex-facebook */
    const char *kind;
    int32_t received;
    const char *decision; /* NULL: none, or not yet */
    int32_t decided;
    int32_t new_due;
};

void response_put(const struct world *world, const struct response *response);

/** Needs the findings that the scene noted. */
void responses_write(struct scene *scene);

#endif
