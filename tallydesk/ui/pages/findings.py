"""What the figures of a finished stage say: every finding with its figures and its answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.ui.answering import Acted
from tallydesk.ui.card_stock import CardStock
from tallydesk.ui.findings_presenter import FindingsPresenter, FindingsState
from tallydesk.ui.matter_card import MatterCard
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import said
from tallydesk.ui.widgets.asked import walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.workflow.plan import Step


class FindingsPage(Page):
    """A card for each finding, kept while it is on the page; or one calm sentence.

    When the page was made ahead, `ui.foreword` says what was found before it comes.
    """

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._at = workplace, at
        self._begun = False
        self._language = workplace.language
        self.cards: list[MatterCard] = []
        self._stock = CardStock(workplace.session, self, self._listen)
        self._calm = Card(self)
        self._calm_words = QLabel(self._calm)
        self._calm_words.setWordWrap(True)
        self._calm.rows.addWidget(self._calm_words)
        self.fill(self._calm)
        self.column.addLayout(self._stock.column)
        self.end()

    def prepare(self) -> Iterator[None]:
        """Make and dress, piece by piece, what most nights need; nothing of it says anything."""
        yield from self._stock.prepare()
        self.ensurePolished()
        # Laid out once at the width that it will have: what is said later finds its room there.
        self.column.activate()

    @cached_property
    def _presenter(self) -> FindingsPresenter:
        """Looks at the figures when it is first asked; a page made ahead does not know them."""
        return FindingsPresenter(self._workplace.session, self._workplace.shelf, self._at)

    def begin(self) -> None:
        self._begun = True
        self.speak()

    @property
    def titles(self) -> tuple[str, str]:
        """The heading, and what to do when there is a finding."""
        task = self.tr("Read each one aloud, look at the paper, then write what was found.")
        return self.tr("Review of the figures"), task

    def display(self, state: FindingsState) -> None:
        """Paint a state. A card that is there already only changes what changed."""
        while len(self.cards) < len(state.matters):
            self.cards.append(self._stock.one_more())
        for card, matter in zip(self.cards, state.matters, strict=True):
            card.display(matter, self._language.code)
            card.show()
        self._calm.setVisible(not state.matters)
        self._display_problems(state)
        self.news.emit()

    def speak(self) -> None:
        if not self._begun:
            return
        heading, task = self.titles
        self.title(heading, task if self._presenter.state.matters else "")
        self._calm_words.setText(
            self.tr("There is nothing to find: everything that can be compared agrees.")
        )
        self.display(self._presenter.state)

    def go_on(self) -> None:
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        return next((card.field() for card in self.cards if card.open), None)

    def left_words(self) -> str:
        state = self._presenter.state
        if not state.matters:
            return ""
        left = self.tr("Left: {left} of {of}")
        return left.format(left=state.open, of=len(state.matters))

    def _display_problems(self, state: FindingsState) -> None:
        lines = [
            ProblemLine(f"{card.code}: {card.problem}", card.field())
            for card in self.cards
            if card.problem
        ]
        if state.refused:
            lines.insert(0, ProblemLine(said(state.refused, self._language.code)))
        self.summary.show_problems(lines)

    def _listen(self, card: MatterCard) -> None:
        card.acted.connect(self._on_acted)
        card.entered.connect(self._on_entered)

    def _on_acted(self, act: Acted) -> None:
        card = self.sender()
        if isinstance(card, MatterCard):
            self.display(self._presenter.acted(self.cards.index(card), act))

    def _on_entered(self) -> None:
        """Enter in a card's last box: to the next card that waits, or Continue."""
        card = self.sender()
        if isinstance(card, MatterCard):
            after = self.cards[self.cards.index(card) + 1 :]
            following = next((each for each in after if each.open), None)
            if following is not None:
                walk_to(following.field())
            else:
                self.go_on()
