"""Numbered copies of the signed protocol: saved, printed, opened, each with its receiver."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tallydesk.ui.attempts import attempt
from tallydesk.ui.clock_text import shown_clock
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.printing import open_outside, print_paper, printer_name
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import papers, step
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import Outbox
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class SavedCopy:
    """A copy that was saved: number from 1, receiver ("" for the station), time, path."""

    number: int
    receiver: str
    at: str
    path: str


@dataclass(frozen=True, slots=True)
class CopiesState:
    """Everything the page shows. `none` says that Continue came before the first copy."""

    copies: tuple[SavedCopy, ...]
    receiver: str = ""
    codes: str = ""
    none: bool = False
    refused: Refusal | None = None
    finished: bool = False


class CopiesPresenter:
    """Every copy is registered with its number before it leaves."""

    def __init__(self, session: Session, outbox: Outbox, at: Step) -> None:
        self._session, self._outbox, self._step = session, outbox, at
        self.state = CopiesState(self._saved())

    def typed(self, receiver: str) -> CopiesState:
        """The text that stands in the box now."""
        self.state = replace(self.state, receiver=receiver)
        return self.state

    def save(self) -> CopiesState:
        """Save the next copy and the file with its codes."""
        state, codes = self.state, [self.state.codes]

        def save() -> None:
            codes.append(
                papers.save_copy(self._session, self._outbox, self._step.contest, state.receiver)[1]
            )

        refused = attempt(save)
        receiver = state.receiver if refused else ""
        self.state = CopiesState(self._saved(), receiver, codes[-1], refused=refused)
        return self.state

    def paper(self) -> bytes:
        """The octets of the copy saved last."""
        number = self.state.copies[-1].number
        return papers.signed_pdf(self._session, self._step.contest, None, number)

    def go_on(self) -> CopiesState:
        """Continue; a protocol that was never saved stays on this laptop alone."""
        if not self.state.copies:
            self.state = replace(self.state, none=True, refused=None)
            return self.state
        refused = attempt(lambda: step.close(self._session, self._step.id))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state

    def _saved(self) -> tuple[SavedCopy, ...]:
        hours = self._session.package.hours
        return tuple(
            SavedCopy(each.number, each.receiver, shown_clock(each.at, hours), each.name)
            for each in self._session.night.copies
            if each.contest == self._step.contest
        )


class CopiesPage(Page):
    """Receiver and buttons on top, the register of copies below."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = CopiesPresenter(workplace.session, workplace.outbox, at)
        self._language = workplace.language
        self._form = workplace.session.package.contest(at.contest).form
        self._official = workplace.session.package.policy.official_language
        card = Card(self)
        self.receiver = TextLine(card)
        self._asked = Asked(self.receiver)
        self.save_button, self.print_button = KeyButton(card), KeyButton(card)
        self.open_button = KeyButton(card)
        buttons = QHBoxLayout()
        for button in (self.save_button, self.print_button, self.open_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._outcome, self._by_hand = QLabel(card), QLabel(card)
        self._outcome.setProperty("role", "done")
        self._by_hand.setProperty("role", "muted")
        for label in (self._outcome, self._by_hand):
            label.setWordWrap(True)
        self.register = FactRows(card)
        card.rows.addWidget(self._asked)
        card.rows.addLayout(buttons)
        for widget in (self._outcome, self._by_hand, self.register):
            card.rows.addWidget(widget)
        self.receiver.typed.connect(self._on_receiver)
        self.receiver.entered.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.open_button.clicked.connect(self._on_open)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: CopiesState) -> None:
        """Paint a state."""
        self.receiver.put(state.receiver)
        number = len(state.copies) + 1
        self.save_button.setText(self.tr("Save copy {number}").format(number=number))
        last = self.tr("Print copy {number}").format(number=number - 1)
        self.print_button.setText(last if state.copies else self.tr("Print"))
        self.print_button.setEnabled(bool(state.copies and printer_name()))
        self.open_button.setEnabled(bool(state.copies))
        rows = [
            (
                self.tr("Copy {number}, {time}").format(number=each.number, time=each.at),
                " · ".join(filter(None, (each.receiver, each.path))),
                "",
            )
            for each in state.copies
        ]
        if state.codes:
            rows.append((self.tr("File with the codes"), state.codes, ""))
        self.register.show_facts(rows)
        self._outcome.setVisible(bool(self._outcome.text()))
        text = said(state.refused, self._language.code) if state.refused else ""
        if state.none:
            text = self.tr("Save one copy at least: so far the protocol is on this laptop alone.")
        self._asked.complain(text)
        self.summary.show_problems([ProblemLine(text, self.save_button)] if text else [])
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Copies"),
            self.tr("Save and print as many copies as are asked for: each one has its number."),
        )
        self.receiver.name(self.tr("Who receives the next copy (name, organisation)"))
        self.open_button.setText(self.tr("Open in a viewer"))
        # A hand writes them in the language of the protocol, whatever the window speaks.
        words = self._form.certifies.said_in(self._official)
        by_hand = self.tr(
            "Write on each copy by hand: “{words}”. Add number, date, signature and stamp."
        )
        self._by_hand.setText(by_hand.format(words=words))
        without = self.tr(
            "There is no printer here. Save the copy and print it on another machine."
        )
        self.notice.say("" if printer_name() else without)
        self._outcome.setText("")
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        """Once a copy is saved the way on is Continue: one Enter must not save another."""
        return None if self._presenter.state.copies else self.receiver.box

    def left_words(self) -> str:
        return self.tr("Copies: {count}").format(count=len(self._presenter.state.copies))

    def _on_receiver(self, text: str) -> None:
        self._presenter.typed(text)

    def _on_save(self) -> None:
        self._outcome.setText("")
        state = self._presenter.save()
        self.display(state)
        if state.refused:
            self.summary.take_focus()
        elif self.print_button.isEnabled():
            walk_to(self.print_button)
        else:
            # Not the box of the receiver: there one Enter more would save one copy more.
            self.done_here.emit()

    def _on_print(self) -> None:
        done = print_paper(self._presenter.paper(), self)
        sent = self.tr("Sent to {printer}.").format(printer=printer_name())
        failed = self.tr("The printer did not take it. Open the saved copy in a viewer instead.")
        self._tell(sent if done else failed)
        if done:
            self.done_here.emit()

    def _on_open(self) -> None:
        if not open_outside(self._presenter.state.copies[-1].path):
            self._tell(self.tr("No viewer opened. The copy lies in the folder named below."))

    def _tell(self, words: str) -> None:
        self._outcome.setText(words)
        self.display(self._presenter.state)
