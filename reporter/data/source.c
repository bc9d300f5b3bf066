/* SPDX-License-Identifier: MIT */
#include "data/source.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "data/connection.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100
#define BUSY_MILLISECONDS 2000
#define STEPS_AT_ONCE 100000
/* Ten million rows of a long listing take some two thousand million. */
#define MOST_STEPS INT64_C(20000000000)

static const char MAGIC[16] = "SQLite format 3";

bool connection_error(struct source *source, struct error *err, const char *doing)
{
    int code = sqlite3_extended_errcode(source->db);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set(err, ERROR_BUSY, "the database is locked by another program: %s", doing);
    case SQLITE_READONLY:
        return error_set(err, ERROR_DATA,
                         "the database was left in the middle of a change: open it once with write "
                         "access (sqlite3 FILE .tables) and try again");
    case SQLITE_AUTH:
        if (source->refusal)
            return error_set(err, ERROR_CONFIG, "%s", source->refusal);
        break;
    case SQLITE_INTERRUPT:
        return error_set(err, ERROR_CONFIG,
                         "%s: it was stopped after %lld steps; does a recursive WITH never end?",
                         doing, (long long)source->step_limit);
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return error_set(err, ERROR_IO, "%s: %s", doing, sqlite3_errmsg(source->db));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return error_set(err, ERROR_DATA, "the database is damaged: %s",
                         sqlite3_errmsg(source->db));
    default:
        break;
    }
    return error_set(err, ERROR_DATA, "%s: %s", doing, sqlite3_errmsg(source->db));
}

bool connection_run(struct source *source, const char *sql, struct error *err)
{
    source->steps_left = source->step_limit;
    return sqlite3_exec(source->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           connection_error(source, err, "cannot read the database");
}

bool connection_prepare(struct source *source, const char *sql, sqlite3_stmt **ret_statement,
                        struct error *err)
{
    source->steps_left = source->step_limit;
    return sqlite3_prepare_v2(source->db, sql, -1, ret_statement, NULL) == SQLITE_OK ||
           connection_error(source, err, "cannot read the database");
}

static bool is_database(const char *path, int descriptor, unsigned char *header, struct error *err)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return error_set(err, ERROR_IO, "cannot look at '%s': %s", path, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return error_set(err, ERROR_NO_INPUT, "'%s' is a folder, not a database", path);
    if (!S_ISREG(status.st_mode))
        return error_set(err, ERROR_NO_INPUT, "'%s' is not a regular file", path);
    if (status.st_size == 0)
        return error_set(err, ERROR_DATA, "'%s' is empty: it holds no database", path);
    if (pread(descriptor, header, HEADER_SIZE, 0) != HEADER_SIZE ||
        memcmp(header, MAGIC, sizeof MAGIC) != 0)
        return error_set(err, ERROR_DATA, "'%s' is not an SQLite database", path);
    off_t page = (off_t)(header[16] << 8 | header[17]);
    page = page == 1 ? 65536 : page;
    if (page < 512 || status.st_size % page != 0)
        return error_set(err, ERROR_DATA,
                         "'%s' is damaged: its size is not a whole number of pages", path);
    return true;
}

static bool open_file(struct source *source, const char *path, unsigned char *header,
                      struct error *err)
{
    source->descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (source->descriptor >= 0)
        return is_database(path, source->descriptor, header, err);
    if (errno == ELOOP)
        return error_set(err, ERROR_NO_INPUT,
                         "'%s' is a symbolic link: give the database file itself", path);
    enum error_kind kind = errno == EACCES ? ERROR_PERMISSION : ERROR_NO_INPUT;
    return error_set(err, kind, "cannot open the database '%s': %s", path, strerror(errno));
}

static void limit(sqlite3 *db)
{
    static const struct {
        int id, value;
    } LIMITS[] = {
        {SQLITE_LIMIT_LENGTH, 1000000},     {SQLITE_LIMIT_SQL_LENGTH, 100000},
        {SQLITE_LIMIT_COLUMN, 200},         {SQLITE_LIMIT_EXPR_DEPTH, 100},
        {SQLITE_LIMIT_COMPOUND_SELECT, 20}, {SQLITE_LIMIT_FUNCTION_ARG, 32},
        {SQLITE_LIMIT_ATTACHED, 0},         {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 64}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(LIMITS); i++)
        sqlite3_limit(db, LIMITS[i].id, LIMITS[i].value);
}

static void harden(sqlite3 *db)
{
    static const int OFF[] = {
        SQLITE_DBCONFIG_TRUSTED_SCHEMA,
        SQLITE_DBCONFIG_ENABLE_TRIGGER,
        SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
        SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER,
        SQLITE_DBCONFIG_DQS_DML,
        SQLITE_DBCONFIG_DQS_DDL,
    };
    for (size_t i = 0; i < ARRAY_LENGTH(OFF); i++)
        sqlite3_db_config(db, OFF[i], 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    limit(db);
    sqlite3_busy_timeout(db, BUSY_MILLISECONDS);
}

/** Stops a statement that never ends (a recursive WITH), by counting and not by the clock. */
static int count_steps(void *self)
{
    struct source *source = self;
    source->steps_left -= STEPS_AT_ONCE;
    return source->steps_left < 0;
}

static bool connect(struct source *source, const char *path, int flags, struct error *err)
{
    int code = sqlite3_open_v2(
        path, &source->db,
        flags | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (code != SQLITE_OK)
        return connection_error(source, err, "cannot open the database");
    harden(source->db);
    fence_install(source);
    sqlite3_progress_handler(source->db, STEPS_AT_ONCE, count_steps, source);
    return true;
}

/** The folder may be reached through links; the file itself may not be one (open_file). */
static char *resolve(const char *path, struct arena *arena)
{
    char *real = realpath(path, NULL);
    char *copy = arena_text(arena, real ? real : path);
    free(real);
    return copy;
}

static bool read_one(struct source *source, const char *sql, char **ret_text, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    if (!connection_prepare(source, sql, &statement, err))
        return false;
    bool good = sqlite3_step(statement) == SQLITE_ROW;
    if (good)
        *ret_text = arena_text(source->arena, (const char *)sqlite3_column_text(statement, 0));
    else
        connection_error(source, err, "cannot read the database");
    sqlite3_finalize(statement);
    return good;
}

/** The first read takes the snapshot that every later one sees. */
static bool begin(struct source *source, bool full_check, struct error *err)
{
    char *answer = NULL;
    if (!connection_run(source, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; BEGIN", err) ||
        !read_one(source, "SELECT count(*) FROM sqlite_schema", &answer, err))
        return false;
    const char *pragma = full_check ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
    if (!read_one(source, pragma, &answer, err))
        return false;
    if (!text_equal(answer, "ok"))
        return error_set(err, ERROR_DATA, "the database is damaged: %s", answer ? answer : "");
    return true;
}

static bool load(struct source *source, const struct source_options *options, struct error *err)
{
    unsigned char header[HEADER_SIZE];
    if (!open_file(source, options->path, header, err))
        return false;
    const char *path = resolve(options->path, source->arena);
    if (options->work_folder)
        setenv("SQLITE_TMPDIR", options->work_folder, 1);
    if (private_copy_needed(path, header, source->arena)) {
        if (!private_copy_make(source, path, options->work_folder, err))
            return false;
        path = source->copy;
        close(source->descriptor);
        if (!open_file(source, path, header, err))
            return false;
    }
    struct sql_text *mapped = NULL;
    return connect(source, path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW, err) &&
           begin(source, options->full_check, err) &&
           digest_descriptor(source->descriptor, path, source->digest, err) &&
           functions_register(source, err) &&
           (!options->mapping || mapping_load(source, options->mapping, &mapped, err)) &&
           fence_raise(source, mapped, err);
}

static struct source *source_new(const struct contract *contract, struct arena *arena)
{
    struct source *source = ARENA_NEW(arena, struct source);
    source->contract = contract;
    source->arena = arena;
    source->descriptor = -1;
    source->step_limit = MOST_STEPS;
    source->steps_left = MOST_STEPS;
    return source;
}

bool source_open(const struct source_options *options, const struct contract *contract,
                 struct arena *arena, struct source **ret_source, struct error *err)
{
    struct source *source = source_new(contract, arena);
    if (!load(source, options, err)) {
        source_close(source);
        return false;
    }
    *ret_source = source;
    return true;
}

bool source_open_empty(const struct contract *contract, struct arena *arena,
                       struct source **ret_source, struct error *err)
{
    struct source *source = source_new(contract, arena);
    struct text sql = {0};
    bool good = file_read(contract->path, 1 << 20, &sql, err) &&
                connect(source, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err) &&
                connection_run(source, text_string(&sql), err) && functions_register(source, err) &&
                fence_raise(source, NULL, err);
    text_finish(&sql);
    if (!good) {
        source_close(source);
        return false;
    }
    *ret_source = source;
    return true;
}

void source_close(struct source *source)
{
    if (!source)
        return;
    sqlite3_close(source->db);
    if (source->descriptor >= 0)
        close(source->descriptor);
    if (source->copy)
        unlink(source->copy);
    free(source->refusal);
    free(source->main_names);
    free(source->contexts);
    *source = (struct source){.descriptor = -1};
}

const char *source_digest(const struct source *source)
{
    return source->digest;
}

bool source_supplies(const struct source *source, size_t table)
{
    return table < source->contract->table_count && source->supplied[table];
}

bool source_is_filled(struct source *source, size_t table)
{
    sqlite3_stmt *statement = NULL;
    if (!source_supplies(source, table))
        return false;
    if (source->contract->tables[table].finds)
        return true;
    char *sql =
        sqlite3_mprintf("SELECT 1 FROM temp.\"%w\" LIMIT 1", source->contract->tables[table].name);
    enum fence fence = source->fence;
    source->fence = FENCE_DOWN;
    bool filled = sqlite3_prepare_v2(source->db, sql, -1, &statement, NULL) == SQLITE_OK &&
                  sqlite3_step(statement) == SQLITE_ROW;
    source->fence = fence;
    sqlite3_finalize(statement);
    sqlite3_free(sql);
    return filled;
}

bool source_supplies_column(const struct source *source, size_t table, size_t column)
{
    return source_supplies(source, table) && source->supplied[table][column];
}

void source_set_calendar(struct source *source, const struct calendar *calendar)
{
    source->clockwork.calendar = calendar;
}

void source_set_reference(struct source *source, const struct reference *reference)
{
    source->clockwork.reference = reference;
}

static bool insert_period(struct source *source, int32_t period, struct error *err)
{
    struct text sql = {0};
    text_append(&sql, "INSERT INTO temp.period VALUES ('");
    period_name(&sql, period);
    text_append(&sql, "', '");
    date_iso(&sql, period_starts_on(period));
    text_append(&sql, "', '");
    date_iso(&sql, period_ends_before(period));
    text_append(&sql, "')");
    bool good = connection_run(source, text_string(&sql), err);
    text_finish(&sql);
    return good;
}

bool source_set_times(struct source *source, const struct source_times *times, struct error *err)
{
    int32_t first = times->last - times->count + 1;
    source->clockwork.as_of = times->as_of;
    source->clockwork.submitted_by = times->submitted_by;
    source->clockwork.first = first;
    source->clockwork.last = times->last;
    source->fence = FENCE_DOWN;
    bool good = connection_run(source, "DELETE FROM temp.period", err);
    for (int32_t period = first; good && period <= times->last; period++)
        good = insert_period(source, period, err);
    source->fence = FENCE_UP;
    return good;
}

bool source_count(struct source *source, size_t table, int64_t *ret_count, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    char *sql =
        sqlite3_mprintf("SELECT count(*) FROM \"%w\"", source->contract->tables[table].name);
    bool good = connection_prepare(source, sql, &statement, err);
    sqlite3_free(sql);
    if (!good)
        return false;
    good = sqlite3_step(statement) == SQLITE_ROW;
    if (good)
        *ret_count = sqlite3_column_int64(statement, 0);
    else
        connection_error(source, err, "cannot count rows");
    sqlite3_finalize(statement);
    return good;
}
