"""Cards for findings: some are made and dressed before it is known how many are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tallydesk.ui.answering import people_of
from tallydesk.ui.matter_card import MatterCard
from tallydesk.workflow.session import Session

SPARE = 3
"""More than three findings in one stage are rare; their cards are made when they are shown."""


class CardStock:
    """Lays cards on a page one below the other; each hides until it is shown.

    `listen` is told of every new card, to hear what people do on it.
    """

    def __init__(
        self, session: Session, page: QWidget, listen: Callable[[MatterCard], None]
    ) -> None:
        self._session, self._page, self._listen = session, page, listen
        self._people = people_of(session)
        self._spare: list[MatterCard] = []
        self.column = QVBoxLayout()
        self.column.setSpacing(8)

    def prepare(self) -> Iterator[None]:
        """Make and dress spare cards, piece by piece; nothing of them says anything."""
        while len(self._spare) < SPARE:
            card = self._made()
            yield from card.prepare()
            self._spare.append(card)

    def one_more(self) -> MatterCard:
        """The next card; spare ones are of no use once other people are present."""
        people = people_of(self._session)
        if people != self._people:
            self._people, self._spare = people, []
        return self._spare.pop(0) if self._spare else self._made()

    def _made(self) -> MatterCard:
        card = MatterCard(self._session.package, *self._people, self._page)
        card.hide()
        self._listen(card)
        self.column.addWidget(card)
        return card
