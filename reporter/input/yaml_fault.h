/* SPDX-License-Identifier: MIT */
#ifndef INPUT_YAML_FAULT_H
#define INPUT_YAML_FAULT_H

/** libyaml's complaints in words that help whoever wrote the file. Only for yaml.c. */

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

/** What is being read: the bytes without a byte order mark, and where they come from. */
struct yaml_source {
    const char *bytes;
    size_t length;
    const char *file;
    size_t first_line;
};

/** A mark of libyaml (which counts from 0) as a place in the file. */
struct place yaml_place(const struct yaml_source *source, const yaml_mark_t *mark);

/** Records why the parser stopped. Always returns false. */
bool yaml_fault(const yaml_parser_t *parser, const struct yaml_source *source, struct error *err);

#endif
