# fmt: off
"""A whole verifier: `verify` answers for texts of codes. Written from record-v1.md alone."""
import re
from contextlib import suppress
from hashlib import sha256
from itertools import product
from math import isnan, nan
from typing import Any as Item
from unicodedata import is_normalized

import base45
import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

CROCKFORD, ES256, SIGNER = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", b"\xa1\1\x26", b"\xa2\1\x26\4A"
CODE = re.compile(rf"TD1([PO])([RCSB])([1-9A-Z])/([1-9A-Z]):([{CROCKFORD}]{{16}})(.+)")
BANNED = re.compile("[\0-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
                    "\ufff9-\ufffb\U000e0000-\U000e007f]")
ANSWERS = re.findall("[a-z-]+", """unreadable wrong-purpose unknown-root altered wrong-station
outside-time quorum-not-met fork superseded arithmetic-fails no-sheet valid""")  # altered 3, fork 7
NAMES, TAGS = ("practice", "official"), {"R": (b"\xd8b", b""), "C": (b"\xd2", ES256)}
# Skeletons: a number as it is (i any), b and a length, s a text, < > an array, & & a map.
SHAPES = {kind: re.compile(shape.replace(" ", "").replace("i", r"(\d+,)")) for kind, shape in {
    "R": "&0,1, 1,[01], 2,b32, 3,i (4,1,|4,(?![01],)i 5,b32,) 6,i 7,<i*> 8,<i*> 9,<([0-4],)*>"
         "10,<i{5}b32,> 11,b32, 12,b32, 13,<s*> 14,i (15,<ss>)? &",
    "C": "&0,1, 1,[01], 2,<(b32,)*> 3,<sss> 4,i 5,<iii> 6,<(?!0,)i<([0-3],)*>>"
         "7,<(<[0-3],b(0|33),s>)*> 8,[01], (9,<(b33,)+>)? &",
    "S": "&0,1, 1,s 2,<ss> 3,<s*> 4,<(<ssi>)*> 5,<(<s<i*>>)*> 6,i 7,<s*> &",
    "B": "&0,1, 1,[01], 2,<ss> 3,<(<b32,<(<si>)*>>)*> 4,i 5,b32, &",
    "R around": "<b0,&&bi<(<b6,&&b64,>)*>>", "C around": "<b3,&&bib64,>"}.items()}
def need(truth: object, answer: str = "unreadable") -> None:
    if not truth: raise ValueError(answer)
def crockford(digest: bytes, count: int) -> str:
    return "".join(CROCKFORD[int.from_bytes(digest) >> 251 - 5 * n & 31] for n in range(count))
def part_of(line: str) -> Item:  # heading, number, count and octets; None for a damaged line
    with suppress(TypeError, ValueError):
        found: Item = CODE.fullmatch(line)
        octets = base45.b45decode(found[6])
        if found[3] <= found[4] and base45.b45encode(octets).decode() == found[6]:
            return found.group(1, 2, 5), int(found[3], 36), int(found[4], 36), octets
    return None
def skeleton(of: Item) -> str:
    if type(of) is list: return f"<{''.join(map(skeleton, of))}>"
    if type(of) is dict: return f"&{''.join(skeleton(key) + skeleton(of[key]) for key in of)}&"
    if type(of) is bytes: return f"b{len(of)},"
    if type(of) is int: return f"{of}," if 0 <= of < 2**32 else "?"
    return "s" if type(of) is str and is_normalized("NFC", of) and not BANNED.search(of) else "?"
def decode(octets: bytes, kind: str) -> Item:  # encoded again it is the same: there is one spelling
    value = cbor2.loads(octets)
    need(cbor2.dumps(value, canonical=True) == octets and SHAPES[kind].fullmatch(skeleton(value)))
    return value
def false_codes(sheet: Item, lines: list[int], votes: list[int]) -> set[str]:
    left, false, given = list[int](), set[str](), (sheet[6], len(votes), nan, nan, nan)
    def signed() -> int: return (folded := left.pop()) >> 1 ^ -(folded & 1)
    def condition(room: int) -> bool | None:
        if (kind := range(10 if room else 0)[left.pop()]) < 6:
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
        if (kind := range(8)[left.pop()]) < 2: return signed() if kind else lines[left.pop()]
        if kind in {3, 4}:
            wanted = range(len(sheet[7]) + 1)[left.pop()]
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
    def __init__(self, heading: Item, octets: bytes) -> None:
        self.prefix, self.kind, self.signatures = "PO".index(heading[0]), heading[1], {}
        (tag, header), self.rooted = TAGS.get(self.kind, (b"", b"")), False
        need(octets.startswith(tag) and len(octets) <= 65536)
        if tag:
            start, _, inside, signed = decode(octets.removeprefix(tag), f"{self.kind} around")
            rows = [[SIGNER + b"\0", {}, signed]] if header else signed
            self.signatures, octets = {row[0][5]: row[2] for row in rows}, inside
            heads = [SIGNER + bytes([place]) for place in sorted(self.signatures)]
            need(start == header and [row[0] for row in rows] == heads)
        self.octets, self.digest, p = octets, sha256(octets).digest(), decode(octets, self.kind)
        self.payload, self.purpose, ids = p, (p[1], self.prefix)[self.kind == "S"], [p.get(13)]
        if self.kind == "B": ids = [[line for line, _ in lines] for _, lines in p[3]]
        if self.kind == "C":
            ids, (begin, to, close) = [[row[1] for row in p[7] if row[1]]], p[5]
            need(begin <= close <= to and p[6][0] <= len(p[7]) <= 256)
        if self.kind == "S":
            ids = [p[3], p[7], [row[0] for row in p[4]], [row[0] for row in p[5]]]
            need(all(row[2] <= len(p[7]) for row in p[4]))
            false_codes(p, [0] * len(p[3]), [0] * len(p[4]))
        need(all(len(set(each)) == len(each) for each in ids))
    def signed(self, place: int, point: bytes) -> bool:
        what, *start = ("card", "Signature1", ES256) if self.kind == "C" else (
            "record", "Signature", b"", SIGNER + bytes([place]))
        aad = f"tallydesk/{what}/1/{NAMES[self.purpose]}".encode()
        message = cbor2.dumps([*start, aad, self.octets])
        r, s = (int.from_bytes(self.signatures[place][at:at + 32], "big") for at in (0, 32))
        with suppress(InvalidSignature, ValueError):
            key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
            key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(SHA256()))
            return True
        return False
    def judge(self, pool: dict[str, Item], practice: Item) -> None:
        r, signing = self.payload, [n for n, s in enumerate(self.payload[9]) if s in {1, 2}]
        cards = [d for d in pool["C"] if d.digest == r[2]]
        self.card: Item = (card := max(cards, key=lambda d: d.rooted, default=None))
        c = card.payload if card else {2: [], 3: [], 7: []}
        wanted = next(iter(c[2][r[3]:]), None)
        sheet = next((d.payload for d in pool["S"] if d.digest == wanted), None)
        names = (sheet[3], [row[0] for row in sheet[4]]) if sheet else ([], [])
        self.figures = [{a[n] if len(a) == len(b) else f"#{n + 1}": f for n, f in enumerate(b)}
                        for a, b in zip(names, (r[7], r[8]), strict=True)]
        self.against = (["unreadable"] if not card else ["wrong-purpose"] if not (r[1] or practice)
            or {self.prefix, card.prefix, card.purpose} != {r[1]} else ["unknown-root"]
            if not card.rooted else ["altered"] if len(r[9]) != len(c[7])
            or signing != [*self.signatures] or not all(self.signed(n, c[7][n][1]) for n in signing)
            else ["quorum-not-met"] * (not signing))
        if shown := not self.against:
            hands = [row[0] for row, said in zip(c[7], r[9], strict=True) if said in {1, 2, 4}]
            agrees = not sheet or ([*map(len, names)] == [len(r[7]), len(r[8])]
                                   and false_codes(sheet, r[7], r[8]) <= {*r[13]})
            self.against = [answer for answer, holds in (
                ("wrong-station", wanted), ("outside-time", c[5][2] <= r[6] <= c[5][1]),
                ("quorum-not-met", len(hands) >= c[6][0] and {*(c[6][1] or hands)} & {*hands}),
                ("no-sheet", sheet), ("arithmetic-fails", agrees)) if not holds]
            for slip in (d for d in pool["B"] if d.payload[2] == c[3][:2]):
                rows = {digest: dict(lines) for digest, lines in slip.payload[3][::-1]}.get(wanted)
                if rows is not None and r[1] in {slip.prefix, slip.purpose}:
                    fits = not sheet or rows.items() <= self.figures[0].items()
                    why = "altered" if slip.prefix == slip.purpose else "wrong-purpose"
                    self.against += [why] * (why != "altered" or slip.digest != r[12] or not fits)
        self.rank = min(map(ANSWERS.index, self.against), default=len(ANSWERS))
        self.shown, contest = shown, (sheet[1], sheet[2][0]) if sheet else wanted
        self.identity = (r[1], c[3][:2], contest) if shown and self.rank > 7 else self
        self.names = {"R": [self.digest], "C": [r[2]], "S": c[2], "B": [r[12]]}
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
            whole = [each for each in map(b"".join, product(*choices))
                     if crockford(sha256(each).digest(), 16) == heading[2]]
            need(whole, "altered" if all(choices) else "unreadable")
            held.append(Document(heading, whole[0]))
        except Exception as fault:  # noqa: BLE001  # whatever it is, nobody can read it
            faults.append("altered" if str(fault) == "altered" else "unreadable")
    records, named = [d.digest for d in held if d.kind == "R"], sum(h[1] == "R" for h in headings)
    faults = ["altered"] if len({*records}) > 1 or 1 < named != len(records) else faults
    return held, faults if len({heading[0] for heading in headings}) < 2 else ["wrong-purpose"]
def verify(texts: list[str], roots: dict[str, bytes], *, practice: bool = True) -> list[Item]:
    lines = [text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n") for text in texts]
    read = [[part_of(line) for line in each if line] for each in lines]
    read = [parts if len(parts) <= 128 else [None] for parts in read]
    copies = [hold(parts, {part for parts in read for part in parts if part}) for parts in read]
    pool = {kind: [d for held, _ in copies for d in held if d.kind == kind] for kind in "RCSB"}
    records, answers = pool["R"], list[Item]()
    for card in pool["C"]: card.rooted = card.signed(0, roots.get(NAMES[card.purpose], b""))
    for record in records: record.judge(pool, practice)
    for held, faults in copies:
        own = [document for document in held if document.kind == "R"]
        fit = own or [d for d in records if any(each.digest in d.names[each.kind] for each in held)]
        if faults or len({record.digest for record in fit}) != 1:
            answers.append((min(faults or ["unreadable"], key=ANSWERS.index), {}, {}, ""))
            continue
        one = min(fit, key=lambda record: record.rank if own else -record.rank)
        against = one.against * bool(one.card or all(each.kind != "C" for each in held))
        for d in (d for d in records if d.identity == one.identity and d.digest != one.digest):
            new, old = (one, d) if one.payload[4] > d.payload[4] else (d, one)
            a, b = new.payload, old.payload
            fork = a[4] == b[4] or a[5] == b.get(5) or (a[4] == b[4] + 1 and a[5] != old.digest)
            against += ["fork"] if fork else ["superseded"] * (new is d)
        against += [
            "altered" if one.card or d.kind == "B" else ("unknown-root", "wrong-station")[d.rooted]
            for d in held if d.kind != "R" and d.digest not in one.names[d.kind]
            and (one.card or d.kind != "S")]
        answer, bits = min(against, key=ANSWERS.index, default="valid"), crockford(one.digest, 32)
        shown = one.shown and ANSWERS.index(answer) > 3
        figures = (*one.figures, " ".join(re.findall("....", bits))) if shown else ({}, {}, "")
        valid = {"no-sheet": "unreadable", "valid": ("valid-practice", "valid")[one.purpose]}
        answers.append((valid.get(answer, answer), *figures))
    return answers
