"""The members' key files in a folder that only the laptop's user may read."""

from __future__ import annotations

from pathlib import Path

from tallydesk.device.writing import OWNER, NotSaved, make_folder, write_whole


class KeyUnreadable(OSError):
    """A key file is there and cannot be read; `str` says which, why and what now."""


class FolderKeyShelf:
    """One file a member, `member-01.key`, in a folder that is made with the first key."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()

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

    def _path(self, member: int) -> Path:
        return self._folder / f"member-{member:02}.key"
