/* SPDX-License-Identifier: MIT */
#ifndef CLI_CHECK_QUALITY_H
#define CLI_CHECK_QUALITY_H

/** The checks of data quality over a whole database, for `ulat check`: each with its severity and
 *  its count, and the keys of the first items where they are no persons. */

struct check;
struct session;

/** Closes the session's source at the end: the sums of measures are looked at last. */
void check_quality(struct check *check, struct session *session);

#endif
