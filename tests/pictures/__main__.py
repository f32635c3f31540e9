"""Every page as a picture: `python -m tests.pictures [--out DIR] [--steps PREFIX]`.

Three languages, 1093x540 at 100 % and at 150 % text; and the pages for figures with a problem and
in the other palettes. To be looked at by people: what is cut is measured in tests/pages.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tallydesk.ui import theme
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import LANGUAGES, Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.pages.entry import EntryPage
from tallydesk.ui.pages.start import StartPage
from tests.fakes import EVENING
from tests.pages.legibility import settle
from tests.pictures.first_use import first_use
from tests.pictures.official import official_pages, pages_without_a_night
from tests.pictures.readme import for_the_readme
from tests.pictures.states import scenes, wait_for_paper
from tests.walk import Walk

SIZE = (1093, 540)
SCALES = (100, 150)
OUT = Path("build", "pictures")
STATION = timedelta(hours=4)
"""What the clock of the practice station shows later than UTC."""


Scenes = Callable[[MainWindow, Language], Iterator[str]]


class Camera:
    """Takes pictures of one window."""

    def __init__(self, out: Path, language: Language, palettes: Sequence[str] = ("light",)) -> None:
        self._out, self._language, self._palettes = out, language, palettes
        # The clock of the station, as the head and “Saved” show it in the app.
        self.window = MainWindow(language, lambda: EVENING + STATION)
        self.window.resize(*SIZE)
        self.window.show()
        # Without this no field shows that it has the focus.
        QTest.qWaitForWindowActive(self.window)
        self.taken = 0

    def take(self, name: str, *palettes: str) -> None:
        """The window as it is, in every language and size, and in other palettes, too."""
        for palette in dict.fromkeys((*self._palettes, *palettes)):
            suffix = "" if palette == "light" else f"-{palette}"
            for scale in SCALES:
                self.window.wear(theme.Theme(palette, scale))
                for code in LANGUAGES:
                    self._language.speak(code)
                    settle()
                    wait_for_paper(self.window)
                    path = self._out / f"{name}-{code}-{scale}{suffix}.png"
                    self.window.grab().save(str(path))
                    self.taken += 1
        self.window.wear(theme.Theme())

    def take_scenes(self, scenes: Iterable[Scenes], begin: str) -> None:
        """Those whose name begins so."""
        for scene in scenes:
            for name in scene(self.window, self._language):
                if name.startswith(begin):
                    self.take(name)


def write_some(page: EntryPage, figures: list[str]) -> None:
    """Type figures into the fields, one after the other; an empty one is left blank."""
    for field, figure in zip(page.sheet.fields, figures, strict=False):
        field.setText(figure)
        field.textEdited.emit(figure)


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("--out", type=Path, default=OUT, help="the folder for the pictures")
    parser.add_argument("--readme", action="store_true", help="only the pictures of the README")
    parser.add_argument("--steps", default="", help="only steps and scenes whose name begins so")
    parser.add_argument(
        "--palettes", nargs="+", choices=theme.PALETTES, default=["light"], help="of every page"
    )
    chosen = parser.parse_args()
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("pictures need a QApplication")
    theme.start(application)
    if chosen.readme:
        for_the_readme(Camera(chosen.out, Language("en")).window)
        return
    chosen.out.mkdir(parents=True, exist_ok=True)
    language = Language("en")
    camera = Camera(chosen.out, language, chosen.palettes)
    if not chosen.steps:
        for stopped in (False, True):
            camera.window.open_page(StartPage(language, stopped_night=stopped))
            camera.take("00-resume" if stopped else "00-start")
    take_night(camera, language, chosen.steps)
    camera.take_scenes((scenes, official_pages), chosen.steps)
    # In a window that never saw a night: no rail of another one stands beside these.
    outside = Camera(chosen.out, language, chosen.palettes)
    outside.take_scenes((first_use, pages_without_a_night), chosen.steps)
    print(f"{camera.taken + outside.taken} pictures in {chosen.out}")


def take_night(camera: Camera, language: Language, steps: str) -> None:
    """Every page of a practice night whose step begins so."""
    walk = Walk(language)
    guide = Guide(camera.window, walk.workplace)
    for number, at in enumerate(walk.steps(), start=1):
        if not at.id.startswith(steps):
            continue
        guide.follow()
        name = f"{number:02}-{at.id}"
        camera.take(name)
        page = camera.window.page
        if isinstance(page, EntryPage):
            places = walk.session.plan.sheet(at.sheet).places
            figures = [str(walk.scenario.says(place)) for place in places]
            write_some(page, [*figures[:-2], "12a", ""])
            settle()
            camera.take(f"{name}-written", *theme.PALETTES)
            page.go_on()
            camera.take(f"{name}-problem", *theme.PALETTES)


if __name__ == "__main__":
    main()
