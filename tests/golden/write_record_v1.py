"""Writes the published vectors of record-v1 anew. Run it only when the format changes on purpose.

    python -m tests.golden.write_record_v1

The vectors are made by this program and judged by it; their worth is that they stay what they are,
and that somebody else's verifier can be held against them.
"""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tallydesk.protocol.model import Stance
from tallydesk.signing import cose
from tallydesk.signing.card import card_digest
from tallydesk.signing.codes import code_texts, long_digest
from tallydesk.signing.contest_sheet import sheet_digest
from tallydesk.signing.record import seal_record
from tallydesk.signing.slip import slip_digest
from tallydesk.signing.trust import Trust
from tallydesk.verification.report import Answer
from tests.signed import (
    AUTHORITY,
    CARD,
    GOOD,
    KEYS,
    OFFICIAL,
    ROOT,
    SHEET,
    SLIP,
    STRANGER,
    Copy,
    reports,
)

VECTORS = Path(__file__).with_name("record-v1.json")
PAGE = Path(__file__).parents[2] / "resources" / "formats" / "record-v1.md"
MARK = "## 11. A worked example"

Case = tuple[str, list[list[str]], tuple[Answer, ...]]


def cases() -> list[Case]:
    """Name, inputs as lines of codes, and the answers expected."""
    codes = list(GOOD.codes)
    first = codes[0]
    turned = first[:-1] + ("0" if first[-1] != "0" else "1")
    later = GOOD.with_payload(version=2, replaces=GOOD.digest)
    other = GOOD.with_payload(votes=(38, 50))
    elsewhere = GOOD.with_card(number="02")
    alone: list[tuple[str, Copy | list[str], Answer]] = [
        ("good", GOOD, "valid-practice"),
        ("official", OFFICIAL, "valid"),
        ("variance", GOOD.with_payload(votes=(50, 39), variances=("A1",)), "valid-practice"),
        ("version 2 alone", later, "valid-practice"),
        ("line cut", [first[:200], *codes[1:]], "unreadable"),
        ("part missing", codes[1:], "unreadable"),
        ("card missing", replace(GOOD, shown=("R", "S", "B")), "unreadable"),
        ("sheet missing", replace(GOOD, shown=("R", "C", "B")), "unreadable"),
        ("prefix official", [f"TD1O{code[4:]}" for code in codes], "wrong-purpose"),
        ("stranger's root", replace(GOOD, root=STRANGER), "unknown-root"),
        ("character changed", [turned, *codes[1:]], "altered"),
        ("signature missing", replace(GOOD, signers=(0, 1)), "altered"),
        ("signature extra", replace(GOOD, signers=(0, 1, 2, 4)), "altered"),
        ("signature of a stranger's key", replace(GOOD, keys=(STRANGER, *KEYS[1:])), "altered"),
        ("two records in one file", [*codes, *other.codes_of("R")], "altered"),
        (
            "slip of a minute later",
            [*codes[:4], *Copy(slip=replace(SLIP, made=CARD.valid_to)).codes_of("B")],
            "altered",
        ),
        (
            "card of another station",
            [*codes[:2], *elsewhere.codes_of("C"), *GOOD.codes_of("S")],
            "wrong-station",
        ),
        ("before close", GOOD.with_payload(completed=CARD.valid_from), "outside-time"),
        ("quorum of five", GOOD.with_card(quorum=5), "quorum-not-met"),
        (
            "all on paper",
            GOOD.with_payload(stances=(Stance.SIGNS_ON_PAPER,) * 6),
            "quorum-not-met",
        ),
        ("sum of votes false", GOOD.with_payload(votes=(50, 39)), "arithmetic-fails"),
    ]
    listed: list[Case] = [
        (name, [list(each.codes if isinstance(each, Copy) else each)], (answer,))
        for name, each, answer in alone
    ]
    page_of_good: Answer = "valid-practice"
    return [
        *listed,
        ("two of version 1", [codes, list(other.codes)], ("fork", "fork")),
        ("version 2 after 1", [codes, list(later.codes)], ("superseded", "valid-practice")),
        ("a page each", [[code] for code in codes], (page_of_good,) * len(codes)),
        *early_closes(),
        *drafts(),
    ]


def early_closes() -> list[Case]:
    """A station that finished before its hour by decision, and those that only say so."""
    hour, second = timedelta(hours=1), timedelta(seconds=1)
    early = CARD.polls_close - hour
    said = {"closed_early": early, "completed": early}
    signed, official = GOOD.with_payload(**said), OFFICIAL.with_payload(**said)
    silent = signed.with_payload(closed_early=None)
    # The signatures of one payload over the same without its early close.
    signatures = cose.open_many(signed.record_octets).signatures
    hidden = seal_record(silent.payload_octets, signatures)
    alone: list[tuple[str, Copy, Answer]] = [
        ("early close", signed, "valid-practice"),
        ("early close, official", official, "valid"),
        (
            "early close, completed after the hour",
            signed.with_payload(completed=CARD.polls_close + hour),
            "valid-practice",
        ),
        (
            "early close before the opening",
            signed.with_payload(closed_early=CARD.valid_from - second),
            "outside-time",
        ),
        (
            "early close at the card's close",
            signed.with_payload(closed_early=CARD.polls_close, completed=CARD.polls_close),
            "outside-time",
        ),
        (
            "completed before its early close",
            signed.with_payload(completed=early - second),
            "outside-time",
        ),
        (
            "early close, completed too late",
            signed.with_payload(completed=CARD.valid_to + second),
            "outside-time",
        ),
        ("early close left out", silent, "outside-time"),
    ]
    taken_out = [*code_texts("R", hidden, "practice"), *silent.codes_of("C"), *silent.codes_of("S")]
    return [
        *((name, [list(copy.codes)], (answer,)) for name, copy, answer in alone),
        ("early close taken out of what was signed", [taken_out], ("altered",)),
    ]


def drafts() -> list[Case]:
    """What a second device reads before anybody signs, and what it finds out afterwards."""
    shown = list(replace(GOOD, shown=("D", "C", "S")).codes)
    other = GOOD.with_payload(votes=(38, 50))
    signed, draft_of_other = list(GOOD.codes), list(other.codes_of("D"))
    turned = shown[0][:-1] + ("0" if shown[0][-1] != "0" else "1")
    return [
        ("draft", [shown], ("unreadable",)),
        ("draft without a card, by places", [shown[:1]], ("unreadable",)),
        ("draft cut", [[shown[0][:200], *shown[1:]]], ("unreadable",)),
        ("draft changed", [[turned, *shown[1:]]], ("altered",)),
        ("draft of another purpose", [[f"TD1O{shown[0][4:]}", *shown[1:]]], ("wrong-purpose",)),
        ("draft beside its record", [[*signed, *shown]], ("valid-practice",)),
        ("draft before its record", [shown, signed], ("unreadable", "valid-practice")),
        ("draft of other figures beside the record", [[*signed, *draft_of_other]], ("altered",)),
        (
            "draft of other figures shown before",
            [signed, draft_of_other],
            ("altered", "unreadable"),
        ),
    ]


def vectors() -> str:
    """The published file."""
    rows = []
    for name, inputs, answers in cases():
        given = reports(*inputs, trust=Trust(AUTHORITY.point), allow_practice=True)
        found = tuple(each.answer for each in given)
        if found != answers:
            raise SystemExit(f"{name}: {found} instead of {answers}")
        shown = given[0].shown or given[0].draft
        rows.append(
            {
                "name": name,
                "inputs": inputs,
                "answers": answers,
                "figures": dict(shown.lines) if shown else {},
                "votes": dict(shown.votes) if shown else {},
                "digest": long_digest(shown.digest) if shown else "",
            }
        )
    roots = {"practice": ROOT.point.hex(), "official": AUTHORITY.point.hex()}
    return json.dumps({"roots": roots, "cases": rows}, indent=1) + "\n"


def example() -> str:
    """The section of the format's page with every octet of the good protocol."""
    card, record = cose.open1(GOOD.card_octets), cose.open_many(GOOD.record_octets)
    rows = [
        ("Root, point", ROOT.point.hex()),
        ("Contest sheet", SHEET.hex()),
        ("Its SHA-256", sheet_digest(SHEET).hex()),
        ("Card, payload", card.payload.hex()),
        ("Its SHA-256, the card digest", card_digest(GOOD.card_octets).hex()),
        ("Card, signature", card.signature.hex()),
        ("Slip", GOOD.slip_octets.hex()),
        ("Its SHA-256", slip_digest(GOOD.slip_octets).hex()),
        ("Record, payload", record.payload.hex()),
        ("Its SHA-256, what the record is called", GOOD.digest.hex()),
        ("The same as people read it, 160 bits", long_digest(GOOD.digest)),
        (
            "What Ada signs",
            cose.to_sign(record.payload, 0, cose.external_aad("record", "practice")).hex(),
        ),
        *(
            (f"Signature of member {index}", signature.hex())
            for index, signature in record.signatures.items()
        ),
        *((f"Code {number}", code) for number, code in enumerate(GOOD.codes, 1)),
    ]
    return "".join(f"{name}:\n```\n{_wrapped(value)}\n```\n\n" for name, value in rows)


def _wrapped(value: str) -> str:
    # A code is one line, whatever its length: a space at a line's end would be lost.
    if value.startswith("TD1"):
        return value
    return "\n".join(value[start : start + 96] for start in range(0, len(value), 96))


def page(text: str) -> str:
    """The format's page with its example made anew."""
    before, mark, after = text.partition(MARK)
    introduction = after.split("\n\n")[1]
    return f"{before}{mark}\n\n{introduction}\n\n{example()}".rstrip("\n") + "\n"


if __name__ == "__main__":
    VECTORS.write_text(vectors(), encoding="utf-8")
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
