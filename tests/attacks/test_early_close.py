"""Threat "signed in advance": a station that finishes early by decision, and who pretends to."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from tallydesk.assets import LANGUAGES, words
from tallydesk.cli.main import run
from tallydesk.protocol.canonical import read_payload
from tallydesk.protocol.model import Stance
from tallydesk.rendering.enclosures import (
    CARD,
    MANIFEST,
    PACKAGE,
    PAGE,
    RECORD,
    SHEET,
    Enclosures,
    form_names,
    page_note,
    protocol_archive,
)
from tallydesk.rendering.printed import Printed
from tallydesk.signing.codes import long_digest, short_digest
from tallydesk.signing.practice import practice_root
from tallydesk.signing.record import record_digest
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.verification.child import InThisProcess
from tallydesk.verification.envelope import envelope_of
from tallydesk.verification.inputs import Input
from tallydesk.verification.report import Report
from tallydesk.verification.verify import verify
from tallydesk.workflow import attendance, papers, sealing
from tallydesk.workflow.examination import examine
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.sealing import protocol_of
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import figures_of
from tests.attacks.night import rechained
from tests.builders import CLOSES
from tests.fakes import DictOutbox, TickingClock
from tests.official import PIN, authority, clock_of, opened, scenario, sticks, trust, verified
from tests.signed import CARD as HOURS
from tests.signed import GOOD, OFFICIAL, STRANGER, Copy, report
from tests.unit.verification.answering import TRUST, hidden, says

SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
DECIDED = "All listed voters have voted; everybody agreed (Art. 104.3)"
EARLY = CLOSES - HOUR
SAID = GOOD.with_payload(closed_early=EARLY, completed=EARLY)
COPIES = (SAID, OFFICIAL.with_payload(closed_early=EARLY, completed=EARLY))


@cache
def early_night() -> tuple[Session, bytes]:
    """An official night that was over before the card's close, and its first copy."""
    session, outbox = opened(clock=TickingClock(CLOSES - 3 * HOUR)), DictOutbox()
    letter = authority().letter
    Rehearsal(session, sticks(), outbox, scenario(), letter, early=DECIDED).play("handover")
    (name,) = (name for name in outbox.files if name.endswith("-copy-01.pdf"))
    return session, outbox.files[name]


def on_pdf(pdf: bytes) -> Report:
    (only,) = verify(
        [Input("protocol.pdf", pdf)], practice_root=practice_root().point, trust=trust()
    )
    return only


def written_on(pdf: bytes) -> str:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return " ".join(" ".join(pages).split())


def test_an_official_night_that_finished_early_by_decision_is_valid_and_says_so() -> None:
    session, pdf = early_night()
    payload = read_payload(session.night.frozen["fruit"].payload)
    assert payload.closed_early is not None
    assert payload.closed_early <= payload.completed < CLOSES
    (codes,) = verified([code.text for code in papers.printed_codes(session, "fruit")])
    says(codes, "valid", "closed-early", "looked-up")
    says(on_pdf(pdf), "valid", "closed-early", "page-compared", "wording-checked", "sealed")
    for language in LANGUAGES:
        assert f"{payload.closed_early:%H:%M:%S}" in codes.reason(words(language))


def test_the_command_line_names_it_by_a_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, pdf = early_night()
    copy, trusted = tmp_path / "copy.pdf", tmp_path / "the.trust"
    copy.write_bytes(pdf)
    trusted.write_bytes(authority().trust)
    assert run(["verify", str(copy), "--trust", str(trusted), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["answer"] == "valid"
    assert "closed-early" in said["notes"]


def test_who_decided_it_and_why_is_read_on_the_page() -> None:
    _, pdf = early_night()
    assert "Səsvermə komissiyanın qərarı ilə vaxtından əvvəl bitib" in written_on(pdf)
    assert DECIDED in written_on(pdf)


def test_the_journal_of_such_a_night_is_sound_and_a_changed_decision_is_named() -> None:
    session, _ = early_night()
    entries = tuple(session.journal.entries())
    assert examine(entries, read_again).fault is None
    number = next(each.number for each in entries if each.kind == "VotingClosed")
    told = [
        replace(each, body=each.body.replace(DECIDED, "Nobody decided it"))
        if each.number == number
        else each
        for each in entries
    ]
    # Whoever recomputes the chain as well is found out where the payload was frozen.
    fault = examine(rechained(told), read_again).fault
    assert fault is not None
    assert fault.number > number


def test_a_page_that_hides_the_early_close_is_altered() -> None:
    session, pdf = early_night()
    enclosed = envelope_of(pdf, InThisProcess()).enclosed
    assert enclosed is not None
    files = dict(enclosed.files)
    contest = session.package.contest("fruit")
    digest = record_digest(session.night.frozen["fruit"].payload)
    printed = Printed(
        package=session.package,
        contest=contest,
        protocol=replace(protocol_of(session, "fruit"), closed_early=None),
        status="signed",
        language="az",
        short_digest=short_digest(digest),
        long_digest=long_digest(digest),
        codes=papers.printed_codes(session, "fruit"),
        copy_number=1,
        given=figures_of(session, contest).given,
    )
    enclosures = Enclosures(
        record=files[RECORD],
        card=files[CARD],
        sheet=files[SHEET],
        package=files[PACKAGE],
        forms={name: files[file] for name, file in form_names(files).items()},
        opened=page_note(files[PAGE]).opened,
        manifest=files[MANIFEST],
    )
    says(on_pdf(protocol_archive(printed, enclosures)), "altered", "page-differs")
    told = replace(printed, protocol=protocol_of(session, "fruit"))
    says(on_pdf(protocol_archive(told, enclosures)), "valid", "page-compared", "closed-early")


@pytest.mark.parametrize("copy", COPIES, ids=["practice", "official"])
@pytest.mark.parametrize("early", [HOURS.valid_from, EARLY, HOURS.polls_close - SECOND])
def test_between_opening_and_close_the_signers_may_say_when_they_finished(
    copy: Copy, early: datetime
) -> None:
    given = report(
        copy.with_payload(closed_early=early, completed=HOURS.polls_close),
        trust=TRUST,
        allow_practice=True,
    )
    says(given, "valid" if copy.payload.purpose == "official" else "valid-practice", "closed-early")


@pytest.mark.parametrize("copy", COPIES, ids=["practice", "official"])
@pytest.mark.parametrize(
    "early", [HOURS.valid_from - SECOND, HOURS.polls_close, HOURS.valid_to + SECOND]
)
def test_an_early_close_outside_the_stations_hours_is_refused(copy: Copy, early: datetime) -> None:
    for completed in (early, HOURS.polls_close + HOUR):
        given = report(
            copy.with_payload(closed_early=early, completed=completed),
            trust=TRUST,
            allow_practice=True,
        )
        says(given, "outside-time", "early-close-outside")


def test_nobody_signs_before_the_close_that_they_announced_themselves() -> None:
    says(report(SAID.with_payload(completed=EARLY - SECOND)), "outside-time", "before-early-close")
    # The last hour of the card holds for everybody.
    late = SAID.with_payload(completed=HOURS.valid_to + SECOND)
    says(report(late), "outside-time", "after-window")


def test_without_a_decision_the_cards_close_holds() -> None:
    says(report(SAID.with_payload(closed_early=None)), "outside-time", "before-close")


def test_an_early_close_that_the_members_did_not_sign_is_altered() -> None:
    """Signatures over the record without it do not count for the record with it, or back."""
    for one, other in ((SAID, GOOD), (GOOD, SAID)):
        forged = report(replace(one, keys=(STRANGER, *one.keys[1:])))
        says(forged, "altered", "signature-false")
        hidden(forged)
        says(report([*one.codes, *other.codes_of("R")]), "altered", "records-mixed")


def test_at_the_station_a_clock_turned_back_signs_nothing_before_the_announced_close() -> None:
    session, shelf = opened(clock=TickingClock(CLOSES - 3 * HOUR)), sticks()
    letter = authority().letter
    Rehearsal(session, shelf, DictOutbox(), scenario(), letter, early=DECIDED).play("stances.fruit")
    voting = session.night.voting
    assert voting is not None
    clock_of(session).at = voting.announced - HOUR
    attendance.confirm_clock(session, shelf, 4, PIN)
    for member, stance in zip(session.package.deciding, (Stance.SIGNS,) * 6, strict=True):
        sealing.take_stance(session, "fruit", member.number, stance)
    sealing.freeze(session, "fruit")
    assert session.night.frozen["fruit"].completed >= voting.announced
