/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/file_error.h"
#include "base/text.h"

bool folder_make(const char *path, struct error *err)
{
    if (mkdir(path, 0700) == 0 || (errno == EEXIST && file_is_folder(path)))
        return true;
    return file_error_writing(err, "create the folder", path, errno);
}

bool folder_make_private(const char *parent, const char *prefix, struct arena *arena,
                         char **ret_path, struct error *err)
{
    char *path = path_join(arena, parent, arena_printf(arena, "%sXXXXXX", prefix));

    if (!mkdtemp(path))
        return file_error_writing(err, "create a folder in", parent, errno);
    *ret_path = path;
    return true;
}

bool folder_sync(const char *path, struct error *err)
{
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int number = 0;

    if (descriptor < 0)
        return file_error_writing(err, "open the folder", path, errno);
    /* EINVAL: some network file systems have no sync of folders. */
    if (fsync(descriptor) != 0 && errno != EINVAL)
        number = errno;
    close(descriptor);
    return number == 0 || file_error_writing(err, "sync the folder", path, number);
}

static int remove_at(int parent, const char *name);

/* Closes the descriptor. Each name is looked up in the open folder, and no link is followed, so
 * that nothing outside can be reached while the tree is changing. */
static int remove_contents(int descriptor)
{
    DIR *folder = fdopendir(descriptor);
    const struct dirent *entry;
    int number = 0;

    if (!folder) {
        number = errno;
        close(descriptor);
        return number;
    }
    errno = 0;
    while (number == 0 && (entry = readdir(folder))) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            number = remove_at(dirfd(folder), entry->d_name);
        errno = 0;
    }
    if (number == 0)
        number = errno;
    closedir(folder);
    return number;
}

/* 0, or what went wrong; what has gone already is no failure. */
static int remove_at(int parent, const char *name)
{
    int descriptor;
    int number;

    if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
        return 0;
    if (errno != EISDIR)
        return errno;
    descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return errno == ENOENT ? 0 : errno;
    number = remove_contents(descriptor);
    if (number == 0 && unlinkat(parent, name, AT_REMOVEDIR) != 0)
        number = errno;
    return number;
}

/* A link to a folder is none. Missing is told by errno. */
static bool is_real_folder(const char *path)
{
    struct stat status;

    if (lstat(path, &status) != 0)
        return false;
    errno = ENOTDIR;
    return S_ISDIR(status.st_mode);
}

bool folder_remove(const char *path, struct error *err)
{
    int number;

    if (!is_real_folder(path))
        return errno == ENOENT || file_error_writing(err, "remove the folder", path, errno);
    number = remove_at(AT_FDCWD, path);
    return number == 0 || file_error_writing(err, "remove the folder", path, number);
}

static bool rename_with(const char *built, const char *place, unsigned flags, struct error *err)
{
    int number = renameat2(AT_FDCWD, built, AT_FDCWD, place, flags) == 0 ? 0 : errno;

    if (number == 0)
        return true;
    file_error_writing(err, "publish", place, number);
    if (number == EINVAL || number == ENOSYS)
        error_hint(err,
                   "choose a folder on a local disk: this file system cannot do it in one step");
    return false;
}

/* The name is durable once the folder that holds it is synced. */
static bool sync_parent(const char *place, struct error *err)
{
    struct text parent = {0};
    bool done;

    text_printf(&parent, "%s/..", place);
    done = folder_sync(text_string(&parent), err);
    text_finish(&parent);
    return done;
}

bool folder_publish(const char *built, const char *place, struct error *err)
{
    bool replaces = file_exists(place);

    if (!is_real_folder(built))
        return file_error_writing(err, "publish", built, errno);
    if (replaces && !is_real_folder(place))
        return file_error_writing(err, "replace", place, ENOTDIR);
    if (!folder_sync(built, err) ||
        !rename_with(built, place, replaces ? RENAME_EXCHANGE : RENAME_NOREPLACE, err) ||
        !sync_parent(place, err))
        return false;
    return !replaces || folder_remove(built, err);
}
