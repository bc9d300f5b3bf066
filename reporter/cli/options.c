/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "base/error.h"
#include "base/text.h"

#include <getopt.h>
#include <limits.h>
#include <string.h>

/* Above every character, so that getopt's answers '?' and ':' are not taken for an option. */
#define FIRST_VALUE 256

const struct option_text OPTIONS[OPTION_COUNT] = {
    [OPTION_HOME] = {"home", "FOLDER",
                     "folder that holds queries/, templates/ and assets/ (default: the working "
                     "folder, else the installed one)"},
    [OPTION_DB] = {"db", "FILE", "the SQLite database; it is only read"},
    [OPTION_MAPPING] = {"mapping", "FOLDER",
                        "TABLE.sql files that present another system's tables under the contract's "
                        "names"},
    [OPTION_PERIOD] = {"period", "QUARTER",
                       "the quarter, such as 2026-Q3 (default: the edition's, else the latest one "
                       "submitted)"},
    [OPTION_EDITION] = {"edition", "FILE",
                        "YAML file that says which edition this is (default: a draft)"},
    [OPTION_PREVIOUS] = {"previous", "FOLDER",
                         "an edition published earlier: its points are drawn, differences listed"},
    [OPTION_OUT] = {"out", "FOLDER",
                    "where the folder QUARTER-EDITION is made (default: the working folder)"},
    [OPTION_ONLY] = {"only", "CODE", "make the documents of this agency alone"},
    [OPTION_AUDIENCE] = {"audience", "WORD", "only the copies for agency, oversight or public"},
    [OPTION_FIGURES] = {"figures", "KINDS",
                        "png, svg or png,svg: each figure as a picture of its own too, with its "
                        "alternative text beside it"},
    [OPTION_AGENCY] = {"agency", "CODE", "the agency whose items are listed"},
    [OPTION_AGENCIES] = {"agencies", "NUMBER", "how many agencies (default: 300)"},
    [OPTION_SEED] = {"seed", "NUMBER", "the same seed gives the same file (default: 1)"},
    [OPTION_LANGUAGE] = {"language", "FILE",
                         "YAML file with what readers read in another language (default: English)"},
    [OPTION_QUIET] = {"quiet", NULL, "no progress and no warnings, errors only"},
    [OPTION_HELP] = {"help", NULL, "print this help"},
    [OPTION_VERSION] = {"version", NULL, "print the version"},
};

/** One pass of getopt: the program's own options, or those of its command. */
struct parse {
    const struct command *command; /* NULL: the program's own */
    struct option table[OPTION_COUNT + 1];
    size_t count;
    struct invocation *invocation;
    struct error *err;
};

static void take(struct parse *parse, enum option_id id)
{
    parse->table[parse->count++] = (struct option){
        .name = OPTIONS[id].name,
        .has_arg = OPTIONS[id].argument ? required_argument : no_argument,
        .val = FIRST_VALUE + (int)id,
    };
}

static void list_options(struct parse *parse)
{
    if (parse->command)
        for (const enum option_id *id = parse->command->options; *id != OPTION_COUNT; id++)
            take(parse, *id);
    for (int id = OPTION_QUIET; id < OPTION_COUNT; id++)
        take(parse, (enum option_id)id);
}

/** "ulat build", or "ulat" before a command is known. */
static const char *separator(const struct parse *parse)
{
    return parse->command ? " " : "";
}

static const char *name_of(const struct parse *parse)
{
    return parse->command ? parse->command->name : "";
}

static bool hint_help(const struct parse *parse)
{
    return error_hint(parse->err, "ulat%s%s --help lists what there is", separator(parse),
                      name_of(parse));
}

bool option_unknown(struct error *err, const char *what, const char *given,
                    const char *const *words, size_t count)
{
    const char *near = text_nearest(given, words, count);
    error_set(err, ERROR_USAGE, "unknown %s '%s'", what, given);
    return near ? error_hint(err, "did you mean %s?", near) : false;
}

static bool fail_ambiguous(const struct parse *parse, const char *given, size_t length)
{
    struct text names = {0};
    for (size_t i = 0; i < parse->count; i++)
        if (strncmp(parse->table[i].name, given, length) == 0)
            text_printf(&names, "%s--%s", names.length ? ", " : "", parse->table[i].name);
    error_set(parse->err, ERROR_USAGE, "'--%.*s' is short for several options", (int)length, given);
    error_hint(parse->err, "write one of %s", text_string(&names));
    text_finish(&names);
    return false;
}

/** `given` stands behind the two dashes, perhaps with "=value". */
static bool fail_long(const struct parse *parse, const char *given)
{
    size_t length = strcspn(given, "="), alike = 0;
    struct text name = {0};
    const char *names[OPTION_COUNT];
    for (size_t i = 0; i < parse->count; i++) {
        names[i] = parse->table[i].name;
        alike += strncmp(names[i], given, length) == 0;
    }
    if (alike > 1)
        return fail_ambiguous(parse, given, length);
    text_append_bytes(&name, given, length);
    const char *near = text_nearest(text_string(&name), names, parse->count);
    error_set(parse->err, ERROR_USAGE, "unknown option '--%s' of ulat%s%s", text_string(&name),
              separator(parse), name_of(parse));
    text_finish(&name);
    return near ? error_hint(parse->err, "did you mean --%s?", near) : hint_help(parse);
}

static bool fail_option(const struct parse *parse, int answer, char **argv)
{
    int id = optopt - FIRST_VALUE;
    bool known = id >= 0 && id < OPTION_COUNT;
    if (answer == ':' && known)
        return error_set(parse->err, ERROR_USAGE, "option --%s needs a value: --%s %s",
                         OPTIONS[id].name, OPTIONS[id].name, OPTIONS[id].argument);
    if (known)
        return error_set(parse->err, ERROR_USAGE, "option --%s takes no value", OPTIONS[id].name);
    if (optopt > 0 && optopt <= UCHAR_MAX) {
        error_set(parse->err, ERROR_USAGE, "unknown option '-%c': options begin with two dashes",
                  optopt);
        return hint_help(parse);
    }
    return fail_long(parse, argv[optind - 1] + 2);
}

static bool note_value(const struct parse *parse, int answer, const char *value)
{
    int id = answer - FIRST_VALUE;
    const char **slot = &parse->invocation->values[id];
    if (!OPTIONS[id].argument) {
        *slot = "";
        return true;
    }
    if (*slot)
        return error_set(parse->err, ERROR_USAGE, "option --%s is given twice", OPTIONS[id].name);
    if (!*value)
        return error_set(parse->err, ERROR_USAGE, "the value of option --%s is empty",
                         OPTIONS[id].name);
    *slot = value;
    return true;
}

/** `ret_next`: index of the first argument that is no option. */
static bool read_options(struct parse *parse, int argc, char **argv, int *ret_next)
{
    list_options(parse);
    opterr = 0;
    optind = 0; /* makes the library begin anew */
    int answer;
    while ((answer = getopt_long(argc, argv, parse->command ? ":" : "+:", parse->table, NULL)) !=
           -1) {
        if (answer < FIRST_VALUE)
            return fail_option(parse, answer, argv);
        if (!note_value(parse, answer, optarg))
            return false;
    }
    *ret_next = optind;
    return true;
}

static bool find_command(const struct command *const *commands, const char *given,
                         const struct command **ret_command, struct error *err)
{
    const char *names[16];
    size_t count = 0;
    for (; *commands; commands++) {
        if (strcmp((*commands)->name, given) == 0) {
            *ret_command = *commands;
            return true;
        }
        if (count < sizeof names / sizeof *names)
            names[count++] = (*commands)->name;
    }
    option_unknown(err, "command", given, names, count);
    return error_hint(err, "ulat --help lists the commands");
}

static bool check_arguments(const struct invocation *invocation, struct error *err)
{
    const struct command *command = invocation->command;
    if (invocation->argument_count < command->least)
        error_set(err, ERROR_USAGE, "ulat %s needs more: ulat %s %s", command->name, command->name,
                  command->arguments);
    else if (invocation->argument_count > command->most)
        error_set(err, ERROR_USAGE, "'%s' is too much for ulat %s",
                  invocation->arguments[command->most], command->name);
    else
        return true;
    return error_hint(err, "ulat %s --help tells what it takes", command->name);
}

static bool wants_text(const struct invocation *invocation)
{
    return invocation->values[OPTION_HELP] || invocation->values[OPTION_VERSION];
}

bool options_parse(const struct command *const *commands, int argc, char **argv,
                   struct invocation *ret_invocation, struct error *err)
{
    int next = 0;
    *ret_invocation = (struct invocation){0};
    struct parse first = {.invocation = ret_invocation, .err = err};
    if (!read_options(&first, argc, argv, &next))
        return false;
    if (next >= argc) {
        if (wants_text(ret_invocation))
            return true;
        error_set(err, ERROR_USAGE, "no command is given");
        return error_hint(err, "ulat --help lists the commands");
    }
    struct parse second = {.invocation = ret_invocation, .err = err};
    if (!find_command(commands, argv[next], &ret_invocation->command, err))
        return false;
    second.command = ret_invocation->command;
    argc -= next; /* the command takes the place of the program's name */
    argv += next;
    if (!read_options(&second, argc, argv, &next))
        return false;
    ret_invocation->arguments = argv + next;
    ret_invocation->argument_count = (size_t)(argc - next);
    return wants_text(ret_invocation) || check_arguments(ret_invocation, err);
}

bool option_required(const struct invocation *invocation, enum option_id id, const char **ret_value,
                     struct error *err)
{
    *ret_value = invocation->values[id];
    if (*ret_value)
        return true;
    return error_set(err, ERROR_USAGE, "ulat %s needs --%s %s", invocation->command->name,
                     OPTIONS[id].name, OPTIONS[id].argument);
}
