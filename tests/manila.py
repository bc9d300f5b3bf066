# SPDX-License-Identifier: MIT
"""Days, instants, quarters and working days, worked out apart from the program that is tested.

A day is its ordinal in the proleptic Gregorian calendar, an instant is seconds since 1970-01-01
00:00 UTC. A timestamp without a zone is Philippine time, and the day of an instant is its day
there.
"""

import datetime
import functools
import re

EPOCH = datetime.date(1970, 1, 1).toordinal()
MANILA = 8 * 3600
TIMESTAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)"
                       r"(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII)


@functools.lru_cache(maxsize=100_000)
def day_number(year, month, day):
    return datetime.date(year, month, day).toordinal()


def zone_seconds(zone):
    """Seconds east of Greenwich."""
    if zone is None:
        return MANILA
    if zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[-2:]) * 60
    return -seconds if zone[0] == "-" else seconds


def instant(text):
    """A date alone is its midnight in Manila. None stays None."""
    if text is None:
        return None
    match = TIMESTAMP.fullmatch(text)
    if not match:
        raise ValueError(f"not a date or timestamp: {text!r}")
    year, month, day, hour, minute, second, zone = match.groups()
    hour, minute, second = int(hour or 0), int(minute or 0), int(second or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"no such time of day: {text!r}")
    days = day_number(int(year), int(month), int(day)) - EPOCH
    return days * 86400 + hour * 3600 + minute * 60 + second - zone_seconds(zone)


def day_of(moment):
    return None if moment is None else EPOCH + (moment + MANILA) // 86400


def day(text):
    """The day in Manila of a date or timestamp. None stays None."""
    return day_of(instant(text))


def holds(first, last, on):
    """Whether what holds from `first` to `last` (None: no limit known) holds on a day."""
    return (first is None or first <= on) and (last is None or last >= on)


class Quarter:
    """A quarter of the calendar year: first and last day."""

    def __init__(self, name):
        match = re.fullmatch(r"(\d{4})-Q([1-4])", name, re.ASCII)
        if not match:
            raise ValueError(f"not a quarter: {name!r}")
        self.name = name
        self.year, self.number = int(match[1]), int(match[2])
        self.first = day_number(self.year, 3 * self.number - 2, 1)
        after = (self.year, 3 * self.number + 1) if self.number < 4 else (self.year + 1, 1)
        self.last = day_number(*after, 1) - 1

    def before(self):
        if self.number > 1:
            return Quarter(f"{self.year}-Q{self.number - 1}")
        return Quarter(f"{self.year - 1}-Q4")

    def holds(self, on):
        return on is not None and self.first <= on <= self.last


class WorkingDays:
    """Neither Saturday nor Sunday nor a holiday of the whole country or of the region asked for."""

    def __init__(self, holidays):
        self.holidays = set(holidays)  # (scope, day)

    def is_working(self, on, region):
        # Ordinal 1 was a Monday.
        return ((on - 1) % 7 < 5 and ("national", on) not in self.holidays
                and (region, on) not in self.holidays)

    @functools.lru_cache(maxsize=None)
    def due(self, received, region, count):
        """The count-th working day after the day of receipt, which is not counted itself."""
        on = received
        while count > 0:
            on += 1
            count -= self.is_working(on, region)
        return on
