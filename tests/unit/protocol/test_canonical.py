"""The payload that members sign, as octets and back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import cbor2
import pytest

from tallydesk.protocol.canonical import (
    LARGEST_TEXTS,
    Annex,
    annex_of,
    encode_payload,
    payload_of,
    read_payload,
    read_texts,
    text_digest,
    texts_octets,
)
from tallydesk.protocol.cbor import CborError, Item, decode, encode
from tallydesk.protocol.model import (
    Booklet,
    ResultsProtocol,
    Signer,
    Stance,
    Text,
    Variance,
)
from tallydesk.protocol.shape import ShapeError
from tallydesk.rules.finding import Finding

AT = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
CARD = b"\xcc" * 32
REMARK = Text("remark", "Observer, 12", "", "The queue was long.\nVery long.", AT, b"s" * 16)
OPINION = Text("opinion", "Ben", "", "I counted 12.", AT, b"t" * 16)
FINDING = Finding("R2", "arithmetic", ("14",), 88, 89, -1)
PROTOCOL = ResultsProtocol(
    purpose="practice",
    station="000-01",
    contest="pear",
    contest_index=0,
    version=1,
    replaces=None,
    completed=AT,
    lines={"3": 120, "14": 88},
    votes={"a": 50, "b": 38},
    signers=(
        Signer(1, "Ada", "chair", Stance.SIGNS),
        Signer(2, "Ben", "secretary", Stance.SIGNS_WITH_OPINION),
        Signer(3, "Cem", "member", Stance.ABSENT),
    ),
    explained=(),
    variances=(Variance(FINDING, "two recounts", "Ada", "Ben", AT),),
    texts=(REMARK, OPINION),
    changed_after_hint=2,
    journal_head=b"\x11" * 32,
    slip=b"\x22" * 32,
    booklet=Booklet("A", "000123"),
)


def fields() -> dict[int, object]:
    read = cbor2.loads(payload_of(PROTOCOL, CARD))
    assert isinstance(read, dict)
    return {int(key): value for key, value in read.items()}


def test_everything_the_commission_stands_by_is_in_the_payload() -> None:
    read = read_payload(payload_of(PROTOCOL, CARD))
    assert read.card_digest == CARD
    assert (read.purpose, read.contest_index, read.version) == ("practice", 0, 1)
    assert read.replaces is None
    assert read.completed == AT
    assert read.lines == (120, 88)
    assert read.votes == (50, 38)
    assert read.stances == (Stance.SIGNS, Stance.SIGNS_WITH_OPINION, Stance.ABSENT)
    assert read.annex.count_of("remark") == 1
    assert read.annex.counts == (0, 1, 0, 1, 0)
    assert read.variances == ("R2",)
    assert read.changed_after_hint == 2
    assert read.journal_head == b"\x11" * 32
    assert read.slip == b"\x22" * 32
    assert read.booklet == Booklet("A", "000123")


def test_another_decoder_reads_the_documented_map() -> None:
    head = payload_of(PROTOCOL, CARD)
    assert fields() == {
        0: 1,
        1: 0,
        2: CARD,
        3: 0,
        4: 1,
        6: int(AT.timestamp()),
        7: [120, 88],
        8: [50, 38],
        9: [1, 2, 0],
        10: [0, 1, 0, 1, 0, annex_of(PROTOCOL.texts).digest],
        11: b"\x11" * 32,
        12: b"\x22" * 32,
        13: ["R2"],
        14: 2,
        15: ["A", "000123"],
    }
    assert cbor2.dumps(cbor2.loads(head), canonical=True) == head


def test_a_later_version_names_what_it_replaces_and_a_printout_has_no_booklet() -> None:
    later = replace(PROTOCOL, version=2, replaces=b"\x33" * 32, booklet=None, purpose="official")
    read = read_payload(payload_of(later, CARD))
    assert read.replaces == b"\x33" * 32
    assert read.booklet is None
    assert read.purpose == "official"


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"replaces": b"\x33" * 32},
        {"version": 2, "replaces": b"\x33" * 31},
        {"version": 0},
        {"journal_head": b""},
        {"slip": b"\x22" * 33},
    ],
)
def test_nobody_signs_what_nobody_could_read(change: dict[str, object]) -> None:
    with pytest.raises(ShapeError):
        payload_of(replace(PROTOCOL, **change), CARD)  # type: ignore[arg-type]  # named fields


def test_a_card_digest_has_32_octets() -> None:
    with pytest.raises(ShapeError, match="card digest"):
        payload_of(PROTOCOL, b"short")


def test_names_typed_in_another_normal_form_are_the_same_names() -> None:
    written = replace(PROTOCOL, booklet=Booklet("O\u0308", "1"))
    assert read_payload(payload_of(written, CARD)).booklet == Booklet("\u00d6", "1")


def test_a_moment_of_another_time_zone_is_the_same_moment() -> None:
    local = AT.astimezone(timezone(timedelta(hours=4)))
    assert payload_of(replace(PROTOCOL, completed=local), CARD) == payload_of(PROTOCOL, CARD)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        payload_of(replace(PROTOCOL, completed=AT.replace(tzinfo=None)), CARD)


TAMPERED: list[tuple[int, Item]] = [
    (0, 2),
    (0, 0),
    (1, 2),
    (1, b""),
    (2, b"\xcc" * 31),
    (2, 0),
    (3, b""),
    (4, 0),
    (5, b"\x33" * 32),
    (6, ""),
    (7, 0),
    (7, ("1",)),
    (8, (b"1",)),
    (9, (5,)),
    (10, (0, 0, 0, 0, 0)),
    (10, (0, 0, 0, 0, 0, b"")),
    (10, ("", 0, 0, 0, 0, bytes(32))),
    (11, b""),
    (12, ""),
    (13, "R2"),
    (13, (1,)),
    (13, ("R2", "R2")),
    (14, b""),
    (15, ("A",)),
    (15, ("A", 1)),
    (15, (1, "A")),
    (16, ""),
    (17, 0),
]


@pytest.mark.parametrize(("key", "value"), TAMPERED)
def test_a_field_of_another_shape_is_refused(key: int, value: Item) -> None:
    read = decode(payload_of(PROTOCOL, CARD))
    assert isinstance(read, dict)
    with pytest.raises(ShapeError):
        read_payload(encode({**read, key: value}))


@pytest.mark.parametrize("key", [*range(5), *range(6, 15)])
def test_a_missing_field_is_refused(key: int) -> None:
    read = decode(payload_of(PROTOCOL, CARD))
    assert isinstance(read, dict)
    with pytest.raises(ShapeError, match=f"keys missing \\[{key}\\]"):
        read_payload(encode({name: value for name, value in read.items() if name != key}))


@pytest.mark.parametrize("octets", [b"", b"\x00", b"\x80", b"\xf5"])
def test_what_is_no_map_is_refused(octets: bytes) -> None:
    with pytest.raises((CborError, ShapeError)):
        read_payload(octets)


def test_the_annex_digest_is_the_documented_one() -> None:
    def digest_of(text: Text, kind: int) -> bytes:
        row = [
            text.salt,
            kind,
            text.by.encode(),
            text.about.encode(),
            text.words.encode(),
            int(AT.timestamp()),
        ]
        return sha256(cbor2.dumps(row)).digest()

    each = [digest_of(REMARK, 1), digest_of(OPINION, 3)]
    assert text_digest(REMARK) == each[0]
    assert annex_of((REMARK, OPINION)) == Annex((0, 1, 0, 1, 0), sha256(cbor2.dumps(each)).digest())


@pytest.mark.parametrize(
    "change", [{"words": "The queue was long."}, {"by": "x"}, {"about": "R2"}, {"salt": b"x" * 16}]
)
def test_no_text_can_be_changed_under_the_same_digest(change: dict[str, object]) -> None:
    other = replace(REMARK, **change)  # type: ignore[arg-type]  # named fields
    assert annex_of((other, OPINION)) != annex_of((REMARK, OPINION))


def test_a_text_needs_its_whole_salt() -> None:
    with pytest.raises(ShapeError, match="salt"):
        text_digest(replace(REMARK, salt=b"short"))


def test_a_payload_read_and_written_again_is_the_same() -> None:
    octets = payload_of(PROTOCOL, CARD)
    assert encode_payload(read_payload(octets)) == octets


def test_texts_that_travel_along_give_the_annex_digest_again() -> None:
    odd = replace(OPINION, words="a\x00b\u202ec e\u0301\r\n", about="R2.M1")
    texts = (REMARK, odd)
    read = read_texts(texts_octets(texts))
    assert read == texts
    assert annex_of(read) == annex_of(texts)
    digests = [sha256(cbor2.dumps(each)).digest() for each in cbor2.loads(texts_octets(texts))]
    assert sha256(cbor2.dumps(digests)).digest() == annex_of(texts).digest


def test_long_texts_travel_along() -> None:
    long = replace(REMARK, words="й" * 500_000)
    assert read_texts(texts_octets((long, OPINION))) == (long, OPINION)
    assert annex_of((long, OPINION)).count_of("remark") == 1
    with pytest.raises(CborError, match="longer"):
        texts_octets((replace(REMARK, words="a" * LARGEST_TEXTS),))
    with pytest.raises(CborError, match="longer"):
        read_texts(bytes(LARGEST_TEXTS + 1))


GOOD_TEXT: tuple[Item, ...] = (b"s" * 16, 1, b"Ben", b"", b"words", 9)


@pytest.mark.parametrize(
    ("place", "item"),
    [(0, b"s" * 15), (1, 5), (1, b""), (2, "Ben"), (3, 0), (4, b"\xff"), (5, b"")],
)
def test_a_text_of_another_shape_is_refused(place: int, item: Item) -> None:
    assert read_texts(encode((GOOD_TEXT,)))[0].by == "Ben"
    broken = (*GOOD_TEXT[:place], item, *GOOD_TEXT[place + 1 :])
    with pytest.raises(ShapeError):
        read_texts(encode((broken,)))
    for whole in (GOOD_TEXT[:5], (*GOOD_TEXT, 1), 7):
        with pytest.raises(ShapeError):
            read_texts(encode((whole,)))
