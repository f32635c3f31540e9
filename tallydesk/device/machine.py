"""What a laptop is called in a journal, so that two that go on with one night are told apart."""

from __future__ import annotations

import platform
from contextlib import suppress
from pathlib import Path

from tallydesk.device.chance import OsChance
from tallydesk.device.writing import write_new

FILE = "laptop"
"""The file in the data folder that holds the name."""

_LETTERS = 40


def machine_name(root: Path) -> str:
    """The system's name of this laptop with four letters of chance, the same from then on.

    Two laptops set up from one image bear the same system's name, hence the letters. Raises OSError
    when the data folder can neither be read nor written.
    """
    path = root / FILE
    if not path.exists():
        named = "".join(sign for sign in platform.node() if sign.isprintable())[:_LETTERS].strip()
        with suppress(FileExistsError):
            write_new(path, f"{named or FILE} {OsChance().octets(2).hex()}\n".encode())
    return path.read_text("utf-8", "replace").strip()[: 2 * _LETTERS] or FILE
