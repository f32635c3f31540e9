"""The small CBOR: what it spells, and everything it refuses."""

import cbor2
import pytest

from tallydesk.protocol.cbor import (
    DEEPEST,
    LARGEST_OCTETS,
    CborError,
    Item,
    decode,
    decode_tagged,
    encode,
    encode_tagged,
    text_fault,
)

# Those examples of RFC 8949, appendix A, that lie inside the profile.
PUBLISHED: list[tuple[Item, str]] = [
    (0, "00"),
    (1, "01"),
    (10, "0a"),
    (23, "17"),
    (24, "1818"),
    (25, "1819"),
    (100, "1864"),
    (1000, "1903e8"),
    (1000000, "1a000f4240"),
    (b"", "40"),
    (b"\x01\x02\x03\x04", "4401020304"),
    ("", "60"),
    ("a", "6161"),
    ("IETF", "6449455446"),
    ('"\\', "62225c"),
    ("\u00fc", "62c3bc"),
    ("\u6c34", "63e6b0b4"),
    ("\U00010151", "64f0908591"),
    ((), "80"),
    ((1, 2, 3), "83010203"),
    ((1, (2, 3), (4, 5)), "8301820203820405"),
    (
        tuple(range(1, 26)),
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
    ),
    ({}, "a0"),
    ({1: 2, 3: 4}, "a201020304"),
]

# The same appendix, outside the profile, and spellings that a lenient decoder takes.
REFUSED = {
    "20": "negative",
    "3863": "negative",
    "c074323031332d30332d32315432303a30343a30305a": "tag",
    "d818456449455446": "tag",
    "f4": "true, false, null",
    "f5": "true, false, null",
    "f6": "true, false, null",
    "f7": "true, false, null",
    "f93c00": "fractions",
    "fb3ff199999999999a": "fractions",
    "1b0000000100000000": "above",
    "1c": "above",
    "1f": "no length given",
    "9fff": "no length given",
    "5f42010243030405ff": "no length given",
    "1800": "shortest",
    "1817": "shortest",
    "1900ff": "shortest",
    "1a0000ffff": "shortest",
    "580161": "shortest",
    "980100": "shortest",
    "": "cut off",
    "18": "cut off",
    "19ff": "cut off",
    "4401": "cut off",
    "830102": "cut off",
    "9affffffff": "cut off",
    "baffffffff": "cut off",
    "a101": "cut off",
    "0000": "too many",
    "a1613001": "not a whole number",
    "a1200000": "not a whole number",
    "a203040102": "not in order",
    "a201020103": "stands twice",
    "61ff": "not UTF-8",
    "62c328": "not UTF-8",
    "63eda080": "not UTF-8",
    "6100": "U.0000",
    "63e2808b": "U.200B",
    "63e280ae": "U.202E",
    "63e281a6": "U.2066",
    "63efbbbf": "U.FEFF",
    "63c3b60a": "U.000A",
    "636fcc88": "NFC",
}


@pytest.mark.parametrize(("item", "spelling"), PUBLISHED)
def test_published_examples_are_spelled_and_read(item: Item, spelling: str) -> None:
    assert encode(item).hex() == spelling
    assert decode(bytes.fromhex(spelling)) == item


@pytest.mark.parametrize("number", [0, 23, 24, 255, 256, 65_535, 65_536, 2**32 - 1])
def test_numbers_at_every_border_are_spelled_as_others_spell_them(number: int) -> None:
    assert encode(number) == cbor2.dumps(number)
    assert decode(cbor2.dumps(number)) == number


@pytest.mark.parametrize(("spelling", "reason"), REFUSED.items())
def test_every_other_spelling_is_refused_with_its_place(spelling: str, reason: str) -> None:
    with pytest.raises(CborError, match=reason) as refused:
        decode(bytes.fromhex(spelling))
    assert refused.value.offset is not None
    assert str(refused.value).startswith("at octet ")


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (-1, "not between"),
        (2**32, "not between"),
        (True, "bool is not a whole number"),
        ({True: 1}, "bool is not a whole number"),
        ({"a": 1}, "str is not a whole number"),
        (1.0, "float is not allowed"),
        (None, "NoneType is not allowed"),
        ([1], "list is not allowed"),
        ("o\u0308", "NFC"),
        ("a\u202eb", "U\\+202E"),
        ("\ud800", "surrogate"),
        (b"a" * LARGEST_OCTETS, "longer than"),
    ],
)
def test_what_cannot_be_read_cannot_be_written(item: Item, reason: str) -> None:
    with pytest.raises(CborError, match=reason) as refused:
        encode(item)
    assert refused.value.offset is None


def test_maps_are_written_in_the_order_of_their_keys() -> None:
    assert encode({300: 1, 2: 2, 24: 3}).hex() == "a3020218180319012c01"


def nested(levels: int) -> tuple[Item, bytes]:
    """Empty arrays inside one another, and their spelling."""
    item: Item = ()
    for _ in range(levels - 1):
        item = (item,)
    return item, b"\x81" * (levels - 1) + b"\x80"


def test_the_deepest_item_is_written_and_read() -> None:
    item, spelling = nested(DEEPEST)
    assert encode(item) == spelling
    assert decode(spelling) == item


def test_a_deeper_item_is_neither_written_nor_read() -> None:
    item, spelling = nested(DEEPEST + 1)
    with pytest.raises(CborError, match="levels deep"):
        encode(item)
    with pytest.raises(CborError, match="levels deep"):
        decode(spelling)


def test_length_is_bounded_before_anything_is_read() -> None:
    longest = b"\x59\xff\xfd" + bytes(LARGEST_OCTETS - 3)
    assert decode(longest) == bytes(LARGEST_OCTETS - 3)
    with pytest.raises(CborError, match="longer than"):
        decode(longest + b"\x00")


def test_a_tag_stands_in_front_and_nowhere_else() -> None:
    tagged = encode_tagged(98, (1, 2))
    assert tagged == cbor2.dumps(cbor2.CBORTag(98, [1, 2]))
    assert decode_tagged(98, tagged) == (1, 2)
    with pytest.raises(CborError, match="tag 18 is missing"):
        decode_tagged(18, tagged)
    with pytest.raises(CborError, match="tag is not allowed here"):
        decode_tagged(98, b"\xd8\x62" + tagged)
    with pytest.raises(CborError, match="tag 98 is missing"):
        decode_tagged(98, b"")


@pytest.mark.parametrize(
    "text", ["", "Əliyev Fuad", "Иванова Ёлка", "a\u00a0b", "水", "\U0001f351"]
)
def test_names_of_people_are_allowed(text: str) -> None:
    assert text_fault(text) is None
