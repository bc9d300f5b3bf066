/* SPDX-License-Identifier: MIT */
#ifndef DATA_CONTRACT_H
#define DATA_CONTRACT_H

/**
 * The tables and columns of queries/contract.sql: what listings may read, and which type each value
 * must have. SQLite itself reads the file, so it is the only place where the contract is written.
 */

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;

enum contract_type {
    CONTRACT_TEXT,
    CONTRACT_INTEGER,
    CONTRACT_REAL,
    CONTRACT_BOOLEAN,
    CONTRACT_DATE,
    CONTRACT_TIMESTAMP,
};

struct contract_column {
    const char *name;
    enum contract_type type;
    bool required; /* NOT NULL */
};

struct contract_table {
    const char *name;
    const char *purpose; /* the comment behind the bracket, without "events:" and "finds:" */
    bool events;         /* a large table: values are checked as they are read */
    bool finds; /* what was found: no row means that nothing was, and not that none was kept */
    struct contract_column *columns;
    size_t column_count;
};

struct contract {
    const char *path;
    struct contract_table *tables;
    size_t table_count;
};

bool contract_load(const char *path, struct arena *arena, struct contract *ret_contract,
                   struct error *err);

/** The index of a table, or (size_t)-1; case is ignored, as SQLite does. */
size_t contract_find(const struct contract *contract, const char *table);
size_t contract_find_column(const struct contract_table *table, const char *column);

const char *contract_type_word(enum contract_type type); /* "a date (2026-09-30)" */

#endif
