"""Reading ballots aloud: a key a ballot, gates on the wall, and a stop to compare (U10).

Keys that come while the disk takes a stroke are written together after it, in one transaction.
Nothing is on the screen before it is on the disk. State and presenter are in `ui.tally_presenter`.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import said
from tallydesk.ui.tally_keys import ENTER, PAUSE, TallyKeys
from tallydesk.ui.tally_presenter import TallyPresenter, TallyState
from tallydesk.ui.tally_words import TallyWords
from tallydesk.ui.widgets.announcement import announce
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.gate_board import GateBoard
from tallydesk.ui.widgets.tally_head import TallyHead
from tallydesk.workflow.plan import Step


class TallyPage(Page):
    """Total and task on top, the board below, one link for what is rarely done."""

    _struck = Signal()

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = TallyPresenter(workplace.session, at)
        self._language = workplace.language
        self._words = TallyWords(workplace.session, at, self._presenter.keys)
        self._waiting: list[str] = []
        # Behind the keys that are in the queue already: they are written with the first one.
        self._struck.connect(self._write, Qt.ConnectionType.QueuedConnection)
        self.head, self.board = TallyHead(self), GateBoard(self)
        self.rarely = KeyButton(self)
        self.rarely.setProperty("role", "link")
        self.head.pressed.connect(self._on_pressed)
        self.rarely.clicked.connect(self._on_rarely)
        self.fill(self.head)
        self.column.addWidget(self.board, 1)
        self.fill(self.rarely, as_small_as_it_is=True)
        self.speak()

    def display(self, state: TallyState) -> None:
        """Paint a state: after a stroke, the total and the cells that changed."""
        words = self._words
        self.head.say(
            words.total(state.ballots),
            words.newest(state.newest, state.typed),
            words.task(state.view, state.ballots, state.lot, state.counts[-1]),
            asks=self.asks,
        )
        self.board.display(words.cells(state.counts), state.newest)
        text = words.rarely(state.view, state.since)
        if text != self.rarely.text():
            self.rarely.setText(text)
        refused = said(state.refused, self._language.code) if state.refused else ""
        self.summary.show_problems([ProblemLine(refused, self.head)] if refused else [])
        self.news.emit()

    def speak(self) -> None:
        self._words.speak(self._language.code)
        self.title(self._words.heading(), "")
        self.display(self._presenter.state)

    def go_on(self) -> None:
        self._write()
        self._move(self._presenter.go_on())

    def went_back(self) -> bool:
        self._write()
        refused = self._presenter.leave()
        if refused:
            self.summary.show_problems([ProblemLine(said(refused, self._language.code), self.head)])
        else:
            self.finished.emit()
        return True

    @property
    def keys(self) -> TallyKeys:
        """The keys of this ballot paper."""
        return self._presenter.keys

    @property
    def asks(self) -> bool:
        """Whether the reading stands still until somebody answers."""
        return self._presenter.state.view != "reading"

    def first_field(self) -> QWidget | None:
        return self.head

    def act_words(self) -> str:
        return self._words.act(self._presenter.state.view)

    def _move(self, state: TallyState) -> None:
        if state.finished:
            self.finished.emit()
            return
        self.display(state)
        if state.refused:
            self.summary.take_focus()
        else:
            announce(self.head, self.head.accessibleName())
            self.head.setFocus()

    def _on_pressed(self, sign: str) -> None:
        if sign == ENTER:
            self.go_on()
        elif sign == PAUSE:
            self._write()
            self._move(self._presenter.space())
        else:
            self._waiting.append(sign)
            if len(self._waiting) == 1:
                self._struck.emit()

    def _write(self) -> None:
        """Write what was pressed; it is seen after that."""
        if self._waiting:
            signs, self._waiting = self._waiting, []
            self._show_stroke(self._presenter.pressed(signs))

    def _show_stroke(self, state: TallyState) -> None:
        self.display(state)
        # With large letters, or hundreds of candidates, the board is higher than the window.
        if self.asks:
            self._bring_into_view(self.head, self.head.rect())
        elif state.newest >= 0:
            self._bring_into_view(self.board, self.board.around(state.newest))

    def _bring_into_view(self, widget: QWidget, room: QRect) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            at = widget.mapTo(around.viewport(), room.center())
            at.setY(at.y() + around.verticalScrollBar().value())
            around.ensureVisible(at.x(), at.y(), 0, room.height())

    def _on_rarely(self) -> None:
        self._write()
        view = self._presenter.state.view
        if view == "paused":
            self._move(self._presenter.begin_again())
        elif view in {"comparing", "closing"}:
            self._move(self._presenter.differs())
        else:
            self._move(self._presenter.space())
