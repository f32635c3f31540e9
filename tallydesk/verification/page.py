"""Makes the pages of a protocol again from what is enclosed, to be compared with those given.

Nothing that a page shows is taken on its own word: the figures come from the record, names and
arithmetic from the contest sheet, members and quorum from the card, texts from those that the
annex digests. The package only says how all this is laid out and in which words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import starmap
from unicodedata import normalize

from tallydesk.assets import AssetMissing, form_bytes
from tallydesk.counting.figures import Figures
from tallydesk.election.definition import Contest, Package
from tallydesk.election.mistake import Mistakes
from tallydesk.election.package_file import read_package
from tallydesk.protocol.assemble import Answer, Material, NotReadyError, assemble
from tallydesk.protocol.canonical import RecordPayload
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.model import ResultsProtocol, Text
from tallydesk.protocol.shape import ShapeError
from tallydesk.rendering.enclosures import (
    CARD,
    DRAFT,
    MANIFEST,
    PACKAGE,
    PAGE,
    RECORD,
    SHEET,
    Answered,
    Enclosures,
    PageNote,
    form_names,
    page_note,
    protocol_archive,
)
from tallydesk.rendering.printed import CodeKind as PrintedKind
from tallydesk.rendering.printed import Printed, PrintedCode, Status
from tallydesk.signing.card import Card, card_digest
from tallydesk.signing.codes import CodeKind, code_texts, long_digest, short_digest
from tallydesk.signing.contest_sheet import sheet_digest, sheet_of
from tallydesk.signing.packing import PackingError
from tallydesk.signing.sealed_package import manifest_signed_by, read_manifest

LARGEST_SOURCE = 2_000_000
"""Octets of a package or form; those of three hundred candidates have a fiftieth of that."""

_KINDS: tuple[tuple[PrintedKind, CodeKind, str], ...] = (
    ("record", "R", RECORD),
    ("card", "C", CARD),
    ("sheet", "S", SHEET),
)
_DRAFT_KINDS: tuple[tuple[PrintedKind, CodeKind, str], ...] = (("draft", "D", DRAFT), _KINDS[2])


class PageStrange(ValueError):
    """What is enclosed does not belong to the record, or no page can be made of it."""


@dataclass(frozen=True, slots=True)
class MadeAgain:
    """The protocol as PDF/A, without seal.

    `forms_known`: its forms are those shipped here, or signed by the authority. `superseded_by`
    is the record (64 hexadecimal digits) that the page itself says replaced this one, mostly "".
    """

    pdf: bytes
    forms_known: bool
    superseded_by: str = ""


def codes_of(files: Mapping[str, bytes], payload: RecordPayload) -> tuple[PrintedCode, ...]:
    """The codes that belong on the page, from the enclosed record or draft, card and sheet."""
    return tuple(
        PrintedCode(kind, text, part, len(texts))
        for kind, letter, name in (_KINDS if RECORD in files else _DRAFT_KINDS)
        for texts in (code_texts(letter, files[name], payload.purpose),)
        for part, text in enumerate(texts, start=1)
    )


def made_again(
    files: Mapping[str, bytes],
    payload: RecordPayload,
    digest: bytes,
    card: Card,
    texts: tuple[Text, ...],
) -> MadeAgain:
    """The protocol of a record whose signatures are good, `digest` being what it is called.

    Where a draft is enclosed and no record, the draft of this payload, which nobody signed.

    Raises PageStrange.
    """
    try:
        note = page_note(files[PAGE])
        forms = {name: files[file] for name, file in form_names(files).items()}
        if payload.purpose == "practice" and MANIFEST in files:
            raise PageStrange("no authority signs a practice")
        if max(map(len, (files[PACKAGE], *forms.values()))) > LARGEST_SOURCE:
            raise PageStrange("a package or form is longer than any")
        package = read_package(
            files[PACKAGE],
            form_bytes=forms.__getitem__,
            now=note.opened,
            real_names=frozenset(),
            purpose=payload.purpose,
        )
        _compare_with_card(package, payload, card)
        contest = package.definition.contests[payload.contest_index]
        printed = _printed(files, note, package, contest, payload, digest, texts)
        pdf = protocol_archive(
            printed,
            Enclosures(
                record=files[RECORD if RECORD in files else DRAFT],
                card=files[CARD],
                sheet=files[SHEET],
                package=files[PACKAGE],
                forms=forms,
                opened=note.opened,
                manifest=files.get(MANIFEST, b""),
            ),
        )
    except (
        AssetMissing,
        CborError,
        LookupError,
        Mistakes,
        NotReadyError,
        PackingError,
        ShapeError,
        ValueError,
    ) as error:
        raise PageStrange(str(error)) from None
    known = payload.purpose == "official" or all(starmap(_shipped, forms.items()))
    return MadeAgain(pdf, known, note.superseded_by.hex())


def signed_package(files: Mapping[str, bytes], payload: RecordPayload, root: bytes) -> bool:
    """Whether a root (33 octets) signed package and forms together with the record's card."""
    try:
        signed = files[MANIFEST]
        manifest = read_manifest(signed)
        forms = {name: files[file] for name, file in form_names(files).items()}
        return (
            manifest_signed_by(signed, root)
            and card_digest(manifest.card) == payload.card_digest
            and sha256(files[PACKAGE]).digest() == manifest.package
            and {name: sha256(form).digest() for name, form in forms.items()} == manifest.forms
        )
    except (CborError, LookupError, ShapeError):
        return False


def _compare_with_card(package: Package, payload: RecordPayload, card: Card) -> None:
    """A package says nothing else than what the root signed about this station."""
    language = package.policy.official_language
    station = package.station
    said = (
        package.purpose,
        station.label,
        normalize("NFC", station.name.said_in(language)),
        package.policy.quorum,
        package.policy.quorum_offices,
        tuple((each.office, normalize("NFC", each.name)) for each in package.deciding),
        tuple(
            sheet_digest(sheet_of(package.definition.id, contest, language=language))
            for contest in package.definition.contests
        ),
    )
    signed = (
        payload.purpose,
        card.station,
        card.station_name,
        card.quorum,
        card.quorum_offices,
        tuple((each.office, each.name) for each in card.members),
        card.sheets,
    )
    if said != signed:
        raise PageStrange("the package is not the one of this card")


def _printed(
    files: Mapping[str, bytes],
    note: PageNote,
    package: Package,
    contest: Contest,
    payload: RecordPayload,
    digest: bytes,
    texts: tuple[Text, ...],
) -> Printed:
    given = {
        "seats": contest.seats,
        "candidates": len(contest.standing),
        "listed": package.station.listed,
        "voided": note.voided,
        "received": package.station.received[contest.id],
    }
    if note.reported is not None:
        given["reported"] = note.reported
    signed: Status = "superseded" if note.superseded_by else "signed"
    status = signed if RECORD in files else "draft"
    return Printed(
        package=package,
        contest=contest,
        protocol=_protocol(note, package, contest, payload, given, texts),
        status=status,
        language=note.language,
        short_digest="" if status == "draft" else short_digest(digest),
        long_digest=long_digest(digest),
        codes=codes_of(files, payload),
        copy_number=note.copy_number,
        given=given,
        superseded_by=note.superseded_by.hex(),
    )


def _protocol(
    note: PageNote,
    package: Package,
    contest: Contest,
    payload: RecordPayload,
    given: Mapping[str, int],
    texts: tuple[Text, ...],
) -> ResultsProtocol:
    """The protocol as the commission assembled it; the record says that it was complete."""
    for answer in note.answers:
        if not _backed(answer, package, texts):
            raise PageStrange("an explanation stands on the page that nobody signed")
    answers = {
        each.code: Answer(each.words, each.by, each.at, each.confirmed_by) for each in note.answers
    }
    ballot = {each.id: each.list_id or "" for each in contest.standing}
    stances = zip(package.deciding, payload.stances, strict=True)
    return assemble(
        Material(
            package=package,
            contest=contest,
            version=payload.version,
            replaces=payload.replaces,
            completed=payload.completed,
            announced=payload.closed_early or max(payload.completed, package.hours.closes),
            early=True,
            figures=Figures(
                dict(zip((line.id for line in contest.form.lines), payload.lines, strict=True)),
                dict(zip(ballot, payload.votes, strict=True)),
                given,
                ballot,
            ),
            answers=answers,
            variances=answers,
            stances={member.number: stance for member, stance in stances},
            texts=texts,
            changed_after_hint=payload.changed_after_hint,
            journal_head=payload.journal_head,
            slip=payload.slip,
            booklet=payload.booklet,
        )
    )


def _backed(answer: Answered, package: Package, texts: tuple[Text, ...]) -> bool:
    """Whether the annex holds what the page says was answered, and who confirmed is a member."""
    names = {each.name for each in package.members}
    return answer.confirmed_by in names | {""} and any(
        text.about.partition(".")[0] == answer.code
        and (text.by, text.at) == (answer.by, answer.at)
        and _says(text, answer.words, names)
        for text in texts
    )


def _says(text: Text, words: str, names: set[str]) -> bool:
    """Whether a text says these words: an act names behind them who carried the box."""
    if text.kind != "act":
        return text.words == words
    carriers = text.words.removeprefix(f"{words} (").removesuffix(")")
    return text.words == f"{words} ({carriers})" and _are_names(carriers, names)


def _are_names(said: str, names: set[str]) -> bool:
    return said in names or any(
        said.startswith(f"{name}, ") and _are_names(said.removeprefix(f"{name}, "), names)
        for name in names
    )


def _shipped(name: str, content: bytes) -> bool:
    try:
        return sha256(form_bytes(name)).digest() == sha256(content).digest()
    except (AssetMissing, OSError):
        return False
