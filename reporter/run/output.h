/* SPDX-License-Identifier: MIT */
#ifndef RUN_OUTPUT_H
#define RUN_OUTPUT_H

/** One document to its files: pages as PDF, tables and the figures' pictures as a workbook. */

#include "layout/flow.h"
#include "metrics/audience.h"
#include "run/figure_files.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct document;
struct error;
struct notices;
struct publication;
struct template;
struct theme;
struct typesetter;

struct output {
    const struct document *document;
    const struct template *template; /* which files */
    enum audience audience;
    const char *name; /* of the files, without their ending */
    size_t agency;    /* NO_AGENCY: of no single one */
    const struct theme *theme;
    struct typesetter *typesetter; /* the caller clears it afterwards */
    struct arena *arena;           /* of the document */
    struct notices *notices;
    struct publication *publication;
    struct figure_kinds figures; /* as files of their own */
    bool attach_data;            /* the printed tables within the PDF, as CSV */
};

struct flow_options output_flow_options(const struct output *output);

bool output_write(const struct output *output, struct error *err);

#endif
