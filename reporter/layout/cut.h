/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_CUT_H
#define LAYOUT_CUT_H

/**
 * Text that must not take more than some lines: cut between characters, with a visible mark at its
 * end.
 */

#include "draw/measure.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct cutter {
    const struct measure *measure;
    struct arena *arena;
    const char *mark; /* at the end of what was cut */
};

/** The first `end` bytes and the mark. */
const char *text_cut(const struct cutter *cutter, const char *text, size_t end);

/** At most `most` lines. `ret_cut` says whether the text was cut for that. */
struct lines lines_cut(const struct cutter *cutter, const char *text, struct font font,
                       double width, size_t most, bool *ret_cut);

#endif
