/* SPDX-License-Identifier: MIT */
#include "render/charset.h"

#include "base/text.h"

#include <ft2build.h>
#include <string.h>
#include FT_FREETYPE_H

#define LONGEST_NAME 128

static bool append_names(FT_Face face, struct text *names)
{
    char name[LONGEST_NAME];

    if (!FT_HAS_GLYPH_NAMES(face))
        return false;
    for (FT_Long glyph = 0; glyph < face->num_glyphs; glyph++) {
        if (FT_Get_Glyph_Name(face, (FT_UInt)glyph, name, sizeof name) != 0 || !name[0])
            return false;
        if (strcmp(name, ".notdef") != 0)
            text_printf(names, "/%s", name);
    }
    return true;
}

bool charset_names(const unsigned char *program, size_t length, struct text *ret_names)
{
    FT_Library library;
    FT_Face face;

    if (FT_Init_FreeType(&library) != 0)
        return false;
    bool read = FT_New_Memory_Face(library, program, (FT_Long)length, 0, &face) == 0;
    if (read) {
        read = append_names(face, ret_names);
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return read;
}
