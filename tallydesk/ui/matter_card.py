"""One finding on its card: code, title, both sides, what to do, and room for the answer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tallydesk.election.definition import Member, Package
from tallydesk.ui.answering import WAYS, Acted, MatterState
from tallydesk.ui.finding_words import say_matter
from tallydesk.ui.hint_words import said_of_hint
from tallydesk.ui.people_words import office_said
from tallydesk.ui.place_names import PlaceNames
from tallydesk.ui.recount_rows import RecountRows
from tallydesk.ui.refusals import said
from tallydesk.ui.variance_part import VariancePart
from tallydesk.ui.widgets.asked import Asked, WritingArea, walk_to
from tallydesk.ui.widgets.card import Card
from tallydesk.ui.widgets.finding_head import FindingHead
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.ui.widgets.row_list import Row, RowList

_ABOUT_PIN = ("pin-wrong", "key-damaged", "no-key", "same-member")


class MatterCard(Card):
    """`acted` carries an `Acted`; `entered` is Enter in the last box."""

    acted = Signal(object)
    entered = Signal()

    def __init__(
        self,
        package: Package,
        present: tuple[Member, ...],
        others: tuple[Member, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._present = present
        self.code, self.problem, self.open = "", "", True
        self._state: MatterState | None = None
        self.head = FindingHead(self)
        self._names = PlaceNames(package)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self._stale = QLabel(self)
        self._stale.setProperty("role", "muted")
        self._stale.setWordWrap(True)
        self._stale.setTextFormat(Qt.TextFormat.PlainText)
        self.ways, self.carriers = RowList(self, shape="ring"), RowList(self, shape="box")
        self._carriers_label = QLabel(self)
        self.words = WritingArea(self)
        self._asked_way, self._asked_carriers = Asked(self.ways), Asked(self.carriers)
        self._asked_words = Asked(self.words)
        self.again = KeyButton(self)
        self.again.setProperty("role", "link")
        self.recounts = RecountRows(package, self)
        self._asked_recounts = Asked(self.recounts)
        self.variance = VariancePart(others, self)
        self._asked_variance = Asked(self.variance)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._answer = QWidget(self)
        column = QVBoxLayout(self._answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self.hint,
            self._stale,
            self._asked_way,
            self._carriers_label,
            self._asked_carriers,
        ):
            column.addWidget(widget)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._asked_recounts, self._asked_words, self._asked_variance):
            column.addWidget(widget)
        self.rows.addWidget(self.head)
        self.rows.addWidget(self._answer)

    def prepare(self) -> Iterator[None]:
        """Make and dress ahead, piece by piece, what the card most often shows."""
        yield
        self.ensurePolished()
        yield
        yield from self.recounts.prepare()
        for part in (self.words, self.variance, self.ways, self.carriers):
            part.ensurePolished()
            yield

    def field(self) -> QWidget:
        """Where the answer begins."""
        if not self._asked_way.isHidden() and self._asked_carriers.isHidden():
            return self.ways.field()
        if not self._asked_carriers.isHidden() and self._state and not self._state.carriers:
            return self.carriers.field()
        if self._asked_variance.problem:
            return self.variance.field()
        if self._asked_words.isHidden() and self.recounts.fields:
            return self.recounts.fields[0]
        return self.words.box if not self._asked_words.isHidden() else self.again

    def display(self, state: MatterState, language: str) -> None:
        """Paint a state in a language; called twice it changes nothing."""
        self._state, self.code, self.open = state, state.matter.finding.code, state.open
        say_matter(self.head, state.matter, language, settled=state.settled)
        stale = self.tr("A figure changed since this was written: “{words}”. Write it anew.")
        self._stale.setText(stale.format(words=state.matter.stale))
        self.hint.setText(said_of_hint(state.hint, self._names, language))
        # Rows that nobody sees are not made.
        if state.kind == "consequence":
            self._display_decision(state, language)
        self.recounts.display(state.recounts if state.recounting else (), language)
        if state.variance_asked:
            self.variance.display(state, language)
        self._display_words(state)
        self._show_parts(state)
        self._complain(state, language)

    def _show_parts(self, state: MatterState) -> None:
        live, kind = not state.settled, state.kind
        void = kind == "consequence" and state.way == "void"
        offered = state.variance_asked
        self._stale.setVisible(bool(state.matter.stale))
        self.hint.setVisible(live and state.hint is not None)
        self._asked_way.setVisible(live and kind == "consequence")
        self._carriers_label.setVisible(live and void)
        self._asked_carriers.setVisible(live and void)
        self._asked_words.setVisible(
            live and (kind in {"account", "ask"} or bool(state.way) or offered)
        )
        self.again.setVisible(live and kind != "arithmetic" and bool(state.recounts))
        self._asked_recounts.setVisible(live and state.recounting and bool(state.recounts))
        self._asked_variance.setVisible(live and offered)
        # A settled finding has nothing below its words, and no gap there either.
        self._answer.setVisible(live or bool(state.matter.stale))

    def _display_decision(self, state: MatterState, language: str) -> None:
        ways = (
            self.tr("The commission declares all votes of this box invalid"),
            self.tr("The commission decides otherwise and writes why"),
        )
        self.ways.show_rows(
            [
                Row(words, "", "done" if way == state.way else "")
                for way, words in zip(WAYS, ways, strict=True)
            ]
        )
        self.ways.setAccessibleName(self.tr("Decision of the commission"))
        self._carriers_label.setText(self.tr("Members who carried the box"))
        self.carriers.setAccessibleName(self._carriers_label.text())
        self.carriers.show_rows(
            [
                Row(
                    each.name,
                    office_said(each.office, language),
                    "done" if each.number in state.carriers else "",
                )
                for each in self._present
            ]
        )

    def _display_words(self, state: MatterState) -> None:
        if state.kind == "account":
            self.words.name(self.tr("Explanation: what happened, who saw it, when"))
        elif state.kind == "ask":
            self.words.name(self.tr("Is that right? Your answer"))
        elif state.kind == "arithmetic":
            self.words.name(self.tr("Why the figures stay as they are"))
        elif state.way == "void":
            self.words.name(self.tr("Act on the mobile box"))
        else:
            self.words.name(self.tr("Decision and its reason"))
        self.words.put(state.words)
        hide, show = self.tr("Do not count again"), self.tr("Count again")
        self.again.setText(hide if state.recounting else show)

    def _complain(self, state: MatterState, language: str) -> None:
        texts = {
            "": "",
            "words": self.tr("write it in your own words"),
            "way": self.tr("choose what the commission decided"),
            "carriers": self.tr("mark the members who carried the box"),
            "recount": self.tr("count the pile again, until two counts agree"),
            "confirm": self.tr("record the variance, or count again"),
            "not-a-number": self.tr("write it with the digits 0 to 9 only"),
        }
        self.problem = texts[state.trouble]
        if state.refused:
            self.problem = said(state.refused, language)
        about = state.trouble
        self._asked_way.complain(self.problem if about == "way" else "")
        self._asked_carriers.complain(self.problem if about == "carriers" else "")
        piles = about in {"recount", "not-a-number"}
        self._asked_recounts.complain(self.problem if piles else "")
        confirming = about == "confirm" or (
            state.refused is not None and state.refused.code in _ABOUT_PIN
        )
        self._asked_variance.complain(self.problem if confirming else "")
        rest = about == "words" or (not about and state.refused is not None and not confirming)
        self._asked_words.complain(self.problem if rest else "")

    # --- what people do -----------------------------------------------------------------------

    def _connect(self) -> None:
        self.words.typed.connect(self._on_words)
        self.words.left.connect(self._on_left)
        self.words.entered.connect(self._on_words_entered)
        self.ways.pressed.connect(self._on_way)
        self.ways.entered.connect(self._on_way_entered)
        self.carriers.pressed.connect(self._on_carrier)
        self.carriers.entered.connect(self._on_carriers_entered)
        self.again.clicked.connect(self._on_again)
        self.recounts.typed.connect(self._on_recount)
        self.recounts.left.connect(self._on_recounted)
        self.recounts.finished.connect(self._on_recounts_entered)
        self.variance.acted.connect(self.acted)
        self.variance.went_on.connect(self.entered)

    def _on_words(self, text: str) -> None:
        if self._state is not None and text != self._state.words:
            self.acted.emit(Acted("words", text=text))

    def _on_left(self) -> None:
        self.acted.emit(Acted("left"))

    def _on_words_entered(self) -> None:
        if self._asked_variance.isHidden():
            self.entered.emit()
        else:
            walk_to(self.variance.field())

    def _on_way(self, index: int) -> None:
        self.acted.emit(Acted("way", index))

    def _on_way_entered(self) -> None:
        # With nothing decided there is no box yet; the decision of a commission is never guessed.
        if not self._asked_words.isHidden():
            walk_to(self.words.box if self._asked_carriers.isHidden() else self.carriers.field())

    def _on_carrier(self, index: int) -> None:
        self.acted.emit(Acted("carrier", index))

    def _on_carriers_entered(self) -> None:
        walk_to(self.words.box)

    def _on_again(self) -> None:
        self.acted.emit(Acted("recounting"))
        if not self._asked_recounts.isHidden():
            walk_to(self.recounts.fields[0])

    def _on_recount(self, row: int, text: str) -> None:
        self.acted.emit(Acted("recount", row, text))

    def _on_recounted(self, row: int) -> None:
        self.acted.emit(Acted("recounted", row))

    def _on_recounts_entered(self) -> None:
        if self._asked_words.isHidden():
            self.recounts.fields[-1].clearFocus()
            self.entered.emit()
        else:
            walk_to(self.words.box)
