/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/phrase.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/list_strings.h"
#include "cli/opening.h"
#include "cli/output.h"
#include "data/reference.h"
#include "data/source.h"
#include "document/edition.h"
#include "document/fact.h"
#include "document/rows.h"
#include "document/template.h"
#include "draw/style.h"
#include "input/language.h"
#include "run/reports.h"

#include <stdint.h>
#include <string.h>

/** What a list is made from, and where it goes. */
struct list {
    const struct invocation *invocation;
    struct opening opening;
    struct text text;
    struct error *err;
};

/** "oversight, public" */
static const char *name_audiences(const struct template *template, struct arena *arena)
{
    const char *names = NULL;
    for (size_t a = 0; a < AUDIENCE_COUNT; a++)
        if (template->audiences[a])
            names = names ? arena_printf(arena, "%s, %s", names, AUDIENCES[a]) : AUDIENCES[a];
    return names;
}

static bool put_report(struct list *list, struct output_table *table, const char *name)
{
    struct opening *opening = &list->opening;
    struct template template;
    const char *path =
        opening_file(opening, "templates", arena_printf(opening->arena, "%s.yaml", name));
    if (!template_load(path, &opening->home.listings, opening->arena, &template, list->err))
        return false;
    output_cell(table, name);
    output_cell(table, name_audiences(&template, opening->arena));
    output_cell(table, template.each_agency ? "one an agency" : "one");
    output_cell(table, template.pdf && template.xlsx ? "pdf, xlsx" : template.pdf ? "pdf" : "xlsx");
    output_cell(table, template.title);
    return true;
}

static bool list_reports(struct list *list)
{
    struct output_table table = {.arena = list->opening.arena, .columns = 5};
    const char **names = NULL;
    size_t count = 0;
    bool good = opening_home(&list->opening, list->invocation, list->err) &&
                reports_names(&list->opening.home, list->opening.arena, &names, &count, list->err);
    for (size_t i = 0; good && i < count; i++)
        good = put_report(list, &table, names[i]);
    output_columns(&table, 0, &list->text);
    return good;
}

static bool list_controls(struct list *list)
{
    const struct listings *listings = &list->opening.home.listings;
    struct output_table table = {.arena = list->opening.arena, .columns = 5};
    if (!opening_home(&list->opening, list->invocation, list->err))
        return false;
    for (size_t l = 0; l < listings->count; l++) {
        for (size_t i = 0; i < listings->items[l].control_count; i++) {
            const struct control *control = &listings->items[l].controls[i];
            output_cell(&table, control->id);
            output_cell(&table, control->critical ? "critical" : "");
            output_cell(&table, control->standing);
            output_cell(&table, listings->items[l].name);
            output_cell(&table, control->title);
        }
    }
    output_columns(&table, 0, &list->text);
    return true;
}

static bool list_measures(struct list *list)
{
    const struct listings *listings = &list->opening.home.listings;
    struct output_table table = {.arena = list->opening.arena, .columns = 5};
    if (!opening_home(&list->opening, list->invocation, list->err))
        return false;
    for (size_t l = 0; l < listings->count; l++) {
        for (size_t i = 0; i < listings->items[l].measure_count; i++) {
            const struct measure_definition *measure = &listings->items[l].measures[i];
            output_cell(&table, measure->clause_id ? measure->clause_id : "-");
            output_cell(&table, measure->id);
            output_cell(&table, STATISTICS[measure->statistic]);
            output_cell(&table, listings->items[l].name);
            output_cell(&table, measure->title);
        }
    }
    output_columns(&table, 0, &list->text);
    return true;
}

static bool list_clauses(struct list *list)
{
    const struct clauses *clauses = &list->opening.home.listings.clauses;
    struct output_table table = {.arena = list->opening.arena, .columns = 4};
    if (!opening_home(&list->opening, list->invocation, list->err))
        return false;
    for (size_t i = 0; i < clauses->count; i++) {
        output_cell(&table, clauses->items[i].id);
        output_cell(&table, DUTIES[clauses->items[i].duty]);
        output_cell(&table, clauses->items[i].shows ? clauses->items[i].shows : "");
        output_cell(&table, clauses->items[i].asks);
    }
    output_columns(&table, 0, &list->text);
    return true;
}

static bool open_all(struct list *list)
{
    return opening_home(&list->opening, list->invocation, list->err) &&
           opening_source(&list->opening, list->invocation, false, list->err);
}

/** The day whose names are listed: the given quarter's last, else the latest known quarter's. */
static bool find_day(struct list *list, int32_t *ret_day)
{
    const char *given = list->invocation->values[OPTION_PERIOD];
    int32_t *periods = NULL, period = 0;
    size_t count = 0;
    *ret_day = DAY_UNKNOWN_FUTURE;
    if (given && !period_parse(given, strlen(given), &period))
        return error_set(list->err, ERROR_USAGE, "--period '%s' is not a quarter such as 2026-Q3",
                         given);
    if (!given &&
        !reference_periods(list->opening.source, list->opening.arena, &periods, &count, list->err))
        return false;
    if (given || count)
        *ret_day = period_ends_before(given ? period : periods[0]) - 1;
    return true;
}

static void put_agencies(struct list *list, const struct reference *reference)
{
    struct output_table table = {.arena = list->opening.arena, .columns = 4};
    for (size_t a = 0; a < reference->agency_count; a++) {
        const struct agency *agency = &reference->agencies[a];
        output_cell(&table, agency->code);
        output_cell(&table, agency->class_code ? agency->class_code : "-");
        output_cell(&table, agency->region ? agency->region : "-");
        output_cell(&table, agency->name);
    }
    output_columns(&table, 0, &list->text);
}

static bool list_agencies(struct list *list)
{
    struct reference reference;
    int32_t day = 0;
    if (!open_all(list) || !find_day(list, &day) ||
        !reference_load(list->opening.source, day, DAY_UNKNOWN_FUTURE, list->opening.arena,
                        &reference, list->err))
        return false;
    put_agencies(list, &reference);
    reference_finish(&reference);
    return true;
}

static bool list_periods(struct list *list)
{
    int32_t *periods = NULL;
    size_t count = 0;
    if (!open_all(list) ||
        !reference_periods(list->opening.source, list->opening.arena, &periods, &count, list->err))
        return false;
    for (size_t i = 0; i < count; i++) {
        period_name(&list->text, periods[i]);
        text_append(&list->text, "\n");
    }
    return true;
}

static bool list_keys(struct list *list)
{
    text_append(&list->text, "Templates (templates/NAME.yaml)\n\n");
    template_describe(&list->text);
    text_append(&list->text, "\nListings (the header of queries/NAME.sql)\n\n");
    listing_describe(&list->text);
    text_append(&list->text, "\nFunctions of SQL (in queries and mappings)\n\n");
    functions_describe(&list->text);
    text_append(&list->text,
                "\nChecks of data quality (the header of queries/checks/NAME.sql)\n\n");
    checks_describe(&list->text);
    text_append(&list->text, "\nThe clauses (queries/clauses.yaml)\n\n");
    clauses_describe(&list->text);
    text_append(&list->text, "\nThe method (templates/method.yaml)\n\n");
    method_describe(&list->text);
    text_append(&list->text, "\nThe theme (templates/theme.yaml)\n\n");
    theme_describe(&list->text);
    text_append(&list->text, "\nAn edition (the file given with --edition)\n\n");
    edition_describe(&list->text);
    text_append(&list->text, "\nA language (the file given with --language)\n\n");
    language_describe(&list->text);
    return true;
}

static bool list_facts(struct list *list)
{
    fact_describe(&list->text);
    return true;
}

static void put_columns(struct list *list, const struct row_kind *kind)
{
    struct output_table table = {.arena = list->opening.arena, .columns = 3};
    const char *words[129] = {0};
    size_t count = row_columns_for(kind->has, words);
    text_printf(&list->text, "%s%s: %s\n", list->text.length ? "\n" : "", kind->word, kind->help);
    for (size_t i = 0; i < count; i++) {
        const struct row_column *column = row_column_find(words[i]);
        output_cell(&table, column->word);
        output_cell(&table, phrase(column->heading));
        output_cell(&table, column->help);
    }
    output_columns(&table, 2, &list->text);
}

static bool list_columns(struct list *list)
{
    for (const struct row_kind *kind = ROW_KINDS; kind->word; kind++)
        put_columns(list, kind);
    return true;
}

static bool put_strings(struct list *list)
{
    return opening_home(&list->opening, list->invocation, list->err) &&
           list_strings(&list->opening.home, list->invocation->values[OPTION_LANGUAGE],
                        list->opening.arena, &list->text, list->err);
}

static const struct {
    const char *name;
    bool (*put)(struct list *list);
} LISTS[] = {
    {"reports", list_reports},   {"clauses", list_clauses},   {"controls", list_controls},
    {"measures", list_measures}, {"agencies", list_agencies}, {"periods", list_periods},
    {"keys", list_keys},         {"facts", list_facts},       {"columns", list_columns},
    {"strings", put_strings},
};

static bool find_list(const char *given, bool (**ret_put)(struct list *), struct error *err)
{
    const char *names[ARRAY_LENGTH(LISTS)];
    for (size_t i = 0; i < ARRAY_LENGTH(LISTS); i++) {
        names[i] = LISTS[i].name;
        if (strcmp(LISTS[i].name, given) == 0) {
            *ret_put = LISTS[i].put;
            return true;
        }
    }
    option_unknown(err, "list", given, names, ARRAY_LENGTH(LISTS));
    return error_hint(err, "ulat list --help tells which there are");
}

static int run(const struct invocation *invocation, struct error *err)
{
    struct list list = {.invocation = invocation, .err = err};
    bool (*put)(struct list *) = NULL;
    if (!find_list(invocation->arguments[0], &put, err))
        return 0;
    opening_init(&list.opening);
    if (put(&list))
        output_text(&list.text, err);
    opening_finish(&list.opening);
    text_finish(&list.text);
    return 0;
}

static const enum option_id TAKES[] = {OPTION_DB,       OPTION_MAPPING, OPTION_PERIOD,
                                       OPTION_LANGUAGE, OPTION_HOME,    OPTION_COUNT};

const struct command LIST_COMMAND = {
    .name = "list",
    .arguments = "reports|clauses|controls|measures|agencies|periods|keys|facts|columns|strings",
    .least = 1,
    .most = 1,
    .summary = "list what there is",
    .details = "  reports   templates, and for whom they are made\n"
               "  clauses   the Order, clause by clause\n"
               "  controls  what is judged, and of which clause\n"
               "  measures  what is counted\n"
               "  agencies  of --db, as they are named in --period\n"
               "  periods   quarters that agencies of --db reported for, newest first\n"
               "  keys      what templates, listings, the method, the theme and editions may hold\n"
               "  facts     what the text of a template may name between {{ and }}\n"
               "  columns   what a template's table can list, and show of each row\n"
               "  strings   what readers read, and what --language makes of it",
    .options = TAKES,
    .run = run,
};
