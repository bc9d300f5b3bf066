/* SPDX-License-Identifier: MIT */
#include "chart/track.h"

#include "chart/axis.h"
#include "chart/figure.h"

#include <math.h>

#define HALF_LINE 1.0 /* of the heaviest line, and a hair */
#define HALF_DOT 2.4

bool track_point(const struct tracks *tracks, size_t slot, size_t series, struct point *ret_point)
{
    double value = slot_value(tracks->plot->figure, &tracks->frame->slots, slot, series);
    if (!isfinite(value))
        return false;
    *ret_point = (struct point){frame_x(tracks->frame, slot), frame_y(tracks->frame, value)};
    return true;
}

bool track_joins(const struct tracks *tracks, size_t slot, size_t series)
{
    const struct slots *slots = &tracks->frame->slots;
    return slot > 0 && !tracks->cut[slot] &&
           isfinite(slot_value(tracks->plot->figure, slots, slot, series)) &&
           isfinite(slot_value(tracks->plot->figure, slots, slot - 1, series));
}

size_t track_last(const struct tracks *tracks, size_t series)
{
    struct point point;
    for (size_t slot = tracks->frame->slots.count; slot-- > 0;)
        if (track_point(tracks, slot, series, &point))
            return slot;
    return SLOT_EMPTY;
}

/* Cuts the part [*from, *to] of the way from a to b down to where it lies between lo and hi. */
static void clip(double a, double b, double lo, double hi, double *from, double *to)
{
    if (a == b) {
        if (a < lo || a > hi)
            *to = -1;
        return;
    }
    double first = (lo - a) / (b - a), second = (hi - a) / (b - a);
    *from = fmax(*from, fmin(first, second));
    *to = fmin(*to, fmax(first, second));
}

static bool segment_hits(struct point a, struct point b, struct rect box)
{
    double from = 0, to = 1;
    clip(a.x, b.x, box.x, box.x + box.width, &from, &to);
    clip(a.y, b.y, box.y, box.y + box.height, &from, &to);
    return from <= to;
}

bool tracks_hit(const struct tracks *tracks, struct rect box)
{
    struct rect line = rect_inset(box, -HALF_LINE);
    struct rect dot = rect_inset(box, -HALF_DOT);
    for (size_t series = 0; series < tracks->plot->figure->value_count; series++) {
        struct point before = {0};
        for (size_t slot = 0; slot < tracks->frame->slots.count; slot++) {
            struct point at;
            if (!track_point(tracks, slot, series, &at))
                continue;
            if (segment_hits(at, at, dot) ||
                (track_joins(tracks, slot, series) && segment_hits(before, at, line)))
                return true;
            before = at;
        }
    }
    return false;
}
