"""A caller and a tally keeper at the page for reading aloud."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tallydesk.ui.page import Page
from tallydesk.ui.pages.entry import EntryPage
from tallydesk.ui.pages.tally import TallyPage
from tests.pages.legibility import settle
from tests.pages.operator import Operator

KEYS = {
    **{str(digit): Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)},
    "-": Qt.Key.Key_Minus,
    "+": Qt.Key.Key_Plus,
    "<": Qt.Key.Key_Backspace,
    " ": Qt.Key.Key_Space,
    "\n": Qt.Key.Key_Return,
}
"""What a test writes for a key."""


def page_of(operator: Operator) -> TallyPage:
    """The page for reading aloud. Fails when another one is open."""
    page = operator.window.page
    assert isinstance(page, TallyPage)
    return page


def reads_aloud(operator: Operator) -> TallyPage:
    """The link above the sheet."""
    page = operator.window.page
    assert isinstance(page, EntryPage)
    page.aloud.click()
    return page_of(operator)


def only_one_page_is_left(operator: Operator, qtbot: QtBot) -> None:
    """A page that was left is given back a moment after the next one was painted."""
    qtbot.waitUntil(lambda: operator.window.findChildren(Page) == [operator.window.page])


def presses(operator: Operator, keys: str) -> None:
    """One key after the other, each seen before the next."""
    for key in keys:
        operator.press(KEYS[key])
        settle()


def presses_fast(operator: Operator, keys: str) -> None:
    """All keys before anything is seen."""
    for key in keys:
        operator.press(KEYS[key])
    settle()


def board(operator: Operator) -> dict[str, str]:
    """What stands on the wall: the strokes by key."""
    texts = [block.text for block in page_of(operator).board.blocks()]
    return dict(zip(texts[::3], texts[2::3], strict=True))


def head(operator: Operator) -> tuple[str, str, str]:
    """Total, newest stroke, and what to do."""
    total, newest, todo = (block.text for block in page_of(operator).head.blocks())
    return total, newest, todo
