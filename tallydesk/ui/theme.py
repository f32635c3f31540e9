"""Colours, sizes and letters of the window: three palettes, one style sheet, on a grid of 4.

Widgets that paint themselves ask `in_force()`; everything else is dressed by the style sheet.
A colour never speaks alone: mark, word and border go with it. Words stand out from their ground
by 10:1 in the light palette and by 7:1 in the others (WCAG 2 contrast), also on a chosen row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from tallydesk.assets import read_bytes
from tallydesk.ui.singletons import hold_singletons

FAMILY = "DejaVu Sans"
SMALLEST_SCALE, LARGEST_SCALE, SCALE_STEP = 100, 200, 25
"""Text sizes in per cent that Ctrl + and Ctrl - reach."""

LARGE_TEXT = 150
"""From this text size, in per cent, the rail gives its room to the body."""

BODY_PT, SMALL_PT, HEADING_PT, FIGURE_PT, ENTRY_PT = 12, 10, 18, 17, 14


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one palette, each as #RRGGBB."""

    background: str
    surface: str
    line: str
    chip: str
    text: str
    muted: str
    accent: str
    on_accent: str
    ring: str
    problem: str
    problem_ground: str
    question: str
    question_ground: str
    done: str
    practice: str
    on_practice: str


LIGHT = Tokens(
    background="#F4F5F2",
    surface="#FFFFFF",
    line="#D5D9D3",
    chip="#E8ECE9",
    text="#14181B",
    muted="#2F363B",
    accent="#073A59",
    on_accent="#FFFFFF",
    ring="#E0A100",
    problem="#6F130F",
    problem_ground="#FBECEA",
    question="#523600",
    question_ground="#FBF3DF",
    done="#0A3D1F",
    practice="#5A2A82",
    on_practice="#FFFFFF",
)
DARK = Tokens(
    background="#14171A",
    surface="#1D2125",
    line="#3A4147",
    chip="#2A3036",
    text="#F1F4F6",
    muted="#BFC7CE",
    accent="#8CC4EE",
    on_accent="#0C1720",
    ring="#FFC83D",
    problem="#FFA79F",
    problem_ground="#3A1D1B",
    question="#F2C766",
    question_ground="#352B14",
    done="#8FD6A8",
    practice="#C9A2F0",
    on_practice="#1C0F2B",
)
CONTRAST = Tokens(
    background="#000000",
    surface="#000000",
    line="#FFFFFF",
    chip="#000000",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFFFFF",
    on_accent="#000000",
    ring="#FFFF00",
    problem="#FFFFFF",
    problem_ground="#000000",
    question="#FFFFFF",
    question_ground="#000000",
    done="#FFFFFF",
    practice="#FFFFFF",
    on_practice="#000000",
)
PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette by name, and the text size in per cent (100 to 200)."""

    palette: str = "light"
    scale: int = SMALLEST_SCALE

    @property
    def tokens(self) -> Tokens:
        """The colours."""
        return PALETTES[self.palette]

    @property
    def large(self) -> bool:
        """Whether the text is so large that the rail makes room for the body."""
        return self.scale >= LARGE_TEXT

    def px(self, length: int) -> int:
        """A length of the grid at this text size, in pixels."""
        return round(length * self.scale / 100)

    def color(self, name: str) -> QColor:
        """The colour of a token by its name."""
        return _color(getattr(self.tokens, name))

    def font(self, points: int, *, bold: bool = False) -> QFont:
        """DejaVu Sans in `points` at 100 %."""
        return _font(points * self.scale / 100, bold=bold)

    def larger(self) -> Theme:
        """One step larger, or the same at the largest."""
        return Theme(self.palette, min(LARGEST_SCALE, self.scale + SCALE_STEP))

    def smaller(self) -> Theme:
        """One step smaller, or the same at the smallest."""
        return Theme(self.palette, max(SMALLEST_SCALE, self.scale - SCALE_STEP))

    def plain(self) -> Theme:
        """The same colours at 100 %."""
        return Theme(self.palette)

    def high(self, lines: int) -> int:
        """Pixels for a box with so many lines of the letters that people type in."""
        return lines * QFontMetrics(self.font(ENTRY_PT)).lineSpacing() + self.px(24)

    @property
    def underlines(self) -> bool:
        """Whether a link has a line below it: where its colour is that of all text."""
        return self.tokens.accent == self.tokens.text

    def next_palette(self) -> Theme:
        """The same size in the next palette: light, dark, high contrast, light."""
        names = list(PALETTES)
        return Theme(names[(names.index(self.palette) + 1) % len(names)], self.scale)


@cache
def _font(points: float, *, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


@cache
def _color(name: str) -> QColor:
    return QColor(name)


_worn = [Theme()]


def in_force() -> Theme:
    """The theme that the application wears."""
    return _worn[0]


def wear(application: QApplication, theme: Theme) -> None:
    """Dress the whole application; every widget hears of it as a change of style."""
    _worn[0] = theme
    application.setFont(theme.font(BODY_PT))
    application.setPalette(_palette(theme))
    application.setStyleSheet(style_sheet(theme))


def start(application: QApplication) -> None:
    """Fusion and DejaVu Sans, the same on every machine; light or dark as the desktop says."""
    hold_singletons()
    if application.style().name() != "fusion":
        application.setStyle(QStyleFactory.create("Fusion"))
    _bring_letters()
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    wear(application, Theme("dark" if dark else "light"))


@cache
def _bring_letters() -> None:
    """Once for a process: Qt would keep a second copy beside the first, and ask both."""
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        QFontDatabase.addApplicationFontFromData(read_bytes("fonts", name))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, "background"),
        (QPalette.ColorRole.Base, "surface"),
        (QPalette.ColorRole.AlternateBase, "chip"),
        (QPalette.ColorRole.Button, "surface"),
        (QPalette.ColorRole.ToolTipBase, "surface"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.PlaceholderText, "muted"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "on_accent"),
        (QPalette.ColorRole.Link, "accent"),
        (QPalette.ColorRole.Mid, "line"),
    ):
        palette.setColor(role, theme.color(name))
    return palette


def style_sheet(theme: Theme) -> str:
    """The one style sheet: lengths in px and letters in pt, both grown with the text size."""
    colors = theme.tokens
    px = theme.px

    def pt(points: int) -> str:
        return f"{points * theme.scale / 100:g}pt"

    return f"""
    QMainWindow, QWidget#night {{ background: {colors.background}; }}
    QScrollArea, QWidget#page, QWidget#body {{ background: transparent; border: none; }}
    QLabel {{ color: {colors.text}; background: transparent; }}
    QLabel[role="heading"] {{ font-size: {pt(HEADING_PT)}; font-weight: bold; }}
    QLabel[role="subheading"], QLabel[role="strong"] {{ font-weight: bold; }}
    QLabel[role="muted"] {{ color: {colors.muted}; }}
    QLabel[role="small"] {{ color: {colors.muted}; font-size: {pt(SMALL_PT)}; }}
    QLabel[role="problem-words"] {{ color: {colors.problem}; font-weight: bold; }}
    QLabel[role="done"] {{ color: {colors.done}; }}
    QLabel#ribbon {{
        background: {colors.practice}; color: {colors.on_practice}; font-weight: bold;
        padding: {px(2)}px {px(16)}px; border-radius: 4px;
    }}
    QFrame#head {{ background: {colors.surface}; border-bottom: 1px solid {colors.line}; }}
    QFrame#rail {{ background: {colors.surface}; border-right: 1px solid {colors.line}; }}
    QFrame#rail QWidget {{ background: {colors.surface}; }}
    QFrame#foot {{ background: {colors.surface}; border-top: 1px solid {colors.line}; }}
    QFrame[role="card"] {{
        background: {colors.surface}; border: 1px solid {colors.line}; border-radius: 6px;
    }}
    QFrame[role="problem"], QFrame[role="question"] {{ border: none; border-radius: 4px; }}
    QFrame[role="problem"] {{
        background: {colors.problem_ground}; border-left: 5px solid {colors.problem};
    }}
    QFrame[role="question"] {{
        background: {colors.question_ground}; border-left: 5px solid {colors.question};
    }}
    QFrame[role="question"] QLabel {{ color: {colors.question}; }}
    QPushButton {{
        outline: 0;
        background: {colors.surface}; color: {colors.text}; border: 2px solid {colors.muted};
        border-radius: 4px; padding: {px(6)}px {px(18)}px; min-height: {px(20)}px;
    }}
    QPushButton:focus {{
        border: 3px solid {colors.ring}; padding: {px(6) - 1}px {px(18) - 1}px;
    }}
    QPushButton:disabled {{ color: {colors.muted}; border: 1px dashed {colors.muted}; }}
    QPushButton[role="main"] {{
        background: {colors.accent}; color: {colors.on_accent}; font-weight: bold;
        border: 2px solid {colors.accent}; padding: {px(6)}px {px(26)}px;
    }}
    QPushButton[role="main"]:focus {{
        border: 3px solid {colors.ring}; padding: {px(6) - 1}px {px(26) - 1}px;
    }}
    QPushButton[role="link"] {{
        background: transparent; color: {colors.accent}; border: 3px solid transparent;
        padding: {px(4)}px {px(4)}px;
    }}
    QPushButton[role="link"] {{ text-decoration: {"underline" if theme.underlines else "none"}; }}
    QPushButton[role="link"]:focus {{ border: 3px solid {colors.ring}; }}
    QPushButton[role="language"] {{
        background: transparent; color: {colors.muted}; border: 3px solid transparent;
        padding: 0 2px; min-width: {px(22)}px; font-size: {pt(11)};
    }}
    QPushButton[role="language"]:checked {{
        color: {colors.text}; font-weight: bold; text-decoration: underline;
    }}
    QPushButton[role="language"]:focus {{ border: 3px solid {colors.ring}; }}
    QLineEdit[role="figure"] {{
        background: transparent; color: {colors.text}; border: none; padding: 0 {px(10)}px;
        font-size: {pt(FIGURE_PT)};
    }}
    QLineEdit[role="words"], QPlainTextEdit {{
        background: {colors.surface}; color: {colors.text}; border: 2px solid {colors.muted};
        border-radius: 4px; padding: {px(6)}px; font-size: {pt(ENTRY_PT)};
        selection-background-color: {colors.accent}; selection-color: {colors.on_accent};
    }}
    QLineEdit[role="words"]:focus, QPlainTextEdit:focus {{
        border: 3px solid {colors.ring}; padding: {px(6) - 1}px;
    }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
    QScrollBar::handle:vertical {{
        background: {colors.muted}; border-radius: {px(4)}px; min-height: 32px; margin: 2px;
    }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
