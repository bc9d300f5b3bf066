/* SPDX-License-Identifier: MIT */
#include "data/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/interrupt.h"
#include "base/file.h"
#include "base/text.h"

#define CONTRACT_MOST_BYTES ((size_t)1 << 20)

struct insert {
    char *table;
    char *columns;
    sqlite3_stmt *statement;
};

struct writer {
    struct arena *arena;
    char *path;
    char *temporary;
    sqlite3 *database;
    struct insert *inserts;
    size_t count;
    size_t capacity;
    size_t current;
    int bound;           /* fields of the row so far */
    struct text scratch; /* a date or an instant on its way */
    struct error error;  /* the first failure */
};

static bool broken(const struct writer *writer)
{
    return writer->error.kind != ERROR_NONE;
}

/* No value of a row is in SQLite's own messages: they name tables and columns only. */
static bool fail(struct writer *writer, const char *what)
{
    int code = writer->database ? sqlite3_errcode(writer->database) : SQLITE_NOMEM;
    bool io = code == SQLITE_FULL || code == SQLITE_IOERR;

    return error_set(&writer->error, io ? ERROR_IO : ERROR_INTERNAL, "cannot %s '%s': %s", what,
                     writer->path, writer->database ? sqlite3_errmsg(writer->database) : "memory");
}

static bool execute(struct writer *writer, const char *sql, const char *what)
{
    return sqlite3_exec(writer->database, sql, NULL, NULL, NULL) == SQLITE_OK || fail(writer, what);
}

/* Mended by nobody: the file is thrown away when anything goes wrong, so it needs no journal. */
static bool database_open(struct writer *writer)
{
    static const char pragmas[] = "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8';"
                                  "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                                  "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536;"
                                  "BEGIN";

    if (sqlite3_open_v2(writer->temporary, &writer->database, SQLITE_OPEN_READWRITE, NULL) !=
        SQLITE_OK)
        return fail(writer, "open the new database");
    return execute(writer, pragmas, "prepare");
}

static bool contract_apply(struct writer *writer, const char *contract_path)
{
    struct text sql = {0};
    struct place place = {.file = contract_path};
    bool done = file_read(contract_path, CONTRACT_MOST_BYTES, &sql, &writer->error);

    if (done && sqlite3_exec(writer->database, text_string(&sql), NULL, NULL, NULL) != SQLITE_OK)
        done = error_at(&writer->error, ERROR_CONFIG, &place, "the contract is not valid SQL: %s",
                        sqlite3_errmsg(writer->database));
    text_finish(&sql);
    return done;
}

static bool temporary_create(struct writer *writer)
{
    int descriptor;

    if (file_exists(writer->path))
        return error_set(&writer->error, ERROR_CREATE, "'%s' exists already", writer->path);
    writer->temporary = arena_printf(writer->arena, "%s.XXXXXX", writer->path);
    descriptor = mkostemp(writer->temporary, O_CLOEXEC);
    if (descriptor < 0) {
        int number = errno;
        enum error_kind kind =
            number == EACCES || number == EROFS ? ERROR_PERMISSION : ERROR_CREATE;

        writer->temporary = NULL;
        return error_set(&writer->error, kind, "cannot create '%s': %s", writer->path,
                         strerror(number));
    }
    close(descriptor);
    return true;
}

static void database_close(struct writer *writer)
{
    for (size_t i = 0; i < writer->count; i++)
        sqlite3_finalize(writer->inserts[i].statement);
    writer->count = 0;
    sqlite3_close(writer->database);
    writer->database = NULL;
}

static void writer_free(struct writer *writer)
{
    database_close(writer);
    if (writer->temporary)
        unlink(writer->temporary);
    free(writer->inserts);
    text_finish(&writer->scratch);
    error_finish(&writer->error);
    arena_free(writer->arena);
}

/* Hands the first failure on to the caller. Always returns false. */
static bool report(const struct writer *writer, struct error *err)
{
    const struct error *error = &writer->error;
    struct place place = {.file = error->file, .line = error->line, .column = error->column};

    return error_at(err, error->kind, error->file ? &place : NULL, "%s", error->message);
}

bool writer_new(const char *path, const char *contract_path, struct writer **ret_writer,
                struct error *err)
{
    struct arena *arena = arena_new();
    struct writer *writer = ARENA_NEW(arena, struct writer);

    writer->arena = arena; /* in which it lives itself */
    writer->path = arena_text(writer->arena, path);
    if (!temporary_create(writer) || !database_open(writer) ||
        !contract_apply(writer, contract_path)) {
        report(writer, err);
        writer_free(writer);
        return false;
    }
    *ret_writer = writer;
    return true;
}

static void insert_sql(struct text *sql, const char *table, const char *columns)
{
    size_t count = 1;

    text_printf(sql, "INSERT INTO \"%s\" (\"", table);
    for (const char *c = columns; *c; c++) {
        text_append_bytes(sql, *c == ' ' ? "\", \"" : c, *c == ' ' ? 4 : 1);
        count += *c == ' ';
    }
    text_append(sql, "\") VALUES (?");
    for (size_t i = 1; i < count; i++)
        text_append(sql, ", ?");
    text_append(sql, ")");
}

static void insert_prepare(struct writer *writer, const char *table, const char *columns)
{
    struct insert *insert;
    struct text sql = {0};

    writer->inserts =
        vector_grow(writer->inserts, writer->count, &writer->capacity, sizeof *writer->inserts);
    insert = &writer->inserts[writer->count];
    *insert = (struct insert){.table = arena_text(writer->arena, table),
                              .columns = arena_text(writer->arena, columns)};
    insert_sql(&sql, table, columns);
    if (sqlite3_prepare_v3(writer->database, text_string(&sql), -1, SQLITE_PREPARE_PERSISTENT,
                           &insert->statement, NULL) != SQLITE_OK)
        fail(writer, "write to");
    writer->current = writer->count++;
    text_finish(&sql);
}

void writer_table(struct writer *writer, const char *table, const char *columns)
{
    if (broken(writer))
        return;
    if (writer->bound != 0) {
        error_set(&writer->error, ERROR_INTERNAL, "a row of %s was left unfinished",
                  writer->inserts[writer->current].table);
        return;
    }
    for (size_t i = 0; i < writer->count; i++)
        if (strcmp(writer->inserts[i].table, table) == 0 &&
            strcmp(writer->inserts[i].columns, columns) == 0) {
            writer->current = i;
            return;
        }
    insert_prepare(writer, table, columns);
}

/* The statement that takes the next field, or NULL. */
static sqlite3_stmt *next_field(struct writer *writer)
{
    if (broken(writer))
        return NULL;
    if (writer->count == 0) {
        error_set(&writer->error, ERROR_INTERNAL, "a field was written before any table was named");
        return NULL;
    }
    writer->bound++;
    return writer->inserts[writer->current].statement;
}

static void check_bound(struct writer *writer, int code)
{
    if (code != SQLITE_OK)
        error_set(&writer->error, ERROR_INTERNAL, "field %d of a row of %s: %s", writer->bound,
                  writer->inserts[writer->current].table, sqlite3_errstr(code));
}

void writer_null(struct writer *writer)
{
    sqlite3_stmt *statement = next_field(writer);

    if (statement)
        check_bound(writer, sqlite3_bind_null(statement, writer->bound));
}

void writer_text(struct writer *writer, const char *text)
{
    sqlite3_stmt *statement = next_field(writer);

    if (statement)
        check_bound(writer,
                    sqlite3_bind_text(statement, writer->bound, text, -1, SQLITE_TRANSIENT));
}

void writer_integer(struct writer *writer, int64_t value)
{
    sqlite3_stmt *statement = next_field(writer);

    if (statement)
        check_bound(writer, sqlite3_bind_int64(statement, writer->bound, value));
}

void writer_date(struct writer *writer, int32_t day)
{
    text_clear(&writer->scratch);
    date_iso(&writer->scratch, day);
    writer_text(writer, text_string(&writer->scratch));
}

void writer_instant(struct writer *writer, int64_t instant)
{
    text_clear(&writer->scratch);
    instant_iso(&writer->scratch, instant);
    writer_text(writer, text_string(&writer->scratch));
}

void writer_row(struct writer *writer)
{
    const struct insert *insert;
    int wanted;

    if (!interrupt_check(&writer->error) || broken(writer) || writer->count == 0)
        return;
    insert = &writer->inserts[writer->current];
    wanted = sqlite3_bind_parameter_count(insert->statement);
    if (writer->bound != wanted)
        error_set(&writer->error, ERROR_INTERNAL, "a row of %s has %d fields, not %d",
                  insert->table, writer->bound, wanted);
    else if (sqlite3_step(insert->statement) != SQLITE_DONE)
        fail(writer, "write to");
    sqlite3_reset(insert->statement);
    writer->bound = 0;
}

static bool sync_file(struct writer *writer)
{
    int descriptor = open(writer->temporary, O_RDONLY | O_CLOEXEC);
    int number = 0;

    if (descriptor < 0 || fsync(descriptor) != 0)
        number = errno;
    if (descriptor >= 0)
        close(descriptor);
    return number == 0 || error_set(&writer->error, ERROR_IO, "cannot write '%s': %s", writer->path,
                                    strerror(number));
}

static bool sync_parent(struct writer *writer)
{
    const char *name = path_name(writer->path);

    return folder_sync(
        name == writer->path
            ? "."
            : arena_printf(writer->arena, "%.*s", (int)(name - writer->path), writer->path),
        &writer->error);
}

/* A name that somebody else has taken in the meantime is not taken from him. */
static bool publish(struct writer *writer)
{
    if (renameat2(AT_FDCWD, writer->temporary, AT_FDCWD, writer->path, RENAME_NOREPLACE) != 0) {
        int number = errno;

        if ((number != EINVAL && number != ENOSYS) || file_exists(writer->path) ||
            rename(writer->temporary, writer->path) != 0)
            return error_set(&writer->error, ERROR_CREATE, "cannot create '%s': %s", writer->path,
                             strerror(number));
    }
    /* What was not synced may be gone after a crash: then it goes now. */
    writer->temporary = sync_parent(writer) ? NULL : writer->path;
    return !writer->temporary;
}

bool writer_finish(struct writer *writer, struct error *err)
{
    bool done = !broken(writer);

    if (done && writer->bound != 0)
        done = error_set(&writer->error, ERROR_INTERNAL, "a row of %s was left unfinished",
                         writer->inserts[writer->current].table);
    done = done && execute(writer, "COMMIT", "write");
    database_close(writer);
    done = done && sync_file(writer) && publish(writer);
    if (!done)
        report(writer, err);
    writer_free(writer);
    return done;
}
