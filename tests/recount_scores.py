# SPDX-License-Identifier: MIT
"""The mandated bodies' scores and bands, reckoned in fractions from recounted tallies.

The weights come from the listings' headers and the method from templates/method.yaml: the few lines
that are needed are picked out of the text. Bands are those before a cap: in a run that knows of no
earlier edition nothing is overdue, and nothing is capped.
"""

import collections
import csv
import re
from fractions import Fraction

from manila import day
from recount import CONTROL_TABLES

PERSONS = ("feedback", "disclosure", "officer", "case")
BILLION, MILLION = 10**9, 10**6

Rule = collections.namedtuple("Rule", "weight target by_status since")
Section = collections.namedtuple("Section", "weight subjects")
Score = collections.namedtuple("Score", "value band")


def pick(text, key, default=None):
    match = re.search(rf"(?m)^[ -]*{key}: *([^#\n]*?)%? *(?:#.*)?$", text)
    return match[1] if match else default


def read_rules(home):
    """What counts of each control in a score, by its id."""
    rules = {}
    for path in sorted((home / "queries").glob("*.sql")):
        header = path.read_text(encoding="utf-8").split("*/", maxsplit=1)[0]
        by_status = pick(header, "item") in PERSONS
        controls = re.search(r"(?ms)^controls:\n(.*?)(?=^\w|\Z)", header)
        for text in re.split(r"(?m)^(?=  - id:)", controls[1])[1:] if controls else ():
            rules[pick(text, "id")] = Rule(int(pick(text, "weight", 1)),
                                           int(pick(text, "target", 100)), by_status,
                                           day(pick(text, "effective-from")))
    return rules


class Method:
    """Sections and their weights, bands, and who is judged at all."""

    def __init__(self, home):
        text = (home / "templates" / "method.yaml").read_text(encoding="utf-8")
        self.mandated = re.findall(r"(\w+): +\{title: [^}]*, standing: mandated\}", text)
        self.sections = [Section(int(weight), re.split(", *", subjects)) for weight, subjects
                         in re.findall(r"weight: (\d+), subjects: \[(.*?)\]", text)]
        self.bands = [(name, Fraction(int(percent), 100)) for name, percent
                      in re.findall(r"- \{name: (\w+), from: (\d+)%\}", text)]
        self.partly_from = Fraction(int(pick(text, "partly-met-from")), 100)
        self.minimum_judged = Fraction(int(pick(text, "minimum-judged")), 100)
        self.grace_days = int(pick(text, "grace-days"))

    def band(self, score):
        return next(name for name, begins in self.bands if score >= begins)


def credit(rule, tally, method):
    """The share of items met; where items are persons, only what the status says."""
    share = Fraction(tally[0], sum(tally[:3]))
    if not rule.by_status:
        return share
    if share * 100 >= rule.target:
        return Fraction(1)
    partly = share >= method.partly_from and not lacks_evidence(rule, tally)
    return Fraction(1, 2) if partly else Fraction(0)


def lacks_evidence(rule, tally):
    """Nothing but missing evidence keeps the control from being met."""
    met, _, unknown, _ = tally
    total = sum(tally[:3])
    return met * 100 < rule.target * total <= (met + unknown) * 100


def mean(parts):
    """The mean of (value, weight); None where nothing weighs."""
    weight = sum(part[1] for part in parts)
    return sum(value * times for value, times in parts) / Fraction(weight) if weight else None


def score_of(world, method, rules, tallies):
    """Of one body in one quarter, whose tallies are given by control; None where none counts."""
    scores, judged = [], []
    for section in method.sections:
        names = [name for name in rules if name.split("-")[0] in section.subjects]
        counting = [name for name in names if sum(tallies.get(name, (0,) * 4)[:3])]
        unsupplied = [name for name in names if not world.supplies(CONTROL_TABLES[name])]
        value = mean([(credit(rules[name], tallies[name], method), rules[name].weight)
                      for name in counting])
        known = mean([(int(name in counting and not lacks_evidence(rules[name], tallies[name])),
                       rules[name].weight) for name in (*counting, *unsupplied)])
        if value is not None:
            scores.append((value, section.weight))
        if known is not None:
            judged.append((known, section.weight))
    value = mean(scores)
    if value is None:
        return None
    return Score(value, method.band(value) if mean(judged) >= method.minimum_judged else "")


def is_judged(world, method, quarter, agency):
    """Mandated, there in the quarter and not only just, and its return was sent."""
    return (agency.raw["class"] in method.mandated and agency.agency in world.existing(quarter)
            and not (agency.active_from is not None and agency.active_from <= quarter.last
                     and quarter.last - agency.active_from < method.grace_days)
            and agency.agency in world.reported(quarter))


def score_bodies(world, quarters, counted, home):
    """(agency, period) -> Score, from the tallies among what was counted."""
    method, rules, scores = Method(home), read_rules(home), {}
    by_body = collections.defaultdict(dict)
    for (body, period, kind, control, _), tally in counted.items():
        if kind == "control":
            by_body[body, period][control] = tally
    for quarter in quarters:
        in_force = {name: rule for name, rule in rules.items() if rule.since <= quarter.last}
        for code, agency in world.agencies.items():
            if is_judged(world, method, quarter, agency):
                score = score_of(world, method, in_force, by_body[code, quarter.name])
                if score:
                    scores[code, quarter.name] = score
    return scores


def limits(value):
    """The least and the most millionths that a score may be kept as: it passed three roundings of
    half a billionth each, had two billionths added for them, and was cut. Only 1 itself is 1."""
    if value == 1:
        return MILLION, MILLION
    return tuple(min((value * BILLION + Fraction(slack, 2)) // (BILLION // MILLION), MILLION - 1)
                 for slack in (1, 7))


def median_limits(values):
    """Twice the median of several, in millionths."""
    pairs = sorted(map(limits, values))
    middle = pairs[(len(pairs) - 1) // 2], pairs[len(pairs) // 2]
    return middle[0][0] + middle[1][0], middle[0][1] + middle[1][1]


def expected_rows(scores):
    """(body, period) -> (least, most, denominator, band); also the mandated bodies' median."""
    rows = {key: (*limits(score.value), MILLION, score.band) for key, score in scores.items()}
    for period in {period for _, period in scores}:
        banded = [score.value for (_, of), score in scores.items() if of == period and score.band]
        if banded:
            rows["=mandated", period] = (*median_limits(banded), 2 * MILLION, "")
    return rows


def compare_scores(scores, periods, path):
    """The number of score rows of results.csv compared, and the differences as sentences."""
    expected = expected_rows(scores)
    with open(path, encoding="utf-8", newline="") as file:
        found = {(row["body"], row["period"]): (int(row["numerator"]), int(row["denominator"]),
                                                row["status"])
                 for row in csv.DictReader(file, strict=True)
                 if row["kind"] == "score" and row["period"] in periods}
    differences = []
    for key in sorted(expected.keys() | found.keys()):
        wanted, got = expected.get(key), found.get(key)
        if not (wanted and got and wanted[0] <= got[0] <= wanted[1] and wanted[2:] == got[1:]):
            differences.append(f"{' '.join(key)} score: {wanted} recounted, {got} in the file")
    return len(expected.keys() | found.keys()), differences
