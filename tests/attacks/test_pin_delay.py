"""Somebody tries PINs on another member's stick, restarts, turns the clock, and tries on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tallydesk.device.pin_marks import FolderPinMarks
from tallydesk.signing.keys import WrongPin
from tallydesk.workflow import attendance, pins
from tallydesk.workflow.official_happening import PinAccepted, PinRefused
from tallydesk.workflow.ports import KeyShelf, PinMark
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.resuming import resume_night
from tallydesk.workflow.session import Session
from tests.builders import CLOSES
from tests.official import PIN, clock_of, official_at, trust

WRONG = "00000000"


def tries(session: Session, shelf: KeyShelf, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongPin):
            attendance.prove(session, shelf, 1, WRONG)


def delayed() -> pytest.RaisesExc[RefusedError]:
    return pytest.raises(RefusedError, match=r"^pin-delay")


def passes(session: Session, seconds: int) -> None:
    clock = clock_of(session)
    clock.at += timedelta(seconds=seconds)
    clock.ticked += seconds * 1000


@pytest.mark.parametrize(
    ("count", "seconds"),
    [(0, 0), (2, 0), (3, 10), (4, 20), (5, 40), (6, 80), (7, 160), (8, 300), (1000, 300)],
)
def test_the_wait_doubles_up_to_five_minutes(count: int, seconds: int) -> None:
    assert pins.wait_after(count) == seconds


def test_after_three_wrong_pins_even_the_right_one_waits_and_nothing_is_locked() -> None:
    session, shelf = official_at("clock")
    tries(session, shelf, 3)
    with delayed():
        attendance.prove(session, shelf, 1, PIN)
    # Another member's key is not concerned.
    attendance.prove(session, shelf, 2, PIN)

    passes(session, 10)
    attendance.prove(session, shelf, 1, PIN)

    kinds = [entry.kind for entry in session.journal.entries()]
    assert kinds.count(PinRefused.__name__) == 3
    assert kinds.count(PinAccepted.__name__) == 1
    tries(session, shelf, 2)
    attendance.prove(session, shelf, 1, PIN)


def test_a_turned_clock_shortens_no_wait() -> None:
    session, shelf = official_at("clock")
    tries(session, shelf, 3)
    clock_of(session).at += timedelta(hours=1)
    with delayed():
        attendance.prove(session, shelf, 1, PIN)


def test_a_restart_shortens_no_wait() -> None:
    session, shelf = official_at("clock")
    tries(session, shelf, 3)
    again = resume_night(
        lambda *_: session.package, session.journal, session.clock, session.chance, "t", trust()
    )
    again.secret = session.secret
    with delayed():
        attendance.prove(again, shelf, 1, PIN)


def test_a_new_journal_shortens_no_wait_either() -> None:
    session, shelf = official_at("clock")
    tries(session, shelf, 3)
    fresh, _ = official_at("clock")
    fresh.pin_marks, fresh.clock = session.pin_marks, session.clock
    with delayed():
        attendance.prove(fresh, shelf, 1, PIN)


def test_ending_the_program_in_the_middle_of_a_try_counts_as_a_wrong_pin() -> None:
    session, _ = official_at("clock")
    point = session.night.points[1]

    def killed() -> None:
        mark = session.pin_marks.read(point)
        assert mark is not None
        assert mark.count == 1

    pins.tried(session, 1, point, killed)
    assert session.pin_marks.read(point) is None


def test_a_damaged_key_file_is_not_a_wrong_pin() -> None:
    session, _ = official_at("clock")
    point = session.night.points[1]

    def damaged() -> None:
        raise OSError("pulled out")

    with pytest.raises(OSError, match="pulled out"):
        pins.tried(session, 1, point, damaged)
    assert session.pin_marks.read(point) is None


def test_marks_are_on_the_disk_and_a_damaged_file_counts_as_nothing(tmp_path: Path) -> None:
    folder = tmp_path
    mark = PinMark(4, CLOSES, 12_345)
    FolderPinMarks(folder).write(b"\x02" * 33, mark)
    FolderPinMarks(folder).write(b"\x03" * 33, mark)
    FolderPinMarks(folder).write(b"\x03" * 33, None)
    FolderPinMarks(folder).write(b"\x03" * 33, None)

    assert FolderPinMarks(folder).read(b"\x02" * 33) == mark
    assert FolderPinMarks(folder).read(b"\x03" * 33) is None
    for damaged in (b"{", b"[]", b'{"' + b"02" * 33 + b'": [1]}'):
        (folder / "pins.json").write_bytes(damaged)
        assert FolderPinMarks(folder).read(b"\x02" * 33) is None
