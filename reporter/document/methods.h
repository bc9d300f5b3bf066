/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_METHODS_H
#define DOCUMENT_METHODS_H

/** Inside of document/: how scores come about, and what this run covers, in sentences from the
 * data. */

#include <stddef.h>

struct build;

struct sentences {
    const char **items;
    size_t count;
};

struct sentences methods_sentences(const struct build *build);
struct sentences notes_sentences(const struct build *build);

#endif
