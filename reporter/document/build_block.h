/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_BUILD_BLOCK_H
#define DOCUMENT_BUILD_BLOCK_H

/** Inside of document/: blocks of a template to blocks of the document that is being built. */

#include "document/document.h"

#include <stdbool.h>
#include <stddef.h>

struct build;
struct error;
struct node;

/** A block behind the last one; the list has room for blocks_most(). */
struct block *block_append(struct build *build, enum block_kind kind);

/** How many blocks a list of a template's blocks can become at most. */
size_t blocks_most(const struct build *build, const struct node *body);

/** Appends the blocks of a list. */
bool blocks_build(struct build *build, const struct node *body, struct error *err);

/** Appends the block of two sides that a columns block describes. */
bool columns_build(struct build *build, const struct node *content, struct error *err);

#endif
