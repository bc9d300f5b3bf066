/* SPDX-License-Identifier: MIT */
#ifndef DATA_CHECKS_H
#define DATA_CHECKS_H

/**
 * Checks of data quality: each a file of queries/checks/, a header and one SELECT whose rows are
 * the items that are wrong. They are loaded, fenced and told about like listings; the rows are
 * stepped with a cursor over `rows`.
 */

#include "data/listing.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct contract;
struct error;
struct source;
struct text;

enum severity { SEVERITY_WARNING, SEVERITY_STOPS_AGENCY, SEVERITY_STOPS_RUN };
const char *severity_title(enum severity severity); /* "warning", "error, stops the agency" */

struct quality_check {
    struct listing rows; /* name, title, item, SELECT; it declares no control and no measure */
    enum severity severity;
    const char **touches; /* ids of controls and measures, and tables of the contract: all that
                             reads one of them */
    size_t touch_count;
    const char *sentence;   /* on one item; may hold {{detail}} */
    struct reason *details; /* the words of each code of the column detail */
    size_t detail_count;
    size_t detail; /* its column, (size_t)-1: none */
    struct place place, touches_place;
};

struct checks {
    struct quality_check *items; /* by name */
    size_t count;
};

/** Loads and checks one file. `empty` is a source over the contract (source_open_empty). */
bool check_load(const char *path, struct source *empty, struct arena *arena,
                struct quality_check *ret_check, struct error *err);

/** Whatever the check says it touches is an id of the listings or a table of the contract. */
bool check_touches_known(const struct quality_check *check, const struct contract *contract,
                         const struct listings *listings, struct error *err);

/** All checks of a folder; a folder that is not there holds none. */
bool checks_load(const char *folder, struct source *empty, struct arena *arena,
                 struct checks *ret_checks, struct error *err);

/** Whether a listing declares something that the check touches. */
bool check_touches(const struct quality_check *check, const struct contract *contract,
                   const struct listing *listing);

/** The words of a code of the column detail; NULL where the header has none. */
const char *check_detail(const struct quality_check *check, const char *code);

/** The sentence on one item, with the words of its code (NULL: none) put in. */
const char *check_say(const struct quality_check *check, const char *code, struct arena *arena);

/** The keys of a header, for `ulat list keys`. */
void checks_describe(struct text *text);

#endif
