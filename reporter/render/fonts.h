/* SPDX-License-Identifier: MIT */
#ifndef RENDER_FONTS_H
#define RENDER_FONTS_H

/** The process's fontconfig: one file of ours in place of the machine's configuration. */

#include <stdbool.h>

struct error;

/** Makes the file at `fonts_conf` the only configuration, whatever the environment says. An error
 * where it cannot be read, or where the family is not there in both weights. */
bool fonts_open(const char *fonts_conf, const char *family, struct error *err);

#endif
