"""A snapshot to the stick by one button, and when the stick may be taken out (requirement U24)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.safekeeping import Outcome, Safekeeping, sentence
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.facts import Facts
from tallydesk.ui.widgets.text_area import TextLine
from tallydesk.workflow.safety_happening import SnapshotKept


@dataclass(frozen=True, slots=True)
class BackupState:
    """The folder of the stick, the last snapshot that is known of, and what came of this one."""

    place: str
    last: SnapshotKept | None = None
    outcome: Outcome | None = None

    @property
    def kept(self) -> bool:
        """Whether the snapshot lies on the stick: then the button only leads back."""
        return self.outcome is not None and self.outcome.kept is not None


class BackupPresenter:
    """A folder in, state out."""

    def __init__(self, workplace: Workplace, safekeeping: Safekeeping) -> None:
        self._session, self._safekeeping = workplace.session, safekeeping
        self.state = BackupState(safekeeping.place(), workplace.session.night.snapshot)

    def names(self, place: str) -> BackupState:
        """Another folder was written."""
        self.state = replace(self.state, place=place, outcome=None)
        return self.state

    def go_on(self) -> BackupState:
        """Write the snapshot, read it back, compare."""
        outcome = self._safekeeping.back_up(self.state.place)
        self.state = replace(self.state, last=self._session.night.snapshot, outcome=outcome)
        return self.state


class BackupPage(Page):
    """The folder, what lies there, and the button. Back returns to where the work was."""

    def __init__(
        self, workplace: Workplace, safekeeping: Safekeeping, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = BackupPresenter(workplace, safekeeping)
        self._language = workplace.language
        card = Card(self)
        self.place, self._last = TextLine(card), Facts(card)
        self.place.typed.connect(self._on_place)
        self.place.entered.connect(self.go_on)
        card.rows.addWidget(self.place)
        card.rows.addWidget(self._last)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: BackupState) -> None:
        """Paint a state; painting it again changes nothing."""
        self.place.put(state.place)
        said = sentence(state.outcome, self._language.code) if state.outcome else ""
        good = state.kept and state.outcome is not None and state.outcome.fork is None
        self.notice.say(said if good else "")
        lines = [ProblemLine(said, self.place.box)] if said and not good else []
        self.summary.show_problems(lines)
        last = state.last
        facts = []
        if last is not None:
            facts = [
                (self.tr("Last snapshot"), last.name),
                (self.tr("Journal head"), _grouped(last.head)),
                (self.tr("SHA-256 of the file"), _grouped(last.digest)),
            ]
        self._last.say(facts)
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("A snapshot to the stick"),
            self.tr("Another laptop goes on from it. Nothing here waits for the stick."),
        )
        self.place.name(self.tr("Folder of the stick"))
        self.display(self._presenter.state)

    def go_on(self) -> None:
        if self._presenter.state.kept:
            self.finished.emit()
            return
        state = self._presenter.go_on()
        self.display(state)
        if state.kept:
            self.done_here.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return None if self._presenter.state.place else self.place.box

    def act_words(self) -> str:
        return (
            self.tr("Back to the count") if self._presenter.state.kept else self.tr("Back up now")
        )

    def _on_place(self, text: str) -> None:
        self.display(self._presenter.names(text))


def _grouped(digest: bytes) -> str:
    """Hexadecimal digits in groups of eight, which a line can break between."""
    return digest.hex(" ", 4)
