"""What is said of the file around a record: its seal, and what is enclosed in it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from tallydesk.assets import LANGUAGES
from tallydesk.protocol.cbor import decode, encode
from tallydesk.rendering.archive import archived
from tallydesk.rendering.enclosures import ALWAYS, RECORD, TEXTS
from tallydesk.rendering.pdf import protocol_pdf
from tallydesk.signing.pdf_seal import seal
from tallydesk.signing.record import read_record, seal_record
from tallydesk.verification import page
from tallydesk.workflow import papers
from tallydesk.workflow.session import Session
from tests import paper
from tests.sealed import (
    CONTEST,
    ISSUED,
    SEAL,
    held,
    material,
    official,
    practice,
    practice_pdf,
    report_on,
    saved,
    sealed_again,
    sealed_pdf,
    signed_again,
    unsealed,
    with_file,
    with_manifest,
)
from tests.signed import AUTHORITY, STRANGER, key
from tests.unit.verification.answering import says


def noted(pdf: bytes) -> set[str]:
    return {note.code for note in report_on(pdf).notes}


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
