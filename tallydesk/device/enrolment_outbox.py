"""A member's new key on their stick, and beside it the file for the authority."""

from __future__ import annotations

from pathlib import Path

from tallydesk.authority.member_key import MemberFiles
from tallydesk.device.writing import OWNER, NotSaved, write_whole


def save_enrolled(folder: Path, made: MemberFiles) -> tuple[Path, ...]:
    """Write key, seal key and enrolment; the paths they got, the enrolment's last.

    An older file is never written over: with it a key would be lost for good. Raises NotSaved.
    """
    files = {**made.keys, made.enrolment_name: made.enrolment}
    paths = {folder / name: content for name, content in files.items()}
    for path in paths:
        if path.exists():
            raise NotSaved(path, FileExistsError("a file of that name is there already"))
    for path, content in paths.items():
        write_whole(path, content, OWNER)
    return tuple(paths)
