/* SPDX-License-Identifier: MIT */

/* What queries/ says of how much accounts are used, and for how many followers. */
#include "listing_fixture.h"

START_TEST(an_account_is_as_active_as_its_posts_of_the_quarter)
{
    static const char *const COLUMNS[] = {"item", "posting", "week_posts", "days"};
    show_rows(
        "INSERT INTO account (account, agency) VALUES ('a', 'X'), ('b', 'X');"
        "INSERT INTO audience VALUES ('b', '2026-07-01', 10);"
        "INSERT INTO post (post, account, published_at) VALUES"
        " (1, 'a', '2026-06-30T23:59:59'), (2, 'a', '2026-06-30T16:00:00Z'),"
        " (3, 'a', '2026-09-30T23:59:59'), (4, 'a', '2026-10-01'), (5, 'gone', '2026-08-01');",
        "account-activity", COLUMNS, 4, "a 1 14 92\nb 0 0 92\n");
}
END_TEST

START_TEST(engagement_is_held_against_the_followers_before_and_at_the_end)
{
    /* a: 2 x (1+2+3+4 + 5), 2 x (3 + 0) shares, 2 x (1 + 5) reactions. b: no post tells. c: one
     * count of followers. d: none of either. */
    static const char *const COLUMNS[] = {"item", "engagements_twice", "shares_twice",
                                          "reactions_twice", "followers_twice"};
    show_rows(
        "INSERT INTO account (account, agency) VALUES ('a', 'X'), ('b', 'X'), ('c', 'X'),"
        " ('d', 'X');"
        "INSERT INTO post (post, account, published_at, reactions, comments, shares, clicks)"
        " VALUES (1, 'a', '2026-08-01', 1, 2, 3, 4), (2, 'a', '2026-08-01', 5, NULL, 0, NULL),"
        " (3, 'a', '2026-08-01', NULL, NULL, NULL, NULL), (4, 'b', '2026-08-01', NULL, NULL, "
        "NULL, NULL), (5, 'c', '2026-08-01', NULL, NULL, NULL, 7);"
        "INSERT INTO audience VALUES ('a', '2026-06-30', 100), ('a', '2026-09-30', 150),"
        " ('b', '2026-06-30', 10), ('b', '2026-07-01', 20), ('c', '2026-09-30', 5),"
        " ('d', '2026-06-30', 0), ('d', '2026-09-30', 0);",
        "account-activity", COLUMNS, 5, "a 30 6 12 250\nb - - - 30\nc 14 - - -\nd - - - -\n");
}
END_TEST

START_TEST(followers_are_those_of_the_latest_count_before_and_in_the_quarter)
{
    /* 92 days before 1 July 2026 is 31 March. */
    static const char *const COLUMNS[] = {"item", "gained", "followers_before"};
    show_rows("INSERT INTO account (account, agency, created_on) VALUES ('a', 'X', NULL),"
              " ('b', 'X', '2026-06-30'), ('c', 'X', NULL), ('d', 'X', '2026-07-01'),"
              " ('e', 'X', NULL), ('f', 'X', NULL), ('g', 'X', NULL);"
              "INSERT INTO audience VALUES ('a', '2026-04-01', 1), ('a', '2026-06-30', 100),"
              " ('a', '2026-07-01', 7), ('a', '2026-09-30', 90), ('a', '2026-10-01', 999),"
              " ('b', '2026-03-31', 50), ('b', '2026-09-01', 60), ('c', '2026-03-30', 50),"
              " ('c', '2026-09-01', 60), ('d', '2026-06-30', 50), ('d', '2026-09-01', 60),"
              " ('e', '2026-06-30', 0), ('e', '2026-09-01', 60), ('f', '2026-06-30', 5),"
              " ('f', '2026-06-30', 9), ('f', '2026-09-01', 10), ('g', '2026-06-29', 3),"
              " ('g', '2026-06-30', NULL), ('g', '2026-09-01', 4);",
              "account-activity", COLUMNS, 3,
              "a -10 100\nb 10 50\nc - -\nd - 50\ne 60 -\nf 1 9\ng 1 3\n");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of activity");
    tcase_add_test(t, an_account_is_as_active_as_its_posts_of_the_quarter);
    tcase_add_test(t, engagement_is_held_against_the_followers_before_and_at_the_end);
    tcase_add_test(t, followers_are_those_of_the_latest_count_before_and_in_the_quarter);
    return t;
}
