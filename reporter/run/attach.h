/* SPDX-License-Identifier: MIT */
#ifndef RUN_ATTACH_H
#define RUN_ATTACH_H

/** The tables that stand on a document's pages, as files within its PDF. */

#include <stddef.h>

struct arena;
struct document;
struct pdf_attachment;

/** One CSV file a table, named as in the workbook: Table_3.csv. Returns the count; all memory is
 * the arena's. */
size_t attach_tables(const struct document *document, struct arena *arena,
                     struct pdf_attachment **ret_attachments);

#endif
