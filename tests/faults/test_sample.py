"""Requirement U21: a seeded sample of `make faults`, and that its judge is not blind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tallydesk.storage.schema import ENTRY_STAYS
from tests.faults.__main__ import SEED, killed, report
from tests.faults.night import Lost, Night, Tally, undisturbed, windows

KILLS = 16
STRIDE = 30
"""Appends between two deaths at most: so that a few deaths are spread over a whole night."""


@pytest.mark.timeout(300)
def test_a_sample_of_deaths_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    tally = Tally()
    killed(tmp_path, Random(SEED), KILLS, STRIDE, tally)

    assert tally.deaths == KILLS
    assert len(tally.by_kind) > 3
    assert tally.restarts > KILLS // 2
    assert f"{KILLS} SIGKILLs" in report(tally)


@pytest.mark.timeout(120)
def test_the_judge_finds_an_acknowledged_event_that_is_gone(tmp_path: Path) -> None:
    tally, chance = Tally(), Random(SEED)
    with windows() as opened:
        (tmp_path / "undisturbed").mkdir()
        reference = undisturbed(opened, tmp_path / "undisturbed")
        place = tmp_path / "night"
        place.mkdir()
        night = Night(opened, place, reference, tally)
        while not (place / "data" / "journal.sqlite").exists() or tally.deaths < 3:
            assert night.dies(chance, 8)
        with closing(sqlite3.connect(place / "data" / "journal.sqlite")) as journal:
            journal.execute("DROP TRIGGER entry_stays")
            journal.execute("DELETE FROM entry WHERE number = (SELECT max(number) FROM entry)")
            journal.execute("UPDATE sqlite_sequence SET seq = seq - 1")
            journal.execute(ENTRY_STAYS)
            journal.commit()
        with pytest.raises(Lost, match="was acknowledged and is not in the journal"):
            night._nothing_is_lost()  # noqa: SLF001 - the judge itself
