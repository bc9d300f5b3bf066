/* SPDX-License-Identifier: MIT */
#ifndef DATA_CONNECTION_H
#define DATA_CONNECTION_H

/**
 * Inside of data/: what source.c, fence.c, functions.c and cursor.c share. Nothing outside this
 * room includes it, so SQLite stays in one room.
 */

#include "base/error.h"
#include "data/contract.h"
#include "data/source.h"

#include <sqlite3.h>
#include <stdint.h>

#define NONCE_SIZE 40

/** A contract table's column that a statement reads. */
struct read {
    size_t table;
    size_t column;
};

struct reads {
    struct read *items;
    size_t count;
    size_t capacity;
};

struct clockwork { /* what the SQL functions know */
    const struct calendar *calendar;
    const struct reference *reference;
    int32_t as_of;        /* a day; everything later is unknown */
    int32_t submitted_by; /* the last day on which a return counts */
    int32_t first, last;  /* periods supplied */
};

enum fence {
    FENCE_DOWN,    /* our own statements: anything */
    FENCE_MAPPING, /* SELECTs of the mapping: any table, the functions of the list */
    FENCE_UP,      /* listings */
};

struct source {
    sqlite3 *db;
    const struct contract *contract;
    struct arena *arena;
    int descriptor; /* kept open: closing it would drop SQLite's locks on the file */
    char digest[65];
    char nonce[NONCE_SIZE]; /* "map_<random>_": see fence.h */
    bool **supplied;        /* [table] NULL where absent, else [column] */
    char **main_names; /* tables and views of the user's schema, and modules: never read by name */
    size_t main_name_count;
    char **contexts; /* the user's views and the WITH names that the mappings read */
    size_t context_count;
    size_t context_capacity;
    enum fence fence;
    struct reads *recorder; /* where reads are noted while a listing is prepared; may be NULL */
    char *refusal;          /* why the authorizer said no; owned */
    struct clockwork clockwork;
    int64_t step_limit; /* of SQLite's machine, for one statement */
    int64_t steps_left; /* of the statement that runs; cursors keep their own */
    char *copy;         /* path of the private copy, removed at the end; may be NULL */
};

/** sqlite3_errmsg() with its code, as an error of the right kind: busy, corrupt, not authorised. */
bool connection_error(struct source *source, struct error *err, const char *doing);

/** Runs statements that give no rows. */
bool connection_run(struct source *source, const char *sql, struct error *err);

/** One statement, prepared; `doing` is for the message. */
bool connection_prepare(struct source *source, const char *sql, sqlite3_stmt **ret_statement,
                        struct error *err);

/** A file's SQL: the text, where it begins. */
struct sql_text {
    const char *sql;
    const char *file;
    size_t first_line;
    size_t first_column; /* 0 is 1 */
};

/** Line and column (in characters) of a byte of the text. */
struct place statement_place(const struct sql_text *text, size_t offset);

/** Refuses a statement that names any table but the contract's, `period` and its own WITH names. */
bool scan_tables(const struct source *source, const struct sql_text *text, struct error *err);

/** Prepares exactly one SELECT; mistakes are told with file, line and column. */
bool statement_prepare(struct source *source, const struct sql_text *text,
                       sqlite3_stmt **ret_statement, struct error *err);

/** Whether reading this file would have SQLite write beside it; `header` is its first 100 bytes. */
bool private_copy_needed(const char *path, const unsigned char *header, struct arena *arena);
/** Puts the whole database into `folder` and notes its path in source->copy. */
bool private_copy_make(struct source *source, const char *path, const char *folder,
                       struct error *err);

/** Registers the functions of functions.c on the connection. */
bool functions_register(struct source *source, struct error *err);
/** Whether a listing or mapping may call this function. */
bool functions_allowed(const char *name);

/** From here on the authorizer is asked. To be called before mapping_load(). */
void fence_install(struct source *source);

/** Whether the name is one of the user's tables or views, or a WITH name of a mapping. */
bool fence_knows(const struct source *source, const char *name);

/** Makes the views of every supplied table and turns the authorizer on. `mapped[t]` is the SELECT
 * for a table, or without text where the mapping has none. NULL: the tables stand for themselves.
 */
bool fence_raise(struct source *source, const struct sql_text *mapped, struct error *err);

/** Reads the mapping folder: an entry of `ret_mapped` per contract table, and tries each SELECT.
 * Must be called before the fence is raised. */
bool mapping_load(struct source *source, const char *folder, struct sql_text **ret_mapped,
                  struct error *err);

#endif
