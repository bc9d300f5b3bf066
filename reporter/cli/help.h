/* SPDX-License-Identifier: MIT */
#ifndef CLI_HELP_H
#define CLI_HELP_H

/** --help, from the same tables that the command line is read with. */

struct command;
struct text;

void help_program(const struct command *const *commands, struct text *text);
void help_command(const struct command *command, struct text *text);

#endif
