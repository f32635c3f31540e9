"""The steps of the night in the order of the law, worked out from the package alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tallydesk.counting.place import Place
from tallydesk.election.definition import Contest, Package
from tallydesk.election.form import BoxKind, Line, Stage
from tallydesk.workflow.happening import Pass

StepKind = Literal[
    "package",
    "letter",
    "attendance",
    "keys",
    "own-keys",
    "clock",
    "close",
    "entry",
    "takeover",
    "findings",
    "slip",
    "remarks",
    "draft",
    "transcribe",
    "readback",
    "stances",
    "sign",
    "seal",
    "print",
    "handover",
    "destroy",
]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page asks for, once in the first entry and once in the second.

    `group` is the stage, and for the count the stage and contest: what is compared, checked and
    closed together. `contest` and `box` are "" where the sheet is not about one.
    """

    id: str
    group: str
    stage: Stage
    contest: str
    box: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One task on one page. `group` and `sheet` are "" where they do not apply."""

    id: str
    kind: StepKind
    group: str = ""
    sheet: str = ""
    contest: str = ""
    entry: Pass = 1


@dataclass(frozen=True)
class Plan:
    """Sheets and steps of one package."""

    package: Package

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets in the order of the night."""
        return tuple(sheet for sheet in _sheets(self.package) if sheet.places)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups of sheets in the order of the night."""
        return tuple(dict.fromkeys(sheet.group for sheet in self.sheets))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps in the order of the night."""
        return tuple(self._steps())

    @cached_property
    def _step_by_id(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    @cached_property
    def _sheet_by_id(self) -> dict[str, Sheet]:
        return {sheet.id: sheet for sheet in self.sheets}

    @cached_property
    def group_by_place(self) -> dict[Place, str]:
        """The group that each place belongs to."""
        return {place: sheet.group for sheet in self.sheets for place in sheet.places}

    def step(self, step_id: str) -> Step:
        """The step with that id. Raises KeyError."""
        return self._step_by_id[step_id]

    def sheet(self, sheet_id: str) -> Sheet:
        """The sheet with that id. Raises KeyError."""
        return self._sheet_by_id[sheet_id]

    def sheets_of(self, group: str) -> tuple[Sheet, ...]:
        """The sheets of a group in order."""
        return tuple(sheet for sheet in self.sheets if sheet.group == group)

    def twice(self, group: str) -> bool:
        """Whether the policy asks for a second entry of this group."""
        return self.sheets_of(group)[0].stage in self.package.policy.second_entry

    def group_of_stage(self, stage: Stage, contest: str) -> str:
        """The group that holds the lines of a stage for a contest."""
        return f"{stage}.{contest}" if stage == "count" else stage

    def _steps(self) -> Iterator[Step]:
        official = self.package.purpose == "official"
        yield Step("package", "package")
        if official:
            yield Step("letter", "letter")
        yield Step("attendance", "attendance")
        yield Step("keys", "own-keys" if official else "keys")
        if official:
            yield Step("clock", "clock")
        yield Step("close", "close")
        for group in self.groups:
            yield from self._entries(group)
            if group == "before":
                yield Step("slip", "slip")
        yield Step("remarks", "remarks")
        for contest in self.package.definition.contests:
            yield from self._papers(contest)
        yield Step("handover", "handover")
        if self.package.purpose == "official":
            yield Step("destroy", "destroy")

    def _entries(self, group: str) -> Iterator[Step]:
        sheets = self.sheets_of(group)
        for sheet in sheets:
            yield Step(f"{sheet.id}.first", "entry", group, sheet.id, sheet.contest, 1)
        if self.twice(group):
            yield Step(f"{group}.takeover", "takeover", group, "", sheets[0].contest)
            for sheet in sheets:
                yield Step(f"{sheet.id}.second", "entry", group, sheet.id, sheet.contest, 2)
        yield Step(f"{group}.findings", "findings", group, "", sheets[0].contest)

    def _papers(self, contest: Contest) -> Iterator[Step]:
        def paper(kind: StepKind) -> Step:
            return Step(f"{kind}.{contest.id}", kind, contest=contest.id)

        yield paper("draft")
        if contest.form.original == "booklet":
            yield paper("transcribe")
            yield Step(f"readback-takeover.{contest.id}", "takeover", "", "", contest.id)
            yield paper("readback")
        yield paper("stances")
        yield paper("sign")
        if self.package.purpose == "official":
            yield paper("seal")
        yield paper("print")


def _sheets(package: Package) -> Iterator[Sheet]:
    contests = package.definition.contests
    yield Sheet("before.station", "before", "before", "", "", _station_places(contests))
    for contest in contests:
        places = tuple(_line_place(contest, line) for line in _typed(contest, "before"))
        yield Sheet(f"before.{contest.id}", "before", "before", contest.id, "", places)
    kinds: tuple[BoxKind, ...] = ("mobile", "stationary")
    for stage in kinds:
        for box in package.station.boxes_of(stage):
            places = tuple(
                _line_place(contest, line, box.id)
                for contest in contests
                for line in _typed(contest, stage)
            )
            yield Sheet(f"{stage}.{box.id}", stage, stage, "", box.id, places)
    for contest in contests:
        votes = tuple(Place(contest.id, "vote", each.id) for each in contest.standing)
        lines = tuple(_line_place(contest, line) for line in _typed(contest, "count"))
        yield Sheet(
            f"count.{contest.id}", f"count.{contest.id}", "count", contest.id, "", votes + lines
        )


def _typed(contest: Contest, stage: Stage) -> Iterator[Line]:
    for line in contest.form.lines:
        if line.stage == stage and line.derived is None and line.scope == "contest":
            yield line


def _station_places(contests: tuple[Contest, ...]) -> tuple[Place, ...]:
    """Lines of the voter list, once for the station however many contests have them."""
    return tuple(
        dict.fromkeys(
            Place("", "line", line.id)
            for contest in contests
            for line in contest.form.lines
            if line.scope == "station" and line.derived is None
        )
    )


def _line_place(contest: Contest, line: Line, box: str = "") -> Place:
    return Place(contest.id, "line", line.id, box if line.per_box else "")
