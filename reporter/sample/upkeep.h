/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_UPKEEP_H
#define SAMPLE_UPKEEP_H

/** How accounts are kept: content_plan, policy, access_check, review, audience. */

struct scene;

void policies_write(struct scene *scene);
void upkeep_write(struct scene *scene); /* needs the accounts */

#endif
