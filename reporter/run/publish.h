/* SPDX-License-Identifier: MIT */
#ifndef RUN_PUBLISH_H
#define RUN_PUBLISH_H

/**
 * The published folder, OUT/PERIOD-EDITION: built beside its place under a hidden name, then put
 * there in one step, so that readers see all of an edition or none of it. A draft replaces the
 * draft before it; a final edition or a revision is never replaced.
 *
 *     if (!publish_check(out, err) || !publish_begin(out, &edition, arena, &publication, err))
 *         return false;
 *     bool good = publish_write(&publication, &file, bytes, length, err) && ... &&
 *                 publish_finish(&publication, err);
 *     publish_cancel(&publication);   // nothing is left of it unless it was published
 */

#include "base/digest.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct edition;
struct error;

#define PUBLISH_MANIFEST "manifest.json"
#define PUBLISH_SUMS "SHA256SUMS"
#define NO_AGENCY ((size_t)-1)

struct publication_file {
    const char *path;     /* "agency/DEX_2026-Q3_scorecard_draft1.pdf" */
    const char *audience; /* NULL: the run's own files */
    size_t agency;        /* NO_AGENCY: of no single one */
    size_t bytes;
    char digest[DIGEST_SIZE];
};

struct publication {
    struct arena *arena;
    const char *place; /* OUT/PERIOD-EDITION */
    bool lasting;      /* never replaced */
    char *built;       /* hidden, beside it; NULL once published or cancelled */
    const char *work;  /* a private folder on the same disk, which is not published */
    struct publication_file *files;
    size_t count;
    size_t capacity;
    const char **folders; /* the audiences' */
    size_t folder_count;
    size_t folder_capacity;
};

/** Whether OUT is a folder that can be written to: to be asked before any work. */
bool publish_check(const char *out, struct error *err);

/** Makes the hidden folder. The edition's period is set. An error where OUT/PERIOD-EDITION must not
 *  be replaced: a final edition, a revision, or a folder that this program did not make. */
bool publish_begin(const char *out, const struct edition *edition, struct arena *arena,
                   struct publication *ret_publication, struct error *err);

/** Where a file is to lie on the way; makes the audience's folder. The caller names the file by
 *  `path`, `audience` and `agency`. */
bool publish_path(struct publication *publication, const struct publication_file *file,
                  const char **ret_path, struct error *err);

/** Takes in a file that somebody wrote at its publish_path(): synced and digested. */
bool publish_take(struct publication *publication, const struct publication_file *file,
                  struct error *err);

bool publish_write(struct publication *publication, const struct publication_file *file,
                   const char *bytes, size_t length, struct error *err);

/** Removes all that was made for an agency. */
bool publish_drop(struct publication *publication, size_t agency, struct error *err);

/** Files in order of their paths. */
void publish_sort(struct publication *publication);

/** Writes SHA256SUMS over all files (`sha256sum -c` verifies them) and puts the folder at its
 *  place. */
bool publish_finish(struct publication *publication, struct error *err);

/** Removes what is not published and frees the list; accepts a zeroed one. */
void publish_cancel(struct publication *publication);

#endif
