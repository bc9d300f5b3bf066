/* SPDX-License-Identifier: MIT */
#include "render/table_csv.h"

#include "base/arena.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/text.h"
#include "document/document.h"

#include <inttypes.h>
#include <stdlib.h>

#define MINUS "\u2212"

struct writer {
    const struct table *table;
    const bool *rates; /* columns that hold rates */
    struct text *csv;
};

static bool has_rates(const struct table *table, size_t column)
{
    for (size_t row = 0; row < table->row_count; row++)
        if (table_cell(table, row, column)->kind == CELL_RATE)
            return true;
    return false;
}

static void put_field(struct text *csv, bool first, const char *field)
{
    if (!first)
        csv_separator(csv);
    csv_field(csv, field);
}

static void put_part_heading(struct text *csv, const char *heading, const char *part)
{
    struct text field = {0};

    text_printf(&field, "%s: %s", heading, part);
    put_field(csv, false, text_string(&field));
    text_finish(&field);
}

static void put_head(const struct writer *writer)
{
    for (size_t i = 0; i < writer->table->column_count; i++) {
        const char *heading = writer->table->columns[i].heading;
        put_field(writer->csv, i == 0, heading);
        if (writer->rates[i]) {
            put_part_heading(writer->csv, heading, "numerator");
            put_part_heading(writer->csv, heading, "denominator");
        }
    }
    csv_end_row(writer->csv);
}

/* As printed, but for the thousands' commas, the plus of a change and the typographic minus. */
static void put_number(const char *printed, struct text *csv, bool first)
{
    struct text field = {0};

    for (const char *at = printed; *at; at++) {
        if (text_starts(at, MINUS)) {
            text_append(&field, "-");
            at += sizeof MINUS - 2;
        } else if (*at != ',' && *at != '+') {
            text_append_bytes(&field, at, 1);
        }
    }
    put_field(csv, first, text_string(&field));
    text_finish(&field);
}

static void put_cell(const struct writer *writer, const struct cell *cell, size_t column)
{
    struct text printed = {0};

    if (cell->kind == CELL_DATE)
        date_iso(&printed, (int32_t)cell->number);
    else
        cell_print(cell, &writer->table->columns[column], &printed);
    if (cell->kind == CELL_COUNT || cell->kind == CELL_RATIO)
        put_number(text_string(&printed), writer->csv, column == 0);
    else
        put_field(writer->csv, column == 0, text_string(&printed));
    text_finish(&printed);
}

static void put_part(struct text *csv, const struct cell *cell, int64_t part)
{
    struct text field = {0};

    if (cell->kind == CELL_RATE)
        text_printf(&field, "%" PRId64, part);
    put_field(csv, false, text_string(&field));
    text_finish(&field);
}

static void put_row(const struct writer *writer, size_t row)
{
    for (size_t i = 0; i < writer->table->column_count; i++) {
        const struct cell *cell = table_cell(writer->table, row, i);
        put_cell(writer, cell, i);
        if (writer->rates[i]) {
            put_part(writer->csv, cell, cell->number);
            put_part(writer->csv, cell, cell->denominator);
        }
    }
    csv_end_row(writer->csv);
}

void table_csv(const struct table *table, struct text *csv)
{
    size_t capacity = 0;
    bool *rates = vector_grow(NULL, table->column_count, &capacity, sizeof *rates);
    const struct writer writer = {.table = table, .rates = rates, .csv = csv};

    for (size_t i = 0; i < table->column_count; i++)
        rates[i] = has_rates(table, i);
    put_head(&writer);
    for (size_t row = 0; row < table->row_count; row++)
        put_row(&writer, row);
    free(rates);
}
