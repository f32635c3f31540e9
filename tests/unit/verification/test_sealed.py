"""What is said of the file around a record: seal, enclosures, wording, and the pages themselves."""

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
from tallydesk.rendering.archive import archived
from tallydesk.rendering.enclosures import ALWAYS, PAGE, RECORD, TEXTS
from tallydesk.rendering.pdf import protocol_pdf
from tallydesk.signing.pdf_seal import seal
from tallydesk.signing.practice import practice_root
from tallydesk.signing.record import read_record, seal_record
from tallydesk.verification import page
from tallydesk.verification.envelope import envelope_of
from tallydesk.workflow import papers
from tallydesk.workflow.findings import basis_of, contest_matters
from tallydesk.workflow.night import Voided, Written
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.session import Session
from tests import paper
from tests.sealed import (
    CONTEST,
    ISSUED,
    SEAL,
    material,
    official,
    practice,
    practice_pdf,
    report_on,
    saved,
    sealed_pdf,
    signed_again,
    with_file,
    with_manifest,
)
from tests.signed import AUTHORITY, STRANGER, key
from tests.unit.verification.answering import says

ROOT = practice_root()


def noted(pdf: bytes) -> set[str]:
    return {note.code for note in report_on(pdf).notes}


def held(pdf: bytes, name: str) -> bytes:
    enclosed = envelope_of(pdf).enclosed
    assert enclosed is not None
    return dict(enclosed.files)[name]


def sealed_again(pdf: bytes) -> bytes:
    """What chair or deputy can do: seal whatever they like."""
    return seal(pdf, material(), ISSUED)


def unsealed() -> bytes:
    return papers.signed_pdf(official(), CONTEST, copy_number=1)


def test_a_practice_protocol_is_valid_with_its_pages_and_its_wording() -> None:
    says(report_on(practice_pdf()), "valid-practice", "page-compared", "wording-checked")
    assert not {"wording-unchecked", "sealed", "form-unknown"} & noted(practice_pdf())


def test_a_sealed_protocol_is_valid_with_its_pages_and_its_wording() -> None:
    says(report_on(sealed_pdf()), "valid", "sealed", "page-compared", "wording-checked")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_in_another_language_is_compared_too(language: str) -> None:
    copy = papers.signed_pdf(practice(), CONTEST, language, 7)
    says(report_on(copy), "valid-practice", "page-compared")


def test_without_the_authoritys_root_a_seal_proves_nothing() -> None:
    says(report_on(sealed_pdf(), trust=None), "unknown-root")


def test_a_seal_that_another_root_certified_is_unknown() -> None:
    given = seal(unsealed(), material(root=STRANGER), ISSUED)
    says(report_on(given), "unknown-root", "seal-root-unknown")


def test_a_seal_that_is_not_on_the_card_is_another_stations() -> None:
    given = seal(unsealed(), material(seal=key(51)), ISSUED)
    says(report_on(given), "altered", "seal-of-another")


def test_an_official_protocol_may_go_without_seal_and_says_so() -> None:
    says(report_on(unsealed()), "valid", "not-sealed", "page-compared")


def test_whoever_of_chair_and_deputy_sealed_the_answer_is_the_same() -> None:
    chair = report_on(seal(unsealed(), material(seal=key(49)), ISSUED))
    deputy = report_on(seal(unsealed(), material(seal=SEAL), ISSUED))
    assert chair == deputy
    says(chair, "valid", "sealed")


def with_package(session: Session) -> bytes:
    return sealed_again(papers.signed_pdf(session, CONTEST))


def test_a_package_that_the_authority_did_not_sign_is_named() -> None:
    opened = official().night.opened_with
    assert opened is not None
    for manifest in (b"", b"\xd2", opened.manifest[:-1] + bytes((opened.manifest[-1] ^ 1,))):
        session = official()
        session.night = replace(session.night, opened_with=replace(opened, manifest=manifest))
        says(report_on(with_package(session)), "altered", "package-unsigned")
    says(
        report_on(with_package(with_manifest(official(), STRANGER))), "altered", "package-unsigned"
    )


def test_another_package_than_the_signed_one_is_named() -> None:
    opened = official().night.opened_with
    assert opened is not None
    name, form = opened.forms
    for other in (
        replace(opened, package=opened.package + "\n"),
        replace(opened, forms=(name, form + "\n")),
    ):
        session = official()
        session.night = replace(session.night, opened_with=other)
        says(report_on(with_package(session)), "altered", "package-unsigned")


def test_a_signed_package_of_another_card_is_named() -> None:
    session = signed_again(official(), AUTHORITY, serial=2)
    says(report_on(with_package(session)), "altered", "package-unsigned")
    says(report_on(with_package(with_manifest(session, AUTHORITY))), "valid", "page-compared")


def test_a_practice_encloses_no_signed_package() -> None:
    session = practice()
    opened = session.night.opened_with
    assert opened is not None
    session.night = replace(session.night, opened_with=replace(opened, manifest=b"x"))
    says(report_on(papers.signed_pdf(session, CONTEST)), "altered", "page-strange")


def test_a_practice_has_no_seal() -> None:
    says(report_on(sealed_again(practice_pdf())), "altered", "practice-sealed")
    with pytest.raises(ValueError, match="practice"):
        papers.sealed_pdf(practice(), CONTEST, material())


def test_a_changed_octet_breaks_the_seal() -> None:
    pdf = bytearray(sealed_pdf())
    pdf[len(pdf) // 2] ^= 1
    given = report_on(bytes(pdf))
    says(given, "altered", "seal-broken")
    assert given.shown is None


def test_something_else_that_was_sealed_is_no_protocol() -> None:
    given = sealed_again(archived(protocol_pdf(paper.printed("az")), ISSUED))
    says(report_on(given), "altered", "enclosures-unread")


def test_a_page_without_enclosures_says_that_it_was_not_compared() -> None:
    with pikepdf.open(BytesIO(practice_pdf())) as pdf:
        del pdf.Root["/AF"], pdf.Root["/Names"]
        given = saved(pdf)
    says(report_on(given), "valid-practice", "page-not-compared", "wording-unchecked")


@pytest.mark.parametrize("name", sorted(ALWAYS - {RECORD}))
def test_an_enclosure_that_is_missing_is_noticed(name: str) -> None:
    says(report_on(with_file(practice_pdf(), name, None)), "altered", "enclosures-differ")


def test_without_the_record_a_file_is_only_a_page() -> None:
    given = with_file(practice_pdf(), RECORD, None)
    says(report_on(given), "valid-practice", "page-not-compared")


@pytest.mark.parametrize("content", [b"", b"something"])
@pytest.mark.parametrize("name", sorted(ALWAYS))
def test_an_enclosure_with_other_contents_is_noticed(name: str, content: bytes) -> None:
    assert report_on(with_file(practice_pdf(), name, content)).answer == "altered"


def test_codes_that_are_not_those_of_the_record_are_noticed() -> None:
    codes = held(practice_pdf(), "codes.txt")
    says(
        report_on(with_file(practice_pdf(), "codes.txt", codes + b"\n")),
        "altered",
        "enclosures-differ",
    )
    says(report_on(with_file(practice_pdf(), "codes.txt", codes[:-9])), "altered")


def test_a_record_that_fits_into_no_code_is_noticed() -> None:
    given = with_file(practice_pdf(), RECORD, bytes(200_000))
    says(report_on(given), "altered", "enclosures-differ")


def test_texts_that_were_not_signed_are_noticed() -> None:
    texts = held(practice_pdf(), TEXTS)
    said = decode(texts)
    assert isinstance(said, tuple)
    says(
        report_on(with_file(practice_pdf(), TEXTS, encode(said[1:]))), "altered", "wording-differs"
    )
    says(report_on(with_file(practice_pdf(), TEXTS, texts[:-1])), "altered", "wording-differs")


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


def test_a_file_that_no_protocol_has_is_noticed() -> None:
    with pikepdf.open(BytesIO(practice_pdf())) as pdf:
        extra = pikepdf.AttachedFileSpec(pdf, b"MZ", filename="setup.exe")
        pdf.attachments["setup.exe"] = extra
        pdf.Root.AF.append(extra.obj)
        given = saved(pdf)
    says(report_on(given), "altered", "page-strange")


def test_a_package_longer_than_any_is_not_read() -> None:
    given = with_file(practice_pdf(), "package.toml", b"#" * (page.LARGEST_SOURCE + 1))
    says(report_on(given), "altered", "page-strange")


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


def test_a_false_signature_is_named_before_any_page() -> None:
    session = practice()
    record = read_record(session.night.records[CONTEST])
    signatures = dict(record.signatures)
    first, second, *_ = signatures
    signatures[first] = signatures[second]
    twin = replace(session)
    twin.night = replace(session.night, records={CONTEST: seal_record(record.octets, signatures)})
    says(report_on(papers.signed_pdf(twin, CONTEST)), "altered", "signature-false")


def test_files_that_others_put_into_a_pdf_are_left_alone() -> None:
    with pikepdf.open(BytesIO(practice_pdf())) as pdf:
        del pdf.Root["/AF"], pdf.Root["/Names"]
        pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary())
        odd = pikepdf.Stream(pdf, b"00>")
        odd["/Filter"] = pikepdf.Name.ASCIIHexDecode
        pdf.Root.Odd = odd
        out = BytesIO()
        level = pikepdf.StreamDecodeLevel.none
        pdf.save(out, compress_streams=False, stream_decode_level=level)
    says(report_on(out.getvalue()), "valid-practice", "page-not-compared")


def test_ours_packed_by_another_program_cannot_be_compared() -> None:
    with pikepdf.open(BytesIO(practice_pdf())) as pdf:
        odd = pikepdf.Stream(pdf, b"00>")
        odd["/Filter"] = pikepdf.Name.ASCIIHexDecode
        pdf.Root.Odd = odd
        out = BytesIO()
        level = pikepdf.StreamDecodeLevel.none
        pdf.save(out, compress_streams=False, stream_decode_level=level)
    says(report_on(out.getvalue()), "altered", "enclosures-unread")


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
