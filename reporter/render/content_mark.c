/* SPDX-License-Identifier: MIT */
#include "render/content_mark.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "draw/display.h"
#include "render/content_token.h"
#include "render/tag.h"

#include <stdlib.h>
#include <string.h>

#define DEEPEST 32 /* marks within marks; Cairo writes two */

/** Where the scan stands. */
struct marker {
    const struct content *content;
    struct text *text;
    struct error *err;
    size_t copied;   /* bytes of the content that are dealt with */
    size_t operands; /* where those of the next operator begin */
    bool fresh;      /* none of them was met yet */
    int depth;
    int tagged;  /* the depth at which a tag was begun; 0: none is open */
    size_t next; /* the tag that must come next */
};

static bool fail(const struct marker *marker, const char *what)
{
    return error_set(marker->err, ERROR_INTERNAL, "page %d of the PDF: %s", marker->content->page,
                     what);
}

/* An artifact that Cairo was told of as an element without meaning. */
static const char *const ARTIFACTS[] = {
    [ARTIFACT_LAYOUT] = "/Artifact BMC",
    [ARTIFACT_HEAD] = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC",
    [ARTIFACT_FOOT] = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC",
    [ARTIFACT_REPEATED] = "/Artifact <</Type /Pagination>> BDC",
};

static void copy_until(struct marker *marker, size_t end)
{
    text_append_bytes(marker->text, marker->content->bytes + marker->copied, end - marker->copied);
    marker->copied = end;
}

/* The ground lies in front of the first tag. */
static void end_ground(struct marker *marker, size_t at)
{
    copy_until(marker, at);
    text_append(marker->text, "EMC\n");
}

static void write_tag(struct marker *marker, const struct tag *tag, size_t end)
{
    if (marker->next == 0)
        end_ground(marker, marker->operands);
    if (tag->node != NODE_ARTIFACT)
        return;
    copy_until(marker, marker->operands);
    text_append(marker->text, ARTIFACTS[tag->artifact]);
    marker->copied = end;
}

/* The number of a tag's beginning, "/P << /MCID 3 >> BDC"; -1 where it has none. */
static long tag_number(const struct marker *marker, size_t end)
{
    static const char key[] = "/MCID ";
    const char *operands = marker->content->bytes + marker->operands;
    const char *at = memmem(operands, end - marker->operands, key, sizeof key - 1);

    return at ? strtol(at + sizeof key - 1, NULL, 10) : -1;
}

static bool begin_mark(struct marker *marker, size_t end)
{
    long number = tag_number(marker, end);

    if (++marker->depth > DEEPEST)
        return fail(marker, "its marks are nested too deeply");
    if (number < 0)
        return true;
    if (marker->tagged)
        return fail(marker, "a tag stands within a tag");
    if (marker->next >= marker->content->tag_count || (size_t)number != marker->next)
        return fail(marker, "its tags are not those that were drawn");
    marker->tagged = marker->depth;
    write_tag(marker, &marker->content->tags[marker->next], end);
    marker->next++;
    return true;
}

static bool end_mark(struct marker *marker)
{
    if (marker->depth == 0)
        return fail(marker, "a mark ends that never began");
    if (marker->depth == marker->tagged)
        marker->tagged = 0;
    marker->depth--;
    return true;
}

static bool is_one_of(const struct token *token, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (token_is(token, words[i]))
            return true;
    return false;
}

static bool paints(const struct token *token)
{
    static const char *const words[] = {"Tj", "TJ", "'",  "\"", "f",  "f*", "F",  "S",
                                        "s",  "B",  "B*", "b",  "b*", "sh", "Do", "BI"};
    return is_one_of(token, words, ARRAY_LENGTH(words));
}

static bool take_operator(struct marker *marker, const struct token *token)
{
    if (token_is(token, "BDC") || token_is(token, "BMC"))
        return begin_mark(marker, token->end);
    if (token_is(token, "EMC"))
        return end_mark(marker);
    bool ground = marker->next == 0 && token_is(token, "f");
    if (!marker->tagged && !ground && paints(token))
        return fail(marker, "something is painted outside every tag");
    return true;
}

static bool take_token(struct marker *marker, const struct token *token)
{
    if (marker->fresh)
        marker->operands = token->begin;
    marker->fresh = token->kind == TOKEN_OPERATOR;
    return token->kind != TOKEN_OPERATOR || take_operator(marker, token);
}

bool content_mark(const struct content *content, struct text *text, struct error *err)
{
    struct marker marker = {.content = content, .text = text, .err = err, .fresh = true};
    struct token token = {0};

    text_append(text, ARTIFACTS[ARTIFACT_LAYOUT]);
    text_append(text, "\n");
    while (token_next(content->bytes, content->length, &token))
        if (!take_token(&marker, &token))
            return false;
    if (token.kind == TOKEN_BROKEN)
        return fail(&marker, "its instructions cannot be read");
    if (marker.depth > 0)
        return fail(&marker, "a mark is never ended");
    if (marker.next != content->tag_count)
        return fail(&marker, "tags that were drawn are missing");
    if (marker.next == 0)
        end_ground(&marker, content->length);
    copy_until(&marker, content->length);
    return true;
}
