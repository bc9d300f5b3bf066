/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"

#include <assert.h>
#include <glib.h>

#include "base/date.h"

#define NATIONAL "national"

/*
 * Each scope has one sorted list of the holidays that fall on its weekdays, the national ones
 * included. Weekdays are counted by whole weeks, and what the list holds between two days is taken
 * off.
 */
struct calendar {
    GArray *national;
    GHashTable *scopes; /* scope -> GArray of int32_t */
    GHashTable *years;  /* with a national holiday */
    int32_t first;
    int32_t last;
    bool any;
    bool sealed;
};

static GArray *days_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(int32_t));
}

static void days_free(void *days)
{
    g_array_unref(days);
}

struct calendar *calendar_new(void)
{
    struct calendar *calendar = g_new0(struct calendar, 1);

    calendar->national = days_new();
    calendar->scopes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, days_free);
    calendar->years = g_hash_table_new(g_direct_hash, g_direct_equal);
    return calendar;
}

void calendar_free(struct calendar *calendar)
{
    if (calendar == NULL)
        return;
    g_hash_table_unref(calendar->scopes);
    g_hash_table_unref(calendar->years);
    g_array_unref(calendar->national);
    g_free(calendar);
}

static GArray *days_of_scope(struct calendar *calendar, const char *scope)
{
    if (g_str_equal(scope, NATIONAL))
        return calendar->national;
    GArray *days = g_hash_table_lookup(calendar->scopes, scope);
    if (days == NULL) {
        days = days_new();
        g_hash_table_insert(calendar->scopes, g_strdup(scope), days);
    }
    return days;
}

static bool is_weekday(int32_t day)
{
    return day_of_week(day) < 5;
}

static int year_of(int32_t day)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    return year;
}

void calendar_add(struct calendar *calendar, int32_t day, const char *scope)
{
    assert(!calendar->sealed);
    calendar->first = calendar->any ? MIN(calendar->first, day) : day;
    calendar->last = calendar->any ? MAX(calendar->last, day) : day;
    calendar->any = true;
    GArray *days = days_of_scope(calendar, scope);
    if (days == calendar->national)
        g_hash_table_add(calendar->years, GINT_TO_POINTER(year_of(day)));
    if (is_weekday(day))
        g_array_append_val(days, day);
}

static int compare_days(const void *a, const void *b)
{
    int32_t left = *(const int32_t *)a;
    int32_t right = *(const int32_t *)b;

    return (left > right) - (left < right);
}

static void sort_unique(GArray *days)
{
    guint kept = 0;

    g_array_sort(days, compare_days);
    for (guint i = 0; i < days->len; i++) {
        int32_t day = g_array_index(days, int32_t, i);
        if (kept == 0 || g_array_index(days, int32_t, kept - 1) != day)
            g_array_index(days, int32_t, kept++) = day;
    }
    g_array_set_size(days, kept);
}

void calendar_seal(struct calendar *calendar)
{
    GArray *national = calendar->national;
    GHashTableIter iter;
    void *days = NULL;

    assert(!calendar->sealed);
    calendar->sealed = true;
    sort_unique(national);
    g_hash_table_iter_init(&iter, calendar->scopes);
    while (g_hash_table_iter_next(&iter, NULL, &days)) {
        if (national->len > 0)
            g_array_append_vals(days, national->data, national->len);
        sort_unique(days);
    }
}

static const GArray *holidays_of(const struct calendar *calendar, const char *scope)
{
    assert(calendar->sealed);
    const GArray *days = scope == NULL ? NULL : g_hash_table_lookup(calendar->scopes, scope);
    return days == NULL ? calendar->national : days;
}

/* How many of the holidays fall on or before the day. */
static int64_t holidays_to(const GArray *holidays, int64_t day)
{
    guint low = 0;
    guint high = holidays->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(holidays, int32_t, middle) <= day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool calendar_is_working(const struct calendar *calendar, const char *scope, int32_t day)
{
    const GArray *holidays = holidays_of(calendar, scope);

    return is_weekday(day) && holidays_to(holidays, day) == holidays_to(holidays, (int64_t)day - 1);
}

/* Weekdays after the Sunday before the day's week, the day included. */
static int64_t weekdays_in_week(int32_t day)
{
    return MIN(day_of_week(day) + 1, 5);
}

/* Weekdays after `from` up to and including `to`. */
static int64_t weekdays_between(int32_t from, int32_t to)
{
    int64_t from_monday = (int64_t)from - day_of_week(from);
    int64_t to_monday = (int64_t)to - day_of_week(to);

    return (to_monday - from_monday) / 7 * 5 + weekdays_in_week(to) - weekdays_in_week(from);
}

int32_t calendar_working_days(const struct calendar *calendar, const char *scope, int32_t from,
                              int32_t to)
{
    const GArray *holidays = holidays_of(calendar, scope);

    if (to <= from)
        return 0;
    return (int32_t)(weekdays_between(from, to) -
                     (holidays_to(holidays, to) - holidays_to(holidays, from)));
}

/* The n-th weekday after `from`, n >= 1. */
static int64_t nth_weekday(int32_t from, int64_t n)
{
    int64_t monday = (int64_t)from - day_of_week(from);
    int64_t index = weekdays_in_week(from) + n - 1; /* weekdays from that Monday */

    return monday + index / 5 * 7 + index % 5;
}

/*
 * The due date is the k-th weekday for the least k that leaves n once the holidays up to it are
 * taken off; k exceeds n by the holidays to come at most. Both sides grow with k, so it is found
 * by halving.
 */
int32_t calendar_due(const struct calendar *calendar, const char *scope, int32_t from, int32_t n)
{
    const GArray *holidays = holidays_of(calendar, scope);
    int64_t before = holidays_to(holidays, from);
    int64_t low = n;
    int64_t high = n + (int64_t)holidays->len - before;

    assert(n >= 1);
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (middle - (holidays_to(holidays, nth_weekday(from, middle)) - before) >= n)
            high = middle;
        else
            low = middle + 1;
    }
    return (int32_t)MIN(nth_weekday(from, low), INT32_MAX);
}

bool calendar_knows_year(const struct calendar *calendar, int year)
{
    return g_hash_table_contains(calendar->years, GINT_TO_POINTER(year));
}

bool calendar_range(const struct calendar *calendar, int32_t *ret_first, int32_t *ret_last)
{
    if (!calendar->any)
        return false;
    *ret_first = calendar->first;
    *ret_last = calendar->last;
    return true;
}
