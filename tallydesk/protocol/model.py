"""The results protocol: everything a commission stands by for one contest, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from types import MappingProxyType
from typing import Literal

from tallydesk.election.definition import Purpose
from tallydesk.rules.finding import Finding


class Stance(IntEnum):
    """What a member does about the protocol; the numbers stand in the signed record."""

    ABSENT = 0
    SIGNS = 1
    SIGNS_WITH_OPINION = 2
    REFUSES = 3
    SIGNS_ON_PAPER = 4

    @property
    def uses_key(self) -> bool:
        """True when the record carries this member's signature."""
        return self in (Stance.SIGNS, Stance.SIGNS_WITH_OPINION)

    @property
    def on_paper(self) -> bool:
        """True when the member's hand stands on the protocol, with a key or without."""
        return self.uses_key or self is Stance.SIGNS_ON_PAPER


TextKind = Literal["explanation", "remark", "complaint", "opinion", "act"]
TEXT_KINDS: tuple[TextKind, ...] = ("explanation", "remark", "complaint", "opinion", "act")
"""In this order their counts stand in the annex of a record."""


SALT = 16
"""Octets of salt beside each text: without it a short text could be guessed from its digest."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that travel with the figures. `salt` (SALT octets) keeps the digest from being guessed.

    `about` is the finding's code for an explanation, "" otherwise. `by` is a member's name, or an
    observer's with organisation and accreditation number.
    """

    kind: TextKind
    by: str
    about: str
    words: str
    at: datetime
    salt: bytes


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding that stands on the protocol with the explanation given for it."""

    finding: Finding
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Variance:
    """An arithmetic finding that two equal recounts left standing, closed on the record."""

    finding: Finding
    reason: str
    by: str
    confirmed_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Booklet:
    """Series and number of the authority's numbered form that carries the original."""

    series: str
    number: str


@dataclass(frozen=True, slots=True)
class Signer:
    """A member with a decisive vote and what they do about this protocol."""

    number: int
    name: str
    office: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class ResultsProtocol:
    """The commission's protocol for one contest; only `protocol.assemble` makes one.

    `lines` in the order of the form, `votes` in ballot order (standing candidates only).
    `completed` is UTC, whole seconds. `replaces` is the full SHA-256 of the record it replaces,
    None in version 1. `journal_head` and `slip` are 32 octets. `signers` are the members on the
    card, in card order. `closed_early` is the announced close (UTC, whole seconds) of a station
    that finished before its hour by decision, None of any other.
    """

    purpose: Purpose
    station: str
    contest: str
    contest_index: int
    version: int
    replaces: bytes | None
    completed: datetime
    lines: Mapping[str, int]
    votes: Mapping[str, int]
    signers: tuple[Signer, ...]
    explained: tuple[Explained, ...]
    variances: tuple[Variance, ...]
    texts: tuple[Text, ...]
    changed_after_hint: int
    journal_head: bytes
    slip: bytes
    booklet: Booklet | None
    closed_early: datetime | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", MappingProxyType(dict(self.lines)))
        object.__setattr__(self, "votes", MappingProxyType(dict(self.votes)))
