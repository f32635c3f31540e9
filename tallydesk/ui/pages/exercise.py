"""The exercise of the first use: five screens on which the keys are tried (U20)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from tallydesk.election.definition import Package
from tallydesk.ui import theme
from tallydesk.ui.exercise_presenter import (
    BUNDLES,
    COUNTED,
    REST,
    SCREENS,
    TRIALS,
    ExercisePresenter,
    ExerciseState,
    Screen,
    Trial,
)
from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.sheet_view import SheetView
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.choice_list import ChoiceList
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.ui.written_row import Part


class ExercisePage(Page):
    """One screen after the other; `left` when it is over or was skipped."""

    left = Signal()

    def __init__(self, language: Language, package: Package, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = ExercisePresenter(package)
        self._language, self._spoken = language, language.code
        self._worn = theme.in_force()
        self._shown: Screen | None = None
        self.card = Card(self)
        self.sheet = SheetView(package, language.code, self.card)
        self.sheet.typed.connect(self._on_typed)
        self.sheet.finished.connect(self.go_on)
        self.answers, self.trials = ChoiceList(self.card), RowList(self.card)
        self.answers.chosen.connect(self._on_chosen)
        for choices in (self.answers, self.trials):
            choices.entered.connect(self.go_on)
        for widget in (self.sheet, self.answers, self.trials):
            self.card.rows.addWidget(widget)
        self.skip = KeyButton(self)
        self.skip.setProperty("role", "link")
        self.skip.clicked.connect(self.left)
        self.fill(self.card)
        self.fill(self.skip, as_small_as_it_is=True)
        self.end()
        self.speak()

    def display(self, state: ExerciseState) -> None:
        """Paint a state; another screen takes the focus to where its work begins."""
        shown, self._shown = self._shown, state.screen
        self.sheet.display(state.rows)
        self.sheet.setVisible(bool(state.rows))
        self.answers.setVisible(state.screen == "answers")
        self.trials.setVisible(state.screen == "window")
        self.answers.offer([self.tr("yes"), self.tr("no"), self.tr("later")], state.choice)
        self.trials.show_rows(self._trial_rows(state))
        self._display_problems(state)
        if shown is not None and shown != state.screen:
            self._say_task(state)
            field = self.first_field()
            if field is not None:
                field.setFocus()
        self.news.emit()

    def speak(self) -> None:
        state, code = self._presenter.state, self._language.code
        if code != self._spoken:
            self._spoken = code
            state = self._presenter.tries("language")
        self.skip.setText(self.tr("Skip the exercise"))
        self.notice.say(self.tr("This is an exercise: nothing of it is kept."))
        self.trials.setAccessibleName(self.tr("Keys to try"))
        self.sheet.speak(code)
        self._say_task(state)
        self.display(state)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._look_at_window()

    def go_on(self) -> None:
        state = self._presenter.go_on()
        if state.over:
            self.left.emit()
            return
        self.display(state)
        if state.hindered:
            self.summary.take_focus()

    def went_back(self) -> bool:
        if self._presenter.state.number == 1:
            self.left.emit()
        else:
            self.display(self._presenter.back())
        return True

    def first_field(self) -> QWidget | None:
        state = self._presenter.state
        if state.screen == "answers":
            return self.answers.field()
        if state.screen == "window":
            return self.trials.field()
        # What is to be mended stands above: the way there is part of the task.
        return self.sheet.field_of(len(state.rows) - 1 if state.screen == "mending" else 0)

    def left_words(self) -> str:
        of = self.tr("Screen {number} of {of}")
        return of.format(number=self._presenter.state.number, of=len(SCREENS))

    def act_words(self) -> str:
        last = self._presenter.state.screen == SCREENS[-1]
        return self.tr("Finish the exercise") if last else ""

    def _say_task(self, state: ExerciseState) -> None:
        titles: dict[Screen, tuple[str, str]] = {
            "figures": (
                self.tr("Try the keys: write figures"),
                self.tr(
                    "Write {count} in the first line and 0 in the second: an empty line is not 0. "
                    "Enter leads to the next line, and after the last one it goes on."
                ).format(count=COUNTED),
            ),
            "mending": (
                self.tr("Try the keys: mend a figure"),
                self.tr(
                    "On the paper the first line says {count}. The arrow up leads there, and what "
                    "is typed takes the place of what stood in the line."
                ).format(count=COUNTED),
            ),
            "bundles": (
                self.tr("Try the keys: a pile in bundles"),
                self.tr(
                    "Write {bundles} full bundles and {rest} papers left over. Enter leads from "
                    "one box to the next; the sum stands beside them."
                ).format(bundles=BUNDLES, rest=REST),
            ),
            "answers": (
                self.tr("Try the keys: choose an answer"),
                self.tr("Press the digit of the second answer, then Enter. Arrows do it too."),
            ),
            "window": (
                self.tr("Try the keys: the window itself"),
                self.tr("Try what you like: a mark shows what was done. No figure changes by it."),
            ),
        }
        self.title(*titles[state.screen])

    def _trial_rows(self, state: ExerciseState) -> list[Row]:
        words: dict[Trial, tuple[str, str]] = {
            "language": (
                self.tr("Alt+1, Alt+2, Alt+3"),
                self.tr("Azerbaijani, English, Russian, at any moment"),
            ),
            "letters": (
                self.tr("Ctrl + and Ctrl -"),
                self.tr("larger and smaller letters, Ctrl 0 as they were"),
            ),
            "colours": (self.tr("F9"), self.tr("light, dark, high contrast")),
        }
        return [Row(*words[trial], "done" if trial in state.tried else "") for trial in TRIALS]

    def _display_problems(self, state: ExerciseState) -> None:
        lines = self.sheet.problem_lines(state.problems)
        for number in state.wrong:
            asked = self.tr("{line}: here the paper says {count}.").format(
                line=self.sheet.spoken(number), count=state.asked[number]
            )
            lines.append(ProblemLine(asked, self.sheet.field_of(number)))
        if state.unanswered:
            lines.append(ProblemLine(self.tr("Choose the second answer."), self.answers.field()))
        self.summary.show_problems(lines)

    def _look_at_window(self) -> None:
        """Whether letters or colours are others than before."""
        before, self._worn = self._worn, theme.in_force()
        if before.scale != self._worn.scale:
            self.display(self._presenter.tries("letters"))
        if before.palette != self._worn.palette:
            self.display(self._presenter.tries("colours"))

    def _on_typed(self, number: int, part: Part, text: str) -> None:
        self.display(self._presenter.typed(number, part, text))

    def _on_chosen(self, choice: int) -> None:
        self.display(self._presenter.chooses(choice))
