"""Members' keys: P-256, ES256 with RFC 6979, kept behind a PIN and the station's secret.

Key file (see resources/formats/record-v1.md): a map in the small CBOR. Argon2id, 64 MiB, three
passes, one lane, over the PIN, keyed with the station secret; AES-256-GCM over the key. Its
checksum tells a damaged file from a wrong PIN and says nothing about either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import CertificateBuilder

from tallydesk.protocol import shape
from tallydesk.protocol.cbor import Item, encode
from tallydesk.signing.sealed_key import CHECK, NONCE, SALT, SEALED, SealedKeyDamaged, read_sealed

POINT = 33
"""Octets of a public key: a compressed point."""

_ES256 = ec.ECDSA(hashes.SHA256())
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_HALF = 32
_SETTINGS = _MEMORY_KIB, _PASSES, _LANES = 65_536, 3, 1
_SCALAR_CHANCE = 48
"""Octets for a key: 128 bits more than it has, so that the remainder is even (FIPS 186-5 A.2.1)."""
CHANCE_OF_A_KEY = _SCALAR_CHANCE + SALT + NONCE
"""Octets of chance that `make_key` draws."""
_PURPOSE = b"tallydesk/key/1"
_PIN = re.compile(r"[0-9]{8,64}")


class PinRefused(ValueError):
    """A PIN has eight digits at least."""


class WrongPin(ValueError):
    """PIN or station secret do not open this key; the file itself is whole."""


class KeyFileDamaged(ValueError):
    """The key file is no key file, or not the one that was written."""


@dataclass(frozen=True, slots=True)
class MemberKey:
    """A new key: the file to keep, and the public point (33 octets) for the card."""

    file: bytes
    point: bytes


class Unlocked:
    """A private key in memory; it signs and shows nothing but its point."""

    __slots__ = ("_key", "point")

    def __init__(self, scalar: int) -> None:
        if not 0 < scalar < ORDER:
            raise KeyFileDamaged("the number in this file is no key")
        self._key = ec.derive_private_key(scalar, ec.SECP256R1())
        self.point = self._key.public_key().public_bytes(
            Encoding.X962, PublicFormat.CompressedPoint
        )

    def sign(self, message: bytes) -> bytes:
        """ES256 with the nonce of RFC 6979: r and s, 64 octets; the same each time."""
        der = self._key.sign(message, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
        r, s = decode_dss_signature(der)
        return r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")

    def certify(self, builder: CertificateBuilder) -> bytes:
        """The certificate signed with this key, in DER; the same each time."""
        made = builder.sign(self._key, hashes.SHA256(), ecdsa_deterministic=True)
        return made.public_bytes(Encoding.DER)


def signed_by(point: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the owner of `point` (33 octets, compressed) signed `message`.

    A point that is not on the curve, or spelled otherwise, has signed nothing.
    """
    if len(point) != POINT or len(signature) != 2 * _HALF:
        return False
    r = int.from_bytes(signature[:_HALF], "big")
    s = int.from_bytes(signature[_HALF:], "big")
    try:
        _key_at(point).verify(encode_dss_signature(r, s), message, _ES256)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=1024)
def _key_at(point: bytes) -> ec.EllipticCurvePublicKey:
    """The key at a point. Kept: one root signs every card, one member several contests."""
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)


def scalar_from(chance: bytes) -> int:
    """A private number from 48 random octets, evenly over all there are."""
    return int.from_bytes(chance, "big") % (ORDER - 1) + 1


def make_key(pin: str, station_secret: str, octets: Callable[[int], bytes]) -> MemberKey:
    """A new key behind `pin` and the station's secret.

    `octets(count)` supplies chance: the same octets make the same file, which is what a
    demonstration wants and nobody else. Raises PinRefused.
    """
    _check_pin(pin)
    return _sealed(scalar_from(octets(_SCALAR_CHANCE)), pin, station_secret, octets)


def reseal(
    file: bytes, pin: str, secret: str, new_secret: str, octets: Callable[[int], bytes]
) -> tuple[bytes, Unlocked]:
    """The file of the same key behind the same PIN and another station secret, and the key.

    A member enrols before the letter is printed, so the secret is "" until the first opening. Salt
    and nonce are fresh. Raises as `unlock`.
    """
    scalar = _scalar(file, pin, secret)
    return _sealed(scalar, pin, new_secret, octets).file, Unlocked(scalar)


def change_pin(
    file: bytes, pin: str, new_pin: str, station_secret: str, octets: Callable[[int], bytes]
) -> bytes:
    """The file of the same key behind another PIN and the same station secret.

    Salt and nonce are fresh. Raises PinRefused for the new PIN, and as `unlock`.
    """
    _check_pin(new_pin)
    return _sealed(_scalar(file, pin, station_secret), new_pin, station_secret, octets).file


def _check_pin(pin: str) -> None:
    if _PIN.fullmatch(pin) is None:
        raise PinRefused("a PIN has eight digits or more, and nothing but digits")


def _sealed(
    scalar: int, pin: str, station_secret: str, octets: Callable[[int], bytes]
) -> MemberKey:
    point = Unlocked(scalar).point
    salt, nonce = octets(SALT), octets(NONCE)
    fields: dict[int, Item] = {0: 1, 1: salt, 2: _SETTINGS, 3: nonce, 5: point}
    sealed = AESGCM(_stretched(pin, station_secret, salt)).encrypt(
        nonce, scalar.to_bytes(_HALF, "big"), _PURPOSE + point
    )
    fields[4] = sealed
    fields[6] = _check(fields)
    return MemberKey(encode(fields), point)


def unlock(file: bytes, pin: str, station_secret: str) -> Unlocked:
    """The key in `file`. Takes about a quarter of a second on purpose.

    Raises WrongPin when PIN or secret do not fit, KeyFileDamaged when the file is not whole.
    """
    return Unlocked(_scalar(file, pin, station_secret))


def _scalar(file: bytes, pin: str, station_secret: str) -> int:
    fields = _read(file)
    salt, nonce, sealed, point = (
        shape.octets(fields[key], "key file", length=length)
        for key, length in ((1, SALT), (3, NONCE), (4, SEALED), (5, POINT))
    )
    try:
        opened = AESGCM(_stretched(pin, station_secret, salt)).decrypt(
            nonce, sealed, _PURPOSE + point
        )
    except InvalidTag:
        raise WrongPin("this PIN does not open this key") from None
    return int.from_bytes(opened, "big")


def point_of(file: bytes) -> bytes:
    """The public point written beside the sealed key. Raises KeyFileDamaged."""
    return shape.octets(_read(file)[5], "key file")


def _read(file: bytes) -> Mapping[int, Item]:
    try:
        return read_sealed(file, "key file", _SETTINGS, _check)
    except SealedKeyDamaged as error:
        if error.strange:
            raise KeyFileDamaged(f"this is no key file, or it is damaged ({error})") from None
        raise KeyFileDamaged(
            "this key file was damaged; take the copy on the other stick"
        ) from None


def _check(fields: dict[int, Item]) -> bytes:
    return sha256(encode(fields)).digest()[:CHECK]


def _stretched(pin: str, station_secret: str, salt: bytes) -> bytes:
    # People type the secret in groups, in small letters, with O for 0 and I for 1.
    secret = re.sub(r"[\s-]", "", station_secret).upper().translate(str.maketrans("OIL", "011"))
    return Argon2id(
        salt=salt,
        length=32,
        iterations=_PASSES,
        lanes=_LANES,
        memory_cost=_MEMORY_KIB,
        secret=secret.encode(),
    ).derive(pin.encode())
