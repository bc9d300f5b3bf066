/* SPDX-License-Identifier: MIT */
#include "chart/day_calendar.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "chart/series.h"
#include "draw/display.h"

#include <string.h>

static bool event_day(const struct figure_event *event, int32_t *ret_day)
{
    return event->at && date_parse(event->at, strlen(event->at), ret_day);
}

size_t day_event(const struct figure *figure, const struct days *days, int32_t day,
                 bool *ret_holiday)
{
    size_t number = 0;
    size_t found = 0;

    *ret_holiday = false;
    for (size_t i = 0; i < figure->event_count; i++) {
        int32_t at;
        if (!event_day(&figure->events[i], &at) || !days_holds(days, at))
            continue;
        if (figure->events[i].is_holiday) {
            *ret_holiday = *ret_holiday || at == day;
            continue;
        }
        number++;
        if (at == day && found == 0)
            found = number;
    }
    return found;
}

/* "321" or "no data" */
static const char *value_text(const struct canvas *canvas, const struct days *days, int32_t day)
{
    size_t row = days->rows[day - days->monday];
    return row == SLOT_EMPTY
               ? phrase(PHRASE_CHART_NO_DATA)
               : series_print(canvas->plot->figure, row, 0, canvas->plot->display->arena);
}

void day_events_list(const struct canvas *canvas, const struct days *days,
                     struct swatches *swatches)
{
    const struct figure *figure = canvas->plot->figure;
    size_t number = 0;

    for (size_t i = 0; i < figure->event_count; i++) {
        int32_t day;
        if (!event_day(&figure->events[i], &day) || !days_holds(days, day) ||
            figure->events[i].is_holiday)
            continue;
        struct text date = {0};
        struct text text = {0};
        date_short(&date, day);
        phrase_say(&text, PHRASE_CHART_DAY_EVENT, "number",
                   arena_printf(swatches->arena, "%zu", ++number), "date", text_string(&date),
                   "value", value_text(canvas, days, day), "event", figure->events[i].text, NULL);
        swatches_add(swatches,
                     (struct swatch){.text = arena_text(swatches->arena, text_string(&text))});
        text_finish(&date);
        text_finish(&text);
    }
}
