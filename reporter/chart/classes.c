/* SPDX-License-Identifier: MIT */
#include "chart/classes.h"

#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "draw/style.h"

#include <math.h>
#include <stdlib.h>

#define USUAL 0.9 /* of the values lie at or below what is usual */
#define FAR 3.0   /* times as far from the least as the usual: an outlier */
#define NEAR 1e-9 /* of a step: what only floating point keeps from a break */

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The multiple of the step at or below a value. */
static double steps_below(double value, double step)
{
    return floor(value / step + NEAR);
}

/* How many classes of a step reach from lo to top. What cannot be exceeded, such as 100%, is in
 * the class below it. */
static double class_count(double lo, double top, double step, const struct domain *domain)
{
    bool full = domain->has_most && top >= domain->most;
    double last = full ? ceil(top / step - NEAR) : steps_below(top, step) + 1;
    return last - steps_below(lo, step);
}

static struct step class_step(double lo, double top, const struct domain *domain)
{
    struct step step = {1, 1};

    for (double wanted = CLASSES_MOST; wanted > 1e-3; wanted *= 0.8) {
        step = step_nice(lo, top, wanted);
        if (domain->whole && step.parts > 1)
            step = (struct step){1, 1};
        if (class_count(lo, top, step_value(step, 1), domain) <= CLASSES_MOST)
            break;
    }
    return step;
}

/* The highest value that still is usual: beyond it the top class is open. */
static double usual_top(const double *values, size_t count)
{
    double lo = values[0];
    double top = values[count - 1];
    double usual = values[(size_t)(USUAL * (double)(count - 1))];
    return usual > lo && top - lo > FAR * (usual - lo) ? usual : top;
}

static struct classes one_class(double value, const struct domain *domain)
{
    return (struct classes){.breaks = {value, value},
                            .count = 1,
                            .decimals = value == floor(value) ? 0 : 1,
                            .whole = domain->whole};
}

struct classes classes_make(double *values, size_t count, struct domain domain)
{
    if (count == 0)
        return (struct classes){0};
    qsort(values, count, sizeof *values, compare);
    if (values[0] >= values[count - 1])
        return one_class(values[0], &domain);

    double lo = values[0];
    double top = usual_top(values, count);
    struct step step = class_step(lo, top, &domain);
    double width = step_value(step, 1);
    struct classes classes = {.count = (size_t)class_count(lo, top, width, &domain),
                              .decimals = step_decimals(step),
                              .whole = domain.whole,
                              .open = top < values[count - 1]};
    int64_t first = (int64_t)steps_below(lo, width);
    for (size_t i = 0; i <= classes.count; i++)
        classes.breaks[i] = step_value(step, first + (int64_t)i);
    return classes;
}

struct classes classes_given(const struct figure *figure, struct domain domain)
{
    size_t most = figure->limit_count < CLASSES_MOST ? figure->limit_count : CLASSES_MOST - 1;
    struct classes classes = {.whole = domain.whole, .open = true};

    classes.breaks[classes.count++] = fmin(domain.lo, 0);
    for (size_t i = 0; i < most; i++) {
        double value = figure->limits[i].value;
        if (value > classes.breaks[classes.count - 1])
            classes.breaks[classes.count++] = value;
        if (value != floor(value))
            classes.decimals = 1;
    }
    return classes;
}

size_t classes_find(const struct classes *classes, double value)
{
    size_t index = 0;
    while (index + 1 < classes->count && value >= classes->breaks[index + 1])
        index++;
    return index;
}

static void print_break(const struct classes *classes, double value, const char *sign,
                        struct text *text)
{
    text_clear(text);
    number_decimal(text, value, classes->decimals);
    text_append(text, sign);
}

/* "10 to under 20%"; counts "10-19"; a class of one count "10". */
static void name_range(const struct classes *classes, size_t index, const char *sign,
                       struct text *text)
{
    bool last = index + 1 == classes->count;
    bool counts = classes->whole && classes->count > 1;
    double low = classes->breaks[index];
    double high = classes->breaks[index + 1] - (counts ? 1 : 0);
    struct text from = {0};
    struct text to = {0};

    print_break(classes, low, high > low ? "" : sign, &from);
    print_break(classes, high, sign, &to);
    if (high <= low)
        text_append(text, text_string(&from));
    else
        phrase_say(text,
                   counts ? PHRASE_CHART_CLASS_COUNTS
                   : last ? PHRASE_CHART_CLASS_LAST
                          : PHRASE_CHART_CLASS,
                   "from", text_string(&from), "to", text_string(&to), NULL);
    text_finish(&from);
    text_finish(&to);
}

void classes_name(const struct classes *classes, size_t index, enum column_unit unit,
                  struct text *text)
{
    const char *sign = unit == UNIT_PERCENT ? "%" : "";

    if (!classes->open || index + 1 < classes->count) {
        name_range(classes, index, sign, text);
        return;
    }
    struct text from = {0};
    print_break(classes, classes->breaks[index], sign, &from);
    phrase_say(text, PHRASE_CHART_CLASS_OPEN, "from", text_string(&from), NULL);
    text_finish(&from);
}

struct colour classes_colour(const struct classes *classes, size_t index, const struct theme *theme)
{
    if (classes->count <= 1)
        return theme->sequential[1];
    size_t step = (index * (CLASSES_MOST - 1) + (classes->count - 1) / 2) / (classes->count - 1);
    return theme->sequential[step];
}
