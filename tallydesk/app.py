"""Wires the window: data folder, journal, keys, papers, language, and the pages.

Only what the first page needs is imported on top. Journal, forms and keys are fetched when
somebody presses Continue: the window takes a key long before.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from tallydesk.device.data_folder import EARLIER, DataFolder, data_folder
from tallydesk.preparation import (
    installed_trust,
    practice_file,
    ready_check,
    save_again_in,
)
from tallydesk.ui import theme
from tallydesk.ui.display import display_needed
from tallydesk.ui.interruption import Interruption
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.pages.start import StartPage
from tallydesk.ui.refusals import Refusal, refusal_of
from tallydesk.ui.trouble import Trouble
from tallydesk.version import VERSION

if TYPE_CHECKING:
    from tallydesk.ui.about_program import AboutProgram
    from tallydesk.ui.guide import Guide
    from tallydesk.ui.page import Page, Workplace
    from tallydesk.ui.pages.enrol import Wishes
    from tallydesk.workflow.opening import PackageFile, SealedFile
    from tallydesk.workflow.ports import Journal
    from tallydesk.workflow.session import Session
    from tallydesk.workflow.snapshots import SafePlace

INTERRUPTED = 130
"""128 + SIGINT, as shells count."""
COMFORTABLE = (1180, 720)
BEFORE_FETCHING_MS = 1500
"""How long the night's first page has to itself before SQLAlchemy is fetched behind it."""


class App(QObject):
    """One window on one data folder; a new night counts `package`, or the shipped practice.

    `sticks` are folders to look for key files in; without any, every stick that is in. Snapshots go
    to `backup`, else to the first stick that is in and holds no named key files.
    """

    def __init__(
        self,
        application: QApplication,
        folder: DataFolder,
        language: str,
        package: PackageFile | SealedFile | None = None,
        sticks: Sequence[Path] = (),
        backup: Path | None = None,
    ) -> None:
        super().__init__(application)
        self._backup = backup
        self._folder, self._sticks = folder, tuple(sticks)
        self._package = package
        self._held = ExitStack()
        self._guide: Guide | None = None
        self._about: AboutProgram | None = None
        self._zone: tzinfo = UTC
        theme.start(application)
        self.language = Language(language, self)
        self.window = MainWindow(self.language, wall)
        application.aboutToQuit.connect(self.close)
        self.window.back_asked.connect(self._on_back)
        self.window.about_asked.connect(self._on_about)
        self._start = self._show_start()

    def show(self) -> None:
        """Show the window: over the whole screen when that is small."""
        screen = self.window.screen().availableGeometry()
        if screen.width() < COMFORTABLE[0] * 1.2:
            self.window.showMaximized()
        else:
            self.window.resize(*COMFORTABLE)
            self.window.show()

    def close(self) -> None:
        """Give the journal and the data folder back."""
        self._held.close()

    def tell_trouble(self, number: str) -> None:
        """Say that something went wrong which nobody expected."""
        self.window.tell_trouble(number)

    def _show_start(self) -> StartPage:
        stopped = self._folder.journal.exists()
        official = self._package is not None and self._package.official
        kept = stopped or (self._folder.root / EARLIER).is_dir()
        tried = self._folder.keys_tried.exists()
        start = StartPage(
            self.language, stopped_night=stopped, official=official, kept=kept, tried=tried
        )
        start.begins.connect(self._on_begins)
        start.reads.connect(self._on_reads)
        start.restores.connect(self._on_restores)
        start.enrols.connect(self._on_enrols)
        start.prints.connect(self._on_prints)
        start.moves.connect(self._on_moves)
        start.prepares.connect(self._on_prepares)
        start.tries.connect(self._on_tries)
        start.abouts.connect(self._on_about)
        self._start = start
        self.window.open_page(start)
        # Nobody knows what a night is that was stopped, before its journal is read.
        self.window.head.tell("", "", "", practice=not official and not stopped)
        return start

    def _on_back(self) -> None:
        """To the first page, from where no night is open; in a night the guide goes back."""
        if self._guide is None and not self.window.page.went_back():
            self._show_start()

    def _on_about(self) -> None:
        from tallydesk.preparation import program_here
        from tallydesk.ui.about_program import AboutProgram

        if self._about is None:
            program = program_here(self._folder, self._sticks)
            self._about = AboutProgram(self.language, program, self._open_beside, self)
        self._about.show()

    def _open_beside(self, page: Page) -> None:
        """Beside the step of a night; without one, the first page comes after it."""
        if self._guide is not None:
            self._guide.open_beside(page)
            return
        page.finished.connect(self._show_start)
        self.window.open_page(page)

    def _on_enrols(self) -> None:
        from tallydesk.device.sticks import mounted
        from tallydesk.ui.pages.enrol import EnrolPage

        sticks = self._sticks or mounted()
        page = EnrolPage(self.language, _make_key, str(sticks[0]) if len(sticks) == 1 else "")
        page.left.connect(self._show_start)
        self.window.open_page(page)
        self.window.head.tell("", "", "", practice=False)

    def _on_prints(self) -> None:
        from tallydesk.storage.kept_nights import signed_nights
        from tallydesk.ui.pages.superseded import SupersededPage

        journal = self._folder.journal
        earlier = (self._folder.root / EARLIER).glob(f"*/{journal.name}")
        nights = signed_nights((journal, *earlier))
        if not nights:
            self._start.refuse(Refusal("nothing-kept"))
            return
        page = SupersededPage(self.language, nights, partial(save_again_in, self._folder))
        page.left.connect(self._show_start)
        self.window.open_page(page)
        self.window.head.tell("", "", "", practice=False)

    def _on_prepares(self) -> None:
        from tallydesk.device.outbox import FolderOutbox
        from tallydesk.ui.pages.ready import ReadyPage
        from tallydesk.ui.printing import printers, qt_version

        check = ready_check(self._folder, self._package, self._sticks, printers, qt_version())
        page = ReadyPage(self.language, check, FolderOutbox(self._folder.papers))
        page.left.connect(self._show_start)
        self.window.open_page(page)

    def _on_tries(self) -> None:
        from tallydesk.ui.pages.exercise import ExercisePage
        from tallydesk.workflow.opening import read_shipped

        practice = practice_file()
        package = read_shipped(practice.data, practice.form_bytes, datetime.now(UTC))
        page = ExercisePage(self.language, package)
        page.left.connect(self._on_tried)
        self.window.open_page(page)
        self.window.head.tell("", "", "", practice=True)

    def _on_tried(self) -> None:
        """Done or skipped, it no longer comes first; a disk that takes no mark is no matter."""
        with suppress(OSError):
            self._folder.keys_tried.touch()
        self._show_start()

    def _on_reads(self) -> None:
        """Show what a broken journal holds; a file that cannot be read at all is refused again."""
        from tallydesk.device.outbox import FolderOutbox
        from tallydesk.election.mistake import Mistakes
        from tallydesk.storage.kept_nights import save_readable
        from tallydesk.storage.looking import look_at
        from tallydesk.ui.pages.read_only import ReadOnlyPage
        from tallydesk.workflow.opening import read_again
        from tallydesk.workflow.refusal import RefusedError

        try:
            looked = look_at(self._folder.journal, read_again)
        except OSError as refused:
            self._start.refuse(_why(refused))
            return
        except Mistakes as mistakes:
            mistake = str(mistakes.mistakes[0])
            self._start.refuse(_why(RefusedError("strange-package", mistake=mistake)))
            return
        if looked.examined.plan is not None:
            package = looked.examined.plan.package
            practice = package.purpose == "practice"
            self.window.head.tell(package.station.label, "", "", practice=practice)
        save = partial(save_readable, looked, FolderOutbox(self._folder.papers))
        self.window.open_page(ReadOnlyPage(self.language, looked.examined, save))

    def _on_restores(self) -> None:
        from tallydesk.laptop import restore_said
        from tallydesk.ui.pages.restore import RestorePage

        page = RestorePage(self.language, partial(restore_said, self._folder))
        page.finished.connect(self._on_restored)
        self.window.open_page(page)

    def _on_moves(self) -> None:
        from tallydesk.device.sticks import mounted
        from tallydesk.laptop import go_on_said, snapshots_on
        from tallydesk.ui.pages.from_stick import FromStickPage

        found = snapshots_on((self._backup,) if self._backup else mounted())
        page = FromStickPage(self.language, found, partial(go_on_said, self._folder))
        page.finished.connect(self._on_restored)
        self.window.open_page(page)

    def _on_restored(self) -> None:
        """The night is whole again: it goes on at once."""
        self._show_start()
        self._on_begins(anew=False)

    def _on_begins(self, anew: bool) -> None:  # noqa: FBT001 - a signal's argument
        from tallydesk.ui.guide import Guide
        from tallydesk.workflow.refusal import RefusedError

        try:
            workplace = self._open(anew=anew)
        except (OSError, RefusedError) as refused:
            self._held.close()
            why = _why(refused)
            if why.fault is not None:
                from tallydesk.storage.kept_nights import package_at

                why = replace(why, package=package_at(self._folder.journal))
            self._start.refuse(why)
            return
        hours = workplace.session.package.hours
        self._zone = timezone(timedelta(minutes=hours.offset_minutes))
        self.window.keep_time(self._wall_of_station)
        self._guide = Guide(self.window, workplace)
        self._guide.stopped.connect(self.window.close)

    def _wall_of_station(self) -> datetime:
        """The time where the station stands, whatever zone the laptop is set to."""
        return datetime.now(self._zone)

    def _open(self, *, anew: bool) -> Workplace:
        from tallydesk.device.instance import only_instance
        from tallydesk.device.key_shelf import FolderKeyShelf
        from tallydesk.device.outbox import FolderOutbox
        from tallydesk.device.pin_marks import FolderPinMarks
        from tallydesk.device.sticks import mounted
        from tallydesk.storage.late_journal import LateJournal
        from tallydesk.ui.page import Workplace

        self._held.enter_context(only_instance(self._folder.root))
        if anew:
            from tallydesk.laptop import put_by

            put_by(self._folder)
        journal = self._held.enter_context(LateJournal(self._folder.journal))
        session = _session(journal, self._package, self._folder)
        session.pin_marks = FolderPinMarks(self._folder.root)
        QTimer.singleShot(BEFORE_FETCHING_MS, self, journal.fetch)
        found: Callable[[], tuple[Path, ...]] = tuple if self._sticks else mounted
        shelf = FolderKeyShelf(self._folder.keys, *self._sticks, found=found)
        outbox = FolderOutbox(self._folder.papers)

        def safe() -> SafePlace:
            from tallydesk.laptop import safe_on_sticks

            return safe_on_sticks(self._folder, self._backup, found)

        return Workplace(session, shelf, outbox, self.language, safe)


def run(
    data_dir: Path | None,
    language: str,
    package: PackageFile | SealedFile | None = None,
    sticks: Sequence[Path] = (),
    backup: Path | None = None,
) -> int:
    """Open the window and stay until it is closed; the process's exit code, INTERRUPTED for Ctrl-C.

    Raises DataFolderRefused when the data folder cannot be used.
    """
    folder = data_folder(data_dir)
    trouble = Trouble(folder.root)
    trouble.install()
    with display_needed():
        application = QApplication(sys.argv[:1])
    application.setApplicationName("tallydesk")
    app = App(application, folder, language, package, sticks, backup)
    trouble.tell = app.tell_trouble
    app.show()
    interruption = Interruption(lambda: application.exit(INTERRUPTED), app)
    try:
        return application.exec()
    finally:
        interruption.close()
        app.close()
        trouble.close()


def wall() -> datetime:
    """The time on the laptop's own clock, for the head of the window until a night is open."""
    return datetime.now(UTC).astimezone()


def _make_key(wishes: Wishes) -> str:
    """A member's own key on their stick; where the file for the authority lies."""
    from tallydesk.device.chance import OsChance
    from tallydesk.device.own_stick import make_key_on

    return make_key_on(
        wishes.folder,
        wishes.station,
        wishes.name,
        (wishes.pin, wishes.again),
        OsChance().octets,
        datetime.now(UTC),
        seals=wishes.seals,
    )


def _session(
    journal: Journal, package: PackageFile | SealedFile | None, folder: DataFolder
) -> Session:
    from tallydesk.device.chance import OsChance
    from tallydesk.device.clock import SystemClock
    from tallydesk.workflow.opening import SealedFile, read_again, read_shipped
    from tallydesk.workflow.refusal import RefusedError
    from tallydesk.workflow.resuming import resume_night
    from tallydesk.workflow.session import open_night, open_official, opened_with, signed_with

    clock, chance, software = SystemClock(), OsChance(), VERSION
    if entries := journal.entries():
        manifest = signed_with(entries)
        held = manifest if isinstance(package, SealedFile) else opened_with(entries)
        named = _signed(package) if isinstance(package, SealedFile) else package and package.data
        if package is not None and named != held:
            raise RefusedError("another-package", package=package.name)
        trust = installed_trust(folder) if manifest else None
        return resume_night(read_again, journal, clock, chance, software, trust)
    if isinstance(package, SealedFile):
        trust = installed_trust(folder)
        if trust is None:
            raise RefusedError("trust-missing")
        return open_official(package.data, trust, journal, clock, chance, software)
    package = package or practice_file()
    return open_night(
        package.data, package.form_bytes, read_shipped, journal, clock, chance, software
    )


def _signed(package: SealedFile) -> bytes:
    from tallydesk.workflow.official import opened

    return opened(package.data).signed


def _why(refused: Exception) -> Refusal:
    from tallydesk.device.instance import InstanceRunning
    from tallydesk.workflow.refusal import RefusedError

    if isinstance(refused, InstanceRunning):
        return Refusal("disk.running")
    if isinstance(refused, OSError | RefusedError):
        return refusal_of(refused)
    raise refused
