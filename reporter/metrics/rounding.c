/* SPDX-License-Identifier: MIT */
#include "metrics/rounding.h"

#define MILLION (BILLION / 1000)

int64_t rounding_share(int64_t part, int64_t whole)
{
    int64_t share = (part + whole / 2) / whole;
    return share == BILLION && part < whole * BILLION ? BILLION - 1 : share;
}

int64_t rounding_millionths(int64_t billionths)
{
    int64_t millionths = (billionths + 2) / 1000;
    return millionths >= MILLION && billionths < BILLION ? MILLION - 1 : millionths;
}
