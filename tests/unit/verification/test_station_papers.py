"""What was voted on, set aside or reported during the day stands on the page and holds there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tallydesk.assets import words
from tallydesk.protocol.cbor import decode, encode
from tallydesk.rendering.blocks import Box
from tallydesk.rendering.enclosures import PAGE
from tallydesk.rendering.layout import protocol_layout
from tallydesk.rendering.printed import Printed
from tallydesk.signing.practice import practice_root
from tallydesk.workflow import papers
from tallydesk.workflow.findings import basis_of, contest_matters
from tallydesk.workflow.night import Doubtful, Written
from tallydesk.workflow.sealing import protocol_of
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import figures_of
from tests.sealed import CONTEST, held, practice, report_on, signed_again, with_file
from tests.unit.verification.answering import says

AZ = words("az")
WHY = "Günorta növbədə gözləyənlər də sayılmışdı."


def written(session: Session, said: str, basis: str = "") -> Written:
    return Written(said, basis, 3, session.night.last_at or session.clock.now(), bytes(16))


def reported(voters: int) -> Session:
    """The night of the demonstration, signed with a report during the day."""
    session = practice()
    hour = session.package.hours.opens + timedelta(hours=2)
    session.night = replace(session.night, turnout={hour: voters})
    contest = session.package.contest(CONTEST)
    explained = {
        (CONTEST, matter.key): written(session, WHY, basis_of(matter.finding, matter.figures))
        for matter in contest_matters(session, contest)
        if matter.key == "T1"
    }
    session.night = replace(session.night, explained={**session.night.explained, **explained})
    return signed_again(session, practice_root())


def printed(session: Session) -> str:
    contest = session.package.contest(CONTEST)
    page = Printed(
        package=session.package,
        contest=contest,
        protocol=protocol_of(session, CONTEST),
        status="signed",
        language="az",
        given=figures_of(session, contest).given,
    )
    boxes = [block for block in protocol_layout(page).blocks if isinstance(block, Box)]
    return "\n".join(" ".join(line.text for line in box.lines) for box in boxes)


def test_a_report_above_the_signatures_prints_with_its_explanation_and_verifies() -> None:
    session = reported(1035)
    page = printed(session)
    assert WHY in page
    assert "T1" in page
    assert AZ["equation.reported"] in page
    says(report_on(papers.signed_pdf(session, CONTEST)), "valid-practice", "page-compared")


def test_a_report_that_is_no_higher_leaves_no_trace_on_the_page() -> None:
    session = reported(1000)
    assert "T1" not in printed(session)
    assert "1000" not in printed(session)
    says(report_on(papers.signed_pdf(session, CONTEST)), "valid-practice", "page-compared")


@pytest.mark.parametrize("value", [1036, 0, "many"])
def test_another_report_on_the_note_of_the_page_is_noticed(value: int | str) -> None:
    pdf = papers.signed_pdf(reported(1035), CONTEST)
    fields = decode(held(pdf, PAGE))
    assert isinstance(fields, dict)
    forged = with_file(pdf, PAGE, encode({**fields, 7: value}))
    assert report_on(forged).answer == "altered"


def test_doubtful_ballots_and_spoilt_booklets_print_as_acts_and_verify() -> None:
    """U37."""
    session = practice()
    ballot = AZ["act.doubtful-valid"].format(
        number=1, description="iki işarə", names="Nar", votes_for=4, votes_against=2
    )
    spoilt = AZ["act.booklet-spoilt"].format(series="T", number="000416", reason="mürəkkəb dağıldı")
    decided = Doubtful("iki işarə", 4, 2, ("nar",), written(session, ballot))
    session.night = replace(
        session.night,
        doubtful={(CONTEST, 1): decided},
        spoilings=((CONTEST, written(session, spoilt)), ("nuts", written(session, "x"))),
    )
    session = signed_again(session, practice_root())

    page = printed(session)
    assert ballot in page
    assert spoilt in page
    report = report_on(papers.signed_pdf(session, CONTEST))
    says(report, "valid-practice", "page-compared")
    assert report.shown is not None
