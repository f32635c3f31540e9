"""What the figures of a finished stage say: every finding with its figures and its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from tallydesk.ui.answering import WAYS, Acted, MatterState, looked_at_again, opened, people_of
from tallydesk.ui.attempts import attempt
from tallydesk.ui.card_stock import CardStock
from tallydesk.ui.matter_card import MatterCard
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.refusals import Refusal, said
from tallydesk.ui.widgets.asked import walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.workflow import findings
from tallydesk.workflow.plan import Step
from tallydesk.workflow.ports import KeyShelf
from tallydesk.workflow.session import Session

FRAME = 8
"""Milliseconds from one paint to the next: what was painted goes out to the screen first."""


@dataclass(frozen=True, slots=True)
class FindingsState:
    """Everything the page shows."""

    matters: tuple[MatterState, ...]
    refused: Refusal | None = None
    finished: bool = False

    @property
    def open(self) -> int:
        """How many findings still want something."""
        return sum(matter.open for matter in self.matters)


class FindingsPresenter:
    """Text in, state out. A finding is named by its index from 0, a pile by its index in it."""

    def __init__(self, session: Session, shelf: KeyShelf, at: Step) -> None:
        self._session, self._shelf, self._group = session, shelf, at.group
        self.present, self.others = people_of(session)
        refused = attempt(lambda: findings.show(session, at.group))
        matters = findings.matters_of(session, at.group)
        self.state = FindingsState(tuple(opened(self._session, each) for each in matters), refused)

    def acted(self, index: int, act: Acted) -> FindingsState:
        """Somebody did something under a finding."""
        held = self.state.matters[index]
        does: dict[str, Callable[[], None]] = {
            "words": lambda: self._put(index, replace(held, words=act.text)),
            "left": lambda: self._keep(index),
            "way": lambda: self._put(index, replace(held, way=WAYS[act.number])),
            "carrier": lambda: self._put(index, held.carried(self.present[act.number].number)),
            "recounting": lambda: self._put(index, replace(held, recounting=not held.recounting)),
            "recount": lambda: self._put(index, held.typed(act.number, act.text)),
            "recounted": lambda: self._recount(index, act.number),
            "confirmer": lambda: self._put(index, replace(held, confirmer=act.number)),
            "pin": lambda: self._put(index, replace(held, pin=act.text)),
            "variance": lambda: self._record_variance(index),
        }
        does[act.name]()
        return self.state

    def go_on(self) -> FindingsState:
        """Continue was pressed: keep what was written, name what is missing, or move on."""
        for index in range(len(self.state.matters)):
            self._keep(index)
            held = self.state.matters[index]
            self._put(index, replace(held, trouble=held.missing))
        if any(each.trouble for each in self.state.matters):
            return self.state
        refused = attempt(lambda: findings.close(self._session, self._group))
        self.state = replace(self.state, refused=refused, finished=refused is None)
        return self.state

    def _keep(self, index: int) -> None:
        """Write an answer down as soon as it is whole: a text on the page is not on the disk."""
        held = self.state.matters[index]
        matter = held.matter
        if held.settled or held.kind == "arithmetic" or not (held.words and held.changed):
            return
        if held.way == "void":
            if not held.carriers:
                return
            carriers = tuple(held.carriers)
            refused = attempt(
                lambda: findings.void_box(self._session, matter, carriers, held.words)
            )
        else:
            if held.kind == "consequence" and not held.way:
                return
            refused = attempt(lambda: findings.explain(self._session, matter, held.words))
        self._put(index, replace(held, refused=refused))
        self._look_again()

    def _recount(self, index: int, row: int) -> None:
        """A pile's box was left: what stands there is one recount, and the box is free again."""
        held = self.state.matters[index]
        pile = held.recounts[row]
        count = pile.count
        if count is None:
            self._put(index, held.with_pile(row, replace(pile, wrong=not pile.blank)))
            return
        refused = attempt(lambda: findings.recount(self._session, pile.place, count))
        if refused is None:
            self._put(index, held.with_pile(row, replace(pile, text="", wrong=False)))
        self._put(index, replace(self.state.matters[index], refused=refused))
        self._look_again()

    def _record_variance(self, index: int) -> None:
        held = self.state.matters[index]
        if not held.words or held.confirmer < 0:
            self._put(index, replace(held, trouble="confirm" if held.words else "words"))
            return
        other = self.others[held.confirmer]
        refused = attempt(
            lambda: findings.record_variance(
                self._session, self._shelf, held.matter, held.words, other.number, held.pin
            ),
            other.name,
        )
        self._put(index, replace(held, refused=refused, pin="", trouble=""))
        self._look_again()

    def _look_again(self) -> None:
        """Ask the rules again; a finding that is gone stays on the page as settled."""
        now = {
            (each.contest, each.key): each
            for each in findings.matters_of(self._session, self._group)
        }
        kept = [
            looked_at_again(self._session, held, now.pop(held.id, None))
            for held in self.state.matters
        ]
        kept += [opened(self._session, each) for each in now.values()]
        self.state = replace(self.state, matters=tuple(kept))

    def _put(self, index: int, held: MatterState) -> None:
        matters = self.state.matters
        self.state = replace(
            self.state, matters=(*matters[:index], held, *matters[index + 1 :]), refused=None
        )


class FindingsPage(Page):
    """A card for each finding, kept while it is on the page; or one calm sentence.

    A page that was made ahead comes in two paints: what was found, then what is asked about it.
    """

    def __init__(self, workplace: Workplace, at: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._at = workplace, at
        self._presenter: FindingsPresenter
        self._begun = self._in_two = self._untold = False
        self._language = workplace.language
        self.cards: list[MatterCard] = []
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.setInterval(FRAME)
        self._after.timeout.connect(self._on_after)
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
        self._in_two = True
        yield from self._stock.prepare()
        self.ensurePolished()

    def begin(self) -> None:
        here = self._workplace
        self._presenter = FindingsPresenter(here.session, here.shelf, self._at)
        self._begun, self._untold = True, self._in_two
        self.speak()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._untold:
            self._after.start()

    def display(self, state: FindingsState) -> None:
        """Paint a state. A card that is there already only changes what changed."""
        while len(self.cards) < len(state.matters):
            self.cards.append(self._stock.one_more())
        for card, matter in zip(self.cards, state.matters, strict=True):
            say = card.tell if self._untold else card.display
            say(matter, self._language.code)
            card.show()
        self._calm.setVisible(not state.matters)
        self._display_problems(state)
        self.news.emit()

    def speak(self) -> None:
        if not self._begun:
            return
        task = self.tr("Read each one aloud, look at the paper, then write what was found.")
        self.title(self.tr("Review of the figures"), task if self._presenter.state.matters else "")
        self._calm_words.setText(
            self.tr("There is nothing to find: everything that can be compared agrees.")
        )
        self.display(self._presenter.state)

    def _on_after(self) -> None:
        """The findings are painted: now what is asked about them, and a field for the first key."""
        if self._untold:
            self._untold = False
            self.display(self._presenter.state)
            self.came.emit()

    def go_on(self) -> None:
        if self._untold:
            # Enter came before the fields did: nobody has seen them yet, so it answers nothing.
            self._on_after()
            return
        state = self._presenter.go_on()
        self.display(state)
        if state.finished:
            self.finished.emit()
        else:
            self.summary.take_focus()

    def first_field(self) -> QWidget | None:
        if self._untold:
            return None
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
