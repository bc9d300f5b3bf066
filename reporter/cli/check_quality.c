/* SPDX-License-Identifier: MIT */
#include "cli/check_quality.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/check.h"
#include "cli/output.h"
#include "metrics/quality.h"
#include "run/quality.h"
#include "run/run.h"

#include <string.h>

static void put_row(struct output_table *table, const struct quality_check *check,
                    const char *count, const char *title)
{
    output_cell(table, check->rows.name);
    output_cell(table, severity_title(check->severity));
    output_cell(table, count);
    output_cell(table, title);
}

static void put_checks(struct check *check, const struct session *session)
{
    const struct quality *quality = &session->quality;
    const struct checks *checks = &session->home.checks;
    struct output_table table = {.arena = check->opening.arena, .columns = 4};
    for (size_t i = 0; i < quality->check_count; i++) {
        struct text count = {0};
        number_count(&count, quality_total(quality, quality->checks[i]).count);
        put_row(&table, quality->checks[i], text_string(&count), quality->checks[i]->rows.title);
        text_finish(&count);
    }
    for (size_t i = 0; i < checks->count; i++) {
        const char *missing = quality_missing(check->opening.source, &session->home,
                                              &checks->items[i], check->opening.arena);
        if (missing)
            put_row(&table, &checks->items[i], "-",
                    arena_printf(check->opening.arena, "not run: %s is not supplied", missing));
    }
    output_columns(&table, 2, check->text);
}

static size_t put_flaw(struct check *check, const struct session *session, const struct flaw *flaw,
                       size_t room)
{
    const struct reference *reference = &session->reference;
    struct arena *arena = check->opening.arena;
    size_t count = flaw->example_count < room ? flaw->example_count : room;
    for (size_t i = 0; i < count; i++) {
        const char *agency = flaw->agency == QUALITY_NO_AGENCY
                                 ? "no known agency"
                                 : reference->agencies[flaw->agency].code;
        text_printf(check->text, "  %s, %s, %s: %s\n", flaw->check->rows.name,
                    text_clean(arena, agency, strlen(agency), NULL), flaw->examples[i].item,
                    check_say(flaw->check, flaw->examples[i].code, arena));
    }
    return count;
}

/** The first items of each check; of persons there are none to name. */
static void put_examples(struct check *check, const struct session *session)
{
    const struct quality *quality = &session->quality;
    if (quality->flaw_count)
        text_append(check->text, "The first items found\n");
    for (size_t i = 0; i < quality->check_count; i++) {
        size_t room = QUALITY_EXAMPLES;
        for (size_t f = 0; f < quality->flaw_count; f++)
            if (quality->flaws[f].check == quality->checks[i])
                room -= put_flaw(check, session, &quality->flaws[f], room);
        if (room == QUALITY_EXAMPLES && quality_total(quality, quality->checks[i]).count)
            text_printf(check->text, "  %s: persons' items are only counted\n",
                        quality->checks[i]->rows.name);
    }
}

static void say_errors(struct check *check, const struct session *session)
{
    const struct quality *quality = &session->quality;
    for (size_t i = 0; i < quality->check_count; i++) {
        struct error err = {0};
        struct text text = {0};
        if (quality->checks[i]->severity == SEVERITY_WARNING ||
            !quality_total(quality, quality->checks[i]).count)
            continue;
        quality_say_total(quality, quality->checks[i], &text);
        error_set(&err, ERROR_DATA, "data quality: %s", text_string(&text));
        text_finish(&text);
        check_problem(check, &err);
    }
}

/** What stepping says beside was said of the tables and listings already. */
static bool add_up(struct session *session, struct error *err)
{
    struct notices unsaid = {0}, *notices = session->notices;
    session->notices = &unsaid;
    bool good = session_evaluate(session, NULL, err);
    session->notices = notices;
    notices_finish(&unsaid);
    if (good)
        quality_reconcile(session);
    return good;
}

void check_quality(struct check *check, struct session *session)
{
    struct error err = {0};
    size_t before = check->problems;
    if (!quality_holidays(session, &err))
        check_problem(check, &err);
    if (!quality_inspect(session, NULL, &err))
        check_problem(check, &err);
    if (check->problems == before && !add_up(session, &err))
        check_problem(check, &err);
    text_append(check->text, "Data quality\n");
    put_checks(check, session);
    put_examples(check, session);
    say_errors(check, session);
}
