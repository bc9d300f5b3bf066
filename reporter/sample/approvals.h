/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_APPROVALS_H
#define SAMPLE_APPROVALS_H

/** Table approval: valid, late, pending, denied, past the social media officer, or missing. */

#include <stdint.h>

#include "sample/put.h"

struct account;
struct scene;

struct approval {
    int32_t requested;
    int32_t decided; /* DAY_NONE: pending, or a day that nobody wrote down */
    const char *decision;
    const char *by;
    enum flag endorsed;
};

/** The day on which a legacy account was approved; DAY_NONE where it was not. */
int32_t approval_regularised(struct scene *scene, const struct account *account);

void approval_write(struct scene *scene, const struct account *account, int32_t regularised);
void approval_put(const struct scene *scene, const char *account, const struct approval *approval);

#endif
