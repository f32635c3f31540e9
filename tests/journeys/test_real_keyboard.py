"""A night at a real window on a real display, by a real keyboard: the program is another process.

U14: the whole night without a mouse. Everything between the key and the figure is there: the X
server, its layout, Qt's plugin for it, and the program as it is started in a terminal. U38: on its
way it never reaches for the network.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallydesk.assets import read_bytes
from tallydesk.device.data_folder import DataFolder, data_folder
from tests.journeys.outcome import lines_of, sealed
from tests.journeys.table import demo_table
from tests.journeys.x_keyboard import RETURN, TAB, Keyboard, display, keysym

NAMED = {"\r": RETURN, "\t": TAB}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is for X")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return data_folder(tmp_path / "data")


@pytest.fixture
def keyboard() -> Iterator[tuple[str, Keyboard]]:
    """A display by its name, with every letter of the scenario on some key."""
    letters = "".join(read_bytes("scenarios", "demo.toml").decode("utf-8").split())
    with display() as name:
        board = Keyboard(name, letters)
        yield name, board
        board.close()


@pytest.fixture
def program(keyboard: tuple[str, Keyboard], folder: DataFolder) -> Iterator[subprocess.Popen[str]]:
    """The program on that display, with somebody who reads its window."""
    environment = {**os.environ, "DISPLAY": keyboard[0], "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "tests.journeys.at_the_display", str(folder.root), "az"]
    running = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    yield running
    running.kill()
    running.communicate()


@pytest.mark.timeout(300)
def test_a_night_by_a_real_keyboard_seals_the_figures_of_the_paper(
    keyboard: tuple[str, Keyboard],
    program: subprocess.Popen[str],
    folder: DataFolder,
    tmp_path: Path,
) -> None:
    table, board, keys = demo_table(tmp_path / "booklet.json"), keyboard[1], 0
    assert program.stdout is not None
    for line in program.stdout:
        match json.loads(line):
            case {"window": int(window)}:
                board.look_at(window)
            case {"letter": str(letter)}:
                board.press(NAMED.get(letter) or keysym(letter))
                keys += 1
            case {"keys": int(said)}:
                assert said == keys
            case other:
                pytest.fail(f"said by nobody here: {other}")
    _, complaints = program.communicate()
    assert (program.returncode, complaints) == (0, "")

    assert keys > 500
    shown = sealed(folder)
    assert dict(shown.lines) == lines_of(table.scenario, table.contest.id)
    assert dict(shown.votes) == table.paper.votes
    assert (folder.root / "trouble.log").read_text(encoding="utf-8") == ""
