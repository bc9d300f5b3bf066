/* SPDX-License-Identifier: MIT */
#include "metrics/responses.h"

#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool finding_name_parse(const struct reference *reference, const char *text, struct arena *arena,
                        struct finding_name *ret_name)
{
    const char *first = strchr(text, '/');
    const char *slash = first ? strchr(first + 1, '/') : NULL;
    *ret_name = (struct finding_name){.agency = SIZE_MAX};
    if (!slash)
        return false;
    ret_name->control = arena_bytes(arena, text, (size_t)(first - text));
    /* A code may hold a slash itself: the first that is an agency's counts. */
    for (; slash && ret_name->agency == SIZE_MAX; slash = strchr(slash + 1, '/')) {
        ret_name->agency = reference_find_agency(reference, first + 1, (size_t)(slash - first - 1));
        if (ret_name->agency != SIZE_MAX)
            ret_name->item = arena_text(arena, slash + 1);
    }
    return true;
}

static int compare_names(const struct finding_name *a, const struct finding_name *b)
{
    if (a->agency != b->agency)
        return a->agency < b->agency ? -1 : 1;
    int order = strcmp(a->control, b->control);
    return order ? order : strcmp(a->item, b->item);
}

static int compare(const void *a, const void *b)
{
    const struct answered *x = a, *y = b;
    return compare_names(&x->name, &y->name);
}

void responses_index(const struct reference *reference, struct arena *arena,
                     struct responses *ret_responses)
{
    struct responses responses = {
        .items = arena_array(arena, reference->response_count + 1, sizeof *responses.items)};
    for (size_t i = 0; i < reference->response_count; i++) {
        struct answered *answered = &responses.items[responses.count];
        answered->response = &reference->responses[i];
        responses.count += finding_name_parse(reference, reference->responses[i].finding, arena,
                                              &answered->name) &&
                           answered->name.agency != SIZE_MAX;
    }
    if (responses.count)
        qsort(responses.items, responses.count, sizeof *responses.items, compare);
    *ret_responses = responses;
}

struct answered *responses_find(const struct responses *responses, size_t agency,
                                const char *control, const char *item)
{
    struct answered wanted = {.name = {control, agency, item}};
    if (!responses->count)
        return NULL;
    return bsearch(&wanted, responses->items, responses->count, sizeof wanted, compare);
}
