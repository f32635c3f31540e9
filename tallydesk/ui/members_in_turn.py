"""A page that asks one member after the other for a PIN."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.page import Page
from tallydesk.ui.refusals import Refusal
from tallydesk.ui.widgets.asked import walk_to
from tallydesk.ui.widgets.member_and_pin import MemberAndPin


class Turn(Protocol):
    """What every state of such a page has; `member` is whose turn it is, None when nobody's."""

    @property
    def member(self) -> Member | None:
        """Who is asked now."""

    @property
    def refused(self) -> Refusal | None:
        """Why the PIN was not taken."""

    @property
    def finished(self) -> bool:
        """Whether the night moved on."""


class MembersInTurn(Page):
    """`asks` is the page's card; a page says what a turn is in `take_turn`, and who comes first."""

    asks: MemberAndPin

    @property
    def turn(self) -> Turn:
        """Whose turn it is."""
        raise NotImplementedError

    def take_turn(self) -> None:
        """Take what the member typed, and show what comes of it."""
        raise NotImplementedError

    def nobody_left(self) -> None:
        """Everybody had their turn: the night goes on by itself."""
        self.go_on()

    def go_on(self) -> None:
        self.take_turn()
        self.turn_over()

    def turn_over(self) -> None:
        """To the next member's box, to what is wrong, or on."""
        turn = self.turn
        if turn.finished:
            self.finished.emit()
        elif turn.refused:
            self.summary.take_focus()
        elif turn.member:
            walk_to(self.asks.pin.box)
        else:
            self.nobody_left()

    def first_field(self) -> QWidget | None:
        return self.asks.pin.box if self.turn.member else None
