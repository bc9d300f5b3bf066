/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_POSTS_H
#define SAMPLE_POSTS_H

/** post, post_violation, private_disclosure. */

struct scene;

void posts_write(struct scene *scene);
void disclosures_write(struct scene *scene);

#endif
