/* SPDX-License-Identifier: MIT */
#include "listing_fixture.h"
#include "sample_fixture.h"

#include "data/reference.h"

/* The sample exists so that every report can be tried: over its nine quarters each control must
 * judge some item each way, for each of its reasons, and each measure must have rows. */

#define QUARTERS 9

static struct fixture fixture;
static struct reference reference;

static void setup(void)
{
    struct error *err = &fixture.err;
    struct source_times times = {
        .last = PERIOD, .count = QUARTERS, .as_of = period_ends_before(PERIOD) - 1};

    samples_open();
    fixture.arena = arena;
    fixture.folder = folder;
    times.submitted_by = times.as_of + 15;
    struct source_options options = {.path = sample_made("sample.db", 300, 1),
                                     .work_folder = folder};
    fixture_load(&fixture, contract);
    fixture_check(
        source_open(&options, &fixture.contract, arena, &fixture.source, err) &&
            source_set_times(fixture.source, &times, err) &&
            reference_load(fixture.source, times.as_of, times.submitted_by, arena, &reference, err),
        err);
    source_set_calendar(fixture.source, reference.calendar);
}

static void teardown(void)
{
    reference_finish(&reference);
    source_close(fixture.source);
    source_close(fixture.empty);
    samples_close();
}

/* What the rows of a listing showed of one of its definitions. */
struct seen {
    size_t rows;        /* of a measure */
    size_t outcomes[4]; /* of a control, by enum outcome */
    size_t *reasons;
};

static size_t column_of(const struct listing *listing, const char *name)
{
    return name ? listing_column(listing, name) : SIZE_MAX;
}

static void see_judgement(struct cursor *cursor, const struct listing *listing,
                          const struct control *control, struct seen *seen)
{
    enum outcome outcome;
    const char *reason = cursor_text(cursor, column_of(listing, control->reason));

    fixture_check(
        cursor_outcome(cursor, column_of(listing, control->outcome), &outcome, &fixture.err),
        &fixture.err);
    seen->outcomes[outcome]++;
    for (size_t i = 0; reason && i < control->reason_count; i++)
        if (strcmp(reason, control->reasons[i].code) == 0)
            seen->reasons[i]++;
}

static bool is_counted(struct cursor *cursor, const struct listing *listing,
                       const struct measure_definition *measure)
{
    const char *period = measure->period ? measure->period : "period";
    const char *columns[] = {period, measure->of, measure->per, measure->where};

    for (size_t i = 0; i < ARRAY_LENGTH(columns); i++)
        if (columns[i] && !cursor_text(cursor, column_of(listing, columns[i])))
            return false;
    return !measure->where ||
           strcmp(cursor_text(cursor, column_of(listing, measure->where)), "1") == 0;
}

static void see_row(struct cursor *cursor, const struct listing *listing, struct seen *controls,
                    struct seen *measures)
{
    bool in_period = cursor_text(cursor, listing_column(listing, "period")) != NULL;

    for (size_t i = 0; in_period && i < listing->control_count; i++)
        see_judgement(cursor, listing, &listing->controls[i], &controls[i]);
    for (size_t i = 0; i < listing->measure_count; i++)
        measures[i].rows += is_counted(cursor, listing, &listing->measures[i]);
}

/* Names what did not come up. */
static void report_control(const struct control *control, const struct seen *seen,
                           struct text *missing)
{
    for (enum outcome outcome = OUTCOME_MET; outcome <= OUTCOME_NOT_MET; outcome++)
        if (seen->outcomes[outcome] == 0)
            text_printf(missing, "%s is never %s\n", control->id, OUTCOMES[outcome]);
    for (size_t i = 0; i < control->reason_count; i++)
        if (seen->reasons[i] == 0)
            text_printf(missing, "%s never has the reason %s\n", control->id,
                        control->reasons[i].code);
}

static void step_through(const struct listing *listing, struct text *missing)
{
    struct seen *controls = arena_array(arena, listing->control_count + 1, sizeof *controls);
    struct seen *measures = arena_array(arena, listing->measure_count + 1, sizeof *measures);
    struct cursor *cursor = NULL;

    for (size_t i = 0; i < listing->control_count; i++)
        controls[i].reasons =
            arena_array(arena, listing->controls[i].reason_count + 1, sizeof(size_t));
    fixture_check(cursor_open(fixture.source, listing, &cursor, &fixture.err), &fixture.err);
    while (cursor_step(cursor, &fixture.err))
        see_row(cursor, listing, controls, measures);
    fixture_check(fixture.err.kind == ERROR_NONE, &fixture.err);
    cursor_close(cursor);
    for (size_t i = 0; i < listing->control_count; i++)
        report_control(&listing->controls[i], &controls[i], missing);
    for (size_t i = 0; i < listing->measure_count; i++)
        if (measures[i].rows == 0)
            text_printf(missing, "%s has no row\n", listing->measures[i].id);
}

START_TEST(every_control_meets_each_outcome_and_reason_and_every_measure_has_rows)
{
    struct text missing = {0};

    for (size_t i = 0; i < fixture.listings.count; i++)
        step_through(&fixture.listings.items[i], &missing);
    ck_assert_str_eq(text_string(&missing), "");
    text_finish(&missing);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("sample_listings");

    tcase_set_timeout(t, 60);
    tcase_add_unchecked_fixture(t, setup, teardown);
    tcase_add_test(t, every_control_meets_each_outcome_and_reason_and_every_measure_has_rows);
    return t;
}
