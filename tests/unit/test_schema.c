/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "input/schema.h"

#include <string.h>

static const char *const KINDS[] = {"bar", "line", "heat", NULL};

static const struct schema_key STYLE[] = {
    {.name = "colour", .type = SCHEMA_COLOUR, .required = true, .help = "its ink"},
    {.name = "bold", .type = SCHEMA_YES_NO},
    {0}};

static const struct schema_key TABLE[] = {
    {.name = "title", .type = SCHEMA_TEXT, .required = true, .help = "what readers see"},
    {.name = "limit", .type = SCHEMA_INTEGER, .least = 1, .most = 12, .help = "most rows"},
    {0}};

static const struct schema_key NOTHING[] = {{0}};

static const struct schema_key BLOCKS[5];

static const struct schema_key COLUMNS[] = {
    {.name = "body", .type = SCHEMA_VARIANTS, .of = BLOCKS, .required = true}, {0}};

static const struct schema_key BLOCKS[] = {
    {.name = "heading", .type = SCHEMA_TEXT, .help = "a title"},
    {.name = "table", .type = SCHEMA_MAP, .of = TABLE},
    {.name = "page-break", .type = SCHEMA_MAP, .of = NOTHING},
    {.name = "columns", .type = SCHEMA_MAP, .of = COLUMNS},
    {0}};

static const struct schema_key TEMPLATE[] = {
    {.name = "id", .type = SCHEMA_ID, .required = true, .help = "its name"},
    {.name = "title", .type = SCHEMA_TEXT},
    {.name = "kind", .type = SCHEMA_WORD, .words = KINDS, .help = "how it is drawn"},
    {.name = "kinds", .type = SCHEMA_WORDS, .words = KINDS},
    {.name = "count", .type = SCHEMA_INTEGER},
    {.name = "width", .type = SCHEMA_DECIMAL},
    {.name = "target", .type = SCHEMA_PERCENT},
    {.name = "critical", .type = SCHEMA_YES_NO},
    {.name = "from", .type = SCHEMA_DATE},
    {.name = "remedy", .type = SCHEMA_DAYS},
    {.name = "period", .type = SCHEMA_PERIOD},
    {.name = "audience", .type = SCHEMA_TEXTS},
    {.name = "style", .type = SCHEMA_MAP, .of = STYLE},
    {.name = "reasons", .type = SCHEMA_NAMED},
    {.name = "sections", .type = SCHEMA_NAMED_MAPS, .of = TABLE},
    {.name = "tables", .type = SCHEMA_MAPS, .of = TABLE},
    {.name = "body", .type = SCHEMA_VARIANTS, .of = BLOCKS},
    {0}};

static struct arena *arena;
static struct error err;

static void setup(void)
{
    arena = arena_new();
    err = (struct error){0};
}

static void teardown(void)
{
    error_finish(&err);
    arena_free(arena);
}

static struct node *parse(const char *yaml)
{
    struct node *root = NULL;
    bool done = yaml_parse(yaml, strlen(yaml), "t.yaml", 1, arena, &root, &err);
    ck_assert_msg(done, "%s", err.message);
    return root;
}

/* Behind a first line "id: x". */
static const struct node *accept(const char *yaml)
{
    const struct node *root = parse(arena_printf(arena, "id: x\n%s", yaml));
    ck_assert_msg(schema_check(root, TEMPLATE, "template", &err), "%s", err.message);
    return root;
}

static void expect_error(size_t line, size_t column, const char *message, const char *hint)
{
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_str_eq(err.message, message);
    ck_assert_str_eq(err.file, "t.yaml");
    ck_assert_uint_eq(err.line, line);
    ck_assert_uint_eq(err.column, column);
    ck_assert_pstr_eq(err.hint, hint);
}

static const struct mistake {
    const char *yaml; /* from line 2 on */
    size_t line, column;
    const char *message;
    const char *hint;
} MISTAKES[] = {
    {"titel: x\n", 2, 1, "unknown key 'titel' in a template", "did you mean 'title'?"},
    {"style: {bold: no, zzzz: 1}\n", 2, 19, "unknown key 'zzzz' in a style map",
     "use one of colour, bold"},
    {"style: {bold: no}\n", 2, 8, "key 'colour' is missing in a style map",
     "add 'colour': its ink"},
    {"style:\n", 2, 7, "key 'colour' is missing in a style map", "add 'colour': its ink"},
    {"style: red\n", 2, 8, "'style' must be a map of keys, not 'red'", NULL},
    {"title:\n", 2, 7, "'title' is empty; it must be a text", NULL},
    {"title: [a]\n", 2, 8, "'title' must be a text, not a list", NULL},
    {"title: {a: b}\n", 2, 8, "'title' must be a text, not a map", NULL},
    {"kind: bars\n", 2, 7, "'kind' must be one of bar, line, heat, not 'bars'",
     "did you mean 'bar'?"},
    {"kind: pie\n", 2, 7, "'kind' must be one of bar, line, heat, not 'pie'", NULL},
    {"kinds: [bar, lime]\n", 2, 14, "'kinds' must be one of bar, line, heat, not 'lime'",
     "did you mean 'line'?"},
    {"count: three\n", 2, 8, "'count' must be a whole number, not 'three'", NULL},
    {"count: 1.5\n", 2, 8, "'count' must be a whole number, not '1.5'", NULL},
    {"width: 1e3\n", 2, 8, "'width' must be a number such as 0.25, not '1e3'", NULL},
    {"width: .nan\n", 2, 8, "'width' must be a number such as 0.25, not '.nan'", NULL},
    {"target: 101%\n", 2, 9, "'target' must be a whole percentage from 0% to 100%, not '101%'",
     NULL},
    {"target: 95.5%\n", 2, 9, "'target' must be a whole percentage from 0% to 100%, not '95.5%'",
     NULL},
    {"target: \"%\"\n", 2, 9, "'target' must be a whole percentage from 0% to 100%, not '%'", NULL},
    {"target: 95%%\n", 2, 9, "'target' must be a whole percentage from 0% to 100%, not '95%%'",
     NULL},
    {"target: 4294967297\n", 2, 9,
     "'target' must be a whole percentage from 0% to 100%, not '4294967297'", NULL},
    {"critical: Yes\n", 2, 11, "'critical' must be yes or no, not 'Yes'", "did you mean 'yes'?"},
    {"critical: 1\n", 2, 11, "'critical' must be yes or no, not '1'", NULL},
    {"from: 30/09/2026\n", 2, 7, "'from' must be a date such as 2026-09-30, not '30/09/2026'",
     "write year, month and day in this order: 2026-09-30"},
    {"from: 2026-02-30\n", 2, 7, "'from' must be a date such as 2026-09-30, not '2026-02-30'",
     "write year, month and day in this order: 2026-09-30"},
    {"remedy: 30\n", 2, 9,
     "'remedy' must be a time such as '30 working days' or '30 days', not '30'", NULL},
    {"remedy: 0 days\n", 2, 9,
     "'remedy' must be a time such as '30 working days' or '30 days', not '0 days'", NULL},
    {"remedy: 10000 days\n", 2, 9,
     "'remedy' must be a time such as '30 working days' or '30 days', not '10000 days'", NULL},
    {"period: 2026-Q5\n", 2, 9, "'period' must be a quarter such as 2026-Q3, not '2026-Q5'", NULL},
    {"style: {bold: no, colour: red}\n", 2, 27,
     "'colour' must be a colour such as \"#12436D\", not 'red'",
     "keep the quotes: without them '#' begins a comment"},
    {"style:\n  colour: #12436D\n", 3, 10,
     "'colour' is empty; it must be a colour such as \"#12436D\"",
     "keep the quotes: without them '#' begins a comment"},
    {"audience: {a: b}\n", 2, 11, "'audience' must be a list of texts, not a map", NULL},
    {"audience: [a, [b]]\n", 2, 15, "'audience' must be a text, not a list", NULL},
    {"audience:\n", 2, 10, "'audience' is empty; it must be a text", NULL},
    {"reasons: [a]\n", 2, 10, "'reasons' must be a map of names to texts, not a list", NULL},
    {"reasons: {9a: b}\n", 2, 11, "'9a' in 'reasons' is not a name",
     "use letters, digits, '_' and '-', beginning with a letter"},
    {"reasons: {a: [b]}\n", 2, 14, "'a' must be a text, not a list", NULL},
    {"sections: {one: x}\n", 2, 17, "'one' must be a map of keys, not 'x'", NULL},
    {"sections: x\n", 2, 11, "'sections' must be a map of names to maps, not 'x'", NULL},
    {"sections:\n  one: {limit: 3}\n", 3, 8, "key 'title' is missing in a sections entry",
     "add 'title': what readers see"},
    {"sections:\n  o ne: {title: x}\n", 3, 3, "'o ne' in 'sections' is not a name",
     "use letters, digits, '_' and '-', beginning with a letter"},
    {"tables: {title: x}\n", 2, 9, "'tables' must be a list ('- ...'), not a map", NULL},
    {"tables:\n  - x\n", 3, 5, "'tables' must be a list of maps, not 'x'",
     "write each item as '- key: value'"},
    {"tables:\n  - title: x\n    limit: 13\n", 4, 12,
     "'limit' must be a whole number from 1 to 12, not '13'", NULL},
    {"tables:\n  - title: x\n    limit: 0\n", 4, 12,
     "'limit' must be a whole number from 1 to 12, not '0'", NULL},
    {"tables:\n  - limit: 12\n", 3, 5, "key 'title' is missing in a tables item",
     "add 'title': what readers see"},
    {"body:\n  - table:\n      titel: x\n", 4, 7, "unknown key 'titel' in a table block",
     "did you mean 'title'?"},
    {"body:\n  - heading: x\n  - tabel: {title: x}\n", 4, 5, "unknown block 'tabel' in 'body'",
     "did you mean 'table'?"},
    {"body:\n  - photograph: x\n", 3, 5, "unknown block 'photograph' in 'body'",
     "use one of heading, table, page-break, columns"},
    {"body:\n  - table:\n    title: x\n", 4, 5, "'title' cannot stand beside 'table'",
     "indent it by two more spaces if it belongs to 'table'; begin a block of its own with '- '"},
    {"body:\n  - page-break\n", 3, 5, "a colon is missing behind 'page-break'",
     "write '- page-break:'"},
    {"body:\n  - page-brake\n", 3, 5, "unknown block 'page-brake' in 'body'",
     "did you mean 'page-break'?"},
    {"body:\n  - {}\n", 3, 5, "'body' must be a list of blocks ('- heading: Text'), not a map",
     NULL},
    {"body: x\n", 2, 7, "'body' must be a list of blocks ('- heading: Text'), not 'x'", NULL},
    {"body:\n  - heading:\n", 3, 13, "'heading' is empty; it must be a text", NULL},
    {"body:\n  - table: x\n", 3, 12, "'table' must be a map of keys, not 'x'", NULL},
    {"body:\n  - columns:\n      body:\n        - tabl: x\n", 5, 11,
     "unknown block 'tabl' in 'body'", "did you mean 'table'?"},
};

START_TEST(each_mistake_is_named_at_its_line_and_column)
{
    const struct mistake *mistake = &MISTAKES[_i];
    const struct node *root = parse(arena_printf(arena, "id: x\n%s", mistake->yaml));
    ck_assert_msg(!schema_check(root, TEMPLATE, "template", &err), "accepted: %s", mistake->yaml);
    expect_error(mistake->line, mistake->column, mistake->message, mistake->hint);
}
END_TEST

START_TEST(a_missing_key_is_named_at_its_map)
{
    ck_assert(!schema_check(parse("# none\n\ntitle: x\n"), TEMPLATE, "template", &err));
    expect_error(3, 1, "key 'id' is missing in a template", "add 'id': its name");
}
END_TEST

START_TEST(an_id_has_letters_digits_and_two_signs_only)
{
    static const char *const WRONG[] = {"9a", "_a", "a b", "a.b", "\"\"", "-a", "ni\xC3\xB1o"};
    for (size_t i = 0; i < ARRAY_LENGTH(WRONG); i++) {
        const struct node *root = parse(arena_printf(arena, "id: %s\n", WRONG[i]));
        ck_assert_msg(!schema_check(root, TEMPLATE, "template", &err), "accepted %s", WRONG[i]);
        ck_assert_uint_eq(err.column, 5);
        error_finish(&err);
    }
    ck_assert(schema_check(parse("id: EML-1_b\n"), TEMPLATE, "template", &err));
}
END_TEST

START_TEST(a_list_is_no_template)
{
    ck_assert(!schema_check(parse("- a\n"), TEMPLATE, "edition", &err));
    expect_error(1, 1, "an edition must be a map of keys", "write 'key: value' lines");
}
END_TEST

START_TEST(an_unknown_word_is_answered_by_the_nearest)
{
    const struct node *root = parse("metric: acounts\n");
    static const char *const KNOWN[] = {"posts", "accounts"};
    ck_assert(!schema_unknown(root->items[0], "measure", KNOWN, 2, &err));
    expect_error(1, 9, "unknown measure 'acounts'", "did you mean 'accounts'?");
    error_finish(&err);
    ck_assert(!schema_unknown(root->items[0], "measure", KNOWN, 1, &err));
    expect_error(1, 9, "unknown measure 'acounts'", "use posts");
    error_finish(&err);
    ck_assert(!schema_unknown(root->items[0], "measure", NULL, 0, &err));
    expect_error(1, 9, "unknown measure 'acounts'", NULL);
}
END_TEST

START_TEST(accessors_read_what_was_checked)
{
    const struct node *root = accept("title: \"no\"\nkind: line\ncount: -7\nwidth: 0.25\n"
                                     "target: 95%\ncritical: yes\n");
    ck_assert_str_eq(node_text(root, "title", "-"), "no");
    ck_assert_uint_eq(node_word(root, "kind", KINDS, 9), 1);
    ck_assert_int_eq(node_integer(root, "count", 3), -7);
    ck_assert_double_eq(node_decimal(root, "width", 1.0), 0.25);
    ck_assert_int_eq(node_percent(root, "target", 1), 95);
    ck_assert(node_yes(root, "critical", false));
    ck_assert_int_eq(node_percent(accept("target: 100\n"), "target", 1), 100);
    ck_assert_int_eq(node_percent(accept("target: 0%\n"), "target", 1), 0);
    ck_assert(!node_yes(accept("critical: no\n"), "critical", true));
    ck_assert(node_yes(accept("critical: true\n"), "critical", false));
    ck_assert(!node_yes(accept("critical: false\n"), "critical", true));
}
END_TEST

START_TEST(accessors_of_an_absent_key_give_the_other_value)
{
    const struct node *root = accept("");
    const char **texts;
    int32_t day = 5;
    bool working = true;
    ck_assert_str_eq(node_text(root, "title", "-"), "-");
    ck_assert_uint_eq(node_word(root, "kind", KINDS, 9), 9);
    ck_assert_int_eq(node_integer(root, "count", 3), 3);
    ck_assert_double_eq(node_decimal(root, "width", 1.5), 1.5);
    ck_assert_int_eq(node_percent(root, "target", 60), 60);
    ck_assert(node_yes(root, "critical", true));
    ck_assert(!node_yes(root, "critical", false));
    ck_assert(!node_date(root, "from", &day));
    ck_assert(!node_days(root, "remedy", &day, &working));
    ck_assert_uint_eq(node_texts(root, "audience", arena, &texts), 0);
    ck_assert_int_eq(day, 5);
}
END_TEST

START_TEST(a_date_is_its_day)
{
    int32_t day = 0;
    ck_assert(node_date(accept("from: 1970-02-01\n"), "from", &day));
    ck_assert_int_eq(day, 31);
}
END_TEST

START_TEST(days_are_working_days_or_not)
{
    int32_t days = 0;
    bool working = false;
    ck_assert(node_days(accept("remedy: 30 working days\n"), "remedy", &days, &working));
    ck_assert_int_eq(days, 30);
    ck_assert(working);
    ck_assert(node_days(accept("remedy: 9999 days\n"), "remedy", &days, &working));
    ck_assert_int_eq(days, 9999);
    ck_assert(!working);
    ck_assert(node_days(accept("remedy: 1 working day\n"), "remedy", &days, &working));
    ck_assert_int_eq(days, 1);
    ck_assert(working);
}
END_TEST

START_TEST(a_single_text_is_a_list_of_one)
{
    const char **texts;
    ck_assert_uint_eq(node_texts(accept("audience: public\n"), "audience", arena, &texts), 1);
    ck_assert_str_eq(texts[0], "public");
    ck_assert_uint_eq(node_texts(accept("audience: [a, b]\n"), "audience", arena, &texts), 2);
    ck_assert_str_eq(texts[0], "a");
    ck_assert_str_eq(texts[1], "b");
    ck_assert_uint_eq(node_texts(accept("kinds: heat\n"), "kinds", arena, &texts), 1);
    ck_assert_str_eq(texts[0], "heat");
}
END_TEST

START_TEST(all_collections_are_accepted_when_they_are_right)
{
    accept("style: {colour: \"#12436D\", bold: no}\n"
           "reasons: {foreign_domain: not ours, not-recorded: none}\n"
           "sections: {one: {title: One}, two: {title: Two, limit: 12}}\n"
           "tables:\n  - {title: a, limit: 1}\n  - title: b\n"
           "kinds: [bar, heat]\nperiod: 2026-Q3\n"
           "body:\n  - heading: Accounts\n  - page-break:\n  - page-break: {}\n"
           "  - table:\n      title: x\n"
           "  - columns:\n      body:\n        - heading: Inside\n");
}
END_TEST

START_TEST(a_table_is_described_once_a_key_a_line)
{
    struct text text = {0};
    schema_describe(TEMPLATE, 2, &text);
    ck_assert_str_eq(
        text_string(&text),
        "  id: a name of letters, digits, '_' and '-' that begins with a letter (required)"
        " - its name\n"
        "  title: a text\n"
        "  kind: one of bar, line, heat - how it is drawn\n"
        "  kinds: one of bar, line, heat, or a list of them\n"
        "  count: a whole number\n"
        "  width: a number such as 0.25\n"
        "  target: a whole percentage from 0% to 100%\n"
        "  critical: yes or no\n"
        "  from: a date such as 2026-09-30\n"
        "  remedy: a time such as '30 working days' or '30 days'\n"
        "  period: a quarter such as 2026-Q3\n"
        "  audience: a text or a list of texts\n"
        "  style: a map\n"
        "    colour: a colour such as \"#12436D\" (required) - its ink\n"
        "    bold: yes or no\n"
        "  reasons: a map of names to texts\n"
        "  sections: a map of names to maps\n"
        "    title: a text (required) - what readers see\n"
        "    limit: a whole number from 1 to 12 - most rows\n"
        "  tables: a list of maps with the keys above\n"
        "  body: a list of blocks, each one of\n"
        "    heading: a text - a title\n"
        "    table: a map with the keys above\n"
        "    page-break: a map\n"
        "    columns: a map\n"
        "      body: a list of blocks, each one of those above (required)\n");
    text_finish(&text);
}
END_TEST

TCase *tests(void)
{
    TCase *all = tcase_create("schema");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_loop_test(all, each_mistake_is_named_at_its_line_and_column, 0,
                        (int)ARRAY_LENGTH(MISTAKES));
    tcase_add_test(all, a_missing_key_is_named_at_its_map);
    tcase_add_test(all, an_id_has_letters_digits_and_two_signs_only);
    tcase_add_test(all, a_list_is_no_template);
    tcase_add_test(all, an_unknown_word_is_answered_by_the_nearest);
    tcase_add_test(all, accessors_read_what_was_checked);
    tcase_add_test(all, accessors_of_an_absent_key_give_the_other_value);
    tcase_add_test(all, a_date_is_its_day);
    tcase_add_test(all, days_are_working_days_or_not);
    tcase_add_test(all, a_single_text_is_a_list_of_one);
    tcase_add_test(all, all_collections_are_accepted_when_they_are_right);
    tcase_add_test(all, a_table_is_described_once_a_key_a_line);
    return all;
}
