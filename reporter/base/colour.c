/* SPDX-License-Identifier: MIT */
#include "base/colour.h"

#include <glib.h>
#include <math.h>
#include <string.h>

bool colour_parse(const char *string, struct colour *ret_colour)
{
    double parts[3];

    if (string[0] != '#' || strlen(string) != 7)
        return false;
    for (int i = 0; i < 3; i++) {
        int high = g_ascii_xdigit_value(string[1 + 2 * i]);
        int low = g_ascii_xdigit_value(string[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        parts[i] = (16 * high + low) / 255.0;
    }
    *ret_colour = (struct colour){parts[0], parts[1], parts[2]};
    return true;
}

/* The inverse of sRGB's transfer function. */
static double linear(double component)
{
    return component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

double colour_contrast(struct colour a, struct colour b)
{
    double first = luminance(a);
    double second = luminance(b);

    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}
