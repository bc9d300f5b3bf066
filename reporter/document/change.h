/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_CHANGE_H
#define DOCUMENT_CHANGE_H

/**
 * Whether one value differs from an earlier one, as readers may be told.
 *
 * A rate has gone up or down only where Newcombe's interval of the difference leaves 0 out. Counts,
 * scores and times are what they are: they are compared as they print, so that nobody reads of a
 * change between two figures that look alike. (A control is told in items instead: a census has no
 * interval.)
 */

#include "document/document.h"

enum change_kind {
    CHANGE_UNKNOWN, /* one of the values is not there */
    CHANGE_NONE,    /* the two print alike */
    CHANGE_UNCLEAR, /* rates whose difference may be chance */
    CHANGE_UP,
    CHANGE_DOWN,
};

enum change_kind change_between(const struct cell *before, const struct cell *now,
                                const struct column *column);

/** The difference that is worth a word: a point of a score or a rate; of a count or a time a
 * hundredth of `size`. Never 0. */
double change_unit(const struct column *column, double size);

#endif
