"""What a verifier answers: one frozen report for each input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal, get_args

from tallydesk.protocol.model import Stance

Answer = Literal[
    "unreadable",
    "wrong-purpose",
    "unknown-root",
    "altered",
    "wrong-station",
    "outside-time",
    "quorum-not-met",
    "fork",
    "superseded",
    "arithmetic-fails",
    "valid-practice",
    "valid",
]

PRECEDENCE: tuple[Answer, ...] = get_args(Answer)
"""The first that applies is the answer."""


@dataclass(frozen=True, slots=True)
class Note:
    """Half a reason: a key of the words under `answer.because`, and what to put into it."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def said(self, words: Mapping[str, str]) -> str:
        """The sentence, from `assets.words(language)`; a tuple of keys becomes a list of words."""
        facts = {
            name: ", ".join(words[key] for key in fact) if isinstance(fact, tuple) else fact
            for name, fact in self.facts.items()
        }
        return words[f"answer.because.{self.code}"].format_map(facts)


@dataclass(frozen=True, slots=True)
class StanceShown:
    """A member of the card and what the record says they did."""

    name: str
    office: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Shown:
    """What a record says; made only when root and signatures verify.

    `lines` and `votes` by id; without the contest sheet by position, `#1` being the first.
    `digest` is the record's full SHA-256.
    """

    station: str
    station_name: str
    election: str
    contest: str
    title: str
    lines: Mapping[str, int]
    votes: Mapping[str, int]
    names: Mapping[str, str]
    stances: tuple[StanceShown, ...]
    variances: tuple[str, ...]
    version: int
    completed: datetime
    digest: bytes

    def __post_init__(self) -> None:
        for name in ("lines", "votes", "names"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a draft code says, which nobody signed; to be compared with the screen, nothing else.

    `lines` and `votes` by id, by position where no fitting contest sheet was shown. `digest` is the
    full SHA-256 that a record with these figures would be called by.
    """

    lines: Mapping[str, int]
    votes: Mapping[str, int]
    names: Mapping[str, str]
    digest: bytes

    def __post_init__(self) -> None:
        for name in ("lines", "votes", "names"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))


@dataclass(frozen=True, slots=True)
class Report:
    """The answer for one input. `shown` is None unless root and signatures verify.

    `draft` is there for an input that holds a draft code and no record.
    """

    input: str
    answer: Answer
    notes: tuple[Note, ...]
    shown: Shown | None
    draft: Drafted | None = None

    def reason(self, words: Mapping[str, str]) -> str:
        """Why, in sentences, from `assets.words(language)`."""
        return " ".join(note.said(words) for note in self.notes)
