"""The signed papers of a night once more, as superseded when a later record replaced them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.signing.codes import long_digest
from tallydesk.signing.record import read_record
from tallydesk.ui.attempts import attempt
from tallydesk.ui.language import Language
from tallydesk.ui.page import Page
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.file_line import FileLine
from tallydesk.ui.widgets.row_list import Row, RowList
from tallydesk.workflow.session import Session

SaveAgain = Callable[[Session, str, str], tuple[str, ...]]
"""Saves a night's papers: the night, the path of the later record's copy ("" when there is none),
a language for reasons. The paths that were written."""


@dataclass(frozen=True, slots=True)
class SupersededState:
    """The nights with something signed, which is chosen, the copy, and what was saved."""

    nights: tuple[Session, ...]
    chosen: int = 0
    copy: str = ""
    saved: tuple[str, ...] = ()
    refused: Refusal | None = None


class SupersededPresenter:
    """A night and a path in, files out. Nothing is written into the night."""

    def __init__(self, nights: Sequence[Session], save: SaveAgain) -> None:
        self._save = save
        self.state = SupersededState(tuple(nights))

    def chose(self, index: int) -> SupersededState:
        """Another night."""
        self.state = replace(self.state, chosen=index, saved=(), refused=None)
        return self.state

    def names(self, copy: str) -> SupersededState:
        """Where a copy of the later record lies."""
        self.state = replace(self.state, copy=copy, saved=(), refused=None)
        return self.state

    def go_on(self, language: str) -> SupersededState:
        """Save the papers of the night."""
        state, saved = self.state, list[str]()
        night = state.nights[state.chosen]
        refused = attempt(lambda: saved.extend(self._save(night, state.copy, language)))
        self.state = replace(state, saved=tuple(saved), refused=refused)
        return self.state


class SupersededPage(Page):
    """The nights at the left, the copy of the later record at the right; `left` at the end."""

    left = Signal()

    def __init__(
        self,
        language: Language,
        nights: Sequence[Session],
        save: SaveAgain,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = SupersededPresenter(nights, save)
        self._language = language
        card = Card(self)
        columns = Columns(card)
        self._which, self._saved = QLabel(card), QLabel(card)
        self._which.setProperty("role", "subheading")
        self._saved.setProperty("role", "done")
        for label in (self._which, self._saved):
            label.setWordWrap(True)
        self.nights, self.copy = RowList(card, shape="ring"), FileLine(card)
        columns.left.addWidget(self._which)
        columns.left.addWidget(self.nights)
        columns.right.addWidget(self.copy)
        columns.right.addWidget(self._saved)
        self.nights.pressed.connect(self._on_night)
        self.nights.entered.connect(self._on_night_entered)
        self.copy.typed.connect(self._on_copy)
        self.copy.entered.connect(self.go_on)
        card.rows.addWidget(columns)
        self.fill(card)
        self.end()
        self.speak()

    def display(self, state: SupersededState) -> None:
        """Paint a state; painting it again changes nothing."""
        self.nights.show_rows(
            [
                Row(*self._said(night), "done" if at == state.chosen else "")
                for at, night in enumerate(state.nights)
            ]
        )
        self.copy.line.put(state.copy)
        places = self.tr("Saved: {places}").format(places=", ".join(state.saved))
        self._saved.setText(places if state.saved else "")
        text = said(state.refused, self._language.code) if state.refused else ""
        self.copy.complain(text)
        self.summary.show_problems([ProblemLine(text, self.copy.line.box)] if text else [])
        self.news.emit()

    def speak(self) -> None:
        self.title(
            self.tr("Signed papers once more"),
            self.tr(
                "With a copy of the record that replaced one, it says SUPERSEDED on each page."
            ),
        )
        self._which.setText(self.tr("Which night"))
        self.nights.setAccessibleName(self._which.text())
        self.copy.name(
            self.tr("Copy of the later record, if there is one: its PDF, a picture, its codes"),
            self.tr("Choose the file"),
        )
        self.display(self._presenter.state)

    def go_on(self) -> None:
        if self._presenter.state.saved:
            self.left.emit()
            return
        state = self._presenter.go_on(self._language.code)
        self.display(state)
        if state.refused:
            self.summary.take_focus()
        else:
            self.done_here.emit()

    def first_field(self) -> QWidget | None:
        return self.nights.field()

    def act_words(self) -> str:
        return "" if self._presenter.state.saved else self.tr("Save the papers")

    def _said(self, night: Session) -> tuple[str, str]:
        """Station and hour of a night; below what is signed, with the digest that prints name."""
        package, code = night.package, self._language.code
        signed = []
        for contest, record in night.night.records.items():
            read = read_record(record)
            title = package.contest(contest).title.said_in(code)
            digest = long_digest(sha256(read.octets).digest())
            version = self.tr("version {number}").format(number=read.payload.version)
            signed.append(f"{title}, {version}: {digest}")
        ended = max(each.completed for each in night.night.frozen.values())
        when = f"{ended:%d.%m.%Y} {package.hours.on_the_wall(ended)}"
        return f"{package.station.label}, {when}", "; ".join(signed)

    def _on_night(self, index: int) -> None:
        self.display(self._presenter.chose(index))

    def _on_night_entered(self) -> None:
        self.copy.line.box.setFocus()

    def _on_copy(self, text: str) -> None:
        self.display(self._presenter.names(text))
