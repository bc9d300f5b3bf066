/* SPDX-License-Identifier: MIT */
#include "render/xlsx.h"

#include <expat.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#define SHEET_FOLDER "xl/worksheets/sheet"
#define CHUNK 65536

/* The last bytes of every whole PNG: the chunk IEND with its checksum. */
static const unsigned char PNG_END[] = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82};

static const char *const COMPULSORY[] = {
    "[Content_Types].xml",        "_rels/.rels",   "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "xl/styles.xml", "docProps/core.xml",
};

/* Where reading one member stands. */
struct member {
    const char *name;
    XML_Parser parser; /* NULL for what is no XML */
    size_t rows;
    bool has_doctype;
    unsigned char tail[sizeof PNG_END];
};

struct reading {
    zip_t *archive;
    const size_t *rows;
    size_t sheet_count;
    size_t sheets_seen;
    struct error *err;
};

static bool fault(const struct reading *reading, const char *member, const char *what)
{
    return error_set(reading->err, ERROR_IO, "the workbook is damaged: %s: %s", member, what);
}

static void XMLCALL element_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    (void)attributes;
    struct member *member = data;
    if (strcmp(name, "row") == 0)
        member->rows++;
}

/* No part of a workbook has one; entities could make a small file large. */
static void XMLCALL doctype_start(void *data, const XML_Char *name, const XML_Char *system,
                                  const XML_Char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    struct member *member = data;
    member->has_doctype = true;
    XML_StopParser(member->parser, XML_FALSE);
}

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name);
    return length >= strlen(end) && strcmp(name + length - strlen(end), end) == 0;
}

static void tail_keep(struct member *member, const char *bytes, size_t length)
{
    size_t size = sizeof member->tail;
    if (length >= size) {
        memcpy(member->tail, bytes + length - size, size);
        return;
    }
    memmove(member->tail, member->tail + length, size - length);
    memcpy(member->tail + size - length, bytes, length);
}

/* Reading to the end makes libzip compare the checksum. */
static const char *member_inflate(struct member *member, zip_file_t *file)
{
    char bytes[CHUNK];
    zip_int64_t length;
    while ((length = zip_fread(file, bytes, sizeof bytes)) > 0) {
        tail_keep(member, bytes, (size_t)length);
        if (member->parser && !XML_Parse(member->parser, bytes, (int)length, 0))
            return member->has_doctype ? "it declares a document type" : "it is not well-formed";
    }
    if (length < 0)
        return "it does not inflate to what was written";
    if (member->parser && !XML_Parse(member->parser, "", 0, 1))
        return "it ends too soon";
    if (ends_with(member->name, ".png") && memcmp(member->tail, PNG_END, sizeof PNG_END) != 0)
        return "the picture ends too soon";
    return NULL;
}

static const char *member_read(const struct reading *reading, struct member *member,
                               zip_uint64_t index)
{
    zip_file_t *file = zip_fopen_index(reading->archive, index, 0);
    if (!file)
        return "it cannot be read";
    if (ends_with(member->name, ".xml") || ends_with(member->name, ".rels")) {
        member->parser = XML_ParserCreate("UTF-8");
        XML_SetUserData(member->parser, member);
        XML_SetStartElementHandler(member->parser, element_start);
        XML_SetStartDoctypeDeclHandler(member->parser, doctype_start);
    }
    const char *wrong = member_inflate(member, file);
    if (member->parser)
        XML_ParserFree(member->parser);
    zip_fclose(file);
    return wrong;
}

/* "xl/worksheets/sheet3.xml" is sheet 3; 0 where it is no sheet. */
static size_t sheet_number(const char *name)
{
    size_t number = 0;
    int end = 0;
    if (sscanf(name, SHEET_FOLDER "%9zu.xml%n", &number, &end) != 1 || end == 0 || name[end])
        return 0;
    return number;
}

static bool member_check(struct reading *reading, zip_uint64_t index)
{
    struct member member = {.name = zip_get_name(reading->archive, index, 0)};
    if (!member.name)
        return fault(reading, "a member", "it has no name");
    const char *wrong = member_read(reading, &member, index);
    if (wrong)
        return fault(reading, member.name, wrong);
    size_t number = sheet_number(member.name);
    if (number == 0)
        return true;
    reading->sheets_seen++;
    if (number > reading->sheet_count)
        return fault(reading, member.name, "there are more sheets than were written");
    if (member.rows != reading->rows[number - 1])
        return error_set(reading->err, ERROR_IO,
                         "the workbook is damaged: %s has %zu rows, %zu were written", member.name,
                         member.rows, reading->rows[number - 1]);
    return true;
}

static bool archive_check(struct reading *reading)
{
    for (size_t i = 0; i < ARRAY_LENGTH(COMPULSORY); i++) {
        if (zip_name_locate(reading->archive, COMPULSORY[i], 0) < 0)
            return fault(reading, COMPULSORY[i], "it is missing");
    }
    zip_int64_t count = zip_get_num_entries(reading->archive, 0);
    for (zip_int64_t i = 0; i < count; i++) {
        if (!member_check(reading, (zip_uint64_t)i))
            return false;
    }
    if (reading->sheets_seen != reading->sheet_count)
        return error_set(reading->err, ERROR_IO,
                         "the workbook is damaged: it has %zu sheets, %zu were written",
                         reading->sheets_seen, reading->sheet_count);
    return true;
}

bool xlsx_verify(const char *path, const size_t *rows, size_t sheet_count, struct error *err)
{
    int code = 0;
    zip_t *archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (!archive) {
        zip_error_t why;
        zip_error_init_with_code(&why, code);
        error_set(err, ERROR_IO, "the workbook cannot be read back: %s", zip_error_strerror(&why));
        zip_error_fini(&why);
        return false;
    }
    struct reading reading = {
        .archive = archive, .rows = rows, .sheet_count = sheet_count, .err = err};
    bool good = archive_check(&reading);
    zip_discard(archive);
    return good;
}
