/* SPDX-License-Identifier: MIT */
#include "render/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/error.h"
#include "document/document.h"
#include "render/xlsx_book.h"

#define ROWS_MOST                                                                                  \
    1000000 /* a sheet holds 1,048,576; above this a list belongs into a file of its own */
#define SECONDS_PER_DAY 86400
#define NOON 43200

/* What writing takes on the disk, roughly: the library keeps every sheet there before packing it.
 */
#define BYTES_OF_A_BOOK 65536
#define BYTES_OF_A_CELL 64
#define SPACE_FACTOR 4

/* ---- Before anything is written ---- */

static bool tables_fit(const struct document *document, struct error *err)
{
    for (size_t i = 0; i < document->table_count; i++) {
        const struct table *table = document->tables[i];
        if (!table->in_workbook || table->row_count <= ROWS_MOST)
            continue;
        error_set(err, ERROR_DATA, "the table '%s' has %zu rows; a worksheet takes %d", table->id,
                  table->row_count, ROWS_MOST);
        return error_hint(err, "ask for fewer agencies or one period, or read the CSV file");
    }
    return true;
}

/* The library would silently take another folder for its temporary files. */
static bool folder_usable(const char *folder, struct error *err)
{
    struct stat status;
    if (stat(folder, &status) != 0 || !S_ISDIR(status.st_mode) || access(folder, W_OK | X_OK) != 0)
        return error_set(err, ERROR_PERMISSION, "the folder for the workbook cannot be used: %s",
                         strerror(errno ? errno : ENOTDIR));
    return true;
}

static size_t table_bytes(const struct table *table)
{
    size_t count = table->row_count * table->column_count;
    size_t bytes = count * BYTES_OF_A_CELL;
    for (size_t i = 0; i < count; i++) {
        if (table->cells[i].kind == CELL_TEXT)
            bytes += strlen(table->cells[i].text);
    }
    return bytes;
}

/* The library does not see a full disk while it writes its temporary files. */
static bool space_is_enough(const struct xlsx_job *job, struct error *err)
{
    size_t bytes = BYTES_OF_A_BOOK;
    for (size_t i = 0; i < job->document->table_count; i++)
        bytes += job->document->tables[i]->in_workbook ? table_bytes(job->document->tables[i]) : 0;
    for (size_t i = 0; i < job->picture_count; i++)
        bytes += job->pictures[i].length;
    struct statvfs disk;
    if (statvfs(job->work_folder, &disk) != 0)
        return error_set(err, ERROR_IO, "the free space for the workbook cannot be asked for: %s",
                         strerror(errno));
    unsigned long long free_bytes = (unsigned long long)disk.f_bavail * disk.f_frsize;
    if (free_bytes / SPACE_FACTOR < bytes)
        return error_set(err, ERROR_IO,
                         "too little free space for the workbook: %llu bytes, %zu needed",
                         free_bytes, bytes * SPACE_FACTOR);
    return true;
}

static bool job_check(const struct xlsx_job *job, const char *path, struct error *err)
{
    struct stat status;
    if (lstat(path, &status) == 0)
        return error_set(err, ERROR_CREATE, "'%s' exists already", path);
    errno = 0;
    return tables_fit(job->document, err) && folder_usable(job->work_folder, err) &&
           space_is_enough(job, err);
}

/* ---- Writing ---- */

static char *property(struct book *book, const char *string)
{
    return arena_text(book->arena, xlsx_text(book->arena, string, XLSX_PROPERTY_UNITS));
}

static void properties_set(struct book *book)
{
    const struct document *document = book->job->document;
    lxw_doc_properties properties = {
        .title = property(book, document->title),
        .subject = property(book, document->subject),
        .author = property(book, document->issuer),
        .company = property(book, document->issuer),
        .keywords = property(book, document->keywords),
        .category = property(book, document->audience),
        .status = property(book, document->edition),
        .created = (time_t)document->created * SECONDS_PER_DAY + NOON,
    };
    book_check(book, workbook_set_properties(book->workbook, &properties));
}

static void sheets_write(struct book *book)
{
    static void (*const WRITERS[])(struct sheet *) = {
        [SHEET_COVER] = sheet_cover_write,   [SHEET_CONTENTS] = sheet_contents_write,
        [SHEET_NOTES] = sheet_notes_write,   [SHEET_TABLE] = sheet_table_write,
        [SHEET_CHARTS] = sheet_charts_write, [SHEET_METADATA] = sheet_metadata_write,
    };
    for (size_t i = 0; i < book->plan_count && !book->failed; i++) {
        struct sheet sheet = sheet_begin(book, i);
        if (sheet.worksheet)
            WRITERS[book->plans[i].kind](&sheet);
    }
}

/** Sends stderr nowhere; -1 where that cannot be. The program has one thread. */
static int stderr_mute(void)
{
    int kept = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept >= 0 && nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
    if (nowhere >= 0)
        close(nowhere);
    return kept;
}

static void stderr_restore(int kept)
{
    if (kept < 0)
        return;
    dup2(kept, STDERR_FILENO);
    close(kept);
}

static bool book_close(struct book *book)
{
    if (book->failed) {
        lxw_workbook_free(book->workbook);
        return false;
    }
    /* The library prints paths and sheet names to stderr when it fails; the answer says enough. */
    int kept = stderr_mute();
    lxw_error answer = workbook_close(book->workbook);
    stderr_restore(kept);
    if (answer != LXW_NO_ERROR)
        return error_set(book->err, ERROR_IO, "the workbook of '%s' cannot be written: %s",
                         book->job->document->subject, lxw_strerror(answer));
    return true;
}

static bool book_write(struct book *book, const char *part)
{
    lxw_workbook_options options = {
        .tmpdir = arena_text(book->arena, book->job->work_folder),
    };
    book->workbook = workbook_new_opt(part, &options);
    if (!book->workbook)
        return book_fail(book, "it cannot be begun");
    properties_set(book);
    book_plan(book);
    sheets_write(book);
    return book_close(book);
}

/* ---- Publishing ---- */

/* An empty file that is nobody else's; NULL where there can be none. */
static char *part_make(const struct xlsx_job *job, struct error *err)
{
    char *part = arena_printf(job->arena, "%s/workbook-XXXXXX", job->work_folder);
    int descriptor = mkstemp(part);
    if (descriptor < 0) {
        error_set(err, ERROR_CREATE, "the workbook cannot be created: %s", strerror(errno));
        return NULL;
    }
    close(descriptor);
    return part;
}

static bool part_publish(const char *part, const char *path, struct error *err)
{
    int descriptor = open(part, O_RDONLY | O_CLOEXEC);
    bool synced = descriptor >= 0 && fsync(descriptor) == 0;
    int why = errno;
    if (descriptor >= 0)
        close(descriptor);
    if (!synced)
        return error_set(err, ERROR_IO, "the workbook cannot be synced: %s", strerror(why));
    if (renameat2(AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
        return error_set(err, ERROR_CREATE, "'%s' cannot be created: %s", path, strerror(errno));
    return true;
}

bool xlsx_write(const struct xlsx_job *job, const char *path, struct error *err)
{
    char *part = job_check(job, path, err) ? part_make(job, err) : NULL;
    if (!part)
        return false;
    struct book book = {.job = job, .arena = job->arena, .err = err};
    if (book_write(&book, part) && xlsx_verify(part, book.rows, book.plan_count, err) &&
        part_publish(part, path, err))
        return true;
    unlink(part);
    return false;
}
