"""Every octet of what is signed, changed in turn, and every octet put behind it: refused.

In full (`make attacks`) each octet becomes each of the 255 others; of a trust file and a signed
package, which are long, three others each. The sample of `make test` takes some by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.attacks.conftest import Figure
from tests.attacks.kinds import kinds
from tests.attacks.size import FULL

SIGNED = {kind.name: kind for kind in kinds()}
NAMES = ("record", "card", "contest sheet", "slip", "trust file", "enrolment", "key file")
LONG = 4_000
"""Octets of what is short enough to try all values of each."""
SAMPLE, FEW = 100, 30


def changed(good: bytes, name: str) -> Iterator[tuple[int, bytes]]:
    """Place and octets of every twin that differs in one octet."""
    chance = Random(name)
    places = [(at, other) for at in range(len(good)) for other in _others(good, at, chance)]
    for at, other in places if FULL else chance.sample(places, SAMPLE):
        yield at, good[:at] + bytes((other,)) + good[at + 1 :]


def _others(good: bytes, at: int, chance: Random) -> list[int]:
    others = [other for other in range(256) if other != good[at]]
    return others if len(good) <= LONG else chance.sample(others, 3)


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("name", [*NAMES, "signed package"])
def test_no_single_changed_octet_is_accepted(name: str, figure: Figure) -> None:
    kind, tried = SIGNED[name], 0
    for at, twin in changed(kind.good, name):
        assert not kind.opens(twin), (name, at, twin[at])
        tried += 1
    figure(f"{name}: {len(kind.good)} octets, {tried:,} single changes refused")
    assert not FULL or tried == len(kind.good) * (255 if len(kind.good) <= LONG else 3)


@pytest.mark.parametrize("name", [*NAMES, "signed package"])
def test_no_octet_put_behind_or_before_is_accepted(name: str) -> None:
    kind = SIGNED[name]
    for octet in range(256) if FULL else Random(name).sample(range(256), FEW):
        assert not kind.opens(kind.good + bytes((octet,))), (name, octet)
        assert not kind.opens(bytes((octet,)) + kind.good), (name, octet)


@pytest.mark.parametrize("name", [*NAMES, "signed package"])
def test_nothing_cut_short_is_accepted(name: str) -> None:
    kind = SIGNED[name]
    lengths = range(1, len(kind.good))
    for length in lengths if FULL else Random(name).sample(lengths, min(SAMPLE, len(lengths))):
        assert not kind.opens(kind.good[:length]), (name, length)


@pytest.mark.parametrize("name", NAMES)
def test_the_good_one_is_accepted(name: str) -> None:
    assert SIGNED[name].opens(SIGNED[name].good)
