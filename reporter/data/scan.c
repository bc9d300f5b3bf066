/* SPDX-License-Identifier: MIT */

/*
 * The tables that a listing names, read from its tokens.
 *
 * SQLite's authorizer does not see all: it is not asked about columns that USING and NATURAL
 * compare, and once a view is flattened, counting main.t and counting a view of it look the same.
 * So the names are checked here as well: a table is one of the contract's, `period`, or a WITH name
 * of the listing's own.
 *
 * The tokens are SQLite's (tokenize.c). Where the scan is in doubt it takes a word for a table: it
 * may refuse too much, but what follows FROM, JOIN, IN or a comma of a FROM clause is never passed
 * over.
 */
#include "data/connection.h"

#include "base/arena.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

#define MOST_NESTING 200

enum token_kind { TOKEN_WORD, TOKEN_QUOTED, TOKEN_OTHER };

struct token {
    enum token_kind kind;
    size_t offset;
    const char *text; /* a word or a quoted name without its quotes; "" for numbers */
};

struct tokens {
    struct token *items;
    size_t count;
    size_t capacity;
    struct arena *arena;
};

struct scan {
    const struct source *source;
    const struct sql_text *text;
    struct tokens tokens;
};

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || (c & 0x80);
}

/** Blanks, comments and byte-order marks, all of which SQLite passes over between tokens. */
static size_t skip(const char *sql, size_t at)
{
    for (;;) {
        if (sql[at] && strchr(" \t\r\n\f", sql[at]))
            at++;
        else if (strncmp(sql + at, "\xEF\xBB\xBF", 3) == 0)
            at += 3;
        else if (strncmp(sql + at, "--", 2) == 0)
            at += strcspn(sql + at, "\n");
        else if (strncmp(sql + at, "/*", 2) == 0) {
            const char *end = strstr(sql + at + 2, "*/");
            at = end ? (size_t)(end - sql) + 2 : at + strlen(sql + at);
        } else
            return at;
    }
}

/** Behind the quoted name or string that begins at `at`; a doubled quote does not end it. */
static size_t quoted_end(const char *sql, size_t at, char close)
{
    for (at++; sql[at]; at++) {
        if (sql[at] != close)
            continue;
        if (close == ']' || sql[at + 1] != close)
            return at + 1;
        at++;
    }
    return at;
}

static size_t take_quoted(const char *sql, size_t at, struct arena *arena, struct token *token)
{
    char close = sql[at] == '[' ? ']' : sql[at];
    size_t end = quoted_end(sql, at, close);
    char *text = arena_array(arena, end - at, 1);
    size_t length = 0;
    for (size_t i = at + 1; i + 1 < end; i++) {
        text[length++] = sql[i];
        i += sql[i] == close; /* a doubled quote stands for one */
    }
    token->kind = TOKEN_QUOTED;
    token->text = text;
    return end;
}

static size_t take(const char *sql, size_t at, struct arena *arena, struct token *token)
{
    *token = (struct token){TOKEN_OTHER, at, ""};
    if (strchr("\"'`[", sql[at]))
        return take_quoted(sql, at, arena, token);
    size_t length = 0;
    while (is_word_byte(sql[at + length]))
        length++;
    if (length && (sql[at] < '0' || sql[at] > '9'))
        token->kind = TOKEN_WORD;
    if (!length)
        length = 1;
    if (token->kind == TOKEN_WORD || !is_word_byte(sql[at]))
        token->text = arena_bytes(arena, sql + at, length);
    return at + length;
}

static void read_tokens(struct tokens *tokens, const char *sql)
{
    for (size_t at = skip(sql, 0); sql[at]; at = skip(sql, at)) {
        tokens->items =
            vector_grow(tokens->items, tokens->count, &tokens->capacity, sizeof *tokens->items);
        at = take(sql, at, tokens->arena, &tokens->items[tokens->count++]);
    }
}

/** Whether token `i` is this keyword or sign; a quoted name is neither. Any index may be asked for.
 */
static bool is(const struct tokens *tokens, size_t i, const char *text)
{
    return i < tokens->count && tokens->items[i].kind != TOKEN_QUOTED &&
           sqlite3_stricmp(tokens->items[i].text, text) == 0;
}

static bool is_name(const struct tokens *tokens, size_t i)
{
    return i < tokens->count && tokens->items[i].kind != TOKEN_OTHER;
}

/** Whether `i` names a WITH table: NAME [(columns)] AS [[NOT] MATERIALIZED] ( */
static bool is_definition(const struct tokens *tokens, size_t i)
{
    if (!is_name(tokens, i))
        return false;
    i++;
    if (is(tokens, i, "(")) {
        while (i < tokens->count && !is(tokens, i, ")"))
            i++;
        i++;
    }
    if (!is(tokens, i, "AS"))
        return false;
    i++;
    i += is(tokens, i, "NOT");
    i += is(tokens, i, "MATERIALIZED");
    return is(tokens, i, "(");
}

static bool is_defined(const struct tokens *tokens, const char *name)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (is_definition(tokens, i) && sqlite3_stricmp(tokens->items[i].text, name) == 0)
            return true;
    return false;
}

static bool is_contract_name(const struct source *source, const char *name)
{
    return source_supplies(source, contract_find(source->contract, name)) ||
           sqlite3_stricmp(name, "period") == 0;
}

static struct place place_of(const struct scan *scan, size_t i)
{
    return statement_place(scan->text, scan->tokens.items[i].offset);
}

/** A WITH name that something else has as well could stand for either. */
static bool check_definition(const struct scan *scan, size_t i, struct error *err)
{
    const char *name = scan->tokens.items[i].text;
    if (!is_contract_name(scan->source, name) && !fence_knows(scan->source, name))
        return true;
    struct place place = place_of(scan, i);
    error_at(err, ERROR_CONFIG, &place,
             "this SQL is refused: its WITH may not define '%s', which is a table's name already",
             name);
    return error_hint(err, "give it another name");
}

static bool check_table(const struct scan *scan, size_t i, struct error *err)
{
    const struct tokens *tokens = &scan->tokens;
    const char *name = tokens->items[i].text;
    bool plain = !is(tokens, i + 1, ".") && !is(tokens, i + 1, "(");
    if (plain && (is_contract_name(scan->source, name) || is_defined(tokens, name)))
        return true;
    struct place place = place_of(scan, i);
    const char *schema = is(tokens, i + 1, ".") && is_name(tokens, i + 2) ? name : NULL;
    return error_at(err, ERROR_CONFIG, &place,
                    "this SQL is refused: it may not read %s%s%s: only the contract's tables",
                    schema ? schema : "", schema ? "." : "",
                    schema ? tokens->items[i + 2].text : name);
}

/** Where a FROM clause is over. None of these words can be a name; WINDOW can, so it is not among
 * them. */
static bool ends_from(const struct tokens *tokens, size_t i)
{
    static const char *const ENDS[] = {"SELECT", "WHERE", "GROUP",  "HAVING",   "ORDER",
                                       "LIMIT",  "UNION", "EXCEPT", "INTERSECT"};
    for (size_t e = 0; e < ARRAY_LENGTH(ENDS); e++)
        if (is(tokens, i, ENDS[e]))
            return true;
    return false;
}

/** FROM (VALUES ...) and FROM (WITH name AS ...): a query, no table. WITH alone can be a name. */
static bool begins_query(const struct tokens *tokens, size_t i)
{
    return is(tokens, i, "VALUES") ||
           (is(tokens, i, "WITH") && is_definition(tokens, i + 1 + is(tokens, i + 1, "RECURSIVE")));
}

struct walk {
    bool from[MOST_NESTING]; /* per bracket: in a FROM clause */
    size_t depth;
    bool expecting; /* a table's name comes next */
};

/** Takes one token. True where it is a table's name. */
static bool walk_on(struct walk *walk, const struct tokens *tokens, size_t i)
{
    bool expected = walk->expecting;
    walk->expecting = false;
    if (is(tokens, i, "(")) {
        walk->from[++walk->depth] = expected;
        walk->expecting = expected;
    } else if (is(tokens, i, ")")) {
        walk->depth -= walk->depth > 0;
    } else if (ends_from(tokens, i)) {
        walk->from[walk->depth] = false;
    } else if (is(tokens, i, "FROM") && !(i && is(tokens, i - 1, "DISTINCT"))) {
        walk->from[walk->depth] = walk->expecting = true;
    } else if (is(tokens, i, "JOIN")) {
        walk->expecting = true;
    } else if (is(tokens, i, ",")) {
        walk->expecting = walk->from[walk->depth];
    } else {
        return is_name(tokens, i) && (expected || (i && is(tokens, i - 1, "IN"))) &&
               !begins_query(tokens, i);
    }
    return false;
}

static bool check_tokens(const struct scan *scan, struct error *err)
{
    struct walk walk = {0};
    for (size_t i = 0; i < scan->tokens.count; i++) {
        if (is(&scan->tokens, i, "(") && walk.depth + 1 == MOST_NESTING)
            return error_set(err, ERROR_CONFIG, "%s: too many brackets in brackets",
                             scan->text->file);
        if (is_definition(&scan->tokens, i) && !check_definition(scan, i, err))
            return false;
        if (walk_on(&walk, &scan->tokens, i) && !check_table(scan, i, err))
            return false;
    }
    return true;
}

bool scan_tables(const struct source *source, const struct sql_text *text, struct error *err)
{
    struct scan scan = {source, text, {.arena = arena_new()}};
    read_tokens(&scan.tokens, text->sql);
    bool good = check_tokens(&scan, err);
    free(scan.tokens.items);
    arena_free(scan.tokens.arena);
    return good;
}
