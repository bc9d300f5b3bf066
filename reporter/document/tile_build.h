/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TILE_BUILD_H
#define DOCUMENT_TILE_BUILD_H

/** Inside of document/: a template's tiles to the document's. */

#include <stddef.h>

struct build;
struct node;
struct tile;

struct tile *tiles_build(const struct build *build, const struct node *block, size_t *ret_count);

#endif
