"""A display in memory and a keyboard at it: keys go to the X server as those of a real one do.

libX11 and libXtst are called directly: of a whole library for X only six calls are wanted here.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

SCREEN = "1366x768x24"
RETURN, TAB, SHIFT = 0xFF0D, 0xFF09, 0xFFE1
"""Keysyms, from X11/keysymdef.h."""
_BEYOND_LATIN = 0x0100_0000
_NOTHING = 0
_REVERT_TO_PARENT, _NOW = 2, 0
_FIRST_KEYCODE, _LAST_KEYCODE = 8, 255

_Window = ctypes.c_ulong
_OnError = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


def keysym(letter: str) -> int:
    """The number that X has for a letter."""
    return ord(letter) if ord(letter) < 0x100 else _BEYOND_LATIN + ord(letter)


@contextmanager
def display() -> Iterator[str]:
    """An X server without a screen; its name, as for DISPLAY."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            # Said when it is ready; nothing is said when it could not start.
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class Keyboard:
    """Presses keys at a display. Raises RuntimeError when the server refuses a call.

    Letters that its layout lacks are put on keys without any, before a program asks for them.
    """

    def __init__(self, name: str, letters: Iterable[str]) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._declare()
        self._errors: list[str] = []
        # Kept: X calls it as long as the process lives.
        self._on_error = _OnError(self._hear)
        self._x.XSetErrorHandler(self._on_error)
        self._at = self._x.XOpenDisplay(name.encode())
        if not self._at:
            raise RuntimeError(f"there is no display {name}")
        free = self._free_keys()
        for letter in sorted(set(letters)):
            if not self._x.XKeysymToKeycode(self._at, keysym(letter)):
                self._put(next(free), keysym(letter))
        self._x.XSync(self._at, 0)
        self._complain()

    def close(self) -> None:
        """Take the hands off."""
        self._x.XCloseDisplay(self._at)

    def look_at(self, window: int) -> None:
        """Keys go to a window from now on, as after a click on its title."""
        self._x.XSetInputFocus(self._at, _Window(window), _REVERT_TO_PARENT, _NOW)
        self._x.XSync(self._at, 0)
        self._complain()

    def press(self, symbol: int) -> None:
        """A key down and up, with Shift where the layout wants it."""
        code = self._x.XKeysymToKeycode(self._at, symbol)
        if not code:
            raise RuntimeError(f"no key is left for {symbol:#x}")
        shifted = self._x.XkbKeycodeToKeysym(self._at, code, 0, 0) != symbol
        keys = [self._x.XKeysymToKeycode(self._at, SHIFT), code] if shifted else [code]
        for down, order in ((1, keys), (0, keys[::-1])):
            for key in order:
                self._test.XTestFakeKeyEvent(self._at, key, down, 0)
        self._x.XFlush(self._at)

    # --- X ------------------------------------------------------------------------------------

    def _declare(self) -> None:
        pointer, number, long = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong
        x = self._x
        x.XOpenDisplay.argtypes, x.XOpenDisplay.restype = [ctypes.c_char_p], pointer
        x.XKeysymToKeycode.argtypes = [pointer, long]
        x.XKeysymToKeycode.restype = ctypes.c_ubyte
        x.XkbKeycodeToKeysym.argtypes = [pointer, ctypes.c_ubyte, number, number]
        x.XkbKeycodeToKeysym.restype = long
        x.XChangeKeyboardMapping.argtypes = [
            pointer,
            number,
            number,
            ctypes.POINTER(ctypes.c_ulong),
            number,
        ]
        x.XSetInputFocus.argtypes = [pointer, _Window, number, long]
        x.XSync.argtypes = [pointer, number]
        x.XFlush.argtypes = [pointer]
        x.XCloseDisplay.argtypes = [pointer]
        self._test.XTestFakeKeyEvent.argtypes = [pointer, ctypes.c_uint, number, long]

    def _free_keys(self) -> Iterator[int]:
        for code in range(_LAST_KEYCODE, _FIRST_KEYCODE, -1):
            if self._x.XkbKeycodeToKeysym(self._at, code, 0, 0) == _NOTHING:
                yield code

    def _put(self, code: int, symbol: int) -> None:
        """The same letter with and without Shift."""
        symbols = (ctypes.c_ulong * 2)(symbol, symbol)
        self._x.XChangeKeyboardMapping(self._at, code, 2, symbols, 1)
        self._x.XSync(self._at, 0)

    def _hear(self, _display: int | None, _event: int | None) -> int:
        self._errors.append("the X server refused a call")
        return 0

    def _complain(self) -> None:
        if self._errors:
            raise RuntimeError(self._errors.pop())
