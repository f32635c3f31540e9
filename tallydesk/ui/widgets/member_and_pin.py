"""Who it is at the left, and the box for their own PIN at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tallydesk.ui.widgets.asked import Asked, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.columns import NARROW, Columns
from tallydesk.ui.widgets.error_summary import ProblemLine
from tallydesk.ui.widgets.row_list import Row, RowList, RowShape
from tallydesk.ui.widgets.text_area import TextLine


class MemberAndPin(Card):
    """A list of members, and below `whose` turn it is the boxes that are asked for.

    Enter in the list goes to the first box, in a box to the next one; after the last one it says
    `entered`. In a list of rings Enter means the row where it is, when none was chosen.
    """

    chosen = Signal(int)
    entered = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, shape: RowShape = "", narrow: int = NARROW
    ) -> None:
        super().__init__(parent)
        self._at = 0
        columns = Columns(self, narrow=narrow)
        self.left, self.right = columns.left, columns.right
        self.who, self.whose = self._subheading(), self._subheading()
        self.members = RowList(self, shape=shape)
        self._asked_member = Asked(self.members)
        for widget in (self.who, self._asked_member):
            self.left.addWidget(widget)
        self.right.addWidget(self.whose)
        self._asked: dict[TextLine, Asked] = {}
        self.pin = self.line(secret=True)
        self._row = QHBoxLayout()
        self._row.setSpacing(24)
        self._row.addWidget(columns, 1)
        self.rows.addLayout(self._row)
        self.members.pressed.connect(self.chosen)
        self.members.entered.connect(self._on_members_entered)

    def line(self, *, secret: bool = False) -> TextLine:
        """One more box at the right."""
        line = TextLine(self, secret=secret)
        self._asked[line] = Asked(line)
        self.right.addWidget(self._asked[line])
        line.entered.connect(self._on_line_entered)
        return line

    def beside(self, widget: QWidget) -> None:
        """Lay something at the right of both columns, as wide as it wants."""
        self._row.addWidget(widget)

    def say(self, *, who: str = "", whose: str = "") -> None:
        """The words above the list and above the boxes; "" takes none of the room."""
        for label, words in ((self.who, who), (self.whose, whose)):
            label.setText(words)
            label.setVisible(bool(words))

    def offer(self, members: Sequence[tuple[str, str]], at: int) -> None:
        """Show who can be chosen, each with what is said below; `at` is chosen, -1 is nobody."""
        self.members.show_rows(
            [Row(*each, "done" if number == at else "") for number, each in enumerate(members)]
        )
        self._at = at

    def ask(self, *lines: TextLine) -> None:
        """Show these boxes alone."""
        for line, asked in self._asked.items():
            asked.setVisible(line in lines)

    def complain(
        self, words: str, about: TextLine | RowList | None = None
    ) -> tuple[ProblemLine, ...]:
        """Say what is wrong with a box, or with the choice; what the summary says of it.

        `about` is the PIN when nothing else is named; "" takes everything back.
        """
        about = about or self.pin
        for line, asked in self._asked.items():
            asked.complain(words if line is about else "")
        self._asked_member.complain(words if about is self.members else "")
        if not words:
            return ()
        field = about.box if isinstance(about, TextLine) else about.field()
        return (ProblemLine(words, field),)

    def _subheading(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "subheading")
        label.setWordWrap(True)
        label.hide()
        return label

    @property
    def _boxes(self) -> list[TextLine]:
        return [line for line, asked in self._asked.items() if not asked.isHidden()]

    def _on_members_entered(self) -> None:
        # The PIN says who it is, so the row with the focus may be meant.
        if self._at < 0:
            self.chosen.emit(self.members.at)
        if self._boxes:
            walk_to(self._boxes[0].box)
        else:
            self.entered.emit()

    def _on_line_entered(self) -> None:
        at = [line is self.sender() for line in self._boxes].index(True)
        if at + 1 < len(self._boxes):
            walk_to(self._boxes[at + 1].box)
        else:
            self.entered.emit()
