"""Attacks on a sealed PDF: every octet of it, what is appended, and false pages under a true seal.

TALLYDESK_ATTACKS=full tries each octet of the whole file and each bit of the container; otherwise
each octet of the container and a sample of the rest.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import chain

import pikepdf
import pytest

from tallydesk.signing.pdf_seal import seal
from tallydesk.workflow import papers
from tests.attacks.conftest import Figure
from tests.sealed import (
    CONTEST,
    ISSUED,
    material,
    official,
    report_on,
    saved,
    sealed_pdf,
    with_file,
)

FULL = os.environ.get("TALLYDESK_ATTACKS") == "full"
REFUSED = {"unreadable", "altered"}
SAMPLE = 300


def container(pdf: bytes) -> range:
    """The places of the container, brackets included."""
    start = pdf.index(b"/Contents <") + len(b"/Contents ")
    return range(start, pdf.index(b">", start) + 1)


def padding(pdf: bytes) -> range:
    """The places of the zeros behind the container."""
    places = container(pdf)
    digits = pdf[places.start + 1 : places.stop - 1]
    used = len(digits.rstrip(b"0"))
    return range(places.start + 1 + used + used % 2, places.stop - 1)


def one_changed(pdf: bytes, places: Iterable[int], chance: random.Random) -> Iterator[bytes]:
    """The file with one octet changed, at each of these places: a bit of it, then all of it."""
    for place in places:
        for other in (pdf[place] ^ 1 << chance.randrange(8), chance.randrange(256)):
            if other != pdf[place]:
                yield pdf[:place] + bytes((other,)) + pdf[place + 1 :]


def every_bit(pdf: bytes, places: Iterable[int]) -> Iterator[bytes]:
    """The file with one bit changed, each bit of these places in turn."""
    for place in places:
        for bit in range(8):
            yield pdf[:place] + bytes((pdf[place] ^ 1 << bit,)) + pdf[place + 1 :]


def refused(attacks: Iterable[bytes]) -> int:
    """How many were tried. Each must be refused, and in less than two seconds."""
    tried = 0
    for given in attacks:
        begun = time.perf_counter()
        report = report_on(given)
        taken = time.perf_counter() - begun
        assert report.answer in REFUSED, (tried, report)
        assert report.shown is None
        assert taken < 2, (tried, taken)
        tried += 1
    return tried


def test_the_file_that_is_attacked_is_good() -> None:
    assert report_on(sealed_pdf()).answer == "valid"


@pytest.mark.timeout(3600)
def test_hidden_changes_in_the_signature_container(figure: Figure) -> None:
    pdf = sealed_pdf()
    places = container(pdf)
    chance = random.Random(1)
    some = (
        (pdf[:at] + bytes((pdf[at] ^ 1 << chance.randrange(8),)) + pdf[at + 1 :]) for at in places
    )
    attacks = every_bit(pdf, places) if FULL else some
    tried = refused(attacks)
    assert tried >= len(places)
    figure(f"container: {tried} changes refused, {len(padding(pdf))} of it zeros")


@pytest.mark.timeout(3600)
def test_any_octet_of_a_sealed_pdf_changed(figure: Figure) -> None:
    pdf, chance = sealed_pdf(), random.Random(2)
    places = range(len(pdf)) if FULL else sorted(chance.sample(range(len(pdf)), SAMPLE))
    tried = refused(one_changed(pdf, places, chance))
    assert tried >= len(places)
    figure(f"whole file: {tried} changes at {len(places)} of {len(pdf)} octets refused")


def test_octets_appended_cut_off_put_in_or_taken_out() -> None:
    pdf, chance = sealed_pdf(), random.Random(3)
    appended = (pdf + bytes((octet,)) for octet in range(256))
    # Where the seal begins is left out: what ends there is whole, and has no seal.
    ends = set(range(len(pdf))) - {pdf.index(b"%%EOF") + 5, pdf.index(b"%%EOF") + 6}
    cut = (pdf[:length] for length in chance.sample(sorted(ends), 100))
    put_in = (
        pdf[:place] + bytes((chance.randrange(256),)) + pdf[place:]
        for place in chance.sample(range(len(pdf)), 100)
    )
    taken_out = (pdf[:place] + pdf[place + 1 :] for place in chance.sample(range(len(pdf)), 100))
    assert refused(chain(appended, cut, put_in, taken_out)) == 556


def test_a_seal_cut_in_half_is_no_missing_seal() -> None:
    pdf = sealed_pdf()
    begins = pdf.index(b"%%EOF") + 6
    halves = (pdf[:end] for end in range(begins + 1, len(pdf), 61))
    assert refused(halves) > 50
    without = report_on(pdf[:begins])
    assert without.answer == "valid"
    assert "not-sealed" in {note.code for note in without.notes}


def test_a_revision_appended_with_another_page() -> None:
    with pikepdf.open(BytesIO(sealed_pdf())) as pdf:
        pdf.pages[0].Contents = pdf.pages[1].Contents
        another = saved(pdf)
    assert refused((sealed_pdf() + another, another)) == 2


def test_containers_of_two_seals_exchanged() -> None:
    one = sealed_pdf()
    other = papers.sealed_pdf(official(), CONTEST, material(), copy_number=2)
    here, there = container(one), container(other)
    mixed = (
        one[: here.start] + other[there.start : there.stop] + one[here.stop :],
        other[: there.start] + one[here.start : here.stop] + other[there.stop :],
    )
    assert report_on(other).answer == "valid"
    assert refused(mixed) == 2


def cropped(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.CropBox = pikepdf.Array([0, 0, 595, 600])


def covered(pdf: pikepdf.Pdf) -> None:
    contents = pdf.pages[0].Contents
    contents.write(contents.read_bytes() + b"\n1 g 300 300 200 200 re f")


def exchanged(pdf: pikepdf.Pdf) -> None:
    first, second, *_ = pdf.pages
    first.Contents, second.Contents = second.Contents, first.Contents


def commented(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, F=4)
    note.Rect, note.Contents = pikepdf.Array([100, 100, 300, 300]), pikepdf.String("0")
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])


@pytest.mark.parametrize("change", [cropped, covered, exchanged, commented])
def test_a_false_page_that_chair_or_deputy_sealed(
    change: Callable[[pikepdf.Pdf], object],
) -> None:
    with pikepdf.open(BytesIO(papers.signed_pdf(official(), CONTEST, copy_number=1))) as pdf:
        change(pdf)
        forged = saved(pdf)
    assert refused((seal(forged, material(), ISSUED),)) == 1


@pytest.mark.parametrize("name", ["record.cbor", "card.cbor", "sheet.cbor", "texts.cbor"])
def test_a_false_enclosure_that_chair_or_deputy_sealed(name: str) -> None:
    own = papers.signed_pdf(official(), CONTEST, copy_number=1)
    chance = random.Random(name)
    with pikepdf.open(BytesIO(own)) as pdf:
        content = pdf.attachments[name].get_file().read_bytes()
    for _ in range(5):
        forged = bytearray(content)
        forged[chance.randrange(len(forged))] ^= 1 << chance.randrange(8)
        given = seal(with_file(own, name, bytes(forged)), material(), ISSUED)
        assert refused((given,)) == 1
