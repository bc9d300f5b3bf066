/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_REVISION_H
#define DOCUMENT_REVISION_H

/**
 * Inside of document/: figures of groups of bodies (controls, measures, the median score) that
 * earlier editions published and that come out otherwise now. Registries
 * overwrite their past; the report must not do so in silence.
 */

#include "document/rows.h"

#include <stdbool.h>

/** Rows with ROW_REVISION: row->published is what was published, body and period are set. */
bool revisions_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                    struct error *err);

extern const struct row_column REVISION_COLUMNS[];

#endif
