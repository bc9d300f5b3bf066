/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "data/listing.h"
#include "metrics/method.h"

#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static char *folder;
static struct error err;
static struct method method;

static void setup(void)
{
    arena = arena_new();
    err = (struct error){0};
    ck_assert(folder_make_private("/tmp", "ulat-method-", arena, &folder, &err));
}

static void teardown(void)
{
    struct error ignored = {0};
    error_finish(&err);
    folder_remove(folder, &ignored);
    error_finish(&ignored);
    arena_free(arena);
}

/** The program's own method.yaml with `from`, which must stand in it once, changed to `to`. */
static bool load_changed(const char *from, const char *to)
{
    struct text text = {0};
    char *path = source_path("templates/method.yaml");
    ck_assert_msg(file_read(path, 100000, &text, &err), "%s", err.message);
    const char *at = strstr(text_string(&text), from);
    ck_assert_msg(at && !strstr(at + 1, from), "'%s' must stand there once", from);
    char *changed = arena_printf(arena, "%.*s%s%s", (int)(at - text_string(&text)),
                                 text_string(&text), to, at + strlen(from));
    char *copy = path_join(arena, folder, "method.yaml");
    ck_assert_msg(file_write(copy, changed, strlen(changed), &err), "%s", err.message);
    text_finish(&text);
    free(path);
    return method_load(copy, arena, &method, &err);
}

/** For a second load_changed() in one test. */
static void clear_folder(void)
{
    error_finish(&err);
    ck_assert(folder_remove(folder, &err) && folder_make(folder, &err));
}

/** The change is refused in `words`, at the line that holds `at` in the changed file. */
static void assert_refused(const char *from, const char *to, const char *words, const char *at)
{
    struct text text = {0};
    ck_assert_msg(!load_changed(from, to), "'%s' was accepted", to);
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_msg(strstr(err.message, words), "'%s' does not say '%s'", err.message, words);
    ck_assert_ptr_nonnull(err.file);
    struct error ignored = {0};
    ck_assert(file_read(err.file, 100000, &text, &ignored));
    size_t line = 1;
    const char *end = strstr(text_string(&text), at);
    ck_assert_ptr_nonnull(end);
    for (const char *c = text_string(&text); c < end; c++)
        line += *c == '\n';
    ck_assert_uint_eq(err.line, line);
    text_finish(&text);
}

START_TEST(the_program_s_own_method_is_read)
{
    int32_t from;
    ck_assert_msg(load_changed("grace-days: 90", "grace-days: 90"), "%s", err.message);
    ck_assert(date_parse("2026-01-01", 10, &from));
    ck_assert_str_eq(method.version, "1");
    ck_assert_int_eq(method.effective_from, from);
    ck_assert_uint_eq(method.class_count, 9);
    ck_assert_str_eq(method.classes[0].code, "NGA");
    ck_assert_int_eq(method.classes[0].mandate, MANDATE_MANDATED);
    ck_assert_str_eq(method.classes[8].title, "Local government units");
    ck_assert_int_eq(method.classes[8].mandate, MANDATE_ENCOURAGED);
    ck_assert_uint_eq(method.section_count, 6);
    ck_assert_int_eq(method.sections[5].weight, 1);
    ck_assert_uint_eq(method.band_count, 4);
    ck_assert_int_eq(method.bands[1].from, 90);
    ck_assert_str_eq(method.bands[method.cap].name, "Developing");
    ck_assert_int_eq(method.partly_from, 50);
    ck_assert_int_eq(method.minimum_judged, 60);
    ck_assert_int_eq(method.grace_days, 90);
}
END_TEST

START_TEST(classes_and_sections_are_found_by_whole_words)
{
    ck_assert(load_changed("grace-days: 90", "grace-days: 90"));
    ck_assert_uint_eq(method_class(&method, "GOCC"), 1);
    ck_assert_uint_eq(method_class(&method, "GOC"), SIZE_MAX);
    ck_assert_uint_eq(method_class(&method, "gocc"), SIZE_MAX);
    ck_assert_uint_eq(method_class(&method, NULL), SIZE_MAX);
    ck_assert_uint_eq(method_section(&method, "EML-1"), 0);
    ck_assert_uint_eq(method_section(&method, "TEM-12"), 4);
    ck_assert_uint_eq(method_section(&method, "TE-1"), SIZE_MAX);
    ck_assert_uint_eq(method_section(&method, "TEMP-1"), SIZE_MAX);
}
END_TEST

START_TEST(unknown_keys_are_refused_where_they_stand)
{
    assert_refused("grace-days: 90", "grace-days: 90\ngrace-day: 90", "unknown key 'grace-day'",
                   "grace-day: 90");
    ck_assert_ptr_nonnull(err.hint);
    ck_assert_ptr_nonnull(strstr(err.hint, "grace-days"));
}
END_TEST

START_TEST(unknown_keys_of_a_section_are_refused)
{
    assert_refused("title: Security, weight: 3", "title: Security, wieght: 3",
                   "unknown key 'wieght'", "wieght");
}
END_TEST

START_TEST(missing_keys_are_refused)
{
    assert_refused("cap: Developing\n", "", "'cap' is missing", "version:");
}
END_TEST

START_TEST(a_negative_weight_is_refused)
{
    assert_refused("title: Security, weight: 3", "title: Security, weight: -3", "weight",
                   "weight: -3");
}
END_TEST

START_TEST(weights_that_are_all_nought_are_refused)
{
    assert_refused(
        "  - {id: accounts, title: Accounts and approval, weight: 3, subjects: [PUR, EML, APR,"
        " ACC, DEF, DUR]}\n"
        "  - {id: content, title: Content and privacy, weight: 3, subjects: [PST, CNT,"
        " BLK, PRV]}\n"
        "  - {id: policies, title: Policies, weight: 2, subjects: [POL, CIV]}\n"
        "  - {id: security, title: Security, weight: 3, subjects: [SEC]}\n"
        "  - {id: team, title: Team, weight: 2, subjects: [TEM]}\n"
        "  - {id: reporting, title: Reporting and redress, weight: 1, subjects: [POP,"
        " FDB, SAN]}\n",
        "  - {id: accounts, title: Accounts, weight: 0, subjects: [EML]}\n"
        "  - {id: team, title: Team, weight: 0, subjects: [TEM]}\n",
        "weights are all zero", "- {id: accounts");
}
END_TEST

START_TEST(bands_that_overlap_are_refused)
{
    assert_refused("{name: Sound, from: 90%}", "{name: Sound, from: 95%}",
                   "band 'Sound' does not begin below", "{name: Sound");
    clear_folder();
    assert_refused("{name: Sound, from: 90%}", "{name: Sound, from: 96%}",
                   "band 'Sound' does not begin below", "{name: Sound");
}
END_TEST

START_TEST(the_last_band_must_begin_at_nought)
{
    assert_refused("{name: Low, from: 0%}", "{name: Low, from: 1%}", "must begin at 0%",
                   "- {name: High");
}
END_TEST

START_TEST(a_cap_that_names_no_band_is_refused)
{
    assert_refused("cap: Developing", "cap: Developed", "unknown band 'Developed'",
                   "cap: Developed");
    ck_assert_ptr_nonnull(err.hint);
    ck_assert_ptr_nonnull(strstr(err.hint, "Developing"));
}
END_TEST

START_TEST(a_subject_of_two_sections_is_refused)
{
    assert_refused("subjects: [POL, CIV]", "subjects: [POL, EML]",
                   "subject 'EML' stands in the sections 'accounts' and 'policies'",
                   "{id: policies");
}
END_TEST

START_TEST(a_subject_that_no_control_can_have_is_refused)
{
    assert_refused("subjects: [POL, CIV]", "subjects: [POL, CIV-1]", "subject 'CIV-1' holds a dash",
                   "{id: policies");
}
END_TEST

START_TEST(a_standing_that_is_none_and_a_share_over_the_whole_are_refused)
{
    assert_refused("{title: Judiciary, standing: encouraged}",
                   "{title: Judiciary, standing: urged}", "urged", "{title: Judiciary");
    clear_folder();
    assert_refused("minimum-judged: 60%", "minimum-judged: 101%", "minimum-judged",
                   "minimum-judged: 101%");
}
END_TEST

START_TEST(a_control_without_a_section_is_refused_at_its_place)
{
    struct control controls[] = {{.id = "EML-1", .weight = 1, .place = {"a.sql", 4, 5}},
                                 {.id = "XYZ-2", .weight = 1, .place = {"b.sql", 9, 7}}};
    struct listing items[] = {{.controls = controls, .control_count = 1},
                              {.controls = controls + 1, .control_count = 1}};
    ck_assert(load_changed("grace-days: 90", "grace-days: 90"));
    ck_assert(method_check(&method, &(struct listings){.items = items, .count = 1}, &err));
    ck_assert(!method_check(&method, &(struct listings){.items = items, .count = 2}, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_str_eq(err.message, "control 'XYZ-2' belongs to no section of the method");
    ck_assert_str_eq(err.hint, "add 'XYZ' to the subjects of a section in method.yaml");
    ck_assert_str_eq(err.file, "b.sql");
    ck_assert_uint_eq(err.line, 9);
}
END_TEST

START_TEST(a_subject_twice_in_one_section_is_refused)
{
    assert_refused("subjects: [POL, CIV]", "subjects: [POL, CIV, POL]",
                   "subject 'POL' stands in the section 'policies' twice", "{id: policies");
}
END_TEST

START_TEST(a_section_or_band_twice_is_refused)
{
    assert_refused("{id: team,", "{id: security,", "section 'security' stands there twice",
                   "{id: security, title: Team");
    clear_folder();
    assert_refused("{name: Sound, from: 90%}", "{name: High, from: 90%}",
                   "band 'High' stands there twice", "{name: High, from: 90%");
}
END_TEST

START_TEST(version_and_day_are_compulsory)
{
    assert_refused("version: \"1\"\n", "", "'version' is missing", "effective-from:");
    clear_folder();
    assert_refused("effective-from: 2026-01-01\n", "", "'effective-from' is missing", "version:");
}
END_TEST

START_TEST(peers_are_at_least_eight_and_sizes_rise)
{
    const char *peers = "peers: {minimum: 8, sizes: [3, 10]}";
    ck_assert_msg(load_changed(peers, "peers: {minimum: 12, sizes: [5]}"), "%s", err.message);
    ck_assert_int_eq(method.peer_minimum, 12);
    ck_assert_uint_eq(method.peer_size_count, 1);
    ck_assert_int_eq(method.peer_sizes[0], 5);
    clear_folder();
    ck_assert(load_changed(peers, ""));
    ck_assert_int_eq(method.peer_minimum, 8);
    ck_assert_uint_eq(method.peer_size_count, 2);
    ck_assert_int_eq(method.peer_sizes[0], 3);
    ck_assert_int_eq(method.peer_sizes[1], 10);
    const char *refused[][2] = {{"peers: {minimum: 7, sizes: [3, 10]}", "minimum"},
                                {"peers: {minimum: 8, sizes: [3, 3]}", "sizes must be"},
                                {"peers: {minimum: 8, sizes: [0, 3]}", "sizes must be"},
                                {"peers: {minimum: 8, sizes: [3, ten]}", "sizes must be"},
                                {"peers: {minimum: 8, size: [3]}", "unknown key 'size'"}};
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        clear_folder();
        assert_refused(peers, refused[i][0], refused[i][1], refused[i][0]);
    }
}
END_TEST

START_TEST(controls_of_a_section_that_all_weigh_nothing_are_refused)
{
    struct control controls[] = {{.id = "EML-1", .weight = 1},
                                 {.id = "TEM-2", .place = {"b.sql", 9, 7}},
                                 {.id = "TEM-6", .place = {"b.sql", 20, 7}}};
    struct listing items[] = {{.controls = controls, .control_count = 3}};
    ck_assert(load_changed("grace-days: 90", "grace-days: 90"));
    ck_assert(!method_check(&method, &(struct listings){.items = items, .count = 1}, &err));
    ck_assert_str_eq(err.message, "the weights of all controls of the section 'team' are zero");
    ck_assert_str_eq(err.file, "b.sql");
    ck_assert_uint_eq(err.line, 9);
    error_finish(&err);
    controls[2].weight = 1;
    ck_assert(method_check(&method, &(struct listings){.items = items, .count = 1}, &err));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("method");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, the_program_s_own_method_is_read);
    tcase_add_test(t, classes_and_sections_are_found_by_whole_words);
    tcase_add_test(t, unknown_keys_are_refused_where_they_stand);
    tcase_add_test(t, unknown_keys_of_a_section_are_refused);
    tcase_add_test(t, missing_keys_are_refused);
    tcase_add_test(t, a_negative_weight_is_refused);
    tcase_add_test(t, weights_that_are_all_nought_are_refused);
    tcase_add_test(t, bands_that_overlap_are_refused);
    tcase_add_test(t, the_last_band_must_begin_at_nought);
    tcase_add_test(t, a_cap_that_names_no_band_is_refused);
    tcase_add_test(t, a_subject_of_two_sections_is_refused);
    tcase_add_test(t, a_subject_that_no_control_can_have_is_refused);
    tcase_add_test(t, a_standing_that_is_none_and_a_share_over_the_whole_are_refused);
    tcase_add_test(t, a_control_without_a_section_is_refused_at_its_place);
    tcase_add_test(t, a_subject_twice_in_one_section_is_refused);
    tcase_add_test(t, a_section_or_band_twice_is_refused);
    tcase_add_test(t, version_and_day_are_compulsory);
    tcase_add_test(t, peers_are_at_least_eight_and_sizes_rise);
    tcase_add_test(t, controls_of_a_section_that_all_weigh_nothing_are_refused);
    return t;
}
