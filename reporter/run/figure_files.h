/* SPDX-License-Identifier: MIT */
#ifndef RUN_FIGURE_FILES_H
#define RUN_FIGURE_FILES_H

/**
 * The figures of a document as pictures for slides and posts: each as PNG, SVG or both, named
 * after the figure, with its number, title and alternative text beside it as plain text.
 */

#include <stdbool.h>

struct error;
struct output;

struct figure_kinds {
    bool png;
    bool svg;
};

/** Reads "png,svg"; an empty list or another word is an error. */
bool figure_kinds_parse(const char *list, struct figure_kinds *ret_kinds, struct error *err);

/** Writes what output->figures asks for; nothing where it asks for none. */
bool figure_files_write(const struct output *output, struct error *err);

#endif
