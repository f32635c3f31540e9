"""From the draft onto the authority's booklet: its number first, then one line at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tallydesk.counting.place import Place
from tallydesk.protocol.words import in_words
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.place_names import PlaceNames
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.large_figure import LargeFigure
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow import booklet
from tallydesk.workflow.plan import Step
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class TranscribeState:
    """Everything the page shows. `named` says that series and number stand; `at` is the line.

    `written` counts the lines that stand on the booklet already.
    """

    lines: tuple[tuple[Place, int], ...]
    series: str = ""
    number: str = ""
    named: bool = False
    at: int = 0
    written: int = 0
    refused: Refusal | None = None
    finished: bool = False


class TranscribePresenter:
    """Each line is written down as done before the next one is shown."""

    def __init__(self, session: Session, contest: str) -> None:
        self._session, self._contest = session, contest
        self._places = booklet.places(session, contest)
        self.state = self._opened()

    def typed(self, *, series: str | None = None, number: str | None = None) -> TranscribeState:
        """The texts that stand in the boxes now."""
        state = self.state
        self.state = replace(
            state,
            series=state.series if series is None else series,
            number=state.number if number is None else number,
        )
        return self.state

    def went(self, by: int) -> TranscribeState:
        """Look at another line that is written already, or at the next one to write."""
        at = min(self.state.written, len(self._places) - 1, max(0, self.state.at + by))
        self.state = replace(self.state, at=at, refused=None)
        return self.state

    def go_on(self) -> TranscribeState:
        """The number is right, or the line stands on the booklet."""
        state = self.state
        if not state.named:
            refused = attempt(
                lambda: booklet.name(self._session, self._contest, state.series, state.number)
            )
            self.state = replace(state, named=refused is None, refused=refused)
            return self.state
        refused = attempt(lambda: booklet.transcribed(self._session, self._places[state.at]))
        if refused is None and state.at + 1 == len(self._places):
            refused = attempt(lambda: booklet.close_transcription(self._session, self._contest))
            self.state = replace(state, refused=refused, finished=refused is None)
            return self.state
        at = state.at if refused else state.at + 1
        self.state = replace(state, at=at, written=max(at, state.written), refused=refused)
        return self.state

    def _opened(self) -> TranscribeState:
        night = self._session.night
        held = night.booklets.get(self._contest)
        done = [(self._contest, place) in night.transcribed for place in self._places]
        written = done.index(False) if False in done else len(done)
        return TranscribeState(
            tuple((place, booklet.figure(self._session, place)) for place in self._places),
            held.series if held else "",
            held.number if held else "",
            named=held is not None,
            at=min(written, len(done) - 1),
            written=written,
        )


class TranscribePage(Page):
    """Two boxes for the booklet's number; after that one large line."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = TranscribePresenter(workplace.session, at.contest)
        self._language = workplace.language
        self._official = workplace.session.package.policy.official_language
        self._names = PlaceNames(workplace.session.package)
        card = Card(self)
        self._columns = Columns(card)
        self.series, self.number = TextLine(card), TextLine(card)
        self._asked = Asked(self.series)
        self._columns.left.addWidget(self._asked)
        self._columns.right.addWidget(self.number)
        self.line = LargeFigure(card)
        self.spoilt = KeyButton(card)
        self.spoilt.setProperty("role", "link")
        card.rows.addWidget(self._columns)
        card.rows.addWidget(self.line)
        card.rows.addWidget(self.spoilt, 0, Qt.AlignmentFlag.AlignLeft)
        self.series.typed.connect(self._on_series)
        self.series.entered.connect(self._on_series_entered)
        self.number.typed.connect(self._on_number)
        self.number.entered.connect(self.go_on)
        self.line.clicked.connect(self.go_on)
        self.line.went.connect(self._on_went)
        self.spoilt.clicked.connect(self._on_spoilt)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: TranscribeState) -> None:
        """Paint a state. Figures stand in the language that goes onto the booklet."""
        self.series.put(state.series)
        self.number.put(state.number)
        self._columns.setVisible(not state.named)
        self.line.setVisible(state.named)
        self.spoilt.setVisible(state.named)
        place, count = state.lines[state.at]
        label = f"{self._names.chip(place)}   {self._names.label(place, self._official)}"
        self.line.show_line(label, str(count), in_words(count, self._official))
        text = said(state.refused, self._language.code) if state.refused else ""
        self._asked.complain(text)
        field = self.line if state.named else self.series.box
        self.summary.show_problems([ProblemLine(text, field)] if text else [])
        self._say_task(state)
        self.news.emit()

    def speak(self) -> None:
        self.series.name(self.tr("Series of the booklet"))
        self.number.name(self.tr("Number of the booklet"))
        self.spoilt.setText(self.tr("The booklet is spoilt: begin a new one"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        elif state.refused:
            self.summary.take_focus()
        else:
            walk_to(self.line)

    def first_field(self) -> QWidget | None:
        return self.line if self._presenter.state.named else self.series.box

    def left_words(self) -> str:
        state = self._presenter.state
        if not state.named:
            return ""
        return self.tr("Line {at} of {of}").format(at=state.at + 1, of=len(state.lines))

    def act_words(self) -> str:
        return self.tr("It is written") if self._presenter.state.named else ""

    def _say_task(self, state: TranscribeState) -> None:
        if state.named:
            task = self.tr("Copy this line onto booklet {series} {number}, in figures and words.")
            task = task.format(series=state.series, number=state.number)
        else:
            task = self.tr("Take the authority’s booklet and type the number printed on it.")
        self.title(self.tr("Write the booklet"), task)

    def _on_series(self, text: str) -> None:
        self._presenter.typed(series=text)

    def _on_series_entered(self) -> None:
        walk_to(self.number.box)

    def _on_number(self, text: str) -> None:
        self._presenter.typed(number=text)

    def _on_went(self, by: int) -> None:
        self.display(self._presenter.went(by))

    def _on_spoilt(self) -> None:
        self.aside_asked.emit("spoilt")
