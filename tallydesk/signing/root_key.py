"""The authority's root key in a file that opens only with two people's passphrases.

Root key file (see resources/formats/trust-v1.md): a map in the small CBOR, built as a member's key
file is. Argon2id, 64 MiB, four passes, one lane, over both passphrases in their order, each behind
its length: no letter can move from the end of one to the beginning of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.serialization import Encoding

from tallydesk.protocol import shape
from tallydesk.protocol.cbor import Item, encode
from tallydesk.signing.keys import KeyFileDamaged, Unlocked, scalar_from
from tallydesk.signing.sealed_key import CHECK, NONCE, SALT, SCALAR, SealedKeyDamaged, read_sealed

SHORTEST_PASSPHRASE = 12
"""Characters. Nobody is asked for signs of several kinds: length is what a guesser pays for."""

LONGEST_PASSPHRASE = 1_024
"""Characters; a file taken for a passphrase by mistake is longer."""

PEOPLE = 2
"""How many people it takes to open the root key."""

_SETTINGS = _MEMORY_KIB, _PASSES, _LANES = 65_536, 4, 1
_SCALAR_CHANCE = 48
_PURPOSE = b"tallydesk/root/1"


class PassphraseRefused(ValueError):
    """A passphrase is too short or too long, or both people chose the same."""


class WrongPassphrases(ValueError):
    """The passphrases do not open this root key in this order; the file itself is whole."""


class RootKeyDamaged(ValueError):
    """The file is no root key, or not the one that was written."""


@dataclass(frozen=True, slots=True)
class RootKey:
    """A new root key: the file to keep, and the key itself for the certificate made with it."""

    file: bytes
    unlocked: Unlocked


def refuse_passphrases(passphrases: Sequence[str]) -> None:
    """Raises PassphraseRefused with what is wrong with the two passphrases, if anything is."""
    if len(passphrases) != PEOPLE:
        raise PassphraseRefused(f"a root key takes {PEOPLE} passphrases, one of each person")
    for place, each in enumerate(passphrases, 1):
        length = len(normalize("NFC", each))
        if length < SHORTEST_PASSPHRASE:
            raise PassphraseRefused(
                f"passphrase {place} has {length} characters; it needs {SHORTEST_PASSPHRASE}"
            )
        if length > LONGEST_PASSPHRASE:
            raise PassphraseRefused(
                f"passphrase {place} has more than {LONGEST_PASSPHRASE} characters"
            )
    if len({normalize("NFC", each) for each in passphrases}) != PEOPLE:
        raise PassphraseRefused("both people gave the same passphrase; each chooses one alone")


def make_root(passphrases: Sequence[str], octets: Callable[[int], bytes]) -> RootKey:
    """A new root key behind two passphrases. `octets(count)` supplies chance.

    Raises PassphraseRefused.
    """
    refuse_passphrases(passphrases)
    scalar = scalar_from(octets(_SCALAR_CHANCE))
    key = Unlocked(scalar)
    salt, nonce = octets(SALT), octets(NONCE)
    sealed = AESGCM(_stretched(passphrases, salt)).encrypt(
        nonce, scalar.to_bytes(SCALAR, "big"), _PURPOSE + key.point
    )
    fields: dict[int, Item] = {0: 1, 1: salt, 2: _SETTINGS, 3: nonce, 4: sealed, 5: key.point}
    fields[6] = _check(fields)
    return RootKey(encode(fields), key)


def unlock_root(file: bytes, passphrases: Sequence[str]) -> Unlocked:
    """The root key in `file`. Takes about a third of a second on purpose.

    Raises WrongPassphrases, RootKeyDamaged, and PassphraseRefused for passphrases with which no
    root key is made.
    """
    fields = _read(file)
    refuse_passphrases(passphrases)
    salt, nonce, sealed, point = (shape.octets(fields[key], "root key") for key in (1, 3, 4, 5))
    try:
        opened = AESGCM(_stretched(passphrases, salt)).decrypt(nonce, sealed, _PURPOSE + point)
    except InvalidTag:
        raise WrongPassphrases(
            "the two passphrases do not open this root key; their order counts"
        ) from None
    try:
        key = Unlocked(int.from_bytes(opened, "big"))
    except KeyFileDamaged as error:
        raise RootKeyDamaged(str(error)) from None
    if key.point != point:
        raise RootKeyDamaged("the point in this file belongs to another key")
    return key


def root_point_of(file: bytes) -> bytes:
    """The public point written beside the sealed key, 33 octets. Raises RootKeyDamaged."""
    return shape.octets(_read(file)[5], "root key")


def certificate_from(pem: bytes) -> bytes:
    """The certificate beside a root key, from PEM to DER. Raises RootKeyDamaged."""
    try:
        return x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)
    except ValueError:
        raise RootKeyDamaged("this is no certificate in PEM, or it is damaged") from None


def _read(file: bytes) -> Mapping[int, Item]:
    try:
        return read_sealed(file, "root key", _SETTINGS, _check)
    except SealedKeyDamaged as error:
        if error.strange:
            raise RootKeyDamaged(f"this is no root key, or it is damaged ({error})") from None
        raise RootKeyDamaged(
            "this root key was damaged; take the copy from the other safe"
        ) from None


def _check(fields: dict[int, Item]) -> bytes:
    return sha256(_PURPOSE + encode(fields)).digest()[:CHECK]


def _stretched(passphrases: Sequence[str], salt: bytes) -> bytes:
    said = [normalize("NFC", each).encode() for each in passphrases]
    return Argon2id(
        salt=salt, length=32, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB
    ).derive(b"".join(len(each).to_bytes(4, "big") + each for each in said))
