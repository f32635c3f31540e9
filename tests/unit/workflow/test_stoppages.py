"""U23: a pause of more than five minutes stands on the protocol, with its reason or without one."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from tallydesk.protocol.model import Stance, Text
from tallydesk.workflow import papers, remarks, sealing, step
from tests.unit.workflow.commission import PIN, Commission


def stops(commission: Commission, minutes: int, reason: str = "power failed") -> None:
    if reason:
        step.stop(commission.session, reason, "Ben and two observers")
    commission.clock.at += timedelta(minutes=minutes)
    commission.starts_again()


def stops_before_the_remarks(minutes: int, reason: str = "power failed") -> Commission:
    commission = Commission()
    commission.counts_everything()
    stops(commission, minutes, reason)
    remarks.close(commission.session)
    return commission


def draft(commission: Commission) -> str:
    pdf = PdfReader(BytesIO(papers.draft_pdf(commission.session, "pear", "en")))
    return " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)


def acts(commission: Commission) -> list[Text]:
    texts = sealing.protocol_of(commission.session, "pear").texts
    return [each for each in texts if each.kind == "act"]


def test_a_long_pause_prints_with_reason_and_guard() -> None:
    paper = draft(stops_before_the_remarks(6))
    assert "power failed" in paper
    assert "Ben and two observers" in paper


def test_a_pause_of_a_crash_says_that_no_reason_was_written() -> None:
    commission = stops_before_the_remarks(6, "")
    assert "no reason was written" in draft(commission)


@pytest.mark.parametrize("reason", ["power failed", ""])
def test_a_short_pause_does_not_print(reason: str) -> None:
    paper = draft(stops_before_the_remarks(4, reason))
    assert "Work stopped" not in paper


def test_a_pause_before_the_close_of_voting_does_not_print() -> None:
    commission = Commission()
    commission.clock.at -= timedelta(hours=2)
    stops(commission, 60, "")
    commission.clock.at += timedelta(hours=1)
    commission.counts_everything()
    remarks.close(commission.session)
    assert "Work stopped" not in draft(commission)


def test_a_pause_after_the_record_was_completed_changes_nothing_under_the_signatures() -> None:
    commission = stops_before_the_remarks(6)
    step.close(commission.session, "draft.pear")
    for member in (1, 2, 3):
        sealing.take_stance(commission.session, "pear", member, Stance.SIGNS)
    sealing.freeze(commission.session, "pear")
    (before,) = acts(commission)

    stops(commission, 20)
    for member in (1, 2, 3):
        sealing.sign(commission.session, commission.shelf, "pear", member, PIN)
    sealing.close(commission.session, "pear")

    assert acts(commission) == [before]
    assert commission.session.night.records["pear"]
