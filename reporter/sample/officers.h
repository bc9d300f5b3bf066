/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_OFFICERS_H
#define SAMPLE_OFFICERS_H

/** officer, assignment, qualification, competency, duty_review: the social media team of a body. */

#include <stdint.h>

#include "sample/world.h"

/** The day from which approvals under the Order were to be had. */
#define ORDER_YEAR 2018
int32_t order_day(void);

/** Sets scene->team. */
void team_write(struct scene *scene);

/** Makes somebody administrator of an account for this time. */
void administrator_write(struct scene *scene, const char *officer, const char *account,
                         struct span span);

/** The same at the body's successor, from the day on which the account is its own. */
void administrator_follows(struct scene *scene, const char *officer, const char *account);

/** A new officer with what he or she brings. */
void officer_write(struct scene *scene, char ret_officer[OFFICER_SIZE]);
void qualification_write(struct scene *scene, const char *officer, bool is_executive);

void duty_reviews_write(struct scene *scene);

#endif
