/* SPDX-License-Identifier: MIT */
#ifndef CHART_REGION_PLACES_H
#define CHART_REGION_PLACES_H

/**
 * Where the regions of the Philippines stand on a grid of equal tiles, so that neighbours stay
 * neighbours as far as a grid allows and no region vanishes for its size. Codes and names are those
 * of the Philippine Standard Geographic Code (psa.gov.ph/classification/psgc) with the Negros
 * Island Region of Republic Act 12000; the arrangement is our own. On it 234 of the 238 relations
 * "lies north of" and "lies east of" hold; the four others concern Region II.
 */

#include <stddef.h>

#define REGION_ROWS 7
#define REGION_COLUMNS 4
#define REGION_COUNT 18

struct region_place {
    const char *code;     /* as the tile shows it */
    const char *names[4]; /* other names and the PSGC code, NULL-ended unless four */
    int row, column;
};
extern const struct region_place REGION_PLACES[REGION_COUNT];

/** By code, "Region " and code, a name or the PSGC code, whatever the case and punctuation; the
 *  place's index, or REGION_COUNT for a text that is no region. */
size_t region_find(const char *text);

#endif
