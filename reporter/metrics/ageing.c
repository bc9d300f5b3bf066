/* SPDX-License-Identifier: MIT */
#include "metrics/ageing.h"

#include "metrics/remedy.h"
#include "metrics/results.h"

static enum age age_of(const struct results *results, const struct open_finding *finding)
{
    int32_t days = finding->has_due ? results->as_of - finding->due_on : 0;
    if (finding->contested)
        return AGE_CONTESTED;
    if (!finding->overdue || days <= 0)
        return AGE_NOT_DUE;
    return days <= 30 ? AGE_TO_30 : days <= 90 ? AGE_TO_90 : days <= 180 ? AGE_TO_180 : AGE_OLDER;
}

void ageing_add(const struct results *results, const struct open_findings *open,
                struct ageing *ages)
{
    bool seen[AGE_COUNT] = {false};
    for (size_t i = 0; i < open->count; i++) {
        const struct control *control = results->controls[open->items[i].finding.control];
        enum age age = age_of(results, &open->items[i]);
        if (item_is_person(control->item))
            continue;
        ages[age].findings++;
        ages[age].critical += control->critical;
        ages[age].bodies += !seen[age];
        seen[age] = true;
    }
}
