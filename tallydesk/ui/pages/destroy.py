"""After the hand-over: the key files are destroyed, but for those kept for a replacement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.election.definition import Member
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import office_said
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.workflow import handover
from tallydesk.workflow.official_happening import KeysDestroyed
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class DestroyState:
    """Everything the page shows; `until` is the card's last moment on the station's wall clock."""

    members: tuple[Member, ...]
    until: str
    kept: frozenset[int] = frozenset()
    done: KeysDestroyed | None = None
    refused: Refusal | None = None


class DestroyPresenter:
    """Every key goes unless it is marked."""

    def __init__(self, session: Session, shelf: KeyShelf) -> None:
        self._session, self._shelf = session, shelf
        until = session.official.card.valid_to
        wall = until + timedelta(minutes=session.package.hours.offset_minutes)
        card = session.official.card
        self.state = DestroyState(
            tuple(
                member
                for member, certified in zip(session.package.deciding, card.members, strict=True)
                if certified.point
            ),
            f"{wall:%d.%m.%Y %H:%M}",
            done=session.night.keys_destroyed,
        )

    def toggled(self, index: int) -> DestroyState:
        """A member keeps the key, or does not after all."""
        if self.state.done is None:
            number = self.state.members[index].number
            self.state = replace(self.state, kept=self.state.kept ^ {number})
        return self.state

    def go_on(self) -> DestroyState:
        """Destroy all others."""
        done: list[KeysDestroyed] = []
        refused = attempt(
            lambda: done.append(handover.destroy_keys(self._session, self._shelf, self.state.kept))
        )
        self.state = replace(self.state, refused=refused, done=done[0] if done else None)
        return self.state


class DestroyPage(Page):
    """The members whose keys are kept are marked."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = DestroyPresenter(workplace.session, workplace.shelf)
        self._language = workplace.language
        card = Card(self)
        self._who = QLabel(card)
        self._who.setProperty("role", "subheading")
        self._who.setWordWrap(True)
        self.members = RowList(card, shape="box")
        self.members.pressed.connect(self._on_member)
        self.members.entered.connect(self._on_entered)
        card.rows.addWidget(self._who)
        card.rows.addWidget(self.members)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: DestroyState) -> None:
        """Paint a state."""
        done = state.done is not None
        self.members.show_rows([self._row(state, each) for each in state.members])
        self._who.setVisible(not done)
        self.title(
            self.tr("Keys after the night"),
            self.tr("The sticks can be taken out. Keep a key apart from the letter.")
            if done
            else self.tr("Leave the sticks in. A key that is gone cannot be stolen."),
        )
        self.notice.say(self._over(state.done))
        text = said(state.refused, self._language.code) if state.refused else ""
        self.summary.show_problems([ProblemLine(text, self.members.field())] if text else [])
        self.news.emit()

    def speak(self) -> None:
        state = self._presenter.state
        kept = self.tr("Mark who keeps the key until {until}, in case a replacement is ordered")
        self._who.setText(kept.format(until=state.until))
        self.members.setAccessibleName(self._who.text())
        self.display(state)

    def go_on(self) -> None:
        if self._presenter.state.done is not None:
            self.window().close()
            return
        state = self._presenter.go_on()
        self.display(state)
        if state.refused:
            self.summary.take_focus()
        else:
            self.done_here.emit()

    def first_field(self) -> QWidget | None:
        return None if self._presenter.state.done else self.members.field()

    def act_words(self) -> str:
        done = self._presenter.state.done
        return self.tr("Close the window") if done else self.tr("Destroy the other keys")

    def _row(self, state: DestroyState, member: Member) -> Row:
        if state.done is None:
            kept = member.number in state.kept
            about = (
                self.tr("keeps the key")
                if kept
                else office_said(member.office, self._language.code)
            )
            return Row(member.name, about, "done" if kept else "")
        if member.number in state.done.destroyed:
            return Row(member.name, self.tr("key destroyed"), "")
        if member.number in state.done.kept:
            return Row(member.name, self.tr("keeps the key"), "done")
        return Row(member.name, self.tr("no stick was here"), "")

    def _over(self, done: KeysDestroyed | None) -> str:
        if done is None:
            return ""
        gone = self.tr("{count} keys were destroyed. The night is over and everything is saved.")
        return gone.format(count=len(done.destroyed))

    def _on_member(self, index: int) -> None:
        self.display(self._presenter.toggled(index))

    def _on_entered(self) -> None:
        self.done_here.emit()
