"""What lies on the commission's table: the paper with the figures, and the booklet they write."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.counting.place import Place
from tallydesk.device.clock import SystemClock
from tallydesk.election.definition import Contest, Package
from tallydesk.training.scenario import ContestPaper, Scenario, read_scenario
from tallydesk.ui.sheet_words import HEADINGS
from tallydesk.workflow.opening import read_shipped

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Looking:
    """Which paper the heading asks for: the box, "" for none, and which entry it is."""

    box: str
    entry: int


class Table:
    """The scenario's paper, found by what the screen calls a field."""

    def __init__(self, scenario: Scenario, package: Package, booklet: Path) -> None:
        self.scenario, self.package = scenario, package
        self._booklet = booklet

    def looking_at(self, heading: str) -> Looking | None:
        """The paper to take up for a heading; None when it asks for no sheet."""
        for stage, english in HEADINGS.items():
            boxes = [each.id for each in self.package.station.boxes if each.kind == stage]
            for number, box in enumerate(boxes or [""], start=1):
                named = QCoreApplication.translate("Sheet", str(english))
                named = named.format(box=number if len(boxes) > 1 else "").strip()
                if named in heading:
                    return Looking(box, 1 if heading == named else 2)
        return None

    def figure(self, field: str, looking: Looking, language: str) -> str:
        """What the paper says there; on the first look it may be misread."""
        place = self.place(field, language)
        line = next((each for each in self.contest.form.lines if each.id == place.id), None)
        if place.kind == "line" and line is not None:
            of_station = line.scope == "station"
            contest, box = ("", "") if of_station else (place.contest, looking.box)
            place = Place(contest, "line", place.id, box)
        if looking.entry == 1:
            for misread in self.scenario.misread:
                if misread.place == place:
                    return str(misread.count)
        return str(self.scenario.says(place))

    def place(self, field: str, language: str) -> Place:
        """The line or candidate with that name. Raises LookupError when there is none."""
        for contest in self.package.definition.contests:
            for line in contest.form.lines:
                if _names(field, line.id, line.label.said_in(language)):
                    return Place(contest.id, "line", line.id)
            for number, each in enumerate(contest.candidates, start=1):
                if _names(field, str(number), each.name.said_in(language)):
                    return Place(contest.id, "vote", each.id)
        raise LookupError(f"there is no paper for “{field}”")

    @property
    def contest(self) -> Contest:
        """The one contest of the night."""
        (contest,) = self.package.definition.contests
        return contest

    @property
    def paper(self) -> ContestPaper:
        """What is written of that contest."""
        return self.scenario.contest[self.contest.id]

    @property
    def official_language(self) -> str:
        """The language that stands on the booklet."""
        return self.package.policy.official_language

    def name_of(self, member: int) -> str:
        """A member's name."""
        return self.package.member(member).name

    # --- the booklet ----------------------------------------------------------------------------

    def copy(self, shown: str) -> None:
        """Write a line onto the booklet, as the screen shows it: its name, a colon, the figure."""
        name, _, said = shown.rpartition(": ")
        place = self.place(name, self.official_language)
        written = self._written()
        written[f"{place.kind} {place.id}"] = said.split(",")[0]
        self._booklet.write_text(json.dumps(written), encoding="utf-8")

    def read(self, field: str, language: str) -> str:
        """What stands on the booklet there."""
        place = self.place(field, language)
        return self._written()[f"{place.kind} {place.id}"]

    def _written(self) -> dict[str, str]:
        if not self._booklet.exists():
            return {}
        written: dict[str, str] = json.loads(self._booklet.read_text(encoding="utf-8"))
        return written


def _names(field: str, number: str, label: str) -> bool:
    """Whether a field is called by this number and this label."""
    return field.endswith(label) and number in _WORD.findall(field.removesuffix(label))


@cache
def demo_scenario() -> Scenario:
    """The night whose figures are also the demonstration's."""
    return read_scenario(read_bytes("scenarios", "demo.toml"))


def demo_table(booklet: Path) -> Table:
    """The demonstration's night on a table, with an empty booklet or one begun before."""
    return table_of(demo_scenario(), booklet)


def table_of(scenario: Scenario, booklet: Path) -> Table:
    """Another night on the table."""
    package_file = read_bytes("packages", f"{scenario.package}.toml")
    package = read_shipped(package_file, form_bytes, SystemClock().now())
    return Table(scenario, package, booklet)
