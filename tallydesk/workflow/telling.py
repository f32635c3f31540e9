"""A journal's events and its faults in words for people. PINs and secrets never occur."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from tallydesk.counting.place import Place
from tallydesk.election.definition import Package
from tallydesk.protocol.model import Stance
from tallydesk.workflow.fault import Fault
from tallydesk.workflow.happening import Happening
from tallydesk.workflow.happening_json import StrangeEntry, read
from tallydesk.workflow.ports import Entry

LONGEST = 120
"""Letters of somebody's words that stand in a list of events."""

SHOWN_OCTETS = 8
"""Of a digest, in a list of events."""

_MEMBERS = {
    "member",
    "at_laptop",
    "confirmed_by",
    "present",
    "carriers",
    "destroyed",
    "kept",
    "unreached",
}
"""Fields that hold a member's number, or several."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Says events in one language; `package` is None where it could not be read."""

    words: Mapping[str, str]
    language: str
    package: Package | None = None

    def wall(self, at: datetime, *, fine: bool = False) -> str:
        """A moment as the clock on the station's wall showed it, in UTC without a package.

        `fine` adds the milliseconds.
        """
        package = self.package
        minutes = package.hours.offset_minutes if package else 0
        wall = (at + timedelta(minutes=minutes)).replace(tzinfo=None)
        said = wall.isoformat(" ", "milliseconds" if fine else "seconds")
        return said if package else f"{said} UTC"

    def member(self, number: int) -> str:
        """A member's name; the number where the roster has none."""
        if number == 0:
            return self.words["journal.nobody"]
        members = self.package.members if self.package else ()
        return next((each.name for each in members if each.number == number), str(number))

    def event(self, entry: Entry | None) -> str:
        """What happened, by kind alone where the text cannot be read."""
        if entry is None:
            return self.words["journal.unknown"]
        try:
            happening = read(entry.kind, entry.body)
        except StrangeEntry:
            return _readable(entry.kind)
        return self.happening(happening)

    def happening(self, happening: Happening) -> str:
        """What happened, in a line."""
        facts = {
            each.name: self._fact(each.name, getattr(happening, each.name))
            for each in fields(happening)
        }
        line = self.words[f"journal.event.{type(happening).__name__}"].format(**facts)
        return " ".join(_readable(line).split())

    def fault(self, fault: Fault) -> str:
        """A sentence that names the event and what differs."""
        facts: dict[str, Callable[[], str]] = {
            "number": lambda: str(fault.number),
            "elsewhere": lambda: str(fault.elsewhere),
            "event": lambda: self._dated(fault.entry, fine=fault.differs == "moment"),
            "differs": lambda: self._differs(fault),
            "why": lambda: self.words[f"journal.why.{fault.why}"],
        }
        key = fault.differs if fault.differs in {"missing", "moved", "extra"} else "changed"
        sentence = self.words[f"journal.{'impossible' if fault.why else key}"]
        used = {name: say() for name, say in facts.items() if f"{{{name}}}" in sentence}
        return sentence.format(**used)

    def _dated(self, entry: Entry | None, *, fine: bool) -> str:
        said = self.event(entry)
        return said if entry is None else f"{said}; {self.wall(entry.at, fine=fine)}"

    def _differs(self, fault: Fault) -> str:
        differs, was = fault.differs, fault.was
        if differs == "member":
            was = self.member(int(was))
        elif differs == "moment" and was:
            was = self.wall(datetime.fromisoformat(was), fine=True)
        key = differs if was or differs not in {"moment", "kind"} else f"{differs}-lost"
        return self.words[f"journal.differs.{key}"].format(was=was)

    def _fact(self, name: str, value: object) -> str:
        if isinstance(value, Stance):
            return self.words[f"stance.{value.name.lower()}"]
        if name in _MEMBERS or (name == "by" and isinstance(value, int)):
            numbers = value if isinstance(value, tuple) else (value,)
            return ", ".join(self.member(number) for number in numbers)
        if isinstance(value, Place):
            return self._place(value)
        if isinstance(value, datetime):
            return self.wall(value)
        if value is None and name == "place":
            return self.words["journal.doubtful"]
        if name == "agreed":
            return self.words["journal.agreed" if value else "journal.differed"]
        if value is None:
            return self.words["journal.emptied"]
        if isinstance(value, bytes):
            return value[:SHOWN_OCTETS].hex()
        if isinstance(value, tuple):
            value = ", ".join(str(each) for each in value)
        text = str(value)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"

    def _place(self, place: Place) -> str:
        said = self.words["journal.line"].format(id=place.id)
        if place.kind == "vote":
            said = self._candidate(place)
        return self.words["journal.box"].format(place=said, box=place.box) if place.box else said

    def _candidate(self, place: Place) -> str:
        contests = self.package.definition.contests if self.package else ()
        for contest in contests:
            for each in contest.candidates:
                if (contest.id, each.id) == (place.contest, place.id):
                    return each.name.said_in(self.language)
        return place.id


def _readable(text: str) -> str:
    """Without letters that no terminal can show or that would steer it."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)
