/* SPDX-License-Identifier: MIT */
#ifndef BASE_FILE_H
#define BASE_FILE_H

/**
 * Whole files in and out. Reads refuse what is no regular file; writes either leave a whole, synced
 * file or none. Folders are made 0700 and files 0600.
 */

#include <stdbool.h>
#include <stddef.h>

struct text;
struct error;
struct arena;

/** The whole file; an error that names the path where it is missing, a directory, unreadable, over
 *  `most_bytes`, or broken off. */
bool file_read(const char *path, size_t most_bytes, struct text *ret_text, struct error *err);

/** Opens a regular file for reading; the caller closes the descriptor. */
bool file_open(const char *path, int *ret_descriptor, struct error *err);

bool file_exists(const char *path); /* anything of that name */
bool file_is_folder(const char *path);

/** Names in a folder that end in `suffix`, sorted bytewise; "." files are passed over. */
bool file_list(const char *folder, const char *suffix, struct arena *arena, char ***ret_names,
               size_t *ret_count, struct error *err);

/** Creates the file anew (it must not exist), writes all, fsyncs, closes; removes it on failure. */
bool file_write(const char *path, const char *bytes, size_t length, struct error *err);

bool folder_make(const char *path, struct error *err); /* parents must exist; may exist already */
bool folder_remove(const char *path,
                   struct error *err);                 /* with all that is in it; missing is fine */
bool folder_sync(const char *path, struct error *err); /* fsync of the folder */

/** A new private folder "<parent>/<prefix>XXXXXX". */
bool folder_make_private(const char *parent, const char *prefix, struct arena *arena,
                         char **ret_path, struct error *err);

/** Puts the folder `built` at `place` in one step. Where `place` exists, both change names
 * (RENAME_EXCHANGE) and what was there before is removed. */
bool folder_publish(const char *built, const char *place, struct error *err);

/** parent + "/" + name, from the arena. */
char *path_join(struct arena *arena, const char *parent, const char *name);
const char *path_name(const char *path); /* behind the last slash; borrowed */

#endif
