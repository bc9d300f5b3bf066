/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_AGENCIES_H
#define SAMPLE_AGENCIES_H

/**
 * The tables about a body itself: agency, agency_name, agency_succession, agency_domain,
 * submission, exemption, staff, training, channel_coverage, campaign.
 */

struct scene;

void agency_write(const struct scene *scene);
void agency_quarters_write(struct scene *scene);
void agency_dealings_write(struct scene *scene);

#endif
