"""The texts of printed codes: sizes, parts, strict reading."""

from hashlib import sha256

import base45
import PIL.Image
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.signing.base45 import ALPHABET, Base45Error, decode45, encode45
from tallydesk.signing.codes import (
    KINDS,
    LARGEST_PART,
    MOST_PARTS,
    Broken,
    CodeError,
    CodeKind,
    Heading,
    Incomplete,
    Part,
    Whole,
    code_texts,
    join,
    long_digest,
    pool,
    read_part,
    resembles_code,
    short_digest,
)

# RFC 9285, §4.3 and §4.4.
PUBLISHED = {
    b"AB": "BB8",
    b"Hello!!": "%69 VD92EX0",
    b"base-45": "UJCLQE7W581",
    b"ietf!": "QED8WEX0",
}

RECORD = b"".join(sha256(bytes([number])).digest() for number in range(25))
"""800 octets, no two parts alike."""


def parts(octets: bytes = RECORD, kind: CodeKind = "R") -> list[Part]:
    return [read_part(text) for text in code_texts(kind, octets, "practice")]


@pytest.mark.parametrize(("octets", "text"), PUBLISHED.items())
def test_base45_is_the_published_one(octets: bytes, text: str) -> None:
    assert encode45(octets) == text
    assert decode45(text) == octets


@given(st.binary(max_size=40))
def test_base45_agrees_with_another_one(octets: bytes) -> None:
    assert encode45(octets) == base45.b45encode(octets).decode()
    assert decode45(encode45(octets)) == octets


@given(st.text(ALPHABET, max_size=12))
def test_whatever_base45_is_read_has_no_other_spelling(text: str) -> None:
    try:
        octets = decode45(text)
    except Base45Error:
        return
    assert encode45(octets) == text


@pytest.mark.parametrize("text", ["BB8\n", "bb8", "GGW", "::", ":::", "A", "BB", "BB8A", "BBé"])
def test_lenient_spellings_of_base45_are_refused(text: str) -> None:
    with pytest.raises(Base45Error):
        decode45(text)


def test_a_code_names_its_kind_part_and_digest() -> None:
    octets = RECORD[:700]
    first, second = code_texts("R", octets, "practice")
    assert first[:25] == "TD1PR1/2:" + second[9:25]
    assert second.startswith("TD1PR2/2:")
    assert len(first) == len(second)
    assert read_part(first).octets + read_part(second).octets == octets


def test_official_codes_say_so() -> None:
    (text,) = code_texts("C", b"card", "official")
    assert text.startswith("TD1OC1/1:")
    assert read_part(text).heading.purpose == "official"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("length", [1, 2, 365, 366, 367, 732, 733, 1999, 2000, 11_111])
def test_every_part_fits_its_qr_code(kind: CodeKind, length: int) -> None:
    octets = bytes(number % 251 for number in range(length))
    texts = code_texts(kind, octets, "practice")
    assert max(map(len, texts)) <= LARGEST_PART[kind]
    read = [read_part(text) for text in texts]
    assert join(read[0].heading, read) == Whole(read[0].heading, octets)


@pytest.mark.parametrize(
    ("kind", "level", "modules"), [("R", "Q", 89), ("B", "Q", 89), ("C", "M", 97), ("S", "M", 97)]
)
def test_the_largest_part_is_the_largest_for_its_version(
    kind: CodeKind, level: str, modules: int
) -> None:
    """Version 18 is 89 modules wide, version 20 is 97: one character more needs a wider code."""

    def width(characters: int) -> int:
        made = zxingcpp.create_barcode(
            "Z" * characters, zxingcpp.BarcodeFormat.QRCode, ec_level=level
        )
        return int(PIL.Image.fromarray(made.to_image(scale=1, add_quiet_zones=False)).width)

    assert width(LARGEST_PART[kind]) == modules
    assert width(LARGEST_PART[kind] + 1) == modules + 4


def test_nothing_and_too_much_have_no_code() -> None:
    with pytest.raises(CodeError, match="0 octets"):
        code_texts("R", b"", "practice")
    most = MOST_PARTS * 366
    assert len(code_texts("R", bytes(most), "practice")) == MOST_PARTS
    with pytest.raises(CodeError, match="do not fit"):
        code_texts("R", bytes(most + 1000), "practice")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TD1PR",
        "hello",
        "TD2PR1/1:0000000000000000BB8",
        "td1pr1/1:0000000000000000BB8",
        "TD1XR1/1:0000000000000000BB8",
        "TD1PX1/1:0000000000000000BB8",
        "TD1PR0/1:0000000000000000BB8",
        "TD1PR2/1:0000000000000000BB8",
        "TD1PR01/1:0000000000000000BB8",
        "TD1PR1/1 :0000000000000000BB8",
        "TD1PR1/1:000000000000000BB8",
        "TD1PR1/1:000000000000000UBB8",
        "TD1PR1/1:0000000000000000",
        "TD1PR1/1:0000000000000000BB8\n",
        " TD1PR1/1:0000000000000000BB8",
        "TD1PR1/1:0000000000000000BB8 ",
        "TD1PR1/1:0000000000000000bb8",
        "TD1PR١/1:0000000000000000BB8",
    ],
)
def test_whatever_else_is_no_part(text: str) -> None:
    with pytest.raises(CodeError):
        read_part(text)


def test_no_single_changed_character_hides_a_code() -> None:
    (text,) = code_texts("B", b"slip of a station", "practice")
    assert resembles_code(text)
    for place in range(len(text)):
        for other in "A0:? é":
            assert resembles_code(text[:place] + other + text[place + 1 :])
        assert resembles_code(text[:place] + text[place + 1 :])


@pytest.mark.parametrize("text", ["", "https://example.org/?q=1:2", "5901234123457", "WIFI:S:x;;"])
def test_codes_of_others_are_left_alone(text: str) -> None:
    assert not resembles_code(text)


def test_parts_in_any_order_and_twice_make_the_whole() -> None:
    heading, (one, two, three) = parts()[0].heading, parts()
    assert join(heading, [three, one, two, one]) == Whole(heading, RECORD)
    assert pool([one, two, one]) == {heading: (one, two)}


def test_missing_parts_are_named_and_borrowed() -> None:
    heading, (one, two, three) = parts()[0].heading, parts()
    assert join(heading, [two]) == Incomplete(heading, (1, 3), 3)
    assert join(heading, [two], [one, three]) == Whole(heading, RECORD)
    assert join(heading, [], [one, two, three]) == Whole(heading, RECORD)


def test_contradicting_parts_are_broken_and_a_good_one_is_found_among_the_lent() -> None:
    heading, (one, two, three) = parts()[0].heading, parts()
    bad = Part(heading, 2, 3, b"\x00" + two.octets[1:])
    other_count = Part(heading, 2, 4, two.octets)
    assert join(heading, [one, bad, three]) == Broken(heading)
    assert join(heading, [one, two, bad, three]) == Broken(heading)
    assert join(heading, [one, two, other_count, three]) == Broken(heading)
    assert join(heading, [one, bad, three], [two]) == Broken(heading)
    assert join(heading, [one], [bad, two, three]) == Whole(heading, RECORD)
    assert join(heading, [one], [other_count, bad]) == Incomplete(heading, (3,), 3)
    assert join(heading, [], [other_count, one, two, three]) == Whole(heading, RECORD)


def test_swapped_octets_of_two_parts_are_broken() -> None:
    heading, (one, two, three) = parts()[0].heading, parts()
    swapped = [Part(heading, 1, 3, two.octets), Part(heading, 2, 3, one.octets), three]
    assert join(heading, swapped) == Broken(heading)


def test_headings_are_equal_only_in_purpose_kind_and_digest() -> None:
    one = parts()[0].heading
    assert one == Heading("practice", "R", one.digest)
    assert one != parts(kind="C")[0].heading


def test_digests_are_read_in_groups_of_four() -> None:
    digest = bytes.fromhex("00443214c74254b635cf84653a56d7c675be77df") + bytes(12)
    assert short_digest(digest) == "0123 4567 89AB CDEF"
    assert long_digest(digest) == "0123 4567 89AB CDEF GHJK MNPQ RSTV WXYZ"


def test_a_digest_has_32_octets() -> None:
    with pytest.raises(ValueError, match="32 octets, not 10"):
        short_digest(bytes(10))
