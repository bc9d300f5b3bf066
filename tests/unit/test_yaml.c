/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "input/quote.h"
#include "input/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

static bool parse_bytes(const char *bytes, size_t length, struct node **ret_root)
{
    return yaml_parse(bytes, length, "report.yaml", 1, arena, ret_root, &err);
}

static const struct node *parse(const char *yaml)
{
    struct node *root = NULL;
    ck_assert_msg(parse_bytes(yaml, strlen(yaml), &root), "%s", err.message);
    return root;
}

static void expect_place(const struct node *node, size_t line, size_t column)
{
    ck_assert_uint_eq(node->place.line, line);
    ck_assert_uint_eq(node->place.column, column);
    ck_assert_str_eq(node->place.file, "report.yaml");
}

static void expect_bytes_refused(const char *bytes, size_t length, size_t line, size_t column,
                                 const char *message)
{
    struct node *root = NULL;
    ck_assert_msg(!parse_bytes(bytes, length, &root), "accepted: %.40s", bytes);
    ck_assert_ptr_null(root);
    ck_assert_str_eq(err.message, message);
    ck_assert_uint_eq(err.line, line);
    ck_assert_uint_eq(err.column, column);
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_str_eq(err.file, "report.yaml");
}

static void expect_refused(const char *yaml, size_t line, size_t column, const char *message)
{
    expect_bytes_refused(yaml, strlen(yaml), line, column, message);
}

START_TEST(a_tree_keeps_order_and_places)
{
    const struct node *root = parse("title: Accounts\nbody:\n  - text: \"a: b\"\n  - [x, y]\n");
    ck_assert_int_eq(root->kind, NODE_MAP);
    ck_assert_uint_eq(root->count, 2);
    ck_assert_str_eq(root->keys[0]->text, "title");
    ck_assert_str_eq(root->keys[1]->text, "body");
    expect_place(root->keys[1], 2, 1);
    expect_place(root->items[0], 1, 8);
    const struct node *body = node_find(root, "body");
    ck_assert_int_eq(body->kind, NODE_LIST);
    ck_assert_uint_eq(body->count, 2);
    ck_assert_str_eq(node_find(body->items[0], "text")->text, "a: b");
    expect_place(node_find(body->items[0], "text"), 3, 11);
    ck_assert_uint_eq(body->items[1]->count, 2);
    ck_assert_str_eq(body->items[1]->items[1]->text, "y");
    expect_place(body->items[1]->items[1], 4, 9);
}
END_TEST

START_TEST(nothing_is_guessed_about_a_scalar)
{
    const struct node *root = parse("a: no\nb: 010\nc: ~\nd: 12:30\ne:\nf: 1_000\n");
    static const char *const WANTED[] = {"no", "010", "~", "12:30", "", "1_000"};
    ck_assert_uint_eq(root->count, 6);
    for (size_t i = 0; i < 6; i++) {
        ck_assert_int_eq(root->items[i]->kind, NODE_TEXT);
        ck_assert_str_eq(root->items[i]->text, WANTED[i]);
    }
}
END_TEST

START_TEST(an_empty_document_is_an_empty_map)
{
    static const char *const EMPTY[] = {"", "\n\n", "# a comment\n", "---\n", "{}"};
    for (size_t i = 0; i < ARRAY_LENGTH(EMPTY); i++) {
        const struct node *root = parse(EMPTY[i]);
        ck_assert_int_eq(root->kind, NODE_MAP);
        ck_assert_uint_eq(root->count, 0);
    }
}
END_TEST

START_TEST(lines_count_from_where_the_text_stands_in_its_file)
{
    struct node *root = NULL;
    ck_assert(yaml_parse("a: 1\nb: 2\n", 10, "report.yaml", 7, arena, &root, &err));
    expect_place(root->items[1], 8, 4);
    ck_assert(!yaml_parse("a: 1\na: 2\n", 10, "report.yaml", 7, arena, &root, &err));
    ck_assert_uint_eq(err.line, 8);
    ck_assert_str_eq(err.message,
                     "key 'a' stands here on line 8 for the second time; the first is on line 7");
}
END_TEST

START_TEST(a_byte_order_mark_is_passed_over_and_is_no_column)
{
    const struct node *root = parse("\xEF\xBB\xBFtitle: x\n");
    ck_assert_str_eq(root->keys[0]->text, "title");
    expect_place(root->keys[0], 1, 1);
}
END_TEST

START_TEST(columns_count_characters)
{
    expect_place(parse("{ñ: ñandú, b: c}")->items[1], 1, 15);
    expect_place(parse("a: b\r\nc: d\r\n")->items[1], 2, 4);
}
END_TEST

START_TEST(a_duplicate_key_names_both_lines)
{
    expect_refused("title: a\nowner: b\nbody: c\nowner: d\n", 4, 1,
                   "key 'owner' stands here on line 4 for the second time; the first is on line 2");
    ck_assert_str_eq(err.hint, "delete one of the two");
}
END_TEST

START_TEST(the_same_key_in_two_maps_is_fine)
{
    ck_assert_uint_eq(parse("- {a: 1}\n- {a: 2, b: {a: 3}}\n")->count, 2);
}
END_TEST

static const struct refusal {
    const char *yaml;
    size_t line, column;
    const char *message;
} REFUSALS[] = {
    {"a: 1\nb: &x [1]\n", 2, 4, "anchors (&name) are not allowed"},
    {"a: &x\n  b: 1\n", 1, 4, "anchors (&name) are not allowed"},
    {"a: &x text\n", 1, 4, "anchors (&name) are not allowed"},
    {"a: 1\nb: *x\n", 2, 4, "references (*name) are not allowed"},
    {"a: !!python/object x\n", 1, 4, "tags (!name) are not allowed"},
    {"a: !x [1]\n", 1, 4, "tags (!name) are not allowed"},
    {"a: !x {b: 1}\n", 1, 4, "tags (!name) are not allowed"},
    {"a: 1\n<<: {b: 2}\n", 2, 1, "merge keys (<<) are not allowed"},
    {"a: 1\n---\nb: 2\n", 2, 1, "a second document ('---') begins here"},
    {"a: {{name}}\n", 1, 5, "a key must be a plain word, no list or map"},
    {"? [a]\n: b\n", 1, 3, "a key must be a plain word, no list or map"},
    {"a: 1\n\"\": 2\n", 2, 1, "a value without a key"},
    {"a: x\nb: \"c\\0d\"\n", 2, 4, "a text with a NUL character (\\0) in it"},
    {"a: x\ntitle: Report: Q1\n", 2, 14, "a colon in a value"},
    {"a: x\n  b: y\n", 2, 4, "a key cannot stand here"},
    {"a:\n\tb: y\n", 2, 1, "a tab"},
    {"a: @home\n", 1, 4, "a text cannot begin with '@'"},
    {"a: `x`\n", 1, 4, "a text cannot begin with '`'"},
    {"a: x\nowner\nb: y\n", 2, 1, "a key without a colon behind it"},
    {"a: x\nb: \"open\nc: y\n", 2, 4, "a quotation mark that is never closed"},
    {"a: \"x\" y\n", 1, 8, "expected a key here"},
    {"a:\n  b: x\n c: y\n", 3, 2, "expected a key here"},
    {"a:\n  - x\n  b: y\n", 3, 3, "expected a list item ('- ') here"},
    {"a: 1\nb: {c: 1 d: 2}\n", 2, 4, "a map in braces that is not written right"},
    {"a: 1\nb: [c, d\n", 2, 4, "a list in brackets that is not written right"},
    {"a: - x\n", 1, 4, "a list cannot begin here"},
    {"a: \"C:\\dir\"\n", 1, 7, "a backslash that means nothing here"},
    {"a: |x\n", 1, 5, "text right behind '|' or '>'"},
    {"a: * x\n", 1, 4, "a text cannot begin with '*' or '&'"},
    {"a: |\n\t\tb\n", 2, 1, "a tab"},
    {"a: [b:, c]\n", 1, 6, "a colon in a value"},
    {"a: x\n% y\n", 2, 1, "a line cannot begin with '%'"},
    {"a: ? x\n", 1, 4, "a text cannot begin with '? '"},
    {"a: ]\n", 1, 4, "expected a value here"},
};

START_TEST(each_mistake_is_named_at_its_line_and_column)
{
    const struct refusal *refusal = &REFUSALS[_i];
    expect_refused(refusal->yaml, refusal->line, refusal->column, refusal->message);
    ck_assert_ptr_nonnull(err.hint);
}
END_TEST

START_TEST(a_colon_in_a_value_is_told_to_be_quoted)
{
    expect_refused("title: Report: Q1\n", 1, 14, "a colon in a value");
    ck_assert_str_eq(err.hint, "put the value in quotes: title: \"Report: Q1\"");
}
END_TEST

START_TEST(a_placeholder_without_quotes_is_told_to_be_quoted)
{
    expect_refused("title: {{agency}}\n", 1, 9, "a key must be a plain word, no list or map");
    ck_assert_ptr_nonnull(strstr(err.hint, "\"{{name}}\""));
}
END_TEST

START_TEST(bytes_that_are_no_text_are_found_at_their_true_place)
{
    static const char NUL[] = "a: 1\nb: \xC3\xB1x\0y\n";
    expect_bytes_refused(NUL, sizeof(NUL) - 1, 2, 6, "a control character (code 0) in the text");
    teardown();
    setup();
    expect_refused("a: 1\r\nb: 2\r\nc: \x07\r\n", 3, 4, "a control character (code 7) in the text");
    teardown();
    setup();
    expect_refused("a: 1\nb: Ma\xF1"
                   "alac\n",
                   2, 6, "the file is not UTF-8 text");
    ck_assert_str_eq(err.hint, "save it again with the encoding UTF-8");
}
END_TEST

START_TEST(a_broken_character_is_found_where_it_begins)
{
    /* The first two bytes of a three-byte character and then a letter; a stray byte; an early end.
     */
    expect_refused("a: \xE2\x82x\n", 1, 4, "the file is not UTF-8 text");
    teardown();
    setup();
    expect_refused("a: x\xA9\n", 1, 5, "the file is not UTF-8 text");
    teardown();
    setup();
    expect_refused("a: xy\xE2\x82", 1, 6, "the file is not UTF-8 text");
}
END_TEST

START_TEST(utf_16_is_refused)
{
    static const char UTF16[] = "\xFF\xFE"
                                "a\0:\0 \0001\0";
    expect_bytes_refused(UTF16, sizeof(UTF16) - 1, 1, 1, "the file is not UTF-8 text");
}
END_TEST

/* `levels` lists in one another, in a string of the caller's to free. */
static char *nested(size_t levels, bool closed)
{
    char *yaml = calloc(levels * 2 + 1, 1);
    ck_assert_ptr_nonnull(yaml);
    memset(yaml, '[', levels);
    if (closed)
        memset(yaml + levels, ']', levels);
    return yaml;
}

START_TEST(thirty_two_levels_are_fine_and_a_thirty_third_is_not)
{
    char *fine = nested(32, true);
    parse(fine);
    free(fine);
    char *deep = nested(33, true);
    expect_refused(deep, 1, 33, "lists and maps nested more than 32 deep");
    free(deep);
}
END_TEST

START_TEST(depth_is_refused_before_it_costs_time)
{
    char *deep = nested(40000, false);
    expect_refused(deep, 1, 33, "lists and maps nested more than 32 deep");
    free(deep);
}
END_TEST

START_TEST(forty_nested_maps_are_too_deep)
{
    struct text yaml = {0};
    for (int level = 0; level < 40; level++)
        text_printf(&yaml, "%*sa:\n", level, "");
    expect_refused(text_string(&yaml), 33, 33, "lists and maps nested more than 32 deep");
    text_finish(&yaml);
}
END_TEST

START_TEST(lists_side_by_side_are_not_deep)
{
    struct text yaml = {0};
    for (int i = 0; i < 100; i++)
        text_append(&yaml, "- [[x], {a: b}]\n");
    ck_assert_uint_eq(parse(text_string(&yaml))->count, 100);
    text_finish(&yaml);
}
END_TEST

START_TEST(an_alias_bomb_stops_at_its_first_anchor)
{
    expect_refused("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", 1, 4,
                   "anchors (&name) are not allowed");
}
END_TEST

START_TEST(a_list_that_holds_itself_is_refused)
{
    expect_refused("&a [*a]\n", 1, 1, "anchors (&name) are not allowed");
}
END_TEST

/* A list of n items is n + 6 events: start and end of stream, document and list. */
static void append_items(struct text *yaml, size_t count)
{
    for (size_t i = 0; i < count; i++)
        text_append(yaml, "- x\n");
}

START_TEST(a_hundred_thousand_events_are_fine_and_one_more_is_not)
{
    struct text yaml = {0};
    append_items(&yaml, 99994);
    ck_assert_uint_eq(parse(text_string(&yaml))->count, 99994);
    append_items(&yaml, 1);
    expect_refused(text_string(&yaml), 99996, 1, "the file holds too many values");
    text_finish(&yaml);
}
END_TEST

START_TEST(a_scalar_of_64_kib_is_fine_and_a_longer_one_is_not)
{
    struct text yaml = {0};
    text_append(&yaml, "a: ");
    for (int i = 0; i < 65536; i++)
        text_append(&yaml, "x");
    ck_assert_uint_eq(strlen(node_find(parse(text_string(&yaml)), "a")->text), 65536);
    text_append(&yaml, "x");
    expect_refused(text_string(&yaml), 1, 4, "a text of more than 64 KiB");
    text_finish(&yaml);
}
END_TEST

START_TEST(many_keys_in_a_map_do_not_take_long)
{
    struct text yaml = {0};
    for (int i = 0; i < 40000; i++)
        text_printf(&yaml, "some-long-prefix-of-a-key-%d: x\n", i);
    text_append(&yaml, "some-long-prefix-of-a-key-17: x\n");
    expect_refused(text_string(&yaml), 40001, 1,
                   "key 'some-long-prefix-of-a-key-17' stands here on line 40001 for the second "
                   "time; the first is on line 18");
    text_finish(&yaml);
}
END_TEST

START_TEST(a_file_is_read_with_its_name)
{
    char path[] = "/tmp/ulat-test-yaml-XXXXXX";
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, "a: 1\na: 2\n", 10), 10);
    close(file);
    struct node *root = NULL;
    bool done = yaml_read(path, arena, &root, &err);
    unlink(path);
    ck_assert(!done);
    ck_assert_str_eq(err.file, path);
    ck_assert_uint_eq(err.line, 2);
}
END_TEST

START_TEST(a_missing_file_is_no_input)
{
    struct node *root = NULL;
    ck_assert(!yaml_read("/nonexistent/report.yaml", arena, &root, &err));
    ck_assert_int_eq(err.kind, ERROR_NO_INPUT);
}
END_TEST

START_TEST(finding_needs_a_map_with_the_key)
{
    const struct node *root = parse("a: [x]\n");
    ck_assert_ptr_null(node_find(root, "b"));
    ck_assert_ptr_null(node_find(root->items[0], "a"));
    ck_assert_ptr_null(node_find(NULL, "a"));
    ck_assert_ptr_eq(node_find(root, "a"), root->items[0]);
}
END_TEST

START_TEST(quotes_are_short_and_harmless)
{
    ck_assert_str_eq(quote("Ma\xC3\xB1"
                           "alac")
                         .text,
                     "Ma\xC3\xB1"
                     "alac");
    ck_assert_str_eq(quote("\x1B[31m\xE2\x80\xAE"
                           "\xC2\x85x")
                         .text,
                     "?[31m??x");
    char sixty[62] = {0};
    memset(sixty, 'x', 60);
    ck_assert_str_eq(quote(sixty).text, sixty);
    sixty[60] = 'x';
    ck_assert_uint_eq(strlen(quote(sixty).text), 63);
    ck_assert_str_eq(quote(sixty).text + 58, "xx\xE2\x80\xA6");
}
END_TEST

static void add_limits(TCase *all)
{
    tcase_add_test(all, thirty_two_levels_are_fine_and_a_thirty_third_is_not);
    tcase_add_test(all, depth_is_refused_before_it_costs_time);
    tcase_add_test(all, forty_nested_maps_are_too_deep);
    tcase_add_test(all, lists_side_by_side_are_not_deep);
    tcase_add_test(all, an_alias_bomb_stops_at_its_first_anchor);
    tcase_add_test(all, a_list_that_holds_itself_is_refused);
    tcase_add_test(all, a_hundred_thousand_events_are_fine_and_one_more_is_not);
    tcase_add_test(all, a_scalar_of_64_kib_is_fine_and_a_longer_one_is_not);
    tcase_add_test(all, many_keys_in_a_map_do_not_take_long);
}

TCase *tests(void)
{
    TCase *all = tcase_create("yaml");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_test(all, a_tree_keeps_order_and_places);
    tcase_add_test(all, nothing_is_guessed_about_a_scalar);
    tcase_add_test(all, an_empty_document_is_an_empty_map);
    tcase_add_test(all, lines_count_from_where_the_text_stands_in_its_file);
    tcase_add_test(all, a_byte_order_mark_is_passed_over_and_is_no_column);
    tcase_add_test(all, columns_count_characters);
    tcase_add_test(all, a_duplicate_key_names_both_lines);
    tcase_add_test(all, the_same_key_in_two_maps_is_fine);
    tcase_add_loop_test(all, each_mistake_is_named_at_its_line_and_column, 0,
                        (int)ARRAY_LENGTH(REFUSALS));
    tcase_add_test(all, a_colon_in_a_value_is_told_to_be_quoted);
    tcase_add_test(all, a_placeholder_without_quotes_is_told_to_be_quoted);
    tcase_add_test(all, bytes_that_are_no_text_are_found_at_their_true_place);
    tcase_add_test(all, a_broken_character_is_found_where_it_begins);
    tcase_add_test(all, utf_16_is_refused);
    tcase_add_test(all, a_file_is_read_with_its_name);
    tcase_add_test(all, a_missing_file_is_no_input);
    tcase_add_test(all, finding_needs_a_map_with_the_key);
    tcase_add_test(all, quotes_are_short_and_harmless);
    add_limits(all);
    return all;
}
