/* SPDX-License-Identifier: MIT */
#include "input/schema_scalar.h"

#include "base/arena.h"
#include "base/colour.h"
#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "input/quote.h"
#include "input/schema_values.h"

#include <inttypes.h>
#include <string.h>

static bool is_text(const char *given, const struct schema_key *key)
{
    (void)key;
    return *given;
}

static bool is_word(const char *given, const struct schema_key *key)
{
    for (size_t i = 0; key->words[i]; i++) {
        if (strcmp(key->words[i], given) == 0)
            return true;
    }
    return false;
}

static bool is_id(const char *given, const struct schema_key *key)
{
    (void)key;
    return value_is_id(given);
}

static bool is_limited(const struct schema_key *key)
{
    return key->least != 0 || key->most != 0;
}

static bool is_integer(const char *given, const struct schema_key *key)
{
    int64_t value;
    return number_parse(given, &value) &&
           (!is_limited(key) || (value >= key->least && value <= key->most));
}

static bool is_decimal(const char *given, const struct schema_key *key)
{
    (void)key;
    double value;
    return number_parse_decimal(given, &value);
}

static bool is_percent(const char *given, const struct schema_key *key)
{
    (void)key;
    int64_t value;
    return value_percent(given, &value);
}

static bool is_yes_no(const char *given, const struct schema_key *key)
{
    (void)key;
    bool yes;
    return value_yes_no(given, &yes);
}

static bool is_date(const char *given, const struct schema_key *key)
{
    (void)key;
    int32_t day;
    return date_parse(given, strlen(given), &day);
}

static bool is_days(const char *given, const struct schema_key *key)
{
    (void)key;
    int32_t days;
    bool working;
    return value_days(given, &days, &working);
}

static bool is_period(const char *given, const struct schema_key *key)
{
    (void)key;
    int32_t period;
    return period_parse(given, strlen(given), &period);
}

static bool is_colour(const char *given, const struct schema_key *key)
{
    (void)key;
    struct colour colour;
    return colour_parse(given, &colour);
}

struct scalar {
    bool (*matches)(const char *given, const struct schema_key *key);
    const char *expected;
};

static const struct scalar SCALARS[] = {
    [SCHEMA_TEXT] = {is_text, "a text"},
    [SCHEMA_WORD] = {is_word, NULL},
    [SCHEMA_ID] = {is_id, "a name of letters, digits, '_' and '-' that begins with a letter"},
    [SCHEMA_INTEGER] = {is_integer, "a whole number"},
    [SCHEMA_DECIMAL] = {is_decimal, "a number such as 0.25"},
    [SCHEMA_PERCENT] = {is_percent, "a whole percentage from 0% to 100%"},
    [SCHEMA_YES_NO] = {is_yes_no, "yes or no"},
    [SCHEMA_DATE] = {is_date, "a date such as 2026-09-30"},
    [SCHEMA_DAYS] = {is_days, "a time such as '30 working days' or '30 days'"},
    [SCHEMA_PERIOD] = {is_period, "a quarter such as 2026-Q3"},
    [SCHEMA_COLOUR] = {is_colour, "a colour such as \"#12436D\""},
};

bool schema_is_scalar(enum schema_type type)
{
    return (size_t)type < ARRAY_LENGTH(SCALARS);
}

static void expect_words(const char *const *words, struct text *text)
{
    text_append(text, words[0] && words[1] ? "one of " : "");
    for (size_t i = 0; words[i]; i++)
        text_printf(text, "%s%s", i > 0 ? ", " : "", words[i]);
}

void schema_expected(const struct schema_key *key, enum schema_type type, struct text *text)
{
    if (type == SCHEMA_WORD) {
        expect_words(key->words, text);
        return;
    }
    text_append(text, SCALARS[type].expected);
    if (type == SCHEMA_INTEGER && is_limited(key))
        text_printf(text, " from %" PRId64 " to %" PRId64, key->least, key->most);
}

bool schema_mistyped(const struct node *node, const char *name, const char *expected,
                     struct error *err)
{
    if (node->kind != NODE_TEXT)
        return error_at(err, ERROR_CONFIG, &node->place, "'%s' must be %s, not a %s", name,
                        expected, node->kind == NODE_LIST ? "list" : "map");
    if (!*node->text)
        return error_at(err, ERROR_CONFIG, &node->place, "'%s' is empty; it must be %s", name,
                        expected);
    return error_at(err, ERROR_CONFIG, &node->place, "'%s' must be %s, not '%s'", name, expected,
                    quote(node->text).text);
}

bool schema_hint(const char *given, const char *const *words, size_t count, struct error *err)
{
    const char *near = text_nearest(given, words, count);
    if (near)
        return error_hint(err, "did you mean '%s'?", near);
    if (count == 0)
        return false;
    struct text text = {0};
    for (size_t i = 0; i < count; i++)
        text_printf(&text, "%s%s", i > 0 ? ", " : "", words[i]);
    error_hint(err, "%s %s", count > 1 ? "use one of" : "use", text_string(&text));
    text_finish(&text);
    return false;
}

/* What staff most often write instead. */
static bool hint_at_scalar(const char *given, const struct schema_key *key, enum schema_type type,
                           struct error *err)
{
    static const char *const YES_NO[] = {"yes", "no", "true", "false"};
    const char *near = NULL;
    size_t count = 0;
    if (type == SCHEMA_WORD) {
        while (key->words[count])
            count++;
        near = text_nearest(given, key->words, count);
    } else if (type == SCHEMA_YES_NO) {
        near = text_nearest(given, YES_NO, ARRAY_LENGTH(YES_NO));
    }
    if (near)
        return error_hint(err, "did you mean '%s'?", near);
    if (type == SCHEMA_COLOUR)
        return error_hint(err, "keep the quotes: without them '#' begins a comment");
    if (type == SCHEMA_DATE)
        return error_hint(err, "write year, month and day in this order: 2026-09-30");
    return false;
}

bool schema_check_scalar(const struct node *node, const struct schema_key *key,
                         enum schema_type type, struct error *err)
{
    if (node->kind == NODE_TEXT && SCALARS[type].matches(node->text, key))
        return true;
    struct text expected = {0};
    schema_expected(key, type, &expected);
    schema_mistyped(node, key->name, text_string(&expected), err);
    text_finish(&expected);
    return hint_at_scalar(node->kind == NODE_TEXT ? node->text : "", key, type, err);
}
