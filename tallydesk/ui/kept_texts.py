"""Remarks, complaints and opinions that are written down already, in the order of the annex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tallydesk.workflow.session import Session

Kind = Literal["remark", "complaint", "opinion"]
KINDS: tuple[Kind, ...] = ("remark", "complaint", "opinion")


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text with whoever said it."""

    kind: Kind
    by: str
    words: str

    @property
    def said(self) -> str:
        """Who said what, on one line."""
        return f"{self.by}: {self.words}"


def kept_texts(session: Session) -> tuple[KeptText, ...]:
    """Every text of the night so far."""
    night, package = session.night, session.package
    return (
        *(
            KeptText("complaint" if each.kind == "complaint" else "remark", each.by, each.words)
            for each in night.remarks
        ),
        *(
            KeptText("opinion", package.member(number).name, each.words)
            for number, each in night.opinions.items()
        ),
    )
