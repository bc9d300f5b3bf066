/* SPDX-License-Identifier: MIT */
#ifndef DATA_WRITER_H
#define DATA_WRITER_H

/**
 * A new database of the contract's tables, for `ulat init` and `ulat sample`. The file is built
 * under a temporary name beside its place and appears only when whole; an existing file is refused.
 *
 *     struct writer *writer;
 *     if (!writer_new(path, contract_sql, &writer, err)) return false;
 *     writer_table(writer, "account", "account agency created_on");
 *     writer_text(writer, "dex-facebook"); writer_text(writer, "DEX"); writer_date(writer, day);
 *     writer_row(writer);
 *     ...
 *     return writer_finish(writer, err);      // frees it in every case
 *
 * Errors are sticky: the first one is kept and writer_finish() reports it.
 */

#include <stdbool.h>
#include <stdint.h>

struct error;
struct writer;

/** `contract_path` is queries/contract.sql. */
bool writer_new(const char *path, const char *contract_path, struct writer **ret_writer,
                struct error *err);

/** Rows that follow go to these columns of the table (names separated by one space). */
void writer_table(struct writer *writer, const char *table, const char *columns);
void writer_null(struct writer *writer);
void writer_text(struct writer *writer, const char *text); /* NULL writes NULL */
void writer_integer(struct writer *writer, int64_t value);
void writer_date(struct writer *writer, int32_t day);
void writer_instant(struct writer *writer, int64_t instant); /* 2026-09-30T13:40:00+08:00 */
void writer_row(struct writer *writer);

/** Publishes the file; removes it on failure. */
bool writer_finish(struct writer *writer, struct error *err);

#endif
