"""Every paper is PDF/A-3b, the same each time, and holds what it takes to check it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from io import BytesIO

import pikepdf
import pikepdf.pdfa
import pytest

from tallydesk.assets import LANGUAGES
from tallydesk.rendering.archive import Attachment, archived, renderer
from tallydesk.rendering.enclosures import ALWAYS
from tallydesk.rendering.pdf import protocol_pdf
from tallydesk.workflow import papers
from tests import paper, sealed

AT = datetime(2024, 2, 7, 19, 41, tzinfo=UTC)


def copy(language: str) -> bytes:
    return papers.signed_pdf(sealed.practice(), sealed.CONTEST, language, 3)


PAPERS: dict[str, Callable[[], bytes]] = {
    "practice": sealed.practice_pdf,
    "official": lambda: papers.signed_pdf(sealed.official(), sealed.CONTEST),
    "slip": lambda: papers.slip_paper(sealed.practice()),
    "draft": lambda: archived(papers.draft_pdf(sealed.practice(), sealed.CONTEST), AT),
    **{f"copy-{language}": partial(copy, language) for language in LANGUAGES},
    "300 candidates": lambda: archived(protocol_pdf(paper.printed("az", count=300)), AT),
    "printout": lambda: archived(
        protocol_pdf(paper.printed("en", official=True, original="printout")), AT
    ),
    "variance": lambda: archived(protocol_pdf(paper.printed("ru", variance=True)), AT),
}


@pytest.mark.parametrize("kind", PAPERS)
def test_every_kind_of_paper_is_pdf_a_3b(kind: str) -> None:
    report = pikepdf.pdfa.validate_written(BytesIO(PAPERS[kind]()), "3b")
    assert [str(finding) for finding in report.findings] == []
    assert report.passed


def test_a_drawn_page_alone_is_none() -> None:
    drawn = protocol_pdf(paper.printed("az"))
    assert not pikepdf.pdfa.validate_written(BytesIO(drawn), "3b").passed


@pytest.mark.parametrize("kind", ["practice", "official", "slip"])
def test_the_same_paper_is_the_same_octets(kind: str) -> None:
    make = PAPERS[kind]
    sealed.practice_pdf.cache_clear()
    assert make() == make()


def test_a_protocol_encloses_all_that_it_is_made_from() -> None:
    session = sealed.practice()
    with pikepdf.open(BytesIO(sealed.practice_pdf())) as pdf:
        names = set(pdf.attachments)
        assert names == ALWAYS | {"form-az-presidential-2024.toml"}
        held = {name: pdf.attachments[name].get_file().read_bytes() for name in names}
        assert {str(each.AFRelationship) for each in pdf.Root.AF} == {"/Data", "/Source"}
        assert str(pdf.docinfo["/Producer"]) == renderer()
    assert held["record.cbor"] == session.night.records[sealed.CONTEST]
    codes = papers.printed_codes(session, sealed.CONTEST)
    assert held["codes.txt"].decode().splitlines() == [code.text for code in codes]


def test_a_title_with_signs_of_markup_stays_a_title() -> None:
    drawn = protocol_pdf(paper.printed("az"))
    with pikepdf.open(BytesIO(drawn)) as pdf:
        pdf.docinfo["/Title"] = "Pears & apples <2026>"
        made = archived(sealed.saved(pdf), AT, (Attachment("a b.txt", b"x", "text/plain", "Data"),))
    assert pikepdf.pdfa.validate_written(BytesIO(made), "3b").passed
    with pikepdf.open(BytesIO(made)) as pdf:
        assert b"Pears &amp; apples &lt;2026&gt;" in pdf.Root.Metadata.read_bytes()
