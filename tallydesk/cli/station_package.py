"""The package that an argument names, whoever made it: a shipped one, a file, the authority's."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tallydesk.assets import AssetMissing, form_bytes, package_bytes, toml_names
from tallydesk.cli.ending import Ended, ExitCode
from tallydesk.cli.named_file import LARGEST, Named, Shelf, read_named, read_small

if TYPE_CHECKING:
    from tallydesk.election.definition import Package

SEALED = ".tdp"
"""What the name of the authority's package ends in."""


def _package_names() -> tuple[str, ...]:
    return toml_names("packages")


PACKAGES = Shelf("package", ".toml", package_bytes, _package_names)

_FORM_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def package_named(argument: str) -> Package:
    """The package, its mistakes named. No signature is checked: nothing is counted with it.

    Raises Ended, or OSError for a path.
    """
    return _sealed(Path(argument)) if argument.endswith(SEALED) else plain_package(argument)[1]


def forms_for(package: Named) -> Callable[[str], bytes]:
    """The forms that a package may name: those that ship, and those that lie beside its file.

    What ships goes first: no file beside a package takes the place of a law that was checked.
    """

    def form_file(name: str) -> bytes:
        try:
            return form_bytes(name)
        except AssetMissing:
            if package.path is None or not _FORM_NAME.fullmatch(name):
                raise
            return _at_most(package.path.with_name(f"{name}.toml"))

    return form_file


def _at_most(path: Path) -> bytes:
    """A form; of a file that is too long an octet more, for the reader of forms to refuse."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def plain_package(argument: str) -> tuple[Named, Package]:
    """A package that everybody can write, with its file. Raises Ended, or OSError for a path."""
    from tallydesk.cli.kind import PACKAGE, refuse_other
    from tallydesk.cli.validation import unusable
    from tallydesk.election.package_file import PackageMistakes
    from tallydesk.workflow.opening import read_shipped

    named = read_named(argument, PACKAGES)
    refuse_other(argument, named.data, PACKAGE)
    try:
        package = read_shipped(named.data, forms_for(named), datetime.now(UTC), name=named.name)
    except PackageMistakes as mistakes:
        raise unusable(argument, mistakes) from mistakes
    return named, package


def _sealed(path: Path) -> Package:
    from tallydesk.assets import words
    from tallydesk.election.package_file import PackageMistakes
    from tallydesk.signing.sealed_package import LARGEST_PACKAGE
    from tallydesk.workflow.official import opened, read_kept
    from tallydesk.workflow.refusal import RefusedError

    try:
        sealed = opened(read_small(path, "package", LARGEST_PACKAGE))
        return read_kept(sealed.package, sealed.forms.__getitem__, datetime.now(UTC))
    except RefusedError as refused:
        said = words("en")[f"refusal.{refused.code}"].format(**refused.facts)
        raise Ended(said, ExitCode.BAD_INPUT) from refused
    except PackageMistakes as mistakes:
        said = words("en")["refusal.package-mistaken"].format(mistake=mistakes.mistakes[0])
        raise Ended(said, ExitCode.BAD_INPUT) from mistakes
