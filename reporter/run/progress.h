/* SPDX-License-Identifier: MIT */
#ifndef RUN_PROGRESS_H
#define RUN_PROGRESS_H

/**
 * Who is told how far a run is. cli/ draws a line on a terminal; without a terminal nothing is
 * said. No clock: it is told after every document, and the teller thins.
 */

#include <stddef.h>

struct progress {
    void *self;
    void (*tell)(void *self, const char *doing, size_t done, size_t total);
};

/** Accepts NULL. */
static inline void progress_tell(const struct progress *progress, const char *doing, size_t done,
                                 size_t total)
{
    if (progress)
        progress->tell(progress->self, doing, done, total);
}

#endif
