/* SPDX-License-Identifier: MIT */
#include "sample/names.h"

#include "base/arena.h"
#include "base/text.h"

/* Subjects with which no real body is charged. */
static const char *const subjects[] = {
    "Lanterns",  "Kites",      "Tides",     "Ladders",    "Bells",     "Clocks",      "Terraces",
    "Murals",    "Fountains",  "Hedges",    "Kilns",      "Beacons",   "Sails",       "Baskets",
    "Hammocks",  "Swings",     "Wells",     "Jetties",    "Canopies",  "Pebbles",     "Echoes",
    "Dewdrops",  "Mists",      "Rainbows",  "Tailwinds",  "Looms",     "Anchors",     "Umbrellas",
    "Compasses", "Gazebos",    "Pavilions", "Stairways",  "Arches",    "Footpaths",   "Sundials",
    "Windmills", "Tapestries", "Buoys",     "Drums",      "Whistles",  "Almanacs",    "Marbles",
    "Shadows",   "Ribbons",    "Puddles",   "Telescopes", "Balconies", "Chandeliers",
};

/* Invented: the saints and the towns named after them are nowhere on the map. */
static const char *const saints[] = {"San ",   "Santa ", "Santo ", "Puerto ",
                                     "Villa ", "Nueva ", "Monte ", "Bagong "};
static const char *const stems[] = {
    "Mirav",   "Belorn",   "Quiland",  "Talimb",  "Kalundr",  "Bagwayl",   "Sinagl",   "Luwasn",
    "Daluym",  "Hirawb",   "Tambuls",  "Amihand", "Lagasr",   "Niñald",    "Añover",   "Montañir",
    "Peñaluy", "Verdim",   "Solanq",   "Corvent", "Aldamb",   "Fulgor",    "Garzalt",  "Halubr",
    "Isalund", "Jumarl",   "Kibuyd",   "Larandr", "Morenqu",  "Nagalirt",  "Orvieñ",   "Palumart",
    "Querab",  "Rosalimb", "Sabuyart", "Tirongl", "Ugnayalt", "Valdepirr", "Yumarind", "Zamarill",
};
static const char *const endings[] = {
    "a",    "o",    "an",   "on",   "era",  "eño",  "ina", "osa",  "uyan", "illo",
    "adas", "onia", "abay", "imo",  "ote",  "usan", "ayo", "ique", "alta", "undo",
    "arte", "ilan", "obra", "ensa", "urio", "itan", "elo", "aga",  "oyo",  "ubay",
};

static const char *const departments[] = {"Department of %s and %s", "Bureau of %s and %s",
                                          "Office for %s and %s", "National Council on %s and %s"};
static const char *const corporations[] = {"%s and %s Development Corporation",
                                           "People's %s and %s Corporation"};
static const char *const banks[] = {"Savings Bank for %s and %s", "%s and %s Guarantee Fund"};
static const char *const authorities[] = {"%s and %s Regulatory Authority",
                                          "Children's %s and %s Foundation Authority"};
static const char *const commissions[] = {"Constitutional Commission on %s and %s"};
static const char *const chambers[] = {"Congressional Chamber of %s and %s"};
static const char *const courts[] = {"Court of %s and %s Claims"};
static const char *const schools[] = {"%s State University", "%s State College"};
static const char *const locals[] = {"Bayan ng %s", "Pamahalaang Bayan ng %s", "Lungsod ng %s",
                                     "Munisipyo ng %s", "Lalawigan ng %s"};
static const char *const districts[] = {"%s Rainwater District"};

static const struct pattern {
    const char *const *forms;
    size_t count;
    bool of_place;
} patterns[] = {
    [NAME_DEPARTMENT] = {departments, ARRAY_LENGTH(departments), false},
    [NAME_CORPORATION] = {corporations, ARRAY_LENGTH(corporations), false},
    [NAME_BANK] = {banks, ARRAY_LENGTH(banks), false},
    [NAME_AUTHORITY] = {authorities, ARRAY_LENGTH(authorities), false},
    [NAME_COMMISSION] = {commissions, ARRAY_LENGTH(commissions), false},
    [NAME_CONGRESS] = {chambers, ARRAY_LENGTH(chambers), false},
    [NAME_COURT] = {courts, ARRAY_LENGTH(courts), false},
    [NAME_SCHOOL] = {schools, ARRAY_LENGTH(schools), true},
    [NAME_LOCAL] = {locals, ARRAY_LENGTH(locals), true},
    [NAME_DISTRICT] = {districts, ARRAY_LENGTH(districts), true},
};

/* Appends `form` with its "%s" replaced in turn by `first` and `second`. */
static void fill(struct text *text, const char *form, const char *first, const char *second)
{
    const char *value = first;

    for (const char *c = form; *c; c++) {
        if (c[0] != '%') {
            text_append_bytes(text, c, 1);
            continue;
        }
        text_append(text, value);
        value = second;
        c++;
    }
}

#define PLACES (ARRAY_LENGTH(saints) * ARRAY_LENGTH(stems) * ARRAY_LENGTH(endings))
#define PAIRS (ARRAY_LENGTH(subjects) * (ARRAY_LENGTH(subjects) - 1))

/* Every place once, in an order that does not look like one. */
static void place_append(struct text *text, size_t ordinal)
{
    size_t n = (ordinal + 1) * 7919 % PLACES; /* a prime that does not divide it */

    text_append(text, saints[n % ARRAY_LENGTH(saints)]);
    n /= ARRAY_LENGTH(saints);
    text_append(text, stems[n % ARRAY_LENGTH(stems)]);
    text_append(text, endings[n / ARRAY_LENGTH(stems)]);
}

/* Every pair once before any comes again. */
static void subjects_of(size_t ordinal, const char **ret_first, const char **ret_second)
{
    size_t count = ARRAY_LENGTH(subjects);
    size_t step = 1 + (ordinal / count * 11 + 6) % (count - 1);

    *ret_first = subjects[ordinal % count];
    *ret_second = subjects[(ordinal % count + step) % count];
}

static void local_append(struct text *text, const char *form, size_t ordinal, bool is_long)
{
    struct text place = {0};

    place_append(&place, ordinal);
    fill(text, form, text_string(&place), "");
    if (is_long) {
        text_append(text, " sa Silangang Baybayin at mga Pulo ng ");
        place_append(text, ordinal + 4000);
    }
    text_finish(&place);
}

const char *name_make(struct arena *arena, enum name_kind kind, size_t ordinal, bool is_long)
{
    const struct pattern *pattern = &patterns[kind];
    size_t round = ordinal / (pattern->of_place ? PLACES : PAIRS); /* all were used so often */
    const char *form = pattern->forms[(ordinal + round) % pattern->count];
    struct text text = {0};
    const char *first;
    const char *second;
    const char *name;

    subjects_of(ordinal, &first, &second);
    if (pattern->of_place)
        local_append(&text, form, ordinal, is_long);
    else
        fill(&text, form, first, second);
    if (is_long && !pattern->of_place)
        text_append(&text, " of the Eastern Seaboard and the Outer Isles");
    name = arena_text(arena, text_string(&text));
    text_finish(&text);
    return name;
}

/* Small words give a code no letters. */
static bool is_content(const char *word, size_t length)
{
    static const char *const small[] = {"of", "and", "ng", "for", "on", "sa", "the", "mga", "at"};

    for (size_t i = 0; i < ARRAY_LENGTH(small); i++)
        if (text_starts(word, small[i]) && small[i][length] == '\0')
            return false;
    return length > 0;
}

/* 0 for what is no plain letter. */
static char capital(char c)
{
    if (c >= 'a' && c <= 'z')
        return (char)(c - 'a' + 'A');
    return c >= 'A' && c <= 'Z' ? c : 0;
}

static void letters_append(struct text *text, const char *word, size_t length, size_t most)
{
    for (size_t i = 0; i < length && most > 0; i++) {
        char letter = capital(word[i]);

        if (!letter)
            continue;
        text_append_bytes(text, &letter, 1);
        most--;
    }
}

const char *name_code(struct arena *arena, const char *name)
{
    struct text text = {0};
    size_t words = 0;
    const char *code;

    while (*name && words < 3) {
        size_t length = 0;

        while (name[length] && name[length] != ' ')
            length++;
        if (is_content(name, length))
            letters_append(&text, name, length, words++ == 0 ? 1 : 2);
        name += length + (name[length] == ' ');
    }
    code = arena_text(arena, text_string(&text));
    text_finish(&text);
    return code;
}
