/* SPDX-License-Identifier: MIT */
#ifndef DATA_LISTING_FILE_H
#define DATA_LISTING_FILE_H

/**
 * Inside of data/: what listings and checks have in common. Both are a file with a header, a YAML
 * comment on top, and one SELECT behind it.
 *
 *     listing_file_read()      name, path, text, sql, and the header as nodes
 *     ...the header is read into definitions...
 *     listing_file_prepare()   columns and reads, from the SELECT prepared against the contract
 *     listing_file_need()      for each column that the header names
 */

#include "base/error.h"

#include <stdbool.h>

struct arena;
struct listing;
struct node;
struct source;

bool listing_file_read(const char *path, struct arena *arena, struct listing *ret_listing,
                       struct node **ret_header, struct error *err);

/** `empty` is a source over the contract, where every table is there and none has a row. */
bool listing_file_prepare(struct listing *listing, struct source *empty, struct arena *arena,
                          struct error *err);

/** Where the SELECT begins. */
struct place listing_file_sql(const struct listing *listing);

/** Fails, with the nearest column, where the query does not give the column that `who` names.
 *  `column` may be NULL. */
bool listing_file_need(const struct listing *listing, const struct place *place, const char *who,
                       const char *column, struct error *err);

#endif
