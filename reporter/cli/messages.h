/* SPDX-License-Identifier: MIT */
#ifndef CLI_MESSAGES_H
#define CLI_MESSAGES_H

/**
 * What the program says on stderr. An error in a file that people edit is shown with its line:
 *
 *     ulat: templates/method.yaml:3:1: unknown key 'bandz'
 *         3 | bandz: 5
 *           | ^
 *       hint: did you mean 'bands'?
 *
 * Whatever comes from outside is cleaned: no message can colour or move a terminal's text.
 */

#include <stdbool.h>

struct error;
struct notices;
struct text;

/** As above; the line is left out where the file cannot be read. */
void message_format(const struct error *err, bool colour, struct text *text);

void message_error(const struct error *err);
void message_notices(const struct notices *notices);

/** "ulat: what", cleaned: for what has no struct error. */
void message_line(const char *what);

/** Whether stderr is a terminal that can be written upon freely. */
bool message_terminal(void);

#endif
