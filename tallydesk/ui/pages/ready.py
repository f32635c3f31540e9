"""Is this laptop ready for the night? A look at everything, and a report that tests the printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tallydesk.assets import words
from tallydesk.ui.attempts import attempt
from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.printing import print_paper, printer_name
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.workflow.ports import Outbox
from tallydesk.workflow.ready import Readiness

Check = Callable[[str], Readiness]
"""Looks at the laptop; reasons come in the language that is given."""


@dataclass(frozen=True, slots=True)
class ReadyState:
    """What was found, and the path of the saved report, "" before."""

    checked: Readiness
    saved: str = ""
    refused: Refusal | None = None


class ReadyPresenter:
    """Looks when it is asked to; nothing of a night is changed."""

    def __init__(self, check: Check, outbox: Outbox, language: str) -> None:
        self._check, self._outbox, self._language = check, outbox, language
        self.state = ReadyState(check(language))

    def spoken(self, language: str) -> ReadyState:
        """The reasons in it are sentences, too: another language wants another look."""
        return self.state if language == self._language else self.again(language)

    def again(self, language: str) -> ReadyState:
        """Look once more, after a stick was put in or a printer switched on."""
        self._language = language
        self.state = ReadyState(self._check(language))
        return self.state

    def paper(self, language: str) -> bytes:
        """The report as a PDF; its last part is the printer's test page."""
        from tallydesk.workflow.ready_report import report_pdf

        return report_pdf(self.state.checked, language)

    def save(self, language: str) -> ReadyState:
        """Save the report beside the papers of the night."""
        from tallydesk.workflow.ready_report import report_name

        paths: list[str] = []
        name = report_name(self.state.checked)
        refused = attempt(lambda: paths.append(self._outbox.save(name, self.paper(language))))
        self.state = replace(self.state, saved=paths[0] if paths else "", refused=refused)
        return self.state


class ReadyPage(Page):
    """A row for each topic; below them look again, save, print. `left` leads back."""

    left = Signal()

    def __init__(
        self, language: Language, check: Check, outbox: Outbox, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._presenter = ReadyPresenter(check, outbox, language.code)
        card = Card(self)
        self._outcome, self._told = QLabel(card), QLabel(card)
        self._outcome.setProperty("role", "subheading")
        self._told.setProperty("role", "done")
        self.rows = FactRows(card)
        self.again_button, self.save_button = KeyButton(card), KeyButton(card)
        self.print_button = KeyButton(card)
        for label in (self._outcome, self._told):
            label.setWordWrap(True)
        card.rows.addWidget(self._outcome)
        card.rows.addWidget(self.rows)
        for row in ((self.again_button, self.save_button), (self.print_button,)):
            buttons = QHBoxLayout()
            for button in row:
                buttons.addWidget(button)
            buttons.addStretch(1)
            card.rows.addLayout(buttons)
        card.rows.addWidget(self._told)
        self.again_button.clicked.connect(self._on_again)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: ReadyState) -> None:
        """Paint a state; painting it again changes nothing."""
        from tallydesk.rendering.ready_page import SIGNS
        from tallydesk.workflow.ready_report import found, todo

        spoken = words(self._language.code)
        rows = []
        for item in state.checked.items:
            mark = spoken[f"ready.mark-{item.mark}"]
            topic = f"{SIGNS[item.mark]}  {spoken[f'ready.{item.topic}']}: {mark}"
            says = "\n".join(filter(None, (found(item, spoken), todo(item, spoken))))
            rows.append((topic, says, ""))
        self.rows.show_facts(rows)
        ready = state.checked.ready
        self._outcome.setText(spoken["ready.all" if ready else "ready.some"])
        saved = self.tr("Saved: {path}").format(path=state.saved)
        self._told.setText(saved if state.saved else "")
        self._told.setVisible(bool(self._told.text()))
        self.print_button.setEnabled(bool(printer_name()))
        refused = state.refused
        self.summary.show_problems(
            [ProblemLine(said(refused, self._language.code), self.save_button)] if refused else []
        )
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Is this laptop ready?"),
            self.tr("Look at each row before the day. Nothing here changes a night."),
        )
        self.again_button.setText(self.tr("Look again"))
        self.save_button.setText(self.tr("Save the report"))
        self.print_button.setText(self.tr("Print the report, the printer’s test page"))
        self.display(self._presenter.spoken(self._language.code))

    def go_on(self) -> None:
        self.left.emit()

    def act_words(self) -> str:
        return self.tr("To the first page")

    @property
    def may_go_back(self) -> bool:
        return False

    def _on_again(self) -> None:
        self.display(self._presenter.again(self._language.code))

    def _on_save(self) -> None:
        state = self._presenter.save(self._language.code)
        self.display(state)
        if state.refused:
            self.summary.take_focus()
        else:
            self.done_here.emit()

    def _on_print(self) -> None:
        done = print_paper(self._presenter.paper(self._language.code), self)
        name = printer_name()
        sent = self.tr("Sent to {printer}.").format(printer=name)
        failed = self.tr("{printer} did not take it. See to paper and cable, then print again.")
        self._told.setText(sent if done else failed.format(printer=name))
        self._told.setVisible(True)
        if done:
            self.done_here.emit()
