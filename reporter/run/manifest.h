/* SPDX-License-Identifier: MIT */
#ifndef RUN_MANIFEST_H
#define RUN_MANIFEST_H

/**
 * manifest.json: from what an edition was made, and what came out. Everything that shapes the
 * bytes stands there with its SHA-256 or version. No times and no folders of the machine: the same
 * inputs give the same manifest. No personal data.
 */

#include <stdbool.h>
#include <stddef.h>

struct batch;
struct error;
struct run_options;
struct text;

/** Appends the whole file. The publication's files are all there but the manifest itself. */
bool manifest_write(const struct run_options *options, const struct batch *batch, struct text *text,
                    struct error *err);

#endif
