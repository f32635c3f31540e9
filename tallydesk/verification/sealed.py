"""Judges the file around a record: its seal, its enclosures, and whether its pages are its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tallydesk.protocol.canonical import RecordPayload, annex_of, read_texts
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.model import Text
from tallydesk.protocol.shape import ShapeError
from tallydesk.rendering.archive import renderer
from tallydesk.rendering.enclosures import ALWAYS, ALWAYS_IN_DRAFT, CARD, CODES, DRAFT, TEXTS
from tallydesk.rendering.unpacked import unpacked
from tallydesk.signing.card import Card, read_card
from tallydesk.signing.codes import CodeError
from tallydesk.signing.pdf_seal import Seal
from tallydesk.verification.envelope import Envelope
from tallydesk.verification.judge import Allowed, Judged, Verdict
from tallydesk.verification.page import PageStrange, codes_of, made_again, signed_package
from tallydesk.verification.report import Note
from tallydesk.verification.shelf import HeldDraft

UNCHECKED = "wording-unchecked"


@dataclass(frozen=True, slots=True)
class FileJudged:
    """What speaks against a file, and what is to be known of it."""

    verdicts: tuple[Verdict, ...] = ()
    notes: tuple[Note, ...] = ()
    wording_checked: bool = False

    def remarks(self, judged: Judged) -> list[Note]:
        """What is to be known of the record, and then of the file that it came in."""
        return [
            *(
                Note("wording-checked", note.facts)
                if note.code == UNCHECKED and self.wording_checked
                else note
                for note in judged.remarks
            ),
            *self.notes,
        ]


def judge_file(envelope: Envelope, judged: Judged, allowed: Allowed) -> FileJudged:
    """Judge the file in which a record came.

    Nothing is asked of a record whose card or signatures are not in order: there is nothing then
    that a page could be compared with.
    """
    if envelope.enclosed is None:
        return FileJudged(notes=(Note("page-not-compared"),))
    if judged.shown is None or judged.card is None:
        return FileJudged()
    card, payload = judged.card.card.card, judged.held.record.payload
    against = tuple(_seal(envelope.seal, payload, card, allowed))
    if against:
        return FileJudged(against)
    files = dict(envelope.enclosed.files)
    if not files.keys() >= ALWAYS or not _codes_fit(files, payload):
        return _altered("enclosures-differ")
    texts = _texts(files, payload)
    if texts is None:
        return _altered("wording-differs")
    roots = allowed.roots["official"]
    official = payload.purpose == "official"
    if official and not any(signed_package(files, payload, root) for root in roots):
        return _altered("package-unsigned")
    sealed = (Note("sealed" if envelope.seal else "not-sealed"),) if official else ()
    if envelope.enclosed.renderer != renderer():
        facts = {"renderer": envelope.enclosed.renderer[:120]}
        notes = (*sealed, Note("page-of-another-version", facts))
        return FileJudged((), notes, wording_checked=True)
    try:
        again = made_again(files, payload, judged.held.record.digest, card, texts)
        same = unpacked(again.pdf).shown == envelope.enclosed.shown
    except PageStrange:
        return _altered("page-strange")
    if not same:
        return _altered("page-differs")
    unknown = () if again.forms_known else (Note("form-unknown"),)
    replaced = {"digest": again.superseded_by}
    marked = (Note("marked-superseded", replaced),) if again.superseded_by else ()
    notes = (*sealed, Note("page-compared"), *marked, *unknown)
    return FileJudged((), notes, wording_checked=True)


def judge_draft(envelope: Envelope, held: HeldDraft) -> FileJudged:
    """Judge the file in which a draft came: whether its pages show what its code carries.

    Nobody signed it, so whose the card and the package are is not asked: it proves nothing anyway.
    """
    if envelope.enclosed is None:
        return FileJudged(notes=(Note("page-not-compared"),))
    files = dict(envelope.enclosed.files)
    if not files.keys() >= ALWAYS_IN_DRAFT or files[DRAFT] != held.octets:
        return _altered("enclosures-differ")
    texts = _texts(files, held.payload)
    if texts is None or not _codes_fit(files, held.payload):
        return _altered("enclosures-differ")
    if envelope.enclosed.renderer != renderer():
        facts = {"renderer": envelope.enclosed.renderer[:120]}
        return FileJudged(notes=(Note("page-of-another-version", facts),))
    try:
        card = read_card(files[CARD])
        if card.digest != held.payload.card_digest:
            return _altered("page-strange")
        again = made_again(files, held.payload, held.digest, card.card, texts)
        same = unpacked(again.pdf).shown == envelope.enclosed.shown
    except (CborError, PageStrange, ShapeError):
        return _altered("page-strange")
    return FileJudged(notes=(Note("draft-compared"),)) if same else _altered("draft-page-differs")


def _altered(code: str) -> FileJudged:
    return FileJudged((Verdict("altered", Note(code)),))


def _seal(
    seal: Seal | None, payload: RecordPayload, card: Card, allowed: Allowed
) -> Iterator[Verdict]:
    """Who sealed is not asked: the seal is the station's, whoever of chair and deputy was there."""
    if payload.purpose == "practice":
        if seal is not None:
            yield Verdict("altered", Note("practice-sealed"))
    elif seal is None:
        # Where neither chair nor deputy can open a seal key, the night goes on all the same.
        return
    elif not any(seal.certified_by(root) for root in allowed.roots["official"]):
        yield Verdict("unknown-root", Note("seal-root-unknown"))
    elif seal.point not in card.seal_points:
        yield Verdict("altered", Note("seal-of-another"))


def _texts(files: Mapping[str, bytes], payload: RecordPayload) -> tuple[Text, ...] | None:
    """The enclosed texts, None unless they are those that the members signed."""
    try:
        texts = read_texts(files[TEXTS])
    except (CborError, ShapeError):
        return None
    return texts if annex_of(texts) == payload.annex else None


def _codes_fit(files: Mapping[str, bytes], payload: RecordPayload) -> bool:
    """Whether the enclosed codes are exactly those of the enclosed record, card and sheet."""
    try:
        lines = [f"{code.text}\n" for code in codes_of(files, payload)]
    except CodeError:
        return False
    return files[CODES] == "".join(lines).encode()
