"""What people call a place on the sheet: its number, its label, both together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tallydesk.counting.place import Place
from tallydesk.election.definition import Package
from tallydesk.election.form import Line
from tallydesk.ui.sheet_words import box_said


class PlaceNames:
    """The names of a package's places in one language after the other."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._contests = {contest.id: contest for contest in package.definition.contests}
        self._lines = {
            (contest.id, line.id): line
            for contest in package.definition.contests
            for line in contest.form.lines
        }
        self._ballot = {
            (contest.id, candidate.id): (number, candidate)
            for contest in package.definition.contests
            for number, candidate in enumerate(contest.candidates, start=1)
        }

    def chip(self, place: Place) -> str:
        """The number on the paper form, or a candidate's place on the ballot paper."""
        if place.kind == "line":
            return place.id
        return str(self._ballot[place.contest, place.id][0])

    def label(self, place: Place, language: str, *, boxed: bool = False) -> str:
        """The line's label or the candidate's full name; with several contests, which one.

        `boxed` names the box, too, where no heading does: the station has several of its kind.
        """
        if place.kind == "vote":
            return self._ballot[place.contest, place.id][1].name.said_in(language)
        label = self._line(place).label.said_in(language)
        if place.box and len(self._contests) > 1:
            title = self._contests[place.contest].title.said_in(language)
            label = f"{label}: {title}"
        box = box_said(self._package, place.box) if boxed else ""
        return f"{label}: {box}" if box else label

    def spoken(self, place: Place, language: str, *, boxed: bool = False) -> str:
        """Number and label as one name, for a screen reader and for a sentence about the place."""
        number, label = self.chip(place), self.label(place, language, boxed=boxed)
        if place.kind == "vote":
            named = QCoreApplication.translate("PlaceNames", "Candidate {number}, {label}")
        else:
            named = QCoreApplication.translate("PlaceNames", "Line {number}, {label}")
        return named.format(number=number, label=label)

    def _line(self, place: Place) -> Line:
        if place.contest:
            return self._lines[place.contest, place.id]
        for contest in self._contests.values():
            line = self._lines.get((contest.id, place.id))
            if line is not None and line.scope == "station":
                return line
        raise KeyError(place)
