/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

const struct command *const COMMANDS[] = {
    &BUILD_COMMAND, &CHECK_COMMAND, &EXPLAIN_COMMAND, &VERIFY_COMMAND,
    &LIST_COMMAND,  &INIT_COMMAND,  &SAMPLE_COMMAND,  NULL,
};
