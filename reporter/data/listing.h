/* SPDX-License-Identifier: MIT */
#ifndef DATA_LISTING_H
#define DATA_LISTING_H

/**
 * A listing: one file of queries/, its header (a YAML comment on top) and one SELECT that gives a
 * row an item.
 *
 * Loading reads the header; checking prepares the SELECT against the empty contract, so that every
 * mistake (unknown column or table, what the fence refuses, a header that names a column the query
 * does not give) is told with file, line and column whatever database is at hand.
 */

#include "data/clauses.h"
#include "data/definition.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct source;
struct text;

struct table_read { /* a contract column that the listing reads */
    size_t table;
    size_t column; /* (size_t)-1: the table as such */
};

struct listing {
    const char *name; /* "account-registration" */
    const char *path;
    const char *title;
    enum judged judged;
    enum item_kind item;
    struct control *controls;
    size_t control_count;
    struct measure_definition *measures;
    size_t measure_count;
    struct category_list *categories; /* of columns that measures are broken down by */
    size_t category_count;
    const char *text;            /* the whole file, for the manifest's digest and explain */
    const char *sql;             /* behind the header */
    size_t sql_line, sql_column; /* where it begins */
    char **columns;              /* of the result, in order */
    size_t column_count;
    struct table_read *reads;
    size_t read_count;
};

/** Loads and checks one file. `empty` is a source over the contract (source_open_empty). */
bool listing_load(const char *path, struct source *empty, struct arena *arena,
                  struct listing *ret_listing, struct error *err);

/** The index of a result column, or (size_t)-1. */
size_t listing_column(const struct listing *listing, const char *name);

/** All listings of a folder, sorted by name; ids are unique over all of them, or it is an error
 * that names both places. Sets each definition's `listing`. */
struct listings {
    struct listing *items;
    size_t count;
    struct clauses clauses; /* of clauses.yaml in the same folder */
};
bool listings_load(const char *folder, struct source *empty, struct arena *arena,
                   struct listings *ret_listings, struct error *err);

const struct control *listings_control(const struct listings *listings, const char *id);
const struct measure_definition *listings_measure(const struct listings *listings, const char *id);

/** The keys of a header, for `ulat list keys`. */
void listing_describe(struct text *text);

#endif
