"""Threat "abandoned signatures reused": signed, given up, and put under something else."""

from dataclasses import replace

import pytest

from tallydesk.protocol.model import Stance
from tallydesk.signing.codes import code_texts
from tallydesk.signing.record import read_record, seal_record
from tests.signed import GOOD, STANCES, Copy, report
from tests.unit.verification.answering import hidden, says


def with_signatures_of(first: Copy, second: Copy, signers: tuple[int, ...]) -> list[str]:
    """The second payload with signatures that were given for the first."""
    signatures = {n: read_record(first.record_octets).signatures[n] for n in signers}
    record = code_texts("R", seal_record(second.payload_octets, signatures), "practice")
    return [*record, *second.codes_of("C"), *second.codes_of("S"), *second.codes_of("B")]


@pytest.mark.parametrize(
    "changes",
    [
        {"votes": (38, 50)},
        {"lines": (121, *GOOD.payload.lines[1:])},
        {"changed_after_hint": 1},
        {"variances": ("A1",)},
        {"journal_head": b"\x23" * 32},
    ],
)
def test_signatures_die_with_the_payload_they_were_given_for(changes: dict[str, object]) -> None:
    given = report(with_signatures_of(GOOD, GOOD.with_payload(**changes), (0, 1, 2)))
    says(given, "altered", "signature-false")
    hidden(given)


def test_whoever_changed_their_mind_has_not_signed() -> None:
    """Cem signed, then refused: the stance lies in the payload, so all sign anew."""
    refused = GOOD.with_payload(stances=(*STANCES[:2], Stance.REFUSES, *STANCES[3:]))
    says(report(with_signatures_of(GOOD, refused, (0, 1))), "altered", "signature-false")
    # With the old signature too, it is one that the record does not speak of.
    says(report(with_signatures_of(GOOD, refused, (0, 1, 2))), "altered", "signature-extra")


def test_an_abandoned_round_of_signatures_is_not_completed_by_leaving_some_out() -> None:
    says(report(replace(GOOD, signers=(0, 1))), "altered", "signature-missing")
    says(report(replace(GOOD, signers=(0,))), "altered", "signature-missing")


def test_a_signature_does_not_move_to_another_place() -> None:
    signatures = read_record(GOOD.record_octets).signatures
    swapped = {0: signatures[1], 1: signatures[0], 2: signatures[2]}
    record = code_texts("R", seal_record(GOOD.payload_octets, swapped), "practice")
    says(report([*record, *GOOD.codes_of("C"), *GOOD.codes_of("S")]), "altered", "signature-false")
