/* SPDX-License-Identifier: MIT */
#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

/**
 * A text compared with tests/golden/NAME. ULAT_GOLDEN=update rewrites the file instead: the
 * difference that git then shows is what is to be judged.
 */

#include "check_main.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void golden_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    ck_assert_msg(file != NULL, "%s cannot be written", path);
    ck_assert_uint_eq(fwrite(text, 1, strlen(text), file), strlen(text));
    ck_assert_int_eq(fclose(file), 0);
}

static inline char *golden_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s is missing: ULAT_GOLDEN=update writes it", path);
    char *text = calloc(1, 1 << 22);
    size_t length = fread(text, 1, (1 << 22) - 1, file);
    text[length] = '\0';
    fclose(file);
    return text;
}

/* The line at which two texts part. */
static inline size_t golden_difference(const char *a, const char *b)
{
    size_t line = 1;
    for (; *a && *a == *b; a++, b++)
        line += *a == '\n';
    return *a == *b ? 0 : line;
}

static inline void golden_compare(const char *name, const char *text)
{
    char relative[128];
    const char *mode = getenv("ULAT_GOLDEN");
    snprintf(relative, sizeof relative, "tests/golden/%s", name);
    char *path = source_path(relative);
    if (mode && strcmp(mode, "update") == 0) {
        golden_write(path, text);
        free(path);
        return;
    }
    char *expected = golden_read(path);
    size_t line = golden_difference(expected, text);
    free(expected);
    free(path);
    ck_assert_msg(line == 0, "%s differs at line %zu", relative, line);
}

#endif
