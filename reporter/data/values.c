/* SPDX-License-Identifier: MIT */

/* Types of values: SQLite stores anything anywhere, so every value is looked at before it is
 * believed. */
#include "data/connection.h"

#include "base/date.h"
#include "base/error.h"
#include "base/interrupt.h"
#include "base/text.h"

#include <math.h>

static bool is_instant(sqlite3_value *value)
{
    int64_t instant;
    return sqlite3_value_type(value) == SQLITE_TEXT &&
           instant_parse((const char *)sqlite3_value_text(value),
                         (size_t)sqlite3_value_bytes(value), &instant);
}

static bool is_date(sqlite3_value *value)
{
    int32_t day;
    return sqlite3_value_type(value) == SQLITE_TEXT &&
           date_parse((const char *)sqlite3_value_text(value), (size_t)sqlite3_value_bytes(value),
                      &day);
}

static bool is_boolean(sqlite3_value *value)
{
    int64_t number = sqlite3_value_int64(value);
    return sqlite3_value_type(value) == SQLITE_INTEGER && (number == 0 || number == 1);
}

static bool value_is(sqlite3_value *value, enum contract_type type)
{
    switch (type) {
    case CONTRACT_TEXT:
        return sqlite3_value_type(value) == SQLITE_TEXT ||
               sqlite3_value_type(value) == SQLITE_INTEGER;
    case CONTRACT_INTEGER:
        return sqlite3_value_type(value) == SQLITE_INTEGER;
    case CONTRACT_REAL:
        return (sqlite3_value_type(value) == SQLITE_INTEGER ||
                sqlite3_value_type(value) == SQLITE_FLOAT) &&
               isfinite(sqlite3_value_double(value));
    case CONTRACT_BOOLEAN:
        return is_boolean(value);
    case CONTRACT_DATE:
        return is_date(value);
    case CONTRACT_TIMESTAMP:
        return is_instant(value);
    }
    return false;
}

static const char *found_word(sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        return "no value";
    case SQLITE_INTEGER:
        return "a whole number";
    case SQLITE_FLOAT:
        return "a number with decimals";
    case SQLITE_BLOB:
        return "bytes";
    default:
        return sqlite3_value_bytes(value) == 0 ? "empty text" : "some other text";
    }
}

static bool check_value(const struct contract_table *table, size_t c, sqlite3_value *value,
                        int64_t row, struct error *err)
{
    const struct contract_column *column = &table->columns[c];
    bool null = sqlite3_value_type(value) == SQLITE_NULL;
    if (null ? !column->required : value_is(value, column->type))
        return true;
    error_set(err, ERROR_DATA,
              "table %s, column %s, row %lld of the table: %s is expected, but there"
              " is %s",
              table->name, column->name, (long long)row, contract_type_word(column->type),
              found_word(value));
    if (sqlite3_value_type(value) == SQLITE_TEXT && sqlite3_value_bytes(value) == 0)
        error_hint(
            err, "empty fields of a CSV import must be NULL: UPDATE %s SET %s = NULL WHERE %s = ''",
            table->name, column->name, column->name);
    return false;
}

bool source_check_values(struct source *source, size_t t, struct error *err)
{
    const struct contract_table *table = &source->contract->tables[t];
    sqlite3_stmt *statement = NULL;
    char *sql = sqlite3_mprintf("SELECT * FROM temp.\"%w\"", table->name);
    bool good = connection_prepare(source, sql, &statement, err);
    sqlite3_free(sql);
    int code = SQLITE_DONE;
    int64_t row = 0;
    while (good && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        good = interrupt_check(err);
        row++;
        for (size_t c = 0; good && c < table->column_count; c++)
            good = !source->supplied[t][c] ||
                   check_value(table, c, sqlite3_column_value(statement, (int)c), row, err);
    }
    if (good && code != SQLITE_DONE)
        good = connection_error(source, err, "cannot read a table");
    sqlite3_finalize(statement);
    return good;
}
