"""One set of marks, kept as SVG: painted in every palette, and never speaking alone."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from tallydesk.assets import resource
from tallydesk.ui import theme
from tallydesk.ui.language import Language
from tallydesk.ui.main_window import MainWindow
from tallydesk.ui.marks import Mark, mark_picture, paint_mark, program_icon
from tallydesk.ui.widgets.mark_label import MarkLabel
from tallydesk.ui.widgets.notice import Notice
from tests.fakes import EVENING

MARKS: tuple[Mark, ...] = get_args(Mark)
SIDE = 48


def painted(mark: Mark, color: QColor) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_mark(painter, mark, image.rect(), color, SIDE)
    painter.end()
    return image


def test_every_drawing_is_a_mark_or_the_program() -> None:
    drawings = {path.stem for path in resource("icons").glob("*.svg")}
    assert drawings == {*MARKS, "tallydesk"}
    for name in drawings:
        assert QSvgRenderer(str(resource("icons", f"{name}.svg"))).isValid()


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_painted_in_the_colour_that_is_asked_for(qapp: QApplication, mark: Mark) -> None:
    for palette in theme.PALETTES:
        color = theme.Theme(palette).color("done")
        image = painted(mark, color)
        seen = {image.pixel(x, y) for x in range(SIDE) for y in range(SIDE)}
        assert color.rgb() in seen, palette
        # Nothing is cut: the outermost pixels stay as the ground was.
        assert {image.pixel(x, y) for x in (0, SIDE - 1) for y in range(SIDE)} == {
            QColor("white").rgb()
        }


def test_marks_look_different_from_one_another(qapp: QApplication) -> None:
    black = QColor("black")
    images = [painted(mark, black) for mark in MARKS]
    assert all(one == other for one, other in zip(images, images, strict=True))
    assert sum(one == other for one in images for other in images) == len(MARKS)


def test_a_mark_is_sharp_on_a_screen_with_more_pixels(qapp: QApplication) -> None:
    picture = mark_picture("done", QColor("black"), SIDE, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (2 * SIDE, 2.0)


def test_the_window_shows_the_programs_own_icon(language: Language) -> None:
    window = MainWindow(language, lambda: EVENING)
    assert window.windowIcon().pixmap(64, 64).toImage() == program_icon().pixmap(64, 64).toImage()
    assert not window.windowIcon().pixmap(64, 64).isNull()
    window.close()


def test_a_mark_takes_no_focus_and_says_nothing(language: Language) -> None:
    page = QWidget()
    notice = Notice(page)
    notice.say("Something to know.")
    (mark,) = notice.findChildren(MarkLabel)
    assert mark.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert mark.accessibleName() == ""
