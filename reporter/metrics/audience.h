/* SPDX-License-Identifier: MIT */
#ifndef METRICS_AUDIENCE_H
#define METRICS_AUDIENCE_H

/** For whom a document is. */

enum audience { AUDIENCE_AGENCY, AUDIENCE_OVERSIGHT, AUDIENCE_PUBLIC, AUDIENCE_COUNT };
extern const char *const AUDIENCES[]; /* "agency", "oversight", "public", NULL */

#endif
