"""The authority's root key in a file that opens only with two people's passphrases.

Root key file (see resources/formats/trust-v1.md): a map in the small CBOR, built as a member's key
file is. Argon2id, 64 MiB, four passes, one lane, over both passphrases in their order, each behind
its length: no letter can move from the end of one to the beginning of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.serialization import Encoding

from tallydesk.protocol import shape
from tallydesk.protocol.cbor import CborError, Item, decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.keys import POINT, KeyFileDamaged, Unlocked, scalar_from

SHORTEST_PASSPHRASE = 12
"""Characters. Nobody is asked for signs of several kinds: length is what a guesser pays for."""

LONGEST_PASSPHRASE = 1_024
"""Characters; a file taken for a passphrase by mistake is longer."""

PEOPLE = 2
"""How many people it takes to open the root key."""

_SETTINGS = _MEMORY_KIB, _PASSES, _LANES = 65_536, 4, 1
_SALT, _NONCE, _CHECK, _SCALAR = 16, 12, 16, 32
_SCALAR_CHANCE = 48
_SEALED = _SCALAR + 16
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
    salt, nonce = octets(_SALT), octets(_NONCE)
    sealed = AESGCM(_stretched(passphrases, salt)).encrypt(
        nonce, scalar.to_bytes(_SCALAR, "big"), _PURPOSE + key.point
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


def _read(file: bytes) -> dict[int, Item]:
    try:
        fields = dict(shape.keyed(decode(file), "root key", frozenset(range(7))))
        shape.number(fields[0], "root key version", least=1, most=1)
        # Never obeyed when different: a file could ask for all the memory there is.
        for setting, ours in zip(
            shape.array(fields[2], "root key settings", length=len(_SETTINGS)),
            _SETTINGS,
            strict=True,
        ):
            shape.number(setting, "root key settings", least=ours, most=ours)
        for key, length in ((1, _SALT), (3, _NONCE), (4, _SEALED), (5, POINT), (6, _CHECK)):
            shape.octets(fields[key], "root key", length=length)
    except (CborError, ShapeError) as error:
        raise RootKeyDamaged(f"this is no root key, or it is damaged ({error})") from None
    if fields.pop(6) != _check(fields):
        raise RootKeyDamaged("this root key was damaged; take the copy from the other safe")
    return fields


def _check(fields: dict[int, Item]) -> bytes:
    return sha256(_PURPOSE + encode(fields)).digest()[:_CHECK]


def _stretched(passphrases: Sequence[str], salt: bytes) -> bytes:
    said = [normalize("NFC", each).encode() for each in passphrases]
    return Argon2id(
        salt=salt, length=32, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB
    ).derive(b"".join(len(each).to_bytes(4, "big") + each for each in said))
