/* SPDX-License-Identifier: MIT */
#ifndef RENDER_REPLAY_H
#define RENDER_REPLAY_H

/** A display list's marks onto a Cairo context, whatever lies behind it. */

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>

struct display;
struct error;
struct mark;
struct tags;

/** The marks of each page in their order, found once: marks of running heads stand behind all
 * others. */
struct replay {
    const struct display *display;
    struct tags *tags; /* where each mark is to be tagged for what it is; NULL: nowhere */
    size_t *order;     /* indices of marks, page by page */
    size_t *starts;    /* of each page in `order`, and one more at the end */
};

void replay_init(struct replay *replay, const struct display *display);
void replay_finish(struct replay *replay);

/** Draws what can be seen of a page, on white; links and destinations are passed over. False where
 * an image cannot be read or a text has characters that must not be drawn; all other failures stay
 * in the context's status. */
bool replay_page(const struct replay *replay, int page, cairo_t *cr, struct error *err);

/** The marks of one page: `*ret_count` indices. */
const size_t *replay_marks(const struct replay *replay, int page, size_t *ret_count);

#endif
