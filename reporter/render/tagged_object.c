/* SPDX-License-Identifier: MIT */
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "render/tagged_parts.h"

void object_put(qpdf_data qpdf, qpdf_oh dictionary, const char *key, qpdf_oh item)
{
    qpdf_oh_replace_key(qpdf, dictionary, key, item);
    qpdf_oh_release(qpdf, item);
}

void object_put_name(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name)
{
    object_put(qpdf, dictionary, key, qpdf_oh_new_name(qpdf, name));
}

void object_put_integer(qpdf_data qpdf, qpdf_oh dictionary, const char *key, long long value)
{
    object_put(qpdf, dictionary, key, qpdf_oh_new_integer(qpdf, value));
}

void object_put_text(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text)
{
    if (text && text[0])
        object_put(qpdf, dictionary, key, qpdf_oh_new_unicode_string(qpdf, text));
}

void object_put_same(qpdf_data qpdf, qpdf_oh dictionary, const char *key, qpdf_oh item)
{
    qpdf_oh_replace_key(qpdf, dictionary, key, item);
}

void object_append(qpdf_data qpdf, qpdf_oh array, qpdf_oh item)
{
    qpdf_oh_append_item(qpdf, array, item);
    qpdf_oh_release(qpdf, item);
}

qpdf_oh object_parse(qpdf_data qpdf, const char *format, ...)
{
    struct text text = {0};
    va_list arguments;

    va_start(arguments, format);
    text_vprintf(&text, format, arguments);
    va_end(arguments);
    qpdf_oh object = qpdf_oh_parse(qpdf, text_string(&text));
    text_finish(&text);
    return object;
}

static void fill_stream(qpdf_data qpdf, qpdf_oh stream, const char *bytes, size_t length)
{
    qpdf_oh none = qpdf_oh_new_null(qpdf);

    qpdf_oh_replace_stream_data(qpdf, stream, (const unsigned char *)bytes, length, none, none);
    qpdf_oh_release(qpdf, none);
}

qpdf_oh object_stream(qpdf_data qpdf, const char *dictionary, const char *bytes, size_t length)
{
    qpdf_oh stream = qpdf_oh_new_stream(qpdf);
    qpdf_oh own = qpdf_oh_get_dict(qpdf, stream);
    qpdf_oh given = qpdf_oh_parse(qpdf, dictionary);

    qpdf_oh_begin_dict_key_iter(qpdf, given);
    while (qpdf_oh_dict_more_keys(qpdf)) {
        const char *key = qpdf_oh_dict_next_key(qpdf);
        object_put(qpdf, own, key, qpdf_oh_get_key(qpdf, given, key));
    }
    qpdf_oh_release(qpdf, given);
    qpdf_oh_release(qpdf, own);
    fill_stream(qpdf, stream, bytes, length);
    return stream;
}

bool tagged_check(const struct tagged *tagged, const char *doing, struct error *err)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_error fault = NULL;

    if (qpdf_has_error(qpdf))
        fault = qpdf_get_error(qpdf);
    else if (qpdf_more_warnings(qpdf))
        fault = qpdf_next_warning(qpdf);
    if (!fault)
        return true;
    return error_set(err, ERROR_INTERNAL, "the PDF cannot be finished, %s: %s", doing,
                     qpdf_get_error_message_detail(qpdf, fault));
}

void pdf_date(struct text *text, int32_t day)
{
    int year, month, of_month;

    day_to_civil(day, &year, &month, &of_month);
    text_printf(text, "D:%04d%02d%02d120000Z", year, month, of_month);
}
