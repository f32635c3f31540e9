"""The files that a member makes for themselves: key, seal key, enrolment."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from unicodedata import normalize

from tallydesk.authority.enrolments import ENDING
from tallydesk.protocol.cbor import text_fault
from tallydesk.signing.enrolment import Enrolment, enrol
from tallydesk.signing.keys import make_key, unlock

LONGEST_NAME = 100
"""Characters of a member's name."""

_NO_LETTERS = re.compile(r"[\W_]+")


class NameRefused(ValueError):
    """A name that cannot stand on a card."""


@dataclass(frozen=True, slots=True)
class MemberFiles:
    """Key files by name, which stay on the stick, and the enrolment, which is handed in.

    `point` (33 octets) is what the key is called when it is lost and has to be revoked.
    """

    keys: Mapping[str, bytes] = field(repr=False)
    point: bytes
    enrolment_name: str
    enrolment: bytes


def member_files(
    constituency: str,
    number: str,
    name: str,
    pin: str,
    *,
    seal: bool,
    made: datetime,
    octets: Callable[[int], bytes],
) -> MemberFiles:
    """New keys behind a PIN alone, since the member has no letter yet, and their enrolment.

    Takes about half a second for each key on purpose. Raises PinRefused, NameRefused.
    """
    said = normalize("NFC", name)
    # In the letters as they are: no program knows which small letter belongs to an I.
    stem = _NO_LETTERS.sub("-", said).strip("-")
    if not stem or said != said.strip() or len(said) > LONGEST_NAME or text_fault(said):
        raise NameRefused(
            f"“{name[:40]}” is no name for a card: letters, at most {LONGEST_NAME}, "
            "and no space at the ends."
        )
    base = f"{constituency}-{number}-{stem}"
    key = make_key(pin, "", octets)
    keys = {f"{base}.key": key.file}
    seal_point, seal_key = None, None
    if seal:
        sealing = make_key(pin, "", octets)
        keys[f"{base}-seal.key"] = sealing.file
        seal_point, seal_key = sealing.point, unlock(sealing.file, pin, "")
    asked = Enrolment("official", constituency, number, said, key.point, made, seal_point)
    return MemberFiles(
        keys, key.point, f"{base}{ENDING}", enrol(asked, unlock(key.file, pin, ""), seal_key)
    )
