/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXIT_NO_MEMORY 71
#define CHUNK_FIRST ((size_t)64 * 1024)
#define CHUNK_MOST ((size_t)4 * 1024 * 1024)
#define ALIGNMENT _Alignof(max_align_t)

/** `blocks` holds everything to be freed; the last chunk begun has `left` bytes free at `next`. */
struct arena {
    char **blocks;
    size_t count;
    size_t capacity;
    char *next;
    size_t left;
    size_t chunk;
    size_t size;
};

/* No exit(): handlers that run there may want memory too. */
_Noreturn void arena_exhausted(void)
{
    static const char message[] = "ulat: out of memory\n";
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);

    (void)written;
    _exit(EXIT_NO_MEMORY);
}

static size_t size_of_array(size_t count, size_t size)
{
    size_t bytes;

    /* The upper half of the range stays free for rounding and for pointer differences. */
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > PTRDIFF_MAX)
        arena_exhausted();
    return bytes;
}

void *vector_grow(void *items, size_t count, size_t *capacity, size_t size)
{
    size_t wanted = *capacity ? *capacity : 8;
    void *grown;

    if (items && count < *capacity)
        return items;
    if (count >= PTRDIFF_MAX)
        arena_exhausted();
    while (wanted <= count)
        wanted *= 2;
    grown = realloc(items, size_of_array(wanted, size));
    if (!grown)
        arena_exhausted();
    *capacity = wanted;
    return grown;
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);

    if (!arena)
        arena_exhausted();
    arena->chunk = CHUNK_FIRST;
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (size_t i = 0; i < arena->count; i++)
        free(arena->blocks[i]);
    free(arena->blocks);
    free(arena);
}

static char *block_new(struct arena *arena, size_t bytes)
{
    char *block = calloc(1, bytes);

    if (!block)
        arena_exhausted();
    arena->blocks =
        vector_grow(arena->blocks, arena->count, &arena->capacity, sizeof *arena->blocks);
    arena->blocks[arena->count++] = block;
    return block;
}

#ifdef ULAT_SANITIZED

static char *take(struct arena *arena, size_t bytes)
{
    return block_new(arena, bytes ? bytes : 1);
}

#else

static void chunk_begin(struct arena *arena)
{
    arena->next = block_new(arena, arena->chunk);
    arena->left = arena->chunk;
    if (arena->chunk < CHUNK_MOST)
        arena->chunk *= 2;
}

static char *take(struct arena *arena, size_t bytes)
{
    size_t rounded = bytes ? (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
    char *taken;

    /* A big object gets its own block, so that what is left of the chunk is not thrown away. */
    if (rounded > arena->left && rounded > CHUNK_FIRST / 4)
        return block_new(arena, rounded);
    if (rounded > arena->left)
        chunk_begin(arena);
    taken = arena->next;
    arena->next += rounded;
    arena->left -= rounded;
    return taken;
}

#endif

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t bytes = size_of_array(count, size);

    arena->size += bytes;
    return take(arena, bytes);
}

char *arena_bytes(struct arena *arena, const char *bytes, size_t length)
{
    char *copy;

    if (length >= PTRDIFF_MAX)
        arena_exhausted();
    copy = arena_array(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
    return text ? arena_bytes(arena, text, strlen(text)) : NULL;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    char *formatted = NULL;
    char *copy;
    int length;

    va_start(arguments, format);
    length = vasprintf(&formatted, format, arguments);
    va_end(arguments);
    if (length < 0)
        arena_exhausted();
    copy = arena_bytes(arena, formatted, (size_t)length);
    free(formatted);
    return copy;
}

size_t arena_size(const struct arena *arena)
{
    return arena->size;
}
