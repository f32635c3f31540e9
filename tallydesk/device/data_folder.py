"""The folder on the laptop that holds everything tallydesk keeps."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

EARLIER = "earlier"
"""The folder in the data folder for nights that were put by."""

_EFFECTIVE = os.access in os.supports_effective_ids


class DataFolderRefused(OSError):
    """The data folder cannot be used; `str` says which, why and what now."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Where everything lies in the data folder. `root` is absolute; the rest may not be there."""

    root: Path

    @property
    def journal(self) -> Path:
        """The journal of the night."""
        return self.root / "journal.sqlite"

    @property
    def keys(self) -> Path:
        """The folder of the members' key files."""
        return self.root / "keys"

    @property
    def trust(self) -> Path:
        """The authority's trust file, once it was installed."""
        return self.root / "authority.trust"

    @property
    def keys_tried(self) -> Path:
        """There once somebody went through the exercise of the first use, or skipped it."""
        return self.root / "keys-tried"

    @property
    def papers(self) -> Path:
        """The folder of finished papers."""
        return self.root / "papers"


def data_folder(chosen: Path | None = None) -> DataFolder:
    """The folder given with `--data-dir`, else the one the system keeps for a user's data.

    It is made when it is not there, for this user alone. Raises DataFolderRefused.
    """
    root = (_users_own() if chosen is None else chosen).absolute()
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        made = f"it cannot be made ({error.strerror})"
        raise _refused(root, "it is not a folder" if root.exists() else made) from error
    if not os.access(root, os.R_OK | os.W_OK | os.X_OK, effective_ids=_EFFECTIVE):
        raise _refused(root, "it cannot be written")
    return DataFolder(root)


def _users_own() -> Path:
    # Imported here: with --data-dir nobody asks.
    from platformdirs import user_data_path

    return user_data_path("tallydesk", appauthor=False)


def _refused(root: Path, why: str) -> DataFolderRefused:
    return DataFolderRefused(
        f"The data folder {root} cannot be used: {why}. Choose another folder with --data-dir."
    )
