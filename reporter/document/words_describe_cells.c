/* SPDX-License-Identifier: MIT */

/* What there is to say of figures in which every cell of rows and columns stands for itself. */
#include "document/words_alternative.h"

#include "document/build.h"
#include "metrics/status.h"

#include <math.h>

static const struct cell *cell_of(const struct figure *figure, size_t row, size_t value)
{
    return table_cell(figure->table, row, figure->value_columns[value]);
}

static const char *heading_of(const struct figure *figure, size_t value)
{
    return figure->table->columns[figure->value_columns[value]].heading;
}

static bool is_good(const struct cell *cell)
{
    return cell->kind == CELL_STATUS &&
           (cell->number == STATUS_MET || cell->number == STATUS_ADOPTED);
}

/** Judged: a status that counts for or against. */
static bool is_judged(const struct cell *cell)
{
    return cell->kind == CELL_STATUS &&
           (is_good(cell) || cell->number == STATUS_PARTLY || cell->number == STATUS_NOT_MET ||
            cell->number == STATUS_NO_EVIDENCE || cell->number == STATUS_NOT_ADOPTED);
}

static const char *count_statuses(const struct teller *teller)
{
    const struct figure *figure = teller->figure;
    size_t counts[STATUS_COUNT] = {0}, all = 0;
    const char *list = NULL;
    for (size_t r = 0; r < facts_rows(figure); r++)
        for (size_t v = 0; v < figure->value_count; v++)
            if (cell_of(figure, r, v)->kind == CELL_STATUS) {
                counts[cell_of(figure, r, v)->number]++;
                all++;
            }
    for (size_t s = 0; s < STATUS_COUNT; s++) {
        if (!counts[s])
            continue;
        const char *next =
            words_say(teller, PHRASE_ALT_STATUS, "count", words_number(teller->build, counts[s]),
                      "status", status_word((enum status)s), NULL);
        list = list ? words_say(teller, PHRASE_LIST_AND, "list", list, "next", next, NULL) : next;
    }
    return !list ? NULL
                 : words_say(teller, PHRASE_ALT_STATUSES, "all", words_number(teller->build, all),
                             "list", list, NULL);
}

/** Columns of statuses: the one met by the largest and the one met by the smallest share. */
static const char *compare_columns(const struct teller *teller)
{
    const struct figure *figure = teller->figure;
    size_t best = SERIES_NONE, worst = SERIES_NONE;
    double most = -1, least = 2;
    for (size_t v = 0; v < figure->value_count; v++) {
        size_t good = 0, judged = 0;
        for (size_t r = 0; r < facts_rows(figure); r++) {
            good += is_good(cell_of(figure, r, v));
            judged += is_judged(cell_of(figure, r, v));
        }
        double share = judged ? (double)good / (double)judged : NAN;
        if (share > most)
            most = share, best = v;
        if (share < least)
            least = share, worst = v;
    }
    if (best == SERIES_NONE || most == least)
        return NULL;
    return words_say(teller, PHRASE_ALT_BEST_COLUMN, "best", heading_of(figure, best), "worst",
                     heading_of(figure, worst), NULL);
}

static const char *count_all_met(const struct teller *teller)
{
    const struct figure *figure = teller->figure;
    size_t met = 0, all = 0;
    for (size_t r = 0; r < facts_rows(figure); r++) {
        size_t good = 0, judged = 0;
        for (size_t v = 0; v < figure->value_count; v++) {
            good += is_good(cell_of(figure, r, v));
            judged += is_judged(cell_of(figure, r, v));
        }
        met += judged && good == judged;
        all += judged > 0;
    }
    return words_say(teller, PHRASE_ALT_ALL_MET, "met", words_number(teller->build, met), "all",
                     words_number(teller->build, all), NULL);
}

void describe_statuses(const struct teller *teller, struct sentences *sentences)
{
    sentences_add(sentences, count_statuses(teller));
    if (teller->figure->value_count < 2)
        return;
    sentences_add(sentences, compare_columns(teller));
    sentences_add(sentences, count_all_met(teller));
}

/** A cell among the values. */
struct spot {
    size_t row, value;
    double size;
};

struct spots {
    struct spot highest, lowest;
    size_t known, all;
};

static struct spots find_spots(const struct figure *figure)
{
    struct spots found = {0};
    for (size_t r = 0; r < facts_rows(figure); r++)
        for (size_t v = 0; v < figure->value_count; v++) {
            struct spot spot = {r, v, cell_value(cell_of(figure, r, v))};
            found.all++;
            if (isnan(spot.size))
                continue;
            if (!found.known++)
                found.highest = found.lowest = spot;
            if (spot.size > found.highest.size)
                found.highest = spot;
            if (spot.size < found.lowest.size)
                found.lowest = spot;
        }
    return found;
}

static const char *name_spot(const struct teller *teller, const struct spot *spot)
{
    return words_say(teller, PHRASE_ALT_CELL, "row", words_label(teller, spot->row), "column",
                     heading_of(teller->figure, spot->value), NULL);
}

static const char *value_of(const struct teller *teller, const struct spot *spot)
{
    return words_value(teller, spot->row, teller->figure->value_columns[spot->value]);
}

static const char *missing(const struct teller *teller, const struct spots *spots)
{
    if (spots->known == spots->all)
        return NULL;
    return words_say(teller, PHRASE_SERIES_MISSING, "missing",
                     words_number(teller->build, spots->all - spots->known), "all",
                     words_number(teller->build, spots->all), NULL);
}

void describe_cells(const struct teller *teller, struct sentences *sentences)
{
    struct spots spots = find_spots(teller->figure);
    if (spots.known > 1)
        sentences_add(sentences, words_say(teller, PHRASE_ALT_CELLS, "highest",
                                           value_of(teller, &spots.highest), "top",
                                           name_spot(teller, &spots.highest), "lowest",
                                           value_of(teller, &spots.lowest), "bottom",
                                           name_spot(teller, &spots.lowest), NULL));
    sentences_add(sentences, missing(teller, &spots));
}

/** P10, P25, median, P75, P90: the medians are what there is to compare. */
void describe_percentiles(const struct teller *teller, struct sentences *sentences)
{
    const struct figure *figure = teller->figure;
    size_t column = figure->value_columns[figure->value_count / 2];
    struct series_facts facts = series_facts_find(teller->build, figure, column);
    if (facts.known < 2)
        return;
    sentences_add(sentences, words_say(teller, PHRASE_ALT_MIDDLES, "lowest",
                                       words_value(teller, facts.lowest, column), "bottom",
                                       words_label(teller, facts.lowest), "highest",
                                       words_value(teller, facts.highest, column), "top",
                                       words_label(teller, facts.highest), NULL));
}
