"""The authority's machine in a folder: root, passphrases, tables, enrolments of N stations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tallydesk.authority.root import new_root
from tests.benchmarks.invented_roster import PASSPHRASES, Files, write_election
from tests.fakes import CountingChance

RootFiles = tuple[bytes, bytes]


def root_files() -> RootFiles:
    """A root key and its certificate, made once: it takes Argon2id its time."""
    day = datetime(2026, 1, 1, tzinfo=UTC)
    return new_root("Invented authority", PASSPHRASES, day, CountingChance().octets)


@dataclass(frozen=True)
class Desk:
    """Where everything lies, and the commands as they are called."""

    folder: Path
    files: Files

    @property
    def out(self) -> Path:
        """Where packages and letters go."""
        return self.folder / "out"

    @property
    def root(self) -> list[str]:
        """The options that open the root."""
        words = ["--root", str(self.folder / "root.key")]
        for number in (1, 2):
            words += ["--passphrase-file", str(self.folder / f"person-{number}.txt")]
        return words

    @property
    def issue(self) -> list[str]:
        """The command that issues, with the members' own keys."""
        return [*self.issue_without, "--enrolments", str(self.files.enrolments)]

    @property
    def issue_without(self) -> list[str]:
        """The same with neither enrolments nor keys made here."""
        files = self.files
        return [
            "authority",
            "issue",
            *self.root,
            *("--definition", str(files.definition), "--policy", str(files.policy)),
            *("--stations", str(files.stations), "--roster", str(files.roster)),
            *("--out", str(self.out)),
        ]

    def trust(self, serial: int, *more: str) -> list[str]:
        """The command that signs a trust file into `trust-SERIAL`."""
        return [
            "authority",
            "trust",
            *self.root,
            *("--packages", str(self.out), "--serial", str(serial)),
            *("--out", str(self.folder / f"trust-{serial}"), *more),
        ]

    def packages(self) -> dict[str, bytes]:
        """Every package by name."""
        return {path.name: path.read_bytes() for path in self.out.glob("*.tdp")}


def desk_in(folder: Path, root: RootFiles, stations: int) -> Desk:
    """A desk with so many stations of six members."""
    (folder / "root.key").write_bytes(root[0])
    (folder / "root.pem").write_bytes(root[1])
    for number, passphrase in enumerate(PASSPHRASES, 1):
        (folder / f"person-{number}.txt").write_text(f"{passphrase}\n", encoding="utf-8")
    return Desk(folder, write_election(folder, stations))
