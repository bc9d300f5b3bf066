/* SPDX-License-Identifier: MIT */

/* The process: what it may leave behind, and which command it runs. The locale stays "C": nothing
 * that is printed may depend on the machine's. */
#include "base/error.h"
#include "base/interrupt.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/messages.h"
#include "cli/output.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

static void settle(void)
{
    const struct rlimit none = {0, 0};
    umask(077);
    /* A core file would hold citizens' data. Where it cannot be forbidden there is nothing to be
     * done. */
    (void)setrlimit(RLIMIT_CORE, &none);
    /* Writing then fails, and the failure is told. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    interrupt_watch();
}

static void print_text(const struct invocation *invocation, struct error *err)
{
    struct text text = {0};
    if (!invocation->values[OPTION_HELP])
        text_append(&text, "ulat " ULAT_VERSION "\n");
    else if (invocation->command)
        help_command(invocation->command, &text);
    else
        help_program(COMMANDS, &text);
    output_text(&text, err);
    text_finish(&text);
}

int main(int argc, char **argv)
{
    struct invocation invocation;
    struct error err = {0};
    int code = 0;
    settle();
    if (options_parse(COMMANDS, argc, argv, &invocation, &err)) {
        if (invocation.values[OPTION_HELP] || invocation.values[OPTION_VERSION])
            print_text(&invocation, &err);
        else
            code = invocation.command->run(&invocation, &err);
    }
    if (err.kind != ERROR_NONE) {
        message_error(&err);
        code = err.kind == ERROR_INTERRUPTED ? 128 + interrupt_signal()
                                             : error_exit_code(err.kind);
    }
    error_finish(&err);
    return code;
}
