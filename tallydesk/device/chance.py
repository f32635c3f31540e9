"""Octets nobody can guess, and for demonstrations octets that are the same each time."""

from __future__ import annotations

import os
from hashlib import sha256


class OsChance:
    """The random source of the operating system."""

    def octets(self, count: int) -> bytes:
        """`count` random octets."""
        return os.urandom(count)


class SeededChance:
    """The same octets for the same seed: SHA-256 over the seed and a counter.

    Whoever knows the seed knows every octet. For practice and tests only, never for a real key.
    """

    def __init__(self, seed: bytes) -> None:
        self._seed = sha256(seed).digest()
        self._counter = 0
        self._rest = b""

    def octets(self, count: int) -> bytes:
        """The next `count` octets of the seed's sequence, however they are asked for."""
        while len(self._rest) < count:
            self._rest += sha256(self._seed + self._counter.to_bytes(8)).digest()
            self._counter += 1
        drawn, self._rest = self._rest[:count], self._rest[count:]
        return drawn
