"""Forms of the acts that travel with the protocol, each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from tallydesk.election.definition import Package
from tallydesk.rendering.blank_form import blank_row, signatures_by_hand
from tallydesk.rendering.blank_paper import BlankPaper, sentence_of
from tallydesk.rendering.blocks import INNER, SMALL, Block, HandSpace
from tallydesk.rendering.by_hand import AskRow
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import wrap
from tallydesk.rendering.said import Said

OF_A_BALLOT = ("received", "unused", "spoilt", "corners", "voiding")
"""Acts about one contest's ballots. What each asks stands under `act` in resources/words."""
OF_THE_STATION = ("seals", "complaints")


def act_papers(package: Package, said: Said) -> tuple[BlankPaper, ...]:
    """Every act, those about ballots once a contest; voiding only where a mobile box is."""
    mobile = bool(package.station.boxes_of("mobile"))
    contests = [each.title.said_in(said.language) for each in package.definition.contests]
    own = [(act, title) for act in OF_A_BALLOT if mobile or act != "voiding" for title in contests]
    election = package.definition.title.said_in(said.language)
    common = [(act, election) for act in OF_THE_STATION]
    return tuple(
        BlankPaper(
            said(f"act.{act}.title"),
            f"{title} · {said.day(package.definition.day)}",
            _parts(package, act, said),
        )
        for act, title in (*own, *common)
    )


def _parts(package: Package, act: str, said: Said) -> tuple[Part, ...]:
    when = AskRow((said("blank.act_when"),), ruled=1)
    present = AskRow((said("blank.act_present"),), ruled=1)
    return (
        Part((sentence_of(said(f"act.{act}.says")), when), after=2.0),
        Part((*_figures(act, said), *_asked(act, said), present), after=2.0),
        signatures_by_hand(package, said),
        Part((HandSpace(said("paper.stamp"), said("paper.by_hand")),)),
    )


def _figures(act: str, said: Said) -> Iterator[Block]:
    for number, text in enumerate(_told(act, "figure", said), 1):
        yield blank_row(f"{number}.", text)


def _asked(act: str, said: Said) -> Iterator[Block]:
    for text in _told(act, "ask", said):
        yield AskRow(wrap(text, INNER, SMALL))


def _told(act: str, what: str, said: Said) -> Iterator[str]:
    """The texts that an act has under `figure1`, `figure2` and so on, or under `ask1`."""
    number = 1
    while (key := f"act.{act}.{what}{number}") in said.words:
        yield said(key)
        number += 1
