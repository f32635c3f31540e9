"""The order in which Tab walks: as a page is read, whenever its fields were made.

Qt's own order is that in which widgets were made. Rows that come later would stand behind the
buttons of the foot, and Tab, Enter on the last field would stop the night.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QWidget


def stops_of(widget: QWidget) -> Iterator[QWidget]:
    """What takes the focus by Tab in a widget, itself first, then inside it as it is laid out."""
    if widget.isHidden():
        return
    if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QAbstractScrollArea):
        return
    layout = widget.layout()
    if layout is not None:
        yield from _stops_laid_out(layout)
        return
    only = Qt.FindChildOption.FindDirectChildrenOnly
    inside = widget.findChildren(QWidget, options=only)
    for child in sorted(inside, key=lambda each: (each.y(), each.x())):
        yield from stops_of(child)


def _stops_laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from stops_of(widget)
        elif inner is not None:
            yield from _stops_laid_out(inner)
