"""The folder that finished papers are saved to: on the laptop, or on a stick."""

from __future__ import annotations

from pathlib import Path

from tallydesk.device.writing import NotSaved, make_folder, write_whole


class FolderOutbox:
    """Papers as files in one folder, which is made when the first one is saved.

    The folder above it has to be there: after a stick was pulled out, its papers must not end up
    on the laptop under the same name.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()

    def save(self, name: str, content: bytes) -> str:
        """Write a whole file or nothing; returns the path it got, durable.

        A paper that is there already, octet for octet, is not written again. Another paper of
        that name stays, and the new one becomes "name (2).pdf". Raises NotSaved, and ValueError
        when `name` is not the bare name of a file.
        """
        if name in {"", ".", ".."} or any(sign in name for sign in '/\\:\0<>"|?*'):
            raise ValueError(f"“{name}” cannot be the name of a file")
        try:
            make_folder(self._folder)
            path, written = self._place_for(name, content)
        except OSError as error:
            raise NotSaved(self._folder / name, error) from error
        if not written:
            write_whole(path, content)
        return str(path)

    def _place_for(self, name: str, content: bytes) -> tuple[Path, bool]:
        """Where the paper goes, and True when it is there already."""
        path = self._folder / name
        number = 1
        while path.exists():
            if path.is_file() and path.read_bytes() == content:
                return path, True
            number += 1
            path = self._folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        return path, False
