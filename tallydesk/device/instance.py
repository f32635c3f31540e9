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
    # Imported here: it brings asyncio with it, 0.04 s that only a program with data needs.
    from filelock import FileLock, Timeout

    lock = FileLock(root / "tallydesk.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise InstanceRunning(
            f"tallydesk is already open with the data in {root}. "
            "Go on in its window, or choose another folder with --data-dir."
        ) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise DataFolderRefused(
            f"The data folder {root} cannot be used: {why}. Choose another folder with --data-dir."
        ) from error
    try:
        yield
    finally:
        lock.release()
