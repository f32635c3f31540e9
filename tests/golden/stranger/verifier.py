"""A verifier in less than 200 lines, written from resources/formats/record-v1.md alone."""


# fmt: off
import base64
import re
from contextlib import suppress
from hashlib import sha256
from itertools import product
from math import isnan, nan
from typing import Any, TypeAlias
from unicodedata import is_normalized

import base45
import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

Item: TypeAlias = Any
CROCKFORD, CARD_HEADER, SIGNER = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", b"\xa1\1\x26", b"\xa2\1\x26\4A"
DIGITS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", CROCKFORD)
CODE = re.compile(rf"TD1([PO])([RCSB])([1-9A-Z])/([1-9A-Z]):([{CROCKFORD}]{{16}})(.+)")
BANNED = re.compile("[\0-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
                    "\ufff9-\ufffb\U000e0000-\U000e007f]")
ANSWERS = ["unreadable", "wrong-purpose", "unknown-root", "altered", "wrong-station",
           "outside-time", "quorum-not-met", "fork", "superseded", "arithmetic-fails",
           "no-sheet", "valid"]
PURPOSES, ALTERED, FORK = ("practice", "official"), 3, 7
# A range is the numbers allowed, a number a byte string of that length (-33: or empty), a tuple an
# array of that many, a list one of any number (with dots: none named twice), a set may be absent.
INT, ONE, FIRST, PURPOSE, OFFICE = (range(*each) for each in (
    (2**32,), (1, 2), (1, 2**32), (2,), (4,)))
SHAPES: dict[str, Item] = {
    "R": ({0: ONE, 1: PURPOSE, 2: 32, 3: INT, 4: FIRST, 5: 32, 6: INT, 7: [INT], 8: [INT],
           9: [range(5)], 10: (INT, INT, INT, INT, INT, 32), 11: 32, 12: 32, 13: [str, ...],
           14: INT, 15: (str, str)}, {5, 15}),
    "C": ({0: ONE, 1: PURPOSE, 2: [32], 3: (str, str, str), 4: INT, 5: (INT, INT, INT), 9: [33],
           6: (FIRST, [OFFICE]), 7: [(OFFICE, -33, str)], 8: range(2)}, {9}),
    "S": ({0: ONE, 1: str, 2: (str, str), 3: [str, ...], 4: [(str, str, INT), ...],
           5: [(str, [INT]), ...], 6: INT, 7: [str, ...]}, set()),
    "B": ({0: ONE, 1: PURPOSE, 2: (str, str), 3: [(32, [(str, INT), ...])], 4: INT, 5: 32}, set())}

def need(truth: object, answer: str = "unreadable") -> None:
    if not truth:
        raise ValueError(answer)
def crockford(octets: bytes, count: int) -> str:
    return base64.b32encode(octets).decode()[:count].translate(DIGITS)
def part_of(line: str) -> Item:  # heading, number, count and octets; None for a damaged line
    with suppress(TypeError, ValueError):
        found: Item = CODE.fullmatch(line)
        octets = base45.b45decode(found[6])
        if found[3] <= found[4] and base45.b45encode(octets).decode() == found[6]:
            return found.group(1, 2, 5), int(found[3], 36), int(found[4], 36), octets
    return None
def decode(octets: bytes) -> Item:  # encoded again it is the same: each value has one spelling
    value = cbor2.loads(octets)
    need(len(octets) <= 65536 and cbor2.dumps(value, canonical=True) == octets)
    return value
def fits(value: Item, shape: Item) -> bool:  # never isinstance: true is no number
    if isinstance(shape, range):
        return type(value) is int and value in shape
    if shape is str:
        return type(value) is str and is_normalized("NFC", value) and not BANNED.search(value)
    if isinstance(shape, type):
        return type(value) is shape
    if isinstance(shape, int):
        return type(value) is bytes and len(value) in {abs(shape), max(shape, 0)}
    if isinstance(shape, list) and type(value) is list:
        names = [row if shape[0] is str else row[0] for row in value if shape[1:]]
        need(len(set(names)) == len(names))
        shape = shape[:1] * len(value)
    return type(value) is list and len(value) == len(shape) and all(map(fits, value, shape))

def false_codes(sheet: Item, lines: list[int], votes: list[int]) -> set[str]:
    left, false, given = list[int](), set[str](), (sheet[6], len(votes), nan, nan, nan)
    def signed() -> int:
        return (folded := left.pop()) >> 1 ^ -(folded & 1)
    def condition(room: int) -> bool | None:
        need(room and (kind := left.pop()) < 10)
        if kind < 6:
            a, b = total(room - 1), total(room - 1)
            return None if isnan(a + b) else (a == b, a != b, a < b, a <= b, a > b, a >= b)[kind]
        need(2 <= (count := 2 if kind in {6, 9} else left.pop()) <= 2000)
        truths = [condition(room - 1) for _ in range(1 if kind == 6 else count)]
        truths[0] = truths[0] if kind in {7, 8} or truths[0] is None else not truths[0]
        decides = kind != 7  # one true decides "any" and "if", one false decides "all"
        return decides if decides in truths else None if None in truths else not decides
    def total(room: int) -> Item:
        need(room and 1 <= (count := left.pop()) <= 2000)
        return sum(signed() * atom(room - 1) for _ in range(count))
    def atom(room: int) -> Item:
        need((kind := left.pop()) < 8)
        if kind < 2:
            return signed() if kind else lines[left.pop()]
        if kind in {3, 4}:
            need((wanted := left.pop()) <= len(sheet[7]))
            own = [n for n, row in zip(votes, sheet[4], strict=True) if wanted in {0, row[2]}]
            return sum(own) if kind == 3 else max(own, default=0)
        times = given[left.pop()] if kind in {2, 7} else 1
        value = times * total(room) if kind > 2 else times
        return abs(value) if kind == 5 else value
    for code, row in sheet[5]:
        left[:] = row[::-1]
        false |= {code} if condition(16) is False else set()
        need(not left)
    return false

class Document:
    figures, against, sheets, card, identity, rank = Item, Item, Item, Item, Item, 0
    def __init__(self, heading: Item, octets: bytes) -> None:
        self.prefix, self.kind, self.signatures = "PO".index(heading[0]), heading[1], {}
        if self.kind in "RC":
            tag, header = (b"\xd8\x62", b"") if self.kind == "R" else (b"\xd2", CARD_HEADER)
            need(octets.startswith(tag) and len(octets) <= 65536)
            envelope = decode(octets.removeprefix(tag))
            need(fits(envelope, (bytes, dict, bytes, 64 if header else [(6, dict, 64)])))
            rows = [[SIGNER + b"\0", {}, envelope[3]]] if header else envelope[3]
            self.signatures, octets = {row[0][5]: row[2] for row in rows}, envelope[2]
            heads = [[SIGNER + bytes([place]), {}] for place in sorted(self.signatures)]
            need(envelope[:2] == [header, {}] and [row[:2] for row in rows] == heads)
        self.octets, self.digest, p = octets, sha256(octets).digest(), decode(octets)
        self.payload, (shape, optional) = p, SHAPES[self.kind]
        need(type(p) is dict and set(shape) - optional <= set(p) <= set(shape))
        need(all(type(key) is int and fits(p[key], shape[key]) for key in p))
        self.purpose = self.prefix if self.kind == "S" else p[1]
        need(self.kind != "R" or (p[4] > 1) == (5 in p))
        if self.kind == "C":
            points = [row[1] for row in p[7] if row[1]]
            need(p[5][0] <= p[5][2] <= p[5][1] and p[6][0] <= len(p[7]) <= 256)
            need(len(set(points)) == len(points) and p.get(9) != [])
        if self.kind == "S":
            false_codes(p, [0] * len(p[3]), [0] * len(p[4]))
            need(all(row[2] <= len(p[7]) for row in p[4]))
    def signed(self, place: int, point: bytes) -> bool:
        card = ["Signature1", CARD_HEADER]
        start = card if self.kind == "C" else ["Signature", b"", SIGNER + bytes([place])]
        what = f"tallydesk/{'card' if self.kind == 'C' else 'record'}/1/{PURPOSES[self.purpose]}"
        message = cbor2.dumps([*start, what.encode(), self.octets])
        r, s = (int.from_bytes(self.signatures[place][at:at + 32], "big") for at in (0, 32))
        with suppress(InvalidSignature, ValueError):
            key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
            key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(SHA256()))
            return True
        return False
    def judge(self, pool: list[Item], rooted: Item, practice: Item) -> None:
        r, signing = self.payload, [n for n, s in enumerate(self.payload[9]) if s in {1, 2}]
        cards = (d for d in pool if d.kind == "C" and d.digest == r[2])
        self.card = card = max(cards, key=rooted, default=None)
        c = card.payload if card else {2: [], 3: [], 7: []}
        wanted = next(iter(c[2][r[3]:]), None)
        sheet = next((d.payload for d in pool if d.kind == "S" and d.digest == wanted), None)
        names = (sheet[3], [row[0] for row in sheet[4]]) if sheet else ([], [])
        self.figures = [
            {ids[n] if len(ids) == len(own) else f"#{n + 1}": own[n] for n in range(len(own))}
            for ids, own in zip(names, (r[7], r[8]), strict=True)]
        self.against = (
            ["unreadable"] if not card else ["wrong-purpose"]
            if {self.prefix, card.prefix, card.purpose} != {r[1]} or not (r[1] or practice)
            else ["unknown-root"] if not rooted(card) else ["altered"]
            if len(r[9]) != len(c[7]) or signing != [*self.signatures]
            or not all(self.signed(place, c[7][place][1]) for place in signing)
            else [] if signing else ["quorum-not-met"])
        self.shown = not self.against
        if self.shown:
            hands = [row[0] for row, said in zip(c[7], r[9], strict=True) if said in {1, 2, 4}]
            agrees = not sheet or ([*map(len, names)] == [len(r[7]), len(r[8])]
                                   and false_codes(sheet, r[7], r[8]) <= {*r[13]})
            self.against = [answer for answer, holds in (
                ("wrong-station", wanted), ("outside-time", c[5][2] <= r[6] <= c[5][1]),
                ("quorum-not-met", len(hands) >= c[6][0] and {*(c[6][1] or hands)} & {*hands}),
                ("no-sheet", sheet), ("arithmetic-fails", agrees)) if not holds]
            for slip in (d for d in pool if d.kind == "B" and d.payload[2] == c[3][:2]):
                rows = {digest: dict(lines) for digest, lines in slip.payload[3][::-1]}.get(wanted)
                if rows is not None and r[1] in {slip.prefix, slip.purpose}:
                    differs = sheet and not rows.items() <= self.figures[0].items()
                    self.against += ["wrong-purpose"] * (slip.prefix != slip.purpose)
                    self.against += ["altered"] * bool(slip.digest != r[12] or differs)
        self.rank = min(map(ANSWERS.index, self.against), default=len(ANSWERS))
        self.sheets, contest = c[2], (sheet[1], sheet[2][0]) if sheet else wanted
        self.identity = (r[1], c[3][:2], contest) if self.shown and self.rank > FORK else self
    def contradicted(self, other: Item) -> list[str]:
        if self.digest == other.digest or self.identity != other.identity:
            return []
        a, b = self.payload, other.payload
        fork = (a[4] == b[4] or a.get(5, 0) == b.get(5, 1)
                or (a[4] == b[4] + 1 and a[5] != other.digest)
                or (b[4] == a[4] + 1 and b[5] != self.digest))
        return ["fork"] if fork else ["superseded"] * (b[4] > a[4])

def hold(parts: list[Item], lent: set[Item]) -> tuple[list[Document], list[str]]:
    held, faults = list[Document](), [] if parts and all(parts) else ["unreadable"]
    headings = list(dict.fromkeys(part[0] for part in parts if part))
    for heading in headings:
        own = {part for part in parts if part and part[0] == heading}
        mine, (of, *others) = {n: octets for _, n, _, octets in own}, {of for _, _, of, _ in own}
        try:
            need(len(mine) == len(own) and not others, "altered")
            choices = [[mine[n]] if n in mine else [octets for *at, octets in lent
                       if at == [heading, n, of]] for n in range(1, of + 1)]
            need(all(choices))
            whole = [each for each in map(b"".join, product(*choices))
                     if crockford(sha256(each).digest(), 16) == heading[2]]
            need(whole, "altered")
            held.append(Document(heading, whole[0]))
        except Exception as fault:  # noqa: BLE001  # whatever it is, nobody can read it
            faults.append("altered" if str(fault) == "altered" else "unreadable")
    records, named = [d.digest for d in held if d.kind == "R"], sum(h[1] == "R" for h in headings)
    if named > 1 and (len(set(records)) > 1 or len(records) < named):
        faults = ["altered"]
    return held, faults if len({heading[0] for heading in headings}) < 2 else ["wrong-purpose"]

def verify(texts: list[str], roots: dict[str, bytes], *, practice: bool = True) -> list[Item]:
    """Answer, figures, votes and 160 bits for each text of lines; `practice` is allowed or not."""
    lines = [text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n") for text in texts]
    read = [[part_of(line) for line in each if line] for each in lines]
    read = [parts if len(parts) <= 128 else [None] for parts in read]
    copies = [hold(parts, {part for parts in read for part in parts if part}) for parts in read]
    pool, answers = [document for held, _ in copies for document in held], list[Item]()
    records = [document for document in pool if document.kind == "R"]
    def rooted(card: Document) -> bool:
        return card.signed(0, roots.get(PURPOSES[card.purpose], b""))
    for record in records:
        record.judge(pool, rooted, practice)
    for held, faults in copies:
        near, cards = {(d.kind, d.digest) for d in held}, [d for d in held if d.kind == "C"]
        own, lent = [d for d in held if d.kind == "R"], [d for d in records if near & {
            ("C", d.payload[2]), ("B", d.payload[12]), *(("S", sheet) for sheet in d.sheets)}]
        if faults or len({record.digest for record in own or lent}) != 1:
            answers.append((min(faults or ["unreadable"], key=ANSWERS.index), {}, {}, ""))
            continue
        one = min(own or lent, key=lambda record: record.rank if own else -record.rank)
        against = one.against * bool(one.card or not cards)
        against += [each for record in records for each in one.contradicted(record)]
        against += ["altered" if one.card else "wrong-station" if rooted(card) else "unknown-root"
                    for card in cards if card.digest != one.payload[2]]
        against += ["altered" for d in held if (d.kind == "B" and d.digest != one.payload[12])
                    or (d.kind == "S" and one.card and d.digest not in one.sheets)]
        answer, bits = min(against, key=ANSWERS.index, default="valid"), crockford(one.digest, 32)
        shown = one.shown and ANSWERS.index(answer) > ALTERED
        answer = {"no-sheet": "unreadable", "valid": f"valid{'-practice' * (1 - one.purpose)}"}.get(
            answer, answer)
        figures = (*one.figures, " ".join(re.findall("....", bits))) if shown else ({}, {}, "")
        answers.append((answer, *figures))
    return answers
