/* SPDX-License-Identifier: MIT */
#include "run/letterhead.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/edition.h"
#include "draw/style.h"
#include "render/png.h"
#include "run/home.h"

#include <string.h>

#define MOST_BYTES ((size_t)1024 * 1024)
#define MOST_SIDE 4000 /* pixels */

/* A name only: what lies elsewhere would not be part of the home that others are given. */
static bool check_name(const char *name, struct error *err)
{
    if (!strchr(name, '/') && name[0] != '.')
        return true;
    return error_set(err, ERROR_CONFIG,
                     "theme.yaml: the logo '%s' is to be the name of a file in assets/", name);
}

bool letterhead_logo(const struct home *home, const struct theme *theme, struct arena *arena,
                     struct logo *ret_logo, struct error *err)
{
    struct text bytes = {0};
    struct logo logo = {0};
    *ret_logo = logo;
    if (!theme->logo)
        return true;
    if (!check_name(theme->logo, err))
        return false;
    const char *path = home_file(home, "assets", theme->logo, arena);
    bool good = file_read(path, MOST_BYTES, &bytes, err) ||
                error_hint(err, "theme.yaml names it as the logo, a PNG in assets/");
    if (good && !png_inspect(bytes.data, bytes.length, &logo.width, &logo.height))
        good = error_set(err, ERROR_CONFIG, "the logo '%s' is no PNG, or is not whole", path);
    if (good && (logo.width > MOST_SIDE || logo.height > MOST_SIDE))
        good = error_set(err, ERROR_CONFIG, "the logo '%s' has %d by %d pixels, more than %d", path,
                         logo.width, logo.height, MOST_SIDE);
    if (good) {
        logo.png = arena_bytes(arena, bytes.data, bytes.length);
        logo.length = bytes.length;
        *ret_logo = logo;
    }
    text_finish(&bytes);
    return good;
}

bool letterhead_sign(const struct theme *theme, struct edition *edition, struct error *err)
{
    if (!edition->issuer)
        edition->issuer = theme->issuer;
    if (!edition->office)
        edition->office = theme->office;
    if (!edition->contact)
        edition->contact = theme->contact;
    if (edition->issuer)
        return true;
    if (edition->path) {
        error_set(err, ERROR_CONFIG, "%s: nobody is named who issues the reports", edition->path);
        return error_hint(err, "write 'issuer' there, or 'issuer: {name: ...}' in theme.yaml");
    }
    edition->issuer = phrase(PHRASE_EDITION_NO_FILE);
    return true;
}
