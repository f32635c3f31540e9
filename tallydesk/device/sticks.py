"""Where sticks are found on this laptop, when nobody named their folders."""

from __future__ import annotations

import os
from pathlib import Path

_MOUNTED = ("/media/*/*", "/run/media/*/*", "/Volumes/*")
_DRIVES = "DEFGHIJKLMNOPQRSTUVWXYZ"


def mounted() -> tuple[Path, ...]:
    """The folders of the sticks that are in, in alphabetical order; asked anew each time."""
    if os.name == "nt":
        return tuple(path for each in _DRIVES if (path := Path(f"{each}:\\")).is_dir())
    root = Path("/")
    return tuple(sorted(path for pattern in _MOUNTED for path in root.glob(pattern.lstrip("/"))))
