/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_POSTS_H
#define SAMPLE_POSTS_H

/** Table post; the posts' violations with them. */

struct scene;

void posts_write(struct scene *scene);

#endif
