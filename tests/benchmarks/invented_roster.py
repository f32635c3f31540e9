"""An invented election with as many stations as wanted: tables, enrolments, and a root key.

People are called after trees and flowers, contestants after fruit. The enrolments' keys come from
a counter and never see Argon2, which takes its time on purpose.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import product
from pathlib import Path

from tallydesk.assets import package_bytes
from tallydesk.signing.certificate import pem_of, root_certificate
from tallydesk.signing.enrolment import Enrolment, enrol
from tallydesk.signing.keys import Unlocked, scalar_from

OFFICES = ("chair", "secretary", "secretary", "member", "member", "member")
FIRST = ("Alma", "Armud", "Bənövşə", "Çinar", "Ərik", "Heyva", "Lalə", "Nar", "Nərgiz", "Palıd")
LAST = ("Təlimova", "Sınaqçı", "Uydurma", "Məşqçi", "Xəyali", "Nümunə", "Ağaclı", "Bağban")
MADE = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
PASSPHRASES = ("kökləri dərində olan çinar", "bağda açılan ilk bənövşə")
POLICY = """format = 1

[hours]
opens = 08:00:00
closes = 19:00:00
zone = "Asia/Baku"

[policy]
second_entry = ["before", "mobile", "stationary", "count"]
bundle_size = 50
official_language = "az"
quorum = 4
"""


@dataclass(frozen=True, slots=True)
class Files:
    """Everything that `tallydesk authority issue` is given."""

    definition: Path
    policy: Path
    stations: Path
    roster: Path
    enrolments: Path


def key(*numbers: int) -> Unlocked:
    """A key that everybody can make again; it protects nothing."""
    return Unlocked(scalar_from(sha256(repr(numbers).encode()).digest() + bytes(16)))


ROOT = key(0)
CERTIFICATE = root_certificate(ROOT, "Invented authority", datetime(2026, 1, 1, tzinfo=UTC))
PEM = pem_of(CERTIFICATE)


def station_of(place: int) -> tuple[str, str]:
    """Constituency and number of a station, from 0: at most sixty in a constituency."""
    return f"{place // 60 + 1:03}", f"{place % 60 + 1:02}"


def name_of(place: int, member: int) -> str:
    """The name of a member, no two alike in one station."""
    names = [f"{first} {last}" for last, first in product(LAST, FIRST)]
    return names[(place * 7 + member) % len(names)]


def files_in(folder: Path) -> Files:
    """Where the files of an election lie."""
    return Files(
        folder / "fruit.toml",
        folder / "policy.toml",
        folder / "stations.csv",
        folder / "members.csv",
        folder / "enrolments",
    )


def write_election(folder: Path, stations: int, *, enrolled: bool = True) -> Files:
    """The files of an election with so many stations of six members."""
    files = files_in(folder)
    files.definition.write_text(definition(), encoding="utf-8")
    files.policy.write_text(POLICY, encoding="utf-8")
    _write(
        files.stations,
        (
            "constituency",
            "number",
            "name",
            "listed",
            "received.fruit",
            "mobile_boxes",
            "stationary_boxes",
        ),
        (
            (
                *station_of(place),
                f"{place + 1} nömrəli bağ",
                1200 + place % 500,
                1240 + place % 500,
                1,
                2,
            )
            for place in range(stations)
        ),
    )
    _write(
        files.roster,
        ("constituency", "number", "name", "office"),
        (
            (*station_of(place), name_of(place, member), office)
            for place in range(stations)
            for member, office in enumerate(OFFICES)
        ),
    )
    files.enrolments.mkdir(exist_ok=True)
    for place in range(stations) if enrolled else ():
        for name, content in enrolments_of(place):
            (files.enrolments / name).write_bytes(content)
    return files


def enrolments_of(place: int) -> Iterator[tuple[str, bytes]]:
    """The enrolments of a station's six members; the chair has a seal key."""
    constituency, number = station_of(place)
    for member, office in enumerate(OFFICES):
        own = key(1, place, member)
        seal = key(2, place, member) if office == "chair" else None
        asked = Enrolment(
            "official",
            constituency,
            number,
            name_of(place, member),
            own.point,
            MADE,
            seal.point if seal else None,
        )
        yield f"{constituency}-{number}-{member + 1}.enrolment", enrol(asked, own, seal)


def definition() -> str:
    """The shipped fruit contest as an election of its own."""
    text = package_bytes("practice").decode()
    contests = text[text.index("[[contests]]") : text.index("[station]")]
    head = 'format = 1\nlanguages = ["az", "en", "ru"]\nid = "invented-fruit"\nday = 2026-10-11\n'
    titles = {"az": "Uydurma meyvə seçkisi", "en": "Invented election", "ru": "Выдуманные выборы"}
    title = "".join(f'title.{each} = "{said}"\n' for each, said in titles.items())
    return f"{head}{title}\n{contests}"


def _write(path: Path, header: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
