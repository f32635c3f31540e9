"""The members' key files: in a folder of the laptop, and on the sticks that are put in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tallydesk.device.writing import OWNER, NotSaved, make_folder, write_whole

LARGEST_KEY = 4096
"""Octets that are read of a file; ours have under two hundred."""


class KeyUnreadable(OSError):
    """A key file is there and cannot be read; `str` says which, why and what now."""


class FolderKeyShelf:
    """One file a member, `member-01.key`, in a folder that is made with the first key.

    On official nights keys lie on the members' own sticks: there a file may have any name that ends
    in `.key`, and is known by the point in it.
    """

    def __init__(
        self, folder: Path, *sticks: Path, found: Callable[[], Iterable[Path]] = tuple
    ) -> None:
        """`sticks` are folders that were named, `found` those of the sticks that are in now."""
        self._folder = folder.absolute()
        self._sticks = tuple(each.absolute() for each in sticks)
        self._found = found

    def load(self, member: int) -> bytes | None:
        """The key file of a member by number, from 1; None when there is none.

        Raises KeyUnreadable.
        """
        path = self._path(member)
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise KeyUnreadable(
                f"The key file {path} cannot be read: {error.strerror}. "
                "Check the disk and the permissions, or sign by hand on the paper."
            ) from error

    def store(self, member: int, key_file: bytes) -> None:
        """Write a member's key file in the place of an older one; durable on return.

        Raises NotSaved.
        """
        path = self._path(member)
        try:
            make_folder(self._folder, 0o700)
        except OSError as error:
            raise NotSaved(path, error) from error
        write_whole(path, key_file, OWNER)

    def find(self, point: bytes) -> bytes | None:
        """The key file with this point in any of the folders, None when there is none.

        A stick that was pulled out, and what cannot be read there, is passed over: with it the
        member has no key here.
        """
        return next((file for _, file in self._with(point)), None)

    def put_back(self, point: bytes, key_file: bytes) -> None:
        """Write a key file over those with this point; durable on return.

        Raises NotSaved, and FileNotFoundError when the stick is gone.
        """
        paths = [path for path, _ in self._with(point)]
        if not paths:
            raise FileNotFoundError("the key file is gone; put the stick back in")
        for path in paths:
            write_whole(path, key_file, OWNER)

    def destroy(self, point: bytes) -> bool:
        """Overwrite and remove the files with this point; False when there was none.

        A flash stick may keep the old octets where no program reaches; without PIN and station
        secret they are of no use. Raises OSError.
        """
        paths = [(path, len(file)) for path, file in self._with(point)]
        for path, length in paths:
            with path.open("r+b") as file:
                file.write(os.urandom(length))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
        return bool(paths)

    def _with(self, point: bytes) -> Iterator[tuple[Path, bytes]]:
        from tallydesk.signing.keys import KeyFileDamaged, point_of

        for folder in dict.fromkeys((self._folder, *self._sticks, *self._found())):
            for path in sorted(folder.glob("*.key")):
                try:
                    with path.open("rb") as opened:
                        file = opened.read(LARGEST_KEY)
                    if point_of(file) == point:
                        yield path, file
                except (OSError, KeyFileDamaged):
                    continue

    def _path(self, member: int) -> Path:
        return self._folder / f"member-{member:02}.key"
