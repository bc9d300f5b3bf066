/* SPDX-License-Identifier: MIT */
#ifndef RENDER_PNG_H
#define RENDER_PNG_H

/** PNG files from outside, looked into before anything is drawn of them (libpng). */

#include <stdbool.h>
#include <stddef.h>

/** False where the bytes are no PNG that can be read to its end; else its size in pixels. */
bool png_inspect(const char *bytes, size_t length, int *ret_width, int *ret_height);

#endif
