/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_PERSONNEL_H
#define SAMPLE_PERSONNEL_H

/** Table personnel_case. */

struct scene;

void personnel_write(struct scene *scene);

#endif
