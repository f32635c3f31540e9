"""Every kind of file that somebody may hand in, a good one of each, and the door it comes to."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tallydesk.assets import form_bytes, package_bytes
from tallydesk.batch.csv import TableTrouble
from tallydesk.batch.map import MapMistakes, read_map
from tallydesk.batch.run import check_table
from tallydesk.election.form_file import FormMistakes, read_form
from tallydesk.election.package_file import PackageMistakes, read_package
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.card import card_digest
from tallydesk.signing.codes import CodeKind, code_texts
from tallydesk.signing.enrolment import Enrolment, EnrolmentUnproven, enrol, read_enrolment
from tallydesk.signing.keys import KeyFileDamaged, WrongPin, make_key, unlock
from tallydesk.signing.practice import RootRefused
from tallydesk.signing.sealed_package import Manifest, PackageUnsigned, open_package, seal_package
from tallydesk.signing.trust import Trust, issue_trust, trust_from
from tallydesk.verification.inputs import Input
from tests.attacks.mutation import HEADS, TOKENS
from tests.fakes import CountingChance
from tests.signed import AUTHORITY, GOOD, KEYS, OFFICIAL, ROOT, STRANGER, report
from tests.unit.batch import orchard
from tests.unit.signing.test_trust import KEY, certificate
from tests.unit.verification.test_inputs import page, saved

DAY = datetime(2026, 11, 1, tzinfo=UTC)
PIN, SECRET = "19283746", "7Q4K-9XWM-2C8D-H5TB"


@dataclass(frozen=True)
class Kind:
    """One kind of file. `opens` says whether octets are accepted as what the good ones are.

    It raises nothing for a refusal. `child` is set when a child process reads the file; `seconds`
    are what one file may take.
    """

    name: str
    good: bytes
    opens: Callable[[bytes], bool]
    tokens: Sequence[bytes] = HEADS
    child: bool = False
    seconds: int = 1


def _refused(error: Exception) -> bool:
    """Not accepted, and with a sentence."""
    assert str(error)
    return False


def _verified(content: bytes) -> bool:
    """Whether it is valid and not the good protocol itself, on which all that is read agrees."""
    given = report(Input("file", content))
    if not given.answer.startswith("valid"):
        return False
    assert given.shown is not None
    return given.shown.digest != GOOD.digest


def _codes(content: bytes) -> bool:
    if _verified(content):
        return True
    given = report(Input("codes.txt", content))
    lines = set(content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n"))
    # Empty lines, an order, a repetition, a missing slip: still nothing but what was signed.
    return given.answer.startswith("valid") and not lines <= {"", *GOOD.codes}


def _part(kind: CodeKind) -> Callable[[bytes], bool]:
    others = [code for code in GOOD.codes if code[4] != kind]

    def opens(octets: bytes) -> bool:
        # Whoever changes octets can compute the 80 bits anew.
        codes = code_texts(kind, octets[:22_000] or b"\x00", "practice")
        return report([*codes, *others]).answer.startswith("valid")

    return opens


def trust_file() -> bytes:
    """The trust file of an authority with three stations."""
    cards = frozenset(
        card_digest(OFFICIAL.with_card(number=number).card_octets) for number in ("01", "02", "03")
    )
    trust = Trust(
        AUTHORITY.point,
        serial=2,
        issued=DAY,
        cards=cards,
        revoked={KEYS[0].point: DAY},
        accepted=frozenset((OFFICIAL.digest,)),
        files={"az-municipal": sha256(form_bytes("az-municipal")).digest()},
    )
    return issue_trust(AUTHORITY, trust)


def _trust(octets: bytes) -> bool:
    try:
        return trust_from(octets, ROOT.point).root == AUTHORITY.point
    except RootRefused:
        return False


def _root(octets: bytes) -> bool:
    try:
        trust_from(octets, ROOT.point)
    except RootRefused as error:
        return _refused(error)
    # Whoever installs another root has another root: only a crash would be a fault here.
    return False


def signed_package() -> bytes:
    """A station's signed package with one form."""
    package, form = package_bytes("practice"), form_bytes("pl-presidential-2015")
    manifest = Manifest(
        purpose="official",
        package=sha256(package).digest(),
        forms={"pl-presidential-2015": sha256(form).digest()},
        card=OFFICIAL.card_octets,
        secret_salt=b"\x01" * 16,
        secret_check=b"\x02" * 16,
    )
    return seal_package(AUTHORITY, manifest, package, {"pl-presidential-2015": form})


def _package(octets: bytes) -> bool:
    try:
        return open_package(octets).signed_by(AUTHORITY.point)
    except (PackageUnsigned, CborError, ShapeError):
        return False


def enrolment() -> bytes:
    """The chair's enrolment, with a seal key."""
    asked = Enrolment("official", "000", "01", "Ada", KEYS[0].point, DAY, STRANGER.point)
    return enrol(asked, KEYS[0], STRANGER)


def _enrolment(octets: bytes) -> bool:
    try:
        read_enrolment(octets)
    except (EnrolmentUnproven, CborError, ShapeError):
        return False
    return True


@cache
def key_file() -> bytes:
    """A member's key file."""
    return make_key(PIN, SECRET, CountingChance().octets).file


def _key(octets: bytes) -> bool:
    try:
        unlock(octets, PIN, SECRET)
    except (KeyFileDamaged, WrongPin):
        return False
    return True


def _toml_package(octets: bytes) -> bool:
    try:
        read = read_package(octets, form_bytes=form_bytes, now=DAY, real_names=frozenset())
    except PackageMistakes as mistakes:
        return _refused(mistakes)
    return read.digest == sha256(package_bytes("practice")).digest()


def _toml_form(octets: bytes) -> bool:
    try:
        read = read_form(octets, "az-municipal")
    except FormMistakes as mistakes:
        return _refused(mistakes)
    return read.digest == sha256(form_bytes("az-municipal")).digest()


def _map(octets: bytes) -> bool:
    try:
        read_map(octets, "orchard", orchard.FORM)
    except MapMistakes as mistakes:
        return _refused(mistakes)
    # A map is signed by nobody: a changed one is another map.
    return False


TABLE = (orchard.HEADER + orchard.GOOD * 3 + orchard.SHORT_SUM).encode()


def _table(octets: bytes) -> bool:
    column_map = read_map(orchard.MAP, "orchard", orchard.FORM)
    try:
        list(check_table(orchard.FORM, column_map, orchard.table(octets)))
    except TableTrouble as trouble:
        return _refused(trouble)
    # So is a table: its damaged rows are named one by one.
    return False


def plain_pdf() -> bytes:
    """A page with a font, a drawing, a sentence and the codes of the good protocol."""
    out, picture = io.BytesIO(), page(GOOD.codes, scale=3)
    wide, high = (side * 72 / 200 for side in picture.size)
    canvas = Canvas(out, pagesize=(wide + 40, high + 60), pageCompression=0, invariant=1)
    canvas.drawString(20, 20, "Protocol of pears")
    canvas.rect(5, 5, wide + 30, high + 50)
    canvas.drawImage(ImageReader(picture), 20, 40, wide, high)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def kinds() -> Sequence[Kind]:
    """All of them, the good ones made on the spot."""
    codes = "\n".join(GOOD.codes).encode()
    picture = page(GOOD.codes, scale=3)
    return (
        Kind("codes", codes, _codes),
        Kind("record", GOOD.record_octets, _part("R")),
        Kind("card", GOOD.card_octets, _part("C")),
        Kind("contest sheet", GOOD.sheet, _part("S")),
        Kind("slip", GOOD.slip_octets, _part("B")),
        Kind("trust file", trust_file(), _trust),
        Kind("root certificate", certificate(KEY), _root),
        Kind("signed package", signed_package(), _package),
        Kind("enrolment", enrolment(), _enrolment),
        Kind("key file", key_file(), _key),
        Kind("PDF", plain_pdf(), _verified, child=True),
        Kind("PNG", saved(picture, "PNG"), _verified, child=True, seconds=2),
        Kind("JPEG", saved(picture, "JPEG", quality=70), _verified, child=True, seconds=2),
        Kind("package TOML", package_bytes("practice"), _toml_package, TOKENS),
        Kind("form TOML", form_bytes("az-municipal"), _toml_form, TOKENS),
        Kind("map", orchard.MAP, _map, TOKENS),
        Kind("CSV", TABLE, _table, TOKENS),
    )


CBOR = frozenset(
    (
        "record",
        "card",
        "contest sheet",
        "slip",
        "trust file",
        "signed package",
        "enrolment",
        "key file",
    )
)
"""Kinds in the small CBOR, of which each value has one spelling."""
