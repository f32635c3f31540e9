"""The key files on a member's own stick, sealed anew in their places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tallydesk.device.key_shelf import LARGEST_KEY
from tallydesk.device.writing import OWNER, take_drafts_away, write_whole
from tallydesk.workflow.another_pin import Changed, NewPin, renew_all
from tallydesk.workflow.refusal import RefusedError


def change_pins_on(
    stick: Path, pin: NewPin, secret: str, octets: Callable[[int], bytes]
) -> Changed:
    """Put every key of a stick that `pin.old` opens behind the new PIN; durable on return.

    A file is replaced as a whole: whoever is stopped in between has each key behind one of the two
    PINs, and does the same again. `secret` is the station's, "" before its day. Raises RefusedError
    `stick-missing`, `key-files-missing` and as `renew_all`, NotSaved, OSError.
    """
    if not stick.is_dir():
        raise RefusedError("stick-missing", folder=str(stick))
    files: dict[str, bytes] = {}
    for path in sorted(stick.glob("*.key")):
        with path.open("rb") as opened:
            files[path.name] = opened.read(LARGEST_KEY)
    if not files:
        raise RefusedError("key-files-missing", folder=str(stick))
    changed = renew_all(files, pin, secret, octets)
    for name, file in changed.sealed.items():
        write_whole(stick / name, file, OWNER)
    take_drafts_away(stick)
    return changed
