"""A whole official night at the real window, by keyboard alone, by an authority made on the spot.

The letter is typed, each member opens the key on their own stick, one came without a stick and one
not at all; a second device reads the draft code before any PIN. Then a stranger with nothing but
the saved copy and the trust file checks it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.cli.main import run
from tallydesk.device.chance import OsChance
from tallydesk.device.data_folder import DataFolder, data_folder
from tallydesk.signing.practice import practice_root
from tallydesk.signing.record import read_record
from tallydesk.signing.trust import read_trust
from tallydesk.training.throwaway import Throwaway, throwaway_authority
from tallydesk.verification.inputs import Input
from tallydesk.verification.verify import verify
from tallydesk.workflow.happening import Happening, RecordSealed, SatDown
from tallydesk.workflow.official_happening import (
    ClockConfirmed,
    KeyMissing,
    KeysDestroyed,
    SealOpened,
    SubstituteCame,
)
from tallydesk.workflow.opening import SealedFile
from tests.journeys.catalogue import who_says
from tests.journeys.official_commission import OfficialCommission, Seats
from tests.journeys.outcome import happenings, lines_of
from tests.journeys.table import Table, demo_scenario, table_of

A_NIGHT_MS = 110_000
SEATS = Seats(without_key=5, absent=6, substitute="Nar Ağacı")
Kind = TypeVar("Kind")
SitsDown = Callable[[str], tuple[App, OfficialCommission]]
"""From a language to the app and who works at it."""


@dataclass(frozen=True, slots=True)
class Station:
    """What lies at the station before the night: laptop with its trust file, sticks, letter."""

    folder: DataFolder
    sticks: Sequence[Path]
    authority: Throwaway
    table: Table

    @property
    def keys(self) -> list[Path]:
        """The key files that are on the sticks."""
        return [key for stick in self.sticks for key in stick.glob("*.key")]


@pytest.fixture(scope="module")
def authority() -> Throwaway:
    """Voting closed an hour ago."""
    closes = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(hours=1)
    return throwaway_authority("practice", closes, demo_scenario().pin, OsChance().octets)


@pytest.fixture
def station(tmp_path: Path, authority: Throwaway) -> Station:
    folder = data_folder(tmp_path / "data")
    folder.trust.write_bytes(authority.trust)
    fruit = demo_scenario().contest["fruit"]
    stances = ("signs", "signs", "signs", "signs-with-opinion", "signs-on-paper", "signs-on-paper")
    scenario = demo_scenario().model_copy(
        update={
            "present": (1, 2, 3, 4, 5),
            "carriers": (1, 4, 5),
            "contest": {"fruit": fruit.model_copy(update={"stances": stances})},
        }
    )
    table = table_of(scenario, tmp_path / "booklet.json")
    sticks = [tmp_path / f"stick-{number}" for number in scenario.present]
    for number, stick in zip(scenario.present, sticks, strict=True):
        stick.mkdir()
        stem = table.name_of(number).replace(" ", "-")
        for name, key in authority.keys.items():
            if stem in name and number != SEATS.without_key:
                (stick / name).write_bytes(key)
    return Station(folder, sticks, authority, table)


@pytest.fixture
def sits_down(qapp: QApplication, qtbot: QtBot, station: Station) -> Iterator[SitsDown]:
    """Starts the app on the station's laptop, with the commission before it."""
    apps: list[App] = []

    def start(language: str) -> tuple[App, OfficialCommission]:
        package = SealedFile("000-01", station.authority.container)
        app = App(qapp, station.folder, language, package, station.sticks)
        apps.append(app)
        with qtbot.waitActive(app.window):
            app.show()
        letter = station.authority.letter
        return app, OfficialCommission(app.window, station.table, letter, SEATS)

    yield start
    for app in apps:
        app.window.close()
        app.close()
        for gone in (app.window, app):
            gone.deleteLater()
            QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)


def works_through(commission: OfficialCommission, qtbot: QtBot) -> None:
    with qtbot.waitSignal(commission.over, timeout=A_NIGHT_MS):
        commission.begin()
    if commission.failure is not None:
        raise commission.failure


def test_an_official_night_by_keyboard_alone_is_valid_for_a_stranger_with_the_trust_file(
    sits_down: SitsDown,
    station: Station,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = station.table
    app, commission = sits_down("az")
    works_through(commission, qtbot)
    app.close()

    night = happenings(station.folder)
    assert {type(each) for each in night} >= {ClockConfirmed, SealOpened, SatDown, KeysDestroyed}
    assert [(each.member, each.reason) for each in of(KeyMissing, night)] == [(5, "no-stick")]
    assert [(each.member, each.name) for each in of(SubstituteCame, night)] == [
        (SEATS.absent, SEATS.substitute)
    ]
    (sealed,) = of(RecordSealed, night)
    payload = read_record(sealed.record).octets

    # What the second device showed before the first PIN, and before each, is what was sealed.
    assert len(commission.drafts) == len(commission.table.scenario.present) - 1
    for texts in commission.drafts:
        assert draft_digest(texts, station) == sha256(payload).digest()

    (pdf,) = station.folder.papers.glob("*-copy-01.pdf")
    trust = station.folder.root / "published.trust"
    trust.write_bytes(station.authority.trust)
    assert run(["verify", str(pdf), "--trust", str(trust), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["answer"] == "valid"
    assert said["figures"] == lines_of(table.scenario, "fruit")
    assert list(said["votes"].values()) == list(table.paper.votes.values())
    assert not station.keys
    assert run(["verify", str(pdf), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["answer"] == "unknown-root"


def of(kind: type[Kind], night: Sequence[Happening]) -> list[Kind]:
    return [each for each in night if isinstance(each, kind)]


def draft_digest(texts: Sequence[str], station: Station) -> bytes:
    """What a second device says of the codes that it read."""
    (report,) = verify(
        [Input("screen.txt", "".join(f"{text}\n" for text in texts).encode())],
        practice_root=practice_root().point,
        trust=read_trust(station.authority.trust),
    )
    assert report.draft is not None
    return report.draft.digest


def test_a_night_that_was_closed_half_way_asks_for_the_secret_and_goes_on_at_the_same_field(
    sits_down: SitsDown, station: Station, qtbot: QtBot
) -> None:
    label = station.table.contest.form.line("8").label.said_in("ru")
    app, commission = sits_down("ru")
    commission.until = lambda: commission.screen.field.endswith(label)
    works_through(commission, qtbot)
    heading, field = commission.screen.heading, commission.screen.field
    figures = dict(commission.screen.figures)
    assert sum(map(bool, figures.values())) > 0
    app.window.close()
    app.close()

    app, commission = sits_down("ru")
    commission.until = lambda: commission.screen.in_figure
    works_through(commission, qtbot)
    screen = commission.screen
    assert who_says(commission.headings[1], "ru", ["LetterPage"])
    assert len(commission.headings) == 2
    assert (screen.heading, screen.field, dict(screen.figures)) == (heading, field, figures)
    assert station.authority.letter.secret.encode() not in station.folder.journal.read_bytes()
