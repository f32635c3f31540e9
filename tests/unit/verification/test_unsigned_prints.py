"""Drafts and superseded prints: nobody signed these papers, and yet they must show their code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from tallydesk.assets import LANGUAGES, words
from tallydesk.protocol.cbor import decode, encode
from tallydesk.rendering.enclosures import ALWAYS_IN_DRAFT, CARD, DRAFT, PAGE, TEXTS
from tallydesk.signing.card import issue_card, read_card
from tallydesk.signing.practice import practice_root
from tallydesk.signing.record import record_digest
from tallydesk.workflow import papers
from tests.sealed import (
    CONTEST,
    held,
    official,
    practice,
    report_on,
    saved,
    sealed_again,
    with_file,
)
from tests.unit.verification.answering import hidden, says

LATER = b"\xab" * 32


@cache
def draft() -> bytes:
    return papers.frozen_draft_pdf(practice(), CONTEST)


@cache
def superseded() -> bytes:
    return papers.superseded_pdf(practice(), CONTEST, LATER)


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        return saved(opened)


def another_page(pdf: pikepdf.Pdf) -> None:
    """The second page in place of the first: what is shown is not what the code carries."""
    pdf.pages[0].Contents = pdf.pages[1].Contents


def another_program(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Producer"] = "tallydesk 0.0.1, reportlab 4.0"


def test_the_pages_of_a_draft_are_made_again_from_its_code() -> None:
    given = report_on(draft())
    says(given, "unreadable", "draft", "draft-compared")
    hidden(given)
    assert given.draft is not None
    assert given.draft.digest == record_digest(practice().night.frozen[CONTEST].payload)


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_are_those_of_an_official_draft_in_any_language_and_without_a_trust_file(
    language: str,
) -> None:
    pdf = papers.frozen_draft_pdf(official(), CONTEST, language)
    says(report_on(pdf), "unreadable", "draft", "draft-compared")
    says(report_on(pdf, trust=None), "unreadable", "draft", "draft-compared")


def test_a_draft_that_shows_something_else_than_its_code_carries_is_altered() -> None:
    given = report_on(changed(draft(), another_page))
    says(given, "altered", "draft-page-differs")
    hidden(given)
    assert given.draft is None


@pytest.mark.parametrize("name", sorted(ALWAYS_IN_DRAFT - {DRAFT}))
def test_an_enclosure_of_a_draft_that_is_missing_or_another_is_noticed(name: str) -> None:
    says(report_on(with_file(draft(), name, None)), "altered", "enclosures-differ")
    assert report_on(with_file(draft(), name, b"something")).answer == "altered"


def test_without_its_payload_a_draft_is_only_a_page() -> None:
    given = report_on(with_file(draft(), DRAFT, None))
    says(given, "unreadable", "draft", "page-not-compared")


def test_another_payload_or_other_texts_than_the_code_names_are_noticed() -> None:
    payload = decode(held(draft(), DRAFT))
    assert not isinstance(payload, int | bytes | str | tuple)
    other = encode({**payload, 14: 7})
    says(report_on(with_file(draft(), DRAFT, other)), "altered", "enclosures-differ")
    texts = decode(held(draft(), TEXTS))
    assert isinstance(texts, tuple)
    says(report_on(with_file(draft(), TEXTS, encode(texts[1:]))), "altered", "enclosures-differ")


def test_another_card_than_the_draft_names_is_noticed() -> None:
    card = read_card(held(draft(), CARD)).card
    other = issue_card(practice_root(), replace(card, serial=2))
    says(report_on(with_file(draft(), CARD, other)), "altered", "page-strange")


def test_a_draft_of_another_version_is_not_compared() -> None:
    given = report_on(changed(draft(), another_program))
    says(given, "unreadable", "draft", "page-of-another-version")
    assert given.draft is not None


def test_nobody_seals_a_draft() -> None:
    says(report_on(sealed_again(draft())), "altered", "enclosures-unread")


def test_a_superseded_print_is_made_again_with_its_mark() -> None:
    given = report_on(superseded())
    says(given, "valid-practice", "page-compared", "marked-superseded")
    for language in LANGUAGES:
        assert LATER.hex() in given.reason(words(language))
    pdf = papers.superseded_pdf(official(), CONTEST, LATER, "en")
    says(report_on(pdf), "valid", "page-compared", "marked-superseded", "not-sealed")


def test_a_superseded_print_that_shows_something_else_is_altered() -> None:
    says(report_on(changed(superseded(), another_page)), "altered", "page-differs")


@pytest.mark.parametrize(
    ("mark", "note"),
    [(None, "page-differs"), (b"\xac" * 32, "page-differs"), (b"\xab" * 31, "page-strange")],
)
def test_a_mark_that_is_not_the_pages_own_is_noticed(mark: bytes | None, note: str) -> None:
    fields = decode(held(superseded(), PAGE))
    assert not isinstance(fields, int | bytes | str | tuple)
    told = {key: value for key, value in fields.items() if key != 6}
    given = with_file(superseded(), PAGE, encode(told if mark is None else {**told, 6: mark}))
    says(report_on(given), "altered", note)


def test_a_print_does_not_call_itself_superseded_unseen() -> None:
    """Whoever writes the mark into an ordinary print has a page that does not show it."""
    plain = papers.signed_pdf(practice(), CONTEST)
    fields = decode(held(plain, PAGE))
    assert not isinstance(fields, int | bytes | str | tuple)
    says(report_on(with_file(plain, PAGE, encode({**fields, 6: LATER}))), "altered", "page-differs")
