/* SPDX-License-Identifier: MIT */
#include "base/file_error.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"

/* The kind for a path that cannot lead to a file; `path_kind` says what that means here. */
static enum error_kind kind_of(int number, enum error_kind path_kind)
{
    switch (number) {
    case EACCES:
    case EPERM:
    case EROFS:
        return ERROR_PERMISSION;
    case EEXIST:
    case ENOTEMPTY:
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
    case ENXIO:
        return path_kind;
    default:
        return ERROR_IO;
    }
}

bool file_error_reading(struct error *err, const char *what, const char *path, int number)
{
    return error_set(err, kind_of(number, ERROR_NO_INPUT), "cannot %s '%s': %s", what, path,
                     strerror(number));
}

bool file_error_writing(struct error *err, const char *what, const char *path, int number)
{
    return error_set(err, kind_of(number, ERROR_CREATE), "cannot %s '%s': %s", what, path,
                     strerror(number));
}
