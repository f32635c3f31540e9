"""The trust file is installed once; another root or an older serial never takes its place."""

from __future__ import annotations

import pytest

from tallydesk.signing.keys import Unlocked, scalar_from
from tallydesk.signing.practice import practice_root
from tallydesk.signing.trust import Trust, issue_trust
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.trusting import trusted
from tests.builders import CLOSES
from tests.official import authority

ROOT = Unlocked(scalar_from(b"\x21" * 48))
OTHER = Unlocked(scalar_from(b"\x22" * 48))
PRACTICE = practice_root().point


def file(serial: int, root: Unlocked = ROOT, cards: frozenset[bytes] = frozenset()) -> bytes:
    return issue_trust(root, Trust(root.point, serial=serial, issued=CLOSES, cards=cards))


def refused(code: str) -> pytest.RaisesExc[RefusedError]:
    return pytest.raises(RefusedError, match=f"^{code}")


def test_the_first_file_is_taken_and_counts_from_then_on() -> None:
    trust, kept = trusted(None, file(1), PRACTICE)
    assert (trust.serial, kept) == (1, file(1))
    assert trusted(kept, None, PRACTICE) == (trust, kept)
    assert trusted(kept, file(1), PRACTICE) == (trust, kept)


def test_a_newer_one_takes_its_place_and_an_older_one_does_not() -> None:
    _, kept = trusted(file(1), file(3), PRACTICE)
    assert kept == file(3)
    with refused("trust-older: given 2, kept 3"):
        trusted(kept, file(2), PRACTICE)


def test_a_second_file_of_the_same_serial_is_not_taken() -> None:
    with refused("trust-older: given 1, kept 1"):
        trusted(file(1), file(1, cards=frozenset((b"\x01" * 32,))), PRACTICE)


def test_another_authoritys_file_is_never_taken() -> None:
    with refused("trust-other-root"):
        trusted(file(1), file(9, OTHER), PRACTICE)


def test_without_a_file_and_with_what_is_none_it_says_so() -> None:
    with refused("trust-missing"):
        trusted(None, None, PRACTICE)
    with refused("trust-unreadable"):
        trusted(None, file(1)[:-1], PRACTICE)
    with refused("trust-without-cards"):
        trusted(None, authority().root_pem, PRACTICE)
    with refused("trust-unreadable"):
        trusted(None, file(1), ROOT.point)
