# SPDX-License-Identifier: MIT
"""The measures of what the public writes to agencies, counted again from raw rows.

A message that was referred is two: the sender's until the moment of the referral, and the
receiver's from it. What is answered or resolved before that moment is the sender's doing, what is
answered from it on the receiver's.
"""

import collections
import datetime

from manila import day_of, holds

DISPOSITIONS = ("adopted", "referred", "declined")
NET = {"positive": 1, "neutral": 0, "negative": -1}
RATINGS = {1: "1_lowest", 2: "2", 3: "3", 4: "4", 5: "5_highest"}
AGES = ((3, "0-3"), (7, "4-7"), (15, "8-15"), (20, "16-20"), (60, "21-60"), (120, "61-120"))
OLDER = "121-"

# `own`: still or now with this agency; `referred`: the moment at which it went to another one.
Message = collections.namedtuple(
    "Message", "item agency row received answered resolved referred received_by_referral")


def is_counted(row):
    return row.kind != "spam" and row.duplicate_of is None


def is_required(row):
    return row.requires_response == 1 and is_counted(row) and row.kind != "praise"


def is_own(message):
    return message.referred is None


def referral(world, row):
    """The moment at which a message went to another agency, or None."""
    went = (row.referred_to not in (None, row.agency) and world.knows(row.referred_at)
            and row.referred_at >= row.received_at)
    return row.referred_at if went else None


def done_between(world, moment, first, before):
    """The moment itself if it is known and not before the first nor after the last; else None."""
    if world.knows(moment) and moment >= first and (before is None or moment < before):
        return moment
    return None


def message_of(world, row, referred, by_referral):
    """The row as its sender, or by referral its receiver, has it."""
    received = referred if by_referral else row.received_at
    before = None if by_referral else referred
    response = None if row.automatic == 1 else row.first_response_at
    return Message(
        item=f"{row.feedback}/referred" if by_referral else row.feedback,
        agency=row.referred_to if by_referral else row.agency, row=row, received=received,
        answered=done_between(world, response, received, before),
        resolved=done_between(world, row.resolved_at, received, before),
        referred=before, received_by_referral=by_referral)


def messages(world):
    """Every message known by the day of the data, and once more for whom it was referred to."""
    for row in world.rows("feedback"):
        if not world.knows(row.received_at):
            continue
        referred = referral(world, row)
        yield message_of(world, row, referred, by_referral=False)
        if referred is not None:
            yield message_of(world, row, referred, by_referral=True)


def gather_opinion(gathering, message):
    """What the writer felt, as far as somebody classified or asked it."""
    on, agency, row = day_of(message.received), message.agency, message.row
    by = {"sentiment_method": row.sentiment_method, "language": row.language}
    gathering.add("sentiment", on, agency, sentiment=row.sentiment)
    gathering.add("sentiment-classified", on, agency, int(row.sentiment is not None), **by)
    if row.sentiment in NET:
        gathering.add("sentiment-net", on, agency, NET[row.sentiment], **by)
    if row.satisfaction is not None and 1 <= row.satisfaction <= 5:
        gathering.add("satisfaction-mean", on, agency, row.satisfaction)
        gathering.add("satisfaction-ratings", on, agency, rating=RATINGS[row.satisfaction])


def gather_sent(gathering, message):
    """A message as the agency has it to which the citizen wrote, wherever it went then."""
    on, agency, row = day_of(message.received), message.agency, message.row
    if row.kind == "spam":
        gathering.add("feedback-spam", on, agency)
    elif row.duplicate_of is not None:
        gathering.add("feedback-duplicates", on, agency)
    if not is_counted(row):
        return
    gathering.add("feedback-received", on, agency, kind=row.kind, channel=row.channel,
                  region=row.region, language=row.language, campaign=row.campaign,
                  program=row.program,
                  whole={"day": datetime.date.fromordinal(on).isoformat()})
    if message.referred is not None:
        gathering.add("feedback-referred-out", day_of(message.referred), agency)
    if row.kind == "suggestion":
        gathering.add("suggestions", on, agency, disposition=row.disposition)
        gathering.add("suggestions-disposed", on, agency, int(row.disposition in DISPOSITIONS))
    gather_opinion(gathering, message)


def gather_required(gathering, message):
    """A message that its agency has to answer and did not refer."""
    on, agency = day_of(message.received), message.agency
    answered, resolved = message.answered is not None, message.resolved is not None
    gathering.add("feedback-required", on, agency)
    gathering.add("feedback-response-rate", on, agency, int(answered))
    gathering.add("feedback-resolution-rate", on, agency, int(resolved))
    gathering.add("feedback-answered" if answered else "feedback-open", on, agency)
    if answered:
        for measure in ("feedback-response-median", "feedback-response-p90"):
            gathering.add(measure, on, agency, message.answered - message.received)
    if resolved:
        gathering.add("feedback-resolution-median", on, agency,
                      message.resolved - message.received)


def gather_feedback(gathering):
    for message in messages(gathering.world):
        row, on = message.row, day_of(message.received)
        if not message.received_by_referral:
            gather_sent(gathering, message)
        elif is_counted(row):
            gathering.add("feedback-referred-in", on, message.agency)
        if is_own(message) and is_counted(row) and row.kind == "request":
            gathering.add("requests-resolved", on, message.agency,
                          int(message.resolved is not None))
        if is_own(message) and is_required(row):
            gather_required(gathering, message)


def age(world, message, on):
    """How many working days lie behind the day of receipt, up to a day and with it."""
    agency = world.agencies.get(message.agency)
    days = sum(world.working_days.is_working(later, agency.region if agency else None)
               for later in range(day_of(message.received) + 1, on + 1))
    return next((name for most, name in AGES if days <= most), OLDER)


def gather_backlog(gathering):
    """A message is open from its receipt until it is answered or referred."""
    for message in messages(gathering.world):
        if not is_required(message.row):
            continue
        opened = day_of(message.received)
        closed = day_of(message.referred if message.answered is None else message.answered)
        for quarter in gathering.quarters:
            for measure, counts in (
                    ("backlog-start", opened < quarter.first
                     and (closed is None or closed >= quarter.first)),
                    ("backlog-received", quarter.holds(opened)),
                    ("backlog-closed", quarter.holds(closed)),
                    ("backlog-end", opened <= quarter.last
                     and (closed is None or closed > quarter.last))):
                if counts and measure == "backlog-end":
                    gathering.add(measure, quarter.last, message.agency,
                                  age=age(gathering.world, message, quarter.last))
                elif counts:
                    gathering.add(measure, quarter.last, message.agency)


def coverage(world):
    """The spans in which channels of agencies were logged."""
    spans = collections.defaultdict(list)
    for row in world.rows("channel_coverage"):
        spans[row.agency, row.channel].append((row.logged_from, row.logged_to))
    return spans


def began(spans):
    """The year since when a channel is logged, as far as it is on record of all its spans."""
    firsts = [first for first, _ in spans]
    return None if None in firsts else str(datetime.date.fromordinal(min(firsts)).year)


def gather_channels(gathering):
    bodies = set()
    for (agency, channel), spans in coverage(gathering.world).items():
        for quarter in gathering.quarters:
            here = [(first, last) for first, last in spans
                    if (first is None or first <= quarter.last)
                    and (last is None or last >= quarter.first)]
            if not here:
                continue
            gathering.add("channels-logging", quarter.last, agency, channel=channel,
                          since=began(here))
            if logs_all(here, quarter):
                gathering.add("channels-logging-throughout", quarter.last, agency, channel=channel)
            if (agency, quarter.name) not in bodies:
                gathering.add("bodies-logging", quarter.last, agency)
            bodies.add((agency, quarter.name))


def year_before(quarter):
    for _ in range(4):
        quarter = quarter.before()
    return quarter


def logs_all(spans, quarter):
    return any(holds(first, last, quarter.first) and holds(first, last, quarter.last)
               for first, last in spans)


def gather_like_for_like(gathering):
    """Messages on channels that were logged all through both quarters that are compared."""
    spans = coverage(gathering.world)
    for message in messages(gathering.world):
        if message.received_by_referral or not is_counted(message.row):
            continue
        on, logged = day_of(message.received), spans[message.agency, message.row.channel]
        for quarter in gathering.quarters:
            for measure, earlier in (("feedback-like-for-like", quarter.before()),
                                     ("feedback-like-for-like-year", year_before(quarter))):
                if logs_all(logged, quarter) and logs_all(logged, earlier):
                    if quarter.holds(on):
                        gathering.add(measure, quarter.last, message.agency)
                    elif earlier.holds(on):
                        gathering.add(f"{measure}-before", quarter.last, message.agency)


FEEDBACK_GATHERERS = (gather_feedback, gather_backlog, gather_channels, gather_like_for_like)
