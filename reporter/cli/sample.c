/* SPDX-License-Identifier: MIT */
#include "sample/sample.h"

#include "base/date.h"
#include "base/error.h"
#include "base/number.h"
#include "cli/commands.h"
#include "cli/opening.h"

#include <string.h>

static bool read_number(const struct invocation *invocation, enum option_id id, int64_t otherwise,
                        int64_t *ret_number, struct error *err)
{
    const char *given = invocation->values[id];
    *ret_number = otherwise;
    if (!given || (number_parse(given, ret_number) && *ret_number >= 0))
        return true;
    return error_set(err, ERROR_USAGE, "--%s '%s' is not a whole number", OPTIONS[id].name, given);
}

static bool read_period(const struct invocation *invocation, int32_t *ret_period, struct error *err)
{
    const char *given = invocation->values[OPTION_PERIOD];
    if (!given)
        given = "2026-Q3";
    return period_parse(given, strlen(given), ret_period) ||
           error_set(err, ERROR_USAGE, "--period '%s' is not a quarter such as 2026-Q3", given);
}

static int run(const struct invocation *invocation, struct error *err)
{
    struct sample_options options = {0};
    struct opening opening;
    int64_t seed = 0;
    opening_init(&opening);
    if (read_number(invocation, OPTION_AGENCIES, 300, &options.agencies, err) &&
        read_number(invocation, OPTION_SEED, 1, &seed, err) &&
        read_period(invocation, &options.period, err) && opening_find(&opening, invocation, err)) {
        options.seed = (uint64_t)seed;
        options.contract_path = opening_file(&opening, "queries", "contract.sql");
        sample_write(invocation->arguments[0], &options, err);
    }
    opening_finish(&opening);
    return 0;
}

static const enum option_id TAKES[] = {OPTION_AGENCIES, OPTION_SEED, OPTION_PERIOD, OPTION_HOME,
                                       OPTION_COUNT};

const struct command SAMPLE_COMMAND = {
    .name = "sample",
    .arguments = "FILE",
    .least = 1,
    .most = 1,
    .summary = "make a sample database of fictional agencies",
    .details =
        "Nine quarters of accounts, posts, messages and incidents; nobody in it exists. The\n"
        "last quarter is --period, here 2026-Q3 by default. A file that exists is left alone.",
    .options = TAKES,
    .run = run,
};
