/* SPDX-License-Identifier: MIT */
#ifndef METRICS_DISCLOSURE_AUDIT_H
#define METRICS_DISCLOSURE_AUDIT_H

/**
 * Can a reader who adds and subtracts find out what is kept back? Cells are counts, of which a
 * reader knows a range: a narrow one where a rounded number is printed, a wide one where a mark
 * stands. Relations say which counts add up to which. The audit narrows the ranges as two readers
 * would, and hides more printed cells until both fail:
 *
 * - one who sees marks, and cannot tell why they stand: he must not learn that a guarded cell is
 *   smaller than every small count is;
 * - one who knows of each mark whether the count is small or was hidden for another's sake: to him
 *   at least two values must stay possible. (More cannot be had: of four marked counts that are
 *   known to be something and their marked sum, each tells of the others.)
 *
 *     struct audit audit = {0};
 *     size_t whole = audit_add(&audit, cell), part = ...;
 *     size_t sum = audit_relate(&audit, false);
 *     audit_term(&audit, sum, whole, 1);      // whole - part - part = 0
 *     audit_term(&audit, sum, part, -1); ...
 *     audit_run(&audit);                      // cells' `hidden` and `exposed` tell the outcome
 *     audit_finish(&audit);
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define AUDIT_MOST (INT64_MAX / 4) /* no upper bound */

struct audit_range {
    int64_t low;
    int64_t high;
};

struct audit_cell {
    struct audit_range printed; /* what the printed number tells */
    struct audit_range marked;  /* what whoever knows why knows where a mark stands; with a lower
                                   bound above nothing anybody knows that it is not nothing */
    bool hidden;                /* a mark stands; more may become so */
    bool may_hide;              /* printed, and more than nothing */
    bool guarded;               /* hidden, and has to stay uncertain */
    int64_t need;               /* of a guarded one: the largest small count */
    int64_t spare; /* it stands for many like ones: the most that all but one of them count */
    int64_t size;  /* the true count: the smallest is hidden first, */
    uint64_t rank; /* then the lowest rank */
    bool exposed;  /* outcome: guarded, and nothing more could be hidden */
    struct audit_range known; /* outcome: what a reader can work out */
    uint32_t by_low, by_high; /* the relations that narrowed it last */
};

struct audit_link {
    uint32_t relation;
    uint32_t cell;
    int8_t sign;
};

struct audit {
    struct audit_cell *cells;
    size_t cell_count, cell_capacity;
    bool *at_most; /* by relation: the signed sum is at most nothing; else it is nothing */
    size_t relation_count, relation_capacity;
    struct audit_link *links;
    size_t link_count, link_capacity;
};

size_t audit_add(struct audit *audit, struct audit_cell cell);
size_t audit_relate(struct audit *audit, bool at_most);
void audit_term(struct audit *audit, size_t relation, size_t cell, int sign);

/** Near linear in cells and links: each round passes over them a few times. */
void audit_run(struct audit *audit);
void audit_finish(struct audit *audit);

#endif
