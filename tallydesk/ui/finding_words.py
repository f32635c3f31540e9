"""What a finding says on the screen: its title, both sides with their figures, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

from tallydesk.assets import words
from tallydesk.election.expression import Compare
from tallydesk.election.expression_text import shown
from tallydesk.rules.shown import shown_with_figures
from tallydesk.ui.widgets.finding_head import FindingHead
from tallydesk.workflow.findings import Matter

_TABLE = "equation."


@dataclass(frozen=True, slots=True)
class FindingWords:
    """The words of one finding; `sides` never names a difference or a direction."""

    code: str
    title: str
    equation: str
    sides: str
    todo: str


def words_of_matter(matter: Matter, language: str) -> FindingWords:
    """The words in one language. A finding about a single box names the box."""
    terms = _terms(language)
    relation, holds = matter.relation, matter.relation.holds
    title = relation.title.said_in(language)
    if matter.box:
        named = QCoreApplication.translate("FindingWords", "{title} (box {box})")
        title = named.format(title=title, box=matter.box)
    if isinstance(holds, Compare):
        both = QCoreApplication.translate("FindingWords", "Left side {left}; right side {right}")
        sides = both.format(
            left=_side(matter, holds, terms, left=True),
            right=_side(matter, holds, terms, left=False),
        )
    else:
        sides = shown_with_figures(holds, matter.figures, terms)
    return FindingWords(
        matter.finding.code,
        title,
        shown(holds, terms),
        sides,
        relation.todo.said_in(language),
    )


def say_matter(head: FindingHead, matter: Matter, language: str, *, settled: bool = False) -> None:
    """Put a finding, and what became of it, on its head; `settled` when the figures agree now."""
    said = words_of_matter(matter, language)
    note = ""
    if settled:
        note = QCoreApplication.translate("MatterCard", "counted again: agrees now")
    elif not matter.open:
        note = QCoreApplication.translate("MatterCard", "answered")
    head.say(said.code, said.title, note, (said.equation, said.sides, "" if settled else said.todo))


@cache
def _terms(language: str) -> dict[str, str]:
    """What the parts of an equation are called. Looked up once: people wait for findings."""
    return {
        key.removeprefix(_TABLE): said
        for key, said in words(language).items()
        if key.startswith(_TABLE)
    }


def _side(matter: Matter, holds: Compare, terms: dict[str, str], *, left: bool) -> str:
    """`18 + 1015 = 1033`, or the figure alone where the side is one figure."""
    side = holds.left if left else holds.right
    total = str(matter.finding.left if left else matter.finding.right)
    figures = shown_with_figures(side, matter.figures, terms)
    return total if figures == total else f"{figures} = {total}"
