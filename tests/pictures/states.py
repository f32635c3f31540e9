"""The pages of people and papers with a problem on them, half done, and done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPdf import QPdfPageRenderer
from PySide6.QtTest import QSignalSpy

from tallydesk.counting.place import Place
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Workplace
from tallydesk.ui.pages.entry import EntryPage
from tallydesk.workflow.happening import Recounted
from tests.album import PIN, workplace_at
from tests.pages.operator import Operator
from tests.pages.reader import presses, reads_aloud
from tests.pictures import beside

Deed = Callable[[Operator], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A name for the picture, the step, and what somebody did there."""

    name: str
    step: str
    deed: Deed
    changed: tuple[Place, int] | None = None
    """A figure that was counted again, so that something is found."""


def wait_for_paper(window: MainWindow) -> None:
    """A paper on the page is drawn in a thread of Qt's, anew for each size."""
    renderer = window.page.findChild(QPdfPageRenderer)
    if renderer is not None:
        drawn = QSignalSpy(renderer.pageRendered)
        window.grab()
        drawn.wait(700)


def scenes(window: MainWindow, language: Language) -> Iterator[str]:
    """Plays one scene after the other in the window; the name of each for its pictures."""
    for scene in SCENES:
        workplace: Workplace = workplace_at(scene.step, language)
        if scene.changed is not None:
            for _ in range(2):
                workplace.session.happen(Recounted(*scene.changed))
        language.speak("en")
        guide = Guide(window, workplace)
        guide.follow()
        scene.deed(Operator(window))
        yield scene.name
        # A guide that is left behind would go on telling the rail of its own night.
        guide.deleteLater()
        QCoreApplication.sendPostedEvents(guide, QEvent.Type.DeferredDelete.value)


def _attendance(operator: Operator) -> None:
    operator.types("123")
    operator.enter()
    operator.types("5")
    operator.enter()


def _keys(operator: Operator) -> None:
    operator.writes(PIN, PIN, "1234", "1234")


def _takeover(operator: Operator) -> None:
    operator.types("1")
    operator.enter()
    operator.writes("00000000")


def _close(operator: Operator) -> None:
    operator.writes("1830", "7 pm", "")


def _explained(operator: Operator) -> None:
    operator.types("Bir seçici bülleteni qutuya salmadan apardı; saat 14:20-də qeyd edilib.")


def _counted_again(operator: Operator) -> None:
    operator.writes("412")
    operator.press(Qt.Key.Key_Up)
    operator.writes("412", "198")
    operator.goes_on()


def _voided(operator: Operator) -> None:
    operator.types("1")
    operator.enter()
    operator.types("16")
    operator.enter()
    operator.types("Akt № 1: qutuda ərizələrdən çox bülleten var.")


def _go_on(operator: Operator) -> None:
    operator.goes_on()


def _remarks(operator: Operator) -> None:
    operator.enter()
    operator.writes(
        "Müşahidəçi N. Nümunəli, «Açıq say», 00017",
        "Sayma zamanı işıq iki dəfə söndü; bülletenlər masada qaldı.",
    )
    operator.enter()
    operator.types("2")
    operator.enter()
    operator.writes("N. N.", "")
    operator.enter()


def _line(operator: Operator) -> None:
    operator.writes("T", "000417")
    for _ in range(8):
        operator.enter()


def _read_back(operator: Operator) -> None:
    operator.writes("1400", "1405", "12")
    operator.goes_on()


def _stances(operator: Operator) -> None:
    for choice in "1334":
        operator.types(choice)
        operator.enter()
    operator.goes_on()


def _sign(operator: Operator) -> None:
    operator.writes(PIN, "00000000")


def _copies(operator: Operator) -> None:
    operator.enter()
    operator.writes("Müşahidəçi N. Nümunəli, «Açıq say» təşkilatı")


def _handover(operator: Operator) -> None:
    operator.types("14")
    operator.enter()
    operator.writes("2999", "1")


def _slip(operator: Operator) -> None:
    operator.enter()
    operator.press(Qt.Key.Key_Tab)


def _backup(operator: Operator) -> None:
    operator.window.keep_asked.emit()


def _no_stick(operator: Operator) -> None:
    _backup(operator)
    operator.goes_on()


def _on_paper(operator: Operator) -> None:
    operator.writes("1450", "1034")
    page = operator.window.page
    assert isinstance(page, EntryPage)
    page.late.link.click()
    operator.types("1850")


def _on_paper_told(operator: Operator) -> None:
    _on_paper(operator)
    operator.enter()


def _read_aloud(*parts: str) -> Deed:
    """Ballots read aloud: keys as in `tests.pages.reader`, "50" for so many of all candidates."""

    def deed(operator: Operator) -> None:
        reads_aloud(operator)
        for part in parts:
            presses(operator, BALLOTS if part == "50" else part)

    return deed


BALLOTS = "1121131214152161711231425112113121415216171123146-"
MOBILE = Place("fruit", "line", "12", "M1")
VALID = Place("fruit", "line", "14")
COUNT = "count.fruit.first"
SCENES = (
    Scene("state-attendance-problem", "attendance", _attendance),
    Scene("state-keys-problem", "keys", _keys),
    Scene("state-close-problem", "close", _close),
    Scene("state-takeover-problem", "before.takeover", _takeover),
    Scene("state-findings-calm", "before.findings", lambda _: None),
    Scene("state-slip-saved", "slip", _slip),
    Scene("state-findings-problem", "stationary.findings", _go_on),
    Scene("state-findings-explained", "stationary.findings", _explained),
    Scene("state-findings-mobile", "mobile.findings", _voided, (MOBILE, 25)),
    Scene("state-findings-mobile-open", "mobile.findings", _go_on, (MOBILE, 25)),
    Scene("state-findings-recount", "count.fruit.findings", _counted_again, (VALID, 1000)),
    Scene("state-findings-arithmetic", "count.fruit.findings", _go_on, (VALID, 1000)),
    Scene("state-tally-begun", COUNT, _read_aloud()),
    Scene("state-tally-reading", COUNT, _read_aloud("50", "\n", "50", "\n", "50", "\n", "1123+7")),
    Scene("state-tally-compare", COUNT, _read_aloud("50")),
    Scene("state-tally-pause", COUNT, _read_aloud("112", " ")),
    Scene("state-tally-closing", COUNT, _read_aloud("1123", "\n")),
    Scene("state-tally-deciding", COUNT, _read_aloud("1123++", "\n\n")),
    Scene("state-tally-problem", COUNT, _read_aloud("\n")),
    Scene("state-tally-done", COUNT, _read_aloud("1123-", "\n\n")),
    Scene("state-remarks-problem", "remarks", _remarks),
    Scene("state-booklet-line", "transcribe.fruit", _line),
    Scene("state-booklet-problem", "readback.fruit", _read_back),
    Scene("state-stances-problem", "stances.fruit", _stances),
    Scene("state-sign-problem", "sign.fruit", _sign),
    Scene("state-copies-none", "print.fruit", _go_on),
    Scene("state-copies-two", "print.fruit", _copies),
    Scene("state-handover-problem", "handover", _handover),
    Scene("state-handover-done", "over", lambda _: None),
    Scene("state-by-page", "before.station.first", beside.pages_of_a_list),
    Scene("state-by-page-problem", "before.fruit.first", beside.a_page_left_out),
    Scene("state-turnout-problem", "close", beside.reports),
    Scene("state-doubtful-problem", "count.fruit.first", beside.votes),
    Scene("state-spoilt-problem", "transcribe.fruit", beside.a_spoilt_booklet),
    Scene("state-backup", "slip", _backup),
    Scene("state-backup-problem", "slip", _no_stick),
    Scene("state-on-paper", "before.fruit.first", _on_paper),
    Scene("state-on-paper-told", "before.fruit.first", _on_paper_told),
)
