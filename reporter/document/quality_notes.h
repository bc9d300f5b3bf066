/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_QUALITY_NOTES_H
#define DOCUMENT_QUALITY_NOTES_H

/** Inside of document/: what the checks of data quality found, in sentences: an agency's own, with
 *  keys of items where they are no persons; of government as a whole in numbers. */

#include <stddef.h>

struct build;
struct sentences;

/** How many there can be at most. */
size_t quality_notes_room(const struct build *build);

/** Appends them; there is room. */
void quality_notes(const struct build *build, struct sentences *sentences);

#endif
