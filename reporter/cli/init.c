/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "cli/commands.h"
#include "cli/opening.h"
#include "data/writer.h"

static int run(const struct invocation *invocation, struct error *err)
{
    struct opening opening;
    struct writer *writer = NULL;
    opening_init(&opening);
    if (opening_find(&opening, invocation, err) &&
        writer_new(invocation->arguments[0], opening_file(&opening, "queries", "contract.sql"),
                   &writer, err))
        writer_finish(writer, err);
    opening_finish(&opening);
    return 0;
}

static const enum option_id TAKES[] = {OPTION_HOME, OPTION_COUNT};

const struct command INIT_COMMAND = {
    .name = "init",
    .arguments = "FILE",
    .least = 1,
    .most = 1,
    .summary = "make an empty contract database",
    .details = "FILE gets the tables of queries/contract.sql without rows. A file that exists is\n"
               "left alone.",
    .options = TAKES,
    .run = run,
};
