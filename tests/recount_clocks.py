# SPDX-License-Identifier: MIT
"""The clocks of the law over messages of the public, wound up again from raw rows."""

import collections
import functools

from manila import EPOCH, MANILA, day_of, holds
from recount_feedback import is_required, messages

TIMED = {"RA 6713": "answer-days", "RA 11032": "request-days"}
ON_TIME, LATE, OPEN = "on time", "late", "open"

STEPS = {"working_days": (1, 5, 10, 30, 60), "hours": (24, 48, 120, 240)}

# `due` and `received` are days, `taken` the range into which the time taken falls.
Ran = collections.namedtuple("Ran", "item agency received clock due state taken")


def last_second(on):
    return (on - EPOCH + 1) * 86400 - MANILA - 1


def applies(clock, message):
    row = message.row
    return (holds(clock.effective_from, clock.effective_to, day_of(message.received))
            and all(wanted in (None, got) for wanted, got in (
                (clock.kind, row.kind), (clock.channel, row.channel),
                (clock.complexity, row.complexity))))


def limit(world, clock, message, times):
    """The last moment of so many times the clock's duration after receipt."""
    if clock.unit == "hours":
        return message.received + times * clock.duration * 3600
    agency = world.agencies.get(message.agency)
    return last_second(world.working_days.due(day_of(message.received),
                                              agency.region if agency else None,
                                              times * clock.duration))


def due_moment(world, clock, message):
    """An extension in time gives the same time again, once."""
    due, extended = limit(world, clock, message, 1), message.row.extended_at
    if clock.extendable == 1 and world.knows(extended) and extended <= due:
        return limit(world, clock, message, 2)
    return due


def state(clock, message, due):
    """How a clock stands by the day of the data; None where a referral in time took it away."""
    ended = message.resolved if clock.ends_with == "resolution" else message.answered
    if ended is None and message.referred is not None:
        return None if message.referred <= due else LATE
    if ended is None:
        return OPEN
    return ON_TIME if ended <= due else LATE


def count_taken(world, clock, message, acted):
    """So many working days after receipt, or hours of the calendar, the last begun one whole."""
    if clock.unit == "hours":
        return -((message.received - acted) // 3600)
    agency, count = world.agencies.get(message.agency), 0
    while world.working_days.due(day_of(message.received), agency.region if agency else None,
                                 count) < day_of(acted):
        count += 1
    return count


def range_of(world, clocks, clock, message):
    """Ranges end where the law's times do, and at round numbers between."""
    acted = message.resolved if clock.ends_with == "resolution" else message.answered
    acted = message.referred if acted is None else acted
    if acted is None:
        return "still open"
    ends = sorted({*STEPS[clock.unit], *(one.duration for one in clocks if one.unit == clock.unit)})
    taken = count_taken(world, clock, message, acted)
    begins = [0, *(end + 1 for end in ends)]
    for first, last in zip(begins, ends):
        if taken <= last:
            return f"{first}-{last}"
    return f"{begins[-1]}-"


@functools.lru_cache(maxsize=1)
def wound(world):
    """Every clock that a message started, each once for whoever asks."""
    clocks, ran = list(world.rows("clock")), []
    for message in filter(lambda one: is_required(one.row), messages(world)):
        for clock in clocks:
            if applies(clock, message):
                due = due_moment(world, clock, message)
                stands = state(clock, message, due)
                if stands:
                    item = f"{message.row.feedback}/{clock.clock}"
                    ran.append(Ran(
                        item + ("/referred" if message.received_by_referral else ""),
                        message.agency, day_of(message.received), clock, day_of(due), stands,
                        range_of(world, clocks, clock, message)))
    return ran


def answered_in_time(world, quarter):
    for ran in wound(world):
        if ran.clock.basis == "RA 6713" and quarter.holds(ran.due) and ran.due <= world.as_of:
            yield ran.agency, ran.item, "met" if ran.state == ON_TIME else "not_met", ran.due


def gather_clocks(gathering):
    for _, agency, received, clock, due, stands, taken in wound(gathering.world):
        name = clock.clock
        if due > gathering.world.as_of:
            if stands == OPEN:
                gathering.add("clock-not-yet-due", received, agency, clock=name)
            continue
        on_time = int(stands == ON_TIME)
        gathering.add("clock-due", due, agency, clock=name)
        gathering.add("clock-on-time", due, agency, on_time, clock=name)
        if stands == LATE:
            gathering.add("clock-late", due, agency, clock=name)
        if stands == OPEN:
            gathering.add("clock-open-past-due", due, agency, clock=name)
        if clock.basis == "RA 6713":
            gathering.add("feedback-on-time", due, agency, on_time)
        if clock.basis == "RA 11032":
            gathering.add("requests-on-time", due, agency, on_time, clock=name)
        if clock.unit == "hours":
            gathering.add("urgent-hours", due, agency, hours_taken=taken)
        elif clock.basis in TIMED:
            gathering.add(TIMED[clock.basis], due, agency, days_taken=taken)


CLOCK_CONTROLS = {"FDB-3": answered_in_time}
