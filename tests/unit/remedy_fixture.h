/* SPDX-License-Identifier: MIT */
#ifndef TESTS_REMEDY_FIXTURE_H
#define TESTS_REMEDY_FIXTURE_H

/** Judged bodies (judged_fixture.h) with findings, what earlier editions told, and answers. */

#include "judged_fixture.h"

#include "base/map.h"

static struct told told;

static inline void setup(void)
{
    judged_setup();
    calendar_add(reference.calendar, day("2019-05-01"), "national");
    calendar_add(reference.calendar, day("2019-05-13"), "national");
    calendar_add(reference.calendar, day("2026-08-31"), "national");
    calendar_seal(reference.calendar);
    judge_states(&results);
    told = (struct told){.today = day("2026-09-30")};
}

static inline void teardown(void)
{
    map_free(told.references);
    judged_teardown();
}

static inline int32_t quarter(const char *name)
{
    int32_t result = 0;
    ck_assert(period_parse(name, strlen(name), &result));
    return result;
}

/** An earlier edition told it; `since` "" where its file did not say. */
static inline void remember_as(const char *reference_text, const char *iso,
                               enum telling_state state, const char *since)
{
    static struct telling items[4];
    if (!told.references)
        told.references = map_new();
    told.items = items;
    items[told.count] = (struct telling){.reference = reference_text,
                                         .told_on = day(iso),
                                         .state = state,
                                         .since = *since ? quarter(since) : SINCE_UNKNOWN};
    ck_assert(map_add(told.references, reference_text, told.count++));
}

static inline void remember(const char *reference_text, const char *iso)
{
    remember_as(reference_text, iso, TELLING_OPEN, "");
}

/** The agencies' answers, one a finding. */
static inline void answer(struct response *responses, size_t count)
{
    reference.responses = responses;
    reference.response_count = count;
    responses_index(&reference, arena, &results.responses);
}

static inline struct item_key key(size_t agency, size_t control, const char *item)
{
    return (struct item_key){agency, control, item};
}

static inline void add(size_t agency, size_t control, const char *item, int quarters_ago)
{
    struct error err = {0};
    struct finding finding = {.agency = agency,
                              .control = control,
                              .period = results.period - quarters_ago,
                              .outcome = OUTCOME_NOT_MET,
                              .item = item,
                              .label = item};
    ck_assert_msg(findings_add(results.findings, &finding, &err), "%s", err.message);
}

static inline struct open_findings open_of(size_t agency, struct change *ret_changes)
{
    struct error err = {0};
    struct open_findings open;
    ck_assert_msg(findings_seal(results.findings, &err), "%s", err.message);
    ck_assert_msg(remedy_open(&results, &told, agency, arena, &open, ret_changes, &err), "%s",
                  err.message);
    return open;
}

static inline void review(void)
{
    struct error err = {0};
    ck_assert(findings_seal(results.findings, &err));
    ck_assert_msg(remedy_review(&results, &told, &err), "%s", err.message);
}

static inline const struct open_finding *open_finding(const struct open_findings *open,
                                                      const char *item)
{
    for (size_t i = 0; i < open->count; i++)
        if (strcmp(open->items[i].finding.item, item) == 0)
            return &open->items[i];
    ck_abort_msg("%s is not open", item);
    return NULL;
}

#endif
