"""The practice root: its private key is shipped, so it protects nothing, and says so."""

from __future__ import annotations

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from tallydesk.assets import read_bytes
from tallydesk.signing.keys import Unlocked


class RootRefused(ValueError):
    """A file that should hold a root key holds something else."""


def practice_root() -> Unlocked:
    """The shipped root of all practice cards. Raises AssetMissing, RootRefused."""
    return root_from(read_bytes("trust", "practice-root.pem"))


def root_from(pem: bytes) -> Unlocked:
    """A root key from PEM without pass phrase. Raises RootRefused."""
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise RootRefused("this file holds no private key in PEM") from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise RootRefused("a root key lies on the curve P-256")
    return Unlocked(key.private_numbers().private_value)
