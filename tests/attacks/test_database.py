"""Threat "database edited": whatever is done to the rows of a whole night is named on opening.

`TALLYDESK_ATTACKS=full` tries every row with every kind of change, every insertion, deletion and
swap; otherwise a sample is drawn that is the same in every run.
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from typing import TypeVar

import pytest

from tallydesk.election.mistake import Mistakes
from tallydesk.signing.codes import long_digest, short_digest
from tallydesk.storage.reading import read_entries
from tallydesk.storage.refusal import JournalRefused
from tallydesk.workflow.examination import examine
from tallydesk.workflow.fault import Fault
from tallydesk.workflow.happening import StepOpened
from tallydesk.workflow.happening_json import KINDS, written
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.printed_head import read_head, spoken_of
from tests.attacks.night import (
    Attack,
    Whole,
    attacked,
    opening,
    rechained,
    whole_night,
    written_over,
)

FULL = os.environ.get("TALLYDESK_ATTACKS") == "full"
_T = TypeVar("_T")

pytestmark = pytest.mark.timeout(0 if FULL else 120)


@pytest.fixture(scope="module")
def whole() -> Whole:
    return whole_night()


def some(of: Sequence[_T], count: int) -> Sequence[_T]:
    """All of them at full size, else a sample that is the same in every run."""
    return of if FULL or len(of) <= count else random.Random(20261120).sample(list(of), count)


def update(number: int, column: str, value: object) -> Attack:
    def deed(connection: sqlite3.Connection) -> None:
        statement = f"UPDATE entry SET {column} = ? WHERE number = ?"  # noqa: S608  # an attack
        connection.execute(statement, (value, number))

    return deed


def cast(number: int, column: str, octets: bytes) -> Attack:
    """A text that is no UTF-8."""

    def deed(connection: sqlite3.Connection) -> None:
        statement = f"UPDATE entry SET {column} = CAST(? AS TEXT) WHERE number = ?"  # noqa: S608
        connection.execute(statement, (octets, number))

    return deed


def flipped(digest: bytes, place: int) -> bytes:
    return digest[:place] + bytes((digest[place] ^ 1,)) + digest[place + 1 :]


Change = tuple[int, str, Attack]
"""Which row, which column, and the deed."""


def changes(whole: Whole) -> Iterator[Change]:
    """Every column of each row, in several ways."""
    kinds, entries = list(KINDS), whole.entries
    for entry in entries:
        n, other = entry.number, entries[entry.number % len(entries)]
        at_ms = int(entry.at.timestamp() * 1000)
        for value in (at_ms + 1, at_ms - 1, at_ms + 3_600_000, at_ms - 86_400_000, 1 << 60, -1):
            yield n, "at_ms", update(n, "at_ms", value)
        for member in (entry.member + 1, 0 if entry.member else 3, 99, 1 << 40):
            yield n, "member", update(n, "member", member)
        known = kinds[(kinds.index(entry.kind) + 1) % len(kinds)]
        for kind in (known, "Unheard", entry.kind.lower(), entry.kind + " ", ""):
            yield n, "kind", update(n, "kind", kind)
        yield n, "kind", cast(n, "kind", b"\xff")
        for body in (entry.body + " ", "{}", "", entry.body[:-1], entry.body.replace("1", "2")):
            if body != entry.body:
                yield n, "body", update(n, "body", body)
        if other.body != entry.body:
            yield n, "body", update(n, "body", other.body)
        yield n, "body", cast(n, "body", entry.body.encode() + b"\xc3")
        for place in (0, 31):
            yield n, "digest", update(n, "digest", flipped(entry.digest, place))
        for digest in (bytes(32), other.digest):
            yield n, "digest", update(n, "digest", digest)
        yield n, "number", update(n, "number", len(entries) + 1)
        yield n, "number", update(n, "number", 1 << 40)


NAMED = {
    "at_ms": {"moment", "content"},
    "member": {"member"},
    "kind": {"kind"},
    "body": {"text", "content"},
    "digest": {"digest", "content"},
    "number": {"missing", "moved"},
}
"""What may be named; "content" where the last row leaves no witness or a moment is too far off."""


def test_every_change_of_a_row_is_named_by_its_event_and_its_field(
    whole: Whole, tmp_path: Path
) -> None:
    for number, column, deed in some(list(changes(whole)), 160):
        fault = opening(attacked(whole, tmp_path, deed))
        assert fault is not None, (number, column)
        assert fault.number == number, (number, column, fault)
        assert fault.differs in NAMED[column], (number, column, fault)


def test_a_changed_field_is_proved_with_what_stood_there(whole: Whole, tmp_path: Path) -> None:
    entry = whole.entries[99]
    moment = update(100, "at_ms", int(entry.at.timestamp() * 1000) + 700)
    for deed, differs, was in (
        (moment, "moment", entry.at.isoformat(timespec="milliseconds")),
        (update(100, "member", 9), "member", str(entry.member)),
        (update(100, "kind", "Resumed"), "kind", entry.kind),
        (update(100, "body", "{}"), "text", ""),
        (update(100, "digest", bytes(32)), "digest", ""),
    ):
        fault = opening(attacked(whole, tmp_path, deed))
        assert fault is not None
        assert (fault.number, fault.differs, fault.was) == (100, differs, was)


def deletion(number: int, *, close_up: bool) -> Attack:
    def deed(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM entry WHERE number = ?", (number,))
        if close_up:
            connection.execute("UPDATE entry SET number = number - 1 WHERE number > ?", (number,))

    return deed


@pytest.mark.parametrize("close_up", [False, True], ids=["gap", "closed up"])
def test_every_deletion_is_named(
    whole: Whole,
    tmp_path: Path,
    close_up: bool,  # noqa: FBT001  # pytest's way
) -> None:
    last = len(whole.entries)
    for number in (*some(range(1, last), 60), last):
        fault = opening(attacked(whole, tmp_path, deletion(number, close_up=close_up)))
        assert fault is not None, number
        # The one after it is the only witness: where that is the last, nothing tells them apart.
        assert fault.number == number
        unsure = close_up and number == last - 1
        assert fault.differs == ("content" if unsure else "missing"), (number, fault)


def counted(last: int) -> Attack:
    """SQLite's own count of entries is an ordinary table to whoever edits a file."""

    def deed(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE sqlite_sequence SET seq = ?", (last,))

    return deed


@pytest.mark.parametrize("change", [-1, 1, -(1 << 40)])
def test_a_count_that_is_not_the_number_of_entries_is_named(
    whole: Whole, tmp_path: Path, change: int
) -> None:
    last = len(whole.entries)
    path = attacked(whole, tmp_path, counted(last + change))
    if change > 0:
        fault = opening(path)
        assert fault is not None
        assert (fault.number, fault.differs) == (last + 1, "missing")
    else:
        with pytest.raises(JournalRefused, match="sqlite_sequence is not as tallydesk made it"):
            read_entries(path)


def test_a_count_that_was_taken_away_is_named(whole: Whole, tmp_path: Path) -> None:
    path = attacked(whole, tmp_path, lambda file: file.execute("DELETE FROM sqlite_sequence"))
    with pytest.raises(JournalRefused, match="sqlite_sequence"):
        read_entries(path)


def test_the_last_event_cut_off_and_the_count_with_it_is_told_by_a_print(
    whole: Whole, tmp_path: Path
) -> None:
    last = len(whole.entries)

    def both(connection: sqlite3.Connection) -> None:
        deletion(last, close_up=False)(connection)
        counted(last - 1)(connection)

    assert opening(attacked(whole, tmp_path, both)) is None
    for digest in (long_digest, short_digest):
        head = read_head(digest(whole.entries[-1].digest))
        assert spoken_of(whole.entries, head) == last
        assert spoken_of(whole.entries[:-1], head) is None


def insertion(number: int, row: Entry) -> Attack:
    def deed(connection: sqlite3.Connection) -> None:
        for at in range(1_000, number - 1, -1):
            connection.execute("UPDATE entry SET number = ? WHERE number = ?", (at + 1, at))
        connection.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)",
            (number, int(row.at.timestamp() * 1000), row.member, row.kind, row.body, row.digest),
        )

    return deed


def test_every_insertion_is_named(whole: Whole, tmp_path: Path) -> None:
    entries = whole.entries
    kind, body = written(StepOpened("attendance"))
    for number in some(range(1, len(entries) + 2), 40):
        before = entries[max(0, number - 2)]
        invented = replace(before, kind=kind, body=body, digest=bytes(range(32)))
        for row in (before, entries[number // 2], invented):
            fault = opening(attacked(whole, tmp_path, insertion(number, row)))
            assert fault is not None, number
            # A copy put in before its own original is found out at the second of the two.
            assert fault.number in {number, number + 1}, (number, fault)
            at_the_end = number == len(entries) + 1
            assert fault.differs in ({"extra", "content"} if at_the_end else {"extra"}), fault


def swap(first: int, second: int) -> Attack:
    def deed(connection: sqlite3.Connection) -> None:
        for old, new in ((first, -first), (second, first)):
            connection.execute("PRAGMA ignore_check_constraints = ON")
            connection.execute("UPDATE entry SET number = ? WHERE number = ?", (new, old))
        connection.execute("UPDATE entry SET number = ? WHERE number = ?", (second, -first))

    return deed


def test_every_swap_of_two_rows_is_named(whole: Whole, tmp_path: Path) -> None:
    for first, second in some(list(combinations(range(1, len(whole.entries) + 1), 2)), 80):
        fault = opening(attacked(whole, tmp_path, swap(first, second)))
        assert fault is not None, (first, second)
        assert (fault.number, fault.differs, fault.elsewhere) == (first, "moved", second)


# --- the stronger attacker computes every digest anew -------------------------------------------


def found(entries: Sequence[Entry]) -> Fault | None:
    """The first break; the package is read anew only where somebody laid hands on it."""
    whole = whole_night()
    same = entries[:1] == whole.entries[:1]
    try:
        return examine(entries, (lambda *_: whole.session.package) if same else read_again).fault
    except Mistakes:
        # The window then says which line of the package no version would have accepted.
        return Fault(1, "impossible", entries[0], "strange")


def told_or_unspoken(whole: Whole, entries: Sequence[Entry], number: int) -> bool:
    """Whether a print tells of a change at `number`, or no print speaks of it."""
    heads = [read_head(long_digest(digest)) for digest in whole.prints]
    spoken = [spoken_of(whole.entries, head) or 0 for head in heads]
    return all(
        spoken_of(entries, head) is None or at < number
        for head, at in zip(heads, spoken, strict=True)
    )


def rewritings(entry: Entry, other: Entry) -> Iterator[Entry]:
    """An event as the stronger attacker would rather have it."""
    for shift in (1, -1, 60_000, -86_400_000):
        yield replace(entry, at=entry.at + timedelta(milliseconds=shift))
    yield replace(entry, member=entry.member + 1)
    yield replace(entry, kind=other.kind)
    yield replace(entry, kind="Unheard")
    yield replace(entry, kind=other.kind, body=other.body)
    for old, new in (("1", "2"), ("true", "1"), ("first", "second"), ("e", "o")):
        yield replace(entry, body=entry.body.replace(old, new, 1))
    yield replace(entry, body=entry.body + " ")
    yield replace(entry, body="{}")


def rewritten(whole: Whole) -> Iterator[tuple[int, Callable[[], tuple[Entry, ...]]]]:
    """Every event rewritten, left out, put in and exchanged, the chain made good again."""
    entries = whole.entries
    for index, entry in enumerate(entries):
        other = entries[(index + 7) % len(entries)]
        head, tail = entries[:index], entries[index + 1 :]
        for changed in rewritings(entry, other):
            if changed != entry:
                yield index + 1, lambda c=changed, h=head, t=tail: rechained((*h, c, *t))  # type: ignore[misc]
        if tail:
            yield index + 1, lambda h=head, t=tail: rechained((*h, *t))  # type: ignore[misc]
        yield index + 1, lambda h=head, e=entry, o=other, t=tail: rechained((*h, o, e, *t))  # type: ignore[misc]


def test_whoever_computes_the_chain_anew_is_named_by_what_could_not_have_happened(
    whole: Whole,
) -> None:
    last_print = whole.number_of("PayloadFrozen")
    for number, make in some(list(rewritten(whole)), 120):
        entries = make()
        fault = found(entries)
        if number < last_print:
            # Members signed a payload that carries the head of all that was before.
            assert fault is not None, number
        assert fault is not None or told_or_unspoken(whole, entries, number), number


def test_a_swap_with_the_chain_computed_anew_is_named(whole: Whole) -> None:
    last_print = whole.number_of("PayloadFrozen")
    for first, second in some(list(combinations(range(len(whole.entries)), 2)), 60):
        rows = list(whole.entries)
        rows[first], rows[second] = rows[second], rows[first]
        if (rows[first].at, rows[first].body) == (rows[second].at, rows[second].body):
            continue
        fault = found(rechained(rows))
        assert fault is not None or first + 1 > last_print, (first, second)


def test_signatures_records_and_copies_are_bound_by_what_was_signed(whole: Whole) -> None:
    """After the last print, too: nobody can put a signature or a record that does not fit."""
    entries = whole.entries
    for kind in ("PayloadFrozen", "Signed", "RecordSealed"):
        index = whole.number_of(kind) - 1
        for old, new in (("0", "1"), ("a", "b"), ("f", "e")):
            body = entries[index].body
            at = body.rindex(old)
            changed = replace(entries[index], body=body[:at] + new + body[at + 1 :])
            fault = found(rechained((*entries[:index], changed, *entries[index + 1 :])))
            assert fault is not None
            assert fault.number == index + 1


def test_the_file_of_the_stronger_attacker_is_refused_by_the_window(
    whole: Whole, tmp_path: Path
) -> None:
    changed = tuple(
        replace(entry, body=entry.body.replace('"count":1034', '"count":1043'))
        for entry in whole.entries
    )
    assert changed != whole.entries
    fault = opening(attacked(whole, tmp_path, written_over(rechained(changed))))
    assert fault is not None
    assert (fault.number, fault.why) == (whole.number_of("SlipMade"), "head")


def test_another_night_in_its_place_is_told_by_every_print(whole: Whole, tmp_path: Path) -> None:
    """What a whole file written anew can hide: nothing that a print speaks of."""
    another = whole_night(b"another", "" if FULL else "keys")
    assert opening(attacked(whole, tmp_path, written_over(another.entries))) is None
    for digest in whole.prints:
        assert spoken_of(another.entries, read_head(long_digest(digest))) is None
        assert spoken_of(whole.entries, read_head(short_digest(digest))) is not None
