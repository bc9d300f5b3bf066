/* SPDX-License-Identifier: MIT */
#include "render/xlsx_safe.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"

#define ESCAPED_UNDERSCORE "_x005F_"
#define SHEET_UNITS 31
#define TABLE_NAME_MOST 60 /* defined names are kept in 128 bytes by the library */

static size_t utf8_size(const char *s)
{
    unsigned char lead = (unsigned char)*s;
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

static size_t utf16_units(const char *s)
{
    return utf8_size(s) == 4 ? 2 : 1;
}

static size_t text_units(const char *s)
{
    size_t units = 0;
    for (; *s; s += utf8_size(s))
        units += utf16_units(s);
    return units;
}

/* Readers decode "_xHHHH_" to one character wherever it stands. */
static bool is_escape(const char *s)
{
    if (s[0] != '_' || s[1] != 'x')
        return false;
    for (int i = 2; i < 6; i++) {
        if (!isxdigit((unsigned char)s[i]))
            return false;
    }
    return s[6] == '_';
}

/* Nearly all cells: nothing to clean, so nothing to copy. */
static bool is_plain(const char *s, size_t units)
{
    size_t i = 0;
    for (; s[i]; i++) {
        if (i == units || s[i] < ' ' || s[i] > '~' || is_escape(s + i))
            return false;
    }
    return true;
}

/* Appends clean text while it fits; returns where it stopped. */
static const char *append_escaped(struct text *text, const char *clean, size_t units)
{
    const char *s = clean;
    while (*s) {
        bool escape = is_escape(s);
        size_t size = utf8_size(s);
        size_t need = escape ? strlen(ESCAPED_UNDERSCORE) : utf16_units(s);
        if (need > units)
            break;
        text_append_bytes(text, escape ? ESCAPED_UNDERSCORE : s,
                          escape ? strlen(ESCAPED_UNDERSCORE) : size);
        units -= need;
        s += size;
    }
    return s;
}

const char *xlsx_text(struct arena *arena, const char *string, size_t units)
{
    if (!string)
        return "";
    if (is_plain(string, units))
        return string;
    const char *clean = text_clean(arena, string, strlen(string), NULL);
    struct text text = {0};
    if (*append_escaped(&text, clean, units)) {
        text_clear(&text);
        append_escaped(&text, clean, units - text_units(phrase(PHRASE_XLSX_CUT)));
        text_append(&text, phrase(PHRASE_XLSX_CUT));
    }
    char *result = arena_text(arena, text_string(&text));
    text_finish(&text);
    return result;
}

/* Bytes with every '&' doubled, as the header's own language asks. */
static void double_ampersands(struct text *text, const char *clean)
{
    for (const char *s = clean; *s; s++) {
        text_append_bytes(text, s, 1);
        if (*s != '&')
            continue;
        /* The library takes "&G" for a picture without seeing that the '&' is doubled. */
        text_append(text, s[1] == 'G' || s[1] == '[' ? "& " : "&");
    }
}

const char *xlsx_header_text(struct arena *arena, const char *string, size_t units)
{
    struct text text = {0};
    double_ampersands(&text, xlsx_text(arena, string, units));
    if (text_length(text_string(&text)) > units) {
        text_clear(&text);
        double_ampersands(&text, xlsx_text(arena, string, units / 3));
    }
    char *result = arena_text(arena, text_string(&text));
    text_finish(&text);
    return result;
}

/* ---- Sets of names ---- */

struct name_entry {
    const char *name;
    struct name_entry *next;
};

/* Which letters Excel takes for the same goes beyond ASCII ("Ñ" and "ñ"): any two characters
 * outside ASCII count as equal here, which at worst gives a name its number without need. */
static int name_letter(const char *s)
{
    unsigned char c = (unsigned char)*s;
    return c < 0x80 ? tolower(c) : 0x80;
}

static bool name_same(const char *a, const char *b)
{
    while (*a && *b) {
        if (name_letter(a) != name_letter(b))
            return false;
        a += utf8_size(a);
        b += utf8_size(b);
    }
    return *a == *b;
}

static bool name_taken(const struct name_set *taken, const char *name)
{
    for (const struct name_entry *entry = taken->first; entry; entry = entry->next) {
        if (name_same(entry->name, name))
            return true;
    }
    return false;
}

static void name_add(struct arena *arena, struct name_set *taken, const char *name)
{
    struct name_entry *entry = ARENA_NEW(arena, struct name_entry);
    *entry = (struct name_entry){.name = name, .next = taken->first};
    taken->first = entry;
}

/* The first characters of a name, as many as fit. */
static const char *name_cut(struct arena *arena, const char *name, size_t units)
{
    const char *end = name;
    while (*end && utf16_units(end) <= units) {
        units -= utf16_units(end);
        end += utf8_size(end);
    }
    return arena_bytes(arena, name, (size_t)(end - name));
}

/* `base`, or it with the first number that makes it new: "_2", or " (2)" with `bracket`. */
static const char *name_numbered(struct arena *arena, const char *base, size_t units, bool bracket,
                                 const struct name_set *taken)
{
    const char *name = name_cut(arena, base, units);
    for (size_t n = 2; name_taken(taken, name); n++) {
        const char *end =
            bracket ? arena_printf(arena, " (%zu)", n) : arena_printf(arena, "_%zu", n);
        const char *head = name_cut(arena, base, units - strlen(end));
        name = arena_printf(arena, "%s%s", head, end);
    }
    return name;
}

/* ---- Names ---- */

const char *xlsx_sheet_name(struct arena *arena, const char *wanted, struct name_set *taken)
{
    char *name = text_clean(arena, wanted, strlen(wanted), NULL);
    for (char *s = name; *s; s++) {
        if (strchr("[]:*?/\\' ", *s))
            *s = '_';
    }
    const char *base = *name ? name : "Sheet";
    if (name_same(base, "History")) /* Excel keeps it for itself */
        base = "History_";
    const char *result = name_numbered(arena, base, SHEET_UNITS, false, taken);
    name_add(arena, taken, result);
    return result;
}

/* "EML1", "R1C1" and "C" are addresses of cells. */
static bool is_address(const char *name)
{
    size_t letters = 0;
    while (isalpha((unsigned char)name[letters]))
        letters++;
    size_t digits = strspn(name + letters, "0123456789");
    if (letters <= 3 && digits > 0 && !name[letters + digits])
        return true;
    return strspn(name, "RrCc0123456789") == strlen(name);
}

const char *xlsx_table_name(struct arena *arena, const char *wanted, const char *suffix,
                            struct name_set *taken)
{
    char *base = arena_printf(arena, "%.*s", TABLE_NAME_MOST, wanted);
    for (char *s = base; *s; s++) {
        if (!isascii((unsigned char)*s) || !isalnum((unsigned char)*s))
            *s = '_';
    }
    if (!isalpha((unsigned char)*base) || is_address(base))
        base = arena_printf(arena, "t_%s", base);
    const char *name = base;
    for (size_t n = 2;; n++) {
        const char *with_suffix = arena_printf(arena, "%s%s", name, suffix);
        if (!name_taken(taken, name) && !name_taken(taken, with_suffix)) {
            name_add(arena, taken, name);
            name_add(arena, taken, with_suffix);
            return name;
        }
        name = arena_printf(arena, "%s_%zu", base, n);
    }
}

const char *xlsx_heading(struct arena *arena, const char *wanted, struct name_set *taken)
{
    const char *base = xlsx_text(arena, wanted, XLSX_HEADING_UNITS);
    if (!*base)
        base = "Column";
    const char *name = name_numbered(arena, base, XLSX_HEADING_UNITS, true, taken);
    name_add(arena, taken, name);
    return name;
}
