"""The steps of the night as few enough names for the rail."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from tallydesk.election.definition import Package
from tallydesk.ui.widgets.rail import Stop, StopMark
from tallydesk.workflow.plan import Step, StepKind
from tallydesk.workflow.step import Mark

NAMES: dict[str, object] = {
    "package": QT_TRANSLATE_NOOP("Chapter", "Package"),
    "attendance": QT_TRANSLATE_NOOP("Chapter", "Attendance"),
    "close": QT_TRANSLATE_NOOP("Chapter", "Close of voting"),
    "before": QT_TRANSLATE_NOOP("Chapter", "Before opening"),
    "slip": QT_TRANSLATE_NOOP("Chapter", "Slip for all present"),
    "mobile": QT_TRANSLATE_NOOP("Chapter", "Mobile box"),
    "stationary": QT_TRANSLATE_NOOP("Chapter", "Stationary boxes"),
    "count": QT_TRANSLATE_NOOP("Chapter", "Sort and count"),
    "remarks": QT_TRANSLATE_NOOP("Chapter", "Remarks"),
    "draft": QT_TRANSLATE_NOOP("Chapter", "Draft"),
    "booklet": QT_TRANSLATE_NOOP("Chapter", "Booklet"),
    "sign": QT_TRANSLATE_NOOP("Chapter", "Sign"),
    "print": QT_TRANSLATE_NOOP("Chapter", "Copies"),
    "handover": QT_TRANSLATE_NOOP("Chapter", "Hand-over"),
}
_CHAPTER_OF: dict[StepKind, str] = {
    "letter": "package",
    "keys": "attendance",
    "own-keys": "attendance",
    "clock": "attendance",
    "seal": "sign",
    "destroy": "handover",
    "transcribe": "booklet",
    "readback": "booklet",
    "stances": "sign",
}


def stops(package: Package, marks: Sequence[tuple[Step, Mark]], language: str) -> list[Stop]:
    """The names with their marks, in the order of the night.

    A name is done when all its steps are, and open as soon as one of them is.
    """
    found: dict[tuple[str, str], list[Mark]] = {}
    for step, mark in marks:
        found.setdefault(_chapter(step), []).append(mark)
    return [
        Stop(_name(package, chapter, contest, language), _mark(each))
        for (chapter, contest), each in found.items()
    ]


def name_of(package: Package, step: Step, language: str) -> str:
    """The name that a step has on the rail."""
    return _name(package, *_chapter(step), language)


def _chapter(step: Step) -> tuple[str, str]:
    if step.group:
        stage, _, contest = step.group.partition(".")
        return stage, contest
    if step.kind == "takeover":
        return "booklet", step.contest
    return _CHAPTER_OF.get(step.kind, step.kind), step.contest


def _name(package: Package, chapter: str, contest: str, language: str) -> str:
    name = QCoreApplication.translate("Chapter", str(NAMES[chapter]))
    if contest and len(package.definition.contests) > 1:
        return f"{name}: {package.contest(contest).title.said_in(language)}"
    return name


def _mark(marks: Sequence[Mark]) -> StopMark:
    if "here" in marks:
        return "here"
    if all(mark == "done" for mark in marks):
        return "done"
    return "later" if all(mark == "later" for mark in marks) else "open"
