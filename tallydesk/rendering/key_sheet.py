"""The sheet of keys that lies beside the laptop: hints on the screen go unnoticed (U20)."""

from __future__ import annotations

from tallydesk.rendering.blank_paper import sentence_of
from tallydesk.rendering.blocks import INNER
from tallydesk.rendering.by_hand import LETTERING, SAYS_AT, KeyRow
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import wrap
from tallydesk.rendering.said import Said

KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("enter", ("Enter",)),
    ("field", ("↑", "↓")),
    ("tab", ("Tab",)),
    ("space", ("Space",)),
    ("back", ("Alt", "←")),
    ("undo", ("Ctrl", "Z", "Y")),
    ("turn", ("F6",)),
    ("keep", ("F8",)),
    ("language", ("Alt", "1", "2", "3")),
    ("size", ("Ctrl", "+", "−", "0")),
    ("colours", ("F9",)),
    ("room", ("F10", "F11")),
    ("about", ("Shift", "F1")),
    ("aloud", ("1", "2", "3", "−", "+")),
    ("aloud-back", ("Backspace",)),
    ("paper", ("↑", "↓", "+", "−", "0")),
)
"""What each does under `keysheet` in resources/words, and the keys as they stand on a keyboard."""


def key_parts(said: Said) -> tuple[Part, ...]:
    """One page."""
    rows = tuple(
        KeyRow(keys, wrap(said(f"keysheet.{key}"), INNER - SAYS_AT, LETTERING))
        for key, keys in KEYS
    )
    note, stop = (sentence_of(said(f"keysheet.{key}"), bold=True) for key in ("note", "stop"))
    return (Part((note,)), Part(rows), Part((stop,)))
