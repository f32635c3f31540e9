"""A member makes their own key, on their own stick, before the authority knows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.enrolment import Enrolment, enrol
from tallydesk.signing.keys import PinRefused, make_key, unlock
from tallydesk.workflow.refusal import RefusedError


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What the member keeps, and what goes to the authority.

    `key` and `seal_key` are files for the stick, `seal_key` empty for who never seals.
    `enrolment` is the file to hand in; `stem` begins the names of all of them.
    """

    stem: str
    key: bytes = field(repr=False)
    seal_key: bytes = field(repr=False)
    enrolment: bytes


def make_own_key(
    station: tuple[str, str],
    name: str,
    pin: tuple[str, str],
    octets: Callable[[int], bytes],
    now: datetime,
    *,
    seals: bool = False,
) -> Enrolled:
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
        key = make_key(pin[0], "", octets)
    except PinRefused as error:
        raise RefusedError("pin-too-short") from error
    seal = make_key(pin[0], "", octets) if seals else None
    enrolment = Enrolment(
        purpose="official",
        constituency=station[0],
        number=station[1],
        name=name.strip(),
        point=key.point,
        made=now.replace(microsecond=0),
        seal_point=seal.point if seal else None,
    )
    try:
        proof = enrol(
            enrolment,
            unlock(key.file, pin[0], ""),
            unlock(seal.file, pin[0], "") if seal else None,
        )
    except (CborError, ShapeError) as error:
        raise RefusedError("name-missing") from error
    # The name of a file says whose it is without a name that not every stick can write.
    stem = f"{station[0]}-{station[1]}-{key.point.hex()[2:10]}"
    return Enrolled(stem, key.file, seal.file if seal else b"", proof)


_DIGITS = 6
"""Of a constituency or a station, as in a package."""
