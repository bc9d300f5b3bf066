/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file_error.h"
#include "base/text.h"

#define READ_STEP ((size_t)64 * 1024)

static bool require_regular(int descriptor, const char *path, struct error *err)
{
    struct stat status;

    if (fstat(descriptor, &status) != 0)
        return file_error_reading(err, "read", path, errno);
    if (S_ISDIR(status.st_mode))
        return error_set(err, ERROR_NO_INPUT, "'%s' is a folder, not a file", path);
    if (!S_ISREG(status.st_mode))
        return error_set(err, ERROR_NO_INPUT, "'%s' is not a regular file", path);
    return true;
}

bool file_open(const char *path, int *ret_descriptor, struct error *err)
{
    /* O_NONBLOCK: a named pipe without a writer would keep open() waiting for ever. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

    if (descriptor < 0)
        return file_error_reading(err, "open", path, errno);
    if (!require_regular(descriptor, path, err)) {
        close(descriptor);
        return false;
    }
    *ret_descriptor = descriptor;
    return true;
}

/* To the end of the file, whatever size the file system tells: it is 0 in /proc, and files grow. */
static bool read_all(int descriptor, const char *path, size_t most, struct text *text,
                     struct error *err)
{
    char buffer[READ_STEP];

    for (;;) {
        ssize_t got = read(descriptor, buffer, sizeof buffer);

        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return file_error_reading(err, "read", path, errno);
        if (got > 0)
            text_append_bytes(text, buffer, (size_t)got);
        if (text->length > most)
            return error_set(err, ERROR_NO_INPUT, "'%s' is larger than %zu bytes", path, most);
    }
}

bool file_read(const char *path, size_t most_bytes, struct text *ret_text, struct error *err)
{
    int descriptor = -1;
    bool done;

    if (!file_open(path, &descriptor, err))
        return false;
    text_clear(ret_text);
    done = read_all(descriptor, path, most_bytes, ret_text, err);
    close(descriptor);
    if (!done)
        text_finish(ret_text);
    return done;
}

bool file_exists(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0;
}

bool file_is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

struct names {
    char **items;
    size_t count;
    size_t capacity;
};

static bool ends_in(const char *name, const char *suffix)
{
    size_t length = strlen(name);
    size_t tail = strlen(suffix);

    return length >= tail && strcmp(name + length - tail, suffix) == 0;
}

/* errno is 0 afterwards unless reading broke off. */
static void collect_names(DIR *folder, const char *suffix, struct arena *arena, struct names *names)
{
    const struct dirent *entry;

    errno = 0;
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] != '.' && ends_in(entry->d_name, suffix)) {
            names->items =
                vector_grow(names->items, names->count, &names->capacity, sizeof *names->items);
            names->items[names->count++] = arena_text(arena, entry->d_name);
        }
        errno = 0;
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool file_list(const char *folder, const char *suffix, struct arena *arena, char ***ret_names,
               size_t *ret_count, struct error *err)
{
    DIR *stream = opendir(folder);
    struct names names = {0};
    int number;

    if (!stream)
        return file_error_reading(err, "read the folder", folder, errno);
    collect_names(stream, suffix, arena, &names);
    number = errno;
    closedir(stream);
    if (number == 0) {
        if (names.count > 0)
            qsort(names.items, names.count, sizeof *names.items, compare_names);
        *ret_names = arena_array(arena, names.count, sizeof *names.items);
        for (size_t i = 0; i < names.count; i++)
            (*ret_names)[i] = names.items[i];
        *ret_count = names.count;
    }
    free(names.items);
    return number == 0 || file_error_reading(err, "read the folder", folder, number);
}

/* 0, or what went wrong. A failed fsync is never tried again: the kernel has dropped the pages. */
static int write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes += written;
        length -= (size_t)written;
    }
    return fsync(descriptor) == 0 ? 0 : errno;
}

bool file_write(const char *path, const char *bytes, size_t length, struct error *err)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    int number;

    if (descriptor < 0)
        return file_error_writing(err, "create", path, errno);
    number = write_all(descriptor, bytes, length);
    if (close(descriptor) != 0 && number == 0)
        number = errno;
    if (number == 0)
        return true;
    unlink(path);
    return file_error_writing(err, "write", path, number);
}

char *path_join(struct arena *arena, const char *parent, const char *name)
{
    size_t length = strlen(parent);

    if (length == 0 || parent[length - 1] == '/')
        return arena_printf(arena, "%s%s", parent, name);
    return arena_printf(arena, "%s/%s", parent, name);
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}
