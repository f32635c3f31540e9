"""The small form of form-v1.md with invented figures, in files, and the command line over them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tallydesk.assets import read_bytes

TALLYDESK = str(Path(sys.executable).with_name("tallydesk"))

MAP = """
format = 1
id = "village"
[lines]
A = "signatures"
B = "papers"
C = "spoiled"
[candidates]
apple = "Apple"
pear = "Pear"
"""
HEADER = "village,signatures,papers,spoiled,Apple,Pear\n"
CLEAN = "Ağdam,100,100,2,60,38\n"
UNEQUAL = "Ленск,101,100,2,60,38\n"
UNUSUAL = "Bree,100,100,9,60,31\n"
BAD = "Kars,100,100,two,60,38\n"


def form_of_the_page() -> bytes:
    """The whole small form that form-v1.md shows."""
    page = read_bytes("formats", "form-v1.md").decode()
    return page.split("```toml\n", 1)[1].split("```", 1)[0].encode()


@dataclass(frozen=True, slots=True)
class Said:
    """What a process said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


def tallydesk(*arguments: str | Path, **environment: str) -> Said:
    """Run the console script as a shell would, in an English environment unless told otherwise."""
    done = subprocess.run(
        [TALLYDESK, *map(str, arguments)],
        capture_output=True,
        env={"LANG": "en_GB.UTF-8", "PATH": "", **environment},
        check=False,
    )
    return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@dataclass(frozen=True, slots=True)
class Village:
    """A folder with form, map and table."""

    folder: Path

    @property
    def form(self) -> Path:
        return self.folder / "village.toml"

    @property
    def map(self) -> Path:
        return self.folder / "village.map.toml"

    @property
    def table(self) -> Path:
        return self.folder / "villages.csv"

    def check(self, *options: str, **environment: str) -> Said:
        return tallydesk("check", self.form, self.table, "--map", self.map, *options, **environment)

    def holding(self, rows: str | bytes, header: str = HEADER) -> Village:
        data = rows.encode() if isinstance(rows, str) else rows
        self.table.write_bytes(header.encode() + data)
        return self


def village_in(folder: Path) -> Village:
    village = Village(folder)
    village.form.write_bytes(form_of_the_page())
    village.map.write_text(MAP, encoding="utf-8")
    return village.holding(CLEAN)
