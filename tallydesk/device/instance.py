"""One tallydesk at a time on the same data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tallydesk.device.data_folder import DataFolderRefused


class InstanceRunning(OSError):
    """Another tallydesk works on the same data; `str` says where and what now."""


@contextmanager
def only_instance(root: Path) -> Iterator[None]:
    """Hold the data folder `root` for this process.

    The system lets go of it when the process ends, however it ends, so that nothing has to be
    cleaned up after a crash; the empty file `tallydesk.lock` stays. Raises InstanceRunning at
    once when another process holds it, DataFolderRefused when the file cannot be made.
    """
    taken = (
        f"tallydesk is already open with the data in {root}. "
        "Go on in its window, or choose another folder with --data-dir."
    )
    refused = f"The data folder {root} cannot be used: {{}}. Choose another folder with --data-dir."
    with _held(root, taken, refused):
        yield


@contextmanager
def only_run(folder: Path) -> Iterator[None]:
    """Hold the folder that a command writes into, as `only_instance` does for the window.

    Raises InstanceRunning, DataFolderRefused.
    """
    taken = f"another run of this command writes into {folder}. Wait until it has ended."
    refused = f"The folder {folder} cannot be used: {{}}. Choose another folder with --out."
    with _held(folder, taken, refused):
        yield


@contextmanager
def _held(folder: Path, taken: str, refused: str) -> Iterator[None]:
    # Imported here: it brings asyncio with it, 0.04 s that only a program with data needs.
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "tallydesk.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise InstanceRunning(taken) from error
    except OSError as error:
        raise DataFolderRefused(refused.format(error.strerror or str(error))) from error
    try:
        yield
    finally:
        lock.release()
