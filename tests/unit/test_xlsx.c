/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <cairo.h>
#include <expat.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "document/document.h"
#include "render/xlsx.h"
#include "render/xlsx_safe.h"

#define MOST_BYTES (64 << 20)
#define ALT "Line falling from 90% in Q1 to 81% in Q3, \"below\" the target & <line>"

/* ---- A document ---- */

static struct arena *arena;
static struct error err;
static char *folder;
static char *path;

/* The numbered table: one column of each unit, a total, notes. Its id would be a cell's address. */
static struct column STATUS_COLUMNS[] = {
    {.id = "agency", .heading = "Agency"},
    {.id = "items", .heading = "Accounts", .unit = UNIT_COUNT},
    {.id = "bar", .heading = "Only drawn", .where = COLUMN_PAGE},
    {.id = "rate", .heading = "Rate", .unit = UNIT_PERCENT, .where = COLUMN_WORKBOOK},
    {.id = "days", .heading = "rate", .unit = UNIT_DAYS, .decimals = 2},
    {.id = "due", .heading = "Due", .unit = UNIT_DATE},
    {.id = "status", .heading = "Status", .unit = UNIT_STATUS},
};
#define STATUS_WIDTH ARRAY_LENGTH(STATUS_COLUMNS)

static const char *STATUS_NOTES[] = {"Counted on 30 September."};

static struct table *status_table(void)
{
    struct table *table = ARENA_NEW(arena, struct table);
    struct cell *cells = arena_array(arena, 3 * STATUS_WIDTH, sizeof *cells);
    *table = (struct table){
        .id = "EML1",
        .number = 3,
        .title = "E-mail & <names>",
        .subtitle = "Quarter 3 2026",
        .source = "registry",
        .notes = STATUS_NOTES,
        .note_count = 1,
        .columns = STATUS_COLUMNS,
        .column_count = STATUS_WIDTH,
        .cells = cells,
        .row_count = 3,
        .total_last = true,
        .in_workbook = true,
    };
    const struct cell rows[] = {
        cell_text("_x0041_ =1+1"),
        cell_count(12345),
        cell_text("never"),
        cell_rate(9, 10),
        cell_ratio(7, 8),
        cell_date(day_from_civil(2026, 9, 30)),
        cell_status(STATUS_MET),

        cell_text("A\x01"
                  "B\xff"
                  "C \xe2\x80\xae"
                  "D"),
        cell_count(0),
        cell_text("never"),
        cell_rate(4, 5),
        cell_marked(CELL_CONFIDENTIAL),
        cell_marked(CELL_NOT_APPLICABLE),
        cell_status(STATUS_NOT_MET),

        cell_text("All"),
        cell_count(INT64_C(9007199254740993)),
        cell_text("never"),
        cell_rate(99999, 100000),
        cell_text(NULL),
        cell_date(day_from_civil(1900, 1, 31)),
        cell_status(STATUS_PARTLY),
    };
    memcpy(cells, rows, sizeof rows);
    return table;
}

static struct table *small_table(const char *id, const char *sheet, size_t rows)
{
    static struct column columns[] = {
        {.id = "code", .heading = "Code"},
        {.id = "n", .heading = "Number", .unit = UNIT_COUNT},
    };
    struct table *table = ARENA_NEW(arena, struct table);
    *table = (struct table){
        .id = id,
        .title = id,
        .sheet = sheet,
        .columns = columns,
        .column_count = 2,
        .cells = arena_array(arena, rows * 2 + 1, sizeof(struct cell)),
        .row_count = rows,
        .in_workbook = true,
    };
    for (size_t i = 0; i < rows; i++) {
        table->cells[2 * i] = cell_text(arena_printf(arena, "code %zu", i));
        table->cells[2 * i + 1] = cell_count((int64_t)i);
    }
    return table;
}

static struct fact COVER_FACTS[] = {{"Contact", "records@example.gov.ph"}};
static struct fact METADATA[] = {{"Program", "ulat 0.1.0"}, {"Method", "1"}};
static const char *DOCUMENT_NOTES[] = {"All counts are of accounts."};

/* Sheets: Cover, Contents, Notes, Table_3, Table_4 (empty), Data, Charts, Metadata. */
static struct document *document_make(void)
{
    struct document *document = ARENA_NEW(arena, struct document);
    struct table **tables = arena_array(arena, 4, sizeof(struct table *));
    tables[0] = small_table("data", "Data", 3);
    tables[1] = status_table();
    tables[2] = small_table("data", NULL, 0); /* the same id: the object's name must differ */
    tables[3] = small_table("hidden", NULL, 2);
    tables[3]->in_workbook = false;
    *document = (struct document){
        .title = "Social media in government",
        .short_title = "R&G report",
        .subject = "Whole of government",
        .period = "Quarter 3 2026",
        .edition = "Draft 1",
        .audience = "For oversight",
        .issuer = "Bureau of Ñ",
        .language = "en",
        .draft = true,
        .created = day_from_civil(2026, 10, 15),
        .cover_facts = COVER_FACTS,
        .cover_fact_count = 1,
        .metadata = METADATA,
        .metadata_count = 2,
        .notes = DOCUMENT_NOTES,
        .note_count = 1,
        .tables = tables,
        .table_count = 4,
    };
    return document;
}

static cairo_status_t png_append(void *closure, const unsigned char *bytes, unsigned length)
{
    text_append_bytes(closure, (const char *)bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static struct picture picture_make(const struct table *table)
{
    struct figure *figure = ARENA_NEW(arena, struct figure);
    *figure = (struct figure){.id = "f",
                              .number = 2,
                              .title = "Fewer addresses are official",
                              .alt = ALT,
                              .table = table};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 200, 100);
    struct text png = {0};
    cairo_surface_write_to_png_stream(surface, png_append, &png);
    cairo_surface_destroy(surface);
    const char *bytes = arena_bytes(arena, png.data, png.length);
    size_t length = png.length;
    text_finish(&png);
    return (struct picture){figure, bytes, length, 400, 200};
}

static bool write_document(const struct document *document, const char *to)
{
    struct picture picture = picture_make(document->tables[1]);
    struct xlsx_job job = {document, &picture, 1, folder, arena};
    return xlsx_write(&job, to, &err);
}

static void written(void)
{
    ck_assert_msg(write_document(document_make(), path), "%s", err.message);
}

/* ---- Reading it back, with nothing of render/ ---- */

static char *member(const char *file, const char *name)
{
    zip_t *archive = zip_open(file, ZIP_RDONLY, NULL);
    ck_assert_ptr_nonnull(archive);
    zip_stat_t status;
    ck_assert_msg(zip_stat(archive, name, 0, &status) == 0, "no %s", name);
    char *bytes = arena_array(arena, status.size + 1, 1);
    zip_file_t *opened = zip_fopen(archive, name, 0);
    ck_assert_int_eq(zip_fread(opened, bytes, status.size), (zip_int64_t)status.size);
    zip_fclose(opened);
    zip_discard(archive);
    return bytes;
}

struct search {
    const char *reference; /* "B9", or NULL while shared strings are counted */
    int wanted;            /* which shared string */
    int seen;
    bool inside;
    bool found;
    bool shared;
    struct text value;
};

static void XMLCALL search_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct search *search = data;
    if (!search->reference) {
        if (strcmp(name, "si") == 0)
            search->inside = search->seen++ == search->wanted;
        return;
    }
    if (strcmp(name, "c") != 0)
        return;
    bool shared = false;
    for (size_t i = 0; attributes[i]; i += 2) {
        if (strcmp(attributes[i], "r") == 0)
            search->inside = strcmp(attributes[i + 1], search->reference) == 0;
        if (strcmp(attributes[i], "t") == 0)
            shared = strcmp(attributes[i + 1], "s") == 0;
    }
    if (search->inside) {
        search->found = true;
        search->shared = shared;
    }
}

static void XMLCALL search_text(void *data, const XML_Char *text, int length)
{
    struct search *search = data;
    if (search->inside)
        text_append_bytes(&search->value, text, (size_t)length);
}

static void search_run(struct search *search, const char *name)
{
    char *xml = member(path, name);
    XML_Parser parser = XML_ParserCreate("UTF-8");
    XML_SetUserData(parser, search);
    XML_SetStartElementHandler(parser, search_start);
    XML_SetCharacterDataHandler(parser, search_text);
    ck_assert_int_eq(XML_Parse(parser, xml, (int)strlen(xml), 1), XML_STATUS_OK);
    XML_ParserFree(parser);
}

/* "n:0.9", "s:4 of 5", "n:" for a cell without value, "-" for none. */
static const char *cell_at(int sheet, const char *reference)
{
    struct search search = {.reference = reference};
    search_run(&search, arena_printf(arena, "xl/worksheets/sheet%d.xml", sheet));
    const char *answer = "-";
    if (search.found && !search.shared)
        answer = arena_printf(arena, "n:%s", text_string(&search.value));
    if (search.found && search.shared) {
        struct search string = {.wanted = atoi(text_string(&search.value))};
        search_run(&string, "xl/sharedStrings.xml");
        answer = arena_printf(arena, "s:%s", text_string(&string.value));
        text_finish(&string.value);
    }
    text_finish(&search.value);
    return answer;
}

/* The number format of a cell, by way of its style's index. */
static const char *format_at(int sheet, const char *reference)
{
    char *xml = member(path, arena_printf(arena, "xl/worksheets/sheet%d.xml", sheet));
    char *cell = strstr(xml, arena_printf(arena, "<c r=\"%s\"", reference));
    ck_assert_ptr_nonnull(cell);
    int style = atoi(strstr(cell, " s=\"") + 4);
    char *styles = member(path, "xl/styles.xml");
    char *xf = strstr(styles, "<cellXfs");
    for (int i = 0; i <= style; i++)
        xf = strstr(xf + 1, "<xf ");
    int number = atoi(strstr(xf, "numFmtId=\"") + strlen("numFmtId=\""));
    char *format = strstr(styles, arena_printf(arena, "<numFmt numFmtId=\"%d\"", number));
    if (!format)
        return arena_printf(arena, "builtin %d", number);
    char *code = strstr(format, "formatCode=\"") + strlen("formatCode=\"");
    return arena_bytes(arena, code, strcspn(code, "\""));
}

static void before(void)
{
    arena = arena_new();
    err = (struct error){0};
    char template[] = "/tmp/test_xlsx-XXXXXX";
    folder = arena_text(arena, mkdtemp(template));
    path = path_join(arena, folder, "book.xlsx");
}

static void after(void)
{
    struct error ignored = {0};
    folder_remove(folder, &ignored);
    error_finish(&ignored);
    error_finish(&err);
    arena_free(arena);
}

/* ---- What is written ---- */

START_TEST(two_writes_give_the_same_bytes)
{
    char *other = path_join(arena, folder, "other.xlsx");
    written();
    sleep(2); /* a clock that was read would show: zip's has steps of two seconds */
    ck_assert(write_document(document_make(), other));
    struct text a = {0};
    struct text b = {0};
    ck_assert(file_read(path, MOST_BYTES, &a, &err));
    ck_assert(file_read(other, MOST_BYTES, &b, &err));
    ck_assert_uint_eq(a.length, b.length);
    ck_assert_mem_eq(a.data, b.data, a.length);
    text_finish(&a);
    text_finish(&b);
}
END_TEST

START_TEST(only_the_workbook_is_left_in_the_work_folder)
{
    written();
    char **names;
    size_t count;
    ck_assert(file_list(folder, "", arena, &names, &count, &err));
    ck_assert_uint_eq(count, 1);
    ck_assert_str_eq(names[0], "book.xlsx");
    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0600);
}
END_TEST

START_TEST(sheets_stand_in_their_order)
{
    static const char *const NAMES[] = {"Cover",   "Contents", "Notes",  "Table_3",
                                        "Table_4", "Data",     "Charts", "Metadata"};
    written();
    char *at = member(path, "xl/workbook.xml");
    for (size_t i = 0; i < ARRAY_LENGTH(NAMES); i++) {
        at = strstr(at, "<sheet name=\"");
        ck_assert_ptr_nonnull(at);
        at += strlen("<sheet name=\"");
        ck_assert_str_eq(arena_bytes(arena, at, strcspn(at, "\"")), NAMES[i]);
    }
    ck_assert_ptr_null(strstr(at, "<sheet name"));
    ck_assert_ptr_null(strstr(at, "hidden"));
    ck_assert_str_eq(cell_at(1, "A1"), "s:Social media in government");
    ck_assert_ptr_null(strstr(member(path, "xl/workbook.xml"), "activeTab=")); /* so: the first */
}
END_TEST

START_TEST(a_table_sheet_explains_itself_above_the_table)
{
    written();
    ck_assert_str_eq(cell_at(4, "A1"), "s:Table 3: E-mail & <names>");
    ck_assert_str_eq(cell_at(4, "A2"), "s:This worksheet contains one table.");
    ck_assert_str_eq(cell_at(4, "A3"), "s:Quarter 3 2026");
    ck_assert_str_eq(cell_at(4, "A4"),
                     "s:This table contains notes, which can be found in the Notes "
                     "worksheet: [note 2].");
    ck_assert_str_eq(cell_at(4, "A5"), "s:Shorthand: [c] = confidential, [z] = not applicable.");
    ck_assert_str_eq(cell_at(4, "A6"),
                     "s:Blank cells are blank on purpose: there is nothing to say.");
    ck_assert_str_eq(cell_at(4, "A7"), "s:Source: registry");
    ck_assert_str_eq(cell_at(4, "A8"), "s:Back to the contents");
    ck_assert_str_eq(cell_at(4, "A9"), "s:Agency");
    ck_assert_str_eq(cell_at(4, "A13"), "-");
    ck_assert_str_eq(cell_at(3, "B6"), "s:Counted on 30 September.");
    ck_assert_str_eq(cell_at(3, "C6"), "s:Table_3");
}
END_TEST

START_TEST(a_note_of_two_tables_stands_once)
{
    struct document *document = document_make();
    document->tables[2]->notes = STATUS_NOTES;
    document->tables[2]->note_count = 1;
    ck_assert_msg(write_document(document, path), "%s", err.message);
    ck_assert_str_eq(cell_at(3, "A6"), "s:note 2");
    ck_assert_str_eq(cell_at(3, "C6"), "s:Table_3, Table_4");
    ck_assert_str_eq(cell_at(3, "A7"), "-");
}
END_TEST

START_TEST(numbers_are_numbers_and_dates_are_dates)
{
    written();
    ck_assert_str_eq(cell_at(4, "B10"), "n:12345");
    ck_assert_str_eq(format_at(4, "B10"), "#,##0");
    ck_assert_str_eq(cell_at(4, "C10"), "n:0.9");
    ck_assert_str_eq(format_at(4, "C10"), "0.0%");
    ck_assert_str_eq(cell_at(4, "D10"), "n:0.875"); /* in full, shown as 0.88 */
    ck_assert_str_eq(format_at(4, "D10"), "#,##0.00");
    ck_assert_str_eq(cell_at(4, "E10"), "n:46295"); /* 2026-01-01 is 46023 */
    ck_assert_str_eq(format_at(4, "E10"), "d mmm yyyy");
    ck_assert_str_eq(cell_at(4, "B11"), "n:0");
}
END_TEST

START_TEST(a_rate_that_is_not_whole_never_shows_100_percent)
{
    written();
    ck_assert_str_eq(cell_at(4, "C12"), "n:0.99999");
    ck_assert_str_eq(format_at(4, "C12"), "0.000%"); /* 99.999%; with less it would be 100.00% */
}
END_TEST

START_TEST(what_is_no_number_stands_as_its_word)
{
    written();
    ck_assert_str_eq(cell_at(4, "C11"), "s:4 of 5");
    ck_assert_str_eq(cell_at(4, "D11"), "s:[c]");
    ck_assert_str_eq(cell_at(4, "E11"), "s:[z]");
    ck_assert_str_eq(cell_at(4, "F10"), "s:met");
    ck_assert_str_eq(cell_at(4, "F11"), "s:not met");
    ck_assert_str_eq(cell_at(4, "B12"), "s:9,007,199,254,740,993"); /* 2^53 + 1: no double */
    ck_assert_str_eq(cell_at(4, "D12"), "n:");                      /* blank */
    ck_assert_str_eq(cell_at(4, "E12"), "s:31 Jan 1900"); /* Excel's calendar is a day off there */
}
END_TEST

START_TEST(text_is_cleaned_and_stays_text)
{
    written();
    ck_assert_str_eq(cell_at(4, "A10"), "s:_x005F_x0041_ =1+1");
    ck_assert_str_eq(format_at(4, "A10"), "builtin 49"); /* "@": text */
    ck_assert_str_eq(cell_at(4, "A11"), "s:AB\xef\xbf\xbd"
                                        "C D");
}
END_TEST

START_TEST(columns_of_the_page_are_left_out)
{
    written();
    ck_assert_ptr_null(strstr(member(path, "xl/sharedStrings.xml"), "never"));
    ck_assert_ptr_null(strstr(member(path, "xl/sharedStrings.xml"), "Only drawn"));
    ck_assert_str_eq(cell_at(4, "F9"), "s:Status");
    ck_assert_str_eq(cell_at(4, "G9"), "-");
}
END_TEST

START_TEST(a_table_object_has_a_name_and_unlike_headings)
{
    written();
    char *table = member(path, "xl/tables/table3.xml"); /* behind Contents' and Notes' */
    ck_assert_ptr_nonnull(strstr(table, "displayName=\"t_EML1\" ref=\"A9:F12\""));
    ck_assert_ptr_nonnull(strstr(table, "name=\"Rate\""));
    ck_assert_ptr_nonnull(strstr(table, "name=\"rate (2)\""));
    ck_assert_ptr_null(strstr(table, "autoFilter"));
    ck_assert_ptr_nonnull(strstr(member(path, "xl/workbook.xml"),
                                 "<definedName name=\"t_EML1_cells\">'Table_3'!$A$9:$F$12<"));
    ck_assert_ptr_nonnull(strstr(member(path, "xl/tables/table4.xml"), "displayName=\"data\""));
    ck_assert_ptr_nonnull(strstr(member(path, "xl/tables/table5.xml"), "displayName=\"data_2\""));
}
END_TEST

/* One row of heads, so what a page prints above a heading stands before it. */
START_TEST(a_spanner_stands_before_its_heading)
{
    STATUS_COLUMNS[4].spanner = "Time to mend";
    written();
    STATUS_COLUMNS[4].spanner = NULL;
    char *table = member(path, "xl/tables/table3.xml");
    ck_assert_ptr_nonnull(strstr(table, "name=\"Time to mend: rate\""));
    ck_assert_str_eq(cell_at(4, "D9"), "s:Time to mend: rate");
}
END_TEST

START_TEST(an_empty_table_says_so)
{
    written();
    ck_assert_str_eq(cell_at(5, "A4"), "s:Code");
    ck_assert_str_eq(cell_at(5, "A5"), "s:No rows");
}
END_TEST

START_TEST(only_named_sheets_have_a_filter_and_a_frozen_head)
{
    written();
    ck_assert_ptr_nonnull(
        strstr(member(path, "xl/tables/table5.xml"), "<autoFilter ref=\"A4:B7\"/>"));
    for (int sheet = 1; sheet <= 8; sheet++) {
        char *xml = member(path, arena_printf(arena, "xl/worksheets/sheet%d.xml", sheet));
        ck_assert_int_eq(strstr(xml, "state=\"frozen\"") != NULL, sheet == 6);
        ck_assert_ptr_null(strstr(xml, "mergeCell"));
        ck_assert_ptr_nonnull(strstr(xml, "paperSize=\"9\" "));
        ck_assert_ptr_nonnull(strstr(xml, "orientation=\"landscape\""));
    }
    ck_assert_ptr_nonnull(strstr(member(path, "xl/workbook.xml"), "Table_3!$9:$9"));
}
END_TEST

START_TEST(links_lead_to_sheets_that_exist)
{
    written();
    char *book = member(path, "xl/workbook.xml");
    int links = 0;
    for (int sheet = 1; sheet <= 8; sheet++) {
        char *at = member(path, arena_printf(arena, "xl/worksheets/sheet%d.xml", sheet));
        while ((at = strstr(at, "location=\"'"))) {
            at += strlen("location=\"'");
            char *name = arena_bytes(arena, at, strcspn(at, "'"));
            ck_assert_ptr_nonnull(strstr(book, arena_printf(arena, "<sheet name=\"%s\"", name)));
            links++;
        }
    }
    ck_assert_int_eq(links, 15); /* 1 cover, 1 + 6 contents, 6 back, 1 chart's numbers */
}
END_TEST

START_TEST(pictures_carry_the_figures_alternative_text)
{
    written();
    char *drawing = member(path, "xl/drawings/drawing1.xml");
    char *alt = strstr(drawing, "descr=\"");
    ck_assert_ptr_nonnull(alt);
    alt += strlen("descr=\"");
    ck_assert_str_eq(arena_bytes(arena, alt, strcspn(alt, "\"")),
                     "Line falling from 90% in Q1 to 81% in Q3, &quot;below&quot; the target &amp; "
                     "&lt;line&gt;");
    ck_assert_ptr_null(strstr(alt, "descr="));
    ck_assert_ptr_null(strstr(drawing, "image_buffer"));
    ck_assert_ptr_nonnull(strstr(drawing, "cx=\"5080000\" cy=\"2540000\"")); /* 400 x 200 pt */
    ck_assert_str_eq(cell_at(7, "A4"), "s:Figure 2: Fewer addresses are official");
}
END_TEST

START_TEST(a_picture_without_alternative_text_is_refused)
{
    struct document *document = document_make();
    struct picture picture = picture_make(document->tables[1]);
    ((struct figure *)picture.figure)->alt = "";
    struct xlsx_job job = {document, &picture, 1, folder, arena};
    ck_assert(!xlsx_write(&job, path, &err));
    ck_assert(!file_exists(path));
}
END_TEST

START_TEST(properties_and_print_heads_are_filled)
{
    written();
    char *core = member(path, "docProps/core.xml");
    ck_assert_ptr_nonnull(strstr(core, ">2026-10-15T12:00:00Z</dcterms:created>"));
    ck_assert_ptr_nonnull(strstr(core, "<dc:title>Social media in government<"));
    char *sheet = member(path, "xl/worksheets/sheet1.xml");
    ck_assert_ptr_nonnull(strstr(sheet, "<oddHeader>&amp;LR&amp;&amp; G report"
                                        "&amp;RFor oversight. Draft 1</oddHeader>"));
}
END_TEST

START_TEST(the_longest_heads_and_properties_are_taken)
{
    struct document *document = document_make();
    struct text name = {0};
    for (int i = 0; i < 400; i++)
        text_append(&name, i % 2 ? "\xc3\xb1" : "&");
    document->short_title = document->issuer = document->audience = text_string(&name);
    document->title = document->edition = text_string(&name);
    ck_assert_msg(write_document(document, path), "%s", err.message);
    text_finish(&name);
}
END_TEST

/* ---- What is refused ---- */

/* Rows of each sheet, counted by hand: the cover's lines; three lines, a head and 6 sheets; ... */
static const size_t ROWS[] = {11, 10, 6, 12, 5, 7, 5, 6};

START_TEST(a_written_workbook_verifies)
{
    written();
    ck_assert_msg(xlsx_verify(path, ROWS, ARRAY_LENGTH(ROWS), &err), "%s", err.message);
}
END_TEST

START_TEST(a_missing_row_is_seen)
{
    written();
    size_t rows[ARRAY_LENGTH(ROWS)];
    memcpy(rows, ROWS, sizeof rows);
    rows[3]++;
    ck_assert(!xlsx_verify(path, rows, ARRAY_LENGTH(ROWS), &err));
    ck_assert_str_eq(err.message,
                     "the workbook is damaged: xl/worksheets/sheet4.xml has 12 rows, 13 "
                     "were written");
}
END_TEST

START_TEST(a_missing_sheet_is_seen)
{
    written();
    size_t rows[ARRAY_LENGTH(ROWS) + 1] = {0};
    memcpy(rows, ROWS, sizeof ROWS);
    ck_assert(!xlsx_verify(path, rows, ARRAY_LENGTH(ROWS) + 1, &err));
    error_finish(&err);
    ck_assert(!xlsx_verify(path, ROWS, ARRAY_LENGTH(ROWS) - 1, &err));
}
END_TEST

START_TEST(a_truncated_file_is_seen)
{
    written();
    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    for (off_t size = status.st_size - 1; size > 0; size -= 997) {
        ck_assert_int_eq(truncate(path, size), 0);
        ck_assert(!xlsx_verify(path, ROWS, ARRAY_LENGTH(ROWS), &err));
        error_finish(&err);
    }
}
END_TEST

/* A byte of each member's data, behind its local header. */
START_TEST(a_flipped_byte_is_seen)
{
    written();
    struct text whole = {0};
    ck_assert(file_read(path, MOST_BYTES, &whole, &err));
    char *copy = path_join(arena, folder, "flipped.xlsx");
    int flips = 0;
    for (size_t at = 0; at + 30 < whole.length; at++) {
        unsigned char *head = (unsigned char *)whole.data + at;
        if (memcmp(head, "PK\x03\x04", 4) != 0)
            continue;
        size_t data = 30 + head[26] + head[28] + 256U * (head[27] + head[29]);
        head[data + 20] ^= 0x10;
        ck_assert(file_write(copy, whole.data, whole.length, &err));
        ck_assert_msg(!xlsx_verify(copy, ROWS, ARRAY_LENGTH(ROWS), &err), "byte %zu", at + data);
        error_finish(&err);
        unlink(copy);
        head[data + 20] ^= 0x10;
        flips++;
    }
    ck_assert_int_gt(flips, 20);
    text_finish(&whole);
}
END_TEST

/* Content that is good XML, but not what was written: only the checksum tells. */
START_TEST(a_wrong_checksum_is_seen)
{
    written();
    struct text whole = {0};
    ck_assert(file_read(path, MOST_BYTES, &whole, &err));
    char *central = memmem(whole.data, whole.length, "PK\x01\x02", 4);
    ck_assert_ptr_nonnull(central);
    ck_assert_mem_eq(whole.data, "PK\x03\x04", 4); /* the first entry's local header */
    ck_assert_mem_eq(central + 42, "\0\0\0\0", 4);
    ck_assert_mem_eq(whole.data + 14, central + 16, 4);
    whole.data[14] ^= 1;
    central[16] ^= 1;
    ck_assert_int_eq(unlink(path), 0);
    ck_assert(file_write(path, whole.data, whole.length, &err));
    ck_assert(!xlsx_verify(path, ROWS, ARRAY_LENGTH(ROWS), &err));
    ck_assert_ptr_nonnull(strstr(err.message, "does not inflate to what was written"));
    text_finish(&whole);
}
END_TEST

/* Replaces a member by a text, well zipped. */
static void replace(const char *name, const char *content, size_t length)
{
    zip_t *archive = zip_open(path, 0, NULL);
    zip_source_t *source = zip_source_buffer(archive, content, length, 0);
    ck_assert_int_ge(zip_file_add(archive, name, source, ZIP_FL_OVERWRITE), 0);
    ck_assert_int_eq(zip_close(archive), 0);
}

START_TEST(a_member_that_is_cut_but_well_zipped_is_seen)
{
    static const char *const NAMES[] = {"xl/worksheets/sheet4.xml", "xl/sharedStrings.xml",
                                        "xl/tables/table1.xml", "xl/media/image1.png"};
    for (size_t i = 0; i < ARRAY_LENGTH(NAMES); i++) {
        unlink(path);
        written();
        replace(NAMES[i], member(path, NAMES[i]), 60);
        ck_assert(!xlsx_verify(path, ROWS, ARRAY_LENGTH(ROWS), &err));
        ck_assert_ptr_nonnull(strstr(err.message, NAMES[i]));
        error_finish(&err);
    }
}
END_TEST

START_TEST(a_document_type_is_refused)
{
    static const char XML[] = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>";
    written();
    replace("xl/styles.xml", XML, strlen(XML));
    ck_assert(!xlsx_verify(path, ROWS, ARRAY_LENGTH(ROWS), &err));
    ck_assert_ptr_nonnull(strstr(err.message, "document type"));
}
END_TEST

START_TEST(a_disk_that_fills_up_leaves_no_file)
{
    struct document *document = document_make();
    document->tables[0] = small_table("data", "Data", 5000);
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit = {65536, 65536}; /* the sheet alone is larger, the packed file is not */
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    ck_assert(!write_document(document, path));
    ck_assert_int_eq(err.kind, ERROR_IO);
    char **names;
    size_t count;
    ck_assert(file_list(folder, "", arena, &names, &count, &(struct error){0}));
    ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_file_that_exists_is_not_replaced)
{
    ck_assert(file_write(path, "old", 3, &err));
    ck_assert(!write_document(document_make(), path));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    struct text kept = {0};
    ck_assert(file_read(path, 10, &kept, &(struct error){0}));
    ck_assert_str_eq(text_string(&kept), "old");
    text_finish(&kept);
}
END_TEST

START_TEST(a_work_folder_that_cannot_be_used_is_an_error)
{
    char *real = folder;
    folder = path_join(arena, real, "missing");
    ck_assert(!write_document(document_make(), path));
    ck_assert_int_eq(err.kind, ERROR_PERMISSION);
    error_finish(&err);
    folder = path_join(arena, real, "file");
    ck_assert(file_write(folder, "", 0, &err));
    ck_assert(!write_document(document_make(), path));
    ck_assert_int_eq(err.kind, ERROR_PERMISSION);
    folder = real;
    ck_assert(!file_exists(path));
}
END_TEST

START_TEST(an_output_folder_that_is_missing_leaves_nothing)
{
    path = path_join(arena, folder, "missing/book.xlsx");
    ck_assert(!write_document(document_make(), path));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    char **names;
    size_t count;
    ck_assert(file_list(folder, "", arena, &names, &count, &(struct error){0}));
    ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(too_many_rows_are_an_error)
{
    struct document *document = document_make();
    document->tables[0]->row_count = 1000001; /* refused before a cell is looked at */
    ck_assert(!write_document(document, path));
    ck_assert_int_eq(err.kind, ERROR_DATA);
    ck_assert_str_eq(err.message, "the table 'data' has 1000001 rows; a worksheet takes 1000000");
}
END_TEST

/* ---- Names and text ---- */

START_TEST(sheet_names_are_what_excel_takes)
{
    struct name_set taken = {0};
    ck_assert_str_eq(xlsx_sheet_name(arena, "a[b]:c*?/\\'d e", &taken), "a_b__c_____d_e");
    ck_assert_str_eq(xlsx_sheet_name(arena, "history", &taken), "History_");
    ck_assert_str_eq(xlsx_sheet_name(arena, "", &taken), "Sheet");
    ck_assert_str_eq(xlsx_sheet_name(arena, "DATA", &taken), "DATA");
    ck_assert_str_eq(xlsx_sheet_name(arena, "data", &taken), "data_2");
    ck_assert_str_eq(xlsx_sheet_name(arena,
                                     "\xc3\x91"
                                     "AND\xc3\x9a",
                                     &taken),
                     "\xc3\x91"
                     "AND\xc3\x9a");
    ck_assert_str_eq(xlsx_sheet_name(arena,
                                     "\xc3\xb1"
                                     "and\xc3\xba",
                                     &taken),
                     "\xc3\xb1"
                     "and\xc3\xba_2");
    ck_assert_str_eq(xlsx_sheet_name(arena, "1234567890123456789012345678901234", &taken),
                     "1234567890123456789012345678901");
    ck_assert_str_eq(xlsx_sheet_name(arena, "12345678901234567890123456789019", &taken),
                     "12345678901234567890123456789_2");
}
END_TEST

START_TEST(sheet_names_count_utf16_units)
{
    struct name_set taken = {0};
    struct text emoji = {0};
    for (int i = 0; i < 20; i++)
        text_append(&emoji, "\xf0\x9f\x98\x80");
    ck_assert_uint_eq(text_length(xlsx_sheet_name(arena, text_string(&emoji), &taken)), 15);
    text_finish(&emoji);
}
END_TEST

START_TEST(table_names_are_no_addresses)
{
    struct name_set taken = {0};
    ck_assert_str_eq(xlsx_table_name(arena, "XFD12", "_cells", &taken), "t_XFD12");
    ck_assert_str_eq(xlsx_table_name(arena, "R1C1", "_cells", &taken), "t_R1C1");
    ck_assert_str_eq(xlsx_table_name(arena, "c", "_cells", &taken), "t_c");
    ck_assert_str_eq(xlsx_table_name(arena, "2026-Q3", "_cells", &taken), "t_2026_Q3");
    ck_assert_str_eq(xlsx_table_name(arena, "", "_cells", &taken), "t_");
    ck_assert_str_eq(xlsx_table_name(arena, "status", "_cells", &taken), "status");
    ck_assert_str_eq(xlsx_table_name(arena, "Status_cells", "_cells", &taken), "Status_cells_2");
}
END_TEST

START_TEST(cells_hold_32767_utf16_units_at_most)
{
    struct text long_text = {0};
    for (int i = 0; i < 16384; i++)
        text_append(&long_text, "\xf0\x9f\x98\x80");
    const char *cut = xlsx_text(arena, text_string(&long_text), XLSX_CELL_UNITS);
    /* 7 units for the mark leave 32,760: 16,380 characters of two */
    ck_assert_uint_eq(text_length(cut), 16380 + 7);
    ck_assert_str_eq(cut + 4 * 16380, "\xe2\x80\xa6 (cut)");
    text_finish(&long_text);
}
END_TEST

START_TEST(escapes_are_escaped_where_they_overlap)
{
    ck_assert_str_eq(xlsx_text(arena, "_x0041_x0042_", 100), "_x005F_x0041_x005F_x0042_");
    ck_assert_str_eq(xlsx_text(arena, "_x004_ _xyzwu_ _x", 100), "_x004_ _xyzwu_ _x");
    ck_assert_str_eq(xlsx_text(arena, NULL, 100), "");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("xlsx");
    tcase_add_checked_fixture(t, before, after);
    tcase_add_test(t, two_writes_give_the_same_bytes);
    tcase_add_test(t, only_the_workbook_is_left_in_the_work_folder);
    tcase_add_test(t, sheets_stand_in_their_order);
    tcase_add_test(t, a_table_sheet_explains_itself_above_the_table);
    tcase_add_test(t, a_note_of_two_tables_stands_once);
    tcase_add_test(t, numbers_are_numbers_and_dates_are_dates);
    tcase_add_test(t, a_rate_that_is_not_whole_never_shows_100_percent);
    tcase_add_test(t, what_is_no_number_stands_as_its_word);
    tcase_add_test(t, text_is_cleaned_and_stays_text);
    tcase_add_test(t, columns_of_the_page_are_left_out);
    tcase_add_test(t, a_table_object_has_a_name_and_unlike_headings);
    tcase_add_test(t, a_spanner_stands_before_its_heading);
    tcase_add_test(t, an_empty_table_says_so);
    tcase_add_test(t, only_named_sheets_have_a_filter_and_a_frozen_head);
    tcase_add_test(t, links_lead_to_sheets_that_exist);
    tcase_add_test(t, pictures_carry_the_figures_alternative_text);
    tcase_add_test(t, a_picture_without_alternative_text_is_refused);
    tcase_add_test(t, properties_and_print_heads_are_filled);
    tcase_add_test(t, the_longest_heads_and_properties_are_taken);
    tcase_add_test(t, a_written_workbook_verifies);
    tcase_add_test(t, a_missing_row_is_seen);
    tcase_add_test(t, a_missing_sheet_is_seen);
    tcase_add_test(t, a_truncated_file_is_seen);
    tcase_add_test(t, a_flipped_byte_is_seen);
    tcase_add_test(t, a_wrong_checksum_is_seen);
    tcase_add_test(t, a_member_that_is_cut_but_well_zipped_is_seen);
    tcase_add_test(t, a_document_type_is_refused);
    tcase_add_test(t, a_disk_that_fills_up_leaves_no_file);
    tcase_add_test(t, a_file_that_exists_is_not_replaced);
    tcase_add_test(t, a_work_folder_that_cannot_be_used_is_an_error);
    tcase_add_test(t, an_output_folder_that_is_missing_leaves_nothing);
    tcase_add_test(t, too_many_rows_are_an_error);
    tcase_add_test(t, sheet_names_are_what_excel_takes);
    tcase_add_test(t, sheet_names_count_utf16_units);
    tcase_add_test(t, table_names_are_no_addresses);
    tcase_add_test(t, cells_hold_32767_utf16_units_at_most);
    tcase_add_test(t, escapes_are_escaped_where_they_overlap);
    return t;
}
