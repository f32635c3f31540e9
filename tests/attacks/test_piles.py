"""Threat "hostile input": damaged, mixed and forged codes, never valid when nobody signed them.

Each pile is also judged by the verifier that was written from the page of the format alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from random import Random
from typing import NamedTuple

import pytest

from tallydesk.protocol.model import Stance
from tallydesk.signing import cose
from tallydesk.signing.base45 import ALPHABET, encode45
from tallydesk.signing.codes import CodeError, CodeKind, code_texts, long_digest, read_part
from tallydesk.signing.record import seal_record, signature_over
from tallydesk.signing.trust import Trust
from tallydesk.verification.report import Report
from tests.attacks.mutation import respelled
from tests.attacks.size import many
from tests.golden.stranger.verifier import verify as stranger
from tests.signed import (
    AUTHORITY,
    CARD,
    GOOD,
    KEYS,
    OFFICIAL,
    ROOT,
    SLIP,
    STANCES,
    STRANGER,
    Copy,
    reports,
)
from tests.unit.verification.answering import second

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
EARLY, BEFORE = CARD.polls_close - timedelta(hours=1), CARD.valid_from - timedelta(days=1)
ROOTS = {0: {4: ROOT.point}, 1: {4: AUTHORITY.point}}
HOLDING = {
    "good": GOOD,
    "official": OFFICIAL,
    "other figures": GOOD.with_payload(votes=(38, 50)),
    "second": second(GOOD),
    "second again": second(GOOD, votes=(49, 39)),
    "card renewed": GOOD.with_card(serial=2),
    "variance": GOOD.with_payload(votes=(50, 39), variances=("A1",)),
    "another station": replace(GOOD.with_card(number="02"), slip=replace(SLIP, number="02")),
    "without slip": replace(GOOD, slip=None),
    "closed early": GOOD.with_payload(closed_early=EARLY, completed=EARLY),
    "with its draft": replace(GOOD, shown=("R", "C", "S", "B", "D")),
    "draft alone": replace(GOOD, shown=("D", "C", "S")),
    # The members signed it; what is wrong with its slip is seen only beside the slip.
    "another slip": replace(GOOD, slip=replace(SLIP, purpose="official")),
}
FAILING = {
    "own root": replace(GOOD, root=STRANGER),
    "practice root": replace(OFFICIAL, root=ROOT),
    "sum false": GOOD.with_payload(votes=(50, 39)),
    "early": GOOD.with_payload(completed=CARD.valid_from),
    "before its early close": GOOD.with_payload(closed_early=EARLY, completed=CARD.valid_from),
    "early close of the day before": GOOD.with_payload(closed_early=BEFORE),
    "no such contest": GOOD.with_payload(contest_index=1),
    "a line short": GOOD.with_payload(lines=GOOD.payload.lines[:-1]),
    "a stance more": GOOD.with_payload(stances=(*STANCES, Stance.ABSENT)),
    "all on paper": GOOD.with_payload(stances=(Stance.SIGNS_ON_PAPER,) * 6),
    "signature missing": replace(GOOD, signers=(0, 1)),
    "signature extra": replace(GOOD, signers=(0, 1, 2, 4)),
    "keys changed round": replace(GOOD, keys=(KEYS[1], KEYS[0], *KEYS[2:])),
    "signed as official": replace(GOOD, signed_for="official"),
    "record official": GOOD.with_payload(purpose="official"),
    "five hands": GOOD.with_card(quorum=5),
}
CODES = {name: copy.codes for name, copy in (HOLDING | FAILING).items()}
SIGNED = {copy.digest for copy in HOLDING.values()}


class Pile(NamedTuple):
    """The lines of one input, and the chance that changes them."""

    lines: list[str]
    chance: Random

    def place(self) -> tuple[int, int]:
        number = self.chance.randrange(len(self.lines))
        return number, self.chance.randrange(len(self.lines[number]) or 1)

    def without(self, kind: str) -> list[str]:
        return [line for line in self.lines if line[4:5] != kind]

    def octets(self, kind: CodeKind) -> bytes:
        """What the parts of one kind hold, one after the other, good ones only."""
        joined = b""
        for line in self.lines:
            if line[4:5] == kind:
                try:
                    joined += read_part(line).octets
                except CodeError:
                    continue
        return joined


def character(pile: Pile) -> None:
    number, at = pile.place()
    line = pile.lines[number]
    pile.lines[number] = line[:at] + pile.chance.choice(ALPHABET + "aéO\u200b") + line[at + 1 :]


def heading(pile: Pile) -> None:
    number, _ = pile.place()
    line, at = pile.lines[number], pile.chance.randrange(3, 9)
    pile.lines[number] = line[:at] + pile.chance.choice("PORCSBD123456789AZ/:") + line[at + 1 :]


def inserted(pile: Pile) -> None:
    number, at = pile.place()
    line = pile.lines[number]
    pile.lines[number] = line[:at] + pile.chance.choice(ALPHABET + "\r\t\x85") + line[at:]


def cut(pile: Pile) -> None:
    number, at = pile.place()
    pile.lines[number] = pile.lines[number][:at]


def lost(pile: Pile) -> None:
    pile.lines.pop(pile.place()[0])


def tails_changed_round(pile: Pile) -> None:
    (one, _), (other, _) = pile.place(), pile.place()
    lines = pile.lines
    heads, tails = [lines[n][:25] for n in (one, other)], [lines[n][25:] for n in (other, one)]
    lines[one], lines[other] = heads[0] + tails[0], heads[1] + tails[1]


def claimed_official(pile: Pile) -> None:
    pile.lines[:] = [line[:3] + pile.chance.choice("POO") + line[4:] for line in pile.lines]


def mixed(pile: Pile) -> None:
    kind = pile.chance.choice("RCSB")
    theirs = CODES[pile.chance.choice(list(CODES))]
    mine = pile.without(kind) if pile.chance.random() < 0.6 else list(pile.lines)
    pile.lines[:] = [*mine, *(line for line in theirs if line[4] == kind)]


def octets_changed(pile: Pile) -> None:
    """Whoever changes octets can compute the digest anew."""
    kind: CodeKind = pile.chance.choice(("R", "C", "S", "B", "D"))
    octets = bytearray(pile.octets(kind))
    at = pile.chance.randrange(len(octets) + 1)
    octets[at : at + pile.chance.randrange(3)] = pile.chance.randbytes(pile.chance.randrange(1, 3))
    pile.lines[:] = [*pile.without(kind), *code_texts(kind, bytes(octets), "practice")]


def spelled_otherwise(pile: Pile) -> None:
    """`s` and `n - s` both verify: the last signature of card or record."""
    kind: CodeKind = pile.chance.choice(("R", "C"))
    octets = pile.octets(kind)
    if len(octets) > 64:
        turned = (ORDER - int.from_bytes(octets[-32:], "big")) % ORDER
        octets = octets[:-32] + turned.to_bytes(32, "big")
        pile.lines[:] = [*pile.without(kind), *code_texts(kind, octets, "practice")]


def split_otherwise(pile: Pile) -> None:
    kind: CodeKind = pile.chance.choice(("R", "C", "S", "B", "D"))
    octets, count = pile.octets(kind), pile.chance.randrange(2, 7)
    if len(octets) >= count:
        (first, *_) = (line for line in pile.lines if line[4:5] == kind)
        step = -(-len(octets) // count)
        parts = [octets[at : at + step] for at in range(0, len(octets), step)]
        pile.lines[:] = pile.without(kind) + [
            f"{first[:5]}{number}/{len(parts)}:{first[9:25]}{encode45(part)}"
            for number, part in enumerate(parts, 1)
        ]


def repeated(pile: Pile) -> None:
    pile.lines.append(pile.lines[pile.place()[0]])
    pile.chance.shuffle(pile.lines)


ATTACKS = (
    character,
    heading,
    inserted,
    cut,
    lost,
    tails_changed_round,
    claimed_official,
    mixed,
    octets_changed,
    spelled_otherwise,
    split_otherwise,
    repeated,
)


def judged(inputs: list[list[str]], *, practice: bool = True) -> tuple[Report, ...]:
    """What this program says of the inputs; the stranger must say the same."""
    given = reports(*inputs, trust=Trust(AUTHORITY.point), allow_practice=practice)
    said = [
        (
            each.answer,
            dict(each.shown.lines) if each.shown else {},
            dict(each.shown.votes) if each.shown else {},
            long_digest(each.shown.digest) if each.shown else "",
        )
        if each.draft is None
        else (each.answer, long_digest(each.draft.digest))
        for each in given
    ]
    allowed = (0, 1) if practice else (1,)
    stranger_s = [*stranger(["\n".join(lines) for lines in inputs], ROOTS, allowed)]
    # Names beside a draft are a help: the stranger takes them from its card alone.
    assert said == [
        each if report.draft is None else (each[0], each[3])
        for each, report in zip(stranger_s, given, strict=True)
    ]
    return given


@pytest.mark.parametrize("seed", range(many(250, 10_000)))
def test_nothing_that_nobody_signed_is_valid(seed: int) -> None:
    chance = Random(seed)
    inputs = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        lines = list(CODES[chance.choice((*CODES, "good", "good", "good"))])
        for attack in chance.choices(ATTACKS, k=chance.choice((0, 1, 1, 2))):
            if lines:
                attack(Pile(lines, chance))
        inputs.append(lines)
    if chance.random() < 0.2:
        inputs = [[line] for lines in inputs for line in lines]
    for given in judged(inputs, practice=chance.random() < 0.8):
        if given.answer.startswith("valid"):
            assert given.shown
            assert given.shown.digest in SIGNED


def forged(copy: Copy, which: str, chance: Random) -> list[str]:
    """The codes of a copy of which one thing was spelled otherwise and all signed again."""
    card, purpose = cose.open1(copy.card_octets).payload, copy.payload.purpose
    sheet, slip, payload = copy.sheet, copy.slip_octets, copy.payload_octets
    named, slip_named = sha256(card).digest(), sha256(slip).digest()
    if which == "sheet":
        sheet = respelled(sheet, chance)
        card = card.replace(sha256(copy.sheet).digest(), sha256(sheet).digest())
    card = respelled(card, chance) if which == "card" else card
    slip = respelled(slip, chance) if which == "slip" else slip
    payload = payload.replace(named, sha256(card).digest())
    payload = payload.replace(slip_named, sha256(slip).digest())
    payload = respelled(payload, chance) if which == "record" else payload
    root = AUTHORITY if purpose == "official" else ROOT
    to_sign = cose.to_sign1(card, cose.external_aad("card", purpose))
    signed = cose.seal1(cose.Signed1(card, root.sign(to_sign)))
    record = seal_record(
        payload, {n: signature_over(payload, n, KEYS[n], purpose) for n in range(3)}
    )
    signed = signed[:1] + respelled(signed[1:], chance) if which == "envelope C" else signed
    record = record[:2] + respelled(record[2:], chance) if which == "envelope R" else record
    kinds: tuple[tuple[CodeKind, bytes], ...] = (
        ("R", record),
        ("C", signed),
        ("S", sheet),
        ("B", slip),
    )
    return [code for kind, octets in kinds if octets for code in code_texts(kind, octets, purpose)]


@pytest.mark.parametrize("which", ["record", "card", "sheet", "slip", "envelope C", "envelope R"])
@pytest.mark.parametrize("seed", range(many(20, 1_000)))
def test_another_spelling_is_refused_even_when_everybody_signed_it(which: str, seed: int) -> None:
    chance = Random(f"{which} {seed}")
    (given,) = judged([forged(chance.choice((GOOD, OFFICIAL)), which, chance)])
    assert given.answer == "unreadable"
    assert given.shown is None
