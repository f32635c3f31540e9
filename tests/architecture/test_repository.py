"""What is in the repository, and what never comes in."""

import re
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

TOP = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "packaging",
    "pyproject.toml",
    "resources",
    "tallydesk",
    "tests",
}
# Written so that this file does not name them itself.
REGISTRIES = re.compile(
    r"pypi\.org|python[h]osted|registry\.npm|npm[j]s\.|registry\.yarn|deb\.debian|archive\.ubuntu"
    r"|crates\.io|proxy\.golang",
    re.IGNORECASE,
)
# Folders that belong to every machine: below one of these a clone says nothing about its owner.
SHARED = {"/", "/home", "/mnt", "/opt", "/root", "/srv", "/tmp", "/usr/src", "/var/tmp"}  # noqa: S108  # named, not used


@cache
def tracked() -> tuple[Path, ...]:
    """Every file git keeps, less those deleted but not committed yet."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("an unpacked archive has no git to ask")
    # Trusted by name, since a build server's clone may belong to another user.
    listing = subprocess.run(
        [git, "-c", f"safe.directory={ROOT}", "-C", str(ROOT), "ls-files", "-z"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = (ROOT / name for name in listing.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT).as_posix()}:{number}"
            for number, line in enumerate(text.splitlines(), start=1)
            if pattern.search(line)
        ]
    return found


def test_the_top_level_holds_only_what_belongs_there() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} - TOP == set()


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRIES) == []


def test_no_file_names_a_path_of_this_machine() -> None:
    here = {str(ROOT)} | ({str(ROOT.parent)} - SHARED)
    pattern = "|".join(re.escape(each) for each in sorted(here))
    assert lines_with(re.compile(rf"(?<![\w.])(?:{pattern})(?![\w-])")) == []


def test_nothing_generated_is_kept() -> None:
    generated = {".pyc", ".qm", ".so"}
    assert [str(path) for path in tracked() if path.suffix in generated] == []


def test_declared_and_locked_dependencies_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = (ROOT / "packaging" / "requirements.in").read_text(encoding="utf-8")
    listed = [line for line in requirements.splitlines() if line and not line.startswith("#")]
    assert sorted(project["dependencies"]) == sorted(listed)
