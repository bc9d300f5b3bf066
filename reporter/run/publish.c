/* SPDX-License-Identifier: MIT */
#include "run/publish.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "document/edition.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool publish_check(const char *out, struct error *err)
{
    if (!out)
        return error_set(err, ERROR_USAGE, "no folder for the reports is given: --out FOLDER");
    if (!file_exists(out)) {
        error_set(err, ERROR_CREATE, "the folder '%s' is not there", out);
        return error_hint(err, "mkdir %s", out);
    }
    if (!file_is_folder(out))
        return error_set(err, ERROR_CREATE, "'%s' is not a folder", out);
    if (access(out, W_OK | X_OK) != 0)
        return error_set(err, errno == EACCES || errno == EROFS ? ERROR_PERMISSION : ERROR_IO,
                         "the folder '%s' cannot be written to: %s", out, strerror(errno));
    return true;
}

/** A folder without a manifest is somebody's own: replacing would remove what is in it. */
static bool check_place(const struct publication *publication, struct error *err)
{
    if (!file_exists(publication->place))
        return true;
    if (publication->lasting) {
        error_set(err, ERROR_CREATE, "'%s' is published and is never replaced", publication->place);
        return error_hint(err, "publish a revision: an edition file with 'edition: revised 1', "
                               "'replaces' and 'reason'");
    }
    if (file_exists(path_join(publication->arena, publication->place, PUBLISH_MANIFEST)))
        return true;
    error_set(err, ERROR_CREATE, "'%s' is there and holds no %s: it is not an edition of reports",
              publication->place, PUBLISH_MANIFEST);
    return error_hint(err, "move it away, or choose another --out");
}

bool publish_begin(const char *out, const struct edition *edition, struct arena *arena,
                   struct publication *ret_publication, struct error *err)
{
    struct publication publication = {.arena = arena, .lasting = !edition->draft};
    struct text name = {0};
    period_name(&name, edition->period);
    text_printf(&name, "-%s", edition->slug);
    publication.place = path_join(arena, out, text_string(&name));
    bool good = check_place(&publication, err) &&
                folder_make_private(out, arena_printf(arena, ".%s.", text_string(&name)), arena,
                                    &publication.built, err);
    text_finish(&name);
    if (!good)
        return false;
    publication.work = path_join(arena, publication.built, ".work");
    if (!folder_make(publication.work, err)) {
        publish_cancel(&publication);
        return false;
    }
    *ret_publication = publication;
    return true;
}

static bool make_folder(struct publication *publication, const char *audience, struct error *err)
{
    const char *folder = path_join(publication->arena, publication->built, audience);
    for (size_t i = 0; i < publication->folder_count; i++)
        if (strcmp(publication->folders[i], folder) == 0)
            return true;
    if (!folder_make(folder, err))
        return false;
    publication->folders = vector_grow(publication->folders, publication->folder_count,
                                       &publication->folder_capacity, sizeof *publication->folders);
    publication->folders[publication->folder_count++] = folder;
    return true;
}

bool publish_path(struct publication *publication, const struct publication_file *file,
                  const char **ret_path, struct error *err)
{
    if (file->audience && !make_folder(publication, file->audience, err))
        return false;
    *ret_path = path_join(publication->arena, publication->built, file->path);
    return true;
}

/** Written by a library: on the disk, and for nobody else's eyes. */
static bool secure_file(const char *path, size_t *ret_bytes, struct error *err)
{
    int descriptor;
    struct stat status;
    if (!file_open(path, &descriptor, err))
        return false;
    bool good =
        fchmod(descriptor, 0600) == 0 && fsync(descriptor) == 0 && fstat(descriptor, &status) == 0;
    if (good)
        *ret_bytes = (size_t)status.st_size;
    else
        error_set(err, ERROR_IO, "cannot sync '%s': %s", path, strerror(errno));
    close(descriptor);
    return good;
}

static void add_file(struct publication *publication, const struct publication_file *file)
{
    publication->files = vector_grow(publication->files, publication->count, &publication->capacity,
                                     sizeof *publication->files);
    struct publication_file *entry = &publication->files[publication->count++];
    *entry = *file;
    entry->path = arena_text(publication->arena, file->path);
}

bool publish_take(struct publication *publication, const struct publication_file *file,
                  struct error *err)
{
    struct publication_file taken = *file;
    const char *path = path_join(publication->arena, publication->built, file->path);
    if (!secure_file(path, &taken.bytes, err) || !digest_file(path, taken.digest, err))
        return false;
    add_file(publication, &taken);
    return true;
}

bool publish_write(struct publication *publication, const struct publication_file *file,
                   const char *bytes, size_t length, struct error *err)
{
    struct publication_file written = *file;
    const char *path;
    if (!publish_path(publication, file, &path, err) || !file_write(path, bytes, length, err))
        return false;
    written.bytes = length;
    digest_bytes(bytes, length, written.digest);
    add_file(publication, &written);
    return true;
}

bool publish_drop(struct publication *publication, size_t agency, struct error *err)
{
    size_t kept = 0;
    bool good = true;
    for (size_t i = 0; i < publication->count; i++) {
        const struct publication_file *file = &publication->files[i];
        if (file->agency != agency) {
            publication->files[kept++] = *file;
            continue;
        }
        const char *path = path_join(publication->arena, publication->built, file->path);
        if (unlink(path) != 0 && errno != ENOENT)
            good = error_set(err, ERROR_IO, "cannot remove '%s': %s", path, strerror(errno));
    }
    publication->count = kept;
    return good;
}

static int compare_files(const void *a, const void *b)
{
    const struct publication_file *x = a, *y = b;
    return strcmp(x->path, y->path);
}

void publish_sort(struct publication *publication)
{
    if (publication->count)
        qsort(publication->files, publication->count, sizeof *publication->files, compare_files);
}

static bool write_sums(struct publication *publication, struct error *err)
{
    struct text sums = {0};
    publish_sort(publication);
    for (size_t i = 0; i < publication->count; i++)
        text_printf(&sums, "%s  %s\n", publication->files[i].digest, publication->files[i].path);
    bool good = file_write(path_join(publication->arena, publication->built, PUBLISH_SUMS),
                           text_string(&sums), sums.length, err);
    text_finish(&sums);
    return good;
}

/** The names in a folder are durable once it is synced; a folder that got no file goes. */
static bool sync_folders(const struct publication *publication, struct error *err)
{
    for (size_t i = 0; i < publication->folder_count; i++) {
        const char *folder = publication->folders[i];
        if (rmdir(folder) != 0 && !folder_sync(folder, err))
            return false;
    }
    return true;
}

bool publish_finish(struct publication *publication, struct error *err)
{
    if (!folder_remove(publication->work, err) || !write_sums(publication, err) ||
        !sync_folders(publication, err) || !check_place(publication, err) ||
        !folder_publish(publication->built, publication->place, err))
        return false;
    publication->built = NULL;
    return true;
}

void publish_cancel(struct publication *publication)
{
    struct error ignored = {0};
    if (publication->built)
        folder_remove(publication->built, &ignored);
    error_finish(&ignored);
    free(publication->files);
    free(publication->folders);
    *publication = (struct publication){0};
}
