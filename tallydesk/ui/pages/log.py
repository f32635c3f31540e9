"""What went wrong so far: the end of the log, to read and to save for whoever helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from tallydesk.ui import theme
from tallydesk.ui.attempts import attempt
from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.trouble import LOG
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.workflow.ports import Outbox

SHOWN = 400
"""Lines at the end of the log that are shown; a saved copy has all of it."""
LINES = 14

ReadLog = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class LogState:
    """The last lines, whether a stick is there, and where a copy was saved, "" before."""

    lines: tuple[str, ...] = ()
    stick: bool = False
    saved: str = ""
    refused: Refusal | None = None


class LogPresenter:
    """Reads the log, and saves a copy beside the papers of the night or on a stick."""

    def __init__(self, read: ReadLog, papers: Outbox, stick: Outbox | None) -> None:
        self._read, self._papers, self._stick = read, papers, stick
        self.state = LogState(stick=stick is not None)
        refused = attempt(self._look)
        self.state = replace(self.state, refused=refused)

    def _look(self) -> None:
        lines = self._read().decode("utf-8", "replace").splitlines()
        self.state = replace(self.state, lines=tuple(lines[-SHOWN:]))

    def saves(self, *, on_stick: bool) -> LogState:
        """The whole log, octet for octet. A copy that is there already is not written again."""
        outbox = self._stick if on_stick and self._stick is not None else self._papers
        paths: list[str] = []
        refused = attempt(lambda: paths.append(outbox.save(LOG, self._read())))
        self.state = replace(self.state, saved=paths[0] if paths else "", refused=refused)
        return self.state


class LogPage(Page):
    """The lines, and below them where a copy goes. Continue leads back to the work."""

    def __init__(
        self,
        language: Language,
        read: ReadLog,
        papers: Outbox,
        stick: Outbox | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._presenter = LogPresenter(read, papers, stick)
        card = Card(self)
        self.lines = QPlainTextEdit(card)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.save_button, self.stick_button = KeyButton(card), KeyButton(card)
        card.rows.addWidget(self.lines)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.stick_button)
        buttons.addStretch(1)
        card.rows.addLayout(buttons)
        self.save_button.clicked.connect(self._on_save)
        self.stick_button.clicked.connect(self._on_stick)
        self.column.addWidget(card, 1)
        self._dress()
        self.speak()

    def display(self, state: LogState) -> None:
        """Paint a state; painting it again changes nothing."""
        text = "\n".join(state.lines)
        if text != self.lines.toPlainText():
            self.lines.setPlainText(text)
            bar = self.lines.verticalScrollBar()
            bar.setValue(bar.maximum())
        self.lines.setVisible(bool(text))
        self.save_button.setVisible(bool(text))
        self.stick_button.setVisible(bool(text) and state.stick)
        if state.saved:
            self.notice.say(self.tr("Saved: {path}").format(path=state.saved))
        elif text or state.refused:
            self.notice.say("")
        else:
            self.notice.say(self.tr("Nothing has gone wrong on this laptop."))
        code, refused = self._language.code, state.refused
        self.summary.show_problems(
            [ProblemLine(said(refused, code), self.save_button)] if refused else []
        )
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("What went wrong so far"),
            self.tr("For whoever helps with this program. It holds no PIN and no key."),
        )
        self.lines.setAccessibleName(self.tr("What went wrong so far"))
        self.save_button.setText(self.tr("Save a copy"))
        self.stick_button.setText(self.tr("Save a copy on the stick"))
        self.display(self._presenter.state)

    def act_words(self) -> str:
        return self.tr("Back to the work")

    @property
    def may_go_back(self) -> bool:
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.lines.setMinimumHeight(theme.in_force().high(LINES))

    def _on_save(self) -> None:
        self._saved(on_stick=False)

    def _on_stick(self) -> None:
        self._saved(on_stick=True)

    def _saved(self, *, on_stick: bool) -> None:
        state = self._presenter.saves(on_stick=on_stick)
        self.display(state)
        if state.refused:
            self.summary.take_focus()
        else:
            self.done_here.emit()
