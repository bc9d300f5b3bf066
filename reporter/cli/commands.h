/* SPDX-License-Identifier: MIT */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

/** The commands, a file each. To add one: a struct command in a file of its own, and a line in
 *  commands.c. */

#include "cli/options.h"

extern const struct command BUILD_COMMAND, CHECK_COMMAND, EXPLAIN_COMMAND, INIT_COMMAND,
    LIST_COMMAND, SAMPLE_COMMAND, VERIFY_COMMAND;

extern const struct command *const COMMANDS[]; /* in the order of --help; NULL ends it */

#endif
