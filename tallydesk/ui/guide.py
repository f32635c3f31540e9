"""Leads through the night: from its step to the page that does it, and on when that is done.

Each page is imported when it is first opened: what is not on the first page must not slow the
start. A new page is one line in `PAGES`.
"""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tallydesk.assets import words
from tallydesk.ui.ahead import Ahead
from tallydesk.ui.asides import AsideLinks, aside_page, offered
from tallydesk.ui.chapters import stops
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.page import Page, Workplace
from tallydesk.ui.people_words import member_said
from tallydesk.ui.safekeeping import Outcome, Safekeeping, sentence
from tallydesk.workflow import step as steps
from tallydesk.workflow.clock_watch import ClockWatch
from tallydesk.workflow.plan import Step, StepKind

if TYPE_CHECKING:
    from tallydesk.ui.progress_window import ForTheRoom

PAGES: dict[StepKind, tuple[str, str]] = {
    "package": ("package", "PackagePage"),
    "attendance": ("attendance", "AttendancePage"),
    "letter": ("letter", "LetterPage"),
    "keys": ("keys", "KeysPage"),
    "own-keys": ("own_keys", "OwnKeysPage"),
    "clock": ("clock", "ClockPage"),
    "close": ("close_voting", "CloseVotingPage"),
    "entry": ("entry", "EntryPage"),
    "takeover": ("takeover", "TakeoverPage"),
    "findings": ("findings", "FindingsPage"),
    "slip": ("slip", "SlipPage"),
    "remarks": ("remarks", "RemarksPage"),
    "draft": ("draft", "DraftPage"),
    "transcribe": ("transcribe", "TranscribePage"),
    "readback": ("readback", "ReadBackPage"),
    "stances": ("stances", "StancesPage"),
    "sign": ("sign", "SignPage"),
    "seal": ("seal", "SealPage"),
    "print": ("copies", "CopiesPage"),
    "handover": ("handover", "HandOverPage"),
    "destroy": ("destroy", "DestroyPage"),
}
"""Module in `ui/pages` and class, called with the workplace and the step."""

BY_THE_CLOCK: tuple[StepKind, ...] = ("entry", "stances", "sign")
"""Pages on which an official night goes by the laptop's clock."""

UNHURRIED_MS = 1000
"""After the first page, before the stick is looked for."""


def page_for(workplace: Workplace, step: Step) -> Page:
    """The page on which a step's task is done."""
    module, name = PAGES[step.kind]
    page = getattr(import_module(f"tallydesk.ui.pages.{module}"), name)(workplace, step)
    if not isinstance(page, Page):
        raise TypeError(f"{name} is not a page")
    return page


class Guide(QObject):
    """Keeps the window at the step where the night stands."""

    stopped = Signal()
    """The night was saved and put away."""

    def __init__(self, window: MainWindow, workplace: Workplace) -> None:
        super().__init__(window)
        self._window, self._workplace = window, workplace
        self._told: tuple[object, ...] = ()
        self._away = self._begun = False
        self._progress: ForTheRoom | None = None
        self._ahead = Ahead(window, workplace)
        self._clock = ClockWatch(workplace.session)
        self.safekeeping = Safekeeping(workplace, self)
        self.safekeeping.told.connect(self._on_told_of_stick)
        self.stopped.connect(self.safekeeping.finish)
        window.back_asked.connect(self._on_back)
        window.stop_asked.connect(self._on_stop)
        window.turn_asked.connect(self._on_turn)
        window.keep_asked.connect(self._on_keep)
        window.progress_asked.connect(self._on_progress)
        window.may_stop = True
        self.follow()
        # The first page takes a key before the room for snapshots is even fetched.
        self.safekeeping.look_after(UNHURRIED_MS)

    def follow(self) -> None:
        """Open the page of the step where the night stands."""
        self._away = False
        at = self._first(steps.here(self._workplace.session))
        aloud = self._read_aloud(at)
        if aloud is None and self._before(at):
            return
        page = aloud or self._ahead.page_for(at) or page_for(self._workplace, at)
        page.begin()
        page.finished.connect(self.follow)
        page.to_change.connect(self._on_to_change)
        page.news.connect(self._tell)
        page.aside_asked.connect(self._on_aside)
        if aloud is None:
            self._link(page, at)
        self._window.open_page(page)
        self._tell()
        if aloud is None:
            self._ahead.look_from(at)
        self._look_at_clock()
        if self._begun:
            self.safekeeping.look()
        self._begun = True

    def _on_to_change(self) -> None:
        self.follow()
        self._window.page.begin_change()

    def _read_aloud(self, at: Step) -> Page | None:
        """In place of the sheet, while its ballots are read aloud."""
        if at.kind != "entry" or not self._workplace.session.night.tallies:
            return None
        from tallydesk.workflow import reading_aloud

        if not reading_aloud.at_work(self._workplace.session, at.id):
            return None
        from tallydesk.ui.pages.tally import TallyPage

        return TallyPage(self._workplace, at)

    def _link(self, page: Page, at: Step) -> None:
        """Link the page of a step to the places beside it."""
        names = offered(self._workplace.session, at)
        if names:
            links = AsideLinks(names, page)
            links.asked.connect(page.aside_asked)
            page.take_links(tuple(links.links.values()))

    def _on_aside(self, name: str) -> None:
        """To a place beside the step; from there back to its page."""
        self.open_beside(aside_page(name, self._workplace, steps.here(self._workplace.session)))

    def open_beside(self, page: Page) -> None:
        """Open a page that is no step; when it is finished, the work goes on where it was."""
        page.finished.connect(self.follow)
        page.news.connect(self._tell)
        self._away = True
        self._window.open_page(page)
        self._tell()

    def _before(self, at: Step) -> bool:
        """Say what was found, and let the page follow by itself."""
        foreword = self._ahead.foreword_for(at)
        if foreword is None:
            return False
        from tallydesk.workflow.findings import matters_of

        matters = matters_of(self._workplace.session, at.group)
        if not matters:
            foreword.deleteLater()
            return False
        foreword.finished.connect(self.follow)
        self._window.show_above(foreword)
        foreword.tell(matters)
        return True

    def _first(self, at: Step) -> Step:
        """What an official night asks before the page of `at`: the secret, and a true clock."""
        session = self._workplace.session
        if session.authority is None:
            return at
        from tallydesk.workflow import hour, letter

        if letter.wanted(session):
            return session.plan.step("letter")
        trusted = at.kind not in BY_THE_CLOCK or not hour.trouble(session)
        return at if trusted else session.plan.step("clock")

    def _on_back(self) -> None:
        """To the step before; from the page that asks about stopping, to where the work was."""
        if not self._away:
            if self._window.page.went_back():
                return
            steps.back(self._workplace.session)
        self.follow()

    def _on_turn(self) -> None:
        """To another step that waits, the other contest's above all."""
        if not self._away:
            steps.turn(self._workplace.session)
        self.follow()

    def _on_stop(self) -> None:
        """Once boxes are open a page asks why, and who guards; else the night is put away."""
        if not steps.boxes_open(self._workplace.session):
            steps.stop(self._workplace.session)
            self.stopped.emit()
            return
        from tallydesk.ui.pages.stop import StopPage

        page = StopPage(self._workplace)
        page.finished.connect(self.stopped)
        self._away = True
        self._window.open_page(page)

    def _look_at_clock(self) -> None:
        """In practice a clock that seems wrong is told, and nothing waits for it."""
        session, notice = self._workplace.session, self._window.page.notice
        if session.authority is not None or not notice.isHidden():
            return
        found, now, due = self._clock.trouble()
        if found:
            hours = session.package.hours
            spoken = words(self._workplace.language.code)[f"clock.{found}"]
            notice.say(spoken.format(now=hours.on_the_wall(now), due=hours.on_the_wall(due)))

    def _on_keep(self) -> None:
        """A snapshot whenever somebody wants one; Back returns to where the work was."""
        from tallydesk.ui.pages.backup import BackupPage

        self.open_beside(BackupPage(self._workplace, self.safekeeping))

    def _on_progress(self) -> None:
        """The steps of the night on a projector, or away again; the work stays where it is."""
        from tallydesk.ui.progress_window import ForTheRoom

        if self._progress is None:
            self._progress = ForTheRoom(self._workplace, self._window)
        self._progress.turn()

    def _on_told_of_stick(self, outcome: Outcome) -> None:
        """What is wrong with a stick, or that another laptop goes on; all is well is said less."""
        if outcome.kept is None or outcome.fork is not None:
            self._window.page.notice.say(sentence(outcome, self._workplace.language.code))
        self._tell()

    def _tell(self) -> None:
        """What head, rail and foot say of the night; most of it only when it changed."""
        session, code = self._workplace.session, self._workplace.language.code
        night, package = session.night, session.package
        wall = timedelta(minutes=package.hours.offset_minutes)
        if night.last_at is not None:
            self._window.foot.saved_at(f"{night.last_at + wall:%H:%M:%S}")
        told = (night.step, night.member, night.closed_steps, night.closed_sheets, code)
        if told == self._told:
            return
        self._told = told
        contest = steps.here(session).contest or package.definition.contests[0].id
        self._window.head.tell(
            package.station.label,
            self._counted(contest),
            self._seated(),
            practice=package.purpose == "practice",
        )
        self._window.show_stops(stops(package, steps.marks(session), code))
        if self._progress is not None:
            self._progress.follow()

    def _counted(self, contest: str) -> str:
        """The contest at hand, and the key to another one that waits."""
        package, code = self._workplace.session.package, self._workplace.language.code
        said = package.contest(contest).title.said_in(code)
        other = steps.elsewhere(self._workplace.session)
        if other is None or other.contest in ("", contest):
            return said
        return f"{said} (F6: {package.contest(other.contest).title.said_in(code)})"

    def _seated(self) -> str:
        number = self._workplace.session.night.member
        if not number:
            return ""
        member = self._workplace.session.package.member(number)
        return member_said(member, self._workplace.language.code)
