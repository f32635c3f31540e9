"""The window as the terminal that started it sees it: Ctrl-C, and a display that is none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.ui.interruption import Interruption

TALLYDESK = str(Path(sys.executable).with_name("tallydesk"))

INTERRUPTED = """
import os, signal, sys, threading
from PySide6.QtCore import QTimer
from tallydesk import app
from tallydesk.cli.main import run

def interrupt():
    threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGINT)).start()

class Interrupted(app.App):
    def show(self):
        super().show()
        QTimer.singleShot(0, interrupt)

app.App = Interrupted
sys.exit(run(["run", "--data-dir", sys.argv[1], "--language", "en"]))
"""


def test_ctrl_c_is_heard_by_a_window_that_nobody_touches(qapp: QApplication, qtbot: QtBot) -> None:
    heard: list[str] = []
    before = signal.getsignal(signal.SIGINT)
    interruption = Interruption(lambda: heard.append("stop"), qapp)
    os.kill(os.getpid(), signal.SIGINT)
    qtbot.waitUntil(lambda: heard == ["stop"])
    interruption.close()
    assert signal.getsignal(signal.SIGINT) is before
    assert signal.set_wakeup_fd(-1) == -1


def test_ctrl_c_closes_the_window_and_ends_in_a_word(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, tmp_path], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "tallydesk: stopped.\n")
    assert (tmp_path / "trouble.log").read_text(encoding="utf-8") == ""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_display_that_is_none_is_told_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [TALLYDESK, "run", "--data-dir", tmp_path],
        env={**os.environ, "QT_QPA_PLATFORM": "moon"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("tallydesk: the window cannot be shown on this display (")
    assert "tallydesk demo --out DIR" in done.stderr
