/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_UPKEEP_H
#define SAMPLE_UPKEEP_H

/** How accounts are kept: content_plan, access_check, audience; and review. */

struct scene;

void upkeep_write(struct scene *scene); /* needs the accounts */
void reviews_write(struct scene *scene);

/** Where an attestation comes from. */
const char *source_draw(struct scene *scene);

#endif
