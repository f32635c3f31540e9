"""Codes of whole protocols verified, beside as many bare ECDSA verifications as they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

from tallydesk.protocol.model import Stance
from tallydesk.signing.keys import Unlocked, scalar_from
from tallydesk.verification.verify import verify
from tests.benchmarks.harness import Benchmark, Ratio, seconds_of
from tests.signed import CARD, GOOD, KEYS, ROOT, Copy, texts

_PROTOCOLS = 200
_SIGNATURES = len(KEYS) + 1
"""Of one protocol: every member's, and the root's on the card."""


def _protocol(number: int) -> Copy:
    """Another station's, with members of its own: no key but the root's is met twice."""
    keys = [Unlocked(scalar_from(sha256(b"%d %d" % (number, n)).digest() * 2)) for n in range(6)]
    members = tuple(
        replace(member, point=each.point) for member, each in zip(CARD.members, keys, strict=True)
    )
    signed = GOOD.with_payload(stances=(Stance.SIGNS,) * len(keys))
    return replace(signed.with_card(number=f"{number:03}", members=members), keys=keys)


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """At most twice the time: at least half the rate.

    A bare verification starts from what a record holds: a point and r and s, as octets.
    """
    inputs = [texts(_protocol(number).codes, f"{number}.txt") for number in range(_PROTOCOLS)]

    def ours() -> None:
        for given in inputs:
            (report,) = verify([given], practice_root=ROOT.point)
            assert report.answer == "valid-practice", report.answer

    message, key = bytes(200), KEYS[0]
    signature, point = key.sign(message), key.point

    def bare() -> None:
        for _ in range(_PROTOCOLS * _SIGNATURES):
            r, s = (int.from_bytes(signature[half : half + 32], "big") for half in (0, 32))
            public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
            der = utils.encode_dss_signature(r, s)
            public.verify(der, message, ec.ECDSA(hashes.SHA256()))

    yield Ratio(
        "verify",
        limit=2,
        ours=lambda: seconds_of(ours),
        floor=lambda: seconds_of(bare),
        rounds=9,
        note=lambda: f"{_PROTOCOLS} protocols, {_PROTOCOLS * _SIGNATURES} signatures",
    )
