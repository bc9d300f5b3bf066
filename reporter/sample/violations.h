/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_VIOLATIONS_H
#define SAMPLE_VIOLATIONS_H

/** What was found about published posts: post_violation, private_disclosure. */

#include <stdint.h>

struct account;
struct scene;

/** What the last post that was written may have been found to be, if anything. */
void violation_draw(struct scene *scene, const struct account *account, int quarter,
                    int64_t published);

/** The last post that was written is of the category, and still up; INSTANT_NONE: to this day. */
void violation_stays(struct scene *scene, const struct account *account, const char *category,
                     int64_t published, int64_t removed);

void disclosures_write(struct scene *scene);

#endif
