"""Writing a file as a whole or not at all, with a sentence when it is not."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Trouble = Literal["absent", "failed", "full", "read-only"]

_SENTENCES: MappingProxyType[Trouble, str] = MappingProxyType(
    {
        "absent": (
            "{path} was not saved: the folder {folder} is not there. "
            "Put the stick back in or choose another folder."
        ),
        "failed": "{path} was not saved: {detail}. Choose another folder or another stick.",
        "full": (
            "{path} was not saved: the disk is full. Make room there or choose another folder."
        ),
        "read-only": (
            "{path} was not saved: the folder {folder} cannot be written. "
            "Allow writing there or choose another folder."
        ),
    }
)

_BY_NUMBER: MappingProxyType[int, Trouble] = MappingProxyType(
    {
        errno.ENOENT: "absent",
        errno.ENOTDIR: "absent",
        errno.ENOSPC: "full",
        errno.EDQUOT: "full",
        errno.EFBIG: "full",
        errno.EACCES: "read-only",
        errno.EPERM: "read-only",
        errno.EROFS: "read-only",
    }
)

EVERYBODY = 0o666
"""Permissions for papers; the system's umask takes its part away."""

DRAFT = ".part"
"""How the name of a file ends that is not whole yet."""

OWNER = 0o600
"""Permissions for keys."""


class NotSaved(OSError):
    """A file could not be written, and nothing of it is there; `str` says what, where, what now.

    `trouble` is for programs.
    """

    def __init__(self, path: Path, reason: OSError) -> None:
        self.trouble: Trouble = _BY_NUMBER.get(reason.errno or 0, "failed")
        self.path = path
        detail = reason.strerror or str(reason)
        super().__init__(
            _SENTENCES[self.trouble].format(path=path, folder=path.parent, detail=detail)
        )


def write_whole(path: Path, content: bytes, permissions: int = EVERYBODY) -> None:
    """Write `content` at `path`, in the place of what was there; durable on return.

    Whoever looks at `path` sees the old file or the new one, also after a power cut. Raises
    NotSaved, and then what was there is as it was.
    """
    draft = path.with_name(f".{secrets.token_hex(8)}{DRAFT}")
    try:
        try:
            _write(draft, content, permissions)
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise NotSaved(path, error) from error


def write_many(folder: Path, files: Mapping[str, bytes], permissions: int = EVERYBODY) -> None:
    """Write files by name into one folder, each as a whole; all are durable on return.

    The disk is waited for once and not for each file, which is what takes the time. Raises
    NotSaved for the first that fails; of the files some may be there then, each as a whole.
    """
    drafts: dict[Path, Path] = {}
    path = folder
    try:
        try:
            for name, content in files.items():
                path = folder / name
                draft = path.with_name(f".{secrets.token_hex(8)}{DRAFT}")
                drafts[draft] = path
                _put(draft, content, permissions)
            _sync_files(drafts)
            for draft, path in drafts.items():
                draft.replace(path)
        except BaseException:
            for draft in drafts:
                draft.unlink(missing_ok=True)
            raise
        _sync_folder(folder)
    except OSError as error:
        raise NotSaved(path, error) from error


def _put(path: Path, content: bytes, permissions: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, permissions)
    with open(handle, "wb") as file:  # noqa: PTH123  # Path cannot open a handle
        file.write(content)


def _sync_files(paths: Iterable[Path]) -> None:
    """Make contents durable. Raises OSError.

    A journalling file system writes out for all who wait what it would write out for each.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_TOGETHER) as pool:
        list(pool.map(_sync_file, paths))


def _sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_new(path: Path, content: bytes, permissions: int = EVERYBODY) -> None:
    """Write a file where none is; durable on return.

    Raises FileExistsError when the name is taken, whoever took it a moment ago, and NotSaved.
    """
    try:
        # The empty file claims the name; the whole one takes its place.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, permissions))
    except FileExistsError:
        raise
    except OSError as error:
        raise NotSaved(path, error) from error
    try:
        write_whole(path, content, permissions)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def take_drafts_away(folder: Path) -> None:
    """Remove what an interrupted writer left half done. Raises OSError."""
    for draft in folder.glob(f".*{DRAFT}"):
        draft.unlink(missing_ok=True)


def _write(path: Path, content: bytes, permissions: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, permissions)
    with open(handle, "wb") as file:  # noqa: PTH123  # Path cannot open a handle
        file.write(content)
        file.flush()
        os.fsync(handle)


_TOGETHER = 16
"""How many files wait for the disk at once."""

_BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows would turn line ends about."""


def make_folder(folder: Path, permissions: int = 0o777) -> None:
    """Make one folder, durably, when it is not there; the one above has to be. Raises OSError."""
    if folder.is_dir():
        return
    folder.mkdir(permissions)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Make a new name durable. Windows does that by itself and cannot open a folder.

    Raises OSError.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
