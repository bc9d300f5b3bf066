/* SPDX-License-Identifier: MIT */
#include "render/legible.h"

#include "base/arena.h"

#include <string.h>

#define REPLACEMENT 0xFFFDu
#define WHITE_SQUARE 0x25A1u /* for families without U+FFFD, as Inter is */
#define MOST_BYTES 3         /* of a replacement, for one byte that is replaced */

static bool is_plain(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] < 0x20 || text[i] > 0x7E)
            return false;
    }
    return true;
}

/* An invalid byte reads as U+FFFD. */
static size_t next_character(const char *text, size_t left, gunichar *ret_character)
{
    gunichar character = g_utf8_get_char_validated(text, (gssize)left);
    bool valid = character != (gunichar)-1 && character != (gunichar)-2;

    *ret_character = valid ? character : REPLACEMENT;
    return valid ? (size_t)(g_utf8_next_char(text) - text) : 1;
}

static bool is_control(gunichar character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

bool legible_lasts(gunichar character)
{
    bool private = (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;

    return !private && character != 0xFEFF && (character & 0xFFFE) != 0xFFFE;
}

static bool has_glyph(PangoFont *font, gunichar character)
{
    return legible_lasts(character) && pango_font_has_char(font, character);
}

static void remember(struct missing *missing, gunichar character)
{
    for (size_t i = 0; i < missing->count; i++) {
        if (missing->points[i] == character)
            return;
    }
    if (missing->count < MISSING_MOST)
        missing->points[missing->count++] = character;
}

static gunichar stand_in(PangoFont *font)
{
    if (pango_font_has_char(font, REPLACEMENT))
        return REPLACEMENT;
    return pango_font_has_char(font, WHITE_SQUARE) ? WHITE_SQUARE : '?';
}

static gunichar drawable(PangoFont *font, gunichar character, struct missing *missing)
{
    if (is_control(character))
        return ' ';
    if (has_glyph(font, character))
        return character;
    remember(missing, character);
    return stand_in(font);
}

static bool is_drawable(PangoFont *font, const char *text, size_t length)
{
    gunichar character;

    if (!g_utf8_validate_len(text, length, NULL))
        return false;
    for (size_t i = 0; i < length;) {
        i += next_character(text + i, length - i, &character);
        if (is_control(character) || !has_glyph(font, character))
            return false;
    }
    return true;
}

static const char *copy_spaced(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_array(arena, length + 2, 1);

    memcpy(copy, text, length);
    copy[length] = ' ';
    return copy;
}

struct legible legible_make(struct arena *arena, PangoFont *font, const char *text,
                            struct missing *missing)
{
    size_t length = strlen(text);
    size_t written = 0;
    gunichar character;

    if (is_plain(text, length) || is_drawable(font, text, length))
        return (struct legible){copy_spaced(arena, text, length), length, NULL};
    char *copy = arena_array(arena, length + 1, MOST_BYTES);
    size_t *origins = arena_array(arena, length + 1, MOST_BYTES * sizeof *origins);
    for (size_t i = 0; i < length;) {
        size_t step = next_character(text + i, length - i, &character);
        int bytes = g_unichar_to_utf8(drawable(font, character, missing), copy + written);
        for (int k = 0; k < bytes; k++)
            origins[written++] = i;
        i += step;
    }
    origins[written] = length;
    copy[written] = ' ';
    return (struct legible){copy, written, origins};
}

size_t legible_origin(const struct legible *legible, size_t offset)
{
    return legible->origins ? legible->origins[offset] : offset;
}
