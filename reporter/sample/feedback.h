/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_FEEDBACK_H
#define SAMPLE_FEEDBACK_H

/** Table feedback: messages of citizens, without words and senders. */

struct scene;
struct world;

void feedback_write(struct scene *scene);

/** A few messages to a body that is in no register. */
void feedback_strays_write(struct world *world);

#endif
