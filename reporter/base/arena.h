/* SPDX-License-Identifier: MIT */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

/**
 * Memory that lives as long as one job (a run, a document) and is freed at once.
 *
 * When memory runs out the program ends with a message and exit code 71: it is a batch program, and
 * no caller could do better. In sanitizer builds each object has its own malloc block, so overruns
 * are still seen.
 */

#include <stddef.h>

struct arena;

/** Ends the program as described: for memory that is not the arena's (hash tables, growing arrays).
 */
_Noreturn void arena_exhausted(void);

struct arena *arena_new(void);

/** Accepts NULL. */
void arena_free(struct arena *arena);

/** Zeroed memory, aligned for any type. `count * size` is checked. */
void *arena_array(struct arena *arena, size_t count, size_t size);
#define ARENA_NEW(arena, type) ((type *)arena_array((arena), 1, sizeof(type)))

/** A copy owned by the arena. `text` may be NULL (gives NULL). */
char *arena_text(struct arena *arena, const char *text);
char *arena_bytes(struct arena *arena, const char *bytes, size_t length); /* NUL-terminated copy */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** Bytes handed out so far. */
size_t arena_size(const struct arena *arena);

/**
 * Grows a heap array (realloc, doubling) so that `count + 1` items fit; ends the program when
 * memory runs out. Usage: `v->items = vector_grow(v->items, v->count, &v->capacity, sizeof
 * *v->items);`
 */
void *vector_grow(void *items, size_t count, size_t *capacity, size_t size);

#define ARRAY_LENGTH(array) (sizeof(array) / sizeof((array)[0]))

#endif
