/* SPDX-License-Identifier: MIT */
#ifndef TESTS_CHECK_MAIN_H
#define TESTS_CHECK_MAIN_H

#include <check.h>

/**
 * Each test program defines tests() and gets main() from check_main.c:
 *
 *     START_TEST(arena_gives_zeroed_memory) { ... } END_TEST
 *     TCase *tests(void) { TCase *t = tcase_create("arena"); tcase_add_test(t, ...); return t; }
 */
TCase *tests(void);

/** A file of the source tree ("queries/contract.sql"), for reading. Static storage per call is not
 *  used: the caller frees the result with free(). */
char *source_path(const char *relative);

#endif
