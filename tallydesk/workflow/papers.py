"""The night's papers: draft, protocol with its codes, before-opening slip, and where they go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from tallydesk.election.definition import Package
from tallydesk.protocol.assemble import draft
from tallydesk.rendering.archive import archived
from tallydesk.rendering.enclosures import Enclosures, protocol_archive
from tallydesk.rendering.pdf import protocol_pdf
from tallydesk.rendering.printed import CodeKind as PrintedKind
from tallydesk.rendering.printed import Printed, PrintedCode, PrintedSlip
from tallydesk.rendering.slip import slip_pdf
from tallydesk.signing.codes import CodeKind, code_texts, long_digest, short_digest
from tallydesk.signing.pdf_seal import SealMaterial, seal
from tallydesk.signing.record import record_digest
from tallydesk.signing.slip import read_slip
from tallydesk.workflow import slip, step
from tallydesk.workflow.contest_sheets import contest_sheets
from tallydesk.workflow.happening import CopySaved
from tallydesk.workflow.material import material_of
from tallydesk.workflow.night import Frozen
from tallydesk.workflow.ports import Outbox
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.sealing import protocol_of
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import figures_of

_KINDS: dict[PrintedKind, CodeKind] = {
    "record": "R",
    "card": "C",
    "sheet": "S",
    "slip": "B",
    "draft": "D",
}


def draft_pdf(session: Session, contest_id: str, language: str | None = None) -> bytes:
    """The protocol as it will print, marked as a draft.

    Raises protocol.assemble.NotReadyError while a figure or an answer is missing.
    """
    night = session.night
    now = Frozen(b"", b"", night.head, session.clock.now().replace(microsecond=0))
    protocol = draft(material_of(session, contest_id, now))
    contest = session.package.contest(contest_id)
    return protocol_pdf(
        Printed(
            package=session.package,
            contest=contest,
            protocol=protocol,
            status="draft",
            language=language or session.package.policy.official_language,
            given=figures_of(session, contest).given,
        )
    )


def draft_codes(session: Session, contest_id: str) -> tuple[PrintedCode, ...]:
    """The frozen payload as an unsigned code, with the contest sheet for its names.

    A second device shows the figures and the 160 bits before anybody types a PIN: what is signed
    afterwards is this or `altered`. Raises RefusedError `not-frozen`.
    """
    frozen = session.night.frozen.get(contest_id)
    if frozen is None:
        code = "not-frozen"
        raise RefusedError(code)
    return (
        *_codes(session, "draft", frozen.payload),
        *_codes(session, "sheet", _sheet(session, contest_id)),
    )


def frozen_draft_pdf(session: Session, contest_id: str, language: str | None = None) -> bytes:
    """What is about to be signed, on paper, with its draft code and 160 bits.

    All that it takes to see whether the page shows what the code carries is enclosed. Raises
    RefusedError `not-frozen`.
    """
    codes = draft_codes(session, contest_id)
    payload = session.night.frozen[contest_id].payload
    contest = session.package.contest(contest_id)
    printed = Printed(
        package=session.package,
        contest=contest,
        protocol=protocol_of(session, contest_id),
        status="draft",
        language=language or session.package.policy.official_language,
        long_digest=long_digest(record_digest(payload)),
        codes=codes,
        given=figures_of(session, contest).given,
    )
    return protocol_archive(printed, _enclosures(session, contest_id, payload))


def superseded_pdf(
    session: Session, contest_id: str, replaced_by: bytes, language: str | None = None
) -> bytes:
    """A signed protocol that a later record replaced, SUPERSEDED across every page.

    `replaced_by` is the later record's full SHA-256, 32 octets, which every page's notice names.
    Raises RefusedError `signatures-missing`.
    """
    signed = _signed(session, contest_id, language)
    printed = replace(signed, status="superseded", superseded_by=replaced_by.hex())
    record = session.night.records[contest_id]
    return protocol_archive(printed, _enclosures(session, contest_id, record))


def signed_pdf(
    session: Session, contest_id: str, language: str | None = None, copy_number: int | None = None
) -> bytes:
    """The signed protocol with its codes as PDF/A-3b, all that it takes to check it enclosed.

    The same octets each time for the same copy. Raises RefusedError `signatures-missing` before
    the record is sealed.
    """
    printed = _signed(session, contest_id, language, copy_number)
    record = session.night.records[contest_id]
    return protocol_archive(printed, _enclosures(session, contest_id, record))


def _signed(
    session: Session, contest_id: str, language: str | None = None, copy_number: int | None = None
) -> Printed:
    codes = printed_codes(session, contest_id)
    frozen = session.night.frozen[contest_id]
    digest = record_digest(frozen.payload)
    contest = session.package.contest(contest_id)
    return Printed(
        package=session.package,
        contest=contest,
        protocol=protocol_of(session, contest_id),
        status="signed",
        language=language or session.package.policy.official_language,
        short_digest=short_digest(digest),
        long_digest=long_digest(digest),
        codes=codes,
        copy_number=copy_number,
        given=figures_of(session, contest).given,
    )


def sealed_pdf(
    session: Session,
    contest_id: str,
    material: SealMaterial,
    language: str | None = None,
    copy_number: int | None = None,
) -> bytes:
    """The same with the station's seal, for official nights; there is no seal in practice.

    Raises RefusedError `signatures-missing`, ValueError when key and certificate of the seal do
    not belong together or the night is a practice.
    """
    if session.package.purpose == "practice":
        raise ValueError("a practice has no seal")
    pdf = signed_pdf(session, contest_id, language, copy_number)
    return seal(pdf, material, session.night.frozen[contest_id].completed)


def copy_pdf(session: Session, contest_id: str, number: int, language: str | None = None) -> bytes:
    """A numbered copy as it is saved, shown and printed: sealed where somebody opened a seal key.

    Raises RefusedError `signatures-missing`.
    """
    if session.seal is None:
        return signed_pdf(session, contest_id, language, number)
    return sealed_pdf(session, contest_id, SealMaterial(*session.seal), language, number)


def printed_codes(session: Session, contest_id: str) -> tuple[PrintedCode, ...]:
    """The codes of a signed protocol: the record's parts first, then card and contest sheet.

    Raises RefusedError `signatures-missing` before the record is sealed.
    """
    record = session.night.records.get(contest_id)
    if record is None:
        code = "signatures-missing"
        raise RefusedError(code)
    return (
        *_codes(session, "record", record),
        *_codes(session, "card", session.night.frozen[contest_id].card),
        *_codes(session, "sheet", _sheet(session, contest_id)),
    )


def slip_codes(session: Session) -> tuple[PrintedCode, ...]:
    """The code of the before-opening slip."""
    return _codes(session, "slip", slip.make(session))


def slip_paper(session: Session, language: str | None = None) -> bytes:
    """The before-opening slip as PDF/A-3b."""
    package = session.package
    made = read_slip(slip.make(session))
    page = slip_pdf(
        PrintedSlip(
            package=package,
            figures={
                contest.id: said.lines
                for contest, said in zip(package.definition.contests, made.contests, strict=True)
            },
            at=made.made,
            journal_head=short_digest(made.journal_head),
            language=language or package.policy.official_language,
            codes=slip_codes(session),
        )
    )
    return archived(page, made.made)


def save_copy(
    session: Session,
    outbox: Outbox,
    contest_id: str,
    receiver: str = "",
    language: str | None = None,
) -> tuple[str, str]:
    """Save the next numbered copy and the file with its codes; the paths they got.

    On an official night the copy bears the seal that chair or deputy opened, as long as the program
    runs. Copies count from 1. Raises RefusedError `signatures-missing`, `too-early`, OSError.
    """
    step.require(session, f"print.{contest_id}")
    number = 1 + sum(copy.contest == contest_id for copy in session.night.copies)
    pdf = copy_pdf(session, contest_id, number, language)
    texts = "\n".join(code.text for code in printed_codes(session, contest_id)) + "\n"
    stem = file_stem(session, contest_id)
    where = outbox.save(f"{stem}-copy-{number:02d}.pdf", pdf)
    codes = outbox.save(f"{stem}-codes.txt", texts.encode())
    session.happen(CopySaved(contest_id, number, where, receiver.strip()))
    return where, codes


def save_kept(
    session: Session, outbox: Outbox, replaced: Mapping[str, bytes] = MappingProxyType({})
) -> list[str]:
    """Save the sealed protocols of a night that nobody can write to any more; their paths.

    They are no numbered copies: nobody can number them in the journal. `replaced` names by contest
    the later record (SHA-256, 32 octets) that makes one superseded. Raises OSError.
    """
    saved: list[str] = []
    for contest in session.package.definition.contests:
        if contest.id in session.night.records:
            texts = "\n".join(code.text for code in printed_codes(session, contest.id)) + "\n"
            stem = file_stem(session, contest.id)
            if contest.id in replaced:
                pdf = superseded_pdf(session, contest.id, replaced[contest.id])
                saved.append(outbox.save(f"{stem}-superseded.pdf", pdf))
            else:
                saved.append(outbox.save(f"{stem}-signed.pdf", signed_pdf(session, contest.id)))
            saved.append(outbox.save(f"{stem}-codes.txt", texts.encode()))
    return saved


def file_stem(session: Session, contest_id: str) -> str:
    """What the files of a contest are called; practice says so in the name."""
    return f"{station_stem(session)}-{contest_id}"


def station_stem(session: Session) -> str:
    """What the files of a station begin with."""
    return package_stem(session.package)


def package_stem(package: Package) -> str:
    """The same of a package with which no night was opened yet."""
    prefix = "PRACTICE-" if package.purpose == "practice" else ""
    return f"{prefix}{package.station.label}"


def _enclosures(session: Session, contest_id: str, record: bytes) -> Enclosures:
    night = session.night
    opened = night.opened_with
    if opened is None or night.opened_at is None:
        raise RefusedError("not-a-night")
    pairs = zip(opened.forms[::2], opened.forms[1::2], strict=True)
    return Enclosures(
        record=record,
        card=night.frozen[contest_id].card,
        sheet=_sheet(session, contest_id),
        package=opened.package.encode(),
        forms={name: text.encode() for name, text in pairs},
        opened=night.opened_at,
        manifest=opened.manifest,
    )


def _sheet(session: Session, contest_id: str) -> bytes:
    package = session.package
    contests = [contest.id for contest in package.definition.contests]
    return contest_sheets(package)[contests.index(contest_id)]


def _codes(session: Session, kind: PrintedKind, octets: bytes) -> tuple[PrintedCode, ...]:
    texts = code_texts(_KINDS[kind], octets, session.package.purpose)
    return tuple(
        PrintedCode(kind, text, part, len(texts)) for part, text in enumerate(texts, start=1)
    )
