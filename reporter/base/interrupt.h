/* SPDX-License-Identifier: MIT */
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

/**
 * SIGINT and SIGTERM end a run between two steps, so that what it made so far is removed. A second
 * signal ends it at once.
 */

#include <stdbool.h>

struct error;

/** Watches for both signals from now on. */
void interrupt_watch(void);

/** True as long as nobody asked to stop; else false, with an error of kind ERROR_INTERRUPTED. */
bool interrupt_check(struct error *err);

/** The signal that came, or 0. The program's exit code is then 128 and its number. */
int interrupt_signal(void);

#endif
