/* SPDX-License-Identifier: MIT */
#ifndef BASE_FILE_ERROR_H
#define BASE_FILE_ERROR_H

/** What the system said about a path, as an error of the right kind. For base/ alone. */

#include <stdbool.h>

struct error;

/** "cannot <what> '<path>': <reason>". `number` is an errno value. Always returns false. */
bool file_error_reading(struct error *err, const char *what, const char *path, int number);
bool file_error_writing(struct error *err, const char *what, const char *path, int number);

#endif
