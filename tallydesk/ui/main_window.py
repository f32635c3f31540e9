"""The window: head, rail, body, foot. It knows pages as `Page`, and nothing of the night."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tallydesk.ui import theme
from tallydesk.ui.language import LANGUAGES, Language
from tallydesk.ui.marks import program_icon
from tallydesk.ui.page import Page
from tallydesk.ui.reading_order import stops_of
from tallydesk.ui.widgets.figure_field import FigureField
from tallydesk.ui.widgets.foot import Foot
from tallydesk.ui.widgets.head import Head
from tallydesk.ui.widgets.rail import Rail, Stop

NARROW = 1000
"""Below this width, in pixels, the rail gives its room to the body."""
SMALLEST = QSize(800, 480)

AFTER_THE_PAINT = 30
"""Milliseconds after which a page that was left is given back."""


class _Leaf(QWidget):
    """As high as its page is at its width.

    The least height that Qt guesses is that of a much narrower page: it would scroll for nothing.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class MainWindow(QMainWindow):
    """Shows one page at a time.

    Keys: Alt Left for the page before, Ctrl + - 0 for the size of the text, Alt 1 2 3 for the
    language, F9 for the colours, F10 for the progress of the night on a projector, F11 for the
    whole screen, Shift F1 for what this program is.
    """

    back_asked = Signal()
    stop_asked = Signal()
    turn_asked = Signal()
    """F6: to another step that waits."""
    keep_asked = Signal()
    """F8: a snapshot to the stick."""
    progress_asked = Signal()
    """F10: the steps of the night in a window of their own."""
    about_asked = Signal()
    """Shift F1: version, licences and log of the program."""

    def __init__(self, language: Language, wall: Callable[[], datetime]) -> None:
        super().__init__()
        self._language, self._wall = language, wall
        self._page: Page | None = None
        self._below: Page | None = None
        self.may_stop = self._led = False
        self.setWindowTitle("tallydesk")
        self.setWindowIcon(program_icon())
        self.head, self.rail, self.foot = Head(), Rail(), Foot()
        self.body = QScrollArea()
        self.body.setObjectName("body")
        self.body.setWidgetResizable(True)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._tell_time)
        self._tick.start(1000)
        self._tell_time()
        self.head.tell_language(language.code)
        self._arrange()

    # --- pages ---------------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page that is open. Raises LookupError before the first one."""
        if self._page is None:
            raise LookupError("no page is open yet")
        return self._page

    def hold(self, page: Page) -> None:
        """Take a page in without showing it, so that it can be dressed before it is opened."""
        page.hide()
        page.setParent(self.body.widget())
        page.resize(self.body.viewport().size())

    def open_page(self, page: Page) -> None:
        """Show a page and put the focus where its work begins."""
        for former in (self._page, self._below):
            if former is not None:
                self._put_away(former)
        self._page, self._below = page, None
        page.news.connect(self._tell)
        page.done_here.connect(self._on_done_here)
        self._pages.addWidget(page)
        page.show()
        self._tell()
        self.body.verticalScrollBar().setValue(0)
        self._begin_to_work()

    def hold_above(self, page: Page) -> None:
        """Take in a page for `show_above`: it is dressed, and shown where nobody sees it."""
        page.setParent(self.body)
        page.resize(self.body.size())
        page.move(0, -page.height())
        page.show()

    def show_above(self, page: Page) -> None:
        """Cover the open page by one that `hold_above` took in, until the next is opened."""
        self._below, self._page = self._page, page
        page.setGeometry(self.body.rect())
        page.raise_()
        self._begin_to_work()

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show the steps of the night on the rail; the head names the one we are at."""
        self._led = True
        self.rail.show_stops(stops)
        here = next((n for n, stop in enumerate(stops, 1) if stop.mark == "here"), 0)
        self.head.tell_step(here, len(stops), stops[here - 1].name if here else "")
        self._arrange()

    def keep_time(self, wall: Callable[[], datetime]) -> None:
        """Show another clock from now on: the station's, once its place is known."""
        self._wall = wall
        self._tell_time()

    def tell_trouble(self, number: str) -> None:
        """Say on the page that something went wrong which nobody expected."""
        sentence = self.tr(
            "Something went wrong, number {number}. Every figure written before is safe: go on, "
            "or save and stop and start again."
        )
        self.page.notice.say(sentence.format(number=number))

    def wear(self, worn: theme.Theme) -> None:
        """Change colours or the size of the text."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and worn != theme.in_force():
            theme.wear(application, worn)
            self._arrange()
            # Once everything has its new place.
            QTimer.singleShot(0, self, self._keep_in_view)

    # --- inside --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        night = QWidget(self)
        night.setObjectName("night")
        middle, column = QHBoxLayout(), QVBoxLayout(night)
        for layout in (middle, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        pages = _Leaf(self)
        pages.setObjectName("page")
        pages.setLayout(self._pages)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self.body.setWidget(pages)
        middle.addWidget(self.rail)
        middle.addWidget(self.body, 1)
        column.addWidget(self.head)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        self.setCentralWidget(night)
        self.setMinimumSize(SMALLEST)

    def _connect(self) -> None:
        self.foot.back.connect(self.back_asked)
        self.foot.stop.connect(self.stop_asked)
        self.foot.keep.connect(self.keep_asked)
        self.foot.go_on.connect(self._on_go_on)
        self.head.language_chosen.connect(self._language.speak)
        self._language.changed.connect(self.head.tell_language)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        for keys, slot in (
            ("Ctrl++", self._on_larger),
            ("Ctrl+=", self._on_larger),
            ("Ctrl+-", self._on_smaller),
            ("Ctrl+0", self._on_plain),
            ("F9", self._on_palette),
            ("Alt+Left", self._on_back_key),
            ("F6", self.turn_asked),
            ("F8", self.keep_asked),
            ("F10", self.progress_asked),
            ("Shift+F1", self.about_asked),
            ("F11", self._on_full_screen),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._language_keys = [
            QShortcut(QKeySequence(f"Alt+{number}"), self)
            for number in range(1, len(LANGUAGES) + 1)
        ]
        for shortcut in self._language_keys:
            shortcut.activated.connect(self._on_language_key)

    def _put_away(self, page: Page) -> None:
        # Only out of sight until it is gone: hidden, or without parent, every one of three
        # hundred rows would be told of it while people wait for what comes.
        self._pages.removeWidget(page)
        page.move(0, -page.height())
        # After the new one is painted: they take a while to be given back, too.
        later = QTimer(page)
        later.timeout.connect(page.deleteLater)
        later.start(AFTER_THE_PAINT)

    def _on_go_on(self) -> None:
        self.page.go_on()

    def _on_done_here(self) -> None:
        self.foot.continue_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _begin_to_work(self) -> None:
        field = self.page.first_field() or self.foot.continue_button
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_larger(self) -> None:
        self.wear(theme.in_force().larger())

    def _on_smaller(self) -> None:
        self.wear(theme.in_force().smaller())

    def _on_plain(self) -> None:
        self.wear(theme.in_force().plain())

    def _on_palette(self) -> None:
        self.wear(theme.in_force().next_palette())

    def _on_full_screen(self) -> None:
        """The whole screen, and back to the window as it was."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_back_key(self) -> None:
        if self.foot.back_button.isVisible():
            self.foot.back_button.click()

    def _on_language_key(self) -> None:
        for code, shortcut in zip(LANGUAGES, self._language_keys, strict=True):
            if shortcut is self.sender():
                self._language.speak(code)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep the field in view: a field's whole row, with a little of its neighbours."""
        if now is not None and self._page is not None and self._page.isAncestorOf(now):
            around = now.parentWidget() if isinstance(now, FigureField) else now
            if self._page.summary.isAncestorOf(now):
                # What is wrong is read from its beginning, the heading of the page above it.
                self.body.verticalScrollBar().setValue(0)
            self.body.ensureWidgetVisible(around or now, 0, theme.in_force().px(28))

    def _keep_in_view(self) -> None:
        """With other letters, or in another window: nobody types where nothing is seen."""
        self._on_focus(None, _focus_in(self))

    def _tell(self) -> None:
        page = self.page
        self.foot.say_left(page.left_words())
        self.foot.offer(page.act_words(), may_go_back=page.may_go_back, may_stop=self.may_stop)

    def _tell_time(self) -> None:
        self.head.tell_time(f"{self._wall():%H:%M}")

    def _arrange(self) -> None:
        narrow = self.width() < NARROW or theme.in_force().large
        self.rail.setVisible(not narrow and self._led)
        self.head.narrow(narrow=narrow)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab: through the page as it is read, Continue, Back, stop, the languages.

        Qt asks for the next stop, too, when the one that has the focus is put out of use or away:
        then it is Continue, and never a button that would stop the night.
        """
        now = _focus_in(self)
        if now is not None and not (now.isEnabled() and now.isVisible()):
            self.foot.continue_button.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        stops = [stop for part in self._parts() for stop in stops_of(part)]
        if now in stops:
            to = stops[(stops.index(now) + (1 if forward else -1)) % len(stops)]
        elif stops:
            to = stops[0 if forward else -1]
        else:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        to.setFocus(reason)
        return True

    def _parts(self) -> list[QWidget]:
        foot = self.foot
        page = [] if self._page is None else [self._page]
        buttons = (foot.continue_button, foot.back_button, foot.stop_button, foot.keep_button)
        return [*page, *buttons, self.head]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < NARROW) != (event.size().width() < NARROW):
            self._arrange()
        QTimer.singleShot(0, self, self._keep_in_view)

    def closeEvent(self, event: QCloseEvent) -> None:
        # The field that is being typed loses the focus, and with that goes to the disk.
        self.foot.continue_button.setFocus()
        super().closeEvent(event)


def _focus_in(window: QWidget) -> QWidget | None:
    return window.focusWidget()
