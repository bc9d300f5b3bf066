/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_FACT_H
#define DOCUMENT_FACT_H

/**
 * The names that a template's text may take: {{period.title}}, {{score.band}},
 * {{control.EML-1.rate}}, {{measure.feedback-received.value}}. A closed list: an unknown name is an
 * error when the template is loaded; a missing value prints its mark.
 */

#include "document/document.h"
#include "input/yaml.h"

#include <stdbool.h>

struct arena;
struct build;
struct error;
struct listings;
struct template;
struct text;

/** What a template's facts may name, and what they need. */
struct fact_scope {
    const struct listings *listings;
    bool each_agency;
    bool *wanted;                    /* by listing: set for those that a fact counts */
    const struct template *template; /* of whose tables facts are told */
};

/** Checks every {{name}} and {{name|format}} of a text node. */
bool fact_check(const struct node *node, const struct fact_scope *scope, struct error *err);

/** Checks one name, as tiles give it. */
bool fact_check_name(const struct node *node, const char *name, const struct fact_scope *scope,
                     struct error *err);

/** The text with its facts filled in. */
const char *fact_fill(const struct build *build, const char *text);

/** One fact's cell and unit; false for an unknown name. */
bool fact_cell(const struct build *build, const char *name, struct cell *ret_cell,
               struct column *ret_column);

void fact_describe(struct text *text);

#endif
