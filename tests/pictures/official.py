"""The pages that only an official night has, and those on which no night is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from tallydesk.assets import words
from tallydesk.preparation import practice_file
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.pages.about import AboutPage
from tallydesk.ui.pages.enrol import EnrolPage, Wishes
from tallydesk.ui.pages.from_stick import FromStickPage
from tallydesk.ui.pages.log import LogPage
from tallydesk.ui.pages.read_only import ReadOnlyPage
from tallydesk.ui.pages.ready import ReadyPage
from tallydesk.ui.pages.restore import RestorePage
from tallydesk.ui.pages.superseded import SupersededPage
from tallydesk.workflow.examination import Examined, examine
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.ready import Readiness, readiness
from tallydesk.workflow.software import Part, Software
from tests.fakes import DictOutbox
from tests.laptop import GOOD
from tests.official import official_at, played
from tests.pages.operator import Operator

STEPS = ("letter", "keys", "clock", "sign.fruit", "seal.fruit")
LAST = "destroy"
SNAPSHOTS = tuple(
    Path(f"/media/commission/STICK/tallydesk/snapshot-012-03-{number:04}-{head}.jsonl")
    for number, head in ((214, "9f3ab201"), (147, "ab12cd34"))
)
BROKEN = 100
"""The event of the broken journal that somebody gave to another member."""


def official_pages(window: MainWindow, language: Language) -> Iterator[str]:
    """Opens one page after the other in the window; the name of each for its pictures."""
    for step_id in (*STEPS, LAST):
        session, shelf = official_at("over" if step_id == LAST else step_id)
        with_guide = Workplace(session, shelf, DictOutbox(), language)
        yield from _with_guide(window, with_guide, f"official-{step_id}")
    session, shelf = official_at("before.station.first")
    session.secret = ""
    yield from _with_guide(
        window, Workplace(session, shelf, DictOutbox(), language), "official-secret-again"
    )
    session, shelf = official_at("keys")
    by_authority = replace(session.official.card, custody="authority")
    session.authority = replace(session.official, card=by_authority)
    yield from _with_guide(
        window, Workplace(session, shelf, DictOutbox(), language), "official-keys-of-authority"
    )


def _with_guide(window: MainWindow, workplace: Workplace, name: str) -> Iterator[str]:
    guide = Guide(window, workplace)
    guide.follow()
    yield name
    if name.endswith(("keys", "clock", "sign.fruit")):
        operator = Operator(window)
        operator.enter() if name.endswith("clock") else None
        operator.writes("00000000")
        yield f"{name}-problem"
    if name.endswith(LAST):
        operator = Operator(window)
        operator.press(Qt.Key.Key_2, text="2")
        operator.goes_on()
        yield f"{name}-done"
    # A guide that is left behind would go on telling the rail of its own night.
    guide.deleteLater()
    QCoreApplication.sendPostedEvents(guide, QEvent.Type.DeferredDelete.value)


def pages_without_a_night(window: MainWindow, language: Language) -> Iterator[str]:
    """The pages on which a key is made, and those that a broken journal leads to."""
    restore = RestorePage(language, lambda copy, _: f"{copy}: ?")
    nights = [played().session] * 2
    pages: dict[str, Page] = {
        "official-enrol": EnrolPage(language, _not_made),
        "official-read-only": ReadOnlyPage(language, _broken(), tuple),
        "official-restore": restore,
        "official-from-stick": FromStickPage(language, SNAPSHOTS, lambda path, _: f"{path}: ?"),
        "about": AboutPage(_software),
        "log": LogPage(language, _trouble, DictOutbox(), DictOutbox()),
        "official-ready": ReadyPage(language, _nothing_here, DictOutbox()),
        "official-superseded": SupersededPage(language, nights, lambda *_: ()),
    }
    label = played().plan.package.station.label
    for name, page in pages.items():
        window.open_page(page)
        window.head.tell(label if name.endswith("read-only") else "", "", "", practice=False)
        yield name


def _software() -> Software:
    parts = (
        Part("Python", "3.11.7", "PSF-2.0"),
        Part("PySide6_Essentials", "6.10.0", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"),
    )
    own = ("0.1.0", "9F3AB201C4D85E77", "Apache-2.0")
    return Software(*own, "6.10.0", "3.11.7", "3.45.1", "Linux-6.8-x86_64", parts)


def _trouble() -> bytes:
    return b"2026-06-14T18:02:11+00:00 9F3AB201\nZeroDivisionError: nobody expected this\n" * 9


def _nothing_here(language: str) -> Readiness:
    """A laptop that lacks what can be lacking."""
    bare = replace(GOOD, printers=(), sticks=(), free=40_000_000)
    return readiness(bare, practice_file(), words(language))


def _broken() -> Examined:
    """The night up to an event that is not as it was written."""
    entries = list(played().session.journal.entries())
    entries[BROKEN - 1] = replace(entries[BROKEN - 1], member=5)
    return examine(entries, read_again)


def _not_made(wishes: Wishes) -> str:
    """Nobody presses the button for a picture."""
    raise AssertionError(f"a key was made for {wishes.name}")
