/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "metrics/disclosure_audit.h"
#include "metrics/disclosure_rules.h"

static struct audit audit;

static void empty(void)
{
    audit = (struct audit){0};
}

static void finish(void)
{
    audit_finish(&audit);
}

/* Threshold 5, rounded to 5: a count is printed, or marked as small. */
static size_t add(int64_t count)
{
    struct audit_cell cell = {
        .size = count, .rank = audit.cell_count, .may_hide = count >= 5, .marked = {5, AUDIT_MOST}};
    if (count >= 5)
        disclosure_range(count, 5, 5, &cell.printed.low, &cell.printed.high);
    if (count >= 1 && count <= 4) {
        cell.hidden = cell.guarded = true;
        cell.marked = (struct audit_range){1, 4};
        cell.need = 4;
    }
    return audit_add(&audit, cell);
}

/** whole = parts */
static void sum(size_t whole, const size_t *parts, size_t count)
{
    size_t relation = audit_relate(&audit, false);
    audit_term(&audit, relation, whole, 1);
    for (size_t i = 0; i < count; i++)
        audit_term(&audit, relation, parts[i], -1);
}

static void assert_hidden(const char *expected)
{
    for (size_t i = 0; i < audit.cell_count; i++)
        ck_assert_msg(audit.cells[i].hidden == (expected[i] == 'h'), "cell %zu", i);
}

/* 18 is printed as 20, so it is 18 to 22; each 7 as 5, so it is 5 to 7. What is left is at least
 * 18 - 7 - 7 = 4, and a marked small count at most 4: it would be 4 exactly. The smallest printed
 * number goes: of two sevens the first. Then 18 - 7 - (5 and more) leaves 1 to 4 open. */
START_TEST(a_count_that_the_others_pin_takes_the_smallest_of_them_with_it)
{
    size_t whole = add(18), parts[] = {add(7), add(7), add(4)};
    sum(whole, parts, 3);
    audit_run(&audit);
    assert_hidden("phph");
    ck_assert(!audit.cells[3].exposed);
    ck_assert_int_eq(audit.cells[3].known.low, 1);
    ck_assert_int_eq(audit.cells[3].known.high, 4);
}
END_TEST

/* 20 (18 to 22) less 15 (13 to 17): between 1 and 9, which tells nothing. */
START_TEST(rounding_alone_can_be_enough)
{
    size_t whole = add(18), parts[] = {add(15), add(3)};
    sum(whole, parts, 2);
    audit_run(&audit);
    assert_hidden("pph");
}
END_TEST

/* 10 is 8 to 12, 5 is 5 to 7: each of three marks is at most 12 - 5 - 1 - 1 = 5, above all small
 * counts. */
START_TEST(marks_that_leave_each_other_room_cost_nothing)
{
    size_t whole = add(9), parts[] = {add(5), add(1), add(2), add(1)};
    sum(whole, parts, 4);
    audit_run(&audit);
    assert_hidden("pphhh");
}
END_TEST

/* Five marks of 1 and a whole of 5 (5 to 7): none can be more than 7 - 4 = 3. The whole goes. */
START_TEST(where_only_the_whole_is_printed_it_is_hidden)
{
    size_t whole = add(5), parts[] = {add(1), add(1), add(1), add(1), add(1)};
    sum(whole, parts, 5);
    audit_run(&audit);
    assert_hidden("hhhhhh");
    for (size_t i = 1; i < 6; i++)
        ck_assert(!audit.cells[i].exposed);
}
END_TEST

/* 8 is printed as 10, 8 to 12, and two small counts come to 8 at most: both would be 4. The whole
 * goes. The sum above it leaves 33 to 37 less 23 to 27, so 6 to 14, which is enough. */
START_TEST(a_whole_of_two_largest_small_counts_is_hidden)
{
    size_t all = add(33), whole = add(8), other = add(25);
    size_t halves[] = {whole, other}, parts[] = {add(4), add(4)};
    sum(all, halves, 2);
    sum(whole, parts, 2);
    audit_run(&audit);
    assert_hidden("phphh");
    ck_assert_int_eq(audit.cells[3].known.low, 2);
    ck_assert_int_eq(audit.cells[3].known.high, 4);
}
END_TEST

/* The same, but its neighbour is nought: the sum above says 8 to 12 again, and goes as well. */
START_TEST(what_says_again_what_was_hidden_is_hidden_too)
{
    size_t all = add(8), whole = add(8), none = add(0);
    size_t halves[] = {whole, none}, parts[] = {add(4), add(4)};
    sum(all, halves, 2);
    sum(whole, parts, 2);
    audit_run(&audit);
    assert_hidden("hhphh");
    ck_assert(!audit.cells[3].exposed);
}
END_TEST

/* Part of nothing at all: of what may be anything up to 9 it is told that it is nothing. */
START_TEST(a_part_of_nothing_is_exposed_where_nothing_can_be_hidden)
{
    size_t part = audit_add(
        &audit, (struct audit_cell){
                    .size = 0, .hidden = true, .guarded = true, .marked = {0, 9}, .need = 9});
    size_t none = audit_add(&audit, (struct audit_cell){.size = 0});
    size_t relation = audit_relate(&audit, true);
    audit_term(&audit, relation, part, 1);
    audit_term(&audit, relation, none, -1);
    audit_run(&audit);
    ck_assert(audit.cells[part].exposed);
    ck_assert(!audit.cells[none].hidden);
}
END_TEST

START_TEST(a_part_of_a_printed_whole_stays_hidden)
{
    size_t part = add(3), whole = add(6);
    size_t relation = audit_relate(&audit, true);
    audit_term(&audit, relation, part, 1);
    audit_term(&audit, relation, whole, -1);
    audit_run(&audit);
    assert_hidden("hp");
}
END_TEST

/* 18 is not 7 + 4: whoever believed it would be misled, and nothing has to be hidden. */
START_TEST(a_relation_that_does_not_hold_tells_nothing)
{
    size_t whole = add(18), parts[] = {add(7), add(4)};
    sum(whole, parts, 2);
    audit_run(&audit);
    assert_hidden("pph");
}
END_TEST

START_TEST(without_relations_nothing_happens)
{
    add(18);
    add(3);
    audit_run(&audit);
    assert_hidden("ph");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("disclosure_audit");
    tcase_add_checked_fixture(t, empty, finish);
    tcase_add_test(t, a_count_that_the_others_pin_takes_the_smallest_of_them_with_it);
    tcase_add_test(t, rounding_alone_can_be_enough);
    tcase_add_test(t, marks_that_leave_each_other_room_cost_nothing);
    tcase_add_test(t, where_only_the_whole_is_printed_it_is_hidden);
    tcase_add_test(t, a_whole_of_two_largest_small_counts_is_hidden);
    tcase_add_test(t, what_says_again_what_was_hidden_is_hidden_too);
    tcase_add_test(t, a_part_of_nothing_is_exposed_where_nothing_can_be_hidden);
    tcase_add_test(t, a_part_of_a_printed_whole_stays_hidden);
    tcase_add_test(t, a_relation_that_does_not_hold_tells_nothing);
    tcase_add_test(t, without_relations_nothing_happens);
    return t;
}
