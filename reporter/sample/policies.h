/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_POLICIES_H
#define SAMPLE_POLICIES_H

/** Table policy. */

#include <stdint.h>

#include "sample/put.h"

struct scene;

struct policy {
    const char *account; /* NULL: all of the body */
    const char *kind;
    const char *form;
    const char *responsible;
    const char *contact;
    const char *url;
    enum flag bans;
    int32_t from; /* DAY_NONE where nobody wrote it down */
    int32_t to;   /* DAY_NONE: in force until the body's end */
    int32_t reviewed;
};

void policies_write(struct scene *scene);

/** A policy with all that one should have, from a day on. */
struct policy policy_complete(struct scene *scene, const char *account, const char *kind,
                              int32_t from);

void policy_put(const struct scene *scene, const struct policy *policy);

#endif
