/* SPDX-License-Identifier: MIT */
#include "cli/check.h"

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"

/** Something wrong in the files or rows is what check is there to find; a file that cannot be read
 * at all is another matter, and keeps its code. */
static int code_of(enum error_kind kind)
{
    return error_exit_code(kind == ERROR_CONFIG ? ERROR_DATA : kind);
}

bool check_problem(struct check *check, struct error *err)
{
    int code = code_of(err->kind);
    message_error(err);
    check->problems++;
    if (!check->code || code != error_exit_code(ERROR_DATA))
        check->code = code;
    error_finish(err);
    return false;
}

static void say_problems(struct check *check)
{
    if (!check->problems)
        text_append(check->text, "No problems\n");
    else
        text_printf(check->text, "%zu %s\n", check->problems,
                    check->problems == 1 ? "problem" : "problems");
}

static int run(const struct invocation *invocation, struct error *err)
{
    struct text text = {0};
    struct notices notices = {0};
    struct check check = {.invocation = invocation, .text = &text, .notices = &notices};
    opening_init(&check.opening);
    if (opening_find(&check.opening, invocation, err)) {
        if (check_files(&check) && invocation->values[OPTION_DB])
            check_database(&check);
        if (!invocation->values[OPTION_QUIET])
            message_notices(&notices);
        say_problems(&check);
        output_text(&text, err);
    }
    opening_finish(&check.opening);
    notices_finish(&notices);
    text_finish(&text);
    return check.code;
}

static const enum option_id TAKES[] = {OPTION_DB,      OPTION_MAPPING, OPTION_PERIOD,
                                       OPTION_EDITION, OPTION_HOME,    OPTION_COUNT};

const struct command CHECK_COMMAND = {
    .name = "check",
    .arguments = "",
    .summary = "check what people edit and, with --db, the database",
    .details = "Without --db: the contract, every listing, the method, every template, the theme,\n"
               "and the edition where one is given.\n"
               "With --db also: the database's integrity, the values of all supplied tables, what\n"
               "is not supplied and which controls therefore are not measured, every listing row\n"
               "by row, codes of no known agency, and data quality: each check with its count and\n"
               "the keys of the first items.\n"
               "Every problem is printed, not only the first; then the exit code is 65.",
    .options = TAKES,
    .run = run,
};
