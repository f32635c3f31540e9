"""The pages about the program itself, beside whatever is worked on, and back to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tallydesk.ui.language import Language
from tallydesk.ui.page import Page

if TYPE_CHECKING:
    from tallydesk.workflow.ports import Outbox
    from tallydesk.workflow.software import Software


@dataclass(frozen=True, slots=True)
class Program:
    """How to look at the program and its log, and where a copy of the log goes.

    `stick` makes the outbox of the stick that is in, None when there is none.
    """

    look: Callable[[], Software]
    log: Callable[[], bytes]
    papers: Callable[[], Outbox]
    stick: Callable[[], Outbox | None]


class AboutProgram(QObject):
    """Makes the pages when they are asked for; `beside` opens one and later leads back."""

    def __init__(
        self, language: Language, program: Program, beside: Callable[[Page], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._language, self._program, self._beside = language, program, beside

    def show(self) -> None:
        """Versions and licences."""
        from tallydesk.ui.pages.about import AboutPage

        page = AboutPage(self._program.look)
        page.log_asked.connect(self.show_log)
        self._beside(page)

    def show_log(self) -> None:
        """What went wrong so far."""
        from tallydesk.ui.pages.log import LogPage

        program = self._program
        self._beside(LogPage(self._language, program.log, program.papers(), program.stick()))
