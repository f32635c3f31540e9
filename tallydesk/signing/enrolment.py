"""A member's enrolment: the points they ask the authority to certify, with proof of possession.

The member makes the key on their own stick; only this file leaves it. Every key in it signs the
whole file, so that nobody enrols a key that is somebody else's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from unicodedata import normalize

from tallydesk.election.definition import Purpose
from tallydesk.protocol import shape
from tallydesk.protocol.canonical import FORMAT_VERSION, PURPOSES, read_purpose
from tallydesk.protocol.cbor import Item, decode, encode
from tallydesk.signing import cose
from tallydesk.signing.keys import POINT, Unlocked, signed_by

_KEYS = frozenset(range(6))
_SEAL = 6


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Who asks for which key. `made` is UTC, whole seconds; points are 33 octets.

    `seal_point` is there when the member may have to seal PDFs as well (chair, deputy).
    """

    purpose: Purpose
    constituency: str
    number: str
    name: str
    point: bytes
    made: datetime
    seal_point: bytes | None = None


class EnrolmentUnproven(ValueError):
    """Somebody asks for a key to be certified and does not show that they hold it.

    `asked` is what the file says all the same: whose station must wait for a better one.
    """

    def __init__(self, asked: Enrolment) -> None:
        super().__init__("the enrolment is not signed with the keys that it names")
        self.asked = asked


def enrol(enrolment: Enrolment, key: Unlocked, seal_key: Unlocked | None = None) -> bytes:
    """The enrolment file, signed with every key that it names: first the member's, then the seal's.

    Raises CborError or ShapeError for a name that cannot be written, ValueError for other keys.
    """
    seal_point = seal_key.point if seal_key else None
    if (key.point, seal_point) != (enrolment.point, enrolment.seal_point):
        raise ValueError("an enrolment names the keys that sign it")
    fields: dict[int, Item] = {
        0: FORMAT_VERSION,
        1: PURPOSES.index(enrolment.purpose),
        2: (enrolment.constituency, enrolment.number),
        3: normalize("NFC", enrolment.name),
        4: enrolment.point,
        5: shape.seconds(enrolment.made),
    }
    if seal_point is not None:
        fields[_SEAL] = seal_point
    payload = encode(fields)
    aad = cose.external_aad("enrol", enrolment.purpose)
    keys = [key, *([seal_key] if seal_key else [])]
    return cose.seal(
        cose.SignedByMany(
            payload,
            {
                index: each.sign(cose.to_sign(payload, index, aad))
                for index, each in enumerate(keys)
            },
        )
    )


def read_enrolment(octets: bytes) -> Enrolment:
    """An enrolment whose keys all signed it.

    Raises EnrolmentUnproven, CborError, ShapeError.
    """
    signed = cose.open_many(octets)
    fields = shape.keyed(decode(signed.payload), "enrolment", _KEYS, frozenset((_SEAL,)))
    shape.number(fields[0], "format version", least=FORMAT_VERSION, most=FORMAT_VERSION)
    constituency, number = (
        shape.text(each, "station") for each in shape.array(fields[2], "station", length=2)
    )
    enrolment = Enrolment(
        purpose=read_purpose(fields[1]),
        constituency=constituency,
        number=number,
        name=shape.text(fields[3], "name"),
        point=shape.octets(fields[4], "point", length=POINT),
        made=shape.moment(fields[5], "made"),
        seal_point=shape.octets(fields[_SEAL], "seal point", length=POINT)
        if _SEAL in fields
        else None,
    )
    points = [enrolment.point, *([enrolment.seal_point] if enrolment.seal_point else [])]
    aad = cose.external_aad("enrol", enrolment.purpose)
    if sorted(signed.signatures) != list(range(len(points))) or not all(
        signed_by(point, signed.signatures[index], cose.to_sign(signed.payload, index, aad))
        for index, point in enumerate(points)
    ):
        raise EnrolmentUnproven(enrolment)
    return enrolment
