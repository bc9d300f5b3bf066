/* SPDX-License-Identifier: MIT */
#include "render/pdf.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "check_main.h"
#include "draw/display.h"
#include "render/glyphs.h"
#include "render/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static const struct font HEADING = {WEIGHT_SEMIBOLD, 20, 25, false};
static const struct font BODY = {WEIGHT_REGULAR, 10, 14, false};
static const struct font FIGURES = {WEIGHT_REGULAR, 8.5, 12, true};
static const struct colour INK = {0.1, 0.1, 0.12};
static const struct colour BLUE = {0.0, 0.3, 0.6};
static const struct pdf_info INFO = {
    .title = "Ulat ng Ñ (Q3) \\ 2026",
    .author = "Presidential Communications Office",
    .subject = "Scorecard",
    .keywords = "social media, order",
    .created = 20726, /* 2026-09-30: 56 years of 365 days, 14 leap days, 272 days */
};

static struct arena *arena;
static struct typesetter *typesetter;
static struct display *display;
static char *folder;

static void start(void)
{
    struct error err = {0};
    char *path = source_path("assets/fonts.conf");
    const char *parent = getenv("TMPDIR");

    arena = arena_new();
    ck_assert_msg(typesetter_new(path, "Inter", &typesetter, &err), "%s", err.message);
    ck_assert(folder_make_private(parent ? parent : "/tmp", "ulat-test-", arena, &folder, &err));
    display = display_new(arena);
    free(path);
}

static void stop(void)
{
    struct error err = {0};

    display_free(display);
    typesetter_free(typesetter);
    ck_assert(folder_remove(folder, &err));
    arena_free(arena);
}

static void place(const char *text, struct font font, double x, double y)
{
    struct lines lines = measure_lines(typesetter_measure(typesetter), text, font, 300);

    int p = display_open(display, ROLE_P);
    for (size_t i = 0; i < lines.count; i++)
        display_text(display, &lines.items[i], (struct point){x, y + font.leading * (double)i},
                     INK);
    display_close(display, p);
}

/* Words over the whole area. */
static void place_link(const char *destination, struct rect box, const char *words)
{
    struct lines lines = measure_lines(typesetter_measure(typesetter), words, BODY, 0);
    int paragraph = display_open(display, ROLE_P);
    int link = display_open(display, ROLE_LINK);

    display_link(display, box, destination);
    if (words[0])
        display_text(display, &lines.items[0], (struct point){box.x, box.y + box.height - 4}, INK);
    display_close(display, link);
    display_close(display, paragraph);
}

static void place_destination(const char *name, double y)
{
    int p = display_open(display, ROLE_P);

    display_destination(display, name, (struct point){56, y});
    display_close(display, p);
}

static void place_shapes(void)
{
    const struct paint fill = {.fill = true, .fill_colour = BLUE};
    const struct paint dashed = {
        .stroke = true, .stroke_colour = INK, .width = 0.8, .dash = {4, 2}};
    const struct paint both = {.fill = true,
                               .fill_colour = {0.9, 0.9, 0.9},
                               .stroke = true,
                               .stroke_colour = BLUE,
                               .width = 2,
                               .round = true};

    display_artifact_begin(display);
    display_rect(display, (struct rect){50, 300, 100, 40}, &fill);
    display_line(display, (struct point){50, 360}, (struct point){350, 360}, &dashed);
    display_circle(display, (struct point){220, 320}, 20, &both);
    display_artifact_end(display);
}

/* Two pages with all kinds of marks; the names of destinations would break a PDF as they are. */
static void fill_display(void)
{
    display_page_new(display, 400, 500);
    place_destination("part 'one' (é)", 40);
    place("Mga account ng ahensiya", HEADING, 50, 60);
    place(
        "Official accounts keep to the office's own address -> fix 4 of 5; the first flight of an "
        "official affidavit is in the file.",
        BODY, 50, 90);
    place("1,234,567", FIGURES, 50, 150);
    place_link("two", (struct rect){50, 170, 60, 14}, "To the second page");
    place_shapes();
    display_page_new(display, 500, 400);
    place_destination("two", 40);
    place("Ikalawang pahina", HEADING, 50, 60);
    place_link("part 'one' (é)", (struct rect){50, 80, 200, 24}, "Back");
    display_page_select(display, 0);
    display_artifact_begin(display);
    display_artifact_kind(display, ARTIFACT_HEAD);
    struct lines head = measure_lines(typesetter_measure(typesetter), "Running head", BODY, 0);
    display_text(display, &head.items[0], (struct point){50, 480}, INK);
    display_artifact_end(display);
    display_outline(display, 1, "Mga account (Ñ)", "part 'one' (é)");
    display_outline(display, 2, "Ikalawa", "two");
    display_outline(display, 1, "Wakas", "two");
}

static void render(struct text *bytes)
{
    struct error err = {0};

    ck_assert_msg(pdf_render(display, &INFO, bytes, &err), "%s", err.message);
}

static const char *store(const char *name, const struct text *bytes)
{
    struct error err = {0};
    const char *path = path_join(arena, folder, name);

    ck_assert(file_write(path, bytes->data, bytes->length, &err));
    return path;
}

/* What a tool says about the file, both streams; it must succeed. */
static const char *ask(const char *command, const char *path, const char *rest)
{
    struct text said = {0};
    char buffer[4096];
    size_t length;
    FILE *pipe = popen(arena_printf(arena, "TZ=UTC %s '%s' %s 2>&1", command, path, rest), "r");

    ck_assert_ptr_nonnull(pipe);
    while ((length = fread(buffer, 1, sizeof buffer, pipe)) > 0)
        text_append_bytes(&said, buffer, length);
    int status = pclose(pipe);
    const char *copy = arena_text(arena, text_string(&said));
    text_finish(&said);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%s: %s", command, copy);
    return copy;
}

/* The file with its streams unpacked, without what no C string can hold. */
static const char *unpacked(const char *path)
{
    return ask("qpdf --qdf --object-streams=disable", path, "- | tr -d '\\000'");
}

static const char *render_file(void)
{
    struct text bytes = {0};

    fill_display();
    render(&bytes);
    const char *path = store("report.pdf", &bytes);
    text_finish(&bytes);
    return path;
}

static void assert_says(const char *said, const char *expected)
{
    ck_assert_msg(strstr(said, expected) != NULL, "'%s' is not in:\n%s", expected, said);
}

START_TEST(same_display_gives_the_same_bytes)
{
    struct text first = {0};
    struct text second = {0};

    fill_display();
    render(&first);
    render(&second);
    ck_assert_uint_eq(first.length, second.length);
    ck_assert_mem_eq(first.data, second.data, first.length);
    text_finish(&first);
    text_finish(&second);
}
END_TEST

START_TEST(text_reads_back_in_order_with_its_spaces)
{
    const char *said = ask("pdftotext -raw", render_file(), "-");

    assert_says(said, "Mga account ng ahensiya\n");
    assert_says(said, "the office's own address -> fix 4 of 5;\n"
                      "the first flight of an official affidavit is in the file.\n1,234,567\n");
    assert_says(said, "Ikalawang pahina");
    assert_says(said, "Running head");
}
END_TEST

START_TEST(structure_of_the_file_is_sound)
{
    const char *said = ask("qpdf --check", render_file(), "");

    assert_says(said, "No syntax or stream encoding errors found");
    ck_assert_ptr_null(strstr(said, "WARNING"));
}
END_TEST

START_TEST(links_lead_to_their_pages)
{
    const char *path = render_file();
    const char *said = ask("pdfinfo -dests", path, "");

    assert_says(said, "1 [ XYZ   56  460 null      ] \"part_20_27one_27_20_28_C3_A9_29\"");
    assert_says(said, "2 [ XYZ   56  360 null      ] \"two\"");
    said = ask("qpdf --json --json-key=outlines", path, "");
    assert_says(said, "\"title\": \"Mga account (Ñ)\"");
    assert_says(said, "\"destpageposfrom1\": 2");
    said = ask("qpdf --qdf --object-streams=disable", path, "- | grep -a -B6 '/Type /Outlines'");
    assert_says(said, "/Count 3\n");
}
END_TEST

START_TEST(many_destinations_are_all_found)
{
    struct text bytes = {0};
    const char *names[300];

    display_page_new(display, 400, 400);
    for (int i = 0; i < 300; i++) {
        names[i] = arena_printf(arena, "table-%d", i);
        place_link(names[i], (struct rect){i, 10, 10, 10}, "To it");
    }
    for (int i = 299; i >= 0; i--) {
        display_page_new(display, 400, 400);
        place_destination(names[i], 10);
        place("Table", BODY, 10, 30);
    }
    render(&bytes);
    const char *path = store("many.pdf", &bytes);
    assert_says(ask("qpdf --check", path, ""), "No syntax");
    assert_says(ask("pdfinfo -dests", path, "| grep -c '\"table-'"), "300\n");
    text_finish(&bytes);
}
END_TEST

START_TEST(dates_and_titles_are_those_given)
{
    const char *path = render_file();
    const char *said = ask("pdfinfo -isodates", path, "");

    assert_says(said, "Title:           Ulat ng Ñ (Q3) \\ 2026\n");
    assert_says(said, "Author:          Presidential Communications Office\n");
    assert_says(said, "Subject:         Scorecard\n");
    assert_says(said, "Keywords:        social media, order\n");
    assert_says(said, "CreationDate:    2026-09-30T12:00:00Z\n");
    assert_says(said, "ModDate:         2026-09-30T12:00:00Z\n");
    assert_says(said, "Pages:           2\n");
    said = ask("qpdf --qdf --object-streams=disable", path, "- | grep -a Date");
    assert_says(said, "/CreationDate (D:20260930120000Z)");
    assert_says(said, "/ModDate (D:20260930120000Z)");
    assert_says(said, "<xmp:CreateDate>2026-09-30T12:00:00Z</xmp:CreateDate>");
    assert_says(said, "<xmp:ModifyDate>2026-09-30T12:00:00Z</xmp:ModifyDate>");
}
END_TEST

START_TEST(inter_is_the_only_font)
{
    const char *said = ask("pdffonts", render_file(), "| tail -n +3 | grep -v Inter- | wc -l");

    ck_assert_str_eq(said, "0\n");
    assert_says(ask("pdffonts", path_join(arena, folder, "report.pdf"), ""), "Inter-SemiBold");
}
END_TEST

START_TEST(pages_have_their_sizes)
{
    const char *said = ask("pdfinfo -f 1 -l 2", render_file(), "");

    assert_says(said, "Page    1 size:  400 x 500 pts\n");
    assert_says(said, "Page    2 size:  500 x 400 pts\n");
}
END_TEST

START_TEST(character_without_a_glyph_is_a_box_and_not_digits)
{
    struct text bytes = {0};

    display_page_new(display, 400, 400);
    place("a\xE6\x97\xA5z", BODY, 50, 50);
    render(&bytes);
    ck_assert_str_eq(ask("pdftotext", store("box.pdf", &bytes), "-"), "a□z\n\n\f");
    text_finish(&bytes);
}
END_TEST

START_TEST(link_to_nowhere_is_refused)
{
    struct error err = {0};
    struct text bytes = {0};

    display_page_new(display, 400, 400);
    place_link("nowhere", (struct rect){10, 10, 50, 10}, "Nowhere");
    ck_assert(!pdf_render(display, &INFO, &bytes, &err));
    ck_assert_int_eq(err.kind, ERROR_INTERNAL);
    ck_assert_uint_eq(bytes.length, 0);
    error_finish(&err);
    text_finish(&bytes);
}
END_TEST

START_TEST(document_without_pages_is_refused)
{
    struct error err = {0};
    struct text bytes = {0};

    ck_assert(!pdf_render(display, &INFO, &bytes, &err));
    ck_assert_int_eq(err.kind, ERROR_INTERNAL);
    error_finish(&err);
    text_finish(&bytes);
}
END_TEST

/* A table whose head and group span columns, a list, a figure, a note. */
static void cell(enum role role, enum scope scope, const char *words, double x, double y)
{
    struct lines lines = measure_lines(typesetter_measure(typesetter), words, BODY, 0);
    int leaf = display_open(display, role);

    if (scope != SCOPE_NONE)
        display_scope(display, leaf, scope);
    if (words[0])
        display_text(display, &lines.items[0], (struct point){x, y}, INK);
    display_close(display, leaf);
}

static void place_table(void)
{
    int table = display_open(display, ROLE_TABLE);
    int head = display_open(display, ROLE_THEAD);
    int row = display_open(display, ROLE_TR);

    cell(ROLE_TH, SCOPE_COLUMN, "Control", 50, 100);
    cell(ROLE_TH, SCOPE_COLUMN, "Met", 120, 100);
    display_close(display, row);
    display_close(display, head);
    int body = display_open(display, ROLE_TBODY);
    row = display_open(display, ROLE_TR);
    int group = display_open(display, ROLE_TH);
    display_scope(display, group, SCOPE_ROW);
    display_span(display, group, 1, 2);
    struct lines lines = measure_lines(typesetter_measure(typesetter), "Registration", BODY, 0);
    display_text(display, &lines.items[0], (struct point){50, 120}, INK);
    display_close(display, group);
    display_close(display, row);
    row = display_open(display, ROLE_TR);
    cell(ROLE_TH, SCOPE_ROW, "EML-1", 50, 140);
    cell(ROLE_TD, SCOPE_NONE, "", 120, 140);
    display_close(display, row);
    display_close(display, body);
    display_close(display, table);
}

static void place_figure(const char *alt)
{
    const struct paint fill = {.fill = true, .fill_colour = BLUE};
    int figure = display_open(display, ROLE_FIGURE);

    display_alt(display, figure, alt);
    display_rect(display, (struct rect){50, 300, 100, 40}, &fill);
    display_close(display, figure);
}

static const char *render_named(const char *name, const struct pdf_info *info)
{
    struct text bytes = {0};
    struct error err = {0};

    ck_assert_msg(pdf_render(display, info, &bytes, &err), "%s", err.message);
    const char *path = store(name, &bytes);
    text_finish(&bytes);
    return path;
}

START_TEST(structure_says_what_each_mark_is)
{
    display_page_new(display, 400, 500);
    place("Before", BODY, 50, 60);
    place_table();
    place_figure("Met: 4 of 5");
    display_close(display, display_open(display, ROLE_P)); /* holds nothing: is no element */
    const char *said = ask("pdfinfo -struct-text", render_named("tree.pdf", &INFO), "");
    ck_assert_str_eq(said, "Document\n"
                           "  P (block)\n    \"Before\"\n"
                           "  Table (block)\n"
                           "    THead\n"
                           "      TR\n"
                           "        TH:\n           /Scope /Column\n          \"Control\"\n"
                           "        TH:\n           /Scope /Column\n          \"Met\"\n"
                           "    TBody\n"
                           "      TR\n"
                           "        TH:\n           /ColSpan 2\n           /Scope /Row\n"
                           "          \"Registration\"\n"
                           "      TR\n"
                           "        TH:\n           /Scope /Row\n          \"EML-1\"\n"
                           "        TD\n"
                           "  Figure:\n     /BBox [50 160 150 200]\n     /Placement /Block\n"
                           "    \"\"\n");
}
END_TEST

START_TEST(texts_of_one_leaf_are_parted_by_a_space)
{
    display_page_new(display, 400, 500);
    struct lines value = measure_lines(typesetter_measure(typesetter), "69.1", HEADING, 0);
    struct lines unit = measure_lines(typesetter_measure(typesetter), "of 100", BODY, 0);
    int leaf = display_open(display, ROLE_P);
    display_text(display, &value.items[0], (struct point){50, 60}, INK);
    /* So near that no reader would guess that a word ends here. */
    display_text(display, &unit.items[0], (struct point){50 + value.items[0].width, 60}, INK);
    display_close(display, leaf);
    assert_says(ask("pdfinfo -struct-text", render_named("parted.pdf", &INFO), ""),
                "\"69.1 of 100\"");
}
END_TEST

START_TEST(link_has_the_words_of_its_text)
{
    const char *said = unpacked(render_file());

    assert_says(said, "/Contents (To the second page)");
    assert_says(said, "/Dest (two)");
    assert_says(said, "/F 4");
    assert_says(said, "/Tabs /S");
}
END_TEST

START_TEST(running_head_is_an_artifact)
{
    const char *said = unpacked(render_file());

    assert_says(said, "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC");
    ck_assert_ptr_null(strstr(said, "NonStruct"));
}
END_TEST

START_TEST(pages_are_named_as_they_are_printed)
{
    fill_display();
    display_page_new(display, 400, 400);
    place("Annex", BODY, 50, 60);
    display->pages[1].label = "2";
    display->pages[2].label = "A-1";
    const char *said = ask("qpdf --qdf --object-streams=disable", render_named("labels.pdf", &INFO),
                           "- | grep -a -A14 '/Nums'");
    assert_says(said, "/S /D\n        /St 1\n");
    assert_says(said, "/P (A-1)\n");
    ck_assert_ptr_null(strstr(said, "/St 2"));
}
END_TEST

START_TEST(attached_data_comes_out_as_it_went_in)
{
    const struct pdf_attachment files[] = {
        {.name = "Table_2.csv", .description = "Second", .bytes = "a,b\n3,4\n", .length = 8},
        {.name = "Table_10.csv", .description = "Tenth", .bytes = "a\n1\n", .length = 4}};
    struct pdf_info info = INFO;

    fill_display();
    info.attachments = files;
    info.attachment_count = 2;
    const char *path = render_named("data.pdf", &info);
    assert_says(ask("pdfdetach -list", path, ""), "1: Table_10.csv\n2: Table_2.csv\n");
    const char *out = path_join(arena, folder, "out.csv");
    ask("pdfdetach -save 2 -o", out, arena_printf(arena, "'%s'", path));
    ck_assert_str_eq(ask("cat", out, ""), "a,b\n3,4\n");
    const char *said = unpacked(path);
    assert_says(said, "<pdfaid:part>3</pdfaid:part>");
    assert_says(said, "/AFRelationship /Data");
    assert_says(said, "/Subtype /text#2fcsv");
}
END_TEST

START_TEST(file_says_which_standards_it_keeps)
{
    const char *said = unpacked(render_file());

    assert_says(said, "<pdfaid:part>2</pdfaid:part>");
    assert_says(said, "<pdfaid:conformance>A</pdfaid:conformance>");
    assert_says(said, "<pdfuaid:part>1</pdfuaid:part>");
    assert_says(said, "<dc:creator><rdf:Seq><rdf:li>Presidential Communications Office</rdf:li>");
    assert_says(said, "/Marked true");
    assert_says(said, "/Lang (en)");
    assert_says(said, "/DisplayDocTitle true");
    assert_says(said, "/S /GTS_PDFA1");
}
END_TEST

static void assert_refused(const char *words)
{
    struct error err = {0};
    struct text bytes = {0};

    ck_assert(!pdf_render(display, &INFO, &bytes, &err));
    ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
    ck_assert_uint_eq(bytes.length, 0);
    error_finish(&err);
    text_finish(&bytes);
}

START_TEST(what_a_reader_could_not_get_at_is_refused)
{
    display_page_new(display, 400, 400);
    place_destination("here", 40);
    place_link("here", (struct rect){10, 10, 50, 10}, "");
    assert_refused("a link on page 1 has no words");
    display_free(display);
    display = display_new(arena);
    display_page_new(display, 400, 400);
    place_figure("");
    assert_refused("a figure has no alternative text");
}
END_TEST

/* A line that did not come through the typesetter, which would have replaced the character. */
static void place_raw(const char *text)
{
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    PangoContext *context = pango_font_map_create_context(map);
    PangoFontDescription *description = pango_font_description_from_string("Inter 10");
    PangoLayout *layout = pango_layout_new(context);
    struct glyphs *glyphs = ARENA_NEW(arena, struct glyphs);

    pango_layout_set_font_description(layout, description);
    pango_layout_set_text(layout, text, -1);
    glyphs->text = arena_text(arena, text);
    glyphs->line = pango_layout_line_ref(pango_layout_get_line_readonly(layout, 0));
    struct line line = {.text = text, .to = strlen(text), .width = 9, .handle = glyphs};
    int p = display_open(display, ROLE_P);
    display_text(display, &line, (struct point){50, 50}, INK);
    display_close(display, p);
    assert_refused("would be drawn");
    glyphs_release(glyphs);
    g_object_unref(layout);
    pango_font_description_free(description);
    g_object_unref(context);
    g_object_unref(map);
}

START_TEST(character_that_no_reader_knows_is_never_drawn)
{
    display_page_new(display, 400, 400);
    place_raw("a\xE6\x97\xA5z");
    display_free(display);
    display = display_new(arena);
    display_page_new(display, 400, 400);
    place_raw("a\xEE\x84\x80z");
}
END_TEST

/* Inter has glyphs of its own at U+E000 and behind, which mean nothing elsewhere. */
START_TEST(private_use_character_is_a_box)
{
    display_page_new(display, 400, 400);
    place("a\xEE\x84\x80z", BODY, 50, 50);
    ck_assert_str_eq(ask("pdftotext", render_named("private.pdf", &INFO), "-"), "a□z\n\n\f");
}
END_TEST

static unsigned big_endian(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;

    return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3];
}

START_TEST(picture_has_the_size_of_the_page_times_the_scale)
{
    struct error err = {0};
    struct text bytes = {0};
    struct text again = {0};

    fill_display();
    ck_assert_msg(png_render(display, 0, 1.5, &bytes, &err), "%s", err.message);
    ck_assert_mem_eq(bytes.data, "\x89PNG\r\n\x1a\n", 8);
    ck_assert_uint_eq(big_endian(bytes.data + 16), 600);
    ck_assert_uint_eq(big_endian(bytes.data + 20), 750);
    ck_assert(png_render(display, 0, 1.5, &again, &err));
    ck_assert_uint_eq(bytes.length, again.length);
    ck_assert_mem_eq(bytes.data, again.data, bytes.length);
    text_finish(&bytes);
    text_finish(&again);
}
END_TEST

/* The image as a page of one blue square in the middle of white. */
static void picture_of_square(struct text *png)
{
    struct error err = {0};
    struct display *small = display_new(arena);
    const struct paint fill = {.fill = true, .fill_colour = {0, 0, 1}};

    display_page_new(small, 30, 30);
    display_artifact_begin(small);
    display_rect(small, (struct rect){10, 10, 10, 10}, &fill);
    display_artifact_end(small);
    ck_assert(png_render(small, 0, 1, png, &err));
    display_free(small);
}

START_TEST(image_is_drawn_into_its_box)
{
    struct error err = {0};
    struct text png = {0};
    struct text bytes = {0};

    picture_of_square(&png);
    display_page_new(display, 100, 100);
    display_artifact_begin(display);
    display_image(display, (struct rect){20, 40, 60, 60}, png.data, png.length);
    display_artifact_end(display);
    render(&bytes);
    /* The middle third of the box, and no more, is blue, to within a pixel that the reader may
     * smooth. */
    const char *path = store("image.pdf", &bytes);
    const char *said = ask("pdftoppm -r 72 -gray -singlefile -x 41 -y 61 -W 18 -H 18", path,
                           "| tail -c 324 | tr -d '\\034\\035' | wc -c");
    ck_assert_str_eq(said, "0\n");
    said = ask("pdftoppm -r 72 -gray -singlefile", path, "| tail -c 10000 | tr -d '\\377' | wc -c");
    ck_assert_int_ge(atoi(said), 18 * 18);
    ck_assert_int_le(atoi(said), 22 * 22);
    ck_assert_str_eq(ask("grep -a -c 'Interpolate true'", path, "; true"), "0\n");
    display->marks[0].image.length = 40;
    ck_assert(!pdf_render(display, &INFO, &bytes, &err));
    error_finish(&err);
    text_finish(&png);
    text_finish(&bytes);
}
END_TEST

TCase *tests(void)
{
    TCase *tests = tcase_create("pdf");

    tcase_add_checked_fixture(tests, start, stop);
    tcase_add_test(tests, same_display_gives_the_same_bytes);
    tcase_add_test(tests, text_reads_back_in_order_with_its_spaces);
    tcase_add_test(tests, structure_of_the_file_is_sound);
    tcase_add_test(tests, links_lead_to_their_pages);
    tcase_add_test(tests, many_destinations_are_all_found);
    tcase_add_test(tests, dates_and_titles_are_those_given);
    tcase_add_test(tests, inter_is_the_only_font);
    tcase_add_test(tests, pages_have_their_sizes);
    tcase_add_test(tests, character_without_a_glyph_is_a_box_and_not_digits);
    tcase_add_test(tests, link_to_nowhere_is_refused);
    tcase_add_test(tests, document_without_pages_is_refused);
    tcase_add_test(tests, structure_says_what_each_mark_is);
    tcase_add_test(tests, texts_of_one_leaf_are_parted_by_a_space);
    tcase_add_test(tests, link_has_the_words_of_its_text);
    tcase_add_test(tests, running_head_is_an_artifact);
    tcase_add_test(tests, pages_are_named_as_they_are_printed);
    tcase_add_test(tests, attached_data_comes_out_as_it_went_in);
    tcase_add_test(tests, file_says_which_standards_it_keeps);
    tcase_add_test(tests, what_a_reader_could_not_get_at_is_refused);
    tcase_add_test(tests, private_use_character_is_a_box);
    tcase_add_test(tests, character_that_no_reader_knows_is_never_drawn);
    tcase_add_test(tests, picture_has_the_size_of_the_page_times_the_scale);
    tcase_add_test(tests, image_is_drawn_into_its_box);
    return tests;
}
