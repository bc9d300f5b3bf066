/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/date.h"
#include "data/reference.h"
#include "metrics/exemption.h"

#include <string.h>

static int32_t day(const char *iso)
{
    int32_t result = 0;
    ck_assert(date_parse(iso, strlen(iso), &result));
    return result;
}

/** Whether one exemption of agency 1 holds for `item` of EML-1 on 30 September, the last day of
 * 2026-Q3. */
static bool holds(struct exemption exemption, const char *item)
{
    struct reference reference = {
        .agency_count = 3, .exemptions = &exemption, .exemption_count = 1};
    struct exemptions exemptions;
    exemptions_init(&exemptions, &reference);
    bool result = exemptions_hold(&exemptions, 1, "EML-1", item, day("2026-09-30"));
    exemptions_finish(&exemptions);
    return result;
}

static struct exemption granted(const char *granted_on, const char *expires_on)
{
    return (struct exemption){.agency = 1,
                              .control = "EML-1",
                              .granted_on = day(granted_on),
                              .expires_on = expires_on ? day(expires_on) : DAY_UNKNOWN_FUTURE};
}

START_TEST(it_holds_when_granted_on_the_last_day_and_not_a_day_later)
{
    ck_assert(holds(granted("2026-09-30", NULL), "a"));
    ck_assert(!holds(granted("2026-10-01", NULL), "a"));
}
END_TEST

START_TEST(it_does_not_hold_when_it_expires_on_the_last_day)
{
    ck_assert(!holds(granted("2026-01-01", "2026-09-30"), "a"));
    ck_assert(holds(granted("2026-01-01", "2026-10-01"), "a"));
}
END_TEST

START_TEST(one_for_an_item_holds_for_that_item_and_one_without_for_all)
{
    struct exemption one = granted("2026-01-01", NULL);
    ck_assert(holds(one, "a") && holds(one, "b"));
    one.item = "a";
    ck_assert(holds(one, "a"));
    ck_assert(!holds(one, "b"));
    ck_assert(!holds(one, "aa"));
}
END_TEST

START_TEST(it_holds_for_its_control_and_agency_only)
{
    struct exemption other = granted("2026-01-01", NULL);
    other.control = "EML-10";
    ck_assert(!holds(other, "a"));
    other = granted("2026-01-01", NULL);
    other.agency = 0;
    ck_assert(!holds(other, "a"));
    other.agency = 2;
    ck_assert(!holds(other, "a"));
}
END_TEST

/** In a table in no order, the last of several of one agency counts too, and each finds its agency.
 */
START_TEST(many_are_found_by_their_agency)
{
    struct exemption list[] = {granted("2026-01-01", NULL), granted("2026-01-01", "2026-02-01"),
                               granted("2026-01-01", NULL), granted("2026-01-01", NULL)};
    list[0].agency = 2;
    list[0].item = "c";
    list[1].agency = 0;
    list[2].agency = 0;
    list[2].item = "a";
    struct reference reference = {.agency_count = 3, .exemptions = list, .exemption_count = 4};
    struct exemptions exemptions;
    exemptions_init(&exemptions, &reference);
    ck_assert(exemptions_hold(&exemptions, 0, "EML-1", "a", day("2026-09-30")));
    ck_assert(!exemptions_hold(&exemptions, 0, "EML-1", "b", day("2026-09-30")));
    ck_assert(exemptions_hold(&exemptions, 1, "EML-1", "b", day("2026-09-30")));
    ck_assert(exemptions_hold(&exemptions, 2, "EML-1", "c", day("2026-09-30")));
    ck_assert(!exemptions_hold(&exemptions, 2, "EML-1", "a", day("2026-09-30")));
    /* granted in January, so not yet in force at the end of the year before */
    ck_assert(!exemptions_hold(&exemptions, 1, "EML-1", "b", day("2025-12-31")));
    exemptions_finish(&exemptions);
}
END_TEST

START_TEST(without_any_nothing_is_set_aside)
{
    struct reference reference = {.agency_count = 2};
    struct exemptions exemptions;
    exemptions_init(&exemptions, &reference);
    ck_assert(!exemptions_hold(&exemptions, 1, "EML-1", "a", day("2026-09-30")));
    exemptions_finish(&exemptions);
}
END_TEST

/* For the notice of those that name nothing: one that has expired was meant for an item too. */
START_TEST(it_is_noted_which_named_an_item_that_came)
{
    struct exemption list[] = {granted("2026-01-01", "2026-02-01"), granted("2026-01-01", NULL),
                               granted("2026-01-01", NULL)};
    list[0].item = list[1].item = "a";
    list[2].item = "b";
    struct reference reference = {.agency_count = 3, .exemptions = list, .exemption_count = 3};
    struct exemptions exemptions;
    exemptions_init(&exemptions, &reference);
    ck_assert(exemptions_hold(&exemptions, 1, "EML-1", "a", day("2026-09-30")));
    ck_assert(!exemptions_hold(&exemptions, 1, "EML-2", "b", day("2026-09-30")));
    ck_assert(exemptions.came[0] && exemptions.came[1] && !exemptions.came[2]);
    exemptions_finish(&exemptions);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("exemption");
    tcase_add_test(t, it_holds_when_granted_on_the_last_day_and_not_a_day_later);
    tcase_add_test(t, it_does_not_hold_when_it_expires_on_the_last_day);
    tcase_add_test(t, one_for_an_item_holds_for_that_item_and_one_without_for_all);
    tcase_add_test(t, it_holds_for_its_control_and_agency_only);
    tcase_add_test(t, many_are_found_by_their_agency);
    tcase_add_test(t, without_any_nothing_is_set_aside);
    tcase_add_test(t, it_is_noted_which_named_an_item_that_came);
    return t;
}
