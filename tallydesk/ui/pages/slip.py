"""The before-opening slip: what stood on paper before any seal was cut, for everybody present."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tallydesk.counting.place import Place
from tallydesk.protocol.words import in_words
from tallydesk.signing.slip import read_slip
from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.place_names import PlaceNames
from tallydesk.ui.printing import print_paper, printer_name
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.code_row import CodeRow
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.fact_rows import FactRows
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.workflow import papers, slip
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import Outbox
from tallydesk.workflow.session import Session


@dataclass(frozen=True, slots=True)
class SlipState:
    """Everything the page shows. `saved` is the path of the saved slip, "" before."""

    figures: tuple[tuple[Place, int], ...] = ()
    made: str = ""
    saved: str = ""
    refused: Refusal | None = None
    finished: bool = False


class SlipPresenter:
    """Makes the slip when the page opens; it is the same one ever after."""

    def __init__(self, session: Session, outbox: Outbox) -> None:
        self._session, self._outbox = session, outbox
        self.codes: tuple[str, ...] = ()
        self.state = SlipState()
        refused = attempt(lambda: slip.make(session))
        self.state = SlipState(refused=refused) if refused else self._made()

    def paper(self) -> bytes:
        """The slip as PDF, in the official language."""
        return papers.slip_paper(self._session)

    def save(self) -> SlipState:
        """Save the paper; its path is shown."""
        paths: list[str] = []
        name = f"{papers.station_stem(self._session)}-slip.pdf"
        refused = attempt(lambda: paths.append(self._outbox.save(name, self.paper())))
        saved = paths[0] if paths else self.state.saved
        self.state = replace(self.state, saved=saved, refused=refused)
        return self.state

    def go_on(self) -> SlipState:
        """Everybody present has seen it."""
        refused = attempt(lambda: slip.close(self._session))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state

    def _made(self) -> SlipState:
        package = self._session.package
        read = read_slip(self._session.night.slip)
        self.codes = tuple(code.text for code in papers.slip_codes(self._session))
        figures: dict[Place, int] = {}
        for contest, told in zip(package.definition.contests, read.contests, strict=True):
            for line, count in told.lines.items():
                of_station = contest.form.line(line).scope == "station"
                figures[Place("" if of_station else contest.id, "line", line)] = count
        return SlipState(tuple(figures.items()), package.hours.on_the_wall(read.made))


class SlipPage(Page):
    """The figures at the left, the code at the right, print and save below the code."""

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        del at
        super().__init__(parent)
        self._presenter = SlipPresenter(workplace.session, workplace.outbox)
        self._language = workplace.language
        self._names = PlaceNames(workplace.session.package)
        card = Card(self)
        self._made = QLabel(card)
        self._made.setProperty("role", "subheading")
        self.figures = FactRows(card, figures=True)
        self.codes = CodeRow(self._presenter.codes, card)
        self.print_button, self.save_button = KeyButton(card), KeyButton(card)
        self._outcome = QLabel(card)
        self._outcome.setWordWrap(True)
        self._outcome.setProperty("role", "done")
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self._outcome, 1)
        columns = Columns(card, shares=(1, 0))
        columns.left.addWidget(self._made)
        columns.left.addWidget(self.figures)
        columns.right.addWidget(self.codes, 0, Qt.AlignmentFlag.AlignLeft)
        card.rows.addLayout(buttons)
        card.rows.addWidget(columns)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: SlipState) -> None:
        """Paint a state."""
        language = self._language.code
        self.figures.show_facts(
            [
                (
                    f"{self._names.chip(place)}  {self._names.label(place, language)}",
                    str(count),
                    in_words(count, language),
                )
                for place, count in state.figures
            ]
        )
        saved = self.tr("Saved: {path}").format(path=state.saved)
        self._outcome.setText(saved if state.saved else "")
        refused = [ProblemLine(said(state.refused, language))] if state.refused else []
        self.summary.show_problems(refused)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Slip for all present"),
            self.tr("Give it to everybody before a seal is cut: these figures no longer change."),
        )
        state = self._presenter.state
        self._made.setText(self.tr("Fixed at {time}").format(time=state.made))
        count = len(self._presenter.codes)
        caption = self.tr("Code of the slip, {part} of {count}")
        self.codes.name([caption.format(part=n + 1, count=count) for n in range(count)])
        self.print_button.setText(self.tr("Print"))
        self.save_button.setText(self.tr("Save as PDF"))
        printer = printer_name()
        self.print_button.setEnabled(bool(printer))
        without = self.tr("There is no printer here. Save the slip, or let everybody copy it.")
        self.notice.say("" if printer else without)
        self.display(state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return self.print_button if self.print_button.isEnabled() else self.save_button

    def _on_print(self) -> None:
        done = print_paper(self._presenter.paper(), self)
        self._outcome.setText(
            self.tr("Sent to {printer}.").format(printer=printer_name())
            if done
            else self.tr("The printer did not take it. Save the slip instead.")
        )
        if done:
            self.done_here.emit()

    def _on_save(self) -> None:
        state = self._presenter.save()
        self.display(state)
        if state.refused:
            self.summary.take_focus()
        else:
            self.done_here.emit()
