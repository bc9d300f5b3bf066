/* SPDX-License-Identifier: MIT */
#ifndef RENDER_XLSX_H
#define RENDER_XLSX_H

/**
 * A document's tables as a workbook: Cover, Contents, Notes, one table a
 * sheet, the document's named sheets (Data, Findings), Charts with the report's own figures as
 * pictures, Metadata.
 *
 * libxlsxwriter is not trusted: it writes to a private folder, and the closed file is read back
 * (every member inflates, its CRC holds, it is well-formed XML, each sheet has its rows) before
 * this function returns true. On failure no file is left.
 */

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct document;
struct error;
struct figure;

struct picture {
    const struct figure *figure;
    const char *png;
    size_t length;
    double width, height; /* points, as shown */
};

struct xlsx_job {
    const struct document *document;
    const struct picture *pictures;
    size_t picture_count;
    const char
        *work_folder; /* private, 0700, on the output's disk: for the library's temporary files */
    struct arena *arena;
};

/** Writes the workbook at `path`, which must not exist. */
bool xlsx_write(const struct xlsx_job *job, const char *path, struct error *err);

/** Reads a workbook back as described above. `rows` are the expected rows of each sheet in order,
 * heads included, for `sheet_count` sheets. */
bool xlsx_verify(const char *path, const size_t *rows, size_t sheet_count, struct error *err);

#endif
