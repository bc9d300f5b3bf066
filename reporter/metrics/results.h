/* SPDX-License-Identifier: MIT */
#ifndef METRICS_RESULTS_H
#define METRICS_RESULTS_H

/**
 * Everything that is known after the database was read and judged: tallies and measurements of
 * every body, its state, score and band in each period. Documents are built from it, never from
 * rows.
 *
 * Bodies are numbered: agencies by their index in the reference, then the groups. Periods are
 * numbered from the oldest (0) to the reported one (period_count - 1).
 */

#include "data/listing.h"
#include "data/reference.h"
#include "metrics/ageing.h"
#include "metrics/audience.h"
#include "metrics/category.h"
#include "metrics/findings.h"
#include "metrics/measurement.h"
#include "metrics/method.h"
#include "metrics/responses.h"
#include "metrics/status.h"
#include "metrics/tally.h"
#include "metrics/traces.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PERIODS                                                                                    \
    9 /* the reported quarter, eight before it: a trend of eight, and the same quarter twice */

enum group {
    GROUP_MANDATED,
    GROUP_ENCOURAGED,
    GROUP_UNKNOWN, /* class not known */
    GROUP_ALL,
    GROUP_CLASSES, /* the first class; class k of the method is GROUP_CLASSES + k */
};

/** A body in a period. */
struct state {
    bool exists;   /* any day of its life falls into the period */
    bool reported; /* it submitted, or nobody's submissions were supplied */
    bool fresh;    /* in its grace period at the end */
    bool ended;    /* before the period did: no return is expected of it */
};

#define MILLION 1000000

struct score {
    bool has_score;     /* something could be judged */
    int64_t millionths; /* of 1 */
    int64_t judged;     /* millionths of the weight that could be judged */
    size_t band;        /* index; SIZE_MAX: none */
    size_t band_uncapped;
    bool capped;
    int64_t *sections;  /* millionths by section, -1 where nothing was judged */
    int64_t upper;      /* millionths, were all items without evidence met; `millionths` counts them
                           as not met, so it is the lower bound */
    bool has_contested; /* some item's finding is contested and not decided */
    int64_t
        without_contested; /* millionths, contested items left out; -1: nothing else is judged */
    int64_t low, high;     /* millionths, were every section's weight up to a quarter more or
                              less (sensitivity.h) */
    size_t band_low, band_high; /* the bands there, with the cap; SIZE_MAX: none */
};

/** How the findings of a control changed since the quarter before; those of acts only appear. */
struct change {
    int64_t cleared;  /* were findings, are none any more: they are `met` or have `left` */
    int64_t met;      /* newly met */
    int64_t left;     /* neither met nor findings: closed, exempt, no longer judged */
    int64_t appeared; /* newly findings */
    int64_t reopened; /* of those: found in an earlier quarter already */
    int64_t stayed;
};

struct disclosure;

/** Whose eyes the results are seen with (disclosure.h). */
struct view {
    const struct disclosure *disclosure; /* NULL: everything, exact */
    enum audience audience;
    size_t viewer; /* the agency, of audience agency */
};

struct results {
    struct view view;
    struct arena *arena;
    const struct method *method;
    const struct reference *reference;
    const struct listings *listings;
    int32_t period; /* the reported one */
    int32_t as_of;
    const struct control **controls; /* sorted by section, then as in the listings by id */
    size_t control_count;
    bool *control_left_out; /* no report of the run asks for it; NULL: none is */
    bool *control_measured; /* its tables were supplied */
    const struct measure_definition **measures;
    size_t measure_count;
    bool *measure_measured;
    size_t *measure_since;          /* first period with a row that it looks at: before it nobody
                                       logged, which is not zero; NULL: always */
    struct categories **categories; /* [measure][breakdown] */
    struct tallies tallies;
    struct tallies contested; /* of the items of `tallies` those whose finding is contested */
    struct measurements measurements;
    struct findings *findings;
    struct traces traces;
    struct responses responses;
    struct state *states;      /* [agency * PERIODS + period] */
    size_t *classes;           /* class of each agency, SIZE_MAX unknown */
    struct score *scores;      /* [agency * PERIODS + period] */
    struct change *changes;    /* [body * control_count + control], reported period */
    int64_t *overdue_critical; /* [agency] findings */
    struct ageing *ages;       /* [enum age] open findings of mandated bodies */
    int64_t *unassigned;       /* [control] rows of no known agency; [control_count]: measures */
    int64_t *later;            /* [listing] rows without a period: recorded after the as-of day */
};

size_t results_body_count(const struct results *results);
size_t results_group(const struct results *results, enum group group); /* its body number */
enum mandate results_mandate(const struct results *results, size_t agency);
/** Whether a body is an agency, not a group of them. */
bool results_is_agency(const struct results *results, size_t body);
const char *results_group_title(const struct results *results, size_t body);

/** "=mandated", "=class:NGA": the groups' names in results.csv; an agency's is its code. */
const char *results_body_code(const struct results *results, size_t body, struct arena *arena);

const struct state *results_state(const struct results *results, size_t agency, size_t period);
const struct score *results_score(const struct results *results, size_t agency, size_t period);

/** The index of a control or measure, or SIZE_MAX. */
size_t results_control(const struct results *results, const char *id);
size_t results_measure(const struct results *results, const char *id);

/** Nothing at all of what the view keeps back: to be asked for first. */
struct tally results_tally(const struct results *results, size_t body, size_t control,
                           size_t period);

/** Whether the view keeps back a body's counts of a control, an agency's status, its sections'
 * scores. */
bool results_keeps_tally(const struct results *results, size_t body, size_t control);
bool results_keeps_status(const struct results *results, size_t agency, size_t control);
bool results_keeps_sections(const struct results *results, size_t agency);

/** Items whose finding is contested and not decided: they are in results_tally() too. */
int64_t results_contested(const struct results *results, size_t body, size_t control,
                          size_t period);

/** Of all controls together. */
int64_t results_contested_all(const struct results *results, size_t body, size_t period);

/** The measure's value for a body, as the view shows it; breakdown 0 for the whole. */
struct fraction results_value(struct results *results, struct measurement_key key);

/** A group of both mandated and encouraged bodies has counts and sums only: they never share a
 * rate. */
bool results_may_share(const struct results *results, size_t body, size_t measure);

/** Whether an agency counts in a group's rates in that period: it exists, reported and is not new;
 * for controls that count bodies which did not report, it exists. */
bool results_counts(const struct results *results, size_t agency, size_t control, size_t period);

void results_finish(struct results *results);

#endif
