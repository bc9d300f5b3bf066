/* SPDX-License-Identifier: MIT */
#include "document/method_change.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "document/published.h"
#include "metrics/results.h"

#include <string.h>

static bool is_agency_score(const struct published_value *value)
{
    return strcmp(value->kind, "score") == 0 && value->body[0] != '=';
}

/** The last quarter of which agencies' scores were published: an edition holds earlier ones too. */
static bool find_period(const struct published *published, int32_t *ret_period)
{
    bool found = false;
    for (size_t i = 0; i < published->count; i++) {
        const struct published_value *value = &published->values[i];
        int32_t period;
        if (!is_agency_score(value) || !period_parse(value->period, strlen(value->period), &period))
            continue;
        if (!found || period > *ret_period)
            *ret_period = period;
        found = true;
    }
    return found;
}

static bool is_of(const struct published_value *value, int32_t period)
{
    int32_t own;
    return is_agency_score(value) && period_parse(value->period, strlen(value->period), &own) &&
           own == period;
}

static size_t find_name(const char *const *names, size_t count, const char *name)
{
    size_t index = 0;
    while (index < count && strcmp(names[index], name) != 0)
        index++;
    return index;
}

static void list_now(const struct results *results, struct arena *arena,
                     struct method_change *change)
{
    const struct method *method = results->method;
    change->now = arena_array(arena, method->band_count + 1, sizeof *change->now);
    for (size_t b = 0; b < method->band_count; b++)
        change->now[b] = method->bands[b].name;
    change->now[method->band_count] = "";
    change->now_count = method->band_count + 1;
}

/** Those that there are now first, in their order, then what only was published. */
static void list_before(const struct results *results, const struct published *published,
                        int32_t period, struct arena *arena, struct method_change *change)
{
    size_t bands = results->method->band_count, count = bands;
    change->before = arena_array(arena, bands + published->count + 1, sizeof *change->before);
    memcpy(change->before, change->now, bands * sizeof *change->before);
    for (size_t i = 0; i < published->count; i++) {
        const struct published_value *value = &published->values[i];
        if (is_of(value, period) && *value->status &&
            find_name(change->before, count, value->status) == count)
            change->before[count++] = value->status;
    }
    change->before[count] = "";
    change->before_count = count + 1;
}

static void count_agency(const struct results *results, const struct published_value *value,
                         struct method_change *change)
{
    size_t agency = reference_find_agency(results->reference, value->body, strlen(value->body));
    if (agency == SIZE_MAX)
        return;
    size_t band = results_score(results, agency, change->period)->band;
    size_t now = band == SIZE_MAX ? change->now_count - 1 : band;
    size_t before = find_name(change->before, change->before_count, value->status);
    change->counts[before * change->now_count + now]++;
}

bool method_change_count(const struct results *results, const struct published *published,
                         struct arena *arena, struct method_change *ret_change)
{
    struct method_change change = {0};
    int32_t first = results->period - (PERIODS - 1), period = 0;
    if (!published || !find_period(published, &period) || period < first ||
        period > results->period)
        return false;
    for (size_t i = 0; !change.version && i < published->count; i++)
        if (is_of(&published->values[i], period))
            change.version = published->values[i].method;
    if (!*change.version || text_equal(change.version, results->method->version))
        return false;
    change.period = (size_t)(period - first);
    change.has_caps = period == results->period;
    list_now(results, arena, &change);
    list_before(results, published, period, arena, &change);
    change.counts =
        arena_array(arena, change.before_count * change.now_count, sizeof *change.counts);
    for (size_t i = 0; i < published->count; i++)
        if (is_of(&published->values[i], period))
            count_agency(results, &published->values[i], &change);
    *ret_change = change;
    return true;
}
