"""Root may write anywhere; the people of a commission are not root."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from threading import Lock
from types import ModuleType

ROOT, NOBODY = 0, 65534

_lock = Lock()
_user, _fetching = [ROOT], [0]
"""Whose rights are due, and how many imports go on, in whichever thread."""


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """Give up root's rights for a while, when there are any; hands over a folder of one's own.

    People can read the Python that they run; root's may lie where nobody else looks. So what is
    imported meanwhile is fetched with root's rights, else it would stay missing afterwards, too.
    """
    if os.geteuid():
        with tempfile.TemporaryDirectory() as name:
            yield Path(name)
        return
    with tempfile.TemporaryDirectory() as name:
        folder, fetch = Path(name), _Fetch()
        os.chown(folder, NOBODY, NOBODY)
        sys.meta_path.insert(0, fetch)
        _becomes(NOBODY)
        try:
            yield folder
        finally:
            folder.chmod(0o700)
            _becomes(ROOT)
            sys.meta_path.remove(fetch)
            importlib.invalidate_caches()


def _becomes(user: int) -> None:
    with _lock:
        _user[0] = user
        if not _fetching[0]:
            os.seteuid(user)


@contextmanager
def _root() -> Iterator[None]:
    """The last import that ends gives back what is due then; none waits for another."""
    with _lock:
        _fetching[0] += 1
        os.seteuid(ROOT)
    try:
        yield
    finally:
        with _lock:
            _fetching[0] -= 1
            if not _fetching[0]:
                os.seteuid(_user[0])


class _Fetch(MetaPathFinder):
    """Finds modules as Python does, with root's rights."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        with _root():
            spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Fetched(spec.loader)
        return spec


class _Fetched(Loader):
    """Runs a module as its own loader does, with root's rights."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def __getattr__(self, name: str) -> object:
        return getattr(self._loader, name)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        with _root():
            return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        with _root():
            self._loader.exec_module(module)
