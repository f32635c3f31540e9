"""Two ballot papers in one night: neither contest waits for the other, and each has its record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.device.chance import OsChance
from tallydesk.device.clock import SystemClock
from tallydesk.device.data_folder import DataFolder
from tallydesk.device.key_shelf import FolderKeyShelf
from tallydesk.device.outbox import FolderOutbox
from tallydesk.storage.journal import open_journal
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.training.scenario import Scenario, read_scenario
from tallydesk.workflow import step
from tallydesk.workflow.happening import FigureWritten
from tallydesk.workflow.opening import read_shipped
from tallydesk.workflow.plan import Step
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import open_night
from tests.journeys.outcome import happenings, lines_of, verified

PAPER = b"""
format = "tallydesk-scenario/1"
package = "practice-two-contests"
present = [1, 2, 3, 4, 5, 6]
first = 2
second = 3
carriers = [1]
pin = "24681357"

[station]
1 = 1424
1a = 1412
1b = 12
1c = 0
1d = 0
2 = 0
7 = 0

[contest.fruit]
number = "000417"
stances = ["signs", "signs", "signs", "signs", "refuses", "signs"]
[contest.fruit.lines]
3 = 1450
5 = 1034
6 = 18
8 = 415
9 = 416
16 = 1
C1 = 1035
M1 = 20
M2 = 2
14 = 1009
15 = 26
15a = 2
15b = 20
[contest.fruit.boxes.M1.lines]
12 = 18
A1 = 18
[contest.fruit.boxes.S1.lines]
13 = 640
[contest.fruit.boxes.S2.lines]
13 = 375
[contest.fruit.votes]
alma = 412
armud = 198
erik = 151
heyva = 96
nar = 71
saftali = 54
uzum = 27

# Three seats, so that a voter marks up to three candidates.
[contest.vegetables]
number = "000418"
stances = ["signs", "signs", "signs", "signs", "signs", "signs"]
[contest.vegetables.lines]
3 = 1450
5 = 1030
6 = 18
8 = 418
9 = 420
16 = 2
C1 = 1032
M1 = 20
M2 = 2
14 = 1005
15 = 28
15a = 3
15b = 25
[contest.vegetables.boxes.M1.lines]
12 = 18
A1 = 18
[contest.vegetables.boxes.S1.lines]
13 = 632
[contest.vegetables.boxes.S2.lines]
13 = 380
[contest.vegetables.votes]
badimcan = 700
xiyar = 650
kelem = 500
kok = 400
pomidor = 250

[answers]
R9c = "Bir se\xc3\xa7ici b\xc3\xbclleteni qutuya salmadan apard\xc4\xb1."
"""
CONTESTS = ("fruit", "vegetables")


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return read_scenario(PAPER)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


@pytest.fixture
def commission(folder: DataFolder, scenario: Scenario) -> Iterator[Rehearsal]:
    with open_journal(folder.journal) as journal:
        session = open_night(
            read_bytes("packages", f"{scenario.package}.toml"),
            form_bytes,
            read_shipped,
            journal,
            SystemClock(),
            OsChance(),
            "test",
        )
        shelf, outbox = FolderKeyShelf(folder.keys), FolderOutbox(folder.papers)
        yield Rehearsal(session, shelf, outbox, scenario)


def plays(commission: Rehearsal, at: Step) -> None:
    step.go(commission.session, at.id)
    getattr(commission, {"print": "print_copy"}.get(at.kind, at.kind))(at)


def is_alone(at: Step, contest: str) -> bool:
    """Whether a step is about this contest's count and papers alone."""
    shared = at.group and not at.group.startswith("count.")
    return at.contest == contest and not shared


@pytest.mark.parametrize(("early", "late"), [CONTESTS, CONTESTS[::-1]])
def test_an_unfinished_contest_never_holds_up_the_signing_of_the_other(
    early: str, late: str, commission: Rehearsal, folder: DataFolder, scenario: Scenario
) -> None:
    session = commission.session
    steps = session.plan.steps
    waiting = [at for at in steps if is_alone(at, late)]
    assert {"entry", "findings", "sign", "print"} <= {at.kind for at in waiting}

    for at in steps:
        if at not in waiting and at.kind != "handover":
            plays(commission, at)
    assert set(session.night.records) == {early}
    assert not any(place.contest == late and place.kind == "vote" for place in session.night.first)
    with pytest.raises(RefusedError, match="too-early"):
        step.go(session, "handover")
    (copy,) = folder.papers.glob(f"*-{early}-copy-01.pdf")
    first_words = verified(copy)

    for at in (*waiting, steps[-1]):
        plays(commission, at)
    (other,) = folder.papers.glob(f"*-{late}-copy-01.pdf")
    shown = verified(copy, other)
    assert shown[0] == first_words[0]
    for contest, said in zip((early, late), shown, strict=True):
        assert said.contest == contest
        assert said.votes == scenario.contest[contest].votes
        expected = lines_of(scenario, contest)
        assert said.lines == {line: expected[line] for line in said.lines}
        assert {"1a", "1b", "14", "15"} <= set(said.lines)


def test_lines_of_the_voter_list_are_asked_once_for_the_station(
    commission: Rehearsal, folder: DataFolder
) -> None:
    commission.play(until="slip")
    commission.session.journal.close()  # type: ignore[attr-defined]
    written = [each for each in happenings(folder) if isinstance(each, FigureWritten)]
    for entry in (1, 2):
        asked = [each.place for each in written if each.entry == entry]
        assert len(asked) == len(set(asked))
        of_station = {place.id for place in asked if not place.contest}
        assert of_station == {"1", "1a", "1b", "1c", "1d", "2", "7"}
        assert not any(place.id in of_station for place in asked if place.contest)
