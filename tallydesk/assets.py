"""Finds and reads what ships beside the code: words, forms, fonts.

The same calls work in a checkout (`resources/` beside the package), in an installed wheel
(`tallydesk/resources/`) and in a frozen build (unpacked below `sys._MEIPASS`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

LANGUAGES = ("az", "en", "ru")
"""The languages that every catalogue of words is written in, by ISO 639-1 code."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class AssetMissing(FileNotFoundError):
    """Something that should have been shipped is not there, or was asked for by a strange name."""


def _home() -> Path:
    """The folder `resources`, wherever this build keeps it."""
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package))
    for folder in (package / "resources", package.parent / "resources", frozen / "resources"):
        if folder.is_dir():
            return folder
    raise AssetMissing(
        f"the folder of resources is missing beside {package}; install tallydesk anew"
    )


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, named from `resources/` down.

    Raises AssetMissing when it is not there, or when a part is no plain name: names come from
    packages that somebody else wrote, and `..` is not one.
    """
    shown = "/".join(parts)
    if not parts or not all(_NAME.fullmatch(part) for part in parts):
        raise AssetMissing(f"“{shown}” is not the name of anything that is shipped")
    path = _home().joinpath(*parts)
    if not path.exists():
        raise AssetMissing(f"“{shown}” is not shipped with this version of tallydesk")
    return path


def read_bytes(*parts: str) -> bytes:
    """The contents of a shipped file. Raises AssetMissing, or OSError when it cannot be read."""
    return resource(*parts).read_bytes()


@cache
def words(language: str) -> Mapping[str, str]:
    """Every word that paper, command line and verifier say in a language, by dotted key.

    `words("en")["paper.page_of"]`; placeholders are `str.format` fields by name. Raises
    AssetMissing for a language that is not shipped.
    """
    import tomllib

    text = read_bytes("words", f"{language}.toml").decode("utf-8")
    return MappingProxyType(dict(_flat(tomllib.loads(text), "")))


def form_bytes(name: str) -> bytes:
    """The file of a shipped form, by its name without ending. Raises AssetMissing."""
    return read_bytes("forms", f"{name}.toml")


def form_names() -> tuple[str, ...]:
    """The names of all shipped forms, in alphabetical order."""
    return toml_names("forms")


def toml_names(*folder: str) -> tuple[str, ...]:
    """The names without ending of the TOML files in a folder, in alphabetical order."""
    return tuple(sorted(path.stem for path in resource(*folder).glob("*.toml")))


def map_bytes(name: str) -> bytes:
    """The file of a shipped column map, by its name without ending. Raises AssetMissing."""
    return read_bytes("forms", "maps", f"{name}.map.toml")


def map_names() -> tuple[str, ...]:
    """The names of all shipped column maps, in alphabetical order."""
    return tuple(name.removesuffix(".map") for name in toml_names("forms", "maps"))


def package_bytes(name: str) -> bytes:
    """The file of a shipped package, by its name without ending. Raises AssetMissing."""
    return read_bytes("packages", f"{name}.toml")


def _flat(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
