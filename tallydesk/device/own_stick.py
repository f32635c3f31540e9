"""The keys on a member's own stick: made there, and sealed anew in their places."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tallydesk.device.enrolment_outbox import save_enrolled
from tallydesk.device.key_shelf import LARGEST_KEY
from tallydesk.device.writing import OWNER, take_drafts_away, write_whole
from tallydesk.workflow.another_pin import Changed, NewPin, renew_all
from tallydesk.workflow.enrolling import make_own_key
from tallydesk.workflow.refusal import RefusedError


def make_key_on(
    folder: str,
    station: str,
    name: str,
    pin: tuple[str, str],
    octets: Callable[[int], bytes],
    now: datetime,
    *,
    seals: bool = False,
) -> str:
    """A member's new key on their stick; where the file for the authority lies.

    `station` as 012-03, `pin` as typed twice, `now` UTC. Raises RefusedError `stick-missing` and as
    `make_own_key`, NotSaved.
    """
    stick = Path(folder)
    if not folder or not stick.is_dir():
        raise RefusedError("stick-missing", folder=folder)
    constituency, _, number = station.partition("-")
    made = make_own_key((constituency, number), name, pin, octets, now, seals=seals)
    return str(save_enrolled(stick, made)[-1])


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
