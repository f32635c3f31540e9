"""A recount: the new record names what it replaces, and the old one prints as superseded."""

from __future__ import annotations

from dataclasses import replace

from pypdfium2 import PdfDocument

from tallydesk.election.definition import Replaces
from tallydesk.signing.practice import practice_root
from tallydesk.signing.record import record_digest
from tallydesk.verification.inputs import Input
from tallydesk.verification.verify import verify
from tallydesk.workflow import papers, sealing
from tests.builders import PACKAGE
from tests.unit.workflow.commission import Commission


def recount(digest: bytes) -> Commission:
    order = Replaces("pear", 2, digest, "Order 17", "A pile lay under the table.")
    return Commission(replace(PACKAGE, replaces=(order,)))


def signed(commission: Commission) -> Commission:
    commission.comes_to_the_stances()
    commission.everybody_signs()
    return commission


def codes(commission: Commission, name: str) -> Input:
    texts = [code.text for code in papers.printed_codes(commission.session, "pear")]
    return Input(name, "\n".join(texts).encode())


def answers(*given: Input) -> list[str]:
    root = practice_root().point
    return [each.answer for each in verify(given, practice_root=root, allow_practice=True)]


def test_a_replacement_record_supersedes_the_one_it_names() -> None:
    first = signed(Commission())
    digest = record_digest(first.session.night.frozen["pear"].payload)
    second = signed(recount(digest))

    assert answers(codes(second, "new")) == ["valid-practice"]
    assert answers(codes(first, "old"), codes(second, "new")) == ["superseded", "valid-practice"]
    other = signed(recount(b"\x05" * 32))
    assert answers(codes(first, "old"), codes(other, "new")) == ["fork", "fork"]


def test_order_and_reason_travel_with_the_record_and_stand_on_the_protocol() -> None:
    commission = signed(recount(b"\x05" * 32))
    protocol = sealing.protocol_of(commission.session, "pear")

    (act,) = protocol.texts
    assert (act.kind, act.by, act.words) == ("act", "Order 17", "A pile lay under the table.")
    assert (protocol.version, protocol.replaces) == (2, b"\x05" * 32)
    printed = text_of(papers.signed_pdf(commission.session, "pear"))
    assert "Apilelayunderthetable." in printed
    assert "05" * 32 in printed


def test_the_old_protocol_prints_as_superseded_and_names_the_new_one() -> None:
    first = signed(Commission())
    printed = text_of(papers.superseded_pdf(first.session, "pear", b"\xab" * 32))

    assert "ab" * 32 in printed
    assert "SUPERSEDED" in printed
    assert "ab" * 32 not in text_of(papers.signed_pdf(first.session, "pear"))


def text_of(pdf: bytes) -> str:
    document = PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
