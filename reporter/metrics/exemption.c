/* SPDX-License-Identifier: MIT */
#include "metrics/exemption.h"

#include "base/arena.h"
#include "data/reference.h"

#include <stdlib.h>
#include <string.h>

void exemptions_init(struct exemptions *exemptions, const struct reference *reference)
{
    size_t agencies = reference->agency_count;
    exemptions->reference = reference;
    exemptions->first = calloc(agencies + 2, sizeof *exemptions->first);
    exemptions->order = calloc(reference->exemption_count + 1, sizeof *exemptions->order);
    exemptions->came = calloc(reference->exemption_count + 1, sizeof *exemptions->came);
    if (!exemptions->first || !exemptions->order || !exemptions->came)
        arena_exhausted();
    /* Counting sort by agency: first[a + 2] counts, then first[a + 1] is where agency a goes next.
     */
    for (size_t i = 0; i < reference->exemption_count; i++)
        exemptions->first[reference->exemptions[i].agency + 2]++;
    for (size_t a = 2; a < agencies + 2; a++)
        exemptions->first[a] += exemptions->first[a - 1];
    for (size_t i = 0; i < reference->exemption_count; i++)
        exemptions->order[exemptions->first[reference->exemptions[i].agency + 1]++] = i;
}

void exemptions_finish(struct exemptions *exemptions)
{
    free(exemptions->first);
    free(exemptions->order);
    free(exemptions->came);
    *exemptions = (struct exemptions){0};
}

static bool names(const struct exemption *exemption, const char *control, const char *item)
{
    return strcmp(exemption->control, control) == 0 &&
           (!exemption->item || strcmp(exemption->item, item) == 0);
}

bool exemptions_hold(const struct exemptions *exemptions, size_t agency, const char *control,
                     const char *item, int32_t day)
{
    bool hold = false;
    for (size_t i = exemptions->first[agency]; i < exemptions->first[agency + 1]; i++) {
        size_t index = exemptions->order[i];
        const struct exemption *exemption = &exemptions->reference->exemptions[index];
        if (!names(exemption, control, item))
            continue;
        exemptions->came[index] = true;
        hold = hold || (exemption->granted_on <= day && exemption->expires_on > day);
    }
    return hold;
}
