/* SPDX-License-Identifier: MIT */
#include "metrics/disclosure_audit.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define NOBODY UINT32_MAX
/* Ranges can creep towards each other by ones for ever; whoever subtracts by hand stops earlier. */
#define MOST_VISITS 1000

/** The relations of an audit, ready to be walked: links by relation, and relations by cell. */
struct walk {
    struct audit *audit;
    struct arena *arena;
    size_t *link_from; /* by relation, and one more: its links */
    struct audit_link *links;
    size_t *relation_from; /* by cell, and one more */
    uint32_t *relations;
    uint32_t *queue; /* of relations, a ring */
    size_t queue_first, queue_count;
    bool *queued;
    uint32_t *visits;  /* by relation, in this round */
    uint32_t *treated; /* by relation: the round in which something of it was hidden */
    uint32_t *seen;    /* by relation: the search that came by */
    uint32_t round, search;
    bool knowing; /* the reader knows why marks stand */
};

size_t audit_add(struct audit *audit, struct audit_cell cell)
{
    audit->cells =
        vector_grow(audit->cells, audit->cell_count, &audit->cell_capacity, sizeof *audit->cells);
    audit->cells[audit->cell_count] = cell;
    return audit->cell_count++;
}

size_t audit_relate(struct audit *audit, bool at_most)
{
    audit->at_most = vector_grow(audit->at_most, audit->relation_count, &audit->relation_capacity,
                                 sizeof *audit->at_most);
    audit->at_most[audit->relation_count] = at_most;
    return audit->relation_count++;
}

void audit_term(struct audit *audit, size_t relation, size_t cell, int sign)
{
    audit->links =
        vector_grow(audit->links, audit->link_count, &audit->link_capacity, sizeof *audit->links);
    audit->links[audit->link_count++] =
        (struct audit_link){(uint32_t)relation, (uint32_t)cell, (int8_t)sign};
}

void audit_finish(struct audit *audit)
{
    free(audit->cells);
    free(audit->at_most);
    free(audit->links);
    *audit = (struct audit){0};
}

/** A declared relation that the rows do not keep tells nobody anything: its terms are dropped. */
static void drop_false(struct audit *audit)
{
    int64_t *sums = calloc(audit->relation_count, sizeof *sums);
    size_t kept = 0;
    if (!sums)
        arena_exhausted();
    for (size_t i = 0; i < audit->link_count; i++)
        sums[audit->links[i].relation] +=
            audit->links[i].sign * audit->cells[audit->links[i].cell].size;
    for (size_t i = 0; i < audit->link_count; i++) {
        uint32_t relation = audit->links[i].relation;
        if (audit->at_most[relation] ? sums[relation] <= 0 : sums[relation] == 0)
            audit->links[kept++] = audit->links[i];
    }
    audit->link_count = kept;
    free(sums);
}

/* ---- The two orders ---- */

static void sum_up(size_t *from, size_t count)
{
    for (size_t i = 1; i <= count; i++)
        from[i] += from[i - 1];
}

/** Counting sorts: from[i + 1] counts, then from[i] is where the next of i goes. */
static void order_links(struct walk *walk)
{
    const struct audit *audit = walk->audit;
    struct arena *arena = walk->arena;
    walk->link_from = arena_array(arena, audit->relation_count + 2, sizeof(size_t));
    walk->relation_from = arena_array(arena, audit->cell_count + 2, sizeof(size_t));
    walk->links = arena_array(arena, audit->link_count + 1, sizeof *walk->links);
    walk->relations = arena_array(arena, audit->link_count + 1, sizeof *walk->relations);
    size_t *next_link = walk->link_from + 1, *next_relation = walk->relation_from + 1;
    for (size_t i = 0; i < audit->link_count; i++) {
        next_link[audit->links[i].relation + 1]++;
        next_relation[audit->links[i].cell + 1]++;
    }
    sum_up(next_link, audit->relation_count);
    sum_up(next_relation, audit->cell_count);
    for (size_t i = 0; i < audit->link_count; i++) {
        walk->links[next_link[audit->links[i].relation]++] = audit->links[i];
        walk->relations[next_relation[audit->links[i].cell]++] = audit->links[i].relation;
    }
}

/* ---- What a reader works out ---- */

static void enqueue(struct walk *walk, uint32_t relation)
{
    if (walk->queued[relation] || walk->visits[relation] >= MOST_VISITS)
        return;
    walk->queued[relation] = true;
    size_t room = walk->audit->relation_count;
    walk->queue[(walk->queue_first + walk->queue_count++) % room] = relation;
}

static void enqueue_all_of(struct walk *walk, size_t cell)
{
    for (size_t i = walk->relation_from[cell]; i < walk->relation_from[cell + 1]; i++)
        enqueue(walk, walk->relations[i]);
}

/** A sum of bounds, some of which may be missing. */
struct bound {
    int64_t sum;
    size_t missing;
};

static void add_bound(struct bound *bound, int64_t value)
{
    if (value >= AUDIT_MOST || value <= -AUDIT_MOST)
        bound->missing++;
    else
        bound->sum += value;
}

/** The bound without one of its terms; false where another term has none. */
static bool bound_without(const struct bound *bound, int64_t value, int64_t *ret_sum)
{
    bool has_none = value >= AUDIT_MOST || value <= -AUDIT_MOST;
    if (bound->missing > has_none)
        return false;
    *ret_sum = bound->sum - (has_none ? 0 : value);
    return true;
}

static struct audit_range signed_range(const struct audit_cell *cell, int sign)
{
    return sign > 0 ? cell->known : (struct audit_range){-cell->known.high, -cell->known.low};
}

static bool raise_low(struct audit_cell *cell, int64_t low, uint32_t relation)
{
    if (low <= cell->known.low)
        return false;
    cell->known.low = low;
    cell->by_low = relation;
    return true;
}

static bool lower_high(struct audit_cell *cell, int64_t high, uint32_t relation)
{
    if (high >= cell->known.high)
        return false;
    cell->known.high = high;
    cell->by_high = relation;
    return true;
}

/** A term is what the others leave: between minus their most and minus their least. */
static bool narrow(struct walk *walk, const struct audit_link *link, const struct bound *least,
                   const struct bound *most)
{
    struct audit_cell *cell = &walk->audit->cells[link->cell];
    struct audit_range range = signed_range(cell, link->sign);
    int64_t sum;
    bool changed = false;
    if (bound_without(least, range.low, &sum))
        changed = link->sign > 0 ? lower_high(cell, -sum, link->relation)
                                 : raise_low(cell, sum, link->relation);
    if (!walk->audit->at_most[link->relation] && bound_without(most, range.high, &sum))
        changed |= link->sign > 0 ? raise_low(cell, -sum, link->relation)
                                  : lower_high(cell, sum, link->relation);
    return changed;
}

static void visit(struct walk *walk, uint32_t relation)
{
    const struct audit *audit = walk->audit;
    struct bound least = {0}, most = {0};
    size_t first = walk->link_from[relation], end = walk->link_from[relation + 1];
    for (size_t i = first; i < end; i++) {
        struct audit_range range =
            signed_range(&audit->cells[walk->links[i].cell], walk->links[i].sign);
        add_bound(&least, range.low);
        add_bound(&most, range.high);
    }
    /* each term against the sums as they were: what changes makes the relation come by again */
    for (size_t i = first; i < end; i++)
        if (narrow(walk, &walk->links[i], &least, &most))
            enqueue_all_of(walk, walk->links[i].cell);
}

/** What a mark tells. */
static struct audit_range read_mark(const struct walk *walk, const struct audit_cell *cell)
{
    return walk->knowing ? cell->marked : (struct audit_range){cell->marked.low > 0, AUDIT_MOST};
}

static void work_out(struct walk *walk)
{
    struct audit *audit = walk->audit;
    for (size_t c = 0; c < audit->cell_count; c++) {
        struct audit_cell *cell = &audit->cells[c];
        cell->known = cell->hidden ? read_mark(walk, cell) : cell->printed;
        cell->by_low = cell->by_high = NOBODY;
    }
    memset(walk->visits, 0, audit->relation_count * sizeof *walk->visits);
    for (size_t r = 0; r < audit->relation_count; r++)
        enqueue(walk, (uint32_t)r);
    while (walk->queue_count) {
        uint32_t relation = walk->queue[walk->queue_first];
        walk->queue_first = (walk->queue_first + 1) % audit->relation_count;
        walk->queue_count--;
        walk->queued[relation] = false;
        walk->visits[relation]++;
        visit(walk, relation);
    }
}

/* ---- What is hidden next ---- */

static bool tells_too_much(const struct walk *walk, const struct audit_cell *cell)
{
    if (!cell->guarded)
        return false;
    if (!walk->knowing)
        return cell->known.high < cell->need;
    int64_t high = cell->known.high < cell->need ? cell->known.high : cell->need;
    return cell->known.low - cell->spare >= high;
}

static struct audit_cell *smallest_printed(const struct walk *walk, uint32_t relation)
{
    struct audit_cell *best = NULL;
    for (size_t i = walk->link_from[relation]; i < walk->link_from[relation + 1]; i++) {
        struct audit_cell *cell = &walk->audit->cells[walk->links[i].cell];
        if (cell->hidden || !cell->may_hide)
            continue;
        if (!best || cell->size < best->size ||
            (cell->size == best->size && cell->rank < best->rank))
            best = cell;
    }
    return best;
}

/** The relations that narrowed a cell join the search, unless they are in it. */
static void look_behind(struct walk *walk, const struct audit_cell *cell, uint32_t *queue,
                        size_t *count)
{
    const uint32_t by[] = {cell->by_low, cell->by_high};
    for (size_t i = 0; i < ARRAY_LENGTH(by); i++) {
        if (by[i] == NOBODY || walk->seen[by[i]] == walk->search)
            continue;
        walk->seen[by[i]] = walk->search;
        queue[(*count)++] = by[i];
    }
}

/** Searches from the relations that narrowed the cell through those that narrowed their cells,
 *  the nearest first. True where something was or had just been hidden. */
static bool hide_near(struct walk *walk, const struct audit_cell *exposed, uint32_t *queue)
{
    size_t first = 0, count = 0;
    walk->search++;
    look_behind(walk, exposed, queue, &count);
    for (; first < count; first++) {
        uint32_t relation = queue[first];
        if (walk->treated[relation] == walk->round)
            return true;
        struct audit_cell *cell = smallest_printed(walk, relation);
        if (cell) {
            cell->hidden = true;
            walk->treated[relation] = walk->round;
            return true;
        }
        for (size_t i = walk->link_from[relation]; i < walk->link_from[relation + 1]; i++)
            look_behind(walk, &walk->audit->cells[walk->links[i].cell], queue, &count);
    }
    return false;
}

/** One more cell for each relation that tells too much. What is told while nothing more can be
 *  hidden stays exposed. */
static bool hide_more(struct walk *walk, uint32_t *queue)
{
    struct audit *audit = walk->audit;
    bool changed = false;
    walk->round++;
    for (size_t c = 0; c < audit->cell_count; c++)
        if (tells_too_much(walk, &audit->cells[c]))
            changed |= hide_near(walk, &audit->cells[c], queue);
    for (size_t c = 0; !changed && c < audit->cell_count; c++)
        audit->cells[c].exposed |= tells_too_much(walk, &audit->cells[c]);
    return changed;
}

void audit_run(struct audit *audit)
{
    if (!audit->relation_count)
        return;
    struct walk walk = {.audit = audit, .arena = arena_new()};
    size_t relations = audit->relation_count + 1;
    drop_false(audit);
    order_links(&walk);
    walk.queue = arena_array(walk.arena, relations, sizeof *walk.queue);
    walk.queued = arena_array(walk.arena, relations, sizeof *walk.queued);
    walk.visits = arena_array(walk.arena, relations, sizeof *walk.visits);
    walk.treated = arena_array(walk.arena, relations, sizeof *walk.treated);
    walk.seen = arena_array(walk.arena, relations, sizeof *walk.seen);
    uint32_t *search = arena_array(walk.arena, relations, sizeof *search);
    for (int pass = 0; pass < 2; pass++) {
        walk.knowing = pass;
        do
            work_out(&walk);
        while (hide_more(&walk, search));
    }
    arena_free(walk.arena);
}
