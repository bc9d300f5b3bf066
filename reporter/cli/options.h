/* SPDX-License-Identifier: MIT */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

/**
 * The command line: one table of options, one of commands. They are read with it, and `--help` is
 * printed from them.
 *
 *     struct invocation invocation;
 *     if (!options_parse(COMMANDS, argc, argv, &invocation, &err)) ...
 *     return invocation.command->run(&invocation, &err);
 */

#include <stdbool.h>
#include <stddef.h>

struct error;
struct invocation;

enum option_id {
    OPTION_HOME,
    OPTION_DB,
    OPTION_MAPPING,
    OPTION_PERIOD,
    OPTION_EDITION,
    OPTION_PREVIOUS,
    OPTION_OUT,
    OPTION_ONLY,
    OPTION_AUDIENCE,
    OPTION_FIGURES,
    OPTION_AGENCY,
    OPTION_AGENCIES,
    OPTION_SEED,
    OPTION_LANGUAGE,
    OPTION_QUIET, /* from here: taken by every command */
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT,
};

struct option_text {
    const char *name;
    const char *argument; /* "FILE"; NULL: a flag */
    const char *help;
};
extern const struct option_text OPTIONS[OPTION_COUNT];

struct command {
    const char *name;
    const char *arguments;         /* "[REPORT...]"; "" for none */
    size_t least, most;            /* how many of them */
    const char *summary;           /* one line */
    const char *details;           /* what --help says below it; NULL: nothing */
    const enum option_id *options; /* its own, ended by OPTION_COUNT */
    /** Gives the exit code. Where `err` is set it is printed, and its code counts. */
    int (*run)(const struct invocation *invocation, struct error *err);
};

struct invocation {
    const struct command *command;    /* NULL: --help or --version stands alone */
    const char *values[OPTION_COUNT]; /* NULL: not given; "" for a flag */
    char **arguments;                 /* borrowed from argv */
    size_t argument_count;
};

/** `commands` ends with NULL. Long options may be shortened while they stay distinct. argv is put
 * in order by it. */
bool options_parse(const struct command *const *commands, int argc, char **argv,
                   struct invocation *ret_invocation, struct error *err);

/** The value of an option without which the command cannot work. */
bool option_required(const struct invocation *invocation, enum option_id id, const char **ret_value,
                     struct error *err);

/** "unknown NAME 'given'", with the nearest of the words as a hint. Always returns false. */
bool option_unknown(struct error *err, const char *what, const char *given,
                    const char *const *words, size_t count);

#endif
