/* SPDX-License-Identifier: MIT */
#ifndef RENDER_XLSX_SAFE_H
#define RENDER_XLSX_SAFE_H

/**
 * Text and names as a workbook may hold them. The library checks little of
 * this itself, and Excel repairs or refuses a file that breaks one of these rules.
 */

#include <stdbool.h>
#include <stddef.h>

struct arena;

#define XLSX_CELL_UNITS 32767  /* Excel's limits, in UTF-16 units */
#define XLSX_HEADING_UNITS 255 /* the head of a table's column */
#define XLSX_PROPERTY_UNITS 255
#define XLSX_ATTRIBUTE_UNITS                                                                       \
    680 /* the library cuts attributes at 2,079 bytes, within a character */

/** Names in use. Zero-initialised is none; entries are the arena's. */
struct name_set {
    struct name_entry *first;
};

/** Cleaned text in which "_x0041_" stays what it says, cut with "… (cut)" at `units` UTF-16 units.
 *  NULL gives "". The result may be `string` itself. */
const char *xlsx_text(struct arena *arena, const char *string, size_t units);

/** Text of a page header or footer, whose code character is '&'. At most `units` units. */
const char *xlsx_header_text(struct arena *arena, const char *string, size_t units);

/** A tab name near `wanted` that Excel takes and that is not in `taken`, to which it is added. */
const char *xlsx_sheet_name(struct arena *arena, const char *wanted, struct name_set *taken);

/** A name for a table object: ASCII letters, digits and '_', and no cell's address. Neither it
 *  nor it with `suffix` is in `taken`; both are added. */
const char *xlsx_table_name(struct arena *arena, const char *wanted, const char *suffix,
                            struct name_set *taken);

/** A column's heading that is not empty and not in `taken` (case ignored), to which it is added. */
const char *xlsx_heading(struct arena *arena, const char *wanted, struct name_set *taken);

#endif
