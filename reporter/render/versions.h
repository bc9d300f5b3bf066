/* SPDX-License-Identifier: MIT */
#ifndef RENDER_VERSIONS_H
#define RENDER_VERSIONS_H

/** Which versions of the outside libraries shaped the bytes of pages, pictures and workbooks. */

#include <stddef.h>

struct arena;

struct library_version {
    const char *name;
    const char *version;
};

/** By name; at run time, not those of the headers. Returns the count. */
size_t versions_list(struct arena *arena, struct library_version **ret_versions);

#endif
