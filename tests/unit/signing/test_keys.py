"""Members' keys: signing, and the file behind a PIN."""

from hashlib import sha256

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tallydesk.signing.keys import (
    KeyFileDamaged,
    MemberKey,
    PinRefused,
    Unlocked,
    WrongPin,
    change_pin,
    make_key,
    point_of,
    scalar_from,
    signed_by,
    unlock,
)

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
PIN, SECRET = "20261120", "7Q4K-9XWM-2C8D-H5T0"

# RFC 6979, appendix A.2.5: P-256 with SHA-256.
PUBLISHED = Unlocked(0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721)
SIGNATURES = {
    b"sample": "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
    "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
    b"test": "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
    "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
}


def chance(count: int) -> bytes:
    """The same octets each time: a demonstration's chance."""
    return bytes(range(count))


@pytest.fixture(scope="module")
def made() -> MemberKey:
    return make_key(PIN, SECRET, chance)


def test_the_published_key_has_the_published_point() -> None:
    assert PUBLISHED.point.hex() == (
        "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
    )


@pytest.mark.parametrize(("message", "signature"), SIGNATURES.items())
def test_signatures_are_the_published_ones(message: bytes, signature: str) -> None:
    assert PUBLISHED.sign(message).hex() == signature
    assert signed_by(PUBLISHED.point, bytes.fromhex(signature), message)


def test_the_second_spelling_of_a_signature_verifies_too() -> None:
    good = PUBLISHED.sign(b"sample")
    twin = good[:32] + (ORDER - int.from_bytes(good[32:], "big")).to_bytes(32, "big")
    assert twin != good
    assert signed_by(PUBLISHED.point, twin, b"sample")


@pytest.mark.parametrize("place", range(0, 512, 7))
def test_a_signature_with_one_bit_turned_is_none(place: int) -> None:
    turned = bytearray(PUBLISHED.sign(b"sample"))
    turned[place // 8] ^= 1 << place % 8
    assert not signed_by(PUBLISHED.point, bytes(turned), b"sample")


@pytest.mark.parametrize(
    "signature", [b"", bytes(64), bytes(63), PUBLISHED.sign(b"sample") + b"\x00", b"\xff" * 64]
)
def test_what_is_no_signature_was_signed_by_nobody(signature: bytes) -> None:
    assert not signed_by(PUBLISHED.point, signature, b"sample")


def test_another_message_and_another_key_were_not_signed() -> None:
    signature = PUBLISHED.sign(b"sample")
    assert not signed_by(PUBLISHED.point, signature, b"sampl")
    assert not signed_by(Unlocked(1).point, signature, b"sample")


def test_points_off_the_curve_or_spelled_otherwise_signed_nothing() -> None:
    signature = PUBLISHED.sign(b"sample")
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), PUBLISHED.point)
    long = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    for point in (b"", bytes(33), b"\x05" + PUBLISHED.point[1:], b"\x02" + b"\xff" * 32, long):
        assert not signed_by(point, signature, b"sample")


def test_the_same_chance_makes_the_same_key_and_other_chance_another(made: MemberKey) -> None:
    assert made.point == Unlocked(scalar_from(chance(48))).point
    assert make_key(PIN, SECRET, chance) == made
    assert make_key(PIN, SECRET, lambda count: b"\x01" * count).point != made.point


@pytest.mark.parametrize("octets", [bytes(48), b"\xff" * 48, ORDER.to_bytes(48, "big")])
def test_every_chance_gives_a_key_within_the_order(octets: bytes) -> None:
    assert 0 < scalar_from(octets) < ORDER


@pytest.mark.parametrize("secret", [SECRET, "7q4k 9xwm 2c8d h5to", "7Q4K9XWM2C8DH5TO"])
def test_pin_and_secret_open_it_however_the_secret_is_typed(made: MemberKey, secret: str) -> None:
    opened = unlock(made.file, PIN, secret)
    assert opened.point == made.point == point_of(made.file)
    assert signed_by(made.point, opened.sign(b"figures"), b"figures")


@pytest.mark.parametrize(
    ("pin", "secret"), [("20261121", SECRET), (PIN, "7Q4K-9XWM-2C8D-H5T1"), ("", ""), (PIN, "")]
)
def test_a_wrong_pin_or_secret_is_named_as_such(made: MemberKey, pin: str, secret: str) -> None:
    with pytest.raises(WrongPin):
        unlock(made.file, pin, secret)


@pytest.mark.parametrize(
    "pin", ["", "1234567", "1234567a", "１２３４５６７８", "12345678\n", "1" * 65]
)
def test_a_short_pin_or_one_of_other_signs_is_refused(pin: str) -> None:
    with pytest.raises(PinRefused):
        make_key(pin, SECRET, chance)


def test_another_pin_opens_the_same_key_and_the_first_one_does_not(made: MemberKey) -> None:
    changed = change_pin(made.file, PIN, "135724680", SECRET, chance)
    assert unlock(changed, "135724680", SECRET).point == made.point == point_of(changed)
    for pin, secret in ((PIN, SECRET), ("135724680", "")):
        with pytest.raises(WrongPin):
            unlock(changed, pin, secret)
    with pytest.raises(WrongPin):
        change_pin(made.file, "135724680", "24681357", SECRET, chance)
    with pytest.raises(PinRefused):
        change_pin(made.file, PIN, "1234567", SECRET, chance)


def test_every_turned_octet_of_the_file_is_damage_and_not_a_wrong_pin(made: MemberKey) -> None:
    for place in range(len(made.file)):
        turned = bytearray(made.file)
        turned[place] ^= 1
        with pytest.raises(KeyFileDamaged):
            unlock(bytes(turned), PIN, SECRET)


@pytest.mark.parametrize("file", [b"", b"\x00", b"hello", b"\xa0"])
def test_a_foreign_file_is_no_key_file(file: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        point_of(file)


def rewritten(made: MemberKey, **changed: object) -> bytes:
    """The key file with other fields and a checksum that fits them."""
    fields = cbor2.loads(made.file)
    assert isinstance(fields, dict)
    rest = {key: value for key, value in fields.items() if key != 6}
    rest.update({int(name.removeprefix("f")): value for name, value in changed.items()})
    check = sha256(cbor2.dumps(rest, canonical=True)).digest()[:16]
    return cbor2.dumps({**rest, 6: check}, canonical=True)


def test_a_rewritten_file_is_whole_again(made: MemberKey) -> None:
    assert rewritten(made) == made.file


@pytest.mark.parametrize(
    "changed",
    [
        {"f0": 2},
        {"f1": b"short"},
        {"f2": [4_000_000, 3, 1]},
        {"f2": [65_536, 3]},
        {"f2": 3},
        {"f4": b"short"},
        {"f7": 0},
    ],
)
def test_a_file_cannot_ask_for_other_settings(made: MemberKey, changed: dict[str, object]) -> None:
    with pytest.raises(KeyFileDamaged):
        unlock(rewritten(made, **changed), PIN, SECRET)


def test_a_key_under_another_point_does_not_open(made: MemberKey) -> None:
    with pytest.raises(WrongPin):
        unlock(rewritten(made, f5=PUBLISHED.point), PIN, SECRET)


@pytest.mark.parametrize("scalar", [0, ORDER, -1])
def test_numbers_outside_the_order_are_no_keys(scalar: int) -> None:
    with pytest.raises(KeyFileDamaged):
        Unlocked(scalar)
