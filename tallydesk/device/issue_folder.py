"""Where the authority's packages, letters and keys are written, so that a killed run goes on.

What a station gets before its package may be written anew; its package never is.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tallydesk.device.writing import (
    OWNER,
    NotSaved,
    make_folder,
    take_drafts_away,
    write_many,
    write_whole,
)

PACKAGE, LETTER = ".tdp", ".pdf"
_ONLY_OWNER = 0o700


class IssueFolder:
    """A folder with packages, and beside them `letters`, `pins`, `keys` and `definitions`.

    Letters, PINs and keys are for their owners alone.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()

    def open(self) -> None:
        """Make the folder; take away what an interrupted run left half done. Raises NotSaved."""
        try:
            make_folder(self.folder)
            for each in (self.folder, *(path for path in self.folder.iterdir() if path.is_dir())):
                take_drafts_away(each)
        except OSError as error:
            raise NotSaved(self.folder, error) from error

    def package(self, station: str) -> bytes | None:
        """The station's package, None when it was not issued yet. Raises OSError."""
        try:
            return (self.folder / f"{station}{PACKAGE}").read_bytes()
        except FileNotFoundError:
            return None

    def keep_keys(self, station: str, files: Mapping[str, bytes]) -> None:
        """Write the keys that the authority made for a station. Raises NotSaved."""
        if files:
            keys = self._inner("keys")
            self._make(keys / station)
            write_many(keys / station, files, OWNER)

    def keep_papers(self, kind: str, papers: Mapping[str, bytes]) -> None:
        """Write PDFs by station into the folder `kind`, letters or pins. Raises NotSaved."""
        if papers:
            folder = self._inner(kind)
            write_many(folder, {f"{each}{LETTER}": pdf for each, pdf in papers.items()}, OWNER)

    def keep_packages(self, packages: Mapping[str, bytes]) -> None:
        """Write packages by station; from now on these stations are issued. Raises NotSaved."""
        write_many(self.folder, {f"{each}{PACKAGE}": own for each, own in packages.items()})

    def keep_definition(self, name: str, content: bytes) -> None:
        """Write the election's definition, for the trust file. Raises NotSaved."""
        write_whole(self._inner("definitions") / f"{name}.toml", content)

    def _inner(self, name: str) -> Path:
        folder = self.folder / name
        self._make(folder)
        return folder

    def _make(self, folder: Path) -> None:
        try:
            make_folder(folder, 0o777 if folder.name == "definitions" else _ONLY_OWNER)
        except OSError as error:
            raise NotSaved(folder, error) from error
