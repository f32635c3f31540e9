"""What lies in the file of a protocol beside its pages: all that it takes to make them again.

Described for strangers in resources/formats/pdf-v1.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from tallydesk.protocol import shape
from tallydesk.protocol.canonical import LARGEST_TEXTS, texts_octets
from tallydesk.protocol.cbor import Item, decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.rendering.archive import Attachment, archived
from tallydesk.rendering.pdf import protocol_pdf
from tallydesk.rendering.printed import Printed

CODES, RECORD, CARD, SHEET = "codes.txt", "record.cbor", "card.cbor", "sheet.cbor"
TEXTS, PAGE, PACKAGE = "texts.cbor", "page.cbor", "package.toml"
MANIFEST = "manifest.cbor"
"""What the authority signed over package, forms and card; lies in official protocols."""
ALWAYS = frozenset((CODES, RECORD, CARD, SHEET, TEXTS, PAGE, PACKAGE))
"""The files that lie in every protocol, beside its forms."""
DRAFT = "draft.cbor"
"""What members are about to sign; lies in a draft, where a protocol has its record."""
ALWAYS_IN_DRAFT = ALWAYS - {RECORD} | {DRAFT}

_FORM, _TOML = "form-", ".toml"
_VERSION = 1
_COPY, _SUPERSEDED, _REPORTED = 3, 6, 7
_KEYS = frozenset((0, 1, 2, 4, 5))


@dataclass(frozen=True, slots=True)
class Answered:
    """An explanation or a reason as it stands on the page beside its finding.

    `code` is the relation's. `confirmed_by` names who confirmed a recorded variance, "" else.
    """

    code: str
    by: str
    words: str
    at: datetime
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class PageNote:
    """What a page shows that nobody signed, apart from the package.

    `opened` is the moment from which a practice package counts its hours, `copy_number` None for
    the commission's own print, `voided` the papers of mobile boxes that were declared invalid.
    `superseded_by` is the digest (32 octets) of the record that the page says replaced this one,
    empty for a page that says no such thing. `reported` is the highest number of voters that was
    reported during the day, None where nothing was.
    """

    language: str
    opened: datetime
    copy_number: int | None
    voided: int
    answers: tuple[Answered, ...]
    superseded_by: bytes = b""
    reported: int | None = None


@dataclass(frozen=True, slots=True)
class Enclosures:
    """The signed things and the package, each as its own octets; `forms` by name.

    `record` of a draft is the payload that nobody signed yet. `manifest` is empty in practice.
    """

    record: bytes
    card: bytes
    sheet: bytes
    package: bytes
    forms: Mapping[str, bytes]
    opened: datetime
    manifest: bytes = b""


def protocol_archive(printed: Printed, enclosures: Enclosures) -> bytes:
    """The protocol as PDF/A-3b with its enclosures; the same octets for the same value.

    Raises AssetMissing for a language that paper does not speak, CborError for texts longer than
    `protocol.canonical.LARGEST_TEXTS`.
    """
    page = protocol_pdf(printed)
    return archived(page, printed.protocol.completed, tuple(_attachments(printed, enclosures)))


def page_note(octets: bytes) -> PageNote:
    """What `page.cbor` says. Raises CborError or ShapeError."""
    optional = frozenset((_COPY, _SUPERSEDED, _REPORTED))
    fields = shape.keyed(decode(octets, most=LARGEST_TEXTS), "page", _KEYS, optional)
    shape.number(fields[0], "page version", least=_VERSION, most=_VERSION)
    return PageNote(
        language=shape.text(fields[1], "language"),
        opened=shape.moment(fields[2], "opened"),
        copy_number=shape.number(fields[_COPY], "copy", least=1) if _COPY in fields else None,
        voided=shape.number(fields[4], "voided"),
        answers=tuple(_read_answer(each) for each in shape.array(fields[5], "answers")),
        superseded_by=shape.octets(fields[_SUPERSEDED], "superseded by", length=shape.DIGEST)
        if _SUPERSEDED in fields
        else b"",
        reported=shape.number(fields[_REPORTED], "reported") if _REPORTED in fields else None,
    )


def form_names(names: Iterable[str]) -> dict[str, str]:
    """The names of forms among those of enclosed files, each with its file's name.

    Raises ShapeError for a file that belongs to no protocol.
    """
    forms: dict[str, str] = {}
    for name in names:
        if name.startswith(_FORM) and name.endswith(_TOML):
            forms[name.removeprefix(_FORM).removesuffix(_TOML)] = name
        elif name not in ALWAYS | {DRAFT, MANIFEST}:
            raise ShapeError(f"{name}: no such file belongs to a protocol")
    return forms


def _attachments(printed: Printed, enclosures: Enclosures) -> Iterator[Attachment]:
    cbor = "application/cbor"
    codes = "".join(f"{code.text}\n" for code in printed.codes)
    yield Attachment(CODES, codes.encode(), "text/plain", "Data")
    if printed.status == "draft":
        yield Attachment(DRAFT, enclosures.record, cbor, "Data")
    else:
        yield Attachment(RECORD, enclosures.record, "application/cose", "Data")
    yield Attachment(CARD, enclosures.card, "application/cose", "Data")
    yield Attachment(SHEET, enclosures.sheet, cbor, "Data")
    yield Attachment(TEXTS, texts_octets(printed.protocol.texts), cbor, "Data")
    yield Attachment(PAGE, _page(printed, enclosures.opened), cbor, "Source")
    yield Attachment(PACKAGE, enclosures.package, "application/toml", "Source")
    if enclosures.manifest:
        yield Attachment(MANIFEST, enclosures.manifest, "application/cose", "Source")
    for name, content in enclosures.forms.items():
        yield Attachment(f"{_FORM}{name}{_TOML}", content, "application/toml", "Source")


def _page(printed: Printed, opened: datetime) -> bytes:
    protocol = printed.protocol
    fields: dict[int, Item] = {
        0: _VERSION,
        1: printed.language,
        2: shape.seconds(opened),
        4: printed.given.get("voided", 0),
        5: (
            *(
                _answer(each.finding.code, each.by, each.words, each.at)
                for each in protocol.explained
            ),
            *(
                _answer(each.finding.code, each.by, each.reason, each.at, each.confirmed_by)
                for each in protocol.variances
            ),
        ),
    }
    if printed.copy_number is not None:
        fields[_COPY] = printed.copy_number
    if "reported" in printed.given:
        fields[_REPORTED] = printed.given["reported"]
    if printed.superseded_by:
        fields[_SUPERSEDED] = bytes.fromhex(printed.superseded_by)
    return encode(fields, most=LARGEST_TEXTS)


def _answer(code: str, by: str, words: str, at: datetime, confirmed_by: str = "") -> Item:
    return (
        code.encode(),
        by.encode(),
        words.encode(),
        shape.seconds(at),
        confirmed_by.encode(),
    )


def _read_answer(item: Item) -> Answered:
    code, by, words, at, confirmed_by = shape.array(item, "answer", length=5)
    return Answered(
        shape.utf8(code, "answer"),
        shape.utf8(by, "answer"),
        shape.utf8(words, "answer"),
        shape.moment(at, "answer"),
        shape.utf8(confirmed_by, "answer"),
    )
