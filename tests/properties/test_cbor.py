"""Laws of the small CBOR, with another decoder as witness."""

import contextlib
from typing import Any
from unicodedata import normalize

import cbor2
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.protocol.cbor import CborError, Item, decode, encode, text_fault

numbers = st.integers(0, 2**32 - 1)
strings = st.text().map(lambda text: normalize("NFC", text)).filter(lambda t: not text_fault(t))
items: st.SearchStrategy[Item] = st.recursive(
    numbers | st.binary() | strings,
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(numbers, inner),
    max_leaves=20,
).filter(lambda item: depth(item) <= 8)


def depth(item: Item) -> int:
    if isinstance(item, tuple):
        return 1 + max(map(depth, item), default=0)
    if isinstance(item, dict):
        return 1 + max(map(depth, item.values()), default=0)
    return 0


def as_lists(item: Any) -> Any:  # noqa: ANN401  # whatever the other decoder makes of it
    if isinstance(item, tuple):
        return [as_lists(each) for each in item]
    if isinstance(item, dict):
        return {key: as_lists(each) for key, each in item.items()}
    return item


@given(items)
def test_what_is_written_is_read_again(item: Item) -> None:
    assert decode(encode(item)) == item


@given(items)
def test_another_encoder_spells_it_the_same(item: Item) -> None:
    assert encode(item) == cbor2.dumps(as_lists(item), canonical=True)


@given(items)
def test_another_decoder_reads_it_the_same(item: Item) -> None:
    assert as_lists(cbor2.loads(encode(item))) == as_lists(item)


@given(st.binary(max_size=60))
def test_whatever_is_read_has_no_other_spelling(octets: bytes) -> None:
    with contextlib.suppress(CborError):
        assert encode(decode(octets)) == octets


@given(items, st.data())
def test_one_changed_octet_is_another_value_or_none(item: Item, data: st.DataObject) -> None:
    octets = bytearray(encode(item))
    place = data.draw(st.integers(0, len(octets) - 1))
    octets[place] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(CborError):
        assert decode(bytes(octets)) != item


@given(items, st.binary(min_size=1, max_size=3))
def test_nothing_may_follow(item: Item, tail: bytes) -> None:
    with contextlib.suppress(CborError):
        decode(encode(item) + tail)
        raise AssertionError("octets after the end were read over")
