/* SPDX-License-Identifier: MIT */
#ifndef METRICS_PEERS_H
#define METRICS_PEERS_H

/**
 * An agency beside its peers: the other bodies of its mandate, class and like
 * size that reported, are not new and, of mandated ones, have a band. There is no figure of fewer
 * than the method's minimum, be it of bodies, of those judged in a section or of those judged by a
 * control. Sizes go by active accounts where these were measured; else all bodies are alike.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct results;

/** Of `count` bodies, the agency left out; all zero where they are too few. In millionths. */
struct peer_scores {
    size_t count;
    int64_t lower; /* quartiles by nearest rank */
    int64_t median_twice;
    int64_t upper;
};

/** Of `judged` bodies, the agency left out, `meet` meet (or have adopted) the control. */
struct peer_control {
    size_t meet;
    size_t judged;
};

struct peers {
    size_t count;                  /* of peers */
    struct peer_scores score;      /* of mandated bodies */
    struct peer_scores *sections;  /* by section */
    struct peer_control *controls; /* by control */
};

struct peer_groups;

/** All groups of a period, found once; the arena's. Not const: sizes are measures. Controls are
 * compared in the reported period only: of earlier ones the scores alone are known. */
struct peer_groups *peers_group(struct results *results, size_t period, struct arena *arena);

/** False, and nothing in it, where the agency has fewer peers than the minimum. */
bool peers_find(const struct peer_groups *groups, size_t agency, struct arena *arena,
                struct peers *ret_peers);

#endif
