"""Keeps None, True and False alive under PySide6 6.12 on Python 3.11.

The wheels of PySide6 6.12.0 are built with the headers of a Python in which these values are
immortal, and hand them out without counting. Python 3.11 counts: after some thousand calls into
Qt it ends the process with "deallocating None". Qt PDF exists as a package of its own only from
6.12 on, so an older PySide6 is no way out.
"""

from __future__ import annotations

import sys

_PLENTY = 1 << 48


def hold_singletons() -> None:
    """Make the counts of the singletons so high that they are never used up. May be repeated."""
    if sys.version_info >= (3, 12):
        return
    import ctypes

    for singleton in (None, True, False, NotImplemented):
        # The count is the first word of every object in a build without debugging.
        count = ctypes.c_ssize_t.from_address(id(singleton))
        if count.value < _PLENTY:
            count.value += _PLENTY
