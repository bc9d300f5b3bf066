# SPDX-License-Identifier: MIT
"""What follows from published numbers: ranges of counts, narrowed by everything that adds up."""

import collections

MOST = float("inf")
ROUND_TO = 5


def printed_range(number, below):
    """The counts for which a number is printed."""
    if number == 0:
        return 0, 0
    low, high = number - ROUND_TO // 2, number + ROUND_TO // 2
    first = -(-below // ROUND_TO) * ROUND_TO
    return (below if number == first else max(low, below)), high


class Attack:
    """Cells by name, and relations between sums of them."""

    def __init__(self):
        self.ranges, self.relations = {}, []
        self.of_cell = collections.defaultdict(list)

    def knows(self, cell):
        return cell in self.ranges

    def know(self, cell, low, high):
        before = self.ranges.get(cell, (0, MOST))
        self.ranges[cell] = max(before[0], low), min(before[1], high)

    def relate(self, left, right, exact=True):
        """The left terms together are the right ones; not exact: at least as much."""
        terms = list(left) + [(-sign, cell) for sign, cell in right]
        for _, cell in terms:
            self.of_cell[cell].append(len(self.relations))
        self.relations.append((terms, exact))

    def run(self):
        waiting = collections.deque(range(len(self.relations)))
        queued, visits = set(waiting), collections.Counter()
        while waiting:
            relation = waiting.popleft()
            queued.discard(relation)
            visits[relation] += 1
            for cell in self.visit(relation):
                for other in self.of_cell[cell]:
                    if other not in queued and visits[other] < 500:
                        queued.add(other)
                        waiting.append(other)

    def signed(self, sign, cell):
        low, high = self.ranges[cell]
        return (low, high) if sign > 0 else (-high, -low)

    def visit(self, relation):
        """Each term is minus all others. What they add up to is kept, as relations may be long."""
        terms, exact = self.relations[relation]
        lows, highs = Sum(), Sum()
        for term in terms:
            low, high = self.signed(*term)
            lows.add(low)
            highs.add(high)
        changed = []
        for sign, cell in terms:
            own_low, own_high = self.signed(sign, cell)
            least = -highs.without(own_high)
            most = -lows.without(own_low) if exact else MOST
            low, high = self.ranges[cell]
            if sign > 0:
                narrower = max(low, least), min(high, most)
            else:
                narrower = max(low, -most), min(high, -least)
            if narrower != (low, high) and low <= high:
                self.ranges[cell] = narrower
                if narrower[0] <= narrower[1]:  # what contradicts itself is told, and ends there
                    changed.append(cell)
                lows.replace(own_low, self.signed(sign, cell)[0])
                highs.replace(own_high, self.signed(sign, cell)[1])
        return changed


class Sum:
    """A sum from which a term can be taken away again, be it without bounds."""

    def __init__(self):
        self.finite, self.endless = 0, {MOST: 0, -MOST: 0}

    def add(self, term, times=1):
        if term in self.endless:
            self.endless[term] += times
        else:
            self.finite += times * term

    def replace(self, term, by):
        self.add(term, -1)
        self.add(by)

    def without(self, term):
        for bound, count in self.endless.items():
            if count - (term == bound) > 0:
                return bound
        return self.finite - (0 if term in self.endless else term)
