"""Another PIN for a key that is there, above all for one that the authority made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tallydesk.signing.keys import KeyFileDamaged, PinRefused, WrongPin, change_pin, unlock
from tallydesk.workflow.refusal import RefusedError

Left = Literal["closed", "damaged"]
"""Why a key file stays as it is: neither PIN opens it, or it is not whole."""


@dataclass(frozen=True, slots=True)
class NewPin:
    """The PIN that opens the key now, and the new one as typed twice."""

    old: str = field(repr=False)
    new: str = field(repr=False)
    again: str = field(repr=False)

    @property
    def wanted(self) -> bool:
        """Whether anything was typed as a new PIN."""
        return bool(self.new or self.again)


@dataclass(frozen=True, slots=True)
class Changed:
    """Key files by name: `sealed` are to be written, `before` had the new PIN already."""

    sealed: Mapping[str, bytes] = field(repr=False)
    before: tuple[str, ...]
    left: Mapping[str, Left]


def require_new(pin: NewPin) -> None:
    """The new PIN can be taken. Raises RefusedError `pin-differs`, `pin-same`."""
    if pin.new != pin.again:
        raise RefusedError("pin-differs")
    if pin.new == pin.old:
        raise RefusedError("pin-same")


def renewed(file: bytes, pin: NewPin, secret: str, octets: Callable[[int], bytes]) -> bytes:
    """A key file behind the new PIN and the same station secret.

    Raises RefusedError `pin-differs`, `pin-same`, `pin-too-short`, signing.keys.WrongPin,
    KeyFileDamaged.
    """
    require_new(pin)
    try:
        return change_pin(file, pin.old, pin.new, secret, octets)
    except PinRefused as error:
        raise RefusedError("pin-too-short") from error


def renew_all(
    files: Mapping[str, bytes], pin: NewPin, secret: str, octets: Callable[[int], bytes]
) -> Changed:
    """Every file that the old PIN opens, behind the new one; `secret` "" before the station's day.

    What the new PIN opens was changed before somebody was interrupted, and is left alone. Takes
    about half a second a file. Raises as `renewed`, and RefusedError `pin-opens-nothing` when there
    is no file that either PIN opens.
    """
    sealed: dict[str, bytes] = {}
    before: list[str] = []
    left: dict[str, Left] = {}
    for name, file in files.items():
        try:
            sealed[name] = renewed(file, pin, secret, octets)
        except KeyFileDamaged:
            left[name] = "damaged"
        except WrongPin:
            if _opens(file, pin.new, secret):
                before.append(name)
            else:
                left[name] = "closed"
    if not sealed and not before:
        raise RefusedError("pin-opens-nothing")
    return Changed(sealed, tuple(before), left)


def _opens(file: bytes, pin: str, secret: str) -> bool:
    try:
        unlock(file, pin, secret)
    except WrongPin:
        return False
    return True
