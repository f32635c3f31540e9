"""The contest sheet: names and arithmetic, so that a stranger can read a record and re-run it.

Not signed itself: the card names its SHA-256.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
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
    """What the sheet of one contest says. `lines` and `candidates` in the order of the record.

    `lists` are all lists of the contest, those without a standing candidate included.
    """

    election: str
    contest: str
    title: str
    lines: tuple[str, ...]
    candidates: tuple[SheetCandidate, ...]
    relations: tuple[SheetRelation, ...]
    seats: int
    lists: tuple[str, ...]


def sheet_of(election: str, contest: Contest, *, language: str = "en") -> bytes:
    """The octets of a contest's sheet; names and title in `language`.

    Only relations of kind arithmetic travel. Raises CborError, ShapeError or PackingError for a
    name or relation that cannot be written, ValueError for a candidate on an unknown list.
    """
    lines = tuple(line.id for line in contest.form.lines)
    lists = tuple(each.id for each in contest.lists)
    ids = Ids(lines, lists)
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
            4: tuple(
                (
                    each.id,
                    normalize("NFC", each.name.said_in(language)),
                    0 if each.list_id is None else 1 + lists.index(each.list_id),
                )
                for each in contest.standing
            ),
            5: relations,
            6: contest.seats,
            7: lists,
        }
    )
    read_sheet(octets)
    return octets


@lru_cache(maxsize=32)
def read_sheet(octets: bytes) -> ContestSheet:
    """The sheet that `octets` spell. Raises CborError, ShapeError or PackingError.

    Kept for a while: whoever checks many protocols meets the same few sheets.
    """
    fields = shape.keyed(decode(octets), "contest sheet", frozenset(range(8)))
    shape.number(fields[0], "format version", least=FORMAT_VERSION, most=FORMAT_VERSION)
    contest, title = (
        shape.text(each, "contest") for each in shape.array(fields[2], "contest", length=2)
    )
    lines = tuple(shape.text(each, "line") for each in shape.array(fields[3], "lines"))
    lists = tuple(shape.text(each, "list") for each in shape.array(fields[7], "lists"))
    candidates = tuple(_candidate(each, lists) for each in shape.array(fields[4], "candidates"))
    _refuse_twice("lines", lines)
    _refuse_twice("candidates", tuple(each.id for each in candidates))
    _refuse_twice("lists", lists)
    ids = Ids(lines, lists)
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
        lists=lists,
    )


def sheet_digest(octets: bytes) -> bytes:
    """What a card says of the sheet: the SHA-256 of its octets, 32 octets."""
    return sha256(octets).digest()


def _candidate(item: Item, lists: tuple[str, ...]) -> SheetCandidate:
    identity, name, position = shape.array(item, "candidate", length=3)
    listed = shape.number(position, "candidate's list", most=len(lists))
    return SheetCandidate(
        shape.text(identity, "candidate"),
        shape.text(name, "candidate's name"),
        lists[listed - 1] if listed else None,
    )


def _relation(item: Item, ids: Ids) -> SheetRelation:
    code, packed = shape.array(item, "relation", length=2)
    numbers = tuple(
        shape.number(each, "relation") for each in shape.array(packed, "relation's condition")
    )
    return SheetRelation(shape.text(code, "relation's code"), unpack(numbers, ids))


def _refuse_twice(field: str, names: tuple[str, ...]) -> None:
    if len(set(names)) != len(names):
        raise ShapeError(f"{field}: a name stands twice")
