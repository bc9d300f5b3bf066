/* SPDX-License-Identifier: MIT */
#ifndef DATA_REFERENCE_READING_H
#define DATA_REFERENCE_READING_H

/** Inside of data/: what reference.c and the files of its single tables share. */

#include "data/connection.h"
#include "data/reference.h"

/** What a row is read into: the reference being filled and the settings. */
struct reading {
    struct source *source;
    struct arena *arena;
    struct reference *reference;
    int32_t period_end;
    int32_t submitted_by;
    size_t capacity;       /* of the array that the table at hand fills */
    size_t stray_capacity; /* of the exemptions of no known agency */
    struct error *err;
};

const char *reading_text(const struct reading *reading, sqlite3_stmt *row, int column);
int32_t reading_day(sqlite3_stmt *row, int column, int32_t otherwise);

/** The agency whose code stands in the column, or MAP_NONE. */
size_t reading_agency(const struct reading *reading, sqlite3_stmt *row, int column);

/* Readers of a row: reference_bodies.c */
bool reference_read_lead(struct reading *reading, sqlite3_stmt *row);
bool reference_read_succession(struct reading *reading, sqlite3_stmt *row);
/** Puts the leads in the order in which reference_lead() looks for them. */
void reference_sort_leads(struct reference *reference);

/* reference_responses.c */
bool reference_read_response(struct reading *reading, sqlite3_stmt *row);

/* reference_places.c */
bool reference_read_region(struct reading *reading, sqlite3_stmt *row);
bool reference_read_holiday(struct reading *reading, sqlite3_stmt *row);
bool reference_read_event(struct reading *reading, sqlite3_stmt *row);
bool reference_read_coverage(struct reading *reading, sqlite3_stmt *row);

#endif
