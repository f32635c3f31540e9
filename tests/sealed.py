"""A whole night's protocol as the files that leave the laptop: practice, and official with a seal.

Played once in a process by the rehearsal, on the shipped package. The official twin has the same
figures under an authority made here: its own root, card, seal and signatures.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from io import BytesIO

import pikepdf

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.election.package_file import read_package
from tallydesk.protocol.canonical import payload_of
from tallydesk.signing.card import card_digest, issue_card, read_card
from tallydesk.signing.certificate import root_certificate, seal_certificate
from tallydesk.signing.keys import Unlocked, unlock
from tallydesk.signing.pdf_seal import SealMaterial, seal
from tallydesk.signing.practice import practice_root
from tallydesk.signing.record import seal_record, signature_over
from tallydesk.signing.sealed_package import (
    Manifest,
    SealCertificate,
    open_package,
    seal_package,
)
from tallydesk.signing.trust import Trust
from tallydesk.training.rehearsal import Rehearsal
from tallydesk.training.scenario import read_scenario
from tallydesk.verification.child import InThisProcess
from tallydesk.verification.envelope import envelope_of
from tallydesk.verification.inputs import Input
from tallydesk.verification.report import Report
from tallydesk.verification.verify import verify
from tallydesk.workflow import papers
from tallydesk.workflow.opening import read_shipped
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.sealing import protocol_of
from tallydesk.workflow.session import Session, open_night
from tests.fakes import CountingChance, DictKeyShelf, DictOutbox, ListJournal, TickingClock
from tests.signed import AUTHORITY, key

CONTEST = "fruit"
ISSUED = datetime(2026, 10, 1, tzinfo=UTC)
SEAL = key(50)
ROOT_CERTIFICATE = root_certificate(AUTHORITY, "Election authority of tests", ISSUED)
TRUST = Trust(AUTHORITY.point)


def material(root: Unlocked = AUTHORITY, seal: Unlocked = SEAL) -> SealMaterial:
    """A seal key with its certificate."""
    authority = root_certificate(root, "Election authority of tests", ISSUED)
    return SealMaterial(seal, seal_certificate(root, authority, seal.point, "125-01", ISSUED))


@cache
def played() -> tuple[Session, DictKeyShelf, str]:
    """A practice night to its end, the members' key files and their PIN."""
    scenario = read_scenario(read_bytes("scenarios", "demo.toml"))
    session = open_night(
        read_bytes("packages", f"{scenario.package}.toml"),
        form_bytes,
        read_shipped,
        ListJournal(),
        TickingClock(),
        CountingChance(),
        "test",
    )
    shelf = DictKeyShelf()
    Rehearsal(session, shelf, DictOutbox(), scenario).play()
    return session, shelf, scenario.pin


def practice() -> Session:
    """A session at the end of a practice night."""
    session, _, _ = played()
    return replace(session)


@cache
def _keys() -> dict[int, Unlocked]:
    """The members' keys by number."""
    session, shelf, pin = played()
    secret = session.package.station_secret
    return {number: unlock(file, pin, secret) for number, file in shelf.files.items()}


def signed_again(session: Session, root: Unlocked, **card: object) -> Session:
    """The same night after something in it was changed, with a new card and new signatures."""
    before = session.night.frozen[CONTEST]
    made = replace(read_card(before.card).card, **card)  # type: ignore[arg-type]  # a test names its fields
    octets = issue_card(root, made)
    payload = payload_of(protocol_of(session, CONTEST), card_digest(octets))
    signatures = {
        index: signature_over(payload, index, _keys()[member.number], made.purpose)
        for index, member in enumerate(session.package.deciding)
        if (CONTEST, member.number) in session.night.signatures
    }
    twin = replace(session)
    twin.night = replace(
        session.night,
        frozen={CONTEST: replace(before, payload=payload, card=octets)},
        records={CONTEST: seal_record(payload, signatures)},
    )
    return twin


def with_manifest(session: Session, root: Unlocked) -> Session:
    """The same night opened from a package that the authority signed."""
    opened = session.night.opened_with
    assert opened is not None
    pairs = zip(opened.forms[::2], opened.forms[1::2], strict=True)
    forms = {name: text.encode() for name, text in pairs}
    manifest = Manifest(
        purpose="official",
        package=sha256(opened.package.encode()).digest(),
        forms={name: sha256(form).digest() for name, form in forms.items()},
        card=session.night.frozen[CONTEST].card,
        secret_salt=bytes(16),
        secret_check=bytes(16),
        root_certificate=ROOT_CERTIFICATE,
        certificates=(SealCertificate(0, material().certificate),),
    )
    container = seal_package(root, manifest, opened.package.encode(), forms)
    twin = replace(session)
    signed = open_package(container).signed
    twin.night = replace(session.night, opened_with=replace(opened, manifest=signed))
    return twin


@cache
def _official() -> Session:
    session, _, _ = played()
    opened = session.night.opened_with
    assert opened is not None
    text = opened.package.replace('purpose = "practice"', 'purpose = "official"')
    text = text.replace('constituency = "000"', 'constituency = "125"')
    text = re.sub("\nstation_secret = .*", "", text)
    package = read_package(
        text.encode(),
        form_bytes=form_bytes,
        now=session.night.opened_at or ISSUED,
        real_names=frozenset(),
        purpose="official",
    )
    twin = replace(session, plan=Plan(package))
    twin.night = replace(session.night, opened_with=replace(opened, package=text))
    again = signed_again(
        twin,
        AUTHORITY,
        purpose="official",
        constituency="125",
        seal_points=(key(49).point, SEAL.point),
    )
    return with_manifest(again, AUTHORITY)


def official() -> Session:
    """A session at the end of the same night under the authority made here."""
    return replace(_official())


def with_file(pdf: bytes, name: str, content: bytes | None) -> bytes:
    """The PDF with another content in one of its enclosed files, or without that file."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        if content is None:
            del opened.attachments[name]
            kept = [each for each in opened.Root.AF if str(each.UF) != name]
            opened.Root.AF = pikepdf.Array(kept)
        else:
            held = next(each for each in opened.Root.AF if str(each.UF) == name)
            held.EF.F.write(content)
        return saved(opened)


def saved(opened: pikepdf.Pdf) -> bytes:
    """A document that somebody worked on, written anew."""
    out = BytesIO()
    opened.save(out, min_version="1.7", fix_metadata_version=False)
    return out.getvalue()


@cache
def practice_pdf() -> bytes:
    """The first copy of the practice protocol."""
    return papers.signed_pdf(practice(), CONTEST, copy_number=1)


@cache
def sealed_pdf() -> bytes:
    """The first copy of the official protocol, sealed."""
    return papers.sealed_pdf(official(), CONTEST, material(), copy_number=1)


def unsealed() -> bytes:
    """The first copy of the official protocol, before chair or deputy seals it."""
    return papers.signed_pdf(official(), CONTEST, copy_number=1)


def sealed_again(pdf: bytes) -> bytes:
    """What chair or deputy can do: seal whatever they like."""
    return seal(pdf, material(), ISSUED)


def held(pdf: bytes, name: str) -> bytes:
    """What an enclosed file holds."""
    enclosed = envelope_of(pdf, InThisProcess()).enclosed
    assert enclosed is not None
    return dict(enclosed.files)[name]


def report_on(pdf: bytes, *, trust: Trust | None = TRUST, name: str = "protocol.pdf") -> Report:
    """What the verifier says of one PDF."""
    given = [Input(name, pdf)]
    (only,) = verify(given, practice_root=practice_root().point, trust=trust, allow_practice=True)
    return only
