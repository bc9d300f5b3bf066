/* SPDX-License-Identifier: MIT */
#include "base/csv.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* Full-width = + - @: a spreadsheet set to Chinese or Japanese reads them as the narrow ones. */
static const char *const wide_starts[] = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                          "\xef\xbc\xa0"};

static const char *skip_digits(const char *at)
{
    while (*at >= '0' && *at <= '9')
        at++;
    return at;
}

/* [+-]digits[.digits]: what no spreadsheet takes for a formula. */
static bool is_number(const char *field)
{
    const char *digits = field + (*field == '-' || *field == '+');
    const char *end = skip_digits(digits);

    if (end == digits)
        return false;
    if (*end == '.' && skip_digits(end + 1) > end + 1)
        end = skip_digits(end + 1);
    return *end == '\0';
}

static bool is_formula(const char *field)
{
    const char *first = field + strspn(field, " ");

    if (*first == '\0' || is_number(field))
        return false;
    if (strchr("=+-@\t\r\n", *first))
        return true;
    for (size_t i = 0; i < ARRAY_LENGTH(wide_starts); i++) {
        if (text_starts(first, wide_starts[i]))
            return true;
    }
    return false;
}

void csv_field(struct text *text, const char *field)
{
    const char *mark = is_formula(field) ? "'" : "";

    if (!strpbrk(field, ",\"\r\n")) {
        text_printf(text, "%s%s", mark, field);
        return;
    }
    text_printf(text, "\"%s", mark);
    for (const char *c = field; *c; c++) {
        if (*c == '"')
            text_append(text, "\"");
        text_append_bytes(text, c, 1);
    }
    text_append(text, "\"");
}

void csv_separator(struct text *text)
{
    text_append(text, ",");
}

void csv_end_row(struct text *text)
{
    text_append(text, "\n");
}

size_t csv_column(const struct csv *csv, const char *name)
{
    for (size_t i = 0; csv->count > 0 && i < csv->rows[0].count; i++) {
        if (strcmp(csv->rows[0].fields[i], name) == 0)
            return i;
    }
    return (size_t)-1;
}
