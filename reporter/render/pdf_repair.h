/* SPDX-License-Identifier: MIT */
#ifndef RENDER_PDF_REPAIR_H
#define RENDER_PDF_REPAIR_H

/**
 * What Cairo 1.16 writes wrongly, put right in place: no byte moves, so the cross-references hold.
 * A later Cairo that writes it rightly is left alone.
 *
 * Dates lack their "D:", and the outline's root counts its open entries as a negative number.
 */

struct text;

void pdf_repair(struct text *bytes);

#endif
