"""Heading and task of a sheet: what the hands do while its figures are written."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from tallydesk.election.definition import Package
from tallydesk.election.form import Stage
from tallydesk.workflow.plan import Sheet

HEADINGS: dict[Stage, object] = {
    "before": QT_TRANSLATE_NOOP("Sheet", "Before any box is opened"),
    "mobile": QT_TRANSLATE_NOOP("Sheet", "Mobile box {box}"),
    "stationary": QT_TRANSLATE_NOOP("Sheet", "Stationary box {box}"),
    "count": QT_TRANSLATE_NOOP("Sheet", "Sort and count"),
}
TASKS: dict[Stage, object] = {
    "before": QT_TRANSLATE_NOOP(
        "Sheet", "Count with observers watching. Write each figure from your paper."
    ),
    "mobile": QT_TRANSLATE_NOOP(
        "Sheet", "Count the papers of this box face down. Write each figure from your paper."
    ),
    "stationary": QT_TRANSLATE_NOOP(
        "Sheet", "Open this box and count its papers face down. Write each figure from your paper."
    ),
    "count": QT_TRANSLATE_NOOP(
        "Sheet",
        "Sort the ballots into piles and count each pile. Write each figure from your paper.",
    ),
}
AGAIN = QT_TRANSLATE_NOOP(
    "Sheet", "Write every figure again from the paper. What was written before is not shown."
)


def words_of_sheet(package: Package, sheet: Sheet, entry: int, language: str) -> tuple[str, str]:
    """Heading and task of a sheet in the window's language."""
    heading = _said(HEADINGS[sheet.stage]).format(box=_box_number(package, sheet.box)).strip()
    if sheet.contest and len(package.definition.contests) > 1:
        heading = f"{heading}: {package.contest(sheet.contest).title.said_in(language)}"
    if entry == 1:
        return heading, _said(TASKS[sheet.stage])
    again = QCoreApplication.translate("Sheet", "{heading}, second entry")
    return again.format(heading=heading), _said(AGAIN)


def _said(words: object) -> str:
    return QCoreApplication.translate("Sheet", str(words))


def box_said(package: Package, box: str) -> str:
    """Such as "Stationary box 2"; "" for no box, and for the only one of its kind."""
    number = _box_number(package, box)
    if not number:
        return ""
    kind = next(each.kind for each in package.station.boxes if each.id == box)
    return _said(HEADINGS[kind]).format(box=number)


def _box_number(package: Package, box: str) -> str:
    """Which of the station's boxes of its kind, counted from 1; "" when there is only one."""
    for kind in ("mobile", "stationary"):
        boxes = [each.id for each in package.station.boxes if each.kind == kind]
        if box in boxes:
            return str(boxes.index(box) + 1) if len(boxes) > 1 else ""
    return ""
