/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_INCIDENTS_H
#define SAMPLE_INCIDENTS_H

/** Table incident. */

#include <stdint.h>

struct account;
struct scene;

void incidents_write(struct scene *scene);

/** The breach assessment of something disclosed then; returns the incident's number. */
int64_t breach_write(struct scene *scene, const struct account *account, int64_t disclosed);

#endif
