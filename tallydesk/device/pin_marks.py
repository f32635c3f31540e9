"""How often a wrong PIN was typed for each key: beside the journal, and whatever becomes of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tallydesk.device.writing import OWNER, write_whole
from tallydesk.workflow.ports import PinMark


class FolderPinMarks:
    """One small file for all keys, `pins.json`: by point, the count and what both clocks showed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder.absolute() / "pins.json"

    def read(self, point: bytes) -> PinMark | None:
        """The mark of a key by its point; None when there is none.

        What cannot be read counts as nothing: the journal holds the same marks.
        """
        try:
            kept = self._kept()[point.hex()]
            return PinMark(int(kept[0]), datetime.fromisoformat(str(kept[1])), int(kept[2]))
        except (KeyError, IndexError, TypeError, ValueError):
            return None

    def write(self, point: bytes, mark: PinMark | None) -> None:
        """Keep a mark durably, or take it away. Raises NotSaved."""
        kept = self._kept()
        if mark is None:
            if kept.pop(point.hex(), None) is None:
                return
        else:
            at = mark.at.astimezone(UTC).isoformat(timespec="milliseconds")
            kept[point.hex()] = [mark.count, at, mark.ticks]
        write_whole(self._path, json.dumps(kept, sort_keys=True).encode(), OWNER)

    def _kept(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}
