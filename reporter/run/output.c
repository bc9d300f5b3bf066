/* SPDX-License-Identifier: MIT */
#include "run/output.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "document/document.h"
#include "document/template.h"
#include "draw/display.h"
#include "draw/style.h"
#include "layout/flow.h"
#include "render/pdf.h"
#include "render/text.h"
#include "render/xlsx.h"
#include "run/attach.h"
#include "run/figure_files.h"
#include "run/publish.h"

#define PICTURE_SCALE 2.0 /* pixels a point */

static struct publication_file name_file(const struct output *output, const char *ending)
{
    const char *audience = AUDIENCES[output->audience];
    return (struct publication_file){
        .path = arena_printf(output->arena, "%s/%s.%s", audience, output->name, ending),
        .audience = audience,
        .agency = output->agency,
    };
}

struct flow_options output_flow_options(const struct output *output)
{
    return (struct flow_options){
        .theme = output->theme,
        .measure = typesetter_measure(output->typesetter),
        .arena = output->arena,
        .notices = output->notices,
    };
}

static bool write_pdf(const struct output *output, struct error *err)
{
    const struct document *document = output->document;
    const struct flow_options options = output_flow_options(output);
    struct pdf_attachment *attachments = NULL;
    struct pdf_info info = {
        .title = document->title,
        .author = document->issuer,
        .subject = document->subject,
        .keywords = document->keywords,
        .language = document->language,
        .created = document->created,
    };
    struct publication_file file = name_file(output, "pdf");
    struct display *display = NULL;
    struct text bytes = {0};
    if (output->attach_data)
        info.attachment_count = attach_tables(document, output->arena, &attachments);
    info.attachments = attachments;
    bool good = flow_document(document, &options, &display, err) &&
                pdf_render(display, &info, &bytes, err) &&
                publish_write(output->publication, &file, bytes.data, bytes.length, err);
    text_finish(&bytes);
    display_free(display);
    return good;
}

static bool draw_picture(const struct output *output, const struct figure *figure,
                         struct picture *ret_picture, struct error *err)
{
    const struct flow_options options = output_flow_options(output);
    struct display *display = NULL;
    struct text bytes = {0};
    bool good =
        flow_figure(output->document, figure, style_span(PAGE_COLUMNS), &options, &display, err) &&
        png_render(display, 0, PICTURE_SCALE, &bytes, err);
    if (good)
        *ret_picture = (struct picture){
            .figure = figure,
            .png = arena_bytes(output->arena, bytes.data, bytes.length),
            .length = bytes.length,
            .width = display->pages[0].width,
            .height = display->pages[0].height,
        };
    text_finish(&bytes);
    display_free(display);
    return good;
}

static bool write_workbook(const struct output *output, struct error *err)
{
    const struct document *document = output->document;
    struct publication_file file = name_file(output, "xlsx");
    struct picture *pictures =
        arena_array(output->arena, document->figure_count + 1, sizeof *pictures);
    for (size_t i = 0; i < document->figure_count; i++)
        if (!draw_picture(output, document->figures[i], &pictures[i], err))
            return false;
    const struct xlsx_job job = {
        .document = document,
        .pictures = pictures,
        .picture_count = document->figure_count,
        .work_folder = output->publication->work,
        .arena = output->arena,
    };
    const char *path;
    return publish_path(output->publication, &file, &path, err) && xlsx_write(&job, path, err) &&
           publish_take(output->publication, &file, err);
}

bool output_write(const struct output *output, struct error *err)
{
    if ((output->template->pdf && !write_pdf(output, err)) ||
        (output->template->xlsx && !write_workbook(output, err)) ||
        !figure_files_write(output, err))
        return false;
    typesetter_report(output->typesetter, output->name, output->notices);
    return true;
}
