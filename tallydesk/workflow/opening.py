"""Opening a shipped package: the readers of `election` with what lies in `resources`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from tallydesk.assets import read_bytes, toml_names
from tallydesk.election.definition import Package
from tallydesk.election.package_file import read_package
from tallydesk.election.real_names import names_in


@dataclass(frozen=True, slots=True)
class PackageFile:
    """What a new night is opened with: a package's octets, and a way to get at its forms."""

    name: str
    data: bytes
    form_bytes: Callable[[str], bytes]

    @property
    def official(self) -> bool:
        """A file that everybody can write is for practice alone."""
        return False


@dataclass(frozen=True, slots=True)
class SealedFile:
    """What a new official night is opened with: the octets of a signed package (`.tdp`)."""

    name: str
    data: bytes

    @property
    def official(self) -> bool:
        """Only what the authority signed counts votes."""
        return True


def read_shipped(
    package_file: bytes,
    form_file: Callable[[str], bytes],
    now: datetime,
    *,
    name: str = "package",
) -> Package:
    """A package, refusing practice that borrows a name from a shipped real election.

    `name` is for messages. Raises election.package_file.PackageMistakes.
    """
    return read_package(
        package_file, form_bytes=form_file, now=now, real_names=real_names(), name=name
    )


def read_again(package_file: bytes, form_file: Callable[[str], bytes], now: datetime) -> Package:
    """The same for a package that was read before, as the one of a night that goes on.

    The journal's chain says that not an octet changed since. Where one did all the same and
    nothing can be made of it, it is read as for the first time, and what is wrong has a name.
    """
    try:
        return read_package(
            package_file,
            form_bytes=form_file,
            now=now,
            real_names=real_names(),
            read_before=True,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return read_shipped(package_file, form_file, now)


@cache
def real_names() -> frozenset[str]:
    """Every candidate's name, in every language, of the real elections that are shipped."""
    return frozenset(
        text
        for name in toml_names("definitions")
        for text in names_in(read_bytes("definitions", f"{name}.toml"))
    )
