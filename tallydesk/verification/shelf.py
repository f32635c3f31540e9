"""Everything that all inputs hold together, opened and put in order by digest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tallydesk.election.definition import Purpose
from tallydesk.protocol.canonical import RecordPayload, read_payload
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.card import SignedCard, read_card
from tallydesk.signing.codes import (
    Broken,
    CodeKind,
    Incomplete,
    Part,
    Whole,
    join,
    pool,
)
from tallydesk.signing.contest_sheet import ContestSheet, read_sheet, sheet_digest
from tallydesk.signing.packing import PackingError
from tallydesk.signing.record import Record, read_record, record_digest
from tallydesk.signing.slip import Slip, read_slip, slip_digest
from tallydesk.verification.report import Answer, Note

_NAMES: Mapping[CodeKind, str] = {
    "R": "record",
    "C": "card",
    "S": "sheet",
    "B": "slip",
    "D": "draft",
}


@dataclass(frozen=True, slots=True)
class HeldRecord:
    """A record, and the purpose that the prefix of its code claims."""

    claimed: Purpose
    record: Record


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A card, and the purpose that the prefix of its code claims."""

    claimed: Purpose
    card: SignedCard


@dataclass(frozen=True, slots=True)
class HeldSheet:
    """A contest sheet with its digest, and the purpose that the prefix of its code claims."""

    claimed: Purpose
    sheet: ContestSheet
    digest: bytes


@dataclass(frozen=True, slots=True)
class HeldSlip:
    """A slip with its digest, and the purpose that the prefix of its code claims."""

    claimed: Purpose
    slip: Slip
    digest: bytes


@dataclass(frozen=True, slots=True)
class HeldDraft:
    """A payload that nobody signed, with the SHA-256 that a record of it would be called by."""

    payload: RecordPayload
    digest: bytes
    octets: bytes


@dataclass(slots=True)
class Holdings:
    """What could be opened. Lists, because of every signature there is a second spelling."""

    records: list[HeldRecord] = field(default_factory=list)
    cards: list[HeldCard] = field(default_factory=list)
    sheets: list[HeldSheet] = field(default_factory=list)
    slips: list[HeldSlip] = field(default_factory=list)
    drafts: list[HeldDraft] = field(default_factory=list)

    def add(self, whole: Whole) -> None:
        """Open one code. Raises CborError, ShapeError or PackingError."""
        claimed, octets = whole.heading.purpose, whole.octets
        match whole.heading.kind:
            case "R":
                self.records.append(HeldRecord(claimed, read_record(octets)))
            case "C":
                self.cards.append(HeldCard(claimed, read_card(octets)))
            case "S":
                sheet = HeldSheet(claimed, read_sheet(octets), sheet_digest(octets))
                self.sheets.append(sheet)
            case "D":
                self.drafts.append(HeldDraft(read_payload(octets), record_digest(octets), octets))
            case _:
                self.slips.append(HeldSlip(claimed, read_slip(octets), slip_digest(octets)))

    def take(self, others: Holdings) -> None:
        """Hold as well what somebody else opened."""
        self.records += others.records
        self.cards += others.cards
        self.sheets += others.sheets
        self.slips += others.slips
        self.drafts += others.drafts

    def cards_with(self, digest: bytes) -> list[HeldCard]:
        """The cards that a record with this card digest can mean."""
        return [held for held in self.cards if held.card.digest == digest]

    def sheet_with(self, digest: bytes) -> HeldSheet | None:
        """The sheet that a card with this digest means."""
        return next((held for held in self.sheets if held.digest == digest), None)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that decides an input before any signature is looked at."""

    answer: Answer
    note: Note


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one input holds, with missing parts lent by the others."""

    own: Holdings
    faults: tuple[Fault, ...]
    record_headings: int


def gather(inputs: Sequence[Iterable[Part]]) -> tuple[tuple[Gathered, ...], Holdings]:
    """What each input holds, and what all of them hold together."""
    everything = pool(part for parts in inputs for part in parts)
    together = Holdings()
    seen: dict[Whole, Holdings] = {}
    gathered: list[Gathered] = []
    for parts in inputs:
        own = Holdings()
        faults: list[Fault] = []
        mine = pool(parts)
        for heading, held in mine.items():
            joined = join(heading, held, everything[heading])
            if isinstance(joined, Whole) and joined in seen:
                own.take(seen[joined])
                continue
            opened = Holdings()
            fault = _open(joined, opened)
            faults += [fault] if fault else []
            if isinstance(joined, Whole) and not fault:
                seen[joined] = opened
                together.take(opened)
                own.take(opened)
        records = sum(heading.kind == "R" for heading in mine)
        gathered.append(Gathered(own, tuple(faults), records))
    return tuple(gathered), together


def _open(joined: Whole | Incomplete | Broken, own: Holdings) -> Fault | None:
    kind = _NAMES[joined.heading.kind]
    if isinstance(joined, Incomplete):
        missing = ", ".join(str(n) for n in joined.missing)
        note = Note(f"{kind}-part-missing", {"parts": missing, "of": joined.of})
        return Fault("unreadable", note)
    if isinstance(joined, Broken):
        return Fault("altered", Note(f"{kind}-changed"))
    try:
        own.add(joined)
    except (CborError, ShapeError, PackingError) as error:
        return Fault("unreadable", Note(f"{kind}-malformed", {"what": str(error)}))
    return None
