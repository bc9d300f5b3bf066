/* SPDX-License-Identifier: MIT */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

/** SHA-256 as 64 lower-case hexadecimal digits. */

#include <stdbool.h>
#include <stddef.h>

struct error;

#define DIGEST_SIZE 65

void digest_bytes(const char *bytes, size_t length, char ret_hex[DIGEST_SIZE]);

/** Of an open file from its start; the file's offset is moved. */
bool digest_descriptor(int descriptor, const char *path, char ret_hex[DIGEST_SIZE],
                       struct error *err);
bool digest_file(const char *path, char ret_hex[DIGEST_SIZE], struct error *err);

#endif
