/* SPDX-License-Identifier: MIT */
#include "cli/help.h"

#include "base/error.h"
#include "base/text.h"
#include "cli/options.h"
#include "cli/output.h"

#include <string.h>

#define WIDTH 80
#define OPTION_INDENT 22

/** In the order of their codes; error_exit_code() is where they come from. */
static const struct {
    enum error_kind kind;
    const char *meaning;
} EXITS[] = {
    {ERROR_NONE, "all went well"},
    {ERROR_USAGE, "the command line"},
    {ERROR_DATA, "the database or the rows in it; check and verify: something is wrong"},
    {ERROR_NO_INPUT, "a file that is not there or cannot be read"},
    {ERROR_INTERNAL, "an assumption of the program's own does not hold"},
    {ERROR_CREATE, "an output that cannot be created, or must not be replaced"},
    {ERROR_IO, "reading or writing broke off (disk full)"},
    {ERROR_BUSY, "locked by another program: try again"},
    {ERROR_PERMISSION, "not allowed to read or write there"},
    {ERROR_CONFIG, "a template, listing, mapping, method, edition or theme"},
    {ERROR_INTERRUPTED, "stopped by a signal (143: SIGTERM): nothing was published"},
};

static void put_option(enum option_id id, struct text *text)
{
    const struct option_text *option = &OPTIONS[id];
    struct text head = {0};
    text_printf(&head, "  --%s", option->name);
    if (option->argument)
        text_printf(&head, " %s", option->argument);
    text_printf(text, "%-*s", OPTION_INDENT - 2, text_string(&head));
    text_append(text, "  ");
    output_wrapped(option->help, OPTION_INDENT, WIDTH - OPTION_INDENT, text);
    text_append(text, "\n");
    text_finish(&head);
}

static void put_common_options(struct text *text)
{
    for (int id = OPTION_QUIET; id < OPTION_COUNT; id++)
        put_option((enum option_id)id, text);
}

static void put_exit(int code, const char *meaning, struct text *text)
{
    text_printf(text, "  %3d  %s\n", code, meaning);
}

static void put_exits(struct text *text)
{
    text_append(text, "\nExit codes:\n");
    for (size_t i = 0; i < sizeof EXITS / sizeof *EXITS; i++) {
        put_exit(error_exit_code(EXITS[i].kind), EXITS[i].meaning, text);
        if (EXITS[i].kind == ERROR_NONE)
            put_exit(1, "build: the documents of some agencies could not be made", text);
        if (EXITS[i].kind == ERROR_INTERNAL)
            put_exit(71, "no memory left", text); /* arena.h ends the program by itself */
    }
}

void help_program(const struct command *const *commands, struct text *text)
{
    text_append(text, "Usage: ulat COMMAND [OPTION...] [ARGUMENT...]\n\n"
                      "Makes reports on agencies' use of social media from a database, in which\n"
                      "every number can be traced to the rows that it was counted from.\n\n"
                      "Commands:\n");
    for (; *commands; commands++)
        text_printf(text, "  %-8s  %s\n", (*commands)->name, (*commands)->summary);
    text_append(text, "\nOptions of every command:\n");
    put_common_options(text);
    text_append(text, "\nulat COMMAND --help tells the options of a command.\n");
    put_exits(text);
}

void help_command(const struct command *command, struct text *text)
{
    text_printf(text, "Usage: ulat %s [OPTION...]%s%s\n\n%s\n", command->name,
                *command->arguments ? " " : "", command->arguments, command->summary);
    if (command->details)
        text_printf(text, "\n%s\n", command->details);
    text_append(text, "\nOptions:\n");
    for (const enum option_id *id = command->options; *id != OPTION_COUNT; id++)
        put_option(*id, text);
    put_common_options(text);
}
