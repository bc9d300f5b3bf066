/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_STORY_H
#define SAMPLE_STORY_H

/**
 * What is told on purpose of SBK, over the last four quarters; all else about it and about its
 * successor SBN is in order.
 *
 *     first   it fails, and reports: sbk-facebook has an address at sbkmail.example, which is on no
 *             register; sbk-x keeps up a post of the category "link"; the moderation policy of
 *             sbk-youtube has run out, and that account is closed to feedback; sbk-instagram is
 *             used over an open network and beyond its duration
 *     second  all that stays; it contests the finding about the address
 *     third   the contested finding is withdrawn; sbk-youtube has a moderation policy again
 *     last    it is merged into SBN in mid-quarter, and sends no return: from that day on its
 *             accounts are SBN's, which puts both domains on the register and approves the accounts
 *             anew
 *
 * The registry overwrites: account.agency is SBN. Whose the accounts were, by date, stands in
 * account_agency.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct account;
struct scene;

/** Whether this is the body of which it is told. */
bool story_is_told(const struct scene *scene);

/** An address that is not on the register; NULL for every other account. */
const char *story_domain(const struct scene *scene, const struct account *account);

/** DAY_NONE for accounts whose duration it does not tell. */
int32_t story_duration_to(const struct scene *scene, const struct account *account);
bool story_is_closed_to_feedback(const struct scene *scene, const struct account *account);
bool story_network_fails(const struct scene *scene, const struct account *account, int quarter);
bool story_posts_link(const struct scene *scene, const struct account *account, int quarter);

/** The day on which account number i was created: in the first days of the first quarter. */
int32_t story_created_on(const struct scene *scene, size_t number);

/** The policies on moderation, of SBK each of one account, and the response. */
void story_write(struct scene *scene);

/** What the successor does about the accounts that come to it. */
void story_heir_write(struct scene *scene);

#endif
