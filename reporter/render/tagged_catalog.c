/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/text.h"
#include "draw/display.h"
#include "render/pdf.h"
#include "render/srgb.h"
#include "render/tagged_parts.h"
#include "render/xmp.h"

#include <stdlib.h>

static void add_flags(const struct tagged *tagged)
{
    qpdf_data qpdf = tagged->qpdf;
    const char *language = tagged->job->info->language;

    object_put_text(qpdf, tagged->catalog, "/Lang", language ? language : "en");
    object_put(qpdf, tagged->catalog, "/MarkInfo", object_parse(qpdf, "<< /Marked true >>"));
    object_put(qpdf, tagged->catalog, "/ViewerPreferences",
               object_parse(qpdf, "<< /DisplayDocTitle true >>"));
    if (tagged->job->display->outline_count > 0)
        object_put_name(qpdf, tagged->catalog, "/PageMode", "/UseOutlines");
}

/* 0 where the label is no number. */
static long label_number(const char *label)
{
    char *end = NULL;
    long number = label && label[0] >= '1' && label[0] <= '9' ? strtol(label, &end, 10) : 0;
    return end && !*end ? number : 0;
}

static qpdf_oh new_label(qpdf_data qpdf, const char *label, long number)
{
    if (number > 0)
        return object_parse(qpdf, "<< /S /D /St %ld >>", number);
    qpdf_oh words = qpdf_oh_new_dictionary(qpdf);
    object_put_text(qpdf, words, "/P", label);
    return words;
}

/* Readers name a page as it is printed; one without a number is counted all the same. */
static void add_labels(const struct tagged *tagged)
{
    const struct display *display = tagged->job->display;
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh numbers = qpdf_oh_new_array(qpdf);
    qpdf_oh tree = qpdf_oh_new_dictionary(qpdf);
    long last = 0;

    for (size_t i = 0; i < display->page_count; i++) {
        const char *label = display->pages[i].label;
        long number = label ? label_number(label) : (long)i + 1;
        if (number == 0 || number != last + 1 || i == 0) {
            object_append(qpdf, numbers, qpdf_oh_new_integer(qpdf, (long long)i));
            object_append(qpdf, numbers, new_label(qpdf, label, number));
        }
        last = number;
    }
    object_put(qpdf, tree, "/Nums", numbers);
    object_put(qpdf, tagged->catalog, "/PageLabels", tree);
}

/* Colours are those of sRGB, whatever the printer. */
static void add_colours(const struct tagged *tagged)
{
    qpdf_data qpdf = tagged->qpdf;
    struct text profile = {0};
    qpdf_oh intent = object_parse(qpdf, "<< /Type /OutputIntent /S /GTS_PDFA1"
                                        " /OutputConditionIdentifier (sRGB) /Info (sRGB) >>");

    srgb_profile(&profile);
    object_put(qpdf, intent, "/DestOutputProfile",
               object_stream(qpdf, "<< /N 3 >>", text_string(&profile), profile.length));
    qpdf_oh intents = qpdf_oh_wrap_in_array(qpdf, intent);
    qpdf_oh_release(qpdf, intent);
    object_put(qpdf, tagged->catalog, "/OutputIntents", intents);
    text_finish(&profile);
}

/* Both say the same; readers of archives believe the first alone. */
static void add_metadata(const struct tagged *tagged)
{
    qpdf_data qpdf = tagged->qpdf;
    struct text packet = {0};

    xmp_write(tagged->job->info, &packet);
    object_put(qpdf, tagged->catalog, "/Metadata",
               object_stream(qpdf, "<< /Type /Metadata /Subtype /XML >>", text_string(&packet),
                             packet.length));
    text_finish(&packet);
}

static void add_info(const struct tagged *tagged)
{
    const struct pdf_info *info = tagged->job->info;
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh fresh = qpdf_oh_new_dictionary(qpdf);
    qpdf_oh trailer = qpdf_get_trailer(qpdf);
    struct text text = {0};

    object_put_text(qpdf, fresh, "/Title", info->title);
    object_put_text(qpdf, fresh, "/Author", info->author);
    object_put_text(qpdf, fresh, "/Subject", info->subject);
    object_put_text(qpdf, fresh, "/Keywords", info->keywords);
    object_put_text(qpdf, fresh, "/Creator", XMP_CREATOR);
    xmp_producer(&text);
    object_put_text(qpdf, fresh, "/Producer", text_string(&text));
    text_clear(&text);
    pdf_date(&text, info->created);
    object_put_text(qpdf, fresh, "/CreationDate", text_string(&text));
    object_put_text(qpdf, fresh, "/ModDate", text_string(&text));
    object_put(qpdf, trailer, "/Info", qpdf_make_indirect_object(qpdf, fresh));
    qpdf_oh_release(qpdf, fresh);
    qpdf_oh_release(qpdf, trailer);
    text_finish(&text);
}

/* Cairo counts the open entries of the outline below zero, which means closed. */
static void repair_outline(const struct tagged *tagged)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh outline = qpdf_oh_get_key(qpdf, tagged->catalog, "/Outlines");

    if (qpdf_oh_is_dictionary(qpdf, outline))
        object_put_integer(qpdf, outline, "/Count", (long long)tagged->job->display->outline_count);
    qpdf_oh_release(qpdf, outline);
}

bool tagged_catalog(struct tagged *tagged, struct error *err)
{
    add_flags(tagged);
    add_labels(tagged);
    add_colours(tagged);
    add_metadata(tagged);
    add_info(tagged);
    repair_outline(tagged);
    return tagged_check(tagged, "writing its catalog", err);
}
