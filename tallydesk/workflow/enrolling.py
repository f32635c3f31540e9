"""A member makes their own key, on their own stick, before the authority knows of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tallydesk.authority.member_key import MemberFiles, NameRefused, member_files
from tallydesk.signing.keys import PinRefused
from tallydesk.workflow.refusal import RefusedError

_DIGITS = 6
"""Of a constituency or a station, as in a package."""


def make_own_key(
    station: tuple[str, str],
    name: str,
    pin: tuple[str, str],
    octets: Callable[[int], bytes],
    now: datetime,
    *,
    seals: bool = False,
) -> MemberFiles:
    """A key behind the PIN alone: the station's letter, with its secret, is printed later.

    `station` is constituency and number, `pin` the PIN as typed twice, `now` UTC; `seals` for chair
    and deputy. Takes about half a second a key. Raises RefusedError `pin-differs`,
    `pin-too-short`, `name-missing`, `station-missing`.
    """
    if not name.strip():
        raise RefusedError("name-missing")
    if not all(each.isascii() and each.isdigit() and 0 < len(each) <= _DIGITS for each in station):
        raise RefusedError("station-missing")
    if pin[0] != pin[1]:
        raise RefusedError("pin-differs")
    try:
        return member_files(*station, name.strip(), pin[0], seal=seals, made=now, octets=octets)
    except PinRefused as error:
        raise RefusedError("pin-too-short") from error
    except NameRefused as error:
        raise RefusedError("name-missing") from error
