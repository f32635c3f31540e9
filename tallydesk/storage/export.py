"""The journal as lines of JSON, for anybody who wants to check it: resources/formats/journal-v1.md.

A line holds one entry whole. What SQLite knows beside it is not needed: number, moment, member,
kind and body give the digest, and each digest binds the one before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from tallydesk.workflow.chain import milliseconds
from tallydesk.workflow.ports import Entry

LARGEST_EXPORT = 64 * 1024 * 1024
"""Octets. A night needs less than a hundredth of it."""

_KEYS = {"number": int, "at": str, "member": int, "kind": str, "body": str, "digest": str}
_DIGEST = re.compile(r"[0-9a-f]{64}")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00")


class ExportUnreadable(ValueError):
    """A line is none of an export; `str` says which, from 1, and why."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line} is no event of a journal: {why}")
        self.line = line


def lines_of(entries: Iterable[Entry]) -> Iterator[str]:
    """One line of JSON for each entry, without its line break."""
    for entry in entries:
        yield json.dumps(
            {
                "number": entry.number,
                "at": entry.at.isoformat(timespec="milliseconds"),
                "member": entry.member,
                "kind": entry.kind,
                "body": entry.body,
                "digest": entry.digest.hex(),
            },
            ensure_ascii=False,
        )


def read_export(data: bytes) -> tuple[Entry, ...]:
    """The entries of an export as they stand there, no digest checked.

    Raises ExportUnreadable for the first line that holds none.
    """
    return tuple(
        _entry(number, line) for number, line in enumerate(data.splitlines(), start=1) if line
    )


def _entry(number: int, line: bytes) -> Entry:
    try:
        row = json.loads(line)
    except (RecursionError, ValueError) as error:
        raise ExportUnreadable(number, "it is not JSON in UTF-8") from error
    if not isinstance(row, dict) or row.keys() != _KEYS.keys():
        raise ExportUnreadable(number, f"its keys are not {', '.join(_KEYS)}")
    for key, kind in _KEYS.items():
        if type(row[key]) is not kind:
            raise ExportUnreadable(number, f"“{key}” is of another type")
    if not _DIGEST.fullmatch(row["digest"]):
        raise ExportUnreadable(number, "“digest” is not 64 hexadecimal digits")
    try:
        if not _AT.fullmatch(row["at"]):
            raise ExportUnreadable(number, "“at” is no moment in UTC with milliseconds")
        at = datetime.fromisoformat(row["at"])
        milliseconds(at)
    except ValueError as error:
        if isinstance(error, ExportUnreadable):
            raise
        raise ExportUnreadable(number, "“at” is no moment in UTC with milliseconds") from error
    return Entry(
        row["number"], at, row["member"], row["kind"], row["body"], bytes.fromhex(row["digest"])
    )
