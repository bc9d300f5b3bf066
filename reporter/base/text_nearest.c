/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <string.h>

#include "base/text.h"

/* No key or command is longer; what people paste may be. */
#define LETTERS_MOST 64

struct letters {
    gunichar at[LETTERS_MOST];
    size_t count;
};

/* False where the word is too long to compare. */
static bool letters_fold(struct letters *letters, const char *word)
{
    char *valid;
    char *folded;

    letters->count = 0;
    if (strlen(word) > (size_t)LETTERS_MOST * 4)
        return false;
    valid = g_utf8_make_valid(word, -1);
    folded = g_utf8_casefold(valid, -1);
    for (const char *c = folded; *c && letters->count <= LETTERS_MOST; c = g_utf8_next_char(c)) {
        if (letters->count < LETTERS_MOST)
            letters->at[letters->count] = g_utf8_get_char(c);
        letters->count++;
    }
    g_free(folded);
    g_free(valid);
    return letters->count <= LETTERS_MOST;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool is_swap(const struct letters *a, const struct letters *b, size_t i, size_t j)
{
    return i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] && a->at[i - 2] == b->at[j - 1];
}

/* Letters to add, drop, replace, or swap with their neighbour: swaps are the commonest slip. */
static size_t distance(const struct letters *a, const struct letters *b)
{
    size_t table[LETTERS_MOST + 1][LETTERS_MOST + 1];

    for (size_t i = 0; i <= a->count; i++) {
        for (size_t j = 0; j <= b->count; j++) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            table[i][j] = least(table[i - 1][j], table[i][j - 1]) + 1;
            table[i][j] = least(table[i][j], table[i - 1][j - 1] + (a->at[i - 1] != b->at[j - 1]));
            if (is_swap(a, b, i, j))
                table[i][j] = least(table[i][j], table[i - 2][j - 2] + 1);
        }
    }
    return table[a->count][b->count];
}

const char *text_nearest(const char *given, const char *const *words, size_t count)
{
    struct letters wanted;
    struct letters word;
    const char *nearest = NULL;
    size_t best;

    if (!letters_fold(&wanted, given))
        return NULL;
    best = wanted.count / 3 + 1;
    for (size_t i = 0; i < count; i++) {
        size_t edits;

        if (!letters_fold(&word, words[i]))
            continue;
        edits = distance(&wanted, &word);
        if (edits < best) {
            best = edits;
            nearest = words[i];
        }
    }
    return nearest;
}
