"""The seal of a PDF: one invisible certifying PAdES signature, after which nothing may change.

One and not one a member: with several, viewers say of a good file that not all of it is signed;
with one, that very line betrays an appended octet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from tallydesk.signing.certificate import certified_by, point_in
from tallydesk.signing.container import (
    ContainerBroken,
    lower,
    read_container,
    to_sign,
)
from tallydesk.signing.der import signature_der
from tallydesk.signing.keys import Unlocked, signed_by

FIELD = "Seal"
RESERVED = 4096
"""Hex digits kept for the container; with names of a hundred letters it takes some 2,600."""

_RANGE = re.compile(rb"/ByteRange \[0 ([1-9][0-9]{0,8}) ([1-9][0-9]{0,8}) ([1-9][0-9]{0,8})\]")
_HEX = re.compile(rb"<[0-9a-f]+>")
_MARKS = (b"/ByteRange", b"/ETSI.CAdES.detached", b"/DocMDP", b"/SigFlags")


class SealBroken(ValueError):
    """The seal of a file is not whole, or the file is not the one that was sealed."""


@dataclass(frozen=True, slots=True)
class SealMaterial:
    """The seal key, opened by chair or deputy, and its certificate in DER."""

    key: Unlocked
    certificate: bytes


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal that is whole: `point` (33 octets) sealed exactly these octets.

    Whose point it is has not been asked yet.
    """

    certificate: bytes
    point: bytes

    def certified_by(self, root_point: bytes) -> bool:
        """Whether the owner of this root certified the seal."""
        return certified_by(root_point, self.certificate)


def seal(pdf: bytes, material: SealMaterial, at: datetime) -> bytes:
    """The PDF with the seal behind it, as a second revision.

    `pdf` is what `rendering.archive` made; `at` (UTC) is what viewers show as the moment of
    sealing. The same values give the same octets. Raises ValueError when the certificate belongs
    to another key.
    """
    if point_in(material.certificate) != material.key.point:
        raise ValueError("this certificate belongs to another seal key")
    # Loading pyHanko takes half a second: nobody but those who seal waits for it.
    from tallydesk.signing.pdf_signer import signed

    sealed = signed(
        pdf,
        material.certificate,
        lambda message: signature_der(lower(material.key.sign(message))),
        at,
        FIELD,
        RESERVED,
    )
    start, end = _gap(sealed)
    return sealed[:start] + sealed[start:end].lower() + sealed[end:]


def claims_a_seal(pdf: bytes) -> bool:
    """Whether a file has anything of a seal: no single changed octet makes one disappear."""
    return any(mark in pdf for mark in _MARKS)


def read_seal(pdf: bytes) -> Seal:
    """The seal of a file, when not an octet was changed, added or taken away.

    Raises SealBroken. Only zeros behind the container could be others than they were, and they
    must be zeros.
    """
    start, end = _gap(pdf)
    if _HEX.fullmatch(pdf, start, end) is None:
        raise SealBroken("the seal is not written in small hex digits")
    digest = sha256(pdf[:start] + pdf[end:]).digest()
    try:
        held = read_container(bytes.fromhex(pdf[start + 1 : end - 1].decode("ascii")), digest)
        point = point_in(held.certificate)
    except (ContainerBroken, ValueError) as error:
        raise SealBroken(str(error)) from None
    if not signed_by(point, held.signature, to_sign(held.certificate, digest)):
        raise SealBroken("the seal belongs to other contents")
    return Seal(held.certificate, point)


def _gap(pdf: bytes) -> tuple[int, int]:
    """Where the container stands with its brackets: the only octets that the seal leaves out."""
    found = _RANGE.search(pdf)
    if found is None or pdf.count(b"/ByteRange") != 1:
        raise SealBroken("a sealed file has one seal")
    start, end, rest = (int(number) for number in found.groups())
    if end + rest != len(pdf) or end - start != RESERVED + 2:
        raise SealBroken("the seal does not speak of the whole file")
    return start, end
