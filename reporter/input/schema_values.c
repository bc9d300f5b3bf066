/* SPDX-License-Identifier: MIT */
#include "input/schema_values.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/number.h"
#include "input/schema.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool value_is_id(const char *given)
{
    if (!is_letter(*given))
        return false;
    for (; *given; given++) {
        if (!is_letter(*given) && !is_digit(*given) && *given != '_' && *given != '-')
            return false;
    }
    return true;
}

bool value_yes_no(const char *given, bool *ret_yes)
{
    bool yes = strcmp(given, "yes") == 0 || strcmp(given, "true") == 0;
    bool no = strcmp(given, "no") == 0 || strcmp(given, "false") == 0;
    if (yes || no)
        *ret_yes = yes;
    return yes || no;
}

/* Reads at most `most` digits at the start; returns how many. */
static size_t leading_digits(const char *given, size_t most, int32_t *ret_value)
{
    int32_t value = 0;
    size_t count = 0;
    while (count < most && is_digit(given[count]))
        value = value * 10 + (given[count++] - '0');
    *ret_value = value;
    return count;
}

bool value_percent(const char *given, int64_t *ret_percent)
{
    int32_t value;
    size_t digits = leading_digits(given, 3, &value);
    const char *rest = given + digits;
    if (digits == 0 || value > 100 || (*rest && strcmp(rest, "%") != 0))
        return false;
    *ret_percent = value;
    return true;
}

bool value_days(const char *given, int32_t *ret_days, bool *ret_working)
{
    static const char WORKING[] = " working";
    int32_t days;
    size_t digits = leading_digits(given, 4, &days);
    if (digits == 0 || days == 0)
        return false;
    const char *rest = given + digits;
    bool working = strncmp(rest, WORKING, strlen(WORKING)) == 0;
    if (working)
        rest += strlen(WORKING);
    if (strcmp(rest, " days") != 0 && strcmp(rest, " day") != 0)
        return false;
    *ret_days = days;
    *ret_working = working;
    return true;
}

const char *node_text(const struct node *map, const char *key, const char *otherwise)
{
    const struct node *node = node_find(map, key);
    return node && node->kind == NODE_TEXT ? node->text : otherwise;
}

int64_t node_integer(const struct node *map, const char *key, int64_t otherwise)
{
    const char *text = node_text(map, key, NULL);
    int64_t value;
    return text && number_parse(text, &value) ? value : otherwise;
}

double node_decimal(const struct node *map, const char *key, double otherwise)
{
    const char *text = node_text(map, key, NULL);
    double value;
    return text && number_parse_decimal(text, &value) ? value : otherwise;
}

bool node_yes(const struct node *map, const char *key, bool otherwise)
{
    const char *text = node_text(map, key, NULL);
    bool yes;
    return text && value_yes_no(text, &yes) ? yes : otherwise;
}

int64_t node_percent(const struct node *map, const char *key, int64_t otherwise)
{
    const char *text = node_text(map, key, NULL);
    int64_t value;
    return text && value_percent(text, &value) ? value : otherwise;
}

size_t node_word(const struct node *map, const char *key, const char *const *words,
                 size_t otherwise)
{
    const char *text = node_text(map, key, NULL);
    for (size_t i = 0; text && words[i]; i++) {
        if (strcmp(words[i], text) == 0)
            return i;
    }
    return otherwise;
}

bool node_date(const struct node *map, const char *key, int32_t *ret_day)
{
    const char *text = node_text(map, key, NULL);
    return text && date_parse(text, strlen(text), ret_day);
}

bool node_days(const struct node *map, const char *key, int32_t *ret_days, bool *ret_working)
{
    const char *text = node_text(map, key, NULL);
    return text && value_days(text, ret_days, ret_working);
}

size_t node_texts(const struct node *map, const char *key, struct arena *arena,
                  const char ***ret_texts)
{
    const struct node *node = node_find(map, key);
    *ret_texts = NULL;
    if (!node || node->kind == NODE_MAP)
        return 0;
    size_t count = node->kind == NODE_TEXT ? 1 : node->count;
    const char **texts = arena_array(arena, count, sizeof(*texts));
    for (size_t i = 0; i < count; i++)
        texts[i] = node->kind == NODE_TEXT ? node->text : node->items[i]->text;
    *ret_texts = texts;
    return count;
}
