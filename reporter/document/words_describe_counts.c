/* SPDX-License-Identifier: MIT */

/* What there is to say of figures of counts or rates of which each has its own number: bins, days,
 * funnels, sorted bars. */
#include "document/words_alternative.h"

#include "base/arena.h"
#include "base/date.h"
#include "document/build.h"
#include "metrics/funnel.h"

#include <math.h>
#include <string.h>

static const struct cell *cell_of(const struct figure *figure, size_t row)
{
    return table_cell(figure->table, row, figure->value_columns[0]);
}

/** Whole numbers only: of other values there is no total to tell. */
static bool add_up(const struct figure *figure, int64_t *ret_total)
{
    *ret_total = 0;
    for (size_t r = 0; r < facts_rows(figure); r++) {
        const struct cell *cell = cell_of(figure, r);
        if (cell->kind == CELL_RATE || cell->kind == CELL_RATIO ||
            (cell->kind == CELL_MARK && cell->number == CELL_CONFIDENTIAL))
            return false;
        *ret_total += cell->kind == CELL_COUNT ? cell->number : 0;
    }
    return true;
}

void describe_bins(const struct teller *teller, struct sentences *sentences)
{
    const struct figure *figure = teller->figure;
    struct series_facts facts = series_facts_find(teller->build, figure, figure->value_columns[0]);
    int64_t total;
    if (!facts.known || !add_up(figure, &total)) {
        describe_rows(teller, sentences);
        return;
    }
    sentences_add(sentences, words_say(teller, PHRASE_ALT_TOTAL, "total",
                                       words_number(teller->build, (size_t)total), "value",
                                       words_value(teller, facts.highest, facts.column), "label",
                                       words_label(teller, facts.highest), NULL));
}

/** The bodies of a funnel beyond the limits of their number. */
struct outside {
    size_t beyond_95, beyond_998;
    const char *names; /* of those beyond 99.8 %; NULL: none */
};

static size_t gather_shares(const struct figure *figure, struct share *shares, size_t *rows)
{
    size_t count = 0;
    for (size_t r = 0; r < facts_rows(figure); r++) {
        const struct cell *cell = cell_of(figure, r);
        if (cell->kind != CELL_RATE)
            continue;
        rows[count] = r;
        shares[count++] = (struct share){cell->number, cell->denominator};
    }
    return count;
}

static struct outside find_outside(const struct teller *teller, const struct share *shares,
                                   const size_t *rows, size_t count)
{
    struct funnel funnel = funnel_fit(shares, count, teller->build->arena);
    struct outside outside = {0};
    for (size_t i = 0; i < count; i++) {
        outside.beyond_95 += funnel_is_outside(&funnel, shares[i], FUNNEL_95);
        if (!funnel_is_outside(&funnel, shares[i], FUNNEL_998))
            continue;
        const char *name = words_label(teller, rows[i]);
        outside.beyond_998++;
        outside.names = outside.names ? words_say(teller, PHRASE_LIST_AND, "list", outside.names,
                                                  "next", name, NULL)
                                      : name;
    }
    return outside;
}

/** All rates together: the sum of what they count of the sum of what they count it of. */
static const char *pool(const struct teller *teller, const struct share *shares, size_t count)
{
    struct share all = {0, 0};
    for (size_t i = 0; i < count; i++) {
        all.x += shares[i].x;
        all.n += shares[i].n;
    }
    struct cell pooled = cell_rate(all.x, all.n);
    return words_cell(teller->build, &pooled, &(struct column){.unit = UNIT_PERCENT});
}

void describe_points(const struct teller *teller, struct sentences *sentences)
{
    const struct figure *figure = teller->figure;
    struct arena *arena = teller->build->arena;
    struct share *shares = arena_array(arena, facts_rows(figure) + 1, sizeof *shares);
    size_t *rows = arena_array(arena, facts_rows(figure) + 1, sizeof *rows);
    size_t count = gather_shares(figure, shares, rows);
    if (!count) {
        describe_rows(teller, sentences);
        return;
    }
    struct outside outside = find_outside(teller, shares, rows, count);
    sentences_add(sentences,
                  words_say(teller, PHRASE_ALT_POOLED, "points", words_number(teller->build, count),
                            "rate", pool(teller, shares, count), NULL));
    sentences_add(sentences, words_say(teller, PHRASE_ALT_OUTSIDE, "outer",
                                       words_number(teller->build, outside.beyond_998), "inner",
                                       words_number(teller->build, outside.beyond_95), NULL));
    if (outside.names)
        sentences_add(sentences,
                      words_say(teller, PHRASE_ALT_BEYOND, "names", outside.names, NULL));
    describe_rows(teller, sentences);
}

/** How many of the first rows make up four fifths of all. */
void describe_pareto(const struct teller *teller, struct sentences *sentences)
{
    const struct figure *figure = teller->figure;
    int64_t total, sum = 0;
    size_t first = 0;
    if (add_up(figure, &total) && total > 0) {
        while (5 * sum < 4 * total) {
            const struct cell *cell = cell_of(figure, first++);
            sum += cell->kind == CELL_COUNT ? cell->number : 0;
        }
        struct cell share = cell_rate(sum, total);
        sentences_add(
            sentences,
            words_say(teller, PHRASE_ALT_PARETO_FIRST, "first", words_number(teller->build, first),
                      "all", words_number(teller->build, facts_rows(figure)), "share",
                      words_cell(teller->build, &share, &(struct column){.unit = UNIT_PERCENT}),
                      "total", words_number(teller->build, (size_t)total), NULL));
    }
    describe_rows(teller, sentences);
}

/** The day of a row: a date cell, or "2026-07-01". */
static bool day_of(const struct figure *figure, size_t row, int32_t *ret_day)
{
    const struct cell *cell = table_cell(figure->table, row, figure->label_column);
    if (cell->kind == CELL_DATE)
        *ret_day = (int32_t)cell->number;
    return cell->kind == CELL_DATE ||
           (cell->kind == CELL_TEXT && date_parse(cell->text, strlen(cell->text), ret_day));
}

/** The weekday with the highest mean; SERIES_NONE where none stands out. */
static size_t find_weekday(const struct figure *figure)
{
    double sums[7] = {0}, days[7] = {0};
    size_t best = SERIES_NONE;
    for (size_t r = 0; r < facts_rows(figure); r++) {
        int32_t day;
        double value = cell_value(cell_of(figure, r));
        if (isnan(value) || !day_of(figure, r, &day))
            continue;
        sums[day_of_week(day)] += value;
        days[day_of_week(day)]++;
    }
    for (size_t d = 0; d < 7; d++) /* means compared crosswise: no rounding */
        if (days[d] > 0 && (best == SERIES_NONE || sums[d] * days[best] > sums[best] * days[d]))
            best = d;
    return best;
}

void describe_days(const struct teller *teller, struct sentences *sentences)
{
    const struct figure *figure = teller->figure;
    struct series_facts facts = series_facts_find(teller->build, figure, figure->value_columns[0]);
    int64_t total;
    if (!facts.known || facts.highest == facts.lowest || !add_up(figure, &total)) {
        describe_rows(teller, sentences);
        return;
    }
    sentences_add(sentences, words_say(teller, PHRASE_ALT_DAYS, "total",
                                       words_number(teller->build, (size_t)total), "days",
                                       words_number(teller->build, facts.known), "highest",
                                       words_value(teller, facts.highest, facts.column), "top",
                                       words_label(teller, facts.highest), "lowest",
                                       words_value(teller, facts.lowest, facts.column), "bottom",
                                       words_label(teller, facts.lowest), NULL));
    size_t weekday = find_weekday(figure);
    if (weekday != SERIES_NONE)
        sentences_add(sentences,
                      words_say(teller, PHRASE_ALT_WEEKDAY, "weekday",
                                phrase((enum phrase)(PHRASE_WEEKDAY_1 + (int)weekday)), NULL));
}
