/* SPDX-License-Identifier: MIT */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H

/** Colours in sRGB, components 0 to 1, and the contrast ratio of WCAG 2. */

#include <stdbool.h>

struct colour {
    double red;
    double green;
    double blue;
};

/** Exactly "#RRGGBB". */
bool colour_parse(const char *string, struct colour *ret_colour);

/** 1 to 21 (WCAG 2.2, contrast ratio). */
double colour_contrast(struct colour a, struct colour b);

#endif
