"""The octets of the chain are a format: another program has to find the same digest."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from tallydesk.workflow.chain import (
    GENESIS,
    Break,
    digest_of,
    entry_after,
    milliseconds,
    verify_chain,
)

AT = datetime(2026, 11, 20, 15, 1, 0, 250_000, tzinfo=UTC)


def test_the_digest_is_the_one_another_program_computes() -> None:
    # The octets of the docstring written by printf and xxd, through sha256sum.
    expected = "0ac6ffea903d947d42ad3a2beb6a3ef01e8dbb6642da04f338de0460715b42e1"
    assert digest_of(GENESIS, 1, AT, 3, "FigureWritten", '{"count":1015}').hex() == expected


def test_an_empty_journal_holds() -> None:
    assert verify_chain([]) is None


def test_the_same_moment_in_another_time_zone_is_the_same_entry() -> None:
    there = AT.astimezone(timezone(timedelta(hours=4)))
    assert entry_after(None, there, 1, "k", "{}") == entry_after(None, AT, 1, "k", "{}")


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (AT.replace(tzinfo=None), "no time zone"),
        (AT + timedelta(microseconds=1), "finer than a millisecond"),
    ],
)
def test_a_moment_the_journal_cannot_hold_is_refused(at: datetime, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        milliseconds(at)


@pytest.mark.parametrize(
    "impossible", [{"member": -1}, {"at": AT.replace(tzinfo=None)}, {"body": "\ud800"}]
)
def test_an_entry_nobody_could_have_written_is_named(impossible: dict[str, Any]) -> None:
    first = entry_after(None, AT, 1, "k", "{}")
    second = replace(entry_after(first, AT, 1, "k", "{}"), **impossible)
    assert verify_chain([first, second]) == Break(2, "content")


@pytest.mark.parametrize("member", [-1, 2**32])
def test_a_member_without_room_is_refused(member: int) -> None:
    with pytest.raises(OverflowError):
        entry_after(None, AT, member, "k", "{}")
