"""Answers for copies of protocols, written from resources/formats/record-v1.md alone (9)."""

from collections.abc import Iterator
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

from tests.golden.stranger.cbor import encode
from tests.golden.stranger.codes import Parts, Unfit, crockford, joined, parts_of
from tests.golden.stranger.documents import CARD_HEADER, SIGNER, Document
from tests.golden.stranger.relations import false_relations

PURPOSES = ("practice", "official")
ANSWERS = ("unreadable", "wrong-purpose", "unknown-root", "altered", "wrong-station",
           "outside-time", "quorum-not-met", "fork", "superseded", "arithmetic-fails",
           "sheet missing", "valid")  # fmt: skip
Figures = dict[str, int]


def verify(
    inputs: list[str], roots: dict[str, bytes], *, practice: bool = True
) -> list[tuple[str, Figures, Figures, str]]:
    """Answer, figures, votes and 160 bits for each text of lines; `practice` is allowed or not."""
    return _Pool(inputs, roots, practice=practice).answers()


def _verifies(document: Document, place: int, point: bytes) -> bool:
    what, start = "card", ["Signature1", CARD_HEADER]
    if document.kind == "R":
        what, start = "record", ["Signature", b"", SIGNER + bytes([place])]
    aad = f"tallydesk/{what}/1/{PURPOSES[document.purpose]}".encode()
    r, s = document.signatures[place][:32], document.signatures[place][32:]
    der = utils.encode_dss_signature(int.from_bytes(r, "big"), int.from_bytes(s, "big"))
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        key.verify(der, encode([*start, aad, document.octets]), ec.ECDSA(SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True


class _Copy:
    """One input: what it holds, and what speaks against it before any record is judged."""

    def __init__(self, text: str) -> None:
        self.parts, damaged = parts_of(text)
        self.held: list[Document] = []
        self.faults = ["unreadable"] if damaged or not self.parts else []

    def fill(self, everything: Parts) -> None:
        """Join and open what it shows, with what others lend."""
        for heading, own in self.parts.items():
            try:
                octets = joined(heading, own, everything[heading])
                self.held.append(Document(heading, octets))
            except Unfit as fault:
                self.faults.append(str(fault))
        headings = [heading for heading in self.parts if heading[1] == "R"]
        records = self.of("R")
        mixed = len({record.digest for record in records}) > 1 or len(records) < len(headings)
        if len({purpose for purpose, _, _ in self.parts}) > 1:
            self.faults = ["wrong-purpose"]
        elif len(headings) > 1 and mixed:
            self.faults = ["altered"]

    def of(self, kind: str) -> list[Document]:
        return [document for document in self.held if document.kind == kind]


class _Judged:
    """One record, its card and sheet, and everything that speaks against it."""

    def __init__(self, record: Document, pool: "_Pool") -> None:
        self.record, self.pool, self.shown = record, pool, False
        cards = [each for each in pool.of("C") if each.digest == record.payload[2]]
        self.card = next(filter(pool.rooted, cards), cards[0] if cards else None)
        self.sheet: Document | None = None
        self.sheets: list[bytes] = self.card.payload[2] if self.card else []
        self.against = list(self.judge(self.card.payload)) if self.card else ["unreadable"]
        self.station = self.card.payload[3][:2] if self.card else []
        self.lines = self.named(3, record.payload[7])
        self.votes = self.named(4, record.payload[8])

    def named(self, key: int, figures: list[int]) -> Figures:
        """Figures by the ids of the sheet, by place when it is missing or has another number."""
        rows = self.sheet.payload[key] if self.sheet else []
        ids: list[str] = [row if key == 3 else row[0] for row in rows]
        if len(ids) != len(figures):
            ids = [f"#{place}" for place in range(1, len(figures) + 1)]
        return dict(zip(ids, figures, strict=True))

    def judge(self, card: dict[int, Any]) -> Iterator[str]:
        record, stances = self.record.payload, self.record.payload[9]
        assert self.card
        stated = {self.record.prefix, self.card.prefix, self.card.purpose}
        if stated != {record[1]} or (record[1] == 0 and not self.pool.practice):
            yield "wrong-purpose"
        elif not self.pool.rooted(self.card):
            yield "unknown-root"
        elif not self.signed(stances, card[7]):
            yield "altered"
        elif not self.record.signatures:
            yield "quorum-not-met"
        else:
            self.shown = True
            yield from self.figures(card, record)
            if not card[5][2] <= record[6] <= card[5][1]:
                yield "outside-time"
            hands = [
                row[0] for row, stance in zip(card[7], stances, strict=True) if stance in {1, 2, 4}
            ]
            if len(hands) < card[6][0] or not set(card[6][1] or hands) & set(hands):
                yield "quorum-not-met"

    def signed(self, stances: list[int], members: list[Any]) -> bool:
        signing = [place for place, stance in enumerate(stances) if stance in {1, 2}]
        return (
            len(stances) == len(members)
            and signing == list(self.record.signatures)
            and all(_verifies(self.record, place, members[place][1]) for place in signing)
        )

    def figures(self, card: dict[int, Any], record: dict[int, Any]) -> Iterator[str]:
        if record[3] >= len(card[2]):
            yield "wrong-station"
            yield "sheet missing"
            return
        wanted = card[2][record[3]]
        self.sheet = next((each for each in self.pool.of("S") if each.digest == wanted), None)
        for slip in self.pool.of("B"):
            rows = [lines for digest, lines in slip.payload[3] if digest == wanted][:1]
            if slip.payload[2] == card[3][:2] and rows and record[1] in {slip.prefix, slip.purpose}:
                yield from self.slip(slip, rows[0])
        if self.sheet is None:
            yield "sheet missing"
        elif not self.adds_up(self.sheet.payload):
            yield "arithmetic-fails"

    def adds_up(self, sheet: dict[int, Any]) -> bool:
        record = self.record.payload
        if (len(record[7]), len(record[8])) != (len(sheet[3]), len(sheet[4])):
            return False
        return false_relations(sheet, record[7], record[8]) <= set(record[13])

    def slip(self, slip: Document, rows: list[Any]) -> Iterator[str]:
        if slip.prefix != slip.purpose:
            yield "wrong-purpose"
        elif slip.digest != self.record.payload[12]:
            yield "altered"
        elif self.sheet:
            lines = self.named(3, self.record.payload[7])
            if any(lines.get(line) != figure for line, figure in rows):
                yield "altered"

    @property
    def identity(self) -> object:
        sheet = self.sheet
        contest: object = (sheet.payload[1], sheet.payload[2][0]) if sheet else None
        return (self.record.purpose, self.station, contest or self.sheets[self.record.payload[3]])

    def contradicted(self) -> Iterator[str]:
        mine = self.record.payload
        for other in self.pool.judged:
            theirs = other.record.payload
            if other.record.digest == self.record.digest or not other.lawful:
                continue
            if self.lawful and other.identity == self.identity:
                if (
                    mine[4] == theirs[4]
                    or mine.get(5, 0) == theirs.get(5, 1)
                    or (mine[4] == theirs[4] + 1 and mine[5] != other.record.digest)
                    or (theirs[4] == mine[4] + 1 and theirs[5] != self.record.digest)
                ):
                    yield "fork"
                elif theirs[4] > mine[4]:
                    yield "superseded"

    @property
    def lawful(self) -> bool:
        return self.shown and self.rank > ANSWERS.index("fork")

    @property
    def rank(self) -> int:
        return min(map(ANSWERS.index, self.against), default=len(ANSWERS))


class _Pool:
    """All inputs together."""

    def __init__(self, inputs: list[str], roots: dict[str, bytes], *, practice: bool) -> None:
        self.roots, self.practice = roots, practice
        self.copies = [_Copy(text) for text in inputs]
        everything: Parts = {}
        for copy in self.copies:
            for heading, parts in copy.parts.items():
                everything.setdefault(heading, []).extend(parts)
        for copy in self.copies:
            copy.fill(everything)
        self.judged = [_Judged(record, self) for record in self.of("R")]

    def of(self, kind: str) -> list[Document]:
        return [document for copy in self.copies for document in copy.of(kind)]

    def rooted(self, card: Document) -> bool:
        root = self.roots.get(PURPOSES[card.purpose])
        return root is not None and _verifies(card, 0, root)

    def about(self, copy: _Copy) -> _Judged | None:
        own = [each for each in self.judged if each.record in copy.of("R")]
        if own:
            return min(own, key=lambda each: each.rank)
        cards, sheets, slips = ({each.digest for each in copy.of(kind)} for kind in "CSB")
        lent = [
            each
            for each in self.judged
            if each.record.payload[2] in cards
            or each.record.payload[12] in slips
            or sheets & set(each.sheets)
        ]
        one = len({each.record.digest for each in lent}) == 1
        return max(lent, key=lambda each: each.rank) if one else None

    def beside(self, copy: _Copy, judged: _Judged) -> Iterator[str]:
        """What an input shows that belongs to something else."""
        record = judged.record.payload
        for card in copy.of("C"):
            if card.digest != record[2]:
                known = "wrong-station" if self.rooted(card) else "unknown-root"
                yield "altered" if judged.card else known
        if judged.card and any(each.digest not in judged.sheets for each in copy.of("S")):
            yield "altered"
        if any(each.digest != record[12] for each in copy.of("B")):
            yield "altered"

    def answers(self) -> list[tuple[str, Figures, Figures, str]]:
        return [self.answer(copy) for copy in self.copies]

    def answer(self, copy: _Copy) -> tuple[str, Figures, Figures, str]:
        judged = None if copy.faults else self.about(copy)
        if judged is None:
            return (min(copy.faults, key=ANSWERS.index, default="unreadable"), {}, {}, "")
        against = [*self.beside(copy, judged), *judged.contradicted()]
        if judged.card or not copy.of("C"):
            against += judged.against
        answer = min(against, key=ANSWERS.index, default="valid")
        shown = judged.shown and ANSWERS.index(answer) > ANSWERS.index("altered")
        if answer == "valid" and judged.record.purpose == 0:
            answer = "valid-practice"
        answer = "unreadable" if answer == "sheet missing" else answer
        digest = crockford(judged.record.digest, 32)
        spaced = " ".join(digest[at : at + 4] for at in range(0, 32, 4))
        return (answer, judged.lines, judged.votes, spaced) if shown else (answer, {}, {}, "")
