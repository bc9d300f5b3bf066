/* SPDX-License-Identifier: MIT */

/* Reads a published folder back: is every file still what was published, and is there no other? */
#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "run/publish.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MOST_SUMS_BYTES ((size_t)256 << 20)
#define MOST_LEVELS 16

/** A line of SHA256SUMS. */
struct sum {
    const char *digest;
    const char *name;
    bool found;
};

struct verification {
    struct arena *arena;
    const char *folder;
    struct sum *sums;
    size_t count;
    size_t capacity;
    struct map *index;
    size_t differences;
    struct error *err;
};

static void differ(struct verification *verification, const char *name, const char *what)
{
    verification->differences++;
    message_line(arena_printf(verification->arena, "%s: %s",
                              path_join(verification->arena, verification->folder, name), what));
}

/** A name that leads out of the folder is none of ours. */
static bool is_inside(const char *name)
{
    if (!*name || *name == '/')
        return false;
    for (const char *part = name; part; part = strchr(part, '/')) {
        part += *part == '/';
        size_t length = strcspn(part, "/");
        if (length == 0 || (length == 2 && strncmp(part, "..", 2) == 0) ||
            (length == 1 && *part == '.'))
            return false;
    }
    return true;
}

/** "<64 hexadecimal digits>  NAME", as sha256sum writes it. */
static bool read_sum(struct verification *verification, char *line, size_t number)
{
    const size_t digits = DIGEST_SIZE - 1;
    struct place place = {path_join(verification->arena, verification->folder, PUBLISH_SUMS),
                          number, 1};
    if (strspn(line, "0123456789abcdef") != digits || strncmp(line + digits, "  ", 2) != 0 ||
        !is_inside(line + digits + 2))
        return error_at(verification->err, ERROR_DATA, &place,
                        "this is not a SHA-256 sum, two blanks and a name within the folder");
    line[digits] = '\0';
    struct sum sum = {.digest = line, .name = line + digits + 2};
    if (!map_add(verification->index, sum.name, verification->count))
        return error_at(verification->err, ERROR_DATA, &place, "'%s' is listed twice", sum.name);
    verification->sums = vector_grow(verification->sums, verification->count,
                                     &verification->capacity, sizeof *verification->sums);
    verification->sums[verification->count++] = sum;
    return true;
}

static bool read_sums(struct verification *verification)
{
    struct text file = {0};
    char **lines = NULL;
    bool good = file_read(path_join(verification->arena, verification->folder, PUBLISH_SUMS),
                          MOST_SUMS_BYTES, &file, verification->err);
    size_t count = good ? text_split(verification->arena, text_string(&file), '\n', &lines) : 0;
    text_finish(&file);
    for (size_t i = 0; good && i < count; i++)
        good = !*lines[i] || read_sum(verification, lines[i], i + 1);
    if (good && !verification->count)
        return error_set(verification->err, ERROR_DATA, "%s of '%s' lists no file", PUBLISH_SUMS,
                         verification->folder);
    return good;
}

static bool check_digest(struct verification *verification, struct sum *sum)
{
    char digest[DIGEST_SIZE];
    sum->found = true;
    if (!digest_file(path_join(verification->arena, verification->folder, sum->name), digest,
                     verification->err))
        return false;
    if (strcmp(digest, sum->digest) != 0)
        differ(verification, sum->name, "is not what was published: its SHA-256 sum differs");
    return true;
}

static bool check_file(struct verification *verification, const char *name)
{
    size_t index = map_find(verification->index, name);
    if (index != MAP_NONE)
        return check_digest(verification, &verification->sums[index]);
    if (strcmp(name, PUBLISH_SUMS) != 0)
        differ(verification, name, "was not published here: SHA256SUMS does not list it");
    return true;
}

static bool check_folder(struct verification *verification, const char *name, int level);

/** `name` is relative to the folder. Links are not followed: none was published. */
static bool check_entry(struct verification *verification, const char *name, int level)
{
    const char *path = path_join(verification->arena, verification->folder, name);
    struct stat status;
    if (lstat(path, &status) != 0)
        return error_set(verification->err, ERROR_IO, "cannot look at '%s': %s", path,
                         strerror(errno));
    if (S_ISDIR(status.st_mode))
        return check_folder(verification, name, level + 1);
    if (S_ISREG(status.st_mode))
        return check_file(verification, name);
    size_t index = map_find(verification->index, name);
    if (index != MAP_NONE)
        verification->sums[index].found = true;
    differ(verification, name, "is no regular file");
    return true;
}

static bool check_folder(struct verification *verification, const char *name, int level)
{
    const char *path =
        *name ? path_join(verification->arena, verification->folder, name) : verification->folder;
    if (level > MOST_LEVELS)
        return error_set(verification->err, ERROR_DATA, "'%s' lies too deep", path);
    DIR *folder = opendir(path);
    if (!folder)
        return error_set(verification->err, ERROR_NO_INPUT, "cannot read the folder '%s': %s", path,
                         strerror(errno));
    bool good = true;
    const struct dirent *entry;
    while (good && (entry = readdir(folder))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        const char *inner = *name ? path_join(verification->arena, name, entry->d_name)
                                  : arena_text(verification->arena, entry->d_name);
        good = check_entry(verification, inner, level);
    }
    closedir(folder);
    return good;
}

static void check_missing(struct verification *verification)
{
    for (size_t i = 0; i < verification->count; i++)
        if (!verification->sums[i].found)
            differ(verification, verification->sums[i].name, "is missing");
    if (map_find(verification->index, PUBLISH_MANIFEST) == MAP_NONE)
        differ(verification, PUBLISH_MANIFEST, "is not listed: every edition has its manifest");
}

static bool say_count(const struct verification *verification)
{
    struct text text = {0};
    text_printf(&text, "%zu %s as published in %s\n", verification->count,
                verification->count == 1 ? "file" : "files", verification->folder);
    bool good = output_text(&text, verification->err);
    text_finish(&text);
    return good;
}

static bool verify(struct verification *verification)
{
    if (!read_sums(verification) || !check_folder(verification, "", 0))
        return false;
    check_missing(verification);
    return verification->differences > 0 || say_count(verification);
}

static int run(const struct invocation *invocation, struct error *err)
{
    struct verification verification = {
        .arena = arena_new(),
        .folder = invocation->arguments[0],
        .index = map_new(),
        .err = err,
    };
    verify(&verification);
    map_free(verification.index);
    free(verification.sums);
    arena_free(verification.arena);
    return verification.differences ? error_exit_code(ERROR_DATA) : 0;
}

static const enum option_id TAKES[] = {OPTION_COUNT};

const struct command VERIFY_COMMAND = {
    .name = "verify",
    .arguments = "FOLDER",
    .least = 1,
    .most = 1,
    .summary = "is a published folder still what was published?",
    .details = "FOLDER is what ulat build made (QUARTER-EDITION). Checked is that\n"
               "  - SHA256SUMS can be read and lists manifest.json,\n"
               "  - every file that it lists is there, a regular file, and has that SHA-256 sum,\n"
               "  - no other file lies in the folder.\n"
               "Not checked: who made SHA256SUMS itself (compare it with the copy that was sent),\n"
               "and whether the numbers printed in the files agree with the database.\n"
               "Any difference is named, and the exit code is 65.",
    .options = TAKES,
    .run = run,
};
