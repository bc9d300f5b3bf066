/* SPDX-License-Identifier: MIT */
#ifndef METRICS_METHOD_H
#define METRICS_METHOD_H

/**
 * templates/method.yaml: how tallies become judgements. Percentages are whole.
 */

#include "base/error.h"
#include "metrics/disclosure_rules.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct listings;
struct text;

enum mandate { MANDATE_UNKNOWN, MANDATE_MANDATED, MANDATE_ENCOURAGED };

struct body_class {
    const char *code;
    const char *title;
    enum mandate mandate;
};

struct section {
    const char *id;
    const char *title;
    int64_t weight;
    const char **subjects; /* letters before the dash of a control's id */
    size_t subject_count;
};

struct band {
    const char *name;
    int64_t from; /* per cent */
};

struct method {
    const char *version;
    int32_t effective_from;
    struct body_class *classes;
    size_t class_count;
    struct section *sections;
    size_t section_count;
    struct band *bands; /* from the highest down */
    size_t band_count;
    size_t cap; /* index of the best band that a capped body can have */
    int64_t partly_from;
    int64_t minimum_judged;
    int64_t minimum_classified; /* of messages, for their sentiment to be shown */
    int32_t grace_days;
    int64_t peer_minimum; /* fewer peers give no figure */
    int64_t *peer_sizes;  /* active accounts from which the next group of sizes begins, rising */
    size_t peer_size_count;
    struct disclosure_rules disclosure;
};

bool method_load(const char *path, struct arena *arena, struct method *ret_method,
                 struct error *err);

/** Every control's subject belongs to a section, and the controls of a section do not all weigh
 * nothing; an error names a control's place. */
bool method_check(const struct method *method, const struct listings *listings, struct error *err);

/** The index of a class, or (size_t)-1 for NULL and unknown codes. */
size_t method_class(const struct method *method, const char *code);

/** The section of a control's id, or (size_t)-1. */
size_t method_section(const struct method *method, const char *control_id);

void method_describe(struct text *text); /* the keys, for `ulat list keys` */

#endif
