"""The pictures that the README shows, in few colours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tallydesk.assets import resource
from tallydesk.ui.guide import Guide
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tests.pages.legibility import settle
from tests.pages.operator import Operator
from tests.pictures.states import scenes
from tests.walk import Walk

COLORS = 48
"""Enough for the letters' edges, and a third of the octets."""
SHEET = "before.fruit.first"
SCENES = {"state-findings-explained": "findings", "state-tally-reading": "reading-aloud"}


def for_the_readme(window: MainWindow) -> None:
    """A sheet half written, a finding that is explained, and ballots read aloud."""
    language = Language("en")
    walk = Walk(language)
    guide = Guide(window, walk.workplace)
    next(at for at in walk.steps() if at.id == SHEET)
    guide.follow()
    Operator(window).writes("1450", "1034", "18", "415", "416")
    _keep(window, "before-opening")
    guide.deleteLater()
    for name in scenes(window, language):
        if name in SCENES:
            _keep(window, SCENES[name])


def _keep(window: MainWindow, name: str) -> None:
    settle()
    path: Path = resource("pictures") / f"{name}.png"
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    often = Counter(memoryview(picture.constBits()).cast("I")).most_common(COLORS)
    few = picture.convertToFormat(
        QImage.Format.Format_Indexed8,
        [color for color, _ in often],
        Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither,
    )
    few.save(str(path), "PNG", 0)  # type: ignore[call-overload]  # the stub wants octets, Qt a str
