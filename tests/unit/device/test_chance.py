from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from tallydesk.device.chance import OsChance, SeededChance
from tallydesk.workflow.ports import Chance


def test_the_system_gives_other_octets_each_time() -> None:
    chance: Chance = OsChance()
    assert len(chance.octets(16)) == 16
    assert chance.octets(16) != chance.octets(16)


@given(st.binary(), st.lists(st.integers(0, 100), max_size=6))
def test_a_seed_gives_one_sequence_however_it_is_asked(seed: bytes, counts: list[int]) -> None:
    pieces: Chance = SeededChance(seed)
    whole: Chance = SeededChance(seed)
    assert b"".join(pieces.octets(count) for count in counts) == whole.octets(sum(counts))


def test_another_seed_gives_another_sequence() -> None:
    assert SeededChance(b"one").octets(16) != SeededChance(b"two").octets(16)


def test_the_sequence_is_the_documented_one() -> None:
    seed = sha256(b"practice").digest()
    expected = sha256(seed + bytes(8)).digest() + sha256(seed + bytes(7) + b"\1").digest()
    assert SeededChance(b"practice").octets(64) == expected
