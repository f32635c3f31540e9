"""Data folders of people who have tried the keys before: their first page offers a night first."""

from __future__ import annotations

from pathlib import Path

from tallydesk.device.data_folder import DataFolder, data_folder


def tried_before(path: Path) -> DataFolder:
    """The folder, with the exercise of the first use behind it."""
    folder = data_folder(path)
    folder.keys_tried.touch()
    return folder
