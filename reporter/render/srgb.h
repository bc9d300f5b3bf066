/* SPDX-License-Identifier: MIT */
#ifndef RENDER_SRGB_H
#define RENDER_SRGB_H

/**
 * The colour profile that an archived PDF needs: sRGB (IEC 61966-2-1) as ICC version 2, written
 * from the standard's numbers.
 *
 * It is made here and not taken from a package, so that the bytes of reports do not depend on which
 * profile a machine has; and it is a third of the size of those.
 */

struct text;

void srgb_profile(struct text *profile);

#endif
