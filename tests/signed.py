"""A signed protocol of the small election in `tests.builders`, made of fixed keys, and its codes.

Everything can be replaced: most tests are about a copy in which one thing is different.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from tallydesk.election.definition import Office, Purpose
from tallydesk.protocol.canonical import RecordPayload, annex_of, encode_payload
from tallydesk.protocol.model import Booklet, Stance
from tallydesk.signing.card import Card, CardMember, card_digest, issue_card
from tallydesk.signing.codes import CodeKind, code_texts
from tallydesk.signing.contest_sheet import sheet_digest, sheet_of
from tallydesk.signing.keys import Unlocked, scalar_from
from tallydesk.signing.record import record_digest, seal_record, signature_over
from tallydesk.signing.slip import Slip, SlipContest, slip_digest, slip_payload
from tallydesk.signing.trust import Trust
from tallydesk.verification.inputs import Input
from tallydesk.verification.report import Report
from tallydesk.verification.verify import verify
from tests.builders import AGREEING, CLOSES, CONTEST


def key(number: int) -> Unlocked:
    """A key that everybody can make again."""
    return Unlocked(scalar_from(bytes([number]) * 48))


ROOT, AUTHORITY, STRANGER = key(100), key(101), key(102)
KEYS = tuple(key(number) for number in range(1, 7))
OFFICES: tuple[Office, ...] = ("chair", "deputy", "secretary", "member", "member", "member")
NAMES = ("Ada", "Ben", "Cem", "Dan", "Eva", "Fidan")
STANCES = (
    Stance.SIGNS,
    Stance.SIGNS_WITH_OPINION,
    Stance.SIGNS,
    Stance.SIGNS_ON_PAPER,
    Stance.REFUSES,
    Stance.ABSENT,
)

SHEET = sheet_of("pears-2026", CONTEST)
SLIP = Slip(
    purpose="practice",
    constituency="000",
    number="01",
    contests=(SlipContest(sheet_digest(SHEET), {line: AGREEING.lines[line] for line in "3586"}),),
    made=CLOSES + timedelta(minutes=40),
    journal_head=b"\x11" * 32,
)
CARD = Card(
    purpose="practice",
    sheets=(sheet_digest(SHEET),),
    constituency="000",
    number="01",
    station_name="Orchard",
    serial=1,
    valid_from=CLOSES - timedelta(hours=11),
    valid_to=CLOSES + timedelta(hours=36),
    polls_close=CLOSES,
    quorum=4,
    quorum_offices=("chair", "deputy"),
    members=tuple(
        CardMember(office, each.point, name)
        for office, each, name in zip(OFFICES, KEYS, NAMES, strict=True)
    ),
    custody="own",
)
PAYLOAD = RecordPayload(
    purpose="practice",
    card_digest=bytes(32),
    contest_index=0,
    version=1,
    replaces=None,
    completed=CLOSES + timedelta(hours=4),
    lines=tuple(AGREEING.lines.values()),
    votes=tuple(AGREEING.votes.values()),
    stances=STANCES,
    annex=annex_of(()),
    journal_head=b"\x22" * 32,
    slip=bytes(32),
    variances=(),
    changed_after_hint=0,
    booklet=Booklet("A", "000123"),
)


@dataclass(frozen=True)
class Copy:
    """A protocol as it is handed out. Card digest and slip digest are filled in."""

    payload: RecordPayload = PAYLOAD
    card: Card = CARD
    sheet: bytes = SHEET
    slip: Slip | None = SLIP
    root: Unlocked = ROOT
    signers: tuple[int, ...] | None = None
    keys: Sequence[Unlocked] = KEYS
    signed_for: Purpose | None = None
    named_card: Card | None = None
    shown: tuple[CodeKind, ...] = ("R", "C", "S", "B")
    extra: tuple[str, ...] = field(default=())

    @property
    def card_octets(self) -> bytes:
        """The signed card."""
        return issue_card(self.root, self.card)

    @property
    def slip_octets(self) -> bytes:
        """The slip, empty when there is none."""
        return slip_payload(self.slip) if self.slip else b""

    @property
    def payload_octets(self) -> bytes:
        """What the members sign."""
        named = issue_card(self.root, self.named_card or self.card)
        slip = slip_digest(self.slip_octets) if self.slip else self.payload.slip
        return encode_payload(replace(self.payload, card_digest=card_digest(named), slip=slip))

    @property
    def digest(self) -> bytes:
        """What the record is called."""
        return record_digest(self.payload_octets)

    @property
    def record_octets(self) -> bytes:
        """The sealed record."""
        said = tuple(index for index, stance in enumerate(self.payload.stances) if stance.uses_key)
        signers = said if self.signers is None else self.signers
        payload = self.payload_octets
        purpose = self.signed_for or self.payload.purpose
        return seal_record(
            payload,
            {index: signature_over(payload, index, self.keys[index], purpose) for index in signers},
        )

    def codes_of(self, kind: CodeKind) -> tuple[str, ...]:
        """The codes of one kind."""
        octets = {
            "R": self.record_octets,
            "C": self.card_octets,
            "S": self.sheet,
            "B": self.slip_octets,
            "D": self.payload_octets,
        }[kind]
        return code_texts(kind, octets, self.payload.purpose) if octets else ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Everything that is shown, the record's parts first."""
        return tuple(text for kind in self.shown for text in self.codes_of(kind)) + self.extra

    def with_payload(self, **changes: object) -> Copy:
        """The same with other fields in the payload."""
        return replace(self, payload=replace(self.payload, **changes))  # type: ignore[arg-type]  # a test names its fields

    def with_card(self, **changes: object) -> Copy:
        """The same with other fields on the card."""
        return replace(self, card=replace(self.card, **changes))  # type: ignore[arg-type]  # a test names its fields


GOOD = Copy()
OFFICIAL = replace(
    GOOD.with_payload(purpose="official").with_card(purpose="official"),
    root=AUTHORITY,
    slip=replace(SLIP, purpose="official"),
)


def texts(codes: Iterable[str], name: str = "codes.txt") -> Input:
    """Codes as a text file, one a line."""
    return Input(name, "".join(f"{code}\n" for code in codes).encode())


def reports(
    *given: Input | Copy | Iterable[str],
    trust: Trust | None = None,
    allow_practice: bool = False,
) -> tuple[Report, ...]:
    """Verify text files made of copies or codes."""
    inputs = [
        each
        if isinstance(each, Input)
        else texts(each.codes if isinstance(each, Copy) else each, f"{number}.txt")
        for number, each in enumerate(given, 1)
    ]
    return verify(inputs, practice_root=ROOT.point, trust=trust, allow_practice=allow_practice)


def report(given: Input | Copy | Iterable[str], **options: object) -> Report:
    """The report on one input."""
    (only,) = reports(given, **options)  # type: ignore[arg-type]  # handed through
    return only
