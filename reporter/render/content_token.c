/* SPDX-License-Identifier: MIT */
#include "render/content_token.h"

#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
    return c && strchr("()<>[]{}/%", c);
}

static size_t skip_comment(const char *bytes, size_t length, size_t at)
{
    while (at < length && bytes[at] != '\n' && bytes[at] != '\r')
        at++;
    return at;
}

static size_t skip_blanks(const char *bytes, size_t length, size_t at)
{
    while (at < length && (is_blank(bytes[at]) || bytes[at] == '%'))
        at = bytes[at] == '%' ? skip_comment(bytes, length, at) : at + 1;
    return at;
}

/* Behind the last parenthesis; `length + 1` where there is none. */
static size_t skip_string(const char *bytes, size_t length, size_t at)
{
    int depth = 0;

    for (; at < length; at++) {
        if (bytes[at] == '\\')
            at++;
        else if (bytes[at] == '(')
            depth++;
        else if (bytes[at] == ')' && --depth == 0)
            return at + 1;
    }
    return length + 1;
}

static size_t skip_hex(const char *bytes, size_t length, size_t at)
{
    const char *end = memchr(bytes + at, '>', length - at);
    return end ? (size_t)(end - bytes) + 1 : length + 1;
}

static size_t skip_word(const char *bytes, size_t length, size_t at)
{
    do
        at++;
    while (at < length && !is_blank(bytes[at]) && !is_delimiter(bytes[at]));
    return at;
}

static bool doubled(const char *bytes, size_t length, size_t at)
{
    return at + 1 < length && bytes[at + 1] == bytes[at];
}

static size_t token_end(const char *bytes, size_t length, size_t at)
{
    switch (bytes[at]) {
    case '(':
        return skip_string(bytes, length, at);
    case '<':
        return doubled(bytes, length, at) ? at + 2 : skip_hex(bytes, length, at);
    case '>':
        return doubled(bytes, length, at) ? at + 2 : at + 1;
    case '[':
    case ']':
    case '{':
    case '}':
        return at + 1;
    default:
        return skip_word(bytes, length, at);
    }
}

static bool begins_operator(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || c == '"';
}

bool token_next(const char *bytes, size_t length, struct token *token)
{
    size_t begin = skip_blanks(bytes, length, token->end);

    *token = (struct token){.kind = TOKEN_OPERAND, .bytes = bytes, .begin = begin, .end = begin};
    if (begin >= length)
        return false;
    token->end = token_end(bytes, length, begin);
    if (token->end > length)
        token->kind = TOKEN_BROKEN;
    else if (begins_operator(bytes[begin]))
        token->kind = TOKEN_OPERATOR;
    return token->kind != TOKEN_BROKEN;
}

bool token_is(const struct token *token, const char *word)
{
    size_t length = strlen(word);
    return token->end - token->begin == length &&
           memcmp(token->bytes + token->begin, word, length) == 0;
}
