/* SPDX-License-Identifier: MIT */
#ifndef RENDER_TAGGED_PARTS_H
#define RENDER_TAGGED_PARTS_H

/**
 * The parts of render/tagged.h, and how they speak to libqpdf. Its calls fail silently: what they
 * were called on stays as it was, and the error is kept; tagged_check() asks for it.
 */

#include "base/geometry.h"
#include "draw/display.h"
#include "render/tagged.h"

#include <qpdf/qpdf-c.h>
#include <stddef.h>
#include <stdint.h>

/** Where a node of the structure tree stands on the pages. */
struct node_place {
    bool tagged;       /* it is a leaf with something drawn */
    bool kept;         /* it has an element: it, or one below it, holds something */
    bool linked;       /* a link area is among its marks */
    int page, number;  /* of its tag */
    size_t first, end; /* its marks and, perhaps, others between them */
};

struct tagged {
    const struct tagged_job *job;
    qpdf_data qpdf;
    qpdf_oh catalog;
    qpdf_oh *pages;
    qpdf_oh structure; /* the StructTreeRoot */
    struct node_place *places;
    qpdf_oh *elements;                          /* by node; 0: none */
    qpdf_oh type, roles[ROLE_COUNT], scopes[3]; /* what elements share; 0: not made yet */
    qpdf_oh *kids;                              /* the arrays of those that are no plain leaves */
    qpdf_oh parent_tree;                        /* the array of its numbers */
    size_t parents;                             /* how many numbers are given out */
};

/* ---- Objects. Those of object_put() and object_append() take the item over and release it. ----
 */

void object_put(qpdf_data qpdf, qpdf_oh dictionary, const char *key, qpdf_oh item);
void object_put_name(qpdf_data qpdf, qpdf_oh dictionary, const char *key,
                     const char *name); /* "/P" */
void object_put_integer(qpdf_data qpdf, qpdf_oh dictionary, const char *key, long long value);
/** UTF-8; nothing is put where it is NULL or empty. */
void object_put_text(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text);
/** The object stays the caller's. */
void object_put_same(qpdf_data qpdf, qpdf_oh dictionary, const char *key, qpdf_oh item);
void object_append(qpdf_data qpdf, qpdf_oh array, qpdf_oh item);
/** Objects as text, without references: "<< /Marked true >>". */
qpdf_oh object_parse(qpdf_data qpdf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** An indirect stream; its dictionary comes parsed from `dictionary`. */
qpdf_oh object_stream(qpdf_data qpdf, const char *dictionary, const char *bytes, size_t length);

/** False where a call of libqpdf failed, or it had to warn; `doing` says meanwhile what. */
bool tagged_check(const struct tagged *tagged, const char *doing, struct error *err);

/* ---- The parts, in their order. ---- */

/** Where each node stands; after it, `places` holds. */
void tagged_places(struct tagged *tagged);
/** The pages' instructions: tags held against those drawn, artifacts named. */
bool tagged_pages(struct tagged *tagged, struct error *err);
/** The elements. */
bool tagged_tree(struct tagged *tagged, struct error *err);
/** From a page's tags back to their elements; link areas, with words for those who cannot see where
 * they lie. */
bool tagged_links(struct tagged *tagged, struct error *err);
/** What fonts lack, and that they are whole. */
bool tagged_fonts(struct tagged *tagged, struct error *err);
bool tagged_files(struct tagged *tagged, struct error *err);
/** Language, title, metadata, the colours' meaning. */
bool tagged_catalog(struct tagged *tagged, struct error *err);

/** The text of a node's marks in one line: what a link says. */
void node_words(const struct tagged *tagged, int node, struct text *text);
/** What holds its marks, points from the page's top left corner. */
struct rect node_box(const struct tagged *tagged, int node);

/** "D:20260930120000Z" */
void pdf_date(struct text *text, int32_t day);

#endif
