"""The authority's root: its key behind two passphrases, and the certificate that viewers trust."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tallydesk.authority.issuing import LONGEST_SIGNER, Chance, Root
from tallydesk.signing.certificate import certified_by, pem_of, point_in, root_certificate
from tallydesk.signing.root_key import certificate_from, make_root, unlock_root


class RootUnusable(ValueError):
    """Key and certificate do not belong together, or the name fits into no certificate."""


def new_root(
    name: str, passphrases: Sequence[str], at: datetime, octets: Chance
) -> tuple[bytes, bytes]:
    """The file of a new root key, and its certificate in PEM, valid from the day of `at`.

    Raises PassphraseRefused, RootUnusable.
    """
    if not 0 < len(name.strip().encode()) <= LONGEST_SIGNER or not name.isprintable():
        raise RootUnusable(
            f"the authority’s name is printable and has one to {LONGEST_SIGNER} octets of UTF-8"
        )
    made = make_root(passphrases, octets)
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return made.file, pem_of(root_certificate(made.unlocked, name.strip(), day))


def open_root(file: bytes, pem: bytes, passphrases: Sequence[str]) -> Root:
    """The root, ready to sign.

    Raises WrongPassphrases, PassphraseRefused, RootKeyDamaged, RootUnusable.
    """
    key = unlock_root(file, passphrases)
    try:
        certificate = certificate_from(pem)
        fits = point_in(certificate) == key.point and certified_by(key.point, certificate)
    except ValueError:
        fits = False
    if not fits:
        raise RootUnusable("the certificate is damaged, or it belongs to another root key")
    return Root(key, certificate)
