/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/text.h"
#include "draw/display.h"
#include "render/content_mark.h"
#include "render/tag.h"
#include "render/tagged_parts.h"

#include <stdlib.h>

static bool mark_content(struct tagged *tagged, size_t page, struct error *err)
{
    struct content content = {.page = (int)page + 1};
    unsigned char *bytes = NULL;
    struct text text = {0};

    qpdf_oh_get_page_content_data(tagged->qpdf, tagged->pages[page], &bytes, &content.length);
    bool good = tagged_check(tagged, "reading a page's content", err);
    content.bytes = (const char *)bytes;
    content.tags = tags_of_page(tagged->job->tags, (int)page, &content.tag_count);
    good = good && content_mark(&content, &text, err);
    if (good)
        object_put(tagged->qpdf, tagged->pages[page], "/Contents",
                   object_stream(tagged->qpdf, "<< >>", text_string(&text), text.length));
    free(bytes);
    text_finish(&text);
    return good;
}

bool tagged_pages(struct tagged *tagged, struct error *err)
{
    for (size_t i = 0; i < tagged->job->display->page_count; i++) {
        if (!mark_content(tagged, i, err))
            return false;
        /* The keyboard follows the structure from link to link. */
        object_put_name(tagged->qpdf, tagged->pages[i], "/Tabs", "/S");
        object_put_integer(tagged->qpdf, tagged->pages[i], "/StructParents", (long long)i);
    }
    return tagged_check(tagged, "marking its pages", err);
}
