/* SPDX-License-Identifier: MIT */

/*
 * A database in write-ahead mode is more than its file, and even reading it makes SQLite put files
 * beside it. So it is read from a copy in the run's private folder, into which the log is merged.
 *
 * Where there is an index of the log (-shm), another program may have the database open: SQLite
 * copies it then, under its locks. Without one nobody has, and the bytes are copied, which leaves
 * the user's folder as it was.
 */
#include "data/connection.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool copy_open(int from, int to)
{
    char block[1 << 16];
    for (;;) {
        ssize_t got = read(from, block, sizeof block);
        if (got <= 0)
            return got == 0;
        for (ssize_t done = 0, put; done < got; done += put)
            if ((put = write(to, block + done, (size_t)(got - done))) < 0)
                return false;
    }
}

static bool copy_file(const char *path, const char *copy, struct error *err)
{
    int from = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (from < 0)
        return error_set(err, errno == EACCES ? ERROR_PERMISSION : ERROR_IO, "cannot open '%s': %s",
                         path, strerror(errno));
    int to = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool good = to >= 0 && copy_open(from, to);
    if (!good)
        error_set(err, ERROR_IO, "cannot copy '%s': %s", path, strerror(errno));
    if (to >= 0)
        good = close(to) == 0 && good;
    close(from);
    return good;
}

static struct stat look(const char *path)
{
    struct stat status = {0};
    if (stat(path, &status) != 0)
        status = (struct stat){0};
    return status;
}

static bool is_unchanged(const char *path, const struct stat *before)
{
    struct stat now = look(path);
    return now.st_size == before->st_size && now.st_mtim.tv_sec == before->st_mtim.tv_sec &&
           now.st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

static bool copy_bytes(struct source *source, const char *path, const char *wal, struct error *err)
{
    struct stat file = look(path), log = look(wal);
    if (!copy_file(path, source->copy, err))
        return false;
    if (log.st_size > 0 &&
        !copy_file(wal, arena_printf(source->arena, "%s-wal", source->copy), err))
        return false;
    return (is_unchanged(path, &file) && is_unchanged(wal, &log)) ||
           error_set(err, ERROR_BUSY, "the database changed while it was read: %s", path);
}

static bool copy_pages(struct source *source, const char *path, struct error *err)
{
    sqlite3 *from = NULL, *to = NULL;
    int code = sqlite3_open_v2(path, &from, SQLITE_OPEN_READONLY | SQLITE_OPEN_PRIVATECACHE, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_open_v2(source->copy, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    sqlite3_backup *backup =
        code == SQLITE_OK ? sqlite3_backup_init(to, "main", from, "main") : NULL;
    if (backup) {
        code = sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    bool good = backup && code == SQLITE_DONE;
    if (!good)
        error_set(err, (code & 0xff) == SQLITE_BUSY ? ERROR_BUSY : ERROR_DATA,
                  "cannot copy the database with its write-ahead log: %s", sqlite3_errstr(code));
    sqlite3_close(to);
    sqlite3_close(from);
    return good;
}

/** Opening the copy reads its log; leaving write-ahead mode merges it. */
static bool merge(const char *copy, struct error *err)
{
    sqlite3 *db = NULL;
    int code = sqlite3_open_v2(copy, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_exec(db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    if (code != SQLITE_OK)
        error_set(err, ERROR_DATA,
                  "the database is damaged: its write-ahead log cannot be merged: %s",
                  sqlite3_errmsg(db));
    sqlite3_close(db);
    return code == SQLITE_OK;
}

bool private_copy_needed(const char *path, const unsigned char *header, struct arena *arena)
{
    return header[18] == 2 || header[19] == 2 ||
           look(arena_printf(arena, "%s-wal", path)).st_size > 0;
}

bool private_copy_make(struct source *source, const char *path, const char *folder,
                       struct error *err)
{
    if (!folder)
        return error_set(err, ERROR_INTERNAL, "there is no private folder for a copy of '%s'",
                         path);
    source->copy = path_join(source->arena, folder, "source.db");
    const char *wal = arena_printf(source->arena, "%s-wal", path);
    bool good = file_exists(arena_printf(source->arena, "%s-shm", path))
                    ? copy_pages(source, path, err)
                    : copy_bytes(source, path, wal, err);
    return good && merge(source->copy, err);
}
