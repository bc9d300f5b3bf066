/* SPDX-License-Identifier: MIT */
#ifndef RUN_LETTERHEAD_H
#define RUN_LETTERHEAD_H

/**
 * What an office puts on all that it sends: its names, from the theme where the edition does not
 * say otherwise, and its logo, a PNG in assets/.
 */

#include "document/document.h"

#include <stdbool.h>

struct arena;
struct edition;
struct error;
struct home;
struct theme;

/** Reads the theme's logo; its bytes are the arena's. Without one `ret_logo` is all zero. An error
 * where the file is missing, is no PNG, or is larger than 1 MiB or 4,000 pixels. */
bool letterhead_logo(const struct home *home, const struct theme *theme, struct arena *arena,
                     struct logo *ret_logo, struct error *err);

/** Fills in what the edition leaves out. An error where nobody says who issues it. */
bool letterhead_sign(const struct theme *theme, struct edition *edition, struct error *err);

#endif
