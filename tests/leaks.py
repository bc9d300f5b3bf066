# SPDX-License-Identifier: MIT
"""Markers that are planted in a database, and the search for them in whatever a program wrote.

A marker is a text of ten letters, a number or a day that nothing else holds. The search knows the
forms in which it might come out: cut by blanks or tags, in other letters' case, in UTF-16,
reversed, escaped, encoded or hashed. It works on bytes, so that it needs not know what they are.
"""

import base64
import binascii
import collections
import datetime
import hashlib
import re
import urllib.parse

Find = collections.namedtuple("Find", "place form")

MARK = "Qzv"  # no word holds it
FOREIGN = "Qñv"
LETTERS = "bcdfghjklmnpqrstvwxz"
HASHES = ("md5", "sha1", "sha256")
HASH_SHOWN = 16  # a digest is known by its first digits: some print no more

# What stays of a text when it is joined: letters and digits, and the bytes that ñ has in UTF-8,
# composed (C3 B1, C3 91) and decomposed (CC 83), and in Latin-1 and UTF-16 (F1, D1).
_KEPT = bytes(c for c in range(128) if chr(c).isalnum()) + b"\xc3\xb1\x91\xcc\x83\xf1\xd1"
_DROPPED = bytes(set(range(256)) - set(_KEPT))
_LOWER = bytes(range(256)).lower()
# Beginnings as they then look; the last ones are reversed, misread and bare letters.
_STARTS = (b"qzv", b"q\xc3\xb1v", b"q\xc3\x91v", b"qn\xcc\x83v", b"q\xf1v", b"q\xd1v",
           b"q\xb1\xc3v", b"q\x91\xc3v", b"q\xc3\x83\xb1v", b"qnv")
_TAIL = 7  # so many that ten thousand markers leave a chance hit improbable

_BLANKS = b" \t\r\n\0"
_HEX_RUN = re.compile(rb"[0-9a-f]{16,}")
_BASE64_RUN = re.compile(rb"[A-Za-z0-9+/]{11,}")
_TAG = re.compile(rb"<[^<>]*>")
_ESCAPE = re.compile(rb"&#x([0-9a-fA-F]+);|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})"
                     rb"|_x([0-9a-fA-F]{4})_|&#([0-9]+);|\\([0-7]{3})|&([nN])tilde;|\\[nrt]")
_DIGITS = re.compile(rb"[0-9](?:[ \t\r\n,._()/+'\xa0\xaf\x80\x89\xc2\xe2-]{0,3}[0-9]){9,}")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")


def _letters(number):
    """A tail of its own for each number, the neighbours far apart."""
    number, text = (number * 99991 + 31) % len(LETTERS) ** _TAIL, ""
    for _ in range(_TAIL):
        number, rest = divmod(number, len(LETTERS))
        text += LETTERS[rest]
    return text


def joined(data):
    """Lower case, without blanks, signs and the zero bytes of UTF-16."""
    return data.translate(_LOWER, _DROPPED)


def _unhexed(data):
    runs = _HEX_RUN.findall(data.lower().translate(None, _BLANKS + b":-"))
    return b" ".join(binascii.unhexlify(run[shift:shift + (len(run) - shift) // 2 * 2])
                     for run in runs for shift in (0, 1))


def _unbased(data):
    """Base64 that begins at any letter, of the alphabet for addresses as well."""
    plain = data.translate(bytes.maketrans(b"-_", b"+/"), _BLANKS)
    runs = _BASE64_RUN.findall(plain)
    return b" ".join(base64.b64decode(run[shift:] + b"A" * (-(len(run) - shift) % 4))
                     for run in runs for shift in range(4))


def _unescape(match):
    if match[7]:
        return "ñ".encode()
    number = next((int(digits, base) for digits, base in zip(match.groups(), (16,) * 4 + (10, 8))
                   if digits), 0)
    if match[6] or match[3]:
        return bytes([number & 0xff])
    return chr(number).encode("utf-8", "ignore") if 0 < number < 0x110000 else b""


def _views(data):
    """The bytes as they are and as they might have been before somebody encoded them."""
    yield "plain", joined(data)
    yield "reversed", joined(data)[::-1]
    yield "hex", joined(_unhexed(data))
    yield "base64", joined(_unbased(data))
    if b"%" in data:
        yield "address", joined(urllib.parse.unquote_to_bytes(data))
    if b"&" in data or b"\\" in data or b"_x" in data:
        yield "escaped", joined(_ESCAPE.sub(_unescape, data))
    if b"<" in data:
        yield "tagged", joined(_TAG.sub(b"", data))


def _places_of(needle, data):
    at = data.find(needle)
    while at >= 0:
        yield at
        at = data.find(needle, at + 1)


def _is_number(data, at, end):
    """Whether these digits are a number of their own, and no part of a longer one."""
    before, after = data[max(at - 2, 0):at], data[end:end + 2]
    return not (re.search(rb"[0-9][.,]?$", before) or re.match(rb"[.,]?[1-9]|0", after))


def _day_words(day):
    """Forms with the month's name, joined."""
    for month in (_MONTHS[day.month - 1], _MONTHS[day.month - 1][:3]):
        yield f"{day.day}{month}{day.year}".lower()
        yield f"{month}{day.day}{day.year}".lower()


def _day_numbers(day):
    """In digits: dates, Excel's serials (since 1900 and 1904), days and seconds since 1970."""
    y, m, d = day.year, day.month, day.day
    for order in (f"{y}-{m:02}-{d:02}", f"{d:02}-{m:02}-{y}", f"{m:02}-{d:02}-{y}"):
        yield from (order.replace("-", sign) for sign in ("-", "/", ".", " "))
    yield f"{y}{m:02}{d:02}"
    days = (day - datetime.date(1970, 1, 1)).days
    for serial in (days + 25569, days + 24107):
        yield from (f"{serial}", f"{serial:,}")
    yield from (f"{days}", f"{days * 86400}", f"{days * 86400 - 28800}")


class Markers:
    """Makes them, knows where each was put, and finds them again."""

    def __init__(self, series=0):
        """Two series have no text in common."""
        self.first = series * 100000
        self.texts, self.numbers, self.digests = {}, {}, {}
        self.words, self.figures = {}, {}

    def _hash(self, value, place):
        for name in HASHES:
            for form in {value, value.lower(), value.upper()}:
                digest = hashlib.new(name, form.encode()).hexdigest()
                self.digests[digest[:HASH_SHOWN]] = Find(place, name)

    def _text(self, place, start, value):
        tail = _letters(self.first + len(self.texts))
        self.texts[tail.encode()] = place
        self._hash(start + tail, place)
        whole = value.format(start + tail)
        self._hash(whole, place)
        return whole

    def text(self, place, value="{}"):
        """A new marker within `value`."""
        return self._text(place, MARK, value)

    def foreign(self, place, value="{}"):
        """One that is not ASCII."""
        return self._text(place, FOREIGN, value)

    def number(self, place, start, length):
        """Digits that begin with `start`; the search passes over a zero that leads them."""
        rest = int(hashlib.sha256(place.encode()).hexdigest(), 16) % 10 ** (length - len(start))
        digits = f"{start}{rest:0{length - len(start)}}"
        self.numbers[digits.lstrip("0").encode()] = place
        self._hash(digits, place)
        return digits

    def day(self, place, day):
        self.words.update((form.encode(), place) for form in _day_words(day))
        self.figures.update((form.encode(), place) for form in _day_numbers(day))
        self._hash(day.isoformat(), place)
        return day

    def places(self):
        return set(self.texts.values()) | set(self.numbers.values()) | set(self.words.values())

    def _texts_in(self, data):
        for form, view in _views(data):
            for start in _STARTS:
                for at in _places_of(start, view):
                    tail = view[at + len(start):at + len(start) + _TAIL]
                    if tail in self.texts:
                        yield Find(self.texts[tail], form)
            for word, place in self.words.items():
                if word in view:
                    yield Find(place, form)

    def _digests_in(self, data):
        for run in _HEX_RUN.findall(data.translate(_LOWER, b"\0")):
            for at in range(len(run) - HASH_SHOWN + 1):
                find = self.digests.get(run[at:at + HASH_SHOWN].decode())
                if find:
                    yield find

    def _numbers_in(self, data):
        lengths = {len(number) for number in self.numbers}
        for run in _DIGITS.findall(data) if lengths else ():
            digits = bytes(c for c in run if chr(c).isdigit())
            for length in lengths:
                for at in range(len(digits) - length + 1):
                    if digits[at:at + length] in self.numbers:
                        yield Find(self.numbers[digits[at:at + length]], "number")

    def _days_in(self, data):
        for figure, place in self.figures.items():
            if any(_is_number(data, at, at + len(figure)) for at in _places_of(figure, data)):
                yield Find(place, "date")

    def found_in(self, data, figures=True):
        """Every marker in some bytes. Without `figures` digits are not looked at: in drawing
        instructions any five of them may stand by chance."""
        finds = set(self._texts_in(data)) | set(self._digests_in(data))
        if figures:
            narrow = data.replace(b"\0", b"")
            finds |= set(self._numbers_in(narrow)) | set(self._days_in(narrow))
        return sorted(finds)
