"""Writes the published vectors of trust files anew. Run it only when the format changes on purpose.

    python -m tests.golden.write_trust_v1

Files that a reader takes or refuses, and what is answered to codes beside those that it takes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tallydesk.protocol.canonical import PURPOSES
from tallydesk.protocol.cbor import Item, decode, encode
from tallydesk.signing import cose
from tallydesk.signing.card import card_digest
from tallydesk.signing.codes import long_digest
from tallydesk.signing.keys import Unlocked
from tallydesk.signing.trust import Trust, issue_trust, read_trust, trust_digest
from tallydesk.verification.report import Answer
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.trusting import trusted
from tests.golden.write_record_v1 import Case
from tests.signed import AUTHORITY, GOOD, KEYS, OFFICIAL, ROOT, STRANGER, reports

VECTORS = Path(__file__).with_name("trust-v1.json")
MORNING = datetime(2026, 10, 1, 6, tzinfo=UTC)
CARD = card_digest(OFFICIAL.card_octets)
ANOTHER = b"\x77" * 32
INSTALLED = Trust(
    root=AUTHORITY.point,
    serial=3,
    issued=MORNING,
    cards=frozenset((CARD, ANOTHER)),
    files={"forms/pears.toml": b"\x55" * 32},
)
NEXT = replace(INSTALLED, serial=4)
ADA, BEN, CEM = (key.point for key in KEYS[:3])
OF_FIVE = OFFICIAL.with_card(quorum=3)


def good_files() -> Mapping[str, Trust]:
    """What the authority publishes, one serial after the other."""
    listing = replace(NEXT, cards=frozenset((CARD, ANOTHER, card_digest(OF_FIVE.card_octets))))
    ada = replace(listing, revoked={ADA: MORNING})
    return {
        "installed": INSTALLED,
        "next": NEXT,
        "card not listed": replace(NEXT, cards=frozenset((ANOTHER,))),
        "no card at all": replace(NEXT, cards=frozenset()),
        "revoked key": ada,
        "record accepted": replace(ada, accepted=frozenset((OFFICIAL.digest,))),
        "another record accepted": replace(ada, accepted=frozenset((OF_FIVE.digest,))),
        "all keys revoked": replace(listing, revoked=dict.fromkeys((ADA, BEN, CEM), MORNING)),
        "key of one who signs on paper revoked": replace(listing, revoked={KEYS[3].point: MORNING}),
    }


def bad_files() -> Mapping[str, bytes]:
    """What a reader refuses who holds `installed`."""
    good = issue_trust(AUTHORITY, NEXT)
    fields = decode(cose.open1(good).payload)
    assert isinstance(fields, Mapping)
    cards = fields[5]
    assert isinstance(cards, bytes)
    revoked: Item = tuple((point, 1) for point in sorted((ADA, BEN), reverse=True))
    return {
        "an octet changed": good[:60] + bytes((good[60] ^ 1,)) + good[61:],
        "signature changed": good[:-1] + bytes((good[-1] ^ 1,)),
        "an octet appended": good + b"\x00",
        "an octet missing": good[:-1],
        "a stranger signed it": _signed(STRANGER, fields),
        "another root": issue_trust(STRANGER, replace(NEXT, root=STRANGER.point)),
        "older serial": issue_trust(AUTHORITY, replace(INSTALLED, serial=2)),
        "serial 0": _signed(AUTHORITY, {**fields, 2: 0}),
        "signed as a card": _signed(AUTHORITY, fields, kind="card"),
        "for practice": _signed(AUTHORITY, {**fields, 1: 0}),
        "practice root": issue_trust(ROOT, replace(NEXT, root=ROOT.point)),
        "cards out of order": _signed(AUTHORITY, {**fields, 5: cards[32:] + cards[:32]}),
        "a card twice": _signed(AUTHORITY, {**fields, 5: cards[:32] + cards[:32]}),
        "half a card": _signed(AUTHORITY, {**fields, 5: cards[:-16]}),
        "revoked keys out of order": _signed(AUTHORITY, {**fields, 6: revoked}),
        "a key more": _signed(AUTHORITY, {**fields, 9: 0}),
        "a key missing": _signed(AUTHORITY, {key: fields[key] for key in fields if key != 8}),
    }


def _signed(root: Unlocked, fields: Mapping[int, Item], kind: cose.Kind = "trust") -> bytes:
    """A file of fields that this program would not write."""
    payload = encode(fields)
    purpose = PURPOSES[1 if fields[1] else 0]
    message = cose.to_sign1(payload, cose.external_aad(kind, purpose))
    return cose.seal1(cose.Signed1(payload, root.sign(message)))


def taken(file: bytes) -> bool:
    """Whether a laptop takes the file that holds `installed`."""
    try:
        trusted(issue_trust(AUTHORITY, INSTALLED), file, ROOT.point)
    except RefusedError:
        return False
    return True


def cases() -> list[tuple[str, Case]]:
    """The trust file that is used, and what is answered with it."""
    codes, of_five = list(OFFICIAL.codes), list(OF_FIVE.codes)
    practice = list(GOOD.codes)
    answered: list[tuple[str, list[list[str]], tuple[Answer, ...]]] = [
        ("installed", [codes], ("valid",)),
        ("next", [codes], ("valid",)),
        ("installed", [practice], ("valid-practice",)),
        ("card not listed", [codes], ("unknown-root",)),
        ("no card at all", [codes], ("unknown-root",)),
        ("card not listed", [practice], ("valid-practice",)),
        ("revoked key", [codes], ("quorum-not-met",)),
        ("revoked key", [of_five], ("valid",)),
        ("record accepted", [codes], ("valid",)),
        ("record accepted", [of_five], ("valid",)),
        ("another record accepted", [codes], ("quorum-not-met",)),
        ("all keys revoked", [of_five], ("quorum-not-met",)),
        ("key of one who signs on paper revoked", [codes], ("valid",)),
        ("revoked key", [list(replace(OF_FIVE, signers=(0, 1)).codes)], ("altered",)),
    ]
    return [
        (file, (f"{file}, {number}", inputs, answers))
        for number, (file, inputs, answers) in enumerate(answered, 1)
    ]


def vectors() -> str:
    """The published file. Ends the program when this version answers otherwise."""
    files: list[dict[str, object]] = []
    good = good_files()
    for name, octets in {
        **{name: issue_trust(AUTHORITY, trust) for name, trust in good.items()},
        **bad_files(),
    }.items():
        if taken(octets) != (name in good):
            raise SystemExit(f"{name}: {'taken' if taken(octets) else 'refused'}")
        row = {"name": name, "file": octets.hex(), "taken": name in good}
        files.append({**row, "digest": long_digest(trust_digest(octets)) if name in good else ""})
    rows: list[dict[str, object]] = []
    for file, (name, inputs, answers) in cases():
        trust = read_trust(issue_trust(AUTHORITY, good[file]))
        given = reports(*inputs, trust=trust, allow_practice=True)
        if (found := tuple(each.answer for each in given)) != answers:
            raise SystemExit(f"{name}: {found} instead of {answers}")
        shown = given[0].shown
        rows.append(
            {
                "name": name,
                "trust": file,
                "inputs": inputs,
                "answers": answers,
                "figures": dict(shown.lines) if shown else {},
                "votes": dict(shown.votes) if shown else {},
                "digest": long_digest(shown.digest) if shown else "",
            }
        )
    known: dict[str, object] = {"practice": ROOT.point.hex(), "official": AUTHORITY.point.hex()}
    published = {"roots": known, "serial": INSTALLED.serial, "files": files, "cases": rows}
    return json.dumps(published, indent=1) + "\n"


if __name__ == "__main__":
    VECTORS.write_text(vectors(), encoding="utf-8")
