/* SPDX-License-Identifier: MIT */
#include "render/pdf_repair.h"

#include "base/text.h"

#include <stddef.h>
#include <string.h>

/* The last one: Info and Outlines stand behind all pages. Text cannot forge it, for Cairo escapes
 * parentheses in strings, and titles hold no line breaks. */
static char *find_last(const struct text *bytes, const char *needle)
{
    size_t length = strlen(needle);
    char *found = NULL;
    char *at = bytes->data;
    char *end = bytes->data + bytes->length;

    while (at && (at = memmem(at, (size_t)(end - at), needle, length)))
        found = at++;
    return found;
}

/* "   /CreationDate (2026" takes two of its three leading spaces for "D:". */
static void repair_date(struct text *bytes, const char *wrong, const char *right)
{
    char *at = find_last(bytes, wrong);

    if (at)
        memcpy(at, right, strlen(wrong));
}

static void repair_outline(struct text *bytes)
{
    static const char count[] = "/Count -";
    char *root = find_last(bytes, "<< /Type /Outlines\n");
    char *end = root ? strstr(root, ">>") : NULL;
    char *at = end ? memmem(root, (size_t)(end - root), count, sizeof count - 1) : NULL;

    if (at)
        at[sizeof count - 2] = ' ';
}

void pdf_repair(struct text *bytes)
{
    repair_date(bytes, "\n   /CreationDate (2", "\n /CreationDate (D:2");
    repair_date(bytes, "\n   /ModDate (2", "\n /ModDate (D:2");
    repair_outline(bytes);
}
