/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

#include <errno.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/file_error.h"

#define READ_STEP ((size_t)64 * 1024)

/* Ends the checksum. */
static void write_hex(GChecksum *checksum, char ret_hex[DIGEST_SIZE])
{
    memcpy(ret_hex, g_checksum_get_string(checksum), DIGEST_SIZE);
}

void digest_bytes(const char *bytes, size_t length, char ret_hex[DIGEST_SIZE])
{
    GChecksum *checksum = g_checksum_new(G_CHECKSUM_SHA256);

    if (length > 0)
        g_checksum_update(checksum, (const guchar *)bytes, (gssize)length);
    write_hex(checksum, ret_hex);
    g_checksum_free(checksum);
}

/* 0, or what went wrong. */
static int update_from(int descriptor, GChecksum *checksum)
{
    guchar buffer[READ_STEP];

    if (lseek(descriptor, 0, SEEK_SET) < 0)
        return errno;
    for (;;) {
        ssize_t got = read(descriptor, buffer, sizeof buffer);

        if (got == 0)
            return 0;
        if (got < 0 && errno != EINTR)
            return errno;
        if (got > 0)
            g_checksum_update(checksum, buffer, got);
    }
}

bool digest_descriptor(int descriptor, const char *path, char ret_hex[DIGEST_SIZE],
                       struct error *err)
{
    GChecksum *checksum = g_checksum_new(G_CHECKSUM_SHA256);
    int number = update_from(descriptor, checksum);

    if (number == 0)
        write_hex(checksum, ret_hex);
    g_checksum_free(checksum);
    return number == 0 || file_error_reading(err, "read", path, number);
}

bool digest_file(const char *path, char ret_hex[DIGEST_SIZE], struct error *err)
{
    int descriptor = -1;
    bool done;

    if (!file_open(path, &descriptor, err))
        return false;
    done = digest_descriptor(descriptor, path, ret_hex, err);
    close(descriptor);
    return done;
}
