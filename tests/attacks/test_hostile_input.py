"""Threat "hostile input": by the thousand, damaged files of every kind. None opens, none crashes.

In full (`make attacks`) 10,000 of each kind. The same number is the same file in every run:
`Kind.name` and the number are the seed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from time import perf_counter, process_time

import PIL.Image
import pytest

from tallydesk.signing import cose
from tallydesk.signing.codes import code_texts
from tallydesk.verification.child import shared
from tallydesk.verification.inputs import Input
from tallydesk.verification.worker import MOST_MEMORY
from tests import bombs
from tests.attacks.conftest import Figure
from tests.attacks.kinds import CBOR, Kind, kinds
from tests.attacks.mutation import mutated, respelled
from tests.attacks.size import FULL, many
from tests.signed import GOOD, report, reports, texts
from tests.unit.verification.test_inputs import saved

KINDS = kinds()
EACH = many(100, 10_000)
RESPELLED = 4
"""One in so many of a CBOR kind is well-formed elsewhere and spelled otherwise."""
SECONDS = 1
"""Of processor time that anything read in this process may take."""


def _renewed(number: int) -> Sequence[str]:
    return GOOD.with_card(serial=number).codes


class Memory:
    """The most memory that a process held, in octets, since it was last asked."""

    def __init__(self, process: int | None) -> None:
        self._folder = Path("/proc") / str(process or "self")

    def peak(self) -> int:
        status = (self._folder / "status").read_text(encoding="ascii")
        (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
        (self._folder / "clear_refs").write_text("5", encoding="ascii")
        return int(peak) * 1024


def attempt(kind: Kind, number: int) -> bytes:
    """The damaged file with this number."""
    chance = Random(f"{kind.name} {number}")
    if kind.name in CBOR and number % RESPELLED == 0:
        bad = respelled(kind.good, chance)
        return bad if bad != kind.good else kind.good + b"\x00"
    return mutated(kind.good, chance, kind.tokens)


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_damaged_file_opens(kind: Kind, figure: Figure) -> None:
    kind.opens(kind.good)
    slowest, at, largest, stopped, begun = 0.0, 0, 0, 0, perf_counter()
    # What a child does is measured on the clock, what is done here in processor time.
    now = perf_counter if kind.child else process_time
    start = Memory(_child(kind)).peak()
    for number in range(EACH):
        bad, child, before = attempt(kind, number), _child(kind), now()
        assert not kind.opens(bad), f"{kind.name} {number} is accepted"
        taken = now() - before
        if taken > slowest:
            slowest, at = taken, number
        if child == _child(kind):
            largest = max(largest, Memory(child).peak() - start)
        else:
            stopped += 1
    figure(
        f"{kind.name}: {EACH:,} damaged, none accepted; slowest {slowest * 1000:,.1f} ms "
        f"(number {at}), most memory {largest / 1e6:.1f} MB, {stopped} stopped; "
        f"{perf_counter() - begun:,.0f} s in all"
    )
    assert largest < MOST_MEMORY
    assert kind.child or slowest < SECONDS


def _child(kind: Kind) -> int | None:
    return shared().process_id if kind.child else None


def _noise(mode: str, side: int, file: str, **options: object) -> bytes:
    """A picture in which nothing can be packed, made of one tile."""
    picture, tile = PIL.Image.new(mode, (side, side)), PIL.Image.effect_noise((865, 865), 90)
    for x in range(0, side, 865):
        for y in range(0, side, 865):
            picture.paste(tile.convert(mode), (x, y))
    return saved(picture, file, **options)


LARGE: Mapping[str, Callable[[], bytes]] = {
    "grey PNG": lambda: _noise("L", 8_650, "PNG", compress_level=1),
    "PNG": lambda: _noise("RGB", 5_470, "PNG", compress_level=1),
    "PNG with transparency": lambda: _noise("RGBA", 5_470, "PNG", compress_level=1),
    "TIFF": lambda: _noise("1", 8_650, "TIFF", compression="group4"),
    "TIFF in colour": lambda: _noise("RGB", 5_470, "TIFF", compression="tiff_lzw"),
    "GIF": lambda: _noise("P", 8_650, "GIF"),
    "WebP": lambda: _noise("RGB", 5_470, "WEBP", method=0, quality=20),
    "JPEG": lambda: _noise("RGB", 9_000, "JPEG", quality=20),
    "progressive JPEG": lambda: _noise("RGB", 9_000, "JPEG", quality=20, progressive=True),
    "JPEG header": lambda: bombs.huge_jpeg_header(9_000, 9_000),
    "endless PDF": bombs.endless_pdf,
    "branching PDF": bombs.branching_pdf,
    "swelling PDF": bombs.swelling_pdf,
}
"""The largest of each kind that is still opened, and what only begins small."""
SAMPLE = ("JPEG header", "branching PDF")


@pytest.mark.parametrize("name", LARGE if FULL else SAMPLE)
def test_a_large_file_takes_no_more_than_is_allowed(name: str, figure: Figure) -> None:
    content = LARGE[name]()
    report(Input("small.pdf", bombs.page(b"0 0 9 9 re f")))
    child = shared().process_id
    start, before = Memory(child).peak(), perf_counter()
    given = report(Input("large", content))
    taken, alive = perf_counter() - before, child == shared().process_id
    largest = Memory(child).peak() - start if alive else 0
    assert given.answer == "unreadable"
    figure(
        f"{name}: {len(content):,} octets, {taken * 1000:,.0f} ms, "
        + (f"{largest / 1e6:.0f} MB" if alive else "stopped")
    )
    assert largest < MOST_MEMORY


@pytest.mark.parametrize(
    "pile",
    [
        [GOOD.codes[0]] * 1_500,
        [code for number in range(100) for code in _renewed(number)],
        ["x"] * 500_000,
        [GOOD.codes[0][:25] + "00" * number for number in range(1, 1_200)],
    ],
    ids=["one code again and again", "a hundred protocols", "short lines", "contradicting parts"],
)
def test_a_megabyte_of_lines_is_judged_within_a_second(pile: list[str]) -> None:
    before = process_time()
    assert report(pile).answer in ("unreadable", "altered")
    assert process_time() - before < SECONDS


def test_a_hundred_cards_for_a_hundred_records_are_checked_once_each() -> None:
    """Each card is a twin with a broken signature, and each record names all of them."""
    twins = [
        cose.seal1(cose.Signed1(cose.open1(GOOD.card_octets).payload, bytes([number]) * 64))
        for number in range(100)
    ]
    cards = [texts(code_texts("C", twin, "practice")) for twin in twins]
    records = [texts(GOOD.with_payload(votes=(50, number)).codes_of("R")) for number in range(100)]
    before = process_time()
    assert {given.answer for given in reports(*records, *cards)} <= {"unknown-root", "unreadable"}
    assert process_time() - before < SECONDS
