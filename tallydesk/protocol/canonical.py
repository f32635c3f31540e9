"""The octets that members sign: one results protocol, spelled in exactly one way.

Map keys and meanings are those of resources/formats/record-v1.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from unicodedata import normalize

from tallydesk.election.definition import Purpose
from tallydesk.protocol import shape
from tallydesk.protocol.cbor import Item, decode, encode
from tallydesk.protocol.model import (
    SALT,
    TEXT_KINDS,
    Booklet,
    ResultsProtocol,
    Stance,
    Text,
    TextKind,
)
from tallydesk.protocol.shape import DIGEST, ShapeError

FORMAT_VERSION = 1
LARGEST_TEXTS = 4_000_000
"""Octets of all texts of a protocol together: a thousand pages."""

PURPOSES: tuple[Purpose, ...] = ("practice", "official")
"""By their number in everything signed."""

_REPLACES, _BOOKLET, _CLOSED_EARLY = 5, 15, 16
_REQUIRED = frozenset(range(15)) - {_REPLACES}
_OPTIONAL = frozenset((_REPLACES, _BOOKLET, _CLOSED_EARLY))


@dataclass(frozen=True, slots=True)
class Annex:
    """How many texts of each kind travel with the figures, and one digest over all of them.

    `counts` in the order of `model.TEXT_KINDS`.
    """

    counts: tuple[int, ...]
    digest: bytes

    def count_of(self, kind: TextKind) -> int:
        """How many texts of one kind there are."""
        return self.counts[TEXT_KINDS.index(kind)]


@dataclass(frozen=True, slots=True)
class RecordPayload:
    """What a signed record says, as a stranger reads it: positions instead of names.

    `lines` in the order of the contest sheet, `votes` in ballot order, `stances` in card order.
    `variances` are the codes of the relations that the commission closed on the record.
    `closed_early` is when the close of a station that finished before its hour was announced.
    """

    purpose: Purpose
    card_digest: bytes
    contest_index: int
    version: int
    replaces: bytes | None
    completed: datetime
    lines: tuple[int, ...]
    votes: tuple[int, ...]
    stances: tuple[Stance, ...]
    annex: Annex
    journal_head: bytes
    slip: bytes
    variances: tuple[str, ...]
    changed_after_hint: int
    booklet: Booklet | None
    closed_early: datetime | None = None


def payload_of(protocol: ResultsProtocol, card_digest: bytes) -> bytes:
    """The octets to sign. `card_digest` (32 octets) binds station, keys and quorum.

    Raises CborError when a name, code or number cannot be written, ShapeError when a digest has
    the wrong length or the version does not agree with what is replaced.
    """
    booklet = protocol.booklet
    return encode_payload(
        RecordPayload(
            purpose=protocol.purpose,
            card_digest=card_digest,
            contest_index=protocol.contest_index,
            version=protocol.version,
            replaces=protocol.replaces,
            completed=protocol.completed,
            lines=tuple(protocol.lines.values()),
            votes=tuple(protocol.votes.values()),
            stances=tuple(signer.stance for signer in protocol.signers),
            annex=annex_of(protocol.texts),
            journal_head=protocol.journal_head,
            slip=protocol.slip,
            variances=tuple(normalize("NFC", each.finding.code) for each in protocol.variances),
            changed_after_hint=protocol.changed_after_hint,
            booklet=booklet
            and Booklet(normalize("NFC", booklet.series), normalize("NFC", booklet.number)),
            closed_early=protocol.closed_early,
        )
    )


def encode_payload(payload: RecordPayload) -> bytes:
    """The octets of a payload. Raises CborError or ShapeError for one that could not be read."""
    fields: dict[int, Item] = {
        0: FORMAT_VERSION,
        1: PURPOSES.index(payload.purpose),
        2: payload.card_digest,
        3: payload.contest_index,
        4: payload.version,
        6: shape.seconds(payload.completed),
        7: payload.lines,
        8: payload.votes,
        9: tuple(int(stance) for stance in payload.stances),
        10: (*payload.annex.counts, payload.annex.digest),
        11: payload.journal_head,
        12: payload.slip,
        13: payload.variances,
        14: payload.changed_after_hint,
    }
    if payload.replaces is not None:
        fields[_REPLACES] = payload.replaces
    if payload.booklet is not None:
        fields[_BOOKLET] = (payload.booklet.series, payload.booklet.number)
    if payload.closed_early is not None:
        fields[_CLOSED_EARLY] = shape.seconds(payload.closed_early)
    octets = encode(fields)
    # Nobody signs what nobody could read.
    read_payload(octets)
    return octets


def read_payload(octets: bytes) -> RecordPayload:
    """The payload that `octets` spell.

    Raises CborError for a spelling outside the profile, ShapeError for a wrong field.
    """
    fields = shape.keyed(decode(octets), "record", _REQUIRED, _OPTIONAL)
    shape.number(fields[0], "format version", least=FORMAT_VERSION, most=FORMAT_VERSION)
    variances = tuple(shape.text(each, "variance") for each in shape.array(fields[13], "variances"))
    if len(set(variances)) != len(variances):
        raise ShapeError("variances: a relation stands twice")
    version = shape.number(fields[4], "protocol version", least=1)
    if (version > 1) != (_REPLACES in fields):
        raise ShapeError("replaces: stands in every version but the first")
    return RecordPayload(
        purpose=read_purpose(fields[1]),
        card_digest=shape.octets(fields[2], "card digest", length=DIGEST),
        contest_index=shape.number(fields[3], "contest"),
        version=version,
        replaces=shape.octets(fields[_REPLACES], "replaces", length=DIGEST)
        if _REPLACES in fields
        else None,
        completed=shape.moment(fields[6], "completed"),
        lines=_numbers(fields[7], "lines"),
        votes=_numbers(fields[8], "votes"),
        stances=tuple(
            Stance(shape.number(each, "stance", most=max(Stance)))
            for each in shape.array(fields[9], "stances")
        ),
        annex=_read_annex(fields[10]),
        journal_head=shape.octets(fields[11], "journal head", length=DIGEST),
        slip=shape.octets(fields[12], "slip", length=DIGEST),
        variances=variances,
        changed_after_hint=shape.number(fields[14], "changed after a hint"),
        booklet=_read_booklet(fields[_BOOKLET]) if _BOOKLET in fields else None,
        closed_early=shape.moment(fields[_CLOSED_EARLY], "closed early")
        if _CLOSED_EARLY in fields
        else None,
    )


def read_purpose(item: Item) -> Purpose:
    """Practice or official, from its number. Raises ShapeError."""
    return PURPOSES[shape.number(item, "purpose", most=len(PURPOSES) - 1)]


def annex_of(texts: Sequence[Text]) -> Annex:
    """Counts and digest of the texts, in the order in which they stand on the protocol."""
    return Annex(
        counts=tuple(sum(text.kind == kind for text in texts) for kind in TEXT_KINDS),
        digest=sha256(encode(tuple(text_digest(text) for text in texts))).digest(),
    )


def text_digest(text: Text) -> bytes:
    """SHA-256 of one salted text, 32 octets.

    The words go in as octets, exactly as they were written: line breaks and any letter included.
    Raises ShapeError when the salt has not 16 octets.
    """
    return sha256(encode(_spelled(text), most=LARGEST_TEXTS)).digest()


def texts_octets(texts: Sequence[Text]) -> bytes:
    """The texts themselves, an array of exactly what `text_digest` digests of each.

    Whoever holds these octets can run the annex digest again. Raises CborError when they are
    longer than `LARGEST_TEXTS`, ShapeError as `text_digest`.
    """
    return encode(tuple(_spelled(text) for text in texts), most=LARGEST_TEXTS)


def read_texts(octets: bytes) -> tuple[Text, ...]:
    """The texts that `texts_octets` wrote. Raises CborError or ShapeError."""
    return tuple(
        _read_text(each) for each in shape.array(decode(octets, most=LARGEST_TEXTS), "texts")
    )


def _spelled(text: Text) -> tuple[Item, ...]:
    return (
        shape.octets(text.salt, "salt", length=SALT),
        TEXT_KINDS.index(text.kind),
        text.by.encode(),
        text.about.encode(),
        text.words.encode(),
        shape.seconds(text.at),
    )


def _read_text(item: Item) -> Text:
    salt, kind, by, about, words, at = shape.array(item, "text", length=6)
    return Text(
        TEXT_KINDS[shape.number(kind, "kind of text", most=len(TEXT_KINDS) - 1)],
        shape.utf8(by, "text"),
        shape.utf8(about, "text"),
        shape.utf8(words, "text"),
        shape.moment(at, "text"),
        shape.octets(salt, "salt", length=SALT),
    )


def _numbers(item: Item, field: str) -> tuple[int, ...]:
    return tuple(shape.number(each, field) for each in shape.array(item, field))


def _read_annex(item: Item) -> Annex:
    *counts, digest = shape.array(item, "annex", length=len(TEXT_KINDS) + 1)
    return Annex(
        counts=tuple(shape.number(each, "annex") for each in counts),
        digest=shape.octets(digest, "annex digest", length=DIGEST),
    )


def _read_booklet(item: Item) -> Booklet:
    series, printed = shape.array(item, "booklet", length=2)
    return Booklet(shape.text(series, "booklet series"), shape.text(printed, "booklet number"))
