/* SPDX-License-Identifier: MIT */
#include "render/versions.h"

#include "base/arena.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pango.h>
#include <png.h>
#include <qpdf/qpdf-c.h>
#include <string.h>
#include <xlsxwriter.h>

/** Fontconfig gives 21401 for 2.14.1. */
static const char *fontconfig_version(struct arena *arena)
{
    int version = FcGetVersion();
    return arena_printf(arena, "%d.%d.%d", version / 10000, version / 100 % 100, version % 100);
}

size_t versions_list(struct arena *arena, struct library_version **ret_versions)
{
    const struct library_version versions[] = {
        {"cairo", cairo_version_string()},    {"fontconfig", fontconfig_version(arena)},
        {"harfbuzz", hb_version_string()},    {"libpng", png_get_libpng_ver(NULL)},
        {"libqpdf", qpdf_get_qpdf_version()}, {"libxlsxwriter", lxw_version()},
        {"pango", pango_version_string()},
    };
    *ret_versions = arena_array(arena, ARRAY_LENGTH(versions), sizeof **ret_versions);
    memcpy(*ret_versions, versions, sizeof versions);
    return ARRAY_LENGTH(versions);
}
