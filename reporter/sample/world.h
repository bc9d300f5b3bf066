/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_WORLD_H
#define SAMPLE_WORLD_H

/**
 * What the files of this room share: the world (all bodies, nine quarters, a writer), and the scene
 * (one body while its rows are written). Quarters are numbered 0 to 8 here, 8 the last.
 *
 * A duty is drawn once as a threshold: a body keeps it in the quarters in which its quality lies
 * above. Quality only rises or only falls along a path, so a duty is kept in one span of time.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sample/random.h"
#include "sample/sample.h"

struct arena;
struct writer;

#define QUARTERS 9
#define LAST_QUARTER (QUARTERS - 1)
#define DAY_NONE INT32_MIN
#define INSTANT_NONE INT64_MIN
#define HOURS(n) ((int64_t)(n)*3600)
#define DAYS(n) ((int64_t)(n)*86400)

enum path { PATH_GOOD, PATH_MIXED, PATH_FAILING, PATH_IMPROVING, PATH_WORSENING, PATH_STORY };
enum size { SIZE_TINY, SIZE_SMALL, SIZE_MEDIUM, SIZE_LARGE, SIZE_HUGE };

struct body {
    const char *code;
    const char *name;
    const char *short_name;
    const char *class_name; /* NULL: not recorded */
    const char *parent;
    const char *region;    /* NULL: central */
    const char *end_kind;  /* merged, abolished; NULL where it lives on */
    const char *successor; /* NULL: none */
    const char *old_name;  /* until renamed_on; NULL: none */
    size_t account_count;
    enum path path;
    enum size size;
    int silent_quarter;  /* -1: none */
    int32_t active_from; /* DAY_NONE: since ever */
    int32_t active_to;   /* DAY_NONE: still there */
    int32_t renamed_on;
    int32_t adopted_on;   /* DAY_NONE: bound by the Order, or not adopted */
    bool starts_late;     /* none of its accounts is there at first */
    bool accounts_follow; /* its accounts go to the successor; else they are closed */
    bool on_cast;
};

struct world {
    struct writer *writer;
    struct arena *arena;
    uint64_t seed;
    int32_t last_period;
    int32_t first_day; /* of quarter 0 */
    int32_t last_day;  /* of quarter 8 */
    struct body *bodies;
    size_t body_count;
    int64_t officers; /* handed out so far, as are the next ones */
    int64_t accounts;
    int64_t posts;
    int64_t messages;
    int64_t actions;
    int64_t incidents;
    int64_t cases;
    int64_t disclosures;
    int64_t discoveries;
    int64_t faults; /* of approvals */
    int64_t exemptions;
    int64_t unqualified[2]; /* administrators, social media officers */
    int64_t undated;        /* policies that nobody took care of */
    int64_t violations;
    int64_t breaches; /* disclosures without consent */
    int64_t responses;
};

#define OFFICER_SIZE 16

struct team {
    char head[OFFICER_SIZE];
    char smo[OFFICER_SIZE]; /* the one in office at the end; "" where none ever was */
    char legal[OFFICER_SIZE];
    char member[OFFICER_SIZE];
    char outsider[OFFICER_SIZE]; /* an officer without any role here */
    int32_t smo_from;
};

struct account {
    const char *code;
    const char *platform;
    int32_t created_on;
    int32_t closed_on; /* DAY_NONE: in use */
    bool legacy;
    bool dormant;
    char administrator[OFFICER_SIZE]; /* "" where it never had one */
    int64_t followers;
};

/* A finding that the rows written so far will give, and from when the body can know of it. */
struct known_finding {
    const char *reference; /* EML-1/DEX/dex-facebook */
    int32_t since;
};

#define KNOWN_FINDINGS 6

struct scene {
    struct world *world;
    const struct body *body;
    struct random random;
    struct arena *arena; /* lives as long as the scene */
    struct team team;
    struct account *accounts;
    size_t account_count;
    struct known_finding findings[KNOWN_FINDINGS];
    size_t finding_count;
};

struct span {
    int32_t from;
    int32_t to; /* DAY_NONE: still */
};

int32_t world_quarter_starts(const struct world *world, int quarter);
int32_t world_quarter_ends(const struct world *world, int quarter); /* its last day */

/** 0 to 1,000. */
int scene_quality(const struct scene *scene, int quarter);
bool scene_keeps(struct scene *scene, int quarter);
bool scene_is_silent(const struct scene *scene, int quarter);

/** False where the duty is never kept. `since`: the first day on which it could be. */
bool scene_duty(struct scene *scene, int32_t since, struct span *ret_span);

/** As scene_duty(), from the account's creation. */
bool account_duty(struct scene *scene, const struct account *account, struct span *ret_span);

/** True where a duty of this threshold is kept in the quarter. */
bool scene_holds(const struct scene *scene, int quarter, int64_t threshold);

/** The days of the quarter on which the body existed; false for none. */
bool scene_days(const struct scene *scene, int quarter, int32_t *ret_first, int32_t *ret_last);

/** The day, or the body's first where that is later. */
int32_t scene_since(const struct scene *scene, int32_t day);

/** As scene_days(), within the account's life, which may go on with the body's successor. */
bool account_days(const struct scene *scene, const struct account *account, int quarter,
                  int32_t *ret_first, int32_t *ret_last);

/** Whose account it is on that day: the body's, or its successor's where the accounts follow. */
const char *scene_owner(const struct scene *scene, int32_t day);

/** Notes a finding of an item that began on a day; forgotten where there is no more room, or where
 *  nobody can have told of it before the last quarter's end. */
void scene_note(struct scene *scene, const char *control, const char *item, int32_t day);

/** The quarter of a day; the first for what is older. */
int world_quarter_of(const struct world *world, int32_t day);

/** A moment on one of these days, mostly within office hours. */
int64_t scene_moment(struct scene *scene, int32_t first, int32_t last);
int32_t scene_day(struct scene *scene, int32_t first, int32_t last);

/** INSTANT_NONE, or DAY_NONE, for what had not yet happened when the last quarter ended. */
int64_t world_known(const struct world *world, int64_t instant);
int32_t world_known_day(const struct world *world, int32_t day);

/** A new officer's number, as "OF-000123". */
void world_officer(struct world *world, char ret_officer[OFFICER_SIZE]);

#endif
