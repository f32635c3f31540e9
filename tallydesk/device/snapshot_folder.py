"""The folder on a stick in which snapshots of the night lie."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tallydesk.device.key_shelf import LARGEST_KEY
from tallydesk.device.writing import OWNER, NotSaved, make_folder, take_drafts_away, write_whole
from tallydesk.workflow.ports import Entry

FOLDER = "tallydesk"
"""What the folder on a stick is called."""

LARGEST = 64 * 1024 * 1024
"""Octets that are read of a snapshot; a night needs less than a hundredth of it."""

SUFFIX = ".jsonl"

ReadEntries = Callable[[bytes], Sequence[Entry]]
"""From the octets of a snapshot to its entries. Raises ValueError."""


class ReadsBackOtherwise(OSError):
    """What was written on the stick is not what is read there; `str` says where."""

    trouble = "otherwise"


class SnapshotFolder:
    """Writes snapshots to the stick that is in; `named` is a folder that somebody chose.

    `keys` is the folder of the members' key files, `found` asks for the sticks that are in.
    """

    def __init__(
        self,
        keys: Path,
        read: ReadEntries,
        named: Path | None = None,
        found: Callable[[], Iterable[Path]] = tuple,
    ) -> None:
        self._keys, self._read = keys, read
        self._named = named.absolute() if named else None
        self._found = found

    def place(self, last: str) -> str:
        """The folder that was named, else the last one while it is in, else the first stick."""
        if self._named is not None:
            return str(self._named)
        if last and Path(last).is_dir():
            return last
        stick = next(iter(self._found()), None)
        return str(stick) if stick else ""

    def keep(self, place: str, name: str, content: bytes, keys: str) -> None:
        """Write a snapshot as a whole, read it back from the stick and compare.

        Raises NotSaved, ReadsBackOtherwise. Then an older snapshot is as it was.
        """
        folder = Path(place) / FOLDER
        path = folder / name
        try:
            make_folder(folder)
            take_drafts_away(folder)
        except OSError as error:
            raise NotSaved(path, error) from error
        write_whole(path, content)
        try:
            same = _read_from_disk(path) == content
        except OSError as error:
            raise NotSaved(path, error) from error
        if not same:
            path.unlink(missing_ok=True)
            raise ReadsBackOtherwise(f"{path} reads back otherwise than it was written")
        if keys:
            self._keep_keys(folder / keys)

    def others(self, place: str, known: Callable[[str], bool]) -> Iterator[Sequence[Entry]]:
        """The entries of the snapshots there whose names are not `known`.

        What cannot be read there, or is no snapshot, is passed over: it is somebody else's.
        """
        for path in snapshots_in(Path(place)):
            if not known(path.name):
                try:
                    with path.open("rb") as file:
                        yield self._read(file.read(LARGEST))
                except (OSError, ValueError):
                    continue

    def _keep_keys(self, folder: Path) -> None:
        for key in sorted(self._keys.glob("*.key")):
            try:
                make_folder(folder, 0o700)
                content = key.read_bytes()
                there = folder / key.name
                if not there.exists() or there.read_bytes() != content:
                    write_whole(there, content, OWNER)
            except NotSaved:
                raise
            except OSError as error:
                raise NotSaved(folder / key.name, error) from error


def snapshots_in(stick: Path) -> tuple[Path, ...]:
    """The snapshots on a stick, the latest first; () when it is none or is gone."""
    try:
        found = [path for path in (stick / FOLDER).glob(f"snapshot-*{SUFFIX}") if path.is_file()]
        return tuple(sorted(found, key=lambda path: (path.stat().st_mtime, path.name))[::-1])
    except OSError:
        return ()


def bring_keys(snapshot: Path, opening: bytes, keys: Path) -> None:
    """Put the key files that lie beside a snapshot of a practice night onto this laptop.

    `opening` is the digest of the night's first entry. Without any nothing happens. Raises
    NotSaved, OSError.
    """
    beside = snapshot.parent / f"keys-{opening.hex()[:8]}"
    for file in sorted(beside.glob("*.key")):
        with file.open("rb") as opened:
            content = opened.read(LARGEST_KEY)
        make_folder(keys, 0o700)
        write_whole(keys / file.name, content, OWNER)


def _read_from_disk(path: Path) -> bytes:
    """What the stick itself holds, and not what the system still remembers of it."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file.read(LARGEST)
