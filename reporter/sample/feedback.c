/* SPDX-License-Identifier: MIT */
#include "sample/feedback.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "data/writer.h"
#include "sample/bodies.h"
#include "sample/codes.h"
#include "sample/put.h"
#include "sample/world.h"

static const char feedback_columns[] =
    "feedback agency account channel kind program campaign region language requires_response"
    " received_at complexity first_response_at automatic resolved_at extended_at referred_to"
    " referred_at duplicate_of disposition sentiment sentiment_method satisfaction";

enum kind { COMPLAINT, INQUIRY, REQUEST, SUGGESTION, FEEDBACK, PRAISE, SPAM, KIND_UNKNOWN };

struct message {
    enum kind kind;
    int64_t received;
    enum flag requires;
    bool kept; /* handled as it should be */
    bool automatic;
    int64_t answered;
    int64_t resolved;
    int64_t duplicate_of; /* the original's number, or 0 */
};

static enum flag requires_draw(struct scene *scene, enum kind kind)
{
    static const int permille[] = {990, 980, 995, 850, 380, 0, 0, 600}; /* in the order of kind */

    if (random_chance(&scene->random, 25))
        return FLAG_UNKNOWN;
    return random_chance(&scene->random, permille[kind]) ? FLAG_YES : FLAG_NO;
}

/* Good bodies answer within days; the others within weeks, or not at all. */
static void answer_draw(struct scene *scene, struct message *message)
{
    const struct world *world = scene->world;
    struct random *random = &scene->random;
    bool never = !message->kept && random_chance(random, 400);
    int64_t delay = message->kept ? 300 + random_tail(random, HOURS(14), DAYS(13))
                                  : HOURS(6) + random_tail(random, DAYS(6), DAYS(100));

    message->answered = INSTANT_NONE;
    message->resolved = INSTANT_NONE;
    message->automatic = random_chance(random, 60) && scene->body->path != PATH_STORY;
    if (message->requires == FLAG_NO && random_chance(random, 700))
        return;
    if (message->automatic)
        message->answered = message->received + random_between(random, 2, 300);
    else if (!never)
        message->answered = message->received + delay;
    if (message->answered == INSTANT_NONE)
        return;
    message->answered = world_known(world, message->answered);
    if (message->answered != INSTANT_NONE && random_chance(random, message->kept ? 900 : 450))
        message->resolved =
            world_known(world, message->answered + 60 + random_tail(random, HOURS(20), DAYS(45)));
}

static struct message message_draw(struct scene *scene, int quarter, int64_t received)
{
    static const int weights[] = {17, 30, 22, 6, 12, 6, 5, 2}; /* in the order of enum kind */
    struct message message = {.received = received};

    message.kind = (enum kind)random_weighted(&scene->random, weights, ARRAY_LENGTH(weights));
    message.requires = requires_draw(scene, message.kind);
    message.kept = scene_keeps(scene, quarter);
    answer_draw(scene, &message);
    return message;
}

/* The account, if it came in over one, and the channel. */
static void channel_fields(struct scene *scene, int quarter, const struct message *message)
{
    static const char *const channels[] = {"email", "hotline", "web_form", "walk_in", NULL};
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;
    const struct account *account =
        &scene->accounts[random_below(random, (int64_t)scene->account_count)];
    int32_t first;
    int32_t last;
    int32_t day = day_of_instant(message->received);

    if (message->kind == COMPLAINT && random_chance(random, 330)) {
        writer_null(writer);
        writer_text(writer, "8888");
    } else if (random_chance(random, 700) && account_days(scene, account, quarter, &first, &last) &&
               day >= first && day <= last) {
        writer_text(writer, account->code);
        writer_text(writer, account->platform);
    } else {
        writer_null(writer);
        writer_text(writer, RANDOM_PICK(random, channels));
    }
}

static void origin_fields(struct scene *scene, int quarter)
{
    static const char *const languages[] = {"fil", "en", "ceb", "ilo", "hil", NULL};
    static const int weights[] = {48, 30, 11, 4, 4, 3};
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;
    bool in_campaign = code_has_campaign(scene->body, quarter) && random_chance(random, 120);
    int program = (int)random_between(random, 1, 3);

    writer_text(writer, random_chance(random, 350)
                            ? arena_printf(scene->arena, "%s-P%d", scene->body->code, program)
                            : NULL);
    writer_text(writer,
                in_campaign ? code_campaign(scene->arena, scene->body->code, quarter) : NULL);
    if (random_chance(random, 140))
        writer_null(writer);
    else
        writer_text(writer, scene->body->region && random_chance(random, 880)
                                ? scene->body->region
                                : region_draw(random));
    writer_text(writer, languages[random_weighted(random, weights, ARRAY_LENGTH(weights))]);
}

static void complexity_field(struct scene *scene, const struct message *message)
{
    static const char *const grades[] = {"simple", "complex", "highly_technical", NULL};
    static const int weights[] = {60, 27, 8, 5};
    size_t grade = random_weighted(&scene->random, weights, ARRAY_LENGTH(weights));

    writer_text(scene->world->writer, message->kind == REQUEST ? grades[grade] : NULL);
}

/* An extension is notified before the clock of the shortest kind has run out; some are too late. */
static void extension_field(struct scene *scene, const struct message *message)
{
    bool extended = message->kind == REQUEST && random_chance(&scene->random, 60);
    bool late = random_chance(&scene->random, 200);
    int64_t at = message->received + (late ? DAYS(9) : 0) +
                 random_between(&scene->random, HOURS(4), DAYS(3));

    put_instant(scene->world->writer, extended ? world_known(scene->world, at) : INSTANT_NONE);
}

/* Mostly at once; now and then after the body's own answer, or when the time had run out. */
static int64_t referral_draw(struct scene *scene, const struct message *message)
{
    static const int weights[] = {75, 12, 13};
    struct random *random = &scene->random;
    size_t when = random_weighted(random, weights, ARRAY_LENGTH(weights));
    bool late = when == 2 && scene->body->path != PATH_STORY;
    int64_t at = message->received + random_between(random, HOURS(1), DAYS(4));

    if (when == 1 && message->answered != INSTANT_NONE)
        at = message->answered + random_between(random, 600, DAYS(2));
    if (late)
        at += DAYS(random_between(random, 22, 50));
    return at;
}

static void referral_fields(struct scene *scene, const struct message *message)
{
    struct world *world = scene->world;
    size_t number = (size_t)random_below(&scene->random, CAST_COUNT);
    const struct body *other = &world->bodies[number < world->body_count ? number : 0];
    int64_t at = referral_draw(scene, message);
    bool referred = other != scene->body && message->requires == FLAG_YES &&
                    other->active_from == DAY_NONE && other->active_to == DAY_NONE &&
                    random_chance(&scene->random, 45) && world_known(world, at) != INSTANT_NONE;

    writer_text(world->writer, referred ? other->code : NULL);
    put_instant(world->writer, referred ? at : INSTANT_NONE);
}

/* Each body reads its messages in a way of its own; some leave most of them unread. */
static const struct reading {
    const char *method;
    int permille;
} readings[] = {
    {"lexicon-1", 900}, {"lexicon-1", 640}, {"manual", 780},
    {"lexicon-2", 880}, {"manual", 330},    {"lexicon-1", 800},
};

static void opinion_fields(struct scene *scene, const struct message *message)
{
    static const char *const dispositions[] = {"adopted", "referred", "declined", "declined"};
    static const char *const sentiments[] = {"positive", "neutral", "negative"};
    static const int tempers[] = {22, 46, 32};
    const struct reading *reading =
        &readings[(size_t)(scene->body - scene->world->bodies) % ARRAY_LENGTH(readings)];
    struct writer *writer = scene->world->writer;
    struct random *random = &scene->random;
    bool classified = random_chance(random, reading->permille);
    const char *disposition = RANDOM_PICK(random, dispositions);
    size_t sentiment = random_weighted(random, tempers, ARRAY_LENGTH(tempers));
    bool rated = message->resolved != INSTANT_NONE && random_chance(random, 220);
    int64_t stars = random_between(random, message->kept ? 3 : 1, message->kept ? 5 : 4);

    writer_text(writer, message->kind == SUGGESTION && message->kept ? disposition : NULL);
    writer_text(writer, classified ? sentiments[sentiment] : NULL);
    writer_text(writer, !classified                  ? NULL
                        : random_chance(random, 150) ? "manual"
                                                     : reading->method);
    put_count(writer, rated ? stars : COUNT_NONE);
}

static void message_write(struct scene *scene, int quarter, const struct message *message)
{
    static const char *const kinds[] = {"complaint", "inquiry", "request", "suggestion",
                                        "feedback",  "praise",  "spam",    NULL};
    struct writer *writer = scene->world->writer;

    writer_table(writer, "feedback", feedback_columns);
    put_key(writer, "F", ++scene->world->messages);
    writer_text(writer, scene->body->code);
    channel_fields(scene, quarter, message);
    writer_text(writer, kinds[message->kind]);
    origin_fields(scene, quarter);
    put_flag(writer, message->requires);
    writer_instant(writer, message->received);
    complexity_field(scene, message);
    put_instant(writer, message->answered);
    put_flag(writer, message->answered == INSTANT_NONE ? FLAG_UNKNOWN
                     : message->automatic              ? FLAG_YES
                                                       : FLAG_NO);
    put_instant(writer, message->resolved);
    extension_field(scene, message);
    referral_fields(scene, message);
    if (message->duplicate_of > 0)
        put_key(writer, "F", message->duplicate_of);
    else
        writer_null(writer);
    opinion_fields(scene, message);
    writer_row(writer);
}

/* A message, and now and then the same one again within a day or two. */
static void letter_write(struct scene *scene, int quarter, int64_t received)
{
    struct message message = message_draw(scene, quarter, received);
    int64_t again = received + random_between(&scene->random, 60, DAYS(2));
    int32_t first;
    int32_t last;

    message_write(scene, quarter, &message);
    if (!random_chance(&scene->random, 30) || !scene_days(scene, quarter, &first, &last) ||
        day_of_instant(again) > last)
        return;
    message.received = again;
    message.duplicate_of = scene->world->messages;
    answer_draw(scene, &message);
    message_write(scene, quarter, &message);
}

static int64_t messages_of(struct scene *scene, int quarter)
{
    static const int64_t typical[] = {2, 5, 13, 60, 450};
    static const int64_t most[] = {8, 60, 250, 900, 1500};
    enum size size = scene->body->size;
    int64_t count = random_tail(&scene->random, typical[size], most[size]) + 1;

    return scene_is_silent(scene, quarter) ? count / 5 : count;
}

void feedback_write(struct scene *scene)
{
    int32_t first;
    int32_t last;

    for (int quarter = 0; quarter < QUARTERS; quarter++) {
        int64_t count = messages_of(scene, quarter);

        if (!scene_days(scene, quarter, &first, &last))
            continue;
        for (int64_t i = 0; i < count; i++)
            letter_write(scene, quarter, scene_moment(scene, first, last));
    }
}

void feedback_strays_write(struct world *world)
{
    struct writer *writer = world->writer;
    int64_t noon = instant_of_day(world_quarter_starts(world, LAST_QUARTER)) + HOURS(12);

    writer_table(writer, "feedback", "feedback agency channel kind requires_response received_at");
    for (int i = 0; i < 3; i++) {
        put_key(writer, "F", ++world->messages);
        writer_text(writer, "MIST");
        writer_text(writer, "email");
        writer_text(writer, "inquiry");
        writer_integer(writer, 1);
        writer_instant(writer, noon + DAYS(20 * i));
        writer_row(writer);
    }
}
