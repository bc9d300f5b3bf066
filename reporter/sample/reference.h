/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_REFERENCE_H
#define SAMPLE_REFERENCE_H

/** Tables that belong to no agency: region, holiday, clock, standing, event. */

struct world;
struct writer;

void reference_write(const struct world *world);
void regions_write(struct writer *writer);

#endif
