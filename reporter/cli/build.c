/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/meter.h"
#include "cli/output.h"
#include "run/run.h"

#include <stdint.h>

#define EXIT_SOME_FAILED 1

static bool say_where(const struct run_summary *summary, struct error *err)
{
    struct text text = {0};
    text_printf(&text, "%zu %s in %s\n", summary->documents,
                summary->documents == 1 ? "document" : "documents", summary->folder);
    bool good = output_text(&text, err);
    text_finish(&text);
    return good;
}

static void say_failed(const struct run_summary *summary)
{
    for (size_t i = 0; i < summary->failures; i++)
        message_line(summary->failed[i]);
}

static int build(const struct run_options *options, bool quiet, struct notices *notices,
                 struct error *err)
{
    struct run_summary summary = {0};
    struct meter meter;
    meter_init(&meter, quiet);
    struct run_options with_meter = *options;
    with_meter.progress = &meter.progress;
    bool good = run_build(&with_meter, notices, &summary, err);
    meter_clear(&meter);
    if (!quiet)
        message_notices(notices);
    int code = good && summary.failures ? EXIT_SOME_FAILED : 0;
    if (good) {
        say_failed(&summary);
        say_where(&summary, err);
    }
    run_summary_finish(&summary);
    return code;
}

static int run(const struct invocation *invocation, struct error *err)
{
    const char *const *values = invocation->values;
    struct notices notices = {0};
    struct run_options options = {
        .mapping = values[OPTION_MAPPING],
        .home = values[OPTION_HOME],
        .period = values[OPTION_PERIOD],
        .edition = values[OPTION_EDITION],
        .previous = values[OPTION_PREVIOUS],
        .out = values[OPTION_OUT] ? values[OPTION_OUT] : ".",
        .only = values[OPTION_ONLY],
        .audience = values[OPTION_AUDIENCE],
        .language = values[OPTION_LANGUAGE],
        .reports = (const char **)(uintptr_t)invocation->arguments,
        .report_count = invocation->argument_count,
    };
    if (!option_required(invocation, OPTION_DB, &options.db, err))
        return 0;
    if (values[OPTION_FIGURES] &&
        !figure_kinds_parse(values[OPTION_FIGURES], &options.figures, err))
        return 0;
    int code = build(&options, values[OPTION_QUIET] != NULL, &notices, err);
    notices_finish(&notices);
    return code;
}

static const enum option_id TAKES[] = {
    OPTION_DB,      OPTION_PERIOD,  OPTION_EDITION,  OPTION_OUT,      OPTION_ONLY, OPTION_AUDIENCE,
    OPTION_FIGURES, OPTION_MAPPING, OPTION_PREVIOUS, OPTION_LANGUAGE, OPTION_HOME, OPTION_COUNT};

const struct command BUILD_COMMAND = {
    .name = "build",
    .arguments = "[REPORT...]",
    .most = SIZE_MAX,
    .summary = "make the reports (all of them, or those named)",
    .details =
        "Reads the database given with --db and makes the folder QUARTER-EDITION, whole or not\n"
        "at all; then prints where it lies. A final edition is never replaced.",
    .options = TAKES,
    .run = run,
};
