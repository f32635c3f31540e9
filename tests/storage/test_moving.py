"""Requirement U24: a night goes on on another laptop, and nothing that was there is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from tallydesk.device.data_folder import data_folder
from tallydesk.device.instance import InstanceRunning, only_instance
from tallydesk.device.snapshot_folder import SnapshotFolder
from tallydesk.laptop import go_on_from, go_on_said
from tallydesk.storage.export import lines_of, read_export
from tallydesk.storage.journal import open_journal
from tallydesk.storage.moving import move_here
from tallydesk.storage.reading import read_entries
from tallydesk.workflow.happening_json import read
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.safety_happening import MovedHere
from tests.attacks.night import Whole, whole_night
from tests.benchmarks.nights import NIGHT


@pytest.fixture(scope="module")
def whole() -> Whole:
    return whole_night()


@dataclass
class Asked:
    """What was asked for before anything was put in place."""

    times: list[tuple[bytes, bool]] = field(default_factory=list)

    def __call__(self, opening: bytes, *, practice: bool) -> None:
        self.times.append((opening, practice))


def snapshot_of(entries: tuple[Entry, ...], folder: Path) -> Path:
    last = entries[-1]
    path = folder / f"snapshot-000-01-{last.number:04}-{last.digest.hex()[:8]}.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines_of(entries)), "utf-8")
    return path


def moved(snapshot: Path, journal: Path, before: Asked) -> int:
    now = NIGHT + timedelta(hours=5)
    return move_here(snapshot, journal, read_again, "new 17ab", now, before).left_out


def test_the_events_of_the_snapshot_and_who_goes_on(whole: Whole, tmp_path: Path) -> None:
    snapshot = snapshot_of(whole.entries[:120], tmp_path)
    before = Asked()

    moved(snapshot, tmp_path / "journal.sqlite", before)

    entries = read_entries(tmp_path / "journal.sqlite")
    assert entries[:120] == whole.entries[:120]
    said = read(entries[120].kind, entries[120].body)
    assert said == MovedHere(whole.entries[119].digest, "new 17ab")
    assert before.times == [(whole.entries[0].digest, True)]


def test_a_journal_file_is_a_snapshot_too(whole: Whole, tmp_path: Path) -> None:
    with open_journal(tmp_path / "old.sqlite") as journal:
        journal.append(whole.entries[:60])

    moved(tmp_path / "old.sqlite", tmp_path / "journal.sqlite", Asked())

    assert read_entries(tmp_path / "journal.sqlite")[:60] == whole.entries[:60]


@pytest.mark.parametrize("held", [120, 130])
def test_a_laptop_that_holds_it_already_keeps_what_it_has(
    whole: Whole, tmp_path: Path, held: int
) -> None:
    snapshot = snapshot_of(whole.entries[:120], tmp_path)
    path, before = tmp_path / "journal.sqlite", Asked()
    with open_journal(path) as journal:
        journal.append(whole.entries[:held])

    with pytest.raises(RefusedError) as refused:
        moved(snapshot, path, before)

    assert (refused.value.code, refused.value.facts["more"]) == ("snapshot-here", str(held - 120))
    assert read_entries(path) == whole.entries[:held]
    assert before.times == []


def test_events_that_only_this_laptop_held_are_counted(whole: Whole, tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    moved(snapshot_of(whole.entries[:100], tmp_path), path, Asked())
    theirs = snapshot_of(whole.entries[:120], tmp_path)

    assert moved(theirs, path, Asked()) == 1


def test_a_snapshot_that_does_not_hold_is_refused_by_its_event(
    whole: Whole, tmp_path: Path
) -> None:
    snapshot = snapshot_of(whole.entries[:120], tmp_path)
    text = snapshot.read_text("utf-8").splitlines(keepends=True)
    text[99] = text[99].replace('"member": ', '"member": 1')
    snapshot.write_text("".join(text), "utf-8")

    with pytest.raises(RefusedError) as refused:
        moved(snapshot, tmp_path / "journal.sqlite", Asked())

    assert (refused.value.code, refused.value.facts["number"]) == ("snapshot-broken", "100")
    assert not (tmp_path / "journal.sqlite").exists()


def test_a_snapshot_that_lost_its_end_is_refused(whole: Whole, tmp_path: Path) -> None:
    snapshot = snapshot_of(whole.entries[:120], tmp_path)
    lines = snapshot.read_bytes().splitlines(keepends=True)
    snapshot.write_bytes(b"".join(lines[:110]))
    assert len(read_export(snapshot.read_bytes())) == 110

    with pytest.raises(RefusedError) as refused:
        moved(snapshot, tmp_path / "journal.sqlite", Asked())

    assert refused.value.code == "snapshot-cut"


def test_an_earlier_night_is_kept_whole_with_its_keys(whole: Whole, tmp_path: Path) -> None:
    other = whole_night(b"another", until="close", more="\n# another night\n")
    folder = data_folder(tmp_path / "data")
    with open_journal(folder.journal) as journal:
        journal.append(other.entries)
    folder.keys.mkdir()
    (folder.keys / "member-01.key").write_bytes(b"key")

    go_on_from(folder, snapshot_of(whole.entries[:120], tmp_path))

    (aside,) = (folder.root / "earlier").iterdir()
    assert read_entries(aside / "journal.sqlite") == other.entries
    assert (aside / "keys" / "member-01.key").read_bytes() == b"key"
    assert read_entries(folder.journal)[:120] == whole.entries[:120]


def test_a_journal_that_cannot_be_read_is_kept_aside_too(whole: Whole, tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "data")
    folder.journal.write_bytes(b"rubbish")

    go_on_from(folder, snapshot_of(whole.entries[:120], tmp_path))

    (aside,) = (folder.root / "earlier").iterdir()
    assert (aside / "journal.sqlite").read_bytes() == b"rubbish"


def test_nobody_brings_a_night_under_a_window_that_is_open(whole: Whole, tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "data")
    snapshot = snapshot_of(whole.entries[:120], tmp_path)
    with only_instance(folder.root):
        # The lock is the process's own; another one asks from outside.
        assert folder.root.joinpath("tallydesk.lock").exists()
    with pytest.raises(InstanceRunning), only_instance(folder.root):
        go_on_from(folder, snapshot)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "is not there"),
        (b"", "is no snapshot of a night"),
        (b"rubbish\n", "is no snapshot of a night"),
        (b'{"number": 1}\n', "is no snapshot of a night"),
        (b"\n", "is no snapshot of a night"),
    ],
)
def test_what_is_no_snapshot_is_named_in_a_sentence(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "file.jsonl"
    if content is not None:
        path.write_bytes(content)

    sentence = go_on_said(data_folder(tmp_path / "data"), str(path), "en")

    assert said in sentence
    assert sentence.count("\n") == 0
    assert not (tmp_path / "data" / "journal.sqlite").exists()


def test_a_stick_passes_over_what_is_none_of_its_snapshots(whole: Whole, tmp_path: Path) -> None:
    stick = tmp_path / "tallydesk"
    stick.mkdir()
    snapshot_of(whole.entries[:120], stick)
    (stick / "snapshot-x-0001-00000000.jsonl").write_bytes(b"rubbish\n")
    folder = SnapshotFolder(tmp_path / "keys", read_export)

    found = list(folder.others(str(tmp_path), lambda _: False))

    assert found == [whole.entries[:120]]
    assert list(folder.others(str(tmp_path / "gone"), lambda _: False)) == []


def test_the_stick_that_was_used_last_is_used_again_while_it_is_in(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    folder = SnapshotFolder(tmp_path / "keys", read_export, found=lambda: (two,))

    assert folder.place("") == str(two)
    assert folder.place(str(one)) == str(one)
    assert folder.place(str(tmp_path / "gone")) == str(two)
    assert SnapshotFolder(tmp_path, read_export).place("") == ""
    assert SnapshotFolder(tmp_path, read_export, one).place(str(two)) == str(one)
