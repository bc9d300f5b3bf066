/* SPDX-License-Identifier: MIT */
#include "document/edition.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/phrase.h"
#include "base/text.h"
#include "input/schema.h"
#include "input/yaml.h"

#include <ctype.h>
#include <string.h>

#define UNNAMED "draft" /* without a file */

static const struct schema_key EDITION[] = {
    {.name = "period", .type = SCHEMA_PERIOD, .required = true, .help = "the reported quarter"},
    {.name = "edition",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "draft 1, for comment, final, revised 1"},
    {.name = "replaces",
     .type = SCHEMA_TEXT,
     .help = "of a revision: the edition that it replaces"},
    {.name = "reason", .type = SCHEMA_TEXT, .help = "of a revision"},
    {.name = "as-of",
     .type = SCHEMA_DATE,
     .required = true,
     .help = "what was recorded later is left out"},
    {.name = "submission-deadline", .type = SCHEMA_DATE, .help = "for the agencies' returns"},
    {.name = "comment-by", .type = SCHEMA_DATE, .help = "last day for comments"},
    {.name = "published-on", .type = SCHEMA_DATE, .help = "the day of publication"},
    {.name = "next-release", .type = SCHEMA_DATE, .help = "the day of the next report"},
    {.name = "issuer",
     .type = SCHEMA_TEXT,
     .help = "who issues the reports; the theme's if absent"},
    {.name = "office", .type = SCHEMA_TEXT, .help = "its office in charge"},
    {.name = "contact", .type = SCHEMA_TEXT, .help = "where to write"},
    {.name = "signatory", .type = SCHEMA_TEXT, .help = "the post that signs"},
    {.name = "order-standing", .type = SCHEMA_TEXT, .help = "of the Order on the as-of day"},
    {0},
};

void edition_describe(struct text *text)
{
    schema_describe(EDITION, 0, text);
}

/** "For comment 2" to "forcomment2": letters and digits, lower case. */
static const char *make_slug(const char *name, struct arena *arena)
{
    char *slug = arena_text(arena, name), *to = slug;
    for (const char *from = name; *from; from++)
        if (isalnum((unsigned char)*from))
            *to++ = (char)tolower((unsigned char)*from);
    *to = '\0';
    return slug;
}

static bool check(const struct node *root, struct edition *edition, struct error *err)
{
    const struct node *name = node_find(root, "edition");
    edition->final = strcmp(edition->slug, "final") == 0;
    bool revised = text_starts(edition->slug, "revised");
    edition->draft = !edition->final && !revised;
    if (!*edition->slug)
        return error_at(err, ERROR_CONFIG, &name->place,
                        "the edition's name has no letter or digit");
    if (revised && (!edition->replaces || !edition->reason))
        return error_at(err, ERROR_CONFIG, &name->place,
                        "a revision needs 'replaces' and 'reason'");
    return true;
}

bool edition_load(const char *path, struct arena *arena, struct edition *ret_edition,
                  struct error *err)
{
    struct node *root = NULL;
    if (!yaml_read(path, arena, &root, err) || !schema_check(root, EDITION, "edition", err))
        return false;
    const char *period = node_text(root, "period", "");
    struct edition edition = {
        .name = node_text(root, "edition", NULL),
        .replaces = node_text(root, "replaces", NULL),
        .reason = node_text(root, "reason", NULL),
        .issuer = node_text(root, "issuer", NULL),
        .office = node_text(root, "office", NULL),
        .contact = node_text(root, "contact", NULL),
        .signatory = node_text(root, "signatory", NULL),
        .order_standing = node_text(root, "order-standing", NULL),
        .path = arena_text(arena, path),
    };
    edition.has_period = period_parse(period, strlen(period), &edition.period);
    edition.slug = make_slug(edition.name, arena);
    if (edition.replaces)
        edition.replaces = make_slug(edition.replaces, arena);
    node_date(root, "as-of", &edition.as_of);
    edition.has_deadline = node_date(root, "submission-deadline", &edition.deadline);
    edition.has_comment_by = node_date(root, "comment-by", &edition.comment_by);
    edition.has_published = node_date(root, "published-on", &edition.published_on);
    edition.has_next = node_date(root, "next-release", &edition.next_release);
    if (!check(root, &edition, err))
        return false;
    *ret_edition = edition;
    return true;
}

const char *edition_title(const struct edition *edition)
{
    bool unnamed = text_equal(edition->name, UNNAMED);
    return unnamed ? phrase(PHRASE_EDITION_DRAFT) : language_text(edition->name);
}

void edition_draft(int32_t period, struct edition *ret_edition)
{
    *ret_edition = (struct edition){
        .has_period = true,
        .period = period,
        .name = UNNAMED,
        .slug = "draft",
        .draft = true,
        .as_of = period_ends_before(period) - 1,
    };
}

int32_t edition_day(const struct edition *edition)
{
    return edition->has_published ? edition->published_on : edition->as_of;
}
