"""Payloads and signatures in their shapes, written from record-v1.md alone (sections 4 to 8)."""

from hashlib import sha256
from typing import Any

from tests.golden.stranger.cbor import Item, decode
from tests.golden.stranger.codes import Heading, Unfit, need
from tests.golden.stranger.relations import false_relations

SIGNER, CARD_HEADER = bytes.fromhex("a201260441"), bytes.fromhex("a10126")
# A number is a byte string of that length, a tuple an array of that many, a list an array of any.
POINT = frozenset({0, 33})
SHAPES: dict[str, dict[int, Any]] = {
    "R": {0: int, 1: int, 2: 32, 3: int, 4: int, 5: 32, 6: int, 7: [int], 8: [int], 9: [int],
          10: (int, int, int, int, int, 32), 11: 32, 12: 32, 13: [str], 14: int, 15: (str, str)},
    "C": {0: int, 1: int, 2: [32], 3: (str, str, str), 4: int, 5: (int, int, int),
          6: (int, [int]), 7: [(int, POINT, str)], 8: int, 9: 33},
    "S": {0: int, 1: str, 2: (str, str), 3: [str], 4: [(str, str, int)], 5: [(str, [int])],
          6: int, 7: [str]},
    "B": {0: int, 1: int, 2: (str, str), 3: [(32, [(str, int)])], 4: int, 5: 32},
}  # fmt: skip
OPTIONAL: dict[str, set[int]] = {"R": {5, 15}, "C": {9}, "S": set(), "B": set()}


def fits(value: Item, shape: Item) -> bool:
    if isinstance(shape, type):
        return isinstance(value, shape)
    if isinstance(shape, int | frozenset):
        sizes = shape if isinstance(shape, frozenset) else {shape}
        return isinstance(value, bytes) and len(value) in sizes
    shapes = shape * len(value) if isinstance(shape, list) and isinstance(value, list) else shape
    return isinstance(value, list) and len(value) == len(shapes) and all(map(fits, value, shapes))


def unique(values: list[Any]) -> bool:
    return len(set(values)) == len(values)


def payload_of(kind: str, octets: bytes) -> dict[int, Any]:
    payload: dict[int, Any] = decode(octets)
    shape = SHAPES[kind]
    need(fits(payload, dict) and payload.get(0) == 1)
    need(set(payload) <= set(shape) and set(shape) - set(payload) <= OPTIONAL[kind])
    need(all(fits(value, shape[key]) for key, value in payload.items()))
    need(kind == "S" or payload[1] < 2)
    if kind == "R":
        need(payload[4] > 0 and (payload[4] > 1) == (5 in payload) and unique(payload[13]))
        need(all(stance < 5 for stance in payload[9]))
    elif kind == "C":
        begin, to, close = payload[5]
        offices = [*payload[6][1], *(office for office, _, _ in payload[7])]
        need(begin <= close <= to and unique([point for _, point, _ in payload[7] if point]))
        need(1 <= payload[6][0] <= len(payload[7]) <= 256 and payload[8] < 2)
        need(all(office < 4 for office in offices))
    elif kind == "S":
        ids = [[row[0] for row in payload[4]], [row[0] for row in payload[5]]]
        need(all(map(unique, [*ids, payload[3], payload[7]])))
        need(all(row[2] <= len(payload[7]) for row in payload[4]))
        try:
            false_relations(payload, [0] * len(payload[3]), [0] * len(payload[4]))
        except ValueError:
            raise Unfit("unreadable") from None
    else:
        need(all(unique([line for line, _ in lines]) for _, lines in payload[3]))
    return payload


class Document:
    """What the joined octets of a code say: a payload, its SHA-256, signatures by place."""

    def __init__(self, heading: Heading, octets: bytes) -> None:
        self.prefix, self.kind = "PO".index(heading[0]), heading[1]
        self.octets, self.signatures = octets, dict[int, bytes]()
        if self.kind in "RC":
            tag, header = (b"\xd8\x62", b"") if self.kind == "R" else (b"\xd2", CARD_HEADER)
            need(octets.startswith(tag) and len(octets) <= 65536)
            envelope = decode(octets.removeprefix(tag))
            need(isinstance(envelope, list) and len(envelope) == 4)
            need(envelope[:2] == [header, {}] and isinstance(envelope[2], bytes))
            self.octets = envelope[2]
            self.signatures = self.signers(envelope[3]) if self.kind == "R" else {0: envelope[3]}
            need(all(fits(signature, 64) for signature in self.signatures.values()))
        self.digest = sha256(self.octets).digest()
        self.payload = payload_of(self.kind, self.octets)
        self.purpose: int = self.prefix if self.kind == "S" else self.payload[1]

    def signers(self, rows: Item) -> dict[int, bytes]:
        need(fits(rows, [(6, dict, bytes)]))
        need(all(row[1] == {} and row[0].startswith(SIGNER) for row in rows))
        places = [row[0][5] for row in rows]
        need(places == sorted(set(places)))
        return {row[0][5]: row[2] for row in rows}
