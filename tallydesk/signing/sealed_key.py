"""What the file of a member's key and that of the root key have in common: the same sealed map.

Keys of the map: 0 version, 1 salt, 2 settings of Argon2id, 3 nonce, 4 the sealed key, 5 its point,
6 a check over all others (resources/formats/record-v1.md, section 10, and trust-v1.md, section 5).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tallydesk.protocol import shape
from tallydesk.protocol.cbor import CborError, Item, decode
from tallydesk.protocol.shape import ShapeError

SALT, NONCE, CHECK, SCALAR = 16, 12, 16, 32
"""Octets each; a scalar is a private number."""
SEALED = SCALAR + 16
"""Octets of a sealed scalar with its tag (AES-256-GCM)."""

_POINT = 33
_LENGTHS = {1: SALT, 3: NONCE, 4: SEALED, 5: _POINT, 6: CHECK}
_VERSION, _SETTINGS, _CHECKED = 0, 2, 6


class SealedKeyDamaged(ValueError):
    """The file is not whole: `strange` says what is wrong with its shape, "" where the check is."""

    def __init__(self, strange: str = "") -> None:
        self.strange = strange
        super().__init__(strange)


def read_sealed(
    file: bytes,
    what: str,
    settings: tuple[int, int, int],
    check: Callable[[dict[int, Item]], bytes],
) -> Mapping[int, Item]:
    """The fields of a key file but its check, which `check` makes again from all others.

    `what` names the file in a fault, `settings` are KiB, passes and lanes. Raises SealedKeyDamaged.
    """
    try:
        fields = dict(shape.keyed(decode(file), what, frozenset(range(_CHECKED + 1))))
        shape.number(fields[_VERSION], f"{what} version", least=1, most=1)
        held = shape.array(fields[_SETTINGS], f"{what} settings", length=len(settings))
        # Never obeyed when different: a file could ask for all the memory there is.
        for setting, ours in zip(held, settings, strict=True):
            shape.number(setting, f"{what} settings", least=ours, most=ours)
        for key, length in _LENGTHS.items():
            shape.octets(fields[key], what, length=length)
    except (CborError, ShapeError) as error:
        raise SealedKeyDamaged(str(error)) from None
    if fields.pop(_CHECKED) != check(fields):
        raise SealedKeyDamaged
    return fields
