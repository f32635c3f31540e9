"""Key files on several sticks: found by their point, sealed anew in place, destroyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallydesk.device.clock import FixedClock, SystemClock
from tallydesk.device.key_shelf import FolderKeyShelf
from tallydesk.device.sticks import mounted
from tallydesk.signing.keys import MemberKey, make_key
from tallydesk.workflow.ports import Clock, KeyShelf
from tests.fakes import EVENING, CountingChance


@pytest.fixture(scope="module")
def keys() -> tuple[MemberKey, MemberKey]:
    octets = CountingChance().octets
    return make_key("12345678", "", octets), make_key("12345678", "", octets)


def test_a_key_is_found_by_its_point_whatever_the_file_is_called(
    tmp_path: Path, keys: tuple[MemberKey, MemberKey]
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for stick in (one, other):
        stick.mkdir()
    (one / "whatever.key").write_bytes(keys[0].file)
    (one / "notes.key").write_text("no key")
    (one / "folder.key").mkdir()
    (other / "012-03.key").write_bytes(keys[1].file)
    shelf: KeyShelf = FolderKeyShelf(tmp_path / "laptop", one, found=lambda: (other,))

    assert shelf.find(keys[0].point) == keys[0].file
    assert shelf.find(keys[1].point) == keys[1].file
    assert shelf.find(b"\x02" * 33) is None


def test_a_key_sealed_anew_takes_the_place_of_the_old_file(
    tmp_path: Path, keys: tuple[MemberKey, MemberKey]
) -> None:
    (tmp_path / "mine.key").write_bytes(keys[0].file)
    shelf = FolderKeyShelf(tmp_path / "laptop", tmp_path)
    again = keys[0].file[:-1] + b"\x00"
    shelf.put_back(keys[0].point, again)
    assert (tmp_path / "mine.key").read_bytes() == again
    with pytest.raises(FileNotFoundError, match="put the stick back in"):
        shelf.put_back(keys[1].point, again)


def test_a_destroyed_key_is_gone_from_every_stick_and_nothing_else_is(
    tmp_path: Path, keys: tuple[MemberKey, MemberKey]
) -> None:
    for name, key in (("a.key", keys[0]), ("copy of a.key", keys[0]), ("b.key", keys[1])):
        (tmp_path / name).write_bytes(key.file)
    held = (tmp_path / "a.key").open("rb")
    shelf = FolderKeyShelf(tmp_path / "laptop", tmp_path)

    assert shelf.destroy(keys[0].point)
    assert not shelf.destroy(keys[0].point)

    assert [path.name for path in tmp_path.iterdir()] == ["b.key"]
    with held:
        # Whoever held the file open reads what was written over it.
        assert held.read() != keys[0].file


def test_the_steady_clock_goes_on_while_the_other_is_looked_at() -> None:
    clock: Clock = SystemClock()
    before = clock.ticks()
    clock.now()
    assert clock.ticks() >= before
    fixed: Clock = FixedClock(EVENING)
    fixed.now()
    assert fixed.ticks() == 1000


def test_sticks_are_folders_that_are_there() -> None:
    assert all(each.is_absolute() for each in mounted())
