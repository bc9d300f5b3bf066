/* SPDX-License-Identifier: MIT */
#include "input/quote.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static size_t width(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static uint32_t code_point(const char *bytes, size_t size)
{
    static const unsigned char LEAD_BITS[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t code = (unsigned char)bytes[0] & LEAD_BITS[size];
    for (size_t i = 1; i < size; i++)
        code = code << 6 | ((unsigned char)bytes[i] & 0x3F);
    return code;
}

/* A message goes to a terminal, where these would colour, move or turn round the text about them.
 */
static bool is_unsafe(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0xFEFF;
}

struct quote quote(const char *given)
{
    struct quote quote = {0};
    size_t length = 0;
    for (size_t i = 0; *given && i < QUOTE_CHARACTERS; i++) {
        size_t size = width((unsigned char)*given);
        bool unsafe = is_unsafe(code_point(given, size));
        memcpy(quote.text + length, unsafe ? "?" : given, unsafe ? 1 : size);
        length += unsafe ? 1 : size;
        given += size;
    }
    if (*given)
        memcpy(quote.text + length, "\xE2\x80\xA6", 3);
    return quote;
}
