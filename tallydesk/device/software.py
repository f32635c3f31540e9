"""Which build of the program this is, what it stands on, and under which licences."""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from platform import platform, python_version

from tallydesk.assets import resource
from tallydesk.version import VERSION
from tallydesk.workflow.software import Part, Software

NAME = "tallydesk"
DIGITS = 16
"""Of the build: 64 bits tell builds apart, and can be read out over the telephone."""

_CODE = Path(__file__).resolve().parent.parent
_COMPILED = (".qm", ".pyc")
_REQUIRED = re.compile(r"[A-Za-z0-9._-]+")
_ONE_LINE = 60
"""Longer than a licence's name: some packages put its whole text there."""


def look_at_software(qt: str, sqlite: str) -> Software:
    """Look at the program and at everything it stands on; reads each of its files."""
    own = distribution(NAME)
    beneath = (
        Part("Python", python_version(), "PSF-2.0"),
        Part("SQLite", sqlite, "public domain"),
        Part("DejaVu", "", "Bitstream Vera; changes in the public domain"),
    )
    return Software(
        VERSION,
        build_of(_CODE, resource("words").parent),
        licence_of(own),
        qt,
        python_version(),
        sqlite,
        platform(terse=True),
        (*beneath, *parts_of(NAME)),
    )


def build_of(code: Path, resources: Path) -> str:
    """Digits over the names and contents of all files of the program.

    What is compiled from others of them does not count, so a checkout, a wheel of it and another
    laptop with the same files agree. Raises OSError when a file cannot be read.
    """
    whole = sha256()
    files = [(f"code/{path.relative_to(code).as_posix()}", path) for path in code.rglob("*.py")]
    files += [
        (f"resources/{path.relative_to(resources).as_posix()}", path)
        for path in resources.rglob("*")
        if path.is_file() and path.suffix not in _COMPILED
    ]
    for name, path in sorted(files):
        content = path.read_bytes()
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:DIGITS].upper()


def parts_of(name: str) -> tuple[Part, ...]:
    """What a distribution needs, and what that needs in turn, by name; what is not here is not."""
    found: dict[str, Part] = {}
    waiting = [name]
    while waiting:
        for required in _required_by(waiting.pop()):
            if required.casefold() in found or (there := _installed(required)) is None:
                continue
            own = there.metadata["Name"]
            found[required.casefold()] = Part(own, there.version, licence_of(there))
            waiting.append(required)
    return tuple(sorted(set(found.values()), key=lambda part: part.name.casefold()))


def licence_of(there: Distribution) -> str:
    """The name of its licence as it says it itself, "" when it says none."""
    metadata = there.metadata
    for field in ("License-Expression", "License"):
        said = metadata[field].strip() if field in metadata else ""
        if said and len(said) <= _ONE_LINE and "\n" not in said:
            return said
    named = [
        line.rpartition(" :: ")[2]
        for line in metadata.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    return ", ".join(named)


def _required_by(name: str) -> list[str]:
    """Without what only an extra wants."""
    there = _installed(name)
    lines = (there.requires if there is not None else None) or ()
    names = [_REQUIRED.match(line) for line in lines if "extra ==" not in line]
    return [match[0] for match in names if match is not None]


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None
