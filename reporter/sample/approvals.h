/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_APPROVALS_H
#define SAMPLE_APPROVALS_H

/** Table approval: valid, late, pending, denied, past the social media officer, or missing. */

#include <stdint.h>

struct account;
struct scene;

/** The day on which a legacy account was approved; DAY_NONE where it was not. */
int32_t approval_regularised(struct scene *scene, const struct account *account);

void approval_write(struct scene *scene, const struct account *account, int32_t regularised);

#endif
