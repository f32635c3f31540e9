"""A commission at the window on an official night: the letter, its own keys, a draft code, a seal.

Like the commission of a practice night it remembers nothing but what a second device showed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication, Qt

from tallydesk.training.throwaway import PaperLetter
from tallydesk.ui.main_window import MainWindow
from tests.journeys.commission_at_the_window import (
    ENTER,
    TAB,
    Commission,
    Key,
    Keys,
    entering,
    typing,
)
from tests.journeys.table import Table
from tests.screenshot import codes_in

BACKTAB = Key(Qt.Key.Key_Backtab.value, modifiers=Qt.KeyboardModifier.ShiftModifier)
NO_STICK = "1"
"""The first of the reasons why a member has no key."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Seats:
    """Who came without a stick, who did not come, and who sits there instead."""

    without_key: int
    absent: int
    substitute: str


class OfficialCommission(Commission):
    """`until` says when to let the hands rest before the night is over."""

    def __init__(self, window: MainWindow, table: Table, letter: PaperLetter, seats: Seats) -> None:
        super().__init__(window, table)
        self.until: Callable[[], bool] | None = None
        self.drafts: list[list[str]] = []
        """What a second device read from the screen before each PIN on the page for signing."""
        self.headings: list[str] = []
        self._letter, self._seats = letter, seats

    @cached_property
    def _does(self) -> Mapping[str, Callable[[], Keys]]:
        practice = super()._does
        return {
            **{page: does for page, does in practice.items() if page != "KeysPage"},
            "LetterPage": self._type_letter,
            "OwnKeysPage": self._own_key,
            "ClockPage": self._takeover,
            "SignPage": self._sign,
            "SealPage": self._pin,
            "DestroyPage": self._destroy,
        }

    def _at_the_page(self) -> Keys:
        if self.screen.heading not in self.headings[-1:]:
            self.headings.append(self.screen.heading)
        return super()._at_the_page()

    def _over(self) -> bool:
        if self.until is not None and self.until():
            return True
        closes = QCoreApplication.translate("DestroyPage", "Close the window")
        return self.screen.at_main_button and self.screen.field == closes

    def _type_letter(self) -> Keys:
        """One box: a block, by its number, or the secret, which has none."""
        if not self.screen.in_box:
            raise LookupError(f"on “{self.screen.heading}” the focus is at “{self.screen.field}”")
        number = _NUMBER.search(self.screen.field)
        yield from entering(
            self._letter.blocks[int(number[0]) - 1] if number else self._letter.secret
        )

    def _own_key(self) -> Keys:
        """Whoever is named opens their key, or says why there is none; then the absent member."""
        name = self.table.name_of
        if self.screen.at_main_button:
            yield from self._replace_absent()
        elif any(text.startswith(name(self._seats.without_key)) for text in self.screen.words):
            yield TAB
            self._expect(there=self.screen.in_list)
            yield from typing(NO_STICK)
        else:
            yield from self._pin()

    def _replace_absent(self) -> Keys:
        """Name the substitute beside the absent member; when that is done, on."""
        yield BACKTAB
        self._expect(there=self.screen.in_list)
        name = self.table.name_of(self._seats.absent)
        absent = QCoreApplication.translate("OwnKeysPage", "absent")
        if f"{name} {absent}" not in self.screen.spoken_rows:
            yield from self._walk_to_continue()
            return
        yield from self._pick(name)
        yield ENTER
        self._expect(there=self.screen.in_box)
        yield from entering(self._seats.substitute)

    def _sign(self) -> Keys:
        """A second device reads the screen before the PIN is typed."""
        self.drafts.append(codes_in(self._window))
        yield from self._pin()

    def _destroy(self) -> Keys:
        """Nobody keeps a key: past the list, and once more to let the others go."""
        if not self.screen.in_list:
            raise LookupError(f"on “{self.screen.heading}” the focus is at “{self.screen.field}”")
        yield ENTER
        yield ENTER
