/* SPDX-License-Identifier: MIT */
#ifndef METRICS_QUALITY_H
#define METRICS_QUALITY_H

/**
 * What the checks of data quality found: for each check and agency how many items, and the keys of
 * the first few. Items that are persons are only counted: their keys never get here.
 */

#include "data/checks.h"
#include "metrics/sparse.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct text;

#define QUALITY_EXAMPLES 5
#define QUALITY_NO_AGENCY ((size_t)-1) /* rows of no known agency */

struct flaw_example {
    const char *item; /* cleaned */
    const char *code; /* of the check's details, borrowed from its header; NULL: none */
};

/** What one check found of one agency. */
struct flaw {
    const struct quality_check *check;
    size_t agency; /* QUALITY_NO_AGENCY: of none in the register */
    int64_t count;
    struct flaw_example examples[QUALITY_EXAMPLES];
    size_t example_count;
};

struct quality {
    struct arena *arena;
    struct sparse keys;
    const struct quality_check **checks; /* those that were run, and the program's own */
    size_t check_count;
    size_t check_capacity;
    struct flaw *flaws;
    size_t flaw_count;
    size_t flaw_capacity;
};

void quality_init(struct quality *quality, struct arena *arena);
void quality_finish(struct quality *quality); /* accepts one that is all zero */

/** A check that was run; its number, for quality_add(). It must outlive the quality. */
size_t quality_begin(struct quality *quality, const struct quality_check *check);

/** One more item; `item` is copied, `code` is one of the check's. */
void quality_add(struct quality *quality, size_t check, size_t agency, struct flaw_example example);

/** All items that the check found, and of how many known agencies. */
struct flaw_total {
    int64_t count;
    size_t agencies;
    int64_t unassigned; /* of these, of no known agency */
};
struct flaw_total quality_total(const struct quality *quality, const struct quality_check *check);

/** The worst that was found of an agency's rows, the first that stops its reports; NULL: none. */
const struct flaw *quality_stop(const struct quality *quality, size_t agency);

/** "Accounts closed before they were created: 2 (dex-1: closed first; and others) [account-dates]".
 *  Keys of items are left out where `keys` is not asked for. */
void quality_say(const struct flaw *flaw, bool keys, struct arena *arena, struct text *text);

/** "Accounts closed before they were created: 14 of 9 agencies [account-dates]". */
void quality_say_total(const struct quality *quality, const struct quality_check *check,
                       struct text *text);

/** Few persons can be told from their number: what is below ten is "fewer than 10" then. */
bool quality_is_few(const struct quality_check *check, int64_t count);
void quality_say_few(const struct quality_check *check, struct arena *arena, struct text *text);

#endif
