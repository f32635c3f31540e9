"""What the code on a before-opening slip says. Unsigned: the record signs its digest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from tallydesk.election.definition import Purpose
from tallydesk.protocol import shape
from tallydesk.protocol.canonical import FORMAT_VERSION, PURPOSES, read_purpose
from tallydesk.protocol.cbor import Item, decode, encode
from tallydesk.protocol.shape import DIGEST, ShapeError


@dataclass(frozen=True, slots=True)
class SlipContest:
    """Figures fixed before opening for one contest, lines of the station included, by line id.

    `sheet` is the digest of its contest sheet, 32 octets.
    """

    sheet: bytes
    lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Slip:
    """What stood on paper before any seal was cut. `made` is UTC, whole seconds."""

    purpose: Purpose
    constituency: str
    number: str
    contests: tuple[SlipContest, ...]
    made: datetime
    journal_head: bytes


def slip_payload(slip: Slip) -> bytes:
    """The octets of the slip's code. Raises CborError or ShapeError."""
    contests = tuple((each.sheet, tuple(each.lines.items())) for each in slip.contests)
    payload = encode(
        {
            0: FORMAT_VERSION,
            1: PURPOSES.index(slip.purpose),
            2: (slip.constituency, slip.number),
            3: contests,
            4: shape.seconds(slip.made),
            5: slip.journal_head,
        }
    )
    read_slip(payload)
    return payload


def read_slip(octets: bytes) -> Slip:
    """The slip that `octets` spell. Raises CborError or ShapeError."""
    fields = shape.keyed(decode(octets), "slip", frozenset(range(6)))
    shape.number(fields[0], "format version", least=FORMAT_VERSION, most=FORMAT_VERSION)
    constituency, number = (
        shape.text(each, "station") for each in shape.array(fields[2], "station", length=2)
    )
    return Slip(
        purpose=read_purpose(fields[1]),
        constituency=constituency,
        number=number,
        contests=tuple(_contest(each) for each in shape.array(fields[3], "contests")),
        made=shape.moment(fields[4], "made"),
        journal_head=shape.octets(fields[5], "journal head", length=DIGEST),
    )


def slip_digest(octets: bytes) -> bytes:
    """What a record says of the slip: the SHA-256 of its octets, 32 octets."""
    return sha256(octets).digest()


def _contest(item: Item) -> SlipContest:
    sheet, lines = shape.array(item, "contest", length=2)
    figures: dict[str, int] = {}
    for line in shape.array(lines, "lines"):
        written, figure = shape.array(line, "line", length=2)
        name = shape.text(written, "line")
        if name in figures:
            raise ShapeError(f"lines: {name} stands twice")
        figures[name] = shape.number(figure, "figure")
    return SlipContest(shape.octets(sheet, "contest sheet digest", length=DIGEST), figures)
