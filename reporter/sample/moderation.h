/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_MODERATION_H
#define SAMPLE_MODERATION_H

/** Table moderation: what was done about comments and users of the public. */

struct scene;

void moderation_write(struct scene *scene);

#endif
