/* SPDX-License-Identifier: MIT */
#include "draw/measure.h"

#include <assert.h>

struct lines measure_lines(const struct measure *measure, const char *text, struct font font,
                           double width)
{
    assert(text);
    struct lines lines = measure->lines(measure->self, text, font, width);
    assert(lines.count > 0);
    return lines;
}

double measure_width(const struct measure *measure, const char *text, struct font font)
{
    return measure_lines(measure, text, font, 0).items[0].width;
}
