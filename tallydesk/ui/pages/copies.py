"""Numbered copies of the signed protocol: saved, printed, opened, each with its receiver."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tallydesk.ui.copies_presenter import CopiesPresenter, CopiesState
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.printing import open_outside, print_paper
from tallydesk.ui.refusals import said
from tallydesk.ui.several_copies import SeveralCopies, advice_on
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.paper_view import PaperFrame
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow.plan import Step

PREVIEW = 420
"""Least height of the paper on the page, in pixels."""


class CopiesPage(Page):
    """Receiver and buttons on top, many at once, the register of copies and the paper below."""

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
        self.open_button, self.show_button = KeyButton(card), KeyButton(card)
        self.several = SeveralCopies(self._presenter.next_copy, card)
        self.frame: PaperFrame | None = None
        self._outcome, self._by_hand = QLabel(card), QLabel(card)
        self._outcome.setProperty("role", "done")
        self._by_hand.setProperty("role", "muted")
        for label in (self._outcome, self._by_hand):
            label.setWordWrap(True)
        self.register = FactRows(card)
        card.rows.addWidget(self._asked)
        card.rows.addLayout(_row(self.save_button, self.print_button))
        card.rows.addLayout(_row(self.show_button, self.open_button))
        for widget in (self._outcome, self._by_hand, self.register, self.several):
            card.rows.addWidget(widget)
        self.receiver.typed.connect(self._on_receiver)
        self.receiver.entered.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.open_button.clicked.connect(self._on_open)
        self.show_button.clicked.connect(self._on_show)
        self.several.began.connect(self._on_run)
        self.several.ended.connect(self._on_run_ended)
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
        self.show_button.setText(self.tr("Show copy {number}").format(number=number - 1))
        running, any_copy = self.several.running, bool(state.copies)
        self.save_button.setEnabled(not running)
        self.print_button.setEnabled(any_copy and not running and self.several.printer is not None)
        for button in (self.open_button, self.show_button):
            button.setVisible(any_copy)
            button.setEnabled(not running)
        self.several.begin_at(number)
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
        printer = self.several.printer
        self.notice.say(advice_on(() if printer is None else (printer,)))
        self._outcome.setText("")
        self.display(self._presenter.state)

    def go_on(self) -> None:
        if self.several.running:
            self.several.stop()
            return
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        """Once a copy is saved the way on is Continue: one Enter must not save another."""
        return None if self._presenter.state.copies else self.receiver.box

    @property
    def may_go_back(self) -> bool:
        return not self.several.running

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
        printer = self.several.printer
        name = printer.name if printer else ""
        done = print_paper(self._presenter.paper(), self, name)
        sent = self.tr("Sent to {printer}.").format(printer=name)
        failed = self.tr("The printer did not take it. Open the saved copy in a viewer instead.")
        self._tell(sent if done else failed)
        if done:
            self.done_here.emit()

    def _on_open(self) -> None:
        if not open_outside(self._presenter.state.copies[-1].path):
            self._tell(self.tr("No viewer opened. The copy lies in the folder named below."))

    def _on_show(self) -> None:
        if self.frame is None:
            self.frame = PaperFrame(self)
            self.frame.setMinimumHeight(PREVIEW)
            self.frame.paper.entered.connect(self.done_here)
            # Above the stretch that keeps the rest of the page empty.
            self.column.insertWidget(self.column.count() - 1, self.frame)
        number = self._presenter.state.copies[-1].number
        shown = self.tr("Copy {number}, as it is saved and printed").format(number=number)
        self.frame.paper.setAccessibleName(shown)
        self.frame.paper.show_paper(self._presenter.paper())
        self.frame.show()
        walk_to(self.frame.paper)

    def _on_run(self) -> None:
        self._outcome.setText("")
        self.display(self._presenter.state)

    def _on_run_ended(self, how: str) -> None:
        if how == "done":
            self._presenter.typed("")
        self.display(self._presenter.state)
        if how == "done":
            self.done_here.emit()
        elif how == "refused":
            self.summary.take_focus()
        else:
            walk_to(self.print_button if self.print_button.isEnabled() else self.open_button)

    def _tell(self, words: str) -> None:
        self._outcome.setText(words)
        self.display(self._presenter.state)


def _row(*buttons: KeyButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
