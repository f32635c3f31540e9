"""The contest sheet: names and arithmetic, so that a stranger can read a record and re-run it.

Not signed itself: the card names its SHA-256.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

from tallydesk.election.definition import Contest
from tallydesk.election.expression import Condition
from tallydesk.protocol import shape
from tallydesk.protocol.canonical import FORMAT_VERSION
from tallydesk.protocol.cbor import Item, decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.packing import Ids, pack, unpack


@dataclass(frozen=True, slots=True)
class SheetCandidate:
    """A candidate whose votes are counted; `list_id` None without list."""

    id: str
    name: str
    list_id: str | None


@dataclass(frozen=True, slots=True)
class SheetRelation:
    """An arithmetic relation of the form."""

    code: str
    holds: Condition


@dataclass(frozen=True, slots=True)
class ContestSheet:
    """What the sheet of one contest says. `lines` and `candidates` in the order of the record."""

    election: str
    contest: str
    title: str
    lines: tuple[str, ...]
    candidates: tuple[SheetCandidate, ...]
    relations: tuple[SheetRelation, ...]
    seats: int


def sheet_of(election: str, contest: Contest, *, language: str = "en") -> bytes:
    """The octets of a contest's sheet; names and title in `language`.

    Only relations of kind arithmetic travel. Raises CborError, ShapeError or PackingError for a
    name or relation that cannot be written.
    """
    candidates = tuple(
        SheetCandidate(each.id, normalize("NFC", each.name.said_in(language)), each.list_id)
        for each in contest.standing
    )
    lines = tuple(line.id for line in contest.form.lines)
    ids = Ids(lines, _lists(candidates))
    relations: tuple[Item, ...] = tuple(
        (relation.code, pack(relation.holds, ids))
        for relation in contest.form.relations
        if relation.kind == "arithmetic"
    )
    octets = encode(
        {
            0: FORMAT_VERSION,
            1: election,
            2: (contest.id, normalize("NFC", contest.title.said_in(language))),
            3: lines,
            4: tuple((each.id, each.name, each.list_id or "") for each in candidates),
            5: relations,
            6: contest.seats,
        }
    )
    read_sheet(octets)
    return octets


def read_sheet(octets: bytes) -> ContestSheet:
    """The sheet that `octets` spell. Raises CborError, ShapeError or PackingError."""
    fields = shape.keyed(decode(octets), "contest sheet", frozenset(range(7)))
    shape.number(fields[0], "format version", least=FORMAT_VERSION, most=FORMAT_VERSION)
    contest, title = (
        shape.text(each, "contest") for each in shape.array(fields[2], "contest", length=2)
    )
    lines = tuple(shape.text(each, "line") for each in shape.array(fields[3], "lines"))
    candidates = tuple(_candidate(each) for each in shape.array(fields[4], "candidates"))
    _refuse_twice("lines", lines)
    _refuse_twice("candidates", tuple(each.id for each in candidates))
    ids = Ids(lines, _lists(candidates))
    relations = tuple(_relation(each, ids) for each in shape.array(fields[5], "relations"))
    _refuse_twice("relations", tuple(each.code for each in relations))
    return ContestSheet(
        election=shape.text(fields[1], "election"),
        contest=contest,
        title=title,
        lines=lines,
        candidates=candidates,
        relations=relations,
        seats=shape.number(fields[6], "seats"),
    )


def sheet_digest(octets: bytes) -> bytes:
    """What a card says of the sheet: the SHA-256 of its octets, 32 octets."""
    return sha256(octets).digest()


def _lists(candidates: tuple[SheetCandidate, ...]) -> tuple[str, ...]:
    """List ids in the order in which candidates first name them."""
    return tuple(dict.fromkeys(each.list_id for each in candidates if each.list_id is not None))


def _candidate(item: Item) -> SheetCandidate:
    identity, name, list_id = (
        shape.text(each, "candidate") for each in shape.array(item, "candidate", length=3)
    )
    return SheetCandidate(identity, name, list_id or None)


def _relation(item: Item, ids: Ids) -> SheetRelation:
    code, packed = shape.array(item, "relation", length=2)
    numbers = tuple(
        shape.number(each, "relation") for each in shape.array(packed, "relation's condition")
    )
    return SheetRelation(shape.text(code, "relation's code"), unpack(numbers, ids))


def _refuse_twice(field: str, names: tuple[str, ...]) -> None:
    if len(set(names)) != len(names):
        raise ShapeError(f"{field}: a name stands twice")
