"""Pages are made again from what was signed, and compared with those in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from tallydesk.assets import LANGUAGES, form_bytes, words
from tallydesk.counting.place import Place
from tallydesk.election.package_file import read_package
from tallydesk.protocol.cbor import decode, encode
from tallydesk.rendering.enclosures import PAGE
from tallydesk.signing.practice import practice_root
from tallydesk.workflow import papers
from tallydesk.workflow.findings import basis_of, contest_matters
from tallydesk.workflow.night import Voided, Written
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.session import Session
from tests.sealed import (
    CONTEST,
    ISSUED,
    held,
    practice,
    practice_pdf,
    report_on,
    saved,
    sealed_again,
    signed_again,
    unsealed,
    with_file,
)
from tests.unit.verification.answering import says

ROOT = practice_root()


def answer_in(fields: dict[int, object]) -> list[Any]:
    """The only explained finding of the demonstration, to be changed."""
    answers = fields[5]
    assert isinstance(answers, tuple)
    (answer,) = answers
    return list(answer)


def remade(change: Callable[[dict[int, object]], object]) -> bytes:
    """The page's own note after somebody changed a field of it."""
    fields = decode(held(practice_pdf(), PAGE))
    assert not isinstance(fields, int | bytes | str | tuple)
    changed: dict[int, object] = dict(fields)
    change(changed)
    return with_file(practice_pdf(), PAGE, encode(changed))  # type: ignore[arg-type]  # a test breaks it


@pytest.mark.parametrize(
    ("key", "value"),
    [(0, 2), (1, "xx"), (1, 7), (3, 0), (4, "one"), (5, ()), (5, (1,)), (9, 1), (2, b"")],
)
def test_a_note_on_the_page_that_cannot_be_is_noticed(key: int, value: object) -> None:
    given = remade(lambda fields: fields.update({key: value}))
    says(report_on(given), "altered", "page-strange")


@pytest.mark.parametrize(("key", "value"), [(1, "ru"), (3, 2)])
def test_a_note_that_is_not_the_pages_own_is_noticed(key: int, value: object) -> None:
    given = remade(lambda fields: fields.update({key: value}))
    says(report_on(given), "altered", "page-differs")


@pytest.mark.parametrize("place", range(5))
def test_an_explanation_that_nobody_gave_is_noticed(place: int) -> None:
    def change(fields: dict[int, object]) -> None:
        forged = answer_in(fields)
        forged[place] = forged[place] + 60 if place == 3 else b"Nobody"
        fields[5] = (tuple(forged),)

    says(report_on(remade(change)), "altered", "page-strange")


def repackaged(session: Session, *pairs: tuple[str, str]) -> Session:
    """The same night with another package or form, as a forger would open it."""
    opened = session.night.opened_with
    assert opened is not None
    (name, form), text = opened.forms, opened.package
    for old, new in pairs:
        assert old in text + form
        text, form = text.replace(old, new), form.replace(old, new)
    package = read_package(
        text.encode(),
        form_bytes=lambda _: form.encode(),
        now=session.night.opened_at or ISSUED,
        real_names=frozenset(),
    )
    twin = replace(session, plan=Plan(package))
    changed = replace(opened, package=text, forms=(name, form))
    twin.night = replace(session.night, opened_with=changed)
    return twin


def test_a_package_that_contradicts_the_card_is_noticed() -> None:
    opened = practice().night.opened_with
    assert opened is not None
    for old, new in (('number = "01"', 'number = "02"'), ("quorum = 4", "quorum = 5")):
        if old not in opened.package:
            continue
        forged = papers.signed_pdf(repackaged(practice(), (old, new)), CONTEST)
        assert report_on(forged).answer == "altered"


def test_names_of_candidates_are_those_of_the_contest_sheet() -> None:
    package = practice().package
    name = package.contest(CONTEST).candidates[0].name.said_in(package.policy.official_language)
    session = repackaged(practice(), (f'"{name}"', '"Yemiş"'))
    given = papers.signed_pdf(session, CONTEST)
    # Its own sheet is not on the card.
    says(report_on(given), "altered", "sheet-of-another")


def test_a_form_that_is_not_shipped_is_named() -> None:
    line = form_bytes("az-presidential-2024").decode().split('legal.az = "')[1].split('"')[0]
    given = papers.signed_pdf(repackaged(practice(), (f'"{line}"', '"Başqa söz"')), CONTEST)
    says(report_on(given), "valid-practice", "page-compared", "form-unknown")


def test_a_form_of_a_name_that_is_not_shipped_is_named() -> None:
    session = repackaged(practice(), ('form = "az-presidential-2024"', 'form = "own-form"'))
    opened = session.night.opened_with
    assert opened is not None
    session.night = replace(
        session.night, opened_with=replace(opened, forms=("own-form", opened.forms[1]))
    )
    says(report_on(papers.signed_pdf(session, CONTEST)), "valid-practice", "form-unknown")


def another_figure(pdf: pikepdf.Pdf) -> None:
    """The second page in place of the first: any page that is not the signed one."""
    pdf.pages[0].Contents = pdf.pages[1].Contents


def another_text(pdf: pikepdf.Pdf) -> None:
    """The page stays, and what is copied out of it is another text."""
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0031>", b"<0039>") + b" ")


@pytest.mark.parametrize("change", [another_figure, another_text])
def test_a_page_that_shows_something_else_is_altered_whoever_sealed_it(
    change: Callable[[pikepdf.Pdf], object],
) -> None:
    for pdf in (practice_pdf(), unsealed()):
        with pikepdf.open(BytesIO(pdf)) as opened:
            change(opened)
            forged = saved(opened)
        given = report_on(sealed_again(forged) if pdf == unsealed() else forged)
        says(given, "altered", "page-differs")
        assert given.shown is None


def test_a_page_of_another_version_is_not_compared() -> None:
    for pdf, answer in ((practice_pdf(), "valid-practice"), (unsealed(), "valid")):
        with pikepdf.open(BytesIO(pdf)) as opened:
            opened.docinfo["/Producer"] = "tallydesk 0.0.1, reportlab 4.0"
            given = saved(opened)
        report = report_on(sealed_again(given) if answer == "valid" else given)
        assert report.answer == answer
        codes = {note.code for note in report.notes}
        assert {"page-of-another-version", "wording-checked"} <= codes
        assert "page-compared" not in codes
        for language in LANGUAGES:
            assert "tallydesk 0.0.1" in report.reason(words(language))


def written_by(session: Session, words: str, **more: object) -> Written:
    return Written(words, "", 1, datetime(2026, 11, 20, 18, 30, tzinfo=UTC), bytes(16), **more)  # type: ignore[arg-type]


def test_a_recorded_variance_is_made_again_with_who_confirmed_it() -> None:
    session = practice()
    first = session.package.contest(CONTEST).standing[0]
    place = Place(CONTEST, "vote", first.id)
    settled = {**session.night.settled, place: session.night.settled[place] + 2}
    session.night = replace(session.night, settled=settled)
    variances = {
        (CONTEST, matter.key): replace(
            written_by(session, "sayğac"),
            basis=basis_of(matter.finding, matter.figures),
            confirmed_by=2,
        )
        for matter in contest_matters(session, session.package.contest(CONTEST))
        if matter.finding.kind == "arithmetic"
    }
    assert variances
    session.night = replace(session.night, variances=variances)
    explained = {
        (CONTEST, matter.key): replace(
            written_by(session, "izah"), basis=basis_of(matter.finding, matter.figures)
        )
        for matter in contest_matters(session, session.package.contest(CONTEST))
        if matter.finding.kind != "arithmetic"
    }
    session.night = replace(session.night, explained=explained)
    pdf = papers.signed_pdf(signed_again(session, ROOT), CONTEST)
    says(report_on(pdf), "valid-practice", "variances", "page-compared")


@pytest.mark.parametrize("carriers", [(1,), (2, 3)])
def test_a_decision_on_a_box_is_made_again_with_who_carried_it(carriers: tuple[int, ...]) -> None:
    session = practice()
    contest = session.package.contest(CONTEST)
    (matter,) = contest_matters(session, contest)
    assert matter.answer is not None
    voided = Voided(replace(matter.answer, words="möhür (qırıq)"), "M1", 3, carriers)
    session.night = replace(session.night, voided={(CONTEST, matter.key): voided})
    pdf = papers.signed_pdf(signed_again(session, ROOT), CONTEST)
    says(report_on(pdf), "valid-practice", "page-compared")

    fields = decode(held(pdf, PAGE))
    assert not isinstance(fields, int | bytes | str | tuple)
    forged = answer_in(dict(fields))
    forged[2] = "möhür".encode()
    changed = encode({**fields, 5: (tuple(forged),)})
    says(report_on(with_file(pdf, PAGE, changed)), "altered", "page-strange")
