/* SPDX-License-Identifier: MIT */
#ifndef INPUT_QUOTE_H
#define INPUT_QUOTE_H

/**
 * What staff wrote, fit to be repeated inside a message: at most 60 characters (then an ellipsis),
 * and a question mark for each control or direction character.
 *
 *     error_at(err, ERROR_CONFIG, &node->place, "unknown key '%s'", quote(node->text).text);
 */

#define QUOTE_CHARACTERS 60

struct quote {
    char text[QUOTE_CHARACTERS * 4 + 4];
};

/** `given` is valid UTF-8. */
struct quote quote(const char *given);

#endif
