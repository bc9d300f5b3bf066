/* SPDX-License-Identifier: MIT */
#ifndef CLI_CHECK_H
#define CLI_CHECK_H

/** The two halves of `ulat check`. Each says every problem that it meets, and goes on to the next
 * thing. */

#include "cli/opening.h"

#include <stdbool.h>
#include <stddef.h>

struct error;
struct notices;
struct text;

struct check {
    const struct invocation *invocation;
    struct opening opening;
    struct text *text; /* what there is, for stdout */
    struct notices *notices;
    size_t problems;
    int code; /* of the exit, once there is a problem */
};

/** Prints the problem, counts it, and makes `err` empty again. Always returns false. */
bool check_problem(struct check *check, struct error *err);

/** The contract, every listing, the method, every template, the theme, the edition. True where the
 * home could be loaded. */
bool check_files(struct check *check);

/** The database: its tables' values, what is not supplied, and every listing over it. */
void check_database(struct check *check);

#endif
