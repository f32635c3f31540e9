"""A verifier from record-v1.md and trust-v1.md alone. Trusts: purpose to {4: root} or trust_of."""
import re
from contextlib import suppress
from hashlib import sha256
from itertools import product
from math import isnan, nan
from typing import Any as Item
from unicodedata import is_normalized

import base45
import cbor2
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

CROCKFORD, ES256, SIGNER = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", b"\xa1\1\x26", b"\xa2\1\x26\4A"
CODE = re.compile(rf"\ATD1([PO])([RCSBD])([1-9A-Z])/([1-9A-Z]):([{CROCKFORD}]{{16}})(.+)\Z")
BANNED = re.compile("[\0-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
                    "\ufff9-\ufffb\U000e0000-\U000e007f]")
ANSWERS = re.findall("[a-z-]+", """unreadable wrong-purpose unknown-root altered wrong-station
outside-time quorum-not-met fork superseded arithmetic-fails no-sheet valid-practice valid""")
TAGS = {"R": (b"\xd8b", "record"), "C": (b"\xd2", "card"), "T": (b"\xd2", "trust")}
NOTHING: Item = ({}, {}, "")
SHAPES = {kind: re.compile(shape.replace(" ", "").replace("i", r"(\d+,)")) for kinds, shape in {
    "RD": "&0,1, 1,[01], 2,b32, 3,i (4,1,|4,(?![01],)i 5,b32,) 6,i 7,<i*> 8,<i*> 9,<([0-4],)*>"
          "10,<i{5}b32,> 11,b32, 12,b32, 13,<s*> 14,i (15,<ss>)? (16,i)? &",
    "C": "&0,1, 1,[01], 2,<(b32,)*> 3,<sss> 4,i 5,<iii> 6,<(?!0,)i<([0-3],)*>>"
         "7,<(<[0-3],b(0|33),s>)*> 8,[01], (9,<(b33,)+>)? &",
    "S": "&0,1, 1,s 2,<ss> 3,<s*> 4,<(<ssi>)*> 5,<(<s<i*>>)*> 6,i 7,<s*> &",
    "B": "&0,1, 1,[01], 2,<ss> 3,<(<b32,<(<si>)*>>)*> 4,i 5,b32, &",
    "T": "&0,1, 1,1, 2,(?!0,)i 3,i 4,b33, 5,bi 6,<(<b33,i>)*> 7,<(b32,)*> 8,<(<sb32,>)*> &",
    "r": "<b0,&&bi<(<b6,&&b64,>)*>>", "ct": "<b3,&&bib64,>"}.items() for kind in kinds}
def need(truth: object, answer: str = "unreadable") -> None:
    if not truth: raise ValueError(answer)
def crockford(digest: bytes, count: int) -> str:
    return "".join(CROCKFORD[int.from_bytes(digest) >> 251 - 5 * n & 31] for n in range(count))
def parts_in(text: str) -> list[Item]:  # of a line heading, number, count, octets; None: damaged
    parts = list[Item]()
    for line in filter(None, text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")):
        parts.append(None)
        with suppress(TypeError, ValueError):
            ((prefix, kind, number, of, name, base),) = CODE.findall(line)
            octets = base45.b45decode(base)
            need(number <= of and base45.b45encode(octets).decode() == base)
            parts[-1] = (prefix, kind, name), int(number, 36), int(of, 36), octets
    return parts if len(parts) <= 128 else [None]
def skeleton(of: Item) -> str:  # 7, a number; b32, octets; s a text; < > an array; & & a map
    if type(of) is list: return f"<{''.join(map(skeleton, of))}>"
    if type(of) is dict: return f"&{''.join(skeleton(key) + skeleton(of[key]) for key in of)}&"
    if type(of) is bytes: return f"b{len(of)},"
    if type(of) is int: return f"{of}," if 0 <= of < 2**32 else "?"
    return "s" if type(of) is str and is_normalized("NFC", of) and not BANNED.search(of) else "?"
def decode(octets: bytes, kind: str) -> Item:  # encoded again it is the same: there is one spelling
    value = cbor2.loads(octets)
    need(cbor2.dumps(value, canonical=True) == octets and SHAPES[kind].fullmatch(skeleton(value)))
    return value
def false_codes(sheet: Item, lines: list[int], votes: list[int]) -> Item:
    lists = [[0, *(n for n, row in zip(votes, sheet[4], strict=True) if place in {0, row[2]})]
             for place in range(len(sheet[7]) + 1)]
    known: Item = {0: lines, 2: (sheet[6], len(votes), nan, nan, nan, nan),
                   3: [*map(sum, lists)], 4: [*map(max, lists)]}
    left = list[int]()
    def signed() -> int: return (folded := left.pop()) >> 1 ^ -(folded & 1)
    def condition(room: int) -> float:  # 1 true, 0 false, a half where nobody can decide it
        if (kind := range(10 if room else 0)[left.pop()]) < 6:
            a, b = total(room - 1), total(room - 1)
            return 0.5 if isnan(a + b) else (a == b, a != b, a < b, a <= b, a > b, a >= b)[kind]
        need(2 <= (count := 2 if kind in {6, 9} else left.pop()) <= 2000)
        truths = [condition(room - 1) for _ in range(1 if kind == 6 else count)]
        return (1 - truths[0], min(truths), max(truths), max(1 - truths[0], truths[-1]))[kind - 6]
    def total(room: int) -> Item:
        need(room and 1 <= (count := left.pop()) <= 2000)
        return sum(signed() * atom(room - 1) for _ in range(count))
    def atom(room: int) -> Item:
        if (kind := range(8)[left.pop()]) in known: return known[kind][left.pop()]
        if kind == 1: return signed()
        times = known[2][left.pop()] if kind == 7 else 1
        return abs(total(room)) if kind == 5 else times * total(room)
    for code, row in sheet[5]:
        left[:] = row[::-1]
        if not condition(16): yield code
        need(not left)
class Document:
    def __init__(self, prefix: str, kind: str, octets: bytes) -> None:
        self.prefix, self.kind, self.signatures, self.rooted = "PO".index(prefix), kind, {}, False
        tag, self.word = TAGS.get(kind, (b"", ""))
        need(octets.startswith(tag) and len(octets) <= (2**22 + 78 if kind == "T" else 65536))
        if tag:
            start, _, inside, signed = decode(octets.removeprefix(tag), kind.lower())
            rows = [[SIGNER + b"\0", {}, signed]] if kind != "R" else signed
            self.signatures, octets = {row[0][5]: row[2] for row in rows}, inside
            heads = [SIGNER + bytes([place]) for place in sorted(self.signatures)]
            need(start == (b"" if kind == "R" else ES256) and [row[0] for row in rows] == heads)
        self.octets, self.digest, p = octets, sha256(octets).digest(), decode(octets, kind)
        self.payload, self.purpose, ids = p, (p[1], self.prefix)[kind == "S"], [p.get(13)]
        if kind == "B": ids = [[line for line, _ in lines] for _, lines in p[3]]
        if kind == "C": ids = [[row[1] for row in p[7] if row[1]]]
        if kind == "S": ids = [p[3], p[7], [row[0] for row in p[4]], [row[0] for row in p[5]]]
        if kind == "T":
            p[5] = [*map(bytes, zip(*[iter(p[5])] * 32, strict=True))]
            ids = [p[5], [row[0] for row in p[6]], p[7], [row[0] for row in p[8]]]
        need(all(sorted({*each}) == (each if kind == "T" else sorted(each)) for each in ids))
        need(kind != "C" or (p[5][0] <= p[5][2] <= p[5][1] and p[6][0] <= len(p[7]) <= 256))
        need(kind != "S" or all(row[2] <= len(p[7]) for row in p[4]))
        if kind == "S": [*false_codes(p, [0] * len(p[3]), [0] * len(p[4]))]
    def signed(self, place: int, point: bytes) -> bool:
        one, purpose = SIGNER + bytes([place]), ("practice", "official")[self.purpose]
        start = ["Signature", b"", one] if self.kind == "R" else ["Signature1", ES256]
        message = cbor2.dumps([*start, f"tallydesk/{self.word}/1/{purpose}".encode(), self.octets])
        r, s = (int.from_bytes(self.signatures[place][at:at + 32], "big") for at in (0, 32))
        with suppress(Exception):  # no point of the curve, or not its signature
            key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
            return key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(SHA256())) is None
        return False
    def judge(self: Item, pool: Item, trusts: Item, allowed: Item) -> Item:  # first counts
        r, signing = self.payload, [n for n, said in enumerate(self.payload[9]) if said in {1, 2}]
        cards = [d for d in pool["C"] if d.digest == r[2]]
        card: Item = max(cards, key=lambda d: d.rooted, default=None)
        c = card.payload if card else {2: [], 3: [], 7: []}
        wanted = next(iter(c[2][r[3]:]), None)
        sheet = next((d.payload for d in pool["S"] if d.digest == wanted), None)
        names = (sheet[3], [row[0] for row in sheet[4]]) if sheet else ([], [])
        lines, votes = ({a[n] if len(a) == len(b) else f"#{n + 1}": f for n, f in enumerate(b)}
                        for a, b in zip(names, (r[7], r[8]), strict=True))
        self.says = (lines, votes, " ".join(re.findall("....", crockford(self.digest, 32))))
        self.kin, self.place = {self.digest, r[2], r[12], *c[2]}, [r[key] for key in (1, 2, 3, 4)]
        self.card, self.shown, self.identity = card or self.kind == "D", self.kind == "D", self
        if not card or self.kind == "D": yield "unreadable"
        if {self.prefix, card.prefix, card.purpose} != {r[1]} & {*allowed}: yield "wrong-purpose"
        trust = {5: [r[2]], 6: [], 7: []} | trusts[r[1]]
        if not card.rooted or r[2] not in trust[5]: yield "unknown-root"
        if len(r[9]) != len(c[7]) or signing != [*self.signatures]: yield "altered"
        if not all(self.signed(n, c[7][n][1]) for n in signing): yield "altered"
        revoked = {point for point, _ in trust[6] if self.digest not in trust[7]}
        lost = {n for n in signing if c[7][n][1] in revoked}
        if lost == {*signing}: yield "quorum-not-met"
        self.shown, at = True, [wanted, c[3][:2]]
        slips = [(slip, rows) for slip in pool["B"] for digest, rows in slip.payload[3]
                 if [digest, slip.payload[2]] == at and r[1] in {slip.prefix, slip.purpose}]
        if any(slip.prefix != slip.purpose for slip, _ in slips): yield "wrong-purpose"
        if any(slip.digest != r[12] for slip, _ in slips): yield "altered"
        if sheet and any(lines.get(k) != n for _, rows in slips for k, n in rows): yield "altered"
        if not wanted: yield "wrong-station"
        (begin, end, close), since = c[5], r.get(16, c[5][2])
        if not begin <= since <= min(close - (16 in r), r[6]) or r[6] > end: yield "outside-time"
        hands = [c[7][n][0] for n, said in enumerate(r[9]) if said in {1, 2, 4} and n not in lost]
        if len(hands) < c[6][0] or not {*(c[6][1] or hands)} & {*hands}: yield "quorum-not-met"
        self.identity = (r[1], c[3][:2], (sheet[1], sheet[2][0]) if sheet else wanted)
        if sheet and [*map(len, names)] != [len(r[7]), len(r[8])]: yield "arithmetic-fails"
        if sheet and not {*false_codes(sheet, r[7], r[8])} <= {*r[13]}: yield "arithmetic-fails"
        yield ("valid-practice", "valid")[r[1]] if sheet else "no-sheet"
def hold(parts: list[Item], lent: set[Item]) -> Item:  # documents and faults
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
            held.append(Document(heading[0], heading[1], whole[0]))
        except Exception as fault:  # noqa: BLE001  # whatever it is, nobody can read it
            faults.append("altered" if str(fault) == "altered" else "unreadable")
    records, named = [d.digest for d in held if d.kind == "R"], sum(h[1] == "R" for h in headings)
    faults = ["altered"] if len({*records}) > 1 or 1 < named != len(records) else faults
    return held, faults if len({heading[0] for heading in headings}) < 2 else ["wrong-purpose"]
def trust_of(octets: bytes, root: bytes, serial: int = 0) -> Item:  # raises where it is refused
    file = Document("O", "T", octets)
    need(file.signed(0, root) and file.payload[4] == root and file.payload[2] >= serial)
    return file.payload
def verify(texts: list[str], trusts: dict[int, Item], allowed: Item = (0, 1)) -> Item:
    read = [parts_in(text) for text in texts]
    copies = [hold(parts, {part for parts in read for part in parts if part}) for parts in read]
    pool: Item = {kind: [d for h, _ in copies for d in h if d.kind == kind] for kind in "RCSBD"}
    for card in pool["C"]: card.rooted = card.signed(0, trusts[card.purpose][4])
    for d in pool["R"] + pool["D"]: d.answer = next(d.judge(pool, trusts, allowed))
    for held, faults in copies:
        own, drafts = ([d for d in held if d.kind == kind] for kind in "RD")
        fit = own or drafts[:1] or [d for d in pool["R"] if d.kin & {h.digest for h in held}]
        if faults or len({record.digest for record in fit}) != 1:
            yield (min(faults or ["unreadable"], key=ANSWERS.index), *NOTHING)
            continue
        one = min(fit, key=lambda d: ANSWERS.index(d.answer) * (1 if own else -1))
        against = [one.answer] * bool(one.card or all(each.kind != "C" for each in held))
        against += ["altered" for d in pool["D"] if d.place == one.place and d.digest != one.digest]
        against += [
            "altered" if one.card or d.kind in "BD" else ("unknown-root", "wrong-station")[d.rooted]
            for d in held if d.digest not in one.kin and (one.card or d.kind != "S")]
        for d in (d for d in pool["R"] if d.identity == one.identity and d.digest != one.digest):
            new, old = (one, d) if one.payload[4] > d.payload[4] else (d, one)
            a, b = new.payload, old.payload
            fork = a[4] == b[4] or a[5] == b.get(5) or (a[4] == b[4] + 1 and a[5] != old.digest)
            against += ["fork"] if fork else ["superseded"] * (new is d)
        answer = min(against, key=ANSWERS.index)
        shown = one.shown and (ANSWERS.index(answer) > 3 or one.kind == "D")
        yield (answer.replace("no-sheet", "unreadable"), *(one.says if shown else NOTHING))
