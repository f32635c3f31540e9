"""A commission at the window: it reads the screen, looks at its paper, and presses keys.

Nothing here calls the program to act. Every key goes to the window as the system would bring it,
one at each turn of the event loop, so that all that a key sets off is over before the next one.
The commission remembers nothing: what it does next follows from the screen and the table alone, so
that it can go on after the laptop died.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest

from tallydesk.assets import words
from tallydesk.ui.main_window import MainWindow
from tests.journeys.catalogue import who_says, words_of
from tests.journeys.screen import Screen
from tests.journeys.table import Looking, Table

TOO_MANY = 3000
"""Keys after which the commission has lost its way."""
NOW_AND_THEN = 13
"""Keys between two interruptions on the same page."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key with its text and modifiers."""

    code: int
    text: str = ""
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


ENTER = Key(Qt.Key.Key_Return.value, "\r")
TAB = Key(Qt.Key.Key_Tab.value, "\t")
Keys = Iterator[Key]


def alt(digit: int) -> Key:
    """Alt with a digit."""
    return Key(Qt.Key.Key_0.value + digit, modifiers=Qt.KeyboardModifier.AltModifier)


def typing(text: str) -> Keys:
    """A text letter by letter; letters outside ASCII have no key of their own."""
    for letter in text:
        plain = letter.isascii() and letter.isprintable()
        yield Key(ord(letter.upper()) if plain else Qt.Key.Key_unknown.value, letter)


def entering(text: str) -> Keys:
    """A text, then Enter."""
    yield from typing(text)
    yield ENTER


class Commission(QObject):
    """Goes through the night by itself once `begin` was called.

    `over` comes at its end, and also when it lost its way; `failure` then says why. `pressed`
    comes after each key.
    """

    over = Signal()
    pressed = Signal(object)

    def __init__(self, window: MainWindow, table: Table) -> None:
        super().__init__(window)
        self.screen, self.table = Screen(window), table
        self.keys = 0
        self.failure: BaseException | None = None
        self.interruption: Callable[[], Keys] | None = None
        """What somebody does on every page as it opens, and again after some keys."""
        self._window = window
        self._hands = self._night()
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._press)

    def begin(self) -> None:
        """Sit down at the window."""
        self._turn.start(0)

    def _press(self) -> None:
        if not self._window.isActiveWindow() or self._window.page.coming:
            return
        try:
            key = next(self._hands, None)
            if key is not None:
                self._send(key)
        except Exception as failure:  # noqa: BLE001 - told to whoever waits for `over`
            self.failure, key = failure, None
        if key is None:
            self._turn.stop()
            self.over.emit()
        else:
            self.pressed.emit(key)

    def _send(self, key: Key) -> None:
        handle = self._window.windowHandle()
        for down in (True, False):
            QTest.simulateEvent(handle, down, key.code, key.modifiers, key.text, False)

    # --- the night -------------------------------------------------------------------------------

    def _night(self) -> Keys:
        page, since = self._window.page, 0
        for key in self._work():
            yield key
            self.keys, since = self.keys + 1, since + 1
            if self.keys > TOO_MANY:
                raise RuntimeError(f"the night does not end; last seen: “{self.screen.heading}”")
            if self._window.page is not page or since == NOW_AND_THEN:
                page, since = self._window.page, 0
                if self.interruption is not None:
                    yield from self.interruption()

    def _work(self) -> Keys:
        while not self._over():
            yield from self._at_the_page()

    def _over(self) -> bool:
        """Whether the page of the hand-over wants nothing more."""
        return self._page() == "HandOverPage" and self.screen.at_main_button

    def _page(self) -> str:
        """Which page this is, by its heading; "" for a sheet of figures."""
        if self.table.looking_at(self.screen.heading) is not None:
            return ""
        return who_says(self.screen.heading, self.screen.language, self._does)

    @cached_property
    def _does(self) -> Mapping[str, Callable[[], Keys]]:
        return {
            "StartPage": self._continue,
            "PackagePage": self._continue,
            "AttendancePage": self._attendance,
            "KeysPage": self._pin,
            "CloseVotingPage": self._close_of_voting,
            "TakeoverPage": self._takeover,
            "FindingsPage": self._finding,
            "SlipPage": self._slip,
            "RemarksPage": self._remarks,
            "DraftPage": self._continue,
            "TranscribePage": self._booklet,
            "ReadBackPage": self._read_back,
            "StancesPage": self._stance,
            "SignPage": self._pin,
            "CopiesPage": self._copies,
            "HandOverPage": self._hand_over,
        }

    def _at_the_page(self) -> Keys:
        looking = self.table.looking_at(self.screen.heading)
        return self._figure(looking) if looking else self._does[self._page()]()

    def _continue(self) -> Keys:
        """Everybody has seen it."""
        yield ENTER

    def _walk_to_continue(self) -> Keys:
        """Tab to the main button, and press it."""
        while not self.screen.at_main_button:
            yield TAB
        yield ENTER

    def _pick(self, name: str) -> Keys:
        """The row that begins with a name, by its digit."""
        rows = self.screen.rows
        (number,) = (at for at, row in enumerate(rows, start=1) if row.startswith(name))
        yield from typing(str(number))

    def _expect(self, *, there: bool, by: str = "") -> None:
        """The focus is where the work goes on, and is called by words of the page."""
        screen = self.screen
        field = screen.list_name if screen.in_list else screen.field
        known = words_of(screen.language)[by or self._page()]
        if not there or field not in known:
            raise LookupError(f"on “{screen.heading}” the focus is at “{screen.field}” ({field})")

    # --- people ---------------------------------------------------------------------------------

    def _attendance(self) -> Keys:
        scenario = self.table.scenario
        self._expect(there=self.screen.in_list)
        for member in scenario.present:
            yield from self._pick(self.table.name_of(member))
        yield ENTER
        self._expect(there=self.screen.in_list)
        yield from self._pick(self.table.name_of(scenario.first))
        yield ENTER

    def _pin(self) -> Keys:
        """Whoever is asked types their PIN."""
        yield from entering(self.table.scenario.pin)

    def _close_of_voting(self) -> Keys:
        hour = self.screen.hour
        self._expect(there=self.screen.in_box)
        yield from entering(hour)
        self._expect(there=self.screen.in_box)
        yield from entering(hour)

    def _takeover(self) -> Keys:
        """Of the two who type, the one who does not sit here already."""
        scenario, rows = self.table.scenario, self.screen.rows
        pair = (self.table.name_of(each) for each in (scenario.first, scenario.second))
        (other,) = (name for name in pair if name in rows)
        yield from self._pick(other)
        yield ENTER
        self._expect(there=self.screen.in_box)
        yield from entering(scenario.pin)

    # --- figures --------------------------------------------------------------------------------

    def _figure(self, looking: Looking) -> Keys:
        """One field: what the paper says, or on to the next when it stands there already."""
        if self.screen.at_problem:
            yield ENTER
            return
        yield from self._written(
            self.table.figure(self.screen.field, looking, self.screen.language)
        )

    def _written(self, figure: str) -> Keys:
        """The figure in the box with the focus, whatever stands there, then Enter."""
        if not self.screen.in_figure:
            raise LookupError(f"the focus is at “{self.screen.field}” and in no figure")
        if self.screen.text == figure:
            yield ENTER
        else:
            yield from entering(figure)

    def _finding(self) -> Keys:
        """Calm is continued; a difference is answered where the focus is."""
        if self.screen.at_main_button:
            yield ENTER
            return
        self._expect(there=self.screen.in_box, by="MatterCard")
        answers = self.table.scenario.answers
        yield from entering(answers[self.screen.near(answers)])

    # --- papers ---------------------------------------------------------------------------------

    def _slip(self) -> Keys:
        """Save it, because there is no printer; then on."""
        self._expect(there=self.screen.at_button)
        yield ENTER
        yield from self._walk_to_continue()

    def _remarks(self) -> Keys:
        """The next text that does not stand on the page yet."""
        self._expect(there=self.screen.in_list)
        scenario, kept = self.table.scenario, "\n".join(self.screen.words)
        kinds = words(self.screen.language)
        for saying in scenario.remarks:
            if saying.words not in kept:
                yield from self._pick(kinds[f"text.{saying.kind}"])
                yield ENTER
                self._expect(there=self.screen.in_box)
                yield from entering(saying.by)
                yield from self._own_words(saying.words)
                return
        for opinion in scenario.opinions:
            if opinion.words not in kept:
                yield from self._pick(kinds["text.opinion"])
                yield ENTER
                self._expect(there=self.screen.in_list)
                yield from self._pick(self.table.name_of(opinion.member))
                yield ENTER
                yield from self._own_words(opinion.words)
                return
        # Nothing more: past the kind and the empty name.
        while not self.screen.at_main_button:
            yield ENTER
        yield ENTER

    def _own_words(self, said: str) -> Keys:
        self._expect(there=self.screen.in_box)
        yield from entering(said)
        self._expect(there=self.screen.at_button)
        yield ENTER

    def _booklet(self) -> Keys:
        """Its number, then the line that is shown; the pen writes before the key is pressed."""
        paper = self.table.paper
        if self.screen.in_box:
            yield from entering(paper.series)
            self._expect(there=self.screen.in_box)
            yield from entering(paper.number)
        else:
            self.table.copy(self.screen.field)
            yield ENTER

    def _read_back(self) -> Keys:
        """One line, as it stands on the booklet."""
        yield from self._written(self.table.read(self.screen.field, self.screen.language))

    def _stance(self) -> Keys:
        """What the member who is named on the page does; after all of them, on."""
        if self.screen.at_main_button:
            yield ENTER
            return
        self._expect(there=self.screen.in_list)
        said = self.table.paper.stances
        of = {
            each.name: stance
            for each, stance in zip(self.table.package.deciding, said, strict=True)
        }
        asked = [
            name for name in of if any(text.startswith(f"{name}, ") for text in self.screen.words)
        ]
        (name,) = asked
        offered = words(self.screen.language)[f"stance.{of[name].replace('-', '_')}"]
        yield from typing(str(self.screen.rows.index(offered) + 1))
        yield ENTER

    def _copies(self) -> Keys:
        """One copy for an observer, then on."""
        receiver = self.table.scenario.remarks[0].by
        if not any(receiver in text for text in self.screen.words):
            self._expect(there=self.screen.in_box)
            yield from entering(receiver)
        yield from self._walk_to_continue()

    def _hand_over(self) -> Keys:
        self._expect(there=self.screen.in_list)
        for member in self.table.scenario.carriers:
            yield from self._pick(self.table.name_of(member))
        yield ENTER
        self._expect(there=self.screen.in_box)
        yield from entering(self.screen.clock)
        self._expect(there=self.screen.in_box)
        yield from entering(self.screen.clock)
