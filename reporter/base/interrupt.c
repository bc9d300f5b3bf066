/* SPDX-License-Identifier: MIT */
#include "base/interrupt.h"

#include "base/error.h"

#include <signal.h>

/* The one variable of the program that is not passed on: a signal handler has no arguments. */
static volatile sig_atomic_t came;

static void note(int number)
{
    came = number;
}

void interrupt_watch(void)
{
    struct sigaction action = {.sa_handler = note, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

bool interrupt_check(struct error *err)
{
    return !came || error_set(err, ERROR_INTERRUPTED, "stopped: nothing was published");
}

int interrupt_signal(void)
{
    return came;
}
