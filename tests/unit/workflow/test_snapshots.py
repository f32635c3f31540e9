"""Requirement U24: what a snapshot is, and how two laptops that go on from one are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from tallydesk.storage.export import lines_of, read_export
from tallydesk.workflow import letter, snapshots
from tallydesk.workflow.chain import entry_after
from tallydesk.workflow.examination import examine
from tallydesk.workflow.happening import Happening, StepOpened
from tallydesk.workflow.happening_json import written
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.resuming import resume_night
from tallydesk.workflow.safety_happening import MovedHere, SnapshotKept
from tests.album import night_at
from tests.attacks.night import Whole, whole_night
from tests.fakes import CountingChance, ListJournal
from tests.official import PIN, authority, clock_of, official_at, trust


@pytest.fixture(scope="module")
def whole() -> Whole:
    return whole_night()


def gone_on(
    entries: Sequence[Entry], *happenings: Happening, minutes: int = 5
) -> tuple[Entry, ...]:
    """What a laptop writes after some entries."""
    found = tuple(entries)
    for happening in happenings:
        last = found[-1]
        at = last.at + timedelta(minutes=5)
        found = (*found, entry_after(last, at, last.member, *written(happening)))
    return found


def moved(entries: Sequence[Entry], machine: str) -> tuple[Entry, ...]:
    return gone_on(entries, MovedHere(entries[-1].digest, machine))


@dataclass
class Shelf:
    """A stick in memory."""

    files: dict[str, bytes] = field(default_factory=dict)
    lying: list[tuple[str, Sequence[Entry]]] = field(default_factory=list)

    def place(self, last: str) -> str:
        return last or "stick"

    def keep(self, place: str, name: str, content: bytes, keys: str) -> None:
        self.files[f"{place}/{name}"] = content
        self.files[f"{place}/{keys}"] = b""

    def others(self, place: str, known: Callable[[str], bool]) -> Iterator[Sequence[Entry]]:
        assert place
        return (entries for name, entries in self.lying if not known(name))


def test_an_older_snapshot_and_another_night_are_no_fork(whole: Whole) -> None:
    other = whole_night(b"another", until="close", more="\n# another night\n")

    assert snapshots.fork_of(whole.entries, whole.entries[:80]) is None
    assert snapshots.fork_of(whole.entries, whole.entries) is None
    assert snapshots.fork_of(whole.entries, other.entries) is None


def test_a_laptop_that_stayed_behind_learns_who_went_on(whole: Whole) -> None:
    mine = whole.entries[:80]
    theirs = moved(mine, "new 17ab")

    fork = snapshots.fork_of(mine, theirs)

    assert fork is not None
    assert (fork.events, fork.head, fork.machine) == (80, mine[-1].digest, "new 17ab")
    assert fork.since == theirs[-1].at


def test_two_laptops_that_go_on_from_one_snapshot_tell_each_other_apart(whole: Whole) -> None:
    snapshot = whole.entries[:80]
    one, two = moved(snapshot, "one 17ab"), moved(snapshot, "two c0de")

    seen_by_one, seen_by_two = snapshots.fork_of(one, two), snapshots.fork_of(two, one)

    assert seen_by_one is not None
    assert seen_by_two is not None
    assert (seen_by_one.machine, seen_by_two.machine) == ("two c0de", "one 17ab")
    assert seen_by_one.events == seen_by_two.events == 80
    assert one[-1].digest != two[-1].digest


def test_a_branch_that_never_named_its_laptop_is_a_fork_all_the_same(whole: Whole) -> None:
    mine = moved(whole.entries[:80], "new 17ab")

    fork = snapshots.fork_of(mine, whole.entries[:90])

    assert fork is not None
    assert (fork.events, fork.machine) == (80, snapshots.UNKNOWN)


def test_the_laptop_that_wrote_a_snapshot_is_named_by_it(whole: Whole) -> None:
    snapshot = whole.entries[:80]
    kept = SnapshotKept(80, snapshot[-1].digest, bytes(32), "name", "stick", "old 0001")

    fork = snapshots.fork_of(moved(snapshot, "new 17ab"), gone_on(snapshot, kept))

    assert fork is not None
    assert fork.machine == "old 0001"


def test_an_entry_nobody_can_read_names_no_laptop(whole: Whole) -> None:
    mine = whole.entries[:80]
    strange = entry_after(mine[-1], mine[-1].at, mine[-1].member, "Unheard", "{}")

    fork = snapshots.fork_of(mine, (*mine, strange))

    assert fork is not None
    assert fork.machine == snapshots.UNKNOWN


def test_what_is_kept_is_said_in_the_journal_and_the_journal_still_holds() -> None:
    session, _ = night_at("stationary.findings")
    entries, shelf = tuple(session.journal.entries()), Shelf()
    shelf.lying = [("theirs.jsonl", moved(entries, "new 17ab"))]
    snapshot = snapshots.take(session, entries, lines_of)

    kept, fork = snapshots.keep(shelf, "stick", snapshot, entries, "old 0001")
    snapshots.record(session, kept, fork)
    snapshots.record(session, replace(kept, events=kept.events), fork)

    assert read_export(shelf.files[f"stick/{snapshot.name}"]) == entries
    assert kept.digest == snapshot.digest
    assert session.night.snapshot == kept
    assert session.night.fork == fork
    found = tuple(session.journal.entries())
    # The second time the other laptop is no news.
    assert [each.kind for each in found[len(entries) :]] == [
        "SnapshotKept",
        "ForkNoticed",
        "SnapshotKept",
    ]
    assert examine(found, read_again).fault is None


def test_a_branch_that_this_laptop_left_itself_is_no_news() -> None:
    session, _ = night_at("stationary.findings")
    entries, shelf = tuple(session.journal.entries()), Shelf()
    shelf.lying = [("mine.jsonl", moved(entries, "old 0001"))]

    _, fork = snapshots.keep(
        shelf, "stick", snapshots.take(session, entries, lines_of), entries, "old 0001"
    )

    assert fork is None


def test_snapshots_of_this_very_journal_are_not_read_again() -> None:
    session, _ = night_at("stationary.findings")
    entries, shelf = tuple(session.journal.entries()), Shelf()
    snapshot = snapshots.take(session, entries, lines_of)
    shelf.lying = [(snapshot.name, moved(entries, "never looked at"))]

    _, fork = snapshots.keep(shelf, "stick", snapshot, entries, "old 0001")

    assert fork is None


def test_a_snapshot_that_lost_its_end_is_refused_by_its_name() -> None:
    session, _ = night_at("stationary.findings")
    entries = tuple(session.journal.entries())
    name = snapshots.take(session, entries, lines_of).name

    snapshots.require_named(name, entries)
    snapshots.require_named("copy.jsonl", entries[:-1])
    for cut in (entries[:-1], ()):
        with pytest.raises(RefusedError) as refused:
            snapshots.require_named(name, cut)
        assert refused.value.code == "snapshot-cut"
        assert refused.value.facts["count"] == str(len(entries))


def test_stages_are_closed_by_their_last_page() -> None:
    session, _ = night_at("slip")
    assert snapshots.closed_stages(session) == {"before.findings"}
    session.happen(StepOpened("before.findings"))
    assert snapshots.closed_stages(session) == {"before.findings"}
    over, _ = night_at("over")
    closed = snapshots.closed_stages(over)
    assert {"before.findings", "slip", "mobile.findings", "sign.fruit", "handover"} <= closed


def test_the_station_secret_of_an_official_night_is_in_no_snapshot() -> None:
    session, _ = official_at("close")
    secret = authority().letter.secret
    assert session.night.proven
    snapshot = snapshots.take(session, tuple(session.journal.entries()), lines_of)

    plain = secret.replace("-", "").encode()
    for text in (secret.encode(), plain, plain.lower(), PIN.encode()):
        assert text not in snapshot.content
    # The members' keys stay on their own sticks.
    assert snapshot.keys == ""


def test_an_official_night_goes_on_elsewhere_only_under_its_trust_file_and_letter() -> None:
    session, _ = official_at("close")
    entries = tuple(session.journal.entries())
    content = snapshots.take(session, entries, lines_of).content
    there = ListJournal(list(moved(read_export(content), "new 17ab")))
    clock = clock_of(session)

    with pytest.raises(RefusedError) as refused:
        resume_night(read_again, there, clock, CountingChance(), "test")
    assert refused.value.code == "trust-missing"
    again = resume_night(read_again, there, clock, CountingChance(), "test", trust())

    assert letter.wanted(again)
    assert again.night.moves[-1].machine == "new 17ab"
