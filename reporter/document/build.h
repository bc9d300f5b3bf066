/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_BUILD_H
#define DOCUMENT_BUILD_H

/**
 * A template and the results to a document. The document is about one body: an agency (scorecards),
 * or government as a whole.
 */

#include "document/document.h"
#include "document/edition.h"
#include "metrics/remedy.h"
#include "metrics/results.h"

#include <stdbool.h>
#include <stddef.h>

struct error;
struct peer_groups;
struct peers;
struct notices;
struct quality;
struct published;
struct template;

/** What was published before (--previous), for trends and revisions; see published.h. */
struct build {
    struct results *results; /* as the audience may see them */
    const struct edition *edition;
    const struct template *template;
    enum audience audience;
    const struct told *told;
    const struct published *published;            /* NULL: no earlier edition */
    const struct quality *quality;                /* NULL: not inspected */
    const struct peer_groups *const *peer_groups; /* [period]; NULL: no figures of peers */
    const struct notices *notices; /* the run's warnings, printed where the template asks */
    const char *source_name;       /* of the database, for "Source:" */
    const char *source_digest;
    struct logo logo;          /* of the issuer */
    struct arena *arena;       /* of the document */
    size_t body;               /* agency, or SIZE_MAX: government */
    struct open_findings open; /* the agency's, read once */
    const struct peers *peers; /* of the agency; NULL: too few of them */
    struct document *document; /* being built */
};

/** Builds the document for `build->body`; everything is in `build->arena`. */
bool build_document(struct build *build, struct document **ret_document, struct error *err);

#endif
