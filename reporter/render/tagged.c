/* SPDX-License-Identifier: MIT */
#include "render/tagged.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "draw/display.h"
#include "render/tagged_parts.h"

#include <stdlib.h>

#define LEAST_VERSION "1.7" /* ISO 32000-1, on which both standards stand */

static void *new_array(size_t count, size_t size)
{
    void *items = calloc(count + 1, size);

    if (!items)
        arena_exhausted();
    return items;
}

static bool open_pages(struct tagged *tagged, struct error *err)
{
    size_t count = tagged->job->display->page_count;

    if (qpdf_get_num_pages(tagged->qpdf) != (int)count)
        return error_set(err, ERROR_INTERNAL, "the PDF has not the pages that were drawn");
    tagged->pages = new_array(count, sizeof *tagged->pages);
    for (size_t i = 0; i < count; i++)
        tagged->pages[i] = qpdf_get_page_n(tagged->qpdf, i);
    return true;
}

static bool open_file(struct tagged *tagged, const struct text *bytes, struct error *err)
{
    size_t nodes = tagged->job->display->node_count;

    tagged->qpdf = qpdf_init();
    tagged->places = new_array(nodes, sizeof *tagged->places);
    tagged->elements = new_array(nodes, sizeof *tagged->elements);
    tagged->kids = new_array(nodes, sizeof *tagged->kids);
    qpdf_silence_errors(tagged->qpdf);
    qpdf_set_suppress_warnings(tagged->qpdf, QPDF_TRUE);
    qpdf_set_attempt_recovery(tagged->qpdf, QPDF_FALSE);
    qpdf_read_memory(tagged->qpdf, "drawn pages", bytes->data, bytes->length, NULL);
    if (!tagged_check(tagged, "reading its pages", err))
        return false;
    tagged->catalog = qpdf_get_root(tagged->qpdf);
    return open_pages(tagged, err);
}

static void close_file(struct tagged *tagged)
{
    qpdf_cleanup(&tagged->qpdf);
    free(tagged->pages);
    free(tagged->places);
    free(tagged->elements);
    free(tagged->kids);
}

/* The number in the file's trailer is taken from its bytes: the same pages, the same file. */
static bool write_file(struct tagged *tagged, struct text *bytes, struct error *err)
{
    qpdf_data qpdf = tagged->qpdf;

    qpdf_init_write_memory(qpdf);
    qpdf_set_minimum_pdf_version(qpdf, LEAST_VERSION);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE); /* else PDF/A-2, 6.1.7.1, is not kept */
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_write(qpdf);
    if (!tagged_check(tagged, "writing it", err))
        return false;
    text_clear(bytes);
    text_append_bytes(bytes, (const char *)qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));
    return true;
}

static bool add_structure(struct tagged *tagged, struct error *err)
{
    tagged_places(tagged);
    return tagged_pages(tagged, err) && tagged_tree(tagged, err) && tagged_links(tagged, err);
}

bool tagged_finish(const struct tagged_job *job, struct text *bytes, struct error *err)
{
    struct tagged tagged = {.job = job};
    bool done = open_file(&tagged, bytes, err) && add_structure(&tagged, err) &&
                tagged_fonts(&tagged, err) && tagged_files(&tagged, err) &&
                tagged_catalog(&tagged, err) && write_file(&tagged, bytes, err);

    close_file(&tagged);
    return done;
}
