"""What a window is told before it dies, and where it says what it promised; no Qt here."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

ACKNOWLEDGED = "acknowledged"
"""The file beside the data folder."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Where the night lies, and at which append of this process it dies: from 1, 0 for never.

    `when` is before, within or after that append; within, `microseconds` pass first. `trace` says
    what is on the screen before every key.
    """

    folder: str
    append: int = 0
    when: str = "before"
    microseconds: int = 0
    trace: bool = False


def spelled(orders: Orders) -> str:
    """The line for orders."""
    return json.dumps(asdict(orders))
