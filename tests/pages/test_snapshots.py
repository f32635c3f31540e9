"""Requirement U24 at the window: snapshots on a stick, and another laptop that goes on from one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.device.data_folder import data_folder
from tallydesk.device.snapshot_folder import snapshots_in
from tallydesk.laptop import go_on_from, safe_on_sticks
from tallydesk.storage.export import lines_of, read_export
from tallydesk.storage.reading import read_entries
from tallydesk.ui.language import Language
from tallydesk.ui.page import Workplace
from tallydesk.ui.pages.backup import BackupPage
from tallydesk.ui.pages.from_stick import FromStickPage
from tallydesk.workflow.happening_json import read
from tallydesk.workflow.safety_happening import ForkNoticed, MovedHere, SnapshotKept
from tests.album import PIN, workplace_at
from tests.first_use import tried_before
from tests.ordinary_user import ordinary_user
from tests.pages.night import opened
from tests.pages.operator import Operator
from tests.small_disk import no_file_beyond

PATIENT_MS = 30_000
"""Sticks are written beside the window, and a machine that does much else is slow at it."""


def kept_at(step_id: str, language: Language, laptop: Path, stick: Path | None) -> Workplace:
    """The practice night at a step, with a stick or without."""
    workplace = workplace_at(step_id, language)
    folder = data_folder(laptop)
    safe = safe_on_sticks(folder, stick, tuple)
    shelf, outbox = workplace.shelf, workplace.outbox
    return Workplace(workplace.session, shelf, outbox, workplace.language, lambda: safe)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def happened(workplace: Workplace, kind: type) -> list[object]:
    entries = workplace.session.journal.entries()
    found = (read(entry.kind, entry.body) for entry in entries)
    return [each for each in found if isinstance(each, kind)]


def backs_up(operator: Operator) -> BackupPage:
    operator.window.keep_asked.emit()
    page = operator.window.page
    assert isinstance(page, BackupPage)
    operator.goes_on()
    return page


def test_a_closed_stage_writes_a_snapshot_by_itself(
    language: Language, tmp_path: Path, stick: Path, qtbot: QtBot
) -> None:
    workplace = kept_at("slip", language, tmp_path / "laptop", stick)
    with opened(workplace):
        qtbot.waitUntil(lambda: workplace.session.night.snapshot is not None, timeout=PATIENT_MS)

    (snapshot,) = snapshots_in(stick)
    entries = read_export(snapshot.read_bytes())
    kept = workplace.session.night.snapshot
    assert kept is not None
    assert (kept.events, kept.head) == (len(entries), entries[-1].digest)
    assert snapshot.name == f"snapshot-000-01-{len(entries):04}-{kept.head.hex()[:8]}.jsonl"
    assert kept.place == str(stick)
    assert entries == tuple(workplace.session.journal.entries())[: len(entries)]


def test_before_anything_is_closed_no_stick_is_written_or_missed(
    language: Language, tmp_path: Path, stick: Path
) -> None:
    workplace = kept_at("before.fruit.first", language, tmp_path / "laptop", stick)
    with opened(workplace) as operator:
        assert operator.window.page.notice.isHidden()
    assert not list(stick.iterdir())


def test_one_button_writes_reads_back_and_says_when_the_stick_may_be_taken_out(
    language: Language, tmp_path: Path, stick: Path
) -> None:
    workplace = kept_at("before.fruit.first", language, tmp_path / "laptop", stick)
    with opened(workplace) as operator:
        page = backs_up(operator)
        said = operator.everything()
        (snapshot,) = snapshots_in(stick)
        assert snapshot.name in said
        assert "The stick may be taken out now." in said
        assert operator.problems == ()
        kept = workplace.session.night.snapshot
        assert kept is not None
        assert kept.head.hex(" ", 4) in said
        assert kept.digest.hex(" ", 4) in said
        # The next press leads back to the figures.
        page.go_on()
        assert operator.heading == "Before any box is opened"
    assert happened(workplace, SnapshotKept) == [kept]


def test_back_leaves_the_page_of_the_stick_for_where_the_work_was(
    language: Language, tmp_path: Path, stick: Path
) -> None:
    workplace = kept_at("before.fruit.first", language, tmp_path / "laptop", stick)
    with opened(workplace) as operator:
        operator.window.keep_asked.emit()
        operator.goes_back()
        assert operator.heading == "Before any box is opened"
    assert workplace.session.night.step == "before.fruit.first"


@pytest.mark.parametrize(
    "spoil",
    [lambda stick: stick.rmdir(), lambda stick: (stick / "tallydesk").write_bytes(b"")],
    ids=["removed", "something-in-its-place"],
)
def test_a_stick_that_is_gone_is_told_and_the_night_goes_on(
    language: Language,
    tmp_path: Path,
    stick: Path,
    spoil: Callable[[Path], object],
) -> None:
    workplace = kept_at("before.fruit.first", language, tmp_path / "laptop", stick)
    spoil(stick)
    with opened(workplace) as operator:
        backs_up(operator)
        (sentence,) = operator.problems
        assert f"The stick {stick} " in sentence
        assert "this laptop has everything" in sentence
        operator.goes_back()
        operator.writes("1450")
    assert workplace.session.night.last_place is not None
    assert happened(workplace, SnapshotKept) == []


def test_a_full_stick_is_told_and_keeps_the_older_snapshot_whole(
    language: Language, tmp_path: Path, stick: Path
) -> None:
    workplace = kept_at("before.fruit.first", language, tmp_path / "laptop", stick)
    with opened(workplace) as operator:
        backs_up(operator)
        (older,) = snapshots_in(stick)
        before = older.read_bytes()
        operator.goes_on()
        with no_file_beyond(1000):
            backs_up(operator)
        (sentence,) = operator.problems
        assert f"The stick {stick} is full" in sentence
        operator.goes_back()
        operator.writes("1450")
    assert snapshots_in(stick) == (older,)
    assert older.read_bytes() == before
    assert not list(stick.rglob("*.part"))


def test_a_stick_with_its_lock_on_is_told(language: Language) -> None:
    with ordinary_user() as own:
        stick = own / "stick"
        stick.mkdir()
        stick.chmod(0o500)
        workplace = kept_at("before.fruit.first", language, own / "laptop", stick)
        with opened(workplace) as operator:
            backs_up(operator)
            (sentence,) = operator.problems
        stick.chmod(0o700)
    assert f"The stick {stick} cannot be written" in sentence


def test_a_stick_that_keeps_something_else_is_found_out(
    language: Language, tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = kept_at("before.fruit.first", language, tmp_path / "laptop", stick)
    # A worn-out stick: it takes every octet, and gives back others.
    monkeypatch.setattr(
        "tallydesk.device.snapshot_folder._read_from_disk",
        lambda path: path.read_bytes()[:-1] + b"?",
    )
    with opened(workplace) as operator:
        backs_up(operator)
        (sentence,) = operator.problems
    assert "reads back otherwise" in sentence
    assert snapshots_in(stick) == ()
    assert happened(workplace, SnapshotKept) == []


def test_a_stage_that_closes_without_the_stick_is_told_where_one_was_used(
    language: Language, tmp_path: Path, qtbot: QtBot
) -> None:
    workplace = kept_at("slip", language, tmp_path / "laptop", tmp_path / "gone")
    with opened(workplace) as operator:
        qtbot.waitUntil(
            lambda: "is not there any more" in operator.everything(), timeout=PATIENT_MS
        )
    assert workplace.session.night.step == "slip"


def play_on(folder_of: Path, stick: Path, language: Language, step_id: str) -> Workplace:
    """A laptop that backs up once at a step."""
    workplace = kept_at(step_id, language, folder_of, stick)
    keys = data_folder(folder_of).keys
    keys.mkdir()
    for member, content in workplace.shelf.files.items():  # type: ignore[attr-defined]
        (keys / f"member-{member:02}.key").write_bytes(content)
    with opened(workplace) as operator:
        backs_up(operator)
    return workplace


def test_another_laptop_goes_on_where_the_snapshot_ends(
    qapp: QApplication, qtbot: QtBot, language: Language, tmp_path: Path, stick: Path
) -> None:
    old = play_on(tmp_path / "old", stick, language, "before.takeover")
    (snapshot,) = snapshots_in(stick)
    events = len(read_export(snapshot.read_bytes()))

    app = App(qapp, tried_before(tmp_path / "new"), "en", backup=stick)
    qtbot.addWidget(app.window)
    with qtbot.waitActive(app.window):
        app.window.show()
    operator = Operator(app.window)
    operator.press(Qt.Key.Key_3, text="3")
    operator.enter()
    page = app.window.page
    assert isinstance(page, FromStickPage)
    assert page.path.line.box.text() == str(snapshot)
    operator.enter()

    assert operator.heading == "Another member sits down"
    app.close()
    entries = read_entries(tmp_path / "new" / "journal.sqlite")
    assert entries[:events] == tuple(old.session.journal.entries())[:events]
    moved = read(entries[events].kind, entries[events].body)
    assert isinstance(moved, MovedHere)
    assert moved.head == entries[events - 1].digest
    assert moved.machine == (tmp_path / "new" / "laptop").read_text("utf-8").strip()
    # The members' keys came along, or nobody could go on.
    assert {each.name for each in (tmp_path / "new" / "keys").iterdir()} == {
        each.name for each in (tmp_path / "old" / "keys").iterdir()
    }


def test_the_old_laptop_notices_that_another_one_goes_on(
    language: Language, tmp_path: Path, stick: Path
) -> None:
    old = play_on(tmp_path / "old", stick, language, "before.takeover")
    new = tried_before(tmp_path / "new")
    go_on_from(new, snapshots_in(stick)[0])
    machine = (new.root / "laptop").read_text("utf-8").strip()
    # The new laptop leaves its own snapshot on the stick.
    entries = read_entries(new.journal)
    moved = entries[-1]
    name = f"snapshot-000-01-{moved.number:04}-{moved.digest.hex()[:8]}.jsonl"
    (stick / "tallydesk" / name).write_text(
        "".join(f"{line}\n" for line in lines_of(entries)), "utf-8"
    )

    with opened(old) as operator:
        backs_up(operator)
        (sentence,) = operator.problems
    assert machine in sentence
    (fork,) = happened(old, ForkNoticed)
    assert isinstance(fork, ForkNoticed)
    assert (fork.machine, fork.events) == (machine, len(entries) - 1)
    assert fork.since == moved.at


def test_the_pin_and_the_secret_are_in_no_snapshot(
    language: Language, tmp_path: Path, stick: Path
) -> None:
    play_on(tmp_path / "old", stick, language, "before.takeover")
    written = b"".join(path.read_bytes() for path in stick.rglob("*") if path.is_file())
    assert PIN.encode() not in written
