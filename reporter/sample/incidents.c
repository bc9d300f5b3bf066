/* SPDX-License-Identifier: MIT */
#include "sample/incidents.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "data/writer.h"
#include "sample/put.h"
#include "sample/world.h"

static const char breach_class[] = "personal_data_breach";

struct incident {
    const char *class_name;
    const char *severity;
    int64_t occurred;
    int64_t detected;
    int64_t acknowledged;
    int64_t contained;
    int64_t recovered;
    int64_t closed;
    enum flag personal_data;
    int64_t subjects;
    int64_t npc_notified;
    int64_t subjects_notified;
    int64_t ncert_reported;
    int64_t reviewed;
};

static void row_write(struct scene *scene, const char *account, const struct incident *incident)
{
    struct world *world = scene->world;
    struct writer *writer = world->writer;
    int64_t noticed = incident->detected != INSTANT_NONE ? incident->detected : incident->occurred;
    const char *owner =
        noticed == INSTANT_NONE ? scene->body->code : scene_owner(scene, day_of_instant(noticed));

    writer_table(writer, "incident",
                 "incident agency account class severity occurred_at detected_at acknowledged_at"
                 " contained_at recovered_at closed_at personal_data data_subjects"
                 " npc_notified_at subjects_notified_at ncert_reported_at reviewed_at");
    put_key(writer, "INC", ++world->incidents);
    writer_text(writer, owner);
    writer_text(writer, account);
    writer_text(writer, incident->class_name);
    writer_text(writer, incident->severity);
    put_instant(writer, incident->occurred);
    put_instant(writer, incident->detected);
    put_instant(writer, incident->acknowledged);
    put_instant(writer, incident->contained);
    put_instant(writer, incident->recovered);
    put_instant(writer, incident->closed);
    put_flag(writer, incident->personal_data);
    put_count(writer, incident->personal_data == FLAG_YES ? incident->subjects : COUNT_NONE);
    put_instant(writer, incident->npc_notified);
    put_instant(writer, incident->subjects_notified);
    put_instant(writer, incident->ncert_reported);
    put_instant(writer, incident->reviewed);
    writer_row(writer);
}

/* A step some time after the one before; none where that is not known. */
static int64_t step_after(struct scene *scene, int64_t before, int64_t typical, int64_t most)
{
    if (before == INSTANT_NONE)
        return INSTANT_NONE;
    return world_known(scene->world, before + 60 + random_tail(&scene->random, typical, most));
}

static int64_t unless(bool missing, int64_t instant)
{
    return missing ? INSTANT_NONE : instant;
}

static void notices_draw(struct scene *scene, struct incident *incident, bool kept)
{
    int64_t typical = kept ? HOURS(26) : HOURS(60);
    bool told = kept || random_chance(&scene->random, 600);

    incident->npc_notified = INSTANT_NONE;
    incident->subjects_notified = INSTANT_NONE;
    incident->subjects = random_tail(&scene->random, 12, 20000);
    if (incident->personal_data == FLAG_YES && told) {
        incident->npc_notified =
            step_after(scene, incident->detected, typical, kept ? HOURS(70) : DAYS(25));
        incident->subjects_notified =
            step_after(scene, incident->detected, typical, kept ? HOURS(71) : DAYS(30));
    }
    incident->ncert_reported =
        unless(!kept, step_after(scene, incident->detected, HOURS(9), DAYS(6)));
}

static void steps_draw(struct scene *scene, struct incident *incident, int quarter)
{
    bool kept = scene_keeps(scene, quarter);
    int64_t slow = kept ? 1 : 6;
    bool open = !kept && random_chance(&scene->random, 250);

    incident->detected = step_after(scene, incident->occurred, HOURS(4) * slow, DAYS(25));
    incident->acknowledged = step_after(scene, incident->detected, HOURS(1) * slow, DAYS(4));
    incident->contained = step_after(scene, incident->acknowledged, HOURS(3) * slow, DAYS(8));
    incident->recovered =
        unless(open, step_after(scene, incident->contained, HOURS(7) * slow, DAYS(20)));
    incident->closed = step_after(scene, incident->recovered, DAYS(4), DAYS(40));
    incident->reviewed = unless(!kept, step_after(scene, incident->closed, DAYS(3), DAYS(30)));
    notices_draw(scene, incident, kept);
    if (scene->world->incidents % 8 == 5)
        incident->occurred = INSTANT_NONE;
    if (random_chance(&scene->random, 60))
        incident->acknowledged = INSTANT_NONE;
}

/* Whether personal data were lost is not always found out. */
static enum flag personal_draw(struct scene *scene, const char *class_name)
{
    int64_t drawn = random_below(&scene->random, 100);

    if (strcmp(class_name, breach_class) == 0 || drawn < 10)
        return FLAG_YES;
    return drawn < 13 ? FLAG_UNKNOWN : FLAG_NO;
}

static struct incident incident_draw(struct scene *scene, int quarter, int64_t occurred)
{
    static const char *const classes[] = {
        "account_takeover", "attempted_takeover", "impersonation",        "unauthorised_post",
        "malicious_link",   "credential_leak",    "personal_data_breach", "insider_misuse",
        "loss_of_access",   "platform_lock"};
    static const int weights[] = {10, 25, 25, 8, 10, 6, 6, 3, 5, 2};
    static const char *const severities[] = {"low", "medium", "high", "critical", NULL};
    static const int severity_weights[] = {40, 34, 18, 5, 3};
    struct random *random = &scene->random;
    struct incident incident = {.occurred = occurred};

    incident.class_name = classes[random_weighted(random, weights, ARRAY_LENGTH(weights))];
    incident.severity =
        severities[random_weighted(random, severity_weights, ARRAY_LENGTH(severity_weights))];
    incident.personal_data = personal_draw(scene, incident.class_name);
    steps_draw(scene, &incident, quarter);
    return incident;
}

static void assessed_set(struct scene *scene, struct incident *incident, enum assessment assessment)
{
    int64_t after = assessment == ASSESSED_LATE ? HOURS(80) : HOURS(3);
    int64_t most = assessment == ASSESSED_LATE ? DAYS(12) : HOURS(60);
    bool told = assessment == ASSESSED_IN_TIME || assessment == ASSESSED_LATE;

    incident->class_name = breach_class;
    incident->personal_data = assessment == ASSESSED_NO_BREACH ? FLAG_NO
                              : assessment == ASSESSED_UNKNOWN ? FLAG_UNKNOWN
                                                               : FLAG_YES;
    incident->subjects = random_tail(&scene->random, 12, 20000);
    incident->npc_notified = INSTANT_NONE;
    incident->subjects_notified = INSTANT_NONE;
    if (told && incident->detected != INSTANT_NONE) {
        incident->npc_notified = step_after(scene, incident->detected + after, HOURS(12), most);
        incident->subjects_notified =
            step_after(scene, incident->detected + after, HOURS(16), most);
    }
}

int64_t breach_write(struct scene *scene, const struct account *account, int64_t disclosed,
                     enum assessment assessment)
{
    int quarter = world_quarter_of(scene->world, day_of_instant(disclosed));
    struct incident incident = incident_draw(scene, quarter, disclosed);

    assessed_set(scene, &incident, assessment);
    row_write(scene, account->code, &incident);
    return scene->world->incidents;
}

/* The sample's one impossible interval: contained before it was detected. */
static void impossible_write(struct scene *scene, int64_t occurred)
{
    struct incident incident = incident_draw(scene, LAST_QUARTER, occurred);

    incident.occurred = occurred;
    incident.detected = occurred + HOURS(30);
    incident.acknowledged = occurred + HOURS(31);
    incident.contained = occurred + HOURS(29);
    incident.recovered = occurred + HOURS(90);
    incident.closed = occurred + HOURS(140);
    incident.reviewed = INSTANT_NONE;
    row_write(scene, scene->accounts[0].code, &incident);
}

static bool happens(struct scene *scene, int quarter)
{
    return random_chance(&scene->random, 6 + (1000 - scene_quality(scene, quarter)) / 35);
}

void incidents_write(struct scene *scene)
{
    bool failing = scene->body->on_cast && scene->body->path == PATH_FAILING;
    int32_t first;
    int32_t last;

    for (size_t i = 0; i < scene->account_count; i++)
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            const struct account *account = &scene->accounts[i];
            struct incident incident;

            if (!account_days(scene, account, quarter, &first, &last))
                continue;
            if (failing && i == 0 && quarter == LAST_QUARTER)
                impossible_write(scene, scene_moment(scene, first, first + 30));
            if (!happens(scene, quarter))
                continue;
            incident = incident_draw(scene, quarter, scene_moment(scene, first, last));
            row_write(scene, account->code, &incident);
        }
}
