/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

/**
 * A document's blocks onto A4 pages: the flow, keep rules, contents, running heads. The
 * result is a display list that any renderer draws as it is.
 */

#include <stdbool.h>

struct arena;
struct document;
struct display;
struct error;
struct figure;
struct measure;
struct notices;
struct theme;

struct flow_options {
    const struct theme *theme;
    const struct measure *measure;
    struct arena *arena;
    struct notices *notices; /* text that had to be cut is told here */
};

/** On success the caller frees the display with display_free(). */
bool flow_document(const struct document *document, const struct flow_options *options,
                   struct display **ret_display, struct error *err);

/** A figure alone (number, title, subtitle, plot, source, note) on a page of its own size and the
 * given width: for pictures in workbooks and slides. */
bool flow_figure(const struct document *document, const struct figure *figure, double width,
                 const struct flow_options *options, struct display **ret_display,
                 struct error *err);

#endif
