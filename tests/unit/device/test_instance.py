"""Requirement U26: one program works on the data, and a crash does not lock it for ever."""

import subprocess
import sys
from pathlib import Path

import pytest

from tallydesk.device.data_folder import DataFolderRefused
from tallydesk.device.instance import InstanceRunning, only_instance
from tests.ordinary_user import ordinary_user

HOLDER = """
import sys
from pathlib import Path
from tallydesk.device.instance import only_instance
with only_instance(Path(sys.argv[1])):
    print("holding", flush=True)
    sys.stdin.read()
"""


def refused(root: Path) -> str:
    with pytest.raises(InstanceRunning) as running, only_instance(root):
        pass
    return str(running.value)


def test_a_second_program_is_refused_until_the_first_is_dead(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "holding\n"
        assert refused(tmp_path) == (
            f"tallydesk is already open with the data in {tmp_path}. "
            "Go on in its window, or choose another folder with --data-dir."
        )
        holder.kill()
    with only_instance(tmp_path):
        pass


def test_the_same_program_does_not_hold_it_twice(tmp_path: Path) -> None:
    with only_instance(tmp_path):
        refused(tmp_path)
    with only_instance(tmp_path):
        pass


def test_other_data_is_another_matter(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with only_instance(tmp_path), only_instance(tmp_path / "other"):
        pass


def test_a_folder_that_cannot_be_written_is_named() -> None:
    with ordinary_user() as root:
        root.chmod(0o500)
        with pytest.raises(DataFolderRefused, match=str(root)), only_instance(root):
            pass
