"""Issuing a country's stations beside its signatures and its letters drawn bare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tallydesk.assets import form_bytes, resource
from tallydesk.authority.election import read_election
from tallydesk.authority.enrolments import read_enrolments
from tallydesk.authority.issue_run import issue_all
from tallydesk.authority.issuing import Root, issue
from tallydesk.authority.policy_file import read_policy
from tallydesk.authority.roster import File, read_roster
from tallydesk.device.chance import OsChance
from tallydesk.device.issue_folder import IssueFolder
from tallydesk.rendering.blocks import HEIGHT, WIDTH
from tallydesk.rendering.letter import Letter, letter_marks
from tallydesk.rendering.mark import Ink
from tallydesk.signing.keys import Unlocked, scalar_from, signed_by
from tests.benchmarks.harness import Benchmark, Ratio, seconds_of
from tests.benchmarks.invented_roster import (
    CERTIFICATE,
    OFFICES,
    ROOT,
    Files,
    station_of,
    write_election,
)

STATIONS, ROUNDS = 200, 5
MADE_SIGNATURES = 3
"""Of one station: card, manifest, the chair's seal certificate."""
CHECKED_SIGNATURES = len(OFFICES) + 1
"""Of one station: six members, and the chair's seal key."""
BARE, BARE_BOLD = "Bare-Letter", "Bare-Letter-Bold"
_BODY = bytes(600)


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """Tables and enrolments read, everything issued and durable on the disk.

    The floor makes and checks as many signatures and draws the same strings of as many letters;
    it reads and writes nothing. With keys made here the floor is Argon2id, P-256 and AES alone.
    """
    for name, file in ((BARE, "DejaVuSans.ttf"), (BARE_BOLD, "DejaVuSans-Bold.ttf")):
        font = TTFont(name, str(resource("fonts", file)))
        # ReportLab keeps one font a face name: without another one both sides would share it.
        font.face.name = name.encode("ascii")
        registerFont(font)
    files = write_election(folder, STATIONS)
    rounds = count()
    yield Ratio(
        "issue",
        1.5,
        lambda: seconds_of(lambda: issue_everything(files, folder / f"out-{next(rounds)}")),
        lambda: seconds_of(floor),
        ROUNDS,
        lambda: f"{STATIONS} stations of {len(OFFICES)}",
    )
    yield Ratio("issue-keys", 1.3, lambda: seconds_of(keys_made(files)), argon2, ROUNDS)


def issue_everything(files: Files, out: Path) -> None:
    """What `tallydesk authority issue` does, once the root is open."""
    election = read_election(
        files.definition.read_bytes(), form_bytes, read_policy(files.policy.read_bytes()), "fruit"
    )
    stations = read_roster(
        File("stations", files.stations.read_bytes()),
        File("members", files.roster.read_bytes()),
        election,
    )
    enrolled = read_enrolments(
        (File(path.name, path.read_bytes()) for path in sorted(files.enrolments.iterdir())),
        (each.commission for each in stations),
        ROOT.point,
    )
    folder = IssueFolder(out)
    folder.open()
    root = Root(ROOT, CERTIFICATE)
    outcomes = list(issue_all(stations, election, root, enrolled, folder, OsChance().octets))
    assert [each.state for each in outcomes] == ["issued"] * STATIONS


def floor() -> None:
    """The same signatures, and the same letters without anything that makes them ours."""
    signature = ROOT.sign(_BODY)
    for place in range(STATIONS):
        for _ in range(MADE_SIGNATURES):
            ROOT.sign(_BODY)
        for _ in range(CHECKED_SIGNATURES):
            assert signed_by(ROOT.point, signature, _BODY)
        bare_letter("-".join(station_of(place)))


def bare_letter(station: str) -> bytes:
    """The same strings at the same places, and nothing else."""
    letter = Letter(
        language="az",
        station=station,
        station_name=f"{station} nömrəli bağ",
        election="Uydurma meyvə seçkisi",
        day=date(2026, 10, 11),
        secret="0000-0000-0000-0000",
        blocks=("AB12",) * 8,
        file=f"{station}.tdp",
    )
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    for mark in letter_marks(letter):
        if isinstance(mark, Ink):
            canvas.setFont(BARE_BOLD if mark.bold else BARE, mark.size)
            canvas.drawString(mark.x, HEIGHT - mark.y, mark.text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def keys_made(files: Files) -> Callable[[], object]:
    """One station whose keys are made here: seven, since the chair has a seal key."""
    election = read_election(
        files.definition.read_bytes(), form_bytes, read_policy(files.policy.read_bytes()), "fruit"
    )
    station, *_ = read_roster(
        File("stations", files.stations.read_bytes()),
        File("members", files.roster.read_bytes()),
        election,
    )
    root = Root(ROOT, CERTIFICATE)
    return partial(issue, station, election, root, None, OsChance().octets)


def argon2() -> float:
    """The same number of keys derived, made and sealed, and nothing around them."""
    chance = OsChance().octets

    def bare() -> None:
        for _ in range(CHECKED_SIGNATURES):
            kdf = Argon2id(
                salt=chance(16), length=32, iterations=3, lanes=1, memory_cost=65_536, secret=b"s"
            )
            point = Unlocked(scalar_from(chance(48))).point
            AESGCM(kdf.derive(b"12345678")).encrypt(chance(12), chance(32), point)

    return seconds_of(bare)
