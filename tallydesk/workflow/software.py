"""What runs on this laptop, as the window and a report of trouble name it (requirement U36)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Something that others wrote and that runs or prints here; `licence` as its makers name it."""

    name: str
    version: str
    licence: str

    @property
    def called(self) -> str:
        """Name and version, where it has one."""
        return f"{self.name} {self.version}".strip()


@dataclass(frozen=True, slots=True)
class Software:
    """The program and what it stands on.

    `build` is 16 hexadecimal digits over every file of the program: two laptops that show the same
    run the same program.
    """

    version: str
    build: str
    licence: str
    qt: str
    python: str
    sqlite: str
    system: str
    parts: tuple[Part, ...]

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Name and version of what a report of trouble wants to know, the program first."""
        return (
            ("tallydesk", self.version),
            ("Build", self.build),
            ("Qt", self.qt),
            ("Python", self.python),
            ("SQLite", self.sqlite),
            ("System", self.system),
        )

    @property
    def text(self) -> str:
        """Everything, a fact a line, in English whatever the window speaks: it goes to others."""
        facts = [f"{name}: {fact}" for name, fact in (*self.facts, ("Licence", self.licence))]
        parts = [f"{part.called}: {part.licence}" for part in self.parts]
        return "\n".join((*facts, "", *parts, ""))
