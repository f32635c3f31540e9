"""What leaves the station together with the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from tallydesk.election.wording import Wording
from tallydesk.protocol.model import Booklet
from tallydesk.workflow.session import Session

Thing = Literal["original", "opinions", "complaints", "acts", "doubtful", "spoilt", "materials"]


@dataclass(frozen=True, slots=True)
class Travels:
    """One kind of paper: of which contest, which booklet, how many."""

    thing: Thing
    contest: Wording | None = None
    booklet: Booklet | None = None
    count: int = 0

    def said(self, language: str) -> tuple[str, str, str]:
        """Label, fact and nothing more, as a row to show."""
        contest = self.contest.said_in(language) if self.contest else ""
        if self.thing == "original" and self.booklet is not None:
            booklet = QCoreApplication.translate("Travelling", "booklet {series} {number}").format(
                series=self.booklet.series, number=self.booklet.number
            )
            return contest, booklet, ""
        if self.thing == "original":
            return (
                contest,
                QCoreApplication.translate("Travelling", "printed protocol with signatures"),
                "",
            )
        if self.thing == "materials":
            return (
                QCoreApplication.translate("Travelling", "Ballots and lists"),
                QCoreApplication.translate("Travelling", "packed and sealed, with their acts"),
                "",
            )
        labels = {
            "opinions": QCoreApplication.translate("Travelling", "Separate opinions"),
            "complaints": QCoreApplication.translate(
                "Travelling", "Complaints with the decisions on them"
            ),
            "acts": QCoreApplication.translate("Travelling", "Acts on mobile boxes"),
            "doubtful": QCoreApplication.translate(
                "Travelling", "Doubtful ballots with the decisions on them"
            ),
            "spoilt": QCoreApplication.translate("Travelling", "Spoilt booklets"),
        }
        return labels[self.thing], str(self.count), ""


def travelling(session: Session) -> tuple[Travels, ...]:
    """The papers of this night, the originals first."""
    night = session.night
    counts: tuple[tuple[Thing, int], ...] = (
        ("opinions", len(night.opinions)),
        ("complaints", sum(each.kind == "complaint" for each in night.remarks)),
        ("acts", len(night.voided)),
        ("doubtful", len(night.doubtful)),
        ("spoilt", len(night.spoilt_booklets)),
    )
    return (
        *(
            Travels("original", each.title, night.booklets.get(each.id))
            for each in session.package.definition.contests
        ),
        *(Travels(thing, count=count) for thing, count in counts if count),
        Travels("materials"),
    )
