/* SPDX-License-Identifier: MIT */
#ifndef RENDER_CONTENT_TOKEN_H
#define RENDER_CONTENT_TOKEN_H

/** The words of a page's drawing instructions (ISO 32000-1, 7.2 and 7.8.2). Images within the
 * instructions are not understood: Cairo writes none on pages. */

#include <stdbool.h>
#include <stddef.h>

enum token_kind {
    TOKEN_OPERATOR, /* "Tj", "BDC"; also true, false and null, which no instruction of a page uses
                     */
    TOKEN_OPERAND,  /* a number, a name, a string, a bracket */
    TOKEN_BROKEN,   /* a string that never ends */
};

struct token {
    enum token_kind kind;
    const char *bytes; /* of the whole content */
    size_t begin, end;
};

/** The token behind `*token`, which is zero at first. False at the end, and where it is broken. */
bool token_next(const char *bytes, size_t length, struct token *token);

bool token_is(const struct token *token, const char *word);

#endif
