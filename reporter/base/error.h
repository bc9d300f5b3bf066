/* SPDX-License-Identifier: MIT */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

/**
 * The first failure of a call chain: its kind, what happened in words, and where.
 *
 * Fallible functions return bool and take `struct error *err` last. The first failure wins: once an
 * error is set, later calls of error_set() leave it alone. Nothing below cli/ prints or exits.
 *
 *     struct error err = {0};
 *     if (!template_load(path, arena, &template, &err))
 *         return message_error(&err);          // cli/ only
 *     ...
 *     return error_set(err, ERROR_CONFIG, "unknown key '%s'", key);   // always false
 *
 * A message never holds a value from a table of citizens' data.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/** What kind of failure it was; error_exit_code() gives the program's exit code for each. */
enum error_kind {
    ERROR_NONE,
    ERROR_USAGE,       /* 2: the command line */
    ERROR_DATA,        /* 65: the database or the rows in it */
    ERROR_NO_INPUT,    /* 66: a file that is not there or cannot be read */
    ERROR_INTERNAL,    /* 70: an assumption of the program's own does not hold */
    ERROR_CREATE,      /* 73: an output that cannot be created, or must not be replaced */
    ERROR_IO,          /* 74: reading or writing broke off (disk full) */
    ERROR_BUSY,        /* 75: locked by another program: try again */
    ERROR_PERMISSION,  /* 77: not allowed to read or write there */
    ERROR_CONFIG,      /* 78: a template, listing, mapping, method, edition or theme */
    ERROR_INTERRUPTED, /* 130, 143: a signal asked to stop */
};

/** A place in a file that staff edit. Lines and columns count from 1; 0 means unknown. */
struct place {
    const char *file;
    size_t line;
    size_t column;
};

/** Zero-initialised is "no error". Strings are owned by the struct. */
struct error {
    enum error_kind kind;
    char *message;
    char *hint; /* what to write instead; may be NULL */
    char *file; /* may be NULL */
    size_t line;
    size_t column;
};

/** Records a failure unless one is recorded already. Always returns false. */
bool error_set(struct error *err, enum error_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** As error_set(), with the place in a file. `place` may be NULL. Always returns false. */
bool error_at(struct error *err, enum error_kind kind, const struct place *place,
              const char *format, ...) __attribute__((format(printf, 4, 5)));

/** Adds what to write instead, unless a hint is there already. Always returns false. */
bool error_hint(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Frees the strings and makes it "no error" again. */
void error_finish(struct error *err);

/** The exit code that README.md documents for this kind. */
int error_exit_code(enum error_kind kind);

/**
 * Warnings gathered during a run, printed once by cli/ and named in the manifest. Each is one
 * sentence, free of personal data. Repeated sentences are kept once.
 */
struct notices {
    char **items;
    size_t count;
    size_t capacity;
    char **inside; /* those of notices_add_inside() */
    size_t inside_count;
    size_t inside_capacity;
};

void notices_add(struct notices *notices, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/** As notices_add(), for a sentence that names a finding: it is for whoever runs the program, and
 * stands in no report. */
void notices_add_inside(struct notices *notices, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void notices_finish(struct notices *notices);

#endif
