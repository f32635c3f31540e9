"""Enrolments beside the roster: one that is wrong stops its own station and no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tallydesk.authority.enrolments import (
    MemberPoints,
    points_for,
    read_enrolments,
)
from tallydesk.authority.roster import Commission, File, RosterMember
from tallydesk.signing.enrolment import Enrolment, enrol, read_enrolment
from tests.benchmarks.invented_roster import MADE, ROOT, key, name_of
from tests.unit.authority.commission import enrolments, roster

FIRST, SECOND = (each.commission for each in roster())
CHAIR = read_enrolment(enrolments()[0].content)


def told(
    files: Sequence[File], commission: Commission = FIRST, other: Commission = SECOND
) -> list[str]:
    """Everything that stops a station; the other one must be free of it."""
    read = read_enrolments(files, (commission, other), ROOT.point)
    assert points_for(other, read)[1] == ()
    assert read.refused(other.label) == ()
    own = (*read.refused(commission.label), *points_for(commission, read)[1])
    stray = [each for each in read.trouble if each not in own]
    return [str(each) for each in (*own, *stray)]


def asked(name: str, number: int, station: str = "01", **changed: object) -> File:
    """One more enrolment, with a key of its own."""
    own = key(9, number)
    value = Enrolment("official", "001", station, name, own.point, MADE)
    value = replace(value, **changed)  # type: ignore[arg-type]  # a test names its fields
    return File(f"001-{station}-extra-{number}.enrolment", enrol(value, own))


def by_the_root(name: str) -> File:
    """Whoever holds the root key enrols it as their own."""
    value = Enrolment("official", "001", "01", name, ROOT.point, MADE)
    return File("001-01-6.enrolment", enrol(value, ROOT))


def test_everybody_is_found_and_the_chairs_seal_with_them() -> None:
    read = read_enrolments(enrolments(), (FIRST, SECOND), ROOT.point)
    assert read.trouble == []
    points, trouble = points_for(FIRST, read)
    assert trouble == ()
    assert points[1] == MemberPoints(key(1, 0, 0).point, key(2, 0, 0).point)
    assert points[6] == MemberPoints(key(1, 0, 5).point, None)


def test_a_file_that_lies_there_twice_counts_once() -> None:
    files = enrolments()
    assert told([*files, File("copy of it.enrolment", files[0].content)]) == []


@pytest.mark.parametrize(
    "typed", [name_of(0, 0).upper(), " ".join(reversed(name_of(0, 0).split())), "alma telimova"]
)
def test_a_name_is_the_same_in_capitals_turned_about_and_without_marks(typed: str) -> None:
    files = enrolments()[1:]
    spelt = typed if typed != "alma telimova" else "alma təlimova"
    assert told([*files, asked(spelt, 1)]) == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (lambda all_: all_[1:], "station 001-01: Alma Təlimova has no enrolment; without a key"),
        (lambda all_: [*all_, asked("Alma Təlimova", 1)], "is enrolled 2 times; keep the file"),
        (lambda all_: [*all_, asked("Söyüd Yad", 1)], "“Söyüd Yad” is no member of station 001-01"),
        (
            lambda all_: [*all_, asked("Söyüd Yad", 1, purpose="practice")],
            "001-01-extra-1.enrolment: is for practice",
        ),
        (
            lambda all_: [*all_, asked("Söyüd Yad", 1, "77")],
            "001-77-extra-1.enrolment: station 001-77 does not stand on the roster",
        ),
        (
            lambda all_: [*all_, File("001-01-7.enrolment", b"hello")],
            "001-01-7.enrolment: is no enrolment, or it is damaged (",
        ),
        (
            lambda all_: [*all_, File("x.enrolment", bytes(5_000))],
            "x.enrolment: is too long for an enrolment",
        ),
        (
            lambda all_: [File(all_[0].name, unproven(all_[0].content)), *all_[1:]],
            "001-01-1.enrolment: the enrolment is not signed with the keys that it names; Alma",
        ),
        (
            lambda all_: [*all_[:-7], by_the_root("Heyva Təlimova"), *all_[6:]],
            "holds the same key as the root key",
        ),
    ],
    ids=[
        "missing",
        "two for the same member",
        "fits nobody",
        "practice",
        "unknown station",
        "damaged",
        "too long",
        "proof fails",
        "the root key",
    ],
)
def test_a_wrong_enrolment_is_named(files: Callable[[list[File]], list[File]], said: str) -> None:
    assert any(said in each for each in told(files(enrolments())))


def unproven(content: bytes) -> bytes:
    """The last octet belongs to the last signature."""
    return content[:-1] + bytes([content[-1] ^ 1])


def test_two_who_share_a_key_are_both_named() -> None:
    shared = key(1, 0, 0)
    value = replace(CHAIR, number="02", name=name_of(1, 0), point=shared.point, seal_point=None)
    files = [*enrolments()[:6], File("shared.enrolment", enrol(value, shared)), *enrolments()[7:]]
    read = read_enrolments(files, (FIRST, SECOND), ROOT.point)
    assert [str(each) for each in read.refused("001-01")] == [
        "001-01-1.enrolment: holds the same key as shared.enrolment"
    ]
    assert [str(each) for each in read.refused("001-02")] == [
        "shared.enrolment: holds the same key as 001-01-1.enrolment"
    ]


def marked(**changed: object) -> Commission:
    """The first station with its second member otherwise."""
    members: list[RosterMember] = list(FIRST.members)
    members[1] = replace(members[1], **changed)  # type: ignore[arg-type]  # a test names its fields
    return replace(FIRST, members=tuple(members))


def test_a_member_without_key_needs_no_enrolment_and_may_have_none() -> None:
    files = enrolments()
    without = [*files[:1], *files[2:]]
    assert told(without, marked(key=False)) == []
    read = read_enrolments(without, (FIRST, SECOND), ROOT.point)
    assert points_for(marked(key=False), read)[0][2] == MemberPoints(b"", None)
    (said,) = told(files, marked(key=False))
    assert said.startswith("001-01-2.enrolment: Armud Təlimova signs on paper alone by the roster")


def test_a_member_without_vote_needs_no_key() -> None:
    files = enrolments()
    assert told([*files[:1], *files[2:]], marked(decisive=False)) == []
    assert told(files, marked(decisive=False)) == [
        "001-01-2.enrolment: Armud Təlimova has no decisive vote and needs no key"
    ]


def test_only_chair_and_deputy_seal() -> None:
    sealing = key(9, 8)
    own = key(9, 7)
    value = Enrolment("official", "001", "01", name_of(0, 2), own.point, MADE, sealing.point)
    files = [*enrolments()[:2], File("s.enrolment", enrol(value, own, sealing)), *enrolments()[3:]]
    read = read_enrolments(files, (FIRST, SECOND), ROOT.point)
    assert points_for(FIRST, read)[0][3] == MemberPoints(own.point, None)
