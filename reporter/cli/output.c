/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_COLUMNS 8

bool output_text(const struct text *text, struct error *err)
{
    const char *bytes = text_string(text);
    size_t left = text->length;
    while (left > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, left);
        if (written < 0 && errno == EPIPE)
            return true;
        if (written < 0 && errno != EINTR)
            return error_set(err, ERROR_IO, "cannot write to the standard output: %s",
                             strerror(errno));
        if (written > 0) {
            bytes += written;
            left -= (size_t)written;
        }
    }
    return true;
}

void output_cell(struct output_table *table, const char *cell)
{
    table->cells = vector_grow(table->cells, table->count, &table->capacity, sizeof *table->cells);
    table->cells[table->count++] = cell ? text_clean(table->arena, cell, strlen(cell), NULL) : "";
}

static void measure(const struct output_table *table, size_t *widths)
{
    for (size_t i = 0; i < table->count; i++) {
        size_t width = text_length(table->cells[i]);
        if (width > widths[i % table->columns])
            widths[i % table->columns] = width;
    }
}

/** Nothing stands behind the last cell of a row that says something. */
static bool ends_row(const struct output_table *table, size_t i)
{
    for (i++; i % table->columns; i++)
        if (*table->cells[i])
            return false;
    return true;
}

void output_columns(struct output_table *table, int indent, struct text *text)
{
    size_t widths[MOST_COLUMNS] = {0};
    measure(table, widths);
    for (size_t i = 0; i < table->count; i++) {
        if (i % table->columns == 0)
            text_printf(text, "%*s", indent, "");
        text_append(text, table->cells[i]);
        if (!ends_row(table, i))
            text_printf(text, "%*s",
                        (int)(widths[i % table->columns] - text_length(table->cells[i])) + 2, "");
        else {
            text_append(text, "\n");
            i += table->columns - 1 - i % table->columns;
        }
    }
    free(table->cells);
    *table = (struct output_table){.arena = table->arena, .columns = table->columns};
}

/** Characters of the word that begins here. */
static size_t word_bytes(const char *string)
{
    return strcspn(string, " ");
}

void output_wrapped(const char *string, size_t indent, size_t width, struct text *text)
{
    size_t used = 0;
    while (*string) {
        size_t bytes = word_bytes(string), characters = 0;
        for (size_t i = 0; i < bytes; i++)
            characters += ((unsigned char)string[i] & 0xC0) != 0x80;
        if (used && used + 1 + characters > width) {
            text_printf(text, "\n%*s", (int)indent, "");
            used = 0;
        } else if (used) {
            text_append(text, " ");
            used++;
        }
        text_append_bytes(text, string, bytes);
        used += characters;
        string += bytes;
        string += strspn(string, " ");
    }
}
