/* SPDX-License-Identifier: MIT */

/* Bodies over time: who led an account on a day, and which body took over from which. */
#include "data/reference_reading.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/** Rows without any day say no more than account.agency does, and are passed over. */
bool reference_read_lead(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    struct lead lead = {
        .account = map_find(reference->account_index, (const char *)sqlite3_column_text(row, 0)),
        .agency = reading_agency(reading, row, 1),
        .from = reading_day(row, 3, DAY_UNKNOWN_PAST),
        .to = reading_day(row, 4, DAY_UNKNOWN_FUTURE),
    };
    bool dated = lead.from != DAY_UNKNOWN_PAST || lead.to != DAY_UNKNOWN_FUTURE;
    if (!text_equal((const char *)sqlite3_column_text(row, 2), "lead") || !dated ||
        lead.account == MAP_NONE)
        return true;
    reference->stray_rows += lead.agency == MAP_NONE;
    reference->leads = vector_grow(reference->leads, reference->lead_count, &reading->capacity,
                                   sizeof *reference->leads);
    reference->leads[reference->lead_count++] = lead;
    return true;
}

static int compare_leads(const void *a, const void *b)
{
    const struct lead *x = a, *y = b;
    if (x->account != y->account)
        return x->account < y->account ? -1 : 1;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->agency < y->agency ? -1 : x->agency > y->agency;
}

void reference_sort_leads(struct reference *reference)
{
    if (reference->lead_count)
        qsort(reference->leads, reference->lead_count, sizeof *reference->leads, compare_leads);
}

/** The first lead of an account, or where it would be. */
static size_t lower_bound(const struct reference *reference, size_t account)
{
    size_t low = 0, high = reference->lead_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reference->leads[middle].account < account)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t reference_lead(const struct reference *reference, size_t account, int32_t day)
{
    size_t agency = reference->account_agency[account];
    for (size_t i = lower_bound(reference, account);
         i < reference->lead_count && reference->leads[i].account == account; i++)
        if (reference->leads[i].from <= day && day <= reference->leads[i].to)
            agency = reference->leads[i].agency;
    return agency;
}

bool reference_read_succession(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    struct succession succession = {
        .agency = reading_agency(reading, row, 0),
        .successor = reading_agency(reading, row, 1),
        .on_date = reading_day(row, 2, DAY_UNKNOWN_PAST),
    };
    if (succession.agency == MAP_NONE || succession.successor == MAP_NONE) {
        reference->stray_rows++;
        return true;
    }
    reference->successions = vector_grow(reference->successions, reference->succession_count,
                                         &reading->capacity, sizeof *reference->successions);
    reference->successions[reference->succession_count++] = succession;
    return true;
}

size_t reference_find_agency(const struct reference *reference, const char *code, size_t length)
{
    size_t low = 0, high = reference->agency_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *other = reference->agencies[middle].code;
        int order = strncmp(other, code, length);
        if (order == 0 && !other[length])
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}
