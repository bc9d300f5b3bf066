/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_NAMES_H
#define SAMPLE_NAMES_H

/** Names in the Philippine manner of bodies and places that do not exist. */

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum name_kind {
    NAME_DEPARTMENT, /* and bureaus, offices, councils */
    NAME_CORPORATION,
    NAME_BANK,
    NAME_AUTHORITY,
    NAME_COMMISSION,
    NAME_CONGRESS,
    NAME_COURT,
    NAME_SCHOOL,
    NAME_LOCAL,
    NAME_DISTRICT,
};

/** The name with that ordinal within its kind. A long one has more than 60 characters. */
const char *name_make(struct arena *arena, enum name_kind kind, size_t ordinal, bool is_long);

/** The letters of a body's code: "BSAMI" of "Bayan ng San Mirano". Not unique. */
const char *name_code(struct arena *arena, const char *name);

#endif
