/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/error.h"
#include "base/text.h"
#include "cli/help.h"
#include "cli/options.h"

#include <string.h>

static int run(const struct invocation *invocation, struct error *err)
{
    (void)invocation, (void)err;
    return 0;
}

static const enum option_id BUILD_TAKES[] = {OPTION_DB, OPTION_PERIOD, OPTION_PREVIOUS,
                                             OPTION_COUNT};
static const enum option_id INIT_TAKES[] = {OPTION_HOME, OPTION_COUNT};
static const struct command BUILD = {
    .name = "build",
    .arguments = "[REPORT...]",
    .most = 2,
    .summary = "make the reports",
    .options = BUILD_TAKES,
    .run = run,
};
static const struct command INIT = {
    .name = "init",
    .arguments = "FILE",
    .least = 1,
    .most = 1,
    .summary = "make an empty database",
    .details = "A file that exists is left alone.",
    .options = INIT_TAKES,
    .run = run,
};
static const struct command *const TRIAL[] = {&BUILD, &INIT, NULL};

#define MOST_WORDS 16

/** The words of a command line, and what became of them. */
struct trial {
    char words[256];
    char *argv[MOST_WORDS];
    int argc;
    struct invocation invocation;
    struct error err;
};

static bool parse(struct trial *trial, const char *line)
{
    *trial = (struct trial){0};
    ck_assert_uint_lt(strlen(line), sizeof trial->words);
    strcpy(trial->words, line);
    for (char *word = strtok(trial->words, " "); word; word = strtok(NULL, " ")) {
        ck_assert_int_lt(trial->argc, MOST_WORDS - 1);
        trial->argv[trial->argc++] = word;
    }
    return options_parse(TRIAL, trial->argc, trial->argv, &trial->invocation, &trial->err);
}

static void parses(struct trial *trial, const char *line)
{
    ck_assert_msg(parse(trial, line), "%s: %s", line, trial->err.message);
}

/** Fails with exit code 2 and this message and hint (NULL: none). */
static void fails(const char *line, const char *message, const char *hint)
{
    struct trial trial;
    ck_assert_msg(!parse(&trial, line), "%s is taken", line);
    ck_assert_str_eq(trial.err.message, message);
    ck_assert_pstr_eq(trial.err.hint, hint);
    ck_assert_int_eq(error_exit_code(trial.err.kind), 2);
    error_finish(&trial.err);
}

START_TEST(options_and_arguments_stand_in_any_order)
{
    struct trial trial;
    parses(&trial, "ulat build scorecard --db a.db quarterly --period=2026-Q3");
    ck_assert_ptr_eq(trial.invocation.command, &BUILD);
    ck_assert_str_eq(trial.invocation.values[OPTION_DB], "a.db");
    ck_assert_str_eq(trial.invocation.values[OPTION_PERIOD], "2026-Q3");
    ck_assert_ptr_null(trial.invocation.values[OPTION_PREVIOUS]);
    ck_assert_ptr_null(trial.invocation.values[OPTION_QUIET]);
    ck_assert_uint_eq(trial.invocation.argument_count, 2);
    ck_assert_str_eq(trial.invocation.arguments[0], "scorecard");
    ck_assert_str_eq(trial.invocation.arguments[1], "quarterly");
}
END_TEST

START_TEST(common_options_stand_before_or_behind_the_command)
{
    struct trial trial;
    parses(&trial, "ulat --quiet build");
    ck_assert_ptr_nonnull(trial.invocation.values[OPTION_QUIET]);
    ck_assert_uint_eq(trial.invocation.argument_count, 0);
    parses(&trial, "ulat build --quiet --quiet");
    ck_assert_ptr_nonnull(trial.invocation.values[OPTION_QUIET]);
}
END_TEST

START_TEST(two_dashes_end_the_options)
{
    struct trial trial;
    parses(&trial, "ulat init -- --odd");
    ck_assert_uint_eq(trial.invocation.argument_count, 1);
    ck_assert_str_eq(trial.invocation.arguments[0], "--odd");
}
END_TEST

START_TEST(help_and_version_need_no_arguments)
{
    struct trial trial;
    parses(&trial, "ulat --version");
    ck_assert_ptr_null(trial.invocation.command);
    ck_assert_ptr_nonnull(trial.invocation.values[OPTION_VERSION]);
    parses(&trial, "ulat init --help");
    ck_assert_ptr_eq(trial.invocation.command, &INIT);
    ck_assert_ptr_nonnull(trial.invocation.values[OPTION_HELP]);
}
END_TEST

START_TEST(an_option_may_be_shortened_while_it_stays_distinct)
{
    struct trial trial;
    parses(&trial, "ulat build --per 2026-Q3");
    ck_assert_str_eq(trial.invocation.values[OPTION_PERIOD], "2026-Q3");
    fails("ulat build --p 2026-Q3", "'--p' is short for several options",
          "write one of --period, --previous");
}
END_TEST

START_TEST(an_unknown_option_names_the_nearest)
{
    fails("ulat build --peroid=2026-Q3", "unknown option '--peroid' of ulat build",
          "did you mean --period?");
    fails("ulat build x --zzzzzz y", "unknown option '--zzzzzz' of ulat build",
          "ulat build --help lists what there is");
    fails("ulat --versoin", "unknown option '--versoin' of ulat", "did you mean --version?");
    fails("ulat build -d", "unknown option '-d': options begin with two dashes",
          "ulat build --help lists what there is");
}
END_TEST

START_TEST(an_option_of_another_command_is_unknown)
{
    fails("ulat init --db x", "unknown option '--db' of ulat init",
          "ulat init --help lists what there is");
}
END_TEST

START_TEST(an_unknown_command_names_the_nearest)
{
    fails("ulat biuld", "unknown command 'biuld'", "did you mean build?");
    fails("ulat zzzz", "unknown command 'zzzz'", "ulat --help lists the commands");
    fails("ulat", "no command is given", "ulat --help lists the commands");
}
END_TEST

START_TEST(a_value_must_be_there_once_and_not_empty)
{
    fails("ulat build --db", "option --db needs a value: --db FILE", NULL);
    fails("ulat build --db= x", "the value of option --db is empty", NULL);
    fails("ulat build --db a --db b", "option --db is given twice", NULL);
    fails("ulat build --quiet=yes", "option --quiet takes no value", NULL);
}
END_TEST

START_TEST(the_number_of_arguments_is_checked)
{
    fails("ulat init", "ulat init needs more: ulat init FILE",
          "ulat init --help tells what it takes");
    fails("ulat init a b", "'b' is too much for ulat init", "ulat init --help tells what it takes");
    fails("ulat build a b c", "'c' is too much for ulat build",
          "ulat build --help tells what it takes");
}
END_TEST

START_TEST(a_required_option_is_named)
{
    struct trial trial;
    const char *value;
    parses(&trial, "ulat build --db a.db");
    ck_assert(option_required(&trial.invocation, OPTION_DB, &value, &trial.err));
    ck_assert_str_eq(value, "a.db");
    ck_assert(!option_required(&trial.invocation, OPTION_PERIOD, &value, &trial.err));
    ck_assert_str_eq(trial.err.message, "ulat build needs --period QUARTER");
    ck_assert_int_eq(trial.err.kind, ERROR_USAGE);
    error_finish(&trial.err);
}
END_TEST

START_TEST(help_of_a_command_is_printed_from_the_tables)
{
    struct text text = {0};
    help_command(&INIT, &text);
    ck_assert_str_eq(text_string(&text),
                     "Usage: ulat init [OPTION...] FILE\n"
                     "\n"
                     "make an empty database\n"
                     "\n"
                     "A file that exists is left alone.\n"
                     "\n"
                     "Options:\n"
                     "  --home FOLDER       folder that holds queries/, templates/ and assets/\n"
                     "                      (default: the working folder, else the installed one)\n"
                     "  --quiet             no progress and no warnings, errors only\n"
                     "  --help              print this help\n"
                     "  --version           print the version\n");
    text_finish(&text);
}
END_TEST

START_TEST(help_of_the_program_names_commands_and_exit_codes)
{
    struct text text = {0};
    help_program(TRIAL, &text);
    const char *help = text_string(&text);
    ck_assert_ptr_nonnull(strstr(help, "  build     make the reports\n"));
    ck_assert_ptr_nonnull(strstr(help, "\n    0  all went well\n    1  build: "));
    ck_assert_ptr_nonnull(strstr(help, "\n   65  the database"));
    ck_assert_ptr_nonnull(strstr(help, "\n   78  a template"));
    ck_assert_ptr_nonnull(strstr(help, "\n   71  no memory left\n"));
    text_finish(&text);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("options");
    tcase_add_test(t, options_and_arguments_stand_in_any_order);
    tcase_add_test(t, common_options_stand_before_or_behind_the_command);
    tcase_add_test(t, two_dashes_end_the_options);
    tcase_add_test(t, help_and_version_need_no_arguments);
    tcase_add_test(t, an_option_may_be_shortened_while_it_stays_distinct);
    tcase_add_test(t, an_unknown_option_names_the_nearest);
    tcase_add_test(t, an_option_of_another_command_is_unknown);
    tcase_add_test(t, an_unknown_command_names_the_nearest);
    tcase_add_test(t, a_value_must_be_there_once_and_not_empty);
    tcase_add_test(t, the_number_of_arguments_is_checked);
    tcase_add_test(t, a_required_option_is_named);
    tcase_add_test(t, help_of_a_command_is_printed_from_the_tables);
    tcase_add_test(t, help_of_the_program_names_commands_and_exit_codes);
    return t;
}
