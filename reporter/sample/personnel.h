/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_PERSONNEL_H
#define SAMPLE_PERSONNEL_H

/** Table personnel_case. */

#include <stdint.h>

struct scene;

void personnel_write(struct scene *scene);

/** A case that begins with a complaint on that day; returns its number. */
int64_t case_write(struct scene *scene, int32_t complained);

#endif
