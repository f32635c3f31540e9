"""A member's own key: on the stick, with proof of possession for the authority."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallydesk.authority.member_key import MemberFiles
from tallydesk.device.enrolment_outbox import save_enrolled
from tallydesk.device.writing import NotSaved
from tallydesk.signing.enrolment import read_enrolment
from tallydesk.signing.keys import point_of, unlock
from tallydesk.workflow.enrolling import make_own_key
from tallydesk.workflow.refusal import RefusedError
from tests.builders import CLOSES
from tests.fakes import CountingChance

PIN = "24681357"


def made(*, seals: bool = False) -> MemberFiles:
    return make_own_key(
        ("012", "03"), " Ada Oak ", (PIN, PIN), CountingChance().octets, CLOSES, seals=seals
    )


def test_the_enrolment_names_member_station_and_key_and_only_it_leaves_the_stick() -> None:
    enrolled = made()
    read = read_enrolment(enrolled.enrolment)
    assert (read.constituency, read.number, read.name) == ("012", "03", "Ada Oak")
    ((file, key),) = enrolled.keys.items()
    assert read.point == point_of(key) == unlock(key, PIN, "").point == enrolled.point
    assert read.seal_point is None
    assert repr(key) not in repr(enrolled)
    assert (file, enrolled.enrolment_name) == ("012-03-Ada-Oak.key", "012-03-Ada-Oak.enrolment")


def test_chair_and_deputy_get_a_seal_key_with_the_same_pin() -> None:
    enrolled = made(seals=True)
    read = read_enrolment(enrolled.enrolment)
    assert read.seal_point == unlock(enrolled.keys["012-03-Ada-Oak-seal.key"], PIN, "").point
    assert read.seal_point != read.point


@pytest.mark.parametrize(
    ("station", "name", "pin", "code"),
    [
        (("012", "03"), " ", (PIN, PIN), "name-missing"),
        (("012", "03"), "Ada\x00", (PIN, PIN), "name-missing"),
        (("012", ""), "Ada", (PIN, PIN), "station-missing"),
        (("twelve", "03"), "Ada", (PIN, PIN), "station-missing"),
        (("012", "03"), "Ada", (PIN, "24681358"), "pin-differs"),
        (("012", "03"), "Ada", ("1234567", "1234567"), "pin-too-short"),
    ],
)
def test_what_was_typed_wrong_is_told(
    station: tuple[str, str], name: str, pin: tuple[str, str], code: str
) -> None:
    with pytest.raises(RefusedError, match=f"^{code}"):
        make_own_key(station, name, pin, CountingChance().octets, CLOSES)


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    enrolled = made(seals=True)
    paths = save_enrolled(tmp_path, enrolled)
    assert [path.suffix for path in paths] == [".key", ".key", ".enrolment"]
    assert [path.read_bytes() for path in paths[:2]] == list(enrolled.keys.values())
    with pytest.raises(NotSaved, match="is there already"):
        save_enrolled(tmp_path, enrolled)
    with pytest.raises(NotSaved):
        save_enrolled(tmp_path / "gone", enrolled)
