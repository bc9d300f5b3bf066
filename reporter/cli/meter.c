/* SPDX-License-Identifier: MIT */
#include "cli/meter.h"

#include "cli/messages.h"

#include <stdio.h>
#include <string.h>

static const char CLEAR_LINE[] = "\r\x1b[K";

static void tell(void *self, const char *doing, size_t done, size_t total)
{
    struct meter *meter = self;
    size_t percent = total ? done * 100 / total : 0;
    bool same = meter->shown && percent == meter->percent &&
                strncmp(doing, meter->doing, METER_WORDS - 1) == 0;
    if (!meter->on || same)
        return;
    meter->shown = true;
    meter->percent = percent;
    snprintf(meter->doing, sizeof meter->doing, "%s", doing);
    fprintf(stderr, "%s%s", CLEAR_LINE, meter->doing);
    if (total)
        fprintf(stderr, "%s%zu of %zu (%zu%%)", *doing ? ": " : "", done, total, percent);
    fflush(stderr);
}

void meter_init(struct meter *meter, bool quiet)
{
    *meter = (struct meter){.on = !quiet && message_terminal()};
    meter->progress = (struct progress){.self = meter, .tell = tell};
}

void meter_clear(struct meter *meter)
{
    if (!meter->shown)
        return;
    fputs(CLEAR_LINE, stderr);
    fflush(stderr);
    meter->shown = false;
}
