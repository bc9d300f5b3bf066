/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/error.h"
#include "draw/display.h"
#include "base/text.h"
#include "render/charset.h"
#include "render/tagged_parts.h"

#include <stdlib.h>

/* Follows keys from dictionary to dictionary; the caller releases what it gets. */
static qpdf_oh follow(qpdf_data qpdf, qpdf_oh from, const char *const *keys, size_t count)
{
    qpdf_oh at = qpdf_oh_new_object(qpdf, from);

    for (size_t i = 0; i < count; i++) {
        qpdf_oh next = qpdf_oh_get_key_if_dict(qpdf, at, keys[i]);
        qpdf_oh_release(qpdf, at);
        at = next;
    }
    return at;
}

static bool is_named(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name)
{
    qpdf_oh value = qpdf_oh_get_key(qpdf, dictionary, key);
    bool same = qpdf_oh_is_name_and_equals(qpdf, value, name);

    qpdf_oh_release(qpdf, value);
    return same;
}

static bool is_embedded(qpdf_data qpdf, qpdf_oh font)
{
    static const char *const files[] = {"/FontFile", "/FontFile2", "/FontFile3"};
    static const char *const keys[] = {"/FontDescriptor"};
    qpdf_oh descriptor = follow(qpdf, font, keys, 1);
    bool embedded = false;

    for (size_t i = 0; i < ARRAY_LENGTH(files) && !embedded; i++)
        embedded =
            qpdf_oh_is_dictionary(qpdf, descriptor) && qpdf_oh_has_key(qpdf, descriptor, files[i]);
    qpdf_oh_release(qpdf, descriptor);
    return embedded;
}

/* A composite font's only descendant; the font itself where it is a simple one. */
static qpdf_oh glyphs_font(qpdf_data qpdf, qpdf_oh font)
{
    if (!qpdf_oh_has_key(qpdf, font, "/DescendantFonts"))
        return qpdf_oh_new_object(qpdf, font);
    qpdf_oh array = qpdf_oh_get_key(qpdf, font, "/DescendantFonts");
    qpdf_oh first = qpdf_oh_get_array_item(qpdf, array, 0);
    qpdf_oh_release(qpdf, array);
    return first;
}

/* Cairo does not list the glyphs of a simple font's part. */
static bool list_glyphs(qpdf_data qpdf, qpdf_oh font)
{
    static const char *const keys[] = {"/FontDescriptor", "/FontFile3"};
    qpdf_oh descriptor = follow(qpdf, font, keys, 1);
    qpdf_oh program = follow(qpdf, font, keys, 2);
    bool listed = qpdf_oh_has_key(qpdf, descriptor, "/CharSet");

    if (!listed && qpdf_oh_is_stream(qpdf, program)) {
        struct text names = {0};
        unsigned char *bytes = NULL;
        size_t length = 0;
        QPDF_BOOL decoded = QPDF_FALSE;
        qpdf_oh_get_stream_data(qpdf, program, qpdf_dl_all, &decoded, &bytes, &length);
        listed = decoded && charset_names(bytes, length, &names);
        if (listed)
            object_put(qpdf, descriptor, "/CharSet", qpdf_oh_new_string(qpdf, text_string(&names)));
        free(bytes);
        text_finish(&names);
    }
    qpdf_oh_release(qpdf, program);
    qpdf_oh_release(qpdf, descriptor);
    return listed;
}

/* Cairo leaves out that its glyphs are numbered as in the font. */
static bool complete(qpdf_data qpdf, qpdf_oh font, struct error *err)
{
    qpdf_oh glyphs = glyphs_font(qpdf, font);
    bool embedded = is_embedded(qpdf, glyphs);

    if (is_named(qpdf, glyphs, "/Subtype", "/CIDFontType2") &&
        !qpdf_oh_has_key(qpdf, glyphs, "/CIDToGIDMap"))
        object_put_name(qpdf, glyphs, "/CIDToGIDMap", "/Identity");
    bool simple = is_named(qpdf, glyphs, "/Subtype", "/Type1");
    bool listed = !simple || !embedded || list_glyphs(qpdf, glyphs);
    qpdf_oh_release(qpdf, glyphs);
    if (!listed)
        return error_set(err, ERROR_INTERNAL, "a font of the PDF does not name its glyphs");
    if (!embedded)
        return error_set(err, ERROR_INTERNAL, "a font of the PDF is not embedded");
    return qpdf_oh_has_key(qpdf, font, "/ToUnicode") ||
           error_set(err, ERROR_INTERNAL, "a font of the PDF does not say what its glyphs mean");
}

static bool complete_page(const struct tagged *tagged, size_t page, struct error *err)
{
    static const char *const keys[] = {"/Resources", "/Font"};
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh fonts = follow(qpdf, tagged->pages[page], keys, ARRAY_LENGTH(keys));
    bool good = true;

    if (qpdf_oh_is_dictionary(qpdf, fonts)) {
        qpdf_oh_begin_dict_key_iter(qpdf, fonts);
        while (qpdf_oh_dict_more_keys(qpdf) && good) {
            qpdf_oh font = qpdf_oh_get_key(qpdf, fonts, qpdf_oh_dict_next_key(qpdf));
            good = complete(qpdf, font, err);
            qpdf_oh_release(qpdf, font);
        }
    }
    qpdf_oh_release(qpdf, fonts);
    return good;
}

bool tagged_fonts(struct tagged *tagged, struct error *err)
{
    for (size_t i = 0; i < tagged->job->display->page_count; i++)
        if (!complete_page(tagged, i, err))
            return false;
    return tagged_check(tagged, "completing its fonts", err);
}
