/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* The limit of Unicode's stream-safe format (UAX 15): no living script stacks more marks, and the
 * time that sorting them takes grows with the square of their number. */
#define MARKS_MOST 30

struct range {
    gunichar first;
    gunichar last;
};

/* What nobody can see on a page, or what changes the order in which its neighbours are seen. */
static const struct range dropped[] = {
    {0x0000, 0x001f},    /* C0; line breaks and tabs are dealt with before */
    {0x007f, 0x009f},    /* DEL and C1 */
    {0x00ad, 0x00ad},    /* soft hyphen */
    {0x034f, 0x034f},    /* combining grapheme joiner */
    {0x061c, 0x061c},    /* Arabic letter mark */
    {0x115f, 0x1160},    /* Hangul fillers */
    {0x17b4, 0x17b5},    /* Khmer inherent vowels */
    {0x180e, 0x180e},    /* Mongolian vowel separator */
    {0x200b, 0x200f},    /* zero-width space and joiners, direction marks */
    {0x202a, 0x202e},    /* embeddings and overrides */
    {0x2060, 0x206f},    /* word joiner, invisible operators, isolates */
    {0x3164, 0x3164},    /* Hangul filler */
    {0xe000, 0xf8ff},    /* private use */
    {0xfdd0, 0xfdef},    /* non-characters */
    {0xfeff, 0xfeff},    /* byte order mark */
    {0xffa0, 0xffa0},    /* halfwidth Hangul filler */
    {0xfff0, 0xfffb},    /* interlinear annotation */
    {0xe0000, 0xe007f},  /* tags */
    {0xf0000, 0x10ffff}, /* private use planes */
};

static bool is_dropped(gunichar c)
{
    if ((c & 0xfffe) == 0xfffe)
        return true;
    for (size_t i = 0; i < ARRAY_LENGTH(dropped); i++) {
        if (c >= dropped[i].first && c <= dropped[i].last)
            return true;
    }
    return false;
}

/* Tab, the vertical breaks of ASCII, NEL, and the separators of lines and paragraphs. */
static bool is_break(gunichar c)
{
    return (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_plain(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] < ' ' || bytes[i] > '~')
            return false;
    }
    return true;
}

/* The character at `bytes`, and its length; (gunichar)-1 for a byte that begins none. */
static gunichar next_character(const char *bytes, size_t length, size_t *ret_used)
{
    gunichar c;

    *ret_used = 1;
    if (*bytes == '\0')
        return 0; /* GLib would call it broken */
    c = g_utf8_get_char_validated(bytes, (gssize)length);
    if (c > 0x10ffff)
        return (gunichar)-1;
    *ret_used = (size_t)(g_utf8_next_char(bytes) - bytes);
    return c;
}

/* Appends the bytes of one character, or what stands for it. False where it was not kept. */
static bool append_clean(struct text *text, gunichar c, const char *bytes, size_t length)
{
    if (c == (gunichar)-1)
        text_append(text, "\xef\xbf\xbd");
    else if (is_break(c))
        text_append(text, " ");
    else if (!is_dropped(c)) {
        text_append_bytes(text, bytes, length);
        return true;
    }
    return false;
}

static bool clean(struct text *text, const char *bytes, size_t length)
{
    bool changed = false;
    size_t marks = 0;
    size_t used;

    for (size_t at = 0; at < length; at += used) {
        gunichar c = next_character(bytes + at, length - at, &used);
        bool is_mark = c <= 0x10ffff && g_unichar_combining_class(c) != 0;

        if (is_mark && marks == MARKS_MOST) {
            changed = true;
            continue;
        }
        if (c == '\r' && at + 1 < length && bytes[at + 1] == '\n')
            used = 2; /* one line break */
        if (!append_clean(text, c, bytes + at, used))
            changed = true;
        if (is_mark)
            marks++;
        else if (c > 0x10ffff || !is_dropped(c) || is_break(c))
            marks = 0;
    }
    return changed;
}

char *text_clean(struct arena *arena, const char *bytes, size_t length, bool *ret_changed)
{
    struct text text = {0};
    bool changed = false;
    char *normal;
    char *result;

    if (is_plain(bytes, length)) {
        result = arena_bytes(arena, bytes, length);
    } else {
        changed = clean(&text, bytes, length);
        normal = g_utf8_normalize(text_string(&text), (gssize)text.length, G_NORMALIZE_NFC);
        result = arena_text(arena, normal);
        g_free(normal);
        text_finish(&text);
    }
    if (ret_changed)
        *ret_changed = changed;
    return result;
}
